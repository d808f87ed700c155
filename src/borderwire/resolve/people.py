"""Who is who across articles. Sure evidence merges, doubtful waits for judgement, a contradiction keeps apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from borderwire.model import Doubt, Entry, Evidence, Mention, Merge, Person
from borderwire.resolve.blocking import candidate_pairs
from borderwire.resolve.career import career
from borderwire.resolve.clashes import clashing
from borderwire.resolve.clusters import Clusters, Link, Refused, agglomerate
from borderwire.resolve.heads import heads_of
from borderwire.resolve.likeness import DOUBTFUL, SURE, evidence
from borderwire.resolve.names import read_name
from borderwire.resolve.pinning import Pins, pinned_names
from borderwire.resolve.profiles import Profile, profiles
from borderwire.resolve.reading import Reader
from borderwire.resolve.rulings import ruled, set_apart
from borderwire.resolve.service import Service, force, join, service_of
from borderwire.text import slug, sort_key

_MOST_DOUBTS = 3


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
    odd = clashing(every)
    alone = set_apart(pins, "person") | odd
    parts = [part for profile in every for part in _parted(profile, alone)] if alone else every
    rows = [part for number, profile in enumerate(parts) for part in _sound(profile, number, reader)]
    links = list(_links(rows, reader))
    place = {seen.mention: number for number, row in enumerate(rows) for seen in row.seen} if pins.judgements else {}
    heads = heads_of(every)
    clusters = agglomerate(
        [service_of(row, heads, reader, slip=row.seen[0].mention in odd) for row in rows], links,
        lambda left, right: join(left, right, reader), sure=SURE, doubtful=DOUBTFUL,
        ruled=ruled(pins, "person", place), force=lambda left, right: force(left, right, reader),
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


def _people(
    rows: Sequence[Profile],
    clusters: Clusters[Service],
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
    score -= _meeting_weight(reasons)
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
