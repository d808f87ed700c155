"""What the name of a body is made of after its head: fields of work, a place, a country, the body above it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from borderwire.extract.doc import Doc
from borderwire.extract.fields import FIELD_JOINERS, FIELDS, TOWN_WORDS, UNIT_HEADS, UNIT_PAIRS, VERBS
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.vocabulary import COMMON
from borderwire.model import Country

DASHES = frozenset("-–—‐‑")
# Units that are named by their kind and their field; which one it is, the body above them tells.
UNITS = frozenset(
    [
        "division",
        "department",
        "team",
        "post",
        "unit",
        "office",
        "commission",
        "institute",
        "region",
        "centre",
        "school",
    ]
)
# What is no body of state or party.
PRIVATE_LEVELS = frozenset(["company", "club", "hospital", "press", "organisation"])
NATIONAL = frozenset(
    ["ministry", "department", "service", "government", "assembly", "party", "court", "procuracy", "commission", "association",
     "institute", "office"]
)  # fmt: skip
# "phòng chống ma túy" is a field, not a division.
_PREVENTION = frozenset(["chống", "cháy", "ngừa", "thủ", "không", "bệnh", "dịch"])
# Schools of the police, the army and the party; others are no bodies of state here.
_SERVICES = frozenset(["cảnh", "an", "công", "biên", "quân", "bồi", "chính", "sĩ"])
_TOWNS = frozenset(["TP", "TX", "TT", "HCM"])
_PEOPLE = frozenset(["nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ"])


class Head(NamedTuple):
    """Tokens `[start, end)` head the name of a body. bare: the gazetteer does not know it, only its noun."""

    start: int
    end: int
    id: str | None
    level: str
    country: Country | None
    place: str | None
    bare: bool = False


def unit_head(doc: Doc, at: int) -> Head | None:
    """A noun such as "Phòng" at token `at` that heads the name of a unit: its field must follow."""
    level, end = UNIT_HEADS.get(doc.keys[at]), at + 1
    if end < len(doc.keys):
        paired = UNIT_PAIRS.get((doc.keys[at], doc.keys[end]))
        if paired is not None and not doc.breaks[end]:
            level, end = paired, end + 1
    if level is None or end >= len(doc.keys) or doc.breaks[end]:
        return None
    if level == "school" and not _SERVICES & set(doc.keys[end : end + 4]):
        return None
    return Head(at, end, None, level, None, None, bare=True)


def stands_as_unit(doc: Doc, head: Head, after_office: bool) -> bool:
    """A field or a number follows the noun, and it is written as a name or announced by an office."""
    fields = read_fields(doc, head.end)
    if fields == head.end and head.level == "association":
        return False
    if fields == head.end:
        return after_office and (
            doc.shapes[head.end] in "dU"
            or TOWN_WORDS.match(doc.keys, head.end) > head.end
            or doc.keys[head.end] == "các"
        )
    if doc.keys[head.start] == "phòng" and doc.keys[head.end] in _PREVENTION and doc.shapes[head.start] == "l":
        return False
    if after_office:
        return True
    if doc.shapes[head.start] == "l":
        return doc.shapes[head.end] in "UA" and doc.keys[head.start] not in ("bộ", "hội", "tổ", "khoa", "viện", "trung")
    return doc.shapes[head.start] == "U"


def read_fields(doc: Doc, at: int) -> int:
    """End of the row of fields that begins at token `at`; `at` when there is none."""
    keys, size, end = doc.keys, len(doc.keys), at
    kept = at
    while end < size and (end == at or not doc.breaks[end]):
        hit = doc.hit_at.get(end)
        if hit is not None and hit.kind in ("body", "office", "rank"):
            break
        nearest = _field(doc, end)
        if nearest > end:
            if (
                end > at
                and end == kept
                and doc.shapes[end] == "l"
                and keys[end] in VERBS
                and not _goes_on(doc, nearest)
            ):
                break
            end = kept = nearest
            continue
        if end > at and keys[end] in FIELD_JOINERS and _joined(doc, end):
            end += 1
            continue
        break
    return kept


def read_loose(doc: Doc, at: int, places: Mapping[int, PlaceMention]) -> int:
    """End of a unit's name that no vocabulary has, after an office: up to a mark, a verb, a place, a person or another
    body; `at` when more than three words in lower case would follow what is known."""
    announced = before_rank(doc, at)
    if announced > at:
        return announced
    end = at
    while end < len(doc.keys) and end - at < 12 and (end == at or not doc.breaks[end]):
        hit = doc.hit_at.get(end)
        if hit is not None and hit.id != "can-bo" and hit.kind in ("office", "rank", "body"):
            break
        if end in places or (TOWN_WORDS.match(doc.keys, end) > end and doc.keys[end] != "số"):
            break
        if not (doc.words[end][0].isalnum() or doc.words[end] == "&") or (
            doc.keys[end] in _PREDICATES and doc.shapes[end] == "l"
        ):
            break
        if doc.shapes[end] == "U" and doc.keys[end] in doc.gazetteer.surnames and _row(doc, end) >= 3:
            break
        end += 1
    while end > at and doc.keys[end - 1] == "và":
        end -= 1
    return end


_PREDICATES = (COMMON | VERBS) - {"và"}


def before_rank(doc: Doc, at: int) -> int:
    """End of the words before a comma or a dash that a rank follows: "Trưởng ban | giảng huấn, Thượng tá ..."."""
    for end in range(at + 1, min(at + 9, len(doc.keys))):
        if doc.breaks[end] or doc.words[end] in ".;:()":
            return at
        if doc.words[end] == "," or doc.words[end] in DASHES:
            hit = doc.hit_at.get(end + 1)
            return end if hit is not None and hit.kind == "rank" else at
        hit = doc.hit_at.get(end)
        if hit is not None and hit.kind in ("office", "rank", "body"):
            return at
    return at


def _row(doc: Doc, at: int) -> int:
    end = at
    while end < len(doc.keys) and doc.shapes[end] == "U" and not (end > at and doc.breaks[end]):
        end += 1
    return end - at


def _field(doc: Doc, at: int) -> int:
    if at >= len(doc.keys):
        return at
    if doc.shapes[at] == "A" and doc.words[at] not in _TOWNS and doc.hit_at.get(at) is None:
        return at + 1
    return FIELDS.match(doc.keys, at)


def _goes_on(doc: Doc, at: int) -> bool:
    if at >= len(doc.keys) or doc.breaks[at]:
        return True
    if doc.shapes[at] in "UA" or doc.words[at] in ",()-–":
        return True
    hit = doc.hit_at.get(at)
    return (
        (hit is not None and hit.kind == "body") or _field(doc, at) > at or doc.keys[at] in ("về", ",", "chống", "và")
    )


def _joined(doc: Doc, at: int) -> bool:
    """Token `at` joins two fields rather than two bodies, offices or sentences."""
    after = at + 1
    if after >= len(doc.keys) or doc.breaks[after] or _field(doc, after) == after:
        return False
    hit = doc.hit_at.get(after)
    if hit is not None and hit.kind in ("body", "office", "rank", "honorific"):
        return False
    if doc.words[at] == "," and doc.shapes[after] == "l":
        return (_field(doc, after) > after and doc.keys[after] not in VERBS) or doc.keys[after] in ("chống", "cháy")
    return (
        unit_head(doc, after) is None
        or doc.keys[after] not in ("phòng", "ban", "cục", "sở", "đội", "bộ")
        or (
            doc.keys[after] == "phòng"
            and doc.keys[min(after + 1, len(doc.keys) - 1)] in (",", "chống", "cháy", "thủ", "không", "ngừa")
        )
    )


class Where(NamedTuple):
    """The place after a head. end: after it; place: None when the name is not in the gazetteer."""

    end: int
    place: PlaceMention | None


def read_where(doc: Doc, at: int, places: Mapping[int, PlaceMention], unknown: bool) -> Where | None:
    """A place at token `at`, with its title words; unknown: a name that no gazetteer lists will do."""
    index = at
    while index < len(doc.keys) and (index == at or not doc.breaks[index]):
        if doc.breaks[index]:
            return None
        place = places.get(index)
        if place is not None and place.kind != "country":
            return None if _begins_person(doc, place) else Where(place.end, place)
        town = TOWN_WORDS.match(doc.keys, index)
        if town == index:
            break
        if town < len(doc.keys) and doc.words[town] == "." and doc.glued(town):
            town += 1
        index = town
    if index >= len(doc.keys) or doc.breaks[index]:
        return None
    if doc.shapes[index] == "d":
        return Where(index + 1, None) if unknown else None
    if not unknown:
        return None
    end = unknown_place(doc, index)
    return Where(end, None) if end > index else None


def _begins_person(doc: Doc, place: PlaceMention) -> bool:
    """A guessed place that is the beginning of a name: "UBND tỉnh | Trần Vĩnh Thắng"."""
    if place.rule in ("name", "titled name") or place.end >= len(doc.keys) or doc.breaks[place.end]:
        return False
    return doc.shapes[place.end] == "U" and doc.keys[place.start] in doc.gazetteer.surnames


def unknown_place(doc: Doc, at: int) -> int:
    """End of a place's name that no list has: up to three capitals, cut before a family name ("Mường Lạn Lê Văn Vân")."""
    end = at
    while end < len(doc.keys) and doc.shapes[end] == "U" and not (end > at and doc.breaks[end]):
        hit = doc.hit_at.get(end)
        if hit is not None and hit.kind in ("office", "rank", "body"):
            break
        end += 1
        while (
            end + 1 < len(doc.keys)
            and doc.words[end] in "-‐‑"
            and doc.glued(end)
            and doc.glued(end + 1)
            and (doc.shapes[end + 1] == "l")
        ):
            end += 2
    if end - at >= 3 and doc.keys[at] in doc.gazetteer.surnames:
        return at
    for cut in range(at + 2, end):
        if doc.keys[cut] in doc.gazetteer.surnames and end - cut >= 2:
            return cut
    if end - at > 4:
        return at
    if end - at >= 3 and doc.keys[at + 1] in _PEOPLE:
        return at + 1
    return end


def read_country(doc: Doc, at: int, places: Mapping[int, PlaceMention]) -> tuple[int, Country | None, bool] | None:
    """A country at token `at`: end, "VN" or "LA" or None for others, and whether it is part of the name."""
    if at >= len(doc.keys) or doc.breaks[at]:
        return None
    index, inside = at, True
    if doc.words[at] in ",(" and at + 1 < len(doc.keys):
        index, inside = at + 1, False
    if index < len(doc.keys) and doc.keys[index] == "nước":
        index += 1
    place = places.get(index) or (places.get(index - 1) if index > at else None)
    if place is None or place.kind != "country" or doc.breaks[index]:
        return None
    end = place.end
    if end + 1 < len(doc.keys) and doc.words[end] in DASHES:
        other = places.get(end + 1)
        if other is not None and other.kind == "country":
            return (other.end, None, True) if inside else None
    if not inside and doc.words[at] == "(":
        if end < len(doc.keys) and doc.words[end] == ")":
            return end + 1, place.country, False
        return None
    return end, place.country, inside
