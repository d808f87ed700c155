"""Bad input gets a clear message, nothing is lost, and the other articles are built all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from borderwire.cli import main

Tree = Callable[[Path], dict[str, bytes]]
Capture = pytest.CaptureFixture[str]


def _articles(folder: Path) -> list[str]:
    return sorted(path.parent.name for path in (folder / "build" / "articles").glob("*/index.html"))


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b"\n \n", "empty"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8, "binary"),
        ("huge.txt", b"Ng\xc3\xa0y 3/4/2020. " * 1_200_000, "large"),
    ],
)
def test_a_bad_file_is_named_and_the_others_are_built(
    archive: Path, capsys: Capture, name: str, content: bytes, told: str
) -> None:
    (archive / "seeds" / name).write_bytes(content)
    assert main(["build", str(archive)]) == 0
    log = capsys.readouterr().err
    assert f"seeds/{name}" in log
    assert told in log.lower()
    assert len(_articles(archive)) == 2


def test_broken_front_matter_is_named_with_its_line_and_the_body_is_kept(archive: Path, capsys: Capture) -> None:
    source = "---\ntitle: Một\npublished: [\n---\n\nNgày 5/6/2021, Công an tỉnh Sơn La làm việc.\n"
    (archive / "seeds" / "broken.md").write_text(source, encoding="utf-8")
    assert main(["build", str(archive)]) == 0
    assert "seeds/broken.md:" in capsys.readouterr().err
    pages = [path.read_text(encoding="utf-8") for path in (archive / "build" / "articles").glob("*/index.html")]
    assert any("Công an tỉnh Sơn La" in page and "làm việc" in page for page in pages)


def test_an_unknown_key_in_front_matter_names_the_nearest_known_one(archive: Path, capsys: Capture) -> None:
    source = "---\ntitel: Một\n---\n\nNgày 5/6/2021, Công an tỉnh Sơn La làm việc.\n"
    (archive / "seeds" / "typo.md").write_text(source, encoding="utf-8")
    main(["build", str(archive)])
    log = capsys.readouterr().err
    assert "seeds/typo.md:2: titel" in log
    assert "title" in log


def test_two_sources_for_one_address_are_both_published_and_both_named(archive: Path, capsys: Capture) -> None:
    text = (archive / "seeds" / "talks.txt").read_text(encoding="utf-8")
    (archive / "seeds" / "again.txt").write_text(text + "\nHai bên trao quà lưu niệm.\n", encoding="utf-8")
    assert main(["build", str(archive)]) == 0
    log = capsys.readouterr().err
    assert "seeds/again.txt" in log
    assert "seeds/talks.txt" in log
    assert len(_articles(archive)) == 3


def test_a_missing_seeds_folder_says_what_to_do(tmp_path: Path, capsys: Capture) -> None:
    assert main(["build", str(tmp_path)]) == 1
    log = capsys.readouterr().err
    assert "seeds" in log
    assert "Traceback" not in log


def test_a_folder_that_borderwire_did_not_make_is_never_touched(archive: Path, tree: Tree, capsys: Capture) -> None:
    (archive / "build").mkdir()
    (archive / "build" / "thesis.doc").write_bytes(b"years of work")
    assert main(["build", str(archive)]) == 1
    assert tree(archive / "build") == {"thesis.doc": b"years of work"}
    assert "build" in capsys.readouterr().err


@pytest.mark.parametrize("output", [".", "seeds", "seeds/site"])
def test_the_sources_are_never_the_output(archive: Path, tree: Tree, output: str, capsys: Capture) -> None:
    before = tree(archive / "seeds")
    assert main(["build", str(archive), "--output", output]) == 1
    assert tree(archive / "seeds") == before
    assert "Traceback" not in capsys.readouterr().err


def test_text_in_another_language_is_published_and_told(archive: Path, capsys: Capture) -> None:
    english = "The committee met on Tuesday and agreed on nothing of note. " * 8
    (archive / "seeds" / "english.txt").write_text(english, encoding="utf-8")
    assert main(["build", str(archive)]) == 0
    assert "seeds/english.txt" in capsys.readouterr().err
    assert len(_articles(archive)) == 3


def test_hostile_text_is_shown_not_run(archive: Path) -> None:
    text = "Ngày 3/4/2020, <script>alert(1)</script> Công an tỉnh Sơn La {{ 7 * 7 }} <img src=x onerror=alert(2)>.\n"
    (archive / "seeds" / "hostile.txt").write_text(text, encoding="utf-8")
    main(["build", str(archive)])
    pages = [path.read_text(encoding="utf-8") for path in (archive / "build").rglob("*.html")]
    assert not any("<script>alert" in page or "<img src=x" in page for page in pages)
    assert any("{{ 7 * 7 }}" in page for page in pages)


def test_a_broken_template_of_the_site_names_file_and_line(archive: Path, capsys: Capture) -> None:
    (archive / "templates").mkdir()
    (archive / "templates" / "home.html").write_text("<p>\n{% if %}\n", encoding="utf-8")
    assert main(["build", str(archive)]) == 1
    assert "home.html:2" in capsys.readouterr().err
