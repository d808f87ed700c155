"""Turns contexts into the pages of one language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from borderwire import __version__
from borderwire.model import Entry, File
from borderwire.site import urls
from borderwire.site.cards import make_card, news_day
from borderwire.site.contexts import Card, Chrome, Link, Page, Site
from borderwire.site.evidence import Reasonings
from borderwire.site.facts import FactBox
from borderwire.site.languages import Language
from borderwire.site.markup import FURNITURE, PICTURE, REPEAT
from borderwire.site.names import Names
from borderwire.site.notes import Notes
from borderwire.site.settings import UNNAMED, SiteSettings
from borderwire.site.shelves import Shelves
from borderwire.site.templating import Codes, SiteEnvironment
from borderwire.site.theme import Theme

# The navigation: section, its name (an English msgid), its first page.
NAVIGATION = (
    ("articles", "Articles", urls.ARTICLES),
    ("map", "Map", urls.MAP),
    ("provinces", "Provinces", urls.PROVINCES),
    ("years", "Years", urls.YEARS),
    ("officials", "Officials", urls.OFFICIALS),
    ("agreements", "Agreements", urls.AGREEMENTS),
    ("topics", "Topics", urls.TOPICS),
    ("about", "About", urls.ABOUT),
)
MORE = (
    ("Pairs of provinces", urls.PAIRS),
    ("Rows of meetings", urls.MEETINGS),
    ("Timeline", urls.TIMELINE),
    ("Kinds of events", urls.EVENTS),
    ("Bodies", urls.BODIES),
    ("Figures", urls.FIGURES),
    ("Coverage", urls.COVERAGE),
    ("Glossary", urls.GLOSSARY),
    ("Method", urls.METHOD),
)

ABOUT = (
    "An archive of Vietnamese news about the police, border guards and ministries of Vietnam and Laos working together."
)

# What the first screen of every page is set in, and of pages in Lao. Elsewhere Lao comes when it is asked for.
FONTS = ("borderwire-serif", "be-vietnam-pro-400", "be-vietnam-pro-600")
FONTS_BY_LANGUAGE = {"lo": (*FONTS, "noto-sans-lao")}


@dataclass(frozen=True, slots=True)
class Shared:
    """What a page shows where it is shared. preview: path of a picture, "" for the section's; linked: JSON-LD."""

    preview: str = ""
    linked: Markup | None = None


class Renderer:
    """The pages of one language. `_` translates; `box` makes fact boxes; `shelves` holds the archive."""

    def __init__(
        self,
        shelves: Shelves,
        settings: SiteSettings,
        theme: Theme,
        languages: tuple[Language, ...],
        language: Language,
        codes: Codes | None = None,
    ) -> None:
        self.shelves = shelves
        self.settings = settings
        self.languages = languages
        self.language = language
        self._ = language.gettext
        # An archive that nobody has named goes by a name in the language of its pages.
        self.title = language.gettext("Borderwire") if settings.title == UNNAMED else settings.title
        self.about = settings.description or language.gettext(ABOUT)
        self.names = Names(shelves.terms, language)
        self.box = FactBox(shelves, self.names)
        self.reasonings = Reasonings(language)
        self.notes = Notes(language.gettext)
        self.environment = SiteEnvironment(theme, language, codes)
        self.environment.globals["site"] = self._site()
        self._chrome: dict[str, tuple[Markup, Markup, Markup]] = {}
        self._cards: dict[str, Markup] = {}
        self._card_of: dict[str, Card] = {}
        self._furniture = str(Markup.escape(self._("Page furniture of the source")))
        self._repeat = str(Markup.escape(self._("The same caption once more in the source")))
        self._picture = str(Markup.escape(self._("picture")))
        self._home = Link(self._("Home"), urls.to(urls.HOME_PAGE))

    def _site(self) -> Site:
        settings = self.settings
        return Site(
            title=self.title,
            description=settings.description,
            author=settings.author,
            rights=settings.rights,
            footer=settings.footer,
            language=self.language.code,
            languages=tuple((language.code, language.own_name) for language in self.languages),
            home=urls.to(urls.HOME_PAGE),
            stylesheet=urls.static("css/site.css"),
            font_folder=urls.static("fonts/"),
            fonts=FONTS_BY_LANGUAGE.get(self.language.code, FONTS),
            script=urls.static("js/site.js"),
            icon=urls.static("icon.svg"),
            favicon=urls.static("favicon.ico"),
            touch_icon=urls.static("touch-icon.png"),
            search=urls.to(urls.SEARCH),
            search_home=urls.HOME,
            search_index=urls.search_folder(),
            search_engine=urls.static("js/search.js"),
            search_face=urls.static("js/search-ui.js"),
            search_facets=urls.static("js/facets.js"),
            version=__version__,
        )

    def count(self, singular: str, plural: str, number: int) -> str:
        return self.language.count(singular, plural, number)

    def concluded(self, number: int) -> str:
        """`5 documents signed or exchanged`."""
        return self.count("%(n)s document signed or exchanged", "%(n)s documents signed or exchanged", number)

    def articles(self, number: int) -> str:
        """`12 articles`."""
        return self.language.count("%(n)s article", "%(n)s articles", number)

    def events(self, number: int) -> str:
        """`12 events`."""
        return self.language.count("%(n)s event", "%(n)s events", number)

    def events_in(self, entries: Sequence[Entry]) -> str:
        """`9 events in 12 articles`."""
        events = self.events(self.shelves.met(entries))
        return self._("%(events)s in %(articles)s") % {"events": events, "articles": self.articles(len(entries))}

    def number(self, value: float) -> str:
        return self.language.number(value)

    # --- cards ---------------------------------------------------------------------------------------

    def card(self, entry: Entry) -> Card:
        card = self._card_of.get(entry.id)
        if card is None:
            card = self._card_of[entry.id] = make_card(entry, self.names)
        return card

    def card_html(self, entry: Entry) -> Markup:
        """The card as `parts/card.html` draws it, made once whatever lists it is on."""
        html = self._cards.get(entry.id)
        if html is None:
            template = self.environment.load("parts/card.html")
            values = {"card": self.card(entry)}
            html = self._cards[entry.id] = Markup(self.environment.fill(template, values))
        return html

    # --- pages ---------------------------------------------------------------------------------------

    def page(
        self,
        template: str,
        path: str,
        title: str,
        *,
        section: str = "",
        description: str = "",
        crumbs: tuple[Link, ...] = (),
        origin: str = "",
        shared: Shared | None = None,
        **context: Any,
    ) -> File:
        """A page at `path` below the root of the language. context: one value, named after the kind of page;
        description: a sentence for previews, by default what the archive is; shared: what else previews of
        it show, by default the picture of its section."""
        head, header, footer = self._frame(section)
        page = Page(
            title=title,
            description=description or f"{title}. {self.about}",
            head=head,
            header=header,
            footer=footer,
            crumbs=(self._home, *crumbs) if path != urls.HOME_PAGE else (),
            is_home=path == urls.HOME_PAGE,
            preview=self._preview(shared.preview if shared else "", section),
            linked=shared.linked if shared else None,
        )
        values = {"page": page, **context}
        html = self.environment.fill(self.environment.load(template), values)
        place = self.language.folder + path
        return File(place, self.settle(html, path).encode(), origin or f"templates/{template}")

    def _preview(self, path: str, section: str) -> str:
        base = self.settings.base_url
        return base + (path or urls.preview(self.language.code, section or "home")) if base else ""

    def settle(self, html: str, path: str) -> str:
        """Puts the way up in the place of the tokens of addresses."""
        home = urls.up(path)
        if FURNITURE in html:
            html = html.replace(FURNITURE, self._furniture)
        if REPEAT in html:
            html = html.replace(REPEAT, self._repeat)
        if PICTURE in html:
            html = html.replace(PICTURE, self._picture)
        html = html.replace(urls.HOME, home).replace(urls.PATH, path)
        return html.replace(urls.ROOT, home if not self.language.folder else home + "../")

    def _frame(self, section: str) -> tuple[Markup, Markup, Markup]:
        """Head, header and footer: the same on every page of a section but for the tokens."""
        frame = self._chrome.get(section)
        if frame is None:
            values = {"chrome": self._make_chrome(section)}
            names = ("parts/head.html", "parts/header.html", "parts/footer.html")
            texts = [self.environment.fill(self.environment.load(name), values) for name in names]
            frame = self._chrome[section] = (Markup(texts[0]), Markup(texts[1]), Markup(texts[2]))
        return frame

    def _make_chrome(self, section: str) -> Chrome:
        base = self.settings.base_url
        switches = self._in_every_language(urls.ROOT)
        alternates = self._in_every_language(base) if base else switches
        more = [Link(self._(name), urls.to(path)) for name, path in MORE]
        if self.settings.review:
            more.append(Link(self._("To be reviewed"), urls.to(urls.REVIEW)))
        if self.settings.changes is not None:
            more.append(Link(self._("Changes"), urls.to(urls.CHANGES)))
        if self.settings.downloads:
            more.append(Link(self._("Data"), urls.to(urls.DATA)))
        return Chrome(
            section=section,
            navigation=tuple((key, Link(self._(name), urls.to(path))) for key, name, path in NAVIGATION),
            more=tuple(more),
            switches=switches,
            alternates=alternates,
            canonical=f"{base}{self.language.folder}{urls.PATH}" if base else None,
            default_href=alternates[0].href,
            feed=urls.to(urls.FEED) if base and any(map(news_day, self.shelves.archive.entries)) else None,
        )

    def _in_every_language(self, root: str) -> tuple[Link, ...]:
        rows = self.languages
        return tuple(Link(row.own_name, f"{root}{row.folder}{urls.PATH}", row.code) for row in rows)
