"""Bar charts as numbers: where every bar stands. `parts/chart.html` draws them and writes the table beside."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from borderwire.model import Entry
from borderwire.site import urls
from borderwire.site.contexts import Bar, Chart
from borderwire.site.languages import Language

_HEIGHT, _ABOVE, _BELOW = 64.0, 14.0, 16.0  # of the bars, of the numbers above them, of the labels below
_STEPS = ((7, 44.0), (10, 32.0))  # up to so many bars, each so wide with its gap where there is room
_STEP = 24.0  # of more bars: what a finger needs
_BAR = 0.76  # of a step
_NARROW = 320.0  # the chart of a phone
_ROOMS = (480.0, 720.0)  # widths from which on every number stands, as the style sheet has them
_TICK_ROOM = 38.0  # width of a written year with air around it
_FIGURE, _AIR = 6.0, 3.0  # width of a figure above a bar, room beside the number
_FEW, _MANY = 2, 100
_FAR = 10  # years without a bar between others that a long axis leaves out


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of a year. shown: in words with its unit."""

    value: float
    shown: str


def years_chart(ident: str, entries: Iterable[Entry], language: Language, title: str) -> Chart | None:
    """Articles by year, empty years between as empty steps; None where there are fewer than two years."""
    told = [entry.year for entry in entries]
    count = Counter(int(year) for year in told if year)
    bare = sum(not year for year in told)
    if len(count) < _FEW:
        return None
    years = _axis(count)
    _ = language.gettext
    busiest = max(years, key=lambda year: (count[year], year))
    number = language.count("%(n)s article", "%(n)s articles", count[busiest])
    values = {"first": years[0], "last": years[-1], "year": busiest, "number": number}
    sums = {year: Sum(count[year], language.number(count[year])) for year in years}
    return _chart(
        ident,
        title,
        _("From %(first)s to %(last)s; most in %(year)s: %(number)s.") % values,
        _("Articles"),
        _bars(sums, [str(year) for year in years], {year: sums[year].shown for year in years}),
        language,
        language.count(
            "%(n)s article without a year is not counted here.",
            "%(n)s articles without a year are not counted here.",
            bare,
        )
        if bare
        else "",
    )


def sums_chart(
    ident: str, title: str, sums: Mapping[int, Sum], language: Language, known: Container[str]
) -> Chart | None:
    """Sums by year; a year without one is an empty step. None where there are fewer than two. known: years that have
    a page."""
    if len(sums) < _FEW:
        return None
    years = _axis(sums)
    _ = language.gettext
    largest = max(sums, key=lambda year: (sums[year].value, year))
    told = {"first": years[0], "last": years[-1], "year": largest, "number": sums[largest].shown}
    rows = {year: sums.get(year, Sum(0, "–")) for year in years}
    marks = {year: language.compact(row.value) for year, row in rows.items()}
    return _chart(
        ident,
        title,
        _("From %(first)s to %(last)s; most in %(year)s: %(number)s.") % told,
        _("Sum"),
        _bars(rows, [year for year in map(str, years) if year in known], marks),
        language,
    )


def _axis(years: Iterable[int]) -> list[int]:
    """All years from the first to the last; where these are too many, without those far from any that has a bar."""
    told = sorted(years)
    every = range(told[0], told[-1] + 1)
    if len(every) <= _MANY:
        return list(every)
    near = {other for year in told for other in range(year - _FAR // 2, year + _FAR // 2 + 1)}
    return [year for year in every if year in near]


def _chart(
    ident: str, title: str, told: str, head: str, bars: tuple[Bar, ...], language: Language, note: str = ""
) -> Chart:
    step = _step(len(bars))
    width = len(bars) * step
    return Chart(
        id=ident,
        title=title,
        description=told,
        note=note,
        label_head=language.gettext("Year"),
        value_head=head,
        bars=bars,
        width=width,
        height=_ABOVE + _HEIGHT + _BELOW,
        base=_ABOVE + _HEIGHT,
        ticks=_ticks(bars, step),
        room=next((int(room) for room in _ROOMS if width <= room), 0) if width > _NARROW else None,
    )


def _step(number: int) -> float:
    return next((step for most, step in _STEPS if number <= most), _STEP)


def _bars(sums: Mapping[int, Sum], linked: Container[str], marks: Mapping[int, str]) -> tuple[Bar, ...]:
    top = max(row.value for row in sums.values())
    share = 100 / len(sums)
    heights = [max(round(_HEIGHT * row.value / top, 1), 2.0) if row.value else 0.0 for row in sums.values()]
    clear = _clear(heights, [marks[year] for year in sums])
    return tuple(
        Bar(
            label=str(year),
            shown=row.shown,
            mark=marks[year],
            roomy=index not in clear,
            href=urls.to(urls.year(str(year))) if str(year) in linked and row.value else None,
            x=round((index + (1 - _BAR) / 2) * share, 2),
            y=round(_ABOVE + _HEIGHT - height, 1),
            width=round(_BAR * share, 2),
            height=height,
            step=round(index * share, 2),
            share=round(share, 2),
            middle=round((index + 0.5) * share, 2),
        )
        for index, ((year, row), height) in enumerate(zip(sums.items(), heights, strict=True))
    )


def _clear(heights: Sequence[float], marks: Sequence[str]) -> set[int]:
    """The bars whose numbers stand clear of one another and of higher bars on a narrow screen, high ones first."""
    step = min(_NARROW / len(heights), _step(len(heights)))
    found: set[int] = set()
    for index in sorted(range(len(heights)), key=lambda at: (-heights[at], -at)):
        reach = (len(marks[index]) * _FIGURE / 2 + _AIR) / step
        beside = range(max(0, math.ceil(index - reach)), min(len(heights), math.floor(index + reach) + 1))
        is_free = all(heights[at] <= heights[index] + _AIR for at in beside)
        others = (at for at in found if abs(at - index) < reach + len(marks[at]) * _FIGURE / 2 / step)
        if heights[index] and is_free and not any(others):
            found.add(index)
    return found


def _ticks(bars: tuple[Bar, ...], step: float) -> tuple[tuple[float, str], ...]:
    """Labels under the axis: as many as fit a narrow screen, of many years only every fifth, tenth ..."""
    narrow = min(step, _NARROW / len(bars))
    if len(bars) * _STEP <= _NARROW:
        shown = bars[:: max(1, -int(-_TICK_ROOM // narrow))]
    else:
        every = next(number for number in (5, 10, 20, 50, 100) if number * narrow >= _TICK_ROOM)
        shown = tuple(bar for bar in bars if int(bar.label) % every == 0)
    breaks = ((bar.step, "⋯") for before, bar in pairwise(bars) if int(bar.label) - int(before.label) > 1)
    return (*((bar.middle, bar.label) for bar in shown), *breaks)
