"""The fields of cooperation that a text speaks of."""

from __future__ import annotations

from borderwire.errors import Span
from borderwire.extract.doc import Doc
from borderwire.model import Topic


def extract_topics(doc: Doc) -> tuple[Topic, ...]:
    """Topics in order of first mention, each with all phrases that name it."""
    found: dict[str, list[Span]] = {}
    starts, ends = doc.starts, doc.ends
    for start, end, entries in doc.hits_of("topic"):
        for entry in entries:
            if entry.kind == "topic":
                found.setdefault(entry.id, []).append((starts[start], ends[end - 1]))
                break
    return tuple(Topic(ident, tuple(spans)) for ident, spans in found.items())
