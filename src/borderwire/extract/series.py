"""The event as one of a numbered row of meetings: its own ordinal, the meeting before and the one to come.

An ordinal belongs to the meeting reported unless its sentence says that it is past ("từ sau Hội đàm lần thứ XII") or to
come ("Hội đàm lần thứ XIV sẽ ..."). Where only the neighbours are numbered, the event's number follows from them.
"""

from __future__ import annotations

from dataclasses import replace

from borderwire.extract.agreed import is_agreed
from borderwire.extract.doc import Doc
from borderwire.extract.meeting_told import told_after, told_between
from borderwire.extract.meetings import find_neighbours
from borderwire.extract.mentions import DateReading, PlaceMention
from borderwire.extract.ordinals import Ordinal, find_numbers, find_ordinals
from borderwire.extract.position import Layout, lay_out
from borderwire.extract.words import keys, phrases
from borderwire.model import Series, SeriesMeeting
from borderwire.text import key

_WILL = key("sẽ")
_TO_COME = phrases(
    "dự kiến, lần tới, tiếp theo, lần sau, năm tới",
)
_PAST = keys("từ sau kể trước tại thực hiện theo giá")
_SINCE = keys("từ", "sau", "kể")
_PLACED = keys("tại", "đến")
_BACK, _FORTH, _HEAD = 6, 45, 25
_AHEAD = 2  # numbers from a meeting to the next that is announced, where one was left out
_MOST = 60  # ordinals of one text that are looked at
_OPENING = 8  # sentences in which the meeting reported is named
_NEAR = 10  # tokens behind an ordinal that tell of that meeting
_IN_BRACKETS = 24  # tokens
_MINUTES = key("biên")
_CARRIED_OUT = phrases("thực hiện, triển khai, nội dung, theo tinh thần, kiểm điểm")
# Meetings of one row go by several names, and by the minutes that each signs.
_TIME_BEFORE = 10
_HELD = keys("cai trì dự")  # "đăng cai | lần thứ 5"
_ALIKE = keys("hội giao biên")


def extract_series(doc: Doc, dates: DateReading, places: tuple[PlaceMention, ...]) -> Series | None:
    """The event's place in its row, or None where no meeting of the row is numbered and none is announced."""
    layout = lay_out(doc)
    current: Ordinal | None = None
    previous: SeriesMeeting | None = None
    following: SeriesMeeting | None = None
    since = False
    ordinals = find_ordinals(doc)
    told: list[Ordinal] = []
    for ordinal in ordinals[:_MOST]:
        role = "next" if is_agreed(doc, ordinal, dates) else _role(doc, ordinal)
        if doc.notes is not None:
            span = doc.span(ordinal.start, ordinal.end)
            doc.note("series", span, f"ordinal-{role}", True, f"number {ordinal.number} of the {role} meeting")
        if role == "next":
            following = following or _meeting(doc, ordinal, dates, places, forth=_FORTH)
        elif role == "previous":
            since = since or doc.keys[ordinal.noun - 1] in _SINCE
            previous = _later(previous, _past(doc, ordinal, dates, places))
        else:
            told.append(ordinal)
            if layout.rank(ordinal.start) <= _OPENING and (current is None or _better(layout, ordinal, current)):
                current = ordinal
    if current is not None and _several_rows(doc, current, told):
        current = None
    if current is not None and previous is not None and (previous.ordinal or 0) >= current.number:
        previous = None
    if current is not None and following is not None and not _comes_next(current, following):
        following = None
    if current is not None and previous is None:
        last = next((one for one in told if _is_last(doc, one, current)), None)
        previous = _past(doc, last, dates, places) if last is not None else None
    if current is not None and not (previous and following):
        bare_previous, bare_following = _bare(doc, current, ordinals, dates, places)
        previous, following = previous or bare_previous, following or bare_following
    if not (_is_told(previous) and _is_told(following)):
        around = find_neighbours(doc, dates, places, ordinals)
        previous, following = _joined(previous, around.previous), _joined(following, around.following)
    return _series(doc, current, previous, following, since)


def _bare(
    doc: Doc, current: Ordinal, ordinals: list[Ordinal], dates: DateReading, places: tuple[PlaceMention, ...]
) -> tuple[SeriesMeeting | None, SeriesMeeting | None]:
    """The meetings before and after that go by their number alone: "lần thứ III mở ở A, lần thứ V sẽ ở B năm 2026"."""
    known = {ordinal.start for ordinal in ordinals}
    before = coming = None
    for number in find_numbers(doc)[:_MOST]:
        apart = number.number - current.number
        if number.start in known or abs(apart) != 1 or not _stands_alone(doc, number):
            continue
        if apart < 0:
            before = before or _meeting(doc, number, dates, places, forth=_clause_length(doc, number))
        else:
            coming = coming or _announced(doc, number, dates, places)
    return before, coming


def _announced(doc: Doc, number: Ordinal, dates: DateReading, places: tuple[PlaceMention, ...]) -> SeriesMeeting:
    """The time may stand before the number: "Tới năm 2021, bạn sẽ đăng cai | lần thứ 5"."""
    meeting = _meeting(doc, number, dates, places, forth=_clause_length(doc, number))
    if meeting.date is not None:
        return meeting
    first = max(doc.sentence_of(number.start)[0], number.start - _TIME_BEFORE)
    told = told_between(doc, first, number.start, dates, places)
    return replace(meeting, date=told.date, as_written=told.as_written, spans=(*meeting.spans, *told.spans))


def _stands_alone(doc: Doc, number: Ordinal) -> bool:
    """Nothing is named that the number counts: it opens a clause, or a verb of holding stands before it."""
    first, _ = doc.sentence_of(number.start)
    return number.start == first or doc.words[number.start - 1] in ",;:–-" or doc.keys[number.start - 1] in _HELD


def _clause_length(doc: Doc, number: Ordinal) -> int:
    """Tokens up to the next comma or semicolon."""
    words = doc.words[number.end : number.end + _FORTH]
    return next((at for at, word in enumerate(words) if word in ",;"), _FORTH)


def _comes_next(current: Ordinal, following: SeriesMeeting) -> bool:
    """Its number is at most two ahead; else it is of another row ("cuộc họp lần thứ 32" after "Hội nghị lần thứ 9")."""
    return following.ordinal is None or 0 < following.ordinal - current.number <= _AHEAD


def _is_told(meeting: SeriesMeeting | None) -> bool:
    """More than its number is known."""
    return meeting is not None and bool(meeting.date or meeting.venue)


def _joined(numbered: SeriesMeeting | None, other: SeriesMeeting | None) -> SeriesMeeting | None:
    """One place of the text tells the meeting's number, another its time and place."""
    if numbered is None or other is None or _is_told(numbered):
        return numbered or other
    return replace(other, ordinal=numbered.ordinal, spans=(*numbered.spans, *other.spans))


def _several_rows(doc: Doc, current: Ordinal, told: list[Ordinal]) -> bool:
    """Minutes of the 12th meeting with one neighbour and of the 4th with the other: neither number is the event's."""
    row = doc.keys
    return row[current.noun] == _MINUTES and any(
        row[one.noun] == _MINUTES and abs(one.number - current.number) > 1 for one in told
    )


def _is_last(doc: Doc, one: Ordinal, current: Ordinal) -> bool:
    """The number before that of the event, in the same row."""
    if one.number != current.number - 1:
        return False
    own, other = doc.keys[current.noun], doc.keys[one.noun]
    return own == other or (own in _ALIKE and other in _ALIKE)


def _better(layout: Layout, new: Ordinal, old: Ordinal) -> bool:
    return layout.aside(old.start) and not layout.aside(new.start)


def _later(old: SeriesMeeting | None, new: SeriesMeeting) -> SeriesMeeting:
    return new if old is None or (new.ordinal or 0) > (old.ordinal or 0) else old


def _role(doc: Doc, ordinal: Ordinal) -> str:
    """current, previous or next."""
    row = doc.keys
    first, last = doc.sentence_of(ordinal.start)
    head = row[ordinal.end : min(last, ordinal.end + _HEAD)]
    if _WILL in head[:12] or any(_stands(head, phrase) for phrase in _TO_COME):
        return "next"
    before = row[max(first, ordinal.noun - _BACK) : ordinal.noun]
    if before and before[-1] in _SINCE:
        return "previous"
    if any(word in _SINCE for word in before[-2:]) and before[-1] not in _PLACED:
        return "previous"
    if row[ordinal.noun] == _MINUTES and any(_stands(before, phrase) for phrase in _CARRIED_OUT):
        return "previous"
    if ordinal.end < len(doc) and doc.words[ordinal.end] == "(" and any(word in _PAST for word in before):
        return "previous"
    return "current"


def _stands(row: list[str], phrase: tuple[str, ...]) -> bool:
    if phrase[0] not in row:
        return False
    return any(tuple(row[index : index + len(phrase)]) == phrase for index in range(len(row) - len(phrase) + 1))


def _meeting(
    doc: Doc, ordinal: Ordinal, dates: DateReading, places: tuple[PlaceMention, ...], *, forth: int
) -> SeriesMeeting:
    meeting = told_after(doc, ordinal.end, dates, places, forth)
    span = doc.span(ordinal.start, ordinal.end)
    return replace(meeting, ordinal=ordinal.number, spans=(span, *meeting.spans))


def _past(doc: Doc, ordinal: Ordinal, dates: DateReading, places: tuple[PlaceMention, ...]) -> SeriesMeeting:
    """A meeting before, with the time and the place that the brackets behind its number tell."""
    bracket = doc.words[ordinal.end : ordinal.end + 1] == ["("]
    words = doc.words[ordinal.end : ordinal.end + (_IN_BRACKETS if bracket else _NEAR)]
    close = ")" if bracket else ","
    forth = words.index(close) if close in words else _NEAR
    return _meeting(doc, ordinal, dates, places, forth=forth)


def _series(
    doc: Doc,
    current: Ordinal | None,
    previous: SeriesMeeting | None,
    following: SeriesMeeting | None,
    since: bool,
) -> Series | None:
    if current is not None:
        span = doc.span(current.noun, current.end)
        written = doc.text[span[0] : span[1]]
        return Series(current.number, "explicit", previous, following, written, (span,), "ordinal")
    last = previous.ordinal if previous else None
    coming = following.ordinal if following else None
    number = _between(last, coming, since)
    if number is None and following is None and (previous is None or not previous.date):
        return None
    rule = "neighbours" if number else "announced" if following else "since"
    spans = tuple(span for meeting in (previous, following) if meeting for span in meeting.spans[:1])
    return Series(number, "inferred", previous, following, None, spans, rule)


def _between(last: int | None, coming: int | None, since: bool) -> int | None:
    """The number between two neighbours; after one, where the text speaks of the time since it."""
    if last is not None and coming is not None:
        return last + 1 if coming == last + 2 else None
    if last is not None and since:
        return last + 1
    return coming - 1 if coming is not None and coming > 1 else None
