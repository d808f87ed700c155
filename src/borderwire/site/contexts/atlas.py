"""The map of the border and its twin in words."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.site.contexts.shared import Link


@dataclass(slots=True)
class Rung:
    """One Vietnamese province of the ladder along the border and the Lao ones it met, north to south; vietnam.count:
    what it is part of today."""

    vietnam: Link
    laos: tuple[Link, ...]


@dataclass(slots=True)
class MapUnit:
    """A province on the map. path: SVG path data; x, y: where its name stands; shade: 0 to 4; side: vn or la."""

    name: str
    lang: str | None
    path: str
    x: int
    y: int
    shade: int
    side: str
    href: str | None
    count: str
    label: bool


@dataclass(slots=True)
class MapLine:
    """Two provinces that met. width: 1 to 5."""

    x1: int
    y1: int
    x2: int
    y2: int
    width: int


@dataclass(slots=True)
class BorderMap:
    """An inline map. border: the line between the two countries, as path data."""

    id: str
    title: str
    description: str
    width: int
    height: int
    units: tuple[MapUnit, ...]
    lines: tuple[MapLine, ...]
    border: str


@dataclass(slots=True)
class Merger:
    """A province of today and those that it was made of; a link without address where no article names it."""

    now: Link
    before: tuple[Link, ...]


@dataclass(slots=True)
class MapPage:
    """maps: (id, heading, map): the units before and since 1 July 2025; ladder, mergers: the same as text."""

    maps: tuple[tuple[str, str, BorderMap], ...]
    ladder: tuple[Rung, ...]
    mergers: tuple[Merger, ...]
