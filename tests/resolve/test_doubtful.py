"""What a person should look at: which facts and identities, in which order, and until when."""

from __future__ import annotations

from dataclasses import replace

from borderwire.correction import AppliedCorrection
from borderwire.gazetteer import load_gazetteer
from borderwire.model import Archive, DateFact, Doubt, FactDoubt, Record, Series
from borderwire.resolve import read_authority, resolve_archive, to_review
from tests.records import agreement, article
from tests.resolve.making import archive_of, officer, told


def _doubts(*records: Record) -> list[tuple[str, str, str | None]]:
    rows = to_review(archive_of(records))
    return [(row.fact, row.doubt, row.value) for row in rows if isinstance(row, FactDoubt)]


def _with_facts(record: Record, source: str) -> Archive:
    authority, problems = read_authority(source)
    assert problems == ()
    return resolve_archive([(article(f"seeds/{record.id}.txt"), record)], load_gazetteer(), authority)


OPEN = DateFact(None, "none", "the text does not settle the year (2021 or 2022)", "--05-06", ((0, 4),))


def test_sure_facts_are_not_asked_about() -> None:
    sure = replace(officer("Lò Văn Khoa", "VN-71"), spans=((0, 4),), organization_spans=((5, 9),))
    assert _doubts(told("a", "2023-03-04", sure)) == []


def test_each_kind_of_doubt_is_found() -> None:
    bare = replace(officer("Lò Văn Khoa", "VN-71", None, None), spans=((0, 4),), organization_spans=((5, 9),))
    nowhere = replace(officer("Khăm Phon", "VN-71"), country=None, spans=((5, 9),), organization_spans=((5, 9),))
    paper = replace(agreement("biên bản ghi nhớ", None), spans=((0, 8),))
    series = Series(13, "inferred", spans=((0, 3),))
    rows = _doubts(replace(told("a", None, bare, nowhere, agreements=(paper,), series=series), event_date=OPEN))
    assert rows == [
        ("event_date", "year-open", None),
        ("officials.country", "no-side", None),
        ("officials", "only-a-name", "Lò Văn Khoa"),
        ("agreements.parties", "no-parties", None),
        ("series.ordinal", "ordinal-inferred", "13"),
    ]


def _correction(field: str, was: str | None, value: str | None) -> AppliedCorrection:
    return AppliedCorrection("set", field, 0, was, value, "why", "Lan")


def test_a_correction_answers_its_own_doubt_and_no_other() -> None:
    short = replace(officer("Phon", "VN-71"), spans=((0, 4),))
    record = told("a", "2023-03-04", short)
    asked = [("officials", "short-name", "Phon"), ("officials.organization", "body-from-context", short.organization)]
    assert _doubts(record) == asked
    for field, left in (
        ("officials.country", asked),
        ("officials.organization", asked[:1]),
        ("officials.name", asked[1:]),
    ):
        assert _doubts(replace(record, corrections=(_correction(field, None, "VN"),))) == left
    added = replace(_correction("officials", None, "Phon"), action="add")
    assert _doubts(replace(record, corrections=(added,))) == []


def test_a_confirmed_fact_is_not_asked_about_until_it_is_read_otherwise() -> None:
    record = replace(told("a", None), event_date=DateFact("2022-05-06", "inferred", "the year", None, ((0, 4),)))
    entry = (
        "facts:\n  - {{fact: event_date, article: seeds/a.txt, value: {0}, verdict: right, by: L, date: 2026-01-02}}\n"
    )
    archive = _with_facts(record, entry.format("2022-05-06"))
    assert to_review(archive) == ()
    assert [row.value for row in archive.confirmations] == ["2022-05-06"]
    outdated = _with_facts(record, entry.format("2021-05-06"))
    (problem,) = outdated.problems
    assert (problem.code, problem.line) == ("authority-outdated", 2)
    assert "“2021-05-06” and is now read as “2022-05-06”" in problem.message
    assert len(to_review(outdated)) == 1


def test_a_confirmation_must_say_which_official() -> None:
    entry = (
        "facts:\n  - {fact: officials.rank, article: seeds/a.txt, value: x, verdict: right, by: L, date: 2026-01-02}\n"
    )
    (problem,) = _with_facts(told("a", None, officer("Lò Văn Khoa", "VN-71")), entry).problems
    assert (problem.code, problem.hint) == ("authority-unclear", "Add `words:` with its name.")


def test_an_identity_kept_apart_by_a_contradiction_comes_before_a_thin_one() -> None:
    clear, thin = ("Nguyễn Văn Bảo", "VN-22"), ("Vừ A Sùng", "VN-71")
    rows = [
        told("a", "2019-03-04", officer(*clear, "Đại tá")),
        told("b", "2021-03-04", officer(*clear, "Trung tá")),
        told("c", "2021-03-04", officer(*thin, None, None)),
        told("d", "2023-03-04", officer(thin[0], "VN-71", None, None, "border-guard")),
    ]
    found = [row for row in to_review(archive_of(rows)) if isinstance(row, Doubt)]
    assert all(0 < row.weight <= 1 for row in found)
    contradicted = [row.weight for row in found if row.against]
    assert contradicted == [0.9] * len(contradicted)
    assert [row.weight for row in found] == sorted((row.weight for row in found), reverse=True)
