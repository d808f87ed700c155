"""Which of the dates of a text is the event's day.

Each candidate is weighed by what it dates (`datecues`), by how early it stands, and by whether the other days and the
stamp leave it behind. A reader trusts the first sentences most; what is told later is detail or background.
"""

from __future__ import annotations

from borderwire.extract.asides import stands_aside
from borderwire.extract.courts import reports_trial, sits
from borderwire.extract.dateage import days_before, far_from_stamp, latest_told, out_of_date
from borderwire.extract.datereports import DEED, OPENING, OTHER, VERB_REACH, beside_report, on_that_day, told_in_detail
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.dayframes import find_frames
from borderwire.extract.dayhints import Opening, hint_weight, printed_twice, read_opening
from borderwire.extract.daysapart import FRESH, days_back
from borderwire.extract.doc import Doc
from borderwire.extract.followups import behind_news
from borderwire.extract.position import Layout
from borderwire.extract.telling import deeds_told, first_verb, names_deed, tells_arrest, tells_ceremony, tells_same_deed
from borderwire.extract.today import Today, opening_today
from borderwire.extract.words import keys, pairs
from borderwire.text import key

Dated = tuple[RawDate, Role]

_PLACE = (8.0, 7.0, 6.0, 5.0, 4.0, 4.0, 3.0, 3.0)  # by sentences of running text before it
_LATER_PLACE = 2.0
_ROLE = {"event": 6.0, "report": 2.5, "earlier": 2.0, "document": -5.0, "past": -7.0, "planned": -3.0}
_LEAST = 6.4  # weight that a date must have to be the event's
_DETAIL = 6.0  # what it costs a day that only details what a full date has told
_AHEAD = 120  # days from a meeting with the press to what it announces
_ONLY_PLAN = 3.0  # weight of a day ahead where the text tells of no other
_LISTED, _NEXT = 1.5, 1  # "ngày 7 và 15-3": what stands after the last day of a list is said of the first, too
_OPENS, _SCENE = 6, 6  # tokens of a sentence before its month; sentences in which a report sets its scene
_FRAME = pairs("khuôn khổ")  # "Trong khuôn khổ hội trại vào tháng 8/2019, đoàn đã đến thăm ..."
_PARTS = keys("tuần đầu giữa cuối")  # of a month
_BACKGROUND = 5.0
_BEHIND = 4.0  # times as much it costs a caption's day, and one told far down, to lie long before the stamp
_SAME_DAY = 2.0
_RECENT = 4.0  # "Mới đây, tỉnh đã xử phạt ...": what a full date further down costs
_HEAD = 500  # characters of the head
_REPORT_HINTS = 2.0  # what may speak for the day of a report beside that of a deed
_CLOSE = 6  # tokens between "sáng nay" and the day that it is
_NEWS = frozenset(["event", "planned"])
_APART = frozenset(["published", "planned", "birth"])  # days that are none of those told
_HAPPENED = frozenset(["event", "report", "earlier"])
_FEW_DAYS = 10
_LONG_SPAN = 24  # days; no meeting and no visit lasts longer
_TOLD_LATE, _LATE_COST = 6, 3.0  # sentences after which three of four full dates are background, and what it costs
_FRAMES = 4.0  # what it costs a span of days to hold the day of a meeting
_TIME_WORDS = keys("lúc khoảng h giờ phút g")
_AND = keys("và") | {","}
_AT = key("tại")


def choose_date(doc: Doc, dated: list[Dated], layout: Layout, stamp: Day | None) -> Dated | None:
    """The date that best tells when the event was: a day, else a month."""
    only_plans = not any(
        role.dates in _HAPPENED and raw.form == "day" and not stands_aside(doc, raw.start) for raw, role in dated
    )
    best = _heaviest(doc, dated, layout, stamp, only_plans)
    if best is None and not only_plans and any(role.dates == "planned" for _, role in dated):
        best = _heaviest(doc, dated, layout, stamp, True)  # what is told as past is all background
    if best is None:
        month = _told_month(doc, dated, layout)
        alone = _only_span(doc, dated) or _only_day(doc, dated, stamp)
        return month or _issued(dated, layout, stamp) or alone or _retold(doc, dated, layout)
    if best[1].rule == "limit":
        best = _first_before(dated, best)
    return _told_ahead(doc, dated, _first_of_list(doc, dated, best))


def _first_before(dated: list[Dated], last: Dated) -> Dated:
    """ "kéo dài đến 19/6 ... trong hai ngày 16/6 và 17/6": a day of it that is told besides its last."""
    days = [
        pair
        for pair in dated
        if pair[0].form == "day" and pair[1].dates in _NEWS and 0 < days_back(last[0].at, pair[0].at) <= _LONG_SPAN
    ]
    return max(days, key=lambda pair: (days_back(last[0].at, pair[0].at), -pair[0].start), default=last)


def _told_month(doc: Doc, dated: list[Dated], layout: Layout) -> Dated | None:
    """The month of a report that begins with a scene: "Vào trung tuần tháng 6/2023, hai đồn tổ chức ..."."""
    latest = latest_told(doc, dated)
    for raw, role in dated:
        framed = layout.rank(raw.start) <= 1 and _FRAME.among(_lead_to(doc, raw))
        if raw.form != "month" or stands_aside(doc, raw.start):
            continue
        if role.dates != "event" and not (framed and role.rule == "ordinal-meeting"):
            continue
        if out_of_date(raw, None, latest):
            return None
        first, last = doc.sentence_of(raw.start)
        opens = 0 < raw.start - first <= _OPENS and layout.rank(raw.start) <= _SCENE
        opens = framed or (opens and doc.keys[raw.start - 1] in _PARTS)
        return (raw, role) if opens and first_verb(doc, raw.end, last)[0] == "event" else None
    return None


def _issued(dated: list[Dated], layout: Layout, stamp: Day | None) -> Dated | None:
    """The day of a paper, told without its year in the first sentences of a text that tells no other day: "Tại chỉ
    thị ngày 13/9, Chủ tịch tỉnh yêu cầu ..."; or with its year, few days before the page's stamp."""
    days = [
        (raw, role)
        for raw, role in dated
        if raw.form == "day" and raw.at.month and role.dates not in _APART and layout.rank(raw.start) <= OPENING
    ]
    if len(days) != 1 or days[0][1].dates != "document":
        return None
    at = days[0][0].at
    fresh = stamp is not None and stamp.year == at.year and 0 <= days_before(stamp, at) <= FRESH
    return days[0] if at.year is None or fresh else None


def _only_span(doc: Doc, dated: list[Dated]) -> Dated | None:
    """The days, told in full, of a visit or a meeting in a text that tells no other day, however late: "tàu ở lại 4
    ngày, từ 11.8 đến ngày 14.8.2015"."""
    days = [(raw, role) for raw, role in dated if raw.form == "day" and role.dates not in _APART - {"planned"}]
    if len(days) != 1 or days[0][1].dates not in _NEWS:
        return None
    raw = days[0][0]
    if raw.until is None or raw.until.year is None or stands_aside(doc, raw.start):
        return None
    return days[0] if 0 < days_back(raw.until, raw.at) <= _LONG_SPAN else None


def _only_day(doc: Doc, dated: list[Dated], stamp: Day | None) -> Dated | None:
    """The one day that the text tells, few days before its stamp, however late: "Lễ trao giải diễn ra hôm 9/12"."""
    days = [(raw, role) for raw, role in dated if raw.form == "day" and raw.at.month and role.dates not in _APART]
    if stamp is None or len(days) != 1 or days[0][1].dates != "event" or opening_today(doc) is not None:
        return None
    raw = days[0][0]
    fresh = raw.at.year in (None, stamp.year) and 0 <= days_before(stamp, raw.at) <= _FEW_DAYS
    apart = stands_aside(doc, raw.start) or behind_news(doc, raw, days[0][1], [], [], stamp) > 0.0
    return days[0] if fresh and not apart else None


def _retold(doc: Doc, dated: list[Dated], layout: Layout) -> Dated | None:
    """The day that a case of old begins with, in a text that tells no day of its own: "Ngày 4/9/1996, một thi thể
    được phát hiện ..."."""
    if opening_today(doc) is not None:
        return None
    for raw, role in dated:
        if raw.form == "day" and raw.at.year and role.dates == "event" and layout.rank(raw.start) <= OPENING:
            return (raw, role) if _opens(doc, raw) and tells_arrest(doc, raw.end) else None
    return None


def _lead_to(doc: Doc, raw: RawDate) -> list[str]:
    return doc.before(raw.start, VERB_REACH)


def _first_of_list(doc: Doc, dated: list[Dated], best: Dated) -> Dated:
    """ "các ngày 14 và 15/8/2019": it began on the first. "Từ ngày 25-27/6, chiều 26/6" is no list."""
    at = next(index for index, (raw, _) in enumerate(dated) if raw is best[0])
    if at == 0:
        return best
    raw, role = dated[at - 1]
    listed = (
        raw.form == "day" and raw.until is None and role.dates == best[1].dates and best[0].start - raw.end == _NEXT
    )
    return (raw, role) if listed and doc.keys[raw.end] in _AND else best


def _heaviest(doc: Doc, dated: list[Dated], layout: Layout, stamp: Day | None, only_plans: bool) -> Dated | None:
    """only_plans: the text tells of no day that is over, or of none that could be the event's."""
    best: Dated | None = None
    best_score = _LEAST
    first, latest = _first_told(dated, layout), latest_told(doc, dated)
    told = first[0] if first else _first_planned(dated, layout)
    opened = _opens_with_day(dated, layout)
    today = opening_today(doc)
    reported = any(role.dates == "report" and layout.rank(raw.start) <= OPENING for raw, role in dated)
    reports = [raw for raw, role in dated if role.dates == "report"][:OPENING]
    recent = not reported and _opens_with_news(doc)
    detailed = _told_in_full(dated)
    opening = [(raw, role) for raw, role in dated if role.dates in _HAPPENED and layout.rank(raw.start) <= OPENING]
    openers = [raw for raw, _ in opening]
    news = any(role.dates == "event" and raw.at.day and not raw.at.year and _opens(doc, raw) for raw, role in opening)
    frames = find_frames(doc, dated)
    begun = read_opening(doc, dated, layout)
    deeds = _deed_days(doc, dated)
    for raw, role in dated:
        score = _score(doc, raw, role, layout)
        detail = detailed is not None and _tells_detail(raw, detailed)
        hints = _hints(doc, (raw, role), layout, begun, deeds)
        score += min(0.0, hints) if detail or score <= 0.0 else hints
        score -= _background(doc, raw, role, layout, opened, recent, today)
        if detail:
            score -= _DETAIL
        score -= _beside_openers(doc, raw, layout, openers, news)
        if raw.start in frames:
            score -= _FRAMES
        if role.dates == "planned" and only_plans:
            score += _ONLY_PLAN - (_RECENT if recent and layout.rank(raw.start) > OPENING else 0.0)
        if role.dates == "report" and layout.rank(raw.start) <= OPENING and on_that_day(doc, raw):
            score += DEED + _SAME_DAY
        score += told_in_detail(doc, raw, role, reports)
        if first is not None and first[1].dates == "report":
            score += beside_report(doc, raw, role, first[0], layout)
        elif role.rule == "before-that" and (tells_ceremony(doc, raw.end) or not _told_first(doc, raw)):
            score -= OTHER
        if score > _LEAST and role.dates in ("event", "earlier"):
            score -= out_of_date(raw, told, latest)
        if score > _LEAST and stamp is not None:
            late = layout.rank(raw.start) > (OPENING if recent else _TOLD_LATE)
            far_down = late and deeds_told(doc, raw.end) <= {"arrest"}
            behind = stands_aside(doc, raw.start) or far_down
            score -= _BACKGROUND + OTHER if today is not None and _comes_after(doc, raw, today, stamp) else 0.0
            score -= (_BEHIND if behind else 1.0) * far_from_stamp(raw, role, stamp)
        score -= behind_news(doc, raw, role, reports, openers, stamp)
        if score > best_score + (_LISTED if best is not None and raw.start - best[0].end <= _NEXT else 0.0):
            best, best_score = (raw, role), score
        if doc.notes is not None:
            span = doc.span(raw.start, raw.end)
            doc.note("event_date", span, role.rule, False, f"dates: {role.dates} – {role.why}; weight {score:g}")
    return best


def _hints(doc: Doc, pair: Dated, layout: Layout, begun: Opening, deeds: set[Day]) -> float:
    """deeds: the days on which deeds were done; beside a report of the days after, they are the news."""
    raw, role = pair
    weight = hint_weight(doc, raw, role, layout, begun)
    if role.dates != "report":
        return weight
    told = any(deed[1:] == raw.at[1:] or 0 < days_back(raw.at, deed) <= 2 * FRESH for deed in deeds)
    return min(weight, _REPORT_HINTS) if told else weight


def _deed_days(doc: Doc, dated: list[Dated]) -> set[Day]:
    """The days of the year on which deeds are told to have been done, or on which something was before a report."""
    return {
        Day(None, raw.at.month, raw.at.day)
        for raw, role in dated
        if raw.form == "day"
        and role.dates in ("event", "earlier")
        and (raw.until is not None or role.rule == "before-that" or names_deed(doc, raw.end))
    }


def _opens(doc: Doc, raw: RawDate) -> bool:
    """The date begins its sentence: "Ngày 4.9, Bí thư ..."."""
    return raw.start == doc.sentence_of(raw.start)[0]


def _beside_openers(doc: Doc, raw: RawDate, layout: Layout, openers: list[RawDate], news: bool) -> float:
    """What it costs a full date to be told late, or beside news whose day opens its sentence without a year.

    "(Ảnh chụp ngày 12/5/2018.) Ngày 4/9, Bí thư ...": the news is told as of this year."""
    if raw.at.year is None:
        return 0.0
    cost = 0.0
    if news and not _opens(doc, raw):
        cost += _BACKGROUND
    if layout.rank(raw.start) > _TOLD_LATE and not _is_near(raw, openers):
        cost += _LATE_COST
    return cost


def _told_ahead(doc: Doc, dated: list[Dated], best: Dated) -> Dated:
    """The meeting with the press, where the chosen day is to come after it: what is news is the announcement."""
    for raw, role in dated:
        ahead = role.rule == "press-meeting" and 0 < days_back(best[0].at, raw.at) <= _AHEAD
        if ahead and not stands_aside(doc, raw.start) and not printed_twice(doc, raw.start):
            return raw, role
    return best


def _score(doc: Doc, raw: RawDate, role: Role, layout: Layout) -> float:
    if role.dates not in _ROLE or raw.form not in ("day", "month") or role.rule == "deadline":
        return -99.0
    rank = layout.rank(raw.start)
    aside = stands_aside(doc, raw.start)
    score = _ROLE[role.dates] + (_PLACE[rank] if rank < len(_PLACE) else _LATER_PLACE)
    if raw.form == "month":
        return score - 6.5 if rank <= 1 else score - 7.0
    if aside:  # a photo may be of any time; most so where nothing but its coming twice tells that it is one
        old = role.rule == "day" and raw.at.year is not None and doc.block_of(raw.start).kind == "paragraph"
        score -= 7.0 if old else 4.0
    if role.dates == "planned" and rank <= OPENING and not aside:
        score += 3.0
    if role.rule == "day" and rank > OPENING and (raw.at.year is not None or not raw.cued):
        score -= 3.0  # a full date told late, with nothing happening on it
    if raw.until is not None and days_back(raw.until, raw.at) > _LONG_SPAN:
        score -= 6.0  # "từ ngày 16/5 đến ngày 15/6, toàn ngành đã phát hiện": a period under review
    if reports_trial(doc) and not sits(doc, raw):
        score -= 7.0 if rank <= OPENING and raw.at.year is None else 12.0  # the deed, not the sitting of the court
    if role.rule == "telling-verb":
        score += 2.0
    elif role.rule == "was-signed":
        score -= 4.0
    return score + _by_place(doc, raw)


def _by_place(doc: Doc, raw: RawDate) -> float:
    """What speaks for a day whose hour or place is told with it."""
    score = 0.0
    if not _TIME_WORDS.isdisjoint(doc.keys[max(0, raw.start - 3) : raw.start]):
        score += 1.0
    if raw.end + 1 < len(doc) and _AT in doc.keys[raw.end : raw.end + 2]:
        score += 1.0
    return score


def _opens_with_news(doc: Doc) -> bool:
    """The head of the text says "vừa" or "mới đây": the news has no day of its own."""
    head = doc.text[:_HEAD]
    return " vừa " in head or "ới đây" in head


def _is_near(raw: RawDate, openers: list[RawDate]) -> bool:
    """Some days before a day that the first sentences tell: "Chiều 21/1, đồn cho biết ... Ngày 19/1/2019, ..."."""
    return any(
        opener.at[1:] == raw.at[1:] or 0 < days_back(opener.at, raw.at) <= 2 * FRESH
        for opener in openers
        if opener.at.day
    )


def _told_in_full(dated: list[Dated]) -> RawDate | None:
    """The first day of the story, where it has its year and lies before undated news: "Trước đó, ngày 3/6/2017"."""
    for raw, role in dated:
        if raw.form == "day" and role.dates in _HAPPENED:
            return raw if raw.at.year is not None and role.rule == "before-that" else None
    return None


def _tells_detail(raw: RawDate, full: RawDate) -> bool:
    """A day without its year soon before or after the one told in full: "Khoảng 21h ngày 2/6, ..." beside it."""
    if raw.at.year is not None or not (raw.at.month and raw.at.day):
        return False
    return raw.start > full.start and max(days_back(raw.at, full.at), days_back(full.at, raw.at)) <= 3 * FRESH


def _first_told(dated: list[Dated], layout: Layout) -> Dated | None:
    """The day that the first sentences tell, without a year: the news is hardly older than that."""
    for raw, role in dated:
        if layout.rank(raw.start) > OPENING:
            return None
        if raw.form == "day" and raw.at.year is None and role.dates in ("event", "report"):
            return raw, role
    return None


def _first_planned(dated: list[Dated], layout: Layout) -> RawDate | None:
    """The day ahead that the first sentences tell, without a year: what lies long before it is no news beside it."""
    for raw, role in dated:
        if layout.rank(raw.start) > OPENING:
            return None
        if raw.form == "day" and raw.at.year is None and role.dates == "planned":
            return raw
    return None


def _opens_with_day(dated: list[Dated], layout: Layout) -> bool:
    """The first sentences name a day without its year, past or to come: full dates later on are background."""
    return any(
        raw.form == "day" and raw.at.year is None and role.dates in _NEWS and layout.rank(raw.start) <= OPENING
        for raw, role in dated
    )


def _background(
    doc: Doc, raw: RawDate, role: Role, layout: Layout, opened: bool, recent: bool, today: Today | None
) -> float:
    """What it costs a full date that the opening tells the news without it: by a day alone, "hôm qua", "mới đây"."""
    if raw.at.year is None:
        return 0.0
    cost = 0.0
    if today is not None and role.rule != "before-that" and _is_background(doc, raw, today):
        cost += _BACKGROUND + OTHER
    if layout.rank(raw.start) > OPENING:
        cost += (_BACKGROUND if opened else 0.0) + (_RECENT if recent else 0.0)
    return cost


def _is_background(doc: Doc, raw: RawDate, today: Today) -> bool:
    """ "Hôm qua, ..." tells the event; a day that comes after it with its year does not."""
    token = doc.token_at(today.span[0])
    if token - _CLOSE <= raw.start <= doc.token_at(today.span[1]) + _CLOSE:
        return False  # "sáng nay (7/5)", "hôm nay, ngày 7/5/2021"
    return raw.at.year is not None and raw.start > token


def _comes_after(doc: Doc, raw: RawDate, today: Today, stamp: Day) -> bool:
    """ "Hôm nay, đoàn đến Hà Nội. Đoàn dự kỳ họp ngày 8/2", printed on 7/2: the meeting is still to come."""
    near = abs(raw.start - doc.token_at(today.span[0])) <= _CLOSE
    return today.back == 0 and not near and days_back(raw.at, stamp) == 1


def _told_first(doc: Doc, raw: RawDate) -> bool:
    """What happened on that day can be what the headline or the lead tells of: an arrest is no handover."""
    second = doc.sentence_of(0)[1]
    if second >= raw.start:
        return True
    return tells_same_deed(doc, 0, raw.end) or tells_same_deed(doc, second, raw.end)
