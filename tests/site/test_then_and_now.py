"""Merged provinces: named as they were, with what they are part of today, linked both ways."""

from __future__ import annotations

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
    assert "As of today, all of these: 2 articles" in new


def test_officials_and_documents_name_the_province_of_the_time_with_that_of_today(
    archive: Archive, pages: dict[str, str]
) -> None:
    (person,) = archive.people
    (paper,) = archive.agreements
    for page in (pages["en/" + urls.official(person.id)], pages["en/" + urls.agreement(paper.id)]):
        assert 'Quảng Nam</a> <span class="n">now Đà Nẵng</span>' in page


def test_a_row_of_meetings_is_named_by_today_and_tells_the_names_of_the_time(
    archive: Archive, pages: dict[str, str]
) -> None:
    (series,) = archive.series
    page = pages["en/" + urls.series(series.id)]
    assert "<h1>Đà Nẵng – Sekong</h1>" in page
    assert 'Quảng Nam</a> <span class="n">now Đà Nẵng</span>' in page
