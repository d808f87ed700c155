"""Numbers that articles give: the index of their kinds, and a page for each kind with its sums by year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from borderwire.model import Entry, Figure, File, Total
from borderwire.site import urls
from borderwire.site.cards import entry_link
from borderwire.site.charts import Sum, sums_chart
from borderwire.site.contexts import Chart, FigureKind, FigurePage, FigureRow, FiguresPage, FigureSum, Link, TotalRow
from borderwire.site.foreign import foreign, joined
from borderwire.site.languages import capital
from borderwire.site.pages.sums import Kind, is_sum, substance, sum_row, sums_of_figure, value_of
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer
from borderwire.site.units import unit_name

Told = tuple[Entry, int, Figure]  # the article, the place of the figure in its record, counted from 1
Sums = dict[Kind, list[tuple[str, Total]]]
_MOST_CHARTS = 8


def figure_pages(renderer: Renderer) -> Iterator[File]:
    """figures/index.html, figures/KIND/ and its further pages."""
    rows: dict[str, list[Told]] = defaultdict(list)
    for entry in renderer.shelves.archive.entries:
        for number, figure in enumerate(entry.record.figures, 1):
            rows[figure.what].append((entry, number, figure))
    order = sorted(rows, key=lambda what: (-len(rows[what]), what))
    sums = {what: sums_of_figure(renderer, what) for what in order}
    context = FiguresPage(tuple(_kind(renderer, what, rows[what], sums[what]) for what in order))
    title = renderer._("Figures")
    yield renderer.page("figures.html", urls.FIGURES, title, section="about", figures=context)
    for what in order:
        yield from _pages(renderer, what, rows[what], sums[what])


def figure_row(renderer: Renderer, entry: Entry, number: int, figure: Figure) -> FigureRow:
    """number: place of the figure in its record, counted from 1."""
    given = renderer.names.written(" → ".join(filter(None, (figure.giver, figure.receiver))))
    period = [renderer.box.period(figure.period)] if figure.period else []
    goods = renderer.names.goods_gloss(figure)
    link = entry_link(entry, renderer.language)
    anchor = f"n{number}-1" if figure.spans else f"n{number}"
    return FigureRow(
        what=Link(capital(renderer.names.figure(figure.what)), urls.to(urls.figure(figure.what))),
        iso=entry.date or "",
        date=renderer.language.date(entry.date, short=True),
        value=renderer.box.amount(figure.value, figure.unit, figure.qualifier),
        words=figure.as_written,
        detail=joined(", ", (goods, *period, given)),
        phrase=f"{link.href}#{anchor}",
        card=link,
    )


def _told(renderer: Renderer, rows: Sequence[Told]) -> str:
    """`34 figures in 20 articles, 2014 – 2025`."""
    figures = renderer.count("%(n)s figure", "%(n)s figures", len(rows))
    articles = renderer.articles(len({entry.id for entry, _number, _figure in rows}))
    words = renderer._("%(events)s in %(articles)s") % {"events": figures, "articles": articles}
    years = sorted({entry.year for entry, _number, _figure in rows if entry.year})
    span = "" if not years else years[0] if len(years) == 1 else f"{years[0]} – {years[-1]}"
    return ", ".join(part for part in (words, span) if part)


def _chart(renderer: Renderer, ident: str, title: str, totals: Sequence[tuple[str, Total]]) -> Chart | None:
    sums = {int(year): Sum(total.value, value_of(renderer, total)) for year, total in totals}
    known = {use.year for use in renderer.shelves.archive.years if use.year}
    return sums_chart(ident, title, sums, renderer.language, known)


def _kind(renderer: Renderer, what: str, rows: Sequence[Told], sums: Sums) -> FigureKind:
    name = capital(renderer.names.figure(what))
    chart = None
    for kind, totals in sums.items():
        chart = _chart(renderer, f"w-{what}", _chart_title(renderer, kind), totals)
        break
    return FigureKind(Link(name, urls.to(urls.figure(what))), _told(renderer, rows), chart)


def _chart_title(renderer: Renderer, kind: Kind) -> str:
    """`Sums by year: heroin, bricks`."""
    counted = substance(renderer, *kind[1:])
    detail = joined(", ", (foreign(counted.text, counted.lang), unit_name(renderer.language, kind[0] or "")))
    return joined(": ", (renderer._("Sums by year"), detail))


def _pages(renderer: Renderer, what: str, rows: Sequence[Told], sums: Sums) -> Iterator[File]:
    name, told = capital(renderer.names.figure(what)), _told(renderer, rows)
    charted, others = _sums(renderer, sums)
    crumbs = (Link(renderer._("Figures"), urls.to(urls.FIGURES)),)
    for path, part, paging in paged(rows, urls.figure(what), renderer.settings.page_size):
        is_first = paging.first <= 1
        context = FigurePage(
            name=name,
            told=told,
            sums=charted if is_first else (),
            totals=others if is_first else (),
            rows=tuple(figure_row(renderer, *row) for row in part),
            paging=paging,
        )
        yield renderer.page(
            "figure.html", path, name, section="about", description=f"{name}: {told}", crumbs=crumbs, figure=context
        )


def _sums(renderer: Renderer, sums: Sums) -> tuple[tuple[FigureSum, ...], tuple[TotalRow, ...]]:
    """Those of several years, each with a chart; the others in one list, newest first."""
    known = {use.year for use in renderer.shelves.archive.years}
    charted: list[FigureSum] = []
    others: list[tuple[str, TotalRow]] = []
    for kind, totals in sums.items():
        name = substance(renderer, *kind[1:])
        number = len(charted) + 1
        chart = (
            _chart(renderer, f"chart-{number}", _chart_title(renderer, kind), totals)
            if number <= _MOST_CHARTS
            else None
        )
        if chart is None:
            for year, total in totals:
                if is_sum(total):
                    head = Link(joined(", ", (year, foreign(name.text, name.lang))), "")
                    others.append((year, sum_row(renderer, total, head)))
            continue
        rows = tuple(
            sum_row(renderer, total, Link(year, urls.to(urls.year(year)) if year in known else ""))
            for year, total in totals
        )
        charted.append(FigureSum(f"sum-{number}", name, unit_name(renderer.language, kind[0] or ""), chart, rows))
    others.sort(key=lambda row: row[0], reverse=True)
    return tuple(charted), tuple(row for _year, row in others)
