"""The fields of cooperation that a text speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from borderwire.errors import Span
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention
from borderwire.model import Topic


def extract_topics(doc: Doc, bodies: Sequence[BodyMention] = ()) -> tuple[Topic, ...]:
    """Topics in order of first mention, each with all phrases that name it. A name of a body tells none: "Phòng Quản lý
    xuất nhập cảnh", "Đồn Biên phòng Cửa khẩu quốc tế A" are who acts, not what is spoken of."""
    found: dict[str, list[Span]] = {}
    starts, ends = doc.starts, doc.ends
    at, size = 0, len(bodies)
    for start, end, entries in doc.hits_of("topic"):
        while at < size and bodies[at].end <= start:
            at += 1
        if at < size and bodies[at].start <= start:
            continue
        for entry in entries:
            if entry.kind == "topic":
                found.setdefault(entry.id, []).append((starts[start], ends[end - 1]))
                break
    return tuple(Topic(ident, tuple(spans)) for ident, spans in found.items())
