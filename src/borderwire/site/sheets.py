"""Style sheets as they are shipped: what only their authors read is left out."""

from __future__ import annotations

import re

# Strings and addresses, which stay, as do comments that a licence wants kept; what can be left out; signs.
_PARTS = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|url\([^"')]*\)|/\*!.*?(?:\*/|\Z))"""
    r"|(?P<gap>(?:\s|/\*(?!!).*?(?:\*/|\Z))+)"
    r"|(?P<sign>[{};,:])",
    re.DOTALL,
)
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_SIGNS = frozenset("{};,:")  # need no gap behind them; a colon needs the one before it: `nav :focus`


def shipped(sheet: str) -> str:
    """The sheet without comments and needless white space. Comments that begin with `/*!` stay."""
    made = [";"]  # so that nothing is at the head that needs a gap
    gap = ""
    at = 0
    for part in _PARTS.finditer(sheet):
        if part.start() > at:
            made.append(gap + sheet[at : part.start()])
            gap = ""
        at = part.end()
        text = part.group()
        if part.lastgroup == "gap":
            if made[-1] not in _SIGNS:
                gap = " " if _COMMENT.sub("", text) else "/**/"
            continue
        if text == "}" and made[-1] == ";":
            made.pop()
        made.append(text if text in "{};," else gap + text)
        gap = ""
    made.append(gap + sheet[at:])
    return "".join(made[1:]).strip() + "\n"
