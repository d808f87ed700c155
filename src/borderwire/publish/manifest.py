"""The manifest: proof that borderwire made a folder, and what it wrote there."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from borderwire.errors import OutputError

NAME = ".borderwire-manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """files: path to SHA-256 of what was written; complete: False while a build is writing, or after it broke off."""

    files: dict[str, str] = field(default_factory=dict)
    complete: bool = True


def read_manifest(folder: Path) -> Manifest | None:
    """The folder's manifest; None when the folder is missing or empty. Raises OutputError for a folder not ours."""
    path = folder / NAME
    try:
        if not folder.exists() or not any(folder.iterdir()):
            return None
        if not path.is_file():
            raise OutputError(
                "is not empty and was not made by borderwire; nothing in it was touched.",
                path=str(folder),
                hint="Choose another folder with --output, or empty this one yourself.",
            )
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise OutputError(f"cannot be read ({error.strerror}).", path=str(folder)) from error
    except ValueError as error:
        raise _broken(path) from error
    files = data.get("files") if isinstance(data, dict) else None
    if not isinstance(files, dict) or data.get("format") != FORMAT or data.get("tool") != "borderwire":
        raise _broken(path)
    return Manifest({str(key): str(value) for key, value in files.items()}, bool(data.get("complete")))


def _broken(path: Path) -> OutputError:
    return OutputError(
        "is no manifest that this version of borderwire can read; nothing was touched.",
        path=str(path),
        hint="Delete the build folder yourself and build again.",
    )


def manifest_text(manifest: Manifest) -> bytes:
    """The manifest as it is written: sorted, so that equal builds give equal bytes."""
    data = {"tool": "borderwire", "format": FORMAT, "complete": manifest.complete}
    files = json.dumps(manifest.files, ensure_ascii=False, indent=0, sort_keys=True)
    head = json.dumps(data)[:-1]
    return f'{head}, "files": {files}}}\n'.encode()
