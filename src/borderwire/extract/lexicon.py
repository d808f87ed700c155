"""Cuts a text into tokens, remembering from article to article what stands between two spaces.

The same few thousand syllables, with or without a comma behind them, make up nearly all of every text: what they are
is looked up, not worked out again.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from itertools import accumulate, chain, compress, pairwise
from operator import add
from sys import intern
from typing import Any

from borderwire.extract.anchors import ANCHORS
from borderwire.gazetteer import Matcher
from borderwire.text import key

# Runs of letters, runs of digits, single signs. The Latin letters stand first as ranges: they are matched a quarter
# faster than the general class (measured on news texts).
_TOKEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+|\d+|[^\w\s]|_|[^\W\d_]+")
ENDERS = frozenset(".!?…")

# What a token may be, one bit each: a name of the gazetteer may begin here; a word that a reading begins from; digits;
# a sign that ends sentences.
FIRST, ANCHOR, DIGITS, ENDER = 1, 2, 4, 8
_TABLES = {bit: bytes(mark & bit and 1 for mark in range(256)) for bit in (FIRST, ANCHOR, DIGITS, ENDER)}

# What is known of a piece: for each of its tokens the word, its match key, its shape, the characters from its start to
# that of the next token, its marks; all in one row, since long rows are fastest to join and to take apart again.
Facts = tuple[Any, ...]
_WIDTH = 5

_MOST_PIECES = 50_000  # about 20 MB
_DENSE = 8  # marks that stand further apart, in tokens, are faster sought than sifted
_FEW_GAPS = 20  # more are left out of whole lists at once
_LONGEST_PIECE = 40  # longer ones are addresses of web pages and the like, which do not come back


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


def marked(marks: bytes, bit: int) -> list[int]:
    """The tokens that bear a mark, in order."""
    flags = marks.translate(_TABLES[bit])
    if flags.count(1) * _DENSE > len(flags):
        return list(compress(range(len(flags)), flags))
    found: list[int] = []
    at = flags.find(1)
    while at >= 0:
        found.append(at)
        at = flags.find(1, at + 1)
    return found


class Tokens:
    """The tokens of a text: their offsets, forms and marks, all of one length."""

    __slots__ = ("ends", "keys", "marks", "shapes", "starts", "words")

    def __init__(self, facts: list[Any]) -> None:
        words, keys, shapes, steps, marks = (facts[column::_WIDTH] for column in range(_WIDTH))
        self.words: list[str] = words
        self.keys: list[str] = keys
        self.shapes: list[str] = shapes
        self.starts: list[int] = list(accumulate(steps, initial=0))
        self.starts.pop()
        if "" in words:
            _leave_out_gaps(words, keys, shapes, self.starts, marks)
        self.marks = bytes(marks)
        self.ends: list[int] = list(map(add, self.starts, map(len, self.words)))


def _leave_out_gaps(words: list[str], *columns: list[Any]) -> None:
    """Only what has a word is a token."""
    gaps = words.count("")
    if gaps > _FEW_GAPS:
        for column in columns:
            column[:] = compress(column, words)
        words[:] = filter(None, words)
        return
    at = -1
    for _ in range(gaps):
        at = words.index("", at + 1)
        for row in (words, *columns):
            del row[at]
        at -= 1


class Lexicon(dict[str, Facts]):
    """Stretches of text without spaces, each with the facts of its tokens; emptied when full, so that memory stays
    flat. firsts: match keys that names of the gazetteer begin with.

    Facts of an empty word stand for white space too much.
    """

    def __init__(self, firsts: Container[str]) -> None:
        super().__init__()
        self._firsts = firsts
        self._words: dict[str, tuple[str, str, str, int]] = {}  # form -> word, match key, shape, marks

    def tokens(self, text: str) -> Tokens:
        """The tokens of a normalised text."""
        # Empty lines are the white space too much that every text has: as part of the piece before, they cost nothing.
        pieces = text.replace("\n\n", "\t ").replace(" \n", "\t ").replace("\n", " ").replace("  ", "\t ").split(" ")
        return Tokens(list(chain.from_iterable(map(self.__getitem__, pieces))))

    def __missing__(self, piece: str) -> Facts:
        facts = self._facts(piece)
        if len(piece) <= _LONGEST_PIECE:
            if len(self) >= _MOST_PIECES:
                self.clear()
            self[intern(piece)] = facts
        return facts

    def _facts(self, piece: str) -> Facts:
        """Every article has a score of pieces that none had before, most of them of words that are known."""
        words, known = _TOKEN.findall(piece), self._words
        facts: list[Any] = []
        for form in words:
            word, match, letters, marks = known.get(form) or self._learn(form)
            facts += (word, match, letters, len(form), marks)
        size = sum(map(len, words))
        if words and (size == len(piece) or piece.startswith("".join(words))):
            facts[-2] += len(piece) + 1 - size  # nothing but words up to the last one
            return tuple(facts)
        starts = [*(match.start() for match in _TOKEN.finditer(piece)), len(piece) + 1]
        facts[3::_WIDTH] = [after - start for start, after in pairwise(starts)]
        return ("", "", "", starts[0], 0, *facts) if starts[0] else tuple(facts)

    def _learn(self, form: str) -> tuple[str, str, str, int]:
        if len(self._words) >= _MOST_PIECES:
            self._words.clear()
        word, match, letters = intern(form), key(form), shape(form)
        marks = FIRST * (match in self._firsts) + ANCHOR * (match in ANCHORS)
        marks += DIGITS * (letters == "d") + ENDER * (word in ENDERS)
        known = self._words[word] = (word, match, letters, marks)
        return known


@lru_cache(maxsize=8)
def lexicon_of(matcher: Matcher) -> Lexicon:
    """The lexicon that goes with a gazetteer; one for as long as the process lives."""
    return Lexicon(matcher.firsts)
