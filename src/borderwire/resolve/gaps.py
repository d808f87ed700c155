"""The years between the meetings of a yearly row for which the archive has nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from borderwire.model import SeriesSlot

_WIDEST = 7  # years from one meeting to the next in a row that may still be yearly

Open = tuple[tuple[str, ...], int]


def missing_years(slots: Sequence[SeriesSlot]) -> tuple[tuple[str, ...], tuple[Open, ...]]:
    """Years that lack their meeting for sure; and, where the numbers leave room for fewer meetings than there are
    years, those years with how many of them had one. slots: oldest first.

    Meetings that bear no number themselves take room between two numbered ones as any other does.
    """
    missing: list[str] = []
    unsure: list[Open] = []
    for stretch in _stretches([slot for slot in slots if slot.year]):
        years = _between(stretch)
        first, last = stretch[0].ordinal, stretch[-1].ordinal
        room = last - first - 1 - (len(stretch) - 2) if first and last and len(stretch) > 1 else len(years)
        if room >= len(years):
            missing += years
        elif room > 0:
            unsure.append((tuple(years), room))
    return tuple(missing), tuple(unsure)


def _stretches(dated: Sequence[SeriesSlot]) -> Iterator[list[SeriesSlot]]:
    """The row cut at its numbered meetings, which end one stretch and begin the next."""
    stretch: list[SeriesSlot] = []
    for slot in dated:
        stretch.append(slot)
        if slot.ordinal:
            yield stretch
            stretch = [slot]
    if len(stretch) > 1:
        yield stretch


def _between(stretch: Sequence[SeriesSlot]) -> list[str]:
    """The years without a meeting between neighbouring ones, oldest first."""
    found: list[str] = []
    for before, after in pairwise(stretch):
        first, last = int(before.year or 0), int(after.year or 0)
        if last - first <= _WIDEST:
            found += [str(year) for year in range(first + 1, last)]
    return found
