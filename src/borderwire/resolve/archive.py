"""Entries with unique addresses, and the indexes over them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from borderwire.errors import Problem
from borderwire.extract.label import made_label
from borderwire.gazetteer import Gazetteer
from borderwire.model import (
    Archive,
    Article,
    Doubt,
    Entry,
    Judgement,
    Kind,
    Mention,
    Naming,
    ProvinceUse,
    Record,
    YearUse,
)
from borderwire.resolve.agreements import resolve_agreements
from borderwire.resolve.authority import Authority
from borderwire.resolve.bodies import resolve_bodies
from borderwire.resolve.compare import set_side_by_side
from borderwire.resolve.events import resolve_events
from borderwire.resolve.people import resolve_people
from borderwire.resolve.pinning import WHOLE, Pins, pin
from borderwire.resolve.reading import Reader
from borderwire.resolve.rulings import named, with_verdicts
from borderwire.resolve.series import resolve_series
from borderwire.resolve.totals import honest_sums
from borderwire.text import sort_key


def resolve_archive(
    readings: Sequence[tuple[Article, Record]],
    gazetteer: Gazetteer,
    authority: Authority = Authority(),  # noqa: B008 - frozen
) -> Archive:
    """The archive of these articles and their records. authority: the keeper's judgements and names.

    Problems: sources that share an address or a text; judgements that have lost their facts or contradict each other.
    """
    entries, problems = _entries(readings)
    ordered = _by_date(entries)
    by_id = {entry.id: entry for entry in ordered}
    reader = Reader(gazetteer)
    pins = pin(authority, ordered)
    events, event_of, event_doubts = resolve_events(ordered, reader, pins)
    people, people_doubts = resolve_people(ordered, event_of, reader, pins)
    agreements, wanted, agreement_doubts = resolve_agreements(ordered, events, event_of, reader, pins)
    doubts = sorted((*people_doubts, *event_doubts, *agreement_doubts), key=_likeliest)
    archive = Archive(
        entries=ordered,
        people=people,
        agreements=agreements,
        provinces=_provinces(ordered, gazetteer),
        years=_years(ordered),
        problems=problems,
        by_id=by_id,
        events=events,
        series=resolve_series(by_id, events, reader, pins),
        wanted=wanted,
        doubts=tuple(doubts),
    )
    if pins != Pins():
        archive = _with_authority(archive, pins, authority)
    bodies = resolve_bodies(archive.entries, archive.people, archive.agreements, reader)
    broader = {goods.id: goods.broader for goods in gazetteer.goods.values() if goods.broader}
    return replace(archive, bodies=bodies, accounts=set_side_by_side(archive), sums=honest_sums(archive, broader))


def _with_authority(archive: Archive, pins: Pins, authority: Authority) -> Archive:
    """The archive with what the keeper says of the things in it."""
    owner = _owners(archive)
    path = authority.path
    keys = {rule.line: f"names[{number}]" for number, rule in enumerate(authority.names)}

    def of(what: Kind) -> dict[Mention, str]:
        return {mention: ident for (kind, mention), ident in owner.items() if kind == what}

    people, wrong_people = named(archive.people, pins, "person", of("person"), path)
    agreements, wrong_agreements = named(archive.agreements, pins, "agreement", of("agreement"), path)
    series, wrong_series = named(archive.series, pins, "series", of("series"), path)
    judged: dict[str, list[Judgement]] = defaultdict(list)
    for row in pins.judgements:
        if row.what == "event":
            for ident in dict.fromkeys((owner["event", row.left], owner["event", row.right])):
                judged[ident].append(row)
    return replace(
        archive,
        people=people,
        agreements=agreements,
        series=series,
        events=tuple(
            replace(event, judgements=tuple(judged[event.id])) if event.id in judged else event
            for event in archive.events
        ),
        doubts=tuple(with_verdicts(archive.doubts, pins, owner)),
        judgements=pins.judgements,
        namings=tuple(_first_namings(pins, owner)),
        confirmations=pins.confirmations,
        problems=(
            *archive.problems,
            *pins.problems,
            *(
                replace(problem, key=keys.get(problem.line or 0, problem.key))
                for problem in (*wrong_people, *wrong_agreements, *wrong_series)
            ),
        ),
    )


def _first_namings(pins: Pins, owner: Mapping[tuple[Kind, Mention], str]) -> Iterator[Naming]:
    """Of several names for one thing the first: the others do not apply."""
    seen: set[tuple[Kind, str]] = set()
    for naming in pins.namings:
        ident = owner.get((naming.what, naming.of))
        if ident is None or (naming.what, ident) not in seen:
            yield naming
        if ident is not None:
            seen.add((naming.what, ident))


def _owners(archive: Archive) -> dict[tuple[Kind, Mention], str]:
    """What every mention is a mention of; events and series are mentioned by whole entries."""
    found: dict[tuple[Kind, Mention], str] = {}
    for person in archive.people:
        found.update((("person", mention), person.id) for mention in person.mentions)
    for item in archive.agreements:
        found.update((("agreement", mention), item.id) for mention in item.mentions)
    entries_of = {event.id: event.entries for event in archive.events}
    for event in archive.events:
        found.update((("event", Mention(ident, WHOLE)), event.id) for ident in event.entries)
    for row in archive.series:
        for ident in row.events:
            found.update((("series", Mention(entry, WHOLE)), row.id) for entry in entries_of[ident])
    return found


def _likeliest(doubt: Doubt) -> tuple[float, str, str, str]:
    return -doubt.score, doubt.what, doubt.left, doubt.right


def _entries(readings: Sequence[tuple[Article, Record]]) -> tuple[list[Entry], tuple[Problem, ...]]:
    taken: dict[str, str] = {}
    texts: dict[str, str] = {}
    entries: list[Entry] = []
    problems: list[Problem] = []
    for article, record in sorted(readings, key=_keepers_first):
        path = article.source.path
        ident = record.id
        if ident in taken:
            ident = _free(ident, taken)
            problems.append(_shared_address(path, taken[record.id], record.id, ident))
        if article.source.sha256 in texts:
            problems.append(_same_text(path, texts[article.source.sha256]))
        taken[ident] = path
        texts.setdefault(article.source.sha256, path)
        label = article.title or made_label(article, record.event_type, record.provinces, record.officials)
        own = record if record.id == ident else replace(record, id=ident)
        entries.append(Entry(ident, label, article.title is None, article, own))
    return entries, tuple(problems)


def _keepers_first(reading: tuple[Article, Record]) -> tuple[bool, str]:
    """An address that the keeper chose goes before one that was made."""
    article = reading[0]
    return article.metadata.slug is None, article.source.path


def _free(ident: str, taken: dict[str, str]) -> str:
    number = 2
    while f"{ident}-{number}" in taken:
        number += 1
    return f"{ident}-{number}"


def _shared_address(path: str, other: str, wanted: str, given: str) -> Problem:
    return Problem(
        "shared-address",
        f"would stand at the same address as {other} (articles/{wanted}); it is published as articles/{given}.",
        path=path,
        hint="Give one of the two a `slug` in its front matter, or remove it if it is a copy.",
    )


def _same_text(path: str, other: str) -> Problem:
    return Problem("same-text", f"is byte for byte the same text as {other}.", path=path, hint="Remove one of the two.")


def _by_date(entries: list[Entry]) -> tuple[Entry, ...]:
    """Newest first, undated last, ties by id."""
    by_id = sorted(entries, key=lambda entry: entry.id)
    dated = sorted((entry for entry in by_id if entry.date), key=lambda entry: entry.date or "", reverse=True)
    return (*dated, *(entry for entry in by_id if not entry.date))


def _provinces(entries: Sequence[Entry], gazetteer: Gazetteer) -> tuple[ProvinceUse, ...]:
    uses: dict[str, list[str]] = defaultdict(list)
    for entry in entries:
        for province in entry.record.provinces:
            uses[province.id].append(entry.id)
    rows = [
        ProvinceUse(ident, gazetteer.provinces[ident].name, gazetteer.provinces[ident].country, tuple(ids))
        for ident, ids in uses.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.country != "VN", sort_key(row.name), row.id)))


def _years(entries: Sequence[Entry]) -> tuple[YearUse, ...]:
    uses: dict[str | None, list[str]] = defaultdict(list)
    for entry in entries:
        uses[entry.year].append(entry.id)
    dated = sorted((year for year in uses if year), reverse=True)
    rows = [YearUse(year, tuple(uses[year])) for year in dated]
    return (*rows, YearUse(None, tuple(uses[None]))) if None in uses else tuple(rows)
