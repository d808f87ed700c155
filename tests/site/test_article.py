"""The page of an article: facts, phrases and how each is known."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from markupsafe import Markup

from borderwire.model import Archive, Entry, Metadata, Problem
from borderwire.site import Theme, render_site, urls
from tests.site import fixtures
from tests.site.conftest import SETTINGS
from tests.site.reader import Page
from tests.site.test_render import article_path


@pytest.fixture(scope="module")
def talks(archive: Archive, html: dict[str, str]) -> str:
    return html[article_path(archive, "talks")]


def row(page: str, ident: str) -> str:
    """The row of a fact in the fact box."""
    found = re.search(rf'<li class="fact \w+" id="{ident}">.*?</li>', page, re.DOTALL)
    assert found, ident
    return found[0]


def test_value_and_phrase_link_to_each_other(talks: str) -> None:
    assert '<a href="#n1-1">hơn 1.250</a>' in row(talks, "n1")
    assert '<mark class="f" id="n1-1"><a href="#n1">hơn 1.250 lượt công dân</a></mark>' in talks


def test_every_phrase_of_a_fact_can_be_reached_from_its_row(talks: str) -> None:
    assert re.findall(r'href="#(o1-\d)"', row(talks, "o1")) == ["o1-1", "o1-2", "o1-3"]


def test_the_numbers_beside_a_value_say_what_they_are(talks: str) -> None:
    again = re.search(r'<span class="again">(.*?)</span>', talks)
    assert again is not None
    assert again[1].startswith("còn ở câu <a ")


@pytest.mark.parametrize(("phrases", "shown", "folded"), [(2, 1, 0), (8, 7, 0), (9, 5, 3), (21, 5, 15)])
def test_many_phrases_of_a_fact_are_folded_after_the_first_and_all_stay_reachable_without_scripts(
    archive: Archive, phrases: int, shown: int, folded: int
) -> None:
    entry = next(entry for entry in archive.entries if entry.record.officials)
    block = max(entry.article.blocks, key=lambda block: block.end - block.start)
    spans = tuple((block.start + 2 * place, block.start + 2 * place + 1) for place in range(phrases))
    fact = replace(entry.record.officials[0], spans=spans)
    record = replace(entry.record, officials=(fact, *entry.record.officials[1:]))
    changed = replace(archive, entries=tuple(
        replace(entry, record=record) if other is entry else other for other in archive.entries
    ))  # fmt: skip
    path = urls.article(entry.id)
    page = next(file.content.decode() for file in render_site(changed, SETTINGS, Theme(None), fixtures.TERMS)
                if file.path == path)  # fmt: skip
    facts = row(page, "o1")
    open_part, _, fold = facts.partition('<details class="again">')
    assert len(re.findall(r'href="#o1-\d+"', open_part)) == 1 + shown  # the value leads to the first phrase
    assert re.findall(r'href="#o1-(\d+)">\1<', fold) == [str(number) for number in range(shown + 2, phrases + 1)]
    assert (f"<summary>và {folded} câu nữa</summary>" in fold) == bool(folded)
    assert all(f'id="o1-{number}"' in page for number in range(1, phrases + 1))


def test_the_underlines_are_explained_above_a_text_that_has_some(talks: str, html: dict[str, str]) -> None:
    legend = re.search(r'<p class="legend">(.*)</p>', talks)
    assert legend is not None
    kinds = set(re.findall(r'<mark class="(\w)"', talks))
    assert kinds <= set(re.findall(r'<span class="(\w)">', legend[1]))
    assert not any('class="legend"' in page and "<mark" not in page for page in html.values())


def test_every_marked_phrase_has_a_row_and_every_row_links_to_marked_phrases(
    pages: dict[str, Page], archive: Archive
) -> None:
    page = pages[article_path(archive, "talks")]
    anchors = [link[1:] for link in page.links if link.startswith("#")]
    assert set(anchors) <= set(page.ids)


def test_an_inferred_date_says_from_what(talks: str) -> None:
    assert "suy ra" in row(talks, "date")
    assert "Ngày 12/5" in row(talks, "date")
    assert "date.day-month" in row(talks, "date")


def test_persons_provinces_and_documents_link_to_their_pages(talks: str) -> None:
    assert 'href="../../officials/lo-van-tuong/index.html"' in row(talks, "o1")
    assert 'href="../../provinces/la-ph/index.html"' in row(talks, "p-la-ph")
    assert 'href="../../agreements/2024-05-12-bien-ban' in row(talks, "a1")


def test_officials_stand_on_their_side_of_the_border(talks: str) -> None:
    officials = talks[talks.index('id="f-officials"') : talks.index('id="f-agreements"')]
    assert (
        officials.index('class="vn"')
        < officials.index('id="o1"')
        < officials.index('class="la"')
        < officials.index('id="o2"')
    )


def test_a_page_in_another_language_glosses_rank_and_office(archive: Archive, html: dict[str, str]) -> None:
    page = html["en/" + article_path(archive, "talks")]
    assert '<span class="gloss">Senior Colonel</span>' in row(page, "o1")
    assert '<span class="gloss">Deputy Director</span>' in row(page, "o1")
    assert "gloss" not in row(html[article_path(archive, "talks")], "o1")


def test_an_open_year_shows_the_day_and_says_so(archive: Archive, html: dict[str, str]) -> None:
    page = html["en/" + article_path(archive, "untitled")]
    assert "3 September" in row(page, "date")
    assert "the text does not settle the year" in row(page, "date")
    assert '<span class="undated">undated</span>' in page


def test_the_abstract_says_what_the_record_holds_and_is_marked_as_made(archive: Archive, html: dict[str, str]) -> None:
    page = html["en/" + article_path(archive, "talks")]
    told = Markup(page.partition('<div class="abstract">')[2].partition("</p>")[0]).striptags()
    assert told.startswith("The article reports on talks on 12 May 2024 in ")
    assert "Điện Biên took part for Vietnam, Phongsaly for Laos." in told
    assert "The article names Senior Colonel Lò Văn Tưởng (" in told
    assert "The signing of a memorandum of understanding is reported." in told
    assert "The next meeting is announced for November 2026 in Phongsaly." in page
    assert "Written by the archive from the facts below." in page
    assert 'class="abstract"' not in html["en/" + article_path(archive, "bare")]


def test_the_abstract_says_office_and_body_in_one_breath_and_marks_words_of_the_text(archive: Archive) -> None:
    entry = fixtures.talks()
    person = replace(entry.record.officials[0], position="Trưởng Công an huyện", organization="Công an huyện Mường Xa")
    kept = replace(entry, record=replace(entry.record, officials=(person,)))
    files = {
        file.path: file.content.decode()
        for file in render_site(fixtures.archive([kept]), SETTINGS, Theme(None), fixtures.TERMS)
        if file.path.endswith("articles/" + entry.id + "/index.html")
    }
    told = {path[:2]: page.partition('<div class="abstract">')[2].partition("</p>")[0] for path, page in files.items()}
    assert "(Trưởng Công an huyện Mường Xa)" in told["ar"]
    assert '<span lang="vi">Công an huyện Mường Xa</span>' in told["en"]


def test_an_unsafe_address_in_front_matter_is_no_link_and_a_good_one_is(archive: Archive, html: dict[str, str]) -> None:
    assert 'href="https://example.org/a"' in html[article_path(archive, "markdown")]
    assert "javascript:" not in html[article_path(archive, "hostile")]


def test_related_articles_come_with_their_reason(archive: Archive, html: dict[str, str]) -> None:
    page = html["en/" + article_path(archive, "plain-8")]
    assert 'the same provinces: <span lang="vi">Nghệ An</span> – Bolikhamxay' in page


def test_articles_are_chained_by_date(archive: Archive, html: dict[str, str]) -> None:
    newest, second = archive.entries[:2]
    assert f'rel="prev" href="../../{urls.article(second.id)}"' in html[urls.article(newest.id)]
    assert f'rel="next" href="../../{urls.article(newest.id)}"' in html[urls.article(second.id)]


def citation(page: str) -> str:
    """The words of the citation."""
    found = re.search(r'<p class="cite">(.*?)</p>', page, re.DOTALL)
    assert found
    return " ".join(unescape(re.sub("<[^>]*>", "", found[1])).split())


def render_one(entry: Entry, path: str = "") -> str:
    files = render_site(fixtures.archive([entry]), SETTINGS, Theme(None), fixtures.TERMS)
    pages = {file.path: file.content for file in files}
    return pages[path + urls.article(entry.id)].decode()


@pytest.mark.parametrize(
    ("folder", "told"),
    [
        ("", "13 tháng 5 năm 2024. Lưu tại: Hai bờ, articles/"),
        ("en/", "13 May 2024. Archived in: Hai bờ, en/articles/"),
        ("lo/", "13 ພຶດສະພາ 2024. ເກັບໄວ້ທີ່: Hai bờ, lo/articles/"),
    ],
)
def test_the_citation_names_author_title_outlet_and_date_of_publication(
    archive: Archive, html: dict[str, str], folder: str, told: str
) -> None:
    text = citation(html[folder + article_path(archive, "talks")])
    assert text.startswith(
        f"Hoài An. “Công an hai tỉnh Điện Biên và Phông Sa Lỳ hội đàm lần thứ VII”. Báo Vùng Cao. {told}"
    )


@pytest.mark.parametrize(("folder", "undated"), [("", "Không rõ ngày."), ("en/", "n.d."), ("lo/", "ບໍ່ຮູ້ວັນທີ.")])
def test_a_title_that_the_archive_made_is_cited_in_square_brackets(
    archive: Archive, html: dict[str, str], folder: str, undated: str
) -> None:
    text = citation(html[folder + article_path(archive, "untitled")])
    assert text.startswith(f"[Hội nghị giao ban: Đà Nẵng – Sê Kông]. {undated} ")
    assert "“" not in text


def test_the_day_of_the_event_is_never_cited_as_the_day_of_publication() -> None:
    entry = fixtures.talks()
    metadata = Metadata(url="https://example.org/a", retrieved="2024-06-03")
    article = replace(entry.article, metadata=metadata)
    page = render_one(replace(entry, article=article, record=replace(entry.record, published=None)), "en/")
    text = citation(page)
    assert "12 May" not in text
    assert "Báo Vùng Cao. n.d. https://example.org/a, retrieved 3 June 2024. Archived in:" in text


def test_a_date_leads_to_the_phrase_that_says_the_day_and_back_and_then_to_the_evidence(talks: str) -> None:
    assert re.findall(r'href="#(date-\d)"', row(talks, "date")) == ["date-1", "date-2"]
    assert '<mark class="e" id="date-1"><a href="#date">Ngày 12/5</a></mark>' in talks
    assert 'id="date-2"><mark class="e" id="published-1"><a href="#published">09:15, 13/05/2024</a></mark>' in talks


def test_a_day_that_is_the_stamp_too_leads_back_to_the_date() -> None:
    entry = fixtures.talks()
    stamp = entry.record.published
    assert stamp
    record = replace(entry.record, event_date=replace(entry.record.event_date, spans=stamp.spans))
    page = render_one(replace(entry, record=record))
    assert '<mark class="e" id="date-1"><a href="#date">09:15, 13/05/2024</a></mark>' in page


def test_what_is_not_settled_is_told_in_the_language_of_the_page() -> None:
    entry = fixtures.talks()
    problem = Problem("front-matter-value", "cannot be used.", key="published")
    record = replace(entry.record, problems=(problem, Problem("legacy-encoding", "x", values=(("encoding", "VNI"),))))
    page = render_one(replace(entry, record=record))
    assert "<li>Giá trị của “published” ở phần khai báo đầu tệp không dùng được nên bị bỏ qua.</li>" in page
    assert "<li>Tệp dùng bảng mã cũ và được đọc theo VNI.</li>" in page


@pytest.mark.parametrize(
    ("written", "told", "not_told"),
    [
        ("biên bản ghi nhớ", ["giữa", "Công an tỉnh X; Công an tỉnh Y", "phòng, chống ma túy"], []),
        ("Biên bản ghi nhớ về phòng, chống ma túy", ["Công an tỉnh X; Công an tỉnh Y"], ["phòng, chống ma túy"]),
        (
            "Bản ký giữa Công an tỉnh X và Công an tỉnh Y",
            ["biên bản ghi nhớ", "phòng, chống ma túy"],
            ["; Công an tỉnh Y"],
        ),
    ],
)
def test_below_a_document_stands_only_what_its_name_does_not_say(
    archive: Archive, written: str, told: list[str], not_told: list[str]
) -> None:
    entry = next(entry for entry in archive.entries if entry.record.agreements)
    fact = replace(
        entry.record.agreements[0],
        type="memorandum", as_written=written, subject="phòng, chống ma túy",
        parties=("Công an tỉnh X", "Công an tỉnh Y"),
    )  # fmt: skip
    record = replace(entry.record, agreements=(fact, *entry.record.agreements[1:]))
    entries = tuple(replace(entry, record=record) if other is entry else other for other in archive.entries)
    files = render_site(replace(archive, entries=entries), SETTINGS, Theme(None), fixtures.TERMS)
    page = next(file.content.decode() for file in files if file.path == urls.article(entry.id))
    _name, _, below = row(page, "a1").partition("</b>")
    assert all(words in below.partition('<span class="detail">')[2] for words in told)
    assert not any(words in below.partition('<span class="detail">')[2] for words in not_told)
