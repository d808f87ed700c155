"""What is drawn has room: names on maps, columns of the matrix, bars of charts."""

from __future__ import annotations

from itertools import combinations, product
from pathlib import Path

import pytest
from playwright.sync_api import Page

from borderwire.site.charts import Sum, sums_chart
from borderwire.site.languages import Language
from borderwire.site.templating import SiteEnvironment
from borderwire.site.theme import Theme
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


@pytest.mark.parametrize("folder", ["", "en/", "lo/"])
@pytest.mark.parametrize("width", [360, 820, 1440])
def test_no_heading_of_the_matrix_reaches_into_another_or_over_the_table(
    width: int, folder: str, server: str, open_page: Opener
) -> None:
    page, _watch = open_page(width=width)
    page.goto(f"{server}{folder}pairs/index.html")
    assert page.locator(".matrix thead a").count() > 2
    for head in page.locator(".matrix thead th.num").all():
        assert head.evaluate("head => head.scrollWidth <= head.clientWidth"), head.inner_text()
    if width == 1440:
        for box in page.locator(".scroll").all():
            assert box.evaluate("box => box.scrollWidth <= box.clientWidth")


_LONG_WORDS = """() => { const links = [...document.querySelectorAll("main li a, main .card-line a, .ladder th .n")]
    links.forEach(link => { link.textContent = link.className ? "nay là Thành phố Hồ Chí Minh" : "a".repeat(70) })
    return [links.length, document.documentElement.scrollWidth] }"""


@pytest.mark.parametrize("pattern", ["map/index.html", "meetings/*/index.html", "agreements/*/index.html"])
def test_rows_give_way_to_words_that_do_not_break(pattern: str, site: Path, open_page: Opener) -> None:
    page, _watch = open_page(width=360)
    page.goto(sorted(site.glob(pattern))[0].as_uri())
    links, width = page.evaluate(_LONG_WORDS)
    assert links and width <= 360


# Bars, and numbers by their middle, outside of the box: the drawing may overflow, so scroll widths tell nothing.
_STANDS_OUT = """box => { const all = box.getBoundingClientRect()
    const outside = (from, to) => from < all.left - 1 || to > all.right + 1
    return [...box.querySelectorAll(".bar, text")].map(item => [item, item.getBoundingClientRect()])
        .filter(([item, rect]) => rect.width && (item.tagName === "text"
            ? outside((rect.left + rect.right) / 2, (rect.left + rect.right) / 2) : outside(rect.left, rect.right)))
        .map(([item]) => item.outerHTML) }"""


@pytest.mark.parametrize("width", [360, 820, 1440])
def test_charts_fit_their_box(width: int, server: str, open_page: Opener) -> None:
    page, _watch = open_page(width=width)
    seen = 0
    for path in ("index.html", "years/index.html", "provinces/vn-71/index.html", "topics/index.html"):
        page.goto(f"{server}{path}")
        for box in page.locator(".chart-box").all():
            assert box.evaluate(_STANDS_OUT) == []
            seen += 1
    assert seen


_CHART = (
    """<!doctype html><link rel="stylesheet" href="{css}"><main><div style="width:{width}px">{chart}</div></main>"""
)
_NUMBERS = """() => [...document.querySelectorAll(".chart text")].filter(text => text.getBoundingClientRect().width)
    .map(text => { const box = text.getBoundingClientRect()
        return {tick: text.classList.contains("tick"), text: text.textContent, left: box.left, right: box.right,
            top: box.top + 2, bottom: box.bottom - 3} })"""
_BARS = """() => [...document.querySelectorAll(".chart .bar")].map(bar => { const box = bar.getBoundingClientRect()
    return {left: box.left, right: box.right, top: box.top, bottom: box.bottom} })"""


@pytest.mark.parametrize("width", [320, 500, 900])
@pytest.mark.parametrize("years", [16, 20, 30, 49, 90])
def test_a_chart_of_many_years_keeps_its_numbers_apart_whatever_its_width(
    width: int, years: int, site: Path, open_page: Opener
) -> None:
    language = Language("en", "en/", Theme(None))
    sums = {1930 + n: Sum(value, f"{value:,}") for n in range(years) if (value := (n * 7919 + 13) % 1800) % 5}
    chart = sums_chart("c", "Sums", sums, language, {str(year) for year in sums})
    environment = SiteEnvironment(Theme(None), language)
    html = environment.from_string('{% import "parts/chart.html" as charts %}{{ charts.bars(chart) }}').render(
        chart=chart
    )
    page, _watch = open_page(width=1000)
    (site / "chart.html").write_text(
        _CHART.format(css="static/css/site.css", width=width, chart=html), encoding="utf-8"
    )
    page.goto((site / "chart.html").as_uri())
    (site / "chart.html").unlink()
    assert page.locator(".chart-box").evaluate("box => box.scrollWidth <= box.clientWidth")
    numbers, bars = page.evaluate(_NUMBERS), page.evaluate(_BARS)
    assert sum(not number["tick"] for number in numbers) >= 3 and sum(number["tick"] for number in numbers) >= 2
    for one, other in combinations(numbers, 2):
        assert not _overlap(one, other), (one, other)
    for number, bar in product(numbers, bars):
        assert not _overlap(number, bar), (number, bar)
    for link in page.locator(".chart svg a").all():
        box = link.bounding_box()
        assert box is None or box["width"] >= 23.5  # a finger's width, or the table has the links
    assert page.locator(".twin th a").count() == len(sums)


def _overlap(one: dict[str, float], other: dict[str, float]) -> bool:
    beside = one["right"] <= other["left"] or other["right"] <= one["left"]
    return not beside and not (one["bottom"] <= other["top"] or other["bottom"] <= one["top"])


_LINE = """() => {
    const dossier = document.querySelector(".dossier"), box = dossier.getBoundingClientRect()
    const [, share, inset] = getComputedStyle(dossier).backgroundPositionX.match(/calc\\(([\\d.]+)% - ([\\d.]+)px\\)/)
    const line = box.left + (box.width - 2) * share / 100 - inset
    const text = document.querySelector(".source").getBoundingClientRect()
    return [text.right, line, document.querySelector(".record").getBoundingClientRect().left]
}"""


@pytest.mark.parametrize("width", [1000, 1060, 1200, 1440])
def test_the_line_beside_the_facts_crosses_neither_them_nor_the_text(
    width: int, server: str, open_page: Opener
) -> None:
    page, _watch = open_page(width=width)
    page.goto(f"{server}articles/bare/index.html")
    text, line, facts = page.evaluate(_LINE)
    assert text < line < facts
