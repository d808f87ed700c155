"""Who stood across the border: counted by events, however many articles report them, whichever names whom."""

from __future__ import annotations

import re

import pytest

from borderwire.model import Archive
from borderwire.site import SiteSettings, Theme, render_site, urls
from tests.resolve.making import archive_of, meeting, officer

PARTIES = ("VN-22", "LA-XI")
HERE, THERE = officer("Đặng Văn Thử", "VN-22"), officer("Khămphone Xaynhavông", "LA-XI")
DEPUTY = officer("Hồ Thị Nghiệm", "VN-22", "Thượng tá", "Phó Giám đốc")


@pytest.fixture(scope="module")
def archive() -> Archive:
    """A meeting of 2023 in one article, and one of 2024 in three, of which the last names the deputy alone."""
    rows = (
        ("a", "2023-05-04", (HERE, THERE)),
        ("b", "2024-06-05", (HERE, THERE)),
        ("c", "2024-06-05", (HERE, THERE)),
        ("d", "2024-06-05", (DEPUTY,)),
    )
    archive = archive_of(meeting(ident, day, *PARTIES, officials=officials) for ident, day, officials in rows)
    assert sorted(event.entries for event in archive.events) == [("a",), ("b", "c", "d")]
    return archive


@pytest.fixture(scope="module")
def html(archive: Archive) -> dict[str, str]:
    settings = SiteSettings(title="Hai bờ", languages=("en",), language="en")
    files = render_site(archive, settings, Theme(None))
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


def _across(page: str) -> list[tuple[str, str]]:
    """Name and number of each counterpart."""
    part = page[page.index('id="counterparts"') :]
    return re.findall(r'<li><a [^>]*>([^<]*)</a> <span class="n">([^<]*)</span>', part[: part.index("</section>")])


def _page(archive: Archive, html: dict[str, str], name: str) -> str:
    return html[urls.official(next(person.id for person in archive.people if person.name == name))]


def test_a_counterpart_met_at_two_events_is_counted_twice_though_three_articles_name_both(
    archive: Archive, html: dict[str, str]
) -> None:
    assert _across(_page(archive, html, HERE.name)) == [(THERE.name, "2 events")]


def test_a_person_whom_only_another_article_on_the_event_names_is_a_counterpart_too(
    archive: Archive, html: dict[str, str]
) -> None:
    assert _across(_page(archive, html, DEPUTY.name)) == [(THERE.name, "1 event")]
    assert _across(_page(archive, html, THERE.name)) == [(HERE.name, "2 events"), (DEPUTY.name, "1 event")]


def test_bodies_across_the_border_are_counted_by_events(html: dict[str, str]) -> None:
    assert _across(html[urls.body("police-vn-22")]) == [("Police of Xiengkhouang", "2 events")]


def test_pairs_and_kinds_of_events_tell_events_and_articles(html: dict[str, str]) -> None:
    assert "2 events in 4 articles" in html[urls.pair(*PARTIES)]
    assert "2 events in 4 articles" in html[urls.event("talks")]
