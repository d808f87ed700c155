"""Ranks that a sentence tells beside a name: given, or worn.

"thăng cấp bậc hàm từ Thượng tá lên Đại tá cho ông A"; "bà B được phong quân hàm Thiếu tướng"; "ông C mang hàm Đại tá".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from borderwire.extract.doc import Doc
from borderwire.extract.person_marks import Marks, PersonMention
from borderwire.extract.phrases import keys, listed
from borderwire.extract.ranks import RankMention
from borderwire.text import key

_INSIGNIA = key("hàm")
_RIGHT_BEFORE = frozenset([_INSIGNIA, key("lên")])
_VERBS = listed("thăng, phong, nâng, trao, mang, đeo, có, thăng hàm, phong hàm, nâng hàm, truy thăng, truy phong")
_BETWEEN = keys("cấp bậc quân từ lên hàm")  # between the verb and the rank, other ranks left aside
_TO = listed("cho, đối với, tới")
_WORN, _PASSIVE = keys("mang đeo có"), key("được")
_BEFORE_VERB = keys("được vừa đang mới đã cũng là ,")
_REACH = 10  # tokens between the verb and the rank
_MOST = 12  # persons of one list
_LEAD = 24  # tokens between "cho" and the name: an office with its body


def give_ranks(marks: Marks, mentions: Sequence[PersonMention]) -> None:
    """Sets the rank of those mentions that have none and that a sentence tells one of."""
    doc, starts = marks.doc, [one.name.start for one in mentions]
    for rank in marks.rank_end.values():
        verb = _verb_before(doc, rank) if rank.start and doc.keys[rank.start - 1] in _RIGHT_BEFORE else None
        if verb is None:
            continue
        worn = _wearer(doc, verb, mentions, starts)
        for mention in _given_to(doc, rank, mentions, starts) or ([worn] if worn is not None else []):
            mention.rank = mention.rank or rank


def _verb_before(doc: Doc, rank: RankMention) -> int | None:
    """Where "thăng", "mang" stands before a rank: "hàm" comes between, and nothing but what belongs to it."""
    first = max(doc.sentence_of(rank.start)[0], rank.start - _REACH)
    insignia = False
    for at in range(rank.start - 1, first - 1, -1):
        insignia = insignia or doc.keys[at] == _INSIGNIA
        if insignia and doc.keys[at] in _VERBS.firsts and doc.keys[at] not in _BETWEEN:
            return at
        if insignia and doc.keys[at] not in _BETWEEN:
            return None
    return None


def _given_to(
    doc: Doc, rank: RankMention, mentions: Sequence[PersonMention], starts: Sequence[int]
) -> list[PersonMention]:
    """ "... lên Đại tá | cho ông A", "... đối với đồng chí A, Giám đốc, và đồng chí B": those behind, each addressed.
    starts: where the names of the mentions begin."""
    start = _TO.match(doc.keys, rank.end)
    if start == rank.end or start >= len(doc.keys) or doc.breaks[rank.end]:
        return []
    first, last = bisect_left(starts, start), doc.sentence_of(rank.start)[1]
    found: list[PersonMention] = []
    for mention in mentions[first : first + _MOST]:
        if mention.barred or mention.name.start >= last or mention.name.start > start + _LEAD:
            break
        if found and not mention.honorific:
            break
        found.append(mention)
        start = mention.end
    return found


def _wearer(doc: Doc, verb: int, mentions: Sequence[PersonMention], starts: Sequence[int]) -> PersonMention | None:
    """ "A | được thăng ...", "A, Thứ trưởng Bộ X, đang mang ...": the person before."""
    at = verb
    first = doc.sentence_of(verb)[0]
    while at > first and doc.keys[at - 1] in _BEFORE_VERB:
        at -= 1
    if doc.keys[verb] not in _WORN and _PASSIVE not in doc.keys[at:verb]:
        return None  # "Chủ tịch nước A thăng hàm Đại tá ...": who gives it
    index = bisect_left(starts, at) - 1
    if index < 0 or starts[index] < first or mentions[index].barred:
        return None
    last = mentions[index]
    return last if max(last.name.end, last.end) == at else None
