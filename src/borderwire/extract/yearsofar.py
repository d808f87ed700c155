"""Whether a text speaks of a part of the year that it is written in, without naming that year."""

from __future__ import annotations

from borderwire.extract.calendar import MONTH_WORD, YEAR_WORD
from borderwire.extract.doc import Doc
from borderwire.text import key

_SO_FAR, _YEAR_SO_FAR = "so far", ("ừ đầu năm đến nay", "tháng đầu năm nay")
_NOW, _QUARTER = key("nay"), key("quý")


def tells_year_so_far(doc: Doc) -> bool:
    """ "từ đầu năm đến nay", "6 tháng đầu năm nay" without its year: a year under review beside it is the last one."""
    told: bool | None = doc.memo.get(_SO_FAR)
    if told is None:
        told = any(words in doc.text for words in _YEAR_SO_FAR) or _months_of_this_year(doc)
        doc.memo[_SO_FAR] = told
    return told


def _months_of_this_year(doc: Doc) -> bool:
    """ "hết tháng 3 năm nay", "quý I năm nay"."""
    if "ăm nay" not in doc.text:
        return False
    row = doc.keys
    ends = (at for at in range(3, len(row)) if row[at] == _NOW and row[at - 1] == YEAR_WORD)
    return any(row[at - 3] in (MONTH_WORD, _QUARTER) for at in ends)
