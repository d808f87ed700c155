"""What the archive holds of a province: the sum of it in a sentence, its figures, its articles by year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from borderwire.model import Agreement, Entry
from borderwire.site import urls
from borderwire.site.contexts import FigureRow, Link, NamedCard, TotalRow, YearSection
from borderwire.site.pages.figures import figure_row
from borderwire.site.pages.sums import sums_of_pair
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair, pairs_of

_MOST_FIGURES = 8


def told_of(renderer: Renderer, entries: Sequence[Entry], units: Sequence[str], documents: Sequence[Agreement]) -> str:
    """`41 articles, 2018 – 2025, 3 meetings over the border and 1 document signed or exchanged`."""
    met = renderer.shelves.met([entry for entry in entries if _meets(entry, units)])
    signed = sum(item.status in ("signed", "exchanged") for item in documents)
    years = sorted({entry.year for entry in entries if entry.year})
    span = "" if not years else years[0] if len(years) == 1 else f"{years[0]} – {years[-1]}"
    rows = (
        renderer.articles(len(entries)) + (f" ({span})" if span else ""),
        renderer.count("%(n)s meeting over the border", "%(n)s meetings over the border", met) if met else "",
        renderer.concluded(signed) if signed else "",
    )
    return renderer.language.join([row for row in rows if row])


def _meets(entry: Entry, units: Sequence[str]) -> bool:
    return any(unit in pair for pair in pairs_of(entry) for unit in units)


def figures_of(renderer: Renderer, entries: Sequence[Entry], units: Sequence[str]) -> tuple[FigureRow, ...]:
    """The newest figures of articles in which the province takes part."""
    rows = [
        figure_row(renderer, entry, number, figure)
        for entry in entries
        if any(fact.id in units and fact.role == "party" for fact in entry.record.provinces)
        for number, figure in enumerate(entry.record.figures, 1)
    ]
    return tuple(rows[:_MOST_FIGURES])


def sums_of_province(renderer: Renderer, ident: str) -> tuple[tuple[Link, tuple[TotalRow, ...]], ...]:
    """Sums of all years with each province over the border; of a unit that has been merged none, since they are of
    the province that it is part of."""
    shelves = renderer.shelves
    if shelves.today(ident) != ident:
        return ()
    found = []
    for pair, _totals in shelves.archive.sums.by_pair:
        if ident in pair:
            rows = sums_of_pair(renderer, pair)
            if rows:
                found.append((_partner(renderer, pair, ident), rows))
    return tuple(found)


def _partner(renderer: Renderer, pair: Pair, ident: str) -> Link:
    shelves = renderer.shelves
    name = renderer.names.province(pair[1] if pair[0] == ident else pair[0])
    return Link(name.text, urls.to(shelves.pair_path(pair)) if pair in shelves.pairs_today else "", name.lang)


def sections_by_year(renderer: Renderer, entries: Sequence[Entry], units: Sequence[str]) -> Iterator[YearSection]:
    """Articles under their years, those without one last. units: provinces whose page it is."""
    known = {use.year for use in renderer.shelves.archive.years}
    for year, rows in groupby(entries, key=lambda entry: entry.year):
        href = urls.to(urls.year(year)) if year in known else ""
        cards = tuple(NamedCard(renderer.card_html(entry), not _is_shown(entry, units)) for entry in rows)
        yield YearSection(Link(year or renderer._("Without a date"), href), cards)


def _is_shown(entry: Entry, units: Sequence[str]) -> bool:
    """The card names the province: it takes part or is the venue, or nothing else of its country does."""
    facts = entry.record.provinces
    here = [fact for fact in facts if fact.id in units]
    active = {fact.country for fact in facts if fact.role != "mentioned"}
    return any(fact.role != "mentioned" or fact.country not in active for fact in here)
