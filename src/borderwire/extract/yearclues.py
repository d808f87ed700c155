"""What else speaks of the event's year: a New Year's name, time passed, a row of meetings, the calendar, the stamp.

Each builder gives clues whose odds are those of `yearodds`; `years` weighs them together with the dates of the text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from borderwire.errors import Span
from borderwire.extract.calendar import day_in, day_or_28th
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.lunar import find_lunar_years
from borderwire.extract.stamps import Stamp
from borderwire.extract.yearcounted import find_counted
from borderwire.extract.yearkept import find_kept
from borderwire.extract.yearmerger import REFORM, find_reform
from borderwire.extract.yearmonths import find_months
from borderwire.extract.yearodds import REST, WEEKDAY_RIGHT, WEEKDAY_WRONG, date_odds, year_odds
from borderwire.extract.yearquote import quote
from borderwire.extract.yearseries import Between
from borderwire.extract.yearspans import Elapsed, find_age, find_birth, find_elapsed, find_held_again
from borderwire.extract.yeartwins import Twin

# A month alone is at times that of a copy made years later: 29 of 243 annotated texts.
_COPIED = 0.0015
_LEAP_DAY = (2, 29)
_WISHES = ("húc Tết", "húc tết", "húc mừng", "húc Mừng")
_PASSED = frozenset(["document", "past", "event", "earlier", "period"])
_NOT_COUNTED = frozenset(["birth", "published", "planned"])

Dated = tuple[RawDate, Role]


@dataclass(slots=True)
class Clue:
    """A phrase that speaks of a year. odds: likelihood of the phrase for a year of the event."""

    kind: str
    year: int
    odds: Callable[[int], float]
    shown: str
    spans: tuple[Span, ...]
    weight: float = 1.0
    month: int | None = None
    last: date | None = None  # the last day that the phrase names, as far as it tells


def lunar_clues(doc: Doc, day: Day) -> list[Clue]:
    """ "Tết Giáp Thìn": the New Year of 2024, spoken of from December on."""
    row = "lunar" if day.month is not None or _brings_wishes(doc) else "lunar-open"
    clues = []
    for lunar in find_lunar_years(doc):
        start, end = lunar.span
        shown = f"“{doc.text[start:end]}”, which is {lunar.year}"
        clues.append(Clue("lunar", lunar.year, _lunar_odds(row, lunar.year, day.month), shown, (lunar.span,)))
    return clues


def kept_clues(doc: Doc, day: Day, dated: list[Dated]) -> list[Clue]:
    """ "mừng 40 năm Ngày thiết lập quan hệ ngoại giao": told 40 years after 1962."""
    clues = []
    for kept in find_kept(doc, [raw for raw, _ in dated]):
        start, end = kept.span
        shown = f"“{doc.text[start:end]}”, kept since {kept.since[:4]}"
        clues.append(Clue("kept", kept.year, partial(kept.odds, day=day), shown, (kept.span,)))
    return clues


def elapsed_clues(doc: Doc, day: Day, dated: list[Dated]) -> list[Clue]:
    """ "đánh giá 3 năm thực hiện thỏa thuận ký ngày 12/3/2018": three years later."""
    newest = max((raw.at.year or 0 for raw, role in dated if role.dates in _PASSED), default=0)
    since = [find_elapsed(doc, raw, day) for raw, role in dated if role.dates in _PASSED]
    found = [item for item in since if item is not None and item.year >= newest - 1]  # not the years of an older life
    birth = find_birth(doc, [raw for raw, role in dated if role.dates == "birth"])
    if birth is not None:
        found.append(birth)
    again = find_held_again(doc, [raw for raw, _ in dated]) if not found else None
    if again is not None:
        found.append(again)
    age = find_age(doc, [raw for raw, _ in dated]) if not found else None
    if age is not None:
        found.append(age)
    counted = find_months(doc, [raw for raw, role in dated if role.dates in _PASSED], day)
    if not found:
        told = [raw for raw, role in dated if role.dates not in _NOT_COUNTED]
        counted = find_counted(doc, told, newest) + counted
    return [*_elapsed("elapsed", found), *_elapsed("counted", counted)]


def _elapsed(kind: str, found: list[Elapsed]) -> list[Clue]:
    return [Clue(kind, item.year, item.odds, item.shown, (item.span,)) for item in found]


def twin_clues(doc: Doc, twins: list[Twin]) -> list[Clue]:
    """ "cuối tháng 2" in the story and "tháng 2-2019" below its photo: the story is of that year."""
    clues = []
    for twin in twins:
        shown, span = quote(doc, twin.raw)
        bare = doc.span(twin.at, twin.end)
        year = twin.raw.at.year
        assert year is not None
        shown = f"“{doc.text[bare[0] : bare[1]]}” and {shown}"
        clues.append(Clue(twin.kind, year, _twin_odds(twin.kind, year), shown, (bare, span)))
    return clues


def _twin_odds(kind: str, year: int) -> Callable[[int], float]:
    return lambda event: year_odds(kind, None, year - event)


def calendar_clues(doc: Doc, chosen: RawDate, month: int, day: int) -> list[Clue]:
    """29 February and a weekday that the text names rule years out."""
    weekday = chosen.weekday
    if weekday is None and (month, day) != _LEAP_DAY:
        return []

    def odds(event: int) -> float:
        told = day_in(event, month, day)
        right = told is not None and weekday in (None, told.weekday())
        return WEEKDAY_RIGHT if right else WEEKDAY_WRONG

    span = doc.span(chosen.start, chosen.end)
    return [Clue("calendar", 0, odds, f"the calendar of that year, which has “{doc.text[span[0] : span[1]]}”", ())]


def row_clue(doc: Doc, found: Between) -> Clue:
    """The 12th meeting was in 2018 and the 14th will be in 2020: this one, the 13th, is of 2019; so it is, where the
    11th was in 2017 and the 12th in 2018."""
    quotes = [quote(doc, raw) for raw in found.marks]
    where = "the two meetings before it" if found.goes_on else "the meetings before and after it"
    shown = f"{where} ({quotes[0][0]} and {quotes[1][0]})"
    spans = tuple(span for _, span in quotes)
    kind = "in-row" if found.goes_on else "between"
    return Clue(kind, found.year, lambda event: year_odds(kind, None, found.year - event), shown, spans)


def reform_clues(doc: Doc, day: Day) -> list[Clue]:
    """What only a text from after the reform of July 2025 can hold rules the years before it out."""
    reform = find_reform(doc)
    if reform is None:
        return []
    shown = f"“{doc.text[reform.span[0] : reform.span[1]]}”, which is said since {REFORM.year}"

    def odds(event: int) -> float:
        return 1.0 if date(event, day.month or 12, min(day.day or 28, 28)) >= REFORM else REST

    return [Clue("reform", REFORM.year, odds, shown, (reform.span,))]


def _brings_wishes(doc: Doc) -> bool:
    """ "sang thăm, chúc Tết": the New Year is being kept."""
    return any(words in doc.text for words in _WISHES)


def _lunar_odds(row: str, year: int, month: int | None) -> Callable[[int], float]:
    return lambda event: year_odds(row, month, year - event)


def stamp_clue(day: Day, stamp: Stamp, kind: str) -> Clue:
    """The event lies shortly before its publication; a crawl may be months late, or a day early."""
    at = stamp.day
    assert at.year is not None
    year = at.year
    if day.month is None or at.month is None:
        return Clue("stamp", year, lambda event: year_odds("stamped", None, year - event), stamp.shown, stamp.spans)
    month = at.month

    def odds(event: int) -> float:
        told = day_or_28th(event, day.month or 1, day.day or 15)
        if at.day is not None:
            return date_odds(kind, (day_or_28th(year, month, at.day) - told).days)
        if (told.year, told.month) > (year, month):
            return date_odds(kind, min(-5, (date(year, month, 28) - told).days))
        return max(_COPIED, date_odds(kind, max(0, (date(year, month, 15) - told).days - 13)))

    return Clue("stamp", year, odds, stamp.shown, stamp.spans)
