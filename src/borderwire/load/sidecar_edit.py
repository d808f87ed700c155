"""Writing a correction into the file beside a source: comments, order and quotes of what stands there are kept."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from borderwire.errors import SourceError
from borderwire.load.sidecar import read_sidecar

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
        old = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        path_new = path.with_name(path.name + ".new")
        text = with_correction(old, correction, path.name)
        path_new.write_text(text, encoding="utf-8", newline="\n")
        path_new.replace(path)
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"cannot be written ({error}).", path=path.name, hint="Check its permissions.") from error
    return path


def with_correction(text: str, correction: Mapping[str, Any], name: str = "") -> str:
    """The file's text with the entry at the end of its corrections. name: of the file, for messages."""
    yaml = YAML()
    yaml.width = 4096
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    try:
        data = yaml.load(text)
    except YAMLError as error:
        message = "is not valid YAML; nothing was written."
        raise SourceError(message, path=name, hint="Mend it first; `borderwire check` says where.") from error
    data = CommentedMap() if data is None else data
    rows = data.get("corrections") if isinstance(data, CommentedMap) else None
    if not isinstance(data, CommentedMap) or not isinstance(rows, CommentedSeq | None):
        raise SourceError("holds something else than corrections; nothing was written.", path=name, hint="Mend it.")
    if rows is None:
        rows = data["corrections"] = CommentedSeq()
    rows.append(CommentedMap((key, _plain(correction[key])) for key in _ORDER if key in correction))
    stream = io.StringIO()
    yaml.dump(data, stream)
    made = stream.getvalue()
    if text.strip() and not _keeps_head(text, made):
        made = text.rstrip("\n") + "\n" + made
    _check(made, len(rows), set(correction) - set(_ORDER), name)
    return made


def _keeps_head(old: str, new: str) -> bool:
    """Comments of a file that holds nothing else are not part of what the parser gives back."""
    return any(line.strip() and not line.lstrip().startswith("#") for line in old.splitlines()) or old.strip() in new


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return CommentedMap((key, _plain(item)) for key, item in value.items())
    if isinstance(value, list | tuple):
        row = CommentedSeq(map(_plain, value))
        row.fa.set_flow_style()
        return row
    return value


def _check(text: str, count: int, unknown: set[str], name: str) -> None:
    """Raises SourceError unless the last correction reads back whole."""
    file = read_sidecar(text.encode(), name)
    wrong = [problem for problem in file.sidecar.problems if (problem.key or "").startswith(f"corrections.{count}")]
    if unknown or wrong:
        said = wrong[0].message if wrong else f"unknown keys: {', '.join(sorted(unknown))}."
        raise SourceError(f"the correction is not whole: {said} Nothing was written.", path=name)
