"""What the archive holds and what it lacks."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.site.contexts.lists import YearRow
from borderwire.site.contexts.shared import Link


@dataclass(slots=True)
class Gap:
    """Something that is missing. number: of how many; links: these or some of them, with details as
    count; more: the page that tells more."""

    id: str
    title: str
    number: str
    links: tuple[Link, ...]
    more: Link | None


@dataclass(slots=True)
class CoverageRow:
    """A province along the border over the years. cells: (year, number shown, number)."""

    link: Link
    side: str
    cells: tuple[tuple[str, str, int], ...]
    total: str


@dataclass(slots=True)
class CoveragePage:
    """What is held and what is missing. gaps: those there are; months: of all years; undated: to
    what these do not count; years, provinces: the grid of
    provinces along the border; rows: (what, of all articles, share in percent)."""

    total: str
    gaps: tuple[Gap, ...]
    months: tuple[YearRow, ...]
    undated: Link | None
    years: tuple[Link, ...]
    provinces: tuple[CoverageRow, ...]
    rows: tuple[tuple[str, str, int], ...]
    outlets: tuple[Link, ...]
    more_outlets: str
    problems: tuple[tuple[str, str], ...]
