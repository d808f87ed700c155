"""A reader walks through the site in a real browser."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route, expect

from borderwire.text import sort_key
from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

TALKS = "Công an hai tỉnh Điện Biên và Phông Sa Lỳ hội đàm lần thứ VII"
# From the home page through every kind of page: what is pressed, and what the page then is headed.
WALK = (
    ("nav.sections >> text=Bài viết", "Bài viết"),
    (f"h3 >> text={TALKS}", TALKS),
    ("#p-vn-71 .go", "Điện Biên"),
    ("a.met >> nth=0", "Điện Biên Phông Sa Lỳ"),
    ("nav.sections >> text=Tỉnh, thành", "Tỉnh, thành"),
    ("main >> text=Sê Kông", "Sê Kông"),
    ("nav.sections >> text=Năm", "Năm"),
    ("main tbody th >> text=2024", "2024"),
    (".months a >> nth=0", "Tháng 5 năm 2024"),
    ("nav.sections >> text=Cán bộ", "Cán bộ"),
    ("main >> text=Theo họ và tên", "Cán bộ"),
    ("main >> text=Lò Văn Tưởng", "Lò Văn Tưởng"),
    ("nav.sections >> text=Văn kiện", "Văn kiện"),
    ("main tbody th a >> nth=0", "biên bản ghi nhớ giữa Công an tỉnh Điện Biên và Công an tỉnh Phông Sa Lỳ"),
    ("nav.sections >> text=Chủ đề", "Chủ đề"),
    ("main >> text=mua bán người", "Mua bán người"),
    ("nav.sections >> text=Bản đồ", "Bản đồ"),
    (".ladder >> text=Sê Kông", "Đà Nẵng Sê Kông"),
    ("footer >> text=Các cặp tỉnh", "Các cặp tỉnh"),
    ("footer >> text=Chuỗi cuộc gặp", "Chuỗi cuộc gặp"),
    ("main th a >> nth=0", "Điện Biên – Phông Sa Lỳ"),
    ("footer >> text=Cần xem lại", "Cần xem lại"),
    ("footer >> text=Loại sự kiện", "Loại sự kiện"),
    ("main >> text=hội đàm", "Hội đàm"),
    ("footer >> text=Dòng thời gian", "Dòng thời gian"),
    ("footer >> text=Cơ quan, đơn vị", "Cơ quan, đơn vị"),
    ("main >> text=Công an Điện Biên", "Công an Điện Biên"),
    ("footer >> text=Số liệu", "Số liệu"),
    ("main h2 a >> nth=0", "Tiền"),
    ("footer >> text=Phạm vi", "Phạm vi"),
    ("footer >> text=Thuật ngữ", "Thuật ngữ"),
    ("footer >> text=Phương pháp", "Phương pháp"),
    ("footer >> text=Dữ liệu", "Dữ liệu"),
    ("footer >> text=Giới thiệu", "Về kho lưu trữ này"),
    ("a.wordmark", "Hai bờ"),
)


def headed_by(page: Page, words: str) -> None:
    expect(page.locator("h1")).to_have_text(words)


def test_a_reader_walks_from_the_home_page_through_every_kind_of_page(root: str, open_page: Opener) -> None:
    page, watch = open_page()
    page.goto(f"{root}index.html")
    for press, headed in WALK:
        page.locator(press).first.click()
        expect(page.locator("h1"), press).to_have_text(headed)
    assert watch.complaints == []
    assert [url for url in watch.requests if not url.startswith(root)] == []


def test_the_language_switch_stays_on_the_page(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}provinces/la-ph/index.html")
    page.locator(".languages >> text=English").click()
    headed_by(page, "Phongsaly")
    page.locator(".languages >> text=ລາວ").click()
    headed_by(page, "ຜົ້ງສາລີ")
    assert page.locator("html").get_attribute("lang") == "lo"
    page.locator(".languages >> text=Tiếng Việt").click()
    assert page.url == f"{root}provinces/la-ph/index.html"


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scripts", [True, False])
def test_value_and_phrase_lead_to_each_other_with_and_without_scripts(
    root: str, open_page: Opener, width: int, scripts: bool
) -> None:
    page, _watch = open_page(width=width, scripts=scripts)
    page.goto(f"{root}index.html")
    page.locator("h3 >> text=hội đàm lần thứ VII").click()
    page.locator("#n1 > b a").click()
    phrase = page.locator("#n1-1")
    expect(phrase).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target').id") == "n1-1"
    phrase.locator("a").click()
    expect(page.locator("#n1")).to_be_in_viewport()
    assert page.evaluate("document.querySelector(':target').id") == "n1"


def test_everything_can_be_read_without_scripts(root: str, open_page: Opener) -> None:
    page, watch = open_page(scripts=False)
    page.goto(f"{root}index.html")
    page.locator("h3 >> text=hội đàm lần thứ VII").click()
    assert "Hai bên trao trả hơn 1.250 lượt công dân" in page.locator("#text").inner_text()
    expect(page.locator("#facts")).to_be_visible()
    page.locator("#show-rules").check()
    expect(page.locator("#date > code")).to_be_visible()
    page.locator("details.furniture summary").click()
    expect(page.locator("details.furniture >> text=Tin liên quan")).to_be_visible()
    assert watch.complaints == []


def test_the_site_is_reached_by_keyboard_alone(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    reached = set()
    for _step in range(250):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.getAttribute('href') || document.activeElement.tagName"))
    links = page.locator("main a:not([tabindex='-1'])")
    targets = links.evaluate_all("rows => rows.map(row => row.getAttribute('href'))")
    assert set(targets) <= reached


def test_focus_can_be_seen(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}officials/index.html")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
    assert width >= 2


@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_no_page_is_wider_than_the_screen(site: Path, open_page: Opener, width: int) -> None:
    page, _watch = open_page(width=width)
    seen: set[str] = set()
    for path in sorted(site.rglob("index.html")):
        kind = re.sub(r"^(en|lo)/", "", path.relative_to(site).as_posix()).split("/")
        key = f"{kind[0]}/{len(kind)}"
        if key in seen and "hoi-dam-lan-thu-vii" not in path.as_posix():
            continue
        seen.add(key)
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_tables_sort_in_vietnamese_order_by_a_press(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}provinces/index.html")
    table = page.locator("table[data-sortable]").first
    table.locator("thead button").first.click()
    assert table.locator("thead th").first.get_attribute("aria-sort") == "ascending"
    names = table.locator("tbody th").all_inner_texts()
    assert len(names) > 2 and names == sorted(names, key=sort_key)


def test_a_heading_of_the_officials_leads_to_the_whole_list_in_its_order(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}officials/index.html")
    page.locator("thead a >> text=Bài viết").click()
    page.wait_for_url("**/officials/by_articles/index.html")
    assert page.locator("tbody th").first.inner_text() == "Phạm Quý Ngọ"
    assert page.locator("thead th.num").get_attribute("aria-sort") == "descending"


BACKGROUND = "getComputedStyle(document.body).backgroundColor"


def test_a_chosen_scheme_is_kept_from_page_to_page_and_in_other_tabs(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(f"{root}index.html")
    light = page.evaluate(BACKGROUND)
    page.locator("button.theme").click()
    dark = page.evaluate(BACKGROUND)
    assert dark != light
    # The other tab shows it as soon as the browser has stored it, which is not yet so in the moment of the press.
    other.wait_for_function(f"dark => {BACKGROUND} === dark", arg=dark)
    expect(other.locator("button.theme")).to_have_text("Nền sáng")
    page.locator("nav.sections >> text=Năm").click()
    headed_by(page, "Năm")
    assert page.evaluate(BACKGROUND) == dark


def test_the_fonts_of_the_theme_are_used(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}lo/index.html")
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)")
    families = {family.strip('"').removesuffix(" from disk").removesuffix(" late") for family in loaded}
    assert {"Borderwire Serif", "Be Vietnam Pro", "Noto Sans Lao"} <= families


def test_a_page_whose_only_lao_is_the_switch_of_languages_loads_no_font_for_it(server: str, open_page: Opener) -> None:
    page, _watch = open_page()
    files: list[str] = []
    page.on("request", lambda request: files.append(request.url.rpartition("/")[2]))
    page.goto(f"{server}en/about/index.html")
    page.evaluate("document.fonts.ready")
    assert page.locator(".languages >> text=ລາວ").is_visible()
    fonts = [name for name in files if name.endswith(".woff2")]
    assert sorted(fonts) == ["be-vietnam-pro-400.woff2", "be-vietnam-pro-600.woff2", "borderwire-serif.woff2"]
    loaded = page.evaluate("[...document.fonts].filter(font => font.status === 'loaded').map(font => font.family)")
    assert "Lao by its name" in {family.strip('"') for family in loaded}


def test_behind_a_server_the_other_languages_are_told_by_full_addresses(
    server: str, root: str, open_page: Opener
) -> None:
    page, _watch = open_page()
    page.goto(f"{root}en/index.html")
    told = page.locator("link[hreflang]").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert len(told) == 4
    if root.startswith("file:"):
        assert all(":" not in address for address in told)
    else:
        assert set(told) == {f"{server}{path}index.html" for path in ("", "en/", "lo/")}


def test_the_page_not_found_reads_well_at_any_depth(server: str, site: Path, open_page: Opener) -> None:
    page, watch = open_page()
    page.set_content((site / "404.html").read_text(encoding="utf-8"))
    headed_by(page, "Không tìm thấy trang")
    assert watch.requests == []


@pytest.mark.parametrize("missing", ["gone.html", "en/articles/gone/deep/index.html"])
def test_the_page_not_found_leads_home_from_any_depth_of_a_site_in_a_folder(
    server: str, site: Path, open_page: Opener, missing: str
) -> None:
    page, watch = open_page()
    body = (site / "404.html").read_text(encoding="utf-8")
    page.route(f"**/{missing}", lambda route: route.fulfill(status=404, content_type="text/html", body=body))
    page.goto(server + missing)
    home = page.get_by_role("link", name="Về trang chủ")
    expect(home).to_have_attribute("href", urlsplit(server).path + "index.html")
    assert {urlsplit(address).netloc for address in watch.requests} == {urlsplit(server).netloc}
    page.get_by_role("link", name="To the home page").click()
    expect(page).to_have_url(server + "en/index.html")


def test_the_page_not_found_leads_home_from_a_disk(site: Path, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto((site / "404.html").as_uri())
    page.get_by_role("link", name="Về trang chủ").click()
    expect(page).to_have_url((site / "index.html").as_uri())


def test_the_paper_version_holds_text_and_facts_and_no_navigation(root: str, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{root}index.html")
    page.locator("h3 >> text=hội đàm lần thứ VII").click()
    page.emulate_media(media="print")
    expect(page.locator("nav.sections")).to_be_hidden()
    expect(page.locator("#text")).to_be_visible()
    expect(page.locator("#n1")).to_be_visible()


SHIFTS = """() => new Promise(done => new PerformanceObserver(list => done(
    list.getEntries().reduce((sum, shift) => sum + shift.value, 0)
)).observe({type: "layout-shift", buffered: true}) || setTimeout(done, 200, 0))"""


@pytest.mark.parametrize(("path", "fonts"), [("articles/bare/index.html", 3), ("lo/index.html", 4)])
def test_nothing_moves_when_the_fonts_come_late(server: str, open_page: Opener, path: str, fonts: int) -> None:
    page, watch = open_page(width=390)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/*.woff2", hold)
    page.goto(f"{server}{path}", wait_until="commit")
    page.locator("main").wait_for()
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert len(held) == fonts
    for route in held:
        route.continue_()
    page.wait_for_load_state("load")
    page.evaluate("document.fonts.ready")
    faces = page.evaluate("[...document.fonts].map(font => [font.family, font.status])")
    has_lao = [status for family, status in faces if family.strip('"') == "Lao of this computer"] == ["loaded"]
    assert page.evaluate(SHIFTS) < 0.02 or (fonts == 4 and not has_lao)
    assert watch.complaints == []
