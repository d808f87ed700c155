"""Ranks before names, broken ones among them: "hiếu tướng" at the start of a caption is "Thiếu tướng"."""

from __future__ import annotations

from typing import NamedTuple

from borderwire.extract.cues import RANK_ENDS, positions
from borderwire.extract.doc import Doc
from borderwire.extract.name_parts import close
from borderwire.extract.phrases import keys, listed
from borderwire.gazetteer import Gazetteer
from borderwire.text import key

# How and where somebody with a rank serves: "Thượng úy QNCN", a professional soldier; "đại úy biên phòng".
_SERVICE = listed(
    """
    qncn, cn, cnv, vcqp, quân nhân chuyên nghiệp, chuyên nghiệp, biên phòng, công an, cảnh sát, cảnh sát giao thông
    csgt, cảnh sát biển, cảnh sát hình sự, cảnh sát cơ động, an ninh, quân đội, quân y, tình báo, hải quân, đặc công
    """
)
_ENLISTED = keys("qncn cn cnv vcqp quân chuyên")
# Halves of ranks that an abbreviation does not leave open: "Tr.uý", "Đ/tá".
_SHORT = {"tr": "trung", "đ": "đại", "đại": "đại"}


class RankMention(NamedTuple):
    """Tokens `[start, end)` are a rank. name: in its usual spelling; repaired: the text has it broken."""

    start: int
    end: int
    id: str
    name: str
    repaired: bool = False


def find_ranks(doc: Doc) -> list[RankMention]:
    """All ranks in order."""
    found: list[RankMention] = []
    taken: set[int] = set()
    for hit in doc.hits_of("rank"):
        entry = hit.of("rank")
        if entry is not None:
            rank = doc.gazetteer.ranks[entry.id]
            found.append(RankMention(hit.start, _past_service(doc, hit.end), rank.id, rank.name))
            taken.update(range(hit.start, hit.end))
    for index in positions(doc, RANK_ENDS):
        if index and index not in taken and not doc.breaks[index]:
            repaired = _abbreviated(doc, index) or _repair(doc, index)
            if repaired is not None:
                found.append(repaired._replace(end=_past_service(doc, repaired.end)))
    found.sort(key=lambda rank: rank.start)
    return found


def _past_service(doc: Doc, end: int) -> int:
    """ "Thượng úy | QNCN | Lò Thị Mai": past the kind of service between a rank and a name."""
    if end >= len(doc.keys) or doc.keys[end] not in _SERVICE.firsts:
        return end
    after = _SERVICE.match(doc.keys, end)
    if after == end or after >= len(doc.keys) or doc.breaks[end] or doc.breaks[after]:
        return end
    if doc.keys[end] in _ENLISTED:
        return after if doc.shapes[after] in "UA" or doc.words[after] in ",:" else end
    hit = doc.hit_at.get(after)
    if hit is not None and hit.end - after > 1:
        return end  # "thượng úy CSGT | Bến Tre"
    named = doc.shapes[after] == "U" and doc.keys[after] in doc.gazetteer.surnames
    return after if named and doc.shapes[after + 1 : after + 2] == ["U"] else end


def _abbreviated(doc: Doc, second: int) -> RankMention | None:
    """ "Tr.uý"; "Th.tá", "T/tá": a rank that the abbreviation leaves open, as written."""
    first = second - 2
    if first < 0 or doc.words[second - 1] not in "./" or not doc.glued(second):
        return None
    if second + 1 >= len(doc.keys) or doc.shapes[second + 1] not in "UA":
        return None
    short = _SHORT.get(doc.keys[first])
    for ident, name in _pairs(doc.gazetteer, doc.keys[second]) if short else ():
        if key(name.split()[0]) == short:
            return RankMention(first, second + 1, ident, name)
    if doc.keys[first] not in ("th", "t"):
        return None
    return RankMention(first, second + 1, "open", doc.slice(first, second + 1), repaired=True)


def _repair(doc: Doc, second: int) -> RankMention | None:
    """A word one letter away from a rank's first, then "tướng", "tá" or "úy", then a capital."""
    first = second - 1
    if second + 1 >= len(doc.keys) or doc.shapes[second + 1] not in "UA" or doc.breaks[second + 1]:
        return None
    if not doc.words[first][0].isalpha() or doc.keys[first] in ("thủ", "phó"):
        return None
    best: RankMention | None = None
    for ident, name in _pairs(doc.gazetteer, doc.keys[second]):
        wanted = key(name.split()[0])
        if close(doc.keys[first], wanted, 1) and best is None:
            best = RankMention(first, second + 1, ident, name, repaired=True)
    if best is None and doc.breaks[first] and doc.keys[second] == "tướng":
        return None
    return best


def _pairs(gazetteer: Gazetteer, second: str) -> list[tuple[str, str]]:
    return [(rank.id, rank.name) for rank in gazetteer.ranks.values() if key(rank.name.split()[-1]) == second]
