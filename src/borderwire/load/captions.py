"""Pictures told of by their captions, and headings inside the body."""

from __future__ import annotations

from itertools import pairwise

from borderwire.load.credits import credit_tail, inner_credits, is_credit_line
from borderwire.load.cues import CAPTION_STARTS
from borderwire.load.lines import Line, ends_sentence
from borderwire.model import Block, BlockKind

CAPTION_CHARS = 350
_HEADING_CHARS = 90
_HEADING_WORDS = 18
_TWICE = 0.7  # share of words that two settings of one caption have in common
# Where somebody stands in a picture; only captions say so.
_POINTING = (
    "(bên phải", "(bên trái", "(ngoài cùng", "(hàng trước", "(hàng sau", "(giữa)", "(người đứng", "(đứng", "(áo ",
    "(thứ nhất từ", "(thứ hai từ", "(thứ ba từ", "(thứ 2 từ", "(thứ 3 từ",
)  # fmt: skip
_POINTING_CHARS = 200
_VIEWS = ("Quang cảnh", "Toàn cảnh", "QUANG CẢNH", "TOÀN CẢNH")
_OPEN = (None, "caption")
_PICTURE = "!["  # in Markdown; a table holds it with the caption in the row below
_SHOWING = (
    "phát biểu",
    "lưu niệm",
    "bên phải",
    "bên trái",
    "tặng quà",
    "trao quà",
    "(ảnh",
    "từ trái",
    "từ phải",
    "chụp ảnh",
    "ký kết",
    "tại buổi",
)


def mark_credits(lines: list[Line]) -> None:
    """Credits on lines of their own, and cut off the ends of captions."""
    for line in lines:
        if not line.hinted or line.kind not in _OPEN:
            continue
        if line.kind is None and is_credit_line(line.core):
            line.kind = "credit"
            continue
        at = credit_tail(line.text, line.start, line.end)
        if at is not None and at > line.start + 5:
            line.cut_tail("credit", at)
            if is_credit_line(line.core):
                line.kind = "credit"
            elif len(line) <= CAPTION_CHARS:
                line.kind = "caption"


def mark_captions(lines: list[Line]) -> None:
    """Captions by their company: a credit below, a twin beside, a stray letter above, a byline above."""
    stops = _share_of_stops(lines)
    for index, line in enumerate(lines):
        if line.kind == "furniture" and (
            line.core.startswith(_PICTURE) or (len(line.core) == 1 and line.core.isalpha())
        ):
            _caption_below(lines, index)
    _mark_twins(lines)
    _mark_last_group(lines)
    if stops < 0.6:
        return
    for index in range(1, len(lines) - 1):
        line = lines[index]
        if line.kind is None and len(line.core) <= CAPTION_CHARS and not line.before and not line.after:
            _mark_unstopped(lines, index)


def mark_above_credits(lines: list[Line]) -> None:
    """The short line above a credit is its caption. Across an empty line, not for a first line: that may be a title."""
    for index in range(1, len(lines)):
        if lines[index].kind == "credit" and (index > 1 or lines[0].group == lines[1].group):
            _caption_above(lines, index)


def _caption_above(lines: list[Line], index: int) -> None:
    line, credit = lines[index - 1], lines[index]
    if line.kind not in (None, "heading") or line.after or not len(line):
        return
    beside = line.group == credit.group
    if len(line) <= (CAPTION_CHARS if beside else 250) and (beside or not ends_sentence(line.core) or len(line) <= 160):
        line.kind = "caption"


def _caption_below(lines: list[Line], index: int) -> None:
    """Content systems leave the file name of a picture ("a") or its mark ("![]() |") above its caption."""
    if index + 1 >= len(lines):
        return
    letter, line = lines[index], lines[index + 1]
    if letter.core.startswith(_PICTURE) and not line.core.startswith("|"):
        return
    if line.kind is None and line.group == letter.group and len(line) <= CAPTION_CHARS:
        line.kind = "caption"


def _mark_twins(lines: list[Line]) -> None:
    """A caption that is set twice, as picture text and below it, with small differences."""
    short = [0 < len(line.core) <= CAPTION_CHARS and line.kind in _OPEN for line in lines]
    for index in [index for index, pair in enumerate(pairwise(short)) if pair == (True, True)]:
        here, after = lines[index], lines[index + 1]
        size, other = len(here.core), len(after.core)
        if size < 8 or not size <= 2 * other <= 4 * size or here.kind == after.kind == "caption":
            continue
        if is_twin(here.core, after.core):
            here.kind = after.kind = "caption"


def is_twin(one: str, other: str) -> bool:
    """Two settings of one caption: most of their words are the same, and some stretch is letter for letter."""
    size = min(len(one), len(other))
    fifth, half = size // 5, size // 2
    if size > 30 and one[half : half + 10] not in other and one[fifth : fifth + 10] not in other:
        late = 4 * fifth - 10
        if one[late : late + 10] not in other:
            return False
    first, second = set(one.lower().rstrip(".").split()), set(other.lower().rstrip(".").split())
    common = len(first & second)
    return common >= _TWICE * (len(first) + len(second) - common)


def _mark_last_group(lines: list[Line]) -> None:
    """Captions gathered below the text: a last group apart, below the byline or a body without empty lines."""
    rest = [line for line in lines if line.kind not in ("furniture", "end-mark", "credit")]
    if len(rest) < 5:
        return
    last = rest[-1].group
    if len(rest[-1].core) > 300:
        return
    tail = [line for line in rest if line.group == last]
    above = [line for line in rest if line.group == last - 1]
    if not above or len(tail) > 15 or any(len(line.core) > 300 for line in tail) or len(tail) == len(rest):
        return
    signed = above[-1].kind == "byline"
    body = [line for line in above if line.kind is None and ends_sentence(line.core)]
    if any(line.kind == "byline" for line in tail):
        return
    if not signed and (len(body) < 4 or len({line.group for line in rest}) > 5):
        return
    for line in tail:
        if line.kind in (None, "heading"):
            line.kind = "caption"


def _mark_unstopped(lines: list[Line], index: int) -> None:
    """A short line without a stop between full paragraphs: a heading, or a caption when it tells of a picture."""
    line = lines[index]
    core = line.core
    if ends_sentence(core):
        viewed = len(core) <= 120 and core.startswith(_VIEWS)
        if viewed or (len(core) <= _POINTING_CHARS and any(phrase in core for phrase in _POINTING)):
            line.kind = "caption"
        return
    if core[0] in "-–+•*(" or core[0].islower() or core[-1] in '"”,;:':
        return
    tells = core.lower().startswith(CAPTION_STARTS) or any(phrase in core for phrase in _SHOWING)
    following = next((other for other in lines[index + 1 :] if other.kind != "furniture"), None)
    if following is None:
        return
    if tells:
        line.kind = "caption"
    elif len(core) <= _HEADING_CHARS and len(core.split()) <= _HEADING_WORDS:
        line.kind = "heading" if following.kind in (None, "caption") else None
    elif _stands_alone(lines, index):
        line.kind = "caption"


def _stands_alone(lines: list[Line], index: int) -> bool:
    return lines[index - 1].group < lines[index].group < lines[index + 1].group


def _share_of_stops(lines: list[Line]) -> float:
    """Of the longer lines that nobody knows yet, the share that ends a sentence."""
    long = [line.core for line in lines if line.kind is None and len(line.core) > 90]
    return sum(map(ends_sentence, long)) / len(long) if long else 0.0


def split_glued(line: Line) -> list[Block]:
    """Blocks of a paragraph into which a crawler glued captions with their credits."""
    found = inner_credits(line.text, line.start, line.end)
    blocks: list[Block] = []
    at = line.start
    for start, end in found:
        caption = _caption_start(line.text, at, start)
        if not any(map(str.isalnum, line.text[caption:start])) and caption < start:
            continue
        _add(blocks, line.text, line.kind or "paragraph", at, caption)
        _add(blocks, line.text, "caption", caption, start)
        _add(blocks, line.text, "credit", start, end)
        at = end
    _add(blocks, line.text, line.kind or "paragraph", at, line.end)
    return blocks


def _caption_start(text: str, start: int, end: int) -> int:
    """The caption before a credit is the last sentence, its own stop aside."""
    if not text[start:end].strip():
        return start
    stop = len(text[start:end].rstrip()) + start - 1
    best = start
    for sign in ".!?…":
        at = text.rfind(sign + " ", start, stop)
        best = max(best, at + 1 if at >= 0 else start)
    return best if best > start or stop - start <= CAPTION_CHARS else end


def _add(blocks: list[Block], text: str, kind: BlockKind, start: int, end: int) -> None:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        first = start + len(piece) - len(piece.lstrip())
        blocks.append(Block(kind, first, first + len(bare)))
