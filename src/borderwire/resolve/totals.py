"""Figures summed where that is honest: one kind and unit, no event counted twice, no period counted twice.

Two articles on one event that give the same kind of figure for the same period give one figure, not two. Results of a
period that are told again at a later meeting of the same parties count once, and a shorter period within a longer one,
or an event within a period, does not count beside it. A figure that says "over" or "about" makes the total a bound or
an estimate. Lengths of the border and the like are states, not sums, and stay out. So do results of a time that is not
told: what two police forces report at their meeting is not what happened on that day, nor surely in that year.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from borderwire.model import Archive, Event, Figure, Mention, Omission, Omitted, Sums, Total
from borderwire.resolve.when import days
from borderwire.text import settle_tones

Key = TypeVar("Key")
Kind = tuple[str, str | None, str | None, str | None]  # what, unit, id of the goods; else the words
Pair = tuple[str, str]  # ISO 3166-2 of today, Vietnamese province first
OPEN = ".."  # an end of a period that is not told
# Kinds that describe a state at a time.
_STATES = frozenset(["border-length", "border-markers", "twinned-pairs"])
# What is reported as the result of a time; without a period it belongs to the event only where the event is such work.
_REPORTED = frozenset(
    ["cases", "suspects", "seizure", "wanted-persons", "returns", "returned-persons", "patrols", "meetings",
     "delegations", "crossings", "vehicle-crossings"]
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


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure that may enter sums. year: of its period, else of the event; span: first and last day of its time, by
    ordinal; why: what keeps it out, None for those that are summed."""

    figure: Figure
    event: str
    year: str | None
    pairs: tuple[Pair, ...]
    mention: Mention
    span: tuple[int, int] | None
    why: Omission | None = None

    @property
    def kind(self) -> Kind:
        """By the id of the goods, whose spellings are many; what the gazetteer has not goes by its words."""
        kind, ident = self.figure.kind, self.figure.kind_id
        return self.figure.what, self.figure.unit, ident, settle_tones(kind) if kind and not ident else None


def honest_sums(archive: Archive) -> Sums:
    """All sums with the figures behind them and those that are left out of them."""
    rows = counted_figures(archive)
    omitted = tuple(_omitted(row) for row in rows if row.why)
    return Sums(tuple(_by_year(rows).items()), tuple(sorted(_by_pair(rows).items())), omitted)


def totals_by_year(archive: Archive) -> Mapping[str, tuple[Total, ...]]:
    """Year -> totals, by kind of figure."""
    return _by_year(counted_figures(archive))


def totals_by_pair(archive: Archive, year: str | None = None) -> Mapping[Pair, tuple[Total, ...]]:
    """Pair of provinces -> totals, of one year or of all. A figure of an event of several pairs belongs to none of
    them alone and is left out."""
    return _by_pair([row for row in counted_figures(archive) if year in (None, row.year)])


def _by_year(rows: Sequence[Counted]) -> dict[str, tuple[Total, ...]]:
    found = _totals((row.year, row) for row in rows if row.year is not None)
    return {year: found[year] for year in sorted(found, reverse=True)}


def _by_pair(rows: Sequence[Counted]) -> dict[Pair, tuple[Total, ...]]:
    shared = (replace(row, why=row.why or "several-pairs") if len(row.pairs) > 1 else row for row in rows)
    return _totals((pair, row) for row in shared for pair in row.pairs)


def counted_figures(archive: Archive) -> tuple[Counted, ...]:
    """All figures but states, each with what keeps it out of sums; oldest event first."""
    rows: list[Counted] = []
    for event in sorted(archive.events, key=lambda event: (event.date or "9999", event.id)):
        rows += _of_event(event, tuple(_pairs(event)), archive)
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if row.why is None:
            groups[(row.year, *row.kind)].append(at)
    for group in groups.values():
        _leave_out_overlaps(rows, group)
    return tuple(rows)


def _leave_out_overlaps(rows: list[Counted], group: Sequence[int]) -> None:
    """Of figures of one kind and year, those whose time lies within another's of the same parties. Longest first."""
    taken: dict[Pair | None, list[Counted]] = defaultdict(list)
    order = sorted(group, key=lambda at: (rows[at].figure.period is None, -_length(rows[at]), at))
    for at in order:
        row = rows[at]
        marks: tuple[Pair | None, ...] = row.pairs or (None,)
        near = [*taken[None], *(other for mark in marks if mark for other in taken[mark])]
        if not row.pairs:  # who took part is not told: it may be any of them
            near = [other for others in taken.values() for other in others]
        clash = next((other for other in near if _overlap(row, other)), None)
        while clash is not None and clash.figure.value < row.figure.value:
            # A smaller number cannot hold the larger one: it is of something else, or a part of it.
            rows[next(index for index in order if rows[index] is clash)] = replace(clash, why="within-period")
            for others in (*taken.values(), near):
                others[:] = [other for other in others if other is not clash]
            clash = next((other for other in near if _overlap(row, other)), None)
        if clash is None:
            if row.figure.period is not None:  # events without a period never keep each other out
                for mark in marks:
                    taken[mark].append(row)
            continue
        again = row.figure.period is not None and row.span == clash.span and row.event != clash.event
        rows[at] = replace(row, why="told-again" if again else "within-period")


def _length(row: Counted) -> int:
    return row.span[1] - row.span[0] if row.span else 0


def _overlap(one: Counted, other: Counted) -> bool:
    if one.event == other.event and one.figure.period == other.figure.period:
        return False  # parts of one report
    if one.span is None or other.span is None:
        return True
    return one.span[0] <= other.span[1] and other.span[0] <= one.span[1]


def _pairs(event: Event) -> Iterator[Pair]:
    for left in event.parties_today:
        for right in event.parties_today:
            if left.startswith("VN") and right.startswith("LA"):
                yield left, right


def _of_event(event: Event, pairs: tuple[Pair, ...], archive: Archive) -> Iterator[Counted]:
    """The figures of an event. Of its articles the one that gives most of a kind counts: the others tell the same."""
    told: dict[tuple[object, ...], dict[str, list[Counted]]] = defaultdict(lambda: defaultdict(list))
    for ident in event.entries:
        for index, figure in enumerate(archive.by_id[ident].record.figures):
            if figure.what not in _STATES and not (figure.what == "goods" and figure.kind in _ANY_GOODS):
                year, why = _year(figure, event)
                row = Counted(figure, event.id, year, pairs, Mention(ident, index), _span(figure, event), why)
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
    largest = max(rows, key=lambda row: row.figure.value)
    for row in rows:
        given = row.figure.giver is not None or row.figure.receiver is not None
        yield row if given or row is largest else replace(row, why=row.why or "perhaps-part")


def _span(figure: Figure, event: Event) -> tuple[int, int] | None:
    """The days that the figure is of."""
    first, _, last = (figure.period or event.date or "").partition("/")
    start, end = days(first or None), days(last or first or None)
    return (start[0], end[1]) if start and end else None


def _year(figure: Figure, event: Event) -> tuple[str | None, Omission | None]:
    """The year that a figure belongs to; what keeps it out where its period is not told, has an open end or spans
    years, or nothing is dated."""
    if figure.period is None:
        if event.date is None:
            return None, "undated"
        told = figure.what in _REPORTED and event.type in _REPORTING
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
    whole = not any(row.why == "perhaps-part" for row in rows)
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
    return Omitted(row.mention, row.why or "undated")
