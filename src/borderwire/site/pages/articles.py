"""All articles, by date; and the kinds of events and topics, each with its articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from borderwire.model import Entry, File
from borderwire.site import urls
from borderwire.site.charts import years_chart
from borderwire.site.contexts import ArticlesPage, FacetLinks, Link, ListPage, TermsPage
from borderwire.site.languages import capital
from borderwire.site.names import Term
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer
from borderwire.site.search.facets import collected, facet_titles, value_name


def article_lists(renderer: Renderer) -> Iterator[File]:
    """articles/index.html and its further pages."""
    _ = renderer._
    entries = renderer.shelves.archive.entries
    chart = years_chart("years", entries, renderer.language, _("Articles by year"))
    for number, (path, row, paging) in enumerate(paged(entries, urls.ARTICLES, renderer.settings.page_size)):
        cards = tuple(renderer.card_html(entry) for entry in row)
        context = ArticlesPage(cards, paging, None if number else chart, () if number else _facets(renderer))
        yield renderer.page("articles.html", path, _("Articles"), section="articles", articles=context)


_FACETS: dict[str, Callable[[str], str]] = {
    "province": urls.province,
    "year": urls.year,
    "event": urls.event,
    "topic": urls.topic,
}


def _facets(renderer: Renderer) -> tuple[FacetLinks, ...]:
    """The facets whose values have pages of their own; a script makes filters of them and adds the others."""
    found, titles = collected(renderer.shelves), facet_titles(renderer)
    return tuple(
        FacetLinks(
            key,
            titles[key],
            tuple(
                Link(
                    value_name(renderer, key, value),
                    urls.to(address(value)),
                    renderer.names.province(value).lang if key == "province" else None,
                    renderer.number(len(row)),
                )
                for value, row in found[key].items()
            ),
        )
        for key, address in _FACETS.items()
        if found[key]
    )


def event_lists(renderer: Renderer) -> Iterator[File]:
    """events/: an index and a list for every kind of event."""
    _ = renderer._
    shelves = renderer.shelves
    found = {ident: list(row) for ident, row in shelves.by_event.items()}
    without = sum(entry.record.event_type is None for entry in shelves.archive.entries)
    intro = _("What the articles report on, by the kind of event that each names.")
    crumb = Link(_("Kinds of events"), urls.to(urls.EVENTS))
    lists = _Lists(renderer, shelves.terms.events, found, crumb, "")
    yield from lists.index(urls.EVENTS, intro, without)
    for ident in found:
        yield from lists.pages(ident, urls.event(ident), renderer.names.event(ident))


def topic_lists(renderer: Renderer) -> Iterator[File]:
    """topics/: an index and a list for every topic."""
    _ = renderer._
    shelves = renderer.shelves
    found = {ident: list(row) for ident, row in shelves.by_topic.items()}
    without = sum(not entry.record.topics for entry in shelves.archive.entries)
    intro = _("Fields of cooperation that the articles speak of. An article can stand under several.")
    crumb = Link(_("Topics"), urls.to(urls.TOPICS))
    lists = _Lists(renderer, shelves.terms.topics, found, crumb, "topics")
    yield from lists.index(urls.TOPICS, intro, without)
    for ident in found:
        yield from lists.pages(ident, urls.topic(ident), renderer.names.topic(ident))


class _Lists:
    """An index of terms and a list of articles for each."""

    def __init__(
        self,
        renderer: Renderer,
        terms: Mapping[str, Term],
        found: Mapping[str, Sequence[Entry]],
        crumb: Link,
        section: str,
    ) -> None:
        self.renderer = renderer
        self.terms = terms
        self.found = found
        self.crumb = crumb
        self.section = section

    def index(self, path: str, intro: str, without: int) -> Iterator[File]:
        renderer = self.renderer
        is_topic = path == urls.TOPICS
        names = {
            ident: renderer.names.topic(ident) if is_topic else renderer.names.event(ident) for ident in self.found
        }
        shelves = renderer.shelves
        count = {ident: len(row) if is_topic else shelves.met(row) for ident, row in self.found.items()}
        order = sorted(self.found, key=lambda ident: (-count[ident], names[ident], ident))
        address = urls.topic if is_topic else urls.event
        rows = [Link(names[ident], urls.to(address(ident)), None, renderer.number(count[ident])) for ident in order]
        missing = renderer.articles(without) if without else ""
        context = TermsPage(intro, tuple(rows), missing)
        yield renderer.page("terms.html", path, self.crumb.text, section=self.section, terms=context)

    def pages(self, ident: str, path: str, name: str) -> Iterator[File]:
        renderer = self.renderer
        entries = self.found[ident]
        chart = years_chart("years", entries, renderer.language, renderer._("Articles by year"))
        title = capital(name)
        for number, (address, row, paging) in enumerate(paged(entries, path, renderer.settings.page_size)):
            cards = tuple(renderer.card_html(entry) for entry in row)
            intro = (
                renderer.events_in(entries)
                if self.terms is renderer.shelves.terms.events
                else renderer.articles(len(entries))
            )
            context = ListPage(name, intro, self._others(ident), cards, paging, None if number else chart)
            yield renderer.page(
                "list.html", address, title, section=self.section, crumbs=(self.crumb,), listing=context
            )

    def _others(self, ident: str) -> tuple[tuple[str, str, str], ...]:
        """The name in Vietnamese on pages of other languages, in English on Vietnamese ones."""
        term = self.terms.get(ident)
        if term is None:
            return ()
        code, name = ("en", term.name_en) if self.renderer.language.code == "vi" else ("vi", term.name)
        return ((code, self.renderer.language.name_of(code), name),)
