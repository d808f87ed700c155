"""Figures summed where that is honest: one kind and unit, no event, haul or period counted twice.

Two articles on one event that give the same kind of figure for the same period give one figure, not two. Results of a
period that are told again at a later meeting of the same parties count once, and a shorter period within a longer one,
or an event within a period, does not count beside it. A figure that says "over" or "about" makes the total a bound or
an estimate. Lengths of the border and the like are states, not sums, and stay out. So do results of a time that is not
told: what two police forces report at their meeting is not what happened on that day, nor surely in that year; and
what a court judges was seized before. A haul of which articles of several days tell counts once (`hauls`).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from borderwire.model import Archive, Entry, Event, Figure, Mention, Omission, Omitted, Span, Sums, Total
from borderwire.resolve.counted import ARRESTS, Counted, Kind, Pair, length
from borderwire.resolve.retold import hauls_of, leave_out_retold
from borderwire.resolve.when import days
from borderwire.text import settle_tones

Key = TypeVar("Key")
OPEN = ".."  # an end of a period that is not told
# Kinds that describe a state at a time.
_STATES = frozenset(["border-length", "border-markers", "twinned-pairs"])
# What is reported as the result of a time; without a period it belongs to the event only where the event is such work.
_REPORTED = frozenset(
    ["cases", "suspects", "seizure", "wanted-persons", "returns", "returned-persons", "patrols", "meetings",
     "delegations", "crossings", "vehicle-crossings", "messages", "victims", "outreach-sessions"]
)  # fmt: skip
# Events at which results are reported, and not got. An event without a kind is taken as work of the police.
_REPORTING = frozenset(
    ["trilateral-conference", "bilateral-conference", "briefing-conference", "cooperation-conference", "conference",
     "review-conference", "talks", "border-exchange", "signing", "twinning", "inauguration", "groundbreaking",
     "gate-opening", "training", "award", "visit", "reception", "working-session", "newyear-lao", "newyear-vietnam",
     "anniversary", "exchange", "meeting", "seminar"]
)  # fmt: skip
# Kinds of goods that may be anything: two cows and a hundred parcels are no sum.
_ANY_GOODS = frozenset([None, "in kind"])
# Counts over years, never of one event.
_NEVER_OF_AN_EVENT = frozenset(["crossings", "vehicle-crossings"])
_SINGLE_MONTH = 31  # days; a longer time of an arrest is one over which something is counted
# What the title or lead of a report from a court says.
_COURT = (
    "xét xử", "tuyên phạt", "tuyên án", "lĩnh án", "lãnh án", "bản án", "mức án", "tử hình", "án tử", "chung thân",
    "bị cáo", "phiên tòa", "hầu tòa", "năm tù", "tòa án", "tand",
)  # fmt: skip
_SENTENCE_ENDS = (". ", "\n")
_RUNNING, _RUNNING_REACH = ("nâng tổng số", "đưa tổng số", "lũy kế", "luỹ kế"), 150  # letters before the number
# Left out, though it may belong to the sum.
_BOUNDS = frozenset(["perhaps-part", "perhaps-same-haul", "perhaps-within"])


def honest_sums(archive: Archive, broader: Mapping[str, str] = MappingProxyType({})) -> Sums:
    """All sums with the figures behind them and those that are left out of them. broader: kind of goods -> the kind
    that it is one of."""
    rows = counted_figures(archive, broader)
    omitted = tuple(_omitted(row) for row in rows if row.why)
    return Sums(tuple(_by_year(rows).items()), tuple(sorted(_by_pair(rows).items())), omitted, tuple(hauls_of(rows)))


def _by_year(rows: Sequence[Counted]) -> dict[str, tuple[Total, ...]]:
    found = _totals((row.year, row) for row in rows if row.year is not None)
    return {year: found[year] for year in sorted(found, reverse=True)}


def _by_pair(rows: Sequence[Counted]) -> dict[Pair, tuple[Total, ...]]:
    shared = (replace(row, why=row.why or "several-pairs") if len(row.pairs) > 1 else row for row in rows)
    return _totals((pair, row) for row in shared for pair in row.pairs)


def counted_figures(archive: Archive, broader: Mapping[str, str] = MappingProxyType({})) -> tuple[Counted, ...]:
    """All figures but states, each with what keeps it out of sums; oldest event first."""
    rows: list[Counted] = []
    for event in sorted(archive.events, key=lambda event: (event.date or "9999", event.id)):
        rows += _of_event(event, tuple(_pairs(event)), archive)
    leave_out_retold(rows, archive, broader)
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.why is None:
            groups[(row.year, *row.kind)].append(at)
    for group in groups.values():
        _leave_out_overlaps(rows, group)
    return tuple(rows)


def _leave_out_overlaps(rows: list[Counted], group: Sequence[int]) -> None:
    """Of figures of one kind and year, those whose time lies within another's of the same parties. Longest first; then
    those of which the text does not tell whose they are, which may lie within any."""
    taken: dict[str, list[int]] = defaultdict(list)
    order = sorted(group, key=lambda at: (rows[at].figure.period is None, -length(rows[at]), at))
    for at in order:
        row = rows[at]
        near = [other for mark in row.parties for other in taken[mark] if rows[other].why is None]
        clash = [other for other in near if _overlap(row, rows[other])]
        for other in clash:
            if rows[other].figure.value < row.figure.value:
                # A smaller number cannot hold the larger one: it is of something else, or a part of it.
                rows[other] = replace(rows[other], why="within-period")
        held = next((other for other in clash if rows[other].why is None), None)
        if held is not None:
            rows[at] = replace(row, why=_within(row, rows[held]))
        elif row.result:  # single hauls never keep each other out
            for mark in row.parties:
                taken[mark].append(at)
    _leave_out_unclear(rows, order)


def _within(row: Counted, other: Counted) -> Omission:
    again = row.figure.period is not None and row.span == other.span and row.event != other.event
    return "told-again" if again else "within-period"


def _leave_out_unclear(rows: list[Counted], order: Sequence[int]) -> None:
    """Figures without parties: a count over a time beside any other of that time, a single one beside such counts."""
    seen = [row for row in (rows[at] for at in order) if row.parties and row.why is None]
    counts = [row for row in seen if row.result]
    for at in order:
        row = rows[at]
        if row.parties or row.why is not None:
            continue
        holding = (other for other in counts if other.figure.value >= row.figure.value)
        if any(_overlap(row, other) for other in (seen if row.result else holding)):
            rows[at] = replace(row, why="perhaps-within")
            continue
        seen.append(row)
        if row.result:
            counts.append(row)


def _overlap(one: Counted, other: Counted) -> bool:
    if one.event == other.event and one.figure.period == other.figure.period:
        return False  # parts of one report
    if one.span and other.span and (one.span[0] > other.span[1] or other.span[0] > one.span[1]):
        return False
    for side in ("VN", "LA"):
        ours, theirs = ({ident for ident in row.parties if ident.startswith(side)} for row in (one, other))
        if ours and theirs and ours.isdisjoint(theirs):
            return False
    return True


def _pairs(event: Event) -> Iterator[Pair]:
    for left in event.parties_today:
        for right in event.parties_today:
            if left.startswith("VN") and right.startswith("LA"):
                yield left, right


def _of_event(event: Event, pairs: tuple[Pair, ...], archive: Archive) -> Iterator[Counted]:
    """The figures of an event. Of its articles the one that gives most of a kind counts: the others tell the same."""
    told: dict[tuple[object, ...], dict[str, list[Counted]]] = defaultdict(lambda: defaultdict(list))
    parties = event.parties_today
    for ident in event.entries:
        entry = archive.by_id[ident]
        trial = event.type in ARRESTS and _is_trial(entry)
        counted = {row.period for row in entry.record.figures if row.what == "cases" and row.value > 1}
        for index, figure in enumerate(entry.record.figures):
            if figure.what not in _STATES and not (figure.what == "goods" and figure.kind in _ANY_GOODS):
                year, why = _year(figure, event, trial)
                if why is None and _is_running_total(figure, entry):
                    why = "open-period"
                span = _span(figure, event)
                result = figure.period is not None and (
                    event.type in _REPORTING or figure.period in counted or span is None
                    or span[1] - span[0] > _SINGLE_MONTH
                )  # fmt: skip
                row = Counted(figure, event.id, year, pairs, parties, Mention(ident, index), span, result, why)
                told[(*row.kind, figure.period)][ident].append(row)
    for by_entry in told.values():
        best = max(by_entry.values(), key=lambda rows: (len(rows), _sum(rows)))
        for rows in by_entry.values():
            if rows is best:
                yield from _without_parts(rows)
            else:
                yield from (replace(row, why=row.why or "same-event") for row in rows)


def _without_parts(rows: Sequence[Counted]) -> Iterator[Counted]:
    """One article's figures of a kind and period: gifts to several receivers add up; of other figures the smaller ones
    may be parts of the largest, or the same told again."""
    open_rows = [row for row in rows if row.why is None] or rows
    largest = max(open_rows, key=lambda row: row.figure.value)
    for row in rows:
        given = row.figure.giver is not None or row.figure.receiver is not None
        yield row if given or row is largest else replace(row, why=row.why or "perhaps-part")


def _span(figure: Figure, event: Event) -> tuple[int, int] | None:
    """The days that the figure is of."""
    first, _, last = (figure.period or event.date or "").partition("/")
    start, end = days(first or None), days(last or first or None)
    return (start[0], end[1]) if start and end else None


def _is_running_total(figure: Figure, entry: Entry) -> bool:
    """ "nâng tổng số ma túy thu giữ lên 1,4 tấn": with what was counted before, since a time that is not told."""
    text = entry.article.text
    lines = (text[max(0, start - _RUNNING_REACH) : start] for start, _ in figure.spans)
    return any(word in line[line.rfind("\n") + 1 :].rpartition(". ")[2] for line in lines for word in _RUNNING)


def _is_trial(entry: Entry) -> bool:
    """The article tells what a court has judged, and is dated by that: what was seized was seized before."""
    if not _of_court(f"{entry.record.title or ''} {entry.record.lead or ''}"):
        return False
    text, spans = entry.article.text, entry.record.event_date.spans
    return not spans or any(_of_court(_sentence(text, span)) for span in spans)


def _sentence(text: str, span: Span) -> str:
    """The words around a phrase up to the ends of its sentence."""
    start = max(text.rfind(mark, 0, span[0]) for mark in _SENTENCE_ENDS)
    ends = (at for mark in _SENTENCE_ENDS if (at := text.find(mark, span[1])) >= 0)
    return text[start + 1 : min(ends, default=len(text))]


def _of_court(text: str) -> bool:
    words = settle_tones(text)
    return any(word in words for word in _COURT)


def _year(figure: Figure, event: Event, trial: bool) -> tuple[str | None, Omission | None]:
    """The year that a figure belongs to; what keeps it out where its period is not told, has an open end or spans
    years, or nothing is dated."""
    if figure.period is None:
        if event.date is None:
            return None, "undated"
        told = figure.what in _REPORTED and (trial or event.type in _REPORTING)
        return event.date[:4], "no-period" if told or figure.what in _NEVER_OF_AN_EVENT else None
    first, _, last = figure.period.partition("/")
    if not first[:4].isdigit() or last == OPEN:
        return None, "open-period"
    return (first[:4], None) if not last or last[:4] == first[:4] else (None, "several-years")


def _sum(rows: Sequence[Counted]) -> float | int:
    return sum(row.figure.value for row in rows)


def _totals(rows: Iterable[tuple[Key, Counted]]) -> dict[Key, tuple[Total, ...]]:
    groups: dict[Key, dict[Kind, list[Counted]]] = {}
    for key, row in rows:
        groups.setdefault(key, {}).setdefault(row.kind, []).append(row)
    found: dict[Key, tuple[Total, ...]] = {}
    for key, kinds in groups.items():
        totals = (_total(kinds[kind]) for kind in sorted(kinds, key=_words))
        summed = tuple(total for total in totals if total.parts)
        if summed:
            found[key] = summed
    return found


def _words(kind: Kind) -> tuple[str, ...]:
    return tuple(part or "" for part in kind)


def _total(rows: Sequence[Counted]) -> Total:
    parts = [row for row in rows if row.why is None]
    what, unit, ident, kind = rows[0].kind
    if ident:
        told = Counter(settle_tones(row.figure.kind) for row in rows if row.figure.kind)
        kind = min(told, key=lambda words: (-told[words], words)) if told else None
    qualifiers = {row.figure.qualifier for row in parts}
    low = qualifiers <= {"exact", "over", "at-least"}
    whole = not any(row.why in _BOUNDS for row in rows)
    return Total(
        what,
        unit,
        kind,
        _sum(parts),
        whole and qualifiers == {"exact"},
        low,
        tuple(row.mention for row in parts),
        tuple(_omitted(row) for row in rows if row.why),
        ident,
    )


def _omitted(row: Counted) -> Omitted:
    return Omitted(row.mention, row.why or "undated", row.of, row.reasons)
