"""Meetings that articles announce for a time that is not over on the day of the archive's newest event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from borderwire.model import Entry
from borderwire.site.cards import entry_link
from borderwire.site.contexts import Announced
from borderwire.site.foreign import joined
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Shelves, pairs_of

_MOST = 6


def announced(renderer: Renderer, entries: Iterable[Entry]) -> tuple[Announced, ...]:
    """Those that some of these articles announce, the next first; the newest event of the archive stands for today,
    since a build reads no clock."""
    newest = next((entry.date for entry in renderer.shelves.archive.entries if entry.date), "")
    rows = [entry for entry in entries if _lies_ahead(renderer.shelves, entry, newest)]
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


def _lies_ahead(shelves: Shelves, entry: Entry, newest: str) -> bool:
    """A year or a month that has begun still lies ahead, unless the archive holds its meeting."""
    date = _next_date(entry)
    if not date or date < newest[: len(date)]:
        return False
    return date > newest[: len(date)] or (len(date) < len(newest) and not _is_held(shelves, entry, date))


def _is_held(shelves: Shelves, entry: Entry, date: str) -> bool:
    """The row of the entry's meeting has another one in this year or month."""
    own = shelves.event_of.get(entry.id)
    return any(
        slot.event and slot.event != own and (slot.date or "").startswith(date)
        for series in shelves.archive.series
        if own in series.events
        for slot in series.slots
    )


def _next_date(entry: Entry) -> str:
    series = entry.record.series
    return (series.next.date or "") if series and series.next else ""
