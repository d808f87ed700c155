"""Pairs of provinces over the border: the matrix by year and a page for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from borderwire.model import Entry, File
from borderwire.site import urls
from borderwire.site.cards import province_link
from borderwire.site.charts import years_chart
from borderwire.site.contexts import Link, MatrixRow, PairPage, PairsPage
from borderwire.site.eras import Through, through
from borderwire.site.foreign import joined, plain
from borderwire.site.pages.series import series_of_pair
from borderwire.site.pages.sums import sums_of_pair
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair, Shelves

_MOST_YEARS = 15


def pair_pages(renderer: Renderer) -> Iterator[File]:
    """pairs/index.html, pairs/VN_LA/, pairs/VN_LA/as_of_today/."""
    yield _matrix(renderer)
    for today in sorted(renderer.shelves.pairs_today):
        yield from _today_pages(renderer, today)


def _order(renderer: Renderer, pair: Pair) -> tuple[tuple[float, str], tuple[float, str]]:
    return renderer.shelves.north_to_south(pair[0]), renderer.shelves.north_to_south(pair[1])


def _matrix(renderer: Renderer) -> File:
    shelves = renderer.shelves
    known = [use.year for use in shelves.archive.years if use.year][:_MOST_YEARS]
    years: list[str | None] = [*known]  # newest first: in sight where a table is wider than the screen
    if any(entry.year is None for entries in shelves.by_pair.values() for entry in entries):
        years.append(None)
    bordering = {
        (row.id, other)
        for row in shelves.terms.provinces.values()
        for other in row.borders
        if row.country == "VN" and other.startswith("LA-")
    }
    known_pairs: dict[Pair, list[Pair]] = {}
    for pair in sorted(bordering | shelves.by_pair.keys(), key=lambda pair: _order(renderer, pair)):
        known_pairs.setdefault((shelves.today(pair[0]), shelves.today(pair[1])), []).append(pair)
    rows: dict[bool, list[MatrixRow]] = {True: [], False: []}
    for today in sorted(known_pairs, key=lambda pair: _order(renderer, pair)):
        rows[not bordering.isdisjoint(known_pairs[today])] += _matrix_rows(renderer, today, known_pairs[today], years)
    context = PairsPage(
        years=tuple(Link(year or renderer._("undated"), urls.to(urls.year(year))) for year in years),
        undated=None in years,
        rows=tuple(rows[True]),
        beyond=tuple(rows[False]),
        met=renderer.count("%(n)s pair that met", "%(n)s pairs that met", len(shelves.pairs_today)),
        parts=any(row.part for row in (*rows[True], *rows[False])),
    )
    return renderer.page("pairs.html", urls.PAIRS, renderer._("Pairs of provinces"), section="provinces", pairs=context)


def _matrix_rows(
    renderer: Renderer, today: Pair, pairs: Sequence[Pair], years: Sequence[str | None]
) -> Iterator[MatrixRow]:
    """The pair of today, and below it the pairs that it was, where they differ."""
    by_pair = renderer.shelves.by_pair
    entries = renderer.shelves.together(by_pair[pair] for pair in pairs if pair in by_pair)
    merged = any(pair != today and pair in by_pair for pair in pairs)
    path = urls.pair(*today)
    yield _matrix_row(renderer, today, entries, years, urls.as_of_today(path) if merged else path)
    for pair in pairs if merged else ():
        if pair in by_pair:
            yield _matrix_row(renderer, pair, by_pair.get(pair, ()), years, urls.pair(*pair), part=True)


def _matrix_row(
    renderer: Renderer,
    pair: Pair,
    entries: Sequence[Entry],
    years: Sequence[str | None],
    path: str,
    *,
    part: bool = False,
) -> MatrixRow:
    shelves = renderer.shelves
    count = Counter(_year_of(shelves, row) for row in _by_event(shelves, entries).values())
    sides = [province_link(shelves, renderer.names, ident) for ident in pair]
    return MatrixRow(
        vietnam=sides[0],
        laos=sides[1],
        pair=urls.to(path) if entries else None,
        cells=tuple((year or "", renderer.number(count[year]), count[year]) for year in years),
        total=renderer.number(sum(count.values())),
        part=part,
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


def _through(renderer: Renderer, today: Pair) -> Through | None:
    """The pair of today and those that it was, with how many articles each has."""
    shelves = renderer.shelves
    pairs = shelves.pairs_today[today]

    def link(pair: Pair, entries: Sequence[Entry]) -> Link:
        return Link(pair_label(renderer, pair), urls.pair(*pair), None, renderer.articles(len(entries)))

    lists = [shelves.by_pair[pair] for pair in pairs]
    former = (shelves.terms.provinces.get(ident) for pair in pairs for ident in pair)
    return through(
        [link(pair, entries) for pair, entries in zip(pairs, lists, strict=True)],
        link(today, shelves.together(lists)),
        next((row.valid_until for row in former if row and row.merged_into), None),
    )


def pair_label(renderer: Renderer, pair: Pair) -> Markup:
    """Both provinces, each marked where its name is not in the page's language."""
    return joined(" – ", (renderer.names.province(ident).marked for ident in pair))


def pair_name(renderer: Renderer, pair: Pair) -> str:
    return plain(pair_label(renderer, pair))


def _today_pages(renderer: Renderer, today: Pair) -> Iterator[File]:
    """A page for each pair that the pair of today is, and one for all of them where a merger makes them several."""
    shelves = renderer.shelves
    time = _through(renderer, today)
    pairs = shelves.pairs_today[today]
    for place, pair in enumerate(pairs):
        yield from _pages(renderer, pair, shelves.by_pair[pair], urls.pair(*pair), time, place)
    if time:
        entries = shelves.together(shelves.by_pair[pair] for pair in pairs)
        yield from _pages(renderer, today, entries, urls.as_of_today(urls.pair(*today)), time, None)


def _pages(
    renderer: Renderer, pair: Pair, entries: Sequence[Entry], address: str, time: Through | None, here: int | None
) -> Iterator[File]:
    shelves = renderer.shelves
    vietnam, laos = (province_link(shelves, renderer.names, ident) for ident in pair)
    chart = years_chart("years", entries, renderer.language, renderer._("Articles by year"))
    crumbs = (Link(renderer._("Pairs of provinces"), urls.to(urls.PAIRS)),)
    title, met = pair_name(renderer, pair), renderer.events_in(entries)
    for path, row, paging in paged(entries, address, renderer.settings.page_size):
        context = PairPage(
            vietnam=vietnam,
            laos=laos,
            borders=shelves.borders(pair),
            met=met,
            changes=time.changes(renderer, here) if time else (),
            eras=time.eras(here) if time else None,
            rows=series_of_pair(renderer, pair) if paging.first <= 1 else (),
            totals=sums_of_pair(renderer, pair) if paging.first <= 1 else (),
            chart=chart if paging.first <= 1 else None,
            cards=tuple(renderer.card_html(entry) for entry in row),
            paging=paging,
        )
        yield renderer.page(
            "pair.html",
            path,
            f"{title}: {renderer._('as of today')}" if time and here is None else title,
            section="provinces",
            description=met,
            crumbs=crumbs,
            pair=context,
        )
