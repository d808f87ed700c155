"""Words that tell the day from the day of writing: "hôm nay", "sáng nay", "chiều qua", "hôm qua"."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from borderwire.errors import Span
from borderwire.extract.calendar import PARTS_OF_DAY, TODAY, YESTERDAY
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys
from borderwire.text import key

_BEFORE = PARTS_OF_DAY | keys("hôm", "ngày")
_WEEKEND = (key("cuối"), key("tuần"))
_DAYS = key("ngày")
_MANY = keys("mấy những nhiều vài các bao hai ba bốn năm sáu bảy tám chín mười chục")
_OPENS = 8  # tokens of a sentence before the phrase that still are its opening: "Tại hội nghị tổng kết vào ..."
_WRITTEN = frozenset(["nay", "qua", "Nay", "Qua", "NAY", "QUA"])
_SENTENCES = 6  # the day is told early or not at all


@dataclass(frozen=True, slots=True)
class Today:
    """back: days before the day of writing, or None for "cuối tuần qua" (a Saturday or Sunday); span: of the phrase."""

    back: int | None
    span: Span


def opening_today(doc: Doc) -> Today | None:
    """The phrase, where it opens one of the first sentences: the event is of that day. "Ngày nay" is no day."""
    today = find_today(doc)
    if today is None:
        return None
    token = doc.token_at(today.span[0])
    if doc.keys[token] == _DAYS:
        return None
    return today if token - doc.sentence_of(token)[0] <= _OPENS else None


def find_today(doc: Doc) -> Today | None:
    """The first such phrase near the top of the text."""
    told, words = doc.anchors(), doc.words
    last = bisect_right(doc.sentence, _SENTENCES)
    for index in sorted(told.get(TODAY, []) + told.get(YESTERDAY, [])):
        if index >= last:
            return None
        word = doc.keys[index]
        if index < 1 or doc.breaks[index] or words[index] not in _WRITTEN:
            continue
        if doc.keys[index - 1] in _BEFORE and not _counts_days(doc, index):
            return Today(0 if word == TODAY else 1, doc.span(index - 1, index + 1))
        if word == YESTERDAY and index > 1 and (doc.keys[index - 2], doc.keys[index - 1]) == _WEEKEND:
            return Today(None, doc.span(index - 2, index + 1))
    return None


def _counts_days(doc: Doc, index: int) -> bool:
    """ "mấy ngày | qua", "3 ngày | qua": many days, and no yesterday."""
    if index < 2 or doc.keys[index - 1] != _DAYS:
        return False
    before = doc.keys[index - 2]
    return before.isdecimal() or before in _MANY
