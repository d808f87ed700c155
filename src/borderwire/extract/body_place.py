"""The place and the country in the name of a body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from borderwire.extract.body_fields import NEXT
from borderwire.extract.doc import Doc
from borderwire.extract.fields import TOWN_WORDS
from borderwire.extract.hits import capitals, kind_at
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.phrases import DASHES, keys, listed
from borderwire.model import Country

# Family names after which a row of capitals is no village.
_PEOPLE = keys("Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ")
# Titles of communes, wards and small towns ("thị trấn").
_COMMUNES = keys("xã phường trấn")
# Letters of the numbers of regions: "khu vực IX".
_ROMAN = frozenset("IVX")
_GATE_KINDS = listed(
    """
    quốc tế, quốc gia, chính, phụ, cảng, cảng hàng không, quốc tế cảng hàng không, sân bay, sân bay quốc tế, cảng biển
    cảng quốc tế, cảng biển quốc tế, cảng hàng không quốc tế, ga đường sắt, ga đường sắt quốc tế
    """
)
# Rules of the reader of places that took the name as the gazetteer has it.
_SURE_RULES = frozenset(["name", "titled name"])
# Tokens that are looked at for a place that no list has, and the syllables that such a name may have.
_WINDOW = 12
# More capitals than a person's name has: "Hướng Lập | Hồ Văn Xanh".
_LONGEST_NAME = 5
_LONGEST = 4


# What a country after a body begins with, or with its name.
BEFORE_COUNTRY = frozenset([",", "(", "nước"])


class Where(NamedTuple):
    """The place after a head. end: after it; place: None when the name is not in the gazetteer."""

    end: int
    place: PlaceMention | None


_where = tuple.__new__  # makes a `Where` in half the time


class Told(NamedTuple):
    """A country. end: after it; country: None for third ones; inside: part of the name, not of an aside."""

    end: int
    country: Country | None
    inside: bool


def read_where(doc: Doc, at: int, places: Mapping[int, PlaceMention], unknown: bool) -> Where | None:
    """A place at token `at`, with its title words; unknown: a name that no gazetteer lists will do."""
    index = at
    while index < len(doc.keys) and not doc.breaks[index]:
        place = places.get(index)
        if place is not None and place.kind != "country":
            if _begins_person(doc, place) or _begins_lao_person(doc, place):
                return None
            longer = _commune(doc, place)
            return _where(Where, (longer, None) if longer > place.end else (place.end, place))
        after = _past_title(doc, index)
        if after == index:
            break
        index = after
    if not unknown or index >= len(doc.keys) or doc.breaks[index]:
        return None
    number = doc.shapes[index] == "d" or (index > at and _ROMAN.issuperset(doc.words[index]))
    end = index + 1 if number else unknown_place(doc, index)
    return Where(end, None) if end > index else None


def _commune(doc: Doc, place: PlaceMention) -> int:
    """ "xã | Vinh Hải": end of the name of a commune that begins as that of a town does, which is another place."""
    at, end = place.start, place.end
    if at == 0 or doc.keys[at - 1] not in _COMMUNES or end >= len(doc.keys):
        return end
    return unknown_place(doc, at) if doc.shapes[end] == "U" and not doc.breaks[end] else end


def _past_title(doc: Doc, at: int) -> int:
    """Past "tỉnh", "TP."."""
    end = TOWN_WORDS.match(doc.keys, at)
    if end == at and at and doc.keys[at - 1] == "khẩu":
        end = _GATE_KINDS.match(doc.keys, at)  # "Chi cục Hải quan cửa khẩu | quốc tế Cha Lo"
    return end + 1 if at < end < len(doc.keys) and doc.words[end] == "." and doc.glued(end) else end


def _begins_person(doc: Doc, place: PlaceMention) -> bool:
    """A guessed place that is the beginning of a name: "UBND tỉnh | Trần Vĩnh Thắng"."""
    if place.rule in _SURE_RULES or place.end >= len(doc.keys) or doc.breaks[place.end]:
        return False
    if doc.shapes[place.end] != "U" or doc.keys[place.start] not in doc.gazetteer.surnames:
        return False
    return doc.keys[place.end] not in _PEOPLE or capitals(doc, place.end, 2) < 2  # "TP Thái Bình | Lê Văn A"


def _begins_lao_person(doc: Doc, place: PlaceMention) -> bool:
    """A district without its title that is the beginning of a name: "Ngoại giao | Phu-vông Chăn-tha-bun"."""
    after = place.end + 1
    if place.kind != "district" or place.title < place.start or after >= len(doc.keys) or doc.breaks[place.end]:
        return False
    hyphened = not DASHES.isdisjoint(doc.words[place.start : place.end])
    return hyphened and doc.shapes[place.end] == "U" and doc.words[after] in DASHES and _glued_syllable(doc, after)


def unknown_place(doc: Doc, at: int) -> int:
    """End of a place's name that no list has: up to four capitals, cut before a family name ("Mường Lạn | Lê Văn")."""
    surnames = doc.gazetteer.surnames
    end = _capitals(doc, at)
    cut = next((cut for cut in range(at + 2, end - 1) if doc.keys[cut] in surnames), None)
    if end - at >= 3 and doc.keys[at] in surnames and (cut is None or end - at < _LONGEST_NAME):
        return at
    if cut is not None:
        return cut
    if end - at > _LONGEST:
        return at
    return at + 1 if end - at >= 3 and doc.keys[at + 1] in _PEOPLE else end


def _capitals(doc: Doc, at: int) -> int:
    """End of a row of words with capitals, glued hyphens included."""
    end, last = at, min(at + _WINDOW, len(doc.keys))
    while end < last and doc.shapes[end] == "U" and not (end > at and doc.breaks[end]) and not _is_next(doc, end):
        end += 1
        while end + 1 < last and doc.words[end] in DASHES and _glued_syllable(doc, end):
            end += 2
    return end


def _is_next(doc: Doc, at: int) -> bool:
    """Another body, office or rank begins; a single syllable in mixed case is none: "Hà Văn | Ca"."""
    return kind_at(doc, at) in NEXT and doc.hit_at[at].end - at > 1


def _glued_syllable(doc: Doc, hyphen: int) -> bool:
    return doc.glued(hyphen) and doc.glued(hyphen + 1) and doc.shapes[hyphen + 1] == "l"


def read_country(doc: Doc, at: int, places: Mapping[int, PlaceMention]) -> Told | None:
    """A country at token `at`, after "nước", a comma or a bracket as well."""
    if at >= len(doc.keys) or doc.breaks[at] or (at not in places and doc.keys[at] not in BEFORE_COUNTRY):
        return None
    index, inside = at, True
    if doc.words[at] in ",(" and at + 1 < len(doc.keys):
        index, inside = at + 1, False
    if index < len(doc.keys) and doc.keys[index] == "nước":
        index += 1
    place = places.get(index) or (places.get(index - 1) if index > at else None)
    if place is None or place.kind != "country" or doc.breaks[index]:
        return None
    pair = _pair(doc, place.end, places)
    if pair is not None:
        return Told(pair, None, True) if inside else None
    if doc.words[at] != "(":
        return Told(place.end, place.country, inside)
    closed = place.end < len(doc.keys) and doc.words[place.end] == ")"
    return Told(place.end + 1, place.country, False) if closed else None


def _pair(doc: Doc, end: int, places: Mapping[int, PlaceMention]) -> int | None:
    """ "Lào - Việt Nam": end of the second of two countries."""
    if end + 1 >= len(doc.keys) or doc.words[end] not in DASHES:
        return None
    other = places.get(end + 1)
    return other.end if other is not None and other.kind == "country" else None
