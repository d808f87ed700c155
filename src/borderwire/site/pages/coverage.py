"""What the archive holds and what it lacks: times, provinces along the border, pairs, meetings, documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from borderwire.model import File, Record
from borderwire.site import urls
from borderwire.site.cards import province_link
from borderwire.site.contexts import CoveragePage, CoverageRow, Gap, Link
from borderwire.site.foreign import joined
from borderwire.site.pages.agreements import agreement_links
from borderwire.site.pages.series import series_rows
from borderwire.site.pages.years import undated_link, year_rows
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair

_DAY = len("2025-08-15")
_MOST_YEARS = 15
_MOST_OUTLETS = 15
_MOST = 24  # shown of one kind of gap


def coverage_page(renderer: Renderer) -> Iterator[File]:
    """coverage/index.html"""
    _ = renderer._
    entries = renderer.shelves.archive.entries
    unknown = _("Outlet not known")
    outlets = Counter(entry.record.outlet or unknown for entry in entries)
    order = sorted(outlets.items(), key=lambda item: (-item[1], item[0]))
    problems = Counter(problem.code for entry in entries for problem in entry.record.problems)
    share = 100 / max(1, len(entries))
    grid_years = [use.year for use in renderer.shelves.archive.years if use.year][:_MOST_YEARS]
    context = CoveragePage(
        total=renderer.articles(len(entries)),
        gaps=tuple(gap for gap in _gaps(renderer) if gap.links),
        months=year_rows(renderer),
        undated=undated_link(renderer),
        years=tuple(Link(year, urls.to(urls.year(year))) for year in grid_years),
        provinces=tuple(_grid(renderer, grid_years)),
        rows=tuple((name, renderer.number(count), round(count * share)) for name, count in _checks(renderer)),
        outlets=tuple(
            Link(name if name == unknown else renderer.names.written(name), "", None, renderer.number(count))
            for name, count in order[:_MOST_OUTLETS]
        ),
        more_outlets=renderer.count("and %(n)s outlet more", "and %(n)s outlets more", len(order) - _MOST_OUTLETS)
        if len(order) > _MOST_OUTLETS
        else "",
        problems=tuple(
            (renderer.notes.name(code), renderer.number(count))
            for code, count in sorted(problems.items(), key=lambda item: (-item[1], item[0]))
        ),
    )
    yield renderer.page("coverage.html", urls.COVERAGE, _("Coverage"), section="about", coverage=context)


def _checks(renderer: Renderer) -> tuple[tuple[str, int], ...]:
    """What articles have, and how many of them."""
    _ = renderer._
    entries = renderer.shelves.archive.entries
    return (
        (_("with a title of their own"), sum(not entry.label_made for entry in entries)),
        (_("with the full date of the event"), sum(len(e.record.event_date.of_event or "") == _DAY for e in entries)),
        (_("with a date of publication"), sum(entry.record.published is not None for entry in entries)),
        (_("with provinces of both countries"), sum(_both_sides(entry.record) for entry in entries)),
        (_("with officials"), sum(bool(entry.record.officials) for entry in entries)),
        (_("with agreements"), sum(bool(entry.record.agreements) for entry in entries)),
        (_("with the outlet"), sum(bool(entry.record.outlet) for entry in entries)),
    )


def _both_sides(record: Record) -> bool:
    return {"VN", "LA"} <= {province.country for province in record.provinces}


# --- what is missing --------------------------------------------------------------------------------


def _gaps(renderer: Renderer) -> Iterator[Gap]:
    _ = renderer._
    provinces = tuple(_provinces_without(renderer))
    pairs = tuple(_pairs_without(renderer))
    meetings = Link(_("Rows of meetings"), urls.to(urls.MEETINGS))
    documents = Link(_("Agreements"), f"{urls.to(urls.AGREEMENTS)}#wanted")
    cited = [ident for ident in renderer.shelves.archive.wanted if _status(renderer, ident) == "referenced"]
    name = _("Documents that are cited and never reported as signed")
    rows: tuple[tuple[str, str, Sequence[Link], Link | None], ...] = (
        ("no-years", _("Years without an article"), tuple(_years_without(renderer)), None),
        ("no-months", _("Months without an article"), tuple(_months_without(renderer)), None),
        ("no-provinces", _("Provinces along the border that no article names"), provinces, None),
        ("no-pairs", _("Neighbours of which no meeting is held"), pairs, Link(_("Matrix"), urls.to(urls.PAIRS))),
        ("no-meetings", _("Rows of meetings that lack years"), tuple(_series_without(renderer)), meetings),
        ("no-documents", name, agreement_links(renderer, cited), documents),
    )
    for ident, title, links, more in rows:
        number = sum(map(len, _empty_months(renderer).values())) if ident == "no-months" else len(links)
        yield Gap(ident, title, renderer.number(number), tuple(links[:_MOST]), more)


def _status(renderer: Renderer, ident: str) -> str:
    return renderer.shelves.agreements[ident].status


def _years_without(renderer: Renderer) -> Iterator[Link]:
    yield from (Link(row.link.text, "") for row in year_rows(renderer) if not row.link.href)


def _months_without(renderer: Renderer) -> Iterator[Link]:
    """Of years that have articles, from the first month to the newest; count: which months."""
    empty = _empty_months(renderer)
    for row in year_rows(renderer):
        if row.link.text in empty:
            yield Link(row.link.text, row.link.href, None, ", ".join(_spans(empty[row.link.text])))


def _empty_months(renderer: Renderer) -> dict[str, list[int]]:
    """Year that has articles -> numbers of its months without any, from the first month held to the newest."""
    held = sorted(renderer.shelves.by_month)
    found: dict[str, list[int]] = {}
    for row in year_rows(renderer):
        months = ((f"{row.link.text}-{number:02}", number, count) for number, _name, _shown, count, _href in row.months)
        empty = [number for month, number, count in months if not count and held and held[0] < month < held[-1]]
        if row.link.href and empty:
            found[row.link.text] = empty
    return found


def _spans(numbers: list[int]) -> Iterator[str]:
    """`1–3`, `5`: what follows one another is one span."""
    start = last = numbers[0]
    for number in (*numbers[1:], 0):
        if number != last + 1:
            yield str(start) if start == last else f"{start}–{last}"
            start = number
        last = number


def border_provinces(renderer: Renderer) -> list[str]:
    """Those of today with a neighbour over the border, Vietnam before Laos, north to south."""
    shelves = renderer.shelves
    rows = [row for row in shelves.terms.provinces.values() if row.merged_into is None]
    units = [
        row.id
        for row in rows
        if any(other[:2] != row.id[:2] for unit in (row.id, *row.merged_from) for other in _borders(renderer, unit))
    ]
    return sorted(units, key=lambda ident: (ident.startswith("LA"), shelves.north_to_south(ident)))


def _borders(renderer: Renderer, ident: str) -> tuple[str, ...]:
    row = renderer.shelves.terms.provinces.get(ident)
    return row.borders if row else ()


def _units(renderer: Renderer, ident: str) -> tuple[str, ...]:
    """The province and those that it was made of."""
    return (ident, *renderer.shelves.terms.provinces[ident].merged_from)


def _provinces_without(renderer: Renderer) -> Iterator[Link]:
    for ident in border_provinces(renderer):
        if not any(unit in renderer.shelves.by_province for unit in _units(renderer, ident)):
            yield province_link(renderer.shelves, renderer.names, ident)


def _pairs_without(renderer: Renderer) -> Iterator[Link]:
    """Pairs of today with a common border of which no article reports a meeting."""
    shelves = renderer.shelves
    pairs: dict[Pair, None] = {}
    for vietnam in border_provinces(renderer):
        if vietnam.startswith("VN"):
            for unit in _units(renderer, vietnam):
                pairs |= dict.fromkeys((vietnam, shelves.today(other)) for other in _borders(renderer, unit))
    for pair in sorted(pairs, key=lambda pair: tuple(map(shelves.north_to_south, pair))):
        if pair not in shelves.pairs_today and pair[1].startswith("LA"):
            yield Link(joined(" – ", (renderer.names.province(ident).marked for ident in pair)), "")


def _series_without(renderer: Renderer) -> Iterator[Link]:
    for row in series_rows(renderer):
        if row.missing:
            yield Link(row.link.text, row.link.href, None, "; ".join(row.missing))


def _grid(renderer: Renderer, years: list[str]) -> Iterator[CoverageRow]:
    """Articles by province along the border, as of today, and year."""
    shelves = renderer.shelves
    for ident in border_provinces(renderer):
        units = [unit for unit in _units(renderer, ident) if unit in shelves.by_province]
        entries = shelves.together(shelves.by_province[unit] for unit in units)
        count = Counter(entry.year for entry in entries)
        link = province_link(shelves, renderer.names, ident)
        if any(unit != ident for unit in units):
            link.href = urls.to(urls.as_of_today(urls.province(ident)))
        cells = tuple((year, renderer.number(count[year]), count[year]) for year in years)
        yield CoverageRow(link, ident[:2].lower(), cells, renderer.number(len(entries)))
