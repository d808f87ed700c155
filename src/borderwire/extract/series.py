"""The event as one of a numbered row of meetings: its own ordinal, the meeting before and the one to come.

An ordinal belongs to the meeting reported unless its sentence says that it is past ("từ sau Hội đàm lần thứ XII") or to
come ("Hội đàm lần thứ XIV sẽ ..."). Where only the neighbours are numbered, the event's number follows from them.
"""

from __future__ import annotations

from dataclasses import replace

from borderwire.errors import Span
from borderwire.extract.agreed import is_agreed
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateMention, DateReading, PlaceMention
from borderwire.extract.ordinals import Ordinal, find_ordinals
from borderwire.extract.position import Layout, lay_out
from borderwire.extract.spots import Forms
from borderwire.extract.words import keys, phrases
from borderwire.model import Country, Series, SeriesMeeting
from borderwire.text import key

_WILL = key("sẽ")
_TO_COME = phrases(
    "dự kiến, lần tới, tiếp theo, lần sau, năm tới",
)
_PAST = keys("từ sau kể trước tại thực hiện theo giá")
_SINCE = keys("từ", "sau", "kể")
_PLACED = keys("tại", "đến")
_HOLDS = keys("chủ", "đăng")
_SIDE = key("phía")
_LAO, _VIET = key("lào"), key("việt")
_BACK, _FORTH, _HEAD = 6, 45, 25
_MOST = 60  # ordinals of one text that are looked at
_OPENING = 8  # sentences in which the meeting reported is named
_NEAR = 8  # tokens between an ordinal and the date in brackets after it
_PARTS_OF_YEAR = keys("đầu", "giữa", "cuối")
_NEXT = Forms("lần tới", "lần sau", "tiếp theo")
_NEAR_WILL, _NEAR_MEETING = 12, 8  # tokens around "lần tới" that must hold "sẽ" and the meeting's name


def extract_series(doc: Doc, dates: DateReading, places: tuple[PlaceMention, ...]) -> Series | None:
    """The event's place in its row, or None where no meeting of the row is numbered and none is announced."""
    layout = lay_out(doc)
    current: Ordinal | None = None
    previous: SeriesMeeting | None = None
    following: SeriesMeeting | None = None
    since = False
    for ordinal in find_ordinals(doc)[:_MOST]:
        role = "next" if is_agreed(doc, ordinal, dates) else _role(doc, ordinal)
        if doc.notes is not None:
            span = doc.span(ordinal.start, ordinal.end)
            doc.note("series", span, f"ordinal-{role}", True, f"number {ordinal.number} of the {role} meeting")
        if role == "next":
            following = following or _meeting(doc, ordinal, dates, places, forth=_FORTH)
        elif role == "previous":
            since = since or doc.keys[ordinal.noun - 1] in _SINCE
            previous = _later(previous, _meeting(doc, ordinal, dates, (), forth=_NEAR))
        elif layout.rank(ordinal.start) <= _OPENING and (current is None or _better(layout, ordinal, current)):
            current = ordinal
    if current is not None and previous is not None and (previous.ordinal or 0) >= current.number:
        previous = None
    following = following or _announced(doc, dates, places)
    return _series(doc, current, previous, following, since)


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
    meeting = _told_after(doc, ordinal.end, dates, places, forth)
    span = doc.span(ordinal.start, ordinal.end)
    return replace(meeting, ordinal=ordinal.number, spans=(span, *meeting.spans))


def _told_after(
    doc: Doc, start: int, dates: DateReading, places: tuple[PlaceMention, ...], forth: int
) -> SeriesMeeting:
    """The date, province and host that the rest of the sentence gives."""
    number = doc.sentence[start - 1]
    end = start + forth
    mention = next((m for m in dates.mentions if start <= m.start < end and doc.sentence[m.start] == number), None)
    date, written, spans = _written_date(doc, mention) if mention else (None, None, ())
    venue: str | None = None
    for place in places:
        if start <= place.start < end and doc.sentence[place.start] == number and place.kind == "province":
            venue = place.id
            break
    return SeriesMeeting(None, date, written, venue, _host(doc, start, forth, number), spans)


def _written_date(doc: Doc, mention: DateMention) -> tuple[str | None, str, tuple[Span, ...]]:
    """The date with its part of the year: "cuối năm 2026"."""
    first = mention.start
    if first and doc.keys[first - 1] in _PARTS_OF_YEAR:
        first -= 1
    span = doc.span(first, mention.end)
    value = None if mention.value.startswith("--") else mention.value
    return value, doc.text[span[0] : span[1]], (span,)


def _host(doc: Doc, start: int, forth: int, number: int) -> Country | None:
    """ "do phía Lào chủ trì", "do tỉnh X đăng cai" (the side only where it is named)."""
    row = doc.keys
    for index in range(start, min(len(doc) - 2, start + forth)):
        if doc.sentence[index] != number:
            break
        if row[index] == _SIDE and any(word in _HOLDS for word in row[index + 2 : index + 5]):
            side = row[index + 1]
            return "LA" if side == _LAO else "VN" if side == _VIET else None
    return None


def _announced(doc: Doc, dates: DateReading, places: tuple[PlaceMention, ...]) -> SeriesMeeting | None:
    """ "Hội đàm lần tới sẽ được tổ chức tại tỉnh X vào quý II/2026": a next meeting without a number."""
    for at in _NEXT.find(doc):
        number = doc.sentence[at]
        after = doc.keys[at : at + _NEAR_WILL]
        before = doc.keys[max(0, at - _NEAR_MEETING) : at]
        if _WILL not in after or not any(_stands(before, phrase) for phrase in _MEETING_WORDS):
            continue
        will = at + after.index(_WILL)
        if doc.sentence[will] != number:
            continue
        meeting = _told_after(doc, will, dates, places, _FORTH)
        if meeting.date or meeting.venue:
            return meeting
    return None


_MEETING_WORDS = phrases(
    "hội đàm, hội nghị, cuộc họp, giao ban, kỳ họp",
)


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
    if number is None and following is None:
        return None
    spans = tuple(span for meeting in (previous, following) if meeting for span in meeting.spans[:1])
    return Series(number, "inferred", previous, following, None, spans, "neighbours" if number else "announced")


def _between(last: int | None, coming: int | None, since: bool) -> int | None:
    """The number between two neighbours; after one, where the text speaks of the time since it."""
    if last is not None and coming is not None:
        return last + 1 if coming == last + 2 else None
    if last is not None and since:
        return last + 1
    return coming - 1 if coming is not None and coming > 1 else None
