"""Bar charts as numbers: where every bar stands. `parts/chart.html` draws them and writes the table beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from borderwire.model import Entry
from borderwire.site import urls
from borderwire.site.contexts import Bar, Chart
from borderwire.site.languages import Language

_HEIGHT = 64.0
_GAP = 6.0
_STEPS = ((10, 44.0), (16, 32.0), (60, 24.0))  # up to so many bars, each so wide with its gap
_TICK_ROOM = 40.0  # width of a written year with air around it
_FEW, _MANY = 2, 60


def years_chart(ident: str, entries: Iterable[Entry], language: Language, title: str) -> Chart | None:
    """Articles by year, empty years between shown as empty; None where there are fewer than two years."""
    count = Counter(int(entry.year) for entry in entries if entry.year)
    if len(count) < _FEW:
        return None
    first, last = min(count), max(count)
    years = list(range(first, last + 1)) if last - first < _MANY else sorted(count)
    top = max(count.values())
    step = next((step for most, step in _STEPS if len(years) <= most), _STEPS[-1][1])
    bars = tuple(_bar(index, year, count[year], top, step, language) for index, year in enumerate(years))
    _ = language.gettext
    busiest = max(years, key=lambda year: (count[year], year))
    number = language.count("%(n)s article", "%(n)s articles", count[busiest])
    return Chart(
        id=ident,
        title=title,
        description=_("From %(first)s to %(last)s; most in %(year)s: %(number)s.")
        % {"first": first, "last": last, "year": busiest, "number": number},
        label_head=_("Year"),
        value_head=_("Articles"),
        bars=bars,
        width=len(years) * step,
        height=_HEIGHT,
        ticks=_ticks(bars, step),
    )


def _bar(index: int, year: int, value: int, top: int, step: float, language: Language) -> Bar:
    height = round(_HEIGHT * value / top, 1) if value else 0.0
    if value:
        height = max(height, 2.0)
    return Bar(
        label=str(year),
        shown=language.number(value),
        href=urls.to(urls.year(str(year))) if value else None,
        x=index * step + _GAP / 2,
        y=round(_HEIGHT - height, 1),
        width=step - _GAP,
        height=height,
    )


def _ticks(bars: tuple[Bar, ...], step: float) -> tuple[tuple[float, str], ...]:
    """Labels under the axis, as many as fit."""
    every = max(1, -int(-_TICK_ROOM // step))
    return tuple((bar.x + bar.width / 2, bar.label) for bar in bars[::every])
