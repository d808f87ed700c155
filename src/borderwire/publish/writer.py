"""The only module that writes: files whose bytes differ, old ones removed, nothing of anybody else's touched."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from borderwire.errors import Interrupted, OutputError
from borderwire.model import File
from borderwire.publish.lock import PATIENCE, locked
from borderwire.publish.manifest import NAME, STAGING, manifest_text
from borderwire.publish.paths import check_output, checked
from borderwire.publish.plan import Plan, manifest_of, plan_publication

_PENDING, _MANIFEST = "pending", "manifest"  # names of the manifests while they are staged; the files are numbered


@dataclass(frozen=True, slots=True)
class PublishReport:
    """Counts of files, and the bytes written.

    kept: files that somebody changed by hand and no build makes any more; rewritten: files changed by hand that the
    build has made again.
    """

    written: int
    unchanged: int
    removed: int
    bytes: int
    kept: tuple[str, ...] = ()
    rewritten: tuple[str, ...] = ()


def publish(
    files: Iterable[File], output: Path, *, protected: Sequence[Path] = (), patience: float = PATIENCE
) -> PublishReport:
    """Bring the folder to exactly these files. protected: the archive's root, then folders that nothing may be put in;
    patience: how many seconds to wait for another build that is writing there.

    Everything is written into a folder beside the pages first: until all of it is there, the site is as it was. Then
    the files are moved to their places, and only then old ones removed. The manifest goes first, naming what will
    come as pending, and last as done: a build that breaks off between leaves whole files, never fewer than before,
    and a folder that the next build recognises and finishes. Raises OutputError for a folder that is not ours, for
    impossible paths, for a file of somebody else where one of ours should go, and when the disk refuses; Interrupted
    when the user stops it half way.
    """
    by_path = checked(files)
    check_output(output, protected)
    new = not output.exists()
    try:
        output.mkdir(parents=True, exist_ok=True)
        with locked(output, patience):
            try:
                return _bring(plan_publication(by_path.values(), output, protected=protected), output)
            except BaseException:
                if new:
                    with suppress(OSError):
                        output.rmdir()  # only an empty folder is removed
                raise
    except OSError as error:
        raise _refused(error, output, "The site is as it was.") from error


def _refused(error: OSError, output: Path, state: str) -> OutputError:
    return OutputError(
        f"cannot be written ({error.strerror or error}). {state}",
        path=str(output),
        hint="Check free space and permissions, then build again.",
    )


def _bring(plan: Plan, output: Path) -> PublishReport:
    unchanged = len(plan.files) - len(plan.differing)
    staging = output / STAGING
    if plan.idle and not staging.exists():
        return PublishReport(0, unchanged, 0, 0, plan.kept)
    output.mkdir(exist_ok=True)
    try:
        _stage(plan, staging)
    except BaseException:
        _clear(staging)
        raise
    try:
        removed = _swap(plan, output, staging)
        size = sum(len(plan.files[path].content) for path in plan.differing)
        return PublishReport(len(plan.differing), unchanged, removed, size, plan.kept, plan.rewritten)
    except OSError as error:
        raise _refused(error, output, "Part of the new site is in place; the next build finishes it.") from error
    except KeyboardInterrupt:
        raise Interrupted(
            f"{output} holds part of the new site beside the former one; build again to finish it."
        ) from None


def _stage(plan: Plan, staging: Path) -> None:
    """Write everything whole, where no reader of the site looks."""
    _clear(staging)
    staging.mkdir()
    (staging / _PENDING).write_bytes(manifest_of(plan))
    (staging / _MANIFEST).write_bytes(manifest_text(plan.after))
    for number, path in enumerate(plan.differing):
        (staging / str(number)).write_bytes(plan.files[path].content)


def _clear(staging: Path) -> None:
    """Remove what this build, or one that was killed, had written and not put in place."""
    if staging.is_symlink():
        staging.unlink()
    elif staging.exists():
        shutil.rmtree(staging)


def _swap(plan: Plan, output: Path, staging: Path) -> int:
    """Move the staged files to their places, remove the old ones; how many were removed."""
    (staging / _PENDING).replace(output / NAME)
    removed = _remove(plan.in_way, output)
    folders: set[Path] = set()
    for number, path in enumerate(plan.differing):
        file = output / path
        if file.parent not in folders:
            _make_folder(file.parent, output)
            folders.add(file.parent)
        if file.is_dir():
            _remove_hollow(file)
        (staging / str(number)).replace(file)
    removed += _remove(plan.stale, output)
    if not plan.former.complete:
        for path in plan.former.paths():
            _remove_empty((output / path).parent, output)
    (staging / _MANIFEST).replace(output / NAME)
    _clear(staging)
    return removed


def _make_folder(folder: Path, output: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if not folder.resolve().is_relative_to(output.resolve()):
        message = "a folder of the build is a link that leads out of it; nothing was written there."
        raise OutputError(message, path=str(folder), hint="Remove the link and build again.")


def _remove(paths: Iterable[str], output: Path) -> int:
    count = 0
    for path in paths:
        file = output / path
        file.unlink(missing_ok=True)
        count += 1
        _remove_empty(file.parent, output)
    return count


def _remove_hollow(folder: Path) -> None:
    """Remove a folder that holds nothing but folders, as a build that was killed may leave where a file goes."""
    if not folder.is_symlink():
        for inner in sorted(folder.rglob("*"), reverse=True):
            inner.rmdir()
        folder.rmdir()


def _remove_empty(folder: Path, output: Path) -> None:
    while folder != output and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
