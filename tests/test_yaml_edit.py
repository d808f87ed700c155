"""An entry is added to a file that a person keeps, and not another byte of it changes."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from borderwire.yaml_edit import EditError, with_entry

ENTRY = {"set": "event_date", "at": 'Ngày 5/10: "họp" #1', "was": None, "value": "2021-10-05", "why": "no"}
ROWS = "  - set: event_date\n    at: 'Ngày 5/10: \"họp\" #1'\n    was: null\n    value: '2021-10-05'\n    why: 'no'\n"
AT_MARGIN = "".join(line.removeprefix("  ") + "\n" for line in ROWS.splitlines())


def read(text: str) -> Any:
    return yaml.safe_load(text.removeprefix("\ufeff"))


# What stands before the new entry, the entry, and what stands behind it.
FILES = {
    "no last line end": ("rows:\n  - a: 1\n", ROWS, ""),
    "a comment of the next section": ("rows:\n  - a: 1\n", ROWS, "\n# --- Names ---\n\nnames:\n  - x\n"),
    "a comment at the next key": ("rows:\n  - a: 1  # one\n", ROWS, "# --- below ---\nrights: x\n"),
    "a comment of the list": ("rows:\n  - a: 1\n\n  # - a: 2, taken back\n", ROWS, "\n# names\nnames: []\n"),
    "comments at the end": ("rows:\n  - a: 1\n", ROWS, "\n# the end\n"),
    "at the margin": ("# a\nrows:\n- a: 1\n", AT_MARGIN, "# b\nnames: 1\n"),
    "a block": ("rows:\n  - a: |\n      two\n      # lines\n", ROWS, "\n# b\nnames: 1\n"),
    "a folded block to keep": ("rows:\n  - a: >+\n      two\n\n", ROWS, "# b\nnames: 1\n"),
    "an empty value": ("rows:\n  - b: 1\n    a:\n", ROWS, "\n# b\nnames: 1\n"),
    "a flow value over lines": ("rows:\n  - a: [b,\n       c]  # d\n", ROWS, "\nnames: 1\n"),
    "an empty list": ("rows:   # none yet\n", ROWS, "\nnames: 1\n"),
    "a list of comments": ("rows:\n  # - set: ...\n", ROWS, "# b\nnames: 1\n"),
}


@pytest.mark.parametrize(("head", "entry", "tail"), FILES.values(), ids=FILES.keys())
def test_the_entry_comes_last_in_its_list_and_what_stands_below_stays_there(head: str, entry: str, tail: str) -> None:
    made = with_entry(head + tail, "rows", ENTRY)
    assert made == head + entry + tail
    assert read(made)["rows"][-1] == ENTRY


@pytest.mark.parametrize(
    ("head", "tail"), [("", ""), ("# của Lan\n", ""), ("outlet: Báo Thử\n", ""), ("a: 1\n", "...\n"), ("a: 1", "")]
)
def test_a_file_without_the_list_gets_it_at_its_end(head: str, tail: str) -> None:
    made = with_entry(head + tail, "rows", ENTRY)
    assert made == head + ("" if not head or head.endswith("\n") else "\n") + "rows:\n" + ROWS + tail


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("rows: []   # none\nb: 1\n", "rows:   # none\n{}b: 1\n"),
        ("rows: null\nb: 1\n", "rows:\n{}b: 1\n"),
        ("rows: ~", "rows:\n{}"),
        ("---\nrows:\n", "---\nrows:\n{}"),
    ],
)
def test_a_list_written_as_empty_is_filled(old: str, new: str) -> None:
    assert with_entry(old, "rows", ENTRY) == new.format(ROWS)


@pytest.mark.parametrize(
    "old",
    ["rows: [{a: 1}]\nb: 2\n", "rows: [{a: 1},\n  # c\n ]\n", "{}", "{a: 1}\n", "{rows: , a: 1}", "rows: [ # c\n ]\n"],
)
def test_a_list_on_one_line_gets_the_entry_on_that_line(old: str) -> None:
    made = with_entry(old, "rows", ENTRY)
    before = read(old)
    assert read(made) == {**before, "rows": [*(before.get("rows") or []), ENTRY]}
    assert made.count("\n") == old.count("\n")


def test_line_ends_mark_and_indents_stay() -> None:
    old = "\ufeff# Sổ\r\nouter:\r\n-   a: 1\r\n    b: 2\r\n\r\n# --- Tên\r\nrows:\r\n-   a: 1\r\n\r\n# hết\r\n"
    made = with_entry(old, "rows", {"a": "Đỗ", "b": {"c": "d", "e": [1, "2"]}})
    assert made == old.replace("\r\n\r\n# hết", "\r\n-   a: Đỗ\r\n    b: {c: d, e: [1, '2']}\r\n\r\n# hết")
    other = with_entry(old, "others", {"a": 1})
    assert other == old + "others:\r\n- a: 1\r\n"


def test_letters_beyond_the_first_plane_move_no_place() -> None:
    assert with_entry("# 𝐌x\nrows:\n  - a: 𝐌\n# b\nc: 1\n", "rows", {"a": 1}) == (
        "# 𝐌x\nrows:\n  - a: 𝐌\n  - a: 1\n# b\nc: 1\n"
    )


@pytest.mark.parametrize(
    "old", ["rows: [\n", "- a\n", "rows: 12\n", "rows: {a: 1}\n", "rows: []\nrows: []\n", "a: 1\n---\nb: 1\n"]
)
def test_what_cannot_take_it_is_refused(old: str) -> None:
    with pytest.raises(EditError):
        with_entry(old, "rows", ENTRY)


def test_an_entry_behind_an_alias_is_refused() -> None:
    old = "base: &b {a: 1}\nrows:\n  - *b\n# c\nd: 1\n"
    with pytest.raises(EditError):
        with_entry(old, "rows", ENTRY)
