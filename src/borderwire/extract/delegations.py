"""Delegations that a text names, by side, with the official who heads each.

"Đoàn đại biểu Công an tỉnh X do Đại tá A, Giám đốc, làm trưởng đoàn"; "Đại tá B, Giám đốc, Trưởng đoàn đại biểu Công an
tỉnh Y"; "Đoàn công tác tỉnh Z".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from borderwire.errors import Span
from borderwire.extract.cues import DELEGATION_WORDS, positions
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.phrases import Phrases
from borderwire.model import Country, Delegation, OfficialFact
from borderwire.text import squash

_KINDS = Phrases(
    ["đại biểu", "công tác", "cán bộ", "đại biểu cấp cao", "đại biểu quân sự", "đại biểu quân sự cấp cao", "cấp cao", "đàm phán",
     "lãnh đạo", "lãnh đạo cấp cao", "kiểm tra", "đại biểu liên ngành", "công tác liên ngành", "đại biểu biên giới"]
)  # fmt: skip
_BETWEEN = frozenset(
    ["của", "cấp", "cao", "lực", "lượng", "bộ", "các", "tỉnh", "nước", "ban", "chỉ", "huy", "lãnh", "đạo", "cán"]
)
# How far behind "Đoàn đại biểu" its body may stand, in tokens.
_REACH = 7


@dataclass(frozen=True, slots=True)
class _Named:
    """A delegation named at tokens `[start, end)`."""

    start: int
    end: int
    organization: str
    country: Country | None


def extract_delegations(
    doc: Doc,
    places: Sequence[PlaceMention],
    bodies: Sequence[BodyMention],
    officials: Sequence[OfficialFact],
) -> tuple[Delegation, ...]:
    """Delegations in order of first mention, each body's once; the head is None where the text names none."""
    named = _named(doc, places, bodies)
    found: dict[str, Delegation] = {}
    for item in named:
        key = squash(item.organization)
        span = doc.span(item.start, item.end)
        known = found.get(key)
        if known is None:
            found[key] = Delegation(item.country, item.organization, None, (span,), "delegation of a body")
        else:
            found[key] = replace(known, spans=(*known.spans, span))
    for official in officials:
        if official.head_of_delegation:
            _add_head(doc, found, named, official)
    return tuple(sorted(found.values(), key=lambda item: item.spans[0]))


def _named(doc: Doc, places: Sequence[PlaceMention], bodies: Sequence[BodyMention]) -> list[_Named]:
    by_start = {body.start: body for body in bodies}
    place_at = {place.start: place for place in places if place.kind in ("province", "country")}
    found: list[_Named] = []
    for at in positions(doc, DELEGATION_WORDS):
        end = _KINDS.match(doc.keys, at + 1)
        if end == at + 1:
            continue
        item = _whose(doc, at, end, by_start, place_at)
        if item is not None:
            found.append(item)
    return found


def _whose(
    doc: Doc, start: int, at: int, bodies: dict[int, BodyMention], places: dict[int, PlaceMention]
) -> _Named | None:
    """The body, or the province or country, that a delegation is of."""
    for ahead in range(at, min(at + _REACH, len(doc.keys))):
        if doc.breaks[ahead]:
            return None
        body = bodies.get(ahead)
        if body is not None:
            return _Named(start, body.end, body.name, body.country)
        place = places.get(ahead)
        if place is not None and place.country is not None:
            name = doc.slice(max(place.title, at), place.end)
            return _Named(start, place.end, " ".join(name.split()), place.country)
        if doc.keys[ahead] not in _BETWEEN:
            return None
    return None


def _add_head(doc: Doc, found: dict[str, Delegation], named: Sequence[_Named], official: OfficialFact) -> None:
    """Gives a delegation its head: the one of the same body, else the one named in the sentence before the name."""
    first = official.spans[0]
    token = doc.token_at(first[0])
    near = [item for item in named if item.start < token and doc.sentence[item.start] == doc.sentence[token]]
    fitting = [item for item in near if official.country is None or item.country == official.country]
    key = squash(official.organization or "")
    if fitting and key not in found:
        key = squash(fitting[-1].organization)
    known = found.get(key)
    if known is not None:
        if known.head is None:
            found[key] = replace(known, head=official.name, spans=_ordered(known.spans, first))
        return
    if official.organization is not None:
        spans = _ordered((first,), *official.organization_spans[:1])
        found[key] = Delegation(official.country, official.organization, official.name, spans, "head of delegation")


def _ordered(spans: tuple[Span, ...], *more: Span) -> tuple[Span, ...]:
    return tuple(sorted({*spans, *more}))
