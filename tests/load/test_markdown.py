"""Markdown sources give a page and the same words as plain text; front matter is checked key by key."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from borderwire.errors import Problem, SourceError
from borderwire.load import parse_markdown, parse_text
from borderwire.model import Article

Reader = Callable[[bytes, str], Article]
BODY = "Ngày 5/10, bà con hai bản góp công dựng lại cột mốc.\n\nCuộc gặp kéo dài một buổi sáng.\n"


def _read(text: str) -> Article:
    return parse_markdown(text.encode(), "seeds/a.md")


def _front(lines: str) -> Article:
    return _read(f"---\n{lines}\n---\n\n{BODY}")


def _one(article: Article) -> Problem:
    (problem,) = article.problems
    return problem


def _kinds(article: Article) -> list[tuple[str, str]]:
    return [(block.kind, article.text[block.start : block.end]) for block in article.blocks]


def test_all_known_keys_are_taken_over() -> None:
    article = _front(
        'title: "Cột mốc: một năm sau"\nurl: https://example.org/a.html\noutlet: Báo Mường Lạn\npublished: 2022-10-06\n'
        "retrieved: 2022-11\nrights: CC BY 4.0\nlanguage: vi\n"
        "authors: [Quang Hải, Minh An]\ntags:\n  - biên giới\nslug: cot-moc"
    )
    metadata = article.metadata
    assert article.problems == ()
    assert (metadata.title, metadata.url) == ("Cột mốc: một năm sau", "https://example.org/a.html")
    assert (metadata.published, metadata.retrieved) == ("2022-10-06", "2022-11")
    assert (metadata.rights, metadata.language, metadata.slug) == ("CC BY 4.0", "vi", "cot-moc")
    assert (metadata.authors, metadata.tags) == (("Quang Hải", "Minh An"), ("biên giới",))
    assert (article.title, article.outlet, article.byline) == (metadata.title, "Báo Mường Lạn", metadata.authors)


@pytest.mark.parametrize(
    ("written", "read"),
    [("2022-10-06", "2022-10-06"), ("2022-10", "2022-10"), ("2022", "2022"), ('"2022-10-06"', "2022-10-06"),
     ("2022-10-06 08:34", "2022-10-06"), ("2022-10-06T08:34:00+07:00", "2022-10-06")],
)  # fmt: skip
def test_a_date_is_as_precise_as_it_is_written(written: str, read: str) -> None:
    article = _front(f"published: {written}")
    assert (article.metadata.published, article.problems) == (read, ())


@pytest.mark.parametrize(
    ("line", "key", "remedy"),
    [
        ("titel: Một", "titel", "title"),
        ("whatever: 1", "whatever", "Known keys"),
        ("title: 12:30", "title", '"12:30"'),
        ("title: 1.10", "title", '"1.10"'),
        ("title: [a, b]", "title", "Quote"),
        ("language: no", "language", '"no"'),
        ("language: tiếng Việt", "language", "vi"),
        ("published: 06/10/2022", "published", "2024-05-31"),
        ("published: 2022-02-30", "published", "Correct"),
        ("published: true", "published", "2024-05-31"),
        ("url: example.org/a", "url", "https://"),
        ("url: javascript:alert(1)", "url", "https://"),
        ("slug: Cột Mốc", "slug", "cot-moc"),
        ("authors: [Minh An, 12]", "authors", '"12"'),
        ("tags: {a: b}", "tags", "Quote"),
        ("outlet: A\noutlet: B", "outlet", "Remove"),
    ],
)
def test_a_wrong_value_is_left_out_with_line_key_and_remedy_and_the_rest_is_kept(
    line: str, key: str, remedy: str
) -> None:
    article = _front(f"rights: CC0\n{line}")
    problem = _one(article)
    assert (problem.path, problem.key, problem.severity) == ("seeds/a.md", key, "warning")
    assert problem.line == 2 + len(line.split("\n"))
    assert remedy in (problem.hint or "")
    assert article.metadata.rights == "CC0"
    assert "dựng lại cột mốc" in article.text


@pytest.mark.parametrize("empty", ["title:", "title: ''", "title: ~", "published:", "", "# only a note"])
def test_what_is_left_empty_is_no_problem(empty: str) -> None:
    article = _front(empty)
    assert (article.metadata.title, article.metadata.published, article.problems) == (None, None, ())


@pytest.mark.parametrize(
    "broken",
    ["title: [", "title: a: b", 'title: "a\\uD800"', "- a\n- b", "just words",
     "title: &a [*a", "[" * 50_000, "a: !!python/object:os.system x",
     "- " * 3000],
)  # fmt: skip
def test_broken_front_matter_is_told_with_its_line_and_the_body_is_kept(broken: str) -> None:
    article = _front(broken)
    assert {problem.path for problem in article.problems} == {"seeds/a.md"}
    assert all(problem.line and problem.hint for problem in article.problems)
    assert "dựng lại cột mốc" in article.text
    assert article.html is not None
    assert "dựng lại cột mốc" in article.html


READERS = pytest.mark.parametrize(
    ("read", "name"), [(parse_markdown, "seeds/a.md"), (parse_text, "seeds/a.txt")], ids=["md", "txt"]
)


@READERS
@pytest.mark.parametrize("keys", ["title: Một\n", "\n# ghi chú\nurl:\n", "Published: 2024\n"])
def test_a_front_matter_that_is_never_closed_is_text_and_is_told(read: Reader, name: str, keys: str) -> None:
    article = read(f"\n---\n{keys}Ngày 1/2/2024, {BODY}".encode(), name)
    assert "dựng lại cột mốc" in article.text
    (problem,) = article.problems
    assert (problem.code, problem.severity, problem.path, problem.line) == ("front-matter-unfenced", "warning", name, 2)
    assert "---" in (problem.hint or "")


@READERS
@pytest.mark.parametrize("fence", ["----", "–––", "—", " ---", "+++", "```yaml"])
def test_what_is_nearly_a_front_matter_is_text_and_is_told(read: Reader, name: str, fence: str) -> None:
    article = read(f"{fence}\ntitle: Một\n{fence.rstrip('yaml')}\n\n{BODY}".encode(), name)
    assert "dựng lại cột mốc" in article.text
    assert [(problem.code, problem.line) for problem in article.problems] == [("front-matter-unfenced", 1)]


@READERS
def test_a_rule_below_the_text_does_not_close_a_front_matter_that_is_open(read: Reader, name: str) -> None:
    article = read(f"---\ntitle: Một\n{BODY}\n---\n\nChân trang\n".encode(), name)
    assert "dựng lại cột mốc" in article.text
    assert [problem.code for problem in article.problems] == ["front-matter-unfenced"]


@READERS
@pytest.mark.parametrize("above", ["", "\n", " \n\t\n\n"])
def test_front_matter_is_read_below_blank_lines_and_its_lines_count_from_the_file_s_first(
    read: Reader, name: str, above: str
) -> None:
    article = read(f"{above}---\ntitle: Cột mốc\noutlet: Báo Ví Dụ\nfoo: x\n---\n{BODY}".encode(), name)
    assert (article.title, article.outlet) == ("Cột mốc", "Báo Ví Dụ")
    assert "Báo Ví Dụ" not in article.text
    assert [problem.line for problem in article.problems] == [4 + above.count("\n")]


@READERS
@pytest.mark.parametrize("opening", ["", "Ghi chú: không rõ\n", "Công an hai tỉnh:\n"])
def test_rules_around_running_text_are_no_front_matter(read: Reader, name: str, opening: str) -> None:
    words = opening.replace(":", "") if name.endswith(".md") else opening
    article = read(f"---\n{words}{BODY}---\n{BODY}".encode(), name)
    assert article.text.count("dựng lại cột mốc") == 2


def test_a_rule_of_markdown_at_the_top_is_no_problem() -> None:
    assert _read(f"---\n\n{BODY}").problems == ()


def test_raw_html_is_shown_not_run_and_nothing_is_loaded_from_elsewhere() -> None:
    article = _read(
        "<script>alert(1)</script>\n\nXem ![Lễ chào cờ](https://example.org/a.png) và [đây](javascript:alert(2)).\n\n"
        '![x" onerror="alert(3)](a.png)\n\n' + BODY
    )
    assert article.html is not None
    for danger in ("<script", "<img", 'href="javascript', 'onerror="', "src="):
        assert danger not in article.html
    assert '<a class="picture" href="https://example.org/a.png">Lễ chào cờ</a>' in article.html


def test_plain_text_holds_the_words_without_the_signs() -> None:
    article = _read(
        "## Kết *quả* `chung`\n\nHai bên **ký** [biên bản](https://a.org/).\n\n1. một\n2. hai\n\n> trích\n\n    mã"
    )
    assert article.text.split("\n\n") == ["Kết quả chung", "Hai bên ký biên bản.", "một", "hai", "trích", "mã"]
    assert _kinds(article)[0] == ("heading", "Kết quả chung")


def test_a_title_of_the_front_matter_leads_the_text_and_is_not_in_the_html() -> None:
    article = _front("title: Cột mốc mới")
    assert _kinds(article)[0] == ("title", "Cột mốc mới")
    assert article.html is not None
    assert "Cột mốc mới" not in article.html


@pytest.mark.parametrize("front", ["", "---\ntitle: Cột mốc mới\n---\n"])
def test_a_first_heading_is_the_title_once(front: str) -> None:
    article = _read(f"{front}# Cột mốc mới\n\n{BODY}\n## Sau đó\n\n{BODY}")
    assert article.title == "Cột mốc mới"
    assert article.text.count("Cột mốc mới") == 1
    assert article.html is not None
    assert "Cột mốc mới" not in article.html
    assert "<h2>Sau đó</h2>" in article.html


def test_headings_stand_below_the_page_s_own() -> None:
    article = _read(f"---\ntitle: Cột mốc mới\n---\n# Phần một\n\n{BODY}\n## Phần nhỏ\n")
    assert article.html is not None
    assert "<h1>" not in article.html
    assert "<h2>Phần một</h2>" in article.html
    assert "<h3>Phần nhỏ</h3>" in article.html


def test_captions_credits_outlet_and_byline_are_found_in_markdown_too() -> None:
    article = _read(f"(MLO) - {BODY}\n![Lễ chào cờ. Ảnh: Q.H](a.png)\n\nHai bên\nẢnh: M.A\n\n{BODY}\nMinh An\n")
    assert [(photo.caption, photo.credit) for photo in article.photos] == [("Lễ chào cờ.", "Q.H"), ("Hai bên", "M.A")]
    assert (article.outlet, article.byline) == ("MLO", ("Minh An",))


@pytest.mark.parametrize(
    "text", ["", "---\noutlet: x\n---\n", "---\ntitle: Một\n---\n\n \n", "\n\n", "---\ntitle: Một\n---\n![](a.png)\n"]
)
def test_a_file_without_any_text_is_an_error(text: str) -> None:
    with pytest.raises(SourceError, match="empty"):
        _read(text)


def test_old_encodings_are_read_in_markdown_too() -> None:
    raw = "Mét buæi s¸ng, nh÷ng ng\u00adêi lÝnh trÎ v\u00adît suèi sang th¨m b¶n b¹n.".encode("latin-1")
    article = parse_markdown(b"---\ntitle: a\n---\n" + raw, "seeds/a.md")
    assert "những người lính trẻ vượt suối" in article.text
    assert _one(article).code == "legacy-encoding"


def test_pictures_of_a_paragraph_are_figures_and_its_formatting_is_kept() -> None:
    article = _read(
        "![Lễ *chào* cờ](https://example.org/a.png)\nHai bên **ký** biên bản ![Bắt tay](b.png) tại cột mốc."
        " [![Ra về](c.png)](https://example.org/)\n\n- một ![Bản đồ](d.png)\n"
    )
    assert [text for kind, text in _kinds(article) if kind == "caption"] == [
        "Lễ chào cờ",
        "Bắt tay",
        "Ra về",
        "Bản đồ",
    ]
    assert "Hai bên ký biên bản  tại cột mốc." in article.text
    assert article.problems == ()
    assert article.html is not None
    assert article.html.index("Lễ chào cờ</a></figcaption>") < article.html.index("<strong>ký</strong>")
    assert article.html.index("tại cột mốc") < article.html.index("<figcaption><span")
    assert "<a></a>" not in article.html
    assert '<a href="https://example.org/"></a>' not in article.html


def test_a_picture_before_the_first_heading_leaves_it_the_title() -> None:
    article = _read(f"![Cột mốc](a.png)\n\n# Cột mốc mới\n\n{BODY}")
    assert article.title == "Cột mốc mới"
    assert _kinds(article)[:2] == [("title", "Cột mốc mới"), ("caption", "Cột mốc")]


def test_a_picture_without_words_keeps_its_address_and_adds_nothing_to_the_text() -> None:
    article = _read(f"![](https://example.org/2019/05/31.png)\n\n![](a.png)\n\n{BODY}")
    assert article.text.startswith("Ngày 5/10")
    assert '<a class="picture" href="https://example.org/2019/05/31.png"></a>' in (article.html or "")
    assert (article.html or "").count("<figure") == 1


def test_tables_are_tables_and_every_cell_is_a_paragraph_of_the_text() -> None:
    article = _read(
        "Kết quả **năm**:\n\n| Bên | Số vụ |\n|---|--:|\n| Sê Kông | 12 |\n| Kon Tum | *7* |\n\nHai bên vui vẻ ra về.\n"
    )
    assert article.text.split("\n\n") == [
        "Kết quả năm:",
        "Bên",
        "Số vụ",
        "Sê Kông",
        "12",
        "Kon Tum",
        "7",
        "Hai bên vui vẻ ra về.",
    ]
    assert article.html is not None
    assert '<th scope="col" class="right">Số vụ</th>' in article.html
    assert '<td class="right"><em>7</em></td>' in article.html
    assert "style=" not in article.html
    assert article.problems == ()
    assert {kind for kind, _text in _kinds(article)} == {"paragraph"}


@pytest.mark.parametrize("depth", [9, 30, 60])
def test_nested_lists_and_quotations_keep_every_word(depth: int) -> None:
    lists = "".join("  " * level + f"- cấp {level}\n" for level in range(depth))
    quotes = "".join("> " * level + f"lời {level}\n" + "> " * level + "\n" for level in range(1, depth))
    article = _read(f"{BODY}\n{lists}\n{BODY}\n{quotes}")
    for level in range(depth):
        assert f"cấp {level}" in article.text
        assert f"cấp {level}" in (article.html or "")
    assert f"lời {depth - 1}" in (article.html or "")
    assert [problem.code for problem in article.problems] == (["markdown-too-deep"] if depth == 60 else [])


@pytest.mark.parametrize("signs", ["> " * 3000, "> " * 3000 + "lời cuối", "- " * 400 + "lời cuối", "* > " * 90 + "a"])
def test_what_is_nested_too_deeply_is_plain_text_and_told_with_its_line(signs: str) -> None:
    article = _read(f"---\ntitle: Một\n---\n{BODY}\n{signs}\n\n{BODY}")
    problem = _one(article)
    assert (problem.code, problem.line, problem.severity) == ("markdown-too-deep", 8, "warning")
    assert article.text.count("dựng lại cột mốc") == 2
    assert signs.rsplit(maxsplit=1)[-1] in article.text
    assert article.html is not None
    assert "<p>" in article.html


@pytest.mark.parametrize("sign", ["[", "> a\n", "![[", "|a|b|\n|-|-|\n", "- a\n\n", "*a_ ", "[a\n"])
def test_more_mark_up_than_an_article_has_is_shown_as_it_is_written(sign: str) -> None:
    text = f"---\ntitle: Một\n---\n{BODY}\n" + sign * (1_000_000 // len(sign))
    article = _read(text)
    assert article.problems[0].code == "markdown-overloaded"
    assert article.html is None
    assert article.title == "Một"
    assert article.text.count(sign.strip()) >= 1_000_000 // len(sign) - 1


def test_a_long_article_of_usual_mark_up_is_set_as_markdown() -> None:
    article = _read(f"## Kết *quả* [chung](https://example.org/)\n\n- {BODY}\n" * 1500)
    assert article.problems == ()
    assert (article.html or "").count("<em>quả</em>") == 1500


def test_letters_that_mark_up_divides_are_told_and_not_lost() -> None:
    article = _read(f"{BODY}\n*Le*&#x302;\n")
    assert _one(article).code == "markdown-unshown"
    assert article.html is None
    assert "Lê" in article.text


def test_entities_of_invisible_characters_do_not_flatten_the_article() -> None:
    article = _read(f"{BODY}\nBiên&shy;giới **hai&#8203;nước**&nbsp;bạn\n")
    assert article.problems == ()
    assert "<strong>hainước</strong>" in (article.html or "")


def test_a_title_inside_a_quotation_leaves_the_quotation_whole() -> None:
    article = _read(f"---\ntitle: Một\n---\n> # Một\n>\n> {BODY}")
    assert (article.html or "").startswith("<blockquote>")
    assert (article.html or "").count("<blockquote>") == (article.html or "").count("</blockquote>")
