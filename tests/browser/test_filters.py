"""A reader narrows the list of articles, in a real browser: on a disk and behind a server under a sub-path."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser


def opened(page: Page, root: str, tail: str = "", language: str = "") -> None:
    page.goto(f"{root}{language}articles/index.html{tail}")
    if not tail:
        page.locator("#filters summary").click()
    page.locator("#filters[data-drawn]").wait_for()


def count(page: Page, name: str, value: str) -> int:
    """What the panel shows beside a value."""
    box = page.locator(f'#filters input[name="{name}"][value="{value}"]')
    return int(box.evaluate("node => node.closest('label').querySelector('.n').textContent"))


def shown(page: Page) -> int:
    found = re.match(r"\d+", page.locator("#filter-status").inner_text())
    return int(found.group()) if found else 1


def test_filters_combine_and_every_count_is_what_choosing_it_leaves(root: str, open_page: Opener) -> None:
    page, watch = open_page()
    opened(page, root)
    page.locator('#filters input[value="VN-22"]').check()
    expect(page.locator("#unfiltered")).to_be_hidden()
    promised = count(page, "year", "2023")
    assert 0 < promised < count(page, "province", "VN-22")
    page.locator('#filters input[name="year"][value="2023"]').check()
    expect(page.locator("#filtered li").first).to_be_visible()
    assert shown(page) == promised
    assert page.locator("#filtered .cards > li").count() == min(promised, 20)
    assert "Nghệ An" in page.locator("#filtered li .sides").first.inner_text()
    assert watch.complaints == []
    assert [url for url in watch.requests if not url.startswith(root)] == []


def test_two_years_are_either_and_two_provinces_both(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    opened(page, root)
    years = [count(page, "year", year) for year in ("2023", "2024")]
    page.locator('#filters input[value="2023"]').check()
    page.locator('#filters input[value="2024"]').check()
    assert shown(page) == sum(years)
    opened(page, root, "?province=VN-71&province=LA-PH")
    together = shown(page)
    assert 0 < together <= count(page, "province", "LA-PH")


def test_what_is_chosen_stands_in_the_address_and_comes_back_from_it(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    opened(page, root)
    page.locator('#filters input[value="LA-XE"]').check()
    assert re.search(r"[?#]province=LA-XE$", page.url)
    left = shown(page)
    page.locator("#filtered h3 a").first.click()
    page.go_back()
    page.locator("#filters[data-drawn]").wait_for()
    expect(page.locator('#filters input[value="LA-XE"]')).to_be_checked()
    assert shown(page) == left
    page.locator(".languages >> text=English").click()
    page.locator("#filters[data-drawn]").wait_for()
    expect(page.locator(".chip")).to_have_text(re.compile("Sekong"))
    page.locator(".chip").click()
    expect(page.locator("#unfiltered")).to_be_visible()
    assert not re.search(r"[?#]", page.url)


def test_values_without_an_article_are_not_offered(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    opened(page, root, "?province=LA-XE")
    for row in page.locator("#filters label:visible").all():
        assert row.inner_text().split()[-1] != "0" or row.locator("input").is_checked()


def test_a_long_list_of_values_is_searched_without_accents(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    opened(page, root)
    place = page.locator("#filters section", has=page.locator('input[name="province"]'))
    place.locator("input[type=search]").fill("se kong")
    expect(place.locator("label:visible")).to_have_count(1)
    expect(place.locator("label:visible")).to_contain_text("Sê Kông")


def test_without_scripts_the_values_are_links_to_their_pages(root: str, open_page: Opener) -> None:
    page, watch = open_page(scripts=False)
    page.goto(f"{root}articles/index.html")
    page.locator("#filters summary").click()
    page.locator("#filters >> text=Sê Kông").click()
    expect(page.locator("h1")).to_have_text("Sê Kông")
    assert watch.complaints == []


def test_filters_are_worked_by_keyboard(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}articles/index.html")
    page.locator("#filters summary").focus()
    page.keyboard.press("Enter")
    page.locator("#filters[data-drawn]").wait_for()
    page.locator('#filters input[name="year"]').first.focus()
    page.keyboard.press("Space")
    expect(page.locator("#filter-status")).not_to_have_text("")
    page.locator(".clear").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#unfiltered")).to_be_visible()
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
