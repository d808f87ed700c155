"""The page of what is doubtful: there only where the keeper wants it."""

from __future__ import annotations

from dataclasses import replace

from borderwire.model import Archive, FactDoubt, Mention
from borderwire.site import SiteSettings, Theme, render_site, urls
from tests.site import fixtures

SETTINGS = SiteSettings(title="Hai bờ", languages=("vi", "en"))


def _pages(archive: Archive, **fields: bool) -> dict[str, str]:
    files = render_site(archive, replace(SETTINGS, **fields), Theme(None), fixtures.TERMS)  # type: ignore[arg-type]
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
