"""Times that results are told of: "năm 2024", "6 tháng đầu năm", "từ năm 2020 đến nay", "thời gian qua", "mỗi năm".

Each is ISO 8601 as far as the text tells it: `2024`, `2024-01/2024-06`, `2020/2024-06-07` (since 2020),
`../2024-06-07` (up to now, begun at a time that is not told), `P1Y` (in every year).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from borderwire.extract.anchors import TIME_WORDS
from borderwire.extract.calendar import DAY_WORD, MONTH_WORD, YEAR_WORD
from borderwire.extract.cues import positions
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateMention, DateReading
from borderwire.extract.numbers import WORDS
from borderwire.extract.words import keys
from borderwire.text import key

OPEN = ".."  # ISO 8601-2: an end that is not told
_QUARTER, _WEEK = key("quý"), key("tuần")
_RATES = {YEAR_WORD: "P1Y", _QUARTER: "P3M", MONTH_WORD: "P1M", _WEEK: "P1W", DAY_WORD: "P1D"}
_EVERY = keys("mỗi hằng hàng")
_PAST, _JUST, _NOW, _FIRST, _LAST = key("qua"), key("vừa"), key("nay"), key("đầu"), key("cuối")
_UNTIL, _FROM, _IN, _TO, _AFTER = keys("đến tới"), key("từ"), key("trong"), key("đến"), key("sau")
_SPELLS = frozenset([YEAR_WORD, MONTH_WORD, DAY_WORD, _WEEK, key("gian"), _QUARTER])
_BEFORE_COUNT = keys("trong sau qua gần hơn lại suốt")
_OVER = keys("trong qua lại suốt")  # "trong 5 năm", "nhìn lại một năm"; not "sau 35 năm thành lập"
# What one does over years before its results are told: "sau 5 năm thực hiện"; not "sau 2 tháng điều tra".
_DONE_OVER = keys("thực triển ký phối hợp kết hoạt kể tổ duy xây thành")
_FIVE_OF = keys(
    "thùng chiếc người con bao túi gói bánh vụ ngày tháng tuần giờ phút xe loa hộp kiện cái căn ngôi nhà tỉnh huyện xã "
    "bản nước bên lần đợt đối bị nghi nạn lượt khẩu viên quả chai can địa mũi tổ nhóm đường khu điểm"
)  # "trong năm thùng loa": five of them
_MOST = key("nhất")
_SUPERLATIVE = 6  # tokens of "lớn nhất toàn quốc |"
_TO_COME = keys("tới tiếp sau nữa")
_LAST_YEAR = keys("ngoái trước")
_SAME = (key("cùng"), key("kỳ"))
_THAN = (key("so"), key("với"))
_CAMPAIGN = (key("cao"), key("điểm"))
_SIGN, _COUNTING = key("ký"), key("kể")
_NEAR_NOW = (key("gần"), key("đây"))
_ENDS = keys("đầu giữa cuối hết")
_COUNTED = keys("tính kê từ")
_UP_TO = 6  # tokens of "tính từ đầu năm đến hết tháng |"
_SO_WITH = 5  # tokens of "so với cùng kỳ |", "ký tại Viêng Chăn |"
_SINCE = 8  # tokens of "kể từ kỳ họp ở Pakse |"
_LONGEST_SINCE = 30  # tokens of "từ khi ... đến nay"
_LATE = 6  # month from which on "trong năm" is this year's
_SILENT = frozenset(["birth", "anniversary", "published", "document"])


class Told(NamedTuple):
    """Tokens `[start, end)` tell a time. value: as above, or None for the event's own day; plan: it lies ahead;
    sure: its words say that something is counted over that time ("từ ... đến nay", "thời gian qua")."""

    start: int
    end: int
    value: str | None
    plan: bool = False
    sure: bool = False


def find_told(doc: Doc, dates: DateReading) -> list[Told]:
    """All times of a text in order, the widest where two overlap; what something is compared with is none."""
    told_at = dates.event.value or (dates.published.value if dates.published else None)
    reader = _Forms(doc, told_at)
    found = [*reader.words(), *(told for item in dates.mentions if (told := reader.dated(item)) is not None)]
    found.sort(key=lambda told: (told.start, -told.end))
    kept: list[Told] = []
    for told in found:
        if kept and told.start < kept[-1].end:
            continue
        before = doc.keys[max(0, told.start - _SO_WITH) : told.start]
        if _THAN not in pairwise(before) and not (_is_signed(before) and not told.sure):
            kept.append(told)
    return kept


def _is_signed(before: list[str]) -> bool:
    """ "ký tại Pakse tháng 11/2023", "(tháng 4/2016)": the time of a document, or of what stands before the bracket."""
    return before[-1:] == ["("] or (_SIGN in before and "," not in before and before[-1] not in (_IN, ","))


class _Forms:
    def __init__(self, doc: Doc, told: str | None) -> None:
        self.doc, self.keys, self.shapes = doc, doc.keys, doc.shapes
        self.told = told
        self.year = int(told[:4]) if told else None
        self.month = int(told[5:7]) if told and len(told) > 4 else None
        self.until_now = f"{OPEN}/{told or OPEN}"

    # --- dates

    def dated(self, mention: DateMention) -> Told | None:
        """A date as a time of results."""
        start, end, value = mention.start, mention.end, mention.value
        if mention.dates in _SILENT:
            return None
        if mention.dates == "event" and value.count("-") != 1:
            return Told(start, end, None)
        if value.startswith("--"):
            return self._without_year(mention) if len(value) <= 4 else Told(start, end, None)
        if self._is_plan(mention):
            return Told(start, end, None, plan=True)
        if mention.until:
            return Told(start, end, f"{value}/{mention.until}")
        if len(value) == 4 and start > 1 and self.keys[start] == YEAR_WORD:
            return self._part_of_year(start, end, value)
        return self._open(start, end, value)

    def _is_plan(self, mention: DateMention) -> bool:
        """The time lies ahead. What is past when the text tells of it is none, nor what is counted up to a day:
        "từ đầu năm đến hết tháng 5/2024"."""
        value = mention.value
        if self.told is None:
            return mention.dates == "planned"
        past, now = value[: len(self.told)], self.told[: len(value)]
        if past > now:
            return True
        counted = not _COUNTED.isdisjoint(self.keys[max(0, mention.start - _UP_TO) : mention.start])
        return mention.dates == "planned" and past == now and not counted

    def _open(self, start: int, end: int, value: str) -> Told:
        """A time that others are counted from, or up to: "kể từ tháng 7/2009", "tính đến tháng 12/2016"."""
        if self._since(start):
            if self.keys[end : end + 1] != [_TO]:
                return Told(start, end, f"{value}/{self.told or OPEN}", sure=True)
            if self._ends_ahead(end):
                return Told(start, end, None, plan=True)
        at = start - 2 if start > 1 and self.keys[start - 1] in _ENDS else start - 1
        if at >= 0 and self.keys[at] in _UNTIL:
            return Told(start, end, f"{OPEN}/{value}")
        return Told(start, end, value)

    def _ends_ahead(self, end: int) -> bool:
        """ "từ năm 2016 | đến năm 2020", told in 2017."""
        row = self.keys[end + 1 : end + 3]
        if len(row) < 2 or row[0] != YEAR_WORD or self.year is None or not row[1].isdecimal():
            return False
        return len(row[1]) == len("2020") and int(row[1]) > self.year

    def _without_year(self, mention: DateMention) -> Told | None:
        """ "tháng 5": the last one before the event."""
        if mention.until or self.year is None or self.month is None:
            return None
        if mention.dates == "planned":
            return Told(mention.start, mention.end, None, plan=True)
        month = int(mention.value[2:])
        year = self.year if month <= self.month else self.year - 1
        return self._open(mention.start, mention.end, f"{year}-{month:02d}")

    def _part_of_year(self, start: int, end: int, year: str) -> Told:
        row = self.keys
        half = row[start - 1]
        at = start - (2 if half in (_FIRST, _LAST) else 1)
        if at > 0 and row[at] == MONTH_WORD:
            months = self._number(at - 1)
            if months is not None and months <= 12:
                first, last = (13 - months, 12) if half == _LAST else (1, months)
                return Told(at - 1, end, f"{year}-{first:02d}/{year}-{last:02d}")
        if half == _FIRST and start > 2 and row[start - 2] == _FROM:
            return Told(start - 1, end, f"{year}-01/{self.told or OPEN}", sure=True)
        if half == _FIRST and self.told and self.told[:4] == year and len(self.told) > len(year):
            return Told(start - 1, end, f"{year}-01/{self.told}")
        return self._open(start, end, year)

    def _since(self, start: int) -> bool:
        """ "kể từ tháng 7/2009", "từ năm 2020", "từ đầu tháng 5", "kể từ kỳ họp ở Pakse tháng 7/2009"."""
        row = self.keys
        if start and (row[start - 1] == _FROM or (start > 1 and row[start - 1] in _ENDS and row[start - 2] == _FROM)):
            return True
        before = row[max(self.doc.sentence_of(start)[0], start - _SINCE) : start]
        return (_COUNTING, _FROM) in pairwise(before) and "," not in before[before.index(_COUNTING) :]

    # --- words

    def words(self) -> Iterator[Told]:
        """Times told without a date of their own."""
        row = self.keys
        for at in positions(self.doc, TIME_WORDS):
            told = self._at(at, row[at], row[at - 1] if at else "", row[at + 1] if at + 1 < len(row) else "")
            if told is not None:
                yield told

    def _at(self, at: int, word: str, before: str, after: str) -> Told | None:
        if word == _PAST:
            back = at - 2 if before == _JUST else at - 1
            return Told(back, at + 1, self.until_now, sure=True) if back >= 0 and self.keys[back] in _SPELLS else None
        if word == _NOW:
            return self._until_now(at, before)
        if word in _RATES and before in _EVERY:
            return Told(at - 1, at + 1, _RATES[word], sure=True)
        if (before, word) in (_CAMPAIGN, _NEAR_NOW):
            return Told(at - 1, at + 1, self.until_now, sure=True)
        if (before, word) == _SAME:
            return None if after == YEAR_WORD else Told(at - 1, at + 1, self._last_year())
        if word in (YEAR_WORD, MONTH_WORD):
            return self._year_or_month(at, word, before, after)
        return None

    def _until_now(self, at: int, before: str) -> Told | None:
        if before == YEAR_WORD:
            return Told(at - 1, at + 1, str(self.year) if self.year else f"{OPEN}/{OPEN}")
        if before not in _UNTIL:
            return None
        begin = max(self.doc.sentence_of(at)[0], at - _LONGEST_SINCE)
        row = self.keys
        first = next((i for i in range(at - 2, begin - 1, -1) if row[i] == _FROM), None)
        if _MOST in row[max(0, (first or at - 1) - _SUPERLATIVE) : first or at - 1]:
            return None  # "lớn nhất từ trước tới nay"
        if first is None:
            return Told(at - 1, at + 1, self.until_now, sure=True)
        for i in range(first + 1, at):
            word = self.doc.words[i]
            if len(word) == 4 and self.shapes[i] == "d" and word[:2] in ("19", "20"):
                month = self.doc.words[i - 2] if self.doc.words[i - 1] == "/" and self.shapes[i - 2] == "d" else ""
                since = f"{word}-{int(month):02d}" if month and 1 <= int(month) <= 12 else word
                since = f"{word}-01" if row[first + 1] == _FIRST else since
                return Told(first, at + 1, f"{since}/{self.told or OPEN}", sure=True)
        if row[first + 1 : first + 3] == [_FIRST, YEAR_WORD] and self.year:
            return Told(first, at + 1, f"{self.year}-01/{self.told}", sure=True)
        return Told(first, at + 1, self.until_now, sure=True)

    def _year_or_month(self, at: int, word: str, before: str, after: str) -> Told | None:
        if self.shapes[at + 1 : at + 2] == ["d"] or after in WORDS:
            return None  # "năm 2024", "tháng 5": a date of its own; "năm sáu người"
        if word == YEAR_WORD and before == _FIRST:
            return self._begin_of_year(at)
        if self._number(at - 1) is not None:
            ahead = after in _TO_COME
            if at < 2 or self.keys[at - 2] not in _BEFORE_COUNT or after in _LAST_YEAR:
                return None  # "hơn 2 năm trước": a time, and none over which something is counted
            if not ahead and self._is_story(at, after):
                return None
            sure = self.keys[at - 2] in _OVER and not ahead
            return Told(at - 1, at + 1, None if ahead else self.until_now, ahead, sure)
        if word == YEAR_WORD and after in _LAST_YEAR:
            return Told(at, at + 2, self._last_year())
        if before == _IN and not (word == YEAR_WORD and after in _FIVE_OF):
            late = word == YEAR_WORD and self.month is not None and self.month >= _LATE
            return Told(at, at + 1, str(self.year) if late else self.until_now)
        return None

    def _is_story(self, at: int, after: str) -> bool:
        """ "sau 2 tháng | điều tra", "gần 15 ngày | theo dõi": how long one worked on a case, or hid."""
        back = at - 3 if self.keys[at - 2] not in _OVER | {_AFTER} else at - 2
        if back >= 0 and self.keys[back] in _OVER:
            return False
        return after not in _DONE_OVER and self.doc.words[at + 1 : at + 2] != [","]

    def _begin_of_year(self, at: int) -> Told | None:
        """ "6 tháng đầu năm", "từ đầu năm"."""
        if at > 2 and self.keys[at - 2] == MONTH_WORD and (months := self._number(at - 3)) is not None:
            if self.year is None or (self.month is not None and self.month < months):
                return Told(at - 3, at + 1, self.until_now, sure=True)
            return Told(at - 3, at + 1, f"{self.year}-01/{self.year}-{min(months, 12):02d}", sure=True)
        if at > 1 and self.keys[at - 2] == _FROM:
            return Told(at - 2, at + 1, f"{self.year}-01/{self.told}" if self.year else self.until_now, sure=True)
        return None

    def _last_year(self) -> str:
        return str(self.year - 1) if self.year else f"{OPEN}/{OPEN}"

    def _number(self, at: int) -> int | None:
        if at < 0:
            return None
        if self.shapes[at] == "d" and len(self.doc.words[at]) <= 2:
            return int(self.doc.words[at])
        return _COUNTS.get(self.keys[at])


_COUNTS = {
    key(word): count
    for count, word in enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)
}
