"""The home page: what the archive holds, and the ways into it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from borderwire.model import Entry, File
from borderwire.site import urls
from borderwire.site.cards import people_links, province_link
from borderwire.site.charts import years_chart
from borderwire.site.contexts import AgreementRow, Figure, HomePage, Link, Rung
from borderwire.site.pages.agreements import agreement_rows
from borderwire.site.pages.announced import announced
from borderwire.site.pages.atlas import border_map, ladder
from borderwire.site.pages.highlights import highlights
from borderwire.site.renderer import Renderer

_LATEST = 5
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST = 8
_AGREEMENTS = 6


def home_page(renderer: Renderer) -> Iterator[File]:
    """index.html"""
    shelves, _ = renderer.shelves, renderer._
    archive = shelves.archive
    people = sorted(
        archive.people, key=lambda person: (-len({m.entry for m in person.mentions}), person.name, person.id)
    )
    rungs = ladder(renderer, main=True)
    context = HomePage(
        figures=_figures(renderer),
        period=period(renderer),
        highlights=highlights(renderer),
        latest=tuple(renderer.card_html(entry) for entry in _latest(archive.entries)),
        map=border_map(renderer, "border-map", "old") if shelves.by_province else None,
        ladder=rungs,
        more_pairs=_more_pairs(renderer, rungs),
        years=years_chart("years", archive.entries, renderer.language, _("Articles by year")),
        provinces=_provinces(renderer),
        people=people_links(shelves, [person.id for person in people[:_MOST]], renderer.names),
        agreements=_agreements(renderer),
        topics=_most(renderer, {ident: len(row) for ident, row in shelves.by_topic.items()}, "topic"),
        events=_most(renderer, {ident: shelves.met(row) for ident, row in shelves.by_event.items()}, "event"),
        announced=announced(renderer, archive.entries),
    )
    title, about = renderer.title, renderer.about
    yield renderer.page("home.html", urls.HOME_PAGE, title, section="home", description=about, home=context)


def _latest(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The newest of which the day is known; where these are too few, the newest of all."""
    known = [entry for entry in entries if entry.date and _DAY.fullmatch(entry.date)]
    return (known if len(known) >= _LATEST else entries)[:_LATEST]


def period(renderer: Renderer) -> str:
    """The years that the articles cover: `2008 – 2025`."""
    years = [use.year for use in renderer.shelves.archive.years if use.year]
    if not years:
        return ""
    return years[0] if len(years) == 1 else f"{years[-1]} – {years[0]}"


def _figures(renderer: Renderer) -> tuple[Figure, ...]:
    shelves, language = renderer.shelves, renderer.language
    archive = shelves.archive
    signed = sum(item.status in ("signed", "exchanged") for item in archive.agreements)
    rows = (
        (len(archive.entries), language.ngettext("article", "articles", len(archive.entries)), urls.ARTICLES),
        (len(archive.provinces), language.ngettext("province", "provinces", len(archive.provinces)), urls.PROVINCES),
        (
            len(shelves.pairs_today),
            language.ngettext("pair that met", "pairs that met", len(shelves.pairs_today))
            if len(shelves.pairs_today) == len(shelves.by_pair)
            else language.ngettext("pair of today that met", "pairs of today that met", len(shelves.pairs_today)),
            urls.PAIRS,
        ),
        (len(archive.people), language.ngettext("official", "officials", len(archive.people)), urls.OFFICIALS),
        (
            signed,
            language.ngettext("document signed or exchanged", "documents signed or exchanged", signed),
            urls.AGREEMENTS,
        ),
    )
    return tuple(Figure(renderer.number(number), label, urls.to(path)) for number, label, path in rows)


def _more_pairs(renderer: Renderer, rungs: Sequence[Rung]) -> Link | None:
    """The pairs that the ladder leaves out, on the map; None where it has all."""
    left = len(renderer.shelves.by_pair) - sum(len(rung.laos) for rung in rungs)
    words = renderer.count("and %(n)s pair more on the map", "and %(n)s pairs more on the map", left)
    return Link(words, urls.to(urls.MAP)) if left else None


def _provinces(renderer: Renderer) -> tuple[Link, ...]:
    """Those that most articles name."""
    rows = sorted(renderer.shelves.archive.provinces, key=lambda use: (-len(use.entries), use.id))
    return tuple(
        province_link(renderer.shelves, renderer.names, use.id, use.name, renderer.number(len(use.entries)))
        for use in rows[:_MOST]
    )


def _agreements(renderer: Renderer) -> tuple[AgreementRow, ...]:
    """The newest documents signed."""
    rows = [item for item in renderer.shelves.archive.agreements if item.status in ("signed", "exchanged")]
    return tuple(agreement_rows(renderer, rows[:_AGREEMENTS]))


def _most(renderer: Renderer, count: dict[str, int], kind: str) -> tuple[Link, ...]:
    names, address = (renderer.names.topic, urls.topic) if kind == "topic" else (renderer.names.event, urls.event)
    order = sorted(count, key=lambda ident: (-count[ident], ident))[:_MOST]
    return tuple(Link(names(ident), urls.to(address(ident)), None, renderer.number(count[ident])) for ident in order)
