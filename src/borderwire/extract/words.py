"""Small vocabularies as match keys, written as text: syllables by spaces, phrases by commas."""

from __future__ import annotations

from borderwire.gazetteer.matcher import syllables
from borderwire.text import key

Phrase = tuple[str, ...]


def keys(*blocks: str) -> frozenset[str]:
    """Match keys of single syllables, for comparing with `Doc.keys`."""
    return frozenset(key(word) for block in blocks for word in block.split())


def phrases(*blocks: str) -> tuple[Phrase, ...]:
    """Match keys of phrases, in order."""
    return tuple(tuple(syllables(part)) for block in blocks for part in block.split(",") if part.strip())


def pairs(*blocks: str) -> frozenset[tuple[str, str]]:
    """Match keys of phrases of two syllables."""
    return frozenset((first, second) for first, second in phrases(*blocks))
