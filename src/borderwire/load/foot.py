"""The foot of a page: end mark, byline, and the furniture below."""

from __future__ import annotations

import re

from borderwire.load.byline import is_byline_shape, is_explicit_byline
from borderwire.load.cues import BUTTONS, COMMENTS, RELATED, SECTIONS
from borderwire.load.lines import Line, cue, ends_sentence

_END_MARK = re.compile(r"\s*(?:\(?\.\s?/\s?\.?\)?|\.\./\.?|/\.|[■●◆▪]|\(?-?[Hh]ết-?\)?|\*\s?\*\s?\*)\s*$")
_MARK_SIGNS = frozenset("/■●◆▪*ếẾ")
_STOP = re.compile(r"[.!?…/”\"]\s+(?=\S)")
# A signature in capitals needs no stop before it: "... bị công an thu giữ NGUYÊN AN".
_CAPITALS = re.compile(r"(?<=[^\W\d_])\s+([^\W\d_a-z]{2,}\s[^\W\d_a-z]{2,}(?:\s[^\W\d_a-z]{2,})?)$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){1,3}\s?[^\W\d_]+\.?(?:\s\([^()]+\))?")
_SYMBOLS = re.compile(r"[\W_]+$")
_COUNT = re.compile(
    r"(?:(?:số )?lượt (?:xem|đọc|truy cập)|đã xem|đã đọc|số lần xem|views?)\s*:?\s*[\d.,]+(?: lần| lượt)?"
    r"|[\d.,]+\s*(?:lượt xem|lượt đọc|bình luận|lượt thích|lượt chia sẻ|chia sẻ|views?|comments?|shares?|likes?)"
    r"|(?:bình luận|chia sẻ|thích|ý kiến|comments?)\s*\(?\s*\d+\s*\)?|\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2}",
    re.IGNORECASE,
)
_FURNITURE_START = re.compile(
    r"(?:từ kh[oó][áa]|tags?|thẻ|hashtag|chủ đề)\s*:"
    r"|theo dõi\b.{0,90}\b(?:trên|tại|qua|của)\b.{0,30}(?:google news|facebook|zalo|youtube|fanpage|tiktok)\W*$"
    r"|mời (?:bạn|quý|độc giả|các bạn).{0,120}(?:facebook|google|fanpage|youtube|zalo|theo dõi)"
    r"|(?:xem|đọc) thêm\s*[>»]|(?:>>|»|››)\s*\S"
    r"|(?:xem thêm|đọc thêm|xem clip|xem video|mời xem|tin liên quan|bài liên quan)\s*:\s*\S"
    r"|xem thêm tại đây"
    r"|©|\(c\)\s|copyright|bản quyền (?:thuộc|©)|ghi rõ nguồn|vui lòng ghi rõ nguồn|®",
    re.IGNORECASE,
)
# How the patterns above begin, in lower case: their first sign, or the first two letters.
_FURNITURE_SIGNS = frozenset(">»›©(®")
_FURNITURE_LETTERS = frozenset(["từ", "ta", "th", "ha", "ch", "mờ", "xe", "đọ", "co", "bả", "gh", "vu"])
_COUNTER = re.compile(r"\(?\d+\)?")
_HEADLINE_CHARS, _FEWEST_LINKS = 180, 3
_DASHES, _TOP = frozenset("-–—•*"), 3
# Lines of a list of guests, and captions.
_NO_LINKS = ("-", "–", "•", "+", "Ông ", "Bà ", "Đồng chí ", "Đ/c ", "Ảnh", "Đại tá", "Thượng tá", "Trung tá")


def mark_signs(lines: list[Line]) -> None:
    """Furniture that is known line by line, wherever it stands."""
    for line in lines:
        size = len(line.core)
        if size <= 260 and _is_furniture(line.core, size):
            line.kind = "furniture"
    _mark_ticker(lines)


def _mark_ticker(lines: list[Line]) -> None:
    """Headlines of other articles at the top of a page, each below a dash on a line of its own."""
    at = next((index for index, line in enumerate(lines[:_TOP]) if line.core in _DASHES), len(lines))
    end = at
    while end + 1 < len(lines) and lines[end].core in _DASHES and _may_be_link(lines[end + 1]):
        end += 2
    if end - at >= 2 * _FEWEST_LINKS:
        for line in lines[at:end]:
            line.kind = "furniture"


def _may_be_link(line: Line) -> bool:
    """A short line of text without a full stop: the headline of another article, as lists of links have them."""
    return line.kind is None and len(line.core) <= _HEADLINE_CHARS and not line.core.endswith(".")


def _is_furniture(core: str, size: int) -> bool:
    first = core[0]
    if size == 1 and first.isalpha():
        return True
    if not first.isalnum() and _SYMBOLS.match(core):
        return True
    if size <= 48:
        words = cue(core)
        if words in RELATED or words in COMMENTS or words in BUTTONS:
            return True
        if _COUNT.fullmatch(core.strip(" ()[]|")):
            return True
    if first not in _FURNITURE_SIGNS and core[:2].lower() not in _FURNITURE_LETTERS:
        return False
    if core.startswith(("Xem thêm ", "Đọc thêm ")) and not core[9:10].islower() and not ends_sentence(core):
        return True
    return _FURNITURE_START.match(core) is not None and not (
        size > 120 and ends_sentence(core) and core[0] not in ">»©"
    )


def mark_foot(lines: list[Line]) -> None:
    """End marks, the byline, and what follows them."""
    _cut_end_marks(lines)
    _mark_comments(lines)
    _mark_related(lines)
    _mark_byline(lines)


def _cut_end_marks(lines: list[Line]) -> None:
    for line in lines:
        if line.kind is not None:
            if line.kind == "furniture" and _END_MARK.fullmatch(line.core):
                line.kind = "end-mark"
            continue
        _cut_end_mark(line)


def _cut_end_mark(line: Line) -> None:
    if _MARK_SIGNS.isdisjoint(line.core[-4:]):
        return
    match = _END_MARK.search(line.text, max(line.start, line.end - 12), line.end)
    if match and match.group().strip():
        line.cut_tail("end-mark", match.end() - len(match.group().lstrip()))


def _mark_comments(lines: list[Line]) -> None:
    """Everything below the heading of the readers' comments is theirs."""
    first = max(3, len(lines) // 3 + 1)
    for index, line in enumerate(lines[first:], first):
        if line.kind == "furniture" and cue(_COUNTER.sub("", line.core)) in COMMENTS:
            for other in lines[index:]:
                other.kind = other.kind if other.kind in ("byline", "end-mark") else "furniture"
            return


def _mark_related(lines: list[Line]) -> None:
    """Headlines of other articles below "Tin liên quan" and its like; below the end of the text, whatever follows."""
    ended = below = False
    links = _first_link(lines)
    for index, line in enumerate(lines):
        kind = line.kind
        if not ended:
            ended = kind == "end-mark" or (bool(line.after) and any(piece.kind == "end-mark" for piece in line.after))
        if kind == "furniture":
            below = below or cue(line.core) in RELATED or (index >= links and line.core[0] in ">»")
        elif below and kind is None:
            below = ended or _is_headline(line)
            line.kind = "furniture" if below else None


def _first_link(lines: list[Line]) -> int:
    """Where the headlines begin that alone stand below ">> Đọc lại các bài ...", to the end of the page: the first line
    that may announce them, or how many lines there are."""
    found = 0
    for index in range(len(lines) - 1, -1, -1):
        if lines[index].kind is not None:
            if lines[index].core[0] in ">»" and found >= _FEWEST_LINKS:
                return index
        elif not _is_headline(lines[index]) or lines[index].core.startswith(_NO_LINKS):
            break
        else:
            found += 1
    return len(lines)


def _is_headline(line: Line) -> bool:
    core = line.core
    return len(core) <= _HEADLINE_CHARS and not ends_sentence(core) and len(core.split()) >= 4 and not line.after


def _mark_byline(lines: list[Line]) -> None:
    """The lowest line that only holds names, with nothing below it but furniture and a group of captions."""
    below = 0
    for index in range(len(lines) - 1, 1, -1):
        line = lines[index]
        if line.kind in ("furniture", "credit", "end-mark", "stamp", "caption") or not len(line):
            continue
        if line.kind is not None:
            return
        following = lines[index + 1] if index + 1 < len(lines) else None
        apart = following is None or following.kind is not None or following.group > line.group
        core = line.core if len(line.core) <= 110 else ""
        if core and (is_explicit_byline(core) or (apart and is_byline_shape(core))):
            line.kind = "byline"
            _mark_more_bylines(lines, index)
            return
        if not below:
            _cut_sign_off(line)
        below += 1
        if line.before or any(piece.kind == "byline" for piece in line.after) or len(line) > 320 or below > 12:
            return


def _mark_more_bylines(lines: list[Line], index: int) -> None:
    """A second line of names right above ("Theo TTXVN" below "Minh Hà")."""
    for line in reversed(lines[:index]):
        if line.kind == "end-mark":
            continue
        core = line.core
        shaped = is_byline_shape(core) and (line.group == lines[index].group or len(core.split()) > 1)
        if line.kind is None and len(line) <= 60 and (is_explicit_byline(core) or shaped):
            line.kind = "byline"
        else:
            return


def _cut_sign_off(line: Line) -> None:
    """Names glued behind the last sentence: "... thời gian tới. Minh Hà"."""
    if len(line) < 60:
        return
    stops = _STOP.finditer(line.text, max(line.start, line.end - 90), line.end)
    signed = next((stop.end() for stop in stops if _signs(line.text[stop.end() : line.end])), None)
    if signed is not None:
        line.cut_tail("byline", signed)
    else:
        if line.core[-1].islower() or line.core[-1] in ".!?…":
            return
        capitals = _CAPITALS.search(line.text, max(line.start, line.end - 50), line.end)
        if not capitals or not capitals.group(1).isupper() or line.core.isupper():
            return
        line.cut_tail("byline", capitals.start(1))
    _cut_end_mark(line)


def _signs(names: str) -> bool:
    if is_explicit_byline(names):
        return True
    several = len(names.split()) > 1 or _INITIALS.fullmatch(names) or names.isupper()
    return bool(several) and is_byline_shape(names)


def mark_sections_below(lines: list[Line]) -> None:
    """A section name alone on a line below the byline is a link."""
    signed = False
    for line in lines:
        signed = signed or line.kind == "byline"
        if signed and line.kind is None and len(line.core) <= 60 and cue(line.core) in SECTIONS:
            line.kind = "furniture"
