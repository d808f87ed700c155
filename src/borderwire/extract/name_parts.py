"""What a person's name is made of, what two spellings of one name share, and which of two peoples it is of."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from borderwire.extract.doc import Doc
from borderwire.extract.phrases import keys
from borderwire.gazetteer.lao import lao_key
from borderwire.text import fold, key, squash

# The great family names of Vietnam, which no Lao has.
GREAT = keys(
    """
    Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Đinh Trịnh Đoàn Lương Trương Phùng Lưu
    """
)
# Middle names that only Vietnamese has after a family name.
MIDDLE = keys("Văn Thị Thất Nữ Đình Hữu Quốc Đức Xuân Công Minh Mạnh")
# Syllables of Lao names in Vietnamese spelling.
LAO = keys(
    """
    khăm kham khamphone phôm phom phommạ vông vong phông xay say bun bunh thoong sỉ xỉ xi phăn chăn chăm mạ nạ lạ xạ
    thạ tạ kẹo kẻo keo phết xổm sổm păn vắn vẳn xụ phon phôn phone bút but vị vi lay lit lít xít xịt sút in phim ma xả
    thăm pheng pha phả đa văn khăn kông koong xai vi-lay suốc súc đuông đuang chạ lạt sạ sa na bua nhạ viêng thong
    thông seng xeng xẻng hả ni khun thon thip phạ noi sụ sẻng tăn lát nhăm đeng lọt lăm lắm mung phun kong xút xúc vạt
    phua xẳn thạo nha thăn lợt xợt sợt chít vắt đệt xẻn xỉn hản xủn thắt nhăng xổn mỏn khảy phị khểm lệt nhuông sủ
    nặm phẻng xỉm xuổn khút xày nụt khên phắc nhoong sỉng xéng xản sỉn xoong phêng xải sẻn xảy khẳm thếp xắc xíp mạt
    xồm khặt nít nhọt bạt xúm sụt pao xìa sỷ xỷ
    vát phan đon chắc nu vanh ken xụm lửa sít sit pạ nuôn nuon lỉ ly phu phủ un ùn èn sỏn xỏn lếch lech khon khen oun
    """
)
# What joined Latin spellings of Lao names are made of.
_LATIN_LAO = re.compile(
    "kham|boun|bunn|phom|phou|phim|phet|phone|phan[hi]|vong|thong|thoong|souk|souph|soul|souv|somd|somk|sengd|keo|chanh|"
    "chanth|vilay|vanh|vorach|volach|sith|lith|xith|xay|saleum|saly|sali|inth|lath|latsa|phakd|nanth|duang|douang|outh|"
    "oudom|kommas|khem|khon|khouan|mani|many|sack|saya|sisa|siso|yatho|nhang|sone|leuang|mangno|vand|viphav|pany|somph|"
    "lakham|phil|phol|syh|siph|chit$|vath|deth|mek$|xon|heuang|choumm|chumm|somsa|somma|somba|somxa|xomx|lengsa|lenhx|"
    "sengn|sengs|chansa|boupha|bupha|nuanth|thansa|sinsa|xixa|xixu|xiph|xaman|vinhak|bouas|sangsom|yialih|kongsy|duongch"
)


class Name(NamedTuple):
    """Tokens `[start, end)` are a name. parts: its syllables as written, hyphens apart; vietnamese: begins with a
    family name and has two to five syllables without hyphens, or begins with the "H'" or "K'" of the highlands;
    initials: "N.V.A"; upper: written in capitals."""

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
        return len(self.parts) in (3, 4) and key(self.parts[1]) in MIDDLE and key(self.parts[0]) not in LAO

    @property
    def lao(self) -> bool:
        """Has the syllables of Lao names, or joined ones that Vietnamese has not."""
        if self.great or self.initials or (self.vietnamese and (len(self.parts) < 2 or key(self.parts[1]) in MIDDLE)):
            return False
        return _lao_parts(self.parts) >= (1 if not self.vietnamese else 2)

    @property
    def loose_lao(self) -> bool:
        """Half of its syllables at least are of Lao names."""
        return not self.great and 2 * sum(key(part) in LAO for part in self.parts) >= len(self.parts)

    @property
    def key(self) -> str:
        """The name but for case, hyphens, spaces and tone placement."""
        return _key(self.parts)


def is_latin_lao(word: str) -> bool:
    """A word of Latin letters with a piece of joined Lao names: "Bounthavy", "SIVILAY"."""
    return word.isascii() and _LATIN_LAO.search(fold(word)) is not None


@lru_cache(maxsize=16384)
def _lao_parts(parts: tuple[str, ...]) -> int:
    """How many parts are syllables of Lao names, or joined ones."""
    return sum([key(part) in LAO or _LATIN_LAO.search(fold(part)) is not None for part in parts])


@lru_cache(maxsize=16384)
def _key(parts: tuple[str, ...]) -> str:
    return squash(" ".join(parts))


@lru_cache(maxsize=16384)
def folded(parts: tuple[str, ...]) -> str:
    """The name without accents, case and spaces."""
    return fold("".join(parts))


def usual(name: Name, doc: Doc) -> str:
    """The name as the text writes it; one in capitals as other texts would."""
    text = " ".join(doc.slice(name.start, name.end).split())
    if name.upper:
        return " ".join(word.capitalize() for word in text.split(" "))
    return text


@lru_cache(maxsize=16384)
def typed(parts: tuple[str, ...]) -> str:
    """The same with every letter once where it is doubled: "VIiệt" is a slip for "Việt"."""
    return "".join(letter for letter, _ in groupby(folded(parts)))


@lru_cache(maxsize=16384)
def sound(parts: tuple[str, ...]) -> str:
    """What different spellings of one Lao name have in common."""
    return lao_key(" ".join(parts))


def close(one: str, other: str, allowed: int) -> bool:
    """At most `allowed` letters differ (Levenshtein distance)."""
    if abs(len(one) - len(other)) > allowed:
        return False
    if len(set(one) ^ set(other)) > 2 * allowed:  # one change alters two kinds of letters at most
        return False
    row = list(range(len(other) + 1))
    for index, char in enumerate(one, 1):
        before, row[0] = row[0], index
        for column, letter in enumerate(other, 1):
            before, row[column] = row[column], min(row[column] + 1, row[column - 1] + 1, before + (char != letter))
        if min(row) > allowed:
            return False
    return row[-1] <= allowed
