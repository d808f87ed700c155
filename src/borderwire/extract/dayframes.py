"""Spans of days that only frame the event: a visit "từ ngày 12/3 đến 14/3", one of whose days has the meeting."""

from __future__ import annotations

from itertools import pairwise

from borderwire.extract.calendar import PARTS_OF_DAY
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.daysapart import days_back
from borderwire.extract.doc import Doc
from borderwire.extract.words import has_pair, pairs
from borderwire.text import key

_VISITS = pairs("chuyến thăm, thăm chính, thăm cấp, thăm hữu, thăm làm, thăm và, chuyến công")
_HAS_VISITED = (key("đã"), key("thăm"))  # the visit is the news
_MEETS, _MEETS_REACH = pairs("hội đàm, hội kiến, tiếp kiến, cuộc gặp, đã gặp, gặp gỡ"), 30
_HAPPENED = frozenset(["event", "report", "earlier"])
_VERB_REACH = 45  # tokens before a span that may tell of a visit
_VISIT, _VISIT_BACK, _MET_SOON = key("thăm"), 14, 6  # "đã | có buổi làm việc"
_DONE, _MET, _MEETS_BEHIND = key("đã"), pairs("làm việc, hội đàm, tiếp kiến, gặp gỡ, tọa đàm"), 45
_COMMA = ","


def find_frames(doc: Doc, dated: list[tuple[RawDate, Role]]) -> set[int]:
    """The first tokens of the spans that frame a day of their own. dated: the dates of the text, in order."""
    spans = [raw for raw, _ in dated if raw.until is not None]
    if not spans:  # as mostly
        return set()
    meetings = _meeting_days(doc, dated)
    frames = {raw.start for raw in spans if _frames_meeting(doc, raw, meetings)}
    for (span, _), (day, role) in pairwise(dated):
        if role.dates in _HAPPENED and (_is_narrowed(doc, span, day) or _meets_within(doc, span, day)):
            frames.add(span.start)
    return frames


def _is_narrowed(doc: Doc, span: RawDate, day: RawDate) -> bool:
    """ "thăm, làm việc tại Lào từ ngày 12-15/3, ngày 14/3, đoàn đã ...": the text itself goes on to the day."""
    if span.until is None or day.until is not None or day.form != "day" or day.start != span.end + 1:
        return False
    return doc.words[span.end] == _COMMA and 0 <= days_back(day.at, span.at) <= days_back(span.until, span.at)


def _meets_within(doc: Doc, span: RawDate, day: RawDate) -> bool:
    """ "Trong đoàn ... thăm Lào từ ngày 6 tới 7/4, Bộ trưởng đã có buổi làm việc với ... chiều ngày 7/4"."""
    if span.until is None or day.until is not None or day.form != "day" or doc.keys[day.start] not in PARTS_OF_DAY:
        return False
    if doc.sentence[span.start] != doc.sentence[day.start] or day.start - span.end > _MEETS_BEHIND:
        return False
    between = doc.keys[span.end : day.start]
    within = 0 <= days_back(day.at, span.at) <= days_back(span.until, span.at)
    met = [at for at, word in enumerate(between) if word == _DONE and _MET.among(between[at : at + _MET_SOON])]
    return within and bool(met) and _VISIT in doc.before(span.start, _VISIT_BACK)


def _meeting_days(doc: Doc, dated: list[tuple[RawDate, Role]]) -> set[Day]:
    """The days on which somebody met somebody: "hội đàm ngày 13/3"."""
    return {
        raw.at
        for raw, role in dated
        if raw.form == "day" and raw.until is None and role.dates in _HAPPENED and _MEETS.among(_around_day(doc, raw))
    }


def _frames_meeting(doc: Doc, span: RawDate, meetings: set[Day]) -> bool:
    """ "đang thăm từ ngày 12/3 đến 14/3 ... hội đàm ngày 13/3": the days of a visit, one of which has the meeting."""
    lead = doc.before(span.start, _VERB_REACH)
    if span.until is None or not _VISITS.among(lead) or has_pair(lead, _HAS_VISITED):
        return False
    length = days_back(span.until, span.at)
    return any(0 < days_back(day, span.at) <= length for day in meetings)


def _around_day(doc: Doc, raw: RawDate) -> list[str]:
    begin, end = doc.sentence_of(raw.start)
    return doc.keys[max(begin, raw.start - _MEETS_REACH) : min(end, raw.end + _MEETS_REACH)]
