"""Bodies of state and party that a text names, each with its place and its country.

A body is a head ("Công an tỉnh", "Phòng", "Bộ Chỉ huy BĐBP") with its field, its place and the body above it:
"Phòng Cảnh sát hình sự, Công an tỉnh X". "Công an các tỉnh A, B và C" are three bodies. A body without a place gets
the one that the context speaks of, and is marked `completed`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from borderwire.extract.body_parts import PRIVATE_LEVELS, Head
from borderwire.extract.body_reader import FORCES, BodyReader
from borderwire.extract.body_tail import PLURAL, Draft, is_plural
from borderwire.extract.completion import complete
from borderwire.extract.doc import Doc
from borderwire.extract.focus import focus_of, place_text
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.phrases import listed
from borderwire.extract.sides import Sides, sides_of
from borderwire.model import Country

# Words before the head that are no part of the body: "Đoàn đại biểu Công an", "lực lượng Công an", "Lãnh đạo Công an".
_LEADS = listed("đoàn đại biểu, lực lượng, ban giám đốc, lãnh đạo")
_ARMY_UNIT = "army-unit"  # one that is told stays in the name of the smaller unit
_LED = "assembly-delegation"  # itself a "Đoàn đại biểu"
# "Liên hiệp | các | tổ chức hữu nghị", "Đảng ủy Khối | các | cơ quan"
_PLURAL_BY_NAME = ("friendship", "party-bloc")
_NUMBERED = (*_PLURAL_BY_NAME, "army-unit", "command")  # "Vùng | 5 | Hải quân": no plural
# Posts at border gates: those of the Border Guard are Vietnamese, those of the police Lao, unless the text says else;
# so are the police of villages.
_LAO_POSTS = ("police-post", "police-village")
_body = tuple.__new__  # makes a `BodyMention` in half the time
# The name again in short, within the name: "Bộ Chỉ huy Quân sự (CHQS) tỉnh X".
_IN_SHORT = re.compile(r" ?\([A-ZĐ][A-ZĐ&]{1,9}\)")


def find_bodies(doc: Doc, places: Sequence[PlaceMention]) -> tuple[BodyMention, ...]:
    """All bodies in order, not overlapping; a unit and the body above it are one mention."""
    drafts = [group for group in BodyReader(doc, places).read() if _speaks_of_one(doc, group)]
    sides, focus = sides_of(doc, places), focus_of(doc, places)
    found: list[BodyMention] = []
    wanting: dict[int, str] = {}
    for group in drafts:
        top = group[0].top
        if top.wants:
            wanting.update((len(found) + number, top.head.level) for number in range(len(group)))
        for number, draft in enumerate(group):
            found.append(_mention(doc, draft, sides, first=number == 0, several=len(group) > 1))
    return tuple(complete(doc, found, wanting, sides, focus))


def _speaks_of_one(doc: Doc, group: Sequence[Draft]) -> bool:
    """Not a company, not the police in general, not "Công an hai tỉnh" without saying which."""
    first = group[0]
    head = first.head
    if head.level in PRIVATE_LEVELS:
        return False
    if first.place is not None or first.parent is not None:
        return True
    if head.id in FORCES and not first.said and not first.held and first.end == head.end:
        return False
    if head.end - head.start < 3 or (head.id or "").startswith(_NUMBERED):
        return True
    return not is_plural(doc, head.start + 1, head.end - 1)


def _mention(doc: Doc, draft: Draft, sides: Sides, *, first: bool, several: bool) -> BodyMention:
    """The mention of a body, the first or another one of its list."""
    head, top = draft.head, draft.top
    start = _after_lead(doc, head) if first else draft.place.start if draft.place else draft.end
    name = _name(doc, start, draft, several)
    ident = head.id or (top.head.id if top is not draft else None)
    third = draft.said and draft.country is None  # "Bộ Quốc phòng Thái Lan"
    country = None if third else draft.country or _side(start, name, ident, sides)
    place = top.place or draft.place
    province = _province(doc, place, draft) if place is not None else None
    return _body(BodyMention, (start, draft.end, ident, head.level, name, province, country, False))


def _name(doc: Doc, start: int, draft: Draft, several: bool) -> str:
    """The name as written; each of a list as if it stood alone."""
    head, place = draft.head, draft.place
    if draft.parent is None:
        if place is not None and (several or _is_list(doc, head, place)):
            return f"{_singular(doc, head)} {place_text(doc, place)}"
    elif head.level == "unit" and doc.words[draft.own - 1].isdecimal() and draft.parent.head.id != _ARMY_UNIT:
        return " ".join(doc.slice(start, draft.own).split())  # "Đại đội Biên phòng 217" is a name by itself
    last = draft.top.place
    cut = last.cut if last is not None and last.end == draft.named else 0  # "Hủa Phănlàm"
    name = " ".join(doc.slice(start, draft.named)[: -cut or None].split())
    return _IN_SHORT.sub("", name) if "(" in name else name


def _is_list(doc: Doc, head: Head, place: PlaceMention) -> bool:
    first = head.end if (head.id or "").startswith(_PLURAL_BY_NAME) else head.start
    return not PLURAL.isdisjoint(doc.keys[first : place.start])


def _province(doc: Doc, place: PlaceMention, draft: Draft) -> str | None:
    """ISO 3166-2; that of a border gate is the one on the body's side."""
    if place.kind != "gate":
        return place.province
    side = draft.country or ("LA" if (draft.head.id or "").startswith(_LAO_POSTS) else "VN")
    gate = doc.gazetteer.gates.get(place.id)
    return next((item for item in gate.provinces if item.startswith(side)), None) if gate is not None else None


def _after_lead(doc: Doc, head: Head) -> int:
    """Past "lực lượng", "Đoàn đại biểu" at the beginning of a head."""
    after = _LEADS.match(doc.keys, head.start) if not (head.id or "").startswith(_LED) else head.start
    return after if after < head.end else head.start


def _singular(doc: Doc, head: Head) -> str:
    """ "Công an các tỉnh" -> "Công an tỉnh"."""
    start = _after_lead(doc, head)
    if (head.id or "").startswith(_PLURAL_BY_NAME):
        return doc.slice(start, head.end)
    words = [doc.words[at] for at in range(start, head.end) if not is_plural(doc, at, at + 1)]
    return " ".join(word for word in words if word not in (",", "thành", "phố"))


def _side(start: int, name: str, ident: str | None, sides: Sides) -> Country:
    """The side of a body that does not tell it."""
    who, _ = sides.at(start)
    if who == "LA" or "bộ an ninh" in name.lower():
        return "LA"
    return "LA" if who is None and (ident or "").startswith(_LAO_POSTS) else "VN"
