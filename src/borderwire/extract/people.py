"""Joins the mentions of one person: full names, short later names, spellings that differ in tone or hyphen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from borderwire.extract.name_parts import Name, close, folded, sound
from borderwire.extract.person_marks import PersonMention
from borderwire.text import key


@dataclass(slots=True)
class Person:
    """All mentions of one person. name: the fullest; mentions in order."""

    name: Name
    mentions: list[PersonMention] = field(default_factory=list)

    @property
    def ranks(self) -> list[str]:
        return [mention.rank.id for mention in self.mentions if mention.rank is not None and mention.rank.id != "open"]


def join_mentions(mentions: Sequence[PersonMention]) -> list[Person]:
    """Persons in order of first mention."""
    people: list[Person] = []
    by_key: dict[str, Person] = {}
    short: list[PersonMention] = []
    for mention in mentions:
        if len(mention.name.parts) < 2 and not mention.name.initials:
            short.append(mention)
            continue
        person = by_key.get(mention.name.key) or _same(people, mention)
        if person is None:
            person = Person(mention.name)
            people.append(person)
        person.mentions.append(mention)
        by_key.setdefault(mention.name.key, person)
        if mention.alias is not None:
            by_key.setdefault(mention.alias.key, person)
        if _fuller(mention.name, person.name):
            person.name = mention.name
    if len(people) > 1:
        _absorb_partial(people)
        _cut_overruns(people)
    for mention in short:
        found = _of_short(people, mention)
        if found is not None:
            found.mentions.append(mention)
        elif mention.rank is not None or mention.offices:
            people.append(Person(mention.name, [mention]))
    for person in people:
        person.name = _best_name(person)
        person.mentions.sort(key=lambda mention: mention.name.start)
    people.sort(key=lambda person: person.mentions[0].name.start)
    return people


def _best_name(person: Person) -> Name:
    """The first of the full spellings; one in capitals only where there is no other.

    A spelling is full when it sounds nearly as long as the longest: "Khăm-phon Xay" and "Khamphone Xay" both are.
    """
    names = [mention.name for mention in person.mentions]
    if len({name.parts for name in names}) == 1:
        return person.name
    longest = max(len(sound(" ".join(name.parts))) for name in names)
    full = [name for name in names if len(sound(" ".join(name.parts))) >= 0.8 * longest]
    same = [name for name in full if len(name.parts) == len(person.name.parts)] if person.name.vietnamese else full
    mixed = [name for name in same if not name.upper]
    return min(mixed or same or [person.name], key=lambda name: name.start)


def _fuller(one: Name, other: Name) -> bool:
    """The first has more syllables, or is the same without being in capitals or hidden."""
    if other.upper and not one.upper and len(one.parts) == len(other.parts):
        return True
    return len(one.parts) > len(other.parts) and not one.upper


def _same(people: Sequence[Person], mention: PersonMention) -> Person | None:
    """The person whose full name sounds the same."""
    for person in people:
        if _alike(person.name, mention.name) and _agree(person, mention):
            return person
    return None


def _agree(person: Person, mention: PersonMention) -> bool:
    """Rank and offices of the mention do not speak against the person."""
    if mention.rank is not None and person.ranks and mention.rank.id not in (*person.ranks, "open"):
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
        return folded(one.parts) == folded(other.parts) or _clipped(one, other)
    first, second = sound(" ".join(one.parts)), sound(" ".join(other.parts))
    if min(len(first), len(second)) < 5:
        return first == second
    return first == second or close(first, second, 1 + min(len(first), len(second)) // 9)


def _clipped(one: Name, other: Name) -> bool:
    """The text breaks off in the last syllable: "Giàng Láo Tín" for "Giàng Láo Tính"."""
    if len(one.parts) != len(other.parts) or len(one.parts) < 3 or one.parts[:-1] != other.parts[:-1]:
        return False
    first, second = one.parts[-1], other.parts[-1]
    return len(min(first, second, key=len)) > 1 and (first.startswith(second) or second.startswith(first))


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
