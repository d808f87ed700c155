"""The year of an event whose day is told without one, from the rest of the text; or none, where it is left open.

Every phrase that names a year, a stamp included, makes some years more likely than others (`yearodds`). The likelihoods
are multiplied over the phrases for each year that could be meant; a year is stated when it is `SURE` among them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import partial
from math import exp, log

from borderwire.errors import Span
from borderwire.extract.calendar import day_in, day_or_28th
from borderwire.extract.courts import reports_trial
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.stamps import Stamp
from borderwire.extract.words import keys
from borderwire.extract.yearclues import (
    Clue,
    calendar_clues,
    elapsed_clues,
    kept_clues,
    lunar_clues,
    reform_clues,
    row_clue,
    stamp_clue,
    twin_clues,
)
from borderwire.extract.yeardates import date_clue
from borderwire.extract.yearedition import EDITIONS, FIRST, ONCE
from borderwire.extract.yearlent import lent_dates
from borderwire.extract.yearlike import find_alike
from borderwire.extract.yearnamed import span_clue, year_clue
from borderwire.extract.yearodds import OLDER_PART, SURE, SURE_ALONE, SURE_BESIDE, year_odds
from borderwire.extract.yearseries import between_meetings
from borderwire.extract.yearsetting import COURT, NEWS, Setting, setting_of
from borderwire.extract.yeartwins import find_twins

_AFTER = 12  # years after the last one named that could be meant: what a paper names may be long past
_QUOTED = 3  # phrases that a reason quotes at most
_AGAIN = 0.3  # what the same phrase of the same year weighs when it comes again; a quarter, a ninth of it after that
_AGAIN_PLAIN = 0.1  # the same of a year that is said of nothing in particular
_LONG_BEFORE = 10  # the same beside a date of the story
_LONG_PAST = 3  # years after which a year said of nothing in particular is background beside a later one
_STORY = frozenset(
    [
        "same-day",
        "day",
        "numbered-day",
        "month",
        "month-last",
        "story",
        "hearing",
        "led-up",
        "trial",
        "trial-district",
        "appeal",
        "period",
        "meeting",
        "since",
        "document",
    ]
)
_CURRENT = frozenset(["to-date", "half-year", "months-so-far", "first-quarter", "last-quarter", "review", "just-past"])
_TOLD = (_CURRENT | EDITIONS) | {
    "reviewed-paper",
    "carried-out",
    "plain",
    "named",
    "theme",
    "entered",
    "own-name",
    "beside-day",
    "task",
    "document",
    "anniversary-day",
}
_PASSING = frozenset(["since-now", "since-year", "span-end", "listed", "remembered", "compared"])
_SAID_AGAIN = {**dict.fromkeys(EDITIONS, ONCE), "term-signed": "term"}  # kinds -> the one they repeat
_NO_TWINS = frozenset(["document", "birth", "anniversary", "published"])
_SEASON = frozenset(["season"])
_FIGURES = frozenset(["figure", "figure-grown", "last-year"])
_DONE = keys("đã vừa")
_AHEAD = frozenset(["planned", "agreed-on", "planned-month", "completion", "goal", "ahead", "towards", "chairing"])
_OPEN = _AHEAD | {"counted", "term", "term-signed", "qualifying", "calendar", "reform"}
_NAMED_FOR = frozenset(
    [
        *("document", "task", "named", "review", "begin", "close", "since-year", "own-name", "beside-day"),
        *("reported", "last-meeting", *EDITIONS),
    ]
)
_BESIDE_LATER = EDITIONS - {FIRST} | {"named"}  # of the past, where the text tells a later year
_ROUND_AHEAD = 4
_FARTHEST = 8  # years that what is planned may lie ahead of the event
_NEAR_STAMP = 0.1  # odds of the event's year by a stamp that is of its time
_NO_CHANCE = 7  # days before the stamp on which a day of another year seldom falls
_LATE = 11  # the month from which papers speak of the next year
_SAME_TIME = 15  # days within which dates of a story are of one time

Dated = tuple[RawDate, Role]


@dataclass(frozen=True, slots=True)
class YearFound:
    """year: as stated, or None; why: in English, quoting the phrases; spans: of these phrases."""

    year: int | None
    why: str
    spans: tuple[Span, ...] = ()


def infer_year(doc: Doc, chosen: RawDate | None, dated: list[Dated], stamp: Stamp | None) -> YearFound:
    """The year of the day or the month that was chosen for the event, or of a text without one."""
    event = setting_of(doc, chosen, [raw for raw, _ in dated])
    day = event.day
    deeds = chosen is None and reports_trial(doc)  # the sitting has no day, and the deed's does not tell it
    row = between_meetings(doc, [raw for raw, _ in dated])
    twins = find_twins(doc, [raw for raw, role in dated if role.dates not in _NO_TWINS], day)
    told = {id(mark) for mark in row.row} if row is not None else set()  # these have said what they know
    told |= {id(twin.raw) for twin in twins if twin.kind == "twin"}
    clues = [
        clue
        for raw, role in [*dated, *lent_dates(doc, dated)]
        if not (deeds and raw.at.month)
        and not (role.rule == "charged" and not raw.at.day)
        and id(raw) not in told
        and (clue := _clue(doc, event, raw, role)) is not None
    ]
    clues.extend(elapsed_clues(doc, day, dated))
    clues.extend(twin_clues(doc, [*twins, *find_alike(doc, [raw for raw, _ in dated])]))
    clues.extend(lunar_clues(doc, day))
    clues.extend(kept_clues(doc, day, dated))
    if stamp is not None and not (stamp.clock and day.month is None):
        clues.append(stamp_clue(day, stamp, _lies_to_stamp(doc, stamp, chosen, dated)))
    if row is not None:
        clues.append(row_clue(doc, row))
    if not clues:
        return YearFound(None, "nothing in the text tells the year")
    clues.extend(reform_clues(doc, day))
    _discount(clues, late=day.month is not None and day.month >= _LATE)
    weighty = [clue for clue in clues if clue.weight] or clues  # years of one kind may make each other background
    begin = min(clue.year - (_FARTHEST if clue.kind in _AHEAD else 2) for clue in weighty)
    years = range(begin, max(_last_year(clue) for clue in weighty))
    if chosen is not None and day.month and day.day:
        clues.extend(calendar_clues(doc, chosen, day.month, day.day))
    telling = [clue for clue in clues if clue.weight]
    scores = {year: sum([clue.weight * log(clue.odds(year)) for clue in telling]) for year in years}
    found = _decide(scores, clues, _how_sure(scores, day, stamp))
    if found.year is not None and not _has_day(found.year, day):
        return YearFound(None, f"the text does not settle the year ({_shown(clues[:_QUOTED])})")
    return found


def _how_sure(scores: dict[int, float], day: Day, stamp: Stamp | None) -> float:
    """How likely the best year must be: less where the day lies so shortly before the page's stamp that it is no
    chance, whatever years the text speaks of."""
    best = max(scores, key=lambda year: (scores[year], -year))
    if stamp is not None and not stamp.clock and day.month and day.day and stamp.day.month and stamp.day.day:
        gap = day_or_28th(best, stamp.day.month, stamp.day.day) - day_or_28th(best, day.month, day.day)
        if best == stamp.day.year and 0 <= gap.days <= _NO_CHANCE:
            return SURE_BESIDE
    return SURE if day.month or stamp else SURE_ALONE


def _last_year(clue: Clue) -> int:
    """The first year that is too late to be meant; counted from the end of what the phrase names."""
    last = max(clue.year, clue.last.year) if clue.last is not None else clue.year
    return last + _AFTER


def _has_day(year: int, day: Day) -> bool:
    return not (day.month and day.day) or day_in(year, day.month, day.day) is not None


def _lies_to_stamp(doc: Doc, stamp: Stamp, chosen: RawDate | None, dated: list[Dated]) -> str:
    """The row of `yearodds.DATES` for the stamp: whether the event may be told ahead."""
    if stamp.clock:
        return "stamp-clock"
    role = next((role for raw, role in dated if raw is chosen), None)
    if chosen is None or role is None:
        return "stamp"
    if role.dates == "planned":
        return "stamp-ahead"
    untold = role.rule == "day" and _DONE.isdisjoint(doc.keys[slice(*doc.sentence_of(chosen.start))])
    return "stamp-untold" if untold else "stamp-clock" if stamp.header else "stamp"


@dataclass(frozen=True, slots=True)
class _Newest:
    """The last year that phrases of each sort name (0: none), and the last day of the story."""

    day: date | None
    current: int
    told: int
    season: int
    figure: int
    ahead: int
    any: int  # of what is not to come

    @property
    def story(self) -> int:
        return self.day.year if self.day is not None else 0


def _newest(clues: list[Clue]) -> _Newest:
    def last(kinds: frozenset[str]) -> int:
        return max((clue.year for clue in clues if clue.kind in kinds), default=0)

    day = max((clue.last for clue in clues if clue.last is not None and clue.kind in _STORY), default=None)
    return _Newest(day, last(_CURRENT), last(_TOLD), last(_SEASON), last(_FIGURES), last(_AHEAD), _last_told(clues))


def _last_told(clues: list[Clue]) -> int:
    """The last year named but for plans, terms and a round year far behind all others: "30 % vào năm 2030"."""
    named = sorted({clue.year for clue in clues if clue.weight})
    before = named[-2] if len(named) > 1 else None
    far = before is not None and named[-1] % 5 == 0 and named[-1] - before >= _ROUND_AHEAD
    told = (clue.year for clue in clues if clue.weight and clue.kind not in _OPEN and not _is_late_stamp(clue))
    return max((year for year in told if not (far and year == named[-1])), default=0)


def _is_late_stamp(clue: Clue) -> bool:
    """The stamp lies so far from the event that it is rather the day of a copy."""
    return _is_stamp(clue) and max(clue.odds(clue.year), clue.odds(clue.year - 1)) < _NEAR_STAMP


def _discount(clues: list[Clue], late: bool) -> None:
    """The same thing said again is hardly new, nor is an older date of a story than its last one.

    late: the event is of November or December, when papers speak of the next year, too."""
    seen: Counter[tuple[str, int, int | None]] = Counter()
    newest = _newest(clues)
    last = max(clue.year for clue in clues)
    for clue in clues:
        if clue.kind == "compared" and clue.year == last:
            clue.odds = partial(_compared_last, last)
        month = None if clue.kind == "plain" else clue.month
        kind = _SAID_AGAIN.get(clue.kind, clue.kind)
        times = seen[kind, clue.year, month]
        if times:
            clue.weight *= (_AGAIN_PLAIN if kind in ("plain", ONCE) else _AGAIN) / times**2
        elif _is_background(clue, newest):
            clue.weight = 0.0
        elif clue.year < _later_year(clue, newest, late) or _is_older(clue, newest.day):
            clue.weight = min(clue.weight, OLDER_PART)
        seen[kind, clue.year, month] += 1


def _later_year(clue: Clue, newest: _Newest, late: bool) -> int:
    """The year beside which an older one of that kind is of the past; 0 for most kinds. An edition that the lead names
    may be the news itself, whatever later year is named, but not where the text goes on into it."""
    if clue.kind == "plain":
        return newest.current
    if clue.kind == FIRST:
        return max(newest.current, newest.story)
    return newest.any - late if clue.kind in _BESIDE_LATER else 0


def _compared_last(year: int, event: int) -> float:
    return year_odds("compared-last", None, year - event)


def _is_background(clue: Clue, newest: _Newest) -> bool:
    """An older deed beside a court's, the last season beside the one to come, the year that a figure is compared with,
    a year long past."""
    if clue.kind in COURT:
        return newest.day is not None and clue.last is not None and clue.last < newest.day
    if clue.kind == "plain":
        return clue.year <= max(newest.told - _LONG_PAST, newest.story - _LONG_BEFORE)
    if clue.kind in _NAMED_FOR:
        return clue.year <= newest.any - _LONG_PAST
    if clue.kind in _PASSING:
        return clue.year <= max(newest.told - _LONG_BEFORE, newest.story - _LONG_PAST, newest.ahead - _FARTHEST)
    return (clue.kind in _SEASON and clue.year < newest.season) or (clue.kind in _FIGURES and clue.year < newest.figure)


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


def _clue(doc: Doc, event: Setting, raw: RawDate, role: Role) -> Clue | None:
    """What one of the dates of the text tells."""
    year = raw.at.year
    if year is None:
        return None
    if raw.form == "years" or (raw.until is not None and role.dates == "anniversary"):
        return span_clue(doc, event.day, raw, role)
    if year < NEWS or role.dates in ("birth", "anniversary", "published"):
        return None
    if raw.form in ("year", "named-year"):
        return year_clue(doc, event, raw, role, year)
    return date_clue(doc, event, raw, role, year)
