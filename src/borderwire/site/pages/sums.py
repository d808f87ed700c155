"""Sums of figures, with the phrases behind them and what is left out of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from borderwire.model import Figure, Mention, Omitted, Total
from borderwire.site import urls
from borderwire.site.contexts import Link, TotalRow
from borderwire.site.foreign import filled, foreign, joined
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair

Kind = tuple[str | None, str | None, str | None]  # unit, what exactly is counted: its id, else its words
_MOST = 12  # figures shown behind one sum; the data files hold all


def sums_of_year(renderer: Renderer, year: str) -> tuple[TotalRow, ...]:
    totals = dict(renderer.shelves.archive.sums.by_year).get(year, ())
    return tuple(sum_row(renderer, total, _kind(renderer, total)) for total in totals if is_sum(total))


def sums_of_pair(renderer: Renderer, pair: Pair) -> tuple[TotalRow, ...]:
    """Of all years, of the provinces of today that the two are or are part of."""
    today = renderer.shelves.today(pair[0]), renderer.shelves.today(pair[1])
    totals = dict(renderer.shelves.archive.sums.by_pair).get(today, ())
    return tuple(sum_row(renderer, total, _kind(renderer, total)) for total in totals if is_sum(total))


def sums_of_figure(renderer: Renderer, what: str) -> dict[Kind, list[tuple[str, Total]]]:
    """Of one kind of figure, by unit and by what exactly is counted: (year, sum), newest first. Most years first."""
    found: dict[Kind, list[tuple[str, Total]]] = {}
    for year, totals in renderer.shelves.archive.sums.by_year:
        for total in totals:
            if total.what == what:
                found.setdefault(kind_of(total), []).append((year, total))
    order = sorted(found, key=lambda kind: (-len(found[kind]), tuple(part or "" for part in kind)))
    return {kind: found[kind] for kind in order}


def kind_of(total: Total) -> Kind:
    return total.unit, total.kind_id, None if total.kind_id else total.kind


def substance(renderer: Renderer, ident: str | None, kind: str | None) -> Link:
    """What exactly is counted: "heroin"; in the words of articles where the gazetteer has no name for it."""
    named = {"cash": renderer._("in cash"), "in kind": renderer._("in kind")}
    if not ident and (kind is None or kind in named):
        return Link(named.get(kind or "", ""), "")
    name = renderer.names.goods(ident, kind or "")
    return Link(name.text, "", name.lang)


def is_sum(total: Total) -> bool:
    """One figure alone is no sum."""
    return len(total.parts) > 1 or bool(total.omitted)


def value_of(renderer: Renderer, total: Total) -> str:
    qualifier = "exact" if total.exact else "at-least" if total.low else "about"
    return renderer.box.amount(total.value, total.unit, qualifier)


def _kind(renderer: Renderer, total: Total) -> Link:
    """`seizure: heroin`, linked to the page of the kind of figure."""
    of = substance(renderer, total.kind_id, total.kind)
    text = joined(": ", (renderer.names.figure(total.what), foreign(of.text, of.lang)))
    return Link(text, urls.to(urls.figure(total.what)))


def sum_row(renderer: Renderer, total: Total, head: Link) -> TotalRow:
    return TotalRow(
        head=head,
        value=value_of(renderer, total),
        parts=tuple(map(partial(_part, renderer), total.parts[:_MOST])),
        omitted=tuple(_omitted(renderer, total)),
        retold=tuple(_retold(renderer, total)),
    )


def _part(renderer: Renderer, mention: Mention) -> Link:
    """The words of a figure, linked to them; count: the date of the article."""
    entry = renderer.shelves.entries[mention.entry]
    figure = _figure(renderer, mention)
    anchor = f"n{mention.index + 1}-1" if figure.spans else f"n{mention.index + 1}"
    date = renderer.language.date(entry.date, short=True)
    return Link(figure.as_written, f"{urls.to(urls.article(entry.id))}#{anchor}", "vi", date)


def _retold(renderer: Renderer, total: Total) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """The hauls of a sum of which several articles tell."""
    for part in total.parts[:_MOST]:
        haul = renderer.shelves.hauls.get((part.entry, part.index))
        entries = {part.entry, *(other.entry for other in haul.others)} if haul else set()
        if haul is None or len(entries) < 2:
            continue
        told = filled(
            renderer._("“%(figure)s”: one haul, told by %(articles)s (%(reasons)s); also as"),
            figure=renderer.names.written(_figure(renderer, part).as_written),
            articles=renderer.articles(len(entries)),
            reasons=", ".join(renderer.reasonings.tell(haul.reasons)),
        )
        others = [other for other in haul.others if other.entry != part.entry]
        yield told, tuple(_part(renderer, other) for other in others[:_MOST])


def _figure(renderer: Renderer, mention: Mention) -> Figure:
    return renderer.shelves.entries[mention.entry].record.figures[mention.index]


def _omitted(renderer: Renderer, total: Total) -> Iterator[tuple[str, tuple[Link, ...]]]:
    _ = renderer._
    reasons = (
        ("same-haul", _("one haul, told again by another article, and counted there")),
        ("same-case", _("of a case that another article tells, and counted there")),
        ("perhaps-same-haul", _("perhaps of a haul or case that is counted already")),
        ("perhaps-within", _("perhaps within a period that is counted already")),
        ("same-event", _("told of the same event by another article")),
        ("told-again", _("the same period, told again")),
        ("within-period", _("within a period that is counted already")),
        ("perhaps-part", _("perhaps a part of a larger figure of the same article")),
        ("no-period", _("of a time that the text does not tell")),
        ("open-period", _("of a time without a told beginning or end")),
        ("several-pairs", _("of several pairs together")),
    )
    shown = total.parts[:_MOST]
    for why, words in reasons:
        rows = [row for row in total.omitted if row.why == why and not (why == "same-haul" and row.of in shown)]
        links = tuple(link for row in rows[:_MOST] for link in _with_counted(renderer, row))
        if links:
            yield words, links


def _with_counted(renderer: Renderer, row: Omitted) -> Iterator[Link]:
    """A figure that is left out, and the one of another article that counts for it."""
    yield _part(renderer, row.mention)
    if row.of is not None and row.why in ("same-haul", "same-case", "perhaps-same-haul"):
        link = _part(renderer, row.of)
        yield replace(link, count=renderer._("counted: %(date)s") % {"date": link.count})
