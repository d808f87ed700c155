"""The article as the extractors see it: tokens, sentences, and the gazetteer's hits in them.

All extractors work on token indexes and turn them into offsets at the end (`Doc.span`, `Doc.slice`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from borderwire.errors import Span
from borderwire.gazetteer import Gazetteer
from borderwire.gazetteer.matcher import Hit
from borderwire.model import Article, Block
from borderwire.text import key

_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")
_ENDERS = frozenset(".!?…")
_CLOSERS = frozenset("\"”’')]»")
# Abbreviations whose full stop does not end a sentence; single letters never do (initials).
_ABBREVIATIONS = frozenset(
    ["tp", "tx", "tt", "ths", "ts", "pgs", "gs", "bs", "th", "đ", "st", "nxb", "q", "p", "h", "x"]
)


@lru_cache(maxsize=65536)
def shape(word: str) -> str:
    """One letter for how a token is written: U upper initial, A all capitals (two letters or more), l lower,
    d digits, p anything else."""
    if word[0].isdigit():
        return "d"
    if not word[0].isalpha():
        return "p"
    if word.islower() or not word[0].isupper():
        return "l"
    return "A" if len(word) > 1 and word.isupper() else "U"


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
    """One article, tokenised. Lists run over tokens; `sentence[i]` and `block[i]` number sentences and blocks."""

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
    block: list[int]
    hits: list[Hit]
    hit_at: dict[int, Hit]
    notes: list[Note] | None = None
    _kinds: dict[str, list[Hit]] = field(default_factory=dict)
    memo: dict[str, Any] = field(default_factory=dict)  # what one extractor worked out and others need too

    def __len__(self) -> int:
        return len(self.words)

    def span(self, start: int, end: int) -> Span:
        """Offsets of tokens `[start, end)`."""
        return self.starts[start], self.ends[end - 1]

    def slice(self, start: int, end: int) -> str:
        """The text of tokens `[start, end)`, as written."""
        return self.text[self.starts[start] : self.ends[end - 1]]

    def hits_of(self, kind: str) -> list[Hit]:
        """Hits that have a meaning of that kind, in order."""
        if kind not in self._kinds:
            self._kinds[kind] = [hit for hit in self.hits if any(entry.kind == kind for entry in hit.entries)]
        return self._kinds[kind]

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
        return bisect_left(self.sentence, number, 0, index + 1), bisect_right(self.sentence, number, index)

    def digits(self) -> list[int]:
        """Tokens that are digits, in order."""
        if "digits" not in self.memo:
            self.memo["digits"] = [index for index, shape in enumerate(self.shapes) if shape == "d"]
        found: list[int] = self.memo["digits"]
        return found

    def glued(self, index: int) -> bool:
        """The token follows the one before it without white space."""
        return index > 0 and self.starts[index] == self.ends[index - 1]

    def block_of(self, index: int) -> Block:
        return self.article.blocks[self.block[index]]

    def note(self, about: str, span: Span, rule: str, accepted: bool, why: str) -> None:
        """Keep a thought for `explain`; free when nobody asked."""
        if self.notes is not None:
            self.notes.append(Note(about, span, rule, accepted, why))


def read(article: Article, gazetteer: Gazetteer, *, explain: bool = False) -> Doc:
    """Tokenise an article and find the gazetteer's names in it."""
    text = article.text
    pairs = [match.span() for match in _TOKEN.finditer(text)]
    starts = [start for start, _ in pairs]
    ends = [end for _, end in pairs]
    words = [text[start:end] for start, end in pairs]
    keys = [key(word) for word in words]
    shapes = [shape(word) for word in words]
    breaks = _line_breaks(text, starts, ends)
    hits = gazetteer.matcher.scan(keys, breaks)
    return Doc(
        article=article,
        text=text,
        gazetteer=gazetteer,
        starts=starts,
        ends=ends,
        words=words,
        keys=keys,
        shapes=shapes,
        breaks=breaks,
        sentence=_sentences(words, keys, shapes, breaks, starts, ends),
        block=_block_numbers(article.blocks, starts),
        hits=hits,
        hit_at={hit.start: hit for hit in hits},
        notes=[] if explain else None,
    )


def _line_breaks(text: str, starts: list[int], ends: list[int]) -> list[bool]:
    breaks = [False] * len(starts)
    index, size = 0, len(starts)
    newline = text.find("\n")
    while newline >= 0:
        index = bisect_right(starts, newline, index)
        if index >= size:
            break
        breaks[index] = True
        newline = text.find("\n", starts[index])
    if breaks:
        breaks[0] = True
    return breaks


def _sentences(
    words: list[str], keys: list[str], shapes: list[str], breaks: list[bool], starts: list[int], ends: list[int]
) -> list[int]:
    numbers = [0] * len(words)
    number = 0
    pending = False  # an ender has been seen; the next word decides
    for index, word in enumerate(words):
        if breaks[index] and index:
            number += 1
            pending = False
        elif pending and word not in _CLOSERS and word not in _ENDERS:
            if starts[index] > ends[index - 1] and shapes[index] != "l":
                number += 1
            pending = False
        numbers[index] = number
        if word in _ENDERS:
            pending = (
                word != "."
                or index == 0
                or not (
                    starts[index] == ends[index - 1]
                    and (keys[index - 1] in _ABBREVIATIONS or (len(words[index - 1]) == 1 and shapes[index - 1] == "U"))
                )
            )
    return numbers


def _block_numbers(blocks: tuple[Block, ...], starts: list[int]) -> list[int]:
    numbers = [0] * len(starts)
    at, last = 0, len(blocks) - 1
    for index, start in enumerate(starts):
        while at < last and start >= blocks[at].end:
            at += 1
        numbers[index] = at
    return numbers
