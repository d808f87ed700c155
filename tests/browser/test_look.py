"""What is drawn has room: names on maps, columns of the matrix, bars of charts."""

from __future__ import annotations

from itertools import combinations

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

_NAMES = """() => [...document.querySelectorAll(".map")].map(map => {
    const frame = map.getBoundingClientRect()
    const shown = [...map.querySelectorAll(".map-names text")].filter(text => text.getBoundingClientRect().width)
    return shown.map(text => {
        const box = text.getBoundingClientRect(), air = box.height * 0.2  // of the line, above and below the letters
        const beside = box.left >= frame.left - 1 && box.right <= frame.right + 1
        return {name: text.textContent, left: box.left, right: box.right, top: box.top + air, bottom: box.bottom - air,
            inside: beside && box.top >= frame.top - air && box.bottom <= frame.bottom + air}
    })
})"""


def names_on_maps(page: Page) -> list[list[dict[str, float]]]:
    found: list[list[dict[str, float]]] = page.evaluate(_NAMES)
    return found


@pytest.mark.parametrize("language", ["", "en/", "lo/"])
@pytest.mark.parametrize("width", [360, 820, 1440])
def test_names_on_maps_are_whole_and_stand_off_each_other(
    language: str, width: int, server: str, open_page: Opener
) -> None:
    page, _watch = open_page(width=width)
    for path in ("index.html", "map/index.html"):
        page.goto(f"{server}{language}{path}")
        page.evaluate("document.fonts.ready")
        maps = names_on_maps(page)
        assert maps and all(maps)
        for names in maps:
            assert [row["name"] for row in names if not row["inside"]] == []
            over = [
                (one["name"], other["name"])
                for one, other in combinations(names, 2)
                if one["left"] < other["right"]
                and other["left"] < one["right"]
                and one["top"] < other["bottom"]
                and other["top"] < one["bottom"]
            ]
            assert over == []


@pytest.mark.parametrize("width", [360, 820, 1440])
def test_the_matrix_shows_the_newest_year_beside_the_pair(width: int, server: str, open_page: Opener) -> None:
    page, _watch = open_page(width=width)
    page.goto(f"{server}pairs/index.html")
    heads = page.locator(".matrix").first.locator("thead th")
    newest = heads.nth(2).bounding_box()
    assert newest and newest["x"] + newest["width"] <= width
    years = [text for text in heads.all_inner_texts()[2:] if text.isdigit()]
    assert years == sorted(years, reverse=True)


def test_the_tables_of_the_matrix_share_their_columns_and_keep_the_pair_in_sight(
    server: str, open_page: Opener
) -> None:
    page, _watch = open_page(width=360)
    page.goto(f"{server}pairs/index.html")
    tables = page.locator(".matrix")
    widths = [
        [round((head.bounding_box() or {"width": 0})["width"]) for head in tables.nth(at).locator("thead th").all()]
        for at in range(tables.count())
    ]
    assert all(row == widths[0] for row in widths)
    page.locator(".scroll").first.evaluate("box => { box.scrollLeft = box.scrollWidth }")
    pair = tables.first.locator("tbody th").first.bounding_box()
    assert pair and pair["x"] >= 0


@pytest.mark.parametrize("width", [360, 820, 1440])
def test_charts_of_up_to_fourteen_bars_fit_their_box(width: int, server: str, open_page: Opener) -> None:
    page, _watch = open_page(width=width)
    seen = 0
    for path in ("index.html", "years/index.html", "provinces/vn-71/index.html", "topics/index.html"):
        page.goto(f"{server}{path}")
        for box in page.locator(".chart-scroll").all():
            if box.locator(".tick").count() and box.locator("xpath=..").locator("tbody tr").count() <= 14:
                assert box.evaluate("box => box.scrollWidth <= box.clientWidth")
                seen += 1
    assert seen
