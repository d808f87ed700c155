"""Who chairs a meeting with the other side, and so leads a delegation: "A và B đồng chủ trì", "Chủ trì có A và B".

The chairs stand before the verb, or behind it after "có", ":" and the like; of each side one unless they chair jointly.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from borderwire.extract.anchors import CHAIR_WORDS
from borderwire.extract.cues import positions
from borderwire.extract.doc import Doc
from borderwire.extract.phrases import keys, listed
from borderwire.model import Country, OfficialFact
from borderwire.text import key

_SECOND = keys("trì tọa toạ")
_JOINT = key("đồng")
_INTRODUCED = keys("có là gồm : của")
_LEAD_IN = 16  # tokens between the verb and "có"
_WILL = key("sẽ")
# What is chaired, behind the verb; where nothing is told, the clause ends there.
_MEETINGS = keys("hội cuộc buổi kỳ phiên đối họp giao có của phía :") | frozenset(".,;")
_MEETING_REACH = 3
_TALKS = (key("hội"), key("đàm"))
_COURT = listed("thẩm phán, phiên tòa, hội đồng xét xử, bị cáo, bị can")
# Between a chair and the verb: then the one named does something else.
_OTHER_DEEDS = listed(
    "tiếp, đón, phát biểu, nhấn mạnh, khẳng định, trao, tặng, thăm, gặp, ký, sang, chỉ đạo, giao, phối hợp, cho biết, ;"
)
# Behind the chairs: those who attend.
_ATTEND = keys("dự tham")
_TAIL = 45  # tokens of rank, office and body between a chair and the verb
_ROW = 60


class _Seat(NamedTuple):
    """A mention of an official at tokens `[start, end)`; who: index of the official."""

    start: int
    end: int
    who: int
    country: Country | None


def find_chairs(doc: Doc, officials: Sequence[OfficialFact]) -> frozenset[int]:
    """Which of the officials chair a meeting with the other side, by their place in the row."""
    verbs = [at for at in positions(doc, CHAIR_WORDS) if _is_of_meeting(doc, at)]
    if verbs and not any(official.country == "LA" for official in officials):
        verbs = [at for at in verbs if tuple(doc.keys[at + 2 : at + 4]) == _TALKS]  # these are held with the other side
    if not verbs:
        return frozenset()
    seats = _seats(doc, officials)
    return frozenset(index for at in verbs for index in _chairs(doc, seats, at))


def _is_of_meeting(doc: Doc, at: int) -> bool:
    row, after = doc.keys, at + 2
    if after > len(row) or row[at + 1] not in _SECOND:
        return False
    first, last = doc.sentence_of(at)
    ends = after >= last or doc.breaks[after]
    return (ends or not _MEETINGS.isdisjoint(row[after : min(last, after + _MEETING_REACH)])) and not (
        _COURT.begins_among(row, first, last)
    )


def _seats(doc: Doc, officials: Sequence[OfficialFact]) -> list[_Seat]:
    return sorted(
        _Seat(doc.token_at(start), doc.token_at(end - 1) + 1, index, official.country)
        for index, official in enumerate(officials)
        for start, end in official.spans
    )


def _chairs(doc: Doc, seats: Sequence[_Seat], at: int) -> list[int]:
    first, last = doc.sentence_of(at)
    row = doc.keys
    joint = at > first and row[at - 1] == _JOINT
    if _WILL in row[max(first, at - 3) : at]:
        return []
    named = seats[bisect_left(seats, (first,)) : bisect_left(seats, (last,))]
    behind = [seat for seat in named if seat.start > at]
    if behind and _is_introduced(doc, at, behind[0].start):
        return _told_behind(doc, at, behind, joint)
    return _told_before(doc, at, [seat for seat in named if seat.end <= at])


def _is_introduced(doc: Doc, at: int, name: int) -> bool:
    """ "chủ trì hội nghị | có Đại tá A": the words that lead to the names stand right behind the verb."""
    end = min(name, at + _LEAD_IN)
    return not _INTRODUCED.isdisjoint(doc.keys[at + 2 : end])


def _told_behind(doc: Doc, at: int, behind: Sequence[_Seat], joint: bool) -> list[int]:
    stop = next((here for here in range(at + 2, behind[-1].start) if doc.keys[here] in _ATTEND), behind[-1].end)
    row = [seat for seat in behind if seat.start < min(stop, at + 2 * _ROW)]
    return [seat.who for seat in row] if joint else _of_each_side(row)


def _told_before(doc: Doc, at: int, before: Sequence[_Seat]) -> list[int]:
    """The last of each side whose office leads on to the verb."""
    row: list[_Seat] = []
    end = at
    for seat in reversed(before):
        if end - seat.end > _TAIL or _OTHER_DEEDS.begins_among(doc.keys, seat.end, end):
            break
        row.append(seat)
        end = seat.start
    return _of_each_side(row)


def _of_each_side(row: Sequence[_Seat]) -> list[int]:
    """The first of each country; one whose country is not told only where he is the first of all."""
    found: dict[Country | None, int] = {}
    for seat in row:
        if seat.country is not None or not found:
            found.setdefault(seat.country, seat.who)
    return list(found.values())
