"""Events that stand out in the archive, by what can be counted: how many articles tell of them, what was signed."""

from __future__ import annotations

from collections.abc import Sequence

from borderwire.model import Agreement, Event
from borderwire.site import urls
from borderwire.site.cards import source_lang
from borderwire.site.contexts import Highlight, Link
from borderwire.site.languages import capital
from borderwire.site.pages.agreements import signed_links
from borderwire.site.pages.events import parties
from borderwire.site.renderer import Renderer

_MOST = 4
_SHARE = 3  # of so many articles one event stands out: in a small archive few do
_MOST_DOCUMENTS, _LONGEST = 2, 80  # named with an event, and the characters shown of a name
_ARTICLE, _DOCUMENT = 2, 1  # weight of another article on the event, of a document signed at it


def highlights(renderer: Renderer) -> tuple[Highlight, ...]:
    """The events of both countries with most behind them, of equal ones the newest. An event that one article tells of
    and at which nothing was signed does not stand out."""
    signed: dict[str, list[Agreement]] = {}
    for item in renderer.shelves.archive.agreements:
        if item.event and item.status in ("signed", "exchanged"):
            signed.setdefault(item.event, []).append(item)
    weight = {
        event.id: _ARTICLE * (len(event.entries) - 1) + _DOCUMENT * len(signed.get(event.id, ()))
        for event in renderer.shelves.archive.events
    }
    rows = [event for event in renderer.shelves.archive.events if weight[event.id] and _both_sides(event)]
    most = min(_MOST, -(-len(renderer.shelves.entries) // _SHARE))
    rows.sort(key=lambda event: -weight[event.id])  # stable: the newest of equal ones stays first
    return tuple(_highlight(renderer, event, signed.get(event.id, ())) for event in rows[:most])


def _both_sides(event: Event) -> bool:
    """Provinces or bodies of both countries take part; people of both may meet at what others hold."""
    return {"VN", "LA"} <= {mark[:2] for mark in (*event.parties, *event.central)}


def _documents(renderer: Renderer, signed: Sequence[Agreement]) -> tuple[Link, ...]:
    links = signed_links(renderer, signed)[:_MOST_DOCUMENTS]
    for link in links:
        if len(link.text) > _LONGEST:
            link.text = link.text[:_LONGEST].rpartition(" ")[0] + " …"
    return links


def _highlight(renderer: Renderer, event: Event, signed: Sequence[Agreement]) -> Highlight:
    entries = [renderer.shelves.entries[ident] for ident in event.entries]
    entry = next((entry for entry in entries if not entry.label_made), entries[0])
    path = renderer.shelves.event_path(event.id)
    several = len(entries) > 1
    told = renderer.count("told by %(n)s article", "told by %(n)s articles", len(entries)) if several else ""
    return Highlight(
        iso=event.date or "",
        date=renderer.language.date(event.date, short=True),
        kind=renderer.names.event(event.type) if event.type else "",
        title=Link(entry.label, urls.to(urls.article(entry.id)), source_lang(entry, renderer.language)),
        parties=parties(renderer, event),
        told=Link(capital(told), urls.to(path or urls.article(entry.id))) if several else None,
        signed=renderer.count("%(n)s document signed", "%(n)s documents signed", len(signed)) if signed else "",
        documents=_documents(renderer, signed),
    )
