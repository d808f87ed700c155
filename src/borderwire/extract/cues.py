"""Where in a text the words stand that the reading of bodies and persons starts from."""

from __future__ import annotations

from collections.abc import Set
from itertools import chain

from borderwire.extract.anchors import (
    ACCUSED_WORDS,
    COUNTERPART_WORDS,
    DELEGATION_WORDS,
    RANK_ENDS,
    SIDE_WORDS,
    UNIT_WORDS,
)
from borderwire.extract.doc import Doc

__all__ = [
    "ACCUSED_WORDS", "COUNTERPART_WORDS", "DELEGATION_WORDS", "RANK_ENDS", "SIDE_WORDS", "UNIT_WORDS", "positions",
]  # fmt: skip


def positions(doc: Doc, words: Set[str]) -> list[int]:
    """Tokens whose key is one of the words, in order. Words that are no anchors are not found."""
    index = doc.anchors()
    found = [index[word] for word in index.keys() & words]
    return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))
