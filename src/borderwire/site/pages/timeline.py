"""The timeline: every dated event once, however many articles report it, on the side where it took place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from borderwire.model import Agreement, Event, File
from borderwire.site import urls
from borderwire.site.cards import entry_link
from borderwire.site.contexts import Link, TimelinePage, TimelineRow
from borderwire.site.pages.agreements import signed_links
from borderwire.site.pages.events import event_link, parties
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer

_SIGNED = ("signed", "exchanged")


def timeline_pages(renderer: Renderer) -> Iterator[File]:
    """timeline/index.html and its further pages."""
    events = sorted((event for event in renderer.shelves.archive.events if event.date), key=_newest, reverse=True)
    size = renderer.settings.page_size * 2  # an event is a few lines, not a card
    signed: dict[str, list[Agreement]] = defaultdict(list)
    for item in renderer.shelves.archive.agreements:
        if item.event and item.status in _SIGNED:
            signed[item.event].append(item)
    years = _years(events, size)
    seen: set[str] = set()
    for path, row, paging in paged(events, urls.TIMELINE, size):
        sections = []
        for year, group in groupby(row, key=lambda event: (event.date or "")[:4]):
            anchor = None if year in seen else f"y{year}"
            seen.add(year)
            rows = tuple(_row(renderer, event, signed[event.id]) for event in group)
            sections.append((anchor, Link(year, urls.to(urls.year(year))), rows))
        context = TimelinePage(years, tuple(sections), paging)
        yield renderer.page("timeline.html", path, renderer._("Timeline"), section="years", timeline=context)


def _newest(event: Event) -> tuple[str, str]:
    return event.date or "", event.id


def _years(events: Sequence[Event], size: int) -> tuple[Link, ...]:
    """Jumps to the first event of every year, on whatever page."""
    found: dict[str, Link] = {}
    for place, event in enumerate(events):
        year = (event.date or "")[:4]
        if year not in found:
            found[year] = Link(year, f"{urls.to(urls.numbered(urls.TIMELINE, place // size + 1))}#y{year}")
    return tuple(found.values())


def _row(renderer: Renderer, event: Event, signed: Sequence[Agreement]) -> TimelineRow:
    shelves, language = renderer.shelves, renderer.language
    entry = shelves.entries[event.entries[0]]
    return TimelineRow(
        iso=event.date or "",
        date=language.date(event.date, short=True),
        kind=renderer.names.event(event.type) if event.type else "",
        side=event.venue[:2].lower() if event.venue else "",
        where=renderer.names.province(event.venue).marked if event.venue else "",
        parties=parties(renderer, event),
        link=entry_link(entry, language),
        more=event_link(renderer, event.id),
        documents=signed_links(renderer, signed),
    )
