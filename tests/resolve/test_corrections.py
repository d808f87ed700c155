"""A correction is applied where all it was written for still stands, and is told and left out anywhere else."""

from __future__ import annotations

from typing import Any

import pytest

from borderwire.export import record_schema, to_dict
from borderwire.extract.record import extract_record
from borderwire.gazetteer import load_gazetteer
from borderwire.load.plain import parse_text
from borderwire.load.sidecar import read_sidecar, with_sidecar
from borderwire.model import Article, Problem, Record
from borderwire.resolve import resolve_archive
from borderwire.resolve.corrections import correct, correct_one
from tests.conftest import TALKS

RANK = """
  - set: officials.rank
    at: Trịnh Quốc Bảo
    was: Đại tá
    value: Thiếu tướng
    why: the paper mended it
    by: Lan
"""


def corrected(entries: str, text: str = TALKS) -> tuple[Article, Record, list[Problem]]:
    article = parse_text(text.encode(), "seeds/talks.txt")
    article = with_sidecar(article, read_sidecar(f"corrections:{entries}".encode(), "seeds/talks.yaml"))
    record = extract_record(article, load_gazetteer())
    (article, record), problems = correct_one(article, record, load_gazetteer())
    return article, record, list(problems)


def only(problems: list[Problem]) -> Problem:
    assert len(problems) == 1, [str(problem) for problem in problems]
    assert problems[0].path == "seeds/talks.yaml"
    assert problems[0].line
    assert problems[0].hint
    return problems[0]


def entry(action: str, field: str, **parts: str) -> str:
    rows = {"why": "a reason", "by": "Lan", **parts}
    return f"\n  - {action}: {field}" + "".join(f"\n    {key}: {value}" for key, value in rows.items())


def test_the_machine_value_and_the_corrected_one_both_stay() -> None:
    _, record, problems = corrected(RANK)
    assert problems == []
    assert record.officials[0].rank == "Thiếu tướng"
    (note,) = record.corrections
    assert (note.field, note.index, note.was, note.value) == ("officials.rank", 0, "Đại tá", "Thiếu tướng")
    assert (note.why, note.by, note.at) == ("the paper mended it", "Lan", "Trịnh Quốc Bảo")
    assert [TALKS[slice(*span)] for span in note.spans] == ["Trịnh Quốc Bảo"]


@pytest.mark.parametrize(
    ("field", "at", "was", "value", "read"),
    [
        ("event_date", "14/3/2023", "2023-03-14", "2023-03", lambda row: row.event_date.value),
        ("event_type", "hội đàm thường niên", "talks", "signing", lambda row: row.event_type.id),
        ("title", "An ninh biên giới", "An ninh biên giới", "Hội đàm", lambda row: row.title),
        ("venue", "thành phố Hà Tĩnh", "thành phố Hà Tĩnh", "Hà Tĩnh", lambda row: row.venue.as_written),
        ("officials.country", "Bun Thoong Xay Nha Vông", "LA", "VN", lambda row: row.officials[1].country),
        ("officials.position", "Trịnh Quốc Bảo", "Giám đốc", "null", lambda row: row.officials[0].position),
        (
            "officials.head_of_delegation", "Trịnh Quốc Bảo", "false", "true",
            lambda row: row.officials[0].head_of_delegation,
        ),
        ("agreements.status", "biên bản ghi nhớ năm 2023", "signed", "exchanged", lambda row: row.agreements[0].status),
        ("figures.value", "6 đối tượng", "6", "7", lambda row: row.figures[1].value),
    ],
)  # fmt: skip
def test_fields_of_every_type_can_be_set(field: str, at: str, was: str, value: str, read: Any) -> None:
    _, record, problems = corrected(entry("set", field, at=at, was=was, value=value))
    assert problems == []
    assert read(record) == {"null": None, "true": True, "7": 7}.get(value, value)


def test_a_fact_can_be_dropped_and_its_trace_stays() -> None:
    name = "Bun Thoong Xay Nha Vông"
    _, record, problems = corrected(entry("drop", "officials", at=name, was=name))
    assert problems == []
    assert [row.name for row in record.officials] == ["Trịnh Quốc Bảo"]
    assert [(note.action, note.was, note.index) for note in record.corrections] == [("drop", name, None)]


def test_a_fact_can_be_added_with_its_phrase_as_evidence_in_the_order_of_the_text() -> None:
    value = "{name: Lê Văn Thử, rank: Trung tá, country: VN}"
    _, record, problems = corrected(entry("add", "officials", at="tổ chức", value=value))
    assert problems == []
    added = record.officials[0]
    assert (added.name, added.rank, added.country, added.rule) == ("Lê Văn Thử", "Trung tá", "VN", "keeper")
    assert [TALKS[slice(*span)] for span in added.spans] == ["tổ chức"]
    assert record.corrections[0].index == 0


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("provinces", "{id: LA-XE}"),
        ("agreements", "{type: memorandum, status: planned}"),
        ("figures", "{what: gifts, value: 3}"),
        ("topics", "{id: trafficking}"),
        ("handed_over", "{what: một ngôi nhà}"),
        ("delegations", "{organization: Công an tỉnh X}"),
        ("series", "{ordinal: 4}"),
    ],
)
def test_facts_of_every_kind_can_be_added_and_fit_the_schema(kind: str, value: str) -> None:
    if kind == "topics":
        value = f"{{id: {list(load_gazetteer().topics)[-1]}}}"
    jsonschema = pytest.importorskip("jsonschema")
    _, record, problems = corrected(entry("add", kind, at="đồng chủ trì", value=value))
    assert problems == []
    assert [(note.action, note.field) for note in record.corrections] == [("add", kind)]
    jsonschema.validate(to_dict(record), record_schema())


def test_a_change_of_the_source_text_raises_no_longer_fits() -> None:
    _, record, problems = corrected(RANK, TALKS.replace("Trịnh Quốc Bảo", "Trịnh Quốc Thái"))
    assert only(problems).code == "correction-no-longer-fits"
    assert record.corrections == ()
    assert record.officials[0].rank == "Đại tá"


def test_another_value_at_the_phrase_raises_no_longer_fits_and_says_what_is_read_now() -> None:
    _, record, problems = corrected(RANK, TALKS.replace("Đại tá Trịnh", "Thượng tá Trịnh"))
    problem = only(problems)
    assert problem.code == "correction-no-longer-fits"
    assert "Thượng tá" in str(problem)
    assert record.officials[0].rank == "Thượng tá"


def test_a_phrase_without_a_fact_raises_no_longer_fits() -> None:
    _, _, problems = corrected(entry("set", "officials.rank", at="vụ, 6 đối tượng", was="x", value="Thiếu tá"))
    assert only(problems).code == "correction-no-longer-fits"


def test_another_number_of_places_raises_no_longer_fits() -> None:
    parts = {"at": "Khăm Muộn", "was": "party", "value": "mentioned"}
    _, _, problems = corrected(entry("set", "provinces.role", occurrence="2 of 2", **parts))
    assert only(problems).code == "correction-no-longer-fits"
    _, record, problems = corrected(entry("set", "provinces.role", occurrence="2 of 3", **parts))
    assert problems == []
    assert {row.id: row.role for row in record.provinces}["LA-KH"] == "mentioned"


def test_a_phrase_that_stands_more_than_once_wants_a_number() -> None:
    _, _, problems = corrected(entry("set", "provinces.role", at="Khăm Muộn", was="party", value="mentioned"))
    problem = only(problems)
    assert problem.code == "correction-ambiguous"
    assert "1 of 3" in str(problem.hint)


def test_a_correction_that_the_archive_has_caught_up_with_is_a_note() -> None:
    _, record, problems = corrected(RANK, TALKS.replace("Đại tá Trịnh", "Thiếu tướng Trịnh"))
    assert (only(problems).code, problems[0].severity) == ("correction-not-needed", "note")
    assert record.corrections == ()


def test_a_correction_without_what_was_read_is_told_what_that_is() -> None:
    _, record, problems = corrected(entry("set", "officials.rank", at="Trịnh Quốc Bảo", value="Thiếu tướng"))
    assert "was: Đại tá" in str(only(problems).hint)
    assert record.officials[0].rank == "Đại tá"


def test_two_corrections_for_one_field_are_both_told_and_neither_is_applied() -> None:
    _, record, problems = corrected(RANK + RANK.replace("Thiếu tướng", "Trung tướng"))
    assert [problem.code for problem in problems] == ["correction-twice", "correction-twice"]
    assert str(problems[1].line) in problems[0].message
    assert record.officials[0].rank == "Đại tá"


def test_a_fact_that_is_dropped_cannot_be_set_too_in_either_order() -> None:
    drop = entry("drop", "officials", at="Trịnh Quốc Bảo", was="Trịnh Quốc Bảo")
    for entries in (RANK + drop, drop + RANK):
        _, record, problems = corrected(entries)
        assert [problem.code for problem in problems] == ["correction-twice", "correction-twice"]
        assert len(record.officials) == 2


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("officials.rank", "12", "Quote it"),
        ("officials.rank", "no", "Quote it"),
        ("officials.country", "Lào", "VN"),
        ("officials.province", "Đà Nẵng", "Write VN-"),
        ("officials.also", "Ủy viên", "list"),
        ("officials.head_of_delegation", "yes", "true or false"),
        ("officials.name", "null", "drop"),
        ("officials.office", "x", "officials.position"),
        ("officials", "x", "Say what of it"),
        ("event_dat", "2024", "event_date"),
        ("event_date", "2023-02-30", "no such day"),
        ("event_date", "14/3/2023", "2024-05-31"),
        ("agreements.status", "singed", "signed"),
        ("provinces.role", "host", "Known"),
        ("figures.value", "many", "number"),
        ("series.ordinal", "0", "whole number"),
    ],
)
def test_wrong_names_and_types_are_told_with_what_would_be_right(field: str, value: str, words: str) -> None:
    _, record, problems = corrected(entry("set", field, at="Trịnh Quốc Bảo", was="null", value=value))
    assert words in str(only(problems))
    assert record.corrections == ()


def test_all_that_is_wrong_with_a_new_fact_is_told_at_once_with_its_line() -> None:
    value = "\n      nam: x\n      rank: 12\n      country: FR"
    _, _, problems = corrected(entry("add", "officials", at="đồng chủ trì") + f"\n    value:{value}")
    assert [problem.line for problem in problems] == [7, 8, 9]
    assert "name" in str(problems[0])


def test_one_bad_correction_does_not_stop_the_others() -> None:
    _, record, problems = corrected(entry("set", "officials.rank", at="gone", was="x", value="Thiếu tá") + RANK)
    assert only(problems)
    assert record.officials[0].rank == "Thiếu tướng"


def test_a_title_that_the_text_lacks_needs_no_phrase() -> None:
    text = TALKS[TALKS.index("Sáng") :]
    article, record, problems = corrected(entry("set", "title", was="null", value="Hội đàm"), text)
    assert problems == []
    assert (article.title, record.title) == ("Hội đàm", "Hội đàm")


def test_the_pass_leaves_its_input_alone_and_gives_the_same_twice() -> None:
    article = parse_text(TALKS.encode(), "seeds/talks.txt")
    article = with_sidecar(article, read_sidecar(f"corrections:{RANK}".encode(), "seeds/talks.yaml"))
    record = extract_record(article, load_gazetteer())
    first = correct([article], [record], load_gazetteer())
    assert record.officials[0].rank == "Đại tá"
    assert correct([article], [record], load_gazetteer()) == first


def test_people_are_resolved_from_the_corrected_record() -> None:
    name = "Bun Thoong Xay Nha Vông"
    article, record, _ = corrected(entry("drop", "officials", at=name, was=name))
    archive = resolve_archive([(article, record)], load_gazetteer())
    assert [person.name for person in archive.people] == ["Trịnh Quốc Bảo"]


def test_records_of_single_texts_have_no_corrections() -> None:
    article = parse_text(TALKS.encode(), "seeds/talks.txt")
    assert to_dict(extract_record(article, load_gazetteer()))["corrections"] == []


def test_a_document_signed_at_the_event_follows_its_corrected_day_and_says_so() -> None:
    text = (
        "Hội đàm\n\nNgày 4/3/2023, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn. Kết thúc hội đàm, hai bên ký "
        "biên bản ghi nhớ về phòng, chống ma túy.\n"
    )
    rows = """
  - set: event_date
    at: Ngày 4/3/2023
    was: 2023-03-04
    value: 2023-03-05
    why: sổ công tác
    by: LTH
"""
    _, read, problems = corrected("", text)
    assert [(item.status, item.date) for item in read.agreements] == [("signed", "2023-03-04")]
    _, record, problems = corrected(rows, text)
    assert problems == []
    assert [item.date for item in record.agreements] == ["2023-03-05"]
    (derived,) = (row for row in record.corrections if row.basis == "derived")
    assert (derived.field, derived.index, derived.was, derived.value) == (
        "agreements.date", 0, "2023-03-04", "2023-03-05",
    )  # fmt: skip
    assert (derived.why, derived.by) == ("sổ công tác", "LTH")


SIGNED = (
    "Hội đàm\n\nNgày 4/3/2023, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn. Kết thúc hội đàm, hai bên ký "
    "biên bản ghi nhớ về phòng, chống ma túy.\n"
)
MOVED = "\n  - {set: event_date, at: Ngày 4/3/2023, was: 2023-03-04, value: 2023-03-03, why: sổ, by: LTH}"
PLANNED = "\n  - {set: agreements.status, at: biên bản ghi nhớ, was: signed, value: planned, why: mới bàn, by: Lan}"


@pytest.mark.parametrize("rows", [PLANNED, MOVED + PLANNED, PLANNED + MOVED])
def test_a_document_that_was_not_signed_at_the_event_loses_the_day_of_the_event(rows: str) -> None:
    _, record, problems = corrected(rows, SIGNED)
    assert problems == []
    (paper,) = record.agreements
    assert (paper.status, paper.date) == ("planned", None)
    (derived,) = (row for row in record.corrections if row.basis == "derived")
    assert (derived.field, derived.was, derived.value) == ("agreements.date", "2023-03-04", None)
    assert (derived.why, derived.by) == ("mới bàn", "Lan")


def test_a_document_with_a_day_of_its_own_keeps_it_though_it_was_the_event_s_day_by_chance() -> None:
    text = (
        "Hội đàm\n\nNgày 4/3/2023, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn. Hai bên đánh giá kết quả "
        "thực hiện biên bản ghi nhớ ký ngày 20/2/2019 về phòng, chống ma túy.\n"
    )
    _, record, problems = corrected(MOVED.replace("2023-03-03", "2019-02-20"), text)
    assert problems == []
    assert [paper.date for paper in record.agreements] == ["2019-02-20"]
    _, record, _ = corrected(MOVED, text)
    assert [paper.date for paper in record.agreements] == ["2019-02-20"]


def test_a_day_told_again_with_the_signing_is_the_document_s_own() -> None:
    text = SIGNED.replace("Kết thúc hội đàm, hai bên ký", "Chiều 4-3-2023, hai bên đã ký")
    _, record, problems = corrected(MOVED, text)
    assert problems == []
    assert [paper.date for paper in record.agreements] == ["2023-03-04"]


def test_a_rank_is_one_of_those_that_the_archive_knows() -> None:
    row = "\n  - {{set: officials.rank, at: Trịnh Quốc Bảo, was: Đại tá, value: {0}, why: x, by: y}}"
    for value, words in (("Ông Trùm", "Known:"), ("thiếu tướng", "Write Thiếu tướng."), ("Colonel", "Write Đại tá.")):
        _, record, problems = corrected(row.format(value))
        problem = only(problems)
        assert (problem.code, record.officials[0].rank) == ("correction-value", "Đại tá")
        assert words in str(problem.hint)


def test_a_number_given_for_what_is_dropped_is_answered_with_what_to_write() -> None:
    _, _, problems = corrected("\n  - {drop: figures, at: 6 đối tượng, was: 6, why: x, by: y}")
    problem = only(problems)
    assert "reads 6 đối tượng, not 6." in problem.message
    assert "`was: 6 đối tượng`" in str(problem.hint)
    assert corrected("\n  - {drop: figures, at: 6 đối tượng, was: 6 đối tượng, why: x, by: y}")[2] == []


def test_a_document_with_a_corrected_day_of_its_own_does_not_follow() -> None:
    text = (
        "Hội đàm\n\nNgày 4/3/2023, Công an tỉnh Sơn La hội đàm với Công an tỉnh Hủa Phăn. Kết thúc hội đàm, hai bên ký "
        "biên bản ghi nhớ về phòng, chống ma túy.\n"
    )
    rows = """
  - {set: event_date, at: Ngày 4/3/2023, was: 2023-03-04, value: 2023-03-05, why: sổ, by: LTH}
  - {set: agreements.date, at: biên bản ghi nhớ, was: 2023-03-04, value: 2023-03-06, why: sổ, by: LTH}
"""
    _, record, problems = corrected(rows, text)
    assert problems == []
    assert [item.date for item in record.agreements] == ["2023-03-06"]
    assert {row.basis for row in record.corrections} == {"correction"}


def test_goods_of_a_corrected_figure_get_the_id_of_their_kind() -> None:
    value = "{what: seizure, value: 3, unit: kg, kind: Ma tuý dạng đá}"
    _, record, problems = corrected(entry("add", "figures", at="tổ chức", value=value))
    assert problems == []
    (figure,) = (figure for figure in record.figures if figure.what == "seizure")
    assert (figure.kind, figure.kind_id) == ("Ma tuý dạng đá", "methamphetamine")
