"""Reading the YAML: strings stay strings, and what is wrong is told with file, line and key."""

from __future__ import annotations

import unicodedata

import pytest

from borderwire.errors import GazetteerError
from borderwire.gazetteer.rows import Row, read_rows


def rows(source: str) -> list[Row]:
    return list(read_rows("sample.yaml", source))


def test_values_keep_the_letters_of_the_file() -> None:
    (row,) = rows("ranks:\n- {id: no, order: 010, since: 2025-07-01}\n")
    assert (row.text("id"), row.text("since"), row.number("order")) == ("no", "2025-07-01", 10)


def test_a_row_knows_its_line_and_the_lines_of_its_keys() -> None:
    first, second = rows("ranks:\n- id: a\n  name: A\n- id: b\n  name: B\n")
    assert (first.line, first.lines["name"]) == (2, 3)
    assert (second.line, second.lines["name"]) == (4, 5)


def test_a_list_of_words_is_one_row() -> None:
    (row,) = rows("surnames: [Nguyễn, Trần]\n")
    assert row.section == "surnames"
    assert row.strings("forms") == ("Nguyễn", "Trần")


def test_an_empty_file_has_no_rows() -> None:
    assert rows("") == []


@pytest.mark.parametrize(
    ("source", "line", "part"),
    [
        ("ranks: [\n", 2, "not valid YAML"),
        ("ranks: text\n", 1, "must be a list"),
        ("ranks:\n- id: a\n  forms: {x: y}\n", 3, "must be a value or a list"),
        ("ranks:\n- id: a\n- plain\n", 3, "must be a mapping"),
        ("ranks:\n- id: a\n  id: b\n", 3, "stands twice"),
        (unicodedata.normalize("NFD", "ranks:\n- id: a\n  name: Đại tá\n"), 3, "not in NFC"),
    ],
)
def test_broken_files_are_refused_with_their_line(source: str, line: int, part: str) -> None:
    with pytest.raises(GazetteerError, match=part) as caught:
        rows(source)
    assert (caught.value.path, caught.value.line) == ("sample.yaml", line)


def test_a_missing_key_is_told_with_what_to_do() -> None:
    (row,) = rows("ranks:\n- id: a\n")
    with pytest.raises(GazetteerError, match=r"sample\.yaml:2: the key 'name' is missing\. Add name"):
        row.text("name")


@pytest.mark.parametrize(
    ("read", "part"),
    [("number", "whole number"), ("flag", "true or false"), ("strings", "must be a list"), ("only", "unknown key")],
)
def test_a_value_of_the_wrong_type_is_told_with_its_key(read: str, part: str) -> None:
    (row,) = rows("ranks:\n- id: a\n  order: high\n")
    with pytest.raises(GazetteerError, match=part) as caught:
        row.only(["id"]) if read == "only" else getattr(row, read)("order")
    assert (caught.value.line, caught.value.key) == (3, "order")


def test_a_list_where_one_value_belongs_is_refused() -> None:
    (row,) = rows("ranks:\n- id: a\n  name: [A, B]\n")
    with pytest.raises(GazetteerError, match="single value"):
        row.text("name")


def test_missing_flags_and_lists_have_defaults() -> None:
    (row,) = rows("ranks:\n- id: a\n  forms: []\n  name:\n")
    assert row.flag("role") is False
    assert row.strings("forms") == ()
    assert row.optional("name") is None
