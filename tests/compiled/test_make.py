"""Compiled modules are put in their place whole and tried, or the older ones stay and a message says what to do."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from borderwire.compiled import make as making
from borderwire.compiled.make import CompilingError, make
from borderwire.compiled.manifest import FOLDER, LIBRARY, Manifest, digest, module_files, write_manifest

SOURCE = Path(__file__).parents[2] / "src"
# Stands for the compilers: leaves a library that is no machine code.
LIBRARY_FILE = f"lib/{module_files([LIBRARY])[LIBRARY]}"
BUILD = (
    sys.executable,
    "-c",
    f"import pathlib; file = pathlib.Path({LIBRARY_FILE!r}); file.parent.mkdir(); file.write_bytes(b'no code')",
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder of Python's path with an older folder of compiled modules."""
    (tmp_path / "place" / FOLDER).mkdir(parents=True)
    (tmp_path / "place" / FOLDER / "older").write_bytes(b"")
    return tmp_path / "place"


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is compiled, and what comes of it is not tried."""
    run = making._run

    def run_unless_trying(command: Sequence[str], folder: Path, environment: Mapping[str, str], advice: str) -> None:
        if command == BUILD:
            run(command, folder, environment, advice)

    monkeypatch.setattr(making, "_NEEDED", ())
    monkeypatch.setattr(making, "_BUILD", BUILD)
    monkeypatch.setattr(making, "_run", run_unless_trying)


def _holds_the_older(place: Path) -> bool:
    return [str(file.relative_to(place)) for file in sorted(place.rglob("*"))] == [FOLDER, f"{FOLDER}/older"]


def _fails(place: Path) -> str:
    with pytest.raises(CompilingError) as caught:
        make(place)
    return str(caught.value)


@pytest.mark.usefixtures("quick")
def test_the_new_folder_takes_the_place_of_the_older_and_nothing_else_is_left(place: Path) -> None:
    assert make(place) == place / FOLDER
    assert sorted(file.name for file in (place / FOLDER).iterdir()) == [Path(LIBRARY_FILE).name, "manifest.json"]
    assert list(place.iterdir()) == [place / FOLDER]
    assert making.is_made(place)


@pytest.mark.usefixtures("quick")
def test_every_file_is_on_the_disk_before_it_is_in_its_place(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: set[int] = set()

    def keep(file: int) -> None:
        assert (place / FOLDER / "older").exists()
        kept.add(os.fstat(file).st_ino)

    monkeypatch.setattr(os, "fsync", keep)
    make(place)
    assert {file.stat().st_ino for file in (place / FOLDER).rglob("*")} <= kept


@pytest.mark.usefixtures("quick")
def test_two_setups_at_once_do_not_meet(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = making._copy_to_disk
    inner = []

    def copy_while_another_does_all(source: Path, goal: Path) -> None:
        copy(source, goal)
        if not inner:
            inner.append(goal)
            make(place)

    monkeypatch.setattr(making, "_copy_to_disk", copy_while_another_does_all)
    make(place)
    assert len(inner) == 1
    assert list(place.iterdir()) == [place / FOLDER]
    assert making.is_made(place)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize("came_first", [True, False])
def test_where_it_cannot_be_put_the_older_stays_unless_another_setup_came_first(
    place: Path, monkeypatch: pytest.MonkeyPatch, came_first: bool
) -> None:
    rename = Path.rename

    def fail(self: Path, target: Path) -> Path:
        if target == place / FOLDER and self.name == FOLDER:
            if came_first:
                making._copy_to_disk(self, target)
            raise OSError(39, "Directory not empty")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail)
    if came_first:
        assert make(place) == place / FOLDER
        assert making.is_made(place)
    else:
        assert _fails(place).startswith(f"{place / FOLDER}: cannot be written (Directory not empty). ")
        assert _holds_the_older(place)


def test_what_cannot_be_used_there_leaves_the_older(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_NEEDED", ())
    monkeypatch.setattr(making, "_BUILD", BUILD)
    told = _fails(place)
    assert "the compiled modules cannot be used" in told
    assert told.endswith(f"{place}: cannot be used there.")
    assert _holds_the_older(place)


def test_what_the_compilers_say_is_told_and_leaves_the_older(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_NEEDED", ())
    monkeypatch.setattr(making, "_BUILD", (sys.executable, "-c", "raise SystemExit('text.c: no such header')"))
    told = _fails(place).splitlines()
    assert told[0] == "text.c: no such header"
    assert "python3-dev" in told[1]
    assert _holds_the_older(place)


def test_what_compiling_needs_is_named_where_it_is_missing(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "_NEEDED", ("sys", "no_such_compiler"))
    assert _fails(place) == "Compiling needs no_such_compiler: install borderwire[compile]."
    assert _holds_the_older(place)


def test_a_folder_that_cannot_be_written_is_told_in_a_line_before_anything_is_compiled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setattr(making, "_NEEDED", ())
    monkeypatch.setattr(making, "_BUILD", (sys.executable, "-c", "raise SystemExit('compiled for minutes')"))
    place = tmp_path / "file" / "place"
    told = _fails(place)
    assert told.startswith(f"{place}: cannot be written (Not a directory). ")
    assert "--into" in told
    assert "\n" not in told


def test_a_copy_that_fails_is_told_by_its_first_reason(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = [("a", "b", "No space left"), ("c", "d", "No space left")]
    monkeypatch.setattr(making, "_NEEDED", ())
    monkeypatch.setattr(making.shutil, "copytree", lambda *_, **__: _raise(making.shutil.Error(faults)))
    told = _fails(place)
    assert "(No space left). Make room, or set TMPDIR" in told
    assert "'c'" not in told


def _raise(error: Exception) -> None:
    raise error


# --- the command -------------------------------------------------------------------------------------


def _command(*arguments: object, path: Path, switch: str = "1") -> tuple[int, str, str]:
    """Exit code, output and errors of `python -m borderwire.compiled`, with a folder first on Python's path."""
    environment = {
        **os.environ,
        "BORDERWIRE_COMPILED": switch,
        "PYTHONPATH": os.pathsep.join([str(path), str(SOURCE)]),
    }
    command = [sys.executable, "-m", "borderwire.compiled", *map(str, arguments)]
    done = subprocess.run(command, env=environment, cwd=path, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


def _no_code(folder: Path, source_digest: str) -> Path:
    """A folder of what is no machine code, from which nothing is loaded while the switch is off."""
    path = Path(LIBRARY_FILE).name
    folder.mkdir(parents=True)
    (folder / path).write_bytes(b"no code")
    modules = {LIBRARY: (path, digest(str(folder / path)))}
    write_manifest(str(folder), Manifest({"borderwire/text.py": source_digest}, modules))
    return folder.parent


def test_the_check_under_the_switch_tells_of_what_is_there(tmp_path: Path) -> None:
    current = _no_code(tmp_path / "current" / FOLDER, digest(str(SOURCE / "borderwire" / "text.py")))
    stale = _no_code(tmp_path / "stale" / FOLDER, "0" * 64)
    code, told, errors = _command("--check", path=current, switch="0")
    assert (code, errors) == (0, "")
    assert told.startswith("borderwire: the compiled modules are current (")
    code, told, errors = _command("--check", path=stale, switch="0")
    assert (code, errors) == (1, "")
    assert told.startswith("borderwire: borderwire/text.py has changed since")
    assert _command("--check", "--into", stale, path=current, switch="0")[0] == 1
    assert _command("--check", "--into", current, path=stale, switch="0")[0] == 0


def test_the_check_fails_where_the_modules_cannot_be_used(tmp_path: Path) -> None:
    place = _no_code(tmp_path / FOLDER, digest(str(SOURCE / "borderwire" / "text.py")))
    code, told, errors = _command("--check", path=place)
    assert (code, errors) == (1, "")
    assert "the compiled modules cannot be used" in told


def test_the_command_tells_what_went_wrong_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    code, told, errors = _command("--into", tmp_path / "file" / "place", path=tmp_path)
    assert (code, told) == (1, "")
    assert errors.startswith("borderwire: ")
    assert errors.count("\n") == 1
