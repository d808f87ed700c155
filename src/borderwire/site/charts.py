"""Bar charts as numbers: where every bar stands. `parts/chart.html` draws them and writes the table beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from borderwire.model import Entry
from borderwire.site import urls
from borderwire.site.contexts import Bar, Chart
from borderwire.site.languages import Language

_HEIGHT = 64.0
_GAP = 6.0
_STEPS = ((7, 44.0), (10, 32.0), (60, 23.0))  # up to so many bars, each so wide with its gap: 14 fit a phone
_TICK_ROOM = 40.0  # width of a written year with air around it
_FEW, _MANY = 2, 60
_MANY_SUMS = 20  # a sum of long ago would leave a chart of empty years


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum of a year. shown: in words with its unit."""

    value: float
    shown: str


def years_chart(ident: str, entries: Iterable[Entry], language: Language, title: str) -> Chart | None:
    """Articles by year, empty years between shown as empty; None where there are fewer than two years."""
    count = Counter(int(entry.year) for entry in entries if entry.year)
    if len(count) < _FEW:
        return None
    years = _axis(count, _MANY)
    _ = language.gettext
    busiest = max(years, key=lambda year: (count[year], year))
    number = language.count("%(n)s article", "%(n)s articles", count[busiest])
    told = {"first": years[0], "last": years[-1], "year": busiest, "number": number}
    sums = {year: Sum(count[year], language.number(count[year])) for year in years}
    return _chart(
        ident,
        title,
        _("From %(first)s to %(last)s; most in %(year)s: %(number)s.") % told,
        _("Articles"),
        _bars(sums, [str(year) for year in years], {year: sums[year].shown for year in years}),
        language,
    )


def sums_chart(
    ident: str, title: str, sums: Mapping[int, Sum], language: Language, known: Container[str]
) -> Chart | None:
    """Sums by year; a year without one has no bar. None where there are fewer than two. known: years with a page."""
    if len(sums) < _FEW:
        return None
    years = _axis(sums, _MANY_SUMS)
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


def _axis(years: Iterable[int], most: int) -> list[int]:
    """All years from the first to the last, or where these are too many, those that have a bar."""
    told = sorted(years)
    return list(range(told[0], told[-1] + 1)) if told[-1] - told[0] < most else told


def _chart(ident: str, title: str, told: str, head: str, bars: tuple[Bar, ...], language: Language) -> Chart:
    step = _step(len(bars))
    return Chart(
        id=ident,
        title=title,
        description=told,
        label_head=language.gettext("Year"),
        value_head=head,
        bars=bars,
        width=len(bars) * step,
        height=_HEIGHT,
        ticks=_ticks(bars, step),
    )


def _step(number: int) -> float:
    return next((step for most, step in _STEPS if number <= most), _STEPS[-1][1])


def _bars(sums: Mapping[int, Sum], linked: Container[str], marks: Mapping[int, str]) -> tuple[Bar, ...]:
    top = max(row.value for row in sums.values())
    step = _step(len(sums))
    return tuple(
        _bar(index, year, row, top, step, str(year) in linked, marks[year])
        for index, (year, row) in enumerate(sums.items())
    )


def _bar(index: int, year: int, row: Sum, top: float, step: float, linked: bool, mark: str) -> Bar:
    height = max(round(_HEIGHT * row.value / top, 1), 2.0) if row.value else 0.0
    return Bar(
        label=str(year),
        shown=row.shown,
        mark=mark,
        href=urls.to(urls.year(str(year))) if linked and row.value else None,
        x=index * step + _GAP / 2,
        y=round(_HEIGHT - height, 1),
        width=step - _GAP,
        height=height,
    )


def _ticks(bars: tuple[Bar, ...], step: float) -> tuple[tuple[float, str], ...]:
    """Labels under the axis, as many as fit."""
    every = max(1, -int(-_TICK_ROOM // step))
    return tuple((bar.x + bar.width / 2, bar.label) for bar in bars[::every])
