"""Pairs of provinces over the border: the matrix by year and a page for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from borderwire.model import Entry, File
from borderwire.site import urls
from borderwire.site.cards import province_link
from borderwire.site.charts import years_chart
from borderwire.site.contexts import Link, MatrixRow, PairPage, PairsPage
from borderwire.site.pages.series import series_of_pair
from borderwire.site.pages.sums import sums_of_pair
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair, Shelves

_MOST_YEARS = 15


def pair_pages(renderer: Renderer) -> Iterator[File]:
    """pairs/index.html, pairs/VN_LA/."""
    yield _matrix(renderer)
    for pair in sorted(renderer.shelves.by_pair):
        yield from _pages(renderer, pair)


def _order(renderer: Renderer, pair: Pair) -> tuple[tuple[float, str], tuple[float, str]]:
    return renderer.shelves.north_to_south(pair[0]), renderer.shelves.north_to_south(pair[1])


def _matrix(renderer: Renderer) -> File:
    shelves = renderer.shelves
    known = [use.year for use in shelves.archive.years if use.year][:_MOST_YEARS]
    years: list[str | None] = [*reversed(known)]
    if any(entry.year is None for entries in shelves.by_pair.values() for entry in entries):
        years.append(None)
    bordering = [
        (row.id, other) for row in shelves.terms.provinces.values() if row.country == "VN" for other in row.borders
    ]
    bordering = [pair for pair in bordering if pair[1].startswith("LA-")]
    beyond = [pair for pair in shelves.by_pair if pair not in set(bordering)]
    context = PairsPage(
        years=tuple(Link(year or renderer._("undated"), urls.to(urls.year(year))) for year in years),
        rows=tuple(_matrix_row(renderer, pair, years) for pair in sorted(bordering, key=lambda p: _order(renderer, p))),
        beyond=tuple(_matrix_row(renderer, pair, years) for pair in sorted(beyond, key=lambda p: _order(renderer, p))),
    )
    return renderer.page("pairs.html", urls.PAIRS, renderer._("Pairs of provinces"), section="provinces", pairs=context)


def _matrix_row(renderer: Renderer, pair: Pair, years: Sequence[str | None]) -> MatrixRow:
    shelves = renderer.shelves
    entries = shelves.by_pair.get(pair, ())
    count = Counter(_year_of(shelves, row) for row in _by_event(shelves, entries).values())
    sides = [province_link(shelves, renderer.names, ident) for ident in pair]
    return MatrixRow(
        vietnam=sides[0],
        laos=sides[1],
        pair=urls.to(urls.pair(*pair)) if entries else None,
        cells=tuple((year or "", renderer.number(count[year]), count[year]) for year in years),
        total=renderer.number(sum(count.values())),
    )


def _by_event(shelves: Shelves, entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(shelves.event_of.get(entry.id, entry.id), []).append(entry)
    return found


def _year_of(shelves: Shelves, entries: Sequence[Entry]) -> str | None:
    """The year of the event that the articles report."""
    event = shelves.events.get(shelves.event_of.get(entries[0].id, ""))
    return event.date[:4] if event and event.date else entries[0].year


def _pages(renderer: Renderer, pair: Pair) -> Iterator[File]:
    shelves = renderer.shelves
    entries = shelves.by_pair[pair]
    vietnam, laos = (province_link(renderer.shelves, renderer.names, ident) for ident in pair)
    chart = years_chart("years", entries, renderer.language, renderer._("Articles by year"))
    crumbs = (Link(renderer._("Pairs of provinces"), urls.to(urls.PAIRS)),)
    for path, row, paging in paged(entries, urls.pair(*pair), renderer.settings.page_size):
        context = PairPage(
            vietnam=vietnam,
            laos=laos,
            borders=shelves.borders(pair),
            rows=series_of_pair(renderer, pair) if paging.first <= 1 else (),
            totals=sums_of_pair(renderer, pair) if paging.first <= 1 else (),
            chart=chart if paging.first <= 1 else None,
            cards=tuple(renderer.card_html(entry) for entry in row),
            paging=paging,
        )
        yield renderer.page(
            "pair.html",
            path,
            f"{vietnam.text} – {laos.text}",
            section="provinces",
            description=renderer.articles(len(entries)),
            crumbs=crumbs,
            pair=context,
        )
