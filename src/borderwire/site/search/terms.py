"""Words to terms of the index. `static/js/search.js` reads a query in the same way; a browser test compares the two.

A term has a form, with accents, and a bare form, without: terms stand in the order of their bare forms, so that
`dien bien` finds both Điện Biên and diễn biến, and `điện biên` only the first. Vietnamese is written in syllables, and
a syllable says little: two in a row are a term of their own. Lao has no spaces: its terms are two characters in a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from borderwire.gazetteer.lao import lao_key
from borderwire.text import fold, key

_WORD = re.compile(r"[\u0e80-\u0eff]+|[^\W_\u0e80-\u0eff]+")
_LAO = re.compile(r"[\u0e80-\u0eff]")
# One spelling for Lao letters that can be written in two ways; tone marks left out.
_LAO_FOLD = str.maketrans(
    {"ຳ": "ໍາ", "ໜ": "ຫນ", "ໝ": "ຫມ", "ຼ": "ລ", "\u0ec8": "", "\u0ec9": "", "\u0eca": "", "\u0ecb": ""}
)
_SHORTEST_SOUND = 4  # sounds; shorter keys of names agree by chance
_MOST_SYLLABLES = 10  # of a name, from whose first ones a key is made


def has_lao(line: str) -> bool:
    return _LAO.search(line) is not None


def is_lao(word: str) -> bool:
    return "\u0e80" <= word[:1] <= "\u0eff"


@lru_cache(maxsize=65536)
def _form(word: str) -> str:
    return key(word)


def words(line: str) -> list[str]:
    """The forms of the words of one line, in order; a run of Lao script as all its pairs of characters."""
    if not has_lao(line):
        return list(map(_form, _WORD.findall(line)))
    found: list[str] = []
    for word in _WORD.findall(line):
        if is_lao(word):
            found.extend(lao_pairs(word))
        else:
            found.append(_form(word))
    return found


def lao_pairs(run: str) -> list[str]:
    """Two characters in a row, each; the run itself where it has only one."""
    run = run.translate(_LAO_FOLD)
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def pairs(row: list[str]) -> list[str]:
    """Two words in a row, each: `điện biên`."""
    return list(map(" ".join, pairwise(row)))


@lru_cache(maxsize=262144)
def bare(form: str) -> str:
    """The form without accents; Lao terms are bare already."""
    return form if is_lao(form) else fold(form)


def sounds(name: str) -> Iterator[str]:
    """Keys by which a Lao name is found however it is spelt, one from every syllable on: `savannaket`, `nanaket` ...

    A query's key may be the beginning of one, so that any run of syllables finds the name.
    """
    row = [word for word in re.split(r"[\W_]+", name) if word]
    seen: set[str] = set()
    for start in range(min(len(row), _MOST_SYLLABLES)):
        sound = lao_key(" ".join(row[start:]))
        if len(sound) >= _SHORTEST_SOUND and sound not in seen:
            seen.add(sound)
            yield sound
