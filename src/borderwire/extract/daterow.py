"""Rows of numbers joined by `/`, `.` or dashes, cut into groups: `12 - 15/3/2021` is `[12] [15, 3, 2021]`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from borderwire.extract.calendar import YEAR_WORD, is_day, is_year
from borderwire.extract.doc import Doc

_DASHES = frozenset("-–—−‐‑")
_JOINTS = _DASHES | frozenset("/.")
_BEFORE_YEAR = frozenset([YEAR_WORD, ","])
_TIME_MARKS = frozenset([":", "h", "H", "g"])
_LONGEST_ROW = 8  # two full dates are six numbers


@dataclass(slots=True)
class Row:
    """Tokens `[start, end)`; groups: numbers between dashes that mean "until"; widths: digits of the first number."""

    start: int
    end: int
    groups: list[list[int]]
    widths: list[int]


class Day(NamedTuple):
    """A date as far as it is written."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


def read_row(doc: Doc, start: int) -> Row:
    """The row that begins at digit token `start`; groups is empty where it cannot be a date."""
    words, shapes = doc.words, doc.shapes
    here, last = start + 1, len(words) - 1
    if here >= last or words[here] not in _JOINTS or shapes[here + 1] != "d":
        size = len(words[start])
        return Row(start, here, [[int(words[start])]] if size <= 4 else [], [size])
    numbers, joints = [start], []
    while (
        here < last
        and words[here] in _JOINTS
        and shapes[here + 1] == "d"
        and _joined(doc, here)
        and not _clock_time(doc, here + 1)
    ):
        joints.append(here)
        numbers.append(here + 1)
        here += 2
    widths = [len(words[index]) for index in numbers]
    if max(widths) > 4 or len(numbers) > _LONGEST_ROW:
        return Row(start, here, [], widths)
    return Row(start, here, _groups(doc, numbers, joints), widths)


def _clock_time(doc: Doc, at: int) -> bool:
    """ "10:48", "15h30": the digits begin a time of day."""
    after = at + 1
    if after >= len(doc.words) or doc.words[after] not in _TIME_MARKS or not doc.glued(after):
        return False
    # "Sáng 23/10: Đoàn ...": the colon ends a heading
    return doc.words[after] != ":" or (after + 1 < len(doc.words) and doc.shapes[after + 1] == "d")


def _joined(doc: Doc, joint: int) -> bool:
    """A dot joins only without white space; slashes and dashes may have it, but not across lines."""
    if doc.breaks[joint] or doc.breaks[joint + 1]:
        return False
    return doc.words[joint] != "." or (doc.glued(joint) and doc.glued(joint + 1))


def _groups(doc: Doc, numbers: list[int], joints: list[int]) -> list[list[int]]:
    words = doc.words
    cuts = _between_dates(doc, numbers, joints)
    if not cuts:
        if _DASHES.isdisjoint([words[joint] for joint in joints]):
            return [[int(words[number]) for number in numbers]]
        cuts = _until_dashes(doc, joints)
    groups = [[int(words[numbers[0]])]]
    for joint, index in zip(joints, numbers[1:], strict=True):
        if joint in cuts:
            groups.append([])
        groups[-1].append(int(words[index]))
    return groups


def _until_dashes(doc: Doc, joints: list[int]) -> list[int]:
    """Dashes that mean "until": those beside slashes or dots, or spaced ones beside tight ones."""
    dashes = [joint for joint in joints if doc.words[joint] in _DASHES]
    if len(dashes) < len(joints):
        return dashes
    tight = [joint for joint in dashes if doc.glued(joint) and doc.glued(joint + 1)]
    spaced = [joint for joint in dashes if not doc.glued(joint) and not doc.glued(joint + 1)]
    return spaced if tight and spaced else []


def _between_dates(doc: Doc, numbers: list[int], joints: list[int]) -> list[int]:
    """ "5-9-1962-5-9-2017", "5/9/1962 /5/9/2017": two full dates, and the sign after the first year parts them."""
    if len(numbers) != 6 or [len(doc.words[number]) for number in (numbers[2], numbers[5])] != [4, 4]:
        return []
    return [joints[2]]


def as_day(group: list[int], *, swapped: bool = False) -> Day | None:
    """Two or three numbers as a date: day/month, month/year, day/month/year, year-month(-day).

    swapped: month before day, as some machines stamp it."""
    if len(group) == 2:
        first, second = group
        if is_year(second) and 1 <= first <= 12:
            return Day(second, first)
        if is_year(first) and 1 <= second <= 12:
            return Day(first, second)
        day, month = (second, first) if swapped else (first, second)
        return Day(None, month, day) if is_day(month, day) else None
    if len(group) == 3:
        first, middle, last = group
        if is_year(first) and is_day(middle, last, first):
            return Day(first, middle, last)
        day, month = (middle, first) if swapped else (first, middle)
        if is_year(last) and is_day(month, day, last):
            return Day(last, month, day)
    return None


@dataclass(slots=True)
class RawDate:
    """Tokens `[start, end)` write a date. until: last day of a span; cued: a word such as "ngày" stands before it;
    form: day, month, quarter, year, named-year, years; weekday: 0 for Monday, where the text names it."""

    start: int
    end: int
    at: Day
    until: Day | None
    cued: bool
    form: str
    weekday: int | None = None


def year_after(doc: Doc, day: Day, end: int) -> tuple[Day, int]:
    """Takes in "năm 2020" or ", 2020" right after a month."""
    if day.year is not None or end + 1 >= len(doc.keys):
        return day, end
    word = doc.keys[end]
    if word not in _BEFORE_YEAR:
        return day, end
    at = end + 1
    if word == "," and at + 1 < len(doc) and doc.keys[at] == YEAR_WORD:
        at += 1
    elif word != YEAR_WORD and not (word == "," and doc.shapes[at] == "d"):
        return day, end
    if doc.shapes[at] != "d" or doc.breaks[at] or len(doc.words[at]) != 4 or not is_year(int(doc.words[at])):
        return day, end
    if word == "," and at == end + 1 and at + 1 < len(doc) and doc.glued(at + 1) and doc.words[at + 1] != ".":
        return day, end
    return Day(int(doc.words[at]), day.month, day.day), at + 1
