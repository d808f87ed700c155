"""Ordinals of meetings: "lần thứ XIII", "lần 26", "lần thứ nhất", with the meeting they count."""

from __future__ import annotations

from typing import NamedTuple

from borderwire.extract.doc import Doc
from borderwire.extract.spots import Forms
from borderwire.extract.words import by_first, keys, phrases, stands_at
from borderwire.text import key

_TIME = Forms("lần", "Lần", "LẦN")
_NTH = key("thứ")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_WORDS = {key(word): number for number, word in enumerate(
    ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1,
)}  # fmt: skip
# What may be counted: meetings that come again, and the minutes that each of them signs.
_MEETINGS = phrases(
    "hội đàm, hội nghị, kỳ họp, cuộc họp, phiên họp, khóa họp, giao ban, giao lưu, cuộc gặp, gặp gỡ",
    "đối thoại, tuần tra, biên bản",
)
_OTHERS = phrases(
    "đại hội, nghị quyết, lễ hội, kỷ niệm, huân chương, trung ương, quốc hội khóa, thượng đỉnh, asean",
)
_NAMES = by_first(_MEETINGS)
_OTHER_NAMES = by_first(_OTHERS)
_NOT_COUNTED = keys("giữa tại năm do của được")
_SENTENCE_STOPS = frozenset(";")
_BACK = 16  # tokens between the meeting's name and its ordinal: "Hội nghị giao ban giữa Công an hai tỉnh ... lần thứ 5"
_LARGEST = 99
_MEMO = "ordinals"


class Ordinal(NamedTuple):
    """Tokens `[start, end)` are the ordinal ("lần thứ XII"); noun: first token of the meeting's name."""

    start: int
    end: int
    noun: int
    number: int


def find_ordinals(doc: Doc) -> list[Ordinal]:
    """All ordinals of meetings, in order; worked out once, however many ask."""
    known: list[Ordinal] | None = doc.memo.get(_MEMO)
    if known is not None:
        return known
    found: list[Ordinal] = []
    doc.memo[_MEMO] = found
    for at in _TIME.find(doc):
        read = _number(doc, at + 1)
        if read is not None:
            number, end = read
            noun = _meeting_before(doc, at)
            if noun is not None:
                found.append(Ordinal(at, end, noun, number))
    return found


def find_numbers(doc: Doc) -> list[Ordinal]:
    """All of "lần thứ N", whatever they count; noun: as start where no meeting is named."""
    found: list[Ordinal] = []
    for at in _TIME.find(doc):
        read = _number(doc, at + 1) if at + 1 < len(doc) and doc.keys[at + 1] == _NTH else None
        if read is not None:
            found.append(Ordinal(at, read[1], at, read[0]))
    return found


def _number(doc: Doc, at: int) -> tuple[int, int] | None:
    row, size = doc.keys, len(doc)
    nth = at < size and row[at] == _NTH
    if nth:
        at += 1
    if at >= size or doc.breaks[at]:
        return None
    if doc.shapes[at] == "d":
        number = int(doc.words[at]) if len(doc.words[at]) <= 2 else 0
        if not 0 < number <= _LARGEST or (not nth and _counts_on(doc, at + 1)):
            return None
        return number, at + 1
    roman = _roman(doc.words[at])
    if roman:
        return roman, at + 1
    if nth and row[at] in _WORDS:
        return _WORDS[row[at]], at + 1
    return None


def _counts_on(doc: Doc, at: int) -> bool:
    """ "lần 2 bên": the digit counts what follows."""
    return at < len(doc) and doc.shapes[at] == "l" and doc.keys[at] not in _NOT_COUNTED


def _roman(word: str) -> int:
    """The value of a Roman numeral in capitals, 0 for anything else."""
    if not word.isupper() or any(letter not in _ROMAN for letter in word.lower()):
        return 0
    values = [_ROMAN[letter] for letter in word.lower()]
    total = 0
    for value, following in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < following else value
    return total if 0 < total <= _LARGEST else 0


def _meeting_before(doc: Doc, at: int) -> int | None:
    """First token of the nearest meeting's name before the ordinal in its sentence."""
    row, number = doc.keys, doc.sentence[at]
    for index in range(at - 1, max(-1, at - _BACK - 1), -1):
        if doc.sentence[index] != number or doc.words[index] in _SENTENCE_STOPS:
            return None
        if stands_at(row, index, _OTHER_NAMES):
            return None
        if stands_at(row, index, _NAMES):
            return index
    return None
