"""Meetings of the row that are told without a number: the one before ("kể từ cuộc hội đàm tháng 10/2024") and the one
that the sides agree on, announce or invite to ("thống nhất tổ chức hội đàm lần tới tại tỉnh X vào tháng 9/2026").

The name of a meeting is looked at with what stands around it in its clause: what sets it apart ("lần tới", a time of
its own), who says that it will be (an agreement, "sẽ", an invitation), and that it is held. A meeting told in the
plural, as a habit, or in the name of a document is none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from borderwire.extract.cues import positions
from borderwire.extract.doc import Doc
from borderwire.extract.meeting_told import first_date, told_between
from borderwire.extract.mentions import DateMention, DateReading, PlaceMention
from borderwire.extract.ordinals import Ordinal
from borderwire.extract.phrases import Phrases, listed
from borderwire.extract.words import keys
from borderwire.gazetteer.matcher import Entry
from borderwire.model import SeriesMeeting
from borderwire.text import key

_KINDS = frozenset(
    [
        "talks", "briefing-conference", "cooperation-conference", "bilateral-conference", "trilateral-conference",
        "review-conference", "conference", "meeting", "border-exchange",
    ]
)  # fmt: skip
_TIME, _OF_MEETING = keys("lần"), keys("gặp họp hội giao")  # "lần gặp | sau"
_TO_COME = listed(
    "lần tới, lần sau, lần tiếp theo, lần kế tiếp, tiếp theo, kế tiếp, sắp tới, năm tới, năm sau, tới, sau"
)
_COMES = listed(
    """
    sẽ, dự kiến, thống nhất, nhất trí, đồng ý, mời, giao cho, giao công an, giao tỉnh, giao bộ, giao phía, hẹn
    ấn định, lựa chọn, chọn, đăng cai
    """
)
_HOLD = listed(
    """
    tổ chức, diễn ra, tiến hành, đăng cai, chủ trì, địa điểm, thời gian, sang dự, tham dự, dự, sang thăm và, mời
    luân phiên tại, được ấn định, ấn định, hẹn gặp
    """
)
_SINCE = keys("từ sau kể")
_AFTER_WHICH = (key("sau"), key("khi"))  # "sau khi | Hội đàm tháng 8/2019 kết thúc"
_UNTIL_NOW = listed("đến nay, cho đến nay, tới nay")
_MANY = keys("các những nhiều mỗi mọi hai ba")
_HABIT = listed("định kỳ, thường xuyên, luân phiên, hằng năm, hàng năm, hằng tháng, mỗi năm, theo định kỳ")
# The last word before a meeting's name that is part of the name of a paper, or of what was done at the meeting.
_OF_PAPERS = keys("bản nhớ quả dung kiện luận hiện trình ký tại trong tổng văn")
_FILL = keys(
    "thường niên cấp tỉnh bộ huyện đồn song phương giữa hai bên lực lượng công an biên phòng của định kỳ cao luân phiên"
    " nước ngành đơn vị chức năng cơ quan phòng trực tiếp"
)
_TIME_FILL = keys("trong vào của thời gian đầu cuối giữa quý hồi ngày i ii iii iv 1 2 3 4")
_PLACED, _PLACE_REACH = key("tại"), 3
_STOP = ";"
_NOT_ONE = _OF_PAPERS | _MANY
_SETS_APART = _FILL | _TO_COME.firsts
_NAME_REACH = 12  # tokens after a meeting's name in which it may be set apart
_DIRECT = 4  # tokens between a meeting's name and a time of its own
_BEFORE, _AFTER = 25, 45  # tokens of the clause on either side
_TIME_BEFORE = 8  # "năm 2026 | hội đàm sẽ ..."
_MOST = 60  # meetings of a text that are looked at


class Named(NamedTuple):
    """A meeting's name at tokens `[start, end)` in the clause `[first, last)`."""

    start: int
    end: int
    first: int
    last: int


class Neighbours(NamedTuple):
    """The meetings told as before and after the one reported."""

    previous: SeriesMeeting | None
    following: SeriesMeeting | None


def find_neighbours(
    doc: Doc, dates: DateReading, places: tuple[PlaceMention, ...], ordinals: list[Ordinal]
) -> Neighbours:
    """The first of each that the text tells without a number."""
    previous: SeriesMeeting | None = None
    following: SeriesMeeting | None = None
    event = _day(dates) or "9999"
    later = [mention.start for mention in dates.mentions if mention.value > event]
    row = doc.keys
    for start, end in _names(doc, ordinals):
        since = start > 0 and (row[start - 1] in _SINCE or tuple(row[max(0, start - 2) : start]) == _AFTER_WHICH)
        if not since and row[end : end + 1] and row[end] not in _SETS_APART and not _near(later, start, end):
            continue  # as most: nothing sets the meeting apart
        named = _clause(doc, start, end)
        if previous is None and since and _is_before(doc, named, dates):
            previous = _before(doc, named, dates, places)
        elif following is None and _comes(doc, named, dates):
            following = _coming(doc, named, dates, places)
        if previous and following:
            break
    return Neighbours(previous, following)


def _near(later: list[int], start: int, end: int) -> bool:
    """A time after the event stands near enough to be the meeting's."""
    at = bisect_left(later, start - _BEFORE)
    return at < len(later) and later[at] < end + _AFTER


def _names(doc: Doc, ordinals: list[Ordinal]) -> Iterator[tuple[int, int]]:
    """The single meetings that are named without a number, in order: tokens `[start, end)`."""
    numbered = {ordinal.noun for ordinal in ordinals}
    row = doc.keys
    spots = [(hit.start, hit.end) for hit in doc.hits_of("event") if _is_meeting(hit.of("event"))]
    spots += [(at, at + 2) for at in positions(doc, _TIME) if row[at + 1 : at + 2] and row[at + 1] in _OF_MEETING]
    for start, end in sorted(spots)[:_MOST]:
        if start and row[start - 1] in _NOT_ONE and not doc.breaks[start]:
            continue
        if numbered.isdisjoint(range(start, end)):
            yield start, end


def _clause(doc: Doc, start: int, end: int) -> Named:
    """The name with what stands around it, up to semicolons."""
    first, last = doc.sentence_of(start)
    first, last = max(first, start - _BEFORE), min(last, end + _AFTER)
    words = doc.words
    if _STOP in words[end:last]:
        last = words.index(_STOP, end, last)
    before = words[first:start]
    if _STOP in before:
        first = start - before[::-1].index(_STOP)
    return Named(start, end, first, last)


def _is_meeting(entry: Entry | None) -> bool:
    return entry is not None and entry.id in _KINDS


def _own_time(doc: Doc, named: Named, dates: DateReading) -> DateMention | None:
    """The time that stands right behind the name: "hội đàm | năm 2026", "giao ban thường niên | quý I/2022"."""
    at = named.end
    while at < named.last and at - named.end < _NAME_REACH and doc.keys[at] in _FILL:
        at += 1
    mention = first_date(dates, at, min(named.last, at + _DIRECT))
    if mention is None or any(word not in _TIME_FILL for word in doc.keys[at : mention.start]):
        return None
    return mention


def _is_before(doc: Doc, named: Named, dates: DateReading) -> bool:
    """ "Kể từ cuộc hội đàm tháng 10/2024 đến nay": a time of its own, before the event."""
    row = doc.keys
    own = _own_time(doc, named, dates)
    if own is None or own.value.startswith("--"):
        return False
    event = dates.event.value
    if event is None:
        return _UNTIL_NOW.begins_among(row, own.end, named.last)
    shared = min(len(own.value), len(event))
    return own.value[:shared] < event[:shared]


def _before(doc: Doc, named: Named, dates: DateReading, places: tuple[PlaceMention, ...]) -> SeriesMeeting:
    row, last = doc.keys, named.last
    for at in range(named.end, last):
        if doc.words[at] == "," or _UNTIL_NOW.match(row, at) > at:
            last = at
            break
    return told_between(doc, named.end, last, dates, places)


def _comes(doc: Doc, named: Named, dates: DateReading) -> bool:
    """The clause sets a meeting apart that is still to come."""
    if _is_next(doc, named):
        return _stands(_COMES, doc, named) or _stands(_HOLD, doc, named)
    own = _own_time(doc, named, dates)
    if own is not None:
        apart = _is_later(own, dates)
        if apart and _PLACED in doc.keys[own.end : min(named.last, own.end + _PLACE_REACH)]:
            return _stands(_COMES, doc, named)  # "thống nhất hội đàm năm 2027 tại A"
    else:
        habit = _HABIT.begins_among(doc.keys, named.start, min(named.last, named.end + 3))
        apart = not habit and _is_held_later(doc, named, dates)
    return apart and _stands(_COMES, doc, named) and _stands(_HOLD, doc, named)


def _stands(phrases: Phrases, doc: Doc, named: Named) -> bool:
    """One of the phrases stands around the name in its clause."""
    row = doc.keys
    return phrases.begins_among(row, named.first, named.start) or phrases.begins_among(row, named.end, named.last)


def _is_next(doc: Doc, named: Named) -> bool:
    """ "hội đàm | lần tới", "lần gặp | sau"."""
    at = named.end
    while at < named.last and at - named.end < _NAME_REACH and doc.keys[at] in _FILL:
        if _TO_COME.match(doc.keys, at) > at:
            return True
        at += 1
    end = _TO_COME.match(doc.keys, at) if at < named.last else at
    if end == at:
        return False
    # "hội đàm | sau khi", "hội đàm | tới": the short words say so only where the clause goes on with the telling.
    return end - at > 1 or end >= named.last or doc.keys[end] in _AFTER_SHORT


_AFTER_SHORT = keys("sẽ dự tổ được diễn vào tại do ,")


def _is_held_later(doc: Doc, named: Named, dates: DateReading) -> bool:
    """ "năm 2026 | hội đàm sẽ tổ chức tại A", "sang thăm và hội đàm tại A trong quý IV năm 2027": held, and when."""
    row = doc.keys
    after = first_date(dates, named.end, named.last)
    before = first_date(dates, max(named.first, named.start - _TIME_BEFORE), named.start)
    comes_after = after is not None and _is_later(after, dates)
    if not (comes_after or (before is not None and _is_later(before, dates))):
        return False
    if _HOLD.begins_among(row, named.end, min(named.last, named.end + _DIRECT)):
        return True
    return comes_after and any(_HOLD.ends(row, at) < at for at in range(named.start - 1, named.start + 1))


def _day(dates: DateReading) -> str | None:
    """The day of the event, else that of the publication."""
    return dates.event.value or (dates.published.value if dates.published else None)


def _is_later(mention: DateMention, dates: DateReading) -> bool:
    """As far as both are known; False for a time that holds the event itself."""
    event, value = _day(dates), mention.value
    if event is None or value.startswith("--"):
        return False
    shared = min(len(value), len(event))
    return value[:shared] > event[:shared]


def _coming(doc: Doc, named: Named, dates: DateReading, places: tuple[PlaceMention, ...]) -> SeriesMeeting | None:
    """What the clause tells of it; None where it tells neither when nor where."""
    first = max(named.first, named.start - _BEFORE)
    after = told_between(doc, named.end, named.last, dates, places)
    before = told_between(doc, first, named.start, dates, places)
    date, written, spans = after.date, after.as_written, after.spans
    if written is None and before.date is not None:
        date, written, spans = before.date, before.as_written, before.spans
    venue, host = after.venue or before.venue, after.host or before.host
    if not (written or venue or host):
        return None
    name = doc.span(named.start, named.end)
    return SeriesMeeting(None, date, written, venue, host, (name, *spans))
