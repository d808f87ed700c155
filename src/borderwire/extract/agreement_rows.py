"""Parts of a document's name that the reader looks at ahead: a row of fields, letters that are the whole name."""

from __future__ import annotations

from collections.abc import Callable

from borderwire.extract.agreement_words import AND, MONTH, YEAR
from borderwire.extract.doc import Doc
from borderwire.extract.place_titles import keys_of
from borderwire.text import key

_NOUN = 5  # tokens of one noun of a row
_OF = key("của")
_DATE_SIGNS = frozenset(["/", "-", ".", YEAR, MONTH])
_LETTERED = frozenset(["treaty-agreement", "treaty", "agreement"])
_COMMUNITIES = keys_of("asean eu wto lhq gms")  # "Hiệp định ASEAN tạo thuận lợi ..." goes on


def closes_with_and(doc: Doc, at: int, stop: int, breaks: Callable[[int], bool]) -> bool:
    """ "trong y tế, | giáo dục và thể thao": a row of nouns in small letters that its "và" closes.
    breaks: no noun of a row begins at a token."""
    keys = doc.keys
    for here in range(at, min(at + _NOUN, stop - 1)):
        if keys[here] == AND:
            return here > at and doc.shapes[here + 1] == "l" and not breaks(here + 1)
        if keys[here] == ",":
            return here > at and closes_with_and(doc, here + 1, stop, breaks)
        if doc.shapes[here] != "l" or breaks(here):
            return False
    return False


def numbers_end(doc: Doc, at: int, stop: int) -> int:
    """The end of a date of numbers that begins at a token: "9/8/2021", "9 tháng 8 năm 2021"."""
    first = at
    while at < stop and (doc.shapes[at] == "d" or doc.keys[at] in _DATE_SIGNS):
        at += 1
    while at > first and doc.shapes[at - 1] != "d":
        at -= 1
    return at


def closes_in_letters(doc: Doc, opening: int, closing: int, goes_on: frozenset[str]) -> bool:
    """ "Hiệp định A (CPTPP) | gửi đi thông điệp": the bracket holds letters alone, and a word in small letters follows
    with which no title goes on."""
    after = closing + 1
    if after >= len(doc) or doc.shapes[after] != "l" or after in doc.hit_at or doc.keys[after] == _OF:
        return False
    return closing == opening + 2 and doc.shapes[opening + 1] == "A" and doc.keys[after] not in goes_on


def is_name_in_letters(doc: Doc, start: int, kind: str, at: int) -> bool:
    """ "Hiệp định | VKFTA đi vào cuộc sống": the token is the name in letters, and small ones follow. start: of the
    title; kind: of the document."""
    if doc.shapes[at] != "A" or doc.shapes[start] == "A" or kind not in _LETTERED:
        return False
    return doc.shapes[at + 1] == "l" and doc.keys[at] not in _COMMUNITIES
