"""The search page, and the words in which a browser tells of results."""

from __future__ import annotations

from collections.abc import Iterator

from borderwire.model import File
from borderwire.site import urls
from borderwire.site.contexts import Link, SearchPage
from borderwire.site.renderer import Renderer
from borderwire.site.search.facets import facet_words
from borderwire.site.search.files import script


def search_pages(renderer: Renderer) -> Iterator[File]:
    """search/index.html; search/words/LANGUAGE.js, the same for all sites of a language."""
    yield renderer.page("search.html", urls.SEARCH, renderer._("Search"), search=SearchPage(_lists(renderer)))
    languages = [language.code for language in renderer.languages]
    yield from facet_words(renderer)
    value = {"languages": languages, "texts": _texts(renderer), **renderer.language.shapes()}
    yield script(f"words/{renderer.language.code}", value)


def _lists(renderer: Renderer) -> tuple[Link, ...]:
    """The indexes, for readers without scripts and for queries that find nothing."""
    archive, _ = renderer.shelves.archive, renderer._
    rows = (
        (_("Articles"), urls.ARTICLES, len(archive.entries)),
        (_("Provinces"), urls.PROVINCES, len(archive.provinces)),
        (_("Pairs of provinces"), urls.PAIRS, len(renderer.shelves.pairs_today)),
        (_("Officials"), urls.OFFICIALS, len(archive.people)),
        (_("Bodies"), urls.BODIES, len(archive.bodies)),
        (_("Agreements"), urls.AGREEMENTS, len(archive.agreements)),
        (_("Rows of meetings"), urls.MEETINGS, len(archive.series)),
        (_("Timeline"), urls.TIMELINE, sum(event.date is not None for event in archive.events)),
        (_("Years"), urls.YEARS, sum(use.year is not None for use in archive.years)),
        (_("Topics"), urls.TOPICS, len(renderer.shelves.by_topic)),
        (_("Kinds of events"), urls.EVENTS, len(renderer.shelves.by_event)),
    )
    return tuple(Link(name, urls.to(path), None, renderer.number(count)) for name, path, count in rows)


def _texts(renderer: Renderer) -> dict[str, str]:
    """What the script says. {n}: a number, in the language's own writing."""
    _ = renderer._
    return {
        "kind-article": _("Articles"),
        "kind-province": _("Provinces"),
        "kind-official": _("Officials"),
        "kind-agreement": _("Agreements"),
        "kind-meetings": _("Rows of meetings"),
        "kind-body": _("Bodies"),
        "kind-topic": _("Topics"),
        "kind-event": _("Kinds of events"),
        "kind-year": _("Years"),
        "none": _("Nothing found. Fewer words may find more."),
        "one": _("One result."),
        "many": _("{n} results."),
        "partial": _("None has all the words; these have most of them."),
        "loose": _("None has these very accents; accents are left out of account."),
        "all": _("All {n} results"),
        "more": _("Show more ({n} left)"),
        "undated": _("undated"),
        "broken": _("The search index could not be loaded. Try again."),
    }
