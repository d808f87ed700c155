"""Where names stand on a map: beside their dots, inside the drawing, none over another.

Names are placed in the order in which they matter; one that finds no room is left out. Widths are estimated from the
advance widths of the shipped fonts (Be Vietnam Pro 600, Noto Sans Lao 600) with a margin for the fonts that stand in
for them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Advance widths in hundredths of the size of the font, rounded up by group.
_NARROW, _MIDDLE, _WIDE, _USUAL = "fijlrtI1 .,()ງາຳະເໂໄໃ", "bdeghnopquckyzsvxaJ", "mwMWÐOGQໜໝ", 0.72
_MARGIN = 1.06
_HEIGHT = 1.1  # of a line, against the size of the font
_GAP = 7.0  # between the middle of a dot and its name
_DOT = 4.0  # half the side of the square that a dot keeps free
_EDGE = 2.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A dot and its name, as it would stand. left: the name stands on the left of its dot where there is room."""

    ident: str
    text: str
    x: float
    y: float
    left: bool


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands. x, y: of its baseline; anchor: start, middle or end, as in SVG; box: the room it takes."""

    spot: Spot
    x: float
    y: float
    anchor: str
    box: Box


def text_width(text: str, size: float) -> float:
    """About how wide a text is, in the unit of `size`."""
    width = 0.0
    for letter in unicodedata.normalize("NFD", text):
        if unicodedata.combining(letter) or unicodedata.category(letter) == "Mn":
            continue
        if letter in _NARROW:
            width += 0.42
        elif letter in _MIDDLE:
            width += 0.64
        else:
            width += 0.92 if letter in _WIDE else _USUAL
    return width * size * _MARGIN


def place(spots: Sequence[Spot], size: float, width: float, height: float) -> tuple[Place, ...]:
    """The names that find room in a drawing of `width` by `height`, in the order of `spots`: what matters first."""
    dots = {spot.ident: Box(spot.x - _DOT, spot.y - _DOT, 2 * _DOT, 2 * _DOT) for spot in spots}
    taken: list[Place] = []
    for spot in spots:
        others = [row.box for row in taken] + [box for ident, box in dots.items() if ident != spot.ident]
        found = next((row for row in _candidates(spot, size) if _free(row.box, others, width, height)), None)
        if found:
            taken.append(found)
        else:
            del dots[spot.ident]
    return tuple(taken)


def _free(box: Box, others: Sequence[Box], width: float, height: float) -> bool:
    inside = (
        box.x >= _EDGE
        and box.y >= _EDGE
        and box.x + box.width <= width - _EDGE
        and box.y + box.height <= height - _EDGE
    )
    return inside and not any(map(box.meets, others))


def _candidates(spot: Spot, size: float) -> Iterator[Place]:
    """Beside the dot, a little higher or lower, on the other side, over and under it."""
    wide, high = text_width(spot.text, size), _HEIGHT * size
    sides = ("end", "start") if spot.left else ("start", "end")
    for lift in (0.0, -0.45, 0.45, -0.8, 0.8):
        for anchor in sides:
            x = spot.x + (_GAP if anchor == "start" else -_GAP)
            y = spot.y + (0.35 + lift) * size
            left = x if anchor == "start" else x - wide
            yield Place(spot, round(x, 1), round(y, 1), anchor, Box(left, y - 0.9 * size, wide, high))
    for y in (spot.y - _GAP - 0.1 * size, spot.y + _GAP + 0.85 * size):
        yield Place(spot, spot.x, round(y, 1), "middle", Box(spot.x - wide / 2, y - 0.9 * size, wide, high))
