"""The compiled modules say, byte for byte, what their sources say. Compiles the package first, which takes a minute."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
# Pieces by which the texts below are cut and glued into what no one wrote; any bytes have to be read alike.
CUTS = (b"\n", b" ", b",", "ị".encode())

pytestmark = pytest.mark.compiled

# Reads every text of a folder, and writes the records and the notes of `explain` line by line.
READ = """
import sys
from pathlib import Path

from borderwire.errors import SourceError
from borderwire.explain import explain
from borderwire.export import to_line
from borderwire.extract import record
from borderwire.gazetteer import load_gazetteer
from borderwire.load import parse_text

gazetteer = load_gazetteer()
print(not record.__file__.endswith(".py"))
for file in sorted(Path(sys.argv[1]).iterdir()):
    try:
        article = parse_text(file.read_bytes(), file.name)
    except SourceError as error:
        print(file.name, error)
        continue
    print(to_line(record.extract_record(article, gazetteer)))
    print(ascii(explain(record.read_article(article, gazetteer))))
"""


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package as a compiled wheel holds it."""
    folder = tmp_path_factory.mktemp("compiled")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, env={**os.environ, "HATCH_BUILD_HOOKS_ENABLE": "1"}, stdout=subprocess.PIPE)
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(folder / "package")
    return folder / "package"


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds and the gold articles; many of these also maltreated."""
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
    return folder


def _read(package: Path, texts: Path) -> list[str]:
    environment = {**os.environ, "PYTHONPATH": str(package), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", READ, str(texts)], env=environment, check=True, stdout=subprocess.PIPE, cwd=texts
    )
    return done.stdout.decode().splitlines()


def test_compiled_modules_read_every_text_as_their_sources_do(compiled: Path, texts: Path) -> None:
    fast, plain = _read(compiled, texts), _read(ROOT / "src", texts)
    assert (fast[0], plain[0]) == ("True", "False")
    assert len(plain) > 2 * len(list((ROOT / "tests" / "gold" / "articles").glob("*.txt")))
    assert [pair for pair in zip(fast[1:], plain[1:], strict=True) if pair[0] != pair[1]] == []


def test_building_a_compiled_wheel_leaves_nothing_in_the_sources(compiled: Path) -> None:
    assert [file.name for file in (ROOT / "src").rglob("*") if file.suffix in {".so", ".pyd", ".c"}] == []
    assert any(file.suffix in {".so", ".pyd"} for file in compiled.rglob("*"))
