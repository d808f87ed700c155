"""The archive: unique addresses, indexes by date, and one page per person and document."""

from __future__ import annotations

from borderwire.gazetteer import load_gazetteer
from borderwire.model import Archive, Article, Record
from borderwire.resolve import resolve_archive
from tests.records import agreement, article, official, province, record


def _archive(*records: Record) -> Archive:
    pairs: list[tuple[Article, Record]] = []
    for number, item in enumerate(records):
        text = article(f"seeds/{number}-{item.id}.txt", f"Bài {number}.")
        pairs.append((text, item))
    return resolve_archive(pairs, load_gazetteer())


def test_entries_stand_newest_first_and_undated_last() -> None:
    archive = _archive(record("b", "2020-01-02"), record("a", None), record("c", "2024"), record("d", "2024-03-01"))
    assert [entry.id for entry in archive.entries] == ["d", "c", "b", "a"]


def test_two_sources_of_one_address_are_kept_apart_and_told() -> None:
    archive = _archive(record("same"), record("same"), record("same"))
    assert sorted(entry.id for entry in archive.entries) == ["same", "same-2", "same-3"]
    assert all(entry.record.id == entry.id for entry in archive.entries)
    assert [problem.code for problem in archive.problems] == ["shared-address", "shared-address"]
    assert "seeds/0-same.txt" in str(archive.problems[0])


def test_years_and_provinces_list_their_entries() -> None:
    here = record("x", "2021-05-05", provinces=(province("VN-22", "Nghệ An"), province("LA-XI", "Xiêng Khoảng", "LA")))
    archive = _archive(here, record("y", None, provinces=(province("VN-22", "Nghệ An"),)))
    assert [(use.id, use.entries) for use in archive.provinces] == [("VN-22", ("x", "y")), ("LA-XI", ("x",))]
    assert [(use.year, use.entries) for use in archive.years] == [("2021", ("x",)), (None, ("y",))]


def test_one_lao_officer_in_two_spellings_is_one_person() -> None:
    archive = _archive(
        record("a", "2023-01-01", officials=(official("Bun-thăn Xay-nha-xỏn", "LA-KH", "LA"),)),
        record("b", "2024-01-01", officials=(official("Bounthan Saynhasone", "LA-KH", "LA"),)),
    )
    assert len(archive.people) == 1
    assert archive.people[0].spellings == ("Bun-thăn Xay-nha-xỏn", "Bounthan Saynhasone")


def test_equal_names_in_two_provinces_are_two_people_with_pages_of_their_own() -> None:
    archive = _archive(
        record("a", officials=(official("Lê Văn Hòa", "VN-22"),)),
        record("b", officials=(official("Lê Văn Hoà", "VN-05"),)),
    )
    assert sorted(person.id for person in archive.people) == ["le-van-hoa", "le-van-hoa-2"]


def test_a_person_stays_one_when_the_province_is_merged() -> None:
    archive = _archive(
        record("a", "2024-06-01", officials=(official("Trần Hữu Nghĩa", "VN-27"),)),
        record("b", "2025-09-01", officials=(official("Trần Hữu Nghĩa", "VN-DN"),)),
    )
    assert len(archive.people) == 1


def test_a_document_in_two_articles_is_one_when_day_type_and_parties_agree() -> None:
    parties = ("Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn")
    archive = _archive(
        record("a", agreements=(agreement("biên bản ghi nhớ", "2024-05-06", *parties),)),
        record("b", agreements=(agreement("Biên bản ghi nhớ năm 2024", "2024-05-06", *reversed(parties)),)),
        record("c", agreements=(agreement("biên bản ghi nhớ", None, *parties, status="planned"),)),
    )
    assert sorted(len(item.mentions) for item in archive.agreements) == [1, 2]
    both = next(item for item in archive.agreements if len(item.mentions) == 2)
    assert both.label == "Biên bản ghi nhớ năm 2024"
