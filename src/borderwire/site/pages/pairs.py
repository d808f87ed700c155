"""Pairs of provinces over the border: the matrix by year, a page for each, and the numbered rows of meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from borderwire.model import Entry, File, Series, SeriesMeeting
from borderwire.site import urls
from borderwire.site.cards import entry_link, province_link
from borderwire.site.charts import years_chart
from borderwire.site.contexts import Link, MatrixRow, Meeting, MeetingsPage, PairPage, PairsPage
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair, pairs_of

_MOST_YEARS = 15


def pair_pages(renderer: Renderer) -> Iterator[File]:
    """pairs/index.html, pairs/VN_LA/, meetings/index.html."""
    shelves = renderer.shelves
    yield _matrix(renderer)
    rows = {pair: _meetings(renderer, shelves.by_pair[pair]) for pair in sorted(shelves.by_pair)}
    for pair, meetings in rows.items():
        yield from _pages(renderer, pair, meetings)
    yield _rows_of_meetings(renderer, rows)


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
    count = Counter(entry.year for entry in entries)
    known = {use.id for use in shelves.archive.provinces}
    sides = [province_link(renderer.names, ident) for ident in pair]
    for link, ident in zip(sides, pair, strict=True):
        if ident not in known:
            link.href = ""
    return MatrixRow(
        vietnam=sides[0],
        laos=sides[1],
        pair=urls.to(urls.pair(*pair)) if entries else None,
        cells=tuple((year or "", renderer.number(count[year]), count[year]) for year in years),
        total=renderer.number(len(entries)),
    )


def _pages(renderer: Renderer, pair: Pair, meetings: Sequence[Meeting]) -> Iterator[File]:
    shelves = renderer.shelves
    entries = shelves.by_pair[pair]
    vietnam, laos = (province_link(renderer.names, ident) for ident in pair)
    chart = years_chart("years", entries, renderer.language, renderer._("Articles by year"))
    crumbs = (Link(renderer._("Pairs of provinces"), urls.to(urls.PAIRS)),)
    for path, row, paging in paged(entries, urls.pair(*pair), renderer.settings.page_size):
        context = PairPage(
            vietnam=vietnam,
            laos=laos,
            borders=shelves.borders(pair),
            meetings=tuple(meetings) if paging.first <= 1 else (),
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


def _meetings(renderer: Renderer, entries: Sequence[Entry]) -> list[Meeting]:
    """The meetings of a row that these articles tell of, by number; of two that tell of one, the one that reports
    it wins over one that only mentions it."""
    found: dict[int, Meeting] = {}
    for entry in entries:
        series = entry.record.series
        if series and series.ordinal is not None:
            found[series.ordinal] = _held(renderer, entry, series)
    for entry in entries:
        series = entry.record.series
        for meeting, anchor in ((series.previous, "previous"), (series.next, "next")) if series else ():
            if meeting and meeting.ordinal is not None and meeting.ordinal not in found:
                found[meeting.ordinal] = _told(renderer, entry, meeting, anchor)
    return [found[number] for number in sorted(found)]


def _held(renderer: Renderer, entry: Entry, series: Series) -> Meeting:
    how = renderer._("number inferred from its neighbours") if series.basis == "inferred" else ""
    date = entry.record.event_date.value
    link = entry_link(entry, renderer.language)
    link.href += "#series"
    return Meeting(str(series.ordinal), date or "", renderer.language.date(date), how, link, series.as_written or "")


def _told(renderer: Renderer, entry: Entry, meeting: SeriesMeeting, anchor: str) -> Meeting:
    _ = renderer._
    how = _("announced, no report in the archive") if anchor == "next" else _("told later, no report in the archive")
    link = entry_link(entry, renderer.language)
    link.href += f"#{anchor}"
    date = renderer.language.date(meeting.date)
    return Meeting(str(meeting.ordinal), meeting.date or "", date, how, link, meeting.as_written or "")


def _rows_of_meetings(renderer: Renderer, rows: dict[Pair, list[Meeting]]) -> File:
    listed = []
    for pair in sorted(rows, key=lambda item: _order(renderer, item)):
        if rows[pair]:
            vietnam, laos = (renderer.names.province(ident).text for ident in pair)
            listed.append((f"{vietnam} – {laos}", urls.to(urls.pair(*pair)), tuple(rows[pair])))
    loose = _meetings(renderer, [entry for entry in renderer.shelves.archive.entries if not pairs_of(entry)])
    if loose:
        listed.append((renderer._("Between ministries and others"), "", tuple(loose)))
    context = MeetingsPage(tuple(listed))
    title = renderer._("Rows of meetings")
    return renderer.page("meetings.html", urls.MEETINGS, title, section="provinces", meetings=context)
