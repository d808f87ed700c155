"""A coarse key for Lao names, so that spellings nobody has listed still find their province.

Vietnamese papers write Lao names by ear, Latin-script ones after French or English habits: `Bô Ly Khăm Xay`,
`Bolikhamsai` and `Borikhamxay` are one province. The key keeps what these spellings share.
"""

from __future__ import annotations

import re
from functools import lru_cache

from borderwire.text import fold

# Applied in order to the name without accents, separators and case. Digraphs first, then single letters.
_STEPS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"tch|ch", "c"),
        (r"ph", "f"),
        (r"kh|gh|q|k", "k"),
        (r"th", "t"),
        (r"x|z", "s"),
        (r"gn|nh|ny", "n"),
        (r"ng", "n"),
        (r"r", "l"),
        (r"c(?=[ou])", "k"),
        (r"c\b", "k"),
        (r"(?<=[eo])o", ""),
        (r"ou|uo|ua|oa|u", "u"),
        (r"eu|ue", "u"),
        (r"ie|ia|y", "i"),
        (r"ai|ei", "i"),
        (r"e\b", ""),
        (r"(.)\1+", r"\1"),
    )
)


@lru_cache(maxsize=4096)
def lao_key(name: str) -> str:
    """Coarse phonetic key of a Lao name, in Vietnamese or Latin spelling; "" when no letter is left."""
    key = re.sub(r"[^a-z]+", "", fold(name))
    for pattern, to in _STEPS:
        key = pattern.sub(to, key)
    return key
