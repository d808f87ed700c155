"""The built wheel works in an empty folder: it carries the theme and the gazetteer, and needs no checkout."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_source_archive_carries_all_that_the_readme_speaks_of(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "build", "--sdist", "--no-isolation", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    words = re.findall(r"\.?\w[\w./-]*", (ROOT / "README.md").read_text(encoding="utf-8"))
    spoken = {word.rstrip("./") for word in words if "/" in word and not word.startswith((".venv", "build/"))}
    paths = {path for path in spoken if (ROOT / path).exists()}
    assert paths >= {".ci/setup", ".ci/run", "templates/README.md", "tests/gold", "src/borderwire", "seeds"}
    assert [path for path in sorted(paths) if not any(f"{name}/".startswith(f"{path}/") for name in names)] == []


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`borderwire` from the wheel in an environment of its own; its libraries are those of this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    bin_folder = folder / ("Scripts" if os.name == "nt" else "bin")
    python = bin_folder / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = Path(subprocess.run([str(python), "-c", ask], check=True, capture_output=True, text=True).stdout.strip())
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return bin_folder / "borderwire"


def _run(program: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [str(program), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )


def test_the_wheel_carries_theme_gazetteer_and_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("_theme/templates/", "_theme/static/", "gazetteer/data/"):
        assert any(folder in name for name in names), folder
    assert any(name.endswith("LICENSE") for name in names)
    assert any(name.endswith("py.typed") for name in names)
    assert not any("seeds/" in name or "tests/" in name for name in names)


def test_it_builds_an_archive_in_a_folder_of_its_own(program: Path, archive: Path) -> None:
    told = _run(program, archive, "build").stdout
    assert "Articles  2 read" in told
    assert (archive / "build" / "index.html").is_file()
    ask = "import borderwire; print(borderwire.__file__)"
    assert str(ROOT) not in _run(program.with_name("python"), archive, "-c", ask).stdout


def test_a_site_overrides_single_templates_and_static_files(program: Path, archive: Path) -> None:
    (archive / "templates").mkdir()
    (archive / "templates" / "404.html").write_text(
        "<!doctype html><title>Lost</title><p>Our own page", encoding="utf-8"
    )
    (archive / "static").mkdir()
    (archive / "static" / "emblem.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    _run(program, archive, "build")
    assert "Our own page" in (archive / "build" / "404.html").read_text(encoding="utf-8")
    assert any(path.name.startswith("emblem") for path in (archive / "build" / "static").rglob("*"))
    assert (archive / "build" / "index.html").is_file()
