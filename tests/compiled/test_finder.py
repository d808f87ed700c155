"""Compiled modules stand for the sources only while these are what was compiled; otherwise Python reads the sources."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from importlib.machinery import EXTENSION_SUFFIXES
from pathlib import Path

import pytest

from borderwire.compiled import finder
from borderwire.compiled.finder import Finder, Reading, State, look_for
from borderwire.compiled.manifest import FOLDER, LIBRARY, Manifest, digest, module_files, write_manifest

SOURCE = Path(__file__).parents[2] / "src"
NAMES = (LIBRARY, "borderwire.extract.doc", "borderwire.text")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder that holds a made-up package."""
    root = tmp_path / "source"
    for name in ("borderwire/text.py", "borderwire/extract/doc.py", "borderwire/model.py"):
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"NAME = {name!r}\n", encoding="utf-8")
    return root


def _compiled(place: Path, root: Path, sources: list[str]) -> Path:
    """A folder as compiling leaves it, with files that are no code."""
    folder = place / FOLDER
    modules = {}
    for name, path in module_files(NAMES).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"no machine code")
        modules[name] = (path, digest(str(file)))
    write_manifest(str(folder), Manifest({path: digest(str(root / path)) for path in sources}, modules))
    return folder


@pytest.fixture
def place(package: Path, tmp_path: Path) -> Path:
    """A folder on Python's path, with modules compiled from that package."""
    place = tmp_path / "site-packages"
    _compiled(place, package, ["borderwire/text.py", "borderwire/extract/doc.py", "borderwire/model.py"])
    return place


def test_modules_are_served_while_every_source_is_what_was_compiled(package: Path, place: Path) -> None:
    found = look_for(str(package), ["/nowhere", "", str(place)])
    assert found.state == "compiled"
    assert found.modules is not None
    assert set(found.modules) == set(NAMES)
    assert all(Path(file).is_file() for file in found.modules.values())


EDITS: dict[str, Callable[[Path], object]] = {
    "edited": lambda file: file.write_text(file.read_text(encoding="utf-8").replace("NAME", "NEMA"), encoding="utf-8"),
    "a blank more": lambda file: file.write_bytes(file.read_bytes() + b"\n"),
    "emptied": lambda file: file.write_bytes(b""),
    "removed": lambda file: file.unlink(),
    "now a folder": lambda file: (file.unlink(), file.mkdir()),
}


@pytest.mark.parametrize("name", ["borderwire/text.py", "borderwire/extract/doc.py", "borderwire/model.py"])
@pytest.mark.parametrize("edit", EDITS)
def test_one_source_that_has_changed_has_all_sources_read(package: Path, place: Path, name: str, edit: str) -> None:
    EDITS[edit](package / name)
    found = look_for(str(package), [str(place)])
    assert (found.state, found.detail, found.modules) == ("stale", name, None)
    assert name in str(found)


def test_the_time_of_a_source_does_not_matter(package: Path, place: Path) -> None:
    os.utime(package / "borderwire/text.py", (0, 0))
    assert look_for(str(package), [str(place)]).state == "compiled"


@pytest.mark.parametrize("name", ["borderwire/text", "borderwire/model"])
def test_a_new_package_that_hides_a_source_has_all_sources_read(package: Path, place: Path, name: str) -> None:
    (package / name).mkdir()
    assert look_for(str(package), [str(place)]).state == "compiled"  # without an `__init__.py` it hides nothing
    (package / name / "__init__.py").write_bytes(b"")
    found = look_for(str(package), [str(place)])
    assert (found.state, found.detail) == ("stale", f"{name}/__init__.py")


def test_an_empty_entry_of_the_path_is_the_working_folder_as_it_was_then(
    package: Path, place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(place)
    found = look_for(str(package), [""])
    monkeypatch.chdir(tmp_path)
    assert found.modules is not None
    assert all(Path(file).is_file() for file in found.modules.values())


def test_only_in_a_checkout_is_its_setup_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "`sh .ci/setup` compiles them" in str(Reading("absent"))
    monkeypatch.setattr(finder, "_ROOT", str(tmp_path))
    states: tuple[State, ...] = ("absent", "stale", "unfit")
    for state in states:
        assert "`python -m borderwire.compiled` compiles them" in str(Reading(state))
        assert ".ci/setup" not in str(Reading(state))


def test_without_compiled_modules_the_sources_are_read(package: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "empty" / FOLDER).mkdir(parents=True)
    assert look_for(str(package), [str(tmp_path / "empty"), str(tmp_path / "file"), ""]).state == "absent"


@pytest.mark.parametrize("name", [LIBRARY, "borderwire.text"])
@pytest.mark.parametrize("fault", ["missing", "cut short", "zeroed"])
def test_a_module_that_is_not_there_as_it_was_made_has_all_sources_read(
    package: Path, place: Path, name: str, fault: str
) -> None:
    file = place / FOLDER / module_files([name])[name]
    if fault == "missing":
        file.unlink()
    elif fault == "cut short":
        file.write_bytes(b"no")
    else:  # as after a power failure: size and time are what they were
        file.write_bytes(file.read_bytes()[:7].ljust(file.stat().st_size, b"\0"))
    assert look_for(str(package), [str(place)]).state == "unfit"


def test_modules_of_another_python_are_not_served(package: Path, place: Path) -> None:
    manifest = place / FOLDER / "manifest.json"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(EXTENSION_SUFFIXES[0], ".cpython-39.so"))
    for file in (place / FOLDER).rglob(f"*{EXTENSION_SUFFIXES[0]}"):
        file.rename(file.with_name(file.name.replace(EXTENSION_SUFFIXES[0], ".cpython-39.so")))
    assert look_for(str(package), [str(place)]).state == "unfit"


BROKEN = {
    "empty": b"",
    "cut": b'{"modules": {',
    "other encoding": '{"sources": "ạ"}'.encode("utf-16"),
    "a list": b"[]",
    "no digests": b'{"modules": {"borderwire__mypyc": ["a.so", 1]}, "sources": {}}',
    "no library": b'{"modules": {}, "sources": {"borderwire/text.py": "00"}}',
    "no digest": b'{"modules": {"borderwire__mypyc": ["a.so"]}, "sources": {"borderwire/text.py": "00"}}',
    "a size alone": b'{"modules": {"borderwire__mypyc": 1}, "sources": {"borderwire/text.py": "00"}}',
    "null": b'{"modules": null, "sources": null}',
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_manifest_is_told_as_such(package: Path, place: Path, fault: str) -> None:
    (place / FOLDER / "manifest.json").write_bytes(BROKEN[fault])
    with pytest.raises(ValueError):
        look_for(str(package), [str(place)])


def test_only_compiled_modules_are_found_here() -> None:
    served = Finder({"borderwire.text": "/nowhere/text.so"})
    spec = served.find_spec("borderwire.text")
    assert spec is not None
    assert (spec.origin, spec.has_location) == ("/nowhere/text.so", True)
    assert served.find_spec("borderwire.cli") is None
    assert served.find_spec("text") is None


# --- a whole process ---------------------------------------------------------------------------------


def _version(place: Path, switch: str) -> str:
    environment = {
        **os.environ,
        "BORDERWIRE_COMPILED": switch,
        "PYTHONPATH": os.pathsep.join([str(place), str(SOURCE)]),
    }
    command = [sys.executable, "-m", "borderwire", "--version"]
    done = subprocess.run(command, env=environment, cwd=place, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return " ".join(done.stdout.split())  # lines are broken where a terminal ends


def _faulty(folder: Path, fault: str) -> None:
    if fault == "stale":
        data = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        data["sources"]["borderwire/text.py"] = "0" * 64
        (folder / "manifest.json").write_text(json.dumps(data), encoding="utf-8")
    elif fault != "no machine code":
        (folder / "manifest.json").write_bytes(BROKEN[fault])


@pytest.mark.parametrize("fault", ["no machine code", "stale", "cut", "null", "other encoding"])
def test_a_program_with_unfit_modules_says_so_and_goes_on(tmp_path: Path, fault: str) -> None:
    _faulty(_compiled(tmp_path, SOURCE, ["borderwire/text.py"]), fault)
    told = _version(tmp_path, "1")
    assert told.startswith("borderwire 0.")
    assert "in plain Python" in told
    assert "`sh .ci/setup` compiles them" in told
    assert ("borderwire/text.py has changed" in told) == (fault == "stale")


def test_the_switch_has_the_sources_read_whatever_is_there(tmp_path: Path) -> None:
    _compiled(tmp_path, SOURCE, ["borderwire/text.py"])
    assert "as BORDERWIRE_COMPILED=0 asks for" in _version(tmp_path, "0")
