"""What an article tells of its event, made comparable with other articles' tellings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from borderwire.model import Entry
from borderwire.resolve.names import read_name
from borderwire.resolve.reading import FORCES, Reader
from borderwire.resolve.sounds import skeleton
from borderwire.resolve.when import Days, days
from borderwire.text import squash

_LATEST_NEWS = 3  # days after the event on which papers still report it
_SHORT_TITLE, _SHORT_LEAD = 25, 80  # letters; shorter ones can agree by chance


@dataclass(frozen=True, slots=True)
class Report:
    """One entry. when: the days that the event may have been on; told: the text dates the event itself to the day;
    partial: its month and day, `--08-15`, with or without the year;
    parties: provinces as named; today: the same after the mergers; central: kinds of national bodies that take part,
    with their side; forces: police, border guard, army; names: rough keys of the officials; holders: office at a body
    -> key of who holds it."""

    entry: Entry
    when: Days | None
    told: bool
    partial: str | None
    parties: frozenset[str]
    today: frozenset[str]
    central: frozenset[str]
    forces: frozenset[str]
    names: frozenset[str]
    holders: dict[tuple[str, str, str], str]
    ordinal: int | None
    title: str
    lead: str
    signed: frozenset[str]


def read_reports(entries: Sequence[Entry], reader: Reader) -> list[Report]:
    return [_report(entry, reader) for entry in entries]


def _report(entry: Entry, reader: Reader) -> Report:
    record = entry.record
    when, told = _when(entry)
    date = record.event_date
    parties = frozenset(fact.id for fact in record.provinces if fact.role == "party")
    title, lead = squash(record.title or ""), squash(record.lead or "")
    names: list[str] = []
    holders: dict[tuple[str, str, str], str] = {}
    for fact in record.officials:
        name = read_name(fact.name, reader.side(fact.name, fact.country))
        if name.short:
            continue
        office, body = reader.office(fact.position), reader.body(fact.organization)
        if office and office.alone:
            continue  # heads of state are in every article of the day
        key = f"{fact.country or '?'} {skeleton(name.sound) if name.lao else name.bare}"
        names.append(key)
        if office and office.heads and body:
            holders[office.id, body.unit, reader.today(fact.province or "")] = key
    return Report(
        entry=entry,
        when=when,
        told=told,
        partial=f"-{date.value[4:]}" if told and date.value else date.partial,
        parties=parties,
        today=frozenset(reader.today(ident) for ident in parties),
        central=_central(entry, reader),
        forces=_forces(entry, reader),
        names=frozenset(names),
        holders=holders,
        ordinal=record.series.ordinal if record.series else None,
        title=title if len(title) >= _SHORT_TITLE else "",
        lead=lead if len(lead) >= _SHORT_LEAD else "",
        signed=frozenset(item.type for item in record.agreements if item.status in ("signed", "exchanged")),
    )


def _when(entry: Entry) -> tuple[Days | None, bool]:
    record = entry.record
    date = record.event_date
    span = days(date.value)
    if span is not None and not date.is_beside:
        end = days(record.event_end)
        return (span[0], end[1] if end else span[1]), len(date.value or "") == 10
    published = days(date.value if span else record.published.value if record.published else None)
    if published is None:
        return None, False
    return (published[0] - _LATEST_NEWS, published[1]), False


def _central(entry: Entry, reader: Reader) -> frozenset[str]:
    bodies = [reader.body(fact.organization) for fact in entry.record.officials if not fact.province]
    bodies += [reader.body(party) for item in entry.record.agreements for party in item.parties]
    return frozenset(f"{body.country or '?'} {body.kind}" for body in bodies if body and body.central)


def _forces(entry: Entry, reader: Reader) -> frozenset[str]:
    """The forces of most officials and delegations, or of the parties that sign."""
    record = entry.record
    phrases = [fact.organization for fact in record.officials]
    phrases += [item.organization for item in record.delegations]
    phrases += [party for item in record.agreements for party in item.parties if item.status in ("signed", "exchanged")]
    count = Counter(body.kind for body in map(reader.body, phrases) if body and body.kind in FORCES)
    most = max(count.values(), default=0)
    return frozenset(kind for kind, number in count.items() if number * 2 >= most)
