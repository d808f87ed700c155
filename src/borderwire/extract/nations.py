"""Countries by the short names that are ordinary syllables as well: "Thủ tướng | Nga", "Ngoại trưởng | Anh".

"Anh", "Nga", "Đức" and the like are given names far more often: they are countries right after an office, before a name
whose first word is no Vietnamese syllable, or after the office of a head of state or of diplomacy.
"""

from __future__ import annotations

from collections.abc import Mapping

from borderwire.extract.doc import Doc
from borderwire.extract.hits import entry_at
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.phrases import keys, terms
from borderwire.syllables import is_syllable
from borderwire.text import key

_SHORT = keys("Nga Anh Mỹ Pháp Đức Úc Ý Áo Bỉ Nhật Hàn Ấn Séc")
_MISTER = key("anh")  # an honorific more often
# Those who hold these are of another state than ours wherever one of the names follows.
_ABROAD = terms("thu-tuong tong-thong ngoai-truong quoc-vuong")
# Letters that no Vietnamese word has.
_FOREIGN = frozenset("fjwzFJWZ")


def nation_at(doc: Doc, at: int, places: Mapping[int, PlaceMention], kind: str) -> bool:
    """Token `at`, right after an office of that kind, is the short name of a third country."""
    if at >= len(doc.keys) or doc.shapes[at] != "U" or doc.breaks[at] or at in places:
        return False
    if doc.keys[at] in _SHORT:
        return _before_foreigner(doc, at + 1) or (kind in _ABROAD and not _before_name(doc, at + 1))
    entry = entry_at(doc, at, "country")
    if entry is None or entry.id in ("VN", "LA") or at + 1 >= len(doc.keys):
        return False
    return doc.shapes[at + 1] != "U" or doc.keys[at + 1] not in doc.gazetteer.surnames


def is_short_nation(doc: Doc, at: int) -> bool:
    """ "Đại sứ Việt Nam tại | Bỉ": such a name where nothing but a country can stand."""
    short = at < len(doc.keys) and doc.shapes[at] == "U" and not doc.breaks[at] and doc.keys[at] in _SHORT
    return short and doc.keys[at] != _MISTER


def looks_foreign_word(doc: Doc, at: int) -> bool:
    """ "Slovenia": a word with a capital that is no Vietnamese syllable."""
    return at < len(doc.keys) and doc.shapes[at] == "U" and not is_syllable(doc.words[at])


def _before_name(doc: Doc, at: int) -> bool:
    return at < len(doc.keys) and doc.shapes[at] in "UA" and not doc.breaks[at]


def _before_foreigner(doc: Doc, at: int) -> bool:
    """A word with a capital that Vietnamese cannot have: "Boris", "Walter"."""
    if not _before_name(doc, at) or doc.shapes[at] != "U":
        return False
    return not is_syllable(doc.words[at]) or not _FOREIGN.isdisjoint(doc.words[at])
