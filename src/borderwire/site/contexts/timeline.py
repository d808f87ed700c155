"""The timeline."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.site.contexts.shared import Link, Paging


@dataclass(slots=True)
class TimelineRow:
    """An event. side: vn or la, where it took place, "" where no article says so; where: the place; parties: of both
    countries; link: the article that reports it; more: to how many others report it; documents: signed or
    exchanged there."""

    iso: str
    date: str
    kind: str
    side: str
    where: str
    parties: str
    link: Link
    more: Link | None
    documents: tuple[Link, ...]


@dataclass(slots=True)
class TimelinePage:
    """Events, newest first. years: jumps to the first event of each; sections: (anchor or None where the year began on
    an earlier page, year, its events)."""

    years: tuple[Link, ...]
    sections: tuple[tuple[str | None, Link, tuple[TimelineRow, ...]], ...]
    paging: Paging
