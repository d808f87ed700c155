"""The parts that several kinds of pages share."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(slots=True)
class Link:
    """text to href; lang: of the text where it differs from the page's; count: a number shown beside it."""

    text: str
    href: str
    lang: str | None = None
    count: str = ""


@dataclass(slots=True)
class Site:
    """The site as a whole, in one language. languages: (code, own name) of all; search: the search page;
    search_home, search_index: the folders of the language and of the index; search_engine, search_face,
    search_facets: scripts; font_folder, fonts: where they lie, and the names of
    those that nearly every page uses, to be fetched early; icon, favicon,
    touch_icon: SVG, ICO, PNG."""

    title: str
    description: str
    author: str
    rights: str
    footer: str
    language: str
    languages: tuple[tuple[str, str], ...]
    home: str
    stylesheet: str
    font_folder: str
    fonts: tuple[str, ...]
    script: str
    icon: str
    favicon: str
    touch_icon: str
    search: str
    search_home: str
    search_index: str
    search_engine: str
    search_face: str
    search_facets: str
    version: str


@dataclass(slots=True)
class Page:
    """One page. head, header, footer: made once a language by the templates in `parts/`; crumbs: the way from the
    home page, without the page itself; preview: full address of a picture of it, "" where the site has none;
    linked: what it says as linked data (JSON-LD)."""

    title: str
    description: str
    head: Markup
    header: Markup
    footer: Markup
    crumbs: tuple[Link, ...]
    is_home: bool = False
    preview: str = ""
    linked: Markup | None = None


@dataclass(slots=True)
class Chrome:
    """What the templates of head, header and footer are given, as `chrome`. switches: the page in the other
    languages (lang is set); alternates: full addresses where the site knows its own, for `hreflang`; feed: of
    the language, where there is one."""

    section: str
    navigation: tuple[tuple[str, Link], ...]
    more: tuple[Link, ...]
    switches: tuple[Link, ...]
    alternates: tuple[Link, ...]
    canonical: str | None
    default_href: str
    feed: str | None


@dataclass(slots=True)
class Card:
    """An article in a list. made: the title was made by the archive; date: as precise as known; places: of Vietnam,
    of Laos."""

    href: str
    title: str
    made: bool
    iso: str
    date: str
    kind: str
    vietnam: tuple[Link, ...]
    laos: tuple[Link, ...]
    outlet: str


@dataclass(slots=True)
class Paging:
    """Where a page stands in a long list. numbers: (number, href), href None for the page itself and for a gap,
    which has number 0."""

    numbers: tuple[tuple[int, str | None], ...]
    previous: str | None
    next: str | None
    first: int
    last: int
    total: int


@dataclass(slots=True)
class Eras:
    """The switch between names of the time and of today. then: what articles named it, count: how many of them; today:
    all of these as one; href: "" for the page itself."""

    then: tuple[Link, ...]
    today: Link


@dataclass(slots=True)
class Bar:
    """One bar of a chart. shown: its number; mark: the same where there is little room; roomy: on a narrow screen the
    mark would stand in another's way; x, width: of the bar, step, share: of the room that it has, middle of both, all
    in percent of the chart; y, height: in pixels."""

    label: str
    shown: str
    mark: str
    roomy: bool
    href: str | None
    x: float
    y: float
    width: float
    height: float
    step: float
    share: float
    middle: float


@dataclass(slots=True)
class Chart:
    """A bar chart and its table. width: pixels at most, it shrinks to its box; height: pixels; base: where the bars
    stand; ticks: (place in percent, label) of every label under the axis; room: of a chart that is wider than a phone:
    pixels from which on all marks and links of bars are shown, 0 for none; None for others; note: what it leaves
    out."""

    id: str
    title: str
    description: str
    label_head: str
    value_head: str
    bars: tuple[Bar, ...]
    width: float
    height: float
    base: float
    ticks: tuple[tuple[float, str], ...]
    room: int | None
    note: str = ""


@dataclass(slots=True)
class Phrase:
    """A fact's words in their sentence, as the article has them. href: of the phrase in the article."""

    before: str
    words: str
    after: str
    href: str
