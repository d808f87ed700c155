"""The year of an event whose day is told without one, from the rest of the text; or none, where it is left open.

Every phrase that names a year, a stamp included, makes some years more likely than others (`yearodds`). The likelihoods
are multiplied over the phrases for each year that could be meant; a year is stated when it is `SURE` among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import exp, log

from borderwire.errors import Span
from borderwire.extract.asides import stands_aside
from borderwire.extract.calendar import YEAR_WORD
from borderwire.extract.courts import reports_trial, tries
from borderwire.extract.datecues import PRESS_PAIRS, Role
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.stamps import Stamp
from borderwire.extract.words import has_pair, keys, pairs
from borderwire.extract.yearclues import (
    Clue,
    calendar_clues,
    elapsed_clues,
    lunar_clues,
    reform_clues,
    row_clue,
    season_of,
    stamp_clue,
)
from borderwire.extract.yearcues import kind_of_year, tells_year_so_far
from borderwire.extract.yearodds import SURE, SURE_ALONE, date_odds, year_odds
from borderwire.extract.yearquote import quote
from borderwire.extract.yearseries import between_meetings, stands_in_row
from borderwire.text import key

_NEWS = 2000  # the year of the first news text on the web that an archive may hold; older dates are history
_AFTER = 4  # years after the last one named that could be meant
_LONG_AGO = 10  # years that an anniversary lies back at least
_LONGEST_TERM = 6  # years of a programme or an agreement: "giai đoạn 2025-2030"
_QUOTED = 3  # phrases that a reason quotes at most
_AGAIN = 0.3  # what the same phrase of the same year weighs when it comes again
_AGAIN_PLAIN = 0.1  # the same of a year that is said of nothing in particular
_LONG_PAST = 3  # years after which a year said of nothing in particular is background beside a later one
_OLDER = 0.4  # what a date of the story weighs when a later one is told, and one of a photo
_STORY = frozenset(
    ["day", "numbered-day", "month", "story", "trial", "appeal", "period", "meeting", "since", "document"]
)
_CURRENT = frozenset(["to-date", "half-year", "first-quarter", "last-quarter", "review", "just-past"])
_TOLD = _CURRENT | {"reviewed-paper", "plain", "named", "own-name", "beside-day", "task", "document", "anniversary-day"}
_ANNOUNCED = "announced"
_COMPLETED, _COMPLETED_BACK = pairs("hoàn thành, đưa vào, vận hành, thông xe"), 10
_FOUNDED, _FOUNDED_BACK = pairs("thành lập, khởi công, khánh thành, ra đời, hoàn thành, sử dụng"), 5
_DONE = keys("đã vừa")
_OF_MONTHS = {"day": "month", "planned": "planned-month"}
_AHEAD = frozenset(["planned", "agreed-on", "planned-month", "completion", "goal", "ahead", "towards"])
_AGO = frozenset(["since", "since-year", "document", "carried-out"])
_LONGEST_AGO = 12  # years that an older thing may lie behind the event
_FARTHEST = 8  # years that what is planned may lie ahead of the event
# "Từ tháng 5-2017, qua công tác trinh sát, phòng lập chuyên án": what is told is its end.
_INQUIRY = pairs("chuyên án, trinh sát, theo dõi, nghiệp vụ, đường dây")
_COUNTED_TO = [key("tính"), key("đến")]  # "Tính đến tháng 12/2017": how things stood shortly before
_CARRIED, _CARRIED_BACK = (key("thực"), key("hiện")), 30
_BEFORE_CARRIED = keys("việc quả năm tháng tục sau")
_COURT = frozenset(["trial", "appeal"])
_SAME_TIME = 15  # days within which dates of a story are of one time
_NEAR = 45  # days from an anniversary to the event it is kept with
_TOWARDS, _TOWARDS_BACK = (key("hướng"), key("tới")), 14  # "hướng tới kỷ niệm 50 năm (1972-2022)"
_KEPT = pairs("kỷ niệm, thành lập, truyền thống, năm ngày, thiết lập, quốc khánh")
_SUMMED_UP = pairs("tổng kết, sơ kết")  # "sơ kết 5 năm (2015-2020)"
_NUMBERED_BACK = 50  # tokens of a sentence before its date that may number the meeting
_ORDINAL = (key("lần"), key("thứ"))
_TWO_YEARS = (key("hai"), YEAR_WORD)
_DRY_SEASON = key("khô")
_RAINY = range(5, 10)  # the months between two dry seasons
_SEASON_WORDS = keys("khô học mùa vụ đông")

Dated = tuple[RawDate, Role]


@dataclass(frozen=True, slots=True)
class YearFound:
    """year: as stated, or None; why: in English, quoting the phrases; spans: of these phrases."""

    year: int | None
    why: str
    spans: tuple[Span, ...] = ()


def infer_year(doc: Doc, chosen: RawDate | None, dated: list[Dated], stamp: Stamp | None) -> YearFound:
    """The year of the day or the month that was chosen for the event, or of a text without one."""
    day = chosen.at if chosen is not None else Day()
    lasts = _length(chosen)
    setting = tries(doc, chosen) or _announces(doc, chosen) if chosen is not None else None
    deeds = chosen is None and reports_trial(doc)  # the sitting has no day, and the deed's does not tell it
    row = between_meetings(doc, [raw for raw, _ in dated])
    told = row.marks if row is not None else ()  # these have said what they know
    beside = doc.sentence[chosen.start] if chosen is not None and chosen.at.day else -1
    clues = [
        clue
        for raw, role in dated
        if not (deeds and raw.at.month)
        and not any(raw is mark for mark in told)
        and (clue := _clue(doc, day, raw, role, setting, beside, lasts)) is not None
    ]
    clues.extend(elapsed_clues(doc, day, dated))
    clues.extend(lunar_clues(doc, day))
    if stamp is not None:
        clues.append(stamp_clue(day, stamp, _lies_to_stamp(doc, chosen, dated)))
    if row is not None:
        clues.append(row_clue(doc, row))
    if not clues:
        return YearFound(None, "nothing in the text tells the year")
    clues.extend(reform_clues(doc, day))
    _discount(clues)
    weighty = [clue for clue in clues if clue.weight]
    begin = min(clue.year - (_FARTHEST if clue.kind in _AHEAD else 1) for clue in weighty)
    years = range(begin, max(clue.year + (_LONGEST_AGO if clue.kind in _AGO else _AFTER) for clue in weighty))
    if chosen is not None and day.month and day.day:
        clues.extend(calendar_clues(doc, chosen, day.month, day.day))
    scores = {year: sum([clue.weight * log(clue.odds(year)) for clue in clues]) for year in years}
    return _decide(scores, clues, SURE if day.month or stamp else SURE_ALONE)


def _lies_to_stamp(doc: Doc, chosen: RawDate | None, dated: list[Dated]) -> str:
    """The row of `yearodds.DATES` for the stamp: whether the event may be told ahead."""
    role = next((role for raw, role in dated if raw is chosen), None)
    if chosen is None or role is None:
        return "stamp"
    if role.dates == "planned":
        return "stamp-ahead"
    untold = role.rule == "day" and _DONE.isdisjoint(doc.keys[slice(*doc.sentence_of(chosen.start))])
    return "stamp-untold" if untold else "stamp"


def _discount(clues: list[Clue]) -> None:
    """The same thing said again is hardly new, nor is an older date of a story than its last one."""
    seen: set[tuple[str, int, int | None]] = set()
    latest = max((clue.last for clue in clues if clue.last is not None and clue.kind in _STORY), default=None)
    current = max((clue.year for clue in clues if clue.kind in _CURRENT), default=0)
    newest = max((clue.year for clue in clues if clue.kind in _TOLD), default=0)
    for clue in clues:
        month = None if clue.kind == "plain" else clue.month
        if (clue.kind, clue.year, month) in seen:
            clue.weight *= _AGAIN_PLAIN if clue.kind == "plain" else _AGAIN
        elif clue.kind in _COURT and latest is not None and clue.last is not None and clue.last < latest:
            clue.weight = 0.0  # one deed has one time between it and its trial
        elif clue.kind == "plain" and clue.year <= newest - _LONG_PAST:
            clue.weight = 0.0
        elif (clue.kind == "plain" and clue.year < current) or _is_older(clue, latest):
            clue.weight = min(clue.weight, _OLDER)
        seen.add((clue.kind, clue.year, month))


def _is_older(clue: Clue, latest: date | None) -> bool:
    if latest is None or clue.last is None or clue.kind not in _STORY:
        return False
    return (latest - clue.last).days > _SAME_TIME


def _decide(scores: dict[int, float], clues: list[Clue], sure: float) -> YearFound:
    best = max(scores, key=lambda year: (scores[year], -year))
    top = scores[best]
    total = sum(exp(score - top) for score in scores.values())
    rival = max((year for year in scores if year != best), key=lambda year: (scores[year], -year))
    if 1 / total < sure:
        told = _shown(sorted(clues, key=_is_stamp)[:_QUOTED])
        return YearFound(None, f"the text does not settle the year ({told})")
    telling = sorted(clues, key=lambda clue: clue.weight * log(clue.odds(rival) / clue.odds(best)))
    # The prose first: a reader is led to what the text says of the year before how the page is stamped.
    chosen = sorted([clue for clue in telling[:_QUOTED] if clue.odds(best) > clue.odds(rival)], key=_is_stamp)
    return YearFound(best, f"year {best} from {_shown(chosen)}", _spans(chosen))


def _is_stamp(clue: Clue) -> bool:
    return clue.kind == "stamp"


def _shown(clues: list[Clue]) -> str:
    """`A, B and C`."""
    *rows, last = dict.fromkeys(clue.shown for clue in clues)
    return f"{', '.join(rows)} and {last}" if rows else last


def _spans(clues: list[Clue]) -> tuple[Span, ...]:
    """Where the phrases that `_shown` quotes stand, in its order."""
    once: dict[str, Clue] = {}
    for clue in clues:
        once.setdefault(clue.shown, clue)
    return tuple(span for clue in once.values() for span in clue.spans)


# --- clues ------------------------------------------------------------------------------------------


def _length(chosen: RawDate | None) -> int:
    """Days that the event lasts."""
    if chosen is None or chosen.until is None or not (chosen.at.day and chosen.at.month):
        return 1
    last = chosen.until
    if not (last.day and last.month):
        return 1
    return max(1, (last.month - chosen.at.month) * 31 + last.day - chosen.at.day + 1)


def _clue(doc: Doc, day: Day, raw: RawDate, role: Role, setting: str | None, beside: int, lasts: int) -> Clue | None:
    """beside: the sentence that tells the event's day, or -1; lasts: days that it lasts."""
    year = raw.at.year
    if year is None:
        return None
    if raw.form == "years" or (raw.until is not None and role.dates == "anniversary"):
        return _span_clue(doc, day, raw, role)
    if year < _NEWS or role.dates in ("birth", "anniversary", "published"):
        return None
    if raw.form in ("year", "named-year"):
        return _year_clue(doc, day, raw, role, year, doc.sentence[raw.start] == beside)
    return _date_clue(doc, day, raw, role, year, setting, lasts)


def _year_clue(doc: Doc, day: Day, raw: RawDate, role: Role, year: int, beside: bool) -> Clue | None:
    """ "nhiệm vụ năm 2025", "từ đầu năm 2019 đến nay", "kết quả năm 2016".

    beside: the sentence tells the event's day, too: "Sáng 30/3, ... tổ chức diễn tập khu vực biên giới năm 2023"."""
    kind = kind_of_year(doc, raw)
    if role.dates == "planned" and kind in _NOT_OF_A_PLAN:
        kind = "next-meeting" if _is_numbered(doc, raw) and stands_in_row(doc) else "planned"
    if kind in ("past", "point"):
        return None
    if kind in ("review", "plain") and tells_year_so_far(doc):
        kind = "last-year"
    elif beside and kind in ("plain", "named"):
        kind = "beside-day"
    season = season_of(day)
    shown, span = quote(doc, raw)
    return Clue(kind, year, lambda event: year_odds(kind, season, year - event), shown, (span,))


def _announces(doc: Doc, chosen: RawDate) -> str | None:
    """The event is a meeting with the press."""
    first, last = doc.sentence_of(chosen.start)
    return _ANNOUNCED if PRESS_PAIRS.among(doc.keys[first:last]) else None


def _is_carried_out(doc: Doc, raw: RawDate) -> bool:
    """ "Thực hiện Biên bản ký ngày 18/9/2013": it was signed some time ago."""
    begin = doc.sentence_of(raw.start)[0]
    row = doc.keys
    for at in range(max(begin, raw.start - _CARRIED_BACK), raw.start - 1):
        if (row[at], row[at + 1]) == _CARRIED:
            # not "Nghị định thư thực hiện Hiệp định"
            return at == begin or doc.shapes[at - 1] == "p" or row[at - 1] in _BEFORE_CARRIED
    return False


def _is_numbered(doc: Doc, raw: RawDate) -> bool:
    """The sentence speaks of a numbered meeting before it comes to the date."""
    first = max(doc.sentence_of(raw.start)[0], raw.start - _NUMBERED_BACK)
    return has_pair(doc.keys[first : raw.start], _ORDINAL)


def _span_clue(doc: Doc, day: Day, raw: RawDate, role: Role) -> Clue | None:
    """ "(5/9/1962 - 5/9/2017)": a round anniversary; "mùa khô 2016-2017": one of two neighbouring years."""
    first, last = raw.at.year, raw.until.year if raw.until else None
    if first is None or last is None or last < _NEWS:
        return None
    shown, span = quote(doc, raw)
    before = doc.keys[max(0, raw.start - 3) : raw.start + 2]
    if last - first == 1 and day.month is not None and any(word in _SEASON_WORDS for word in before):
        dry = _DRY_SEASON in before
        if dry and day.month in _RAINY:
            return Clue("season", last, lambda event: year_odds("season-off", "any", last - event), shown, (span,))
        year = first if day.month >= (10 if dry else 8) else last
        return Clue("season", year, lambda event: year_odds("season", "any", year - event), shown, (span,))
    clause = doc.keys[max(doc.sentence_of(raw.start)[0], raw.start - _TOWARDS_BACK) : raw.start]
    if _SUMMED_UP.among(clause):
        season = season_of(day)
        return Clue("own-name", last, lambda event: year_odds("own-name", season, last - event), shown, (span,))
    if last - first == 1 and has_pair(before, _TWO_YEARS):  # "kết quả trong hai năm 2024-2025"
        season = season_of(day)
        return Clue("review", last, lambda event: year_odds("review", season, last - event), shown, (span,))
    if 2 <= last - first <= _LONGEST_TERM and role.dates != "anniversary" and first >= _NEWS:
        season = season_of(day)
        return Clue("term", first, lambda event: year_odds("term", season, first - event), shown, (span,))
    kept = raw.form == "day" or ((last - first) % 5 == 0 and (_KEPT.among(clause) or "(" in before))
    if last - first >= _LONG_AGO and kept:  # not "Quy hoạch phát triển khu vực 2010-2020"
        shown = f"the anniversary {shown}"
        if has_pair(clause, _TOWARDS):
            return Clue("planned", last, lambda event: year_odds("towards", "any", last - event), shown, (span,))
        kind = "anniversary-day" if _near(day, raw.until) else "anniversary"
        return Clue(kind, last, lambda event: year_odds(kind, "any", last - event), shown, (span,))
    return None


def _near(day: Day, other: Day | None) -> bool:
    """The two days of the year lie close together."""
    if other is None or not (day.month and day.day and other.month and other.day):
        return False
    apart = abs((day.month - other.month) * 30 + day.day - other.day)
    return min(apart, 360 - apart) <= _NEAR


_NOT_OF_A_PLAN = frozenset(["plain", "point", "ahead", "named", "own-name", "begin", "close", "half-year"])
_DATE_KINDS = {
    "document": "document",
    "planned": "planned",
    "event": "day",
    "report": "day",
    "earlier": "day",
    "period": "period",
}


def _date_clue(doc: Doc, day: Day, raw: RawDate, role: Role, year: int, setting: str | None, lasts: int) -> Clue | None:
    """A date with its year: how many days it lies before the event makes a year more or less likely.

    setting: the event is a trial or an appeal, and what the text tells besides is the deed; or a meeting with the
    press, and what lies ahead of it in the year is what it announces."""
    month = raw.at.month
    if month is None or role.dates == "unknown":
        return None
    shown, span = quote(doc, raw)
    kind = _kind_of_date(doc, day, raw, role, setting)
    if role.rule == "until-now" and day.month is None:
        return Clue("to-date", year, lambda event: year_odds("to-date", "any", year - event), shown, (span,))
    if day.month is None:
        if kind in ("since", "document"):
            return None
        row = "half-year" if kind == "period" else "plain"
        return Clue(kind, year, lambda event: year_odds(row, "any", year - event), shown, (span,))
    first = date(year, month, min(raw.at.day or 15, 28))
    last = first
    if raw.until is not None and raw.until.month:
        last = date(raw.until.year or year, raw.until.month, min(raw.until.day or 28, 28))

    def odds(event: int) -> float:
        on = date(event, day.month or 1, min(day.day or 15, 28))
        if on < first and first.toordinal() - on.toordinal() < lasts:
            return date_odds(kind, 0)  # a day of the event
        return date_odds(kind, 0 if first <= on <= last else (on - (first if on < first else last)).days)

    # A photo may be older than the news; but hardly is, where it names the very day or month of it.
    same = month == day.month and 0 <= (raw.at.day or day.day or 0) - (day.day or 0) < lasts
    weight = _OLDER if not same and stands_aside(doc, raw.start) else 1.0
    return Clue(kind, year, odds, shown, (span,), weight, month, last)


def _kind_by_words(doc: Doc, raw: RawDate, kind: str) -> str | None:
    """The same where words before the date or in its sentence tell it."""
    if doc.keys[max(0, raw.start - 2) : raw.start] == _COUNTED_TO:
        return "period"
    if kind == "day" and _FOUNDED.among(doc.keys[max(0, raw.start - _FOUNDED_BACK) : raw.start]):
        return "since"  # "Trạm được khởi công ngày 19/5/2013": the thing is there since
    if kind in _AGO and _INQUIRY.among(doc.keys[slice(*doc.sentence_of(raw.start))]):
        return "inquiry"
    return "carried-out" if kind == "document" and _is_carried_out(doc, raw) else None


def _kind_of_date(doc: Doc, day: Day, raw: RawDate, role: Role, setting: str | None) -> str:
    """The row of `yearodds.DATES` that tells how far from the event such a date lies."""
    kind = _DATE_KINDS.get(role.dates, "since")
    ahead = (raw.at.month or 0, raw.at.day or 32) > (day.month or 0, day.day or 0)
    if setting == _ANNOUNCED and kind == "day" and ahead:
        return "planned"
    numbered = kind in ("planned", "document", "day") and _is_numbered(doc, raw)
    special = _kind_by_words(doc, raw, kind)
    if special is not None:
        return special
    if numbered and kind == "day" and day.day:
        kind = "day" if (raw.at.month, raw.at.day) == (day.month, day.day) else "numbered-day"
    elif role.rule in ("ordinal-meeting", "older-meeting") or (numbered and kind == "document"):
        kind = "meeting"
    elif numbered and kind == "planned":
        kind = "next-meeting"
    elif setting in _COURT and kind in ("day", "planned"):
        kind = setting
    elif role.rule == "before-that" and raw.form == "month":
        kind = "story"
    elif kind == "planned" and _COMPLETED.among(doc.keys[max(0, raw.start - _COMPLETED_BACK) : raw.start]):
        kind = "completion"
    elif raw.form == "month" and kind in _OF_MONTHS:
        kind = _OF_MONTHS[kind]
    return kind
