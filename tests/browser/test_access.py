"""axe-core finds no violation of WCAG 2.2 AA on any kind of page, on a phone and a wide screen, in both schemes."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opener

pytestmark = pytest.mark.browser

AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = "options => axe.run(options).then(result => result.violations)"
ALL = {"runOnly": {"type": "tag", "values": STANDARDS}}
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
KINDS = (
    "index.html",
    "articles/index.html",
    "articles/page_2/index.html",
    "articles/bare/index.html",
    "provinces/index.html",
    "provinces/vn-22/index.html",
    "provinces/vn-dn/as_of_today/index.html",
    "years/index.html",
    "years/2023/index.html",
    "years/2023/09/index.html",
    "years/undated/index.html",
    "timeline/index.html",
    "review/index.html",
    "changes/index.html",
    "officials/index.html",
    "officials/by_full_name/index.html",
    "officials/pham-quy-ngo/index.html",
    "agreements/index.html",
    "agreements/bien-ban-hoi-dam/index.html",
    "topics/index.html",
    "topics/drugs/index.html",
    "events/index.html",
    "events/talks/index.html",
    "pairs/index.html",
    "pairs/vn-71_la-ph/index.html",
    "meetings/index.html",
    "meetings/dien-bien-phong-sa-ly-police/index.html",
    "bodies/index.html",
    "bodies/police-vn-71/index.html",
    "timeline/index.html",
    "review/index.html",
    "map/index.html",
    "search/index.html",
    "figures/index.html",
    "figures/suspects/index.html",
    "coverage/index.html",
    "glossary/index.html",
    "method/index.html",
    "about/index.html",
    "data/index.html",
    "404.html",
    "en/index.html",
    "lo/index.html",
    "lo/provinces/la-ph/index.html",
)


def violations(page: Page, options: dict[str, object]) -> list[str]:
    return [
        f"{found['id']}: {node['html'][:150]} ({node['failureSummary'][:200]})"
        for found in page.evaluate(RUN, options)
        for node in found["nodes"][:3]
    ]


@pytest.mark.parametrize("width", [390, 1280])
def test_no_kind_of_page_breaks_the_rules_of_accessibility(site: Path, open_page: Opener, width: int) -> None:
    page, _watch = open_page(width=width)
    talks = next(path.relative_to(site).as_posix() for path in site.glob("articles/*vii/index.html"))
    wrong = {}
    for path in (*KINDS, talks, f"en/{talks}"):
        page.emulate_media(color_scheme="light")
        page.goto(f"{site.as_uri()}/{path}")
        page.evaluate(AXE)
        found = violations(page, ALL)
        page.emulate_media(color_scheme="dark")
        found += violations(page, COLOURS)
        if found:
            wrong[path] = found
    assert wrong == {}


def kind(path: str) -> str:
    """Pages of one kind lie in one folder, equally deep; the further pages of a list are of the kind of its first."""
    parts = re.sub(r"page_\d+/", "", path.removeprefix("en/").removeprefix("lo/")).split("/")
    return f"{parts[0]} {len(parts)}"


def test_every_kind_of_page_is_looked_at(site: Path) -> None:
    pages = {kind(path.relative_to(site).as_posix()) for path in site.rglob("*.html")}
    assert pages == {kind(path) for path in KINDS}


# Focuses everything that the keyboard reaches, one by one, and tells what then shows no ring and no thicker edge.
UNSEEN = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")].filter(node => {
  if (!node.getClientRects().length && !node.querySelector("path")) return false;
  const edge = node.querySelector("path, rect");
  const before = edge && getComputedStyle(edge).strokeWidth;
  node.focus({focusVisible: true, preventScroll: true});
  const style = getComputedStyle(node);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return document.activeElement === node && !ring && !(edge && getComputedStyle(edge).strokeWidth !== before);
}).map(node => node.outerHTML.slice(0, 120))"""


def test_whatever_the_keyboard_reaches_is_seen_to_be_reached(site: Path, open_page: Opener) -> None:
    page, _watch = open_page()
    talks = next(path.relative_to(site).as_posix() for path in site.glob("articles/*vii/index.html"))
    unseen = {}
    for path in (*KINDS, talks):
        page.goto(f"{site.as_uri()}/{path}")
        if found := page.evaluate(UNSEEN):
            unseen[path] = found
    assert unseen == {}


def test_the_map_is_walked_by_keyboard_from_north_to_south(site: Path, open_page: Opener) -> None:
    page, _watch = open_page()
    page.goto(f"{site.as_uri()}/en/map/index.html")
    page.locator(".crumbs a").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Past the map"
    named = []
    for _step in range(4):
        page.keyboard.press("Tab")
        named.append(page.evaluate("document.activeElement.getAttribute('aria-label')").partition(":")[0])
    assert named[0] == "Điện Biên"
    assert named.index("Nghệ An") < named.index("Đà Nẵng")
    page.keyboard.press("Enter")
    page.wait_for_url("**/provinces/**")


@pytest.mark.parametrize("width", [390, 1280])
def test_what_scripts_add_breaks_no_rule_either(site: Path, open_page: Opener, width: int) -> None:
    page, _watch = open_page(width=width)
    wrong = {}
    page.goto(f"{site.as_uri()}/search/index.html?q=dien%20bien")
    page.locator(".snippet a").first.wait_for()
    page.evaluate(AXE)
    wrong["results"] = both_schemes(page)
    page.goto(f"{site.as_uri()}/en/index.html")
    page.locator("#q").fill("dien bien")
    page.locator("#suggestions [role=option]").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.evaluate(AXE)
    wrong["suggestions"] = both_schemes(page)
    page.goto(f"{site.as_uri()}/articles/index.html?province=VN-22")
    page.locator("#filtered li").first.wait_for()
    page.locator("#filters").evaluate("node => { node.open = true }")
    page.evaluate(AXE)
    wrong["filters"] = both_schemes(page)
    assert {place: found for place, found in wrong.items() if found} == {}


def both_schemes(page: Page) -> list[str]:
    found = violations(page, ALL)
    page.emulate_media(color_scheme="dark")
    found += violations(page, COLOURS)
    page.emulate_media(color_scheme="light")
    return found
