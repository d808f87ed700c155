"""Archives of hand-made records. All names are invented."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from borderwire.gazetteer import load_gazetteer
from borderwire.model import Archive, EventType, OfficialFact, Person, ProvinceFact, Record
from borderwire.resolve import resolve_archive
from tests.records import article, official, province, record

HEADS = {"police": "Công an", "border-guard": "Bộ Chỉ huy BĐBP", "army": "Bộ Chỉ huy Quân sự"}


def archive_of(records: Iterable[Record]) -> Archive:
    pairs = [(article(f"seeds/{item.id}.txt", f"Bài {item.id}."), item) for item in records]
    return resolve_archive(pairs, load_gazetteer())


def officer(
    name: str, place: str, rank: str | None = "Đại tá", office: str | None = "Giám đốc", force: str = "police"
) -> OfficialFact:
    """An officer of the province's police, border guard or army."""
    row = load_gazetteer().provinces[place]
    body = f"{HEADS[force]} tỉnh {row.name}"
    return official(name, place, row.country, rank=rank, position=office, organization=body)


def told(ident: str, date: str | None, *officials: OfficialFact, **fields: Any) -> Record:
    return record(ident, date, officials=officials, **fields)


def meeting(ident: str, date: str | None, *places: str, kind: str | None = "talks", **fields: Any) -> Record:
    """A meeting of these provinces."""
    rows = load_gazetteer().provinces
    parties: tuple[ProvinceFact, ...] = tuple(
        province(place, rows[place].name, rows[place].country) for place in places
    )
    return record(ident, date, provinces=parties, event_type=EventType(kind, kind) if kind else None, **fields)


def groups(archive: Archive) -> list[list[str]]:
    """The entries of each person, people in order of their first entry."""
    return sorted([mention.entry for mention in person.mentions] for person in archive.people)


def only(archive: Archive) -> Person:
    assert len(archive.people) == 1, [person.spellings for person in archive.people]
    return archive.people[0]
