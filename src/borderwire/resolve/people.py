"""Who is who across articles. Merges only on evidence; in doubt two people stay two.

Two mentions are one person when they stand on the same side and their names agree (but for case, hyphens and
spaces; for Lao names also by their folding key, since papers spell them by ear) and their province agrees,
followed through the mergers of 2025, or one of them names none and the offices agree.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from borderwire.gazetteer import Gazetteer
from borderwire.gazetteer.lao import lao_key
from borderwire.model import Entry, Mention, OfficialFact, Person
from borderwire.text import slug, sort_key, squash


def resolve_people(entries: Sequence[Entry], gazetteer: Gazetteer) -> tuple[Person, ...]:
    """One Person per person, in Vietnamese order of names."""
    groups: dict[tuple[str, str, str], list[Mention]] = defaultdict(list)
    facts: dict[Mention, OfficialFact] = {}
    for entry in sorted(entries, key=lambda item: (item.date or "9999", item.id)):
        for index, official in enumerate(entry.record.officials):
            mention = Mention(entry.id, index)
            facts[mention] = official
            groups[_identity(official, gazetteer)].append(mention)
    people = [_person([(mention, facts[mention]) for mention in group]) for group in groups.values()]
    return _with_unique_ids(sorted(people, key=lambda person: (sort_key(person.name), person.mentions[0].entry)))


def _identity(official: OfficialFact, gazetteer: Gazetteer) -> tuple[str, str, str]:
    name = lao_key(official.name) if official.country == "LA" else squash(official.name)
    return official.country or "", name, _home(official, gazetteer)


def _home(official: OfficialFact, gazetteer: Gazetteer) -> str:
    """The province of today in which the person serves, else the body, else nothing."""
    province = gazetteer.provinces.get(official.province or "")
    if province is None:
        return "" if official.organization is None else squash(official.organization)
    return province.merged_into or province.id


def _person(mentions: list[tuple[Mention, OfficialFact]]) -> Person:
    spellings = list(dict.fromkeys(fact.name for _, fact in mentions))
    latest = mentions[-1][1]
    return Person(
        id=slug(latest.name) or "person",
        name=latest.name,
        country=latest.country,
        spellings=tuple(spellings),
        mentions=tuple(mention for mention, _ in mentions),
    )


def _with_unique_ids(people: Iterable[Person]) -> tuple[Person, ...]:
    """Namesakes get a number: `nguyen-van-a`, `nguyen-van-a-2`."""
    seen: dict[str, int] = {}
    named: list[Person] = []
    for person in people:
        seen[person.id] = number = seen.get(person.id, 0) + 1
        ident = person.id if number == 1 else f"{person.id}-{number}"
        named.append(Person(ident, person.name, person.country, person.spellings, person.mentions))
    return tuple(named)
