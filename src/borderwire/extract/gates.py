"""The border gates that a text names."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import PlaceMention
from borderwire.model import GateFact


def extract_gates(doc: Doc, places: tuple[PlaceMention, ...]) -> tuple[GateFact, ...]:
    """Each gate once, in order of first mention, with all its spans."""
    mentions: dict[str, list[PlaceMention]] = {}
    for place in places:
        if place.kind == "gate":
            mentions.setdefault(place.id, []).append(place)
    return tuple(
        GateFact(
            id=ident,
            name=doc.gazetteer.gates[ident].name,
            as_written=doc.slice(found[0].start, found[0].end),
            spans=tuple(doc.span(place.start, place.end) for place in found),
            rule=found[0].rule,
        )
        for ident, found in mentions.items()
    )
