"""Bodies of the archive: the police of a province, its Border Guard, its authorities, and those of a whole country.

Articles name a body in many ways, and its divisions too; `resolve.reading` reads each phrase. A body here is a force or
branch of a province (all of its divisions and districts with it) or of a country.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from borderwire.gazetteer import load_gazetteer
from borderwire.model import Agreement, Archive, Country, Entry, OfficialFact
from borderwire.resolve.reading import Reader
from borderwire.text import fold

KINDS = ("police", "border-guard", "army", "government", "customs", "court", "procuracy")
_MINISTRIES = {"bocongan": "police", "boanninh": "police", "boquocphong": "army", "tinh": "government"}
_FIRST = {"border-guard": "border-guard", "court": "court", "supreme-court": "court", "supreme-procuracy": "procuracy"}


@dataclass(slots=True)
class BodyUse:
    """A body and where it occurs. id: slug; province: ISO 3166-2, None for one of a whole country; written: how often
    articles write it in which way; people: ids, by first mention; entries: newest first."""

    id: str
    kind: str
    country: Country
    province: str | None
    written: Counter[str] = field(default_factory=Counter)
    people: dict[str, None] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    agreements: list[Agreement] = field(default_factory=list)


class BodyReader:
    """Reads what a phrase and its official's country say of a body."""

    def __init__(self) -> None:
        self._reader = Reader(load_gazetteer())

    def read(self, phrase: str | None, country: Country | None, province: str | None = None) -> tuple[str, str] | None:
        """(kind, ISO 3166-2 of the province or of the country), None where it is not clear."""
        body = self._reader.body(phrase)
        if body is None or not body.known:
            return None
        kind = _kind(body.kind)
        if kind is None:
            return None
        place = body.province or (None if body.central else province)
        if place:
            return kind, place
        side = body.country or country
        return (kind, side) if body.central and side else None


def _kind(ident: str) -> str | None:
    name = fold(ident)
    name = _MINISTRIES.get(name) or _FIRST.get(name) or name
    return name if name in KINDS else None


def read_bodies(archive: Archive, people: dict[tuple[str, int], str]) -> dict[str, BodyUse]:
    """The bodies of an archive by id, those with most articles first. people: (entry, index) -> person."""
    reader, found = BodyReader(), dict[str, BodyUse]()
    for entry in archive.entries:
        seen: set[str] = set()
        for index, fact in enumerate(entry.record.officials):
            use = _use(found, reader.read(fact.organization, fact.country, fact.province))
            if use is None:
                continue
            _note(use, fact, people.get((entry.id, index)))
            if use.id not in seen:
                seen.add(use.id)
                use.entries.append(entry)
    _add_agreements(archive, reader, found)
    return dict(sorted(found.items(), key=lambda item: (-len(item[1].entries), item[0])))


def _use(found: dict[str, BodyUse], place: tuple[str, str] | None) -> BodyUse | None:
    if place is None:
        return None
    kind, where = place
    ident = f"{kind}-{where.lower()}"
    use = found.get(ident)
    if use is None:
        country: Country = "VN" if where.startswith("VN") else "LA"
        use = found[ident] = BodyUse(ident, kind, country, where if len(where) > 2 else None)
    return use


def _note(use: BodyUse, fact: OfficialFact, person: str | None) -> None:
    if fact.organization:
        use.written[fact.organization] += 1
    if person:
        use.people.setdefault(person)


def _add_agreements(archive: Archive, reader: BodyReader, found: dict[str, BodyUse]) -> None:
    """A document belongs to the bodies that its parties are."""
    for item in archive.agreements:
        for ident in dict.fromkeys(_party_ids(item.parties, reader)):
            if ident in found:
                found[ident].agreements.append(item)


def _party_ids(parties: Sequence[str], reader: BodyReader) -> list[str]:
    rows = [reader.read(party, None) for party in parties]
    return [f"{kind}-{where.lower()}" for kind, where in filter(None, rows)]
