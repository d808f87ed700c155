"""The written forms of dates, read by a small grammar over the digits of a text.

Each row of numbers (`daterow`) is read as day, month and year; "ngày", "tháng" and "năm" around it decide what a single
number is. What does not fit the calendar is left alone: decimals, scores, plates, law numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.extract.calendar import (
    DAY_CUES,
    DAY_WORD,
    MONTH_WORD,
    PARTS_OF_DAY,
    SUNDAY,
    WEEKDAY_WORD,
    WEEKDAYS,
    YEAR_WORD,
    is_day,
    is_year,
    keys,
)
from borderwire.extract.daterow import Day, Row, as_day, read_row
from borderwire.extract.doc import Doc
from borderwire.text import key

_UNTIL = keys("đến", "tới")
_AND = keys("và") | {","}
_BEFORE_LOOSE_DAY = keys("từ", "đến", "tới", "và", "vào", "trước", "sau", "dịp", "lễ") | {"(", ","}
_BEFORE_BARE_YEAR = keys("sn", "từ", "đến", "tới", "sau", "trước", "đầu", "cuối", "giữa", "đoạn", "khóa") | {"("}
_NO_MONTH_BEFORE = keys("mỗi", "hằng", "hàng", "một", "mấy", "nhiều", "vài", "các")
_HALF_YEAR = keys("đầu", "cuối")
_QUARTERS = {key(roman): number for number, roman in enumerate(("i", "ii", "iii", "iv"), 1)}
_QUARTER_WORD = key("quý")
_SPAN_BEFORE = keys("trong", "hai", "ba", "bốn", "từ")
_LUNAR = (key("âm"), key("lịch"))
_LUNAR_BEFORE = keys("tức", "nhằm")
_LONGEST_LINK = 6  # tokens between the two ends of "từ 22h ngày 24 đến 3h sáng 25/7"


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


def find_raw_dates(doc: Doc) -> list[RawDate]:
    """All dates in order of the text."""
    found: list[RawDate] = []
    done = 0
    for index in doc.digits():
        if index < done or not _may_be_date(doc, index):
            continue
        row = read_row(doc, index)
        done = row.end
        raw = _read(doc, row)
        if raw is not None:
            done = raw.end
            found.append(raw)
    return [raw for raw in _link(doc, found) if raw.form != "day-only"]


_JOINTS = frozenset("/.-–—−‐‑")
_MAY_PRECEDE = DAY_CUES | keys("tháng", "năm", "học", "t") | frozenset("(,:-–/")
_YEAR_DIGITS = 4


def _may_be_date(doc: Doc, index: int) -> bool:
    """Cheap test for most numbers, which are none: a joint or "tháng" after, a cue before, or four digits."""
    if len(doc.words[index]) == _YEAR_DIGITS:
        return True
    after = index + 1
    if after < len(doc.words) and (doc.words[after] in _JOINTS or doc.keys[after] == MONTH_WORD):
        return True
    return index > 0 and (doc.keys[index - 1] in _MAY_PRECEDE or _weekday(doc, index - 1) is not None)


def _read(doc: Doc, row: Row) -> RawDate | None:
    groups = row.groups
    if not groups or _inside_a_code(doc, row):
        return None
    before = doc.keys[row.start - 1] if row.start and not doc.breaks[row.start] else ""
    if before == MONTH_WORD or (before == "t" and doc.glued(row.start)):
        raw = _month(doc, row, row.start - 1)
        if raw is not None:
            return raw
    if before == YEAR_WORD or (before == key("học") and doc.keys[row.start - 2] == YEAR_WORD):
        raw = _years(row, row.start - 1)
        if raw is not None:
            return raw
    return _days(doc, row) or _bare_years(doc, row, before)


def _inside_a_code(doc: Doc, row: Row) -> bool:
    """Digits that belong to a name or a clock: `PC47`, `12:30`, `31/2013/QH13`, `14h`, `15kg`, `7%`."""
    start, end = row.start, row.end
    if doc.glued(start) and not _after_quarter(doc, start):
        left = doc.words[start - 1]
        if left[-1] in ":.,/%" or (left.isalpha() and not (left in "tT" and len(row.groups[0]) == 2)):
            return not left.isalpha() or len(left) < 2 or len(row.widths) < 2
    if end < len(doc) and doc.glued(end):
        right = doc.words[end]
        if right == "%" or right == "/" or (right == ":" and len(row.widths) == 1):
            return right != "/" or (end + 1 < len(doc) and doc.glued(end + 1) and doc.shapes[end + 1] != "d")
        if right.isalpha():
            return len(right) < 3 or len(row.widths) < 2
        if right in ",." and end + 1 < len(doc) and doc.glued(end + 1) and doc.shapes[end + 1] == "d":
            return True
    return False


def _after_quarter(doc: Doc, start: int) -> bool:
    """"quý III/2025"."""
    return start > 2 and doc.words[start - 1] == "/" and doc.keys[start - 3] == _QUARTER_WORD


# --- days -----------------------------------------------------------------------------------------


def _days(doc: Doc, row: Row) -> RawDate | None:
    groups, end = row.groups, row.end
    start, cued, weekday = _cue_before(doc, row.start)
    spelled = _spelled_month(doc, row)
    if spelled is not None:
        month, end = spelled
        first, last = Day(month.year, month.month, groups[0][0]), Day(month.year, month.month, groups[-1][-1])
        return _checked(start, end, first, last if len(groups) > 1 or len(groups[0]) > 1 else None, cued, weekday)
    if len(groups) == 2 and len(groups[1]) == 1 and is_year(groups[1][0]):
        groups = [[*groups[0], groups[1][0]]]  # 24/7-2024
    last_day = as_day(groups[-1])
    if last_day is None or last_day.day is None:
        return _lone_day(row, start, cued, weekday)
    last_day, end = _year_after(doc, last_day, end)
    if len(groups) == 1:
        if not (cued or last_day.year is not None or _loose_day_fits(doc, row)):
            return None
        return _checked(start, end, last_day, None, cued, weekday)
    first_day = _first_of_span(groups[0], last_day)
    if first_day is None or not (cued or last_day.year is not None or _loose_day_fits(doc, row)):
        return None
    return _checked(start, end, first_day, last_day, cued, weekday)


def _first_of_span(group: list[int], last: Day) -> Day | None:
    if len(group) == 1:
        return Day(last.year, last.month, group[0])
    first = as_day(group)
    if first is None or first.day is None:
        return None
    return Day(first.year or last.year, first.month, first.day)


def _checked(
    start: int, end: int, first: Day, last: Day | None, cued: bool, weekday: int | None
) -> RawDate | None:
    """The date, if the calendar has it; a "span" that runs backwards is none."""
    for day in (first, last):
        if day is not None and not (day.month and day.day and is_day(day.month, day.day, day.year)):
            return None
    if last is not None and (last.year or 0, last.month or 0, last.day or 0) <= (
        first.year or 0, first.month or 0, first.day or 0,
    ):
        return None
    return RawDate(start, end, first, last, cued, "day", weekday)


def _lone_day(row: Row, start: int, cued: bool, weekday: int | None) -> RawDate | None:
    """"ngày 24": kept until `_link` has looked for its month in a neighbour ("ngày 24 và 25/7")."""
    if len(row.groups) > 1 or len(row.groups[0]) > 1 or not cued or not 1 <= row.groups[0][0] <= 31:
        return None
    return RawDate(start, row.end, Day(None, None, row.groups[0][0]), None, cued, "day-only", weekday)


def _spelled_month(doc: Doc, row: Row) -> tuple[Day, int] | None:
    """"3 tháng 12 năm 2020" after the day: its month and year, and the token after it."""
    here = row.end
    if here + 1 >= len(doc) or doc.keys[here] != MONTH_WORD or doc.shapes[here + 1] != "d" or doc.breaks[here]:
        return None
    flat = [number for group in row.groups for number in group]
    if len(flat) > 2 or not all(1 <= number <= 31 for number in flat):
        return None
    month = read_row(doc, here + 1)
    if len(month.groups) != 1:
        return None
    group = month.groups[0]
    if len(group) == 1 and 1 <= group[0] <= 12:
        return _year_after(doc, Day(None, group[0]), month.end)
    day = as_day(group) if len(group) == 2 else None
    return (day, month.end) if day is not None and day.year is not None else None


def _year_after(doc: Doc, day: Day, end: int) -> tuple[Day, int]:
    """Takes in "năm 2020" or ", 2020" right after a month."""
    if day.year is not None or end + 1 >= len(doc):
        return day, end
    word = doc.keys[end]
    at = end + 1
    if word == "," and at + 1 < len(doc) and doc.keys[at] == YEAR_WORD:
        at += 1
    elif word != YEAR_WORD and not (word == "," and doc.shapes[at] == "d"):
        return day, end
    if doc.shapes[at] != "d" or doc.breaks[at] or len(doc.words[at]) != 4 or not is_year(int(doc.words[at])):
        return day, end
    if word == "," and at == end + 1 and (at + 1 < len(doc) and doc.glued(at + 1) and doc.words[at + 1] != "."):
        return day, end
    return Day(int(doc.words[at]), day.month, day.day), at + 1


def _cue_before(doc: Doc, start: int) -> tuple[int, bool, int | None]:
    """Where the phrase of a day begins ("Sáng ngày 5/6"), whether a word announces it, and its weekday."""
    at = start - 1
    while at >= 0 and not doc.breaks[at + 1] and doc.words[at] in "(,:-–" and start - at <= 2:
        at -= 1
    if at < 0 or doc.breaks[at + 1]:
        return start, False, None
    weekday = _weekday(doc, at)
    if weekday is not None:
        return at - 1, True, weekday
    if doc.keys[at] not in DAY_CUES or doc.shapes[at] == "A" and doc.keys[at] == key("hôm"):
        return start, False, None
    begin = at
    while begin > 0 and not doc.breaks[begin] and doc.keys[begin - 1] in DAY_CUES | {key("rạng")}:
        begin -= 1
    if begin and (doc.words[at + 1] == ","):
        weekday = _weekday(doc, begin - 1)
    return begin, True, weekday


def _weekday(doc: Doc, at: int) -> int | None:
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
    """`5/6` without "ngày": only with a slash, and where a date is likely: after "từ", in brackets, opening a sentence."""
    if "/" not in doc.words[row.start : row.end]:
        return False
    start = row.start
    if start == 0 or doc.sentence[start - 1] != doc.sentence[start]:
        return row.end < len(doc) and doc.words[row.end] == ","
    return doc.keys[start - 1] in _BEFORE_LOOSE_DAY


# --- months and years -------------------------------------------------------------------------------


def _month(doc: Doc, row: Row, start: int) -> RawDate | None:
    """"tháng 10", "tháng 10/2024", "tháng 5-6/2019", "tháng 10 năm 2024"; not "mỗi tháng 10 lần"."""
    group, first = row.groups[-1], row.groups[0][0]
    if start and (doc.shapes[start - 1] == "d" or doc.keys[start - 1] in _NO_MONTH_BEFORE):
        return None
    last: Day | None
    if len(group) == 1 and 1 <= group[0] <= 12:
        last = Day(None, group[0])
    elif len(group) == 2 and len(row.groups) == 1 and all(1 <= number <= 12 for number in group):
        last = Day(None, group[1])
    else:
        last = as_day(group) if len(group) == 2 else None
    if last is None or last.day is not None:
        return None
    last, end = _year_after(doc, last, row.end)
    spans = len(row.groups) == 2 or (len(group) == 2 and not is_year(group[1]))
    if spans and not 1 <= first <= 12:
        return None
    at = Day(last.year, first) if spans else last
    return RawDate(start, end, at, last if spans else None, True, "month")


def _years(row: Row, start: int) -> RawDate | None:
    """"năm 2024", "năm 2019-2020", "năm 2016 - 2020"."""
    flat = [number for group in row.groups for number in group]
    if not is_year(flat[0]) or row.widths[0] != 4 or len(flat) > 2:
        return None
    if len(flat) == 1:
        return RawDate(start, row.end, Day(flat[0]), None, True, "year")
    if is_year(flat[1]) and flat[1] > flat[0]:
        return RawDate(start, row.end, Day(flat[0]), Day(flat[1]), True, "years")
    return None


def _bare_years(doc: Doc, row: Row, before: str) -> RawDate | None:
    """`2016-2020`, `10/2024`, `quý I/2020`, `6 tháng đầu năm 2017` (by its year), `SN 1987`."""
    groups, start = row.groups, row.start
    flat = [number for group in groups for number in group]
    if len(flat) == 2:
        if is_year(flat[0]) and is_year(flat[1]) and flat[0] < flat[1] and row.widths[:2] == [4, 4]:
            return RawDate(start, row.end, Day(flat[0]), Day(flat[1]), False, "years")
        day = as_day(flat)
        if day is not None and day.year and before == _QUARTER_WORD:
            return _quarter(start - 1, row.end, day.year, flat[0])
        if day is None or day.day is not None or (doc.words[start + 1] != "/" and before != "date"):
            return None
        return None if _numbers_a_document(doc, start) else RawDate(start, row.end, day, None, before == "date", "month")
    if len(flat) == 1 and row.widths == [4] and is_year(flat[0]):
        if before == "/" and start > 2 and doc.keys[start - 2] in _QUARTERS and doc.keys[start - 3] == _QUARTER_WORD:
            return _quarter(start - 3, row.end, flat[0], _QUARTERS[doc.keys[start - 2]])
        if before in _BEFORE_BARE_YEAR and not _counts_something(doc, row.end):
            return RawDate(start, row.end, Day(flat[0]), None, False, "year")
        if _named_for_a_year(doc, start, row.end, flat[0]):
            return RawDate(start, row.end, Day(flat[0]), None, False, "named-year")
    return None


def _quarter(start: int, end: int, year: int, number: int) -> RawDate | None:
    """"quý III/2025": its first and last month."""
    if not 1 <= number <= 4:
        return None
    return RawDate(start, end, Day(year, 3 * number - 2), Day(year, 3 * number), False, "quarter")


_DOCUMENT_NUMBER_BEFORE = keys("số", "tư", "định", "quyết", "luật", "thị", "lệnh")


def _numbers_a_document(doc: Doc, start: int) -> bool:
    """"Thông tư 12/2019": the number of a document, no month."""
    return start > 0 and doc.keys[start - 1] in _DOCUMENT_NUMBER_BEFORE


_NAMED_YEARS = range(2000, 2051)
_NO_NAME_BEFORE = keys("số", "hơn", "gần", "khoảng", "trên", "dưới", "là", "lộ", "đường", "án", "xe", "có", "được", "biển", "kiểm", "soát")
_AFTER_NAME = keys("và", "tại", "giữa", "được", "do", "với", "đã", "sẽ", "trong", "của", "nhằm", "cho", "diễn", "là", "theo")


def _named_for_a_year(doc: Doc, start: int, end: int, year: int) -> bool:
    """"Kế hoạch hợp tác 2017", "Ngày hội Việt Nam - Lào 2017": a year after a word, and no unit after it."""
    if year not in _NAMED_YEARS or start == 0 or doc.breaks[start] or doc.glued(start):
        return False
    left = doc.words[start - 1]
    if left in "-–" and start > 1:
        left = doc.words[start - 2]
    if not left[0].isalpha() or doc.shapes[start - 1] == "A" or doc.keys[start - 1] in _NO_NAME_BEFORE:
        return False
    if end >= len(doc) or doc.breaks[end]:
        return True
    right = doc.words[end]
    return not right[0].isalpha() or doc.keys[end] in _AFTER_NAME


def _counts_something(doc: Doc, after: int) -> bool:
    """A four-digit number before an ordinary word counts things: "từ 2000 người"."""
    return after < len(doc) and doc.shapes[after] == "l" and doc.keys[after] not in _UNTIL and not doc.breaks[after]


# --- neighbours -----------------------------------------------------------------------------------


def _link(doc: Doc, found: list[RawDate]) -> list[RawDate]:
    """Joins the ends of spans ("từ 28/5 đến 2/6/2019") and gives "ngày 24 và 25/7" its month, right to left."""
    linked: list[RawDate] = []
    for raw in reversed(found):
        if linked and raw.until is None and linked[-1].at.month is not None:
            link = _link_between(doc, raw, linked[-1])
            if link:
                raw = _completed(raw, linked[-1])
                if link == "until" and _is_span(raw, linked[-1]):
                    after = linked.pop()
                    last = after.until or after.at
                    linked.append(RawDate(raw.start, after.end, raw.at, last, raw.cued, raw.form, raw.weekday))
                    continue
        linked.append(raw)
    linked.reverse()
    return linked


def _link_between(doc: Doc, left: RawDate, right: RawDate) -> str | None:
    gap = doc.keys[left.end : right.start]
    if len(gap) > _LONGEST_LINK or doc.sentence[left.end - 1] != doc.sentence[right.start]:
        return None
    if any(word in _UNTIL for word in gap):
        return "until"
    if len(gap) == 1 and doc.words[left.end] in "-–":
        return "until"
    if len(gap) <= 2 and gap and gap[0] in _AND:
        return "until" if _counted_days(doc, left) else "and"
    return None


def _counted_days(doc: Doc, left: RawDate) -> bool:
    """"Trong hai ngày 14 và 15/6": the days of one event."""
    at = left.start - 1
    return at >= 0 and (doc.keys[at] in _SPAN_BEFORE or (doc.shapes[at] == "d" and doc.keys[left.start] == DAY_WORD))


def _completed(left: RawDate, right: RawDate) -> RawDate:
    """What the left date leaves out is written at the right one."""
    year, month, day = left.at.year, left.at.month, left.at.day
    if month is None and day is not None and right.at.day is not None and day > right.at.day:
        return left  # "ngày 30 và 2/6": the month is not the neighbour's
    at = Day(year or right.at.year, month or right.at.month, day)
    form = "day" if at.month and at.day else left.form
    return RawDate(left.start, left.end, at, left.until, left.cued, form, left.weekday)


def _is_span(left: RawDate, right: RawDate) -> bool:
    if left.form != right.form or left.at.month is None or right.at.month is None:
        return False
    last = right.until or right.at
    return (left.at.year or 0, left.at.month, left.at.day or 0) < (last.year or 0, last.month or 0, last.day or 0)


__all__ = ["PARTS_OF_DAY", "Day", "RawDate", "find_raw_dates"]
