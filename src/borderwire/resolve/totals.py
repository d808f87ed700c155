"""Figures summed where that is honest: one kind and unit, no event counted twice, no period counted twice.

Two articles on one event that give the same kind of figure for the same period give one figure, not two. Results of a
period that are told again at a later meeting of the same parties count once. A figure that says "over" or "about" makes
the total a bound or an estimate. Lengths of the border and the like are states, not sums, and stay out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from borderwire.model import Archive, Event, Figure, Mention

Key = TypeVar("Key")
Pair = tuple[str, str]  # ISO 3166-2 of today, Vietnamese province first
# Kinds that describe a state at a time.
_STATES = frozenset(["border-length", "border-markers", "twinned-pairs"])


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure as it enters sums. year: of its period, else of the event; index: place in the record's figures."""

    figure: Figure
    event: str
    year: str
    pairs: tuple[Pair, ...]
    mention: Mention


@dataclass(frozen=True, slots=True)
class Total:
    """Figures of one what, unit and kind. exact: all of them are exact; low: none says that it is less at most."""

    what: str
    unit: str | None
    kind: str | None
    value: float | int
    exact: bool
    low: bool
    parts: tuple[Counted, ...]


def counted_figures(archive: Archive) -> tuple[Counted, ...]:
    """All figures that may enter a sum, each once, oldest event first."""
    taken: set[tuple[object, ...]] = set()
    found: list[Counted] = []
    for event in sorted(archive.events, key=lambda event: (event.date or "9999", event.id)):
        pairs = tuple(_pairs(event))
        for counted in _of_event(event, pairs, archive):
            figure = counted.figure
            if figure.period is not None:
                told = (*_kind(figure), figure.period, figure.value, pairs or event.id)
                if told in taken:
                    continue
                taken.add(told)
            found.append(counted)
    return tuple(found)


def totals_by_year(archive: Archive) -> Mapping[str, tuple[Total, ...]]:
    """Year -> totals, by kind of figure."""
    return _totals((counted.year, counted) for counted in counted_figures(archive))


def totals_by_pair(archive: Archive, year: str | None = None) -> Mapping[Pair, tuple[Total, ...]]:
    """Pair of provinces -> totals, of one year or of all. A figure of an event of several pairs belongs to none of
    them alone and is left out."""
    return _totals(
        (counted.pairs[0], counted)
        for counted in counted_figures(archive)
        if len(counted.pairs) == 1 and year in (None, counted.year)
    )


def _kind(figure: Figure) -> tuple[str, str | None, str | None]:
    return figure.what, figure.unit, figure.kind


def _pairs(event: Event) -> Iterator[Pair]:
    for left in event.parties_today:
        for right in event.parties_today:
            if left.startswith("VN") and right.startswith("LA"):
                yield left, right


def _of_event(event: Event, pairs: tuple[Pair, ...], archive: Archive) -> Iterator[Counted]:
    """The figures of the article that gives most of a kind: the other articles tell of the same things."""
    told: dict[tuple[object, ...], dict[str, list[Counted]]] = defaultdict(lambda: defaultdict(list))
    for ident in event.entries:
        for index, figure in enumerate(archive.by_id[ident].record.figures):
            year = _year(figure, event)
            if year is None or figure.what in _STATES:
                continue
            counted = Counted(figure, event.id, year, pairs, Mention(ident, index))
            told[(*_kind(figure), figure.period)][ident].append(counted)
    for by_entry in told.values():
        yield from max(by_entry.values(), key=lambda rows: (len(rows), _sum(rows)))


def _year(figure: Figure, event: Event) -> str | None:
    """The year that a figure belongs to; None when its period spans years or nothing is dated."""
    if figure.period is None:
        return event.date[:4] if event.date else None
    first, _, last = figure.period.partition("/")
    return first[:4] if not last or last[:4] == first[:4] else None


def _sum(rows: Sequence[Counted]) -> float | int:
    return sum(row.figure.value for row in rows)


def _totals(rows: Iterable[tuple[Key, Counted]]) -> dict[Key, tuple[Total, ...]]:
    groups: dict[Key, dict[tuple[str, str | None, str | None], list[Counted]]] = {}
    for key, counted in rows:
        groups.setdefault(key, {}).setdefault(_kind(counted.figure), []).append(counted)
    return {key: tuple(_total(kinds[kind]) for kind in sorted(kinds, key=_words)) for key, kinds in groups.items()}


def _words(kind: tuple[str, str | None, str | None]) -> tuple[str, ...]:
    return tuple(part or "" for part in kind)


def _total(parts: Sequence[Counted]) -> Total:
    what, unit, kind = _kind(parts[0].figure)
    qualifiers = {counted.figure.qualifier for counted in parts}
    low = qualifiers <= {"exact", "over", "at-least"}
    return Total(what, unit, kind, _sum(parts), qualifiers == {"exact"}, low, tuple(parts))
