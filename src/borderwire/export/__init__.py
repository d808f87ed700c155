"""The archive as data for other programs."""

from borderwire.export.files import RECORDS, SCHEMA, THINGS, export_files, schema_text
from borderwire.export.records import SCHEMA_ID, to_dict, to_line, to_lines
from borderwire.export.schema import record_schema
from borderwire.export.tables import AGREEMENTS, ARTICLES, FIGURES, MEETINGS, PEOPLE
from borderwire.export.things import ARCHIVE_ID, archive_text

__all__ = [
    "AGREEMENTS",
    "ARCHIVE_ID",
    "ARTICLES",
    "FIGURES",
    "MEETINGS",
    "PEOPLE",
    "RECORDS",
    "SCHEMA",
    "SCHEMA_ID",
    "THINGS",
    "archive_text",
    "export_files",
    "record_schema",
    "schema_text",
    "to_dict",
    "to_line",
    "to_lines",
]
