"""The data files of a build, read back. What other hands may have changed in them is checked before it is used."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from borderwire.errors import BuildDataError

RECORDS, THINGS = "data/records.jsonl", "data/archive.json"
_RECORD, _ARCHIVE = "borderwire.record/1", "borderwire.archive/1"
_HINT = "Name the folder of a build (the one that holds index.html), or its data/records.jsonl."
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A build's data. records: by the path of their source, in order; things: people, agreements, events, series,
    judgements, names; version: of borderwire, "" where the build does not tell."""

    records: dict[str, Json]
    things: dict[str, list[Json]] = field(default_factory=dict)
    version: str = ""


def read_snapshot(path: Path) -> Snapshot:
    """The data of a build: its folder, the data folder in it, or a file of records. Raises BuildDataError."""
    records = next((file for file in (path / RECORDS, path / "records.jsonl", path) if file.is_file()), None)
    if records is None:
        what = "holds no data of a build" if path.is_dir() else "there is no such folder or file"
        raise BuildDataError(f"{what}.", path=str(path), hint=_HINT)
    things = records.with_name("archive.json")
    try:
        return snapshot(
            records.read_bytes(), things.read_bytes() if things.is_file() else None, str(records), str(things)
        )
    except OSError as error:
        raise BuildDataError(f"cannot be read ({error.strerror or error}).", path=str(path), hint=_HINT) from error


def snapshot(records: bytes, things: bytes | None, path: str = RECORDS, things_path: str = THINGS) -> Snapshot:
    """The data in these files. path, things_path: what messages call them. Raises BuildDataError."""
    rows = {row["source"]["path"]: row for row in _records(records, path)}
    if things is None:
        return Snapshot(rows)
    data = _json(things, things_path, None)
    if not isinstance(data, dict) or data.get("schema") != _ARCHIVE:
        raise BuildDataError(f"is not of the form {_ARCHIVE}.", path=things_path, hint=_HINT)
    lists = {
        key: [row for row in value if isinstance(row, dict)] for key, value in data.items() if isinstance(value, list)
    }
    return Snapshot(rows, lists, str(data.get("version") or ""))


def _records(raw: bytes, path: str) -> Iterator[Json]:
    for number, line in enumerate(raw.split(b"\n"), 1):
        if not line.strip():
            continue
        row = _json(line, path, number)
        source = row.get("source") if isinstance(row, dict) else None
        if (
            not isinstance(row, dict)
            or row.get("schema") != _RECORD
            or not isinstance(row.get("id"), str)
            or not isinstance(source, dict)
            or not isinstance(source.get("path"), str)
        ):
            raise BuildDataError(f"is no record of the form {_RECORD}.", path=path, line=number, hint=_HINT)
        yield row


def _json(raw: bytes, path: str, line: int | None) -> Any:
    try:
        return json.loads(raw)
    except (ValueError, RecursionError) as error:
        raise BuildDataError("is not valid JSON.", path=path, line=line, hint=_HINT) from error
