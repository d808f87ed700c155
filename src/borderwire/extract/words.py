"""Small vocabularies as match keys, written as text: syllables by spaces, phrases by commas."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from borderwire.gazetteer.matcher import syllables
from borderwire.text import key

Phrase = tuple[str, ...]


def keys(*blocks: str) -> frozenset[str]:
    """Match keys of single syllables, for comparing with `Doc.keys`."""
    return frozenset(key(word) for block in blocks for word in block.split())


def phrases(*blocks: str) -> tuple[Phrase, ...]:
    """Match keys of phrases, in order."""
    return tuple(tuple(syllables(part)) for block in blocks for part in block.split(",") if part.strip())


def by_first(rows: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Phrases by their first syllable, for `stands_at`."""
    table: dict[str, tuple[Phrase, ...]] = {}
    for row in rows:
        table[row[0]] = (*table.get(row[0], ()), row)
    return table


def stands_at(row: list[str], at: int, table: dict[str, tuple[Phrase, ...]]) -> bool:
    """One of the phrases begins at that place of a row of match keys."""
    rows = table.get(row[at])
    return rows is not None and any(tuple(row[at : at + len(phrase)]) == phrase for phrase in rows)


class Pairs:
    """Phrases of two syllables, as match keys. rows: these."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self.rows = frozenset(rows)
        self._firsts = frozenset(first for first, _ in self.rows)

    def __contains__(self, pair: object) -> bool:
        return pair in self.rows

    def among(self, row: list[str]) -> bool:
        """One of the phrases stands in a row of match keys. Their first syllables are looked for before: mostly none
        is there, and no pairs need be made."""
        return not self._firsts.isdisjoint(row) and not self.rows.isdisjoint(pairwise(row))


def pairs(*blocks: str) -> Pairs:
    """Match keys of phrases of two syllables."""
    return Pairs((first, second) for first, second in phrases(*blocks))


def has_pair(row: list[str], pair: tuple[str, str]) -> bool:
    """The two syllables stand side by side in a row of match keys."""
    return pair[0] in row and pair in pairwise(row)
