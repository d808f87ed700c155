"""The home page and lists of articles: by kind, province, pair, year."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from borderwire.site.contexts.atlas import BorderMap, Rung
from borderwire.site.contexts.events import TotalRow
from borderwire.site.contexts.figures import FigureRow
from borderwire.site.contexts.indexes import AgreementRow
from borderwire.site.contexts.judgements import Judged
from borderwire.site.contexts.shared import Chart, Eras, Link, Paging


@dataclass(slots=True)
class ArticlesPage:
    """All articles, newest first. cards: made once by `parts/card.html`; facets: on the first page only."""

    cards: tuple[Markup, ...]
    paging: Paging
    chart: Chart | None
    facets: tuple[FacetLinks, ...]


@dataclass(slots=True)
class FacetLinks:
    """What articles can be filtered by, as links to the pages of its values. id: the facet's."""

    id: str
    title: str
    links: tuple[Link, ...]


@dataclass(slots=True)
class ListPage:
    """The articles of one kind of event or one topic. other: names of it in other
    languages: (code, what the page calls the language, name)."""

    name: str
    intro: str
    other: tuple[tuple[str, str, str], ...]
    cards: tuple[Markup, ...]
    paging: Paging
    chart: Chart | None


@dataclass(slots=True)
class TermsPage:
    """An index of kinds of events or topics, most used first. missing: of articles that have none."""

    intro: str
    links: tuple[Link, ...]
    missing: str


@dataclass(slots=True)
class Figure:
    """A number with its caption, linked to where it comes from."""

    number: str
    label: str
    href: str


@dataclass(slots=True)
class Announced:
    """A meeting that an article announces. when: in the page's language; words: in those of the text."""

    when: str
    words: str
    where: str
    pair: str
    link: Link


@dataclass(slots=True)
class Highlight:
    """An event and why it stands out. title: of an article on it; told: by how many articles, linked to the event, None
    for one; signed: how many documents, "" for none; documents: some of these."""

    iso: str
    date: str
    kind: str
    title: Link
    parties: str
    told: Link | None
    signed: str
    documents: tuple[Link, ...]


@dataclass(slots=True)
class HomePage:
    """The way in. highlights: events with most behind them; ladder: provinces that face each other; more_pairs: how
    many it leaves out, None for none; announced: meetings later than the newest article."""

    figures: tuple[Figure, ...]
    period: str
    highlights: tuple[Highlight, ...]
    latest: tuple[Markup, ...]
    map: BorderMap | None
    ladder: tuple[Rung, ...]
    more_pairs: Link | None
    years: Chart | None
    provinces: tuple[Link, ...]
    people: tuple[Link, ...]
    agreements: tuple[AgreementRow, ...]
    topics: tuple[Link, ...]
    events: tuple[Link, ...]
    announced: tuple[Announced, ...]


@dataclass(slots=True)
class YearRow:
    """A year and its months: (number of the month, name, count shown, count, href); a year without articles is no
    link."""

    link: Link
    months: tuple[tuple[int, str, str, int, str | None], ...]
    total: str


@dataclass(slots=True)
class YearsPage:
    rows: tuple[YearRow, ...]
    undated: Link | None
    timeline: str


@dataclass(slots=True)
class Day:
    """A day of a month. number: of the day; name: the date and how much is held; count: of articles; href: to these,
    None where there are none."""

    number: str
    name: str
    count: str
    href: str | None


@dataclass(slots=True)
class Calendar:
    """The days of a month. weekdays: their short names, from the first day of the week on; column: of the first day of
    the month, counted from 1."""

    weekdays: tuple[str, ...]
    column: int
    days: tuple[Day, ...]


@dataclass(slots=True)
class YearPage:
    """A year or a month of it. summary: what happened, in numbers; months: its calendar strip; month: the number of the
    month whose page it is, 0 for none; calendar: of a month; sections: (anchor, heading, cards) in order of date, those
    of days with an anchor; told: events that several
    articles report; totals: sums of figures of the year."""

    name: str
    summary: str
    year: Link
    month: int
    months: tuple[tuple[int, str, str, int, str | None], ...]
    calendar: Calendar | None
    sections: tuple[tuple[str, str, tuple[Markup, ...]], ...]
    provinces: tuple[Link, ...]
    pairs: tuple[Link, ...]
    agreements: tuple[AgreementRow, ...]
    told: tuple[Link, ...]
    totals: tuple[TotalRow, ...]
    previous: Link | None
    next: Link | None
    paging: Paging


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
    """A province across the border. borders: the two have a common border; met: events with both as parties."""

    link: Link
    met: str
    borders: bool
    pair: str | None


@dataclass(slots=True)
class NamedCard:
    """An article of a province. card: made once by `parts/card.html`; named: only the text names the province, the card
    does not."""

    card: Markup
    named: bool


@dataclass(slots=True)
class YearSection:
    """The articles of a year."""

    year: Link
    cards: tuple[NamedCard, ...]


@dataclass(slots=True)
class ProvincePage:
    """names: (language code, name) in the other languages; told: what is held, in
    words; spellings: as articles write it, most frequent first; changes: mergers, in sentences; tenures: newest
    first, more_tenures: those that are folded away where there are many; rows, announced: of meetings; sums: (province
    over the border, sums with it); figures: the newest; eras: where a merger makes more or less of it."""

    name: str
    told: str
    lang: str | None
    country: str
    side: str
    code: str
    capital: str
    names: tuple[tuple[str, str], ...]
    spellings: tuple[Link, ...]
    changes: tuple[tuple[str, tuple[Link, ...]], ...]
    partners: tuple[Partner, ...]
    bodies: tuple[Link, ...]
    rows: tuple[SeriesRow, ...]
    announced: tuple[Announced, ...]
    sums: tuple[tuple[Link, tuple[TotalRow, ...]], ...]
    figures: tuple[FigureRow, ...]
    tenures: tuple[Tenure, ...]
    more_tenures: tuple[Tenure, ...]
    agreements: tuple[AgreementRow, ...]
    eras: Eras | None
    chart: Chart | None
    sections: tuple[YearSection, ...]
    paging: Paging


@dataclass(slots=True)
class MatrixRow:
    """A pair of provinces over the years. cells: (year, number shown, number); part: of the pair of today above it, as
    articles of the time named it."""

    vietnam: Link
    laos: Link
    pair: str | None
    cells: tuple[tuple[str, str, int], ...]
    total: str
    part: bool = False


@dataclass(slots=True)
class PairsPage:
    """Pairs by year: those that share a border, met or not, then the others that met; pairs of today, each with those
    that it was. undated: the last year is none; met: how many of today met; parts: some of them
    were others."""

    years: tuple[Link, ...]
    undated: bool
    rows: tuple[MatrixRow, ...]
    beyond: tuple[MatrixRow, ...]
    met: str
    parts: bool


@dataclass(slots=True)
class Meeting:
    """A meeting of a row. ordinal: as a number, or ""; how: how it is known where no article reports it; where: its
    venue; link: to the article that reports or tells of it; more: to how many others report it."""

    ordinal: str
    iso: str
    date: str
    how: str
    where: str
    link: Link
    more: Link | None


@dataclass(slots=True)
class PairPage:
    """A pair as articles named it, or as of today. met: events and articles; changes, eras: as for a province."""

    vietnam: Link
    laos: Link
    borders: bool
    met: str
    changes: tuple[tuple[str, tuple[Link, ...]], ...]
    eras: Eras | None
    rows: tuple[SeriesRow, ...]
    totals: tuple[TotalRow, ...]
    chart: Chart | None
    cards: tuple[Markup, ...]
    paging: Paging


@dataclass(slots=True)
class SeriesRow:
    """A row of meetings that the same parties hold again and again. forces: who meets; former: the
    provinces of the time that it is followed through, in words, "" for none; held, number: how many meetings
    articles report, in words and as a number; period: the years of these; next: the meeting announced, "" for none;
    missing: years for which nothing is held, "one of 2022, 2023" where that is all that is known."""

    link: Link
    forces: str
    former: str
    held: str
    number: str
    period: str
    next: str
    missing: tuple[str, ...]


@dataclass(slots=True)
class MeetingsPage:
    rows: tuple[SeriesRow, ...]


@dataclass(slots=True)
class SeriesPage:
    """One row of meetings, oldest first, with those that are only told of or announced. pairs: of the provinces that
    meet; documents: signed at the meetings; people: named most often in articles on them; judged: by the keeper."""

    row: SeriesRow
    parties: tuple[Link, ...]
    meetings: tuple[Meeting, ...]
    pairs: tuple[Link, ...]
    documents: tuple[Link, ...]
    people: tuple[Link, ...]
    judged: tuple[Judged, ...]
