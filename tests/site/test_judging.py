"""The keeper's judgements, names and titles on the pages of what they speak of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from borderwire.model import Archive, Judgement, Mention
from borderwire.site import SiteSettings, Theme, render_site, urls
from tests.site import fixtures


def _judgement(what: str, left: Mention, right: Mention, verdict: str = "different") -> Judgement:
    return Judgement(what, verdict, left, right, "ảnh <khác>", "LTH", "2026-05-31", 3)


@pytest.fixture(scope="module")
def judged() -> Archive:
    archive = fixtures.small_archive(3)
    one, other, *people = archive.people
    row = _judgement("person", one.mentions[0], other.mentions[0])
    one = replace(one, titles=(("en", "Mr One"), ("lo", "ທ່ານ")), judgements=(row,))
    paper, *papers = archive.agreements
    paper = replace(paper, titles=(("en", "Memorandum of Spring"),))
    first, *series = archive.series
    event = next(event for event in archive.events if event.id in first.events)
    whole = Mention(event.entries[0], -1)
    first = replace(
        first, titles=(("vi", "Giao ban mùa xuân"),), judgements=(_judgement("series", whole, whole, "unsure"),)
    )
    return replace(
        archive, people=(one, other, *people), agreements=(paper, *papers), series=(first, *series), judgements=(row,)
    )


@pytest.fixture(scope="module")
def pages(judged: Archive) -> dict[str, str]:
    settings = SiteSettings(title="Hai bờ", languages=("vi", "en"))
    files = render_site(judged, settings, Theme(None), fixtures.TERMS)
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


def test_a_person_s_page_tells_what_was_judged_by_whom_and_why(judged: Archive, pages: dict[str, str]) -> None:
    person, other = judged.people[:2]
    page = pages["en/" + urls.official(person.id)]
    assert "Judged to be two" in page
    assert "“ảnh &lt;khác&gt;” LTH, 31 May 2026" in page
    there = other.mentions[0]
    assert f"{urls.article(there.entry)}#o{there.index + 1}" in page
    assert "Judged to be two" not in pages["en/" + urls.official(judged.people[2].id)]


def test_a_person_s_titles_stand_under_the_name_in_their_languages(judged: Archive, pages: dict[str, str]) -> None:
    page = pages[urls.official(judged.people[0].id)]
    assert '<span lang="en">Mr One</span><span lang="lo">ທ່ານ</span>' in page


def test_a_document_bears_its_title_in_the_language_of_the_page(judged: Archive, pages: dict[str, str]) -> None:
    paper = judged.agreements[0]
    english, vietnamese = pages["en/" + urls.agreement(paper.id)], pages[urls.agreement(paper.id)]
    assert "<h1>Memorandum of Spring</h1>" in english
    assert f'<span lang="vi">{paper.label}</span>' in english
    assert f"<h1>{paper.label}</h1>" in vietnamese
    assert "Memorandum of Spring" in pages["en/" + urls.AGREEMENTS]


def test_a_row_of_meetings_bears_the_name_that_the_keeper_gives(judged: Archive, pages: dict[str, str]) -> None:
    page = pages[urls.series(judged.series[0].id)]
    assert "<h1>Giao ban mùa xuân</h1>" in page
    assert "Đã xem xét, chưa kết luận" in page
