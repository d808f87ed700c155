"""The only module that writes: files whose bytes differ, old ones removed, nothing of anybody else's touched."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Iterable, Mapping, Sequence
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

    Every file is written beside its place and then moved there. The manifest goes first, naming what will be written
    as pending, and last as done: a build that breaks off leaves whole files, and a folder that the next build
    recognises and mends. Raises OutputError for a folder that is not ours, for impossible paths, for a file of
    somebody else where one of ours should go, and when the disk refuses.
    """
    by_path = checked(files)
    check_output(output, protected)
    former = read_manifest(output) or Manifest()
    try:
        return _bring(by_path, output, former)
    except OSError as error:
        raise OutputError(
            f"cannot be written ({error.strerror or error}).",
            path=str(error.filename or output),
            hint="Check free space and permissions, then build again: the folder is continued where it was left.",
        ) from error


def _bring(files: dict[str, File], output: Path, former: Manifest) -> PublishReport:
    digests = {path: hashlib.sha256(file.content).hexdigest() for path, file in files.items()}
    differing = [path for path, file in files.items() if not _holds(output / path, file.content)]
    _check_foreign(differing, output, former)
    stale = [path for path in former.paths() if path not in files]
    after = Manifest(digests)
    if not (differing or stale) and former == after and (output / NAME).exists():
        return PublishReport(0, len(files), 0, 0)
    output.mkdir(parents=True, exist_ok=True)
    _put_manifest(output, Manifest(former.files, {**(former.pending or {}), **digests}))
    _clear_staged(output, former)
    removed, kept = _remove_stale(output, former, stale, files)
    folders: set[Path] = set()
    for path in differing:
        _put(output, path, files[path].content, folders)
    _put_manifest(output, after)
    size = sum(len(files[path].content) for path in differing)
    return PublishReport(len(differing), len(files) - len(differing), removed, size, tuple(kept))


def _holds(path: Path, content: bytes) -> bool:
    """A real file with these bytes is there. Read whatever the manifest says: somebody may have changed it."""
    try:
        status = path.lstat()
        return stat.S_ISREG(status.st_mode) and status.st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _check_foreign(differing: Iterable[str], output: Path, former: Manifest) -> None:
    """Raises OutputError rather than overwrite a file that no build has written."""
    for path in differing:
        if not former.digests(path) and (output / path).is_file():
            raise OutputError(
                "was put into the build folder by somebody else, and the build makes a file of that name.",
                path=str(output / path),
                hint="Move it elsewhere and build again; nothing was written.",
            )


def _put_manifest(output: Path, manifest: Manifest) -> None:
    _replace(output / NAME, manifest_text(manifest))


def _put(output: Path, path: str, content: bytes, folders: set[Path]) -> None:
    file = output / path
    if file.parent not in folders:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not file.parent.resolve().is_relative_to(output.resolve()):
            message = "a folder of the build is a link that leads out of it; nothing was written there."
            raise OutputError(message, path=str(file.parent), hint="Remove the link and build again.")
        folders.add(file.parent)
    _replace(file, content)


def _replace(path: Path, content: bytes) -> None:
    staged = path.with_name(path.name + _STAGED)
    try:
        staged.write_bytes(content)
        staged.replace(path)
    except OSError:
        staged.unlink(missing_ok=True)
        raise


def _clear_staged(output: Path, former: Manifest) -> None:
    """Remove what a build that was killed had half written."""
    for path in () if former.complete else former.paths():
        file = output / path
        file.with_name(file.name + _STAGED).unlink(missing_ok=True)


def _remove_stale(
    output: Path, former: Manifest, stale: Iterable[str], files: Mapping[str, File]
) -> tuple[int, list[str]]:
    """Remove the files that no build makes any more: how many there were, and those that somebody has changed since."""
    removed = 0
    kept: list[str] = []
    standing = {path.casefold(): path for path in files}
    for path in stale:
        file, twin = output / path, standing.get(path.casefold())
        if twin is not None and _same_file(file, output / twin):
            continue  # only the case of its name has changed, and this disk does not tell cases apart
        if not file.is_symlink() and not file.is_file():
            continue
        if file.is_symlink() or hashlib.sha256(file.read_bytes()).hexdigest() not in former.digests(path):
            kept.append(path)
            continue
        file.unlink()
        removed += 1
        _remove_empty(file.parent, output)
    return removed, kept


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _remove_empty(folder: Path, output: Path) -> None:
    while folder != output and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
