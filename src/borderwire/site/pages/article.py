"""The page of an article: its text, marked, beside what the archive reads out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from borderwire.model import Entry, File
from borderwire.site import urls
from borderwire.site.abstract import Abstracts
from borderwire.site.cards import entry_link, person_label, web_address
from borderwire.site.citing import REFERENCES
from borderwire.site.contexts import ArticlePage, Citation, FactGroup, Link, Related
from borderwire.site.facts import Phrases, phrases_of
from borderwire.site.foreign import filled, foreign, joined
from borderwire.site.linked import article_data
from borderwire.site.markdown import markdown_body
from borderwire.site.marks import marks_of
from borderwire.site.markup import article_body
from borderwire.site.renderer import Renderer, Shared

_DESCRIPTION = 200  # characters


@dataclass(frozen=True, slots=True)
class Body:
    """What an article's page is made of in every language. phrases: fact id -> ids of its phrases."""

    html: Markup
    phrases: Phrases
    titled: bool


def make_body(entry: Entry) -> Body:
    """The marked text of an article: made once for all languages."""
    marks = marks_of(entry.record)
    retitled = any(note.field == "title" and note.basis == "correction" for note in entry.record.corrections)
    article = entry.article
    html = markdown_body(article, marks) if article.html else None
    if html is None:
        html = article_body(article, marks)
    if retitled:  # the page bears the corrected title; the one of the text stays in it
        html = html.replace("<h1>", '<p class="title">', 1).replace("</h1>", "</p>", 1)
    return Body(Markup(html), phrases_of(marks), "<h1>" in html)


class ArticlePages:
    """Makes article pages in one language."""

    def __init__(self, renderer: Renderer) -> None:
        self.renderer = renderer
        self.abstracts = Abstracts(renderer.names)
        self._crumb = Link(renderer._("Articles"), urls.to(urls.ARTICLES))

    def page(self, entry: Entry, body: Body) -> File:
        """articles/ID/index.html"""
        renderer = self.renderer
        article = self._context(entry, body)
        lead = entry.record.lead or (article.abstract[0].striptags() if article.abstract else "")
        return renderer.page(
            "article.html",
            urls.article(entry.id),
            entry.label,
            section="articles",
            description=_short(lead),
            crumbs=(self._crumb,),
            origin=entry.article.source.path,
            shared=self._shared(entry, article.citation),
            article=article,
        )

    def _shared(self, entry: Entry, citation: Citation) -> Shared | None:
        """A picture and linked data, which need full addresses."""
        settings = self.renderer.settings
        if not settings.base_url:
            return None
        preview = urls.article_preview(entry.id) if settings.previews == "articles" else ""
        title, whole = self.renderer.title, not self.renderer.language.folder
        data = article_data(entry, citation, archive=title, base_url=settings.base_url, whole=whole)
        return Shared(preview, data)

    def _context(self, entry: Entry, body: Body) -> ArticlePage:
        renderer, record, metadata = self.renderer, entry.record, entry.article.metadata
        language = renderer.language
        groups = renderer.box.groups(entry, body.phrases)
        kind = record.event_type
        older, newer = self._neighbours(entry)
        return ArticlePage(
            heading=None if body.titled else entry.label,
            made=entry.label_made,
            lang=metadata.language or "vi",
            body=body.html,
            iso=entry.date or "",
            date=language.date(entry.date),
            date_how="" if record.event_date.value else self._published_only(entry),
            kind=renderer.names.event(kind.id, kind.as_written) if kind else "",
            venue=record.venue.as_written if record.venue else "",
            outlet=record.outlet or metadata.outlet or "",
            abstract=self.abstracts.sentences(record),
            groups=groups,
            fact_count=_count(groups),
            withheld=renderer.notes.messages["phrases-withheld"] if entry.article.withheld else "",
            notes=renderer.notes.tell(problem for problem in record.problems if problem.code != "phrases-withheld"),
            rules=self._rules(groups),
            reported=tuple(entry_link(other, language) for other in self._reported(entry)),
            event=self._event(entry),
            related=tuple(self._related(entry)),
            previous=entry_link(older, language) if older else None,
            next=entry_link(newer, language) if newer else None,
            citation=self._citation(entry),
            references=tuple(Link(name, urls.root(urls.citation(entry.id, kind))) for name, kind in REFERENCES),
            source_path=entry.article.source.path,
            source_sha256=entry.article.source.sha256,
            source_url=web_address(metadata.url),
            retrieved=language.date(metadata.retrieved),
            rights=metadata.rights or renderer.settings.rights,
            tags=record.tags,
        )

    def _rules(self, groups: Sequence[FactGroup]) -> Link | None:
        """To where the rules behind the facts are told in words."""
        if not any(fact.rule for group in groups for side in group.sides for fact in side.facts):
            return None
        return Link(self.renderer._("What each rule looks for"), f"{urls.to(urls.METHOD)}#rules")

    def _reported(self, entry: Entry) -> Sequence[Entry]:
        """The other articles on the same event."""
        shelves = self.renderer.shelves
        event = shelves.events.get(shelves.event_of.get(entry.id, ""))
        return [shelves.entries[ident] for ident in event.entries if ident != entry.id] if event else ()

    def _event(self, entry: Entry) -> Link | None:
        path = self.renderer.shelves.event_path(self.renderer.shelves.event_of.get(entry.id, ""))
        return Link(self.renderer._("The sources side by side"), urls.to(path)) if path else None

    def _published_only(self, entry: Entry) -> str:
        return self.renderer._("only the date of publication is known") if entry.date else ""

    def _neighbours(self, entry: Entry) -> tuple[Entry | None, Entry | None]:
        """The next older and the next newer article."""
        shelves = self.renderer.shelves
        place, entries = shelves.place_of[entry.id], shelves.archive.entries
        older = entries[place + 1] if place + 1 < len(entries) else None
        return older, entries[place - 1] if place else None

    def _related(self, entry: Entry) -> Sequence[Related]:
        renderer = self.renderer
        rows = renderer.shelves.related(entry)
        return [Related(renderer.card(other), self._reason(kind, ident)) for other, kind, ident in rows]

    def _reason(self, kind: str, ident: str) -> str:
        renderer, shelves = self.renderer, self.renderer.shelves
        if kind == "agreement":
            label = foreign(shelves.agreements[ident].label, renderer.box.foreign)
            return filled(renderer._("the same document: %(label)s"), label=label)
        if kind == "pair":
            pair = joined(" – ", (renderer.names.province(part).marked for part in ident.split("_")))
            return filled(renderer._("the same provinces: %(pair)s"), pair=pair)
        person = person_label(shelves, renderer.names, ident)
        return filled(renderer._("also names %(person)s"), person=person)

    def _citation(self, entry: Entry) -> Citation:
        record, metadata, renderer = entry.record, entry.article.metadata, self.renderer
        published = record.published.value if record.published else None
        settings = renderer.settings
        return Citation(
            lang=metadata.language or "vi",
            authors=", ".join(record.byline or metadata.authors),
            title=entry.label,
            made=entry.label_made,
            outlet=record.outlet or metadata.outlet or "",
            published=renderer.language.date(published or metadata.published),
            source=web_address(metadata.url),
            retrieved=renderer.language.date(metadata.retrieved),
            archive=renderer.title,
            address=f"{settings.base_url or ''}{renderer.language.folder}{urls.article(entry.id)}",
        )


def _count(groups: Sequence[FactGroup]) -> int:
    return sum(len(side.facts) for group in groups for side in group.sides)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _DESCRIPTION else text[:_DESCRIPTION].rpartition(" ")[0] + " …"
