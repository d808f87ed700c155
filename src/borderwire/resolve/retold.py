"""Leaves out what is told again: of the articles that tell of one haul one counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from borderwire.model import Archive, Evidence, Haul, Omission
from borderwire.resolve.counted import ARRESTS, Counted, length
from borderwire.resolve.hauls import Hauls, Seized, find_hauls, lineage
from borderwire.resolve.when import Days, days

# What reports of one case tell alike beside the haul.
_OF_A_CASE = ("suspects", "cases")
_SINGLE_DAYS = 3  # up to so many days a time may be that of one haul


def leave_out_retold(rows: list[Counted], archive: Archive, broader: Mapping[str, str]) -> None:
    """Of the articles that tell of one haul one counts; where that is not sure, one of the two is left out as a doubt
    and the sum is a bound. broader: kind of goods -> the kind that it is one of."""
    at = [index for index, row in enumerate(rows) if row.figure.what == "seizure"]  # those left out join others
    dates = {event.id: days(event.date) for event in archive.events}
    hauls = find_hauls(archive, [_seized(rows[index], dates[rows[index].event]) for index in at], broader)
    teller = _Teller(rows, {event.id: event.type for event in archive.events}, broader, _of_cases(rows))
    for group in hauls.groups:
        members = [at[item] for item in group]
        reasons = _reasons(hauls, group)
        teller.keep_one(members, "same-haul", reasons)
        teller.leave_out_case({rows[index].event for index in members}, "same-case", reasons)
    for left, right in hauls.doubts:
        one, other = rows[at[left]], rows[at[right]]
        if one.why is None and other.why is None and (one.year, one.kind) == (other.year, other.kind):
            teller.keep_one([at[left], at[right]], "perhaps-same-haul", hauls.why[left, right])
            teller.leave_out_case({one.event, other.event}, "perhaps-same-haul", hauls.why[left, right])


def hauls_of(rows: Sequence[Counted]) -> Iterator[Haul]:
    """Those that count, with all that tell of them."""
    told: dict[tuple[str, int], list[Counted]] = defaultdict(list)
    for row in rows:
        if row.of is not None and row.why not in ("same-case", "perhaps-same-haul"):
            told[row.of.entry, row.of.index].append(row)
    for row in rows:
        others = told.get((row.mention.entry, row.mention.index), ())
        if others and row.why is None:
            yield Haul(row.mention, tuple(other.mention for other in others), others[0].reasons)


def _seized(row: Counted, when: Days | None) -> Seized:
    own = row.span if _has_day(row) else None
    return Seized(row.mention.entry, row.event, row.figure, own or when, own)


def _has_day(row: Counted) -> bool:
    return row.figure.period is not None and row.span is not None and length(row) <= _SINGLE_DAYS


def _of_cases(rows: Sequence[Counted]) -> dict[tuple[str, str], list[int]]:
    """Event and kind of figure -> those that reports of a case may tell alike."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for index, row in enumerate(rows):
        if row.figure.what in _OF_A_CASE and not row.result:
            found[row.event, row.figure.what].append(index)
    return found


def _reasons(hauls: Hauls, group: Sequence[int]) -> tuple[Evidence, ...]:
    """The best of what joins the group."""
    links = (hauls.why.get((one, other), ()) for place, one in enumerate(group) for other in group[place + 1 :])
    return max(links, key=lambda reasons: sum(reason.weight for reason in reasons), default=())


@dataclass(frozen=True, slots=True)
class _Teller:
    """types: of the events; cases: as `_of_cases`."""

    rows: list[Counted]
    types: Mapping[str, str | None]
    broader: Mapping[str, str]
    cases: Mapping[tuple[str, str], Sequence[int]]

    def leave_out_case(self, events: Set[str], why: Omission, reasons: tuple[Evidence, ...]) -> None:
        """What reports of one case tell beside the haul."""
        for what in _OF_A_CASE if len(events) > 1 else ():
            members = [index for event in sorted(events) for index in self.cases.get((event, what), ())]
            self.keep_one(members, why, reasons)

    def keep_one(self, members: Sequence[int], why: Omission, reasons: tuple[Evidence, ...]) -> None:
        """The figure that tells most stays; those of other articles that are left out repeat it, or may be a part of
        it. Undated ones and the like are left out as they are, with the figure that they repeat."""
        rows = self.rows
        kept = min((index for index in members if rows[index].why is None), key=self._worth, default=None)
        if kept is None:
            return
        of = rows[kept]
        for index in members:
            row = rows[index]
            if row.why is not None:
                rows[index] = replace(row, of=of.mention, reasons=reasons) if why == "same-haul" else row
                continue
            equal = why == "same-haul" or row.figure.value == of.figure.value
            if index != kept and (equal or row.event != of.event):  # other numbers of one article are of other cases
                told = why if equal else "perhaps-same-haul"
                rows[index] = replace(row, why=told, of=of.mention, reasons=reasons)

    def _worth(self, index: int) -> tuple[object, ...]:
        """Smallest first: told with its own day, by a first report, exact and large, of the finer kind, early."""
        row = self.rows[index]
        kind = row.figure.kind_id
        return (
            not _has_day(row), self.types[row.event] not in ARRESTS, row.figure.qualifier != "exact", -row.figure.value,
            -len(lineage(kind, self.broader)) if kind else 0, row.span[0] if row.span else 0,
            row.mention.entry, row.mention.index,
        )  # fmt: skip
