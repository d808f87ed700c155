"""Later mentions of a person by the full name alone, with neither rank nor title: "ông ...; Trần Văn A nói"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from borderwire.extract.doc import Doc
from borderwire.extract.name_parts import Name
from borderwire.extract.names import read_name

Tokens = tuple[int, int]

# For how many persons of a text, and how many spellings of each, their other mentions are looked for.
_MOST_PERSONS = 60
_MOST_SPELLINGS = 6


def plain_mentions(doc: Doc, names: Sequence[Iterable[Name]]) -> list[list[Tokens]]:
    """For each person, given the names as written, the tokens `[start, end)` of every other mention of one of them."""
    return [_mentions(doc, spellings) if number < _MOST_PERSONS else [] for number, spellings in enumerate(names)]


def _mentions(doc: Doc, spellings: Iterable[Name]) -> list[Tokens]:
    written: dict[str, int] = {}
    known: dict[Tokens, str] = {}
    for name in spellings:
        text = known[name.start, name.end] = doc.slice(name.start, name.end)
        if text not in written and len(name.parts) > 1 and len(written) < _MOST_SPELLINGS:
            written[text] = written[text.upper()] = name.end - name.start
    found: list[Tokens] = []
    seen = list(known.values())
    for form, size in written.items():
        if doc.text.count(form) > seen.count(form):  # seldom: most mentions have a rank or a title
            found += [(at, at + size) for at in doc.find(form)]
    return [tokens for tokens in found if tokens not in known and _stands(doc, *tokens)]


def _stands(doc: Doc, start: int, end: int) -> bool:
    """The tokens are a whole name on one line, or stand in a headline in capitals."""
    if any(doc.breaks[start + 1 : end]):
        return False
    if doc.shapes[start] == "A":
        return True
    if start > 0 and doc.shapes[start - 1] == "U" and not doc.breaks[start]:
        return False
    name = read_name(doc, start)
    return name is not None and name.end == end
