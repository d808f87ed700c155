"""Withheld phrases in every form in which they may be written, as one pattern.

A phrase is looked for in folded text: lower case, without accents, đ as d. Between its parts a few spaces, hyphens or
the like may stand, or none: `Mai Văn Hoè`, `mai-van-hoe`, `MAI_VĂN_HÒE` and `maivanhoe` are one. Longer ones may be
parted inside their syllables too (`Kham-phone` for `Khamphone`). It must begin and end where a word does.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from borderwire.correction import Withheld

MARK = "[…]"  # stands for what is withheld

# Signs that join the parts of a name; what ends a sentence or an item of a list parts two of them.
_JOINING = r"\s_+()'’ʼ`·•\-\u00ad\u200b-\u200d\u2010-\u2015\u2060\u2212\ufeff"
_BETWEEN = rf"(?:[{_JOINING}]|\.(?!\s)){{0,4}}"
_INSIDE = rf"[{_JOINING}]?"
_LONG = 8  # letters from which a phrase may be parted anywhere: shorter ones would be found in other words
# Letters that stay themselves in Vietnamese text with and without accents, composed or not: all consonants but d.
_BONES = "bcfghjklmnpqrstvwxz"
_LOWER = bytes(range(256)).lower()
_NO_BONES = bytes(code for code in range(256) if chr(code).lower() not in _BONES)
_FEWEST_BONES = 2
# Accents, and the vowel signs and tone marks of Lao that combine in the same way.
_ACCENTS = re.compile("[\u0300-\u036f\u0eb8-\u0eba\u0ec8-\u0ecb]+")


class Found(NamedTuple):
    """Characters `[start, end)` are withheld by the entry of this line of the file."""

    start: int
    end: int
    line: int


# What is no letter and no digit.
_SIGNS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """As `text.fold`, which goes letter by letter, for whole pages: about ten times as fast."""
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    return _ACCENTS.sub("", unicodedata.normalize("NFD", lowered.replace("đ", "d").replace("ð", "d")))


def letters_of(phrase: str) -> str:
    """Letters and digits of the folded phrase."""
    return "".join(char for char in fold(phrase) if char.isalnum())


class _Form(NamedTuple):
    """A phrase as letters alone, and the pattern that finds it in folded text."""

    letters: str
    pattern: re.Pattern[str]
    line: int


class Forms:
    """The forms of all withheld phrases."""

    def __init__(self, entries: Iterable[Withheld]) -> None:
        rows = [(phrase, entry.line) for entry in entries for phrase in (entry.phrase, *entry.also)]
        made = {_pattern(phrase): (letters_of(phrase), line) for phrase, line in reversed(rows)}
        self._forms = tuple(_Form(letters, re.compile(key), line) for key, (letters, line) in sorted(made.items()))
        bones = {_bones(phrase) for phrase, _ in rows}
        self._quick = None if None in bones else re.compile(b"|".join(sorted(bone for bone in bones if bone)))

    def possible(self, content: bytes) -> bool:
        """False only where none of the phrases can stand in UTF-8 text without escapes. A single fast look."""
        return self._quick is None or self._quick.search(content.translate(_LOWER, _NO_BONES)) is not None

    def _near(self, folded: str) -> list[_Form]:
        """The forms whose letters follow one another in the text, whatever stands between: the others need no look."""
        letters = _SIGNS.sub("", folded)
        return [form for form in self._forms if form.letters in letters]

    def line_of(self, text: str) -> int | None:
        """The line of an entry that is found in the text; None when there is nothing."""
        folded = fold(text)
        return next((form.line for form in self._near(folded) if form.pattern.search(folded)), None)

    def find(self, text: str) -> list[Found]:
        """Every place in the text, in order, none overlapping another."""
        near = self._near(fold(text)) if self.possible(text.encode("utf-8", "replace")) else []
        if not near:
            return []
        folded, places = _fold_with_places(text)
        rows: list[Found] = []
        for form in near:
            for match in form.pattern.finditer(folded):
                end = places[match.end() - 1] + 1
                while end < len(text) and unicodedata.combining(text[end]):
                    end += 1
                rows.append(Found(places[match.start()], end, form.line))
        return _joined(rows)

    def redact(self, text: str) -> str:
        """The text with a mark in every such place; the same object where there is none."""
        found = self.find(text)
        return cut_out(text, [(place.start, place.end) for place in found]) if found else text


def _joined(rows: list[Found]) -> list[Found]:
    """The places in order, those that overlap made one."""
    joined: list[Found] = []
    for row in sorted(rows, key=lambda row: (row.start, -row.end, row.line)):
        if joined and row.start < joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(joined[-1].end, row.end))
        else:
            joined.append(row)
    return joined


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
