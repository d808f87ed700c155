"""What follows the place in the name of a body: the other side, a post abroad, a country, the rest of a list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from borderwire.extract.body_parts import NATIONAL, Head
from borderwire.extract.body_place import BEFORE_COUNTRY, Where, read_country, read_where
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.phrases import DASHES, keys
from borderwire.model import Country

# Words and marks of lists: "Công an | các | tỉnh A, B | và | C".
PLURAL = keys("các hai ba bốn năm sáu nhiều")
_STATE = keys("nước chdcnd chxhcn")  # "Đại sứ quán Việt Nam tại | CHDCND Lào"
LIST_MARKS = frozenset([",", "và", "với", "&"]) | DASHES
_PROVINCE_WORDS = keys("tỉnh tp thành phố .")
# The longest abbreviation in brackets, in tokens: "(PCMT&TP)".
_ABBREVIATION = 6


class Draft(NamedTuple):
    """A body being read. named: end of the part that is its name; wants: a place is missing; said: its country is
    told; held: an office stands right before it; parent: the body above, in the same name; own: end of the name
    without it."""

    head: Head
    named: int
    end: int
    place: PlaceMention | None
    country: Country | None
    said: bool
    wants: bool
    held: bool = False
    parent: Draft | None = None
    own: int = 0

    @property
    def top(self) -> Draft:
        """The highest body in the name."""
        return self if self.parent is None else self.parent.top


def of_friends(doc: Doc, draft: Draft) -> Draft:
    """ "Công an tỉnh bạn": of the other side."""
    at = draft.end
    if at < len(doc.keys) and doc.keys[at] == "bạn" and not doc.breaks[at]:
        return draft._replace(end=at + 1, country="LA", said=True)
    return draft


def abroad(doc: Doc, draft: Draft, places: Mapping[int, PlaceMention]) -> Draft:
    """ "Tổng Lãnh sự quán Việt Nam tại Pakse", "Đại sứ quán nước CHDCND Lào tại Việt Nam"."""
    told = read_country(doc, draft.end, places) if draft.head.level == "mission" and not draft.said else None
    if told is not None and told.inside:
        draft = draft._replace(named=told.end, end=told.end, country=told.country, said=True, wants=False)
    at = draft.end
    if at + 1 >= len(doc.keys) or doc.keys[at] != "tại" or doc.breaks[at]:
        return draft
    there = at + 1
    while there + 1 < len(doc.keys) and there not in places and doc.keys[there] in _STATE:
        there += 1
    where = _country_there(places, there) or read_where(doc, there, places, unknown=True)
    return draft if where is None else draft._replace(named=where.end, end=where.end, place=where.place or draft.place)


def _country_there(places: Mapping[int, PlaceMention], at: int) -> Where | None:
    place = places.get(at)
    return Where(place.end, None) if place is not None and place.kind == "country" else None


def past_abbreviation(doc: Doc, at: int) -> int:
    """Past "(PCMT&TP)", "(C 04)" at token `at`: the name again, in short; `at` when there is none."""
    if at + 2 >= len(doc.keys) or doc.words[at] != "(":
        return at
    code = len(doc.words[at + 1]) == 1 and doc.shapes[at + 1] == "U" and doc.shapes[at + 2] == "d"
    if doc.shapes[at + 1] != "A" and not code:
        return at
    for close in range(at + 2, min(at + _ABBREVIATION, len(doc.keys))):
        if doc.words[close] == ")":
            return close + 1
        if doc.shapes[close] == "l":
            break
    return at


def with_country(doc: Doc, draft: Draft, places: Mapping[int, PlaceMention]) -> Draft:
    """The body with the province in brackets after it, or the country in its name or in brackets."""
    at = draft.end
    if at >= len(doc.keys) or (at not in places and doc.keys[at] not in BEFORE_COUNTRY):
        return draft  # as mostly
    free = draft.place is None or draft.place.kind == "gate"
    if free:
        place = _bracketed(doc, draft.end, places)
        if place is not None:
            return draft._replace(end=place.end + 1, place=place, country=place.country, said=True, wants=False)
    told = read_country(doc, draft.end, places)
    if told is None:
        return draft
    national = draft.head.level in NATIONAL or draft.head.id == "military-region"
    if told.inside and draft.place is None and (national or draft.wants):
        return draft._replace(named=told.end, end=told.end, country=told.country, said=True, wants=False)
    if not told.inside and told.country is not None and free:
        return draft._replace(country=told.country, said=True)
    return draft


def _bracketed(doc: Doc, at: int, places: Mapping[int, PlaceMention]) -> PlaceMention | None:
    """The province in "(Phông Sa Lỳ)"."""
    if at + 2 >= len(doc.keys) or doc.words[at] != "(":
        return None
    place = places.get(at + 1)
    if place is None or place.kind != "province" or doc.words[place.end : place.end + 1] != [")"]:
        return None
    return place


def rest_of_list(doc: Doc, first: Draft, places: Mapping[int, PlaceMention]) -> list[Draft]:
    """The other bodies of "Công an các tỉnh A, B và C" or "Công an tỉnh A - B"."""
    head, end = first.head, first.end
    if first.place is None or first.parent is not None or first.place.kind != "province":
        return []
    if end + 1 >= len(doc.keys) or doc.words[end] not in LIST_MARKS:
        return []
    plural = is_plural(doc, head.start, first.place.start)
    rest: list[Draft] = []
    while end + 1 < len(doc.keys) and doc.words[end] in LIST_MARKS and not doc.breaks[end]:
        step = end + 1
        while step < len(doc.keys) and doc.keys[step] in _PROVINCE_WORDS and step < end + 5:
            step += 1
        place = places.get(step)
        if place is None or place.kind != "province" or doc.breaks[step]:
            break
        if not plural and not (doc.words[end] in DASHES and place.country != first.country):
            break
        rest.append(Draft(head, place.end, place.end, place, place.country, True, False))
        end = place.end
    return rest


def is_plural(doc: Doc, start: int, end: int) -> bool:
    """A word of number stands among these tokens."""
    return not PLURAL.isdisjoint(doc.keys[start:end]) or any(map(str.isdigit, doc.words[start:end]))
