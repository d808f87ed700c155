"""The field of work in the name of a unit, known to the vocabulary or not, and what ends it."""

from __future__ import annotations

from collections.abc import Mapping

from borderwire.extract.doc import Doc
from borderwire.extract.fields import FIELD_JOINERS, FIELDS, TOWN_WORDS, UNIT_HEADS, UNIT_PAIRS, VERBS
from borderwire.extract.hits import capitals, kind_at
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.phrases import DASHES
from borderwire.extract.vocabulary import COMMON

# The kinds of hits that end the name of a unit.
NEXT = frozenset(["body", "office", "rank"])
# Those who serve, and their field of work.
_MEDICS = "quan-y"
_MORE = FIELD_JOINERS - {","}
_NOT_JOINED = NEXT | {"honorific"}
_TOWNS = frozenset(["TP", "TX", "TT", "HCM"])
_PREDICATES = (COMMON | VERBS) - {"và"}
# Nouns that begin another unit: "Phòng Tham mưu, | Phòng Hậu cần".
_APART = frozenset(["phòng", "ban", "cục", "sở", "đội", "bộ"])
# After "phòng": "phòng, chống ma túy" is a field, not a division.
PREVENTION = frozenset([",", "chống", "cháy", "thủ", "không", "ngừa"])
_AND_STAFF, _SOME = ["và", "cán", "bộ"], (["một"], ["các"], ["nhiều"])
_TELLING = (["thêm"], ["rằng"])
# The longest names of units have some thirty syllables.
_LONGEST = 40
_LONGEST_LOOSE = 12


def unit_noun(keys: list[str], at: int) -> tuple[str | None, int]:
    """Level and end of the noun of a unit at token `at`: "Phòng", "Văn phòng"; no level when there is none."""
    level, end = UNIT_HEADS.get(keys[at]), at + 1
    paired = UNIT_PAIRS.get((keys[at], keys[end])) if end < len(keys) else None
    return (level, end) if paired is None else (paired, end + 1)


def read_fields(doc: Doc, at: int) -> int:
    """End of the row of fields that begins at token `at`; `at` when there is none."""
    end = kept = at
    last = min(len(doc.keys), at + _LONGEST)
    while end < last and (end == at or not doc.breaks[end]):
        after = field_end(doc, end)
        if kind_at(doc, end) in NEXT and not (end == at < after and _is_field(doc, at, after)):
            break
        if after > end:
            if end == kept > at and _is_verb(doc, end, after):
                break
            end = kept = after
        elif end > at and doc.keys[end] in FIELD_JOINERS and _joined(doc, end):
            end += 1
        else:
            break
    return kept


def more_fields(doc: Doc, at: int) -> int:
    """ "Phòng Tổ chức cán bộ | – Đào tạo và Hợp tác quốc tế": end of what a known unit looks after besides, with a
    capital; `at` when there is nothing."""
    joined = at + 1 < len(doc.keys) and doc.keys[at] in _MORE and not doc.breaks[at] and doc.shapes[at + 1] == "U"
    if not joined or not _joined(doc, at):
        return at
    end = read_fields(doc, at + 1)
    closed = (
        end >= len(doc.keys)
        or doc.breaks[end]
        or not doc.words[end][0].isalnum()
        or (doc.shapes[end] == "l" and doc.keys[end] in COMMON)
    )
    return end if end > at + 1 and closed else at


def _is_field(doc: Doc, at: int, after: int) -> bool:
    """ "Cục | Lãnh sự", "Cục trưởng | Quân y": the office at token `at` is a field of work here."""
    hit = doc.hit_at.get(at)
    if hit is None or hit.kind != "office" or hit.end != after:
        return False
    return doc.shapes[at - 1] == "U" or (hit.id == _MEDICS and doc.words[at - 1][0].isalnum())


def read_loose(doc: Doc, at: int, places: Mapping[int, PlaceMention]) -> int:
    """End of a unit's name that no vocabulary has, after an office: up to a mark, a verb, a place, a person or another
    body; `at` when there is none."""
    announced = before_rank(doc, at)
    if announced > at:
        return announced
    end, last = at, min(len(doc.keys), at + _LONGEST_LOOSE)
    while end < last and (end == at or not doc.breaks[end]) and not _ends_loose(doc, end, places):
        end += 1
    while end > at and doc.keys[end - 1] == "và":
        end -= 1
    return end


def _ends_loose(doc: Doc, at: int, places: Mapping[int, PlaceMention]) -> bool:
    hit = doc.hit_at.get(at)
    if hit is not None and hit.id != "can-bo" and hit.kind in NEXT:
        return True
    if doc.keys[at : at + 3] == _AND_STAFF and doc.keys[at + 3 : at + 4] in _SOME:
        return True  # "Tổng cục Lâm nghiệp | và cán bộ một số vụ"
    if at in places or (doc.keys[at] != "số" and TOWN_WORDS.match(doc.keys, at) > at):
        return True
    if not (doc.words[at][0].isalnum() or doc.words[at] == "&"):
        return True
    if doc.shapes[at] == "l":
        return doc.keys[at] in _PREDICATES
    return doc.shapes[at] == "U" and doc.keys[at] in doc.gazetteer.surnames and capitals(doc, at, 3) == 3


def before_rank(doc: Doc, at: int) -> int:
    """End of the words before a comma or a dash that a rank follows: "Trưởng ban | giảng huấn, Thượng tá ..."."""
    for end in range(at + 1, min(at + 9, len(doc.keys))):
        word = doc.words[end]
        if doc.breaks[end] or word in ".;:()":
            return at
        if word == "," or word in DASHES:
            return end if kind_at(doc, end + 1) == "rank" else at
        if kind_at(doc, end) in NEXT:
            return at
    return at


def field_end(doc: Doc, at: int) -> int:
    """End of the field at token `at`, an abbreviation in capitals or one of the vocabulary; `at` when there is none."""
    if at >= len(doc.keys):
        return at
    joined = doc.words[at - 1] == "&" or doc.words[at + 1 : at + 2] == ["&"]  # "PCMT&TP", "Sở TT&TT"
    towns = doc.words[at] in _TOWNS and not joined
    if doc.shapes[at] == "A" and not towns and doc.hit_at.get(at) is None:
        dashed = doc.words[at + 1 : at + 2] == ["-"] and doc.shapes[at + 2 : at + 3] == ["A"] and doc.glued(at + 2)
        return at + 3 if dashed else at + 1  # "GD-ĐT"
    return FIELDS.match(doc.keys, at)


def _is_verb(doc: Doc, at: int, after: int) -> bool:
    """A field right after a field is the verb of the sentence, unless the name goes on behind it."""
    if doc.shapes[at] == "l" and doc.keys[after : after + 1] in _TELLING:
        return True  # "Vụ Công chức | thông tin thêm"
    return doc.shapes[at] == "l" and doc.keys[at] in VERBS and not _goes_on(doc, after)


def _goes_on(doc: Doc, at: int) -> bool:
    if at >= len(doc.keys) or doc.breaks[at] or doc.shapes[at] in "UA" or doc.words[at] in ",()-–":
        return True
    return kind_at(doc, at) == "body" or field_end(doc, at) > at or doc.keys[at] in ("về", "chống", "và")


def _joined(doc: Doc, at: int) -> bool:
    """Token `at` joins two fields rather than two bodies, offices or sentences."""
    after = at + 1
    if after >= len(doc.keys) or doc.breaks[after] or field_end(doc, after) == after:
        return False
    if kind_at(doc, after) in _NOT_JOINED:
        return False
    word = doc.keys[after]
    if doc.words[at] == "," and doc.shapes[after] == "l":
        return word not in VERBS or word in ("chống", "cháy")
    if word == "phòng" and after + 1 < len(doc.keys) and doc.keys[after + 1] in PREVENTION:
        return True
    return word not in _APART or unit_noun(doc.keys, after)[0] is None
