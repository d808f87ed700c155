"""What differs between two builds, and why, as `borderwire diff` and the site tell it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from borderwire.changes import Snapshot, compare, read_snapshot, snapshot, tell_json, tell_text
from borderwire.errors import BuildDataError
from borderwire.export import RECORDS, THINGS, export_files
from borderwire.gazetteer import load_gazetteer
from borderwire.model import (
    Archive,
    ArticleChange,
    Changes,
    DateFact,
    FactChange,
    Photo,
    Problem,
    Record,
    Series,
    Venue,
)
from borderwire.resolve import read_authority, resolve_archive
from tests.records import agreement, article
from tests.resolve.making import archive_of, meeting, officer, told


def _snapshot(archive: Archive) -> Snapshot:
    data = {file.path: file.content for file in export_files(archive)}
    return snapshot(data[RECORDS], data[THINGS])


def _changes(old: list[Record], new: list[Record]) -> Changes:
    return compare(_snapshot(archive_of(old)), _snapshot(archive_of(new)))


def _only(changes: Changes) -> FactChange:
    (item,) = changes.articles
    (fact,) = item.facts
    return fact


KHOA = officer("Lò Văn Khoa", "VN-71", "Đại tá")
BASE = [
    told("a", "2023-03-04", KHOA, agreements=(agreement("biên bản ghi nhớ", "2023-03-04", "Công an tỉnh Điện Biên"),))
]


def _with(**fields: object) -> list[Record]:
    return [replace(BASE[0], **fields)]


def test_equal_builds_have_no_changes() -> None:
    changes = _changes(BASE, BASE)
    assert not changes.any
    assert tell_text(changes) == ""
    assert json.loads(tell_json(changes))["articles"] == []


def test_articles_that_came_and_went_are_told_without_their_facts() -> None:
    changes = _changes(BASE, [*BASE, told("b", None)])
    assert [ref.path for ref in changes.added] == ["seeds/b.txt"]
    assert changes.removed == changes.articles == ()
    assert [ref.path for ref in _changes([*BASE, told("b", None)], BASE).removed] == ["seeds/b.txt"]


def test_a_moved_source_is_the_same_article() -> None:
    moved = replace(BASE[0], source=replace(BASE[0].source, path="seeds/2023/a.txt"))
    changes = _changes(BASE, [moved])
    assert changes.added == changes.removed == changes.things == ()
    assert [(item.article.path, item.old, item.facts) for item in changes.articles] == [
        ("seeds/2023/a.txt", "seeds/a.txt", ())
    ]


def test_a_changed_text_is_the_cause_before_any_rule() -> None:
    source = replace(BASE[0].source, sha256="0" * 64)
    fact = _only(_changes(BASE, _with(source=source, officials=(replace(KHOA, rank="Thiếu tướng", rule="other"),))))
    assert (fact.turn, fact.fact, fact.name, fact.field) == ("changed", "officials", "Lò Văn Khoa", "rank")
    assert (fact.old, fact.new, fact.cause, fact.because) == ("Đại tá", "Thiếu tướng", "text", "")


def test_another_rule_is_named_where_the_text_is_the_same() -> None:
    old = _with(officials=(replace(KHOA, rule="rank-before"),))
    new = _with(officials=(replace(KHOA, rule="list-of-names", position="Phó Giám đốc"),))
    fact = _only(_changes(old, new))
    assert (fact.field, fact.cause, fact.because) == ("position", "rule", "rank-before → list-of-names")


def test_the_version_is_named_where_the_rule_kept_its_name() -> None:
    new = _snapshot(archive_of(_with(event_end="2023-03-05")))
    fact = _only(compare(replace(_snapshot(archive_of(BASE)), version="0.0.9"), replace(new, version="0.1.0")))
    assert (fact.turn, fact.fact, fact.new, fact.cause, fact.because) == (
        "added", "event_end", "2023-03-05", "rule", "0.0.9 → 0.1.0",
    )  # fmt: skip


def test_a_correction_that_only_one_build_knows_is_the_cause_of_its_field_alone() -> None:
    other = replace(KHOA, rank="Thượng tá", position="Phó Giám đốc")
    old, new = _snapshot(archive_of(BASE)), _snapshot(archive_of(_with(officials=(other,))))
    row = {"action": "set", "field": "officials.rank", "index": 0, "why": "ảnh chụp", "by": "LTH"}
    new.records["seeds/a.txt"]["corrections"] = [row]
    facts = {fact.field: fact for fact in compare(old, new).articles[0].facts}
    assert (facts["rank"].cause, facts["rank"].because) == ("correction", "“ảnh chụp” LTH")
    assert facts["position"].cause == "rule"
    old.records["seeds/a.txt"]["corrections"] = [row]
    assert {fact.cause for fact in compare(old, new).articles[0].facts} == {"rule"}


def test_a_name_read_differently_from_the_same_words_is_one_change() -> None:
    old = _with(officials=(replace(KHOA, name="Văn Khoa", spans=((14, 22),)),))
    new = _with(officials=(replace(KHOA, spans=((11, 22),)),))
    fact = _only(_changes(old, new))
    assert (fact.turn, fact.field, fact.old, fact.new) == ("changed", "name", "Văn Khoa", "Lò Văn Khoa")


def test_facts_that_came_and_went_are_told_with_what_they_say() -> None:
    paper = agreement("thỏa thuận hợp tác", None, "Công an tỉnh Điện Biên", status="planned", kind="agreement")
    (item,) = _changes(BASE, _with(agreements=(paper,))).articles
    assert isinstance(item, ArticleChange)
    assert [(fact.turn, fact.name, fact.new or fact.old) for fact in item.facts] == [
        ("added", "thỏa thuận hợp tác", "agreement, planned, Công an tỉnh Điện Biên"),
        ("removed", "biên bản ghi nhớ", "memorandum, signed, 2023-03-04, Công an tỉnh Điện Biên"),
    ]


def test_where_a_fact_stands_is_no_change() -> None:
    moved = replace(KHOA, spans=((100, 111),), rule="x")
    assert not _changes(_with(officials=(replace(KHOA, rule="x"),)), _with(officials=(moved,))).any


ROWS = [
    told("a", "2019-03-04", officer("Nguyễn Văn Bảo", "VN-22", "Thượng tá")),
    told("b", "2023-03-04", officer("Nguyễn Văn Bảo", "VN-71", "Đại tá")),
]
JUDGED = """\
identities:
  - {what: person, verdict: same, one: {article: seeds/a.txt, name: Nguyễn Văn Bảo},
     other: {article: seeds/b.txt, name: Nguyễn Văn Bảo}, why: chuyển công tác, by: LTH, date: 2026-05-31}
"""
NAMED = """\
names:
  - {what: person, of: {article: seeds/b.txt, name: Nguyễn Văn Bảo}, preferred: Nguyễn Văn Bảo (Điện Biên)}
"""


def _with_authority(rows: list[Record], source: str) -> Snapshot:
    authority, problems = read_authority(source)
    assert problems == ()
    pairs = [(article(f"seeds/{item.id}.txt", f"Bài {item.id}."), item) for item in rows]
    return _snapshot(resolve_archive(pairs, load_gazetteer(), authority))


def test_persons_put_together_or_taken_apart_by_a_judgement_are_told_with_its_words() -> None:
    apart, joined = _with_authority(ROWS, ""), _with_authority(ROWS, JUDGED)
    (change,) = compare(apart, joined).things
    assert (change.turn, change.what, change.cause, change.because) == (
        "joined", "person", "judgement", "“chuyển công tác” LTH",
    )  # fmt: skip
    assert change.new == ("Nguyễn Văn Bảo",)
    (change,) = compare(joined, apart).things
    assert (change.turn, change.cause, len(change.new)) == ("parted", "judgement", 2)


def test_a_preferred_name_is_a_judgement_too() -> None:
    (change,) = compare(_with_authority(ROWS, ""), _with_authority(ROWS, NAMED)).things
    assert (change.turn, change.field, change.old, change.new, change.cause) == (
        "changed", "name", ("Nguyễn Văn Bảo",), ("Nguyễn Văn Bảo (Điện Biên)",), "judgement",
    )  # fmt: skip


def test_what_other_articles_bring_together_is_put_down_to_them() -> None:
    steady = [told(name, f"202{at}-03-04", officer("Lò Văn Khoa", "VN-71")) for at, name in enumerate("ab", 1)]
    vague = [steady[0], replace(steady[1], officials=(officer("Lò Văn Khoa", "VN-22", None, None),))]
    changes = _changes(vague, steady)
    assert [(change.turn, change.cause) for change in changes.things if change.what == "person"] == [
        ("joined", "articles")
    ]


def test_lines_name_the_article_the_fact_both_values_and_the_cause() -> None:
    new = _with(officials=(replace(KHOA, rank="Thiếu tướng"),))
    text = tell_text(_changes(BASE, new))
    assert "Articles  0 added, 0 removed, 1 changed (1 facts)" in text
    assert "seeds/a.txt\n    ~ officials, Lò Văn Khoa, rank: Đại tá → Thiếu tướng  [rules: 0.1.0]\n" in text


def _build(folder: Path, records: bytes, things: bytes | None) -> Path:
    (folder / "data").mkdir(parents=True)
    (folder / RECORDS).write_bytes(records)
    if things is not None:
        (folder / THINGS).write_bytes(things)
    return folder


def test_a_build_is_read_from_its_folder_its_data_folder_or_its_records(tmp_path: Path) -> None:
    data = {file.path: file.content for file in export_files(archive_of(BASE))}
    folder = _build(tmp_path / "old", data[RECORDS], data[THINGS])
    for path in (folder, folder / "data", folder / RECORDS):
        assert read_snapshot(path).records.keys() == {"seeds/a.txt"}
    alone = _build(tmp_path / "older", data[RECORDS], None)
    assert not compare(read_snapshot(alone), read_snapshot(folder)).any


@pytest.mark.parametrize(
    ("records", "things", "line"),
    [
        (b"{\n", None, 1),
        (b"[]\n", None, 1),
        (b'\n{"schema": "other/1"}\n', None, 2),
        (b'{"schema": "borderwire.record/1", "id": "a"}\n', None, 1),
        (b"[" * 100_000, None, 1),
        (b"", b"[]", None),
        (b"", b"\xff", None),
    ],
)
def test_data_that_no_build_wrote_is_told_with_file_and_line(
    tmp_path: Path, records: bytes, things: bytes | None, line: int | None
) -> None:
    folder = _build(tmp_path / "old", records, things)
    with pytest.raises(BuildDataError) as raised:
        read_snapshot(folder)
    assert raised.value.line == line
    assert raised.value.path and raised.value.hint


def test_a_folder_without_a_build_is_told(tmp_path: Path) -> None:
    with pytest.raises(BuildDataError, match="holds no data of a build"):
        read_snapshot(tmp_path)
    with pytest.raises(BuildDataError, match="no such folder"):
        read_snapshot(tmp_path / "gone")


def test_records_with_odd_values_are_compared_all_the_same() -> None:
    """The files may have been edited: no value of a wrong type may break the comparison."""
    odd = {
        "schema": "borderwire.record/1", "id": "a", "source": {"path": "seeds/a.txt"}, "officials": [3, {"name": 4}],
        "agreements": "x", "event_date": [], "venue": 3, "series": {"next": 7}, "corrections": [None, {"field": 3}],
    }  # fmt: skip
    things = {"schema": "borderwire.archive/1", "people": [{"id": 3, "mentions": [{"article": "a", "index": 0}, 7]}],
              "series": [{"meetings": [3, {"event": "a"}]}], "judgements": [{"what": "person", "one": 3}]}  # fmt: skip
    other = snapshot(json.dumps(odd).encode(), json.dumps(things).encode())
    changes = compare(_snapshot(archive_of(BASE)), other)
    assert changes.articles and tell_text(changes) and tell_json(changes)
    assert compare(other, other).any is False


ROW = {"action": "set", "field": "officials.rank", "index": 0, "why": "ảnh chụp", "by": "LTH", "basis": "correction"}


def _edited(record: Record, rank: str) -> list[Record]:
    return [replace(record, officials=(replace(KHOA, rank=rank),), source=replace(record.source, sha256="0" * 64))]


def test_a_correction_that_an_edited_source_has_loosened_is_told_with_the_text_as_the_cause() -> None:
    old, new = _snapshot(archive_of(BASE)), _snapshot(archive_of(_edited(BASE[0], "Thượng tá")))
    old.records["seeds/a.txt"]["corrections"] = [ROW]
    changes = compare(old, new)
    fact = _only(changes)
    assert (fact.cause, fact.because) == ("text-unfits", "“ảnh chụp” LTH")
    assert "[the text changed, and a correction no longer fits: “ảnh chụp” LTH]" in tell_text(changes)


def test_a_correction_that_comes_with_an_edited_source_is_still_the_cause() -> None:
    old, new = _snapshot(archive_of(BASE)), _snapshot(archive_of(_edited(BASE[0], "Thượng tá")))
    new.records["seeds/a.txt"]["corrections"] = [ROW]
    assert _only(compare(old, new)).cause == "correction"


def test_a_day_of_publication_that_the_keeper_notes_is_no_rule() -> None:
    noted = DateFact("2023-03-05", "explicit", "the article's own metadata", rule="metadata")
    fact = _only(_changes(BASE, _with(published=noted)))
    assert (fact.fact, fact.cause, fact.because) == ("published", "metadata", "")
    assert _only(_changes(_with(published=noted), BASE)).cause == "metadata"


def _hiding(record: Record, spans: int = 1, **fields: Any) -> list[Record]:
    problem = Problem("phrases-withheld", "withheld", "note", spans=((0, 3),) * spans)
    return [replace(record, problems=(problem,), **fields)]


def test_what_is_withheld_is_a_cause_of_its_own() -> None:
    fact = _only(_changes(_with(lead="Ông Khoa đến."), _hiding(BASE[0], lead="Ông […] đến.")))
    assert (fact.fact, fact.cause, fact.because) == ("lead", "withheld", "")
    assert "[words are withheld]" in tell_text(_changes(BASE, _hiding(BASE[0], officials=())))


def test_a_file_name_with_a_withheld_word_is_no_move() -> None:
    source = replace(BASE[0].source, path="seeds/Khoa_den.txt")
    hidden = replace(source, path="seeds/[…]_den.txt")
    for sha256 in (source.sha256, "0" * 64):
        new = _hiding(replace(BASE[0], source=replace(hidden, sha256=sha256)))
        changes = _changes([replace(BASE[0], source=source)], new)
        assert (changes.added, changes.removed, changes.articles) == ((), (), ())


def test_withholding_in_a_caption_changes_no_credit() -> None:
    def photos(shift: int, name: str) -> tuple[Photo, ...]:
        one = Photo(f"Ông {name} phát biểu.", "Văn Thử", (shift, shift + 20), (shift + 21, shift + 28))
        return one, Photo("Quang cảnh.", "Minh Thử", (shift + 30, shift + 41), (shift + 42, shift + 50))

    fact = _only(_changes(_with(photos=photos(20, "Khoa")), _hiding(BASE[0], photos=photos(0, "[…]"))))
    assert (fact.turn, fact.field, fact.old, fact.new) == (
        "changed", "caption", "Ông Khoa phát biểu.", "Ông […] phát biểu.",
    )  # fmt: skip


def _papers(*days: str) -> list[Record]:
    """Memoranda of the same parties, one a year."""
    parties = ("Công an tỉnh Điện Biên", "Công an tỉnh Phông Sa Lỳ")
    return [
        told(f"p{day[:4]}", day, agreements=(agreement(f"biên bản ghi nhớ năm {day[:4]}", day, *parties),))
        for day in days
    ]


def test_a_document_that_carries_on_another_one_than_before_is_told() -> None:
    whole = _papers("2023-03-04", "2024-03-05", "2025-03-06")
    changes = _changes(whole, [whole[0], whole[2]])
    rows = {(row.field, row.old, row.new) for row in changes.things if row.what == "agreement"}
    assert ("follows", ("Biên bản ghi nhớ năm 2024",), ("Biên bản ghi nhớ năm 2023",)) in rows
    assert not [row for row in _changes(whole, [*whole, *BASE]).things if row.field == "follows"]


def test_what_a_lost_article_said_of_a_document_is_put_down_to_the_articles() -> None:
    whole = _papers("2024-03-05")
    cited = replace(whole[0].agreements[0], status="referenced")
    later = told("later", "2024-05-06", agreements=(cited,))
    (change,) = [row for row in _changes([*whole, later], [later]).things if row.field == "status"]
    assert (change.old, change.new, change.cause) == (("signed",), ("referenced",), "articles")


def test_parties_of_a_document_and_number_and_venue_of_an_event_are_compared() -> None:
    old = meeting("m", "2024-03-05", "VN-71", "LA-PH", agreements=_papers("2024-03-05")[0].agreements)
    paper = replace(old.agreements[0], parties=("Công an tỉnh Điện Biên", "Công an tỉnh U Đôm Xay"))
    new = replace(
        old,
        agreements=(paper,),
        series=Series(ordinal=4, basis="explicit", as_written="lần thứ IV"),
        venue=Venue("Điện Biên Phủ", "VN-71"),
    )
    rows = {(row.what, row.field, row.old, row.new) for row in _changes([old], [new]).things}
    assert ("event", "ordinal", (), ("4",)) in rows
    assert ("event", "venue", (), ("VN-71",)) in rows
    assert {field for what, field, *_ in rows if what == "agreement"} == {"parties"}


def test_a_row_of_meetings_that_comes_or_goes_is_told() -> None:
    rows = [meeting(f"m{year}", f"{year}-03-05", "VN-71", "LA-PH") for year in (2023, 2024)]
    alone = [rows[0], replace(rows[1], event_type=None)]
    (come,) = [row for row in _changes(alone, rows).things if row.what == "series"]
    assert (come.turn, come.old, come.new, come.cause) == ("added", (), ("Điện Biên - Phông Sa Lỳ",), "articles")
    (gone,) = [row for row in _changes(rows, alone).things if row.what == "series"]
    assert (gone.turn, gone.old, gone.new) == ("removed", ("Điện Biên - Phông Sa Lỳ",), ())
    assert "+ series: - → Điện Biên - Phông Sa Lỳ" in tell_text(_changes(alone, rows))
