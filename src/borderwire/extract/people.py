"""Joins the mentions of one person: full names, short later names, spellings that differ in tone or hyphen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from borderwire.extract.names import Name, close, sound
from borderwire.extract.persons import PersonMention
from borderwire.text import fold, key


@dataclass(slots=True)
class Person:
    """All mentions of one person. name: the fullest; mentions in order."""

    name: Name
    mentions: list[PersonMention] = field(default_factory=list)

    @property
    def ranks(self) -> list[str]:
        return [mention.rank.id for mention in self.mentions if mention.rank is not None]


def join_mentions(mentions: Sequence[PersonMention]) -> list[Person]:
    """Persons in order of first mention."""
    people: list[Person] = []
    short: list[PersonMention] = []
    for mention in mentions:
        if len(mention.name.parts) < 2 and not mention.name.initials:
            short.append(mention)
            continue
        person = _same(people, mention)
        if person is None:
            people.append(Person(mention.name, [mention]))
        else:
            person.mentions.append(mention)
            if _fuller(mention.name, person.name):
                person.name = mention.name
    _absorb_partial(people)
    _cut_overruns(people)
    for mention in short:
        person = _of_short(people, mention)
        if person is not None:
            person.mentions.append(mention)
        elif mention.rank is not None or mention.offices:
            people.append(Person(mention.name, [mention]))
    for person in people:
        person.name = _best_name(person)
        person.mentions.sort(key=lambda mention: mention.name.start)
    people.sort(key=lambda person: person.mentions[0].name.start)
    return people


def _best_name(person: Person) -> Name:
    """Of the fullest spellings the one that the text uses most, the first where two are equal; capitals last."""
    most = len(person.name.parts)
    counts: dict[str, int] = {}
    first: dict[str, Name] = {}
    for mention in person.mentions:
        name = mention.name
        if len(name.parts) == most:
            counts[name.key] = counts.get(name.key, 0) + 1
            if name.key not in first or (first[name.key].upper and not name.upper):
                first[name.key] = name
    return first[max(counts, key=lambda item: counts[item])] if counts else person.name


def _fuller(one: Name, other: Name) -> bool:
    """The first has more syllables, or is the same without being in capitals or hidden."""
    if other.upper and not one.upper and len(one.parts) == len(other.parts):
        return True
    return len(one.parts) > len(other.parts) and not one.upper


def _same(people: Sequence[Person], mention: PersonMention) -> Person | None:
    """The person of that full name: the same but for case and hyphens, else one that sounds the same."""
    for person in people:
        if any(other.name.key == mention.name.key for other in person.mentions) or _is_alias(person, mention):
            return person
    for person in people:
        if _agree(person, mention) and _alike(person.name, mention.name):
            return person
    return None


def _is_alias(person: Person, mention: PersonMention) -> bool:
    return any(other.alias is not None and other.alias.key == mention.name.key for other in person.mentions)


def _agree(person: Person, mention: PersonMention) -> bool:
    """Rank and offices of the mention do not speak against the person."""
    if mention.rank is not None and person.ranks and mention.rank.id not in person.ranks:
        return False
    titles = {office.kind for other in person.mentions for office in other.offices if not office.role}
    mine = {office.kind for office in mention.offices if not office.role}
    if titles and mine and mention.rank is None:
        return any(one.startswith(other) or other.startswith(one) for one in titles for other in mine)
    return True


def _alike(one: Name, other: Name) -> bool:
    """Spellings of one name: Vietnamese ones but for their tones, others but for how they sound."""
    if one.initials or other.initials:
        return False
    if one.vietnamese and other.vietnamese:
        return fold("".join(one.parts)) == fold("".join(other.parts))
    first, second = sound(" ".join(one.parts)), sound(" ".join(other.parts))
    if min(len(first), len(second)) < 5:
        return first == second
    return first == second or close(first, second, 1 + min(len(first), len(second)) // 9)


def _absorb_partial(people: list[Person]) -> None:
    """A name that is the beginning or the end of a longer one in the same text is a short form of it."""
    for person in sorted(people, key=lambda item: len(item.name.parts)):
        longer = [
            other
            for other in people
            if len(other.name.parts) > len(person.name.parts) and _part_of(person.name, other.name)
            and all(_agree(other, mention) for mention in person.mentions)
        ]  # fmt: skip
        if longer and not person.name.initials:
            longer[0].mentions.extend(person.mentions)
            people.remove(person)


def _cut_overruns(people: list[Person]) -> None:
    """ "Trịnh Văn Dũng Nông ..." beside two "Trịnh Văn Dũng": a capital that belongs to what follows."""
    for person in list(people):
        for other in people:
            longer, shorter = person.name, other.name
            if (
                len(longer.parts) == len(shorter.parts) + 1 and len(shorter.parts) >= 3 and shorter.vietnamese
                and [key(part) for part in longer.parts[:-1]] == [key(part) for part in shorter.parts]
                and len(other.mentions) >= len(person.mentions)
            ):  # fmt: skip
                other.mentions.extend(person.mentions)
                people.remove(person)
                break


def _part_of(short: Name, full: Name) -> bool:
    mine, whole = [key(part) for part in short.parts], [key(part) for part in full.parts]
    if whole[-len(mine) :] == mine:
        return True
    return not full.vietnamese and whole[: len(mine)] == mine


def _of_short(people: Sequence[Person], mention: PersonMention) -> Person | None:
    """Whose given name it is: the person last named before, of the same rank or office where one is told."""
    word = key(mention.name.parts[0])
    best: Person | None = None
    best_at = -1
    for person in people:
        parts = [key(part) for part in person.name.parts]
        if parts[-1] != word and (person.name.vietnamese or parts[0] != word):
            continue
        if not _agree(person, mention):
            continue
        before = [other.name.start for other in person.mentions if other.name.start < mention.name.start]
        at = max(before) if before else 0
        if at > best_at:
            best, best_at = person, at
    return best
