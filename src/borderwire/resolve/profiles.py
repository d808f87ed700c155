"""What one article says of a person, made comparable; equal mentions together, so that few need be compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from borderwire.model import Country, Entry, Mention, OfficialFact
from borderwire.resolve.names import Name, read_name
from borderwire.resolve.reading import Office, Reader
from borderwire.resolve.when import YEAR, Days, days

_LONGEST_GAP = 10 * YEAR  # nobody is thought to hold one post unseen for longer
CENTRAL, OTHER = "central", "other"


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention: where, when, and the event that its article reports."""

    mention: Mention
    when: Days | None
    event: int
    fact: OfficialFact


@dataclass(frozen=True, slots=True)
class Profile:
    """Mentions that agree in side, name (for Lao names: its sound), home, body, office and rank, oldest first.

    name: as first written; home: ISO 3166-2 as named, `central` for a body of the whole country, "" unknown; today:
    home after the mergers;
    kind: force or branch, `other` for bodies that the gazetteer lacks, unit: the body itself, "" unknown; rank:
    order, 0 unknown;
    first, last: days, None when no mention is dated.
    """

    name: Name
    side: Country | None
    home: str
    today: str
    kind: str
    unit: str
    office: Office | None
    rank: int
    seen: tuple[Seen, ...]
    first: int | None
    last: int | None
    events: frozenset[int]
    split: int = -1  # number of the profile that this was a part of, before its mentions were set apart

    @property
    def entries(self) -> frozenset[str]:
        return frozenset(seen.mention.entry for seen in self.seen)


class _Traits(NamedTuple):
    """What a mention says of a person, as in `Profile`."""

    side: Country | None
    home: str
    today: str
    kind: str
    unit: str
    office: Office | None
    rank: int


def profiles(entries: Sequence[Entry], events: Mapping[str, int], reader: Reader) -> list[Profile]:
    """All mentions of officials as profiles, in order of their first mention. events: entry id -> number."""
    groups: dict[tuple[str, _Traits], list[Seen]] = defaultdict(list)
    names: dict[tuple[str, _Traits], Name] = {}
    for entry in entries:
        when = days(entry.date)
        for index, fact in enumerate(entry.record.officials):
            name = read_name(fact.name, reader.side(fact.name, fact.country))
            same = (name.sound or name.exact, _traits(fact, entry, reader))
            groups[same].append(Seen(Mention(entry.id, index), when, events[entry.id], fact))
            names.setdefault(same, name)
    found: list[Profile] = []
    for same, group in groups.items():
        for run in _runs(group):
            dated = [seen.when for seen in run if seen.when]
            first = min((span[0] for span in dated), default=None)
            last = max((span[1] for span in dated), default=None)
            known = frozenset(seen.event for seen in run)
            found.append(Profile(names[same], *same[1], tuple(run), first, last, known))
    return found


def _traits(fact: OfficialFact, entry: Entry, reader: Reader) -> _Traits:
    body = reader.body(fact.organization)
    home = fact.province or (body.province if body else None) or (CENTRAL if body and body.central else "")
    office = reader.office(fact.position)
    if not home and body is None:
        home = CENTRAL if office and office.national else _only_party(entry, fact.country)
    today = reader.today(home) if home not in ("", CENTRAL) else home
    kind, unit = (body.kind if body.known else OTHER, f"{body.unit} {reader.today(body.place)}") if body else ("", "")
    return _Traits(fact.country, home, today, kind, unit, office, reader.rank(fact.rank))


def _only_party(entry: Entry, side: Country | None) -> str:
    """The one province of that side that takes part: officials without a body come from there."""
    parties = [item.id for item in entry.record.provinces if item.role == "party" and item.country == side]
    return parties[0] if len(parties) == 1 else ""


def _runs(group: list[Seen]) -> Iterator[list[Seen]]:
    """The group cut where a long time passes unseen; of two mentions in one article the second stands alone."""
    group.sort(key=lambda seen: (seen.when or (0, 0), seen.mention.entry, seen.mention.index))
    run: list[Seen] = []
    entries: set[str] = set()
    last: Days | None = None
    for seen in group:
        if seen.mention.entry in entries:
            yield [seen]
            continue
        if run and seen.when and last and seen.when[0] - last[1] > _LONGEST_GAP:
            yield run
            run, entries = [], set()
        run.append(seen)
        entries.add(seen.mention.entry)
        last = seen.when or last
    if run:
        yield run
