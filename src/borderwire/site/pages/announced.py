"""Meetings that articles announce for a time after the newest event of the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from borderwire.model import Entry
from borderwire.site.cards import entry_link
from borderwire.site.contexts import Announced
from borderwire.site.foreign import joined
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import pairs_of

_MOST = 6


def announced(renderer: Renderer, entries: Iterable[Entry]) -> tuple[Announced, ...]:
    """Those that some of these articles announce, the next first; the newest event of the archive stands for today,
    since a build reads no clock."""
    newest = next((entry.date for entry in renderer.shelves.archive.entries if entry.date), "")
    rows = [entry for entry in entries if _next_date(entry) and _next_date(entry) > newest[: len(_next_date(entry))]]
    rows.sort(key=lambda entry: (_next_date(entry), entry.id))
    return tuple(islice(_announced(renderer, rows), _MOST))


def _announced(renderer: Renderer, rows: Iterable[Entry]) -> Iterator[Announced]:
    for entry in rows:
        meeting = entry.record.series.next if entry.record.series else None
        if meeting is None:
            continue
        link = entry_link(entry, renderer.language)
        link.href += "#next"
        pairs = pairs_of(entry)
        yield Announced(
            when=renderer.language.date(meeting.date),
            words=meeting.as_written or "",
            where=renderer.names.province(meeting.venue).marked if meeting.venue else "",
            pair=joined(" – ", (renderer.names.province(ident).marked for ident in pairs[0])) if pairs else "",
            link=link,
        )


def _next_date(entry: Entry) -> str:
    series = entry.record.series
    return (series.next.date or "") if series and series.next else ""
