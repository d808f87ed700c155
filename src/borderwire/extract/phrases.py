"""Small sets of phrases that are asked at one token at a time."""

from __future__ import annotations

from collections.abc import Iterable

from borderwire.gazetteer.matcher import syllables
from borderwire.text import key

# What sets off one part of a phrase from another.
DASHES = frozenset("-–—‐‑")


class Phrases:
    """A small set of phrases, asked at one token at a time."""

    def __init__(self, phrases: Iterable[str]) -> None:
        heads: dict[str, list[list[str]]] = {}
        tails: dict[str, list[list[str]]] = {}
        for phrase in phrases:
            parts = syllables(phrase)
            heads.setdefault(parts[0], []).append(parts)
            tails.setdefault(parts[-1], []).append(parts)
        self._heads = {key: sorted(rows, key=len, reverse=True) for key, rows in heads.items()}
        self._tails = {key: sorted(rows, key=len, reverse=True) for key, rows in tails.items()}
        # The first and the last syllables, for a look that saves asking.
        self.firsts, self.lasts = frozenset(heads), frozenset(tails)

    def match(self, keys: list[str], at: int) -> int:
        """End of the longest phrase that begins at token `at`; `at` itself when none does."""
        rows = self._heads.get(keys[at]) if at < len(keys) else None
        if rows is not None:
            for parts in rows:
                end = at + len(parts)
                if keys[at:end] == parts:
                    return end
        return at

    def begins_among(self, keys: list[str], start: int, end: int) -> bool:
        """One of the phrases begins at one of tokens `[start, end)`."""
        heads, row = self._heads, keys[start:end]
        if self.firsts.isdisjoint(row):
            return False
        return any(word in heads and self.match(keys, at) > at for at, word in enumerate(row, start))

    def among(self, keys: list[str], start: int, end: int) -> list[int]:
        """The tokens of `[start, end)` at which one of the phrases begins."""
        heads, row = self._heads, keys[start:end]
        if self.firsts.isdisjoint(row):  # mostly so, and told at once
            return []
        return [at for at, word in enumerate(row, start) if word in heads and self.match(keys, at) > at]

    def ends(self, keys: list[str], end: int) -> int:
        """Start of the longest phrase that ends right before token `end`; `end` itself when none does."""
        rows = self._tails.get(keys[end - 1]) if end > 0 else None
        if rows is not None:
            for parts in rows:
                start = end - len(parts)
                if start >= 0 and keys[start:end] == parts:
                    return start
        return end


def listed(block: str) -> Phrases:
    """The phrases of a block, set off by commas and line ends."""
    return Phrases(phrase.strip() for phrase in block.replace("\n", ",").split(",") if phrase.strip())


def keys(block: str) -> frozenset[str]:
    """The match keys of the words of a block."""
    return frozenset(key(word) for word in block.split())


def terms(block: str) -> frozenset[str]:
    """The words of a block as they stand."""
    return frozenset(block.split())
