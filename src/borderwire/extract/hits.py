"""What the gazetteer found at a token."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.gazetteer.matcher import Entry


def kind_at(doc: Doc, at: int) -> str | None:
    """Kind of the hit that begins at token `at`; its first, where it has several."""
    hit = doc.hit_at.get(at)
    return hit.kind if hit is not None else None


def entry_at(doc: Doc, at: int, kind: str) -> Entry | None:
    """The meaning of that kind of the hit that begins at token `at`."""
    hit = doc.hit_at.get(at)
    return hit.of(kind) if hit is not None else None


def capitals(doc: Doc, at: int, most: int) -> int:
    """How many words with a capital stand in a row from token `at` on, counted up to `most`."""
    end, last = at, min(at + most, len(doc.keys))
    while end < last and doc.shapes[end] == "U" and not (end > at and doc.breaks[end]):
        end += 1
    return end - at
