"""Later mentions of a person by the full name alone, with neither rank nor title: "ông ...; Trần Văn A nói"."""

from __future__ import annotations

from collections.abc import Sequence

from borderwire.extract.doc import Doc
from borderwire.extract.name_parts import Name
from borderwire.extract.names import read_name

Tokens = tuple[int, int]


def plain_mentions(doc: Doc, names: Sequence[Sequence[Name]]) -> list[list[Tokens]]:
    """For each person, given the names as written, the tokens `[start, end)` of every mention of one of them."""
    whose: dict[tuple[str, ...], int] = {}
    lengths: dict[str, dict[int, None]] = {}
    for person, spellings in enumerate(names):
        for name in spellings:
            words = tuple(doc.keys[name.start : name.end])
            if len(words) > 1 and words not in whose:
                whose[words] = person
                lengths.setdefault(words[0], {})[len(words)] = None
    found: list[list[Tokens]] = [[] for _ in names]
    for at in [at for at, word in enumerate(doc.keys) if word in lengths]:
        for length in lengths[doc.keys[at]]:
            owner = whose.get(tuple(doc.keys[at : at + length]))
            if owner is not None and _stands(doc, at, at + length):
                found[owner].append((at, at + length))
    return found


def _stands(doc: Doc, start: int, end: int) -> bool:
    """The tokens are a whole name on one line, or stand in a headline in capitals."""
    if any(doc.breaks[start + 1 : end]):
        return False
    if doc.shapes[start] == "A":
        return all(shape in "Ap" for shape in doc.shapes[start:end])
    if start > 0 and doc.shapes[start - 1] == "U" and not doc.breaks[start]:
        return False
    name = read_name(doc, start)
    return name is not None and name.end == end
