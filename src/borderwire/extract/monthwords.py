"""Months of the solar year that are written out: "ngày 9 tháng Năm", "ngày 12 tháng mười một năm 2018".

"Tháng Giêng" and "tháng Chạp" are of the lunar year and are left out.
"""

from __future__ import annotations

from borderwire.extract.calendar import MONTH_WORD, is_year
from borderwire.extract.daterow import Day, year_after
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys
from borderwire.text import key

_MONTHS = {
    key(word): number
    for number, words in enumerate(
        ("một", "hai", "ba", "tư bốn", "năm", "sáu", "bảy bẩy", "tám", "chín", "mười"), start=1
    )
    for word in words.split()
}
_TEN, _TEENS = 10, {key("một"): 11, key("hai"): 12}
_MAY_FOLLOW = keys("năm vừa tới này sau") | frozenset(",.;:)-–—!?…")
_YEAR_DIGITS = 4


def month_in_words(doc: Doc, at: int) -> tuple[Day, int] | None:
    """The month, with its year where that follows, and the token after it; at: of the word "tháng".

    Small letters count only where the phrase ends with them: "ngày 15 tháng hai bên" tells of two sides."""
    if at + 1 >= len(doc) or doc.keys[at] != MONTH_WORD or doc.breaks[at] or doc.breaks[at + 1]:
        return None
    month = _MONTHS.get(doc.keys[at + 1])
    if month is None:
        return None
    end = at + 2
    teen = _TEENS.get(doc.keys[end]) if month == _TEN and end < len(doc) and not doc.breaks[end] else None
    if teen is not None:
        month, end = teen, end + 1
    written = doc.words[at + 1][:1].isupper()
    if not written and end < len(doc) and not doc.breaks[end] and doc.keys[end] not in _MAY_FOLLOW:
        return None
    if written and _is_year(doc, end):  # "tháng Năm 2018"
        return Day(int(doc.words[end]), month), end + 1
    return year_after(doc, Day(None, month), end)


def _is_year(doc: Doc, at: int) -> bool:
    if at >= len(doc) or doc.breaks[at] or doc.shapes[at] != "d":
        return False
    return len(doc.words[at]) == _YEAR_DIGITS and is_year(int(doc.words[at]))
