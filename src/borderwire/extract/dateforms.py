"""The written forms of dates, read by a small grammar over the digits of a text.

Each row of numbers (`daterow`) is read as day, month and year; "ngày", "tháng" and "năm" around it decide what a single
number is. What does not fit the calendar is left alone: decimals, scores, plates, law numbers.
"""

from __future__ import annotations

from borderwire.extract.calendar import DAY_CUES, DAY_WORD, MONTH_WORD, SUNDAY, WEEKDAY_WORD, YEAR_WORD
from borderwire.extract.datelinks import link_dates
from borderwire.extract.daterow import RawDate, Row, read_row
from borderwire.extract.dayforms import read_days
from borderwire.extract.doc import Doc
from borderwire.extract.englishdays import ENGLISH_MONTHS, read_english
from borderwire.extract.spots import digits
from borderwire.extract.words import keys
from borderwire.extract.yearforms import QUARTER_WORD, read_bare_years, read_month, read_years
from borderwire.text import key

_MAY_FOLLOW = frozenset("/.-–—−‐‑") | {MONTH_WORD} | frozenset(ENGLISH_MONTHS)
_WEEKDAY_STARTS = frozenset([WEEKDAY_WORD, SUNDAY[0]])
_MAY_PRECEDE = DAY_CUES | keys("tháng năm học t") | frozenset(ENGLISH_MONTHS)
_UNTIL = keys("đến tới")
_LISTED = keys("và") | {","}
_MAY_OPEN = _MAY_PRECEDE | keys("từ")
_CENTURIES = ("19", "20")
_SCHOOL = key("học")


def find_raw_dates(doc: Doc) -> list[RawDate]:
    """All dates in order of the text."""
    found: list[RawDate] = []
    done = 0
    for index in _candidates(doc):
        if index < done or _is_minute(doc, index):
            continue
        numbers = read_row(doc, index)
        done = numbers.end
        raw = _read(doc, numbers)
        if raw is not None:
            done = raw.end
            found.append(raw)
    return [raw for raw in link_dates(doc, found) if raw.form != "day-only"]


def _is_minute(doc: Doc, at: int) -> bool:
    """ "09:12 - 18/07/2019": the minute of a clock before a stamp, no first day of a span."""
    if (
        at < 2
        or doc.words[at - 1] != ":"
        or doc.shapes[at - 2] != "d"
        or len(doc.words[at - 2]) != 2
        or len(doc.words[at]) != 2
    ):
        return False
    return doc.glued(at) and doc.glued(at - 1) and at + 1 < len(doc) and not doc.glued(at + 1)


def _candidates(doc: Doc) -> list[int]:
    """The digits that may begin a date. A cheap look at most numbers, which do not: a joint or "tháng" after, a cue
    before, or four digits."""
    words, row, last = doc.words, doc.keys, len(doc.words) - 1
    found: list[int] = []
    for index in digits(doc):
        word, after = words[index], row[index + 1] if index < last else ""
        if (len(word) == 4 and word[:2] in _CENTURIES) or after in _MAY_FOLLOW:
            found.append(index)
        elif index:
            cues = _MAY_OPEN if after in _UNTIL else _MAY_PRECEDE
            weekday = after not in _UNTIL and index > 1 and row[index - 2] in _WEEKDAY_STARTS
            opens_list = after in _LISTED and _is_set_off(doc, index)
            if weekday or opens_list or row[index - 1] in cues:
                found.append(index)
    return found


def _is_set_off(doc: Doc, at: int) -> bool:
    """ "(13 và 14/9)", "trong 2 ngày: 13 và 14/9"."""
    mark = doc.words[at - 1]
    return mark == "(" or (mark == ":" and at > 1 and doc.keys[at - 2] == DAY_WORD)


def _read(doc: Doc, row: Row) -> RawDate | None:
    groups = row.groups
    if not groups or _inside_a_code(doc, row):
        return None
    before = doc.keys[row.start - 1] if row.start and not doc.breaks[row.start] else ""
    if before == MONTH_WORD or (before == "t" and doc.glued(row.start)):
        raw = read_month(doc, row, row.start - 1)
        if raw is not None:
            return raw
    if before == YEAR_WORD or (before == _SCHOOL and doc.keys[row.start - 2] == YEAR_WORD):
        raw = read_years(row, row.start - 1)
        if raw is not None:
            return raw
    return read_english(doc, row) or read_days(doc, row) or read_bare_years(doc, row, before)


def _inside_a_code(doc: Doc, row: Row) -> bool:
    """Digits that belong to a name or a clock: `PC47`, `12:30`, `31/2013/QH13`, `14h`, `15kg`, `7%`."""
    start, end, starts, ends = row.start, row.end, doc.starts, doc.ends
    if start and starts[start] == ends[start - 1] and not _after_quarter(doc, start):
        left = doc.words[start - 1]
        if left[-1] in ":.,/%" or (left.isalpha() and not (left in "tT" and len(row.groups[0]) == 2)):
            return not left.isalpha() or len(left) < 2 or len(row.widths) < 2
    if end < len(starts) and starts[end] == ends[end - 1]:
        right = doc.words[end]
        joined = end + 1 < len(starts) and starts[end + 1] == ends[end]
        if right == ":" and len(row.widths) == 1:
            return joined and doc.shapes[end + 1] == "d"
        if right in "%/":
            return right == "%" or (joined and doc.shapes[end + 1] != "d")
        if right.isalpha():
            return len(right) < 3 or len(row.widths) < 2
        if right in ",." and joined and doc.shapes[end + 1] == "d":
            return True
    return False


def _after_quarter(doc: Doc, start: int) -> bool:
    """ "quý III/2025"."""
    return start > 2 and doc.words[start - 1] == "/" and doc.keys[start - 3] == QUARTER_WORD
