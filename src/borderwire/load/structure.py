"""What each stretch of a text is: title, lead, paragraph, caption, byline, furniture ..."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

from borderwire.load.captions import mark_above_credits, mark_captions, mark_credits, split_glued
from borderwire.load.credits import hint_offsets
from borderwire.load.foot import mark_foot, mark_sections_below, mark_signs
from borderwire.load.head import cut_stamps, mark_head
from borderwire.load.lines import Line
from borderwire.load.stamps import is_stamp
from borderwire.model import Block, BlockKind


def cut(text: str, lines: list[Line], known: Mapping[int, BlockKind] | None = None) -> tuple[Block, ...]:
    """Cut a normalised text into blocks: in order, disjoint, holding every character that is not white space.

    lines: of the text, as `unwrap` gives them; they are used up. known: kinds that the format tells (a Markdown
    heading), by the offset at which the line begins.
    """
    if known:
        for line in lines:
            line.kind = known.get(line.start)
    _mark_hints(text, lines)
    mark_signs([line for line in lines if line.kind is None])
    cut_stamps(lines)
    mark_credits(lines)
    mark_above_credits(lines)
    mark_head(lines)
    mark_foot(lines)
    _mark_stamps(lines)
    mark_captions(lines)
    mark_sections_below(lines)
    blocks: list[Block] = []
    for line in lines:
        if line.before or line.after or line.hinted:
            blocks += _pieces(line)
        else:
            blocks.append(Block(line.kind or "paragraph", line.start, line.end))
    return tuple(blocks)


def _mark_hints(text: str, lines: list[Line]) -> None:
    offsets = hint_offsets(text)
    starts = [line.start for line in lines] if offsets else []
    for at in offsets:
        lines[bisect_right(starts, at) - 1].hinted = True


def _mark_stamps(lines: list[Line]) -> None:
    for line in lines:
        if line.kind is None and len(line.core) <= 60 and is_stamp(line.core):
            line.kind = "stamp"


def _pieces(line: Line) -> list[Block]:
    """The blocks of a line of which something was cut off, or into which more may be glued."""
    if line.end <= line.start:
        return [*line.before, *line.after]
    if line.hinted and line.kind is None:
        return [*line.before, *split_glued(line), *line.after]
    return [*line.before, Block(line.kind or "paragraph", line.start, line.end), *line.after]
