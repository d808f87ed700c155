"""The index of years, a page for every year and every month that has articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from borderwire.model import Entry, File
from borderwire.site import urls
from borderwire.site.cards import province_link
from borderwire.site.contexts import AgreementRow, Link, YearPage, YearRow, YearsPage
from borderwire.site.foreign import joined
from borderwire.site.languages import capital
from borderwire.site.pages.agreements import agreement_rows
from borderwire.site.pages.calendar import Section, calendar_of, day_sections
from borderwire.site.pages.events import told_by_several
from borderwire.site.pages.sums import sums_of_year
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import pairs_of

_FAR = 60  # years that a table of all years may span
_MOST = 12  # provinces and pairs named on the page of a year
Months = tuple[tuple[int, str, str, int, str | None], ...]


def year_pages(renderer: Renderer) -> Iterator[File]:
    """years/index.html, years/YYYY/, years/YYYY/MM/, years/undated/."""
    shelves = renderer.shelves
    yield _index(renderer)
    years = [use for use in shelves.archive.years if use.year]
    signed = _signed_by_year(renderer)
    for index, use in enumerate(years):
        year = use.year or ""
        entries = [shelves.entries[ident] for ident in use.entries]
        newer = years[index - 1].year if index else None
        older = years[index + 1].year if index + 1 < len(years) else None
        yield from _year(renderer, year, entries, (older, newer), signed.get(year, ()))
    months = sorted(shelves.by_month)
    for index, month in enumerate(months):
        older = months[index - 1] if index else None
        newer = months[index + 1] if index + 1 < len(months) else None
        yield from _month(renderer, month, (older, newer))
    for use in shelves.archive.years:
        if use.year is None:
            yield from _undated(renderer, [shelves.entries[ident] for ident in use.entries])


def _index(renderer: Renderer) -> File:
    _ = renderer._
    context = YearsPage(year_rows(renderer), undated_link(renderer), urls.to(urls.TIMELINE))
    return renderer.page("years.html", urls.YEARS, _("Years"), section="years", years=context)


def undated_link(renderer: Renderer) -> Link | None:
    """To the articles that no count by years holds: "299 articles without a year are not counted here"."""
    bare = next((use for use in renderer.shelves.archive.years if use.year is None), None)
    if bare is None:
        return None
    words = renderer.count(
        "%(n)s article without a year is not counted here.",
        "%(n)s articles without a year are not counted here.",
        len(bare.entries),
    )
    return Link(words, urls.to(urls.year(None)))


def year_rows(renderer: Renderer) -> tuple[YearRow, ...]:
    """Newest first; empty years between others too, where these are not far apart."""
    held = {use.year: len(use.entries) for use in renderer.shelves.archive.years if use.year}
    if not held:
        return ()
    numbers = [int(year) for year in held]
    first, last = min(numbers), max(numbers)
    years = map(str, range(last, first - 1, -1)) if last - first < _FAR else held
    return tuple(
        YearRow(
            Link(year, urls.to(urls.year(year)) if year in held else ""),
            _months(renderer, year),
            renderer.number(held.get(year, 0)),
        )
        for year in years
    )


def _months(renderer: Renderer, year: str) -> Months:
    """The calendar strip of a year."""
    row = []
    for number in range(1, 13):
        month = f"{year}-{number:02}"
        count = len(renderer.shelves.by_month.get(month, ()))
        href = urls.to(urls.month(month)) if count else None
        row.append((number, renderer.language.month(number, short=True), renderer.number(count), count, href))
    return tuple(row)


def _signed_by_year(renderer: Renderer) -> dict[str, list[AgreementRow]]:
    """Documents signed or exchanged, by the year of their date."""
    found: dict[str, list[AgreementRow]] = {}
    for item in renderer.shelves.archive.agreements:
        if item.date and item.status in ("signed", "exchanged"):
            found.setdefault(item.date[:4], []).extend(agreement_rows(renderer, [item]))
    return found


def _year(
    renderer: Renderer,
    year: str,
    entries: Sequence[Entry],
    around: tuple[str | None, str | None],
    signed: Sequence[AgreementRow],
) -> Iterator[File]:
    months = _months(renderer, year)
    older, newer = (Link(value, urls.to(urls.year(value))) if value else None for value in around)
    for path, row, paging in paged(entries, urls.year(year), renderer.settings.page_size):
        context = YearPage(
            name=year,
            summary=_summary(renderer, entries, len(signed)),
            month=0,
            year=Link(year, urls.to(urls.year(year))),
            months=months,
            calendar=None,
            sections=tuple(_sections(renderer, row)),
            provinces=_provinces(renderer, entries),
            pairs=_pairs(renderer, entries),
            agreements=tuple(signed) if paging.first <= 1 else (),
            told=told_by_several(renderer, entries) if paging.first <= 1 else (),
            totals=sums_of_year(renderer, year) if paging.first <= 1 else (),
            previous=older,
            next=newer,
            paging=paging,
        )
        yield _page(renderer, path, year, context, ())


def _month(renderer: Renderer, month: str, around: tuple[str | None, str | None]) -> Iterator[File]:
    entries = renderer.shelves.by_month[month]
    name = capital(renderer.language.date(month))
    year = Link(month[:4], urls.to(urls.year(month[:4])))
    older, newer = (
        Link(capital(renderer.language.date(value)), urls.to(urls.month(value))) if value else None for value in around
    )
    size = renderer.settings.page_size
    days = calendar_of(renderer, month, entries, size)
    for path, row, paging in paged(entries, urls.month(month), size):
        earlier = entries[paging.first - 2].date if paging.first > 1 else None
        context = YearPage(
            name=name,
            summary=_summary(renderer, entries, _signed_in(renderer, month)),
            month=int(month[5:]),
            year=year,
            months=_months(renderer, month[:4]),
            calendar=days,
            sections=tuple(day_sections(renderer, row, earlier)),
            provinces=_provinces(renderer, entries),
            pairs=_pairs(renderer, entries),
            agreements=(),
            told=told_by_several(renderer, entries) if paging.first <= 1 else (),
            totals=(),
            previous=older,
            next=newer,
            paging=paging,
        )
        yield _page(renderer, path, name, context, (year,))


def _undated(renderer: Renderer, entries: Sequence[Entry]) -> Iterator[File]:
    name = renderer._("Without a date")
    for path, row, paging in paged(entries, urls.year(None), renderer.settings.page_size):
        context = YearPage(
            name=name,
            summary=_summary(renderer, entries, 0),
            month=0,
            year=Link(name, urls.to(urls.year(None))),
            months=(),
            calendar=None,
            sections=(("", "", _cards(renderer, row)),),
            provinces=_provinces(renderer, entries),
            pairs=(),
            agreements=(),
            told=told_by_several(renderer, entries) if paging.first <= 1 else (),
            totals=(),
            previous=None,
            next=None,
            paging=paging,
        )
        yield _page(renderer, path, name, context, ())


def _signed_in(renderer: Renderer, month: str) -> int:
    rows = renderer.shelves.archive.agreements
    return sum((item.date or "").startswith(month) and item.status in ("signed", "exchanged") for item in rows)


def _summary(renderer: Renderer, entries: Sequence[Entry], signed: int) -> str:
    """`40 events in 52 articles, 12 pairs of provinces that met and 5 documents signed or exchanged.`"""
    pairs = len({pair for entry in entries for pair in pairs_of(entry)})
    rows = (
        renderer.events_in(entries),
        renderer.count("%(n)s pair of provinces that met", "%(n)s pairs of provinces that met", pairs) if pairs else "",
        renderer.concluded(signed) if signed else "",
    )
    return renderer.language.join([row for row in rows if row]) + "."


def _page(renderer: Renderer, path: str, title: str, context: YearPage, crumbs: tuple[Link, ...]) -> File:
    crumbs = (Link(renderer._("Years"), urls.to(urls.YEARS)), *crumbs)
    description = f"{title}: {context.summary}"
    return renderer.page(
        "year.html", path, title, section="years", description=description, crumbs=crumbs, year=context
    )


def _cards(renderer: Renderer, entries: Sequence[Entry]) -> tuple[Markup, ...]:
    return tuple(renderer.card_html(entry) for entry in entries)


def _sections(renderer: Renderer, entries: Sequence[Entry]) -> Iterator[Section]:
    """The articles of a year by month, those of an unknown month last."""
    rows: dict[str, list[Entry]] = {}
    for entry in entries:
        rows.setdefault((entry.date or "")[:7], []).append(entry)
    for month in sorted(rows, key=lambda value: (len(value) == 7, value), reverse=True):
        name = capital(renderer.language.date(month)) if len(month) == 7 else renderer._("Month not known")
        yield "", name, _cards(renderer, rows[month])


def _provinces(renderer: Renderer, entries: Sequence[Entry]) -> tuple[Link, ...]:
    count = Counter(fact.id for entry in entries for fact in entry.record.provinces)
    rows = sorted(count.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    return tuple(
        province_link(renderer.shelves, renderer.names, ident, "", renderer.number(number)) for ident, number in rows
    )


def _pairs(renderer: Renderer, entries: Sequence[Entry]) -> tuple[Link, ...]:
    """Pairs that met; count: how many events brought them together."""
    event_of = renderer.shelves.event_of
    held = {(pair, event_of.get(entry.id, entry.id)) for entry in entries for pair in pairs_of(entry)}
    count = Counter(pair for pair, _event in held)
    rows = sorted(count.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    return tuple(
        Link(
            joined(" – ", (renderer.names.province(ident).marked for ident in pair)),
            urls.to(urls.pair(*pair)),
            None,
            renderer.number(number),
        )
        for pair, number in rows
    )
