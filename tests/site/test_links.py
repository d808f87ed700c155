"""No page links to one that the archive does not have, however little the archive holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from borderwire.evaluate import SUFFIX
from borderwire.extract.record import extract_record
from borderwire.gazetteer import load_gazetteer
from borderwire.load import load_article
from borderwire.publish import verify_site
from borderwire.resolve import resolve_archive
from borderwire.site import SiteSettings, Theme, render_site

ARTICLES = Path(__file__).parent.parent / "gold" / "articles"
TEXTS = [path for path in sorted(ARTICLES.iterdir()) if not path.name.endswith(SUFFIX)]
# Officials of provinces that their article does not name, so that these have no page; and every twelfth text.
BARE_OFFICES = ("a007", "b027", "b055", "h020", "k010")
SAMPLE = [path for index, path in enumerate(TEXTS) if path.stem in BARE_OFFICES or index % 12 == 0]
SETTINGS = SiteSettings(title="Kho nhỏ", languages=("vi",))


def dead_links(paths: Sequence[Path]) -> list[str]:
    gazetteer = load_gazetteer()
    articles = [load_article(path, root=ARTICLES) for path in paths]
    archive = resolve_archive([(article, extract_record(article, gazetteer)) for article in articles], gazetteer)
    site = {file.path: file.content for file in render_site(archive, SETTINGS, Theme(None))}
    return [f"{item.path}: {item.message}" for item in verify_site(site)]


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_the_site_of_a_single_text_links_only_to_pages_that_it_has(path: Path) -> None:
    assert dead_links([path]) == []


def test_the_site_of_all_texts_links_only_to_pages_that_it_has() -> None:
    assert dead_links(TEXTS) == []
