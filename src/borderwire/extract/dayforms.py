"""Days as they are written: "15/8", "ngày 15.8.2025", "Sáng 22-11", "3 tháng 12 năm 2020", "12 - 15/3/2021"."""

from __future__ import annotations

from borderwire.extract.calendar import (
    DAY_CUES,
    DAY_WORD,
    MONTH_WORD,
    PARTS_OF_DAY,
    SUNDAY,
    WEEKDAY_WORD,
    WEEKDAYS,
    is_day,
    is_year,
)
from borderwire.extract.daterow import Day, RawDate, Row, as_day, read_row, year_after
from borderwire.extract.doc import Doc
from borderwire.extract.monthwords import month_in_words
from borderwire.extract.phrases import DASHES
from borderwire.extract.words import keys
from borderwire.text import key

_BEFORE_LOOSE_DAY = keys("từ đến tới và vào trước sau dịp lễ") | {"(", ","}
_PARTED = keys("số người tổng dân diện hộ thành thôn bản xã huyện")  # "và 1/3 số hộ": a part, no day
_AND_WORD = key("và")
_AND = frozenset([_AND_WORD, ","])
_FROM, _UNTIL = key("từ"), keys("đến tới")
_POSTED = keys("posted published updated")
_CENTURY, _YEAR_DIGITS = 2000, 4
# "Trong buổi sáng làm việc | 19/5".
_AT_WORK, _HALF = [key("làm"), key("việc")], [key("buổi")]
_ROW = 3  # tokens of "28-2"
_AFTER_SPAN = keys("tại ở năm do theo vừa đã diễn đoàn")
_DAY_PHRASE = DAY_CUES | keys("rạng")


def read_days(doc: Doc, row: Row) -> RawDate | None:
    groups, end = row.groups, row.end
    start, cued, weekday = _cue_before(doc, row.start)
    if cued and _begins_list(doc, row):
        return RawDate(start, end, Day(None, None, groups[0][0]), None, cued, "day-only", weekday)
    spelled = _spelled_month(doc, row, cued)
    if spelled is not None:
        month, end = spelled
        first, last = Day(month.year, month.month, groups[0][0]), Day(month.year, month.month, groups[-1][-1])
        return _checked(start, end, first, last if len(groups) > 1 or len(groups[0]) > 1 else None, cued, weekday)
    if len(groups) == 2 and len(groups[1]) == 1 and is_year(groups[1][0]):
        groups = [[*groups[0], groups[1][0]]]  # 24/7-2024
    last_day = as_day(groups[-1])
    if last_day is None and len(groups) == 1 and stamps_english(doc, row.start):
        last_day = as_day(groups[0], swapped=True)
    if last_day is None and len(groups) == 1 and row.widths[-1] == 2:
        last_day = _short_year(doc, row.start, groups[0])
    if last_day is None or last_day.day is None:
        return _lone_day(doc, row, start, cued, weekday)
    last_day, end = year_after(doc, last_day, end)
    if len(groups) == 1:
        if not (cued or last_day.year is not None or _loose_day_fits(doc, row)):
            return None
        return _checked(start, end, last_day, None, cued, weekday)
    first_day = _first_of_span(groups[0], last_day)
    if first_day is None or not (cued or last_day.year is not None or _loose_day_fits(doc, row)):
        return None
    return _checked(start, end, first_day, last_day, cued, weekday)


def _begins_list(doc: Doc, row: Row) -> bool:
    """ "ngày | 20-21 | và 22/10/2013": two days of the month that is told after the third."""
    end, last = row.end, row.end + _ROW
    if end - row.start != _ROW or doc.words[row.start + 1] not in DASHES or last >= len(doc) or doc.breaks[end]:
        return False
    listed = (
        doc.keys[end] == _AND_WORD and doc.shapes[end + 1 : last + 1] == ["d", "p", "d"] and doc.words[end + 2] == "/"
    )
    return listed and int(doc.words[row.start]) < int(doc.words[row.start + 2]) < int(doc.words[end + 1]) <= 31


def _short_year(doc: Doc, start: int, group: list[int]) -> Day | None:
    """The day of a stamp with two digits of its year: "29/05/13 22:04"."""
    if len(group) != 3 or doc.block_of(start).kind != "stamp":
        return None
    return as_day([*group[:2], _CENTURY + group[2]])


def stamps_english(doc: Doc, start: int) -> bool:
    """ "Posted on 08/16/2023": a machine that speaks English, and may write the month first."""
    return start > 0 and not _POSTED.isdisjoint(doc.keys[max(0, start - 2) : start])


def _first_of_span(group: list[int], last: Day) -> Day | None:
    if len(group) == 1:
        return Day(last.year, last.month, group[0])
    first = as_day(group)
    if first is None or first.day is None:
        return None
    return Day(first.year or last.year, first.month, first.day)


def _checked(start: int, end: int, first: Day, last: Day | None, cued: bool, weekday: int | None) -> RawDate | None:
    """The date, if the calendar has it; a "span" that runs backwards is none."""
    for day in (first, last):
        if day is not None and not (day.month and day.day and is_day(day.month, day.day, day.year)):
            return None
    if last is not None and (last.year or 0, last.month or 0, last.day or 0) <= (
        first.year or 0,
        first.month or 0,
        first.day or 0,
    ):
        return None
    return RawDate(start, end, first, last, cued, "day", weekday)


def opens_span(doc: Doc, start: int) -> bool:
    """ "(từ 7 đến 9/3)", "Từ 3 đến 6-6, ...", "từ 3 đến 6 tháng 6": the day that begins here lacks its month."""
    row = doc.keys
    if start < 1 or start + 3 >= len(doc) or row[start - 1] != _FROM or row[start + 1] not in _UNTIL:
        return False
    if row[start + 2] == DAY_WORD:  # "trong hai ngày từ 22 đến ngày 23/9"
        if start + 4 >= len(doc) or doc.shapes[start + 3] != "d":
            return False
        # "Từ 23 đến ngày 24 tháng 5"
        return (
            (start > 1 and row[start - 2] == DAY_WORD) or row[start + 4] == MONTH_WORD or doc.words[start + 4] in "/."
        )
    if doc.shapes[start + 2] != "d":
        return False
    return doc.words[start + 3] in "/." or row[start + 3] == MONTH_WORD or _set_off(doc, start)


def _opens_list(doc: Doc, start: int) -> bool:
    """ "(24 và 25-3)", "(9, 10/4)": the days of a bracket, the last with the month of all."""
    first, last = start + 2, start + 2 + _ROW
    if start < 1 or last >= len(doc) or doc.words[start - 1] != "(" or doc.keys[start + 1] not in _AND:
        return False
    return doc.shapes[first:last] == ["d", "p", "d"] and doc.words[first + 1] in "/-." and doc.words[last] == ")"


def _set_off(doc: Doc, start: int) -> bool:
    """A span that has a clause to itself counts no things: "Từ 3 đến 6-6, ...", "(từ 3 đến 6-6)"."""
    end = start + 5
    if end > len(doc) or doc.words[start + 3] != "-" or doc.shapes[start + 4] != "d":
        return False
    return _ends_phrase(doc, end)


def _ends_phrase(doc: Doc, end: int) -> bool:
    """No things are counted by what ends before the token: a sign follows, or a word that goes on to tell of days."""
    return end == len(doc) or doc.shapes[end] == "p" or doc.keys[end] in _AFTER_SPAN


def _ends_span(doc: Doc, row: Row) -> bool:
    """ "Từ 28-2 đến 3-3, ...": either end, written with dashes; not "từ 2-3 đến 5-6 người"."""
    if row.end - row.start != _ROW or len(row.groups) != 1:
        return False
    first = row.start if doc.keys[row.start - 1] == _FROM else row.start - 1 - _ROW
    middle, last = first + _ROW, first + 2 * _ROW + 1
    if first < 1 or last > len(doc) or doc.keys[first - 1] != _FROM or doc.keys[middle] not in _UNTIL:
        return False
    written = "".join(doc.shapes[first:middle] + doc.shapes[middle + 1 : last])
    return written == "dpddpd" and (last == len(doc) or doc.shapes[last] != "l" or doc.keys[last] in _AFTER_SPAN)


def _shows_span(doc: Doc, row: Row) -> bool:
    """ "hội nghị tại Viêng Chăn 23-26/7": a dash before a slash writes a span of days; not "2-3/5 ghế"."""
    if doc.words[row.end - 2] != "/" or max(row.widths) < 2:
        # "từ 15 - 17-5, đoàn ..."
        return doc.keys[row.start - 1] == _FROM and _ends_phrase(doc, row.end)
    return row.end == len(doc) or doc.shapes[row.end] != "l" or doc.keys[row.end] in _AFTER_SPAN


def _ends_counted_span(doc: Doc, row: Row) -> bool:
    """ "từ ngày 25 đến 28-12", "từ ngày 6 đến 9-5": "ngày" tells that no things are counted."""
    start = row.start
    if start < 4 or row.end != start + _ROW or doc.keys[start - 1] not in _UNTIL or doc.shapes[start - 2] != "d":
        return False
    return doc.keys[start - 3] == DAY_WORD and doc.keys[start - 4] == _FROM


def _begins_span(doc: Doc, row: Row) -> bool:
    """ "từ 11.8 đến ngày 14.8.2015": either end with the same sign."""
    start, after = row.start, row.end + 2
    if start < 1 or after + _ROW > len(doc) or row.end - start != _ROW or doc.keys[start - 1] != _FROM:
        return False
    written = doc.shapes[after : after + _ROW] == ["d", "p", "d"] and doc.words[after + 1] == doc.words[start + 1]
    return written and doc.keys[row.end] in _UNTIL and doc.keys[row.end + 1] == DAY_WORD


def _ends_like_its_begin(doc: Doc, row: Row) -> bool:
    """ "từ ngày 29.5 đến 1.6": both ends with the same sign."""
    start = row.start
    if row.end != start + _ROW or doc.keys[start - 1] not in _UNTIL:
        return False
    return doc.shapes[start - 4 : start - 1] == ["d", "p", "d"] and doc.words[start - 3] == doc.words[start + 1]


def _lone_day(doc: Doc, row: Row, start: int, cued: bool, weekday: int | None) -> RawDate | None:
    """ "ngày 24": kept until `_link` has looked for its month in a neighbour ("ngày 24 và 25/7")."""
    if len(row.groups) > 1 or len(row.groups[0]) > 1 or not 1 <= row.groups[0][0] <= 31:
        return None
    if not cued and not opens_span(doc, row.start) and not _opens_list(doc, row.start):
        return None
    return RawDate(start, row.end, Day(None, None, row.groups[0][0]), None, cued, "day-only", weekday)


def _spelled_month(doc: Doc, row: Row, cued: bool) -> tuple[Day, int] | None:
    """ "3 tháng 12 năm 2020" after the day: its month and year, and the token after it."""
    here = row.end
    if here + 1 >= len(doc.keys) or doc.keys[here] != MONTH_WORD or doc.breaks[here]:
        return None
    flat = [number for group in row.groups for number in group]
    if len(flat) > 2 or not all(1 <= number <= 31 for number in flat):
        return None
    if doc.shapes[here + 1] != "d":
        return month_in_words(doc, here) if cued else None
    month = read_row(doc, here + 1)
    if month.end == here + 1 + _ROW and month.end < len(doc) and doc.keys[month.end] == MONTH_WORD:
        # "22 tháng 10 - 23 tháng 10 năm 2019": the dash parts the two days
        number = month.groups[0][0] if month.groups else 0
        return (Day(None, number), here + 2) if 1 <= number <= 12 else None
    if len(month.groups) != 1 or _counts_days(doc, month.end):
        return None
    group = month.groups[0]
    if len(group) == 1 and 1 <= group[0] <= 12:
        return _bare_year(doc, group[0], month.end) or year_after(doc, Day(None, group[0]), month.end)
    day = as_day(group) if len(group) == 2 else None
    return (day, month.end) if day is not None and day.year is not None else None


def _bare_year(doc: Doc, month: int, at: int) -> tuple[Day, int] | None:
    """ "Thứ ba, 07 Tháng 7 | 2015 03:26": the year without its word, before the clock of a stamp or at its end."""
    if at >= len(doc) or doc.breaks[at] or doc.shapes[at] != "d" or len(doc.words[at]) != _YEAR_DIGITS:
        return None
    clock = doc.shapes[at + 1 : at + 2] == ["d"] and doc.words[at + 2 : at + 3] == [":"]
    ends = at + 1 == len(doc) or doc.breaks[at + 1] or clock
    return (Day(int(doc.words[at]), month), at + 1) if ends and is_year(int(doc.words[at])) else None


def _counts_days(doc: Doc, end: int) -> bool:
    """ "2 tháng 10 ngày": a length of time."""
    return end < len(doc) and doc.keys[end] == DAY_WORD and not doc.breaks[end]


def _cue_before(doc: Doc, start: int) -> tuple[int, bool, int | None]:
    """Where the phrase of a day begins ("Sáng ngày 5/6"), whether a word announces it, and its weekday."""
    at = start - 1
    while at >= 0 and not doc.breaks[at + 1] and doc.words[at] in "(,:-–" and start - at <= 2:
        at -= 1
    if at < 0 or doc.breaks[at + 1]:
        return start, False, None
    weekday = weekday_at(doc, at)
    if weekday is not None:
        return at - 1, True, weekday
    if (
        doc.keys[at - 1 : at + 1] == _AT_WORK
        and doc.keys[at - 3 : at - 2] == _HALF
        and doc.keys[at - 2] in PARTS_OF_DAY
    ):
        at -= 2
    if doc.keys[at] not in DAY_CUES:
        return start, False, None
    begin = at
    while begin > 0 and not doc.breaks[begin] and doc.keys[begin - 1] in _DAY_PHRASE:
        begin -= 1
    if begin and (doc.words[at + 1] == ","):
        weekday = weekday_at(doc, begin - 1)
    elif begin > 2 and doc.words[begin - 1] == "," and _opens_phrase(doc, begin - 3):
        weekday = weekday_at(doc, begin - 2)  # "Thứ năm, ngày 9/3"
    return begin, True, weekday


def _opens_phrase(doc: Doc, at: int) -> bool:
    """A weekday may begin at token `at`: "Sáng thứ năm", but "cuộc họp lần thứ năm"."""
    return at == 0 or doc.sentence[at - 1] != doc.sentence[at] or doc.keys[at - 1] in _DAY_PHRASE


def weekday_at(doc: Doc, at: int) -> int | None:
    """The weekday that ends at token `at`: "thứ hai", "Chủ nhật", "thứ 7"."""
    if at < 1:
        return None
    word, before = doc.keys[at], doc.keys[at - 1]
    if before == WEEKDAY_WORD:
        if word in WEEKDAYS:
            return WEEKDAYS[word]
        return int(word) - 2 if word in ("2", "3", "4", "5", "6", "7") else None
    return 6 if (before, word) == SUNDAY else None


def _loose_day_fits(doc: Doc, row: Row) -> bool:
    """`5/6` without "ngày": with a slash, and where a date is likely: after "từ", in brackets, opening a sentence."""
    start = row.start
    if start > 2 and doc.keys[start - 1] in _AND and doc.shapes[start - 2] == "d" and _cue_before(doc, start - 2)[1]:
        return True  # "các ngày 7 và 15-3", "trong 2 ngày: 11 và 12-4"
    if start > 1 and _opens_list(doc, start - 2):
        return True
    if _ends_counted_span(doc, row) or _begins_span(doc, row):
        return True
    if start > 4 and doc.keys[start - 5] == DAY_WORD and _ends_like_its_begin(doc, row):
        return True
    if len(row.groups) == 2 and len(row.groups[0]) == 1 and len(row.groups[1]) == 2 and _shows_span(doc, row):
        return True
    if "/" not in doc.words[start : row.end]:
        return _ends_span(doc, row) or (start > 2 and row.end == start + _ROW and opens_span(doc, start - 2))
    if start == 0 or doc.sentence[start - 1] != doc.sentence[start]:
        return row.end < len(doc) and doc.words[row.end] == ","
    if row.end < len(doc) and doc.keys[row.end] in _PARTED:
        return False
    return doc.keys[start - 1] in _BEFORE_LOOSE_DAY
