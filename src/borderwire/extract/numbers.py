"""Numbers as Vietnamese papers write them: "75.000", "1,5 tỷ", "3 triệu", "hai", "mười lăm"."""

from __future__ import annotations

from typing import NamedTuple

from borderwire.extract.doc import Doc
from borderwire.extract.words import keys
from borderwire.model import Qualifier
from borderwire.text import key

_SCALES = {
    key(word): scale
    for word, scale in (("nghìn", 10**3), ("ngàn", 10**3), ("vạn", 10**4), ("triệu", 10**6), ("tỷ", 10**9))
}
_UNITS = "một hai ba bốn năm sáu bảy tám chín"
_DIGITS = {key(word): value for value, word in enumerate(_UNITS.split(), 1)}
_TEN, _TENS, _FIVE_AFTER = key("mười"), key("mươi"), keys("lăm", "nhăm")
_FIVE = key("năm")
_ONE_AFTER = key("mốt")
# "một" is an article more often than a number; "năm" and "ba" need a noun after them, which the caller checks.
SCALES = frozenset(_SCALES)
ONE = keys("một")
WORDS = frozenset(_DIGITS) - ONE | {_TEN}

_QUALIFIERS: dict[str, Qualifier] = {
    key("hơn"): "over",
    key("trên"): "over",
    key("gần"): "nearly",
    key("khoảng"): "about",
    key("chừng"): "about",
    key("ước"): "about",
}
_QUALIFIER_PAIRS: dict[tuple[str, str], Qualifier] = {
    (key("ít"), key("nhất")): "at-least",
    (key("tối"), key("thiểu")): "at-least",
    (key("tối"), key("đa")): "at-most",
    (key("không"), key("quá")): "at-most",
}
_WEIGHED = keys("g gam gram kg kilôgam m3")
_LONGEST = 5  # groups of digits: hundreds of billions


class Number(NamedTuple):
    """Tokens `[start, end)` write a number; first: token of its qualifier, else start."""

    start: int
    end: int
    value: float | int
    qualifier: Qualifier
    first: int


def read_number(doc: Doc, start: int) -> Number | None:
    """The number that begins with digit token `start`; None for codes, clock times, shares and parts of dates."""
    if doc.glued(start) and _is_code(doc, start):
        return None
    words, size = doc.words, len(doc.words)
    text, end = words[start], start + 1
    groups = 1
    while end < size and words[end] == "." and _more_thousands(doc, end) and groups < _LONGEST:
        text += words[end + 1]
        end += 2
        groups += 1
    fraction = ""
    if end + 1 < size and words[end] in ",." and doc.glued(end) and doc.glued(end + 1) and doc.shapes[end + 1] == "d":
        fraction = words[end + 1]
        end += 2
    if len(text) > 12 or len(fraction) > 3 or (end < size and doc.glued(end) and words[end] in "/%-–:"):
        return None
    value: float | int = int(text)
    if fraction:
        thousands = len(fraction) == 3 and text != "0" and not _is_weight(doc, end, fraction)
        value = int(text + fraction) if thousands else float(f"{text}.{fraction}")
    value, end = _scaled(doc, value, end)
    return _qualified(doc, start, end, value)


def _is_code(doc: Doc, start: int) -> bool:
    """A sign or letter is glued to the digits from the left; "9 vụ/21 đối tượng" are two numbers."""
    left = doc.words[start - 1]
    if left == "/" and start > 1 and doc.shapes[start - 2] == "l":
        return False
    return left in ":,.%/-–" or left.isalpha()


def _is_weight(doc: Doc, end: int, fraction: str) -> bool:
    """ "889,215 gam" is weighed to the milligram; "1,268 viên" and "1,500 kg" are thousands."""
    weighed = end < len(doc.words) and doc.keys[end] in _WEIGHED and not fraction.endswith("0")
    return weighed and doc.words[end - 2] == ","


def _more_thousands(doc: Doc, end: int) -> bool:
    """ ".000" of "75.000"."""
    return (
        end + 1 < len(doc.words)
        and doc.words[end] == "."
        and len(doc.words[end + 1]) == 3
        and doc.shapes[end + 1] == "d"
        and doc.glued(end)
        and doc.glued(end + 1)
    )


def read_number_word(doc: Doc, start: int) -> Number | None:
    """ "hai", "mười lăm", "hai mươi mốt": up to 99."""
    row, size = doc.keys, len(doc.words)
    if row[start] == _TEN:
        value, end = 10, start + 1
    else:
        value, end = _DIGITS[row[start]], start + 1
        if end >= size or row[end] != _TENS:
            return _qualified(doc, start, end, value)
        value, end = value * 10, end + 1
    if end < size and not doc.breaks[end]:
        unit = 5 if row[end] in _FIVE_AFTER else 1 if row[end] == _ONE_AFTER else _DIGITS.get(row[end], 0)
        if unit and row[end] != _FIVE:
            value, end = value + unit, end + 1
    return _qualified(doc, start, end, value)


def _scaled(doc: Doc, value: float | int, end: int) -> tuple[float | int, int]:
    """Takes in "triệu", "nghìn tỷ"."""
    while end < len(doc.words) and not doc.breaks[end] and doc.keys[end] in _SCALES:
        value *= _SCALES[doc.keys[end]]
        end += 1
    if isinstance(value, float) and value >= 1000:
        value = round(value)
    return value, end


def _qualified(doc: Doc, start: int, end: int, value: float | int) -> Number:
    row = doc.keys
    if start and not doc.breaks[start]:
        meaning = _QUALIFIERS.get(row[start - 1])
        if meaning is not None:
            return Number(start, end, value, meaning, start - 1)
        pair = _QUALIFIER_PAIRS.get((row[start - 2], row[start - 1])) if start > 1 else None
        if pair is not None:
            return Number(start, end, value, pair, start - 2)
    return Number(start, end, value, "exact", start)
