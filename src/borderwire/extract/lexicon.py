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

# Token, match key, shape, characters from its start to that of the next token, marks.
Row = tuple[str, str, str, int, int]

_MOST_PIECES = 50_000  # about 20 MB
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
    return list(compress(range(len(marks)), marks.translate(_TABLES[bit])))


class Tokens:
    """The tokens of a text: their offsets, forms and marks, all of one length."""

    __slots__ = ("ends", "keys", "marks", "shapes", "starts", "words")

    def __init__(self, rows: list[Row]) -> None:
        if rows:
            words, keys, shapes, steps, marks = zip(*rows, strict=True)
        else:
            words = keys = shapes = steps = marks = ()
        self.starts = list(accumulate(steps, initial=0))
        self.starts.pop()
        if "" in words:  # where two spaces meet
            self.starts = list(compress(self.starts, words))
            words, keys, shapes, marks = (tuple(compress(column, words)) for column in (words, keys, shapes, marks))
        self.words: list[str] = list(words)
        self.keys: list[str] = list(keys)
        self.shapes: list[str] = list(shapes)
        self.ends = list(map(add, self.starts, map(len, words)))
        self.marks = bytes(marks)


class Lexicon(dict[str, tuple[Row, ...]]):
    """Stretches of text without spaces, each with the rows of its tokens; emptied when full, so that memory stays flat.

    firsts: match keys that names of the gazetteer begin with. A row without a token ("") stands for a space too many.
    """

    def __init__(self, firsts: Container[str]) -> None:
        super().__init__()
        self._firsts = firsts

    def tokens(self, text: str) -> Tokens:
        """The tokens of a normalised text."""
        # An empty line is the space too many that every text has: as part of the piece before it, it costs nothing.
        pieces = text.replace("\n\n", "\t ").replace("\n", " ").split(" ")
        return Tokens(list(chain.from_iterable(map(self.__getitem__, pieces))))

    def __missing__(self, piece: str) -> tuple[Row, ...]:
        rows = self._rows(piece)
        if len(piece) <= _LONGEST_PIECE:
            if len(self) >= _MOST_PIECES:
                self.clear()
            self[piece] = rows
        return rows

    def _rows(self, piece: str) -> tuple[Row, ...]:
        found = list(_TOKEN.finditer(piece))
        starts = [match.start() for match in found]
        steps = [after - start for start, after in pairwise([*starts, len(piece) + 1])]
        rows = [self._row(match[0], step) for match, step in zip(found, steps, strict=True)]
        if not starts:
            return (("", "", "", len(piece) + 1, 0),)
        return tuple(rows) if starts[0] == 0 else (("", "", "", starts[0], 0), *rows)

    def _row(self, word: str, step: int) -> Row:
        match, form = key(word), shape(word)
        marks = FIRST * (match in self._firsts) + ANCHOR * (match in ANCHORS)
        return word, match, form, step, marks + DIGITS * (form == "d") + ENDER * (word in ENDERS)


@lru_cache(maxsize=8)
def lexicon_of(matcher: Matcher) -> Lexicon:
    """The lexicon that goes with a gazetteer; one for as long as the process lives."""
    return Lexicon(matcher.firsts)
