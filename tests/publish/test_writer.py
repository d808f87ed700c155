"""Publishing writes what differs, removes what is gone, and touches nothing that is not its own."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderwire.errors import OutputError
from borderwire.model import File
from borderwire.publish import publish
from borderwire.publish.manifest import NAME


def _files(**contents: str) -> list[File]:
    return [File(path.replace("__", "/"), text.encode(), f"a source of {path}") for path, text in contents.items()]


def _tree(folder: Path) -> dict[str, str]:
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != NAME)
    return {path.relative_to(folder).as_posix(): path.read_text() for path in paths}


def test_a_first_build_writes_everything_and_says_so(tmp_path: Path) -> None:
    report = publish(_files(index="a", years__y="b"), tmp_path / "build")
    assert _tree(tmp_path / "build") == {"index": "a", "years/y": "b"}
    assert (report.written, report.unchanged, report.removed, report.bytes) == (2, 0, 0, 2)


def test_only_files_whose_bytes_differ_are_written(tmp_path: Path) -> None:
    publish(_files(same="a", other="b"), tmp_path)
    before = (tmp_path / "same").stat().st_mtime_ns
    report = publish(_files(same="a", other="c"), tmp_path)
    assert (report.written, report.unchanged) == (1, 1)
    assert (tmp_path / "same").stat().st_mtime_ns == before
    assert _tree(tmp_path)["other"] == "c"


def test_files_no_longer_made_are_removed_with_their_empty_folders(tmp_path: Path) -> None:
    publish(_files(a__b__c="x", d="y"), tmp_path)
    report = publish(_files(d="y"), tmp_path)
    assert report.removed == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [NAME, "d"]


def test_a_file_that_somebody_changed_is_kept_when_no_build_makes_it_any_more(tmp_path: Path) -> None:
    publish(_files(a="x", b="y"), tmp_path)
    (tmp_path / "a").write_text("my own words")
    report = publish(_files(b="y"), tmp_path)
    assert report.kept == ("a",)
    assert (tmp_path / "a").read_text() == "my own words"


def test_a_damaged_or_deleted_file_is_written_again(tmp_path: Path) -> None:
    publish(_files(a="x", b="y"), tmp_path)
    (tmp_path / "a").write_text("damaged")
    (tmp_path / "b").unlink()
    assert publish(_files(a="x", b="y"), tmp_path).written == 2
    assert _tree(tmp_path) == {"a": "x", "b": "y"}


def test_a_file_of_somebody_else_in_our_folder_stays(tmp_path: Path) -> None:
    publish(_files(a="x"), tmp_path)
    (tmp_path / "CNAME").write_text("example.org")
    publish(_files(b="y"), tmp_path)
    assert _tree(tmp_path) == {"CNAME": "example.org", "b": "y"}


@pytest.mark.parametrize("manifest", [None, "{", "[]", '{"tool": "other", "format": 1, "files": {}}'])
def test_a_folder_that_is_not_ours_is_refused_untouched(tmp_path: Path, manifest: str | None) -> None:
    (tmp_path / "thesis.doc").write_text("years of work")
    if manifest is not None:
        (tmp_path / NAME).write_text(manifest)
    with pytest.raises(OutputError):
        publish(_files(index="a"), tmp_path)
    assert _tree(tmp_path) == {"thesis.doc": "years of work"}


def test_a_build_that_broke_off_is_mended_by_the_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(_files(a="1", b="1"), tmp_path)
    write = Path.write_bytes

    def full_disk(self: Path, content: bytes) -> int:
        if self.name.startswith("b."):
            raise OSError(28, "No space left on device", str(self))
        return write(self, content)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full_disk)
        with pytest.raises(OutputError, match="No space left"):
            publish(_files(a="2", b="2", c="2"), tmp_path)
    assert _tree(tmp_path)["b"] == "1"
    assert set(json.loads((tmp_path / NAME).read_text())["pending"]) == {"a", "b", "c"}
    publish(_files(a="2", c="2"), tmp_path)
    assert _tree(tmp_path) == {"a": "2", "c": "2"}
    assert "pending" not in json.loads((tmp_path / NAME).read_text())


def test_two_sources_of_one_file_are_both_named(tmp_path: Path) -> None:
    twice = [File("a/index.html", b"", "seeds/one.txt"), File("A/index.html", b"", "seeds/two.txt")]
    with pytest.raises(OutputError, match=r"seeds/one\.txt.*seeds/two\.txt"):
        publish(twice, tmp_path / "build")
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize(
    "path",
    [
        "../x", "/x", "a/../../x", "a//b", "", ".", "a:b", "a?b", 'a"b', "a*b", "a|b", "a<b", "con", "x/NUL.html",
        "aux.txt/x", "com1", "LPT9.html", "com¹", "a.", "a./b", "a ", " a", "a\\b", "a\x00b", "a\nb",
        "ă" * 150, "abcdefgh/" * 30 + "x",
        NAME, "x/.borderwire-manifest.json",
    ],
)  # fmt: skip
def test_a_path_that_some_disk_cannot_hold_is_refused(tmp_path: Path, path: str) -> None:
    with pytest.raises(OutputError):
        publish([File(path, b"", "seeds/a.txt")], tmp_path / "build")
    assert not (tmp_path / "build").exists()


def test_a_file_cannot_stand_where_another_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="needs a folder"):
        publish(_files(a="x", a__b="y"), tmp_path / "build")


@pytest.mark.parametrize("output", [".", "seeds", "seeds/site", ".."])
def test_sources_are_never_written_over(tmp_path: Path, output: str) -> None:
    root = tmp_path / "archive"
    (root / "seeds").mkdir(parents=True)
    with pytest.raises(OutputError, match="sources"):
        publish(_files(a="x"), root / output, protected=(root, root / "seeds"))


def test_a_link_or_a_file_is_no_output_folder(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_text("x")
    for name in ("link", "file"):
        with pytest.raises(OutputError):
            publish(_files(a="x"), tmp_path / name)


@pytest.mark.parametrize(
    "pair", [("a/index.html", "A/index.html"), ("b/ế.html", "b/ê\u0301.html"), ("ß.html", "SS.html")]
)
def test_names_that_some_disk_takes_for_one_are_refused(tmp_path: Path, pair: tuple[str, str]) -> None:
    with pytest.raises(OutputError, match="made twice"):
        publish([File(path, b"", "seeds/a.txt") for path in pair], tmp_path / "build")


def test_a_second_build_of_the_same_files_writes_nothing_at_all(tmp_path: Path) -> None:
    publish(_files(a="x", b__c="y"), tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    report = publish(_files(a="x", b__c="y"), tmp_path)
    assert (report.written, report.unchanged, report.removed, report.bytes) == (0, 2, 0, 0)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_equal_builds_leave_equal_folders_whatever_was_there_before(tmp_path: Path) -> None:
    publish(_files(z="1", a__b="2"), tmp_path / "one")
    publish(_files(a__b="2", z="1"), tmp_path / "two")
    publish(_files(old="0", z="0"), tmp_path / "three")
    publish(_files(z="1", a__b="2"), tmp_path / "three")
    one, two, three = (
        {
            path.relative_to(tmp_path / name): path.read_bytes()
            for path in (tmp_path / name).rglob("*")
            if path.is_file()
        }
        for name in ("one", "two", "three")
    )
    assert one == two == three


def test_a_file_becomes_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    publish(_files(a="x", b__c="y"), tmp_path)
    publish(_files(a__d="x", b="y"), tmp_path)
    assert _tree(tmp_path) == {"a/d": "x", "b": "y"}


def test_somebody_else_s_file_is_never_overwritten(tmp_path: Path) -> None:
    publish(_files(a="x"), tmp_path)
    (tmp_path / "robots.txt").write_text("my own words")
    with pytest.raises(OutputError, match="somebody else") as caught:
        publish([*_files(a="y"), File("robots.txt", b"ours", "the theme")], tmp_path)
    assert caught.value.hint
    assert _tree(tmp_path) == {"a": "x", "robots.txt": "my own words"}


def test_a_link_inside_the_build_is_not_followed_out_of_it(tmp_path: Path) -> None:
    build, elsewhere = tmp_path / "build", tmp_path / "elsewhere"
    elsewhere.mkdir()
    publish(_files(a="x"), build)
    (build / "articles").symlink_to(elsewhere)
    with pytest.raises(OutputError, match="link"):
        publish(_files(a="x", articles__b="y"), build)
    assert list(elsewhere.iterdir()) == []


def test_a_page_that_was_made_a_link_is_written_as_a_file_again(tmp_path: Path) -> None:
    build, outside = tmp_path / "build", tmp_path / "notes"
    publish(_files(a="x", b="y"), build)
    outside.write_text("x")
    (build / "a").unlink()
    (build / "a").symlink_to(outside)
    publish(_files(a="z", b="y"), build)
    assert not (build / "a").is_symlink()
    assert (outside.read_text(), (build / "a").read_text()) == ("x", "z")


@pytest.mark.parametrize("path", ["../outside", "/etc/hostname", "a/../../outside", 7])
def test_a_manifest_that_names_files_outside_is_refused(tmp_path: Path, path: object) -> None:
    build = tmp_path / "build"
    publish(_files(a="x"), build)
    (tmp_path / "outside").write_text("x")
    data = json.loads((build / NAME).read_text())
    digest = data["files"]["a"]
    data["files"] = {path: digest} if isinstance(path, str) else {"a": path}
    (build / NAME).write_text(json.dumps(data))
    with pytest.raises(OutputError, match="no manifest"):
        publish(_files(b="y"), build)
    assert (tmp_path / "outside").read_text() == "x"


def test_what_a_killed_build_had_half_written_is_cleared_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(_files(a="1"), tmp_path)
    write = Path.write_bytes

    def killed(self: Path, content: bytes) -> int:
        if self.name.startswith("a."):
            write(self, b"hal")
            raise KeyboardInterrupt
        return write(self, content)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", killed)
        with pytest.raises(KeyboardInterrupt):
            publish(_files(a="2"), tmp_path)
    assert (tmp_path / "a").read_text() == "1"
    publish(_files(b="3"), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [NAME, "b"]


def test_a_file_changed_by_hand_is_kept_even_after_a_build_that_broke_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(_files(a="1", b="1", c="1"), tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _refuse_to_replace("c"))
        with pytest.raises(OutputError):
            publish(_files(a="2", b="2", c="2"), tmp_path)
    (tmp_path / "a").write_text("my own words")
    report = publish(_files(c="3"), tmp_path)
    assert report.kept == ("a",)
    assert _tree(tmp_path) == {"a": "my own words", "c": "3"}


@pytest.mark.parametrize("error", [28, 30, 13], ids=["disk full", "read only", "not permitted"])
def test_a_disk_that_refuses_is_told_with_a_remedy_and_the_former_site_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: int
) -> None:
    publish(_files(a="1", b="1"), tmp_path)

    def refuse(self: Path, _content: bytes) -> int:
        raise OSError(error, os.strerror(error), str(self))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", refuse)
        with pytest.raises(OutputError, match=os.strerror(error)) as caught:
            publish(_files(a="2", c="2"), tmp_path)
    assert "build again" in (caught.value.hint or "")
    assert _tree(tmp_path) == {"a": "1", "b": "1"}


@given(
    st.lists(
        st.dictionaries(st.sampled_from(["a", "b", "c/d", "c/e", "f/g/h"]), st.sampled_from("xyz"), max_size=5),
        max_size=5,
    )
)
@settings(deadline=None, max_examples=40)
def test_after_any_row_of_builds_the_folder_holds_the_last(builds: list[dict[str, str]]) -> None:
    with TemporaryDirectory() as folder:
        for build in builds:
            publish([File(path, text.encode(), "x") for path, text in build.items()], Path(folder) / "build")
            assert _tree(Path(folder) / "build") == build


def _refuse_to_replace(name: str) -> Callable[[Path, Path], Path]:
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if target.name == name:
            raise OSError(28, "No space left on device", str(target))
        return replace(self, target)

    return refuse
