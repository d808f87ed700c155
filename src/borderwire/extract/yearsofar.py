"""What a text says while a year goes on: of a part of it without naming it, or what all of it will come to."""

from __future__ import annotations

from borderwire.extract.calendar import MONTH_WORD, YEAR_WORD
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.extract.yearspans import number_at
from borderwire.text import key

_SO_FAR, _YEAR_SO_FAR = "so far", ("ừ đầu năm đến nay", "tháng đầu năm nay")
_AT_PRESENT, _WHOLE = key("hiện"), key("cả")
_ESTIMATE = pairs("ước tính, ước đạt, dự báo, dự kiến, dự tính")
_REACHED, _VERB = frozenset([key("đã"), key("đạt")]), 6  # and how far behind "năm 2018" they may stand, in tokens
_PLANS = pairs("kế hoạch, chương trình")
_CARRYING = frozenset([(key("thực"), key("hiện")), (key("triển"), key("khai"))])
_PART_OF = (key("nằm"), key("trong"))
_NAME_BACK = 24  # tokens of a document's name before its year
_NOW, _QUARTER = key("nay"), key("quý")
_FIRST, _MONTHS, _MONTHS_BACK = key("đầu"), 11, 5  # months that a part of a year may have; tokens before the year
_EARLY = 3  # the last of the months in which papers still sum up the year before
_TOTAL, _TOTAL_BACK, _TOTAL_FORTH = key("ước"), 8, 4
# "công ước", "ước mơ"
_OTHER_WORDS = keys("công hiệp quy thỏa hương điều mơ ao giao"), keys("mơ muốn nguyện vọng định lệ")


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


def is_estimated(doc: Doc, start: int, before: list[str]) -> bool:
    """ "Hiện kim ngạch năm 2018 đã đạt ...", "ước tính cả năm 2018": said while the year goes on."""
    if before[-1:] == [_WHOLE] and _ESTIMATE.among(before):
        return True
    first = start - len(before)
    opens = before[:1] == [_AT_PRESENT] and (first == doc.sentence_of(start)[0] or doc.words[first - 1] in ",;:")
    return opens and not _REACHED.isdisjoint(doc.keys[start + 2 : start + _VERB])  # but "Hiện tượng lũ năm 2009"


def is_under_way(doc: Doc, start: int) -> bool:
    """ "Thực hiện Kế hoạch hợp tác giữa hai bộ năm 2025, hai bên ...": the sentence begins so, up to the year."""
    first = doc.sentence_of(start)[0]
    near = doc.keys[max(first, start - _NAME_BACK) : start]
    part = next((at for at in range(len(near) - 1, 0, -1) if (near[at - 1], near[at]) == _PART_OF), 0)
    if part and _PLANS.among(near[part:]):
        return True  # "hoạt động này nằm trong kế hoạch giúp đỡ vùng biên năm 2019"
    opening = doc.keys[first:start] if start - first <= _NAME_BACK else []
    return tuple(opening[:2]) in _CARRYING and "," not in opening and _PLANS.among(opening)


def months_told(doc: Doc, start: int) -> int | None:
    """ "hai tháng đầu năm 2018", "2 tháng 2018": 2; start: the first token of the year."""
    row = doc.keys
    for at in range(max(doc.sentence_of(start)[0] + 1, start - _MONTHS_BACK), start):
        if row[at] == MONTH_WORD and (at + 1 == start or row[at + 1] == _FIRST):
            number = number_at(doc, at - 1)
            return number if 0 < number <= _MONTHS else None
    return None


def part_of_year(doc: Doc, start: int, month: int | None) -> str:
    """The kind of "9 tháng đầu năm 2018" for an event of that month: they are over, or else those of the last year."""
    told = months_told(doc, start)
    if told is None or month is None:
        return "half-year"
    if told > month + 1:
        return "months-past"
    return "months-so-far" if told <= month <= _EARLY else "half-year"


def is_summed_up_early(doc: Doc, start: int) -> bool:
    """ "kim ngạch năm 2018 ước đạt 4 tỷ USD", "ước đạt 4 tỷ USD trong năm 2018"; start: the first token of the year."""
    first, last = doc.sentence_of(start)
    row, (before, behind) = doc.keys, _OTHER_WORDS
    return any(
        row[at] == _TOTAL and (at == first or row[at - 1] not in before) and behind.isdisjoint(row[at + 1 : at + 2])
        for at in range(max(first, start - _TOTAL_BACK), min(last, start + _TOTAL_FORTH))
    )
