"""Which period a result belongs to: "Năm 2024, hai bên đã ..." holds until the next paragraph but one."""

from __future__ import annotations

from bisect import bisect_right

from borderwire.extract.calendar import MONTH_WORD, YEAR_WORD
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateMention, DateReading
from borderwire.text import key

_REACH = 1  # paragraphs after the one that names the period
_HEADINGS = frozenset(["caption", "credit", "furniture", "byline", "end-mark", "section", "outlet", "stamp"])
_TASK_WORDS = frozenset(key(word) for word in ("nhiệm", "vụ", "hoạch", "bản", "nhớ", "nghị", "niên", "hướng"))


class Periods:
    """The periods under review that a text names, by paragraph."""

    def __init__(self, doc: Doc, dates: DateReading) -> None:
        self._doc = doc
        self._paragraphs: list[int] | None = None
        self._starts: list[int] = []
        self._values: list[str] = []
        for mention in dates.mentions:
            value = _period(doc, mention)
            if value is not None:
                self._starts.append(mention.start)
                self._values.append(value)

    def of(self, token: int) -> str | None:
        """`2024`, `2024-01/2024-06` or None."""
        at = bisect_right(self._starts, token) - 1
        if at < 0:
            return None
        if self._paragraphs is None:
            self._paragraphs = _paragraph_numbers(self._doc)
        here = self._paragraphs[self._doc.block[token]]
        there = self._paragraphs[self._doc.block[self._starts[at]]]
        return self._values[at] if here - there <= _REACH else None


def _paragraph_numbers(doc: Doc) -> list[int]:
    """Number of each block, counting captions and furniture with the paragraph before them."""
    numbers, number = [], 0
    for block in doc.article.blocks:
        if block.kind not in _HEADINGS:
            number += 1
        numbers.append(number)
    return numbers


def _period(doc: Doc, mention: DateMention) -> str | None:
    if mention.dates != "period" or mention.value.startswith("--"):
        return None
    if mention.until:
        return f"{mention.value}/{mention.until}"
    start = mention.start
    before = doc.keys[max(0, start - 4) : start]
    if before and before[-1] == key("đầu") and MONTH_WORD in before:
        months = doc.words[start - 3]
        if months.isdigit() and 1 <= int(months) <= 12:
            return f"{mention.value}-01/{mention.value}-{int(months):02d}"
    opens = start == 0 or doc.sentence[start - 1] != doc.sentence[start]
    if not opens and before and before[-1] in _TASK_WORDS:
        return None
    if opens or (before and before[-1] in (key("trong"), key("đầu"))) or doc.keys[start] != YEAR_WORD:
        return mention.value
    return mention.value if before and before[-1] in (key("quả"), key("từ")) else None
