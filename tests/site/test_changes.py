"""The page of what has changed since an older build."""

from __future__ import annotations

from dataclasses import replace

from borderwire.model import ArticleChange, ArticleRef, Changes, FactChange, ThingChange
from borderwire.site import SiteSettings, Theme, render_site, urls
from tests.site import fixtures

SETTINGS = SiteSettings(title="Hai bờ", languages=("vi", "en"))


def _pages(changes: Changes | None) -> dict[str, str]:
    archive = fixtures.small_archive(1)
    files = render_site(archive, replace(SETTINGS, changes=changes), Theme(None), fixtures.TERMS)
    return {file.path: file.content.decode() for file in files if file.path.endswith(".html")}


def test_a_site_without_an_older_build_has_no_page_of_changes() -> None:
    pages = _pages(None)
    assert urls.CHANGES not in pages
    assert not any(urls.CHANGES in page for page in pages.values())


def test_the_page_tells_what_changed_and_why_and_links_what_is_still_there() -> None:
    archive = fixtures.small_archive(1)
    entry, person = archive.entries[0], archive.people[0]
    here = ArticleRef(entry.article.source.path, entry.id, entry.label)
    fact = FactChange("changed", "officials", "Tên", "rank", "Đại tá", "Thiếu tướng", "rule", "a → b")
    changes = Changes(
        ("0.0.9", "0.1.0"),
        removed=(ArticleRef("seeds/gone.txt", "gone", "Bài <cũ>"),),
        articles=(ArticleChange(here, (fact,), "seeds/before.txt"),),
        things=(ThingChange("joined", "person", person.id, "", ("X", "Y"), ("X",), "judgement", "“một người” LTH"),),
    )
    page = _pages(changes)["en/" + urls.CHANGES]
    assert "Articles added: 0, removed: 1, read differently: 1." in page
    assert "Version of the rules: 0.0.9, now 0.1.0." in page
    assert "Bài &lt;cũ&gt;" in page
    assert f'href="../{urls.article(entry.id)}"' in page
    assert "moved from seeds/before.txt" in page
    assert "<b>changed</b> Officials, Rank" in page
    assert '<del lang="vi">Đại tá</del> <ins lang="vi">Thiếu tướng</ins>' in page
    assert "the rules of reading: a → b" in page
    assert f'<b>put together</b> Official: <a href="../{urls.official(person.id)}"' in page
    assert "a judgement: “một người” LTH" in page


def test_many_changes_stand_on_several_pages_and_none_is_left_out() -> None:
    archive = fixtures.small_archive(1)
    gone = tuple(ArticleRef(f"seeds/{at}.txt", f"gone-{at}", f"Bài số {at}.") for at in range(12))
    things = tuple(ThingChange("added", "person", "", "", (), (f"Người {at}.",), "articles", "") for at in range(9))
    settings = replace(SETTINGS, page_size=5, changes=Changes(("1", "1"), removed=gone, things=things))
    files = render_site(archive, settings, Theme(None), fixtures.TERMS)
    pages = {file.path: file.content.decode() for file in files if file.path.startswith("changes/")}
    assert list(pages) == ["changes/index.html", *(f"changes/page_{number}/index.html" for number in range(2, 6))]
    assert [page.count("Bài số") for page in pages.values()] == [5, 5, 2, 0, 0]
    assert [page.count("Người ") for page in pages.values()] == [0, 0, 3, 5, 1]
