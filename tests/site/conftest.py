"""The small archive, rendered once for all tests of the site."""

from __future__ import annotations

import pytest

from borderwire.model import Archive
from borderwire.site import Download, SiteSettings, Theme, render_site
from tests.site import fixtures
from tests.site.reader import Page

SETTINGS = SiteSettings(
    title="Hai bờ",
    description="Kho thử nghiệm.",
    languages=("vi", "en", "lo"),
    page_size=10,
    rights="Thuộc về các báo.",
    downloads=(Download("data/records.jsonl", "The records", 12345, 30),),
)


@pytest.fixture(scope="session")
def archive() -> Archive:
    return fixtures.small_archive()


@pytest.fixture(scope="session")
def files(archive: Archive) -> dict[str, bytes]:
    rows = list(render_site(archive, SETTINGS, Theme(None), fixtures.TERMS))
    paths = [file.path for file in rows]
    assert len(paths) == len(set(paths))
    return {file.path: file.content for file in rows}


@pytest.fixture(scope="session")
def html(files: dict[str, bytes]) -> dict[str, str]:
    return {path: content.decode() for path, content in files.items() if path.endswith(".html")}


@pytest.fixture(scope="session")
def pages(html: dict[str, str]) -> dict[str, Page]:
    return {path: Page(text) for path, text in html.items()}
