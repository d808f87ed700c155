"""Who is who across articles. Sure evidence merges, doubtful waits for judgement, a contradiction keeps apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from borderwire.model import Country, Doubt, Entry, Evidence, Mention, Merge, Person
from borderwire.resolve.blocking import candidate_pairs
from borderwire.resolve.career import career
from borderwire.resolve.clusters import Clusters, Link, Refused, agglomerate, united
from borderwire.resolve.likeness import DOUBTFUL, SURE, evidence
from borderwire.resolve.names import read_name
from borderwire.resolve.pinning import Pins, pinned_names
from borderwire.resolve.profiles import CENTRAL, Profile, profiles
from borderwire.resolve.reading import FORCES, Reader
from borderwire.resolve.rulings import ruled, set_apart
from borderwire.resolve.when import YEAR
from borderwire.text import slug, sort_key

# A rank reported too low soon after the right one is a slip of the pen; from here on it is another person.
_RANK_SLACK = YEAR
_MOST_DOUBTS = 3
_SLIPS = 8  # ranks told for one slip of the pen
Interval = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _State:
    """What is known of a cluster. homes: home of today -> first and last day there; ranks: (day, order) by day."""

    side: Country | None
    entries: set[str]
    homes: Mapping[str, Interval]
    forces: frozenset[str]
    ranks: tuple[tuple[int, int], ...]


def resolve_people(
    entries: Sequence[Entry],
    events: Mapping[str, int],
    reader: Reader,
    pins: Pins = Pins(),  # noqa: B008 - frozen
) -> tuple[tuple[Person, ...], tuple[Doubt, ...]]:
    """One Person per person, in Vietnamese order of names, and the pairs of them that may be one.

    events: entry id -> number of the event that the entry reports; pins: judgements, which stand above all evidence.
    """
    by_id = {entry.id: entry for entry in entries}
    oldest_first = sorted(entries, key=lambda item: (item.date or "9999", item.id))
    every = profiles(oldest_first, events, reader)
    alone = set_apart(pins, "person")
    parts = [part for profile in every for part in _parted(profile, alone)] if alone else every
    rows = [part for number, profile in enumerate(parts) for part in _sound(profile, number, reader)]
    links = list(_links(rows, reader))
    place = {seen.mention: number for number, row in enumerate(rows) for seen in row.seen} if pins.judgements else {}
    clusters = agglomerate(
        [_state(row) for row in rows], links, _join, sure=SURE, doubtful=DOUBTFUL,
        ruled=ruled(pins, "person", place), force=_force,
    )  # fmt: skip
    people, owner = _people(rows, clusters, by_id, reader, pinned_names(pins, "person"))
    doubts = (_doubt(refused, rows, owner) for refused in clusters.refused)
    return people, tuple(_foremost(doubts))


def _sound(profile: Profile, number: int, reader: Reader) -> Iterator[Profile]:
    """The profile, or one for each mention where agreeing in all it tells does not make them one person."""
    if len(profile.seen) == 1:
        yield profile
        return
    found = evidence(profile, profile, reader)
    lonely = replace(profile, seen=(), split=number)
    if found is not None and found[0] - _meeting_weight(found[1]) >= SURE:
        yield profile
        return
    for seen in profile.seen:
        first, last = seen.when or (None, None)
        yield replace(lonely, seen=(seen,), first=first, last=last, events=frozenset([seen.event]))


def _parted(profile: Profile, alone: frozenset[Mention]) -> Iterator[Profile]:
    """The profile without the mentions that are to stand alone, and each of these."""
    single = [seen for seen in profile.seen if seen.mention in alone]
    if not single or len(profile.seen) == 1:
        yield profile
        return
    rest = tuple(seen for seen in profile.seen if seen.mention not in alone)
    for group in ([rest] if rest else []) + [(seen,) for seen in single]:
        dated = [seen.when for seen in group if seen.when]
        first, last = min((span[0] for span in dated), default=None), max((span[1] for span in dated), default=None)
        yield replace(profile, seen=group, first=first, last=last, events=frozenset(seen.event for seen in group))


def _meeting_weight(reasons: Sequence[Evidence]) -> float:
    return sum(reason.weight for reason in reasons if reason.kind == "same-meeting")


def _links(rows: Sequence[Profile], reader: Reader) -> Iterator[Link]:
    for left, right in candidate_pairs(rows):
        found = evidence(rows[left], rows[right], reader)
        if found is not None and found[0] >= DOUBTFUL:
            yield Link(left, right, *found)


def _state(row: Profile) -> _State:
    span = (row.first, row.last) if row.first is not None and row.last is not None else None
    ranks = tuple(sorted((seen.when[0], row.rank) for seen in row.seen if seen.when)) if row.rank else ()
    return _State(
        side=row.side,
        entries=set(row.entries),
        homes={row.today: span or (0, 0)} if row.today else {},
        forces=frozenset([row.kind]) & FORCES,
        ranks=ranks,
    )


def _join(left: _State, right: _State) -> _State | str:
    """Both as one, or what speaks against it."""
    if left.side and right.side and left.side != right.side:
        return "they stand on two sides"
    if not left.entries.isdisjoint(right.entries):
        return "one article names both"
    if left.forces and right.forces and left.forces.isdisjoint(right.forces):
        return "they belong to two forces"
    ranks = tuple(sorted(left.ranks + right.ranks))
    if _falls(ranks):
        return "the rank would fall back later"
    homes = _homes(left.homes, right.homes)
    if homes is None:
        return "they serve in two provinces at one time"
    return _State(
        left.side or right.side, united(left.entries, right.entries), homes, left.forces | right.forces, ranks
    )


def _force(left: _State, right: _State) -> _State:
    """Both as one, since the keeper says so; what contradicts is no longer held against others."""
    both = _join(left, right)
    if not isinstance(both, str):
        return both
    ranks = tuple(sorted(left.ranks + right.ranks))
    return _State(
        left.side or right.side,
        united(left.entries, right.entries),
        _homes(left.homes, right.homes) or {},
        left.forces | right.forces,
        () if _falls(ranks) else ranks,
    )


def _falls(ranks: Sequence[tuple[int, int]]) -> bool:
    """A lower rank stands a year or more after a higher one, and no slip of the pen. ranks: by day.

    A slip: a lone lower rank among many, with the higher one before and after it."""
    highest, due, slips = 0, 0, 0
    low: list[int] = []  # what `highest` was at lower ranks that no later mention has set right yet
    for day, rank in ranks:
        while ranks[due][0] + _RANK_SLACK <= day:
            highest = max(highest, ranks[due][1])
            due += 1
        if rank < highest:
            low.append(highest)
            slips += 1
        elif low and rank >= low[-1]:
            low.clear()
    return bool(low) or slips * _SLIPS > len(ranks)


def _homes(left: Mapping[str, Interval], right: Mapping[str, Interval]) -> dict[str, Interval] | None:
    """The homes of both; None when two provinces overlap in time."""
    homes = dict(left)
    for home, (first, last) in right.items():
        old = homes.get(home)
        homes[home] = (min(old[0], first), max(old[1], last)) if old else (first, last)
    if len(homes) > 1:
        spans = sorted(span for home, span in homes.items() if home != CENTRAL)
        if any(after[0] <= before[1] for before, after in pairwise(spans)):
            return None
    return homes


def _people(
    rows: Sequence[Profile],
    clusters: Clusters[_State],
    entries: Mapping[str, Entry],
    reader: Reader,
    preferred: Mapping[Mention, str],
) -> tuple[tuple[Person, ...], dict[Mention, str]]:
    merges: dict[int, list[Merge]] = {}
    for link in clusters.joined:
        merge = Merge(rows[link.left].seen[-1].mention, rows[link.right].seen[0].mention, link.score, link.reasons)
        merges.setdefault(clusters.root[link.left], []).append(merge)
    people: list[Person] = []
    for root, items in clusters.members().items():
        for item in items:
            if len(rows[item].seen) > 1:
                merges.setdefault(root, []).append(_agreeing(rows[item], reader))
        person = _person([rows[item] for item in items], merges.get(root, []), entries, reader)
        people.append(_called(person, preferred) if preferred else person)
    named = _with_unique_ids(sorted(people, key=lambda person: (sort_key(person.name), person.mentions[0].entry)))
    return named, {mention: person.id for person in named for mention in person.mentions}


def _agreeing(row: Profile, reader: Reader) -> Merge:
    """Why the mentions of a profile are one person; told of two spellings where there are two."""
    names = [read_name(seen.fact.name, reader.side(seen.fact.name, seen.fact.country)) for seen in row.seen]
    other = next((name for name in names if name.exact != row.name.exact), row.name)
    found = evidence(row, replace(row, name=other), reader)
    score, reasons = found if found else (0.0, ())
    reasons = tuple(reason for reason in reasons if reason.kind != "same-meeting")
    return Merge(row.seen[0].mention, row.seen[-1].mention, score, reasons)


def _person(rows: Sequence[Profile], merges: list[Merge], entries: Mapping[str, Entry], reader: Reader) -> Person:
    seen = sorted(
        (item for row in rows for item in row.seen),
        key=lambda item: (entries[item.mention.entry].date or "9999", item.mention.entry, item.mention.index),
    )
    mentions = tuple(item.mention for item in seen)
    steps, promotions = career(mentions, entries, reader)
    full = [item for item in seen if not read_name(item.fact.name, item.fact.country).short]
    name = (full or seen)[-1].fact.name
    return Person(
        id=slug(name) or "person",
        name=name,
        country=next((row.side for row in rows if row.side), None),
        spellings=tuple(dict.fromkeys(item.fact.name for item in seen)),
        mentions=mentions,
        career=steps,
        promotions=promotions,
        merges=tuple(sorted(merges, key=lambda merge: (-merge.score, merge.left.entry, merge.right.entry))),
    )


def _called(person: Person, preferred: Mapping[Mention, str]) -> Person:
    """The person under the name that the keeper prefers."""
    name = next((preferred[mention] for mention in person.mentions if mention in preferred), None)
    return replace(person, id=slug(name) or "person", name=name) if name else person


def _foremost(doubts: Iterable[Doubt]) -> Iterator[Doubt]:
    """Of each person's doubts the likeliest few, so that a name without any office does not fill the list."""
    count: Counter[str] = Counter()
    for doubt in doubts:
        if max(count[doubt.left], count[doubt.right]) < _MOST_DOUBTS:
            count.update((doubt.left, doubt.right))
            yield doubt


def _doubt(refused: Refused, rows: Sequence[Profile], owner: Mapping[Mention, str]) -> Doubt:
    link = refused.link
    left, right = rows[link.left].seen[-1].mention, rows[link.right].seen[0].mention
    return Doubt("person", owner[left], owner[right], left, right, round(link.score, 2), link.reasons, refused.against)


def _with_unique_ids(people: Sequence[Person]) -> tuple[Person, ...]:
    """Namesakes get a number: `nguyen-van-a`, `nguyen-van-a-2`."""
    seen: dict[str, int] = {}
    named: list[Person] = []
    for person in people:
        seen[person.id] = number = seen.get(person.id, 0) + 1
        named.append(person if number == 1 else replace(person, id=f"{person.id}-{number}"))
    return tuple(named)
