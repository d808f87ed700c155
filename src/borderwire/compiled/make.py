"""Makes the folder of compiled modules, and puts it where `finder` looks for it."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

from borderwire.compiled.closure import deciding_sources
from borderwire.compiled.finder import SWITCH, look_for
from borderwire.compiled.manifest import FOLDER, Manifest, digest, write_manifest

_SOURCE = Path(__file__).resolve().parents[2]
_NEEDED = ("mypyc", "setuptools")
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
    try:
        return look_for(str(_SOURCE), [str(place)]).state == "compiled"
    except (OSError, ValueError):
        return False


def make(place: Path) -> Path:
    """Compile the modules and put their folder into the folder `place`, in the stead of an older one; its path.

    Takes about a minute on two cores. Raises CompilingError; then an older one is as it was.
    """
    missing = [name for name in _NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise CompilingError(f"Compiling needs {' and '.join(missing)}: install borderwire[compile].")
    with tempfile.TemporaryDirectory(prefix="borderwire-") as name:
        work = Path(name)
        sources = _copied(_SOURCE, work / "source")
        made = work / FOLDER
        _run([sys.executable, "-m", "borderwire.compiled.build_extensions"], work / "source", {SWITCH: "0"})
        (work / "source" / "lib").rename(made)
        write_manifest(str(made), Manifest(sources, _modules(made)))
        try:
            return _put(made, place)
        except OSError as error:
            raise CompilingError(f"{place}: cannot be written ({error.strerror or error}).") from error


def _copied(root: Path, folder: Path) -> dict[str, str]:
    """Copy the package, which the compiler's steps change; the digests of what decides, as they were copied."""
    ignored = shutil.ignore_patterns("__pycache__", "_theme", "data", "locales")
    shutil.copytree(root / "borderwire", folder / "borderwire", ignore=ignored)
    return {path: digest(str(folder / path)) for path in deciding_sources(folder)}


def _modules(folder: Path) -> dict[str, tuple[str, int]]:
    """The compiled modules below a folder, as the manifest tells them."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    paths = {file: file.relative_to(folder) for file in files}
    return {
        ".".join([*path.parts[:-1], path.name.partition(".")[0]]): (path.as_posix(), file.stat().st_size)
        for file, path in paths.items()
    }


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    everything = {**os.environ, **environment}
    done = subprocess.run(
        command, cwd=folder, env=everything, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        said = done.stdout.decode(errors="replace")[-3000:].strip()
        raise CompilingError(f"{said}\nCompiling takes a C compiler and Python's headers (Debian: gcc python3-dev).")


def _put(made: Path, place: Path) -> Path:
    """Put a finished folder in its place, if its modules can be used there; who looks meanwhile finds the older one, or
    none for a moment. Raises OSError, CompilingError."""
    target, trial = place / FOLDER, place / f"{FOLDER}.new"
    shutil.rmtree(trial, ignore_errors=True)
    try:
        shutil.copytree(made, trial / FOLDER)
        _run([sys.executable, "-c", _TRY], trial, {SWITCH: "1", "PYTHONPATH": f"{trial}{os.pathsep}{_SOURCE}"})
        if target.exists():
            target.rename(trial / "old")
        (trial / FOLDER).rename(target)
    finally:
        shutil.rmtree(trial, ignore_errors=True)
    return target
