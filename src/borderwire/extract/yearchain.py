"""Days without a year that a story tells in order: after "tháng 2-2018", "Ngày 2-7 ..." and "Ngày 6-9 ..." are of 2018.

A day takes the year of the full date told before it, as long as the days go forward.
"""

from __future__ import annotations

from datetime import date

from borderwire.extract.asides import stands_aside
from borderwire.extract.datecues import Role
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc

_TOLD = frozenset(["event", "earlier"])
_NEWS = 10  # days around the event's day that are told of the news itself

Dated = tuple[RawDate, Role]
Place = tuple[int, int]  # month and day


def last_completed(doc: Doc, chosen: RawDate, dated: list[Dated]) -> tuple[RawDate, date] | None:
    """The last day before the event's that follows a full date in the story, and its full date."""
    here = _place(chosen)
    found: tuple[RawDate, date] | None = None
    year, last = 0, (0, 0)
    for raw, role in dated:
        if raw is chosen or role.dates not in _TOLD or not raw.at.month or stands_aside(doc, raw.start):
            continue
        place = _place(raw)
        if raw.at.year is not None:
            year, last = raw.at.year, place
        elif year and raw.at.day and place >= last and raw.until is None and not _is_news(place, here):
            last = place
            found = raw, date(year, place[0], min(place[1], 28))
        else:
            year = 0
    return found


def _place(raw: RawDate) -> Place:
    return raw.at.month or 0, raw.at.day or 0


def _days(place: Place) -> int:
    return place[0] * 30 + place[1]


def _is_news(place: Place, here: Place) -> bool:
    return abs(_days(place) - _days(here)) <= _NEWS
