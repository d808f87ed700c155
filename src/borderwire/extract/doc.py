"""The article as the extractors see it: tokens, sentences, and the gazetteer's hits in them.

All extractors work on token indexes and turn them into offsets at the end (`Doc.span`, `Doc.slice`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import Any

from borderwire.errors import Span
from borderwire.gazetteer import Gazetteer
from borderwire.gazetteer.matcher import Hit
from borderwire.model import Article, Block
from borderwire.text import key

# Runs of letters, runs of digits, single signs. The Latin letters stand first as ranges: they are matched a quarter
# faster than the general class (measured on news texts).
_TOKEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+|\d+|[^\w\s]|_|[^\W\d_]+")
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
    if word[0].isdecimal():
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


def _by_kind(hits: list[Hit]) -> dict[str, list[Hit]]:
    """The hits of each kind, in order; a hit with meanings of two kinds stands under both."""
    rows: dict[str, list[Hit]] = {"": []}
    for hit in hits:
        entries = hit.entries
        kinds = (entries[0].kind,) if len(entries) == 1 else dict.fromkeys(entry.kind for entry in entries)
        for kind in kinds:
            if kind in rows:
                rows[kind].append(hit)
            else:
                rows[kind] = [hit]
    return rows


def read(article: Article, gazetteer: Gazetteer, *, explain: bool = False) -> Doc:
    """Tokenise an article and find the gazetteer's names in it."""
    text = article.text
    pairs = [match.span() for match in _TOKEN.finditer(text)]
    starts = [start for start, _ in pairs]
    ends = [end for _, end in pairs]
    words = [text[start:end] for start, end in pairs]
    forms = [_FORMS[word] for word in words]
    keys = [form for form, _ in forms]
    shapes = [form for _, form in forms]
    lines = _line_starts(text, starts)
    breaks = [False] * len(words)
    for index in lines:
        breaks[index] = True
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
        sentence=_sentences(words, keys, shapes, lines, starts, ends),
        block=_block_numbers(article.blocks, starts),
        hits=hits,
        hit_at={hit.start: hit for hit in hits},
        notes=[] if explain else None,
    )


class _Forms(dict[str, tuple[str, str]]):
    """Key and shape of every word met so far; emptied when full, so that memory stays flat."""

    def __missing__(self, word: str) -> tuple[str, str]:
        if len(self) >= _MOST_FORMS:
            self.clear()
        form = self[word] = (key(word), shape(word))
        return form


_MOST_FORMS = 65536
_FORMS = _Forms()


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


def _sentences(
    words: list[str], keys: list[str], shapes: list[str], lines: list[int], starts: list[int], ends: list[int]
) -> list[int]:
    """The number of each token's sentence. A sentence begins with a line and after an ender that ends one."""
    size = len(words)
    begins = set(lines)
    for index in [index for index, word in enumerate(words) if word in _ENDERS]:
        if _is_abbreviation(index, words, keys, shapes, starts, ends):
            continue
        after = index + 1
        while after < size and after not in begins and (words[after] in _CLOSERS or words[after] in _ENDERS):
            after += 1
        if after < size and starts[after] > ends[after - 1] and shapes[after] != "l":
            begins.add(after)
    numbers: list[int] = []
    for number, (begin, end) in enumerate(pairwise([*sorted(begins), size])):
        numbers += [number] * (end - begin)
    return numbers


def _is_abbreviation(
    index: int, words: list[str], keys: list[str], shapes: list[str], starts: list[int], ends: list[int]
) -> bool:
    """The full stop belongs to an abbreviation or an initial right before it."""
    if words[index] != "." or index == 0 or starts[index] != ends[index - 1]:
        return False
    return keys[index - 1] in _ABBREVIATIONS or (len(words[index - 1]) == 1 and shapes[index - 1] == "U")


def _block_numbers(blocks: tuple[Block, ...], starts: list[int]) -> list[int]:
    numbers: list[int] = []
    for number, block in enumerate(blocks):
        end = bisect_left(starts, block.end, len(numbers))
        numbers += [number] * (end - len(numbers))
    return numbers + [max(0, len(blocks) - 1)] * (len(starts) - len(numbers))
