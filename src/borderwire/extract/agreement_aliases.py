"""Other names of one document: "(MOU)", "(sau đây gọi là Hiệp định)", "thỏa thuận A có tên gọi Hiệp định B".

A head in such words is no document of its own, and the letters in brackets behind a title name it later on.
"""

from __future__ import annotations

from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.place_titles import keys_of

_LINKS = keys_of('( " “ « gọi tắt là có tên mang được sau đây dưới viết hay còn hoặc chính thức chung , : -')
_CALLING = keys_of("gọi tên tắt hay")
_LONGEST = 9  # tokens of "(sau đây được gọi tắt là "
_BEHIND = 6  # tokens behind a title in which its letters may stand


def renames(doc: Doc, last: Title, title: Title) -> bool:
    """The title only calls the one before it by another name."""
    start = title.start
    if doc.sentence[last.start] != doc.sentence[start] or start == 0:
        return False
    enclosed = doc.keys[start - 1] == "(" and doc.keys[title.end : title.end + 1] == [")"]
    if enclosed and title.bare:
        return True
    gap = doc.keys[last.end : start]
    return 0 < len(gap) <= _LONGEST and _LINKS.issuperset(gap) and not _CALLING.isdisjoint(gap)


def short_names(doc: Doc, title: Title) -> frozenset[str]:
    """The letters that stand in brackets in a title or right behind it: "Hiệp định đối tác A (VPA)"."""
    found: set[str] = set()
    last = min(doc.sentence_of(title.start)[1], title.end + _BEHIND) - 1
    for at in range(title.head_end + 1, last):
        if doc.keys[at - 1] == "(" and doc.keys[at + 1] == ")" and doc.shapes[at] == "A":
            found.add(doc.keys[at])
    return frozenset(found)
