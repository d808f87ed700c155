"""Bad input gets a clear message, nothing is lost, and the other articles are built all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from borderwire.cli import main
from borderwire.publish.paths import why_unwritable

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
    (archive / "borderwire.yaml").write_text(f"output: ./{output}\n", encoding="utf-8")
    assert main(["build", str(archive)]) == 1
    assert main(["check", str(archive)]) == 1
    assert tree(archive / "seeds") == before
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("strict", [[], ["--strict"]], ids=["", "strict"])
@pytest.mark.parametrize("command", ["build", "check"])
def test_seeds_without_a_source_never_empty_the_site(
    archive: Path, tree: Tree, capsys: Capture, command: str, strict: list[str]
) -> None:
    main(["build", str(archive)])
    before = tree(archive / "build")
    for source in (archive / "seeds").iterdir():
        source.unlink()
    (archive / "seeds" / "blank.txt").write_text("\n", encoding="utf-8")
    capsys.readouterr()
    assert main([command, str(archive), *strict]) == 1
    told = capsys.readouterr().err
    assert f"{archive}/seeds: no source that can be read" in told
    assert "seeds/blank.txt: the file is empty" in told
    assert "`seeds:` in borderwire.yaml" in told
    assert tree(archive / "build") == before


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "a.", "x" * 300, "...", "Tên có dấu"])
def test_an_address_that_no_disk_takes_stops_nothing_and_is_told(archive: Path, capsys: Capture, name: str) -> None:
    body = "Ngày 5/6/2021, Công an tỉnh Sơn La làm việc.\n"
    (archive / "seeds" / "chosen.md").write_text(f'---\ntitle: X\nslug: "{name}"\n---\n\n{body}', encoding="utf-8")
    (archive / "seeds" / "titled.md").write_text(f"# {name}\n\nCông an tỉnh Sơn La làm việc.\n", encoding="utf-8")
    assert main(["build", str(archive)]) == 0
    assert "seeds/chosen.md:3: slug:" in capsys.readouterr().err
    assert len(_articles(archive)) == 4
    assert all(why_unwritable(f"articles/{ident}/index.html") is None for ident in _articles(archive))


def test_the_address_that_a_keeper_chose_goes_before_one_that_was_made(archive: Path) -> None:
    (archive / "seeds" / "a.md").write_text("# Gặp gỡ\n\nCông an tỉnh Sơn La làm việc.\n", encoding="utf-8")
    (archive / "seeds" / "z.md").write_text("---\nslug: gap-go\n---\n\nCông an tỉnh Hà Tĩnh họp.\n", encoding="utf-8")
    main(["build", str(archive)])
    page = archive / "build" / "articles" / "gap-go" / "index.html"
    assert "seeds/z.md" in page.read_text(encoding="utf-8")
    assert "gap-go-2" in _articles(archive)


def test_a_link_to_the_archive_or_its_site_makes_no_articles_of_them(archive: Path, capsys: Capture) -> None:
    main(["build", str(archive)])
    (archive / "README.md").write_text("# Đọc\n\nCông an tỉnh Sơn La.\n", encoding="utf-8")
    (archive / "build" / "notes.md").write_text("# Ghi\n\nCông an tỉnh Sơn La.\n", encoding="utf-8")
    links = {"up": "..", "site": "../build", "pages": "../build/articles", "self": "."}
    for name, target in links.items():
        (archive / "seeds" / name).symlink_to(target)
    assert main(["build", str(archive)]) == 0
    told = capsys.readouterr().err
    assert all(f"seeds/{name}:" in told for name in links)
    assert len(_articles(archive)) == 2


def test_check_refuses_an_output_that_build_would_refuse(archive: Path, capsys: Capture) -> None:
    (archive / "build").mkdir()
    (archive / "build" / "thesis.doc").write_bytes(b"years of work")
    assert main(["check", str(archive)]) == 1
    told = capsys.readouterr().err
    assert "not made by borderwire" in told
    assert "Extracting" not in told


def test_check_refuses_a_file_of_somebody_else_in_a_page_s_place(archive: Path, capsys: Capture) -> None:
    main(["build", str(archive)])
    (archive / "build" / "articles" / "x").mkdir()
    (archive / "build" / "articles" / "x" / "index.html").write_text("my own words", encoding="utf-8")
    (archive / "seeds" / "x.md").write_text("---\nslug: x\n---\n\nCông an tỉnh Sơn La.\n", encoding="utf-8")
    assert main(["check", str(archive)]) == 1
    assert "somebody else" in capsys.readouterr().err


def test_a_page_changed_by_hand_is_named_when_no_build_makes_it_any_more(archive: Path, capsys: Capture) -> None:
    main(["build", str(archive)])
    source = archive / "seeds" / "gate.txt"
    text = source.read_text(encoding="utf-8")
    name = next(name for name in _articles(archive) if "tang-qua" in name)
    page = archive / "build" / "articles" / name / "index.html"
    page.write_text("my own words", encoding="utf-8")
    source.unlink()
    for _ in range(2):
        capsys.readouterr()
        assert main(["build", str(archive)]) == 0
        assert f"Kept      articles/{name}/index.html" in capsys.readouterr().out
    assert page.read_text(encoding="utf-8") == "my own words"
    source.write_text(text, encoding="utf-8")
    assert main(["build", str(archive)]) == 0
    assert f"Redone    articles/{name}/index.html" in capsys.readouterr().out


def test_every_note_names_its_file(archive: Path, capsys: Capture) -> None:
    (archive / "seeds" / "bare.txt").write_text("Ngày 5/6, hai bên làm việc.\n", encoding="utf-8")
    main(["build", str(archive), "--verbose"])
    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith(("note:", "warning:", "error:"))]
    assert told
    assert all(line.split(" ", 1)[1].startswith("seeds/") for line in told)


def test_sources_that_change_while_they_are_read_stop_nothing(
    archive: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def replaced(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.name == "gate.txt":
            self.unlink()
        return opened(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", replaced)
    assert main(["build", str(archive)]) == 0
    assert "seeds/gate.txt: there is no such file" in capsys.readouterr().err
    assert len(_articles(archive)) == 1


def test_a_build_writes_nothing_into_the_sources(archive: Path, tree: Tree) -> None:
    before = tree(archive / "seeds")
    times = {path: path.stat().st_mtime_ns for path in (archive / "seeds", *(archive / "seeds").iterdir())}
    for folder in (archive / "seeds", *(archive / "seeds").iterdir()):
        folder.chmod(0o555 if folder.is_dir() else 0o444)
    assert main(["build", str(archive)]) == 0
    assert tree(archive / "seeds") == before
    assert {path: path.stat().st_mtime_ns for path in times} == times
    (archive / "seeds").chmod(0o755)


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
