"""The article as the extractors see it: tokens, sentences, and the gazetteer's hits in them.

All extractors work on token indexes and turn them into offsets at the end (`Doc.span`, `Doc.slice`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from operator import itemgetter
from typing import Any

from borderwire.errors import Span
from borderwire.extract.lexicon import ENDERS, Tokens, lexicon_of
from borderwire.gazetteer import Gazetteer
from borderwire.gazetteer.matcher import Hit
from borderwire.model import Article, Block

_START = itemgetter(0)
_CLOSERS = frozenset("\"”’')]»")
# Abbreviations whose full stop does not end a sentence; single letters never do (initials).
_ABBREVIATIONS = frozenset(
    ["tp", "tx", "tt", "ths", "ts", "pgs", "gs", "bs", "th", "đ", "st", "nxb", "q", "p", "h", "x"]
)


@dataclass(frozen=True, slots=True)
class Note:
    """What an extractor thought of a stretch of text: kept for `borderwire explain`."""

    field: str
    span: Span
    rule: str
    accepted: bool
    why: str


@dataclass(slots=True)
class Doc:
    """One article, tokenised. Lists run over tokens; `sentence[i]` and `block[i]` number sentences and blocks;
    sentence_starts, block_starts: the first token of each, and where the last one ends; digits: the tokens that are
    digits, in order; anchor_tokens: those whose words stand in `extract.anchors`, or are watched by the gazetteer;
    joined: those that lost the space before them."""

    article: Article
    text: str
    gazetteer: Gazetteer
    starts: list[int]
    ends: list[int]
    words: list[str]
    keys: list[str]
    shapes: list[str]
    breaks: list[bool]
    sentence: list[int]
    sentence_starts: list[int]
    block: list[int]
    block_starts: list[int]
    hits: list[Hit]
    hit_at: dict[int, Hit]
    digits: list[int]
    anchor_tokens: list[int]
    joined: list[int]
    notes: list[Note] | None = None
    _kinds: dict[str, list[Hit]] = field(default_factory=dict)
    memo: dict[str, Any] = field(default_factory=dict)  # what one extractor worked out and others need too

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """Offsets of tokens `[start, end)`."""
        return self.starts[start], self.ends[end - 1]

    def slice(self, start: int, end: int) -> str:
        """The text of tokens `[start, end)`, as written, with the spaces that it lost."""
        if self.joined:
            cuts = self.joined[bisect_right(self.joined, start) : bisect_left(self.joined, end)]
            if cuts:
                return " ".join([self.slice(first, last) for first, last in pairwise([start, *cuts, end])])
        return self.text[self.starts[start] : self.ends[end - 1]]

    def hits_of(self, kind: str) -> list[Hit]:
        """Hits that have a meaning of that kind, in order."""
        if not self._kinds:
            self._kinds = _by_kind(self.hits)
        return self._kinds.get(kind, [])

    def token_at(self, offset: int) -> int:
        """Index of the token that holds or follows the offset."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and self.ends[index] > offset else index + 1

    def find(self, *forms: str) -> list[int]:
        """Tokens at which one of the forms begins, as written, in order. Fast: the text is searched, not the tokens."""
        text, starts, size = self.text, self.starts, len(self.starts)
        found: list[int] = []
        for form in forms:
            at = text.find(form)
            while at >= 0:
                index = bisect_left(starts, at)
                end = at + len(form)
                if index < size and starts[index] == at and not text[end : end + 1].isalpha():
                    found.append(index)
                at = text.find(form, end)
        return sorted(found) if len(forms) > 1 else found

    def sentence_of(self, index: int) -> tuple[int, int]:
        """Tokens `[start, end)` of the sentence that token `index` stands in."""
        number = self.sentence[index]
        return self.sentence_starts[number], self.sentence_starts[number + 1]

    def before(self, index: int, reach: int) -> list[str]:
        """Match keys of the sentence before token `index`, at most `reach` of them."""
        return self.keys[max(self.sentence_starts[self.sentence[index]], index - reach) : index]

    def anchors(self) -> dict[str, list[int]]:
        """Where the words of `extract.anchors` stand: match key -> tokens, in order."""
        index: dict[str, list[int]] | None = self.memo.get("anchors")
        if index is None:
            keys, index = self.keys, {}
            for at in self.anchor_tokens:
                rows = index.get(keys[at])
                if rows is None:
                    index[keys[at]] = [at]
                else:
                    rows.append(at)
            self.memo["anchors"] = index
        return index

    def glued(self, index: int) -> bool:
        """The token follows the one before it without white space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def block_of(self, index: int) -> Block:
        return self.article.blocks[self.block[index]]

    def note(self, about: str, span: Span, rule: str, accepted: bool, why: str) -> None:
        """Keep a thought for `explain`; free when nobody asked."""
        if self.notes is not None:
            self.notes.append(Note(about, span, rule, accepted, why))


def _by_kind(hits: list[Hit]) -> dict[str, list[Hit]]:
    """The hits of each kind, in order; a hit with meanings of two kinds stands under both."""
    rows: defaultdict[str, list[Hit]] = defaultdict(list, {"": []})
    for hit in hits:
        entries = hit.entries
        first = entries[0].kind
        rows[first].append(hit)
        if len(entries) > 1:
            for kind in dict.fromkeys([entry.kind for entry in entries]):
                if kind != first:
                    rows[kind].append(hit)
    return rows


def read(article: Article, gazetteer: Gazetteer, *, explain: bool = False) -> Doc:
    """Tokenise an article and find the gazetteer's names in it."""
    text = article.text
    matcher = gazetteer.matcher
    tokens = lexicon_of(matcher).tokens(text)
    starts, keys = tokens.starts, tokens.keys
    lines = _line_starts(text, starts)
    breaks = [False] * len(keys)
    for index in lines:
        breaks[index] = True
    hits = matcher.scan(keys, breaks, tokens.firsts)
    sentence, sentence_starts = _sentences(tokens, lines)
    block, block_starts = _blocks(article.blocks, starts)
    return Doc(
        article=article,
        text=text,
        gazetteer=gazetteer,
        starts=starts,
        ends=tokens.ends,
        words=tokens.words,
        keys=keys,
        shapes=tokens.shapes,
        breaks=breaks,
        sentence=sentence,
        sentence_starts=sentence_starts,
        block=block,
        block_starts=block_starts,
        hits=hits,
        hit_at=dict(zip(map(_START, hits), hits, strict=True)),
        digits=tokens.digits,
        anchor_tokens=tokens.anchors,
        joined=tokens.joined,
        notes=[] if explain else None,
    )


def _line_starts(text: str, starts: list[int]) -> list[int]:
    """The tokens that begin a line, in order."""
    size = len(starts)
    lines = [0] if starts else []
    newline = text.find("\n")
    while newline >= 0:
        index = bisect_right(starts, newline, lines[-1] if lines else 0)
        if index >= size:
            break
        if index != lines[-1]:
            lines.append(index)
        newline = text.find("\n", starts[index])
    return lines


def _sentences(tokens: Tokens, lines: list[int]) -> tuple[list[int], list[int]]:
    """The number of each token's sentence, and where the sentences begin and the last one ends. A sentence begins with
    a line and after an ender that ends one."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    size, shapes = len(words), tokens.shapes
    begins = set(lines)
    for index in tokens.enders:
        after = index + 1
        if after in begins:  # as mostly: the last sign of a line
            continue
        while after < size and after not in begins and (words[after] in _CLOSERS or words[after] in ENDERS):
            if _opens_quote(tokens, after):
                break
            after += 1
        apart = after < size and starts[after] > ends[after - 1] and shapes[after] != "l"
        if apart and not _is_abbreviation(tokens, index):
            begins.add(after)
    numbers: list[int] = []
    first = [*sorted(begins), size]
    for number, (begin, end) in enumerate(pairwise(first)):
        numbers += [number] * (end - begin)
    return numbers, first


def _opens_quote(tokens: Tokens, at: int) -> bool:
    """ "... ngày 6/9. "Chúng tôi ...": a straight quote apart from what stands before it, and glued to what follows."""
    starts, ends = tokens.starts, tokens.ends
    if tokens.words[at] != '"' or at + 1 >= len(starts):
        return False
    return starts[at] > ends[at - 1] and starts[at + 1] == ends[at]


def _is_abbreviation(tokens: Tokens, index: int) -> bool:
    """The full stop belongs to an abbreviation or an initial right before it."""
    words, before = tokens.words, index - 1
    if words[index] != "." or before < 0 or tokens.starts[index] != tokens.ends[before]:
        return False
    return tokens.keys[before] in _ABBREVIATIONS or (len(words[before]) == 1 and tokens.shapes[before] == "U")


def _blocks(blocks: tuple[Block, ...], starts: list[int]) -> tuple[list[int], list[int]]:
    """The number of each token's block, and where the blocks begin and the last one ends."""
    numbers: list[int] = []
    first = [0]
    for number, block in enumerate(blocks):
        end = bisect_left(starts, block.end, len(numbers))
        numbers += [number] * (end - len(numbers))
        first.append(end)
    return numbers + [max(0, len(blocks) - 1)] * (len(starts) - len(numbers)), first
