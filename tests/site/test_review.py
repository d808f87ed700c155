"""The page of what is doubtful: there only where the keeper wants it."""

from __future__ import annotations

from dataclasses import replace

from borderwire.model import Archive, FactDoubt, Mention
from borderwire.site import SiteSettings, Theme, render_site, urls
from tests.site import fixtures

SETTINGS = SiteSettings(title="Hai bờ", languages=("vi", "en"))


def _pages(archive: Archive, **fields: bool) -> dict[str, str]:
    files = render_site(archive, replace(SETTINGS, **fields), Theme(None), fixtures.TERMS)
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


def test_without_the_setting_no_page_and_no_link_tells_of_doubts() -> None:
    archive = fixtures.small_archive(1)
    pages = _pages(replace(archive, review=archive.doubts))
    assert urls.REVIEW not in pages
    assert not any(urls.REVIEW in page for page in pages.values())


def test_the_page_lists_identities_and_facts_in_order_with_reasons_and_places() -> None:
    archive = fixtures.small_archive(1)
    entry = next(entry for entry in archive.entries if entry.record.officials)
    date = FactDoubt("event_date", Mention(entry.id, -1), "year-open", None, "", None, 1.0)
    body = FactDoubt(
        "officials.organization", Mention(entry.id, 0), "body-from-context", "Công an X", "rule", None, 0.3
    )
    pages = _pages(replace(archive, review=(date, *archive.doubts, body)), review=True)
    page = pages["en/" + urls.REVIEW]
    assert page.index("Date?") < page.index("one person?") < page.index("Body?")
    assert "the year is not settled" in page and "the body is taken from the context" in page
    assert f"{urls.article(entry.id)}#o1" in page
    assert '<span lang="vi">Công an X</span>' in page
    assert "the same name; some new reason" in page
    assert "one serves elsewhere" in page
    assert page.count("that the two are one, by the weight of the reasons.") == len(archive.doubts)
    assert f'href="{urls.REVIEW}"' in pages["index.html"]


def test_many_questions_stand_on_several_pages_and_by_their_kind() -> None:
    archive = fixtures.small_archive(1)
    entry = next(entry for entry in archive.entries if entry.record.officials)
    dates = [FactDoubt("event_date", Mention(entry.id, -1), "no-date", None, f"v{at}", None, 1.0) for at in range(7)]
    body = FactDoubt("officials.organization", Mention(entry.id, 0), "no-side", None, "Công an X", None, 0.3)
    files = render_site(
        replace(archive, review=(*dates, body)),
        replace(SETTINGS, review=True, page_size=5),
        Theme(None),
        fixtures.TERMS,
    )
    pages = {file.path: file.content.decode() for file in files if file.path.startswith("en/review/")}
    assert list(pages) == [
        "en/review/index.html",
        "en/review/page_2/index.html",
        "en/review/of_event_date/index.html",
        "en/review/of_event_date/page_2/index.html",
        "en/review/of_officials_organization/index.html",
    ]
    assert [page.count("<td>Date?</td>") for page in pages.values()] == [5, 2, 5, 2, 0]
    first = pages["en/review/index.html"]
    assert '<a href="../review/of_event_date/index.html">Date?</a> <span class="n">7</span>' in first
    assert "Questions: 8." in pages["en/review/of_officials_organization/index.html"]
