"""When two wordings mean one thing, and which of the found is meant by which of the gold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from borderwire.text import key

Found = TypeVar("Found")
Gold = Mapping[str, Any]

_WORD = re.compile(r"\w+")
# Words that a body's name may carry or leave out.
_LOOSE = "tỉnh thành phố tp nước việt nam lào chdcnd cộng hòa dân chủ nhân cấp của bộ đội"


def syllables(text: str | None) -> list[str]:
    """The match keys of a text's words."""
    return [key(word) for word in _WORD.findall(text or "")]


_LOOSE_WORDS = frozenset(syllables(_LOOSE))


def body_words(text: str | None) -> frozenset[str]:
    """The words that tell one body from another."""
    return frozenset(syllables(text)) - _LOOSE_WORDS


def overlap(one: str, other: str) -> float:
    """The part of the shorter wording's words that the other shares."""
    a, b = Counter(syllables(one)), Counter(syllables(other))
    return (a & b).total() / max(1, min(a.total(), b.total()))


def alike(one: str, other: str) -> float:
    """The part of all their words, the loose ones of bodies aside, that both share."""
    a, b = body_words(one), body_words(other)
    return len(a & b) / len(a | b) if a | b else float(syllables(one) == syllables(other))


def pair_off(
    wanted: Sequence[Gold], found: Sequence[Found], likeness: Callable[[Gold, Found], float]
) -> tuple[list[tuple[Gold, Found | None]], list[Found]]:
    """Each entry of the gold with what was found of it, and what is left over.

    likeness: 0 where the two cannot be the same. The likeliest pairs go first; an optional entry takes only what
    no other one wants. Ties go to the first of each.
    """
    pairs = sorted(
        (bool(entry.get("optional")), -score, row, column)
        for row, entry in enumerate(wanted)
        for column, item in enumerate(found)
        if (score := likeness(entry, item)) > 0
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, row, column in pairs:
        if row not in taken and column not in used:
            taken[row] = column
            used.add(column)
    matched = [(entry, found[taken[row]] if row in taken else None) for row, entry in enumerate(wanted)]
    return matched, [item for column, item in enumerate(found) if column not in used]
