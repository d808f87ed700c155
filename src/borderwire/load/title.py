"""The title: a line of its own, or the beginning of a line into which a crawler glued what stood below it."""

from __future__ import annotations

import re

from borderwire.load.cues import BODY_SECTIONS, FIXED_SECTIONS, SECTIONS
from borderwire.load.lines import Line, cue
from borderwire.load.outlet import inner_outlet
from borderwire.load.stamps import inner_stamp

# A title of a Vietnamese newspaper has at most about 30 words; sentences that open a text without one are longer.
TITLE_CHARS = 220
_TITLE_WORDS = 42
_DAY_PART = r"(?:Ngày|Sáng|Chiều|Trưa|Tối|Đêm|Rạng sáng)"
_TIME_OPENER = re.compile(
    rf"[\"“]?(?:(?:{_DAY_PART}|Vào|Hôm nay|Từ ngày|Trong (?:hai )?ngày|Cuối tháng|Đầu tháng)\b[^.\n]{{0,14}}\d"
    r"|(?:Sáng|Chiều|Trưa|Tối|Đêm) (?:nay|qua)\b|Hôm nay\b)"
)
# "... ký kết hợp tác Sáng 24/7, tại": a sentence that begins with its date inside a line, without a stop before it.
_GLUED_OPENER = re.compile(rf"(?<=[\w”\"!?)])\s(?={_DAY_PART}(?: ngày)? \d{{1,2}}\s?[/.-]\s?\d)")
# A caption glued behind a title; its credit follows.
_GLUED_CAPTION = re.compile(
    r"(?<=[\w”\"!?)])\s(?=(?:Quang cảnh|Toàn cảnh|Khung cảnh|Các đại biểu|Hình ảnh)\s[^\n]{5,250}?\W(?:Ảnh|ẢNH)\s?[:/])"
)
_SENTENCE_END = re.compile(r"[.!?…][\"”’)]?\s+(?=[\"“‘(]?[^\W\d_a-z])")
# Names of one syllable that may stand behind a section's words in a sentence: "Pháp luật Lào quy định ...".
_SHORT_NAMES = frozenset(
    ["Lào", "Việt", "Mỹ", "Nga", "Pháp", "Anh", "Nhật", "Đức", "Ý", "Úc", "Hàn", "Thái", "Trung", "Huế", "Vinh"]
)
_WORD = re.compile(r"\S+")
_SECTION_STARTS = frozenset(section.split()[0] for section in SECTIONS)
_DIGIT, _YEAR = re.compile(r"\d"), re.compile(r"\d{4}")


def mark_title(line: Line) -> bool:
    """Mark the line as the title, or cut the title off its head (then its kind stays None); False when it has none."""
    end = _glued_end(line)
    if end is not None:
        _cut_section(line, end)
        _cut_title(line, end)
        return True
    if not looks_like_title(line.core):
        return False
    _cut_section(line, line.end)
    line.kind = "title"
    return True


def looks_like_title(core: str) -> bool:
    """Short, begins large, is one sentence without a full stop, and does not tell the day first."""
    if len(core) < 8 or len(core) > TITLE_CHARS or len(core.split()) > _TITLE_WORDS:
        return False
    if core[-1] in ".:;," and not (core.endswith("...") and len(core) <= 120):
        return False
    if core[0].islower() or core[0] in "-–+•*" or (tells_sentences(core) and not core.isupper()):
        return False
    return not (opens_with_time(core) and "," in core[:40])  # "Ngày 6/7: giá vàng tăng" is a title


def opens_with_time(core: str) -> bool:
    """The text begins as the body of a report does: "Sáng 24/7, ...", "Ngày 5-3, ..."."""
    return _TIME_OPENER.match(core) is not None


def tells_sentences(core: str) -> bool:
    """A sentence ends inside the text, and another begins."""
    return _SENTENCE_END.search(core, 0, len(core) - 1) is not None


def title_of(line: Line) -> str:
    """The title that the line is or began with."""
    cut = next((block for block in line.before if block.kind == "title"), None)
    return line.text[cut.start : cut.end] if cut else line.core


def _glued_end(line: Line) -> int | None:
    """Where a title ends that is glued to a stamp, an outlet or the dated first sentence."""
    text, start = line.text, line.start
    limit = min(line.end, start + TITLE_CHARS + 60)
    ends = [inner_outlet(text, start, limit)]
    if _YEAR.search(text, start, limit):
        ends.append(inner_stamp(text, start, limit))
    opener = _GLUED_OPENER.search(text, start + 20, limit) if _DIGIT.search(text, start + 20, limit) else None
    if opener and line.end - opener.end() > 60 and text[opener.start() - 1] != ",":
        ends.append(opener.start())
    if line.hinted:
        caption = _GLUED_CAPTION.search(text, start + 20, limit)
        ends.append(caption.start() if caption else None)
    for end in sorted(end for end in ends if end is not None):
        if end > start + 12 and looks_like_title(text[start:end].rstrip(" -–|")):
            return end
    return None


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
    """Cut off a section name glued to the title: "Thời sự Hai bên ký ...". The longest known name wins."""
    if cue(line.text[line.start : line.start + 24]).partition(" ")[0] not in _SECTION_STARTS:
        return
    words = list(_WORD.finditer(line.text, line.start, min(end, line.start + 70)))
    for count in range(min(8, len(words) - 3), 0, -1):
        if not words[count].group()[0].isupper() or words[count - 1].group()[-1] in ",.:":
            continue
        name = cue(line.text[line.start : words[count - 1].end()])
        if name not in SECTIONS:
            continue
        if name in FIXED_SECTIONS or (name not in BODY_SECTIONS and _opens_sentence(*words[count : count + 2])):
            line.cut_head("section", words[count].start())
            return


def _opens_sentence(first: re.Match[str], second: re.Match[str]) -> bool:
    """A large word and then a small one, "Hai bên"; not a country's name or an abbreviation, "Lào ký", "TP.HCM ký"."""
    word = first.group()
    return word[1:].islower() and word not in _SHORT_NAMES and second.group()[0].islower()
