"""Finds the names of the gazetteer in a row of tokens: longest match, whole words, accents respected.

A form is matched by its syllables; a hyphen between two syllables is skipped, so that `Sê-kông` is `Sê Kông`.
Joined spellings (`Bôlykhămxay`) are forms of their own, made by rule when the matcher is filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from borderwire.text import key

HYPHENS = frozenset("-‐‑")
_SYLLABLE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class Entry:
    """One meaning of a form. kind: "province", "rank" ...; id: in the gazetteer; form: as listed.

    capital: the form is also an ordinary word and counts only when written with capitals;
    cue: it counts only after a word that announces it ("tỉnh", "huyện" ...). Both are for the extractors to check.
    """

    kind: str
    id: str
    form: str
    capital: bool = False
    cue: bool = False


class Hit(NamedTuple):
    """Tokens `[start, end)` spell a form of these entries."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    @property
    def kind(self) -> str:
        return self.entries[0].kind

    @property
    def id(self) -> str:
        return self.entries[0].id

    @property
    def entry(self) -> Entry:
        return self.entries[0]

    def of(self, kind: str) -> Entry | None:
        """The first meaning of that kind."""
        for entry in self.entries:
            if entry.kind == kind:
                return entry
        return None


def syllables(form: str) -> list[str]:
    """The match keys of a form, hyphens left out."""
    return [key(part) for part in _SYLLABLE.findall(form) if part not in HYPHENS]


def partitions(parts: Sequence[str]) -> list[list[str]]:
    """All ways to join neighbouring syllables: a b -> [a, b], [ab]."""
    if len(parts) < 2:
        return [list(parts)]
    tail = partitions(parts[1:])
    return [[parts[0], *rest] for rest in tail] + [[parts[0] + rest[0], *rest[1:]] for rest in tail]


class Matcher:
    """A trie over match keys. Fill with `add`, then `scan`; not changed after that."""

    def __init__(self) -> None:
        self._root: dict[Any, Any] = {}

    def add(self, entry: Entry, *, joined: bool = False) -> None:
        """Add a form; joined: also every spelling with neighbouring syllables run together."""
        parts = syllables(entry.form)
        for row in partitions(parts) if joined and len(parts) <= 7 else [parts]:
            node = self._root
            for part in row:
                node = node.setdefault(key(part), {})
            known: tuple[Entry, ...] = node.get(None, ())
            if not any((e.kind, e.id) == (entry.kind, entry.id) for e in known):
                node[None] = (*known, entry)

    def add_all(self, entries: Iterable[Entry], *, joined: bool = False) -> None:
        for entry in entries:
            self.add(entry, joined=joined)

    def scan(self, keys: Sequence[str], breaks: Sequence[bool]) -> list[Hit]:
        """Leftmost longest hits, not overlapping. breaks[i]: token i begins a new line (a form never spans one)."""
        hits: list[Hit] = []
        root = self._root
        get = root.get
        at, size = 0, len(keys)
        while at < size:
            node = get(keys[at])
            if node is None:
                at += 1
                continue
            found = self._longest(node, keys, breaks, at)
            if found is None:
                at += 1
            else:
                hits.append(found)
                at = found.end
        return hits

    @staticmethod
    def _longest(node: dict[Any, Any], keys: Sequence[str], breaks: Sequence[bool], at: int) -> Hit | None:
        best: Hit | None = None
        here, size = at + 1, len(keys)
        if None in node:
            best = Hit(at, here, node[None])
        while here < size and not breaks[here]:
            word = keys[here]
            after = node.get(word)
            if after is None:
                if word in HYPHENS and here + 1 < size and not breaks[here + 1]:
                    here += 1
                    after = node.get(keys[here])
                if after is None:
                    break
            node = after
            here += 1
            if None in node:
                best = Hit(at, here, node[None])
        return best
