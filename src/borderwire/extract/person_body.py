"""The body of a person: that of the main office, else in brackets, before "do", by the place told in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from borderwire.extract.context import FORCES, Context
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.office_kinds import Office
from borderwire.extract.parents import whole
from borderwire.extract.person_marks import PersonMention


def body_of(
    context: Context, mentions: Sequence[PersonMention], main: Office | None, country: str | None
) -> tuple[str | None, str | None, tuple[int, int] | None]:
    """Name, province and tokens of a person's body."""
    if main is not None and main.organization is not None:
        return " ".join(main.organization.split()), main.province, main.named
    for mention in mentions:
        body, place = mention.body, mention.place
        if body is not None:
            body = whole(context, body, country)
            return body.name, body.province, (body.start, body.end)
        if place is not None and place.province is not None:
            name = _force(context, mention.name.start, place)
            return name, place.province if name else None, (place.start, place.end) if name else None
    return None, None, None


def _force(context: Context, token: int, place: PlaceMention) -> str | None:
    """ "Đại tá A (Phông Sa Lỳ)" after "Công an 5 tỉnh": "Công an tỉnh Phông Sa Lỳ"."""
    for body in context.before(token):
        if body.level == "province" and (body.id or "").startswith(FORCES):
            head = body.name.partition(" tỉnh")[0]
            return f"{head} tỉnh {context.doc.slice(place.start, place.end)}"
    return None
