"""Months and years as they are written: "tháng 10/2024", "năm 2019-2020", "quý III/2025", "Kế hoạch hợp tác 2017"."""

from __future__ import annotations

from borderwire.extract.calendar import is_year
from borderwire.extract.daterow import Day, RawDate, Row, as_day, year_after
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys
from borderwire.text import key

_UNTIL = keys("đến tới")
_NO_MONTH_BEFORE = keys("mỗi hằng hàng một mấy nhiều vài các")
_BEFORE_BARE_YEAR = keys("sn từ đến tới sau trước đầu cuối giữa đoạn khóa") | {"("}
_BEFORE_DASHED_MONTH = keys("date vào hồi từ đến tới đầu cuối giữa")  # "trước đó vào 2-2020"
_QUARTERS = {key(roman): number for number, roman in enumerate(("i", "ii", "iii", "iv"), 1)}
QUARTER_WORD = key("quý")
_DOCUMENT_NUMBER_BEFORE = keys("số tư định quyết luật thị lệnh")
_NAMED_YEARS = range(2000, 2051)
_NTH = key("thứ")
_CUP = key("cup")
_NAME = 4  # letters of an abbreviation that may be the name of a meeting
_SHORT_NAME = 3  # the same of one in brackets
_NO_NAME_BEFORE = keys("số hơn gần khoảng trên dưới là lộ đường án xe có được biển kiểm soát")
_AFTER_NAME = keys(
    "và tại giữa được do với đã sẽ trong của nhằm cho diễn là theo ngày sáng chiều tối từ ở",
    "vừa mới sắp khai bế khởi kết chứng chính bởi",
)


def read_month(doc: Doc, row: Row, start: int) -> RawDate | None:
    """ "tháng 10", "tháng 10/2024", "tháng 5-6/2019", "tháng 10 năm 2024"; not "mỗi tháng 10 lần"."""
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
    last, end = year_after(doc, last, row.end)
    spans = len(row.groups) == 2 or (len(group) == 2 and not is_year(group[1]))
    if spans and not 1 <= first <= 12:
        return None
    at = Day(last.year, first) if spans else last
    return RawDate(start, end, at, last if spans else None, True, "month")


def read_years(row: Row, start: int) -> RawDate | None:
    """ "năm 2024", "năm 2019-2020", "năm 2016 - 2020"."""
    flat = [number for group in row.groups for number in group]
    if not is_year(flat[0]) or row.widths[0] != 4 or len(flat) > 2:
        return None
    if len(flat) == 1:
        return RawDate(start, row.end, Day(flat[0]), None, True, "year")
    if is_year(flat[1]) and flat[1] > flat[0]:
        return RawDate(start, row.end, Day(flat[0]), Day(flat[1]), True, "years")
    return None


def read_bare_years(doc: Doc, row: Row, before: str) -> RawDate | None:
    """`2016-2020`, `10/2024`, `quý I/2020`, `6 tháng đầu năm 2017` (by its year), `SN 1987`."""
    groups, start = row.groups, row.start
    flat = [number for group in groups for number in group]
    if len(flat) == 2:
        if is_year(flat[0]) and is_year(flat[1]) and flat[0] < flat[1] and row.widths[:2] == [4, 4]:
            return RawDate(start, row.end, Day(flat[0]), Day(flat[1]), False, "years")
        day = as_day(flat)
        if day is not None and day.year and before == QUARTER_WORD:
            return _quarter(start - 1, row.end, day.year, flat[0])
        if day is None or day.day is not None:
            return None
        bracketed = before == "(" and row.end < len(doc) and doc.words[row.end] == ")"  # "cuộc gặp cấp cao (4-2023)"
        if doc.words[start + 1] != "/" and before not in _BEFORE_DASHED_MONTH and not bracketed:
            return None
        if _numbers_a_document(doc, start):
            return None
        return RawDate(start, row.end, day, None, before == "date", "month")
    if len(flat) == 1 and row.widths == [4] and is_year(flat[0]):
        if before == "/" and start > 2 and doc.keys[start - 2] in _QUARTERS and doc.keys[start - 3] == QUARTER_WORD:
            return _quarter(start - 3, row.end, flat[0], _QUARTERS[doc.keys[start - 2]])
        if before in _BEFORE_BARE_YEAR and not _counts_something(doc, row.end):
            return RawDate(start, row.end, Day(flat[0]), None, False, "year")
        if _named_for_a_year(doc, start, row.end, flat[0]):
            return RawDate(start, row.end, Day(flat[0]), None, False, "named-year")
    return None


def _quarter(start: int, end: int, year: int, number: int) -> RawDate | None:
    """ "quý III/2025": its first and last month."""
    if not 1 <= number <= 4:
        return None
    return RawDate(start, end, Day(year, 3 * number - 2), Day(year, 3 * number), False, "quarter")


def _numbers_a_document(doc: Doc, start: int) -> bool:
    """ "Thông tư 12/2019": the number of a document, no month."""
    return start > 0 and doc.keys[start - 1] in _DOCUMENT_NUMBER_BEFORE


def _named_for_a_year(doc: Doc, start: int, end: int, year: int) -> bool:
    """ "Kế hoạch hợp tác 2017", "Ngày hội Việt Nam - Lào 2017": a year after a word, and no unit after it."""
    if year not in _NAMED_YEARS or start == 0 or doc.breaks[start] or doc.glued(start):
        return False
    left = doc.words[start - 1]
    if left in "-–" and start > 1:
        left = doc.words[start - 2]
        if start > 2 and doc.keys[start - 3] == _NTH:
            return True  # "Đại hội lần thứ VII - 2018 có ..."
    if left == ")" and start > 2 and doc.shapes[start - 2] == "A" and len(doc.words[start - 2]) >= _SHORT_NAME:
        return True  # "Diễn đàn vùng Mê Kông (DKTM) 2019"
    if not left[0].isalpha() or doc.keys[start - 1] in _NO_NAME_BEFORE:
        return False
    if doc.shapes[start - 1] == "A" and len(left) < _NAME and doc.keys[start - 1] != _CUP:
        return False  # plates and roads; "ASEAN 2018" is the name of a meeting
    if end >= len(doc) or doc.breaks[end]:
        return True
    right = doc.words[end]
    return not right[0].isalpha() or doc.keys[end] in _AFTER_NAME


def _counts_something(doc: Doc, after: int) -> bool:
    """A four-digit number before an ordinary word counts things: "từ 2000 người"."""
    return after < len(doc) and doc.shapes[after] == "l" and doc.keys[after] not in _UNTIL and not doc.breaks[after]
