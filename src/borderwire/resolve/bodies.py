"""Bodies of the archive: the police of a province, its Border Guard, its authorities, and those of a whole country.

Articles name a body in many ways, and its divisions too; `reading` reads each phrase. A body here is a force or branch
of a province, all of its divisions and districts with it, or of a country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from borderwire.model import Agreement, BodyUse, Country, Entry, Person
from borderwire.resolve.reading import Reader
from borderwire.text import fold

KINDS = ("police", "border-guard", "army", "government", "customs", "court", "procuracy")
_SAME = {
    "bocongan": "police", "boanninh": "police", "boquocphong": "army", "supreme-court": "court",
    "supreme-procuracy": "procuracy", "customs-general": "customs",
}  # fmt: skip
Place = tuple[str, str]  # kind, ISO 3166-2 of the province or code of the country


@dataclass(slots=True)
class _Draft:
    """A body in the making; staffed: entries that name its people, newest first; cited: those that name documents or a
    delegation of its; present: those that tell of its delegation, or that it signs."""

    written: Counter[str] = field(default_factory=Counter)
    people: dict[str, None] = field(default_factory=dict)
    staffed: dict[str, None] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)
    present: set[str] = field(default_factory=set)
    agreements: list[str] = field(default_factory=list)


def resolve_bodies(
    entries: Sequence[Entry], people: Sequence[Person], agreements: Sequence[Agreement], reader: Reader
) -> tuple[BodyUse, ...]:
    """The bodies that officials of the archive belong to, those with most articles first; ties by id."""
    person_of = {(mention.entry, mention.index): person.id for person in people for mention in person.mentions}
    found: dict[Place, _Draft] = {}
    for entry in entries:
        for index, fact in enumerate(entry.record.officials):
            place = _place(reader, fact.organization, fact.country, fact.province)
            if place is None:
                continue
            draft = found.get(place)
            if draft is None:
                draft = found[place] = _Draft()
            draft.staffed.setdefault(entry.id)
            body = reader.body(fact.organization)
            if fact.organization and body and not body.part:
                draft.written[fact.organization] += 1
            person = person_of.get((entry.id, index))
            if person:
                draft.people.setdefault(person)
    _add_agreements(agreements, {entry.id: entry for entry in entries}, reader, found)
    _add_delegations(entries, reader, found)
    order = {entry.id: number for number, entry in enumerate(entries)}
    rows = [_body(place, draft, order) for place, draft in found.items()]
    return tuple(sorted(rows, key=lambda row: (-len(row.entries), row.id)))


def _body(place: Place, draft: _Draft, order: Mapping[str, int]) -> BodyUse:
    kind, where = place
    country: Country = "VN" if where.startswith("VN") else "LA"
    return BodyUse(
        id=f"{kind}-{where.lower()}",
        kind=kind,
        country=country,
        province=where if "-" in where else None,
        written=tuple(text for text, _count in sorted(draft.written.items(), key=lambda item: (-item[1], item[0]))),
        people=tuple(draft.people),
        entries=tuple(sorted(draft.cited.union(draft.staffed), key=order.__getitem__)),
        agreements=tuple(draft.agreements),
        staffed=tuple(draft.staffed),
        present=tuple(sorted(draft.present.union(draft.staffed), key=order.__getitem__)),
    )


def _place(reader: Reader, phrase: str | None, country: Country | None, province: str | None) -> Place | None:
    """The body that a phrase means; None where it is no force or branch, or of no clear place."""
    body = reader.body(phrase)
    kind = _kind(body.kind) if body and body.known else None
    if body is None or kind is None:
        return None
    where = body.province or (None if body.central else province)
    if where:
        return kind, where
    side = body.country or country
    return (kind, side) if body.central and side else None


@cache
def _kind(ident: str) -> str | None:
    name = fold(ident)
    name = _SAME.get(name, name)
    return name if name in KINDS else None


def _add_agreements(
    agreements: Sequence[Agreement], entries: Mapping[str, Entry], reader: Reader, found: dict[Place, _Draft]
) -> None:
    """A document belongs to the bodies that its parties are, and so do the articles that name these as its parties."""
    for item in agreements:
        for place in dict.fromkeys(_parties(item.parties, reader)):
            if place in found:
                found[place].agreements.append(item.id)
        for mention in item.mentions:
            fact = entries[mention.entry].record.agreements[mention.index]
            for place in _parties(fact.parties, reader):
                if place in found:
                    found[place].cited.add(mention.entry)
                    if fact.status in ("signed", "exchanged"):
                        found[place].present.add(mention.entry)


def _add_delegations(entries: Sequence[Entry], reader: Reader, found: dict[Place, _Draft]) -> None:
    """A body is at a meeting where its delegation is, whoever of it the article names."""
    for entry in entries:
        for item in entry.record.delegations:
            place = _place(reader, item.organization, item.country, None)
            if place in found:
                found[place].cited.add(entry.id)
                found[place].present.add(entry.id)


def _parties(parties: Sequence[str], reader: Reader) -> Iterator[Place]:
    for party in parties:
        place = _place(reader, party, None, None)
        if place:
            yield place
