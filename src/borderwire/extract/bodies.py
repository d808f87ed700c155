"""Bodies of state and party that a text names, each with its place and its country.

A body is a head ("Công an tỉnh", "Phòng", "Bộ Chỉ huy BĐBP") with its field, its place and the body above it:
"Phòng Cảnh sát hình sự, Công an tỉnh X". "Công an các tỉnh A, B và C" are three bodies. A body without a place gets
the one that the context speaks of, and is marked `completed`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from borderwire.extract.body_parts import PRIVATE_LEVELS, Head
from borderwire.extract.body_reader import FORCES, LIST_MARKS, PLURAL, BodyReader, Draft
from borderwire.extract.doc import Doc
from borderwire.extract.focus import Focus
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.sides import Sides
from borderwire.model import Country
from borderwire.text import key

# Words before the head that are no part of the body: "Đoàn đại biểu Công an", "lực lượng Công an", "Lãnh đạo Công an".
_LEADS = ("đoàn đại biểu", "lực lượng", "ban giám đốc", "lãnh đạo")
# Posts at border gates: those of the Border Guard are Vietnamese, those of the police Lao, unless the text says else.
_LAO_POSTS = "police-post"


def find_bodies(doc: Doc, places: Sequence[PlaceMention]) -> tuple[BodyMention, ...]:
    """All bodies in order, not overlapping; a unit and the body above it are one mention."""
    drafts = [group for group in BodyReader(doc, places).read() if _speaks_of_one(doc, group)]
    sides, focus = Sides(doc, places), Focus(doc, places)
    found: list[BodyMention] = []
    wanting: list[str | None] = []
    for group in drafts:
        for mention in _mentions(doc, group, sides):
            found.append(mention)
            wanting.append(group[0].top.head.level if group[0].top.wants else None)
    return tuple(_complete(doc, found, wanting, sides, focus))


def _speaks_of_one(doc: Doc, group: Sequence[Draft]) -> bool:
    """Not a company, not the police in general, not "Công an hai tỉnh" without saying which."""
    first = group[0]
    if first.head.level in PRIVATE_LEVELS:
        return False
    if first.place is None and first.parent is None:
        if first.head.id in FORCES and not first.said and not first.held and first.end == first.head.end:
            return False
        return not _is_plural(doc, first.head.start, first.head.end)
    return True


def _is_plural(doc: Doc, start: int, end: int) -> bool:
    return any(doc.keys[at] in PLURAL or doc.words[at].isdigit() for at in range(start + 1, end - 1)) or (
        end - start > 1 and doc.keys[end - 2] in PLURAL
    )


# --- names


def _mentions(doc: Doc, group: Sequence[Draft], sides: Sides) -> list[BodyMention]:
    found = []
    for number, draft in enumerate(group):
        top, head = draft.top, draft.head
        start = _after_lead(doc, head) if number == 0 else draft.place.start if draft.place else draft.end
        name = _written(doc, start, draft)
        if head.level == "unit" and draft.parent is not None and doc.words[draft.own - 1].isdigit():
            name = doc.slice(start, draft.own)  # "Đại đội Biên phòng 217" is a name by itself
        if draft.place is not None and draft.parent is None and _listed(doc, head, draft.place, len(group) > 1):
            name = f"{_singular(doc, head)} {place_text(doc, draft.place)}"
        place = top.place or draft.place
        ident = head.id or (top.head.id if top is not draft else None)
        name = " ".join(name.split())
        country = draft.country or _side(start, name, ident, sides)
        found.append(BodyMention(start, draft.end, ident, head.level, name, _province(doc, place, draft), country))
    return found


def _written(doc: Doc, start: int, draft: Draft) -> str:
    """The name as written; the last place may be glued to the next word ("Hủa Phănlàm")."""
    place = draft.top.place
    cut = place.cut if place is not None and place.end == draft.named else 0
    return doc.text[doc.starts[start] : doc.ends[draft.named - 1] - cut]


def place_text(doc: Doc, place: PlaceMention) -> str:
    """A place as written, without its title."""
    return doc.text[doc.starts[place.start] : doc.ends[place.end - 1] - place.cut]


def _province(doc: Doc, place: PlaceMention | None, draft: Draft) -> str | None:
    """ISO 3166-2; that of a border gate is the one on the body's side."""
    if place is None:
        return None
    if place.kind != "gate":
        return place.province
    side = draft.country or ("LA" if (draft.head.id or "").startswith(_LAO_POSTS) else "VN")
    gate = doc.gazetteer.gates.get(place.id)
    return next((item for item in gate.provinces if item.startswith(side)), None) if gate is not None else None


def _listed(doc: Doc, head: Head, place: PlaceMention, several: bool) -> bool:
    return several or any(word in PLURAL for word in doc.keys[head.start : place.start])


def _after_lead(doc: Doc, head: Head) -> int:
    for lead in _LEADS:
        size = len(lead.split())
        if head.end - head.start > size and " ".join(doc.keys[head.start : head.start + size]) == lead:
            return head.start + size
    return head.start


def _singular(doc: Doc, head: Head) -> str:
    """ "Công an các tỉnh" -> "Công an tỉnh"."""
    words = [
        doc.words[at]
        for at in range(_after_lead(doc, head), head.end)
        if doc.keys[at] not in PLURAL and not doc.words[at].isdigit()
    ]
    return " ".join(word for word in words if word not in (",", "thành", "phố")).strip()


# --- context


def _complete(
    doc: Doc, found: list[BodyMention], wanting: list[str | None], sides: Sides, focus: Focus
) -> list[BodyMention]:
    """Gives every body the province that it leaves out. wanting: the level that wants a place."""
    done: list[BodyMention] = []
    for index, body in enumerate(found):
        level, country = wanting[index], body.country or "VN"
        if body.province is None and level is not None:
            body = _local(doc, body, done, focus)
            if level not in _LOCAL_LEVELS and not body.completed:
                province = (
                    _shared(doc, found, index) or focus.near(body.start, country) or _told(sides, body.start, country)
                )
                province = province or focus.province(body.start, country, done, body.id)
                if province is not None:
                    body = completed(doc, body, province, focus, found)
        done.append(body)
    return done


def _side(start: int, name: str, ident: str | None, sides: Sides) -> Country:
    """The side of a body that does not tell it."""
    who, _ = sides.at(start)
    if who == "LA" or "bộ an ninh" in name.lower():
        return "LA"
    return "LA" if who is None and (ident or "").startswith(_LAO_POSTS) else "VN"


def _local(doc: Doc, body: BodyMention, before: Sequence[BodyMention], focus: Focus) -> BodyMention:
    """ "UBND huyện" after "Công an huyện Kỳ Sơn", "Trạm Công an cửa khẩu" after one that was named in full."""
    if body.level in _LOCAL_LEVELS:
        for other in reversed(before):
            if other.country == body.country and other.name.startswith(body.name + " ") and other.level == body.level:
                return replace(body, name=other.name, province=other.province, completed=True)
    if body.level not in ("district", "commune", "city", "village"):
        return body
    town = body.name.split()[-1]
    if key(town) not in _TOWN_ENDS:
        return body
    for other in reversed(before):
        _, found, rest = other.name.partition(f" {town} ")
        if found and rest and "," not in rest and other.country == body.country:
            return replace(body, name=f"{body.name} {rest}", province=other.province, completed=True)
    district = focus.district(body.start, key(town))
    if district is None or district.country != body.country:
        return body
    name = f"{body.name} {place_text(doc, district)}"
    return replace(body, name=name, province=district.province, completed=True)


_LOCAL_LEVELS = frozenset(["district", "commune", "village", "post", "unit", "team", "division"])
_TOWN_ENDS = frozenset(key(word) for word in ("huyện", "quận", "xã", "phường", "phố", "bản"))


def _shared(doc: Doc, found: Sequence[BodyMention], index: int) -> str | None:
    """ "Tỉnh ủy, HĐND, UBND tỉnh A": the place at the end is that of all."""
    for here in range(index, min(index + 4, len(found) - 1)):
        gap = doc.words[found[here].end : found[here + 1].start]
        if len(gap) > 1 or (gap and gap[0] not in LIST_MARKS):
            return None
        if found[here + 1].province is not None:
            return found[here + 1].province if found[here + 1].level in ("province", "city", "party") else None
    return None


def _told(sides: Sides, token: int, country: Country) -> str | None:
    _, province = sides.at(token)
    return province if province is not None and province.startswith(country) else None


def completed(doc: Doc, body: BodyMention, province: str, focus: Focus, bodies: Sequence[BodyMention]) -> BodyMention:
    """The body with the province that the context gives it: "Công an tỉnh" -> "Công an tỉnh Nghệ An"; as the text
    writes that body elsewhere, if it does."""
    known = doc.gazetteer.provinces[province]
    start = body.name.lower() + " "
    for other in bodies:
        if (
            other.province == province
            and not other.completed
            and other.name.lower().startswith(start)
            and other.name.istitle() is False
        ):
            if other.level == body.level and not other.name.isupper():
                return replace(body, name=other.name, province=province, country=known.country, completed=True)
    name = f"{body.name} {focus.written(province, body.start)}"
    return replace(body, name=name, province=province, country=known.country, completed=True)
