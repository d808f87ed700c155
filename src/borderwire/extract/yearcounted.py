"""Years that a text counts in another sentence than the one that tells from when: "đập vỡ năm 2003 ...", and further on
"14 năm trước, cả bản phải dời đi".

A number and a year may well meet by chance, so such a count only makes the year of their sum more likely.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from borderwire.extract.calendar import YEAR_WORD
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.extract.yearcues import kind_of_year
from borderwire.extract.yearquote import quote
from borderwire.extract.yearspans import Elapsed, number_at
from borderwire.text import key

_FIRST, _MOST = 1900, 80  # the oldest year that is counted from; years that one counts
_FIRST_NEWS, _LAST_NEWS = 2000, 2035
_SOON, _FARTHEST = 4, 15  # years from the last one told to the sum; the same where the count stands near and says "ago"
HEARD = 4  # times that the same count is heard
NEAR = 2  # sentences between the count and the year
_AGO, _DAY, _THEN = key("trước"), (key("cách"), key("đây")), keys("đó khi")
_DONE, _SINCE = keys("sau đã qua"), keys("kể từ")
_NO_BEGINNINGS = frozenset(["years", "named-year"])  # "giai đoạn 2011-2015", "Giải bóng đá hạng Nhì 2016"
# Kinds of years in which something happened: not "so với cùng kỳ năm 2016", "kế hoạch năm 2018".
_OF_EVENTS = frozenset(
    [
        *("plain", "past", "point", "since-year", "since-now", "since-end", "begin", "begin-since", "close", "review"),
        *("last-year", "last-meeting", "ahead", "goal", "span-end", "listed", "remembered"),
    ]
)
_PAST, _ALL_ALONG = keys("qua sau"), key("suốt")
_CARRIED_OUT = pairs("thực hiện, triển khai, thi hành, hoạt động, thành lập")
# "hơn 20 năm qua" fits in 3 of 150 texts; "so với tháng 3 năm trước" counts no years.
_NO_COUNT = keys("hơn gần khoảng trên ngót chừng") | keys("tháng quý thứ lớp khóa kỳ ngày")
_ROUND, _FEW, _ODD = 5, 5, 6
_OF_LATE = 1995  # years before are history, beside which a text may well tell one year only
# How much more likely such a count is in the year that is the sum, and in the one after it, than in any other: by
# whether it says "ago", by its size and by whether it stands near the year. Counted in 4,000 phrases of news of 2017:
# "14 năm trước" stands near a year 14 years ago in 42 of 100 texts, near one 13 or 16 years ago in 3.
_Sort = tuple[bool, str, bool]
_LIKELY: dict[_Sort, tuple[float, float]] = {
    (True, "few", True): (4.0, 1.0),
    (True, "few", False): (2.0, 1.0),
    (True, "odd", True): (9.0, 2.0),
    (True, "odd", False): (4.0, 1.4),
    (True, "round", True): (9.0, 1.5),
    (True, "round", False): (3.0, 1.5),
    (False, "odd", True): (8.0, 3.0),
    (False, "odd", False): (3.0, 1.7),
    (False, "round", True): (5.0, 2.0),
    (False, "round", False): (3.5, 1.4),
}
# The same where the text tells one year only: counted in 700 such phrases.
_LIKELY_ALONE: dict[_Sort, tuple[float, float]] = {
    (True, "few", True): (40.0, 6.0),
    (True, "few", False): (6.0, 4.0),
    (True, "odd", True): (40.0, 6.0),
    (True, "odd", False): (15.0, 2.0),
    (True, "round", True): (25.0, 2.0),
    (True, "round", False): (5.0, 1.5),
    (False, "few", True): (5.0, 1.5),
    (False, "few", False): (5.0, 2.0),
    (False, "odd", True): (20.0, 8.0),
    (False, "odd", False): (6.0, 3.0),
    (False, "round", True): (8.0, 2.0),
    (False, "round", False): (7.0, 2.0),
}


@dataclass(frozen=True, slots=True)
class _Count:
    """number: of years; size: "few", "odd" or "round"; sentence: its number; told: "ago", "done" or "past"."""

    number: int
    size: str
    sentence: int
    told: str


def find_counted(doc: Doc, raws: list[RawDate], newest: int) -> list[Elapsed]:
    """The counts of years that fit a year of the text. raws: what happened, in order; newest: the last year of it."""
    told = _years_told(doc, raws)
    alone = len([year for year in told if year >= _OF_LATE]) == 1
    table = _LIKELY_ALONE if alone else _LIKELY
    likely: dict[int, dict[int, float]] = {}
    since: dict[tuple[int, int], RawDate] = {}
    for count in _counts(doc) if told else ():
        row = likely.setdefault(count.number, {})
        for year, (places, raw) in told.items():
            apart = sentences_apart(places, count.sentence)
            if apart == 0 and count.told == "done":
                continue  # "năm 2005, sau 6 năm, ...": a story
            due, near, ago = year + count.number, apart <= NEAR, count.told == "ago"
            reach = _FARTHEST if alone or (near and ago) else _SOON
            found = table.get((ago, count.size, near))
            if found is None or not max(_FIRST_NEWS, newest - 1) <= due <= min(_LAST_NEWS, newest + reach):
                continue
            row[due] = max(row.get(due, 1.0), found[0])
            row[due + 1] = max(row.get(due + 1, 1.0), found[1])
            since[count.number, due] = raw
    return [_elapsed(doc, number, row, since) for number, row in likely.items() if row]


def _elapsed(doc: Doc, number: int, row: dict[int, float], since: dict[tuple[int, int], RawDate]) -> Elapsed:
    due = max((year for year in row if (number, year) in since), key=lambda year: (row[year], -year))
    shown, span = quote(doc, since[number, due])
    return Elapsed(due, odds_of(row), f"{number} years since {shown}", span)


def odds_of(likely: dict[int, float]) -> Callable[[int], float]:
    """The odds of a year, at most 1. likely: how much more likely than any other year those are that a count fits."""
    return partial(_likelihood, likely, max(likely.values()))


def _likelihood(likely: dict[int, float], top: float, event: int) -> float:
    return likely.get(event, 1.0) / top


def _years_told(doc: Doc, raws: list[RawDate]) -> dict[int, tuple[list[int], RawDate]]:
    """Year -> the sentences that tell it, in order, and its first mention."""
    told: dict[int, tuple[list[int], RawDate]] = {}
    for raw in raws:
        year = raw.at.year
        if year is None or year < _FIRST or raw.until is not None or raw.form in _NO_BEGINNINGS:
            continue
        if raw.form == "year" and kind_of_year(doc, raw) not in _OF_EVENTS:
            continue
        told.setdefault(year, ([], raw))[0].append(doc.sentence[raw.start])
    return told


def sentences_apart(places: list[int], sentence: int) -> int:
    """Sentences to the nearest of the places."""
    at = bisect_left(places, sentence)
    return min(abs(place - sentence) for place in places[max(0, at - 1) : at + 1])


def _counts(doc: Doc) -> list[_Count]:
    """All counts of years of the text, of which the words around tell that the time has passed."""
    row, last = doc.keys, len(doc.keys) - 3
    found: list[_Count] = []
    heard: Counter[tuple[int, str]] = Counter()
    for unit in doc.anchors().get(YEAR_WORD, []):
        at = unit - 1
        if not 2 <= at < last or row[at - 1] in _NO_COUNT:
            continue
        number = number_at(doc, at)
        size = _size(number)
        told = _told(row, at) if size else ""
        if told and heard[number, told] < HEARD:
            heard[number, told] += 1
            found.append(_Count(number, size, doc.sentence[at], told))
    return found


def _told(row: list[str], at: int) -> str:
    """ "14 năm trước", "cách đây 14 năm"; "sau 14 năm", "14 năm kể từ"; "suốt 14 năm", "14 năm qua"."""
    after = row[at + 2]
    if after == _AGO:
        return "" if row[at + 3] in _THEN else "ago"
    if (row[at - 2], row[at - 1]) == _DAY:
        return "ago"
    if row[at - 1] in _DONE or after in _SINCE:
        return "done"
    passed = after in _PAST or row[at - 1] == _ALL_ALONG or (after, row[at + 3]) in _CARRIED_OUT
    return "past" if passed else ""


def _size(number: int) -> str:
    """Two years and five are counted from anything."""
    if number in (_FEW - 1, _FEW - 2):
        return "few"
    if not _ODD <= number <= _MOST:
        return ""
    return "odd" if number % _ROUND else "round"
