"""What each stretch of a text is."""

from __future__ import annotations

import re

from borderwire.model import Block

_LINE = re.compile(r"\S[^\n]*")


def cut(text: str) -> tuple[Block, ...]:
    """Blocks of a normalised text."""
    blocks = []
    for match in _LINE.finditer(text):
        line = match.group().rstrip()
        first = not blocks and len(line) < 200 and line[-1] not in ".:"
        blocks.append(Block("title" if first else "paragraph", match.start(), match.start() + len(line)))
    return tuple(blocks)
