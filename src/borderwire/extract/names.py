"""Where a person's name begins and ends: Vietnamese, minority, Lao (spaced, hyphenated, Latin) and initials.

A name is a row of capitalised syllables. It ends before a word in lower case, a punctuation mark, the end of the line,
and before an office, a rank or a body that begins with a capital ("Trần Quốc Trung Công an tỉnh").
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from borderwire.extract.doc import Doc
from borderwire.extract.vocabulary import COMMON
from borderwire.gazetteer.lao import lao_key
from borderwire.text import fold, key, squash

HYPHENS = frozenset("-‐‑–")
APOSTROPHES = frozenset("'’‘`´")
# What may begin with a capital right after a name.
_STOPS = frozenset(["office", "rank", "body"])
GREAT = frozenset(
    key(name)
    for name in (
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
        "Đinh", "Trịnh", "Đoàn", "Lương", "Trương", "Phùng", "Lưu",
    )
)  # fmt: skip
# Middle names that only Vietnamese has after a family name.
_MIDDLE = frozenset(
    key(part) for part in ("Văn", "Thị", "Thất", "Nữ", "Đình", "Hữu", "Quốc", "Đức", "Xuân", "Công", "Minh", "Mạnh")
)
# Syllables of Lao names in Vietnamese spelling.
_LAO = frozenset(
    key(part)
    for part in (
        "khăm", "kham", "khamphone", "phôm", "phom", "phommạ", "vông", "vong", "phông", "xay", "say", "bun", "bunh", "thoong",
        "sỉ", "xỉ", "xi", "phăn", "chăn", "chăm", "mạ", "nạ", "lạ", "xạ", "thạ", "tạ", "kẹo", "kẻo", "keo", "phết", "xổm", "sổm",
        "păn", "vắn", "vẳn", "xụ", "phon", "phôn", "phone", "bút", "but", "vị", "vi", "lay", "lit", "lít", "xít", "xịt", "sút",
        "in", "phim", "ma", "xả", "thăm", "pheng", "pha", "phả", "đa", "văn", "khăn", "kông", "koong", "xai", "vi-lay", "suốc",
        "súc", "đuông", "đuang", "chạ", "lạt", "sạ", "sa", "na", "bua", "nhạ", "viêng", "thong", "thông", "seng", "xeng", "xẻng",
        "hả", "ni", "khun", "thon", "thip", "phạ", "noi", "sụ", "sẻng", "tăn", "lát", "nhăm", "đeng", "lọt", "lăm", "lắm", "mung", "phun",
        "kong", "xút", "xúc", "vạt", "vát", "phan", "đon", "chắc", "nu", "vanh", "ken", "xẻng", "bun", "xụm", "lửa", "nhạ", "sít", "sit", "pạ", "nuôn", "nuon", "lỉ", "ly", "phu", "phủ", "un", "ùn", "èn", "sỏn", "xỏn", "lếch", "lech", "phim", "khon", "khon", "khen", "oun",
    )
)  # fmt: skip
# What joined Latin spellings of Lao names are made of.
_LATIN_LAO = re.compile(
    "kham|boun|bunn|phom|phou|phim|phet|phone|phan[hi]|vong|thong|thoong|souk|souph|soul|souv|somd|somk|sengd|keo|chanh|"
    "chanth|vilay|vanh|vorach|volach|sith|lith|xith|xay|saleum|saly|sali|inth|lath|latsa|phakd|nanth|duang|douang|outh|oudom|"
    "kommas|khem|khon|khouan|mani|many|sack|saya|sisa|siso|yatho|nhang|sone|leuang|mangno|vand|viphav|pany|somph|lakham|"
    "phil|phol|syh|siph|chit$|vath|deth|mek$|xon|heuang"
)
# Vietnamese names have two to five syllables; a longer row that begins with a family name is read as Lao.
_LONGEST_VIETNAMESE = 5
# The longest Lao names in the press have eight syllables; some write two or three given names.
_LONGEST = 11


class Name(NamedTuple):
    """Tokens `[start, end)` are a name. parts: its syllables as written, hyphens apart; vietnamese: begins with a
    family name and has two to five syllables without hyphens; initials: "N.V.A"; upper: written in capitals."""

    start: int
    end: int
    parts: tuple[str, ...]
    vietnamese: bool
    initials: bool = False
    upper: bool = False

    @property
    def great(self) -> bool:
        """Begins with one of the great Vietnamese family names, which no Lao has, or has a Vietnamese middle name."""
        if not self.vietnamese:
            return False
        if key(self.parts[0]) in GREAT:
            return True
        return len(self.parts) in (3, 4) and key(self.parts[1]) in _MIDDLE and key(self.parts[0]) not in _LAO

    @property
    def lao(self) -> bool:
        """Has the syllables of Lao names, or joined ones that Vietnamese has not."""
        if self.great or self.initials or (self.vietnamese and key(self.parts[1]) in _MIDDLE):
            return False
        found = sum(1 for part in self.parts if key(part) in _LAO or _LATIN_LAO.search(fold(part)) is not None)
        return found >= (1 if not self.vietnamese else 2)

    @property
    def loose_lao(self) -> bool:
        """One syllable of Lao names at least."""
        return not self.great and any(key(part) in _LAO for part in self.parts)

    @property
    def key(self) -> str:
        """The name but for case, hyphens, spaces and tone placement."""
        return _key(self.parts)


@lru_cache(maxsize=16384)
def _key(parts: tuple[str, ...]) -> str:
    return squash(" ".join(parts))


@lru_cache(maxsize=16384)
def folded(parts: tuple[str, ...]) -> str:
    """The name without accents, case and spaces."""
    return fold("".join(parts))


def read_name(doc: Doc, at: int) -> Name | None:
    """The longest name that begins at token `at`, or None."""
    if at >= len(doc.keys) or doc.shapes[at] not in "UA" or _stop(doc, at, first=True):
        return None
    initials = _initials(doc, at)
    if initials is not None:
        return initials
    upper = doc.shapes[at] == "A"
    parts: list[str] = []
    end = at
    while end < len(doc.keys) and len(parts) < _LONGEST:
        if end > at and (doc.breaks[end] or _stop(doc, end)):
            break
        if not _part(doc, at, end, upper):
            break
        parts.append(doc.words[end])
        end += 1
        end = _hyphenated(doc, at, end, parts)
    if not parts or (upper and len(parts) == 1 and len(parts[0]) > 5):
        return None
    return Name(at, end, tuple(parts), _vietnamese(doc, at, end, parts), upper=upper)


def _vietnamese(doc: Doc, at: int, end: int, parts: list[str]) -> bool:
    if not 2 <= len(parts) <= _LONGEST_VIETNAMESE or end - at != len(parts):
        return False
    return doc.keys[at] in doc.gazetteer.surnames or (2 < len(parts) < 5 and doc.keys[at + 1] in _MIDDLE)


def _stop(doc: Doc, at: int, first: bool = False) -> bool:
    """Something else than a name begins here. A single syllable in mixed case is no reason: "Trần Trung", "Vũ Anh"."""
    hit = doc.hit_at.get(at)
    if hit is None or hit.kind not in _STOPS or hit.entry.cue:
        return False
    if hit.end - at > 1 and doc.words[at + 1] in HYPHENS:
        return False  # "Nguyễn Đức Quyền - phó chủ tịch": the given name, not "quyền phó chủ tịch"
    return hit.end - at > 1 or doc.shapes[at] == "A" or (first and hit.kind == "body")


def _part(doc: Doc, first: int, at: int, upper: bool) -> bool:
    """Token `at` goes on with the name that begins at `first`."""
    shape = doc.shapes[at]
    if shape == "U":
        return not upper or len(doc.words[at]) == 1
    if shape == "A":
        return upper
    return at > first and shape == "l" and _slip(doc, first, at)


def _slip(doc: Doc, first: int, at: int) -> bool:
    """A syllable of a Lao name that lost its capital: "Khăm phon Năn Thạ Vông"."""
    if doc.keys[first] in doc.gazetteer.surnames or at + 1 >= len(doc.keys) or doc.breaks[at + 1]:
        return False
    return doc.keys[at] in _LAO and doc.shapes[at + 1] == "U" and doc.hit_at.get(at + 1) is None


def _hyphenated(doc: Doc, first: int, at: int, parts: list[str]) -> int:
    """Takes the syllables that hyphens or apostrophes join to the one before token `at`; gives the new end."""
    while at + 1 < len(doc.keys) and not doc.breaks[at] and not doc.breaks[at + 1]:
        mark = doc.words[at]
        if mark in APOSTROPHES:
            if not (doc.glued(at) and doc.glued(at + 1) and doc.words[at + 1][0].isalpha()):
                break
            parts[-1] += mark + doc.words[at + 1]
        elif mark in HYPHENS:
            if not _joins(doc, first, at):
                break
            parts.append(doc.words[at + 1])
        else:
            break
        at += 2
    return at


def _joins(doc: Doc, first: int, hyphen: int) -> bool:
    """The hyphen stands inside a name, not between a name and what follows."""
    after = hyphen + 1
    hit = doc.hit_at.get(after)
    if not doc.words[after][0].isalpha() or (hit is not None and hit.kind in _STOPS):
        return False
    if hit is not None and hit.end - after > 1 and not doc.glued(after):
        return False
    known = doc.keys[first] in doc.gazetteer.surnames
    if doc.glued(hyphen) and doc.glued(after):
        return (doc.shapes[after] == "l" and doc.keys[after] not in _AFTER_NAME) or (
            doc.shapes[after] == "U" and not known
        )
    if doc.glued(hyphen) and doc.shapes[after] == "U" and not known:
        return any(doc.words[at] in HYPHENS and doc.glued(at) for at in range(first, hyphen))
    if not known and doc.shapes[after] == "U" and not doc.glued(hyphen) and not doc.glued(after):
        return _lao_row(doc, first, hyphen) and _lao_row(doc, after, min(after + 4, len(doc.keys)))
    if known or doc.shapes[after] != "l" or doc.keys[after] in COMMON:
        return False
    # "Thoong - lun Xi - xu - lit": another hyphen, a capital or the end of the name must follow.
    return after + 1 < len(doc.keys) and (
        doc.shapes[after + 1] != "l" or (doc.words[hyphen] != "–" and len(doc.words[after]) < 5)
    )


def _lao_row(doc: Doc, start: int, end: int) -> bool:
    """Two syllables of Lao names among these tokens: "Bun Chăm - Sỉ Hả Vông"."""
    return sum(1 for at in range(start, end) if doc.shapes[at] == "U" and doc.keys[at] in _LAO) >= 2


_AFTER_NAME = frozenset(
    ["giám", "phó", "trưởng", "chủ", "bí", "chính", "nguyên", "người", "thứ", "ủy", "tỉnh", "cục", "đại", "quyền"]
)


def _initials(doc: Doc, at: int) -> Name | None:
    """ "N.V.A", "N.T. V", "Trung K": a name that the paper hides."""
    end, letters = at, 0
    while (
        end < len(doc.keys)
        and len(doc.words[end]) == 1
        and doc.shapes[end] == "U"
        and not (end > at and doc.breaks[end])
    ):
        letters += 1
        end += 1
        if end < len(doc.keys) and doc.words[end] == "." and doc.glued(end):
            end += 1
        else:
            break
    if letters < 2 and not (letters == 1 and end - at == 2 and doc.shapes[at + 1] == "p"):
        return None
    if doc.words[end - 1] == "." and (end >= len(doc.keys) or not doc.glued(end)):
        end -= 1
    if letters == 1:
        return None
    parts = tuple(word for word in doc.words[at:end] if word != ".")
    return Name(at, end, parts, False, initials=True)


def usual(name: Name, doc: Doc) -> str:
    """The name as the text writes it; one in capitals as other texts would."""
    text = " ".join(doc.slice(name.start, name.end).split())
    if name.upper:
        return " ".join(word.capitalize() for word in text.split(" "))
    return text


@lru_cache(maxsize=16384)
def sound(name: str) -> str:
    """What different spellings of one Lao name have in common."""
    return lao_key(name)


def close(one: str, other: str, allowed: int) -> bool:
    """At most `allowed` letters differ (Levenshtein distance)."""
    if abs(len(one) - len(other)) > allowed:
        return False
    row = list(range(len(other) + 1))
    for index, char in enumerate(one, 1):
        before, row[0] = row[0], index
        for column, letter in enumerate(other, 1):
            before, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, before + (char != letter))
        if min(row) > allowed:
            return False
    return row[-1] <= allowed
