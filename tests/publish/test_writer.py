"""Publishing writes what differs, removes what is gone, and touches nothing that is not its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderwire.errors import Interrupted, OutputError
from borderwire.model import File
from borderwire.publish import plan_publication, publish
from borderwire.publish.lock import locked
from borderwire.publish.manifest import NAME, STAGING


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
    publish(_files(a="1", b="1", old="1"), tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _refuse_to_replace("b"))
        with pytest.raises(OutputError, match=r"No space left.*the next build finishes it"):
            publish(_files(a="2", b="2", c="2"), tmp_path)
    assert {path: text for path, text in _tree(tmp_path).items() if "/" not in path} == {"a": "2", "b": "1", "old": "1"}
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
    ("paths", "told"),
    [
        (("articles/a/index.html", "articles/A/index.html"), "slug"),
        (("static/css/site.css", "static/CSS/site.css"), "in static/"),
        (("static/css", "static/css/site.css"), "in static/"),
    ],
)
def test_the_advice_on_two_files_of_one_place_fits_what_they_are(
    tmp_path: Path, paths: tuple[str, str], told: str
) -> None:
    with pytest.raises(OutputError) as caught:
        publish([File(path, b"", "a source") for path in paths], tmp_path / "build")
    assert told in (caught.value.hint or "")
    assert ("slug" in (caught.value.hint or "")) == (told == "slug")


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


KILLED = """
import os, pathlib, signal, sys
from borderwire.model import File
from borderwire.publish import publish

left = int(sys.argv[2])

def counted(method):
    def run(*arguments, **options):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return method(*arguments, **options)
    return run

for name in ("write_bytes", "replace", "unlink", "mkdir", "rmdir"):
    setattr(pathlib.Path, name, counted(getattr(pathlib.Path, name)))
files = {"a": "2", "b": "2", "c/d": "2", "e": "2"}
publish([File(path, text.encode(), "x") for path, text in files.items()], pathlib.Path(sys.argv[1]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("first", [True, False], ids=["first build", "later build"])
def test_a_build_killed_at_any_step_loses_nothing_and_is_finished_by_the_next(tmp_path: Path, first: bool) -> None:
    before = {} if first else {"a": "1", "b": "1", "e/f": "1", "old": "1"}
    after = {"a": "2", "b": "2", "c/d": "2", "e": "2"}
    for steps in range(40):
        build = tmp_path / str(steps)
        if not first:
            publish([File(path, text.encode(), "x") for path, text in before.items()], build)
        done = subprocess.run([sys.executable, "-c", KILLED, str(build), str(steps)], check=False)
        if build.exists():
            standing = {path: text for path, text in _tree(build).items() if not path.startswith(".")}
            assert all(text in (before.get(path), after.get(path)) for path, text in standing.items())
            assert set(standing) >= set(before) - {"old", "e/f"}
            assert "old" in standing or first or standing == after
        if done.returncode == 0:
            break
        publish([File(path, text.encode(), "x") for path, text in after.items()], build)
        assert _tree(build) == after
        assert not (build / STAGING).exists()
    else:
        pytest.fail("the build never came to its end")


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(28, "No space left on device")], ids=["Ctrl+C", "full"])
def test_a_build_that_stops_before_all_is_written_leaves_the_site_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tree: Callable[[Path], dict[str, bytes]], error: BaseException
) -> None:
    publish(_files(a="1", old="1"), tmp_path / "build")
    before = tree(tmp_path / "build")
    write = Path.write_bytes

    def stop(self: Path, content: bytes) -> int:
        if content == b"third":
            write(self, b"thi")
            raise error
        return write(self, content)

    for build in (tmp_path / "build", tmp_path / "new"):
        with monkeypatch.context() as patch:
            patch.setattr(Path, "write_bytes", stop)
            with pytest.raises((KeyboardInterrupt, OutputError)) as caught:
                publish(_files(a="2", b="second", c="third"), build)
        if isinstance(error, OSError):
            assert "The site is as it was" in str(caught.value)
    assert tree(tmp_path / "build") == before
    assert not (tmp_path / "new").exists()


def test_a_build_stopped_while_pages_are_put_in_place_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(_files(a="1", b="1", old="1"), tmp_path)
    replace = Path.replace

    def stop(self: Path, target: Path) -> Path:
        if target.name == "b":
            raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stop)
        with pytest.raises(Interrupted, match="build again to finish"):
            publish(_files(a="2", b="2"), tmp_path)
    assert (tmp_path / "old").exists()
    publish(_files(a="2", b="2"), tmp_path)
    assert _tree(tmp_path) == {"a": "2", "b": "2"}


def test_a_kept_file_is_told_at_every_build_and_stands_in_no_build_s_way(tmp_path: Path) -> None:
    publish(_files(a="x", b="y"), tmp_path)
    (tmp_path / "a").write_text("my own words")
    for _ in range(3):
        assert publish(_files(b="y"), tmp_path).kept == ("a",)
    report = publish(_files(a="x", b="y"), tmp_path)
    assert (report.kept, report.rewritten) == ((), ("a",))
    assert _tree(tmp_path) == {"a": "x", "b": "y"}


def test_a_kept_file_that_is_removed_by_hand_is_forgotten(tmp_path: Path) -> None:
    publish(_files(a="x", b="y"), tmp_path)
    (tmp_path / "a").write_text("my own words")
    publish(_files(b="y"), tmp_path)
    (tmp_path / "a").unlink()
    assert publish(_files(b="y"), tmp_path).kept == ()
    assert "a" not in json.loads((tmp_path / NAME).read_text())["files"]


def test_a_file_changed_by_hand_where_a_folder_is_needed_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    publish(_files(a="x", b="y"), tmp_path)
    (tmp_path / "a").write_text("my own words")
    with pytest.raises(OutputError, match="changed by hand"):
        publish(_files(a__c="x", b="z"), tmp_path)
    assert _tree(tmp_path) == {"a": "my own words", "b": "y"}


def test_a_file_of_somebody_else_below_a_page_s_own_name_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    publish(_files(a__b="x", c="y"), tmp_path)
    (tmp_path / "a" / "notes").write_text("my own words")
    with pytest.raises(OutputError, match="notes"):
        publish(_files(a="x", c="z"), tmp_path)
    assert _tree(tmp_path) == {"a/b": "x", "a/notes": "my own words", "c": "y"}


def test_two_builds_at_once_write_one_after_the_other(tmp_path: Path) -> None:
    rows = [{f"p{number}": str(build) for number in range(150)} for build in range(4)]

    def run(row: dict[str, str]) -> None:
        publish([File(path, text.encode(), "x") for path, text in row.items()], tmp_path / "build")

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(run, rows * 3))
    assert _tree(tmp_path / "build") in rows


@pytest.mark.skipif(os.name == "nt", reason="Windows locks no folders")
def test_a_build_that_never_ends_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    publish(_files(a="x"), tmp_path)
    with locked(tmp_path), pytest.raises(OutputError, match="another build"):
        publish(_files(a="y"), tmp_path, patience=0)
    assert _tree(tmp_path) == {"a": "x"}


def test_planning_refuses_what_publishing_would_refuse_and_writes_nothing(tmp_path: Path) -> None:
    publish(_files(a="x"), tmp_path)
    (tmp_path / "robots.txt").write_text("my own words")
    with pytest.raises(OutputError, match="somebody else"):
        plan_publication([File("robots.txt", b"ours", "the theme")], tmp_path)
    plan_publication(_files(b="y"), tmp_path / "new")
    assert not (tmp_path / "new").exists()


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
