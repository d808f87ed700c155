"""The words before a place's name: what level it is of, or that it is no place at all.

All sets hold match keys (`text.key`). They are closed classes of the language, not names, and so live in code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from borderwire.extract.doc import Doc
from borderwire.text import key

Level = Literal["province", "city", "capital", "lower", "street", "person", "club", "ship", "feature"]


class Title(NamedTuple):
    """A title word of this level begins at token `start`; plural: it announces a list ("các tỉnh", "hai huyện")."""

    level: Level
    start: int
    plural: bool


_title = tuple.__new__  # makes a `Title` in half the time


def keys_of(words: str) -> frozenset[str]:
    """Match keys of the words of a string."""
    return frozenset(key(word) for word in words.split())


def _one(table: Mapping[Level, str]) -> dict[str, Level]:
    return {word: level for level, words in table.items() for word in keys_of(words)}


def _two(table: Mapping[Level, str]) -> dict[tuple[str, str], Level]:
    pairs = ((level, phrase.split()) for level, phrases in table.items() for phrase in phrases.split(","))
    return {(key(first), key(second)): level for level, (first, second) in pairs}


_ONE = _one({
    "province": "tỉnh",
    "city": "tp",
    "lower": "huyện quận phường xã tx tt bản thôn ấp xóm làng buôn đảo",
    "street": "đường phố ngõ hẻm chợ",
    "person": "ông bà anh chị cô chú bác cụ cháu em sư",
    "club": "clb fc đội",
    "ship": "tàu thuyền",
    "feature": "sông suối hồ núi đèo đồi vịnh",
})  # fmt: skip
_TWO = _two({
    "city": "thành phố",
    "capital": "thủ đô",
    "lower": "thị xã,thị trấn,cụm bản,khu phố,đặc khu",
    "street": "đại lộ,xa lộ,quốc lộ,công viên,quảng trường,ngã tư,ngã ba,đường mòn,tòa nhà",
    "person": "đồng chí,nghệ sĩ,ca sĩ,nhạc sĩ",
    "club": "lạc bộ,đội bóng,bóng đá,bóng chuyền,bóng rổ",
    "ship": "tàu ngầm,chiến hạm",
    "feature": "thủy điện,chiến thắng,chiến dịch,chiến sĩ,huân chương,huy chương,giải thưởng",
})  # fmt: skip
_DOTTED = keys_of("tp tx tt")
# The same words as the end of another one are no titles: "nông thôn Hà Nam", "văn bản", "bán đảo", "quân đội".
_NOT_AFTER = {
    key(word): keys_of(before)
    for word, before in {
        "thôn": "nông",
        "bản": "văn biên cơ căn kịch ấn tư nhật phiên xuất tái",
        "đảo": "bán hải",
        "đội": "quân bộ",
        "phố": "thành đường",
        "núi": "miền vùng",
        "xã": "tác hội thông",
        "em": "trẻ anh chị",
        "anh": "tiếng nước vương",
        "hồ": "cơ",
        "tàu": "vũng",
        "sư": "giáo luật kỹ",
        "tt": "&",  # "Sở TT&TT Hà Nội"
        "tp": "&",
    }.items()
}
_PLURALS = keys_of("các những hai ba bốn năm sáu bảy tám chín mười nhiều mấy mọi")


def title_before(doc: Doc, at: int) -> Title | None:
    """The title word right before token `at`, on the same line."""
    if at <= 0 or doc.breaks[at]:
        return None
    keys, last = doc.keys, at - 1
    word = keys[last]
    if word == ".":
        if last == 0 or not doc.glued(last) or keys[last - 1] not in _DOTTED:
            return None
        last -= 1  # "TP.", "TX."
        word = keys[last]
    if last > 1 and word == "p" and keys[last - 1] == "." and keys[last - 2] == "t":
        return _title(Title, ("city", last - 2, _plural(doc, last - 2)))  # "T.P"
    if last > 0 and not doc.breaks[last]:
        before = keys[last - 1]
        if word == "c" and before == "/":
            return Title("person", max(last - 2, 0), False)  # "đ/c"
        level = _TWO.get((before, word))
        if level is not None:
            return _title(Title, (level, last - 1, _plural(doc, last - 1)))
    level = _ONE.get(word)
    if level is None or (last > 0 and keys[last - 1] in _NOT_AFTER.get(word, ())):
        return None
    if level == "person" and doc.shapes[last] == "U" and last > 0 and doc.shapes[last - 1] == "U":
        return None  # the end of a name, not a form of address
    return _title(Title, (level, last, _plural(doc, last)))


def _plural(doc: Doc, start: int) -> bool:
    if start == 0 or doc.breaks[start]:
        return False
    before = doc.keys[start - 1]
    return before in _PLURALS or before.isdecimal()
