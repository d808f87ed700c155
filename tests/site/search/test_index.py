"""The search index: the words it holds, how it is written, and how it is cut into files."""

from __future__ import annotations

import json
from array import array
from dataclasses import replace
from random import Random

import pytest

from borderwire.model import BodyUse
from borderwire.site.languages import open_languages
from borderwire.site.names import Names
from borderwire.site.search.documents import Document, Documents
from borderwire.site.search.files import SHARD, script
from borderwire.site.search.index import LETTERS, LEVELS, Index, encode
from borderwire.site.search.terms import bare, pairs, sounds, words
from borderwire.site.shelves import arrange
from borderwire.site.theme import Theme
from borderwire.text import fold, key
from tests.site import fixtures


def value_of(content: bytes) -> object:
    """What a script of the index hands over."""
    text = content.decode()
    assert text.startswith("borderwire.take(")
    assert text.endswith(")\n")
    return json.loads(f"[{text[len('borderwire.take(') : -2]}]")[1]


def decode(text: str) -> list[int]:
    """Postings as the browser reads them, by number."""
    base, found, level, number, gap = len(LETTERS) // 2, [], 0, -1, 0
    for char in text:
        if char.isdigit():
            level, number, gap = int(char), -1, 0
        elif LETTERS.index(char) < base:
            gap = (gap + LETTERS.index(char)) * base
        else:
            number += gap + LETTERS.index(char) - base + 1
            gap = 0
            found.append(number * LEVELS + level)
    return sorted(found)


def test_words_are_read_by_their_match_keys() -> None:
    assert words("Công an TP.Hoà Bình, ngày 12/5") == ["công", "an", "tp", "hòa", "bình", "ngày", "12", "5"]


def test_a_name_in_hyphens_has_the_words_of_one_with_spaces() -> None:
    assert words("Xa-vẳn-na-khệt") == words("xa vẳn na khệt")


def test_lao_script_is_read_two_characters_at_a_time_without_tone_marks() -> None:
    assert words("ແຂວງຜົ້ງ") == words("ແຂວງຜົງ")
    assert words("ຫຼວງ") == words("ຫລວງ")
    assert all(len(word) == 2 for word in words("ສະຫວັນນະເຂດ"))


def test_the_bare_form_leaves_lao_script_as_it_is() -> None:
    assert bare("điện biên") == "dien bien"
    assert bare("ສະ") == "ສະ"


def test_neighbouring_words_are_terms_of_their_own() -> None:
    assert pairs(words("biên bản hội đàm")) == ["biên bản", "bản hội", "hội đàm"]


@pytest.mark.parametrize("other", ["Savannakhet", "Xa Vẳn Na Khệt", "Sa-vẳn-na-khệt", "Savanakhet"])
def test_spellings_of_a_lao_name_sound_the_same(other: str) -> None:
    assert next(sounds(other)) == next(sounds("Sa Vẳn Na Khẹt"))


def test_a_lao_name_is_found_from_any_of_its_syllables_on() -> None:
    assert next(sounds("Nanthavong")) in list(sounds("Khăm Phon Năn Thạ Vông"))


def test_postings_come_back_as_they_were_written() -> None:
    random = Random(4)
    for most in (5, 60, 3000, 200_000):
        numbers = sorted(random.sample(range(most), min(most, 300)))
        values = array("I", (number * LEVELS + random.randrange(LEVELS) for number in numbers))
        assert decode(encode(values)) == sorted(values)


def test_a_word_of_the_title_weighs_more_than_one_of_the_body() -> None:
    index = Index(100, 1)
    body = "Đoàn thăm và làm việc tại biên giới. " * 3
    index.add(0, Document("article", "a/", ("x",), lines=[(6, "Ma túy"), (1, body)]))
    index.add(1, Document("article", "b/", ("x",), lines=[(6, "Chuyến thăm"), (1, body + "ma túy")]))
    first, second = index.words.postings["túy"]
    assert first % LEVELS > second % LEVELS


def test_files_of_terms_are_small_and_in_order(files: dict[str, bytes]) -> None:
    meta = value_of(files["search/meta.js"])
    assert isinstance(meta, dict)
    for space in ("w", "p", "s"):
        rows: list[str] = []
        for number, first in enumerate(meta[space]):
            content = value_of(files[f"search/{space}/{number}.js"])
            assert isinstance(content, str)
            assert len(content) < 2 * SHARD
            forms = [line.split("=")[0] for line in content.split(";")]
            assert bare(forms[0]) == first
            rows += map(bare, forms)
        assert rows == sorted(rows)


def test_everything_of_the_archive_can_be_found(files: dict[str, bytes], html: dict[str, str]) -> None:
    meta = value_of(files["search/meta.js"])
    assert isinstance(meta, dict)
    blocks = sorted((path for path in files if path.startswith("search/d/")), key=lambda path: int(path[9:-3]))
    rows = [row for path in blocks for row in value_of(files[path])]
    assert len(rows) == meta["documents"]
    for row in rows:
        assert f"{row[1]}index.html" in html, row
        assert f"en/{row[1]}index.html" in html, row
    articles = {path for path in html if path.startswith("articles/") and "page_" not in path} - {"articles/index.html"}
    assert {f"{row[1]}index.html" for row in rows[: meta["articles"]]} == articles
    assert sum(path.startswith("search/t/") for path in files) == len(articles)


def test_an_english_or_a_lao_name_leads_to_a_vietnamese_text(files: dict[str, bytes]) -> None:
    held = b"".join(content for path, content in files.items() if path.startswith("search/w/")).decode()
    forms = {line.split("=")[0] for line in held.replace('"', ";").split(";")}
    assert {key("phongsaly"), "drug", "ຜົ"} <= forms
    assert {fold(form) for form in ("tưởng", "kông")} <= {fold(form) for form in forms}


def test_a_script_holds_text_that_would_end_a_line_or_an_element() -> None:
    assert value_of(script("t/1", 'a\u2028b</script>\n"c"').content) == 'a b</script>\n"c"'


def test_the_search_page_lists_the_indexes_for_readers_without_scripts(html: dict[str, str]) -> None:
    page = html["search/index.html"]
    assert "cần JavaScript" in page
    for path in ("articles", "provinces", "officials", "agreements", "years", "topics", "events", "pairs", "meetings"):
        assert f'href="../{path}/index.html"' in page[page.index('id="browse"') :]


def test_every_page_has_the_field(html: dict[str, str]) -> None:
    for path, page in html.items():
        if path != "404.html":
            assert page.count('<form class="search" role="search"') == 1, path


def test_an_article_is_found_by_what_english_readers_call_the_forces_in_it() -> None:
    archive = fixtures.small_archive(1)
    entry = archive.entries[0]
    body = BodyUse("border-guard-vn-71", "border-guard", "VN", "VN-71", (), (), (entry.id,))
    shelves = arrange(replace(archive, bodies=(body,)), fixtures.TERMS)
    theme = Theme(None)
    names = [Names(fixtures.TERMS, language) for language in open_languages(("vi", "en"), theme)]
    found = {document.path: document for document in Documents(shelves, names).articles()}
    lines = {text for _weight, text in found[f"articles/{entry.id}/index.html"].lines}
    assert {"border guard", "border police", "biên phòng"} <= {line.lower() for line in lines}
    others = [document for path, document in found.items() if entry.id not in path]
    assert not any("border police" in (text for _weight, text in document.lines) for document in others)
