"""The only module that writes: files whose bytes differ, old ones removed, nothing of anybody else's touched."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from borderwire.errors import OutputError
from borderwire.model import File
from borderwire.publish.manifest import NAME, Manifest, manifest_text, read_manifest
from borderwire.publish.paths import check_output, checked

_STAGED = ".borderwire-new"  # ending of a file that is not yet whole


@dataclass(frozen=True, slots=True)
class PublishReport:
    """Counts of files, and the bytes written. kept: files that somebody changed by hand and no build makes any more."""

    written: int
    unchanged: int
    removed: int
    bytes: int
    kept: tuple[str, ...] = ()


def publish(files: Iterable[File], output: Path, *, protected: Sequence[Path] = ()) -> PublishReport:
    """Bring the folder to exactly these files. protected: the archive's root, then folders that nothing may be put in.

    Every file is written beside its place and then moved there, and the manifest goes first as "incomplete" and last
    as complete: a build that breaks off leaves whole files and a folder that the next build recognises and mends.
    Raises OutputError for a folder that is not ours, for impossible paths, and when the disk refuses.
    """
    by_path = checked(files)
    check_output(output, protected)
    former = read_manifest(output)
    try:
        return _write(by_path, output, former or Manifest())
    except OSError as error:
        raise OutputError(
            f"cannot be written ({error.strerror or error}).",
            path=str(error.filename or output),
            hint="Check free space and permissions, then build again: the folder is continued where it was left.",
        ) from error


def _write(files: dict[str, File], output: Path, former: Manifest) -> PublishReport:
    digests = {path: hashlib.sha256(file.content).hexdigest() for path, file in files.items()}
    differing = [
        path for path in files if not _same(output / path, files[path].content, former.files.get(path) == digests[path])
    ]
    stale = [path for path in former.files if path not in files]
    removed: list[str] = []
    kept: list[str] = []
    if differing or stale or not former.complete:
        output.mkdir(parents=True, exist_ok=True)
        _replace(output / NAME, manifest_text(Manifest({**former.files, **digests}, complete=False)))
        folders: set[Path] = set()
        for path in differing:
            _put(output / path, files[path].content, folders)
        for path in stale:
            (removed if _remove(output, path, former.files[path] if former.complete else None) else kept).append(path)
    if differing or removed or kept or not (output / NAME).exists() or not former.complete:
        output.mkdir(parents=True, exist_ok=True)
        _replace(output / NAME, manifest_text(Manifest(digests)))
    size = sum(len(files[path].content) for path in differing)
    return PublishReport(len(differing), len(files) - len(differing), len(removed), size, tuple(kept))


def _same(path: Path, content: bytes, expected: bool) -> bool:
    """The file is there with these bytes; `expected`: the manifest says so. Read all the same: somebody may have
    changed it."""
    try:
        return expected and path.stat().st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _put(path: Path, content: bytes, folders: set[Path]) -> None:
    if path.parent not in folders:
        path.parent.mkdir(parents=True, exist_ok=True)
        folders.add(path.parent)
    _replace(path, content)


def _replace(path: Path, content: bytes) -> None:
    staged = path.with_name(path.name + _STAGED)
    staged.write_bytes(content)
    staged.replace(path)


def _remove(output: Path, path: str, digest: str | None) -> bool:
    """Remove a file of the former build and the folders it leaves empty; False if somebody has changed it since.

    digest: what was written; None after a build that broke off, of whose files only the names are sure.
    """
    file = output / path
    try:
        if digest is not None and hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            return False
    except FileNotFoundError:
        return True
    file.unlink(missing_ok=True)
    folder = file.parent
    while folder != output and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
    return True
