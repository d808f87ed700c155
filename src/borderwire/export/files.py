"""The data files of a build: all records as JSON Lines, and their schema."""

from __future__ import annotations

import json
from collections.abc import Iterator

from borderwire.export.records import to_line
from borderwire.export.schema import record_schema
from borderwire.export.tables import table_files
from borderwire.export.things import archive_text
from borderwire.model import Archive, File

RECORDS = "data/records.jsonl"
SCHEMA = "data/record.schema.json"
THINGS = "data/archive.json"


def export_files(archive: Archive) -> Iterator[File]:
    """`data/records.jsonl` (entries in the archive's order), its schema, `data/archive.json`, and the tables."""
    lines = "".join(to_line(entry.record) + "\n" for entry in archive.entries)
    yield File(RECORDS, lines.encode(), "the records")
    yield File(THINGS, archive_text(archive).encode(), "what is known across articles")
    yield File(SCHEMA, schema_text().encode(), "the schema of the records")
    yield from table_files(archive)


def schema_text() -> str:
    """The schema as it is printed and shipped."""
    return json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n"
