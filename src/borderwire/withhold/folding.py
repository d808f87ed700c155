"""Text as the search for what is withheld reads it: folded, without what does not show, without mark-up."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

NOTHING = "\0"  # stands where mark-up stood: it parts words, and joins the letters of one
# Accents, and the vowel signs and tone marks of Lao that combine in the same way.
_ACCENTS = "\u0300-\u036f\u0eb8-\u0eba\u0ec8-\u0ecb"
# What does not show: general category Cf, variation selectors, and letters without a form (Hangul fillers).
# Source: Unicode 14, DerivedGeneralCategory.txt; StandardizedVariants.txt.
_UNSEEN = (
    "\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\U000110bd\U000110cd"
    "\U00013430-\U00013438\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f"
    "\U000e0100-\U000e01ef"
)
_DROPPED = re.compile(f"[{_ACCENTS}{_UNSEEN}]+")
# Cyrillic, Greek and African letters that look like Latin ones, capitals as capitals look; old fonts of Vietnamese have
# the African D with a stroke for their own. Source: UTS #39, confusables.txt.
_ALIKE = str.maketrans(
    "авеіјкмнорсѕтухһԁԛԝɡɑɖƉАВЕІЈКМНОРСЅТУХҺԚԜαβγεικνορτυχϲϳΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿ",
    "abeijkmhopcstyxhdqwgadDABEIJKMHOPCSTYXHQWabyeikvoptuxcjABEZHIKMNOPTYXCJ",
)
_STRANGE = re.compile("[\u0189\u0251\u0256\u0261\u0370-\u052f\u1f00-\u1fff]")
_MARKED = re.compile("[<&%\\\\]")
TAG = re.compile("<[^<>]*>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,12});")
_PERCENT = re.compile("(?:%[0-9A-Fa-f]{2})+")
_CODE = re.compile(r"\\u(?:\{([0-9a-fA-F]{1,5})\}|([0-9a-fA-F]{4}))")


def fold(text: str) -> str:
    """Lower case, without accents and what does not show, compatible forms made plain: for whole pages.

    As `text.fold`, which goes letter by letter, and about ten times as fast; letters of other scripts that look like
    Latin ones are taken for them.
    """
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    if _STRANGE.search(text):
        lowered = unicodedata.normalize("NFKD", text).translate(_ALIKE).lower()
    plain = unicodedata.normalize("NFKD", lowered).lower()
    return _DROPPED.sub("", plain.replace("đ", "d").replace("ð", "d"))


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    return fold(char)


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its characters where in the text it comes from."""
    out: list[str] = []
    places: list[int] = []
    for index, char in enumerate(text):
        folded = _fold_char(char)
        out.append(folded)
        places += [index] * len(folded)
    return "".join(out), places


def letters_of(phrase: str) -> str:
    """Letters and digits of the folded phrase."""
    return "".join(char for char in fold(phrase) if char.isalnum())


def level(text: str) -> str:
    """The text with mark-up and escapes resolved, each as long as it was, so that offsets stay; itself without any."""
    if not _MARKED.search(text):
        return text
    text = TAG.sub(lambda match: NOTHING * len(match[0]), text)
    text = _CODE.sub(lambda match: _filled(match, chr(int(match[1] or match[2], 16))), text)
    text = _PERCENT.sub(lambda match: _filled(match, unquote(match[0])), text)
    return _ENTITY.sub(lambda match: _filled(match, unescape(match[0])), text)


def _filled(match: re.Match[str], plain: str) -> str:
    return plain[: len(match[0])].ljust(len(match[0]), NOTHING)
