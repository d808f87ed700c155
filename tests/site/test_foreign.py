"""Words of another language are marked as such on every page: for voices, fonts and hyphens (WCAG 2.2, 3.1.2)."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from borderwire.gazetteer import load_gazetteer
from borderwire.site.foreign import filled, foreign, joined, plain
from borderwire.site.languages import Language
from borderwire.site.names import Names, Terms
from borderwire.site.theme import Theme
from tests.site.conftest import SETTINGS
from tests.site.reader import VOID

VIETNAMESE = re.compile("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưăĐĂƯƠ]")
LAO = re.compile("[\u0e80-\u0eff]")
# What has no language of its own: code, the title of a page (which can hold no element), letters of an index.
_SILENT = frozenset(["script", "style", "code", "title"])
# The keeper's own words, whatever their language.
_KEEPERS = (SETTINGS.title, SETTINGS.rights, SETTINGS.description, "Tác giả giữ quyền")
TERMS = Terms.of(load_gazetteer())
VI, EN, LO = (Names(TERMS, Language(code, "", Theme(None))) for code in ("vi", "en", "lo"))


class _Spoken(HTMLParser):
    """The words of a page with the language that each is said to be in."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[tuple[str, str]] = []
        self._open: list[tuple[str, str]] = [("", "")]
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self._open.append((tag, dict(attrs).get("lang") or self._open[-1][1]))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Has no words."""

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if not any(tag in _SILENT for tag, _lang in self._open) and len(data.strip()) > 1:
            self.words.append((self._open[-1][1], " ".join(data.split())))


def spoken(html: dict[str, str], folder: str) -> list[tuple[str, str, str]]:
    """Page, language, words."""
    own = {path: text for path, text in html.items() if path.startswith(folder)}
    if not folder:
        own = {path: text for path, text in own.items() if not path.startswith(("en/", "lo/")) and path != "404.html"}
    return [(path, lang, words) for path, text in own.items() for lang, words in _Spoken(text).words]


@pytest.mark.parametrize("folder", ["en/", "lo/"])
def test_vietnamese_words_are_marked_on_pages_in_another_language(html: dict[str, str], folder: str) -> None:
    rows = [row for row in spoken(html, folder) if VIETNAMESE.search(row[2]) and row[1] != "vi"]
    assert [row for row in rows if not any(words in row[2] for words in _KEEPERS)] == []


@pytest.mark.parametrize("folder", ["", "en/"])
def test_lao_letters_are_marked_on_pages_in_another_language(html: dict[str, str], folder: str) -> None:
    assert [row for row in spoken(html, folder) if LAO.search(row[2]) and row[1] != "lo"] == []


def test_no_mark_shows_as_text_or_stands_in_an_attribute(html: dict[str, str]) -> None:
    assert [path for path, text in html.items() if "&lt;span" in text or re.search(r'="[^"<>]*<span', text)] == []


@pytest.mark.parametrize(
    ("written", "en", "lo"),
    [
        ("Bộ Công an Lào", "Ministry of Public Security, Laos", "ກະຊວງປ້ອງກັນຄວາມສະຫງົບ, ລາວ"),
        ("Công an tỉnh Nghệ An", "Provincial police, Nghệ An", "ຕຳຫຼວດຂັ້ນແຂວງ, Nghệ An"),
        ("Sở An ninh tỉnh Hủa Phăn", "Provincial security office, Houaphanh", "ຫ້ອງການ ປກສຂັ້ນແຂວງ, ຫົວພັນ"),
        ("UBND huyện Kỳ Sơn", "District people's committee, Kỳ Sơn", "ຄະນະກຳມະການປະຊາຊົນຂັ້ນເມືອງ, Kỳ Sơn"),
        ("Tổng cục Cảnh sát, Bộ Công an", "General Department of Police, Ministry of Public Security", None),
    ],
)
def test_a_body_that_is_understood_whole_is_named_in_the_page_s_language(written: str, en: str, lo: str | None) -> None:
    assert plain(EN.organization(written) or "") == en
    assert lo is None or plain(LO.organization(written) or "") == lo
    assert VI.organization(written) is None


@pytest.mark.parametrize(
    "written",
    [
        "Phòng Tham mưu tổng hợp Công an tỉnh Nghệ An",  # a division is not its body
        "Bộ Chính trị",
        "Công an Viêng Chăn",  # the province or the capital
        "Văn phòng Bộ Quốc phòng",  # of a kind with another office
        "Bộ",
        "",
    ],
)
def test_a_body_that_is_not_understood_whole_stays_as_written(written: str) -> None:
    assert EN.organization(written) is None


def test_a_phrase_of_many_bodies_takes_no_more_than_a_moment() -> None:
    assert EN.organization("Công an tỉnh " * 5000) is None


def test_words_of_another_language_are_escaped_and_marked() -> None:
    assert foreign("a<b", "vi") == '<span lang="vi">a&lt;b</span>'
    assert foreign("a<b", None) == "a<b"
    assert filled("the <b> %(x)s", x=foreign("ơ", "vi")) == 'the &lt;b&gt; <span lang="vi">ơ</span>'
    assert joined(", ", ("a<b", "", foreign("ơ", "vi"))) == 'a&lt;b, <span lang="vi">ơ</span>'
    assert plain(foreign("a<b", "vi")) == "a<b"
