"""The sources of one event set side by side: what all say, what several say, what only one says, where they differ."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations

from borderwire.model import Account, Archive, Entry, Event, Figure, Mention, Saying, Venue
from borderwire.resolve.pinning import WHOLE

_ABOUT = 0.1  # how far "about" and "nearly" reach, as a share of the number
_ENDLESS = float("inf")
_ORDER = ("date", "until", "type", "venue", "ordinal", "party", "official", "agreement", "figure")


@dataclass(frozen=True, slots=True)
class _Said:
    """One source on one subject. value: what is compared; mention: where it says so."""

    field: str
    subject: Hashable
    value: object
    mention: Mention


def set_side_by_side(archive: Archive) -> tuple[Account, ...]:
    """One account for each event with several sources, in the archive's order of events."""
    people = {mention: person.id for person in archive.people for mention in person.mentions}
    papers = {mention: item.id for item in archive.agreements for mention in item.mentions}
    return tuple(
        _account(event, [archive.by_id[ident] for ident in event.entries], people, papers)
        for event in archive.events
        if len(event.entries) > 1
    )


def _account(
    event: Event, entries: Sequence[Entry], people: Mapping[Mention, str], papers: Mapping[Mention, str]
) -> Account:
    subjects: dict[tuple[str, Hashable], list[_Said]] = {}
    for entry in entries:
        for said in chain(_plain(entry), _parties(entry), _named(entry, people, papers), _figures(entry)):
            subjects.setdefault((said.field, said.subject), []).append(said)
    told = sorted(subjects.values(), key=lambda rows: _ORDER.index(rows[0].field))
    return Account(event.id, event.entries, tuple(_saying(rows) for rows in told))


def _plain(entry: Entry) -> Iterator[_Said]:
    """What an article says of the event as a whole; a date of publication says nothing of the event."""
    record, whole = entry.record, Mention(entry.id, WHOLE)
    if record.event_date.value and not record.event_date.is_beside:
        yield _Said("date", "", record.event_date.value, whole)
    if record.event_end:
        yield _Said("until", "", record.event_end, whole)
    if record.event_type:
        yield _Said("type", "", record.event_type.id, whole)
    if record.venue:
        yield _Said("venue", "", record.venue, whole)
    if record.series and record.series.ordinal:
        yield _Said("ordinal", "", record.series.ordinal, whole)


def _parties(entry: Entry) -> Iterator[_Said]:
    for index, fact in enumerate(entry.record.provinces):
        if fact.role == "party":
            yield _Said("party", fact.id, fact.id, Mention(entry.id, index))


def _named(entry: Entry, people: Mapping[Mention, str], papers: Mapping[Mention, str]) -> Iterator[_Said]:
    """Officials and documents, as far as the archive knows who and what they are."""
    for field, facts, owner in (
        ("official", entry.record.officials, people),
        ("agreement", entry.record.agreements, papers),
    ):
        for index in range(len(facts)):
            mention = Mention(entry.id, index)
            if mention in owner:
                yield _Said(field, owner[mention], owner[mention], mention)


def _figures(entry: Entry) -> Iterator[_Said]:
    for index, fact in enumerate(entry.record.figures):
        yield _Said("figure", (fact.what, fact.unit, fact.kind, fact.period), fact, Mention(entry.id, index))


def _saying(rows: Sequence[_Said]) -> Saying:
    """The sources on one subject: in one group where they can all be right, else by what they say."""
    told: dict[str, list[_Said]] = {}
    for row in rows:
        told.setdefault(row.mention.entry, []).append(row)
    if all(_agree(one, other) for one, other in combinations(told.values(), 2)):
        return Saying(rows[0].field, (tuple(row.mention for row in rows),))
    groups: dict[object, list[Mention]] = {}
    for source in told.values():
        groups.setdefault(tuple(sorted(map(_shown, source))), []).extend(row.mention for row in source)
    return Saying(rows[0].field, tuple(map(tuple, groups.values())))


def _shown(row: _Said) -> str:
    """What tells two values apart."""
    value = row.value
    if isinstance(value, Figure):
        return f"{value.qualifier} {value.value}"
    if isinstance(value, Venue):
        return f"{value.province} {value.district} {value.gate}"
    return str(value)


def _agree(one: Sequence[_Said], other: Sequence[_Said]) -> bool:
    """Both sources can be right."""
    if len(one) == len(other) == 1:
        return _fits(one[0].value, other[0].value, one[0].field)
    return sorted(map(_shown, one)) == sorted(map(_shown, other))


def _fits(one: object, other: object, field: str) -> bool:
    if isinstance(one, Figure) and isinstance(other, Figure):
        (low, high), (least, most) = _range(one), _range(other)
        return low <= most and least <= high
    if isinstance(one, Venue) and isinstance(other, Venue):
        parts = ((one.province, other.province), (one.district, other.district), (one.gate, other.gate))
        return all(mine is None or yours is None or mine == yours for mine, yours in parts)
    if field in ("date", "until"):  # as precise as both are
        return str(one).startswith(str(other)) or str(other).startswith(str(one))
    return one == other


def _range(figure: Figure) -> tuple[float, float]:
    """Between what the number lies: "over 12" leaves room for 15, "12" does not."""
    value = figure.value
    if figure.qualifier in ("over", "at-least"):
        return value, _ENDLESS
    if figure.qualifier == "at-most":
        return -_ENDLESS, value
    reach = abs(value) * _ABOUT if figure.qualifier in ("about", "nearly") else 0.0
    return value - reach, value + reach
