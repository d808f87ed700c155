"""What each stretch of a text is: title, lead, paragraph, caption, byline, furniture ..."""

from __future__ import annotations

from collections.abc import Mapping

from borderwire.load.captions import mark_above_credits, mark_captions, mark_credits, split_glued
from borderwire.load.foot import mark_foot, mark_sections_below, mark_signs
from borderwire.load.head import cut_stamps, mark_head
from borderwire.load.lines import Line, split_lines
from borderwire.load.stamps import is_stamp
from borderwire.model import Block, BlockKind


def cut(text: str, known: Mapping[int, BlockKind] | None = None) -> tuple[Block, ...]:
    """Cut a normalised text into blocks: in order, disjoint, holding every character that is not white space.

    known: kinds that the format tells (a Markdown heading), by the offset at which the line begins.
    """
    lines = split_lines(text)
    if known:
        for line in lines:
            line.kind = known.get(line.start)
    unknown = [line for line in lines if line.kind is None]
    mark_signs(unknown)
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
        blocks += _blocks(line)
    return tuple(blocks)


def _mark_stamps(lines: list[Line]) -> None:
    for line in lines:
        if line.kind is None and line.end - line.start <= 60 and is_stamp(line.core):
            line.kind = "stamp"


def _blocks(line: Line) -> list[Block]:
    if line.kind is None and line.end > line.start:
        return [*line.before, *split_glued(line), *line.after]
    return list(line.blocks())
