"""Rules are told in words of the page's language; where only their names are known, these are marked as English."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from borderwire.extract.record import extract_record
from borderwire.gazetteer import load_gazetteer
from borderwire.load import parse_text
from borderwire.model import Archive, Figure
from borderwire.site import SiteSettings, Theme, render_site, urls
from borderwire.site.languages import Language
from borderwire.site.names import Names, Terms
from borderwire.site.pages.reference import rules_of
from borderwire.site.rules import rule_words
from tests.site import fixtures

ARTICLES = Path(__file__).parents[1] / "gold" / "articles"


def names(code: str) -> Names:
    return Names(Terms.of(load_gazetteer()), Language(code, "", Theme(None)))


@pytest.mark.parametrize("code", ["vi", "en", "lo"])
def test_every_rule_that_finds_a_fact_is_told_in_words(code: str) -> None:
    known = names(code)
    found = set()
    for path in sorted(ARTICLES.glob("*.txt")):
        record = extract_record(parse_text(path.read_bytes(), path.name), load_gazetteer())
        found |= {rule for _kind, rule in rules_of(record)}
    assert len(found) > 30
    assert [rule for rule in sorted(found) if not rule_words(known, rule)] == []


def test_words_for_rules_are_those_of_the_language() -> None:
    assert rule_words(names("en"), "rank name, office") == "rank + name of a person + office"
    assert rule_words(names("vi"), "rank name, office") == "cấp bậc + họ tên + chức vụ"
    assert rule_words(names("vi"), "counted-seizure").endswith(": tang vật thu giữ")
    assert rule_words(names("en"), "no such rule") == ""


def test_names_of_rules_are_marked_as_english_and_explained_below_the_facts(html: dict[str, str]) -> None:
    told = 0
    for path, page in html.items():
        if "articles/2" in path or path.endswith("method/index.html"):
            shown = re.findall(r'<code( lang="en")?>', page.partition('id="source"')[0])
            assert all(shown), path
            told += len(shown)
    assert told


def test_the_rules_of_an_article_are_explained_on_the_page_of_the_method(archive: Archive) -> None:
    first = archive.entries[0]
    figure = Figure("cases", 3, None, "exact", "3 vụ", spans=((0, 3),), rule="counted-cases")
    entry = replace(first, record=replace(first.record, figures=(figure,)))
    settings = SiteSettings(languages=("vi",))
    rows = render_site(replace(archive, entries=(entry, *archive.entries[1:])), settings, Theme(None), fixtures.TERMS)
    pages = {file.path: file.content for file in rows}
    assert 'href="../../method/index.html#rules">Mỗi quy tắc tìm gì</a>' in pages[urls.article(entry.id)].decode()
    told = pages[urls.METHOD].decode().partition('id="rules"')[2]
    assert 'con số kèm thứ được đếm: vụ việc <code lang="en">counted-cases</code>' in told
