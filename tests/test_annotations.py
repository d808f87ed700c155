"""Gold files: a slip of the pen is told with its place, and never passes for a score."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.annotations import read_gold
from borderwire.cli import main
from borderwire.errors import Problem, SourceError

PROVINCES = ("VN-22", "LA-XI")
IDS = {"event_kind": ("talks", "signing"), "topics": ("drugs",), "figures": ("suspects", "other")}


def _read(folder: Path, text: str) -> dict[str, object]:
    (folder / "a.gold.yaml").write_text(text, encoding="utf-8")
    return read_gold(folder / "a.gold.yaml", PROVINCES, ids=IDS)


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
        ("event_date: 2023-13\n", 1, "event_date: is no date: 2023-13. Write it as 2024-05-31, 2024-05 or 2024."),
        ("event_date: '2023-02-30'\n", 1, "event_date: is no date: 2023-02-30"),
        ("event_date: [2024]\n", 1, "event_date: must be a date"),
        ("event_date: 2024\nevent_date: 2025\n", 2, "event_date: stands twice, first in line 1"),
        ("event_kind: fishing\n", 1, "event_kind: there is no kind of event fishing. Write one of talks, signing"),
        ("event_kind: signin\n", 1, "event_kind: there is no kind of event signin. Did you mean signing?"),
        ("venue_province: LA-XX\n", 1, "venue_province: there is no province LA-XX. Did you mean LA-XI?"),
        ("venue_district: [Kỳ Sơn]\n", 1, "venue_district: must be text"),
        ("series: 5\n", 1, "series: must hold keys. Write `series: {ordinal: ...}`, or null"),
        ("series:\n  ordinal: năm\n", 2, "series.ordinal: must be a whole number"),
        ("series:\n  next: {date: 5/2024}\n", 2, "series.next.date: is no date: 5/2024"),
        ("series:\n  next: {venue: LA-XI}\n", 2, "series.next.venue: is no key of a gold file. Known keys: ordinal"),
        ("delegation_heads: [{name: Lê A}]\n", 1, "delegation_heads: must hold words of the text"),
        ("gifts:\n- {value: 5}\n", 2, "gifts.what: is missing"),
        ("gifts:\n- {what: gạo, value: 5 tấn}\n", 2, "gifts.value: must be a number. Write 75000 for 75.000"),
        ("figures:\n- {what: suspects, as_written: 5 tên}\n", 2, "figures.value: is missing"),
        ("figures:\n- {what: cars, value: 5, as_written: 5 xe}\n", 2, "figures.what: there is no kind of figure cars"),
        ("topics: [drug]\n", 1, "topics: there is no topic drug. Did you mean drugs?"),
        ("topics_optionel: [drugs]\n", 1, "is no key of a gold file. Did you mean `topics_optional`?"),
        ("handed_over: cầu\n", 1, "handed_over: must be a list"),
        ("photo_captions: hai\n", 1, "photo_captions: must be a whole number"),
        ("photo_credits: [7]\n", 1, "photo_credits: must hold words of the text"),
        ("wire: [TTXVN]\n", 1, "wire: must be text"),
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
        "event_kind: null\nevent_kind_optional: [talks, null]\nvenue_province_optional: [VN-22]\n",
        "series:\nvenue_district: Kỳ Sơn\nborder_gate: null\nwire: null\n",
        "series: {ordinal: 5, previous: null, next: {date: 2025-09, place: LA-XI}, next_optional: [{ordinal: 6}]}\n",
        "delegation_heads: [Lê A]\ntopics: []\ntopics_optional: [drugs]\nhanded_over: []\n",
        "gifts: [{what: gạo, value: 2.5, unit: tấn, giver: null, also: [{value: 50000000, unit: VND}]}]\n",
        "figures: [{what: suspects, what_optional: [other], value: 5, as_written: 5 tên, optional: true}]\n",
        "photo_captions: 0\nphoto_captions_optional: [1]\nphoto_credits: [Thu Hà]\n",
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
