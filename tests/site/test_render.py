"""The whole site of the small archive: what must hold on every page."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from borderwire.model import Archive
from borderwire.site import SiteSettings, Theme, render_site
from borderwire.site import urls as addresses
from tests.site import fixtures
from tests.site.conftest import SETTINGS
from tests.site.reader import Page, in_order, is_outside, target, words


def article_path(archive: Archive, name: str) -> str:
    return addresses.article(
        next(entry.id for entry in archive.entries if entry.article.source.path.endswith(f"/{name}.txt"))
    )


def test_every_page_is_well_formed_html(pages: dict[str, Page]) -> None:
    assert {path: page.problems for path, page in pages.items() if page.problems} == {}


def test_every_link_leads_to_a_file_of_the_site_and_an_anchor_that_is_there(
    pages: dict[str, Page], files: dict[str, bytes]
) -> None:
    known = set(files) | {download.path for download in SETTINGS.downloads}
    dead = []
    for path, page in pages.items():
        for link in (*page.links, *page.loads):
            if is_outside(link):
                continue
            to, anchor = target(path, link)
            if to not in known or (anchor and to in pages and anchor not in pages[to].ids):
                dead.append((path, link))
    assert dead == []


def test_every_link_inside_the_site_ends_in_a_file_name_and_is_relative(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        for link in page.links:
            if not is_outside(link) and not link.startswith("#"):
                assert re.search(r"/?[^/]+\.(html|jsonl|json|bib|ris)(#.*)?$", link), (path, link)
                assert not link.startswith("/") or path == "404.html", (path, link)


def test_no_page_loads_anything_from_outside_the_site(
    pages: dict[str, Page], html: dict[str, str], files: dict[str, bytes]
) -> None:
    assert [link for page in pages.values() for link in page.loads if is_outside(link)] == []
    styles = [content.decode() for path, content in files.items() if path.endswith(".css")]
    for text in (
        *styles,
        *(match for page in html.values() for match in re.findall(r"<style>.*?</style>", page, re.DOTALL)),
    ):
        assert "http:" not in text
        assert "https:" not in text
        assert "@import" not in text


def test_no_token_of_an_address_is_left_in_a_page(html: dict[str, str]) -> None:
    assert [path for path, text in html.items() if re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)] == []


def test_every_page_has_one_first_heading_and_skips_no_level(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert page.headings.count("h1") == 1, path
        levels = [int(tag[1]) for tag in page.headings]
        assert all(after - before <= 1 for before, after in pairwise(levels)), (path, levels)


@pytest.mark.parametrize("language", ["", "en/", "lo/"])
def test_every_sentence_of_every_source_stands_on_its_page_in_order(
    archive: Archive, pages: dict[str, Page], language: str
) -> None:
    for entry in archive.entries:
        page = pages[language + addresses.article(entry.id)]
        clean = re.sub("[\x00-\x08\x0e-\x1f]", "\ufffd", entry.article.text)
        sentences = [words(part) for part in re.split(r"\n+|(?<=[.!?])\s", clean) if part.strip()]
        assert in_order(sentences, words(page.text)) is None, entry.id


def test_hostile_text_is_shown_and_never_run(archive: Archive, html: dict[str, str], pages: dict[str, Page]) -> None:
    path = article_path(archive, "hostile")
    assert "<script>alert" not in html[path]
    assert "<img" not in html[path]
    assert "javascript:" not in html[path]
    assert "<script>alert('x')</script> & \"hai\" tỉnh" in pages[path].text
    for page in pages.values():
        assert page.tags.count("script") <= 2
        assert not {"img", "u"} & set(page.tags)


def test_lists_are_cut_into_pages_that_link_to_each_other(pages: dict[str, Page]) -> None:
    assert "articles/page_2/index.html" in pages
    assert "articles/page_3/index.html" in pages
    assert "articles/page_4/index.html" not in pages
    third = "articles/page_3/index.html"
    assert "articles/page_2/index.html" in [target(third, link)[0] for link in pages[third].links]
    assert "provinces/vn-22/page_3/index.html" in pages


def test_every_article_stands_on_exactly_one_page_of_the_list(archive: Archive, html: dict[str, str]) -> None:
    lists = [text for path, text in html.items() if re.fullmatch(r"articles/(page_\d+/)?index\.html", path)]
    for entry in archive.entries:
        assert sum(f"articles/{entry.id}/index.html" in text for text in lists) == 1


def test_every_page_stands_in_every_language_and_the_switch_stays_on_it(pages: dict[str, Page]) -> None:
    own = {path for path in pages if not path.startswith(("en/", "lo/")) and path != "404.html"}
    for path in own:
        for code in ("en", "lo"):
            assert f"{code}/{path}" in pages
            assert f"{code}/{path}" in [target(path, link)[0] for link in pages[path].links]
        assert path in [target(f"lo/{path}", link)[0] for link in pages[f"lo/{path}"].links]


def test_foreign_words_carry_their_language(archive: Archive, html: dict[str, str]) -> None:
    page = html["en/" + article_path(archive, "talks")]
    assert '<html lang="en">' in page
    assert '<article class="source" lang="vi">' in page
    province = html["provinces/la-ph/index.html"]
    assert '<span lang="lo">ຜົ້ງສາລີ</span>' in province
    assert '<span lang="en">Phongsaly</span>' in province
    assert '<span lang="vi">Phông Sa Lỳ</span>' in html["lo/provinces/la-ph/index.html"]


def test_an_article_without_a_title_shows_that_the_archive_made_one(archive: Archive, html: dict[str, str]) -> None:
    page = html[article_path(archive, "untitled")]
    assert "<h1>Hội nghị giao ban: Đà Nẵng – Sê Kông</h1>" in page
    assert "Tiêu đề này do kho lưu trữ đặt" in page
    assert "Tiêu đề này do kho lưu trữ đặt" not in html[article_path(archive, "talks")]
    assert "tiêu đề do kho lưu trữ đặt" in html["years/undated/index.html"]


def test_the_page_not_found_links_to_nothing_that_depends_on_its_place(
    html: dict[str, str], pages: dict[str, Page]
) -> None:
    homes = [f"/{folder}{page}" for folder in ("", "en/", "lo/") for page in ("index.html", "search/index.html")]
    assert pages["404.html"].links == homes
    assert pages["404.html"].loads == []
    assert "<script>" in html["404.html"]
    settings = SiteSettings(title="A", languages=("vi", "en", "lo"), base_url="https://example.org/a/")
    files = {
        file.path: file.content.decode()
        for file in render_site(fixtures.archive([fixtures.bare()]), settings, Theme(None), fixtures.TERMS)
        if file.path == "404.html"
    }
    for folder in ("", "en/", "lo/"):
        assert f'href="https://example.org/a/{folder}"' in files["404.html"]
        assert f'href="https://example.org/a/{folder}search/index.html"' in files["404.html"]
    assert "<script>" not in files["404.html"]  # nothing is left to find


def test_the_page_not_found_speaks_every_language_of_the_site(html: dict[str, str]) -> None:
    told = re.findall(r'<section lang="(\w+)">\s*<h[12]>([^<]+)', html["404.html"])
    assert [code for code, _title in told] == ["vi", "en", "lo"]
    assert ("vi", "Không tìm thấy trang") in told and ("en", "Page not found") in told
    assert len(dict(told)) == len({title for _code, title in told})


def test_every_page_has_a_description_for_previews(html: dict[str, str]) -> None:
    told = re.compile(r'<meta name="description" content="[^"]')
    assert [path for path, page in html.items() if not told.search(page)] == ["404.html"]


def test_a_known_address_gives_canonical_and_alternate_addresses(archive: Archive) -> None:
    settings = SiteSettings(languages=("vi", "en"), base_url="https://example.org/a/")
    files = {
        file.path: file.content.decode()
        for file in render_site(archive, settings, Theme(None), fixtures.TERMS)
        if file.path.endswith(".html")
    }
    page = files["en/years/index.html"]
    assert '<link rel="canonical" href="https://example.org/a/en/years/index.html">' in page
    assert '<link rel="alternate" hreflang="vi" href="https://example.org/a/years/index.html">' in page


def test_a_site_in_one_language_has_no_switch(archive: Archive) -> None:
    files = {
        file.path: file.content.decode()
        for file in render_site(archive, SiteSettings(), Theme(None), fixtures.TERMS)
        if file.path == "index.html"
    }
    assert "hreflang" not in files["index.html"]


def test_an_empty_archive_is_a_site(pages: dict[str, Page]) -> None:
    files = list(
        render_site(fixtures.archive([]), SiteSettings(languages=("vi", "en", "lo")), Theme(None), fixtures.TERMS)
    )
    paths = {file.path for file in files}
    for file in files:
        if file.path.endswith(".html"):
            page = Page(file.content.decode())
            assert page.problems == [], file.path
            assert all(target(file.path, link)[0] in paths for link in page.links), file.path


def test_the_same_archive_gives_the_same_bytes(archive: Archive, files: dict[str, bytes]) -> None:
    again = {file.path: file.content for file in render_site(archive, SETTINGS, Theme(None), fixtures.TERMS)}
    assert list(again) == list(files)
    assert again == files


def test_pages_stay_light(files: dict[str, bytes]) -> None:
    for path, content in files.items():
        if path.endswith(".html"):
            limit = 150_000 if path.endswith("index.html") and path.count("/") <= 1 else 60_000
            assert len(content) < limit, path
