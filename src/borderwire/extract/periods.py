"""Which time a result belongs to: that of its own clause, else one that a sentence or paragraph before it opens with.

"Năm 2024, bắt 20 vụ; năm 2023 bắt 45 vụ" has two times, "bắt 45 vụ trong năm 2023" tells it behind the number, "so với
cùng kỳ" tells what something is compared with.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import NamedTuple

from borderwire.extract.calendar import YEAR_WORD
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateReading
from borderwire.extract.periodforms import Told, find_told
from borderwire.extract.words import keys
from borderwire.text import key

_REACH = 1  # paragraphs after the one that names the period
_STORY, _LONG_STORY = 60, 250  # tokens after which a story has gone on from a month, and from a longer time
_HEADINGS = frozenset(["caption", "credit", "furniture", "byline", "end-mark", "section", "outlet", "stamp"])
_TASK_WORDS = keys("nhiệm vụ hoạch bản nhớ nghị niên hướng định thuận thức")
_BEFORE_YEAR = keys("trong đầu quả từ đến cuối của")
# What may stand between the beginning of a clause and a time that opens it.
_OPENING = keys(
    "trong từ vào tính kể riêng chỉ cả suốt và kết quả đến hết khoảng lúc hồi sáng trưa chiều tối đêm giờ phút h ngày",
    "cụ thể như nhìn lại gần hơn ngay đúng trước đó theo tháng năm giai đoạn sau qua những nhiều các thời",
)
_OPENERS = frozenset(",;:(–-")
_CLOSERS = frozenset(".;)!?")
_MOST_OPENING = 10
_WIDEST = 120  # tokens of a clause that are looked at
_MOST_BACK = 30  # times before a number that are looked at
_RESULT = (key("kết"), key("quả"))
_RESULT_REACH = 8  # tokens of "kết quả phối hợp |"
_NEAR, _FAR = 6, 30  # tokens between a number and a time behind it, where another time stands before it or not


class Period(NamedTuple):
    """The time of a result: value as in `periodforms`, None where the text tells none; plan: it is to come."""

    value: str | None
    plan: bool = False


_NONE = Period(None)


class Periods:
    """The times that a text names; read when the first result asks for one."""

    def __init__(self, doc: Doc, dates: DateReading) -> None:
        self._doc, self._dates = doc, dates
        self._told: list[Told] | None = None
        self._starts: list[int] = []
        self._opening: dict[int, bool] = {}
        self._paragraphs: list[int] = []

    def of(self, start: int, end: int) -> Period:
        """The time of the result told by tokens `[start, end)`."""
        if self._told is None:
            self._read()
        told = self._told or []
        doc = self._doc
        first, last = doc.sentence_of(start)
        left = _last_of(doc, first, start)
        behind = bisect_left(self._starts, end)
        before = bisect_left(self._starts, start) - 1
        own = before >= 0 and told[before].start >= left and self._counts(before)
        if behind < len(told) and told[behind].start < last and self._trails(behind, end, _NEAR if own else _FAR):
            return Period(told[behind].value, told[behind].plan)
        if own:
            return Period(told[before].value, told[before].plan)
        return self._carried(before, start, first)

    def _read(self) -> None:
        told = self._told = find_told(self._doc, self._dates)
        self._starts = [item.start for item in told]
        self._paragraphs = _paragraph_numbers(self._doc)

    def _opens(self, at: int) -> bool:
        found = self._opening.get(at)
        if found is None:
            found = self._opening[at] = _opens(self._doc, (self._told or [])[at])
        return found

    def _counts(self, at: int) -> bool:
        """A time right behind a word is mostly part of a name: "Biên bản ghi nhớ năm 2024", "hội đàm tháng 5"."""
        item, row = (self._told or [])[at], self._doc.keys
        if self._opens(at) or item.sure or item.value is None or row[item.start - 1] in _BEFORE_YEAR:
            return True
        before = row[max(0, item.start - _RESULT_REACH) : item.start]
        return _RESULT in pairwise(before) and _TASK_WORDS.isdisjoint(before)

    def _trails(self, at: int, end: int, reach: int) -> bool:
        """The time stands behind the number, in its clause, and opens none of its own."""
        item, doc = (self._told or [])[at], self._doc
        gap = doc.keys[end : item.start]
        if self._opens(at) or len(gap) > reach or ";" in gap or (reach == _NEAR and "," in gap):
            return False
        word = gap[-1] if gap else ""
        return word in _BEFORE_YEAR or (len(gap) <= _NEAR and word not in _TASK_WORDS) or not _is_year(doc, item)

    def _carried(self, before: int, start: int, first: int) -> Period:
        """What opens an earlier clause of the sentence, or one of the sentences before it."""
        told, doc = self._told or [], self._doc
        here = self._paragraphs[doc.block[start]]
        for at in range(before, max(-1, before - _MOST_BACK), -1):
            item = told[at]
            if start - item.start > (_STORY if _is_month(item) else _LONG_STORY) and not _is_day(item):
                return _NONE
            if here - self._paragraphs[doc.block[item.start]] > (0 if _is_month(item) else _REACH):
                return _NONE
            rate = item.value is not None and item.value.startswith("P")
            inside = item.start >= first
            if item.value is None and not item.plan:
                return _NONE  # the event's own day
            if not rate and (inside or not item.plan) and self._counts(at) and self._governs(at):
                return Period(item.value, item.plan)
        return _NONE

    def _governs(self, at: int) -> bool:
        """No number of its clause stands before it."""
        item, doc = (self._told or [])[at], self._doc
        left = _last_of(doc, doc.sentence_of(item.start)[0], item.start)
        return self._opens(at) or "d" not in doc.shapes[left : item.start]


def _is_month(item: Told) -> bool:
    """A month of a story: what the next paragraph tells is mostly of another."""
    return item.value is not None and len(item.value) == len("2024-05") and "/" not in item.value


def _is_day(item: Told) -> bool:
    """What a story tells of a day it goes on telling."""
    return item.value is not None and len(item.value) == len("2024-05-06") and "/" not in item.value


def _is_year(doc: Doc, item: Told) -> bool:
    return doc.keys[item.start] == YEAR_WORD and item.end - item.start == 2


def _last_of(doc: Doc, first: int, start: int) -> int:
    """The first token of the clause of a sentence that ends before a token; `_WIDEST` tokens back at most."""
    words, first = doc.words, max(first, start - _WIDEST)
    for at in range(start - 1, first - 1, -1):
        if words[at] == ";":
            return at + 1
    return first


def _opens(doc: Doc, item: Told) -> bool:
    """The time opens its clause."""
    first = doc.sentence_of(item.start)[0]
    at, row = item.start - 1, doc.keys
    while at >= first and item.start - at <= _MOST_OPENING and (row[at] in _OPENING or doc.shapes[at] == "d"):
        at -= 1
    if at < first:
        return True
    if doc.words[at] not in _OPENERS:
        return False
    ends = item.end >= len(doc) or doc.words[item.end] in _CLOSERS or doc.breaks[item.end]
    return doc.words[at] in ";:" or not ends


def _paragraph_numbers(doc: Doc) -> list[int]:
    """Number of each block, counting captions and furniture with the paragraph before them."""
    numbers, number = [], 0
    for block in doc.article.blocks:
        if block.kind not in _HEADINGS:
            number += 1
        numbers.append(number)
    return numbers
