"""The year of an event whose day is told without one, from the rest of the text; or none, where the text leaves it open.

Each phrase that speaks of a year votes for the years in which a paper would have printed it, with a weight that says how
sure a reader would be. The best year wins when its votes reach `ENOUGH` and it leads the next by `LEAD`; otherwise the
year stays open. The weights were set by reading (`docs` of the extraction method), not fitted to a corpus.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from borderwire.errors import Span
from borderwire.extract.calendar import day_in
from borderwire.extract.datecues import Role
from borderwire.extract.dateforms import RawDate
from borderwire.extract.daterow import Day
from borderwire.extract.doc import Doc
from borderwire.extract.stamps import Stamp
from borderwire.extract.yearcues import kind_of_year
from borderwire.text import key

ENOUGH, LEAD = 4.0, 1.5

_NEWS = 2000  # years before that are history in these texts
_LONG_AGO = 10  # years that an anniversary lies back at least
# Days between an older full date and the event, and what that is worth.
_AFTER_OLDER = ((62, 4.5), (150, 3.0), (240, 2.0), (400, 1.0))
# kind of phrase -> season of the event -> (years after the phrase's year, weight)
_WEIGHTS: dict[str, dict[str, tuple[tuple[int, float], ...]]] = {
    "to-date": dict.fromkeys(("early", "mid", "late", "any"), ((0, 8.0),)),
    "half-year": {"early": ((1, 4.0), (0, 2.0)), "mid": ((0, 6.0),), "late": ((0, 6.0),), "any": ((0, 5.0),)},
    "same-period": dict.fromkeys(("early", "mid", "late", "any"), ((1, 5.0),)),
    "compared": dict.fromkeys(("early", "mid", "late", "any"), ((1, 2.5),)),
    "task": {"early": ((0, 4.5),), "mid": ((0, 4.5),), "late": ((0, 3.0), (-1, 3.0)), "any": ((0, 4.0),)},
    "named": {"early": ((0, 4.5),), "mid": ((0, 4.5),), "late": ((0, 4.5), (-1, 1.0)), "any": ((0, 4.5),)},
    "review": {
        "early": ((1, 4.0), (0, 1.0)),
        "mid": ((0, 2.0), (1, 2.0)),
        "late": ((0, 4.5),),
        "any": ((0, 2.5), (1, 1.0)),
    },
    "plain": dict.fromkeys(("early", "mid", "late", "any"), ((0, 2.0), (1, 0.5))),
}
_SAID = {
    "half-year": "half a year under review",
    "same-period": "the same period of the year before",
    "compared": "compared with",
    "task": "planned late in the year before",
    "named": "planned late in the year before",
    "review": "the year under review",
    "plain": "the year before",
}


@dataclass(slots=True)
class Vote:
    """For a year, by one phrase."""

    year: int
    weight: float
    why: str
    spans: tuple[Span, ...]


@dataclass(slots=True)
class YearFound:
    """year: the winner or None; why: in English, quoting the phrases; spans: of these phrases."""

    year: int | None
    why: str = ""
    spans: tuple[Span, ...] = ()
    rejected: list[str] = field(default_factory=list)


def infer_year(
    doc: Doc, day: Day, weekday: int | None, dated: list[tuple[RawDate, Role]], stamp: Stamp | None
) -> YearFound:
    """The year of month `day.month` and day `day.day` (or None)."""
    votes: list[Vote] = []
    if stamp is not None:
        votes.extend(_by_stamp(day, stamp))
    for raw, role in dated:
        if raw.at.year is not None:
            votes.extend(_by_mention(doc, day, raw, role))
    votes = [vote for vote in votes if day.month is None or day.day is None or day_in(vote.year, day.month, day.day)]
    return _count(doc, votes, day, weekday, dated)


def _quote(doc: Doc, raw: RawDate, wider: int = 3) -> tuple[str, Span]:
    """The date with the words of its own phrase before it: “hội nghị thường niên năm 2024”."""
    first = raw.start
    while (
        first > 0
        and raw.start - first < wider
        and doc.sentence[first - 1] == doc.sentence[raw.start]
        and doc.words[first - 1][0].isalpha()
    ):
        first -= 1
    span = doc.span(first, raw.end)
    return f"“{doc.text[span[0] : span[1]]}”", span


# --- the publication --------------------------------------------------------------------------------


def _by_stamp(day: Day, stamp: Stamp) -> list[Vote]:
    """The year in which that day lies shortly before the stamp (a crawl may be months late, or a day early)."""
    at = stamp.day
    assert at.year is not None
    if day.month is None:
        return [Vote(at.year, ENOUGH, stamp.shown, stamp.spans)]
    if at.day is None or at.month is None:
        month = at.month or 12
        year = at.year if day.month <= month else at.year - 1
        return [Vote(year, _late_weight((month - day.month) % 12 * 30), stamp.shown, stamp.spans)]
    stamped = date(at.year, at.month, at.day)
    for year in (at.year + 1, at.year, at.year - 1):
        told = day_in(year, day.month, day.day or 1)
        if told is not None and (told - stamped).days <= 2:
            return [Vote(year, _late_weight((stamped - told).days), stamp.shown, stamp.spans)]
    return []


def _late_weight(days: int) -> float:
    if days <= 45:
        return 9.0
    return 5.0 if days <= 150 else 3.0


# --- the rest of the text -----------------------------------------------------------------------------


def _by_mention(doc: Doc, day: Day, raw: RawDate, role: Role) -> list[Vote]:
    if raw.form == "years" or (role.dates == "anniversary" and raw.until is not None):
        return _by_span(doc, day, raw)
    if role.dates in ("birth", "anniversary") or raw.at.year is None or raw.at.year < _NEWS:
        return []
    if raw.form in ("year", "named-year"):
        return _by_year(doc, day, raw)
    return _by_other_date(doc, day, raw, role)


def _by_span(doc: Doc, day: Day, raw: RawDate) -> list[Vote]:
    """"(5/9/1962 - 5/9/2017)": the year of a round anniversary; "mùa khô 2016-2017": one of two neighbouring years."""
    assert raw.until is not None
    first, last = raw.at.year, raw.until.year
    if first is None or last is None or last < _NEWS:
        return []
    quote, span = _quote(doc, raw)
    if last - first == 1 and day.month is not None:
        dry = key("khô") in doc.keys[max(0, raw.start - 2) : raw.start + 1]
        return [Vote(first if day.month >= (10 if dry else 8) else last, 5.0 if dry else 2.5, quote, (span,))]
    if (last - first) % 5 == 0 and last - first >= _LONG_AGO:
        return [Vote(last, 4.5, f"the anniversary {quote}", (span,))]
    return []


def _by_year(doc: Doc, day: Day, raw: RawDate) -> list[Vote]:
    """Votes for the years in which a paper speaks of year Y in such words."""
    year = raw.at.year
    assert year is not None
    quote, span = _quote(doc, raw, 4)
    kind = kind_of_year(doc, raw)
    season = _season(day)
    votes = []
    for shift, weight in _WEIGHTS.get(kind, {}).get(season, ()):
        votes.append(Vote(year + shift, weight, quote if shift == 0 else f"{quote} ({_SAID[kind]})", (span,)))
    return votes


def _season(day: Day) -> str:
    """early: papers still look back at last year; late: they look ahead to the next."""
    if day.month is None:
        return "any"
    return "early" if day.month <= 3 else "late" if day.month >= 11 else "mid"


def _by_other_date(doc: Doc, day: Day, raw: RawDate, role: Role) -> list[Vote]:
    """A date with its year: the event is the next such day after it, surer the nearer it lies."""
    at = raw.at
    assert at.year is not None
    quote, span = _quote(doc, raw, 2)
    if role.dates == "planned":
        return _by_plan(day, at, quote, span)
    if day.month is None or at.month is None:
        return [Vote(at.year, 1.5, quote, (span,))]
    if (day.month, day.day) == (at.month, at.day) and role.dates in ("event", "report", "earlier", "published"):
        return [Vote(at.year, 10.0, f"the same day is written in full, {quote}", (span,))]
    year = at.year if (day.month, day.day or 31) >= (at.month, at.day or 1) else at.year + 1
    told = day_in(year, day.month, day.day or 28)
    gap = (told - date(at.year, at.month, min(at.day or 1, 28))).days if told else 999
    weight = next((weight for limit, weight in _AFTER_OLDER if gap <= limit), 0.5)
    return [Vote(year, weight / 2 if role.dates == "document" else weight, f"{quote} shortly before", (span,))]


def _by_plan(day: Day, at: Day, quote: str, span: Span) -> list[Vote]:
    if at.year is None or day.month is None:
        return []
    year = at.year if at.month is None or at.month >= day.month else at.year - 1
    return [Vote(year, 2.5, f"{quote} is still to come", (span,))]


# --- counting -------------------------------------------------------------------------------------------


def _count(
    doc: Doc, votes: list[Vote], day: Day, weekday: int | None, dated: list[tuple[RawDate, Role]]
) -> YearFound:
    """The year with the most votes; a phrase repeated counts less each time."""
    totals: dict[int, float] = {}
    told: dict[tuple[int, str], int] = {}
    for vote in votes:
        seen = told.get((vote.year, vote.why), 0)
        told[(vote.year, vote.why)] = seen + 1
        totals[vote.year] = totals.get(vote.year, 0.0) + vote.weight / (1 + 2 * seen)
    if weekday is not None and day.month and day.day:
        for year in totals:
            on = day_in(year, day.month, day.day)
            totals[year] += 2.0 if on is not None and on.weekday() == weekday else -6.0
    if not totals:
        return YearFound(None, "nothing in the text tells the year")
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    year, total = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if total < ENOUGH or total - second < LEAD:
        shown = ", ".join(f"{year} ({total:g})" for year, total in ranked[:3])
        return YearFound(None, f"the text does not settle the year: {shown}")
    return _winner(year, votes)


def _winner(year: int, votes: list[Vote]) -> YearFound:
    mine = sorted((vote for vote in votes if vote.year == year), key=lambda vote: -vote.weight)
    reasons: list[str] = []
    spans: list[Span] = []
    for vote in mine:
        if vote.why not in reasons and len(reasons) < 3:
            reasons.append(vote.why)
            spans.extend(span for span in vote.spans if span not in spans)
    return YearFound(year, f"year {year} from " + " and ".join(reasons), tuple(spans))
