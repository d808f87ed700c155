"""Cuts a text into tokens, remembering from article to article what stands between two spaces.

The same few thousand syllables, with or without a comma behind them, make up nearly all of every text: what they are
is looked up, not worked out again.
"""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache
from itertools import pairwise
from sys import intern
from typing import Any

from borderwire.extract.anchors import ANCHORS
from borderwire.extract.unglue import unglued
from borderwire.gazetteer import Matcher
from borderwire.text import key

# Runs of letters, runs of digits, single signs. The Latin letters stand first as ranges: they are matched a quarter
# faster than the general class (measured on news texts).
_TOKEN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏḀ-ỿ]+|\d+|[^\w\s]|_|[^\W\d_]+")
ENDERS = frozenset(".!?…")

# What a token may be, one bit each: a name of the gazetteer may begin here; a word that a reading begins from; digits;
# a sign that ends sentences; a word that lost the space before it. GAP alone: no token, but white space too much.
FIRST, ANCHOR, DIGITS, ENDER, GAP, JOINED = 1, 2, 4, 8, 16, 32

# What is known of the tokens of a piece: the word, its match key, its shape, the characters from its start to that of
# the next token, its marks.
Facts = tuple[tuple[str, str, str, int, int], ...]

_MOST_PIECES = 50_000  # about 20 MB
# Offsets in texts of usual length, made once: making and forgetting two numbers for each token of a text takes longer
# than looking them up. `Any`, so that they are handed on as they are when this is compiled.
_NUMBERS: list[Any] = list(range(20_000))
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


class Tokens:
    """The tokens of a text: their offsets and forms, all of one length, and which of them bear each mark, in order."""

    __slots__ = ("anchors", "digits", "enders", "ends", "firsts", "joined", "keys", "shapes", "starts", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.keys: list[str] = []
        self.shapes: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.firsts: list[int] = []
        self.anchors: list[int] = []
        self.digits: list[int] = []
        self.enders: list[int] = []
        self.joined: list[int] = []

    def bear(self, marks: int, at: Any) -> None:
        """The token bears these marks."""
        if marks & FIRST:
            self.firsts.append(at)
        if marks & ANCHOR:
            self.anchors.append(at)
        if marks & DIGITS:
            self.digits.append(at)
        if marks & ENDER:
            self.enders.append(at)
        if marks & JOINED:
            self.joined.append(at)


class Lexicon:
    """Stretches of text without spaces, each with the facts of its tokens; emptied when full, so that memory stays
    flat. firsts: match keys that names of the gazetteer begin with; watched: those that are anchors besides."""

    def __init__(self, firsts: Container[str], watched: frozenset[str]) -> None:
        self._firsts, self._anchors = firsts, ANCHORS | watched
        self._pieces: dict[str, Facts] = {}
        self._words: dict[str, tuple[str, str, str, int]] = {}  # form -> word, match key, shape, marks

    def tokens(self, text: str) -> Tokens:
        """The tokens of a normalised text."""
        # Empty lines are the white space too much that every text has: as part of the piece before, they cost nothing.
        pieces = text.replace("\n\n", "\t ").replace(" \n", "\t ").replace("\n", " ").replace("  ", "\t ").split(" ")
        made, known, offset = Tokens(), self._pieces, 0
        number = _NUMBERS if len(text) < len(_NUMBERS) else list(range(len(text) + 1))
        words, keys, shapes, starts, ends = made.words, made.keys, made.shapes, made.starts, made.ends
        firsts = made.firsts
        for piece in pieces:
            for word, match, letters, step, marks in known.get(piece) or self._learn_piece(piece):
                if marks:
                    if marks == FIRST:  # as mostly
                        firsts.append(number[len(words)])
                    elif marks == GAP:
                        offset += step
                        continue
                    else:
                        made.bear(marks, number[len(words)])
                words.append(word)
                keys.append(match)
                shapes.append(letters)
                starts.append(number[offset])
                ends.append(number[offset + len(word)])
                offset += step
        return made

    def _learn_piece(self, piece: str) -> Facts:
        facts = self._facts(piece)
        if len(piece) <= _LONGEST_PIECE:
            if len(self._pieces) >= _MOST_PIECES:
                self._pieces.clear()
            self._pieces[piece] = facts
        return facts

    def _facts(self, piece: str) -> Facts:
        forms: list[str] = []
        joined: set[int] = set()
        starts, end = [], 0
        for run in _TOKEN.findall(piece):
            words = unglued(run)
            joined.update(range(len(forms) + 1, len(forms) + len(words)))
            forms += words
        for form in forms:  # between them is nothing but white space
            start = piece.index(form, end)
            starts.append(start)
            end = start + len(form)
        starts.append(len(piece) + 1)
        facts = [("", "", "", starts[0], GAP)] if starts[0] else []
        for at, (form, (start, after)) in enumerate(zip(forms, pairwise(starts), strict=True)):
            word, match, letters, marks = self._words.get(form) or self._learn(form)
            facts.append((word, match, letters, after - start, marks + JOINED * (at in joined)))
        return tuple(facts)

    def _learn(self, form: str) -> tuple[str, str, str, int]:
        if len(self._words) >= _MOST_PIECES:
            self._words.clear()
        word, match, letters = intern(form), key(form), shape(form)
        marks = FIRST * (match in self._firsts) + ANCHOR * (match in self._anchors)
        marks += DIGITS * (letters == "d") + ENDER * (word in ENDERS)
        known = self._words[word] = (word, match, letters, marks)
        return known


@lru_cache(maxsize=8)
def lexicon_of(matcher: Matcher) -> Lexicon:
    """The lexicon that goes with a gazetteer; one for as long as the process lives."""
    return Lexicon(matcher.firsts, matcher.watched)
