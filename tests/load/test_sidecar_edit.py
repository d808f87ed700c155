"""A command that writes a correction keeps what a person has written around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.errors import SourceError
from borderwire.load.sidecar import read_sidecar
from borderwire.load.sidecar_edit import add_correction, with_correction

ENTRY = {"by": "Lan", "set": "event_date", "at": "Ngày 5/10", "was": None, "value": "2021-10-05", "why": "a: reason"}
KEPT = """# kept by Lan
outlet: "Báo Thử"   # as printed

corrections:
  # the first one
  - drop: topics
    at: ma túy
    was: drugs
    why: 'only a name'
    by: Minh
"""


def test_comments_order_and_quotes_stay() -> None:
    made = with_correction(KEPT, ENTRY)
    assert made.startswith(KEPT)
    assert made[len(KEPT) :].splitlines()[0] == "  - set: event_date"


def test_what_stands_below_the_corrections_stays_below_with_its_line_ends(tmp_path: Path) -> None:
    tail = "\n# --- metadata below\nrights: © Báo Thử\n"
    path = tmp_path / "a.yaml"
    path.write_bytes(f"\ufeff{KEPT}{tail}".replace("\n", "\r\n").encode())
    add_correction(tmp_path / "a.txt", ENTRY)
    made = path.read_bytes().decode()
    assert made.count("\n") == made.count("\r\n")
    plain = made.replace("\r\n", "\n")
    assert plain.startswith(f"\ufeff{KEPT}  - set: event_date\n")
    assert plain.endswith(tail)


def test_what_is_written_reads_back_whole() -> None:
    made = with_correction(with_correction(KEPT, ENTRY), {**ENTRY, "value": ["a", "no"], "was": "12:30"})
    file = read_sidecar(made.encode(), "a.yaml")
    assert file.sidecar.problems == ()
    assert [row.field for row in file.sidecar.corrections] == ["topics", "event_date", "event_date"]
    assert file.sidecar.corrections[1].why == "a: reason"


@pytest.mark.parametrize("text", ["", "# only a note\n", "outlet: Báo Thử\n", "corrections:\n", "corrections: []\n"])
def test_a_file_without_corrections_gets_its_first(text: str) -> None:
    made = with_correction(text, ENTRY)
    assert len(read_sidecar(made.encode(), "a.yaml").sidecar.corrections) == 1
    assert "# only a note" in made or "#" not in text


@pytest.mark.parametrize("text", ["a: [\n", "- a\n", "corrections: 12\n"])
def test_a_broken_file_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(SourceError):
        add_correction(tmp_path / "a.txt", ENTRY)
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == text
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.yaml"]


@pytest.mark.parametrize("wrong", [{"why": ""}, {"drop": "x"}, {"wyh": "x"}])
def test_a_correction_that_is_not_whole_is_not_written(tmp_path: Path, wrong: dict[str, str]) -> None:
    with pytest.raises(SourceError):
        add_correction(tmp_path / "a.txt", {**ENTRY, **wrong})
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_stands_beside_its_source_and_an_old_one_is_used(tmp_path: Path) -> None:
    assert add_correction(tmp_path / "a.txt", ENTRY) == tmp_path / "a.yaml"
    (tmp_path / "b.yml").write_text("", encoding="utf-8")
    assert add_correction(tmp_path / "b.md", ENTRY) == tmp_path / "b.yml"
