"""The compiled modules say, byte for byte, what their sources say, and never what these said before they were edited.

Takes those of this environment (`sh .ci/setup`); where they are not current, they are compiled first, in a minute.
"""

from __future__ import annotations

import multiprocessing
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from borderwire.compiled.make import default_place, is_made, make
from borderwire.compiled.manifest import FOLDER, LIBRARY

from .test_robust import HOSTILE

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src"
# Pieces by which the texts below are cut and glued into what no one wrote; any bytes have to be read alike.
CUTS = (b"\n", b" ", b",", "ị".encode())
CASE = re.compile(r"(?:^= .*\n)+", re.MULTILINE)  # what stands behind the text of a case

pytestmark = pytest.mark.compiled

# Reads every text of a folder, and writes the records and the notes of `explain` line by line.
READ = """
import sys
from pathlib import Path

from borderwire.compiled import reading
from borderwire.errors import SourceError
from borderwire.explain import explain
from borderwire.export import to_line
from borderwire.extract import record
from borderwire.gazetteer import load_gazetteer
from borderwire.load import parse_text

gazetteer = load_gazetteer()
print(reading().state)
for file in sorted(Path(sys.argv[1]).iterdir()):
    try:
        article = parse_text(file.read_bytes(), file.name)
    except SourceError as error:
        print(file.name, error)
        continue
    print(to_line(record.extract_record(article, gazetteer)))
    print(ascii(explain(record.read_article(article, gazetteer))))
"""

# How texts are read, and where a module that reads is from.
HOW = """
from borderwire.compiled import reading
from borderwire.extract import record
print(reading().state)
print(record.__file__)
"""

# Sends articles to a worker and gets records back, as `borderwire build` does.
WORKERS = """
import multiprocessing, sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from borderwire.build import _chunk
from borderwire.compiled import reading
from borderwire.load import load_articles

articles, _ = load_articles(Path(sys.argv[1]), root=Path(sys.argv[1]))
with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(sys.argv[2])) as pool:
    print(pool.submit(reading).result().state)
    print(pool.submit(_chunk, articles[:50]).result() == _chunk(articles[:50]))
"""

# How often the officials of a text are gone through when it is asked twice who gives.
GIVERS = """
from borderwire.extract import gifts
from tests.extract.reading import doc_of

class Officials(list):
    looks = 0
    def __iter__(self):
        Officials.looks += 1
        return super().__iter__()

givers = gifts.Givers(doc_of("Hai bên trao quà."), [], [], Officials())
print(gifts.__file__.endswith(".py"), givers.persons, givers.persons, Officials.looks)
"""

# What is no article, to a function that reads articles.
FAIL = """
import traceback
from borderwire.extract.record import extract_records
try:
    list(extract_records([None], None))
except AttributeError:
    print(traceback.format_exc())
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for Python's path with compiled modules: this environment's or, if these are not current, new ones."""
    if is_made(default_place()):
        return default_place()
    folder = tmp_path_factory.mktemp("place")
    make(folder)
    return folder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A folder with a copy of the package, to be edited."""
    shutil.copytree(SOURCE / "borderwire", tmp_path / "borderwire", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds and the gold articles, many of these also maltreated, the cases of the extractors, and hostile ones."""
    folder = tmp_path_factory.mktemp("texts")
    files = [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((ROOT / "tests" / "gold" / "articles").glob("*.txt"))]
    for number, file in enumerate(files):
        whole = file.read_bytes()
        text = whole.decode()
        made = {
            "": whole,
            "upper": text.upper().encode(),
            "lower": text.lower().encode(),
            "half": whole[: len(whole) * (number % 7 + 2) // 10],
            "glued": files[number - 1].read_bytes() + whole,
            "turned": b" ".join(reversed(whole.split(b" "))),
            "scattered": CUTS[number % 4].join(whole.split(CUTS[(number + 1) % 4])),
            "joined": whole.replace(b" ", b""),
            "noise": bytes((byte * 31 + at) % 256 for at, byte in enumerate(whole[:2000])),
        }
        for name, content in made.items() if number % 4 == 0 else [("", whole)]:
            (folder / f"{file.stem}{name}.txt").write_bytes(content)
    for file in sorted((ROOT / "tests" / "extract").glob("*.txt")):
        for number, case in enumerate(CASE.split(file.read_text(encoding="utf-8"))):
            (folder / f"case {file.stem} {number}.txt").write_text(case, encoding="utf-8")
    for name in ("list of persons", "gifts of officials", "combining marks", "brackets"):
        (folder / f"hostile {name}.txt").write_text(HOSTILE[name] * 20_000, encoding="utf-8")
    return folder


def _run(code: str, *arguments: object, path: Sequence[Path], cwd: Path, switch: str = "1") -> list[str]:
    """What a Python prints, by lines, with these folders first on its path."""
    environment = {
        **os.environ,
        "BORDERWIRE_COMPILED": switch,
        "PYTHONPATH": os.pathsep.join(map(str, path)),
        "PYTHONIOENCODING": "utf-8",
    }
    command = [sys.executable, "-c", code, *map(str, arguments)]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, cwd=cwd)
    return done.stdout.decode().splitlines()


def _how(*path: Path, switch: str = "1") -> tuple[str, bool]:
    """How texts are read with these folders on the path, and whether the modules are those of sources."""
    state, file = _run(HOW, path=path, cwd=path[0], switch=switch)
    return state, file.endswith(".py")


def test_compiled_modules_read_every_text_as_their_sources_do(place: Path, texts: Path) -> None:
    fast, plain = (_run(READ, texts, path=(place, SOURCE), cwd=texts, switch=switch) for switch in ("1", "0"))
    assert (fast[0], plain[0]) == ("compiled", "off")
    assert len(plain) > 2 * len(list((ROOT / "tests" / "gold" / "articles").glob("*.txt")))
    assert [pair for pair in zip(fast[1:], plain[1:], strict=True) if pair[0] != pair[1]] == []


def test_compiling_leaves_nothing_in_the_sources(place: Path) -> None:
    assert [file.name for file in SOURCE.rglob("*") if file.suffix in {".so", ".pyd", ".c"}] == []
    assert _how(place, SOURCE) == ("compiled", False)


@pytest.mark.parametrize("name", ["extract/doc.py", "model.py", "compiled/constants.py"])
def test_a_source_that_is_edited_is_read_at_once_and_served_again_when_it_is_as_it_was(
    place: Path, package: Path, name: str
) -> None:
    file = package / "borderwire" / name
    before = file.read_bytes()
    assert _how(package, place) == ("compiled", False)
    file.write_bytes(before + b"\n")
    assert _how(package, place) == ("stale", True)
    file.write_bytes(before)
    assert _how(package, place) == ("compiled", False)


def test_what_an_edited_source_says_is_what_runs(place: Path, package: Path) -> None:
    file = package / "borderwire" / "extract" / "record.py"
    file.write_bytes(file.read_bytes() + b"\nEDITED = 'now'\n")
    code = "from borderwire.extract import record; print(record.EDITED)"
    assert _run(code, path=(package, place), cwd=package) == ["now"]


def test_a_source_that_compiling_does_not_see_may_be_edited(place: Path, package: Path) -> None:
    file = package / "borderwire" / "terminal.py"
    file.write_bytes(file.read_bytes() + b"\n")
    assert _how(package, place) == ("compiled", False)


def test_a_damaged_folder_or_the_switch_has_the_sources_read(place: Path, tmp_path: Path) -> None:
    shutil.copytree(place / FOLDER, tmp_path / FOLDER)
    assert _how(tmp_path, SOURCE) == ("compiled", False)
    assert _how(tmp_path, SOURCE, switch="0") == ("off", True)
    for name in (f"{LIBRARY}.*", "borderwire/text.*"):
        (file,) = (tmp_path / FOLDER).glob(name)
        content = file.read_bytes()
        file.write_bytes(content[: len(content) // 2].ljust(len(content), b"\0"))  # as a power failure may leave it
        assert _how(tmp_path, SOURCE) == ("unfit", True)
        file.write_bytes(content)
        assert _how(tmp_path, SOURCE) == ("compiled", False)
    manifest = tmp_path / FOLDER / "manifest.json"
    manifest.write_bytes(manifest.read_bytes()[:1000])
    assert _how(tmp_path, SOURCE) == ("unfit", True)


@pytest.mark.parametrize("method", multiprocessing.get_all_start_methods())
def test_worker_processes_read_with_compiled_modules_too(place: Path, texts: Path, method: str) -> None:
    assert _run(WORKERS, texts, method, path=(place, SOURCE), cwd=texts) == ["compiled", "True"]


def test_a_traceback_tells_file_line_and_source(place: Path, tmp_path: Path) -> None:
    told = "\n".join(_run(FAIL, path=(place, SOURCE), cwd=tmp_path))
    assert 'File "borderwire/extract/record.py", line ' in told
    assert "in extract_records" in told
    assert "AttributeError: " in told
    assert "article.text" in told


def test_who_gives_is_worked_out_once_a_text(place: Path, tmp_path: Path) -> None:
    assert _run(GIVERS, path=(place, SOURCE, ROOT), cwd=tmp_path) == ["False [] [] 1"]


def _command(*arguments: object, path: Sequence[Path], switch: str = "1") -> tuple[int, str, str]:
    """Exit code, output and errors of `python -m borderwire.compiled`, with these folders first on Python's path."""
    environment = {**os.environ, "BORDERWIRE_COMPILED": switch, "PYTHONPATH": os.pathsep.join(map(str, path))}
    command = [sys.executable, "-m", "borderwire.compiled", *map(str, arguments)]
    done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True, cwd=path[0])
    return done.returncode, done.stdout, done.stderr


def _marks(folder: Path) -> list[tuple[str, int, int]]:
    """What would differ if a file of a folder had been written anew."""
    files = ((file, file.stat()) for file in sorted(folder.rglob("*")))
    return [(str(file), stat.st_ino, stat.st_mtime_ns) for file, stat in files]


def test_what_was_made_is_not_made_again(place: Path) -> None:
    before = _marks(place / FOLDER)
    assert _command("--into", place, path=(place, SOURCE)) == (0, "", "")
    assert _marks(place / FOLDER) == before


def test_the_command_checks_what_is_there_whatever_the_switch_says(place: Path) -> None:
    assert _command("--check", path=(place, SOURCE)) == (0, "borderwire: reading compiled\n", "")
    code, told, _ = _command("--check", path=(place, SOURCE), switch="0")
    assert (code, told.startswith("borderwire: the compiled modules are current")) == (0, True)


def test_sources_that_cannot_be_compiled_are_told_and_leave_the_older_folder(place: Path, package: Path) -> None:
    shutil.copytree(place / FOLDER, package / FOLDER)
    (package / "borderwire" / "text.py").write_text("def (\n", encoding="utf-8")
    before = _marks(package / FOLDER)
    code, told, errors = _command("--into", package, path=(package,))
    assert (code, told) == (1, "")
    assert errors.startswith("borderwire: borderwire/text.py, line 1: ")
    assert errors.count("\n") == 1
    assert _marks(package / FOLDER) == before
