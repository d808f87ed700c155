"""The page of an article."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from borderwire.site.contexts.shared import Card, Link


@dataclass(slots=True)
class Detail:
    """One thing more about a fact. href: of the phrase in the text, None where no phrase says it; gloss: the same
    in the page's language; lang: of the text where the page speaks another."""

    label: str
    text: str
    href: str | None
    gloss: str = ""
    lang: str | None = None


@dataclass(slots=True)
class Fact:
    """A row of the fact box. id: its anchor; value links to its first phrase (`phrase`), `again` numbers the others,
    `more` those that are folded away where there are many; written: the value is in the words of the text; link: the
    page of the person, province or document; how: how it is known, "" where the text says it outright; rule: the name
    of the rule that found it; corrected: what a keeper has changed in it, in sentences."""

    id: str
    kind: str
    label: str
    value: str
    lang: str | None
    phrase: str | None
    again: tuple[tuple[int, str], ...] = ()
    more: tuple[tuple[int, str], ...] = ()
    written: bool = False
    link: Link | None = None
    details: tuple[Detail, ...] = ()
    how: str = ""
    rule: str = ""
    corrected: tuple[str, ...] = ()


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
class Citation:
    """How to cite an article. made: the title is the archive's, to be set in square brackets; lang: of
    the text; source: its address on the web; published: "" where
    the date of publication is not known, whatever is known of the event; address: of this page, relative to the
    site's root where the site has no address."""

    lang: str
    authors: str
    title: str
    made: bool
    outlet: str
    published: str
    source: str | None
    retrieved: str
    archive: str
    address: str


@dataclass(slots=True)
class ArticlePage:
    """heading: the page's title where the text itself has none; made: the archive made it; abstract: sentences in
    the page's language made from the record; withheld: says that words are left out of the text, or ""; notes: what
    could not be settled; rules: to what those that found the facts look for; date_how: how the date
    above the text is known, where no fact tells; references: the citation as files for other programs; tags: the
    keeper's."""

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
    abstract: tuple[Markup, ...]
    groups: tuple[FactGroup, ...]
    fact_count: int
    withheld: str
    notes: tuple[str, ...]
    rules: Link | None
    reported: tuple[Link, ...]
    event: Link | None
    related: tuple[Related, ...]
    previous: Link | None
    next: Link | None
    citation: Citation
    references: tuple[Link, ...]
    source_path: str
    source_sha256: str
    source_url: str | None
    retrieved: str
    rights: str
    tags: tuple[str, ...]
