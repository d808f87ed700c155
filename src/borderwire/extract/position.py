"""How early in the running text something is told: headline and lead first, captions and page furniture aside."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.extract.doc import Doc

_RUNNING = frozenset(["title", "lead", "paragraph", "heading"])
ASIDE = frozenset(["caption", "credit", "byline", "furniture", "section", "end-mark", "outlet"])


@dataclass(frozen=True, slots=True)
class Layout:
    """ranks: per block, how many sentences of running text come before it; firsts: its first sentence."""

    doc: Doc
    ranks: list[int]
    firsts: list[int]

    def rank(self, token: int) -> int:
        """Number of sentences of running text before the token's sentence (0 for the headline)."""
        block = self.doc.block[token]
        return self.ranks[block] + self.doc.sentence[token] - self.firsts[block]

    def aside(self, token: int) -> bool:
        """The token stands in a caption or in page furniture."""
        return self.doc.block_of(token).kind in ASIDE


def lay_out(doc: Doc) -> Layout:
    """The layout of the text, counted once."""
    layout: Layout | None = doc.memo.get("layout")
    if layout is None:
        layout = doc.memo["layout"] = _count(doc)
    return layout


def _count(doc: Doc) -> Layout:
    """Count the sentences of each block."""
    ranks: list[int] = []
    firsts: list[int] = []
    ends, sentence = doc.ends, doc.sentence
    told = first = 0
    for block, last in zip(doc.article.blocks, doc.block_starts[1:], strict=True):
        ranks.append(told)
        # A token that a border of blocks cuts belongs to the later one.
        after = last - 1 if last and ends[last - 1] > block.end else last
        if after <= first:
            firsts.append(0)
            first = after
            continue
        number = sentence[first]
        firsts.append(number)
        if block.kind in _RUNNING:
            told += sentence[after - 1] - number + 1
        first = after
    return Layout(doc, ranks, firsts)
