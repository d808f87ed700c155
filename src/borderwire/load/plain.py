"""Raw text sources."""

from __future__ import annotations

import hashlib

from borderwire.load.lines import unwrap
from borderwire.load.parts import article_of
from borderwire.load.structure import cut
from borderwire.model import Article, Source
from borderwire.text import normalize


def parse_text(raw: bytes, source_path: str) -> Article:
    """A raw text as an article; reads nothing but its arguments."""
    text = unwrap(normalize(raw.decode("utf-8", "replace")))
    source = Source(source_path, hashlib.sha256(raw).hexdigest(), "text")
    return article_of(source, text, cut(text))
