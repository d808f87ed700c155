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
    """A province on the map. path: SVG path data; shade: 0 to 4; side: vn or la."""

    name: str
    path: str
    shade: int
    side: str
    href: str | None
    count: str


@dataclass(slots=True)
class MapLabel:
    """A name with its dot. x, y: of the dot; tx, ty, anchor: of the text; on: articles name the province."""

    text: str
    lang: str | None
    side: str
    x: int
    y: int
    tx: float
    ty: float
    anchor: str
    on: bool


@dataclass(slots=True)
class MapPair:
    """A pair that met. vietnam, laos: names without addresses; count: events."""

    href: str
    vietnam: Link
    laos: Link
    count: str


@dataclass(slots=True)
class MapLine:
    """Two provinces that met. width: 1 to 5; far: they share no border; roomy: one of its ends has no name on a
    phone, where the line is left out."""

    x1: int
    y1: int
    x2: int
    y2: int
    width: int
    far: bool
    roomy: bool


@dataclass(slots=True)
class BorderMap:
    """An inline map. border: the line between the two countries, as path data; labels, phone_labels: names for a wide
    and for a narrow screen; shades, weights: (step, words), what a colour and a line stand for; most: the pairs that
    met most often."""

    id: str
    title: str
    description: str
    width: int
    height: int
    units: tuple[MapUnit, ...]
    lines: tuple[MapLine, ...]
    border: str
    labels: tuple[MapLabel, ...]
    phone_labels: tuple[MapLabel, ...]
    shades: tuple[tuple[int, str], ...]
    weights: tuple[tuple[int, str], ...]
    most: tuple[MapPair, ...]


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
