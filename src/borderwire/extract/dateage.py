"""How far a date lies behind what the text last tells, and behind the stamp of its page."""

from __future__ import annotations

from datetime import date

from borderwire.extract.calendar import day_or_28th
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.daysapart import LATER, days_back, is_behind
from borderwire.extract.doc import Doc
from borderwire.extract.yearcues import kind_of_year

Dated = tuple[RawDate, Role]

_AGES = ((60, 4.0), (20, 2.0), (10, 1.0))  # days behind the stamp, and what more of them cost
_STALE = 60  # days after which a told day is old beside another
_REVIEWED = frozenset(["review", "half-year", "to-date", "figure", "figure-grown", "as-of", "reported"])
_NAMED_FOR = frozenset(["document", "task", "own-name"])  # named for their year, or made in the one before


def out_of_date(raw: RawDate, told: RawDate | None, latest: date | None) -> float:
    """A day that another told day leaves far behind is no news: what it costs."""
    if told is not None and told.start < raw.start:
        back = days_back(told.at, raw.at)
        if back > _STALE or (raw.at.year is not None and is_behind(told.at, raw.at)):
            return 6.0
    if raw.at.year is None or latest is None:
        return 0.0
    mine = date(raw.at.year, raw.at.month or 1, min(raw.at.day or 28, 28))
    gap = (latest - mine).days
    return 12.0 if gap > LATER else 6.0 if gap > _STALE else 0.0


def latest_told(doc: Doc, dated: list[Dated]) -> date | None:
    """The last month, day or year, its year included, of which something is told as past or present, or the year
    before one that a paper or a task is named for."""
    latest: date | None = None
    for raw, role in dated:
        year, month = raw.at.year, raw.at.month
        if not year or role.dates in ("planned", "anniversary", "published"):
            continue
        if month:
            told = date(year, month, min(raw.at.day or 1, 28))
        elif raw.form == "year" and (latest is None or year > latest.year):
            kind = kind_of_year(doc, raw)
            if kind not in _REVIEWED and kind not in _NAMED_FOR:
                continue
            told = date(year if kind in _REVIEWED else year - 1, 1, 1)
        else:
            continue
        if latest is None or told > latest:
            latest = told
    return latest


def far_from_stamp(raw: RawDate, role: Role, stamp: Day) -> float:
    """News is of the days before its stamp; a day far from it is background, or to come."""
    if not (stamp.year and stamp.month and stamp.day and raw.at.month and raw.at.day):
        return 0.0
    if raw.at.year is not None:
        stamped = day_or_28th(stamp.year, stamp.month, stamp.day)
        gap = (stamped - day_or_28th(raw.at.year, raw.at.month, raw.at.day)).days
        return 6.0 if gap > LATER else _age_cost(gap)
    back = days_back(stamp, raw.at)
    if role.dates == "event" and not back and 1 < days_back(raw.at, stamp) <= _STALE:
        return 6.0  # what is still to come
    return _age_cost(back)


def _age_cost(days: int) -> float:
    return next((cost for least, cost in _AGES if days > least), 0.0)


def days_before(late: Day, early: Day) -> int:
    if not (late.month and late.day and early.month and early.day):
        return -1
    return (late.month - early.month) * 30 + late.day - early.day
