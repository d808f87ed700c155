"""Merged provinces: named as they were, with what they are part of today, linked both ways."""

from __future__ import annotations

import re

import pytest

from borderwire.model import Archive, OfficialFact
from borderwire.site import SiteSettings, Theme, render_site, urls
from tests.records import agreement, official
from tests.resolve.making import archive_of, meeting

SETTINGS = SiteSettings(title="Hai bờ", languages=("vi", "en"))


def _officer(name: str, place: str, body: str) -> OfficialFact:
    return official(name, place, rank="Đại tá", organization=body)


@pytest.fixture(scope="module")
def archive() -> Archive:
    old = agreement("biên bản năm 2024", "2024-07-02", "Công an tỉnh Quảng Nam", "Công an tỉnh Sê Kông")
    return archive_of(
        [
            meeting("a", "2024-07-02", "VN-27", "LA-XE", kind="briefing-conference", agreements=(old,),
                    officials=(_officer("Trịnh Bá Cung", "VN-27", "Công an tỉnh Quảng Nam"),)),
            meeting("b", "2025-08-02", "VN-DN", "LA-XE", kind="briefing-conference",
                    officials=(_officer("Trịnh Bá Cung", "VN-DN", "Công an TP Đà Nẵng"),)),
        ]
    )  # fmt: skip


@pytest.fixture(scope="module")
def pages(archive: Archive) -> dict[str, str]:
    files = render_site(archive, SETTINGS, Theme(None))
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


def test_merged_provinces_link_both_ways_with_how_much_is_held(pages: dict[str, str]) -> None:
    old, new = pages["en/" + urls.province("VN-27")], pages["en/" + urls.province("VN-DN")]
    assert 'href="../../provinces/vn-dn/index.html"' in old and "since then part of" in old
    assert 'href="../../provinces/vn-27/index.html"' in new and "Took in on 1 July 2025" in new


def test_a_neighbour_met_under_another_name_leads_to_the_meetings_as_of_today() -> None:
    rows = [
        meeting("old", "2020-07-02", "VN-24", "LA-KH", kind="briefing-conference"),
        meeting("now", "2020-08-02", "VN-25", "LA-SV", kind="briefing-conference"),
    ]
    files = {file.path: file.content for file in render_site(archive_of(rows), SETTINGS, Theme(None))}
    page = files["en/" + urls.province("VN-25")].decode()
    (row,) = (line for line in page.splitlines() if "Khammouane" in line and "neighbour" in line)
    assert "as of today: 1 event" in row and "no meeting" not in row
    assert f'href="../../{urls.as_of_today(urls.pair("VN-25", "LA-KH"))}"' in row
    assert urls.as_of_today(urls.pair("VN-25", "LA-KH")) in files


@pytest.mark.parametrize(
    ("then", "now"),
    [
        (urls.province("VN-27"), urls.province("VN-DN")),
        (urls.pair("VN-27", "LA-XE"), urls.pair("VN-DN", "LA-XE")),
        (urls.body("police-vn-27"), urls.body("police-vn-dn")),
    ],
)
def test_provinces_pairs_and_bodies_link_to_what_they_were_and_are_and_to_a_list_of_all(
    pages: dict[str, str], then: str, now: str
) -> None:
    whole = urls.as_of_today(now)
    for page, others in ((then, (now, whole)), (now, (then, whole)), (whole, (then, now))):
        html = pages["en/" + page]
        switch = html[html.index('class="eras"') : html.index("</div>", html.index('class="eras"'))]
        up = urls.up(page)
        assert [f'href="{up}{path}"' in switch for path in others] == [True, True]
        assert re.findall(r">(\d articles?)<", switch) == ["1 article", "1 article", "2 articles"]
    listed = [re.findall(r"articles/([^/]*)/index", _list(pages["en/" + page])) for page in (then, now, whole)]
    assert listed[2] == [*listed[1], *listed[0]] and len(set(listed[2])) == 2


def _list(html: str) -> str:
    return html[html.index('<ul class="cards"') : html.index("<footer")]


def test_a_pair_that_a_merger_has_renamed_is_counted_once(pages: dict[str, str]) -> None:
    home, matrix = pages["en/index.html"], pages["en/" + urls.PAIRS]
    assert re.search(r'pair of today that met</dt><dd><a href="pairs/index\.html">1</a>', home)
    assert "1 pair that met. " in matrix and "Pairs are those of today and count once." in matrix
    rows = [row for row in matrix.split("<tr")[1:] if "pairs/vn-" in row]
    assert [row.startswith(' class="part"') for row in rows] == [False, True, True]


def test_a_province_that_no_article_names_yet_still_lists_what_went_into_it() -> None:
    archive = archive_of([meeting("a", "2024-07-02", "VN-27", "LA-XE")])
    files = {file.path: file.content.decode() for file in render_site(archive, SETTINGS, Theme(None))
             if file.path.endswith(".html")}  # fmt: skip
    page, whole = files["en/" + urls.province("VN-27")], urls.as_of_today(urls.province("VN-DN"))
    assert "en/" + urls.province("VN-DN") not in files
    assert f'href="../../{whole}"' in page and "en/" + whole in files


def test_officials_and_documents_name_the_province_of_the_time_with_that_of_today(
    archive: Archive, pages: dict[str, str]
) -> None:
    (person,) = archive.people
    (paper,) = archive.agreements
    for page in (pages["en/" + urls.official(person.id)], pages["en/" + urls.agreement(paper.id)]):
        assert 'Quảng Nam</a> <span class="n">now <span lang="vi">Đà Nẵng</span></span>' in page


def test_a_row_of_meetings_is_named_by_today_and_tells_the_names_of_the_time(
    archive: Archive, pages: dict[str, str]
) -> None:
    (series,) = archive.series
    page = pages["en/" + urls.series(series.id)]
    assert '<h1><span lang="vi">Đà Nẵng</span> – Sekong</h1>' in page
    assert 'Quảng Nam</a> <span class="n">now <span lang="vi">Đà Nẵng</span></span>' in page


def test_a_row_that_counts_meetings_from_before_a_merger_says_so_wherever_it_stands(
    archive: Archive, pages: dict[str, str]
) -> None:
    """The province of today took part in one event under its name, the row holds two."""
    (series,) = archive.series
    former = 'with meetings of <span lang="vi">Quảng Nam</span> (now <span lang="vi">Đà Nẵng</span>)'
    for path in (urls.province("VN-DN"), urls.pair("VN-DN", "LA-XE"), urls.MEETINGS, urls.series(series.id)):
        assert former in pages["en/" + path], path
    for path in (urls.province("VN-DN"), urls.pair("VN-DN", "LA-XE")):
        page = pages["en/" + path]
        assert "1 event" in page and '<td class="num" data-label="Meetings">2</td>' in page
        assert page.count("A row counts only the meetings that the same forces hold again and again") == 1
