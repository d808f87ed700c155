"""Delegations that a text names, by side, with the official who heads each.

"Đoàn đại biểu Công an tỉnh X do Đại tá A, Giám đốc, làm trưởng đoàn"; "Đại tá B, Giám đốc, Trưởng đoàn đại biểu Công an
tỉnh Y"; "Đoàn công tác tỉnh Z". Who chairs the meeting for a side heads its delegation, where nobody else is told to.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from borderwire.errors import Span
from borderwire.extract.chairs import find_chairs
from borderwire.extract.cues import DELEGATION_WORDS, positions
from borderwire.extract.doc import Doc
from borderwire.extract.hits import bodies_at, places_at
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.phrases import keys, listed
from borderwire.model import Country, Delegation, OfficialFact
from borderwire.text import squash

_KINDS = listed(
    """
    đại biểu, công tác, cán bộ, đại biểu cấp cao, đại biểu quân sự, đại biểu quân sự cấp cao, cấp cao, đàm phán
    lãnh đạo, lãnh đạo cấp cao, kiểm tra, đại biểu liên ngành, công tác liên ngành, đại biểu biên giới
    """
)
_BETWEEN = keys("của cấp cao lực lượng bộ các tỉnh nước ban chỉ huy lãnh đạo cán")
# How far behind "Đoàn đại biểu" its body may stand, in tokens.
_REACH = 7
# Places that send delegations.
_LARGE = ("province", "country")


@lru_cache(maxsize=4096)
def _same(organization: str) -> str:
    """One key for all spellings of a body's name."""
    return squash(organization)


class _Named(NamedTuple):
    """A delegation named at tokens `[start, end)`."""

    start: int
    end: int
    organization: str
    country: Country | None

    @property
    def key(self) -> str:
        return _same(self.organization)


@dataclass(slots=True)
class _Side:
    """A delegation as the text tells it piece by piece."""

    organization: str
    country: Country | None
    rule: str
    head: str | None = None
    spans: set[Span] = field(default_factory=set)


def extract_delegations(
    doc: Doc,
    places: Sequence[PlaceMention],
    bodies: Sequence[BodyMention],
    officials: Sequence[OfficialFact],
) -> tuple[Delegation, ...]:
    """Delegations in order of first mention, each body's once; the head is None where the text names none."""
    named = _named(doc, places, bodies)
    found: dict[str, _Side] = {}
    for item in named:
        side = found.setdefault(item.key, _Side(item.organization, item.country, "delegation of a body"))
        side.spans.add(doc.span(item.start, item.end))
    chairs = find_chairs(doc, officials)
    for official in officials:
        if official.head_of_delegation:
            _add_head(doc, found, named, official)
    for index, official in enumerate(officials):
        if index in chairs and not official.head_of_delegation:  # a head that is told as such comes first
            _add_head(doc, found, named, official)
    facts = [
        Delegation(side.country, side.organization, side.head, tuple(sorted(side.spans)), side.rule)
        for side in found.values()
    ]
    return tuple(sorted(facts, key=lambda fact: fact.spans[0]))


def _named(doc: Doc, places: Sequence[PlaceMention], bodies: Sequence[BodyMention]) -> list[_Named]:
    """The delegations that the text names by their body, in order."""
    body_at, place_at = bodies_at(doc, bodies), places_at(doc, places)
    found: list[_Named] = []
    for at in positions(doc, DELEGATION_WORDS):
        end = _KINDS.match(doc.keys, at + 1)
        item = _whose(doc, at, end, body_at, place_at) if end > at + 1 else None
        if item is not None:
            found.append(item)
    return found


def _whose(
    doc: Doc, start: int, at: int, bodies: Mapping[int, BodyMention], places: Mapping[int, PlaceMention]
) -> _Named | None:
    """The body, or the province or country, that a delegation is of."""
    for ahead in range(at, min(at + _REACH, len(doc.keys))):
        if doc.breaks[ahead]:
            return None
        body = bodies.get(ahead)
        if body is not None:
            return _Named(start, body.end, body.name, body.country)
        place = places.get(ahead)
        if place is not None and place.country is not None and place.kind in _LARGE:
            name = doc.slice(max(place.title, at), place.end)
            return _Named(start, place.end, " ".join(name.split()), place.country)
        if doc.keys[ahead] not in _BETWEEN:
            return None
    return None


def _add_head(doc: Doc, found: dict[str, _Side], named: Sequence[_Named], official: OfficialFact) -> None:
    """Gives a delegation its head: that of the same body, else that named last before the name in the sentence."""
    first = official.spans[0]
    side = found.get(_same(official.organization or "")) or _in_sentence(doc, found, named, official)
    if side is not None:
        if side.head is None:
            side.head = official.name
            side.spans.add(first)
    elif official.organization is not None:
        spans = {first, *official.organization_spans[:1]}
        side = _Side(official.organization, official.country, "head of delegation", official.name, spans)
        found[_same(official.organization)] = side


def _in_sentence(doc: Doc, found: Mapping[str, _Side], named: Sequence[_Named], official: OfficialFact) -> _Side | None:
    token = doc.token_at(official.spans[0][0])
    index = bisect_left(named, token, key=lambda item: item.start)
    for item in reversed(named[max(index - _REACH, 0) : index]):
        if doc.sentence[item.start] != doc.sentence[token]:
            return None
        if official.country is None or item.country == official.country:
            return found[item.key]
    return None
