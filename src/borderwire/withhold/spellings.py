"""Withheld people in all the spellings that the archive knows of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from borderwire.correction import Withheld
from borderwire.model import Archive, OfficialFact, Record
from borderwire.resolve.sounds import sound_key
from borderwire.withhold.folding import letters_of
from borderwire.withhold.forms import Forms
from borderwire.withhold.running import FEWEST_SOUNDS, ShortForm, lao_sounds, short_form, spelt_alike


@dataclass(frozen=True, slots=True)
class Hidden:
    """All that is withheld. entries: with every spelling found; people: path of a source -> places in its list of
    officials of those who are withheld, whatever the text calls them there; local: path of a source -> what is withheld
    there alone."""

    entries: tuple[Withheld, ...] = ()
    people: Mapping[str, frozenset[int]] = field(default_factory=dict)
    local: Mapping[str, tuple[Withheld, ...]] = field(default_factory=dict)

    @property
    def forms(self) -> Forms:
        """The pattern of all of them, but for the local ones."""
        return Forms(self.entries)


def find_hidden(entries: Sequence[Withheld], archive: Archive) -> Hidden:
    """The entries with the spellings of the people they name, as far as the archive holds them for one person.

    A person is one where identity says so, or where a Lao name sounds the same: what one spelling withholds, another
    must not tell. A shorter form of the name is left out only where it stands for that person. In running text, too, a
    Lao name that sounds the same is withheld.
    """
    records = {entry.id: entry.record for entry in archive.entries}
    found = {index: _Person(entry) for index, entry in enumerate(entries) if entry.is_name}
    _hear(found.values(), archive)
    for person in found.values():
        person.take(archive, records)
    people: dict[str, set[int]] = defaultdict(set)
    for person in found.values():
        for path, index in person.mentions:
            people[path].add(index)
    local = _shorten(found.values(), archive, people)
    spelt = tuple(found[index].entry if index in found else entry for index, entry in enumerate(entries))
    return Hidden(spelt, {path: frozenset(places) for path, places in people.items()}, _tuples(local))


def _hear(people: Collection[_Person], archive: Archive) -> None:
    """Gather the spellings in running text that sound as one of the Lao names does."""
    sounds = lao_sounds(name for person in people for name in (person.entry.phrase, *person.entry.also))
    heard: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in archive.entries if sounds else ():
        for name in spelt_alike(entry.article.text, sounds):
            heard[sound_key(name)][name] = None
    rows = {sound: tuple(names) for sound, names in heard.items()}
    for person in people:
        person.hear(rows)


def _shorten(persons: Collection[_Person], archive: Archive, people: dict[str, set[int]]) -> dict[str, list[Withheld]]:
    """The places in which family and given name alone stand for a person; people gets the officials among them."""
    records = {entry.record.source.path: entry.record for entry in archive.entries}
    shorts = [short for person in persons for short in person.short_forms(records)]
    local: dict[str, list[Withheld]] = defaultdict(list)
    if not shorts:
        return local
    any_of_them = Forms([short.entry for short in shorts])
    for entry in archive.entries:
        if not any_of_them.find(entry.article.text):
            continue
        path, officials = entry.record.source.path, entry.record.officials
        for short in shorts:
            if short.stands_for_person(entry.article.text, officials):
                local[path].append(short.entry)
                people[path].update(index for index, official in enumerate(officials) if short.names(official))
    return local


def _tuples(local: Mapping[str, list[Withheld]]) -> dict[str, tuple[Withheld, ...]]:
    return {path: tuple(rows) for path, rows in local.items()}


class _Person:
    """What the archive knows of one withheld person."""

    def __init__(self, entry: Withheld) -> None:
        self.entry = entry
        self.mentions: list[tuple[str, int]] = []
        self.sounds = {key for name in (entry.phrase, *entry.also) if len(key := sound_key(name)) >= FEWEST_SOUNDS}

    def take(self, archive: Archive, records: Mapping[str, Record]) -> None:
        """Gather mentions and spellings until nothing new is found."""
        done: set[str] = set()
        while True:
            forms = Forms([self.entry])
            more = [
                person
                for person in archive.people
                if person.id not in done
                and any(self._is(forms, records[mention.entry].officials[mention.index]) for mention in person.mentions)
            ]
            if not more:
                return
            for person in more:
                done.add(person.id)
                self._add((person.name, *person.spellings, *(title for _, title in person.titles)))
                for mention in person.mentions:
                    record = records[mention.entry]
                    self.mentions.append((record.source.path, mention.index))
                    official = record.officials[mention.index]
                    self._add((official.name, *official.variants))

    def hear(self, heard: Mapping[str, Sequence[str]]) -> None:
        """Take the spellings that sound as the Lao name does. heard: sound key -> spellings of running text."""
        sounds = lao_sounds((self.entry.phrase, *self.entry.also))
        self._add([name for sound in sorted(sounds) for name in heard.get(sound, ())])

    def short_forms(self, records: Mapping[str, Record]) -> list[ShortForm]:
        """The name without its middle name. records: path of a source -> its record."""
        known = [records[path].officials[index] for path, index in self.mentions if path in records]
        shorts = dict.fromkeys(filter(None, map(short_form, (self.entry.phrase, *self.entry.also))))
        return [ShortForm(self.entry, short, known) for short in shorts]

    def _is(self, forms: Forms, official: OfficialFact) -> bool:
        names = (official.name, *official.variants)
        if any(forms.line_of(name) is not None for name in names):
            return True
        return official.country != "VN" and any(sound_key(name) in self.sounds for name in names)

    def _add(self, names: Sequence[str]) -> None:
        """Spellings that are no mere part of the name."""
        known = {letters_of(name) for name in (self.entry.phrase, *self.entry.also)}
        fresh = [
            name
            for name in dict.fromkeys(names)
            if len(letters_of(name)) >= FEWEST_SOUNDS
            and len(re.findall(r"[^\W_]+", name)) > 1
            and not any(letters_of(name) in other for other in known)
        ]
        self.entry = replace(self.entry, also=(*self.entry.also, *fresh))
