"""Publishing writes what differs, removes what is gone, and touches nothing that is not its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

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
    assert json.loads((tmp_path / NAME).read_text())["complete"] is False
    publish(_files(a="2", c="2"), tmp_path)
    assert _tree(tmp_path) == {"a": "2", "c": "2"}
    assert json.loads((tmp_path / NAME).read_text())["complete"] is True


def test_two_sources_of_one_file_are_both_named(tmp_path: Path) -> None:
    twice = [File("a/index.html", b"", "seeds/one.txt"), File("A/index.html", b"", "seeds/two.txt")]
    with pytest.raises(OutputError, match=r"seeds/one\.txt.*seeds/two\.txt"):
        publish(twice, tmp_path / "build")
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize(
    "path", ["../x", "/x", "a/../../x", "a//b", "", "a:b", "con", "x/NUL.html", "a.", "a\\b", "ă" * 150]
)
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
