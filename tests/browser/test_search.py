"""A reader searches, in a real browser: on a disk and behind a server under a sub-path."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from borderwire.gazetteer import load_gazetteer
from borderwire.gazetteer.lao import lao_key
from borderwire.site.search.terms import lao_pairs
from borderwire.text import fold, key
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

TALKS = "Công an hai tỉnh Điện Biên và Phông Sa Lỳ hội đàm lần thứ VII"
READY = "() => window.borderwire && window.borderwire.search && window.borderwire.search.words()"


def search(page: Page, query: str) -> list[str]:
    """The links of the results, in order, once they are there."""
    page.locator("#search-status").evaluate("node => { node.textContent = '' }")
    page.locator("#query").fill(query)
    expect(page.locator("#search-status")).not_to_have_text("")
    return page.locator("#results a.hit").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Dien Bien", "Điện Biên"),
        ("điện biên", "Điện Biên"),
        ("ĐIỆN BIÊN", "Điện Biên"),
        ("dien bi", "Điện Biên"),
        ("Phongsali", "Phông Sa Lỳ"),
        ("phông xa ly", "Phông Sa Lỳ"),
        ("ຜົ້ງສາລີ", "Phông Sa Lỳ"),
        ("Bunthong Sainhavong", "Bun Thoong Xay Nha Vông"),
        ("tuong lo", "Lò Văn Tưởng"),
        ("human trafficking", "mua bán người"),
        ("2023", "2023"),
        ("hội đàm lần thứ", TALKS),
        ('"ma túy trên tuyến"', TALKS),
    ],
)
def test_what_is_asked_for_is_found(root: str, open_page: Opener, query: str, found: str) -> None:
    page, watch = open_page()
    page.goto(f"{root}search/index.html")
    page.wait_for_function(READY)
    assert found in search(page, query)
    assert watch.complaints == []
    assert [url for url in watch.requests if not url.startswith(root)] == []


def test_accents_that_were_typed_count_and_those_left_out_do_not(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}search/index.html")
    page.wait_for_function(READY)
    assert search(page, "phạm")
    assert not [hit for hit in search(page, "phám") if hit == TALKS]
    expect(page.locator("#search-status")).to_contain_text("bỏ qua dấu")


def test_the_words_are_marked_and_lead_to_their_place(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}search/index.html?q=ma%20tuy%20tren%20tuyen")
    snippet = page.locator(".snippet a").first
    expect(snippet.locator("mark").first).to_have_text("ma túy trên tuyến")
    href = snippet.get_attribute("href") or ""
    assert re.search(r"articles/[^/]+/index\.html#:~:text=.*ma%20t%C3%BAy%20tr%C3%AAn%20tuy%E1%BA%BFn$", href)
    snippet.click()
    expect(page.locator("h1")).to_have_text(TALKS)


def test_the_query_stands_in_the_address_and_comes_back_from_it(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}search/index.html")
    page.wait_for_function(READY)
    search(page, "sê kông")
    assert re.search(r"[?#]q=s%C3%AA%20k%C3%B4ng$", page.url)
    page.locator("#results a.hit").first.click()
    page.go_back()
    expect(page.locator("#query")).to_have_value("sê kông")
    expect(page.locator("#results a.hit").first).to_be_visible()
    page.locator(".languages >> text=English").click()
    expect(page.locator("#query")).to_have_value("sê kông")
    expect(page.locator("#results h2").first).to_contain_text("Provinces")


def test_search_is_driven_by_keyboard_alone(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}provinces/index.html")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.type("dien bien", delay=10)
    expect(page.locator('#suggestions[data-query="dien bien"]')).to_be_visible()
    expect(page.locator(".search [role=status]")).to_contain_text("kết quả")
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#suggestions [aria-selected=true]")
    expect(chosen).to_have_text(re.compile("Điện Biên"))
    assert page.locator("#q").get_attribute("aria-activedescendant") == chosen.get_attribute("id")
    page.keyboard.press("Escape")
    expect(page.locator("#suggestions")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#suggestions")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Điện Biên")


def test_arrows_move_between_the_results_and_escape_goes_back(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}search/index.html")
    page.wait_for_function(READY)
    hits = search(page, "dien bien")
    page.locator("#query").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.textContent") == hits[1]
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "query"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(hits[0])


def test_enter_in_the_header_leads_to_the_search_page(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}en/years/index.html")
    page.locator("#q").fill("se kong")
    page.locator("#q").press("Enter")
    expect(page.locator("#query")).to_have_value("se kong")
    expect(page.locator("#results a.hit").first).to_have_text("Sekong")


def test_without_scripts_the_page_says_so_and_leads_to_the_lists(root: str, open_page: Opener) -> None:
    page, watch = open_page(scripts=False)
    page.goto(f"{root}index.html")
    page.locator("#q").fill("se kong")
    page.locator("#q").press("Enter")
    expect(page.get_by_text("cần JavaScript")).to_be_visible()
    page.locator("#browse >> text=Cán bộ").click()
    expect(page.locator("h1")).to_have_text("Cán bộ")
    assert watch.complaints == []


def test_a_query_is_read_as_the_index_was_written(site: object, open_page: Opener, root: str) -> None:
    gazetteer = load_gazetteer()
    names = sorted({form for row in gazetteer.provinces.values() for form in (row.name, row.name_en, *row.forms)})
    names += ["Khamphone", "Khăm-phon", "Kaysone Phomvihane", "Nhin Văn Nạ", "Ắt Ta Pư", "Saysomphone"]
    lao = [row.name_lao for row in gazetteer.provinces.values() if row.name_lao]
    syllables = sorted({word for name in names for word in name.split()} | {"HOÀ", "thuỷ", "quý", "Lỳ", "khoẻ", "Ðắk"})
    page, _watch = open_page()
    page.goto(f"{root}search/index.html")
    page.wait_for_function(READY)
    ask = "rows => rows.map(row => borderwire.search.{}(row))"
    assert page.evaluate(ask.format("sound"), names) == [lao_key(name) for name in names]
    assert page.evaluate(ask.format("key"), syllables) == [key(word) for word in syllables]
    assert page.evaluate(ask.format("fold"), syllables) == [fold(word) for word in syllables]
    assert page.evaluate(ask.format("laoPairs"), lao) == [lao_pairs(name) for name in lao]


def test_what_the_query_names_comes_first_the_province_before_its_police(root: str, open_page: Opener) -> None:
    page, watch = open_page()
    page.goto(f"{root}search/index.html")
    page.wait_for_function(READY)
    assert search(page, "cong an dien bien")[:2] == ["Điện Biên", "Công an Điện Biên"]
    assert search(page, "dien bien")[0] == "Điện Biên"
    assert "Điện Biên" not in search(page, '"cong an"')
    assert watch.complaints == []


def test_english_readers_are_told_what_an_article_is_about(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}en/search/index.html")
    page.wait_for_function(READY)
    assert TALKS in search(page, "public security phongsaly")
    line = page.locator(".found li", has_text=TALKS).locator(".card-line")
    expect(line).to_contain_text("Phongsaly")
    expect(line.locator('[lang="vi"]')).to_have_text("Điện Biên")
