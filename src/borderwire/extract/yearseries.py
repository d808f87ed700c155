"""What the numbers of a row of meetings tell of the event's year: the 13th lies between the 12th and the 14th."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.ordinals import Ordinal, find_numbers, find_ordinals
from borderwire.extract.position import lay_out
from borderwire.extract.words import keys, pairs
from borderwire.text import key

_OPENING = 3  # sentences in which the event's own number is told
_REACH = 14  # tokens between a number and the year of its meeting
# What may stand between the two: when and where the meeting was or will be, nothing that it dealt with.
_BETWEEN = keys(
    "họp mở tổ chức diễn ra sẽ được đã vào trong tại ở tháng ngày năm đầu cuối giữa dự kiến tỉnh thành phố thủ đô"
)
_SINCE = keys("từ sau kể nhớ bản quả")
_WILL = keys("sẽ kiến")
_LEAD_BACK = 5  # tokens before the meeting's name that may say that it is past
_IN_A_YEAR, _OFTEN = 4, pairs("hội đàm, giao ban, gặp gỡ, cuộc gặp")  # numbers that those of one year may have
_MINUTES = [key("biên"), key("bản")]
_CONFERENCE, _BRIEFING = [key("hội"), key("nghị")], [key("giao"), key("ban")]  # "hội nghị giao ban" is one thing
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
    own = event_ordinal(doc)
    return own.number if own is not None else None


def event_ordinal(doc: Doc) -> Ordinal | None:
    """The same with where it stands and what it counts."""
    if _MEMO not in doc.memo:
        doc.memo[_MEMO] = _own_ordinal(doc)
    own: Ordinal | None = doc.memo[_MEMO]
    return own


def of_one_row(doc: Doc, one: Ordinal, other: Ordinal, *, named: bool) -> bool:
    """Both count meetings of one kind, with mostly the same words around it: "Hội nghị Y tế biên giới lần thứ 6" is no
    "Kỳ họp lần thứ 37". named: one may not leave the words out that the other has."""
    kind, words = _counted(doc, one)
    other_kind, other_words = _counted(doc, other)
    if kind != other_kind or (named and bool(words) != bool(other_words)):
        return False
    return 2 * len(words & other_words) >= min(len(words), len(other_words))


def _counted(doc: Doc, ordinal: Ordinal) -> tuple[list[str], frozenset[str]]:
    """The kind of the meeting and the words that tell which one: of "Biên bản Hội nghị Y tế", those of the meeting."""
    first = ordinal.noun + 2 * (doc.keys[ordinal.noun : ordinal.noun + 2] == _MINUTES)
    words = (at for at in range(first + 2, ordinal.start) if doc.shapes[at] != "p")
    kind = doc.keys[first : first + 2]
    return _CONFERENCE if kind == _BRIEFING else kind, frozenset(doc.keys[at] for at in words)


def number_of(doc: Doc, raw: RawDate) -> int | None:
    """The number of the meeting that was or will be held in the year of the date: "Hội nghị lần thứ I họp năm 2016"."""
    told = _ordinal_of(doc, raw)
    return told.number if told is not None else None


def _ordinal_of(doc: Doc, raw: RawDate) -> Ordinal | None:
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
    return ordinal


def meetings_before(doc: Doc, raw: RawDate) -> int:
    """How many meetings of the row before the event's own the year of the date stands; 0 for its own and all others."""
    told, own = _ordinal_of(doc, raw), event_ordinal(doc)
    if told is None or own is None:
        return 0
    if own.number <= _IN_A_YEAR and tuple(doc.keys[own.noun : own.noun + 2]) in _OFTEN:
        return 0  # "hội đàm lần thứ nhất năm 2019": the first of that year
    named = find_ordinals(doc)[(at := bisect_left(find_ordinals(doc), told.start, key=_start)) : at + 1]
    other = named and named[0].start == told.start and not of_one_row(doc, named[0], own, named=False)
    return 0 if other else max(0, own.number - told.number)


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


def _start(ordinal: Ordinal) -> int:
    return ordinal.start


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


def _own_ordinal(doc: Doc) -> Ordinal | None:
    layout = lay_out(doc)
    for ordinal in find_ordinals(doc):
        if layout.rank(ordinal.start) > _OPENING:
            return None
        first, _ = doc.sentence_of(ordinal.start)
        lead = doc.keys[max(first, ordinal.noun - _LEAD_BACK) : ordinal.noun + 2]
        after = doc.keys[ordinal.end : ordinal.end + _LEAD_BACK]
        if _SINCE.isdisjoint(lead) and _WILL.isdisjoint([*lead, *after]):
            return ordinal
    return None
