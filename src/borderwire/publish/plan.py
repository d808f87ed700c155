"""What a build would change in its folder: found out before anything is touched."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from borderwire.errors import OutputError
from borderwire.model import File
from borderwire.publish.manifest import Manifest, manifest_text, read_manifest
from borderwire.publish.paths import check_output, checked

_REDO = "Move it elsewhere and build again; nothing was written."


@dataclass(frozen=True, slots=True)
class Plan:
    """The way from what stands in a folder to what a build made. All paths are relative to the folder, in order.

    differing: to be written; in_way: to be removed before that, since a file stands where a folder is needed or the
    other way round; stale: to be removed after it; kept: made by no build any more, but changed by hand; rewritten:
    changed by hand, and to be written again.
    """

    files: dict[str, File]
    former: Manifest
    after: Manifest
    differing: tuple[str, ...]
    in_way: tuple[str, ...]
    stale: tuple[str, ...]
    kept: tuple[str, ...]
    rewritten: tuple[str, ...]

    @property
    def idle(self) -> bool:
        """There is nothing to do."""
        return not (self.differing or self.in_way or self.stale) and self.former == self.after


def check_target(output: Path, protected: Sequence[Path]) -> None:
    """Raises OutputError for a folder that no build may write to, whatever it makes: not ours, or of the sources."""
    check_output(output, protected)
    read_manifest(output)


def plan_publication(files: Iterable[File], output: Path, *, protected: Sequence[Path] = ()) -> Plan:
    """What publishing these files would change. Writes nothing; raises OutputError where `publish` would refuse."""
    by_path = checked(files)
    check_output(output, protected)
    found = read_manifest(output)
    former = found or Manifest()
    digests = {path: hashlib.sha256(file.content).hexdigest() for path, file in by_path.items()}
    differing = [path for path, file in by_path.items() if not _holds(output / path, file.content)]
    rewritten = [path for path in differing if _changed(output / path, former.digests(path))]
    _check_foreign(rewritten, output, former)
    gone, kept = _left_over(by_path, output, former)
    folders = {parent for path in by_path for parent in _parents(path)}
    _check_room(kept, folders, output)
    _check_folders(differing, gone, output)
    in_way = [path for path in gone if path in folders or any(parent in by_path for parent in _parents(path))]
    # A kept file stays in the manifest: it is still ours, and every build tells of it until somebody removes it.
    after = Manifest({**digests, **{path: former.digests(path)[0] for path in kept}})
    return Plan(
        files=by_path,
        former=former if found else Manifest(pending={}),
        after=after,
        differing=tuple(differing),
        in_way=tuple(in_way),
        stale=tuple(sorted(set(gone) - set(in_way))),
        kept=tuple(kept),
        rewritten=tuple(rewritten),
    )


def _holds(path: Path, content: bytes) -> bool:
    """A real file with these bytes is there. Read whatever the manifest says: somebody may have changed it."""
    try:
        status = path.lstat()
        return stat.S_ISREG(status.st_mode) and status.st_size == len(content) and path.read_bytes() == content
    except OSError:
        return False


def _changed(path: Path, digests: Sequence[str]) -> bool:
    """A file is there that no build has written."""
    try:
        return path.is_symlink() or (path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() not in digests)
    except OSError:
        return True


def _check_foreign(changed: Iterable[str], output: Path, former: Manifest) -> None:
    """Raises OutputError rather than overwrite a file that no build has written."""
    for path in changed:
        if not former.digests(path):
            raise OutputError(
                "was put into the build folder by somebody else, and the build makes a file of that name.",
                path=str(output / path),
                hint=_REDO,
            )


def _left_over(files: dict[str, File], output: Path, former: Manifest) -> tuple[list[str], list[str]]:
    """The files that no build makes any more: those as we wrote them, and those that somebody has changed since."""
    gone: list[str] = []
    kept: list[str] = []
    standing = {path.casefold(): path for path in files}
    for path in former.paths():
        file, twin = output / path, standing.get(path.casefold())
        if path in files or not (file.is_symlink() or file.is_file()):
            continue
        if twin is not None and _same_file(file, output / twin):
            continue  # only the case of its name has changed, and this disk does not tell cases apart
        (kept if _changed(file, former.digests(path)) else gone).append(path)
    return gone, kept


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _parents(path: str) -> list[str]:
    parts = path.split("/")
    return ["/".join(parts[:length]) for length in range(1, len(parts))]


def _check_room(kept: Iterable[str], folders: Collection[str], output: Path) -> None:
    for path in kept:
        if path in folders:
            message = "was changed by hand, and the build now needs a folder of that name."
            raise OutputError(message, path=str(output / path), hint=_REDO)


def _check_folders(differing: Iterable[str], gone: Iterable[str], output: Path) -> None:
    ours = {output / path for path in gone}
    for path in differing:
        folder = output / path
        if folder.is_dir() and not folder.is_symlink():
            other = next((file for file in sorted(folder.rglob("*")) if not file.is_dir() and file not in ours), None)
            if other is not None:
                message = f"stands in a folder where the build makes the file {path}."
                raise OutputError(message, path=str(other), hint=_REDO)


def manifest_of(plan: Plan) -> bytes:
    """The manifest while the folder is being changed: what stood there, and what may stand there from now on."""
    return manifest_text(Manifest(plan.former.files, {**(plan.former.pending or {}), **plan.after.files}))
