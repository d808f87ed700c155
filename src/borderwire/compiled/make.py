"""Makes the folder of compiled modules, and puts it where `finder` looks for it."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from borderwire.compiled.closure import deciding_sources
from borderwire.compiled.finder import SWITCH, examine
from borderwire.compiled.manifest import FOLDER, Manifest, digest, write_manifest

_SOURCE = Path(__file__).resolve().parents[2]
_NEEDED = ("mypyc", "setuptools")
_BUILD = (sys.executable, "-m", "borderwire.compiled.build_extensions")
# Imports every compiled module, and fails if they are not served.
_TRY = """
import importlib, sys
from borderwire.compiled import reading
found = reading()
sys.exit(str(found)) if found.modules is None else [importlib.import_module(name) for name in found.modules]
"""


class CompilingError(Exception):
    """The modules could not be compiled; the message says why, and what to do."""


def default_place() -> Path:
    """The folder of this environment where packages are, which is on Python's path."""
    return Path(sysconfig.get_path("platlib"))


def is_made(place: Path) -> bool:
    """Whether a folder holds compiled modules of the sources as they are, for this Python."""
    return examine([str(place)]).state == "compiled"


def make(place: Path) -> Path:
    """Compile the modules and put their folder into the folder `place`, in the stead of an older one; its path.

    Takes about a minute on two cores. Raises CompilingError; then an older one is as it was.
    """
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise CompilingError(f"Compiling needs {' and '.join(missing)}: install borderwire[compile].")
    with _told(f"{place}: cannot be written", "Make it writable, or name another folder of Python's path with --into."):
        place.mkdir(parents=True, exist_ok=True)
        _trial(place).cleanup()  # rather now than after the minutes of compiling
    with (
        _told(f"{tempfile.gettempdir()}: compiling there failed", "Make room, or set TMPDIR to another folder."),
        tempfile.TemporaryDirectory(prefix="borderwire-", ignore_cleanup_errors=True) as work,
    ):
        return _put(_build(Path(work)), place)


@contextlib.contextmanager
def _told(what: str, advice: str) -> Iterator[None]:
    """Has an OSError told in a line, as a CompilingError."""
    try:
        yield
    except OSError as error:
        # What copies a folder collects its errors: source, goal and reason of each.
        reason = error.args[0][0][-1] if isinstance(error, shutil.Error) else error.strerror or error
        raise CompilingError(f"{what} ({reason}). {advice}") from error


def _build(work: Path) -> Path:
    """Compile the modules in an empty folder; the finished folder in it. Raises OSError, CompilingError."""
    try:
        sources = _copied(_SOURCE, work / "source")
    except SyntaxError as error:
        raise CompilingError(f"{error.filename}, line {error.lineno}: {error.msg}.") from error
    made = work / FOLDER
    _run(
        _BUILD,
        work / "source",
        {SWITCH: "0"},
        "Compiling takes a C compiler and Python's headers (Debian: gcc python3-dev).",
    )
    (work / "source" / "lib").rename(made)
    write_manifest(str(made), Manifest(sources, _modules(made)))
    return made


def _copied(root: Path, folder: Path) -> dict[str, str]:
    """Copy the package, which the compiler's steps change; the digests of what decides, as they were copied."""
    ignored = shutil.ignore_patterns("__pycache__", "_theme", "data", "locales")
    shutil.copytree(root / "borderwire", folder / "borderwire", ignore=ignored)
    return {path: digest(str(folder / path)) for path in deciding_sources(folder)}


def _modules(folder: Path) -> dict[str, tuple[str, str]]:
    """The compiled modules below a folder, as the manifest tells them."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    paths = {file: file.relative_to(folder) for file in files}
    return {
        ".".join([*path.parts[:-1], path.name.partition(".")[0]]): (path.as_posix(), digest(str(file)))
        for file, path in paths.items()
    }


def _run(command: Sequence[str], folder: Path, environment: Mapping[str, str], advice: str) -> None:
    everything = {**os.environ, **environment}
    done = subprocess.run(
        command, cwd=folder, env=everything, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        said = done.stdout.decode(errors="replace")[-3000:].strip()
        raise CompilingError(f"{said}\n{advice}")


def _put(made: Path, place: Path) -> Path:
    """Put a finished folder in its place, if its modules can be used there; who looks meanwhile finds the older one, or
    none for a moment. Raises CompilingError; then the older one is as it was."""
    target = place / FOLDER
    with _told(f"{target}: cannot be written", "Make room there, or remove it by hand."), _trial(place) as name:
        trial = Path(name)
        _copy_to_disk(made, trial / FOLDER)
        path = f"{trial}{os.pathsep}{_SOURCE}"
        _run((sys.executable, "-c", _TRY), trial, {SWITCH: "1", "PYTHONPATH": path}, f"{place}: cannot be used there.")
        older = trial / "old"
        with contextlib.suppress(FileNotFoundError):
            target.rename(older)
        try:
            (trial / FOLDER).rename(target)
        except OSError:
            if not is_made(place):  # else another setup came first, with the same
                with contextlib.suppress(OSError):
                    older.rename(target)
                raise
    return target


def _trial(place: Path) -> tempfile.TemporaryDirectory[str]:
    """A folder of one's own on the same disk; by its dot, no package. Raises OSError."""
    return tempfile.TemporaryDirectory(prefix=f"{FOLDER}.", dir=place, ignore_cleanup_errors=True)


def _copy_to_disk(source: Path, goal: Path) -> None:
    """Copy a folder, and wait until its files are on the disk, so that what is renamed is whole. Raises OSError."""
    for file in sorted(source.rglob("*")):
        copy = goal / file.relative_to(source)
        if not file.is_dir():
            copy.parent.mkdir(parents=True, exist_ok=True)
            with copy.open("xb") as out:
                out.write(file.read_bytes())
                out.flush()
                os.fsync(out.fileno())
