"""Which side a person is of: by the office, by "Về phía bạn", by the name, by the country that stands near."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.name_parts import Name
from borderwire.extract.people import Person
from borderwire.extract.placing import explicit
from borderwire.extract.sides import Sides

# How far from a name a country may stand to tell its side, in tokens.
_NEAR = 20
# How many tokens may stand between two of one list.
_GAP = 2


class Nationality:
    """The countries of one article."""

    def __init__(self, doc: Doc, places: Sequence[PlaceMention], sides: Sides) -> None:
        self._doc, self._sides = doc, sides
        named = [place for place in places if place.country or place.kind == "country"]
        countries = [place.country or place.id for place in named]
        self._starts = [place.start for place in named]
        self._all = list(zip(self._starts, countries, strict=True))
        self._lao = "LA" in countries
        self._others = not {"VN", "LA"}.issuperset(countries)

    def of_all(self, people: Sequence[Person]) -> list[str | None]:
        """The side of each person, given in order of first mention: "VN", "LA", another country's code, or None when
        nothing tells. Of two in one list ("A, B") the side of one is that of the other."""
        told = [self._of(person) for person in people]
        for index, person in enumerate(people):
            if told[index] == "other" and not _has_foreign_office(person):
                for near in (index + 1, index - 1):
                    if 0 <= near < len(people) and told[near] == "LA" and self._listed(person, people[near]):
                        told[index] = "LA"
        return told

    def _listed(self, one: Person, other: Person) -> bool:
        """Nothing but a comma or "và" stands between the two."""
        first, last = sorted((one.mentions[0], other.mentions[0]), key=lambda mention: mention.start)
        same = self._doc.sentence[first.start] == self._doc.sentence[last.start]
        return same and last.start - first.end <= _GAP

    def _of(self, person: Person) -> str | None:
        if _has_foreign_office(person):
            return "other"
        if person.name.great:
            return "VN"
        for mention in person.mentions:
            for office in mention.offices:
                if office.country is not None and explicit(office):
                    return office.country
        for mention in person.mentions:
            if mention.place is not None and mention.place.country is not None:
                return mention.place.country
            body = mention.body
            if body is not None and not body.completed and (body.province is not None or body.country == "LA"):
                return body.country
        for mention in person.mentions:
            told = self._sides.at(mention.name.start)[0]
            if told:
                return told
        return self._by_name(person)

    def _by_name(self, person: Person) -> str | None:
        name = person.name
        near = self._near(name.start, name.end)
        lao = self._lao and (name.lao or (name.loose_lao and near == "LA"))
        if name.vietnamese and not lao:
            return "VN"
        if name.initials:
            return "VN"
        if near is not None and near != "VN":
            return near
        hyphens = name.end - name.start > len(name.parts)
        if self._lao and (name.lao or hyphens or not self._others):
            return "LA"
        if name.vietnamese:
            return "VN"
        return "other" if self._others or (not self._lao and _is_of_neither(name)) else None

    def _near(self, start: int, end: int) -> str | None:
        """The country, or the country of the province, named nearest to a name in its sentence."""
        doc = self._doc
        index = bisect_left(self._starts, start)
        best: str | None = None
        least = _NEAR + 1
        for at, country in self._all[max(index - 1, 0) : index + 1]:
            gap = start - at if at < start else at - end
            if gap < least and doc.sentence[at] == doc.sentence[start]:
                best, least = country, gap
        return best


def _is_of_neither(name: Name) -> bool:
    """ "Cindi Westham" in a text that names no country: plain letters, and no Lao syllables."""
    plain = all(part.isascii() and part.isalpha() for part in name.parts)
    return plain and len(name.parts) > 1 and not (name.lao or name.loose_lao)


def _has_foreign_office(person: Person) -> bool:
    for mention in person.mentions:
        for office in mention.offices:
            if office.foreign:
                return True
    return False
