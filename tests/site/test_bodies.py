"""The pages of bodies."""

from __future__ import annotations

import re
from dataclasses import replace

from borderwire.model import Archive
from borderwire.site import SiteSettings, Theme, render_site
from tests.site import fixtures


def test_the_index_has_every_body_with_its_numbers(html: dict[str, str]) -> None:
    page = html["bodies/index.html"]
    assert 'href="../bodies/police-vn-71/index.html">Công an Điện Biên</a>' in page
    assert 'href="../bodies/police-la-ph/index.html">Công an Phông Sa Lỳ</a>' in page


def test_a_body_shows_its_people_its_articles_and_who_stands_across(html: dict[str, str]) -> None:
    page = html["bodies/police-vn-71/index.html"]
    assert re.search(r'<th scope="row" class="vn"><a href="[^"]*officials/lo-van-tuong/index\.html">', page)
    assert "hội đàm lần thứ VII" in page
    across = page[page.index('id="counterparts"') :]
    assert 'href="../../bodies/police-la-ph/index.html"' in across


def test_a_body_is_named_in_the_language_of_the_page(html: dict[str, str]) -> None:
    assert "<h1>Police of Phongsaly</h1>" in html["en/bodies/police-la-ph/index.html"]
    assert "<h1>Ministry of Public Security, Vietnam</h1>" in html["en/bodies/police-vn/index.html"]


def test_a_province_leads_to_its_bodies(html: dict[str, str]) -> None:
    page = html["provinces/vn-71/index.html"]
    assert 'href="../../bodies/police-vn-71/index.html"' in page[page.index('id="bodies"') :]


def test_a_body_that_only_its_parts_make_known_says_so_in_words(archive: Archive) -> None:
    bodies = tuple(replace(body, written=()) if body.id == "police-vn-71" else body for body in archive.bodies)
    settings = SiteSettings(title="x", languages=("en", "vi"), language="en")
    files = render_site(replace(archive, bodies=bodies), settings, Theme(None), fixtures.TERMS)
    page = next(file.content.decode() for file in files if file.path == "bodies/index.html")
    assert page.count('<td class="none">named by its parts only</td>') == 1
    assert not re.search(r'<td lang="vi"></td>', page)
