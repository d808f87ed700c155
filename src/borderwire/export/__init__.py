"""The archive as data for other programs."""

from borderwire.export.files import RECORDS, SCHEMA, export_files, schema_text
from borderwire.export.records import SCHEMA_ID, to_dict, to_line, to_lines
from borderwire.export.schema import record_schema

__all__ = [
    "RECORDS",
    "SCHEMA",
    "SCHEMA_ID",
    "export_files",
    "record_schema",
    "schema_text",
    "to_dict",
    "to_line",
    "to_lines",
]
