"""Where everything stands: the archive's cross references, made once for all pages and languages."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

from borderwire.model import Agreement, Archive, BodyUse, Entry, Event, Haul, Person
from borderwire.site import urls
from borderwire.site.names import Terms
from borderwire.text import squash

Pair = tuple[str, str]  # ISO 3166-2 of the Vietnamese and of the Lao province
_RELATED = 4


@dataclass(frozen=True)
class Shelves:
    """All lists of entries are newest first, as the archive's own. place_of: entry id -> its place in the archive;
    event_of: entry id -> event id; official_of, agreement_of: (entry id, index in the record) -> id; followers,
    carriers: document -> those that carry it on, that carry it out; people_at, bodies_at: event id -> people whom its
    articles name, bodies that take part; pairs_today: pair of today -> the pairs that it is
    for the articles, which name provinces as of their time; namesakes: persons whose name another has too."""

    archive: Archive
    terms: Terms
    entries: Mapping[str, Entry]
    people: Mapping[str, Person]
    agreements: Mapping[str, Agreement]
    events: Mapping[str, Event]
    event_of: Mapping[str, str]
    followers: Mapping[str, Sequence[str]]
    carriers: Mapping[str, Sequence[str]]
    place_of: Mapping[str, int]
    official_of: Mapping[tuple[str, int], str]
    agreement_of: Mapping[tuple[str, int], str]
    by_province: Mapping[str, Sequence[Entry]]
    by_event: Mapping[str, Sequence[Entry]]
    by_topic: Mapping[str, Sequence[Entry]]
    by_month: Mapping[str, Sequence[Entry]]
    by_pair: Mapping[Pair, Sequence[Entry]]
    pairs_today: Mapping[Pair, Sequence[Pair]]
    people_of_province: Mapping[str, Sequence[str]]
    agreements_of_province: Mapping[str, Sequence[str]]
    provinces_of_agreement: Mapping[str, Sequence[str]]
    bodies: Mapping[str, BodyUse]
    people_at: Mapping[str, Sequence[str]]
    bodies_at: Mapping[str, Sequence[str]]
    event_paths: Mapping[str, str]
    namesakes: frozenset[str]

    @cached_property
    def forces(self) -> Mapping[str, Sequence[str]]:
        """Entry id -> kinds of the bodies that it names."""
        found: dict[str, dict[str, None]] = {}
        for use in self.bodies.values():
            for entry in use.entries:
                found.setdefault(entry, {})[use.kind] = None
        return {entry: tuple(kinds) for entry, kinds in found.items()}

    @cached_property
    def hauls(self) -> Mapping[tuple[str, int], Haul]:
        """Hauls of which several articles tell, by the figure that counts: entry id and index in its record."""
        return {(haul.figure.entry, haul.figure.index): haul for haul in self.archive.sums.hauls}

    def event_path(self, ident: str) -> str | None:
        """The page of an event that several articles report or that the keeper has judged; None for others."""
        return self.event_paths.get(ident)

    def met(self, entries: Sequence[Entry]) -> int:
        """How many events the articles report."""
        return len(self.events_of(entry.id for entry in entries))

    def events_of(self, entries: Iterable[str]) -> tuple[str, ...]:
        """The events that entries report, each once."""
        return tuple(dict.fromkeys(self.event_of.get(ident, ident) for ident in entries))

    def borders(self, pair: Pair) -> bool:
        """The two share a border, as far as the gazetteer knows."""
        row = self.terms.provinces.get(pair[0])
        return row is not None and pair[1] in row.borders

    def today(self, ident: str) -> str:
        """The province of today that the unit is or is part of."""
        row = self.terms.provinces.get(ident)
        return row.merged_into if row and row.merged_into else ident

    def together(self, lists: Iterable[Sequence[Entry]]) -> list[Entry]:
        """The entries of several lists, each once, ordered like the archive."""
        found = {entry.id: entry for row in lists for entry in row}
        return sorted(found.values(), key=lambda entry: self.place_of[entry.id])

    def pair_path(self, today: Pair) -> str:
        """The page of a pair of today that has all that it ever was."""
        path = urls.pair(*today)
        return path if self.pairs_today[today] == [today] else urls.as_of_today(path)

    def north_to_south(self, ident: str) -> tuple[float, str]:
        """Key that sorts provinces along the border."""
        row = self.terms.provinces.get(ident)
        return (-row.lat_lng[0] if row and row.lat_lng else 0.0), ident

    def related(self, entry: Entry) -> list[tuple[Entry, str, str]]:
        """Entries on other events with the reason: "agreement", "pair" or "person", and the id of what they share."""
        found: dict[str, tuple[Entry, str, str]] = {}
        event = self.events.get(self.event_of.get(entry.id, ""))
        told = {entry.id, *(event.entries if event else ())}
        for other, kind, ident in self._candidates(entry):
            if other.id not in told and len(found) < _RELATED:
                found.setdefault(other.id, (other, kind, ident))
        return list(found.values())

    def _candidates(self, entry: Entry) -> list[tuple[Entry, str, str]]:
        rows: list[tuple[Entry, str, str]] = []
        for index in range(len(entry.record.agreements)):
            ident = self.agreement_of.get((entry.id, index))
            if ident:
                mentions = self.agreements[ident].mentions[:_RELATED]
                rows += [(self.entries[mention.entry], "agreement", ident) for mention in mentions]
        for pair in pairs_of(entry):
            rows += [(other, "pair", "_".join(pair)) for other in self._near(entry, self.by_pair[pair])]
        for index in range(len(entry.record.officials)):
            person = self.people.get(self.official_of.get((entry.id, index), ""))
            if person and len(person.mentions) > 1:
                near = person.mentions[-_RELATED:]
                rows += [(self.entries[mention.entry], "person", person.id) for mention in near]
        return rows

    def _near(self, entry: Entry, row: Sequence[Entry]) -> list[Entry]:
        """The neighbours in a list that is ordered like the archive."""
        low, high = 0, len(row)
        place = self.place_of[entry.id]
        while low < high:
            middle = (low + high) // 2
            if self.place_of[row[middle].id] < place:
                low = middle + 1
            else:
                high = middle
        return [row[index] for index in (low - 1, low + 1) if 0 <= index < len(row)]


def parties(entry: Entry, country: str) -> list[str]:
    return [fact.id for fact in entry.record.provinces if fact.role == "party" and fact.country == country]


def pairs_of(entry: Entry) -> list[Pair]:
    """Every Vietnamese with every Lao province that take part."""
    return list(product(parties(entry, "VN"), parties(entry, "LA")))


def arrange(archive: Archive, terms: Terms) -> Shelves:
    """The shelves of an archive."""
    by_province: dict[str, list[Entry]] = defaultdict(list)
    by_event: dict[str, list[Entry]] = defaultdict(list)
    by_topic: dict[str, list[Entry]] = defaultdict(list)
    by_month: dict[str, list[Entry]] = defaultdict(list)
    by_pair: dict[Pair, list[Entry]] = defaultdict(list)
    for entry in archive.entries:
        record = entry.record
        for province in record.provinces:
            by_province[province.id].append(entry)
        if record.event_type:
            by_event[record.event_type.id].append(entry)
        for topic in dict.fromkeys(topic.id for topic in record.topics):
            by_topic[topic].append(entry)
        if entry.date and len(entry.date) >= 7:
            by_month[entry.date[:7]].append(entry)
        for pair in pairs_of(entry):
            by_pair[pair].append(entry)
    entries = {entry.id: entry for entry in archive.entries}
    agreements_of_province = _agreements_of_province(archive, entries)
    event_of = {ident: event.id for event in archive.events for ident in event.entries}
    people = {person.id: [mention.entry for mention in person.mentions] for person in archive.people}
    bodies = {body.id: body.present for body in archive.bodies}
    return Shelves(
        archive=archive,
        terms=terms,
        entries=entries,
        people={person.id: person for person in archive.people},
        agreements={item.id: item for item in archive.agreements},
        events={event.id: event for event in archive.events},
        event_of=event_of,
        followers=_turned({item.id: (item.follows,) for item in archive.agreements if item.follows}),
        carriers=_turned({item.id: item.carries_out for item in archive.agreements}),
        place_of={entry.id: index for index, entry in enumerate(archive.entries)},
        official_of={(m.entry, m.index): person.id for person in archive.people for m in person.mentions},
        agreement_of={(m.entry, m.index): item.id for item in archive.agreements for m in item.mentions},
        by_province=by_province,
        by_event=by_event,
        by_topic=by_topic,
        by_month=by_month,
        by_pair=by_pair,
        pairs_today=_pairs_today(by_pair, terms),
        people_of_province=_people_of_province(archive, entries),
        agreements_of_province=agreements_of_province,
        provinces_of_agreement=_turned(agreements_of_province),
        bodies={body.id: body for body in archive.bodies},
        people_at=_at_events(people, event_of),
        bodies_at=_at_events(bodies, event_of),
        namesakes=_namesakes(archive.people),
        event_paths={
            event.id: urls.told_event(event.id, taken=event.id in terms.events or event.id in by_event)
            for event in archive.events
            if len(event.entries) > 1 or event.judgements
        },
    )


def _namesakes(people: Iterable[Person]) -> frozenset[str]:
    by_name: dict[str, list[str]] = defaultdict(list)
    for person in people:
        by_name[squash(person.name)].append(person.id)
    return frozenset(ident for row in by_name.values() if len(row) > 1 for ident in row)


def _pairs_today(pairs: Iterable[Pair], terms: Terms) -> dict[Pair, list[Pair]]:
    """The pair that still is one comes first, the others follow by their ids."""
    found: dict[Pair, list[Pair]] = defaultdict(list)
    for pair in sorted(pairs):
        rows = [terms.provinces.get(ident) for ident in pair]
        one, other = (row.merged_into or ident if row else ident for ident, row in zip(pair, rows, strict=True))
        found[one, other].append(pair)
    return {today: sorted(row, key=lambda pair: pair != today) for today, row in found.items()}


def _people_of_province(archive: Archive, entries: Mapping[str, Entry]) -> dict[str, list[str]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for person in archive.people:
        for mention in person.mentions:
            province = entries[mention.entry].record.officials[mention.index].province
            if province:
                found[province].setdefault(person.id)
    return {ident: list(people) for ident, people in found.items()}


def _agreements_of_province(archive: Archive, entries: Mapping[str, Entry]) -> dict[str, list[str]]:
    """A document belongs to a province that one of its parties names as the article writes it."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for item in archive.agreements:
        for mention in item.mentions:
            record = entries[mention.entry].record
            named = " | ".join(record.agreements[mention.index].parties).casefold()
            for province in record.provinces:
                if any(form.casefold() in named for form in province.as_written):
                    found[province.id].setdefault(item.id)
    return {ident: list(items) for ident, items in found.items()}


def _at_events(named: Mapping[str, Sequence[str]], event_of: Mapping[str, str]) -> dict[str, list[str]]:
    """Event -> what its articles name. named: thing -> entries that name it."""
    events = {ident: tuple(dict.fromkeys(event_of.get(entry, entry) for entry in row)) for ident, row in named.items()}
    return _turned(events)


def _turned(lists: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for ident, items in lists.items():
        for item in items:
            found[item].append(ident)
    return found


def spellings(entries: Sequence[Entry], province: str) -> list[tuple[str, int]]:
    """How articles write a province, most frequent first."""
    count: Counter[str] = Counter()
    for entry in entries:
        for fact in entry.record.provinces:
            if fact.id == province:
                count.update(fact.as_written)
    return sorted(count.items(), key=lambda item: (-item[1], item[0]))
