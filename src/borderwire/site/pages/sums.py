"""Sums of figures, with the phrases behind them and what is left out of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from borderwire.model import Mention, Total
from borderwire.site import urls
from borderwire.site.contexts import Link, TotalRow
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair

_MOST = 12  # figures shown behind one sum; the data files hold all


def sums_of_year(renderer: Renderer, year: str) -> tuple[TotalRow, ...]:
    totals = dict(renderer.shelves.archive.sums.by_year).get(year, ())
    return tuple(_row(renderer, total, _kind(renderer, total)) for total in totals if _is_sum(total))


def sums_of_pair(renderer: Renderer, pair: Pair) -> tuple[TotalRow, ...]:
    """Of all years, of the provinces of today that the two are or are part of."""
    today = renderer.shelves.today(pair[0]), renderer.shelves.today(pair[1])
    totals = dict(renderer.shelves.archive.sums.by_pair).get(today, ())
    return tuple(_row(renderer, total, _kind(renderer, total)) for total in totals if _is_sum(total))


def sums_of_figure(renderer: Renderer, what: str) -> tuple[TotalRow, ...]:
    """By year, newest first; a year that figures are of may have no article of its own, and so no page."""
    known = {use.year for use in renderer.shelves.archive.years}
    return tuple(
        _row(renderer, total, Link(year, urls.to(urls.year(year)) if year in known else ""))
        for year, totals in renderer.shelves.archive.sums.by_year
        for total in totals
        if total.what == what and _is_sum(total)
    )


def _is_sum(total: Total) -> bool:
    """One figure alone is no sum."""
    return len(total.parts) > 1 or bool(total.omitted)


def _kind(renderer: Renderer, total: Total) -> Link:
    return Link(renderer.names.figure(total.what), f"{urls.to(urls.FIGURES)}#w-{total.what}")


def _row(renderer: Renderer, total: Total, head: Link) -> TotalRow:
    qualifier = "exact" if total.exact else "at-least" if total.low else "about"
    return TotalRow(
        head=head,
        value=renderer.box.amount(total.value, total.unit, qualifier),
        parts=tuple(map(partial(_part, renderer), total.parts[:_MOST])),
        omitted=tuple(_omitted(renderer, total)),
    )


def _part(renderer: Renderer, mention: Mention) -> Link:
    """The words of a figure, linked to them; count: the date of the article."""
    entry = renderer.shelves.entries[mention.entry]
    figure = entry.record.figures[mention.index]
    anchor = f"n{mention.index + 1}-1" if figure.spans else f"n{mention.index + 1}"
    date = renderer.language.date(entry.date, short=True)
    return Link(figure.as_written, f"{urls.to(urls.article(entry.id))}#{anchor}", "vi", date)


def _omitted(renderer: Renderer, total: Total) -> Iterator[tuple[str, tuple[Link, ...]]]:
    _ = renderer._
    reasons = (
        ("same-event", _("told of the same event by another article")),
        ("told-again", _("the same period, told again")),
        ("within-period", _("within a period that is counted already")),
        ("perhaps-part", _("perhaps a part of a larger figure of the same article")),
        ("no-period", _("of a time that the text does not tell")),
        ("open-period", _("of a time without a told beginning or end")),
        ("several-pairs", _("of several pairs together")),
    )
    for why, words in reasons:
        mentions: Iterable[Mention] = [row.mention for row in total.omitted if row.why == why]
        links = tuple(_part(renderer, mention) for mention in mentions)
        if links:
            yield words, links[:_MOST]
