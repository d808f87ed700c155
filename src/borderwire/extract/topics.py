"""The fields of cooperation that a text speaks of."""

from __future__ import annotations

from borderwire.errors import Span
from borderwire.extract.doc import Doc
from borderwire.model import Topic


def extract_topics(doc: Doc) -> tuple[Topic, ...]:
    """Topics in order of first mention, each with all phrases that name it."""
    found: dict[str, list[Span]] = {}
    for hit in doc.hits_of("topic"):
        entry = hit.of("topic")
        if entry is not None:
            found.setdefault(entry.id, []).append(doc.span(hit.start, hit.end))
    return tuple(Topic(ident, tuple(spans)) for ident, spans in found.items())
