"""Names as identity sees them: keys to find the same one by, and how much two names agreeing tells.

How much: bits, minus the binary logarithm of the share of people that bear such a name. Half of all Vietnamese are
called Nguyễn, Trần or Lê, and every fourth has Văn or Thị in the middle; a Hmong or a Lao name is nearly its bearer's
alone.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import NamedTuple

from borderwire.model import Country
from borderwire.resolve.sounds import sound_key
from borderwire.text import fold, squash

# Shares of the commonest family names; source: Lê Trung Hoa, Họ và tên người Việt Nam (2005).
_FAMILY = {
    "nguyen": 0.38, "tran": 0.11, "le": 0.095, "pham": 0.07, "hoang": 0.051, "huynh": 0.051, "phan": 0.045,
    "vu": 0.039, "vo": 0.039, "dang": 0.021, "bui": 0.02, "do": 0.014, "ho": 0.013, "ngo": 0.013, "duong": 0.01,
    "ly": 0.005, "li": 0.005,
}  # fmt: skip
_OTHER_FAMILY = 0.003
_MIDDLE = {"van": 2.0, "thi": 2.0}
_OTHER_MIDDLE, _GIVEN = 4.5, 6.5  # bits
_PER_SOUND = 1.4  # bits of a letter of a Lao name's sound key
_MOST = 20.0
_PART = re.compile(r"[\W_]+")


class Name(NamedTuple):
    """exact: but for case, hyphens and spaces; bare: accents gone too; sound: as a Lao name sounds; given: the last
    syllable, bare; short: one syllable only; bits: how much the name tells."""

    written: str
    exact: str
    bare: str
    sound: str
    given: str
    short: bool
    lao: bool
    bits: float


@lru_cache(maxsize=131072)
def read_name(written: str, country: Country | None) -> Name:
    """The name's keys. A name of unknown country is taken for a Vietnamese one."""
    parts = [part for part in _PART.split(written) if part]
    bare_parts = [fold(part) for part in parts]
    lao = country == "LA"
    sound = sound_key(written) if lao else ""
    bits = min(_MOST, _PER_SOUND * len(sound)) if lao else _vietnamese_bits(bare_parts)
    given = bare_parts[-1] if bare_parts else ""
    short = len(sound) <= 6 if lao else len(parts) < 2
    return Name(written, squash(written), "".join(bare_parts), sound, given, short, lao, bits)


def _vietnamese_bits(parts: list[str]) -> float:
    if len(parts) < 2:
        return _GIVEN if parts else 0.0
    family = -math.log2(_FAMILY.get(parts[0], _OTHER_FAMILY))
    middle = sum(_MIDDLE.get(part, _OTHER_MIDDLE) for part in parts[1:-1])
    return min(_MOST, family + middle + _GIVEN)
