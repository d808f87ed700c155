"""Parts of a document's name that the reader looks at ahead: a row of fields, letters that are the whole name."""

from __future__ import annotations

from collections.abc import Callable

from borderwire.extract.agreement_words import AND, BETWEEN, MONTH, YEAR
from borderwire.extract.doc import Doc
from borderwire.extract.place_titles import keys_of
from borderwire.text import key

_NOUN = 5  # tokens of one noun of a row
_OF = key("của")
_HELPS, _HELP_WORDS = keys_of("giúp hỗ tương trao phối bồi đào chia"), 8
_CLAUSE_SIGNS = keys_of(", ; : đã sẽ được đang là có và tại")
_MINISTRY = 14  # tokens of a ministry's name
_MINISTRY_HEAD = key("Bộ")
_BODIES = keys_of("bộ sở ban viện cục ủy hội đài tỉnh thành trường quỹ hãng ngân tập đại cơ tổng chính")
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


def parties_follow(doc: Doc, at: int, stop: int) -> bool:
    """ "Bản ghi nhớ | triển khai công việc A giữa B và C" at the head of a sentence: no clause, but a name."""
    for here in range(at, stop):
        if doc.keys[here] == BETWEEN:
            return True
        if doc.keys[here] in _CLAUSE_SIGNS:
            break
    return False


def goes_on(doc: Doc, comma: int, stop: int) -> bool:
    """The name goes on behind a comma: with a field of a ministry, or as "Bản ghi nhớ hợp tác, | giúp đỡ lẫn nhau giữa
    A và B" does."""
    if comma + 1 < stop and doc.keys[comma + 1] in _HELPS and _leads_to_parties(doc, comma + 1, stop):
        return True
    return in_ministry(doc, comma, stop)


def _leads_to_parties(doc: Doc, at: int, stop: int) -> bool:
    """Small letters up to "giữa", and nothing of a clause among them."""
    for here in range(at, min(at + _HELP_WORDS, stop)):
        if doc.keys[here] == BETWEEN:
            return True
        if doc.shapes[here] != "l" or doc.keys[here] in _CLAUSE_SIGNS:
            return False
    return False


def in_ministry(doc: Doc, comma: int, stop: int) -> bool:
    """ "giữa Bộ Văn hóa, | Thể thao và Du lịch Việt Nam": the comma parts two fields of one ministry, as the known
    names have it or as "và" with a capital behind it tells."""
    keys, shapes = doc.keys, doc.shapes
    first = comma - 1
    while first > max(0, comma - _MINISTRY) and (keys[first] != _MINISTRY_HEAD or shapes[first] == "l"):
        if first in doc.hit_at and doc.hit_at[first].of("country") is not None:
            return False  # "Bộ Y tế Lào, ...": its name has ended
        first -= 1
    if keys[first] != _MINISTRY_HEAD or shapes[first] == "l" or doc.sentence[first] != doc.sentence[comma]:
        return False
    hit = doc.hit_at.get(first)
    if hit is not None and comma < hit.end:
        return True
    return _fields_go_on(doc, comma, stop)


def _fields_go_on(doc: Doc, comma: int, stop: int) -> bool:
    """ "..., | Nội vụ và Nghề rừng": capitals of fields up to "và", and one more."""
    keys, shapes, begins = doc.keys, doc.shapes, True
    for at in range(comma + 1, min(stop - 1, comma + _MINISTRY)):
        if begins and (shapes[at] != "U" or _is_party(doc, at)):
            return False
        if keys[at] == AND:
            return shapes[at + 1] == "U" and not _is_party(doc, at + 1)
        if shapes[at] == "p" and keys[at] not in (",", "-"):
            return False
        begins = shapes[at] == "p"
    return False


def _is_party(doc: Doc, at: int) -> bool:
    """No field of work, but a body, a country or a document of its own begins here."""
    hit = doc.hit_at.get(at)
    named = hit is not None and any(hit.of(kind) is not None for kind in ("country", "province", "body", "document"))
    return named or doc.keys[at] in _BODIES


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
