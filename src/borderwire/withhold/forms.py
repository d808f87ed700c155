"""Withheld phrases in every form in which they may be written, as one pattern.

A phrase is looked for in folded text: lower case, without accents, đ as d. Between its parts any few signs that are no
letters may stand, or none: `Mai Văn Hoè`, `mai-van-hoe`, `MAI_VĂN_HÒE` and `maivanhoe` are one. Longer ones may be
parted inside their syllables too (`Kham-phone` for `Khamphone`). It must begin and end where a word does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from borderwire.correction import Withheld
from borderwire.text import fold

MARK = "[…]"  # stands for what is withheld

_BETWEEN = r"[\W_]{0,4}"
_INSIDE = r"[\W_]?"
_LONG = 8  # letters from which a phrase may be parted anywhere: shorter ones would be found in other words
# Letters that stay themselves in every encoding of Vietnamese text: consonants that bear no mark, and that no escape
# (hexadecimal digits, x, u) brings in.
_BONES = "ghjklmnpqrstvwz"
_LOWER = bytes(range(256)).lower()
_NO_BONES = bytes(code for code in range(256) if chr(code).lower() not in _BONES)
_FEWEST_BONES = 4


class Found(NamedTuple):
    """Characters `[start, end)` are withheld by the entry of this line of the file."""

    start: int
    end: int
    line: int


def letters_of(phrase: str) -> str:
    """Letters and digits of the folded phrase."""
    return "".join(char for char in fold(phrase) if char.isalnum())


class Forms:
    """The forms of all withheld phrases."""

    def __init__(self, entries: Iterable[Withheld]) -> None:
        rows = {_pattern(phrase): entry.line for entry in entries for phrase in (entry.phrase, *entry.also)}
        ordered = sorted(rows.items(), key=lambda row: (-len(row[0]), row[0]))  # the longest that fits wins
        self._lines = tuple(line for _, line in ordered)
        self._pattern = re.compile("|".join(f"({pattern})" for pattern, _ in ordered))
        bones = {_bones(phrase) for entry in entries for phrase in (entry.phrase, *entry.also)}
        self._quick = None if None in bones else re.compile(b"|".join(sorted(bone for bone in bones if bone)))

    def possible(self, content: bytes) -> bool:
        """False only where none of the phrases can stand in UTF-8 text without escapes. A single fast look."""
        return self._quick is None or self._quick.search(content.translate(_LOWER, _NO_BONES)) is not None

    def line_of(self, text: str) -> int | None:
        """The line of the entry that is found in the text first; None when there is nothing."""
        match = self._pattern.search(fold(text))
        return self._lines[(match.lastindex or 1) - 1] if match else None

    def find(self, text: str) -> list[Found]:
        """Every place in the text, in order, none overlapping another."""
        if not self.possible(text.encode("utf-8", "replace")) or self.line_of(text) is None:
            return []
        folded, places = _fold_with_places(text)
        rows = []
        for match in self._pattern.finditer(folded):
            end = places[match.end() - 1] + 1
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            rows.append(Found(places[match.start()], end, self._lines[(match.lastindex or 1) - 1]))
        return rows

    def redact(self, text: str) -> str:
        """The text with a mark in every such place; the same object where there is none."""
        found = self.find(text)
        return cut_out(text, [(place.start, place.end) for place in found]) if found else text


def cut_out(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with a mark in the place of each span. spans: in order, none overlapping another."""
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts += [text[at:start], MARK]
        at = end
    return "".join([*parts, text[at:]])


def _pattern(phrase: str) -> str:
    parts = re.findall(r"[^\W_]+", fold(phrase))
    inside = _INSIDE if sum(map(len, parts)) >= _LONG else ""
    body = _BETWEEN.join(inside.join(map(re.escape, part)) for part in parts)
    return _edge(parts[0][0], "(?<!{})") + body + _edge(parts[-1][-1], "(?!{})")


def _edge(char: str, look: str) -> str:
    """Beside a letter no letter, beside a digit no digit."""
    return look.format(r"\d" if char.isdigit() else r"[^\W\d_]")


def _bones(phrase: str) -> bytes | None:
    """The phrase's unmarked consonants; None where they are too few, or where marks stand on some."""
    composed = unicodedata.normalize("NFC", phrase).lower()
    if any(ord(char) > 127 and fold(char)[:1] in _BONES for char in composed if fold(char)):
        return None
    bones = composed.encode().translate(_LOWER, _NO_BONES)
    return bones if len(bones) >= _FEWEST_BONES else None


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    return fold(char)


def _fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters where in the text it comes from."""
    out: list[str] = []
    places: list[int] = []
    for index, char in enumerate(text):
        folded = _fold_char(char)
        out.append(folded)
        places += [index] * len(folded)
    return "".join(out), places
