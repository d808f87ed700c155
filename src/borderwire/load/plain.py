"""Raw text sources."""

from __future__ import annotations

import hashlib

from borderwire.load.structure import cut
from borderwire.model import Article, Source
from borderwire.text import normalize


def parse_text(raw: bytes, source_path: str) -> Article:
    """A raw text as an article; reads nothing but its arguments."""
    text = normalize(raw.decode("utf-8", "replace"))
    blocks = cut(text)
    source = Source(source_path, hashlib.sha256(raw).hexdigest(), "text")
    title = next((text[b.start : b.end] for b in blocks if b.kind == "title"), None)
    return Article(source, text, blocks, title, None, None, (), ())
