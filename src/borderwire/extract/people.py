"""Joins the mentions of one person: full names, short later names, spellings that differ in tone or hyphen."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence

from borderwire.extract.name_parts import Name, close, sound, typed
from borderwire.extract.person_marks import PersonMention
from borderwire.text import fold, key

# With how many persons named before, or of the same given name, a name is compared.
_MOST = 80
_MOST_NAMESAKES = 40
# Without one of these a name is an initial: "Thiếu tá Th."
_VOWELS = frozenset("aeiouy")
# How long a spelling must be, beside the longest, to be a full name.
_FULL = 0.8
# How many times as often as the first another spelling must stand to be the one shown: the first is a slip then.
_FAR_MORE = 3
# Syllables of a Vietnamese name that is a full one.
_FULL_PARTS = 3


class Person:
    """All mentions of one person. name: the fullest; mentions: in order, once the text is read."""

    def __init__(self, mention: PersonMention) -> None:
        self.name = mention.name
        self.mentions: list[PersonMention] = []
        self._ranks: set[str] = set()
        self._titles: set[str] = set()
        self._starts: list[int] = []
        self._last_short = -1
        self.add([mention])

    def add(self, mentions: Iterable[PersonMention]) -> None:
        """Takes mentions of the full name."""
        for mention in mentions:
            self._take(mention)
            insort(self._starts, mention.name.start)

    def add_short(self, mention: PersonMention) -> None:
        """Takes a mention by the given name; those come in order of the text."""
        self._take(mention)
        self._last_short = mention.name.start

    def _take(self, mention: PersonMention) -> None:
        self.mentions.append(mention)
        if mention.rank is not None and mention.rank.id != "open":
            self._ranks.add(mention.rank.id)
        for office in mention.offices:
            if not office.role:
                self._titles.add(office.kind)

    def last_before(self, token: int) -> int:
        """Where the person was named last before a token; 0 when not at all."""
        index = bisect_left(self._starts, token)
        return max(self._starts[index - 1] if index else 0, self._last_short, 0)

    def agrees(self, mention: PersonMention) -> bool:
        """Rank and offices of the mention do not speak against the person."""
        rank = mention.rank
        if rank is not None and self._ranks and rank.id != "open" and rank.id not in self._ranks:
            return False
        mine = _titles(mention)
        if rank is not None or not mine or not self._titles:
            return True
        return any(one.startswith(other) or other.startswith(one) for one in self._titles for other in mine)


def _titles(mention: PersonMention) -> set[str]:
    return {office.kind for office in mention.offices if not office.role}


def join_mentions(mentions: Sequence[PersonMention]) -> list[Person]:
    """Persons in order of first mention."""
    short: list[PersonMention] = []
    full: list[PersonMention] = []
    for mention in mentions:
        (full if len(mention.name.parts) > 1 or mention.name.initials else short).append(mention)
    people = _named_in_full(full)
    if len(people) > 1:
        people = _without_overruns(_without_parts(people))
    people = _with_short(people, short)
    for person in people:
        person.name = _best_name(person)
        if len(person.mentions) > 1:
            person.mentions.sort(key=lambda mention: mention.name.start)
    people.sort(key=lambda person: person.mentions[0].name.start)
    return people


def _named_in_full(mentions: Iterable[PersonMention]) -> list[Person]:
    people: list[Person] = []
    by_key: dict[str, Person] = {}
    for mention in mentions:
        name, written = mention.name, mention.name.key
        person = by_key.get(written) or _same(people, mention)
        if person is None:
            person = Person(mention)
            people.append(person)
        else:
            person.add([mention])
        by_key.setdefault(written, person)
        if mention.alias is not None:
            by_key.setdefault(mention.alias.key, person)
        if _fuller(name, person.name):
            person.name = name
    return people


def _fuller(one: Name, other: Name) -> bool:
    """The first has more syllables, or is the same without being in capitals or hidden."""
    if other.upper and not one.upper and len(one.parts) == len(other.parts):
        return True
    return len(one.parts) > len(other.parts) and not one.upper


def _same(people: Sequence[Person], mention: PersonMention) -> Person | None:
    """The person whose full name sounds the same."""
    for person in people[-_MOST:]:
        if _alike(person.name, mention.name) and person.agrees(mention):
            return person
    return None


def _alike(one: Name, other: Name) -> bool:
    """Spellings of one name: Vietnamese ones but for their tones, others but for how they sound."""
    if one.initials or other.initials:
        return False
    if one.vietnamese and other.vietnamese:
        return typed(one.parts) == typed(other.parts) or _clipped(one, other)
    first, second = sound(one.parts), sound(other.parts)
    least = min(len(first), len(second))
    return first == second or (least >= 5 and close(first, second, 1 + least // 9))


def _clipped(one: Name, other: Name) -> bool:
    """The text breaks off in the last syllable: "Giàng Láo Tín" for "Giàng Láo Tính"."""
    if len(one.parts) != len(other.parts) or len(one.parts) < 3 or one.parts[:-1] != other.parts[:-1]:
        return False
    first, second = one.parts[-1], other.parts[-1]
    return len(min(first, second, key=len)) > 1 and (first.startswith(second) or second.startswith(first))


# --- shorter and longer forms


class _Namesakes:
    """Persons by the last and, where it is not Vietnamese, the first syllable of the name."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._by_syllable: dict[str, list[Person]] = {}
        for person in people:
            parts = person.name.parts
            last = key(parts[-1])
            self._by_syllable.setdefault(last, []).append(person)
            if not person.name.vietnamese and (first := key(parts[0])) != last:
                self._by_syllable.setdefault(first, []).append(person)

    def of(self, syllable: str) -> Sequence[Person]:
        """The persons whose name ends, or begins, with a syllable, in order."""
        return self._by_syllable.get(syllable, [])[:_MOST_NAMESAKES]


def _without_parts(people: list[Person]) -> list[Person]:
    """A name that is the beginning or the end of a longer one in the same text is a short form of it."""
    namesakes = _Namesakes(people)
    gone: set[int] = set()
    for person in sorted(people, key=lambda item: len(item.name.parts)):
        longer = None if person.name.initials else _longer(namesakes, person, gone)
        if longer is not None:
            longer.add(person.mentions)
            gone.add(id(person))
    return [person for person in people if id(person) not in gone]


def _longer(namesakes: _Namesakes, person: Person, gone: set[int]) -> Person | None:
    """The person whose longer name has the name of this one as a part."""
    parts = person.name.parts
    last, first = namesakes.of(key(parts[-1])), namesakes.of(key(parts[0]))
    if len(last) < 2 and (not first or first == last):  # nobody else
        return None
    mine = [key(part) for part in parts]
    for other in dict.fromkeys([*last, *first]):
        if len(other.name.parts) <= len(mine) or id(other) in gone:
            continue
        whole = [key(part) for part in other.name.parts]
        begins = not other.name.vietnamese and whole[: len(mine)] == mine
        if (begins or whole[-len(mine) :] == mine) and all(other.agrees(mention) for mention in person.mentions):
            return other
    return None


def _without_overruns(people: list[Person]) -> list[Person]:
    """ "Trịnh Văn Dũng Nông ..." beside two "Trịnh Văn Dũng": a capital that belongs to what follows."""
    if all(len(person.name.parts) <= _FULL_PARTS for person in people):
        return people
    by_parts = {tuple(key(part) for part in person.name.parts): person for person in reversed(people)}
    kept: list[Person] = []
    for person in people:
        shorter = by_parts.get(tuple(key(part) for part in person.name.parts[:-1]))
        if shorter is not None and _overruns(person, shorter):
            shorter.add(person.mentions)
        else:
            kept.append(person)
    return kept


def _overruns(person: Person, shorter: Person) -> bool:
    """The shorter name is a full one and is named at least as often."""
    full = shorter.name.vietnamese and len(shorter.name.parts) >= _FULL_PARTS
    return full and len(shorter.mentions) >= len(person.mentions)


def _with_short(people: list[Person], short: Sequence[PersonMention]) -> list[Person]:
    """The persons with their mentions by the given name; those of nobody named in full are persons of their own."""
    if not short:
        return people
    namesakes = _Namesakes(people)
    alone: dict[str, Person] = {}
    for mention in short:
        word = key(mention.name.parts[0])
        person = _of_short(namesakes.of(word), mention)
        if person is None and word in alone and alone[word].agrees(mention):
            person = alone[word]
        if person is not None:
            person.add_short(mention)
        elif (mention.rank is not None or mention.offices) and not _VOWELS.isdisjoint(fold(word)):
            alone[word] = Person(mention)
            people.append(alone[word])
    return people


def _of_short(people: Sequence[Person], mention: PersonMention) -> Person | None:
    """Whose given name it is: the person last named before, of the same rank or office where one is told."""
    fitting = [person for person in people if person.agrees(mention)]
    if not fitting and len(people) == 1 and mention.rank is not None and not mention.offices:
        only = people[0]  # "Đại úy Lê Văn A ... trung úy A": a slip, where nobody else has that name
        ranked = any(one.rank is not None for one in only.mentions)
        return only if ranked and only.last_before(mention.name.start) else None
    return max(fitting, key=lambda person: person.last_before(mention.name.start)) if fitting else None


# --- the spelling to show


def _best_name(person: Person) -> Name:
    """The first of the full spellings, unless another is far more frequent; one in capitals only where there is no
    other.

    A spelling is full when it sounds nearly as long as the longest: "Khăm-phon Xay" and "Khamphone Xay" both are.
    """
    names = [mention.name for mention in person.mentions]
    if len(names) == 1 or len({name.parts for name in names}) == 1:
        return person.name
    if person.name.vietnamese:  # "Lê Đức Khảixong", to which the next word is glued, makes no other short
        same = [name for name in names if len(name.parts) == len(person.name.parts)]
    else:
        longest = max(len(sound(name.parts)) for name in names)
        same = [name for name in names if len(sound(name.parts)) >= _FULL * longest]
    mixed = [name for name in same if not name.upper] or same or [person.name]
    first = min(mixed, key=lambda name: name.start)
    often = Counter(name.parts for name in mixed)
    best = max(mixed, key=lambda name: (often[name.parts], -name.start))
    return best if often[best.parts] >= _FAR_MORE * often[first.parts] else first
