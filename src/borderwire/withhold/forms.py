"""Withheld phrases in every form in which they may be written, as one pattern.

A phrase is looked for in folded text: lower case, without accents, đ as d. Between its words any run of spaces, line
ends, signs and mark-up may stand, or nothing: `Mai Văn Hoè`, `mai-van-hoe`, `MAI_VĂN  /  HÒE` and `maivanhoe` are one.
The end of a sentence parts two names. Longer ones may be parted inside their words too (`Kham-phone` for `Khamphone`).
It must begin and end where a word does, but for a long one that is joined: `#ĐạitáMaiVănHoè`, `anhmaivanhoe1.jpg`. An
exact one must have the accents and capitals of its entry, too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

from borderwire.correction import Withheld
from borderwire.text import key as word_key
from borderwire.withhold.folding import NOTHING, fold, fold_with_places, letters_of, level

MARK = "[…]"  # stands for what is withheld

_SPACE = rf"[\s{NOTHING}]"
# Any sign joins, but for those that end a sentence or an item of a list.
_SIGN = rf"[^\w.!?,;]|_|(?<!\w)[.!?]|(?<=\w)[.!?](?!{_SPACE}|$)"
_BETWEEN = f"(?:{_SIGN})*"
# Of three words and more, commas do not make a list of other names.
_BETWEEN_MORE = rf"(?:{_SIGN}|(?<=\w)[,;](?={_SPACE}))*"
_MORE = 3
_JOINING = r"\s_+()'’ʼ`·•.\-\u2010-\u2015\u2212"
_INSIDE = f"{NOTHING}*"
_INSIDE_LONG = f"{NOTHING}*(?:[{_JOINING}]{NOTHING}*)?"
_LONG = 8  # letters from which a phrase may be parted anywhere: shorter ones would be found in other words
_VOWELS = "aeiouy"
# What makes another Vietnamese syllable of a folded one that ends in a vowel, in n or in c; and the letters with which
# an onset of two or three goes on. Source: the rimes and onsets of Vietnamese orthography.
_RIME = r"[aeiouy]{1,2}(?:ch|n[gh]?|[cmpt])?|ch|n[gh]?|[cmpt]"
_FINALS = {"n": "[gh]", "c": "h"}
_SECONDS = "ghiru"
# Letters that stay themselves in Vietnamese text with and without accents, composed or not: all consonants but d.
_BONES = "bcfghjklmnpqrstvwxz"
_LOWER = bytes(range(256)).lower()
_NO_BONES = bytes(code for code in range(256) if chr(code).lower() not in _BONES)
_FEWEST_BONES = 2
_ASCII = bytes(range(128))
_NO_WORDS = bytes(code for code in range(128) if not chr(code).isalnum())
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
# First bytes in UTF-8 of other characters that fold to such letters (ñ, ﬁ, Ｍ, a Cyrillic С): there bones do not tell.
_ODD = re.compile(
    rb"\xc3[\x87\x91\xa7\xb1]|\xc4[\x86-\x8d\x9c-\xa5\xb2-\xbf]|\xc5[^\xa8\xa9]|[\xc7\xc8\xca\xcb]|\xc9[\x91\xa1]"
    rb"|\xcd[\xb0-\xbf]|[\xce-\xd4]|\xe1[\xb4-\xb9\xbc-\xbf]|\xe1\xba[\x80-\x9b]|\xe2[\x81-\x85\x92\x93\xb1]|\xe3[\x89\x8b-\x8f]|\xea\x9f|\xef[\xac\xbc\xbd]"
    rb"|\xf0[\x90\x9d]|\xf0\x9f[\x84-\x86]"
)
# What is no letter and no digit.
_SIGNS = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+")


class Found(NamedTuple):
    """Characters `[start, end)` are withheld by the entry of this line of the file."""

    start: int
    end: int
    line: int


class _Form(NamedTuple):
    """A phrase as letters alone, and the pattern that finds it in folded text. exact: the phrase as it must stand."""

    letters: str
    pattern: re.Pattern[str]
    line: int
    exact: str | None


class Forms:
    """The forms of all withheld phrases."""

    def __init__(self, entries: Iterable[Withheld]) -> None:
        self._entries = tuple(entries)
        rows = [(phrase, entry) for entry in self._entries for phrase in (entry.phrase, *entry.also)]
        made = {
            (_pattern(phrase), phrase if entry.exact else ""): (letters_of(phrase), entry.line)
            for phrase, entry in reversed(rows)
        }
        self._forms = tuple(
            _Form(letters, re.compile(key), line, exact or None)
            for (key, exact), (letters, line) in sorted(made.items())
        )
        bones = {_bones(phrase) for phrase, _ in rows}
        self._quick = None if None in bones else re.compile(b"|".join(sorted(bone for bone in bones if bone)))
        self._ascii = all(form.letters.isascii() for form in self._forms)
        self._closer = re.compile(b"|".join(sorted({_letters_pattern(form.letters) for form in self._forms})))

    @property
    def entries(self) -> tuple[Withheld, ...]:
        """The entries that they were made of."""
        return self._entries

    def possible(self, content: bytes) -> bool:
        """False only where none of the phrases can stand in UTF-8 text without mark-up and escapes. A fast look."""
        return self._quick is None or self._clear(content) or _is_odd(content)

    def near(self, text: str) -> bool:
        """As `possible`, for text that may have mark-up and escapes."""
        plain = level(text)
        return self.possible(text.encode("utf-8", "replace")) or (
            plain is not text and self.possible(plain.encode("utf-8", "replace"))
        )

    def _near(self, folded: str) -> list[_Form]:
        """The forms whose letters follow one another in the text, whatever stands between: the others need no look."""
        # Other letters than ASCII need no look either, where no form has one: that takes a tenth of the time.
        letters = (
            folded.encode("ascii", "ignore").translate(None, _NO_WORDS).decode()
            if self._ascii
            else _SIGNS.sub("", folded)
        )
        return [form for form in self._forms if form.letters in letters]

    def maybe(self, content: bytes) -> bool:
        """As `possible`, with a second and closer look."""
        return self.possible(content) and bool(self._near(fold(content.decode("utf-8", "replace"))))

    def maybe_without(self, content: bytes) -> bool:
        """As `maybe`, for UTF-8 that `maybe` has passed and from which ASCII was taken out since: mark-up."""
        return self._quick is not None and self._clear(content) and self.maybe(content)

    def _clear(self, content: bytes) -> bool:
        """The bones of a phrase follow one another in the content."""
        assert self._quick is not None
        return (
            self._quick.search(content.translate(_LOWER, _NO_BONES)) is not None
            and self._closer.search(content.translate(_LOWER, _NO_LETTERS)) is not None
        )

    def line_of(self, text: str) -> int | None:
        """The line of an entry that is found in the text; None when there is nothing."""
        folded = fold(text)
        for form in self._near(folded):
            if form.exact is None:
                if form.pattern.search(folded):
                    return form.line
            elif any(_places(form, text, *fold_with_places(text))):
                return form.line
        return None

    def find(self, text: str) -> list[Found]:
        """Every place in the text, in order, none overlapping another."""
        if not self.near(text):
            return []
        plain = level(text)
        rows = self._find(text) if plain is text else self._find(text) + self._find(plain)
        return _joined(rows)

    def _find(self, text: str) -> list[Found]:
        near = self._near(fold(text))
        if not near:
            return []
        folded, places = fold_with_places(text)
        return [found for form in near for found in _places(form, text, folded, places)]

    def redact(self, text: str) -> str:
        """The text with a mark in every such place; the same object where there is none."""
        found = self.find(text)
        return cut_out(text, [(place.start, place.end) for place in found]) if found else text


def _places(form: _Form, text: str, folded: str, places: list[int]) -> Iterable[Found]:
    for match in form.pattern.finditer(folded):
        start, end = places[match.start()], places[match.end() - 1] + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        while end < len(text) and text[end] == NOTHING and text[end - 1] == NOTHING:
            end += 1
        if form.exact is None or _is_exact(text[start:end], form.exact):
            yield Found(start, end, form.line)


def _is_exact(written: str, phrase: str) -> bool:
    """Same words with the same accents, and capitals at least where the phrase has them; tones on either vowel."""
    asked = _WORD.findall(unicodedata.normalize("NFKC", phrase))
    letters = "".join(_WORD.findall(unicodedata.normalize("NFKC", written.replace(NOTHING, ""))))
    ends = list(accumulate(map(len, asked)))
    words = [letters[end - len(word) : end] for word, end in zip(asked, ends, strict=True)]
    if len(letters) != ends[-1] or [word_key(word) for word in words] != [word_key(word) for word in asked]:
        return False
    return all(
        one.isupper() or not other.isupper()
        for word, wanted in zip(words, asked, strict=True)
        for one, other in zip(word, wanted, strict=False)
    )


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
    parts = _WORD.findall(fold(phrase))
    inside = _INSIDE_LONG if sum(map(len, parts)) >= _LONG else _INSIDE
    between = _BETWEEN_MORE if len(parts) >= _MORE else _BETWEEN
    body = between.join(inside.join(map(re.escape, part)) for part in parts)
    whole = _edge(parts[0][0], "(?<!{})") + body + _edge(parts[-1][-1], "(?!{})")
    return f"{whole}|{_glued(parts)}" if len(parts) > 1 and sum(map(len, parts)) >= _LONG else whole


def _glued(parts: list[str]) -> str:
    """All in one word of an address, a hashtag or a file's name, whatever stands before and behind: no words of a
    running text do so by chance. But letters that only make another syllable of the first or the last one belong to
    another name: `nguyenvanhai` is not Nguyễn Văn Hà, `thoangvanlan` not Hoàng Văn Lan. Of three words and more, a sign
    may stand between them: `anhmai-van-hoe1`."""
    sign = f"(?:[_+-]{_INSIDE})?" if len(parts) >= _MORE else ""
    body = f"{_INSIDE}{sign}".join(_INSIDE.join(map(re.escape, part)) for part in parts)
    last = parts[-1][-1]
    rest = _RIME if last in _VOWELS else _FINALS.get(last)
    return _onset(parts[0][0]) + body + (f"(?!(?:{rest})(?![^\\W\\d_]))" if rest else "")


def _onset(first: str) -> str:
    """No consonant that begins a syllable with what follows stands alone before the first letter."""
    if first in _VOWELS:
        return r"(?<!\b[^\W\d_])(?<!\b[^\W\d_]{2})"
    return r"(?<!\b[cgknpqt])" if first in _SECONDS else ""


def _edge(char: str, look: str) -> str:
    """Beside a letter no letter, beside a digit no digit. Thai and Lao write words without anything between them."""
    if "\u0e00" <= char <= "\u0eff":
        return ""
    return look.format(r"\d" if char.isdigit() else r"[^\W\d_]")


def _is_odd(content: bytes) -> bool:
    return not content.isascii() and _ODD.search(content.translate(None, _ASCII)) is not None


def _letters_pattern(letters: str) -> bytes:
    """Finds folded letters in lower-case UTF-8 that keeps no ASCII but letters: all others may be vowels with marks."""
    out: list[str] = []
    vowels = ""
    for char in letters:
        if char in _BONES:
            if out:
                out.append(rf"[{vowels}\x80-\xff]" + ("+" if vowels else "*"))
            out.append(char)
            vowels = ""
        elif char.isascii() and char.isalpha():
            vowels += char
    return "".join(out).encode()


def _bones(phrase: str) -> bytes | None:
    """The phrase's unmarked consonants; None where they are too few, or where marks stand on some."""
    composed = unicodedata.normalize("NFC", phrase).lower()
    if any(ord(char) > 127 and set(fold(char)) & set(_BONES) for char in composed):
        return None
    bones = composed.encode().translate(_LOWER, _NO_BONES)
    return bones if len(bones) >= _FEWEST_BONES else None
