"""The archive to files: static files, the lists of every language, the articles."""

from __future__ import annotations

from collections.abc import Iterator

from borderwire.gazetteer import load_gazetteer
from borderwire.model import Archive, File
from borderwire.site.citing import citation_files
from borderwire.site.languages import open_languages
from borderwire.site.names import Terms
from borderwire.site.pages.agreements import agreement_pages
from borderwire.site.pages.article import ArticlePages, make_body
from borderwire.site.pages.articles import article_lists, event_lists, topic_lists
from borderwire.site.pages.atlas import map_page
from borderwire.site.pages.bodies import body_documents, body_pages
from borderwire.site.pages.changes import changes_page
from borderwire.site.pages.coverage import coverage_page
from borderwire.site.pages.events import event_pages
from borderwire.site.pages.figures import figure_pages
from borderwire.site.pages.home import home_page
from borderwire.site.pages.not_found import not_found_page
from borderwire.site.pages.officials import official_pages
from borderwire.site.pages.officials_index import official_index
from borderwire.site.pages.pairs import pair_pages
from borderwire.site.pages.provinces import province_pages
from borderwire.site.pages.reference import reference_pages
from borderwire.site.pages.review import review_page
from borderwire.site.pages.search import search_pages
from borderwire.site.pages.series import series_pages
from borderwire.site.pages.timeline import timeline_pages
from borderwire.site.pages.years import year_pages
from borderwire.site.renderer import Renderer
from borderwire.site.search import search_files
from borderwire.site.search.facets import facet_file
from borderwire.site.settings import SiteSettings
from borderwire.site.sharing import article_preview, feed, section_previews, sitemap
from borderwire.site.shelves import arrange
from borderwire.site.templating import Codes
from borderwire.site.theme import Theme
from borderwire.site.tidy import tidy_archive

_LISTS = (
    home_page,
    article_lists,
    map_page,
    province_pages,
    pair_pages,
    series_pages,
    year_pages,
    timeline_pages,
    official_index,
    official_pages,
    body_pages,
    agreement_pages,
    event_lists,
    event_pages,
    topic_lists,
    figure_pages,
    coverage_page,
    reference_pages,
    search_pages,
    changes_page,
    review_page,
)


def render_site(archive: Archive, settings: SiteSettings, theme: Theme, terms: Terms | None = None) -> Iterator[File]:
    """Every file of the site, in an order that does not change.

    terms: names of provinces, ranks and the like; the gazetteer's when not given. Raises ThemeError.
    """
    archive = tidy_archive(archive)
    paths: list[str] = []
    for file in _files(archive, settings, theme, terms):
        paths.append(file.path)
        yield file
    if settings.base_url:
        yield from sitemap(settings.base_url, paths)


def _files(archive: Archive, settings: SiteSettings, theme: Theme, terms: Terms | None) -> Iterator[File]:
    shelves = arrange(archive, terms or Terms.of(load_gazetteer()))
    languages = open_languages(settings.ordered_languages, theme)
    codes: Codes = {}
    renderers = [Renderer(shelves, settings, theme, languages, language, codes) for language in languages]
    yield from theme.static_files()
    yield not_found_page(renderers)
    for renderer in renderers:
        for pages in _LISTS:
            yield from pages(renderer)
        if settings.base_url:
            yield from feed(renderer)
            yield from section_previews(renderer)
    yield facet_file(shelves)
    yield from search_files(shelves, [renderer.names for renderer in renderers], body_documents(renderers))
    articles = [ArticlePages(renderer) for renderer in renderers]
    for entry in archive.entries:
        body = make_body(entry)
        for maker in articles:
            yield maker.page(entry, body)
        yield from citation_files(entry, settings, renderers[0].title)
        if settings.base_url and settings.previews == "articles":
            yield article_preview(renderers[0], entry)
