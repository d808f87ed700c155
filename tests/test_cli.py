"""The commands as a user types them: what they print, write and return."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from borderwire.cli import main

Tree = Callable[[Path], dict[str, bytes]]


def test_build_writes_the_site_and_sums_up(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(archive)]) == 0
    told = capsys.readouterr()
    assert "Articles  2 read" in told.out
    assert "officials" in told.out
    assert "Time" in told.out
    assert (archive / "build" / "index.html").is_file()
    assert (archive / "build" / "404.html").is_file()


def test_the_summary_tells_notes_from_problems(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive / "seeds" / "bare.txt").write_text("Ngày 5/6, Công an tỉnh Hà Tĩnh làm việc.\n", encoding="utf-8")
    (archive / "seeds" / "plan.pdf").write_bytes(b"x")
    assert main(["check", str(archive), "--strict"]) == 0
    told = capsys.readouterr().out
    assert "Problems  none\n" in told
    assert "1 unknown-format" in told.partition("\nNotes     ")[2].splitlines()[0]
    (archive / "seeds" / "empty.txt").write_bytes(b"")
    assert main(["check", str(archive), "--strict"]) == 1
    assert "Problems  1 empty-file\n" in capsys.readouterr().out


def test_a_correction_file_without_its_text_fails_a_strict_build(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "seeds" / "gates.yaml").write_text("outlet: X\n", encoding="utf-8")
    assert main(["check", str(archive), "--strict"]) == 1
    log = capsys.readouterr().err
    assert "warning: seeds/gates.yaml: belongs to gates.txt or .md, which is not here" in log
    assert "gate.yaml" in log


def test_check_takes_an_older_build_as_build_does(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", str(archive), "--output", "old"])
    assert main(["check", str(archive)]) == 0
    pages = capsys.readouterr().out.splitlines()
    assert main(["check", str(archive), "--changes-from", str(archive / "old")]) == 0
    more = capsys.readouterr().out.splitlines()
    assert [row for row in pages if row.startswith("Pages")][-1] != next(row for row in more if row.startswith("Pages"))


def test_every_wrong_setting_is_printed_with_the_folder(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (archive / "borderwire.yaml").write_text("titel: A\nnull: x\n", encoding="utf-8")
    assert main(["check", str(archive)]) == 1
    log = capsys.readouterr().err
    assert f"borderwire: {archive / 'borderwire.yaml'}:1: titel:" in log
    assert f"borderwire: {archive / 'borderwire.yaml'}:2: null:" in log


def test_a_log_gets_plain_lines_not_a_bar(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", str(archive)])
    log = capsys.readouterr().err
    assert "Reading: 2" in log
    assert "\x1b" not in log
    assert "\r" not in log


def test_building_twice_changes_no_byte(archive: Path, tree: Tree, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", str(archive)])
    first = tree(archive / "build")
    capsys.readouterr()
    main(["build", str(archive)])
    assert tree(archive / "build") == first
    assert "Written   0 files" in capsys.readouterr().out


def test_a_removed_text_leaves_no_page_behind(archive: Path, tree: Tree) -> None:
    main(["build", str(archive)])
    before = tree(archive / "build")
    (archive / "seeds" / "gate.txt").unlink()
    main(["build", str(archive)])
    after = tree(archive / "build")
    gone = [path for path in before if path.startswith("articles/") and "tang-qua" in path]
    assert gone
    assert not any(path in after for path in gone)


def test_check_does_all_but_writes_nothing(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(archive)]) == 0
    assert "Articles  2 read" in capsys.readouterr().out
    assert sorted(path.name for path in archive.iterdir()) == ["seeds"]


def test_strict_turns_problems_into_exit_code_1_and_leaves_the_site(archive: Path, tree: Tree) -> None:
    main(["build", str(archive)])
    before = tree(archive / "build")
    (archive / "seeds" / "empty.txt").write_bytes(b"")
    assert main(["build", str(archive), "--strict"]) == 1
    assert tree(archive / "build") == before
    assert main(["build", str(archive)]) == 0


def test_extract_prints_one_record_a_line_that_fits_the_schema(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["schema"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert main(["extract", str(archive / "seeds")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    for line in lines:
        jsonschema.validate(json.loads(line), schema)


def test_the_printed_text_is_what_offsets_count_in(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(archive / "seeds" / "talks.txt")
    main(["extract", file])
    record = json.loads(capsys.readouterr().out)
    main(["extract", "--text", file])
    text = capsys.readouterr().out
    director = next(item for item in record["officials"] if item["name"] == "Trịnh Quốc Bảo")
    start, end = director["spans"][0]
    assert text[start:end] == "Trịnh Quốc Bảo"


def test_extract_tells_of_a_file_it_cannot_read_and_prints_the_rest(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["extract", str(archive / "missing.txt"), str(archive / "seeds" / "gate.txt")]) == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1
    assert "missing.txt" in told.err


def test_explain_marks_facts_and_names_rules(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(archive / "seeds" / "talks.txt")]) == 0
    told = capsys.readouterr().out
    assert "Trịnh Quốc Bảo: Đại tá, Giám đốc" in told
    assert "event_date" in told
    assert "Considered and rejected" in told


def test_evaluate_scores_a_reader_s_own_annotations(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = "event_date: 2024-04-02\nprovinces: [VN-23, LA-BL, LA-XE]\n"
    (archive / "seeds" / "gate.gold.yaml").write_text(gold, encoding="utf-8")
    assert main(["evaluate", str(archive / "seeds"), "--errors"]) == 0
    told = capsys.readouterr().out
    assert "1 annotated articles" in told
    assert "gate: province missed: LA-XE" in told


def test_evaluate_without_annotations_says_what_to_do(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(archive / "seeds")]) == 1
    assert "NAME.gold.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["build", "check", "extract", "explain", "evaluate", "schema", "serve"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([command, "--help"])
    assert stop.value.code == 0
    assert "usage: borderwire " + command in capsys.readouterr().out


def test_the_program_without_a_command_points_to_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


@pytest.mark.parametrize("option", [["--workers", "-3"], ["--workers", "many"], ["--output", ""], ["--output", "."]])
def test_an_option_that_no_setting_could_have_is_refused(
    archive: Path, capsys: pytest.CaptureFixture[str], option: list[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["build", str(archive), *option])
    assert stop.value.code == 2
    assert f"argument {option[0]}: {option[1]!r} must" in capsys.readouterr().err
    assert not (archive / "build").exists()


def test_an_archive_that_is_not_there_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(tmp_path / "nosuch")]) == 1
    assert f"{tmp_path}/nosuch: there is no such folder." in capsys.readouterr().err


def test_a_folder_of_texts_given_as_the_archive_is_explained(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(archive / "seeds")]) == 1
    assert "name the folder above" in capsys.readouterr().err


def test_diff_tells_what_changed_and_exits_like_diff(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build, old = archive / "build", archive / "old"
    main(["build", str(archive)])
    shutil.copytree(build, old)
    capsys.readouterr()
    assert main(["diff", str(old), str(build)]) == 0
    assert capsys.readouterr().out == ""
    (archive / "seeds" / "gate.txt").unlink()
    main(["build", str(archive)])
    capsys.readouterr()
    assert main(["diff", str(old), str(build)]) == 1
    assert "- seeds/gate.txt" in capsys.readouterr().out
    assert main(["diff", str(old), str(build), "--json"]) == 1
    assert [row["path"] for row in json.loads(capsys.readouterr().out)["removed"]] == ["seeds/gate.txt"]
    assert main(["diff", str(old), str(archive / "nowhere")]) == 2
    assert "there is no such folder" in capsys.readouterr().err


def test_the_page_of_changes_is_the_same_in_a_clean_and_in_a_warm_build(archive: Path, tree: Tree) -> None:
    main(["build", str(archive)])
    shutil.move(archive / "build", archive / "old")
    (archive / "seeds" / "gate.txt").unlink()
    main(["build", str(archive), "--changes-from", str(archive / "old")])
    first = tree(archive / "build")
    assert "changes/index.html" in first
    main(["build", str(archive), "--changes-from", str(archive / "old")])
    assert tree(archive / "build") == first
    (archive / "borderwire.yaml").write_text("changes_from: old\n", encoding="utf-8")
    shutil.rmtree(archive / "build")
    main(["build", str(archive)])
    assert tree(archive / "build") == first


def test_the_folder_that_is_written_can_not_be_the_older_build(
    archive: Path, tree: Tree, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", str(archive)])
    before = tree(archive / "build")
    (archive / "borderwire.yaml").write_text("changes_from: build\n", encoding="utf-8")
    assert main(["build", str(archive)]) == 1
    assert "changes_from: is the folder that this build writes. Copy the older build aside" in capsys.readouterr().err
    assert tree(archive / "build") == before


def test_a_keeper_s_tags_stand_on_the_article_s_page_and_in_its_record(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = "---\nslug: tagged\ntags: [đồn Nậm Lạnh, cần đọc lại]\n---\n\nNgày 5/6/2021, Công an tỉnh Sơn La họp.\n"
    (archive / "seeds" / "tagged.md").write_text(source, encoding="utf-8")
    assert main(["build", str(archive)]) == 0
    for language, told in (("", "Thẻ do người quản lý kho ghi"), ("en/", "Tags of the archive&#39;s keeper")):
        page = (archive / "build" / f"{language}articles/tagged/index.html").read_text(encoding="utf-8")
        assert all(word in page for word in (told, "đồn Nậm Lạnh", "cần đọc lại"))
    capsys.readouterr()
    main(["extract", str(archive / "seeds" / "tagged.md"), str(archive / "seeds" / "gate.txt")])
    records = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [record["tags"] for record in records] == [["đồn Nậm Lạnh", "cần đọc lại"], []]


@pytest.mark.parametrize("port", ["-1", "99999", "http"])
def test_a_port_that_cannot_be_is_refused_before_the_build(
    archive: Path, capsys: pytest.CaptureFixture[str], port: str
) -> None:
    with pytest.raises(SystemExit):
        main(["serve", str(archive), "--port", port])
    assert "must be a whole number from 0 to 65535" in capsys.readouterr().err
    assert not (archive / "build").exists()
