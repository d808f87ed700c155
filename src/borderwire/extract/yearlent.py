"""Years that a day or a month is lent by what stands beside it: "tháng 11 tới ... Ngày hội 2019", "tiếp đội A ngày 9.9,
đội B ngày 14.10 và đội C ngày 5.5.2017", "Giải Bơi năm 2016 diễn ra từ ngày 9-7"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from borderwire.extract.daterole import Role
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.extract.yearedition import CONTEST_PAIRS, CONTESTS
from borderwire.text import key

_YEARS = frozenset(["year", "named-year"])
_BEHIND = 16  # tokens after the month to come in which what is held bears its year
_APART = 8  # tokens between the days of one list
_FEWEST, _MOST, _LONG_TURN = 3, 12, 4  # days of a list; months back from one day to the next that turn the year
_MARKS = frozenset([",", ";"]) | keys("và")
_NAME_BACK = 12  # tokens of the name of a contest before its year
_NO_CONTEST = pairs(
    "thành công, nối tiếp, tiếp nối, so với, từng dự, kể từ, từ sau, tổng kết, trao giải, giải quyết, giải pháp",
    "giải thưởng, đánh giá, kế hoạch, nhiệm vụ, mục tiêu",
)
# In all 4 of 35,000 texts of 2017 that say so the day was of that year; a name without "năm" may be of the next one.
_HELD, _HELD_BACK, _WILL = pairs("diễn ra"), 4, key("sẽ")

Dated = tuple[RawDate, Role]


def lent_dates(doc: Doc, dated: list[Dated]) -> list[Dated]:
    """Days and months without a year that the text gives one by what stands beside them, with that year."""
    found: list[Dated] = []
    for index, (raw, role) in enumerate(dated):
        if raw.at.month is None or raw.at.year is not None or (raw.until is not None and raw.until.year is not None):
            continue
        if raw.form == "month" and role.rule == "coming":
            year = _of_what_comes(doc, raw, dated, index)
        elif raw.form == "day":
            year = _of_list(doc, dated, index) or _of_what_was_held(doc, raw, dated, index)
        else:
            continue
        if year is not None:
            found.append((replace(raw, at=raw.at._replace(year=year), until=None), role))
    return found


def _of_what_comes(doc: Doc, raw: RawDate, dated: list[Dated], index: int) -> int | None:
    """ "tháng 11 tới đây tỉnh sẽ mở Ngày hội Hoa Ban | năm 2019": the name of what is held, in the same sentence, with
    no other date between."""
    if index + 1 >= len(dated):
        return None
    behind = dated[index + 1][0]
    near = behind.form in _YEARS and behind.start - raw.end <= _BEHIND
    near = near and behind.start < doc.sentence_of(raw.start)[1]
    return behind.at.year if near and _names_what_is_held(doc, raw.end, behind.start) else None


def _of_list(doc: Doc, dated: list[Dated], index: int) -> int | None:
    """The last but one day of a list of what is to come, whose last has its year: the year before where the months
    begin anew between them."""
    if index + 1 >= len(dated) or dated[index + 1][1].dates != "planned":
        return None
    raw, last = dated[index][0], dated[index + 1][0]
    year, month = last.at.year, last.at.month
    if last.form != "day" or year is None or month is None or not _beside(doc, raw, last):
        return None
    row = [last, raw]
    while len(row) < _MOST and (at := index - len(row) + 1) >= 0 and _goes_before(doc, dated[at][0], row[-1]):
        row.append(dated[at][0])
    days = [(item.at.month or 0, item.at.day or 0) for item in reversed(row)]
    rises = all(one < other for one, other in pairwise(days[:-1]))
    turn = days[-2][0] - days[-1][0]  # months that the last day lies before the one in front of it
    if len(row) < _FEWEST or not rises or (days[-1] < days[-2] and turn < _LONG_TURN):
        return None
    return year - (days[-1] < days[-2])


def _goes_before(doc: Doc, raw: RawDate, other: RawDate) -> bool:
    return raw.form == "day" and raw.at.year is None and _beside(doc, raw, other)


def _beside(doc: Doc, one: RawDate, other: RawDate) -> bool:
    """Two days of one list: few words and a comma or "và" between them."""
    between = doc.keys[one.end : other.start]
    if len(between) > _APART or _MARKS.isdisjoint(between):
        return False
    return doc.sentence[one.end - 1] == doc.sentence[other.start]


def _of_what_was_held(doc: Doc, raw: RawDate, dated: list[Dated], index: int) -> int | None:
    """ "Giải Bơi học sinh năm 2016 diễn ra từ | ngày 9-7 đến 20-7": the days of a contest."""
    if not index or dated[index - 1][0].form != "year" or raw.until is None:
        return None
    named = dated[index - 1][0]
    between = doc.keys[named.end : raw.start]
    held = len(between) <= _HELD_BACK and _HELD.among(between) and _WILL not in between
    held = held and _names_what_is_held(doc, max(0, named.start - _NAME_BACK), named.start)
    return named.at.year if held and doc.sentence[named.end - 1] == doc.sentence[raw.start] else None


def _names_what_is_held(doc: Doc, first: int, last: int) -> bool:
    """The tokens tell the name of a contest, a fair or a feast, or a name in quotation marks."""
    row = doc.keys[first:last]
    if _NO_CONTEST.among(row):
        return False
    return "”" in doc.words[first:last] or not CONTESTS.isdisjoint(row) or CONTEST_PAIRS.among(row)
