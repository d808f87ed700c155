"""Clubs that are called by their province: "Quảng Nam thắng Thanh Hóa 2-0"."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.place_titles import keys_of
from borderwire.gazetteer.matcher import Hit
from borderwire.text import key

# Words of match reports; three different ones make a text one.
_MATCH = ("cầu thủ", "V-League", "tiền đạo", "hậu vệ", "thủ môn", "bóng đá", "trận đấu", "ghi bàn", "CLB", "vòng đấu",
          "tiền vệ", "HLV", "bàn thắng", "đội bóng", "trọng tài", "trên sân")  # fmt: skip
_LEAST = 3
# Right before a club, or right behind it.
_BEFORE = keys_of("gặp thắng thua hòa trước tiếp đấu chủ đội hạ cầm đón khách sân với và cùng của cho")
_BEHIND = keys_of("thắng thua hòa đá dẫn ghi gặp đấu tiếp có bị vô xếp đứng giành không đang sẽ nhận")
# A place all the same: "tại Hà Nội", "tỉnh", "từ Quảng Nam".
_AT = keys_of("tại ở từ về đến tới ra vào quê sang đi")


# Firms that stand before the place in the name of their club: "SHB Đà Nẵng", "B. Bình Dương".
_SPONSORS = keys_of("b t xm shb hl đt tđcs qnk flc becamex vicem")


def is_sport(doc: Doc) -> bool:
    """The text reports a match or a league."""
    text, found = doc.text, 0
    for word in _MATCH:
        found += word in text
        if found >= _LEAST:
            return True
    return False


def is_club(doc: Doc, hit: Hit) -> bool:
    """In a sports text: the name plays, wins, has points."""
    keys, before, after = doc.keys, hit.start - 1, hit.end
    if before >= 0 and not doc.breaks[hit.start] and keys[before] in _AT:
        return False
    if before >= 0 and not doc.breaks[hit.start] and _sponsor(doc, before):
        return True
    if after < len(doc) and not doc.breaks[after]:
        if keys[after] in _BEHIND or doc.shapes[after] == "d":
            return True
        if after + 1 < len(doc) and keys[after] in ("-", "–", ",", key("và")) and doc.shapes[after + 1] in ("d", "U"):
            return True
    return before >= 0 and not doc.breaks[hit.start] and keys[before] in _BEFORE


def _sponsor(doc: Doc, at: int) -> bool:
    if doc.keys[at] == "." and at > 0 and doc.glued(at):
        at -= 1
    return doc.shapes[at] in ("U", "A") and doc.keys[at] in _SPONSORS
