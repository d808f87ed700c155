"""Years told by their name in the cycle of sixty: "Tết Giáp Thìn" is the New Year of 2024."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.errors import Span
from borderwire.extract.doc import Doc
from borderwire.extract.spots import Forms
from borderwire.extract.words import keys
from borderwire.text import key

_STEMS = {key(word): number for number, word in enumerate(
    ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý"),
)}  # fmt: skip
_BRANCHES = ("Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi", "Tị", "Tí")
_BRANCH_NUMBERS = {key(word): number for number, word in enumerate(_BRANCHES[:12])}
_WRITTEN = Forms(*_BRANCHES)
_CUES = keys("năm tết xuân đán")  # a person can be called Quý Mão
_FEASTS, _FEAST_BACK = keys("tết xuân"), 5
_CYCLE, _YEAR_DIGITS = 60, 4
_OF_THE_WAR = (key("mậu"), key("thân"))  # "Tết Mậu Thân" is that of 1968, when nothing else is said
# The Buddhist era as Laos counts it, 543 years before ours; the years that its papers may name, and what they call it.
_ERA_BEGAN, _BUDDHIST = 543, (2530, 2620)
_LAO_YEAR, _NEW, _YEAR_OF_LAOS = keys("pimay pimày bunpimay bunpimày"), keys("may mày mây"), key("pi")
_FIRST = 1984  # a year Giáp Tý, the first of a cycle
_NEWEST_CYCLE = 2004  # of the two years that a name may mean, the one from here on


@dataclass(frozen=True, slots=True)
class LunarYear:
    """year: in which the lunar year began; span: of its name."""

    year: int
    span: Span


def find_lunar_years(doc: Doc) -> list[LunarYear]:
    """The named lunar years of a text, in order; then those of the Buddhist era."""
    found: list[LunarYear] = []
    for at in _WRITTEN.find(doc):
        stem = _STEMS.get(doc.keys[at - 1]) if at and doc.shapes[at - 1] == "U" else None
        branch = _BRANCH_NUMBERS.get(doc.keys[at])
        if stem is None or branch is None or (stem - branch) % 2 or not _is_cued(doc, at):
            continue
        # The place in the cycle is what leaves `stem` by ten and `branch` by twelve.
        place = (6 * stem - 5 * branch) % _CYCLE
        year = _FIRST + place
        year = year if year >= _NEWEST_CYCLE else year + _CYCLE
        told = _number_after(doc, at)
        if told == year or (told is None and (doc.keys[at - 1], doc.keys[at]) != _OF_THE_WAR):
            found.append(LunarYear(year, doc.span(at - 1, at + 1)))
    return [*found, *_buddhist(doc)]


def _buddhist(doc: Doc) -> list[LunarYear]:
    """ "Bun Pi Mày | 2561", "Bunpimay | 2561": the year that began with the Lao New Year of April 2018. Vietnam's own
    "Phật lịch" counts one year more from the Buddha's day on, so that it tells none."""
    found: list[LunarYear] = []
    for at in doc.digits:
        number = int(doc.words[at]) if len(doc.words[at]) == _YEAR_DIGITS else 0
        if _BUDDHIST[0] <= number <= _BUDDHIST[1] and _names_lao_year(doc, at):
            found.append(LunarYear(number - _ERA_BEGAN, doc.span(at - 1, at + 1)))
    return found


def _names_lao_year(doc: Doc, at: int) -> bool:
    """The name of the Lao New Year stands right before token `at`."""
    last, before = doc.keys[at - 1] if at else "", doc.keys[at - 2] if at > 1 else ""
    return last in _LAO_YEAR or (last in _NEW and before == _YEAR_OF_LAOS)


def _is_cued(doc: Doc, at: int) -> bool:
    """ "năm Mậu Tuất", "Tết cổ truyền Mậu Tuất"."""
    return at > 1 and (doc.keys[at - 2] in _CUES or not _FEASTS.isdisjoint(doc.keys[max(0, at - _FEAST_BACK) : at - 1]))


def _number_after(doc: Doc, at: int) -> int | None:
    """The year in digits behind the name ("Mậu Thân 1968", "Mậu Thân (1968)"); None where there is none."""
    for index in (at + 1, at + 2):
        if index < len(doc) and doc.shapes[index] == "d":
            return int(doc.words[index]) if len(doc.words[index]) == _YEAR_DIGITS else None
        if index >= len(doc) or doc.words[index] not in "(-–,":
            return None
    return None
