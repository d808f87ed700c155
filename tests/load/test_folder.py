"""A folder of sources is read whole: what cannot be read is named, and stops nothing else."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from borderwire.errors import Problem, SourceError
from borderwire.load import LARGEST_FILE, load_article, load_articles
from borderwire.load.walk import shown_path

TEXT = "Ngày 5/10, bà con hai bản góp công dựng lại cột mốc.\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    return folder


def _load(seeds: Path) -> tuple[list[str], list[Problem]]:
    articles, problems = load_articles(seeds, root=seeds.parent)
    return [article.source.path for article in articles], list(problems)


def _one(seeds: Path) -> Problem:
    paths, problems = _load(seeds)
    assert "seeds/good.txt" in paths
    (problem,) = problems
    assert problem.hint
    return problem


def test_sub_folders_are_read_in_sorted_order_whatever_the_case_of_the_ending(seeds: Path) -> None:
    for name in ("b/x.TXT", "b/a.md", "a/deep/y.markdown", "z.txt"):
        (seeds / name).parent.mkdir(parents=True, exist_ok=True)
        (seeds / name).write_text(TEXT, encoding="utf-8")
    paths, problems = _load(seeds)
    assert paths == [f"seeds/{name}" for name in ("a/deep/y.markdown", "b/a.md", "b/x.TXT", "good.txt", "z.txt")]
    assert problems == []


def test_sidecars_of_sources_and_what_tools_hide_are_passed_over_silently(seeds: Path) -> None:
    for name in (".git/x.txt", ".gitkeep", "good.yaml", "good.yml"):
        (seeds / name).parent.mkdir(exist_ok=True)
        (seeds / name).write_text("a: 1", encoding="utf-8")
    assert _load(seeds) == (["seeds/good.txt"], [])


@pytest.mark.parametrize("name", [".late.txt", ".late.md", ".later/x.txt"])
def test_hidden_texts_and_folders_are_told_in_a_note(seeds: Path, name: str) -> None:
    (seeds / name).parent.mkdir(exist_ok=True)
    (seeds / name).write_text(TEXT, encoding="utf-8")
    problem = _one(seeds)
    assert (problem.code, problem.severity) == ("hidden-file", "note")
    assert problem.path == f"seeds/{name.split('/', maxsplit=1)[0]}"


@pytest.mark.parametrize("name", ["report.pdf", "README", "good.gold.yaml"])
def test_other_files_are_told_in_a_note(seeds: Path, name: str) -> None:
    (seeds / name).write_bytes(b"x")
    problem = _one(seeds)
    assert (problem.code, problem.severity, problem.path) == ("unknown-format", "note", f"seeds/{name}")


@pytest.mark.parametrize(
    ("name", "told"),
    [("godo.yaml", "good.yaml"), ("Good.yaml", "good.yaml"), ("good.txt.yaml", "good.yaml"),
     ("good.YAML", "good.yaml"), ("zzz.yml", "name of its text"), ("authority.yaml", "beside the folder")],
)  # fmt: skip
def test_a_sidecar_without_its_text_is_a_warning_that_names_the_nearest(seeds: Path, name: str, told: str) -> None:
    (seeds / name).write_text("outlet: X\n", encoding="utf-8")
    problem = _one(seeds)
    assert (problem.code, problem.severity, problem.path) == ("sidecar-orphan", "warning", f"seeds/{name}")
    assert told in (problem.hint or "")


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "empty-file"), (b" \n", "empty-file"), (b"\x89PNG\x00\x01\x02" * 99, "binary-file"),
     (b"a" * (LARGEST_FILE + 1), "huge-file")],
    ids=["empty", "blank", "binary", "huge"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["bad.txt", "bad.md"])
def test_a_file_that_holds_no_text_is_named(seeds: Path, content: bytes, code: str, name: str) -> None:
    (seeds / name).write_bytes(content)
    problem = _one(seeds)
    assert (problem.code, problem.severity, problem.path) == (code, "error", f"seeds/{name}")


def test_problems_of_a_readable_article_stay_with_it(seeds: Path) -> None:
    (seeds / "good.txt").write_bytes(TEXT.encode() + b"\xff\n")
    articles, problems = load_articles(seeds, root=seeds.parent)
    assert problems == ()
    assert [problem.code for problem in articles[0].problems] == ["invalid-bytes"]


def test_a_folder_named_like_a_text_is_told_and_read(seeds: Path) -> None:
    (seeds / "x.txt").mkdir()
    (seeds / "x.txt" / "inner.txt").write_text(TEXT, encoding="utf-8")
    paths, problems = _load(seeds)
    assert paths == ["seeds/good.txt", "seeds/x.txt/inner.txt"]
    assert [problem.code for problem in problems] == ["folder-named-as-file"]


def test_links_are_followed_but_not_in_a_circle(seeds: Path) -> None:
    other = seeds.parent / "other"
    other.mkdir()
    (other / "far.txt").write_text(TEXT, encoding="utf-8")
    (seeds / "far").symlink_to(other)
    (seeds / "loop").symlink_to(seeds)
    paths, problems = _load(seeds)
    assert paths == ["seeds/far/far.txt", "seeds/good.txt"]
    assert [(problem.code, problem.path) for problem in problems] == [("link-loop", "seeds/loop")]


def test_links_out_of_the_archive_are_followed_and_told_in_a_note_with_their_target(tmp_path: Path) -> None:
    seeds, outside = tmp_path / "archive" / "seeds", tmp_path / "elsewhere"
    for folder in (seeds, outside, seeds.parent / "drafts"):
        folder.mkdir(parents=True)
        (folder / "good.txt").write_text(TEXT, encoding="utf-8")
    (seeds / "far.txt").symlink_to(outside / "good.txt")
    (seeds / "folder").symlink_to(outside)
    (seeds / "near.txt").symlink_to("../drafts/good.txt")
    paths, problems = _load(seeds)
    assert paths == [f"seeds/{name}" for name in ("far.txt", "folder/good.txt", "good.txt", "near.txt")]
    told = [(problem.code, problem.severity, problem.path) for problem in problems]
    assert told == [("link-outside", "note", f"seeds/{name}") for name in ("far.txt", "folder")]
    assert str(outside.resolve() / "good.txt") in problems[0].message


URLS = ("http://Example.org/a/1.html", "https://me@www.example.org:443/a/1.html/?utm_source=x&fbclid=3#top")


@pytest.mark.parametrize("urls", [URLS, URLS[::-1], (URLS[0], URLS[0])])
def test_two_sources_of_one_web_address_are_both_read_and_both_named(seeds: Path, urls: tuple[str, str]) -> None:
    (seeds / "a.md").write_text(f"---\nurl: {urls[0]}\n---\n{TEXT}", encoding="utf-8")
    (seeds / "good.yaml").write_text(f"url: {urls[1]}\n", encoding="utf-8")
    (seeds / "b.md").write_text(f"---\nurl: http://example.org/a/1.html?id=2\n---\n{TEXT}", encoding="utf-8")
    paths, (problem,) = _load(seeds)
    assert paths == ["seeds/a.md", "seeds/b.md", "seeds/good.txt"]
    assert (problem.code, problem.severity, problem.path, problem.key) == (
        "same-url",
        "warning",
        "seeds/good.txt",
        "url",
    )
    assert "seeds/a.md" in problem.message


@pytest.mark.parametrize("target", ["nowhere.txt", "self.txt"])
def test_a_link_to_nothing_is_named(seeds: Path, target: str) -> None:
    (seeds / "self.txt").symlink_to(seeds / target)
    assert (_one(seeds).code, _one(seeds).path) == ("unreadable-file", "seeds/self.txt")


def test_a_pipe_is_not_waited_for(seeds: Path) -> None:
    os.mkfifo(seeds / "pipe.txt")
    assert _one(seeds).code == "not-a-file"
    with pytest.raises(SourceError, match="not a file"):
        load_article(seeds / "pipe.txt", root=seeds.parent)


def test_a_file_or_folder_that_may_not_be_read_is_named(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (seeds / "secret.txt").write_text(TEXT, encoding="utf-8")
    (seeds / "closed").mkdir()
    opened, listed = Path.open, Path.iterdir

    def refuse_open(self: Path, *args: object, **kwargs: object) -> object:
        if self.name == "secret.txt":
            raise PermissionError(13, "Permission denied", str(self))
        return opened(self, *args, **kwargs)

    def refuse_list(self: Path) -> object:
        if self.name == "closed":
            raise PermissionError(13, "Permission denied", str(self))
        return listed(self)

    monkeypatch.setattr(Path, "open", refuse_open)
    monkeypatch.setattr(Path, "iterdir", refuse_list)
    paths, problems = _load(seeds)
    assert paths == ["seeds/good.txt"]
    assert {problem.code: problem.path for problem in problems} == {
        "unreadable-folder": "seeds/closed",
        "unreadable-file": "seeds/secret.txt",
    }


def test_a_missing_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        load_articles(tmp_path / "seeds", root=tmp_path)
    assert caught.value.path == (tmp_path / "seeds").as_posix()
    assert "Make it" in (caught.value.hint or "")


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "seeds").write_text("x")
    with pytest.raises(SourceError, match="must be a folder"):
        load_articles(tmp_path / "seeds", root=tmp_path)


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    assert load_articles(tmp_path / "seeds", root=tmp_path) == ((), ())


def test_a_single_file_is_read_by_its_ending(seeds: Path) -> None:
    (seeds / "a.md").write_text(f"# Cột mốc\n\n{TEXT}", encoding="utf-8")
    assert load_article(seeds / "a.md", root=seeds).source.format == "markdown"
    assert load_article(seeds / "good.txt", root=seeds).source.format == "text"
    with pytest.raises(SourceError, match="no such file"):
        load_article(seeds / "gone.txt", root=seeds)


def test_paths_are_shown_from_the_root_or_as_given_outside_it(seeds: Path) -> None:
    root = seeds.parent
    assert load_article(seeds / ".." / "seeds" / "good.txt", root=root).source.path == "seeds/good.txt"
    assert load_article(seeds / "good.txt", root=root / "elsewhere").source.path == (seeds / "good.txt").as_posix()


def test_a_file_name_that_is_no_utf_8_is_read_and_shown(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # As Python hands out the byte E9 in a name. Not every disk takes such a name, so that the file itself is feigned.
    named = seeds / "caf\udce9.txt"
    opened = Path.open

    def open_it(self: Path, *arguments: Any, **options: Any) -> Any:
        return opened(seeds / "good.txt" if self == named else self, *arguments, **options)

    monkeypatch.setattr(Path, "open", open_it)
    there = Path.stat
    monkeypatch.setattr(Path, "stat", lambda self: there(seeds / "good.txt" if self == named else self))
    assert load_article(named, root=seeds.parent).source.path == "seeds/caf\ufffd.txt"


def test_the_source_is_known_by_its_bytes(seeds: Path) -> None:
    (article, *_), _ = load_articles(seeds, root=seeds.parent)
    assert article.source.sha256 == __import__("hashlib").sha256(TEXT.encode()).hexdigest()


def test_a_name_with_a_line_end_is_shown_in_one_line(seeds: Path) -> None:
    assert shown_path(seeds / "a\nb\x1b[31m.txt", seeds.parent) == "seeds/a\ufffdb\ufffd[31m.txt"
