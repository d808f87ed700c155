"""How alike two spellings of a Lao name sound, whichever way each is written.

`sound_key` spells a name by ear: one letter per sound, with what Vietnamese and Latin spellings of one sound share
(`Khăm-ban Phôm-mạ-ni-vông`, `Khamban Phommanivong` -> `kambanpomanivon`). Finer than `gazetteer.lao.lao_key`, which
places need: vowels stay apart and their distance is weighed. `likeness` is one less the weighted edit distance over
the length of the shorter key.

Letters of the key: p t k c b d m n l s v h y (nh, ny, gn before a vowel), a e i o u, w (ơ, ư, eu).
Source of the correspondences: Lao names that Vietnamese and Lao papers print in both spellings.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_HORN, _CIRCUMFLEX = "\u031b", "\u0302"
_UNIT = re.compile(r"[a-zéư]+")
_SILENT_E = re.compile(r"[aeiouéưy][^aeiouéưy]e$")

# One sound at a time; the first branch that fits. A lookahead tells an initial from a final.
_SOUND = re.compile(
    r"(?P<c>t?ch|j)|(?P<p>phr|ph|f)|(?P<k>kh|gh|ck|q)|(?P<t>th)|(?P<s>sh|[xzs])"
    r"|(?P<y>i?(?:nh|gn)(?=[aeiouưy])|i?ny(?=[aeouư])|(?<=[aeiouư])i?y(?=[aeouư])|^y(?=[aeouư]))"
    r"|(?P<n>nh|ngh|ng|gn)|(?P<l>r(?=[aeiouưy]))|(?P<none>r)|(?P<v>w(?=[aeiouưy])|v)"
    r"|(?P<voiced>[dbg](?![aeiouưyrl]))|(?P<hush>(?<=[aeiouưy])h(?![aeiouưy]))|(?P<kk>[cg])|(?P<vowels>(?:[aeiouư]|y(?![aeouư]))+)|."
)
_VOICELESS = {"d": "t", "b": "p", "g": "k"}
# Vowel runs as a whole; anything else goes letter by letter.
_RUNS = {
    "oo": "o", "ou": "u", "oua": "u", "ouo": "u", "uo": "u", "ua": "u", "oa": "u",
    "ouai": "ui", "ouei": "ui", "uai": "ui", "uoi": "ui", "oui": "ui", "oai": "ui",
    "eu": "w", "eua": "w", "eui": "w", "ue": "w", "ưa": "w", "ưo": "w", "ưư": "w",
    "ie": "i", "ia": "i", "ae": "e", "au": "ao", "ei": "i", "aa": "a", "ee": "i",
}  # fmt: skip
_LONGEST = 100  # letters of a name that are looked at; the longest known one has 40
_DOUBLED = re.compile(r"(.)\1+")

VOWELS = frozenset("aeiouw")
# What a lost or a changed sound weighs; chosen on the printed pairs, see `tests/resolve/data/lao_names.tsv`.
_LOST_VOWEL, _LOST_CONSONANT, _LOST_HUSH = 0.7, 0.9, 0.6
_OTHER_VOWEL, _OTHER_CONSONANT = 0.9, 1.3
_NEAR_VOWELS = ("ou", "uw", "ow", "ew", "ao", "ae", "ei")
_NEAR_CONSONANTS = ("nm", "ny", "tk", "pt", "dt", "bp", "gk", "cs", "ln", "yi", "dy", "ty", "ck", "ct")
_NEAR: dict[frozenset[str], float] = {
    **{frozenset(two): 0.45 for two in _NEAR_VOWELS},
    **{frozenset(two): 0.6 for two in _NEAR_CONSONANTS},
}


def _lettered(name: str) -> str:
    """Lower case a to z, with ư for a vowel with a horn and é for an e that is never silent."""
    out: list[str] = []
    for char in unicodedata.normalize("NFD", name.lower().replace("đ", "d").replace("ð", "d")):
        if char == _HORN and out and out[-1] in "ou":
            out[-1] = "ư"
        elif (char == _CIRCUMFLEX or char in _TONES) and out and out[-1] == "e":
            out[-1] = "é"
        elif not unicodedata.combining(char):
            out.append(char)
    return "".join(out)


def _unit(letters: str) -> str:
    """A written unit without its silent end: Kaysone, Phomvihane; final -ch is a k (Lếch = Lek)."""
    if _SILENT_E.search(letters):
        letters = letters[:-1]
    if letters.endswith("ch"):
        letters = letters[:-2] + "k"
    return letters.replace("é", "e")


@lru_cache(maxsize=131072)
def sound_key(name: str) -> str:
    """The name by ear, in ASCII and without separators; "" when no letter is left."""
    letters = "".join(_unit(unit) for unit in _UNIT.findall(_lettered(name[:_LONGEST])))
    sounds: list[str] = []
    for match in _SOUND.finditer(letters):
        kind, written = match.lastgroup, match.group()
        if kind is None:
            sounds.append(written)
        elif kind == "vowels":
            sounds.append(_vowels(written))
        elif kind == "voiced":
            sounds.append(_VOICELESS[written])
        elif kind == "kk":
            sounds.append("k")
        elif kind not in ("none", "hush"):
            sounds.append(kind)
    return _DOUBLED.sub(r"\1", "".join(sounds)).replace("iy", "y")


def _vowels(run: str) -> str:
    run = run.replace("y", "i")
    return _RUNS.get(run) or run.replace("ou", "u").replace("ư", "w")


def _lost(sound: str) -> float:
    if sound in VOWELS:
        return _LOST_VOWEL
    return _LOST_HUSH if sound in "hy" else _LOST_CONSONANT


def _changed(left: str, right: str) -> float:
    if left == right:
        return 0.0
    near = _NEAR.get(frozenset((left, right)))
    if near is not None:
        return near
    return _OTHER_VOWEL if left in VOWELS and right in VOWELS else _OTHER_CONSONANT


_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_LOSS = {sound: _lost(sound) for sound in _ALPHABET}
_CHANGE = {a: {b: _changed(a, b) for b in _ALPHABET} for a in _ALPHABET}


def distance(left: str, right: str) -> float:
    """Weighted edit distance of two sound keys: near sounds cost less than far ones, vowels less than consonants."""
    row = [0.0]
    for sound in right:
        row.append(row[-1] + _LOSS[sound])
    for sound in left:
        lost, change = _LOSS[sound], _CHANGE[sound]
        before = row[0]
        here = before + lost
        fresh = [here]
        for index, other in enumerate(right, 1):
            above = row[index]
            step = before + change[other]
            down = above + lost
            across = here + _LOSS[other]
            here = step if step <= down and step <= across else min(down, across)
            fresh.append(here)
            before = above
        row = fresh
    return row[-1]


@lru_cache(maxsize=262144)
def key_likeness(left: str, right: str) -> float:
    """How alike two sound keys are: 1 for equal ones, down to 0."""
    if left == right:
        return 1.0 if left else 0.0
    shorter = min(len(left), len(right))
    return max(0.0, 1 - distance(left, right) / shorter) if shorter else 0.0


def likeness(left: str, right: str) -> float:
    """How alike two names sound, 0 to 1; 1 when the keys agree.

    >>> likeness("Khăm-ban Phôm-mạ-ni-vông", "Khamban Phommanivong")
    1.0
    """
    return key_likeness(sound_key(left), sound_key(right))


# Consonants that spellings confuse stand for each other in the skeleton.
_SKELETON = str.maketrans("mcdbg", "nstpk", "aeiouwhy")


@lru_cache(maxsize=131072)
def skeleton(key: str) -> str:
    """The consonants of a sound key, those that spellings confuse made one."""
    return _DOUBLED.sub(r"\1", key.translate(_SKELETON))


def near_skeletons(key: str) -> Iterator[str]:
    """The skeleton, and the skeleton with any one consonant left out: two names that differ in at most one consonant
    share one of these, so that near names are found without comparing all (symmetric deletion)."""
    bones = skeleton(key)
    yield bones
    for index in range(len(bones)):
        yield bones[:index] + bones[index + 1 :]
