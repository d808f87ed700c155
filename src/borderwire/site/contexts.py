"""What templates are given: one class per kind of page, and the parts they share.

Every template gets `site`, `page` and one value named after the page's kind (`article`, `province` ...). Addresses
(`href`) are ready to be put into an attribute. Text is plain and escaped by the template; `Markup` is HTML already.
Values are made once and only read; they are not frozen because making them is the hot path of a build.
templates/README.md tells the same for people who change templates.
"""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

# --- every page -------------------------------------------------------------------------------------


@dataclass(slots=True)
class Link:
    """text to href; lang: of the text where it differs from the page's; count: a number shown beside it."""

    text: str
    href: str
    lang: str | None = None
    count: str = ""


@dataclass(slots=True)
class Site:
    """The site as a whole, in one language. languages: (code, own name) of all."""

    title: str
    description: str
    author: str
    rights: str
    footer: str
    language: str
    languages: tuple[tuple[str, str], ...]
    home: str
    stylesheet: str
    script: str
    icon: str
    version: str


@dataclass(slots=True)
class Page:
    """One page. head, header, footer: made once a language by the templates in `parts/`; crumbs: the way from the
    home page, without the page itself."""

    title: str
    description: str
    head: Markup
    header: Markup
    footer: Markup
    crumbs: tuple[Link, ...]
    is_home: bool = False


@dataclass(slots=True)
class Chrome:
    """What the templates of head, header and footer are given, as `chrome`. switches: the page in the other
    languages (lang is set); alternates: full addresses where the site knows its own, for `hreflang`."""

    section: str
    navigation: tuple[tuple[str, Link], ...]
    more: tuple[Link, ...]
    switches: tuple[Link, ...]
    alternates: tuple[Link, ...]
    canonical: str | None
    default_href: str


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
class Bar:
    """One bar of a chart. x, y, width, height in the chart's own units."""

    label: str
    shown: str
    href: str | None
    x: float
    y: float
    width: float
    height: float


@dataclass(slots=True)
class Chart:
    """A bar chart and its table. ticks: every label that is written under the axis."""

    id: str
    title: str
    description: str
    label_head: str
    value_head: str
    bars: tuple[Bar, ...]
    width: float
    height: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(slots=True)
class Phrase:
    """A fact's words in their sentence, as the article has them. href: of the phrase in the article."""

    before: str
    words: str
    after: str
    href: str


# --- article ----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Detail:
    """One thing more about a fact. href: of the phrase in the text, None where no phrase says it; gloss: the same
    in the page's language."""

    label: str
    text: str
    href: str | None
    gloss: str = ""


@dataclass(slots=True)
class Fact:
    """A row of the fact box. id: its anchor; value links to its first phrase (`phrase`), `again` numbers the others;
    written: the value is in the words of the text; link: the page of the person, province or document; how: how it
    is known, "" where the text says it outright; rule: the name of the rule that found it."""

    id: str
    kind: str
    label: str
    value: str
    lang: str | None
    phrase: str | None
    again: tuple[tuple[int, str], ...] = ()
    written: bool = False
    link: Link | None = None
    details: tuple[Detail, ...] = ()
    how: str = ""
    rule: str = ""


@dataclass(slots=True)
class FactSide:
    """Facts of one side of the border. side: vn, la, or "" for facts that belong to no side; name: of the country."""

    side: str
    name: str
    facts: tuple[Fact, ...]


@dataclass(slots=True)
class FactGroup:
    """Facts of one kind. count: of its facts."""

    id: str
    title: str
    sides: tuple[FactSide, ...]
    count: str


@dataclass(slots=True)
class Related:
    """Another article and why it stands here."""

    card: Card
    reason: str


@dataclass(slots=True)
class ArticlePage:
    """heading: the page's title where the text itself has none; made: the archive made it; abstract: sentences in
    the page's language made from the record; notes: what could not be settled."""

    heading: str | None
    made: bool
    lang: str
    body: Markup
    iso: str
    date: str
    date_how: str
    kind: str
    venue: str
    outlet: str
    abstract: tuple[str, ...]
    groups: tuple[FactGroup, ...]
    fact_count: int
    notes: tuple[str, ...]
    related: tuple[Related, ...]
    previous: Link | None
    next: Link | None
    citation: str
    source_path: str
    source_sha256: str
    source_url: str | None
    retrieved: str
    rights: str


# --- lists of articles ------------------------------------------------------------------------------


@dataclass(slots=True)
class ArticlesPage:
    """All articles, newest first. cards: made once by `parts/card.html`."""

    cards: tuple[Markup, ...]
    paging: Paging
    chart: Chart | None


@dataclass(slots=True)
class ListPage:
    """The articles of one kind of event or one topic. other: names of it in other languages."""

    name: str
    intro: str
    other: tuple[tuple[str, str], ...]
    cards: tuple[Markup, ...]
    paging: Paging
    chart: Chart | None


@dataclass(slots=True)
class TermsPage:
    """An index of kinds of events or topics, most used first. missing: of articles that have none."""

    intro: str
    links: tuple[Link, ...]
    missing: str


# --- home -------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Figure:
    """A number with its caption, linked to where it comes from."""

    number: str
    label: str
    href: str


@dataclass(slots=True)
class Rung:
    """One Vietnamese province of the ladder along the border and the Lao ones it met, north to south."""

    vietnam: Link
    laos: tuple[Link, ...]


@dataclass(slots=True)
class Announced:
    """A meeting that an article announces. when: in the page's language; words: in those of the text."""

    when: str
    words: str
    where: str
    pair: str
    link: Link


@dataclass(slots=True)
class HomePage:
    """The way in. ladder: provinces that face each other; announced: meetings later than the newest article."""

    figures: tuple[Figure, ...]
    period: str
    latest: tuple[Markup, ...]
    map: BorderMap | None
    ladder: tuple[Rung, ...]
    years: Chart | None
    people: tuple[Link, ...]
    agreements: tuple[Link, ...]
    topics: tuple[Link, ...]
    events: tuple[Link, ...]
    announced: tuple[Announced, ...]


# --- provinces and pairs ------------------------------------------------------------------------------


@dataclass(slots=True)
class ProvinceRow:
    """A line of the provinces index."""

    link: Link
    other: tuple[tuple[str, str], ...]
    articles: str
    partners: tuple[Link, ...]
    note: str


@dataclass(slots=True)
class ProvincesPage:
    vietnam: tuple[ProvinceRow, ...]
    laos: tuple[ProvinceRow, ...]


@dataclass(slots=True)
class Tenure:
    """A person in an office of the province, with the dates between which articles say so."""

    person: Link
    country: str
    rank: str
    position: str
    organization: str
    period: str


@dataclass(slots=True)
class Partner:
    """A province across the border. borders: the two have a common border; met: articles with both as parties."""

    link: Link
    met: str
    borders: bool
    pair: str | None


@dataclass(slots=True)
class ProvincePage:
    """names: (language code, name) in the other languages; spellings: as articles write it, most frequent first;
    changes: mergers, in sentences; tenures: newest first."""

    name: str
    lang: str | None
    country: str
    side: str
    code: str
    capital: str
    names: tuple[tuple[str, str], ...]
    spellings: tuple[Link, ...]
    changes: tuple[tuple[str, tuple[Link, ...]], ...]
    partners: tuple[Partner, ...]
    tenures: tuple[Tenure, ...]
    agreements: tuple[AgreementRow, ...]
    chart: Chart | None
    cards: tuple[Markup, ...]
    paging: Paging


@dataclass(slots=True)
class MatrixRow:
    """A pair of provinces over the years. cells: (year, number shown, number)."""

    vietnam: Link
    laos: Link
    pair: str | None
    cells: tuple[tuple[str, str, int], ...]
    total: str


@dataclass(slots=True)
class PairsPage:
    """Pairs by year: those that share a border, met or not, then the others that met."""

    years: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    beyond: tuple[MatrixRow, ...]


@dataclass(slots=True)
class Meeting:
    """A meeting of a numbered row. ordinal: as a number; how: stated, inferred, announced ..."""

    ordinal: str
    iso: str
    date: str
    how: str
    link: Link
    words: str


@dataclass(slots=True)
class PairPage:
    vietnam: Link
    laos: Link
    borders: bool
    meetings: tuple[Meeting, ...]
    chart: Chart | None
    cards: tuple[Markup, ...]
    paging: Paging


@dataclass(slots=True)
class MeetingsPage:
    """Numbered rows of meetings, by pair."""

    rows: tuple[tuple[str, str, tuple[Meeting, ...]], ...]


# --- years --------------------------------------------------------------------------------------------


@dataclass(slots=True)
class YearRow:
    """A year and its months: (number of the month, name, count shown, count, href)."""

    link: Link
    months: tuple[tuple[int, str, str, int, str | None], ...]
    total: str


@dataclass(slots=True)
class YearsPage:
    rows: tuple[YearRow, ...]
    undated: Link | None
    chart: Chart | None


@dataclass(slots=True)
class YearPage:
    """A year or a month of it. months: its calendar strip; sections: (heading, cards) in order of date."""

    name: str
    year: Link
    months: tuple[tuple[int, str, str, int, str | None], ...]
    sections: tuple[tuple[str, tuple[Markup, ...]], ...]
    provinces: tuple[Link, ...]
    pairs: tuple[Link, ...]
    agreements: tuple[AgreementRow, ...]
    previous: Link | None
    next: Link | None
    paging: Paging


# --- officials ------------------------------------------------------------------------------------------


@dataclass(slots=True)
class OfficialRow:
    """A line of the officials index. letter_id: anchor of the first person of a letter, None for the others."""

    link: Link
    side: str
    country: str
    rank: str
    position: str
    organization: str
    period: str
    articles: str
    letter_id: str | None


@dataclass(slots=True)
class OfficialsPage:
    rows: tuple[OfficialRow, ...]
    by_full_name: bool
    other_order: str
    letters: tuple[Link, ...]
    paging: Paging


@dataclass(slots=True)
class Post:
    """A line of a career: what articles of these dates call the person. gloss: rank and office in the page's
    language."""

    period: str
    rank: str
    position: str
    organization: str
    gloss: str
    phrases: tuple[Link, ...]


@dataclass(slots=True)
class PersonMention:
    """The person in one article."""

    card: Card
    phrase: Phrase
    count: int


@dataclass(slots=True)
class OfficialPage:
    name: str
    lang: str | None
    side: str
    country: str
    spellings: tuple[str, ...]
    career: tuple[Post, ...]
    counterparts: tuple[Link, ...]
    provinces: tuple[Link, ...]
    mentions: tuple[PersonMention, ...]
    paging: Paging


# --- agreements -------------------------------------------------------------------------------------------


@dataclass(slots=True)
class AgreementRow:
    """A document in a list. status: id, for the style; status_name: in the page's language."""

    link: Link
    iso: str
    date: str
    kind: str
    status: str
    status_name: str
    parties: tuple[str, ...]


@dataclass(slots=True)
class AgreementsPage:
    rows: tuple[AgreementRow, ...]
    statuses: tuple[tuple[str, str, str], ...]
    paging: Paging


@dataclass(slots=True)
class AgreementMention:
    """The document in one article, and what that article says of it."""

    card: Card
    phrase: Phrase | None
    status: str
    status_name: str


@dataclass(slots=True)
class AgreementPage:
    row: AgreementRow
    subject: str
    signers: tuple[Link, ...]
    provinces: tuple[Link, ...]
    mentions: tuple[AgreementMention, ...]


# --- the rest ---------------------------------------------------------------------------------------------


@dataclass(slots=True)
class MapUnit:
    """A province on the map. path: SVG path data; x, y: where its name stands; shade: 0 to 4; side: vn or la."""

    name: str
    lang: str | None
    path: str
    x: int
    y: int
    shade: int
    side: str
    href: str | None
    count: str
    label: bool


@dataclass(slots=True)
class MapLine:
    """Two provinces that met. width: 1 to 5."""

    x1: int
    y1: int
    x2: int
    y2: int
    width: int


@dataclass(slots=True)
class BorderMap:
    """An inline map. border: the line between the two countries, as path data."""

    id: str
    title: str
    description: str
    width: int
    height: int
    units: tuple[MapUnit, ...]
    lines: tuple[MapLine, ...]
    border: str


@dataclass(slots=True)
class MapPage:
    """maps: (id, heading, map): the units before and since 1 July 2025; rows: the same as text."""

    maps: tuple[tuple[str, str, BorderMap], ...]
    ladder: tuple[Rung, ...]


@dataclass(slots=True)
class FigureRow:
    """A number that an article gives."""

    iso: str
    date: str
    value: str
    words: str
    detail: str
    phrase: str
    card: Link


@dataclass(slots=True)
class FiguresPage:
    """Numbers by what they count. groups: (anchor, name, rows); more: how many rows are left to the data files."""

    groups: tuple[tuple[str, str, tuple[FigureRow, ...], str], ...]


@dataclass(slots=True)
class CoveragePage:
    """What is held and what is missing. rows: (what, of all articles, share in percent)."""

    total: str
    rows: tuple[tuple[str, str, int], ...]
    outlets: tuple[Link, ...]
    problems: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class GlossaryPage:
    """groups: (anchor, heading, rows of (Vietnamese, name in the page's language))."""

    groups: tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]


@dataclass(slots=True)
class DataFile:
    """A file to download."""

    name: str
    href: str
    description: str
    size: str


@dataclass(slots=True)
class DataPage:
    files: tuple[DataFile, ...]


@dataclass(slots=True)
class NoteworthyRule:
    """A rule of extraction and how many facts it found."""

    name: str
    count: str
    share: int


@dataclass(slots=True)
class MethodPage:
    """groups: rules by the kind of fact."""

    groups: tuple[tuple[str, tuple[NoteworthyRule, ...]], ...]
    bases: tuple[tuple[str, str, int], ...]


@dataclass(slots=True)
class AboutPage:
    articles: str
    period: str


@dataclass(slots=True)
class NotFoundPage:
    """home: full address of the home page where the site knows its own."""

    home: str | None
