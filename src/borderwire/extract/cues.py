"""Where in a text the words stand that the reading of bodies and persons starts from; one pass for all of them."""

from __future__ import annotations

from collections.abc import Iterable

from borderwire.extract.doc import Doc
from borderwire.extract.fields import UNIT_HEADS, UNIT_PAIRS
from borderwire.extract.phrases import keys

# Nouns that may head the name of a unit.
UNIT_WORDS = frozenset(UNIT_HEADS) | frozenset(first for first, _ in UNIT_PAIRS)
# "phía bạn", "bên ta", "nước bạn".
SIDE_WORDS = keys("phía bên bạn")
# The second half of a rank.
RANK_ENDS = keys("tướng tá úy")
# The first half of "bị cáo", "nghi phạm", "đối tượng", "phạm nhân", "tử tù".
ACCUSED_WORDS = keys("bị nghi đối phạm tử")
# "người đồng cấp".
COUNTERPART_WORDS = keys("cấp")
DELEGATION_WORDS = keys("đoàn")
_ALL = UNIT_WORDS | SIDE_WORDS | RANK_ENDS | ACCUSED_WORDS | COUNTERPART_WORDS | DELEGATION_WORDS
_MEMO = "cues"


def positions(doc: Doc, words: Iterable[str]) -> list[int]:
    """Tokens whose key is one of the words, in order. Words that no set above holds are not found."""
    index: dict[str, list[int]] | None = doc.memo.get(_MEMO)
    if index is None:
        index = {}
        for at, word in [(at, word) for at, word in enumerate(doc.keys) if word in _ALL]:
            index.setdefault(word, []).append(at)
        doc.memo[_MEMO] = index
    found = [index[word] for word in words if word in index]
    return found[0] if len(found) == 1 else sorted(at for row in found for at in row)
