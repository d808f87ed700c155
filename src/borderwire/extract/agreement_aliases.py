"""Other names of one document: "(MOU)", "(sau đây gọi là Hiệp định)", "thỏa thuận A có tên gọi Hiệp định B".

A head in such words is no document of its own, and the letters in brackets behind a title name it later on.
"""

from __future__ import annotations

from borderwire.extract.agreement_mark import TREATIES
from borderwire.extract.agreement_titles import Title
from borderwire.extract.agreement_words import ABOUT
from borderwire.extract.doc import Doc
from borderwire.extract.place_titles import keys_of
from borderwire.text import key

_LINKS = keys_of('( " “ « gọi tắt là có tên mang được sau đây dưới viết hay còn hoặc chính thức chung , : -')
_OTHER = [key("hay")]
_CALLING = keys_of("gọi tên tắt hay")
_ANY = keys_of("fta mou bbgn")  # letters for the kind, not for one document
# Of treaties, wherever they close a name: "thỏa thuận thương mại đầy tham vọng CPTPP".
_KNOWN = keys_of("cptpp tpp rcep evfta evipa vkfta nafta usmca jcpoa inf unclos vpa")
_OF_BODY = keys_of("của với giữa")
_LONGEST = 9  # tokens of "(sau đây được gọi tắt là "
_BEHIND = 6  # tokens behind a title in which its letters may stand


def renames(doc: Doc, last: Title, title: Title) -> bool:
    """The title only calls the one before it by another name."""
    start = title.start
    if doc.sentence[last.start] != doc.sentence[start] or start == 0:
        return False
    enclosed = doc.keys[start - 1] == "(" and doc.keys[title.end : title.end + 1] == [")"]
    if enclosed and (title.bare or own_letters(doc, title)):
        return True
    gap = doc.keys[last.end : start]
    if gap == _OTHER and _is_last_of_row(doc, last, title):
        return False
    return 0 < len(gap) <= _LONGEST and _LINKS.issuperset(gap) and not _CALLING.isdisjoint(gap)


def _is_last_of_row(doc: Doc, last: Title, title: Title) -> bool:
    """ "trong đó có Hiệp định A; Bản ghi nhớ B | hay Thỏa thuận C": of another kind, or behind the marks of a row."""
    full = not (title.bare or last.bare or "l" in (doc.shapes[title.start], doc.shapes[last.start]))
    return full and (title.type != last.type or (last.start > 0 and doc.keys[last.start - 1] in (",", ";")))


def own_letters(doc: Doc, title: Title) -> frozenset[str]:
    """The letters by which a treaty is known: "Hiệp định đối tác A | (VPA)", "Hiệp định | VPA"; of no body in it."""
    if title.type not in TREATIES and title.type != "agreement":
        return frozenset()
    at = title.end if doc.keys[title.end : title.end + 1] == ["("] else _opening(doc, title)
    if title.end > title.head_end and doc.keys[title.head_end] in _KNOWN:
        at = title.head_end
    elif doc.keys[at : at + 1] == ["("]:
        if _closes_with_body(doc.keys[title.head_end : at]):
            return frozenset()
        at += 1
    elif title.end - title.head_end == 1 or doc.keys[title.end - 1] in _KNOWN:
        at = title.end - 1
    else:
        return frozenset()
    if at >= len(doc) or doc.shapes[at] != "A":
        return frozenset()
    return frozenset([doc.keys[at]]) - _ANY


def _closes_with_body(name: list[str]) -> bool:
    """ "Hiệp định về A của Ngân hàng B | (NHB)": the letters are the bank's, not the treaty's."""
    for word in reversed(name):
        if word in _OF_BODY or word == ABOUT:
            return word != ABOUT
    return False


def _opening(doc: Doc, title: Title) -> int:
    """Where the bracket opens that closes the title; its end without one."""
    for at in range(title.end - 1, max(title.head_end, title.end - _BEHIND), -1):
        if doc.keys[at] == "(":
            return at if doc.keys[title.end - 1] == ")" else title.end
    return title.end


def short_names(doc: Doc, title: Title) -> frozenset[str]:
    """The letters that stand in brackets in a title or right behind it: "Hiệp định đối tác A (VPA)"."""
    found: set[str] = set()
    last = min(doc.sentence_of(title.start)[1], title.end + _BEHIND) - 1
    for at in range(title.head_end + 1, last):
        if doc.keys[at - 1] == "(" and doc.keys[at + 1] == ")" and doc.shapes[at] == "A":
            found.add(doc.keys[at])
    return frozenset(found)
