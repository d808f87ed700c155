"""Is a text Vietnamese, and rightly decoded? Used to judge decodings and to tell Vietnamese texts from others."""

from __future__ import annotations

import re

from borderwire.syllables import is_syllable

# Signs of Latin-1 count as letters: in a misread text they stand for some.
_WORD = re.compile(r"(?:[^\W\d_]|[¡-ª¬-¯±-¶¸-º¼-¿])+")
# Letters that no other common language's text is full of: ă đ ơ ư and the precomposed block U+1EA0 to U+1EF9, the
# latter by the first two of their UTF-8 bytes. Counting bytes is far faster than matching letters.
# The most frequent come first: two or three counts are mostly enough.
_SPECIFIC = (b"\xe1\xbb", b"\xe1\xba", *(letter.encode() for letter in "đươă"))
_LETTER = re.compile(r"[^\W\d_]")
# Running Vietnamese has 15 to 25 of 100 letters from that set, lists of foreign names around 8; other languages none.
LEAST_SHARE = 0.04
_GLANCE, _SAMPLE = 1500, 6000  # characters: most texts show at a glance what they are


def plausibility(text: str) -> tuple[float, int]:
    """Of the words of two letters or more with some outside ASCII: the share of Vietnamese syllables, their number."""
    words = [word for word in _WORD.findall(text[:_SAMPLE]) if len(word) > 1 and not word.isascii()]
    broken = text[:_SAMPLE].count("\ufffd")
    total = len(words) + broken
    return (sum(map(is_syllable, words)) / total if total else 0.0), total


def is_vietnamese(text: str) -> bool:
    """The text has as many letters that only Vietnamese uses as Vietnamese has; short texts pass in doubt."""
    return _has_share(text[:_GLANCE]) or _has_share(text[:_SAMPLE])


def _has_share(sample: str) -> bool:
    encoded = sample.encode("utf-8", "replace")
    specific, enough = 0, len(sample) * LEAST_SHARE
    for letter in _SPECIFIC:
        specific += encoded.count(letter)
        if specific >= enough:
            return True
    letters = len(_LETTER.findall(sample))
    return letters < 40 or specific >= letters * LEAST_SHARE
