"""The day of the event that a text reports, how it is known, and all other dates with what they date.

All dates are found once (`dateforms`) and told apart by their cues (`datecues`); the best candidate for the event's day
is chosen (`datechoice`), and a missing year comes from the rest of the text (`years`).
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from borderwire.errors import Problem, Span
from borderwire.extract.calendar import day_in, iso
from borderwire.extract.datechoice import Dated, choose_date
from borderwire.extract.datecues import classify
from borderwire.extract.dateforms import find_raw_dates
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.features import FEATURE, is_feature
from borderwire.extract.mentions import DateMention, DateReading
from borderwire.extract.misprints import mend_misprints
from borderwire.extract.position import lay_out
from borderwire.extract.stamps import Stamp, checked, find_stamp
from borderwire.extract.telling import REPORT_PAIRS, names_deed, tells_arrest
from borderwire.extract.today import Today, find_today
from borderwire.extract.words import has_pair
from borderwire.extract.years import infer_year
from borderwire.model import REPORT_DAY, DateBasis, DateFact
from borderwire.text import key

_REPORT, _JUST_REACH = 45, 12  # tokens after the day, and after the verb of report, that may hold "vừa"
_SAID_BACK, _SAID_TO = 12, (key("nói"), key("với"))  # tokens before the day; "nói với báo chí, trưa 3/8"
_ONLY = key("chỉ")  # "mới chỉ tổ chức"
_JUST = frozenset([key("vừa"), key("mới")])
_BY_THE_WAY = 5  # sentences of a feature after which a day is told by the way
_NO_EVENT = "the text tells no day of an event and reads as a feature, not as news"


def read_dates(doc: Doc) -> DateReading:
    """All dates of a text, the event's and the publication's."""
    dated = [(raw, classify(doc, raw)) for raw in find_raw_dates(doc)]
    stamp = find_stamp(doc, dated)
    dated = mend_misprints(doc, dated, stamp.day if stamp and not stamp.clock else None)
    told = [pair for pair in dated if doc.block_of(pair[0].start).kind != "furniture"]  # no headlines of other news
    chosen = choose_date(doc, told, lay_out(doc), stamp.day if stamp else None)
    if chosen is not None and stamp is not None and _is_by_the_way(doc, chosen[0]):
        chosen = None
    if chosen is not None:
        stamp = checked(doc, find_stamp(doc, dated, chosen[0].at), chosen[0].at)
    event, end = _event(doc, told, chosen, stamp)
    mentions = tuple(_mention(raw, role, chosen) for raw, role in dated)
    return DateReading(mentions, event, end, stamp.fact if stamp else None)


def _is_by_the_way(doc: Doc, raw: RawDate) -> bool:
    """A day told far down in a feature, and no deed of that day."""
    return lay_out(doc).rank(raw.start) > _BY_THE_WAY and not names_deed(doc, raw.end) and is_feature(doc, plainly=True)


def _mention(raw: RawDate, role: Role, chosen: Dated | None) -> DateMention:
    dates = role.dates
    if dates == "event" and (chosen is None or raw.at != chosen[0].at):
        dates = "unknown"
    elif chosen is not None and raw is chosen[0]:
        dates = "event"
    elif dates in ("report", "earlier"):
        dates = "past" if dates == "earlier" else "unknown"
    value = iso(raw.at.year, raw.at.month, raw.at.day)
    until = iso(raw.until.year, raw.until.month, raw.until.day) if raw.until else None
    return DateMention(raw.start, raw.end, value, until, dates, role.rule)


# --- its value ----------------------------------------------------------------------------------------


def _event(doc: Doc, dated: list[Dated], chosen: Dated | None, stamp: Stamp | None) -> tuple[DateFact, str | None]:
    if chosen is None:
        return _undated(doc, dated, stamp), None
    raw, role = chosen
    if stamp is not None and (yesterday := _day_before_telling(doc, raw, role, stamp)) is not None:
        return _from_today(doc, stamp, yesterday), None
    if role.dates == "report" and _just_before(doc, raw):
        return _year_of_report(doc, raw, dated, stamp), None
    span = doc.span(raw.start, raw.end)
    phrase = f"“{doc.text[span[0] : span[1]]}”"
    what = "day and month" if raw.at.day else "month"
    if raw.at.year is not None:
        because = f"day, month and year stand together in {phrase}" if raw.at.day else f"month and year from {phrase}"
        fact = DateFact(iso(raw.at.year, raw.at.month, raw.at.day), "explicit", because, None, (span,), role.rule)
        return fact, _end(raw, raw.at.year)
    found = infer_year(doc, raw, dated, stamp)
    if found.year is None:
        because = f"{what} from {phrase}; {found.why}"
        partial = iso(None, raw.at.month, raw.at.day)
        return DateFact(None, "none", because, partial, (span,), role.rule), None
    because = f"{what} from {phrase}; {found.why}"
    value = iso(found.year, raw.at.month, raw.at.day)
    return DateFact(value, "inferred", because, None, (span, *found.spans), role.rule), _end(raw, found.year)


def _day_before_telling(doc: Doc, raw: RawDate, role: Role, stamp: Stamp) -> Today | None:
    """ "“...”, ông A nói với báo chí trưa 3/8. Hôm qua, Công an tỉnh bao vây sòng bạc, bắt ...": told on the day of the
    page, done on the day before."""
    said = doc.keys[max(doc.sentence_of(raw.start)[0], raw.start - _SAID_BACK) : raw.start]
    told = role.dates == "report" or has_pair(said, _SAID_TO)
    if not told or stamp.clock or (raw.at.month, raw.at.day) != (stamp.day.month, stamp.day.day):
        return None
    today = find_today(doc)
    if today is None or today.back != 1:
        return None
    at = doc.token_at(today.span[0])
    opens = at == doc.sentence_of(at)[0] or doc.words[at - 1] == ","
    return today if opens and tells_arrest(doc, at) else None


def _just_before(doc: Doc, raw: RawDate) -> bool:
    """ "Sáng 6/5, Công an tỉnh X cho biết vừa ...": what is told was on some day before."""
    row = doc.keys
    last = min(doc.sentence_of(raw.start)[1], raw.end + _REPORT)
    verb = next((at for at in range(raw.end, last - 1) if (row[at], row[at + 1]) in REPORT_PAIRS), None)
    if verb is None:
        return False
    told = row[verb + 2 : min(last, verb + 2 + _JUST_REACH)]
    return any(word in _JUST and told[at + 1 : at + 2] != [_ONLY] for at, word in enumerate(told))


def _year_of_report(doc: Doc, raw: RawDate, dated: list[Dated], stamp: Stamp | None) -> DateFact:
    """The year at most: the day is that of the report. It is kept as `partial` until the record is made."""
    span = doc.span(raw.start, raw.end)
    phrase = f"“{doc.text[span[0] : span[1]]}” is the day of the report"
    day = iso(None, raw.at.month, raw.at.day)
    if raw.at.year is not None:
        return DateFact(iso(raw.at.year, None, None), "explicit", phrase, day, (span,), REPORT_DAY)
    found = infer_year(doc, raw, dated, stamp)
    because = f"{phrase}; {found.why}"
    if found.year is None:
        return DateFact(None, "none", because, day, (span,), REPORT_DAY)
    return DateFact(iso(found.year, None, None), "inferred", because, day, (span, *found.spans), REPORT_DAY)


def _end(raw: RawDate, year: int) -> str | None:
    if raw.until is None:
        return None
    last = raw.until
    if last.year is None and last.month and raw.at.month and last.month < raw.at.month:
        year += 1  # 30/12 to 2/1
    year = last.year or year
    if last.month and last.day and day_in(year, last.month, last.day) is None:
        return iso(year, last.month, None)  # "từ 27/2 đến 29/2" of a year that has no such day
    return iso(year, last.month, last.day)


def _undated(doc: Doc, dated: list[Dated], stamp: Stamp | None) -> DateFact:
    """No day in the text: the day of the stamp where the text says "today", else its year at most."""
    today = find_today(doc) if stamp is not None and not stamp.clock else None
    if stamp is not None and today is not None:
        return _from_today(doc, stamp, today)
    found = infer_year(doc, None, dated, stamp)
    if found.year is None:
        return DateFact(None, "none", f"the text names no day; {found.why}")
    because = f"the text names no day; {found.why}"
    basis: DateBasis = "published" if stamp is not None else "inferred"
    rule = FEATURE if stamp is not None and is_feature(doc) else "year-only"
    return DateFact(iso(found.year, None, None), basis, because, None, found.spans, rule)


def as_recorded(reading: DateReading) -> DateFact:
    """The event's date as the record tells it: where only the day of the publication or of a report is known, that;
    none for a feature.

    While a text is read, such an event has but its year: no signing and no meeting is of the day of the paper."""
    event, stamp = reading.event, reading.published
    if event.rule == FEATURE:
        return DateFact(None, "none", _NO_EVENT, rule=FEATURE)
    if event.value and event.partial:
        return replace(event, value=f"{event.value}{event.partial[1:]}", partial=None)
    if event.basis != "published" or not (
        event.value and stamp and stamp.value and stamp.value.startswith(event.value)
    ):
        return event
    return DateFact(stamp.value, "published", event.because, None, event.spans or stamp.spans, event.rule)


def _from_today(doc: Doc, stamp: Stamp, today: Today) -> DateFact:
    """ "hôm nay", "sáng qua": counted from the publication."""
    day = stamp.day
    quoted = f"“{doc.text[today.span[0] : today.span[1]]}”"
    if day.year and day.month and day.day:
        if today.back is None:
            return _weekend(date(day.year, day.month, day.day), quoted, stamp, today.span)
        told = date(day.year, day.month, day.day) - timedelta(days=today.back)
        because = f"{quoted}, counted from {stamp.shown}"
        return DateFact(told.isoformat(), "inferred", because, None, (today.span, *stamp.spans), "today")
    because = f"{quoted} and only {stamp.shown}"
    return DateFact(iso(day.year, day.month, None), "published", because, None, (today.span, *stamp.spans), "today")


def _weekend(stamped: date, quoted: str, stamp: Stamp, span: Span) -> DateFact:
    """ "cuối tuần qua": a Saturday or a Sunday, so the month, or the year where they fall into two."""
    sunday = stamped - timedelta(days=stamped.weekday() + 1 if stamped.weekday() != 6 else 7)
    saturday = sunday - timedelta(days=1)
    value = iso(sunday.year, sunday.month if sunday.month == saturday.month else None, None)
    return DateFact(value, "inferred", f"{quoted}, counted from {stamp.shown}", None, (span, *stamp.spans), "weekend")


# --- problems -------------------------------------------------------------------------------------------


def date_problems(reading: DateReading) -> tuple[Problem, ...]:
    """What a keeper of the archive should look at: a year that is inferred, or left open."""
    event = reading.event
    if event.rule == FEATURE:
        return (Problem("date-unknown", f"No date of the event: {_NO_EVENT}.", "note"),)
    if event.basis == "inferred":
        return (Problem("year-inferred", f"The year is inferred: {event.because}.", "note", spans=event.spans),)
    if event.value is None and event.partial:
        return (Problem("year-open", f"The year stays open: {event.because}.", "note", spans=event.spans),)
    if event.value is None:
        return (Problem("date-unknown", f"No date of the event: {event.because}.", "note"),)
    return ()


__all__ = ["as_recorded", "date_problems", "read_dates"]
