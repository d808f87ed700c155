"""Meetings are counted as events, however many articles report them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from borderwire.model import Event
from borderwire.site import SiteSettings, Theme, render_site
from tests.site import fixtures

PAIR = "pairs/vn-22_la-bl"


@pytest.fixture(scope="module")
def html() -> dict[str, str]:
    """Two articles on one meeting of Nghệ An and Bô Ly Khăm Xay."""
    held = fixtures.archive([fixtures.plain(0), fixtures.plain(9)])
    idents = tuple(entry.id for entry in held.entries)
    event = Event(idents[0], idents, "2015-01", None, "talks", ("VN-22", "LA-BL"), ("VN-22", "LA-BL"))
    archive = replace(held, events=(event,))
    settings = SiteSettings(title="Hai bờ", languages=("en",), language="en")
    files = render_site(archive, settings, Theme(None), fixtures.TERMS)
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


def _count(html: str, href: str) -> list[str]:
    """The numbers beside links to a page."""
    return re.findall(rf'<a href="[^"]*{href}[^"]*"[^>]*>.*?</a>(?: |&nbsp;)<span class="n">([^<]*)</span>', html)


@pytest.mark.parametrize("path", ["index.html", "map/index.html", "years/2015/index.html", "years/2015/01/index.html"])
def test_a_meeting_in_two_articles_is_one_meeting_of_its_pair(html: dict[str, str], path: str) -> None:
    assert set(_count(html[path], PAIR)) == {"1"}


def test_provinces_are_told_to_have_met_once(html: dict[str, str]) -> None:
    met = re.findall(r'<td class="partners".*?</td>', html["provinces/index.html"])
    assert [_count(cell, "provinces/") for cell in met] == [["1"], ["1"]]
    assert "1 event" in html["provinces/vn-22/index.html"]


def test_the_matrix_counts_the_meeting_once(html: dict[str, str]) -> None:
    row = re.search(rf"<tr>(?:(?!</tr>).)*{PAIR}.*?</tr>", html["pairs/index.html"], re.DOTALL)
    assert row is not None
    numbers = re.findall(r'<td class="num[^>]*>(?:<[^>]*>)*([0-9]*)', row.group())
    assert sum(int(number) for number in numbers if number) == 2  # the year's cell and the row's sum


def test_kinds_of_events_count_events(html: dict[str, str]) -> None:
    for path in ("index.html", "events/index.html"):
        assert _count(html[path], "events/talks") == ["1"]
