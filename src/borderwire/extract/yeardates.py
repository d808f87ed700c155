"""What a date with its year tells of the event's year: how many days it lies before the event, and what it dates."""

from __future__ import annotations

from datetime import date

from borderwire.extract.asides import comes_twice, is_from_archive
from borderwire.extract.datepapers import issues_warrant
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.hits import between
from borderwire.extract.ordinals import find_ordinals
from borderwire.extract.words import keys, pairs
from borderwire.extract.yearclues import Clue
from borderwire.extract.yearmerger import REFORM
from borderwire.extract.yearodds import OLDER_PART, date_odds, year_odds
from borderwire.extract.yearquote import quote
from borderwire.extract.yearseries import stands_in_row
from borderwire.extract.yearsetting import (
    AGO,
    ANNOUNCED,
    COURT,
    Setting,
    comes_after_numbered,
    is_numbered,
    is_yearly,
    names_meeting,
)
from borderwire.extract.yearsigns import YEAR_BEFORE, nearness
from borderwire.text import key

_COMPLETED, _COMPLETED_BACK = pairs("hoàn thành, đưa vào, vận hành, thông xe"), 10
_DONE, _WILL, _DONE_FORTH = key("đã"), key("sẽ"), 24  # tokens behind a date that may tell it as past
_FOUNDED, _FOUNDED_BACK = pairs("thành lập, khởi công, khánh thành, ra đời, hoàn thành, sử dụng"), 5
_SINCE_THEN = key("kể")
_AFTER, _AFTER_BACK = key("sau"), 4
_OLD_EVENTS = pairs("trận đánh, trận lũ, chiến thắng, hy sinh, thảm họa, vụ tai")
_OF_NEWS = frozenset(["day", "planned", "period"])
_IN_FORCE = pairs("hiệu lực, áp dụng")
# "hiệp định vừa đi vào thực thi từ tháng 1/2019"; no "nông thôn mới", no "nhỏ và vừa"
_NEWLY, _NEWLY_BACK = (
    pairs(
        "vừa có, vừa đi, vừa được, vừa bắt, vừa chính, vừa áp, vừa triển, vừa đưa, vừa ra, vừa thành, vừa khai",
        "vừa vào, vừa thực, vừa hoạt, mới có, mới áp, mới bắt, mới đưa, mới ra, mới chính, mới khai, mới hoạt",
    ),
    8,
)
_FROM_NOW = pairs("từ nay")  # "từ nay đến hết tháng 8/2017"
# What a decision gives from a day on is told when it is decided, or soon after.
_POSTED, _POSTED_BACK = (
    pairs("điều động, bổ nhiệm, được điều, luân chuyển, thôi giữ, thôi làm, nghỉ hưu"),
    20,
)
_SIGNED = key("ký")
_JUST_PAST = pairs("vừa qua, vừa rồi")
_TILL_NOW = ([key("đến"), key("nay")], [key("tới"), key("nay")])
_OLD_MEETINGS = frozenset(["ordinal-meeting", "older-meeting", "minutes-date"])
_OF_MONTHS = {"day": "month", "planned": "planned-month"}
# "Từ tháng 3-2016, đội theo dõi đường dây": what is told is its end.
_INQUIRY = pairs("chuyên án, trinh sát, theo dõi, nghiệp vụ, đường dây")
_OF_PAPERS = pairs("chuyên án, trinh sát")  # papers speak of "đường dây liên lạc" and "trao đổi nghiệp vụ", too
_COUNTED_TO = [key("tính"), key("đến")]  # "Tính đến tháng 9/2014": how things stood shortly before
_CARRIED, _CARRIED_BACK = (key("thực"), key("hiện")), 30
# "Thực hiện Quyết định số 12/QĐ-UBND ngày 6/9/2019 ..., đoàn đã sang thăm": what sends the delegation of the lead.
_ORDERS, _LEAD, _DELEGATION = pairs("quyết định, kế hoạch, công văn, công điện, giấy mời, thư mời"), 2, key("đoàn")
_BEFORE_CARRIED = keys("việc quả năm tháng tục sau")
_REACH = 60
_SOON = 31  # days
_WORKS = pairs("dự án, công trình, thực hiện, xây dựng, thi công, triển khai, kế hoạch")
_THEN, _THEN_BACK = pairs("sau khi, sau đó, tiếp đó, đến ngày"), 40
_HEARING = pairs("xét xử, phiên tòa, tuyên án, xử sơ")
_DATE_KINDS = {
    "document": "document",
    "planned": "planned",
    "event": "day",
    "report": "day",
    "earlier": "day",
    "period": "period",
}


def date_clue(doc: Doc, event: Setting, raw: RawDate, role: Role, year: int) -> Clue | None:
    """A date with its year: how many days it lies before the event makes a year more or less likely."""
    day, lasts = event.day, event.lasts
    month = raw.at.month
    if month is None or role.dates == "unknown":
        return None
    shown, span = quote(doc, raw)
    kind = _kind_of_date(doc, event, raw, role)
    if kind in ("day", "month"):
        kind = _by_order(doc, event, raw) or kind
    if kind == "month" and day.month is not None and month > day.month:
        kind = "month-last"
    if role.rule == "until-now" and day.month is None:
        return Clue("to-date", year, lambda told: year_odds("to-date", None, year - told), shown, (span,))
    if day.month is None:
        if kind in ("since", "document", "from-first"):
            return None
        row = "half-year" if kind == "period" else "plain"
        if kind == "period" and raw.until is not None:
            year = raw.until.year or year
        return Clue(kind, year, lambda told: year_odds(row, None, year - told), shown, (span,))
    first = date(year, month, min(raw.at.day or 15, 28))
    last = first
    if raw.until is not None and raw.until.month:
        last = date(raw.until.year or year, raw.until.month, min(raw.until.day or 28, 28))

    near = nearness(doc, event, raw, role, kind)
    over = kind == "period" and raw.until is not None and _is_over(doc, raw)

    def odds(told: int) -> float:
        on = date(told, day.month or 1, min(day.day or 15, 28))
        if on < first and first.toordinal() - on.toordinal() < lasts:
            return near * date_odds("same-day" if kind in _OF_NEWS else kind, 0)  # a day of the event
        back = 0 if first <= on <= last else (on - (first if on < first else last)).days
        if over and not back:  # no day within it, but one soon after its end
            back = 1 if (last - on).days <= _SOON else (on - last).days
        return date_odds(kind, back) * (near if 0 <= back <= YEAR_BEFORE else 1.0)

    # A photo is mostly of the news itself: 30 of 37 whose day comes up to three months before it in the calendar were
    # of its year (news of 2017). One printed twice may be older, unless it names the very day or month of the event.
    same = month == day.month and 0 <= (raw.at.day or day.day or 0) - (day.day or 0) < lasts
    weight = OLDER_PART if not same and (comes_twice(doc, raw.start) or is_from_archive(doc, raw.start)) else 1.0
    return Clue(kind, year, odds, shown, (span,), weight, month, last)


def _is_over(doc: Doc, raw: RawDate) -> bool:
    """ "Từ tháng 5/2015 đến 8/2016, hai người đã trộm 34 con dê": what is told lies behind its end. Of 46 such spans in
    news of 2017 that end in another year than they begin in, with "đã" behind them, none ended later than that year."""
    after = doc.keys[raw.end : min(doc.sentence_of(raw.start)[1], raw.end + _DONE_FORTH)]
    return _DONE in after and _WILL not in after and not _WORKS.among(doc.before(raw.start, _DONE_FORTH))


def _by_order(doc: Doc, event: Setting, raw: RawDate) -> str | None:
    """What a text tells on its way to the event's day, and what it tells to have come of it.

    The days without a year tell too: "bị phát hiện hồi tháng 9-2014. Ngày 11-9, ..." goes on in its year."""
    at = event.at
    begin = doc.sentence_of(raw.start)[0]
    if raw.form == "month" and raw.at.month == event.day.month and (raw.start < at or _same_event(doc, raw, at)):
        return "led-up"  # "trong nửa cuối tháng 9/2014. Sáng 18/9, ..."
    if raw.form == "month":
        goes_on = event.last_days.get(raw.at.month or 0, -1) > raw.start
        return "led-up" if goes_on or (raw.start < at and begin > 0) else None
    before = doc.before(raw.start, _THEN_BACK)
    return "sequel" if begin > at >= 0 and _THEN.among(before) else None


def _around(doc: Doc, at: int) -> tuple[int, int]:
    """Tokens of the sentence, at most `_REACH` on either side."""
    first, last = doc.sentence_of(at)
    return max(first, at - _REACH), min(last, at + _REACH)


def _same_event(doc: Doc, raw: RawDate, at: int) -> bool:
    """ "cuộc gặp từ ngày 12 - 15/9 ... cuộc gặp giữa tháng 9/2014": both sentences name an event of one kind."""
    if at < 0:
        return False
    told, here = (
        {entry.id for hit in between(doc, "event", *_around(doc, token)) if (entry := hit.of("event"))}
        for token in (at, raw.start)
    )
    return not told.isdisjoint(here)


def _comes_soon(event: Setting, raw: RawDate, kind: str) -> bool:
    """ "đợt giao lưu lần thứ 4 từ ngày 14 - 16/9/2016" in news of 12 September: a planned day a few weeks later in the
    calendar."""
    day, at = event.day, raw.at
    if kind != "planned" or raw.form != "day" or not (day.month and day.day and at.month and at.day):
        return False
    return 0 < (at.month - day.month) * 30 + at.day - day.day <= _SOON


def _kind_by_words(doc: Doc, raw: RawDate, kind: str) -> str | None:
    """The same where words before the date or in its sentence tell it."""
    if doc.keys[max(0, raw.start - 2) : raw.start] == _COUNTED_TO:
        return "period"
    before = doc.before(raw.start, _FOUNDED_BACK)
    if ";" not in before and kind != "planned" and _IN_FORCE.among(before):
        return "in-force"
    if raw.form == "month" and tuple(doc.keys[raw.end : raw.end + 2]) in _JUST_PAST:
        return "led-up"  # "hồi tháng 3/2017 vừa qua"
    if _FROM_NOW.among(doc.before(raw.start, _FOUNDED_BACK)):
        return "from-now"
    if kind == "since" and _is_posted(doc, raw):
        return "new-since"
    if kind == "since" and (begun := _kind_of_begin(doc, raw, before)) is not None:
        return begun
    if kind == "day" and _FOUNDED.among(doc.keys[max(0, raw.start - _FOUNDED_BACK) : raw.start]):
        return "since"  # "Trạm được khởi công ngày 19/5/2013": the thing is there since
    if kind == "day" and issues_warrant(doc, raw):
        return "warrant"
    till_now = doc.keys[raw.end : raw.end + 2] in _TILL_NOW  # "từ tháng 8/2018 đến nay, ... 6 chuyên án"
    cues = _OF_PAPERS if kind == "document" or _SIGNED in before else _INQUIRY
    if kind in AGO and not till_now and cues.among(doc.keys[slice(*_around(doc, raw.start))]):
        return "inquiry"
    return _kind_of_document(doc, raw) if kind == "document" else None


def _is_posted(doc: Doc, raw: RawDate) -> bool:
    """ "được điều về cơ quan trung ương, kể từ ngày 30/10/2023": as decisions say it, not a life told later."""
    before = doc.before(raw.start, _POSTED_BACK)
    return raw.form == "day" and _SINCE_THEN in before[-2:] and _POSTED.among(before)


def _kind_of_begin(doc: Doc, raw: RawDate, before: list[str]) -> str | None:
    """What has begun on the date; before: the words right before it."""
    if _NEWLY.among(doc.before(raw.start, _NEWLY_BACK)):
        return "new-since"
    if raw.form == "day" and doc.keys[raw.end : raw.end + 2] in _TILL_NOW:
        return "to-this-day"
    if raw.form == "day" and raw.at.day == 1 and _SINCE_THEN not in before:
        # "từ ngày 1/5/2018": rules begin to hold on the first day of a month; the reform is told for years
        return "in-force" if tuple(raw.at) == REFORM.timetuple()[:3] else "from-first"
    return None


def _kind_of_document(doc: Doc, raw: RawDate) -> str | None:
    """The minutes of the last of yearly meetings, a paper that sends the delegation of the lead, one carried out."""
    if is_yearly(doc) and names_meeting(doc, raw):
        return "meeting"
    if not _is_carried_out(doc, raw):
        return None
    ordered = doc.sentence[raw.start] <= _LEAD and _ORDERS.among(doc.before(raw.start, _CARRIED_BACK))
    behind = doc.keys[raw.end : min(doc.sentence_of(raw.start)[1], raw.end + _REACH)]
    return "ordered" if ordered and _DELEGATION in behind else "carried-out"


def _is_carried_out(doc: Doc, raw: RawDate) -> bool:
    """ "Thực hiện Biên bản ký ngày 18/9/2013": it was signed some time ago."""
    begin = doc.sentence_of(raw.start)[0]
    row = doc.keys
    for at in range(max(begin, raw.start - _CARRIED_BACK), raw.start - 1):
        if (row[at], row[at + 1]) == _CARRIED:
            # not "bản kế hoạch thực hiện Hiệp định"
            return at == begin or doc.shapes[at - 1] == "p" or row[at - 1] in _BEFORE_CARRIED
    return False


def _kind_of_role(doc: Doc, raw: RawDate, role: Role) -> str:
    """What is planned for a date, by the words before it, has been done where those behind it say so."""
    kind = _DATE_KINDS.get(role.dates, "since")
    return "day" if kind == "planned" and _is_done(doc, raw) else kind


def _is_done(doc: Doc, raw: RawDate) -> bool:
    """ "Ngày 16-11-2018, tòa đã tuyên án": nothing that is announced."""
    behind = doc.keys[raw.end : min(doc.sentence_of(raw.start)[1], raw.end + _DONE_FORTH)]
    return _DONE in behind and _WILL not in behind


def _is_remembered(doc: Doc, raw: RawDate) -> bool:
    """ "Sau trận lũ ngày 14/8/2020", "Đồn được thành lập ngày 3/2/2009": a day that comes again with the event's."""
    near = doc.before(raw.start, _FOUNDED_BACK)
    return _AFTER in near[-_AFTER_BACK:] or _FOUNDED.among(near) or _OLD_EVENTS.among(near)


def _is_same_day(doc: Doc, event: Setting, raw: RawDate) -> bool:
    """The day of the event, or a span that ends with it: "Hội nghị lần thứ 4 họp từ ngày 21-6 đến ngày 22-6-2018" in
    news of 22 June that speaks of no other number."""
    day = event.day
    if raw.form != "day" or (raw.at.month, raw.at.day) == (day.month, day.day):
        return raw.form == "day"
    ends = raw.until is not None and (raw.until.month, raw.until.day) == (day.month, day.day)
    return ends and _same_number(doc, event.at, raw.start)


def _same_number(doc: Doc, event: int, other: int) -> bool:
    """The sentences of the two tokens count no two different meetings."""
    if event < 0:
        return False
    told = {one.number for one in find_ordinals(doc) if doc.sentence[one.start] == doc.sentence[event]}
    here = {one.number for one in find_ordinals(doc) if doc.sentence[one.start] == doc.sentence[other]}
    return not told or not here or not told.isdisjoint(here)


def _kind_of_date(doc: Doc, event: Setting, raw: RawDate, role: Role) -> str:
    """The row of `yearodds.DATES` that tells how far from the event such a date lies."""
    day, setting = event.day, event.scene
    kind = _kind_of_role(doc, raw, role)
    ahead = (raw.at.month or 0, raw.at.day or 32) > (day.month or 0, day.day or 0)
    if kind in _OF_NEWS and _is_same_day(doc, event, raw) and not _is_remembered(doc, raw):
        return "same-day"  # the very day, told once with its year
    if setting == ANNOUNCED and kind == "day" and ahead and not _is_done(doc, raw):
        return "planned"
    numbered = kind in ("planned", "document", "day") and is_numbered(doc, raw) and not _comes_soon(event, raw, kind)
    if setting == "trial" and raw.form == "month" and _HEARING.among(doc.keys[slice(*_around(doc, raw.start))]):
        return "hearing"  # "Trước đó, vào 2-2020, tòa từng xét xử vụ án": an earlier sitting, not the deed
    special = _kind_by_words(doc, raw, kind)
    if special is not None:
        return special
    if numbered and kind == "day" and day.day:
        kind = "numbered-day"
    elif role.rule in _OLD_MEETINGS or (numbered and kind == "document"):
        kind = "meeting"
    elif numbered and kind == "planned":
        kind = "next-meeting" if not comes_after_numbered(doc, raw) else "meeting" if stands_in_row(doc) else raw.form
    elif setting in COURT and kind in ("day", "planned", "period"):
        kind = "trial-district" if setting == "trial" and event.district_court else setting
    elif role.rule == "before-that" and raw.form == "month":
        kind = "story"
    elif kind == "planned" and _COMPLETED.among(doc.keys[max(0, raw.start - _COMPLETED_BACK) : raw.start]):
        kind = "completion"
    elif raw.form == "month" and kind in _OF_MONTHS:
        kind = _OF_MONTHS[kind]
    return kind
