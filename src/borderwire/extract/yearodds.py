"""How likely a paper of a given day is to name a year, a month or a day in such words: the numbers behind `years`.

The rows stand in `yearrows`, `twinrows`, `unfittedrows` and `dayrows`; what a row does not list has the odds of the
rest.
"""

from __future__ import annotations

from bisect import bisect_left

from borderwire.extract.dayrows import DATES
from borderwire.extract.twinrows import TWINS
from borderwire.extract.unfittedrows import UNFITTED
from borderwire.extract.yearrows import YEARS

REST = 0.015

# Months -> the rows of `YEARS` that may hold for them, the narrowest first.
_SPRING, _SUMMER = ("spring", "mid", "any"), ("summer", "mid", "any")
_EARLY, _LATE = ("early", "any"), ("late", "any")
SEASONS: dict[int | None, tuple[str, ...]] = {
    None: ("any",),
    **dict.fromkeys((1, 2, 3), _EARLY),
    **dict.fromkeys((4, 5, 6), _SPRING),
    **dict.fromkeys((7, 8, 9), _SUMMER),
    10: _LATE,
    11: ("november", "end", "late", "any"),
    12: ("december", "end", "late", "any"),
}

# Kinds whose year is seldom far from the event's.
_NEAR, _FAR = 3, 0.002  # shifts that a slip explains, and the odds of longer ones
# Kinds whose year may well be far from the event's: history, goals, plans.
_ANY_TIME = frozenset(
    [
        *("plain", "named", "since-year", "since-now", "since-end", "close", "begin", "last-meeting", "compared"),
        *("ahead", "goal", "planned", "planned-end", "planned-begin", "agreed-on", "term", "towards", "begin-since"),
        "election",
    ]
)
_REST_OF = {"anniversary": 0.002, "anniversary-day": 0.002, "lunar": 0.005, "stamped": 0.00002}

# What a date of the story weighs when a later one is told, and one of a photo printed twice or from an archive.
OLDER_PART = 0.4
WEEKDAY_RIGHT, WEEKDAY_WRONG = 0.9, 0.02
SURE = 0.65  # how likely the best year must be, among all, for a reader to state it
SURE_BESIDE = 0.3  # the same for a day shortly before the page's stamp
SURE_ALONE = 0.8  # the same where the text has no day of the event at all


_LIMITS = {kind: [limit for limit, _ in rows] for kind, rows in DATES.items()}
_BY_MONTH = {
    (kind, month): next(rows[season] for season in seasons if season in rows)
    for kind, rows in (YEARS | TWINS | UNFITTED).items()
    for month, seasons in SEASONS.items()
}


def date_odds(kind: str, days_before: int) -> float:
    """Likelihood that a date of that kind lies so many days before the event (negative: after it)."""
    rows = DATES[kind]
    return rows[min(bisect_left(_LIMITS[kind], days_before), len(rows) - 1)][1]


def year_odds(kind: str, month: int | None, shift: int) -> float:
    """Likelihood that a year of that kind is the event's year plus `shift`; month: of the event, where it is known."""
    odds = _BY_MONTH[kind, month].get(shift)
    if odds is not None:
        return odds
    return _REST_OF.get(kind, REST if abs(shift) <= _NEAR or kind in _ANY_TIME else _FAR)
