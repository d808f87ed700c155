"""Lao names in Vietnamese and Latin spelling: spellings that follow a rule, and a coarse key for those that do not.

Vietnamese papers write Lao names by ear, Latin-script ones after French or English habits: `Bô Ly Khăm Xay`,
`Bolikhamsai` and `Borikhamxay` are one province. The key keeps what such spellings share: classes of consonants and
of vowels, with separators, tones and doubled letters gone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from borderwire.text import fold

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TONED = [
    (unicodedata.normalize("NFC", vowel + tone), vowel) for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in _TONES
]  # fmt: skip
_TONELESS = str.maketrans(dict(_TONED))
_PLAIN = str.maketrans({char: fold(char) for char in "ăâêôơưđĂÂÊÔƠƯĐ" + "".join(toned for toned, _ in _TONED)})
_SWAP = str.maketrans("xsXS", "sxSX")
_SIBILANT = re.compile(r"\b[xs](?!h)", re.IGNORECASE)

# One cluster at a time, longest first; every branch starts with another letter or is longer than the next.
_CLUSTER = re.compile(r"[aeiou]+|tch|ch|ck|phr|ph|pr|kh|gh|th|ng|nh|ny|gn|.")
_CONSONANTS = {
    "tch": "c", "ch": "c", "j": "c", "ck": "k", "kh": "k", "gh": "k", "q": "k", "c": "k", "g": "k",
    "phr": "p", "ph": "p", "pr": "p", "f": "p", "th": "t", "x": "s", "z": "s", "w": "v", "r": "l", "ng": "n",
}  # fmt: skip
# Lao ຍ: "Xay Nha Bu Ly", "Sainyabuli", "Xayabury".
_PALATALS = frozenset(["nh", "ny", "gn"])
_GLIDE = re.compile(r"y(?![aeou])")
_SILENT_E = re.compile(r"[aeiouy][^aeiouy]e$")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=16384)
def lao_key(name: str) -> str:
    """Coarse phonetic key of a Lao name, the same with or without its separators; "" when no letter is left."""
    letters = re.sub(r"[^a-z]+", "", fold(name))
    if name.endswith(("e", "E")) and _SILENT_E.search(letters):
        letters = letters[:-1]  # Saravane, Khammouane; never a written "ê"
    letters = _GLIDE.sub("i", letters).replace("tia", "cha")  # Vientiane = Viêng Chăn
    sounds: list[str] = []
    for match in _CLUSTER.finditer(letters):
        cluster = match.group()
        if cluster in _PALATALS:
            following = letters[match.end() : match.end() + 1]
            sounds.append("y" if following and following in "aeiou" else "n")
        elif cluster[0] in "aeiou":
            sounds.append(_vowel(cluster))
        else:
            sounds.append(_CONSONANTS.get(cluster, cluster))
    return _DOUBLED.sub(r"\1", "".join(sounds)).replace("iy", "y")


def _vowel(run: str) -> str:
    """One class for a run of vowel letters: ou = uo = ua = oa = u, ie = ia = i, eu = ư = u."""
    first = run[0]
    if run in ("o", "oo"):
        return "o"
    if first in "ou" or run.startswith("eu"):
        return "ui" if run.endswith("i") else "u"
    if first == "i":
        return "i"
    if first == "e":
        return "eo" if "o" in run else "e"
    return {"i": "ai", "o": "ao", "u": "ao", "e": "e"}.get(run[-1], "a")


def lao_spellings(form: str) -> Iterator[str]:
    """The form and its other spellings by rule: x for s at the head of syllables and the reverse, tones left out,
    all marks left out. Joins and hyphens are the matcher's work."""
    for sibilant in (form, _SIBILANT.sub(lambda match: match.group().translate(_SWAP), form)):
        yield sibilant
        yield toneless(sibilant)
        yield sibilant.translate(_PLAIN)


def toneless(form: str) -> str:
    """Without the five tone marks, vowels kept: `Sa Vẳn Na Khệt` -> `Sa Văn Na Khêt`."""
    return form.translate(_TONELESS)
