"""What the numbers of a row of meetings tell of the event's year: the 13th lies between the 12th and the 14th."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.ordinals import Ordinal, find_numbers, find_ordinals
from borderwire.extract.position import lay_out
from borderwire.extract.words import keys

_OPENING = 3  # sentences in which the event's own number is told
_REACH = 14  # tokens between a number and the year of its meeting
# What may stand between the two: when and where the meeting was or will be, nothing that it dealt with.
_BETWEEN = keys(
    "họp mở tổ chức diễn ra sẽ được đã vào trong tại ở tháng ngày năm đầu cuối giữa dự kiến tỉnh thành phố thủ đô"
)
_SINCE = keys("từ sau kể nhớ bản quả")
_WILL = keys("sẽ kiến")
_LEAD_BACK = 5  # tokens before the meeting's name that may say that it is past
_MEMO, _IN_ROW = "event-number", "in-row"


@dataclass(frozen=True, slots=True)
class Between:
    """year: of the event; marks: the dates of the meetings before and after it, or of the two before it; row: all
    dates of numbered meetings; goes_on: the year is the one that the two before it lead to."""

    year: int
    marks: tuple[RawDate, RawDate]
    row: tuple[RawDate, ...] = ()
    goes_on: bool = False


def event_number(doc: Doc) -> int | None:
    """The number of the meeting reported: the first one that the opening names as present."""
    if _MEMO not in doc.memo:
        doc.memo[_MEMO] = _own_number(doc)
    number: int | None = doc.memo[_MEMO]
    return number


def number_of(doc: Doc, raw: RawDate) -> int | None:
    """The number of the meeting that was or will be held in the year of the date: "Hội nghị lần thứ I họp năm 2016"."""
    ordinals = _numbers(doc)
    at = bisect_right(ordinals, raw.start, key=_end) - 1
    if at < 0:
        return None
    ordinal = ordinals[at]
    if raw.start - ordinal.end > _REACH or doc.sentence[ordinal.start] != doc.sentence[raw.start]:
        return None
    for index in range(ordinal.end, raw.start):
        if doc.shapes[index] == "l" and doc.keys[index] not in _BETWEEN:
            return None
    return ordinal.number


def meetings_before(doc: Doc, raw: RawDate) -> int:
    """How many meetings of the row before the event's own the year of the date stands; 0 for its own and all others."""
    number, own = number_of(doc, raw), event_number(doc)
    return max(0, own - number) if number is not None and own is not None else 0


def between_meetings(doc: Doc, raws: list[RawDate]) -> Between | None:
    """The event's year, where its row keeps even steps and tells of one meeting before it and one after it, or of two
    before it."""
    own = event_number(doc)
    if own is None:
        own = _left_out(doc)
    if own is None:
        return None
    row: dict[int, RawDate] = {}
    for raw in raws:
        number = number_of(doc, raw) if raw.at.year else None
        if number is not None and number != own:
            row.setdefault(number, raw)
    before = sorted(number for number in row if number < own)
    after = min((number for number in row if number > own), default=None)
    found: Between | None = None
    if before and after is not None:
        found = _even(own, (before[-1], row[before[-1]]), (after, row[after]))
    elif len(before) > 1:
        found = _going_on(own, *[(number, row[number]) for number in before[-2:]])
    return replace(found, row=tuple(row.values())) if found is not None else None


def _even(own: int, before: tuple[int, RawDate], after: tuple[int, RawDate]) -> Between | None:
    first, last = before[1].at.year or 0, after[1].at.year or 0
    steps, years = after[0] - before[0], (own - before[0]) * (last - first)
    if last <= first or years % steps:
        return None
    return Between(first + years // steps, (before[1], after[1]))


def _going_on(own: int, first: tuple[int, RawDate], last: tuple[int, RawDate]) -> Between | None:
    """ "lần thứ hai năm 2018, lần thứ ba năm 2019": the fourth is of 2020."""
    begin, end = first[1].at.year or 0, last[1].at.year or 0
    step, rest = divmod(end - begin, last[0] - first[0])
    if step < 1 or rest:
        return None
    return Between(end + step * (own - last[0]), (first[1], last[1]), goes_on=True)


def stands_in_row(doc: Doc) -> bool:
    """The event is one of a numbered row: its own number is told, or those of two others."""
    told: bool | None = doc.memo.get(_IN_ROW)
    if told is None:
        several = len({ordinal.number for ordinal in find_ordinals(doc)}) > 1
        told = doc.memo[_IN_ROW] = several or event_number(doc) is not None
    return told


def _left_out(doc: Doc) -> int | None:
    """The 12th is told as past and the 14th as to come, and this one has no number."""
    numbers = {ordinal.number for ordinal in find_ordinals(doc)}
    return min(numbers) + 1 if len(numbers) == 2 and max(numbers) - min(numbers) == 2 else None


def _end(ordinal: Ordinal) -> int:
    return ordinal.end


def _numbers(doc: Doc) -> list[Ordinal]:
    """Also where the meeting is not named again: "lần thứ III mở ở Pakse tháng 11/2022"."""
    found: list[Ordinal] | None = doc.memo.get("numbers")
    if found is None:
        found = doc.memo["numbers"] = find_numbers(doc)
        nouned = {ordinal.start for ordinal in found}
        found.extend(ordinal for ordinal in find_ordinals(doc) if ordinal.start not in nouned)
        found.sort(key=lambda ordinal: ordinal.start)
    return found


def _own_number(doc: Doc) -> int | None:
    layout = lay_out(doc)
    for ordinal in find_ordinals(doc):
        if layout.rank(ordinal.start) > _OPENING:
            return None
        first, _ = doc.sentence_of(ordinal.start)
        lead = doc.keys[max(first, ordinal.noun - _LEAD_BACK) : ordinal.noun + 2]
        after = doc.keys[ordinal.end : ordinal.end + _LEAD_BACK]
        if _SINCE.isdisjoint(lead) and _WILL.isdisjoint([*lead, *after]):
            return ordinal.number
    return None
