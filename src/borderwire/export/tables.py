"""The main tables of the archive as CSV: articles, people, agreements, figures, meetings.

RFC 4180 with a header, UTF-8 with a byte order mark (without it spreadsheets spoil Vietnamese letters), lists joined by
`; `. Ids are those of the records; dates ISO 8601, as precise as known. An apostrophe stands before words that a
spreadsheet would take for a formula; numbers are as they are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from borderwire.model import Archive, File
from borderwire.posts import last_post

Row = tuple[object, ...]
_BOM = "\ufeff"
# What spreadsheets take for a formula (OWASP, "CSV Injection"); a tab or a line break at the head goes anyway.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
ARTICLES = "data/articles.csv"
PEOPLE = "data/people.csv"
AGREEMENTS = "data/agreements.csv"
FIGURES = "data/figures.csv"
MEETINGS = "data/meetings.csv"


def table_files(archive: Archive) -> Iterator[File]:
    """One file for each table."""
    tables: tuple[tuple[str, Row, Iterable[Row]], ...] = (
        (ARTICLES, _ARTICLES, _articles(archive)),
        (PEOPLE, _PEOPLE, _people(archive)),
        (AGREEMENTS, _AGREEMENTS, _agreements(archive)),
        (FIGURES, _FIGURES, _figures(archive)),
        (MEETINGS, _MEETINGS, _meetings(archive)),
    )
    for path, head, rows in tables:
        yield File(path, _csv(head, rows).encode(), "the archive as tables")


def _csv(head: Row, rows: Iterable[Row]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(head)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return _BOM + stream.getvalue()


def _cell(value: object) -> object:
    """One line, whatever a text holds; "" for what is not known."""
    return _no_formula(" ".join(value.split())) if isinstance(value, str) else "" if value is None else value


def _no_formula(words: str) -> str:
    """Texts come from anywhere, and a cell that begins so would be reckoned when the table is opened."""
    return f"'{words}" if words.startswith(_FORMULA) else words


def _list(values: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(values))


_ARTICLES = (
    "id", "title", "title_made", "event_date", "date_basis", "published", "outlet", "event_type", "venue_province",
    "provinces_vn", "provinces_la", "officials", "agreements", "figures", "source",
)  # fmt: skip


def _articles(archive: Archive) -> Iterator[Row]:
    for entry in archive.entries:
        record = entry.record
        yield (
            entry.id,
            entry.label,
            int(entry.label_made),
            record.event_date.value,
            record.event_date.basis,
            record.published.value if record.published else None,
            record.outlet,
            record.event_type.id if record.event_type else None,
            record.venue.province if record.venue else None,
            _list(fact.id for fact in record.provinces if fact.country == "VN"),
            _list(fact.id for fact in record.provinces if fact.country == "LA"),
            len(record.officials),
            len(record.agreements),
            len(record.figures),
            record.source.path,
        )


_PEOPLE = ("id", "name", "country", "spellings", "last_rank", "last_position", "last_organization", "articles")


def _people(archive: Archive) -> Iterator[Row]:
    entries = {entry.id: entry for entry in archive.entries}
    for person in archive.people:
        post = last_post(person, entries)
        yield (
            person.id,
            person.name,
            person.country,
            _list(person.spellings),
            post.rank,
            post.position,
            post.organization,
            len({mention.entry for mention in person.mentions}),
        )


_AGREEMENTS = ("id", "name", "type", "status", "date", "parties", "follows", "articles")


def _agreements(archive: Archive) -> Iterator[Row]:
    for item in archive.agreements:
        articles = _list(mention.entry for mention in item.mentions)
        yield (item.id, item.label, item.type, item.status, item.date, _list(item.parties), item.follows, articles)


_FIGURES = (
    "article", "number", "what", "kind", "qualifier", "value", "unit", "period", "giver", "receiver", "as_written",
    "kind_id",
)  # fmt: skip


def _figures(archive: Archive) -> Iterator[Row]:
    for entry in archive.entries:
        for number, figure in enumerate(entry.record.figures, 1):
            yield (
                entry.id,
                number,
                figure.what,
                figure.kind,
                figure.qualifier,
                figure.value,
                figure.unit,
                figure.period,
                figure.giver,
                figure.receiver,
                figure.as_written,
                figure.kind_id,
            )


_MEETINGS = ("series", "parties", "year", "ordinal", "date", "basis", "venue_province", "article")


def _meetings(archive: Archive) -> Iterator[Row]:
    events = {event.id: event for event in archive.events}
    for series in archive.series:
        for slot in (*series.slots, *((series.next,) if series.next else ())):
            article = slot.mention or (events[slot.event].entries[0] if slot.event in events else None)
            yield (
                series.id,
                _list(series.parties),
                slot.year,
                slot.ordinal,
                slot.date,
                slot.basis,
                slot.venue,
                article,
            )
