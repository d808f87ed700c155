"""Dates that belong together: the ends of a span, and days that share the month of a neighbour."""

from __future__ import annotations

from itertools import pairwise

from borderwire.extract.calendar import DAY_WORD, is_day
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys
from borderwire.text import key

_UNTIL = keys("đến tới")
_AND = keys("và") | {","}
_FROM, _DAWN = key("từ"), key("rạng")
_SPAN_BEFORE = keys("trong hai ba bốn từ")
_LONGEST_LINK = 6  # tokens between the two ends of "từ 22h ngày 24 đến 3h sáng 25/7"


def link_dates(doc: Doc, found: list[RawDate]) -> list[RawDate]:
    """Joins the ends of spans ("từ 28/5 đến 2/6/2019") and gives "ngày 24 và 25/7" its month, right to left."""
    linked: list[RawDate] = []
    for found_raw in reversed(found):
        raw = found_raw
        if linked and raw.until is None and linked[-1].at.month is not None:
            link = _link_between(doc, raw, linked[-1])
            if link:
                raw = _completed(raw, linked[-1])
            if link == "until" and _is_span(raw, linked[-1]):
                after = linked.pop()
                last = after.until or after.at
                raw = RawDate(raw.start, after.end, raw.at, last, raw.cued, raw.form, raw.weekday)
        linked.append(raw)
    linked.reverse()
    for left, right in pairwise(linked):
        if left.form == "day" and right.form == "day" and left.at.year and right.at.year is None:
            right.at = _followed(doc, left, right)
    return linked


def _followed(doc: Doc, left: RawDate, right: RawDate) -> Day:
    """ "từ ... ngày 9/12/2021, ... đến ngày 29/5 vừa qua": the first such day after the other one."""
    year, begin = left.at.year, (left.at.month or 0, left.at.day or 0)
    first = doc.sentence_of(left.start)[0]
    if year is None or doc.sentence[left.start] != doc.sentence[right.start] or doc.keys[right.start - 1] not in _UNTIL:
        return right.at
    if _FROM not in doc.keys[first : left.start] or (right.at.month or 0, right.at.day or 0) == begin:
        return right.at
    later = (right.at.month or 0, right.at.day or 0) > begin
    return Day(year if later else year + 1, right.at.month, right.at.day)


def _link_between(doc: Doc, left: RawDate, right: RawDate) -> str | None:
    gap = doc.keys[left.end : right.start]
    if len(gap) > _LONGEST_LINK or doc.sentence[left.end - 1] != doc.sentence[right.start]:
        return None
    if any(word in _UNTIL for word in gap):
        return "until"
    if gap and gap[-1] in _AND and _counts_on(doc, left, right):
        return "until"
    if len(gap) == 1 and doc.words[left.end] in "-–":
        return "until"
    if not gap and left.at.month is None and doc.keys[right.start] == _DAWN:
        return "and"  # "Đêm 3 rạng sáng 4/6"
    if len(gap) <= 2 and gap and gap[0] in _AND:
        return "until" if _counted_days(doc, left) else "and"
    return None


def _counts_on(doc: Doc, left: RawDate, right: RawDate) -> bool:
    """ "các ngày 3, 4 và 5/6": days that follow one another."""
    days = [left.at.day or 0]
    for index in range(left.end, right.start):
        if doc.shapes[index] == "d":
            days.append(int(doc.words[index]) if len(doc.words[index]) <= 2 else 0)
        elif doc.keys[index] not in _AND:
            return False
    days.append(right.at.day or 0)
    return len(days) > 2 and all(after == before + 1 for before, after in pairwise(days))


def _counted_days(doc: Doc, left: RawDate) -> bool:
    """ "Trong hai ngày 14 và 15/6": the days of one event."""
    at = left.start - 1
    return at >= 0 and (doc.keys[at] in _SPAN_BEFORE or (doc.shapes[at] == "d" and doc.keys[left.start] == DAY_WORD))


def _completed(left: RawDate, right: RawDate) -> RawDate:
    """What the left date leaves out is written at the right one."""
    year, month, day = left.at.year, left.at.month, left.at.day
    if month is None and day is not None and right.at.day is not None and day > right.at.day:
        return left  # "ngày 30 và 2/6": the month is not the neighbour's
    if year is None and month is not None and right.at.year and right.at.month and month > right.at.month:
        year = right.at.year - 1  # "từ 11/12 đến tháng 3/2015"
    at = Day(year or right.at.year, month or right.at.month, day)
    if at.month and at.day and not is_day(at.month, at.day, at.year):
        return left  # "29/2 ... 3/3/2023"
    form = "day" if at.month and at.day else left.form
    return RawDate(left.start, left.end, at, left.until, left.cued, form, left.weekday)


def _is_span(left: RawDate, right: RawDate) -> bool:
    if left.form != right.form or left.at.month is None or right.at.month is None:
        return False
    last = right.until or right.at
    return (left.at.year or 0, left.at.month, left.at.day or 0) < (last.year or 0, last.month or 0, last.day or 0)
