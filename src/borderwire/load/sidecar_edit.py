"""Writing a correction into the file beside a source: everything else in it stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from borderwire.errors import SourceError
from borderwire.load.sidecar import read_sidecar
from borderwire.yaml_edit import EditError, with_entry

_ORDER = ("set", "add", "drop", "at", "occurrence", "was", "value", "why", "by")


def sidecar_path(source: Path) -> Path:
    """The correction file of a source: the one that is there, else the one to be made."""
    short = source.with_suffix(".yml")
    return short if short.is_file() and not source.with_suffix(".yaml").is_file() else source.with_suffix(".yaml")


def add_correction(source: Path, correction: Mapping[str, Any]) -> Path:
    """Append a correction to the file beside `source`, which is made if need be; the file's path.

    correction: the keys of one entry (`set`, `add` or `drop`, `at`, `was`, `value`, `why`, `by` ...) with plain values.
    Raises SourceError, and writes nothing, when the file cannot be read or written, or the entry would not be read
    back whole.
    """
    path = sidecar_path(source)
    try:
        old = path.read_bytes().decode() if path.exists() else ""
        path_new = path.with_name(path.name + ".new")
        path_new.write_bytes(with_correction(old, correction, path.name).encode())
        path_new.replace(path)
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"cannot be written ({error}).", path=path.name, hint="Check its permissions.") from error
    return path


def with_correction(text: str, correction: Mapping[str, Any], name: str = "") -> str:
    """The file's text with the entry at the end of its corrections. name: of the file, for messages."""
    try:
        made = with_entry(text, "corrections", {key: _plain(correction[key]) for key in _ORDER if key in correction})
    except EditError as error:
        hint = "Mend it first; `borderwire check` says where."
        raise SourceError(f"{error}; nothing was written.", path=name, hint=hint) from error
    _check(made, set(correction) - set(_ORDER), name)
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return list(map(_plain, value)) if isinstance(value, list | tuple) else value


def _check(text: str, unknown: set[str], name: str) -> None:
    """Raises SourceError unless the last correction reads back whole."""
    file = read_sidecar(text.encode(), name)
    last = f"corrections.{file.listed}"
    wrong = [row for row in file.sidecar.problems if row.key == last or (row.key or "").startswith(f"{last}.")]
    if unknown or wrong:
        said = wrong[0].message if wrong else f"unknown keys: {', '.join(sorted(unknown))}."
        raise SourceError(f"the correction is not whole: {said} Nothing was written.", path=name)
