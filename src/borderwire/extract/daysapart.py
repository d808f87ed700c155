"""How far two days of the year lie apart, whatever their years."""

from __future__ import annotations

from borderwire.extract.daterow import Day

LATER = 300  # days back in the year that are rather days ahead
FRESH = 5  # days between what happens and the paper that tells it, mostly


def is_behind(told: Day, early: Day) -> bool:
    """The day of the year lies a little ahead of the told one, so that it is of some year before."""
    if not (told.month and told.day and early.month and early.day):
        return False
    ahead = ((early.month - told.month) * 30 + early.day - told.day) % 360
    return FRESH < ahead <= 360 - LATER


def days_back(late: Day, early: Day) -> int:
    """Days from one day to the other before it, whatever the year; 0 where it comes soon after, or one has no day."""
    if not (late.month and late.day and early.month and early.day):
        return 0
    back = ((late.month - early.month) * 30 + late.day - early.day) % 360
    return 0 if back > LATER else back
