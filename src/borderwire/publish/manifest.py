"""The manifest: proof that borderwire made a folder, and what it wrote there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from borderwire.errors import OutputError
from borderwire.model import BUILD_MARK
from borderwire.publish.paths import why_unwritable

NAME = BUILD_MARK
STAGING = ".borderwire-new"  # folder of what is not yet in its place
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """files: path to SHA-256 of what a finished build wrote; pending: the same for a build that writes or broke off."""

    files: dict[str, str] = field(default_factory=dict)
    pending: dict[str, str] | None = None

    @property
    def complete(self) -> bool:
        """No build is writing, and none broke off."""
        return self.pending is None

    def digests(self, path: str) -> tuple[str, ...]:
        """What borderwire may have written there: nothing for a path that is not ours."""
        return tuple(table[path] for table in (self.files, self.pending or {}) if path in table)

    def paths(self) -> list[str]:
        """Every path that is ours, sorted."""
        return sorted({*self.files, *(self.pending or {})})


def read_manifest(folder: Path) -> Manifest | None:
    """The folder's manifest; None when the folder is missing, empty, or holds only what a first build that was killed
    had begun. Raises OutputError for a folder that is not ours."""
    path = folder / NAME
    try:
        if not folder.exists() or all(entry.name == STAGING for entry in folder.iterdir()):
            return None
        if not path.is_file():
            raise OutputError(
                "is not empty and was not made by borderwire; nothing in it was touched.",
                path=str(folder),
                hint="Choose another folder with --output, or empty this one yourself.",
            )
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OutputError(
            f"cannot be read ({error.strerror or error}).", path=str(folder), hint="Check its permissions."
        ) from error
    except (ValueError, RecursionError) as error:
        raise _broken(path) from error
    if not isinstance(data, dict) or data.get("format") != FORMAT or data.get("tool") != "borderwire":
        raise _broken(path)
    files, pending = _table(data.get("files"), path), data.get("pending")
    return Manifest(files, None if pending is None else _table(pending, path))


def _table(data: Any, path: Path) -> dict[str, str]:
    """A manifest that names a path outside the folder could make us delete somebody else's file."""
    if not isinstance(data, dict) or not all(isinstance(value, str) for value in data.values()):
        raise _broken(path)
    if any(why_unwritable(key) for key in data):
        raise _broken(path)
    return data


def _broken(path: Path) -> OutputError:
    return OutputError(
        "is no manifest that this version of borderwire can read; nothing was touched.",
        path=str(path),
        hint="Delete the build folder yourself and build again.",
    )


def manifest_text(manifest: Manifest) -> bytes:
    """The manifest as it is written: sorted, so that equal builds give equal bytes."""
    data: dict[str, Any] = {"tool": "borderwire", "format": FORMAT, "files": manifest.files}
    if manifest.pending is not None:
        data["pending"] = manifest.pending
    return (json.dumps(data, ensure_ascii=False, indent=0, sort_keys=True) + "\n").encode()
