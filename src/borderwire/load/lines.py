"""The lines of a text, before anyone knows what they are, and the joining of lines that only a margin broke."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from borderwire.model import Block, BlockKind
from borderwire.text import key

_WORD = re.compile(r"[^\W_]+")
# A line that ends so is not at its end: abbreviations that always stand before a name or a number.
_OPEN_END = re.compile(r"(?:\b(?:TP|Tp|TX|Tx|T\.P|PGS|GS|TS|ThS|Th|St)\.|[,;(\[“/&]| [-–])$")
_OPEN_STOPS = ("P.", "p.", "X.", "x.", "S.", "h.", "t.")  # how those abbreviations end
_ITEM_SIGNS = "-–+•*·"  # a list's
_NUMBERED = re.compile(r"(?:\d{1,2}|[a-zđ])[.)]\s+(?=[^\W\d_])")  # "3. Công an", "b) Đồn"
# A number below one of these words is its own: "trong tháng / 3. Hai bên ...".
_COUNTED = frozenset(["ngày", "tháng", "năm", "số", "quý", "khoản", "điều", "lần", "thứ", "mùng", "kỳ", "quận", "khu"])
_OPEN_SIGNS = frozenset(".,;([“/&-–")
_CUE_START = re.compile(r"(?:ảnh|nguồn|theo|tin|bài|clip|video)\b|[a-zđ]\b")
_FINAL = frozenset(".!?…:;")
_CLOSERS = "\"”’')]»"
# Margins that editors and mail programs break at lie between these widths, in characters.
_NARROW, _WIDE = 55, 120
# The longest words of a link inside a paragraph, in characters; of how many lines at most one begins with a space.
_LONGEST_LINK, _FEW = 80, 3
_FEW_WORDS = 2  # of a line that a link broke off: "Tại / Bến Tre, / sáng nay"
_AFTER_LINK = ",;)."  # the sign behind a link begins the next line


@dataclass(slots=True)
class Line:
    """A line without its outer white space. Pieces cut off its ends are kept in `before` and `after`; what is left,
    `[start, end)`, gets `kind` (None while unknown). group: lines of one group have no empty line between them;
    core: the text of what is left."""

    text: str
    start: int
    end: int
    group: int
    core: str
    kind: BlockKind | None = None
    hinted: bool = False  # words of a photo credit stand in it
    before: tuple[Block, ...] = ()
    after: tuple[Block, ...] = ()

    def __len__(self) -> int:
        return self.end - self.start

    def cut_head(self, kind: BlockKind, end: int) -> None:
        """Take `[start, end)` off as a block of its own."""
        piece = self.text[self.start : end]
        stripped = piece.strip()
        if stripped:
            start = self.start + len(piece) - len(piece.lstrip())
            self.before = (*self.before, Block(kind, start, start + len(stripped)))
        rest = self.text[end : self.end]
        self.start = end + len(rest) - len(rest.lstrip())
        self.core = self.text[self.start : self.end]

    def cut_tail(self, kind: BlockKind, start: int) -> None:
        """Take `[start, end)` off as a block of its own."""
        stripped = self.text[start : self.end].rstrip()
        if stripped:
            self.after = (Block(kind, start, start + len(stripped)), *self.after)
        self.core = self.text[self.start : start].rstrip()
        self.end = self.start + len(self.core)


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not empty."""
    lines: list[Line] = []
    group, at = 0, 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            start = at if raw is bare or raw[0] == bare[0] else at + len(raw) - len(raw.lstrip())
            lines.append(Line(text, start, start + len(bare), group, bare))
        elif lines and lines[-1].group == group:
            group += 1
        at += len(raw) + 1
    return lines


def cue(text: str) -> str:
    """Words of a short line for look-up: lower case, spelling variants and punctuation aside."""
    return " ".join([key(word) for word in _WORD.findall(text)])


def ends_sentence(core: str) -> bool:
    """The last sign, closing quotes and brackets aside, ends a sentence or announces what follows."""
    if core[-1:] in _FINAL:
        return True
    bare = core.rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _FINAL


def unwrap(text: str) -> tuple[str, list[Line]]:
    """Turn line breaks inside paragraphs into spaces; no offset moves. Returns the text and its lines.

    Three signs: a line goes on in lower case or after an open end ("TP."), the whole text is set to a margin, or the
    page had a link there, which stands on a line of its own.
    """
    lines = split_lines(text)
    neighbours = [(here, after) for here, after in pairwise(lines) if here.group == after.group]
    margin = _margin(lines, [here for here, _ in neighbours])
    joints = [here.end for here, after in neighbours if _goes_on(here, after, margin)]
    if links := _around_links(text, lines):
        joints = sorted({*joints, *links})
    if not joints:
        return text, lines
    pieces, last = [], 0
    for joint in joints:
        newline = text.index("\n", joint)
        pieces += [text[last:newline], " "]
        last = newline + 1
    joined = "".join([*pieces, text[last:]])
    return joined, split_lines(joined)


def _goes_on(here: Line, after: Line, margin: int | None) -> bool:
    core, following = here.core, after.core
    if len(core) < 2 or following[0] in _ITEM_SIGNS or _is_item(core, following):
        return False
    if margin is not None and len(core) >= margin:
        return True
    if following[0].islower():
        return not _CUE_START.match(following) and len(following) > 3
    if core[-1] == "." and not core.endswith(_OPEN_STOPS):
        return False  # as mostly
    return core[-1] in _OPEN_SIGNS and _OPEN_END.search(here.text, max(here.start, here.end - 6), here.end) is not None


def _around_links(text: str, lines: list[Line]) -> list[int]:
    """Ends of the lines that a link broke: what follows it begins with the space that the page had there ("sách của ông
    / Lê Văn A / ␣bán chạy"), what stands before it ends with one. No sign where lines are set in by a space."""
    set_in = [text[line.start - 1 : line.start] == " " for line in lines]
    if sum(set_in) * _FEW > len(lines):
        return []
    joints: list[int] = []
    for index in range(1, len(lines)):
        link, after = lines[index - 1], lines[index]
        before = lines[index - 2] if index > 1 else None
        spaced = set_in[index] and not set_in[index - 1] and _goes_on_behind_link(text, before, link, after)
        if link.group != after.group or not _is_link(link, after, spaced):
            continue
        if spaced or after.core[0] in _AFTER_LINK:
            joints.append(link.end)
        if before is not None and before.group == link.group and _leads_to_link(text, before):
            joints.append(before.end)
    return joints


def _is_link(link: Line, after: Line, set_in: bool) -> bool:
    """A short line that ends no sentence, and one that goes on behind it."""
    if len(link) > _LONGEST_LINK or ends_sentence(link.core) or after.core[0] in _ITEM_SIGNS:
        return False
    if set_in or after.core[0] in _AFTER_LINK[:-1] or after.core[:2] == ". ":
        return True
    return after.core[0].islower() and _CUE_START.match(after.core) is None


def _goes_on_behind_link(text: str, before: Line | None, link: Line, after: Line) -> bool:
    """A line set in by a space goes on in its sentence: not the first paragraph below a headline, nor an item."""
    if before is None:
        return False
    leads = before.group == link.group and _leads_to_link(text, before)
    return leads or not after.core[0].isupper() or len(link.core.split()) <= _FEW_WORDS


def _leads_to_link(text: str, line: Line) -> bool:
    """The line ends with a space, and no sentence with it."""
    return text[line.end : line.end + 1] == " " and not ends_sentence(line.core)


def _is_item(core: str, following: str) -> bool:
    """The line begins with the number of a list, not with one that the line above leads to."""
    if "." not in following[:3] and ")" not in following[:3]:
        return False  # as mostly
    return _NUMBERED.match(following) is not None and core.rsplit(None, 1)[-1].lower() not in _COUNTED


def _margin(lines: list[Line], inner: list[Line]) -> int | None:
    """Least width of a line that a margin broke, or None when the text is not set to one.

    Sign: nearly no line is wider than the widest of the usual margins, and of the lines that are followed by another
    line of their group (`inner`) most fill it and do not end a sentence.
    """
    if len(inner) < 4:
        return None
    widest = max([len(line.core) for line in lines])
    if not _NARROW <= widest <= _WIDE:
        return None
    least = int(widest * 0.8)
    full = [line for line in inner if len(line) >= least]
    broken = sum(not ends_sentence(line.core) for line in full)
    return least if len(full) >= 0.6 * len(inner) and broken >= 0.5 * len(full) else None
