"""The body of an article: blocks as what they are, marks nested rightly, nothing lost."""

from __future__ import annotations

import random

from borderwire.model import Article, Block, Photo, Source
from borderwire.site.marks import Mark
from borderwire.site.markup import REPEAT, article_body, says_the_same
from tests.site.reader import Page, words

SOURCE = Source("seeds/a.txt", "0" * 64, "text")


def body(text: str, marks: list[Mark], *blocks: tuple[str, int, int], photos: tuple[Photo, ...] = ()) -> str:
    rows = tuple(Block(*block) for block in blocks or (("paragraph", 0, len(text)),))
    return article_body(
        Article(SOURCE, text, rows, None, None, None, (), photos), sorted(marks, key=lambda m: (m.start, -m.end))
    )


def test_a_marked_phrase_links_to_its_fact() -> None:
    assert body("Đoàn gặp nhau", [Mark(0, 4, "o", "o1", "o1-1")]) == (
        '<p><mark class="o" id="o1-1"><a href="#o1">Đoàn</a></mark> gặp nhau</p>\n'
    )


def test_a_phrase_inside_a_phrase_links_to_its_own_fact_and_no_link_holds_another() -> None:
    html = body("biên bản của tỉnh", [Mark(0, 17, "a", "a1", "a1-1"), Mark(13, 17, "p", "p-x", "p-x-1")])
    assert html == (
        '<p><mark class="a" id="a1-1"><a href="#a1">biên bản của </a>'
        '<mark class="p" id="p-x-1"><a href="#p-x">tỉnh</a></mark></mark></p>\n'
    )


def test_the_later_part_of_an_overlap_is_marked_for_the_same_fact_without_an_id() -> None:
    html = body("abcdef", [Mark(0, 4, "a", "a1", "a1-1"), Mark(2, 6, "p", "p1", "p1-1")])
    assert '<mark class="p" id="p1-1"><a href="#p1">cd</a></mark></mark>' in html
    assert '<mark class="p"><a href="#p1" tabindex="-1">ef</a></mark>' in html


def test_a_mark_that_runs_over_the_end_of_a_block_goes_on_in_the_next() -> None:
    html = body("ab\ncd", [Mark(1, 4, "a", "a1", "a1-1")], ("paragraph", 0, 2), ("paragraph", 3, 5))
    assert html == (
        '<p>a<mark class="a" id="a1-1"><a href="#a1">b</a></mark></p>\n'
        '<p><mark class="a"><a href="#a1" tabindex="-1">c</a></mark>d</p>\n'
    )


def test_two_facts_of_one_phrase_are_nested_in_the_order_of_the_facts() -> None:
    html = body("hội đàm", [Mark(0, 7, "e", "type", "type-1"), Mark(0, 7, "e", "series", "series-1")])
    assert html.index('id="type-1"') < html.index('id="series-1"')
    assert '<a href="#series">hội đàm</a>' in html


def test_caption_and_credit_are_one_figure_and_a_credit_inside_a_caption_is_set_apart() -> None:
    text = "Cảnh. Ảnh: A\nẢnh: B"
    photos = (Photo("Cảnh.", "A", None, (6, 12)),)
    html = body(text, [], ("caption", 0, 12), ("credit", 13, 19), photos=photos)
    assert html == (
        '<figure class="photo"><figcaption>Cảnh. <span class="credit">Ảnh: A</span>'
        '<span class="credit">Ảnh: B</span></figcaption></figure>\n'
    )


def test_two_captions_are_two_figures_and_neighbouring_furniture_is_folded_once() -> None:
    text = "ab\ncd\nef\ngh"
    html = body(text, [], ("caption", 0, 2), ("caption", 3, 5), ("furniture", 6, 8), ("furniture", 9, 11))
    assert html.count("<figure") == 2
    assert html.count("<details") == 1


def captions(*texts: str) -> str:
    text = "\n".join(texts)
    ends = [sum(len(part) + 1 for part in texts[: index + 1]) - 1 for index in range(len(texts))]
    return body(text, [], *(("caption", end - len(part), end) for part, end in zip(texts, ends, strict=True)))


def test_of_a_caption_printed_twice_the_poorer_one_is_folded_and_kept() -> None:
    poor, full = "iếu tướng Lò Văn A phát biểu tại hội nghị", "Thiếu tướng Lò Văn A phát biểu tại hội nghị."
    for texts in ((poor, full), (f"{full} Đầu", full)):
        html = captions(*texts)
        assert html.count("<figcaption>") == 1
        assert f'<figure class="photo"><figcaption>{max(texts, key=len)}</figcaption></figure>' in html
        assert f"<summary>{REPEAT}</summary>\n<p>{min(texts, key=len)}</p>\n</details>" in html


def test_captions_that_differ_in_a_name_are_two() -> None:
    rest = "phát biểu tại hội nghị giao ban thường niên giữa công an hai tỉnh lần thứ mười"
    assert not says_the_same(f"Đại tá Lò Văn A {rest}".split(), f"Đại tá Lò Văn Bê {rest}".split())
    assert not says_the_same(f"Đại tá Bun Thoong {rest}".split(), f"Đại tá Xay Khăm {rest}".split())
    assert not says_the_same(["Quang", "cảnh"], ["Quang", "cảnh", "hội", "nghị"])
    assert captions("Đoàn Lào đến thăm.", "Một đoạn khác hẳn.", "Đoàn Lào đến thăm.").count("<figcaption>") == 3


def test_only_the_first_title_is_a_heading_of_the_first_level() -> None:
    html = body("ab\ncd", [], ("title", 0, 2), ("title", 3, 5))
    assert html == '<h1>ab</h1>\n<p class="title">cd</p>\n'


def test_markup_in_a_text_is_text() -> None:
    assert body("<b>&\x00", []) == "<p>&lt;b&gt;&amp;\ufffd</p>\n"


def test_any_marks_on_any_blocks_give_balanced_html_with_every_letter_once() -> None:
    chance = random.Random(7)
    for _round in range(300):
        text = "".join(chance.choice("ab <&\nđ") for _ in range(60))
        cuts = sorted(chance.sample(range(61), 6))
        blocks = [("paragraph", cuts[i], cuts[i + 1]) for i in range(0, 6, 2)]
        spans = [sorted(chance.sample(range(61), 2)) for _ in range(chance.randrange(9))]
        marks = [Mark(a, b, "p", f"f{n}", f"f{n}-1") for n, (a, b) in enumerate(spans)]
        html = body(text, marks, *blocks)
        page = Page(html)
        assert page.problems == [], (text, blocks, marks)
        assert words(page.text) == words("".join(text[a:b] for _kind, a, b in blocks))
