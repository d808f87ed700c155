"""What the gazetteer found at a token."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.gazetteer.matcher import Entry, Hit

_START = attrgetter("start")
_PLACES, _BODIES = "places by token", "bodies by token"


def places_at(doc: Doc, places: Sequence[PlaceMention]) -> Mapping[int, PlaceMention]:
    """The places by their first tokens; worked out once, however many ask."""
    known: tuple[Sequence[PlaceMention], Mapping[int, PlaceMention]] | None = doc.memo.get(_PLACES)
    if known is None or known[0] is not places:
        known = doc.memo[_PLACES] = (places, {place.start: place for place in places})
    return known[1]


def bodies_at(doc: Doc, bodies: Sequence[BodyMention]) -> Mapping[int, BodyMention]:
    """The bodies by their first tokens; worked out once, however many ask."""
    known: tuple[Sequence[BodyMention], Mapping[int, BodyMention]] | None = doc.memo.get(_BODIES)
    if known is None or known[0] is not bodies:
        known = doc.memo[_BODIES] = (bodies, {body.start: body for body in bodies})
    return known[1]


def kind_at(doc: Doc, at: int) -> str | None:
    """Kind of the hit that begins at token `at`; its first, where it has several."""
    hit = doc.hit_at.get(at)
    return hit.kind if hit is not None else None


def entry_at(doc: Doc, at: int, kind: str) -> Entry | None:
    """The meaning of that kind of the hit that begins at token `at`."""
    hit = doc.hit_at.get(at)
    return hit.of(kind) if hit is not None else None


def between(doc: Doc, kind: str, first: int, last: int) -> list[Hit]:
    """The hits with a meaning of that kind that begin at tokens `[first, last)`, in order."""
    hits = doc.hits_of(kind)
    return hits[bisect_left(hits, first, key=_START) : bisect_left(hits, last, key=_START)]


def capitals(doc: Doc, at: int, most: int) -> int:
    """How many words with a capital stand in a row from token `at` on, counted up to `most`."""
    end, last = at, min(at + most, len(doc.keys))
    while end < last and doc.shapes[end] == "U" and not (end > at and doc.breaks[end]):
        end += 1
    return end - at
