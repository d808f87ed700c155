"""The rooms depend downwards only, and each library is used where it belongs."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "borderwire"

# Which rooms a room may import from; a top-level module is a room of its own.
ALLOWED: dict[str, set[str]] = {
    "compiled": set(),
    "errors": set(),
    "text": set(),
    "syllables": set(),
    "identity": set(),
    "change": set(),
    "correction": {"errors"},
    "source": {"errors"},
    "model": {"change", "correction", "errors", "identity", "source"},
    "config": {"errors"},
    "gazetteer": {"errors", "model", "text"},
    "yaml_edit": set(),
    "load": {"errors", "model", "correction", "syllables", "text", "yaml_edit"},
    "extract": {"errors", "model", "syllables", "text", "gazetteer"},
    "resolve": {"errors", "model", "correction", "text", "gazetteer", "extract", "yaml_edit"},
    "posts": {"model"},
    "site": {"", "errors", "model", "posts", "text", "gazetteer"},
    "withhold": {"errors", "model", "correction", "text", "gazetteer", "extract", "resolve"},
    "changes": {"errors", "model", "text"},
    "export": {"", "errors", "model", "posts", "text", "gazetteer"},
    "publish": {"errors", "model"},
    "build": {
        "errors", "model", "changes", "config", "gazetteer", "load", "extract", "resolve", "site", "export", "publish",
        "withhold",
    },
    "review": {"errors", "model", "gazetteer", "load", "extract", "resolve"},
    "annotations": {"errors"},
    "evaluate": {"errors", "model", "text", "annotations", "gazetteer", "load", "extract"},
    "explain": {"errors", "model", "extract"},
    "cli": {
        "", "errors", "changes", "compiled", "config", "build", "evaluate", "explain", "export", "extract",
        "gazetteer", "load", "publish", "review", "terminal",
    },
    "terminal": {"errors"},
    "__main__": {"cli"},
    "": {"compiled"},
}  # fmt: skip

# Where each third-party package may be used.
CONFINED = {
    "yaml": {"config", "gazetteer", "load", "resolve", "annotations", "yaml_edit"},
    "jinja2": {"site"},
    "markupsafe": {"site"},
    "babel": {"site"},
    "markdown_it": {"load", "site"},
    "PIL": {"site"},
    "slugify": {"text"},
    "rich": {"terminal"},
    "mypyc": {"compiled"},
    "setuptools": {"compiled"},
}

# What a pure pass must not touch: disk, clock, locale, network, chance.
IMPURE = {"os", "pathlib", "io", "time", "locale", "socket", "urllib", "random", "subprocess", "shutil"}


def _imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            yield node.module or ""


def _room(file: Path) -> str:
    parts = file.relative_to(SOURCE).with_suffix("").parts
    return "" if parts == ("__init__",) else parts[0]


FILES = sorted(SOURCE.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_every_import_points_downwards(file: Path) -> None:
    room = _room(file)
    for name in _imports(file):
        if name.split(".")[0] != "borderwire":
            continue
        target = [*name.split("."), ""][1]
        assert target == room or target in ALLOWED[room], f"{room} imports {name}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(SOURCE)))
def test_every_library_stays_in_its_room(file: Path) -> None:
    room = _room(file)
    for name in _imports(file):
        allowed = CONFINED.get(name.split(".")[0])
        assert allowed is None or room in allowed, f"{room} imports {name}"


@pytest.mark.parametrize("file", [file for file in FILES if _room(file) == "extract"], ids=lambda file: file.name)
def test_extraction_touches_no_disk_clock_or_locale(file: Path) -> None:
    assert not {name.split(".")[0] for name in _imports(file)} & IMPURE


@pytest.mark.parametrize("file", [file for file in FILES if _room(file) == "extract"], ids=lambda file: file.name)
def test_extraction_never_asks_what_day_it_is(file: Path) -> None:
    names = {
        node.attr for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)
    }
    assert not names & {"today", "now", "utcnow"}


def test_every_room_is_in_the_table() -> None:
    assert {_room(file) for file in FILES} <= set(ALLOWED)


def test_modules_stay_small_enough_to_read() -> None:
    long = {str(file.relative_to(SOURCE)): count for file in FILES if (count := file.read_text().count("\n")) > 400}
    assert long == {}
