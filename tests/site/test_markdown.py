"""A Markdown article keeps its structure and gets its marks."""

from __future__ import annotations

from dataclasses import replace

from borderwire.load import parse_markdown
from borderwire.model import DateFact
from borderwire.site.markdown import markdown_body
from borderwire.site.marks import marks_of
from borderwire.site.markup import PICTURE
from borderwire.site.pages.article import make_body
from tests.site import fixtures
from tests.site.reader import Page, words


def test_marks_stand_inside_the_structure_of_the_text() -> None:
    entry = fixtures.markdown()
    html = markdown_body(entry.article, marks_of(entry.record)) or ""
    assert '<strong><mark class="p" id="p-vn-22-1"><a href="#p-vn-22">Nghệ An</a></mark></strong>' in html
    assert '<li>Bắt 3 vụ &amp; <mark class="f" id="n1-1"><a href="#n1">5 nghi phạm</a></mark></li>' in html
    assert Page(html).problems == []


def test_a_phrase_inside_a_link_of_the_text_is_marked_and_is_no_second_link() -> None:
    entry = fixtures.markdown()
    html = markdown_body(entry.article, marks_of(entry.record)) or ""
    assert (
        '<a href="https://example.org/x" rel="external"><mark class="p" id="p-la-xi-2">Xiêng Khoảng</mark></a>' in html
    )


def test_a_link_that_leads_nowhere_on_this_site_is_its_words() -> None:
    entry = fixtures.markdown()
    html = markdown_body(entry.article, []) or ""
    assert "other.md" not in html
    assert "bản báo cáo" in html


def test_the_title_is_the_first_heading_of_the_page() -> None:
    entry = fixtures.markdown()
    body = make_body(entry)
    assert body.titled
    assert body.html.startswith("<h1>Ghi chép từ ")


def test_html_that_does_not_run_beside_the_text_gives_way_to_the_blocks() -> None:
    entry = fixtures.markdown()
    article = replace(entry.article, html="<p>Chuyện khác</p>")
    assert markdown_body(article, []) is None
    html = make_body(replace(entry, article=article)).html
    assert words(Page(str(html)).text) == words(article.text)


def test_html_that_ends_before_the_text_gives_way_to_the_blocks() -> None:
    entry = fixtures.markdown()
    article = replace(entry.article, html="<p>Đoàn Nghệ An</p>")
    assert markdown_body(article, []) is None


def _built(text: str) -> str:
    """The body of a Markdown text's page."""
    article = parse_markdown(text.encode(), "seeds/a.md")
    entry = fixtures.markdown()
    record = replace(fixtures.untitled().record, event_date=DateFact(None, "none"), provinces=(), officials=())
    return str(make_body(replace(entry, article=article, record=replace(record, event_type=None, agreements=()))).html)


def test_pictures_and_tables_leave_the_page_its_formatting() -> None:
    html = _built("Hai bên **ký** ![Lễ ký](https://example.org/a.png) văn bản.\n\n| Bên | Số |\n|---|---|\n| A | 1 |\n")
    assert "<strong>ký</strong>" in html
    assert "<figcaption><a " in html
    assert '<th scope="col">Số</th>' in html
    assert Page(html).problems == []


def test_a_picture_without_words_is_named_and_an_empty_link_is_left_out() -> None:
    html = _built("Một chiều ![](https://example.org/a.png) yên ả [](https://example.org/b).\n")
    assert f'<a href="https://example.org/a.png" rel="external">{PICTURE}</a>' in html
    assert "example.org/b" not in html
