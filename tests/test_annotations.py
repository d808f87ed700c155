"""Gold files: a slip of the pen is told with its place, and never passes for a score."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.annotations import read_gold
from borderwire.cli import main
from borderwire.errors import Problem, SourceError

PROVINCES = ("VN-22", "LA-XI")


def _read(folder: Path, text: str) -> dict[str, object]:
    (folder / "a.gold.yaml").write_text(text, encoding="utf-8")
    return read_gold(folder / "a.gold.yaml", PROVINCES)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        (
            "event_date: 2024-05-31\nprovinses: []\n",
            2,
            "provinses: is no key of a gold file. Did you mean `provinces`?",
        ),
        (
            "officials:\n  - name: Lê A\n    rnak: x\n",
            3,
            "officials.rnak: is no key of a gold file. Did you mean `rank`?",
        ),
        ("officials:\n- {name: Lê A, hair: x}\n", 2, "hair: is no key of a gold file. Known keys: name"),
        ("officials:\n- {rank: Đại tá}\n", 2, "officials.name: is missing"),
        ("officials: Lê A\n", 1, "officials: must be a list"),
        ("officials: [Lê A]\n", 1, "officials: each entry must hold keys"),
        ("officials:\n- {name: 7}\n", 2, "officials.name: must be text"),
        ("officials:\n- {name: Lê A, optional: maybe}\n", 2, "officials.optional: must be true or false"),
        ("agreements:\n- {as_written: kế hoạch}\n", 2, "agreements.status: is missing"),
        ("agreements:\n- {as_written: kế hoạch, status: done}\n", 2, "agreements.status: is none of signed, exchanged"),
        ("agreements:\n- {status: signed}\n", 2, "agreements.as_written: is missing"),
        ("provinces: [VN-22, LA-XX]\n", 1, "provinces: there is no province LA-XX. Did you mean LA-XI?"),
        ("provinces: [7]\n", 1, "provinces: must hold ISO 3166-2 codes"),
        ("event_date: 31/5/2024\n", 1, "event_date: is no date: 31/5/2024"),
        ("event_date: [2024]\n", 1, "event_date: must be a date"),
        ("event_date: 2024\nevent_date: 2025\n", 2, "event_date: stands twice, first in line 1"),
        ("notes: nothing\n", None, "holds nothing that is scored"),
        ("- a\n", 1, "key: value"),
        ("officials: [\n", 2, "not valid YAML"),
        ("event_date: 2024-13-45\n", None, "not valid YAML"),
    ],
)
def test_a_slip_is_told_with_line_key_and_remedy(tmp_path: Path, text: str, line: int | None, told: str) -> None:
    with pytest.raises(SourceError) as caught:
        _read(tmp_path, text)
    assert told in str(caught.value)
    assert str(caught.value).startswith((tmp_path / "a.gold.yaml").as_posix())
    assert caught.value.line == line


@pytest.mark.parametrize(
    "text",
    [
        "event_date: null\n",
        "event_date: 2024-05-31\nevent_date_accept: ['2024-05', 2024]\n",
        "provinces: [{id: VN-22, role: party}]\nprovinces_optional: [LA-XI]\n",
        "officials:\nagreements: []\nnotes: none at all\n",
        "officials: [{name: Lê A, rank: null, organization_open: true}]\n",
        "agreements: [{as_written: các thỏa thuận, optional: true}]\n",
    ],
)
def test_what_a_reader_may_write_is_taken(tmp_path: Path, text: str) -> None:
    assert _read(tmp_path, text)


def test_a_key_of_the_writer_s_own_is_told_and_harms_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.gold.yaml").write_text("event_date: 2024\nreader: Lan\n", encoding="utf-8")
    told: list[Problem] = []
    read_gold(tmp_path / "a.gold.yaml", PROVINCES, told.append)
    assert [(problem.line, problem.key) for problem in told] == [(2, "reader")]


def test_evaluate_with_a_broken_annotation_ends_in_a_sentence(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "seeds" / "gate.gold.yaml").write_text("officials:\n- {nmae: Lê A}\n", encoding="utf-8")
    assert main(["evaluate", str(archive / "seeds")]) == 1
    told = capsys.readouterr()
    assert "gate.gold.yaml:2: officials.nmae: is no key of a gold file. Did you mean `name`?" in told.err
    assert "1.000" not in told.out


@pytest.mark.parametrize("name", ["nosuch", "seeds/gate.txt"])
def test_evaluate_of_what_is_no_folder_says_so(archive: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["evaluate", str(archive / name)]) == 1
    assert "folder" in capsys.readouterr().err
