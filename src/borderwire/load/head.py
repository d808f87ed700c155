"""The head of a page: section name, title, stamp, place, lead, and the outlet before the first sentence.

Each is found by its own signs; a text may have none of them.
"""

from __future__ import annotations

import re

from borderwire.load.byline import is_explicit_byline, is_personal_name
from borderwire.load.cues import CAPTION_STARTS, FIXED_SECTIONS, NOT_OUTLETS, OUTLETS, SECTIONS
from borderwire.load.lines import Line, cue, ends_sentence
from borderwire.load.stamps import is_stamp, stamp_head

# A title of a Vietnamese newspaper has at most about 30 words; sentences that open a text without one are longer.
TITLE_CHARS = 220
TITLE_WORDS = 42
LEAD_CHARS = 700
_HEAD_LINES = 14  # furniture of a page's top aside, the head is over by then
_DASH = r"\s*[-–—]+\s*"
_DOMAIN = r"[Bb]ao[a-z]{4,20}|(?:[Bb]áo\s+)?[A-Za-zĐđ][\w-]*(?:\.[\w-]+)*\.(?:vn|com|net|org|info|gov)"
_ACRONYM = r"[A-ZĐƯ][A-ZĐƯ&+]{1,7}(?:\s?[Oo]nline|\.VN)?"
_NAMES = r"[^()\[\]\n]{2,32}"
_PAREN_OUTLET = re.compile(rf"[(\[]\s*({_NAMES})\s*[)\]]\s*(?:[-–—:]+|\.(?=\s))?\s*(?=\S)")
_BARE_OUTLET = re.compile(rf"((?:{_DOMAIN})|[A-ZĐ][^\s()]*(?:\s[^\s()–—-]{{1,12}}){{0,3}})\s+[-–—]+\s+(?=[\"“‘]?[^\W\d_a-z]|\d)")
_INNER_OUTLET = re.compile(rf"[(\[]\s*({_NAMES})\s*[)\]]\s*[-–—:]+\s*(?=\S)")
_PLACE_OUTLET = re.compile(
    rf"([^\W\d_a-z][^\W\d_]*(?:\s[^\W\d_a-z][^\W\d_]*){{0,4}})[,\s]+(?=[(\[]\s*{_NAMES}\s*[)\]]\s*[-–—:])"
)
_IS_DOMAIN = re.compile(_DOMAIN)
_IS_ACRONYM = re.compile(_ACRONYM)
_TIME_OPENER = re.compile(
    r"[\"“]?(?:(?:Ngày|Sáng|Chiều|Trưa|Tối|Đêm|Rạng sáng|Vào|Hôm nay|Từ ngày|Trong ngày|Trong hai ngày|Cuối tháng|Đầu tháng)\b"
    r"[^.\n]{0,14}\d|(?:Sáng|Chiều|Trưa|Tối|Đêm) (?:nay|qua)\b|Hôm nay\b)"
)
# "... ký kết hợp tác Sáng 24/7, tại": a sentence that begins with its date inside a line, without a stop before it.
_GLUED_OPENER = re.compile(r"(?<=[\w”\"!?)])\s+(?=(?:Ngày|Sáng|Chiều|Trưa|Tối|Đêm|Rạng sáng)(?: ngày)? \d{1,2}\s?[/.-]\s?\d)")
_GLUED_SENTENCE = re.compile(
    r"(?<=[^\W\d_])\s+(?=(?:Theo (?:đó|[A-ZĐ])|Trong (?:những|khi|đó|thời|hai|các|năm|khuôn)|Tại (?:đây|buổi|hội|cuộc|cơ)|Trước đó"
    r"|Sau (?:khi|đó|một|hơn)|Đây là|Nhằm|Tham dự|Tới dự|Đến dự|Dự (?:hội|buổi|lễ|cuộc)|Phát biểu|Nhận lời|Khoảng|Hiện[, ]|Được biết|Cùng (?:ngày|dự|tham)"
    r"|Qua (?:đó|công|quá|điều)|Khi |Nhân dịp|Thời gian (?:qua|gần)|Để |Với (?:sự|mục|tinh)|Liên quan|Vào |Như (?:đã|vậy)"
    r"|(?:Ngày|Sáng|Chiều|Trưa|Tối|Đêm|Rạng sáng)(?: ngày)? (?:\d|nay|qua)|Cụ thể|Tuy nhiên|Do |Từ (?:ngày|năm|đầu|khi)) ?)"
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]?\s+(?=[\"“‘(]?[^\W\d_a-z])")
_CRUMB = re.compile(r"\s*(?:[>»›|]|(?<=\s)/(?=\s)|::)\s*")


def mark_head(lines: list[Line]) -> None:
    """Give kinds to the lines of the head and cut glued pieces off their ends."""
    title: Line | None = None
    for index, line in enumerate(lines[:_HEAD_LINES]):
        if line.kind is not None:
            continue
        core = line.core
        if is_stamp(core):
            line.kind = "stamp"
        elif len(core) <= 60 and cue(core) in SECTIONS:
            line.kind = "section"
        elif _is_breadcrumb(core):
            line.kind = "furniture"
        elif title is None and not line.after and _mark_title(line, lines, index):
            title = line
            if line.kind is None:
                _open_body(lines, index, title)
                return
        elif title is not None and _is_repeated(line, title):
            line.kind = "furniture"
        elif title is not None and _mark_subline(line, lines, index):
            continue
        elif not _marks_picture(lines, index):
            _open_body(lines, index, title)
            return


def cut_stamps(lines: list[Line]) -> None:
    """Cut stamps off the beginnings of the first lines."""
    for line in lines[:_HEAD_LINES]:
        end = stamp_head(line.text, line.start, line.end) if line.kind is None else line.start
        if end > line.start:
            line.cut_head("stamp", end)


def _mark_title(line: Line, lines: list[Line], index: int) -> bool:
    """The line is the title, or begins with it. Then its kind is "title", or None with the title cut off."""
    glued = _glued_title_end(line)
    if glued is not None:
        _cut_section(line, glued)
        _cut_title(line, glued)
        return True
    core = line.core
    if not looks_like_title(core) or _first_picture(lines, index) or index + 1 >= len(lines):
        return False
    _cut_section(line, line.end)
    line.kind = "title"
    return True


def looks_like_title(core: str) -> bool:
    """Short, begins large, one sentence without a full stop."""
    if len(core) > TITLE_CHARS or len(core) < 8 or core[-1] in ".:;," or len(core.split()) > TITLE_WORDS:
        return core.endswith("...") and 8 <= len(core) <= 120
    if core[0].islower() or core[0] in "-–+•*" or _SENTENCE_END.search(core[:-1]) and not core.isupper():
        return False
    return not _TIME_OPENER.match(core)


def _first_picture(lines: list[Line], index: int) -> bool:
    """The line is a picture's caption: a credit stands at its end or below it."""
    line = lines[index]
    following = lines[index + 1] if index + 1 < len(lines) else None
    return bool(line.after and line.after[0].kind == "credit") or (
        following is not None and following.kind == "credit" and following.group == line.group
    )


def _glued_title_end(line: Line) -> int | None:
    """Where a title ends that is glued to the outlet or the dated first sentence behind it."""
    limit = min(line.end, line.start + TITLE_CHARS + 60)
    for match in _INNER_OUTLET.finditer(line.text, line.start, limit):
        if match.start() > line.start + 12 and is_outlet(match.group(1)):
            place = _place_before(line.text, line.start, match.start())
            return match.start() if looks_like_title(line.text[line.start : match.start()].rstrip()) else place
    match = _GLUED_OPENER.search(line.text, line.start, limit)
    if match and match.start() > line.start + 20:
        head = line.text[line.start : match.start()]
        if looks_like_title(head) and "," not in head[-3:] and line.end - match.end() > 60:
            return match.start()
    return None


def _place_before(text: str, start: int, at: int) -> int | None:
    return None if at - start > TITLE_CHARS else None


def _cut_title(line: Line, end: int) -> None:
    """Cut the title off the line's head, in two when the crawler repeated it."""
    head = line.text[line.start : end].rstrip()
    middle = head.find(head[:20], 20) if len(head) > 45 else -1
    if middle > 0 and cue(head[:middle]) == cue(head[middle:]):
        line.cut_head("title", line.start + middle)
        line.cut_head("furniture", end)
    else:
        line.cut_head("title", end)


def _cut_section(line: Line, end: int) -> None:
    """Cut off a section name glued to the title: "Thời sự Hai bên ký ..."."""
    words = list(re.finditer(r"\S+", line.text[line.start : min(end, line.start + 70)]))
    for count in range(min(8, len(words) - 3), 0, -1):
        following = words[count].group()
        if not following[0].isupper():
            continue
        name = cue(line.text[line.start : line.start + words[count - 1].end()])
        if name not in SECTIONS or words[count - 1].group()[-1] in ",.:":
            continue
        if name in FIXED_SECTIONS or (len(name.split()) > 1 and words[count + 1].group()[0].islower()):
            line.cut_head("section", line.start + words[count].start())
            return


def _mark_subline(line: Line, lines: list[Line], index: int) -> bool:
    """Short lines between title and body: author with stamp, place, explicit byline."""
    core = line.core
    if len(core) > 110:
        return False
    if _cut_author_stamp(line) or _cut_author(line):
        return True
    following = next((other for other in lines[index + 1 :] if other.kind is None), None)
    if following is None or len(following) < 80 or len(core) > 40:
        return False
    if is_outlet(core):
        line.kind = "outlet"
    elif is_personal_name(core):
        line.kind = "byline"
    elif re.fullmatch(r"[^\W\d_a-z][^\W\d_]*(?:[ -][^\W\d_a-z][^\W\d_]*){0,3}", core):
        line.kind = "stamp"  # a place set above the text, as agencies do
    return line.kind is not None


def _cut_author(line: Line) -> bool:
    if is_explicit_byline(line.core):
        line.kind = "byline"
    return line.kind is not None


def _cut_author_stamp(line: Line) -> bool:
    """"Minh Hà - 08:34, 26/07/2022", "Thời sự | 26/07/2022", "VOV.VN - 26/07/2022"."""
    for match in re.finditer(r"\s*(?:[-–—|•·]|\s(?=\d)|,(?=\s))\s*", line.core):
        name, rest = line.core[: match.start()], line.core[match.end() :]
        if not name or not is_stamp(rest):
            continue
        if cue(name) in SECTIONS:
            line.cut_head("section", line.start + match.end())
        elif is_outlet(name):
            line.cut_head("outlet", line.start + match.end())
        elif is_personal_name(name) or is_explicit_byline(name):
            line.cut_head("byline", line.start + match.end())
        else:
            continue
        line.kind = "stamp"
        return True
    return False


def _marks_picture(lines: list[Line], index: int) -> bool:
    """A caption may stand between title and body; it does not end the head."""
    line = lines[index]
    if _first_picture(lines, index):
        return True
    return len(line) <= 200 and not ends_sentence(line.core) and line.core.lower().startswith(CAPTION_STARTS)


def _open_body(lines: list[Line], index: int, title: Line | None) -> None:
    """Cut the outlet off the first sentences and decide whether the first paragraph is the lead."""
    body = [line for line in lines[index : index + 6] if line.kind is None and not line.after]
    for line in body[:2]:
        _cut_outlet(line)
    for line in body[:2]:
        _cut_glued_caption(line)
    if title is None or not body or body[0] is title:
        return
    first = body[0]
    if len(first) and _is_lead(first, body[1:], lines):
        first.kind = "lead"


def _cut_outlet(line: Line) -> None:
    text = line.text
    place = _PLACE_OUTLET.match(text, line.start, line.end)
    at = place.end() if place else line.start
    match = _PAREN_OUTLET.match(text, at, line.end)
    if match and is_outlet(match.group(1)):
        if place:
            line.cut_head("stamp", at)
        line.cut_head("outlet", match.end())
        return
    match = _BARE_OUTLET.match(text, line.start, min(line.end, line.start + 80))
    if match and is_outlet(match.group(1)):
        line.cut_head("outlet", match.end())


def _cut_glued_caption(line: Line) -> None:
    """A caption glued to the body behind it, without a stop: "... tại hội nghị Theo đó, hai bên ..."."""
    if len(line) < 600:
        return
    match = _GLUED_SENTENCE.search(line.text, line.start + 20, line.start + 320)
    if match and not _SENTENCE_END.search(line.text, line.start, match.end() + 1):
        line.cut_head("caption", match.start())


def is_outlet(name: str) -> bool:
    """A domain, a known paper or agency, or an acronym that is no body's."""
    name = re.sub(r"^(?:Theo|Nguồn|Báo)\s*:?\s+", "", name.strip())
    if _IS_DOMAIN.fullmatch(name) or cue(name) in OUTLETS:
        return True
    return _IS_ACRONYM.fullmatch(name) is not None and name not in NOT_OUTLETS


def _is_lead(first: Line, following: list[Line], lines: list[Line]) -> bool:
    """A first paragraph set apart from the body: by layout, or because the story begins anew below it."""
    if not 40 <= len(first) <= LEAD_CHARS or not following:
        return False
    second = following[0]
    if len(second) > max(900, 2 * len(first)) and len(first) <= 600 and len(lines) <= 8:
        return True  # aggregators set title, summary and the whole body on three lines
    if second.group > first.group and _group_size(lines, second) >= 3 and _group_size(lines, first) == 1:
        return True
    if _TIME_OPENER.match(first.core):
        return False
    return len(first) <= 450 and _TIME_OPENER.match(second.core) is not None


def _group_size(lines: list[Line], line: Line) -> int:
    return sum(other.group == line.group for other in lines)


def _is_repeated(line: Line, title: Line) -> bool:
    said = next((block for block in title.before if block.kind == "title"), None)
    words = title.text[said.start : said.end] if said else title.core
    return abs(len(line) - len(words)) <= 12 and cue(line.core) == cue(words)


def _is_breadcrumb(core: str) -> bool:
    """"Trang chủ > Thời sự > Chính trị": steps divided by arrows, all but the last of them sections."""
    if len(core) > 160 or not _CRUMB.search(core):
        return False
    steps = [cue(step) for step in _CRUMB.split(core) if cue(step)]
    known = [step in SECTIONS or step in ("trang chủ", "trang nhất", "home") for step in steps]
    return len(steps) > 1 and all(known[:-1])
