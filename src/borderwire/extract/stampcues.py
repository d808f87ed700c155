"""Whether a date stamps the page: a line of its own, "Cập nhật lúc ...", "date 2025-12-07"."""

from __future__ import annotations

from borderwire.extract.daterow import RawDate
from borderwire.extract.dayforms import stamps_english
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.text import key

_NEAR = 9  # tokens before the date that may say so: "Ngày đăng : 20:36, 13/01/2022"
_ZONE = key("gmt")
_STAMP_PAIRS = pairs("cập nhật, ngày đăng, đăng lúc, đăng ngày, xuất bản")
_OF_DAY = pairs("kỷ niệm, hội đàm, hội nghị, kết quả, cuộc họp")  # "hội đàm Sơn La - Hủa Phăn (20/3/2016)" was then
_LONGEST = 18  # tokens of "Thứ hai, 12/5/2021 | 08:00' (GMT+7)"
TOP = 8  # blocks from the top that may hold a stamp, in a line with other things, too
_CLOCK = ("d", ":", "d")
_JOINTS = frozenset([",", "-", "–", "|"])
_LINE_WORDS = keys(
    "thứ hai ba tư năm sáu bảy chủ nhật ngày cập lúc gmt sáng chiều am pm giờ phút đăng h tháng được viết tạo",
)


def stamp_cue(doc: Doc, raw: RawDate) -> str | None:
    """The rule by which the date is a stamp, or None."""
    if doc.block_of(raw.start).kind == "stamp":
        return "stamp-line"
    if raw.at.year is None or raw.form not in ("day", "month"):
        return None
    start = raw.start
    if doc.keys[start] == "date" or (start and doc.keys[start - 1] == "date"):
        return "stamp-word"
    if _stands_alone(doc, raw):
        return "stamp-line"
    if raw.form == "day" and _bears_clock(doc, raw):
        return "stamp-word"
    if raw.form == "day" and _closes_headline(doc, raw):
        return "stamp-word"
    if raw.form == "day" and stamps_english(doc, start):
        return "stamp-word"
    if raw.form == "day" and _ZONE in doc.keys[raw.end : raw.end + _NEAR]:
        return "stamp-word"
    first = max(doc.sentence_of(start)[0], start - _NEAR)
    return "stamp-word" if _STAMP_PAIRS.among(doc.keys[first:start]) else None


def _stands_alone(doc: Doc, raw: RawDate) -> bool:
    """The line holds nothing but the date, a clock time and a weekday, or begins with a bare full date and is short."""
    first, size = raw.start, len(doc.keys)
    while first > 0 and not doc.breaks[first]:
        first -= 1
        if raw.start - first > _LONGEST:
            return False
    last = raw.end
    while last < size and not doc.breaks[last]:
        last += 1
        if last - first > _LONGEST:
            return False
    if first == raw.start and raw.at.day and doc.shapes[first] == "d" and doc.words[last - 1] != ".":
        return True
    rest = [*range(first, raw.start), *range(raw.end, last)]
    return all(not doc.words[index].isalpha() or doc.keys[index] in _LINE_WORDS for index in rest)


def _bears_clock(doc: Doc, raw: RawDate) -> bool:
    """ "... vượt biên 14/01/2026 10:08" in the headline's line, "08:34, 26/07/2022": a full date at the top and the
    minute beside it. Prose has "ngày" before the date, or "lúc" before the clock."""
    if raw.cued or raw.at.day is None or doc.block[raw.start] >= TOP:
        return False
    after = raw.end + (raw.end < len(doc) and doc.words[raw.end] in _JOINTS)
    if _is_clock(doc, after):
        return _ends_line(doc, after + len(_CLOCK))
    before = raw.start - (doc.words[raw.start - 1] in _JOINTS if raw.start else 0) - len(_CLOCK)
    if before < 0 or not _is_clock(doc, before) or not _ends_line(doc, raw.end):
        return False
    return before == 0 or (doc.shapes[before - 1] != "l" and doc.words[before - 1] != ":")  # "Thời gian: 08:00, 12/5"


def _closes_headline(doc: Doc, raw: RawDate) -> bool:
    """ "Trao bản đồ cho bạn Lào (12/10/2020)": a portal stamps its headlines so."""
    if raw.cued or raw.at.day is None or doc.words[raw.end : raw.end + 1] != [")"] or doc.words[raw.start - 1] != "(":
        return False
    told = _OF_DAY.among(doc.before(raw.start, TOP))
    return doc.block_of(raw.start).kind == "title" and _ends_line(doc, raw.end + 1) and not told


def _ends_line(doc: Doc, at: int) -> bool:
    return at >= len(doc) or doc.breaks[at]


def _is_clock(doc: Doc, at: int) -> bool:
    """ "10:08" begins at the token, on its line."""
    if at + len(_CLOCK) > len(doc) or any(doc.breaks[at + step] for step in range(len(_CLOCK))):
        return False
    return doc.words[at + 1] == ":" and doc.shapes[at] == doc.shapes[at + 2] == "d" and len(doc.words[at + 2]) == 2
