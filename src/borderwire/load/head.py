"""The head of a page: section name, title, stamp, place, byline and lead above the body.

Each is found by its own signs; a text may have none of them.
"""

from __future__ import annotations

import re

from borderwire.load.byline import is_byline_shape, is_explicit_byline, is_personal_name
from borderwire.load.cues import CAPTION_STARTS, SECTIONS
from borderwire.load.lines import Line, cue, ends_sentence
from borderwire.load.outlet import cut_outlet, is_outlet
from borderwire.load.stamps import is_stamp, stamp_head
from borderwire.load.title import mark_title, opens_with_time, tells_sentences, title_of

LEAD_CHARS = 700
_HEAD_LINES = 14  # furniture of a page's top aside, the head is over by then
# How stamps at the beginning of a line begin.
_STAMP_STARTS = (*"0123456789", "date", "Cập nhật", "Ngày đăng", "Đăng ngày", "ngày", "Thứ", "thứ", "Chủ", "chủ", "CN",
                 *(f"T{day}" for day in range(2, 8)))  # fmt: skip
_TICKS, _TICKER, _TICKER_CHARS, _STAMP_SOON = " - ", 4, 120, 3
_SUBLINE_CHARS = 110
_CRUMB = re.compile(r"\s*(?:[>»›|]|(?<=\s)/(?=\s)|::)\s*")
_CRUMB_SIGNS = (">", "»", "›", "|", "/", "::")
_HOME = frozenset(["trang chủ", "trang nhất", "home"])
_PLACE = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[ -][^\W\d_a-z][^\W\d_]*){0,3}")
_SUBLINE_STEP = re.compile(r"\s*(?:[-–—|•·]|\s(?=\d)|,(?=\s))\s*")
# A new sentence inside a line, with no stop before it. Openers that are also parts of names need a following word.
_GLUED_SENTENCE = re.compile(
    r"(?<=[^\W\d_])\s(?=[TSĐNDPKHCQVLR])"
    r"(?=(?:Theo (?:đó|[A-ZĐ])|Trong (?:những|khi|đó|thời|hai|các|năm|khuôn)|Tại (?:đây|buổi|hội|cuộc)"
    r"|Tại cơ|Trước đó|Sau (?:khi|đó|một|hơn)|Đây là|Nhằm|Tham dự|Tới dự|Đến dự|Dự (?:hội|buổi|lễ|cuộc)|Phát biểu"
    r"|Nhận lời|Khoảng|Hiện[, ]|Được biết|Cùng (?:ngày|dự|tham)|Qua (?:đó|công|quá|điều)|Khi "
    r"|Nhân dịp|Thời gian (?:qua|gần)|Để "
    r"|Với (?:sự|mục|tinh)|Liên quan|Vào |Như (?:đã|vậy)|Cụ thể|Tuy nhiên|Do |Từ (?:ngày|năm|đầu|khi)"
    r"|(?:Ngày|Sáng|Chiều|Trưa|Tối|Đêm|Rạng sáng)(?: ngày)? (?:\d|nay|qua)))"
)


def cut_stamps(lines: list[Line]) -> None:
    """Cut stamps off the beginnings of the first lines."""
    for line in [line for line in lines if line.kind != "furniture"][:_HEAD_LINES]:
        if line.kind is None and line.core.startswith(_STAMP_STARTS) and not is_stamp(line.core):
            _cut_stamp(line)


def _cut_stamp(line: Line) -> None:
    end = stamp_head(line.text, line.start, line.end)
    if end > line.start:
        line.cut_head("stamp", end)


def mark_head(lines: list[Line]) -> None:
    """Give kinds to the lines of the head, up to the first paragraph of the body or the lead."""
    title: Line | None = None
    first = next((index for index, line in enumerate(lines) if line.kind != "furniture"), 0)
    for index, line in enumerate(lines[: first + _HEAD_LINES]):
        kind = line.kind
        if kind == "title":
            title = line
        if kind is not None or _mark_small(line):
            continue
        if title is None and _is_ticker(lines, index):
            line.kind = "furniture"  # "Headline A - Headline B - ...": a running line
            continue
        if title is None and _may_be_title(lines, index) and mark_title(line):
            title = line
            if line.kind is None:
                _cut_stamp(line)
                return _open_body(lines, index, title)
        elif title is not None and _is_repeated(line, title):
            line.kind = "furniture"
        elif not (title is not None and _mark_subline(lines, index)) and not _is_caption(lines, index):
            return _open_body(lines, index, title)
    return None


def _is_ticker(lines: list[Line], index: int) -> bool:
    """Headlines of other articles in a row, parted by dashes, above the stamp of this one."""
    core = lines[index].core
    if len(core) < _TICKER_CHARS or core.count(_TICKS) < _TICKER or ends_sentence(core):
        return False
    below = lines[index + 1 : index + 1 + _STAMP_SOON]
    return any(is_stamp(line.core) or any(piece.kind == "stamp" for piece in line.before) for line in below)


def _mark_small(line: Line) -> bool:
    """Stamps, section names and breadcrumbs are known by themselves."""
    core = line.core
    if is_stamp(core):
        line.kind = "stamp"
    elif len(core) <= 60 and cue(core) in SECTIONS:
        line.kind = "section"
    elif _is_breadcrumb(core):
        line.kind = "furniture"
    return line.kind is not None


def _may_be_title(lines: list[Line], index: int) -> bool:
    """Something stands below it, and it is no picture's caption."""
    return index + 1 < len(lines) and not lines[index].after and not _is_credited(lines, index)


def _is_credited(lines: list[Line], index: int) -> bool:
    """A credit stands at the line's end or below it."""
    line = lines[index]
    if line.after and line.after[0].kind == "credit":
        return True
    below = lines[index + 1] if index + 1 < len(lines) else None
    return below is not None and below.kind == "credit" and below.group == line.group


def _is_caption(lines: list[Line], index: int) -> bool:
    """A caption may stand between title and body; it does not end the head."""
    line = lines[index]
    if _is_credited(lines, index):
        return True
    return len(line) <= 200 and not ends_sentence(line.core) and line.core.lower().startswith(CAPTION_STARTS)


def _is_repeated(line: Line, title: Line) -> bool:
    words = title_of(title)
    return abs(len(line) - len(words)) <= 12 and cue(line.core) == cue(words)


def _is_breadcrumb(core: str) -> bool:
    """'Trang chủ > Thời sự > Chính trị': steps divided by arrows, all but the last of them sections."""
    if len(core) > 160 or not any(sign in core for sign in _CRUMB_SIGNS) or not _CRUMB.search(core):
        return False
    steps = [cue(step) for step in _CRUMB.split(core) if cue(step)]
    return len(steps) > 1 and all(step in SECTIONS or step in _HOME for step in steps[:-1])


def _mark_subline(lines: list[Line], index: int) -> bool:
    """Short lines between title and body: author, author with stamp, outlet, place."""
    line = lines[index]
    core = line.core
    if len(core) > _SUBLINE_CHARS:
        return False
    if is_explicit_byline(core):
        line.kind = "byline"
    elif _cut_author_stamp(line):
        return True
    elif len(core) <= 40 and any(len(other) >= 80 for other in lines[index + 1 : index + 4]):
        if is_outlet(core):
            line.kind = "outlet"
        elif is_personal_name(core):
            line.kind = "byline"
        elif _PLACE.fullmatch(core):
            line.kind = "stamp"  # agencies set the place above the text
    return line.kind is not None


def _cut_author_stamp(line: Line) -> bool:
    """'Minh Hà - 08:34, 26/07/2022', 'Thời sự | 26/07/2022', 'VOV.VN - 26/07/2022'."""
    core, start = line.core, line.start
    for match in _SUBLINE_STEP.finditer(core):
        name, rest = core[: match.start()], core[match.end() :]
        if not name or not is_stamp(rest):
            continue
        if cue(name) in SECTIONS:
            line.cut_head("section", start + match.end())
        elif is_outlet(name):
            line.cut_head("outlet", start + match.end())
        elif is_byline_shape(name) or is_explicit_byline(name):
            line.cut_head("byline", start + match.end())
        else:
            continue
        line.kind = "stamp"
        return True
    return False


def _open_body(lines: list[Line], index: int, title: Line | None) -> None:
    """Cut the outlet and glued captions off the first paragraphs and decide whether the first is the lead."""
    body = [line for line in lines[index : index + 6] if line.kind is None and not line.after]
    for line in body[:2]:
        cut_outlet(line)
        _cut_glued_caption(line)
    if title is None or not body or body[0] is title:
        return
    if _is_lead(body[0], body[1:], lines):
        body[0].kind = "lead"


def _cut_glued_caption(line: Line) -> None:
    """A caption glued to the body behind it, without a stop: '... tại hội nghị Theo đó, hai bên ...'."""
    if len(line) < 600:
        return
    match = _GLUED_SENTENCE.search(line.text, line.start + 20, line.start + 320)
    if match and not tells_sentences(line.text[line.start : match.end() + 2]):
        line.cut_head("caption", match.start())


def _is_lead(first: Line, following: list[Line], lines: list[Line]) -> bool:
    """A first paragraph set apart from the body: by layout, or because the story begins anew below it."""
    if not 40 <= len(first) <= LEAD_CHARS or not following:
        return False
    second = following[0]
    if len(second) > max(600, 2 * len(first)) and len(first) <= 600 and len(lines) <= 8:
        return True  # aggregators set title, summary and the whole body on three lines
    if second.group > first.group and _group_size(lines, second) >= 3 and _group_size(lines, first) == 1:
        return True
    if opens_with_time(first.core):
        return False
    return len(first) <= 450 and opens_with_time(second.core)


def _group_size(lines: list[Line], line: Line) -> int:
    return sum(other.group == line.group for other in lines)
