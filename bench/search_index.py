"""The search index of an archive: its size, and what queries load and take in a real Chromium, from a disk.

    python -m bench.search_index FOLDER [QUERY ...]      FOLDER holds seeds/

Texts are not shipped with this; any folder of articles does.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from borderwire.build import extract, load, site_settings, spare_the_collector
from borderwire.config import load_config
from borderwire.gazetteer import load_gazetteer
from borderwire.model import File
from borderwire.resolve import resolve_archive
from borderwire.site import Theme
from borderwire.site.languages import open_languages
from borderwire.site.names import Terms
from borderwire.site.pages.bodies import body_documents
from borderwire.site.pages.search import search_pages
from borderwire.site.renderer import Renderer
from borderwire.site.search import search_files
from borderwire.site.search.facets import facet_file
from borderwire.site.shelves import arrange

QUERIES = (
    "Điện Biên",
    "dien bien",
    "Savannakhet",
    "phòng chống ma túy",
    "biên bản ghi nhớ 2022",
    "nguyen van",
    "công an",
)
RUN = """async query => {
  const before = performance.now();
  const found = await borderwire.search.search(query);
  const searched = performance.now();
  const rows = await borderwire.search.describe(found.info, found.articles.slice(0, 10));
  await Promise.all(rows.map(row => borderwire.search.load("t/" + row.number)));
  return [found.articles.length, found.others.length, searched - before, performance.now() - before];
}"""


def index_files(folder: Path) -> tuple[int, float, list[File]]:
    """(articles, seconds of processor time for the index, files)."""
    config = load_config(folder)
    spare_the_collector()
    articles, _problems = load(config)
    archive = resolve_archive(list(zip(articles, extract(articles, config.workers), strict=True)), load_gazetteer())
    shelves = arrange(archive, Terms.of(load_gazetteer()))
    theme = Theme(None)
    languages = open_languages(("vi", "en", "lo"), theme)
    renderers = [Renderer(shelves, site_settings(config, ()), theme, languages, language, {}) for language in languages]
    files = [*theme.static_files(), *search_pages(renderers[0]), facet_file(shelves)]
    began = time.process_time()
    files += search_files(shelves, [renderer.names for renderer in renderers], body_documents(renderers))
    return len(archive.entries), time.process_time() - began, files


def print_sizes(files: list[File]) -> None:
    sizes: dict[str, list[int]] = defaultdict(list)
    for file in files:
        if file.path.startswith("search/") and file.path.endswith(".js"):
            sizes[file.path.split("/")[1]].append(len(file.content))
    for name, row in sizes.items():
        print(f"{name:10} {len(row):6} files {sum(row) / 1e6:8.2f} MB, largest {max(row) / 1000:6.1f} kB")


def print_queries(folder: Path, queries: list[str]) -> None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only this part needs a browser

    from tests.browser.chromium import ARGUMENTS, chromium_path  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
        for query in queries:
            page = browser.new_page()
            loaded: list[int] = []
            page.on("request", lambda request, to=loaded: to.append(_size(folder, request.url)))
            page.goto(f"{folder.as_uri()}/search/index.html")
            page.wait_for_function("window.borderwire && borderwire.search && borderwire.search.words()")
            loaded.clear()
            found, others, searched, shown = page.evaluate(RUN, query)
            again = page.evaluate(RUN, query)[3]
            print(
                f"{query:28} {found:5} articles {others:4} others; {len(loaded):3} files {sum(loaded) / 1000:6.0f} kB; "
                f"found {searched:5.0f} ms, with texts {shown:5.0f} ms, again {again:4.0f} ms"
            )
            page.close()
        browser.close()


def _size(folder: Path, url: str) -> int:
    path = folder / url.removeprefix(f"{folder.as_uri()}/").partition("?")[0]
    return path.stat().st_size if path.is_file() else 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("query", nargs="*", default=QUERIES)
    asked = parser.parse_args()
    count, seconds, files = index_files(asked.folder)
    print(f"{count} articles, index in {seconds:.1f} s of processor time")
    print_sizes(files)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in files:
            path = folder / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
        print_queries(folder, list(asked.query))


if __name__ == "__main__":
    main()
