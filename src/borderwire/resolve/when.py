"""Dates of any precision as spans of days, so that they compare without being made up."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

Days = tuple[int, int]  # first and last day, proleptic Gregorian ordinals
YEAR = 365
_LAST = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@lru_cache(maxsize=65536)
def days(value: str | None) -> Days | None:
    """`2025-08` -> first and last day of that month; None for None and for what is no date."""
    if value is None:
        return None
    parts = value.split("-")
    try:
        year = int(parts[0])
        if len(parts) == 1:
            return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
        month = int(parts[1])
        if len(parts) == 2:
            return date(year, month, 1).toordinal(), date(year, month, _LAST[month - 1]).toordinal()
        day = date(year, month, int(parts[2])).toordinal()
    except (ValueError, IndexError):
        return None
    return day, day


def precise(value: str | None) -> int | None:
    """The day as an ordinal, where the date is a full one."""
    span = days(value) if value is not None and len(value) == 10 else None
    return span[0] if span else None
