"""What kind of event the text reports: the gazetteer's event words, weighed by place and kind."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateReading
from borderwire.model import EventType


def extract_event(doc: Doc, dates: DateReading) -> EventType | None:
    """The main event: named in the headline or the first sentences, or None."""
    hits = doc.hits_of("event")
    if not hits:
        return None
    hit = hits[0]
    return EventType(hit.id, doc.slice(hit.start, hit.end), (doc.span(hit.start, hit.end),), "first-named")
