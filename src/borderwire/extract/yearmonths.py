"""Months that a text counts, and a day or a month with its year from which they lead to the event's day: "tháng 10/2018
..., sau 6 tháng ..." in news of 20 April is told in 2019."""

from __future__ import annotations

from collections import Counter

from borderwire.extract.calendar import MONTH_WORD
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys
from borderwire.extract.yearcounted import HEARD, NEAR, odds_of, sentences_apart
from borderwire.extract.yearquote import quote
from borderwire.extract.yearspans import Elapsed, number_at
from borderwire.text import key

_FEWEST, _MOST, _YEAR = 2, 30, 12
_BESIDE = 2  # months from the one before the event's to the one after it
_AFTER, _ROUGHLY, _DAY = key("sau"), keys("hơn gần khoảng trên"), (key("cách"), key("đây"))
_PAST, _FIRST = key("qua"), keys("đầu cuối")
_FORMS = frozenset(["day", "month"])
# How much more likely such a count is in the year to which it leads: it does so in 14 of 25 texts near the date and in
# 42 of 101 far from it in news of 2017; a date of just that month is there in a fifth of all.
_LIKELY_NEAR, _LIKELY_FAR = 3.0, 2.0


def find_months(doc: Doc, raws: list[RawDate], day: Day) -> list[Elapsed]:
    """The counts of months that lead from a date to the event's month or one beside it, one of each number. raws: what
    happened, in order."""
    if day.month is None:
        return []
    told = _months_told(doc, raws)
    found: dict[int, Elapsed] = {}
    for at, number in _counts(doc) if told else ():
        likely: dict[int, float] = {}
        since: dict[int, RawDate] = {}
        for month, (places, raw) in told.items():
            year, beside = divmod(month + number - day.month + 1, _YEAR)
            if beside > _BESIDE:
                continue
            near = sentences_apart(places, doc.sentence[at]) <= NEAR
            likely[year] = max(likely.get(year, 1.0), _LIKELY_NEAR if near else _LIKELY_FAR)
            since.setdefault(year, raw)
        if likely and number not in found:
            found[number] = _elapsed(doc, number, likely, since)
    return list(found.values())


def _elapsed(doc: Doc, number: int, likely: dict[int, float], since: dict[int, RawDate]) -> Elapsed:
    year = max(likely, key=lambda due: (likely[due], due))
    shown, span = quote(doc, since[year])
    return Elapsed(year, odds_of(likely), f"{number} months since {shown}", span)


def _months_told(doc: Doc, raws: list[RawDate]) -> dict[int, tuple[list[int], RawDate]]:
    """Months, counted from the year 0 -> the sentences that tell them, in order, and the first mention."""
    told: dict[int, tuple[list[int], RawDate]] = {}
    for raw in raws:
        year, month = raw.at.year, raw.at.month
        if year is not None and month is not None and raw.until is None and raw.form in _FORMS:
            told.setdefault(year * _YEAR + month, ([], raw))[0].append(doc.sentence[raw.start])
    return told


def _counts(doc: Doc) -> list[tuple[int, int]]:
    """The tokens and the numbers of "sau (hơn) 6 tháng", "cách đây 6 tháng", "6 tháng qua"."""
    row, last = doc.keys, len(doc.keys) - 2
    found = []
    heard: Counter[int] = Counter()
    for unit in doc.anchors().get(MONTH_WORD, []):
        at = unit - 1
        if not 2 <= at < last or row[at + 2] in _FIRST:
            continue
        number = number_at(doc, at)
        before = at - 1 if row[at - 1] in _ROUGHLY else at
        passed = row[before - 1] == _AFTER or (row[before - 2], row[before - 1]) == _DAY or row[at + 2] == _PAST
        if passed and _FEWEST <= number <= _MOST and heard[number] < HEARD:
            heard[number] += 1
            found.append((at, number))
    return found
