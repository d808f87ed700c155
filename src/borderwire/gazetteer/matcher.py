"""Finds the names of the gazetteer in a row of tokens: longest match, whole words, accents respected.

A form is matched by its syllables; a hyphen between two syllables is skipped, so that `Sê-kông` is `Sê Kông`, but not
after a complete name, unless it is a body's: `Hà Nam - Ninh Bình` are two provinces, though `Hà Nam Ninh` was one.
Joined spellings (`Bôlykhămxay`) are forms of their own, made by rule when the matcher is filled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, KeysView, Sequence
from typing import NamedTuple

from borderwire.text import key

HYPHENS = frozenset("-‐‑")
_VOWELS = frozenset("aeiouyăâêôơư")
_MOST_JOINED = 7  # syllables; each more doubles the spellings
_SYLLABLE = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")


class Entry(NamedTuple):
    """One meaning of a form. kind: "province", "rank" ...; id: in the gazetteer; form: as listed.

    capital: the form is also an ordinary word and counts only when written with capitals;
    cue: it counts only after a word that announces it ("tỉnh", "huyện" ...), an office only right before a body
    ("Trưởng Công an huyện"). Both are for the extractors to check.
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


class _Node:
    """A node of the trie: the nodes after it by their match keys, and the entries of the form that ends here."""

    __slots__ = ("after", "entries")

    def __init__(self) -> None:
        self.after: dict[str, _Node] | None = None
        self.entries: tuple[Entry, ...] | None = None


_hit = tuple.__new__  # makes a `Hit` in half the time: every article has a hundred


def syllables(form: str) -> list[str]:
    """The match keys of a form, hyphens left out."""
    return [key(part) for part in _SYLLABLE.findall(form) if part not in HYPHENS]


def partitions(parts: Sequence[str]) -> list[list[str]]:
    """All ways to join neighbouring syllables: a b -> [a, b], [ab]."""
    if len(parts) < 2:
        return [list(parts)]
    tail = partitions(parts[1:])
    return [[parts[0], *rest] for rest in tail] + [[parts[0] + rest[0], *rest[1:]] for rest in tail]


def _joins(form: str) -> list[list[str]]:
    """The form with its syllables apart and run together in all ways; a joined `ly` may be written `li`."""
    raw = [part.lower() for part in _SYLLABLE.findall(form) if part not in HYPHENS]
    if len(raw) > _MOST_JOINED:
        return [raw]
    rows = partitions(raw)
    for swap in (("y", "i"), ("i", "y")):
        other = [part[:-1] + swap[1] if part.endswith(swap[0]) and part[-2:-1] not in _VOWELS else part for part in raw]
        if other != raw:
            rows += partitions(other)
    return rows


class Matcher:
    """A trie over match keys. Fill with `add`, then `scan`; not changed after that. watched: match keys, besides those
    that forms begin with, whose places in a text readers ask for."""

    def __init__(self, watched: Iterable[str] = ()) -> None:
        self.watched = frozenset(watched)
        self._root: dict[str, _Node] = {}
        self._top = _Node()
        self._top.after = self._root

    def add(self, entry: Entry, *, joined: bool = False) -> None:
        """Add a form; joined: also every spelling with neighbouring syllables run together."""
        rows = _joins(entry.form) if joined else [syllables(entry.form)]
        if " - " in entry.form:
            rows = [*rows, _SYLLABLE.findall(entry.form)]
        for row in rows:
            node = self._top
            for part in row:
                if node.after is None:
                    node.after = {}
                word = key(part)
                if word not in node.after:
                    node.after[word] = _Node()
                node = node.after[word]
            known = node.entries or ()
            if not any(e.kind == entry.kind and e.id == entry.id for e in known):
                node.entries = (*known, entry)

    def forms(self) -> Iterator[tuple[tuple[str, ...], tuple[Entry, ...]]]:
        """All forms as rows of match keys, with their entries; in the order of filling, for checks."""
        stack: list[tuple[tuple[str, ...], _Node]] = [((), self._top)]
        while stack:
            row, node = stack.pop()
            if node.entries is not None:
                yield row, node.entries
            stack.extend(((*row, word), below) for word, below in reversed((node.after or {}).items()))

    @property
    def firsts(self) -> KeysView[str]:
        """The match keys that forms begin with."""
        return self._root.keys()

    def scan(self, keys: list[str], breaks: list[bool], firsts: list[int] | None = None) -> list[Hit]:
        """Leftmost longest hits, not overlapping. breaks[i]: token i begins a new line (a form never spans one);
        firsts: the tokens whose keys are among `Matcher.firsts`, in order, where they are known already."""
        hits: list[Hit] = []
        root, last, done = self._root, len(keys) - 1, 0
        if firsts is None:
            firsts = [index for index, word in enumerate(keys) if word in root]
        for at in firsts:  # one loop without calls: half of all tokens come by here
            if at < done:
                continue
            first = root[keys[at]]
            after, best = first.after, first.entries
            here, end = at, at + 1
            while after is not None and here < last:
                here += 1
                node = after.get(keys[here])
                if node is None:
                    if keys[here] not in HYPHENS or here == last or breaks[here]:
                        break
                    node = after.get(keys[here + 1])
                    if node is None:
                        break
                    if best is not None and end == here and best[0].kind != "body" and not best[0].cue:
                        break
                    here += 1
                if breaks[here]:
                    break
                after = node.after
                if node.entries is not None:
                    best, end = node.entries, here + 1
            if best is not None:
                hits.append(_hit(Hit, (at, end, best)))
                done = end
        return hits
