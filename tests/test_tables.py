"""The main tables of an archive as CSV, and the page that offers them."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from borderwire.export import AGREEMENTS, ARTICLES, FIGURES, MEETINGS, PEOPLE, export_files
from borderwire.model import Figure, Series, SeriesMeeting
from borderwire.posts import last_post
from tests.records import agreement
from tests.resolve.making import archive_of, meeting, officer, told

Table = list[dict[str, str]]


@pytest.fixture(scope="module")
def contents() -> dict[str, bytes]:
    figure = Figure("money", 50_000_000, "VND", "exact", '50 triệu đồng,\n"tiền mặt"', "cash", "2024")
    signed = agreement("biên bản ghi nhớ năm 2024", "2024-05-06", "Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn")
    series = Series(3, "explicit", None, SeriesMeeting(4, "2025", "năm 2025", "LA-HO", "LA"), "lần thứ 3")
    chief = officer("Lò Văn Xuyến", "VN-05")
    rows = [
        meeting(
            "m", "2024-05-06", "VN-05", "LA-HO",
            figures=(figure,), agreements=(signed,), series=series, officials=(chief,),
        ),
        meeting("n", None, "VN-05", "LA-HO"),
    ]  # fmt: skip
    return {file.path: file.content for file in export_files(archive_of(rows))}


def _table(contents: dict[str, bytes], path: str) -> Table:
    return list(csv.DictReader(io.StringIO(contents[path].decode("utf-8-sig"))))


def test_every_article_is_a_row_with_its_provinces_by_country(contents: dict[str, bytes]) -> None:
    rows = {row["id"]: row for row in _table(contents, ARTICLES)}
    assert (rows["m"]["event_date"], rows["m"]["provinces_vn"], rows["m"]["provinces_la"]) == (
        "2024-05-06",
        "VN-05",
        "LA-HO",
    )
    assert rows["n"]["event_date"] == ""


def test_people_agreements_figures_and_meetings_are_rows(contents: dict[str, bytes]) -> None:
    person, document, figure = (_table(contents, path)[0] for path in (PEOPLE, AGREEMENTS, FIGURES))
    assert (person["name"], person["last_rank"], person["articles"]) == ("Lò Văn Xuyến", "Đại tá", "1")
    assert (document["status"], document["parties"]) == ("signed", "Công an tỉnh Sơn La; Công an tỉnh Hủa Phăn")
    assert (figure["article"], figure["number"], figure["value"], figure["unit"]) == ("m", "1", "50000000", "VND")
    assert [row["ordinal"] for row in _table(contents, MEETINGS)] == [
        "3",
        "",
        "4",
    ]  # that without a date is known by no number


def test_a_cell_is_one_line_and_keeps_commas_and_quotes(contents: dict[str, bytes]) -> None:
    assert _table(contents, FIGURES)[0]["as_written"] == '50 triệu đồng, "tiền mặt"'
    assert contents[FIGURES].count(b"\n") == 2


def test_spreadsheets_are_told_that_the_tables_are_utf_8(contents: dict[str, bytes]) -> None:
    assert all(contents[path].startswith(b"\xef\xbb\xbf") for path in contents if path.endswith(".csv"))


@pytest.mark.parametrize(
    "written", ["=1+2", "+84 912", "-3 vụ", "@SUM(A1)", "\t=1+2", "\r=1+2", "\n @x", "＝1+2", "－1"]
)
def test_no_cell_is_taken_for_a_formula_by_a_spreadsheet(written: str) -> None:
    figure = Figure("money", -4.5, "VND", "exact", written)
    files = {
        file.path: file.content
        for file in export_files(archive_of([meeting("m", "2024-05-06", "VN-05", "LA-HO", figures=(figure,))]))
    }
    row = _table(files, FIGURES)[0]
    assert row["as_written"] == "'" + written.strip()
    assert row["value"] == "-4.5"  # a number is no formula


def test_the_last_rank_of_a_person_is_that_of_the_last_article_that_tells_one() -> None:
    name = "Lò Văn Xuyến"
    rows = [
        told("a", "2019-05-06", officer(name, "VN-05", "Đại tá", "Phó Giám đốc")),
        told("b", "2021-05-06", officer(name, "VN-05", "Thiếu tướng", None)),
        told("c", "2023-05-06", officer(name, "VN-05", None, "Giám đốc")),
        told("d", None, officer(name, "VN-05", None, None)),
    ]
    (person,) = _table({file.path: file.content for file in export_files(archive_of(rows))}, PEOPLE)
    assert (person["last_rank"], person["last_position"], person["articles"]) == ("Thiếu tướng", "Giám đốc", "4")


def test_the_table_of_people_words_an_office_as_the_last_article_does_and_so_does_the_page() -> None:
    bodies = ("Công an tỉnh Sơn La", "CA tỉnh Sơn La")
    early, late = (replace(officer("Lò Văn Xuyến", "VN-05"), organization=body) for body in bodies)
    archive = archive_of([told("a", "2020-05-06", early), told("b", "2022-05-06", late)])
    (person,) = _table({file.path: file.content for file in export_files(archive)}, PEOPLE)
    post = last_post(archive.people[0], {entry.id: entry for entry in archive.entries})
    assert person["last_organization"] == post.organization == bodies[1]
