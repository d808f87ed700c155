"""The values that pass from one pass to the next. All are frozen; a pass never changes its input.

Offsets (`Span`) are `[start, end)` in Unicode code points of `Article.text`, the NFC text that the site shows.
Dates are ISO 8601 strings as precise as their source: `2025-08-15`, `2025-08`, `2025`; unknown is `None`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from borderwire.errors import Problem, Span

Country = Literal["VN", "LA"]
BlockKind = Literal[
    "title",
    "lead",
    "stamp",
    "section",
    "outlet",
    "heading",
    "paragraph",
    "caption",
    "credit",
    "byline",
    "end-mark",
    "furniture",
]
DateBasis = Literal["explicit", "inferred", "published", "none"]
ProvinceRole = Literal["party", "venue", "mentioned"]
AgreementStatus = Literal["signed", "exchanged", "referenced", "planned"]
Qualifier = Literal["exact", "over", "nearly", "about", "at-least", "at-most"]


# --- load: what a source file holds ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article comes from. path: relative to the site's folder, with `/`; format: "text" or "markdown"."""

    path: str
    sha256: str
    format: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the text that is one thing on the page. Blocks are in order, disjoint, and together hold
    every character of the text that is not white space."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the keeper of the archive says about a text (YAML front matter), as against what the text says."""

    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    retrieved: str | None = None
    rights: str | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """A picture told of by its caption. `caption_span` / `credit_span` are None where the text has none."""

    caption: str | None
    credit: str | None
    caption_span: Span | None = None
    credit_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One source text, normalised and cut into blocks. Nothing is interpreted yet.

    text: NFC, `\\n` line ends, no BOM and no zero-width characters; for Markdown its plain text.
    html: for Markdown, the rendered body (raw HTML escaped); None for raw text.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    title: str | None
    lead: str | None
    outlet: str | None
    byline: tuple[str, ...]
    photos: tuple[Photo, ...]
    metadata: Metadata = Metadata()
    html: str | None = None
    problems: tuple[Problem, ...] = ()


# --- extract: what the text says ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DateFact:
    """A day, month or year with how it is known. partial: `--08-15` when the year is not settled."""

    value: str | None
    basis: DateBasis
    because: str | None = None
    partial: str | None = None
    spans: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class EventType:
    """id: of the gazetteer's event types, e.g. "talks"."""

    id: str
    as_written: str
    spans: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Venue:
    """Where the event took place. province: ISO 3166-2; gate: id of a border gate."""

    as_written: str
    province: str | None = None
    district: str | None = None
    gate: str | None = None
    country: Country | None = None
    spans: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class ProvinceFact:
    """A province-level unit that the text names. id: ISO 3166-2 code."""

    id: str
    name: str
    country: Country
    role: ProvinceRole
    as_written: tuple[str, ...]
    spans: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class OfficialFact:
    """A person with a rank, an office or a function in a body of state or party.

    spans: every mention of the person; also: further offices; variants: other spellings of the name in the text;
    rank_spans, position_spans, organization_spans: the phrases that say so.
    """

    name: str
    rank: str | None
    position: str | None
    organization: str | None
    province: str | None
    country: Country | None
    also: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    head_of_delegation: bool = False
    spans: tuple[Span, ...] = ()
    rank_spans: tuple[Span, ...] = ()
    position_spans: tuple[Span, ...] = ()
    organization_spans: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class AgreementFact:
    """One document of agreement. type: id of the gazetteer's document types, e.g. "memorandum"."""

    type: str
    as_written: str
    status: AgreementStatus
    date: str | None
    parties: tuple[str, ...]
    subject: str | None = None
    spans: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class SeriesMeeting:
    """Another meeting of the same series, as the text tells it. venue: ISO 3166-2 or None."""

    ordinal: int | None = None
    date: str | None = None
    as_written: str | None = None
    venue: str | None = None
    host: Country | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """The event as one of a numbered row. basis: "explicit" or "inferred" (from its neighbours)."""

    ordinal: int | None
    basis: Literal["explicit", "inferred"]
    previous: SeriesMeeting | None = None
    next: SeriesMeeting | None = None
    as_written: str | None = None
    spans: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts. what: id, e.g. "suspects"; unit: "VND", "km", "kg" ... or None;
    period: `2024`, `2024-01/2024-06` or None; giver, receiver: bodies as written (money and goods given)."""

    what: str
    value: float | int
    unit: str | None
    qualifier: Qualifier
    as_written: str
    kind: str | None = None
    period: str | None = None
    giver: str | None = None
    receiver: str | None = None
    spans: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Delegation:
    """A side's delegation and who heads it."""

    country: Country | None
    organization: str | None
    head: str | None
    spans: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Handover:
    """Something built or bought that was handed over."""

    what: str
    giver: str | None = None
    receiver: str | None = None
    spans: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class GateFact:
    """A border gate that the text names. id: of the gazetteer."""

    id: str
    name: str
    as_written: str
    spans: tuple[Span, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A field of cooperation that the text speaks of. id: of the gazetteer, e.g. "drugs"."""

    id: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """All that one article says, read alone. Lists are in order of first mention."""

    id: str
    source: Source
    title: str | None
    lead: str | None
    outlet: str | None
    byline: tuple[str, ...]
    event_date: DateFact
    event_end: str | None
    published: DateFact | None
    event_type: EventType | None
    venue: Venue | None
    provinces: tuple[ProvinceFact, ...]
    officials: tuple[OfficialFact, ...]
    agreements: tuple[AgreementFact, ...]
    series: Series | None
    figures: tuple[Figure, ...]
    delegations: tuple[Delegation, ...]
    handovers: tuple[Handover, ...]
    gates: tuple[GateFact, ...]
    topics: tuple[Topic, ...]
    photos: tuple[Photo, ...]
    problems: tuple[Problem, ...] = ()


# --- resolve: the archive -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the archive: the text and its record. id is the record's and unique in the archive.

    label: what a list shows: the title, or one made from the facts where the text has none (`label_made`).
    """

    id: str
    label: str
    label_made: bool
    article: Article
    record: Record

    @property
    def date(self) -> str | None:
        """The event's date, else the publication's, else None."""
        record = self.record
        return record.event_date.value or (record.published.value if record.published else None)

    @property
    def year(self) -> str | None:
        return self.date[:4] if self.date else None


@dataclass(frozen=True, slots=True)
class Mention:
    """The n-th official or agreement of an entry's record."""

    entry: str
    index: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for or against an identity. kind: stable kebab-case id, e.g. "same-office"; text: in words;
    weight: bits for (positive) or against (negative)."""

    kind: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Merge:
    """Two mentions taken for one thing. score: the sum of the weights and of the odds before any evidence, in bits."""

    left: Mention
    right: Mention
    score: float
    reasons: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two people, events or documents that may be one, for a person to judge. left, right: ids; left_mention and
    right_mention: the mentions that look alike (index -1 where the whole entry is meant); against: the contradictions
    that kept them apart, in words."""

    what: Literal["person", "event", "agreement"]
    left: str
    right: str
    left_mention: Mention
    right_mention: Mention
    score: float
    reasons: tuple[Evidence, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CareerStep:
    """A rank and an office held together, with the first and the last date seen; as the articles write them."""

    rank: str | None
    position: str | None
    organization: str | None
    province: str | None
    first: str | None
    last: str | None
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Promotion:
    """A higher rank or office between two steps. after, by: the last date without it and the first date with it."""

    kind: Literal["rank", "office"]
    old: str
    new: str
    after: str | None
    by: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """One person as far as the archive can tell. id: slug, unique; mentions in order of date.

    career: what the person was, oldest first; merges: why the mentions are one person.
    """

    id: str
    name: str
    country: Country | None
    spellings: tuple[str, ...]
    mentions: tuple[Mention, ...]
    career: tuple[CareerStep, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Sighting:
    """What an article says of a document. date: of the article's event or publication."""

    date: str | None
    status: AgreementStatus
    mention: Mention


@dataclass(frozen=True, slots=True)
class Agreement:
    """One document as far as the archive can tell. id: slug, unique; label: as a list shows it.

    history: what was said of it when, oldest first; follows: id of the document of the same parties and kind that it
    carries on; carries_out: ids of documents of a higher kind that it is told to carry out; event: id of the event at
    which it was signed; merges: why the mentions are one document.
    """

    id: str
    label: str
    type: str
    status: AgreementStatus
    date: str | None
    parties: tuple[str, ...]
    mentions: tuple[Mention, ...]
    history: tuple[Sighting, ...] = ()
    follows: str | None = None
    carries_out: tuple[str, ...] = ()
    event: str | None = None
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What one or several articles report. id: of its first entry; entries: oldest first; type: id of the gazetteer.

    date, end: ISO, as precise as the best source; parties: ISO 3166-2 of the provinces that take part, as named;
    parties_today: the same after the mergers; bodies: kinds of forces that meet ("police", "border-guard", "army");
    central: bodies of the whole country that take part, as "VN police"; merges: why the articles report one event.
    """

    id: str
    entries: tuple[str, ...]
    date: str | None
    end: str | None
    type: str | None
    parties: tuple[str, ...]
    parties_today: tuple[str, ...]
    venue: str | None = None
    ordinal: int | None = None
    bodies: tuple[str, ...] = ()
    central: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class SeriesSlot:
    """A meeting of a series. event: id, or None where the archive only knows of it; basis: how it is known."""

    year: str | None
    ordinal: int | None
    date: str | None
    event: str | None
    basis: Literal["reported", "mentioned", "planned"]
    mention: str | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class MeetingSeries:
    """Meetings that the same parties hold again and again. id: slug, unique; parties: ISO 3166-2 of today, Vietnamese
    ones first, or national bodies as in `Event.central`; bodies: kinds that meet ("police", "border-guard" ...); slots: oldest first, held or known ones;
    missing: years of a yearly series for which the archive has nothing; next: the meeting announced last, if it lies
    ahead of all held ones; names: the parties as they were named in the course of time."""

    id: str
    parties: tuple[str, ...]
    names: tuple[str, ...]
    bodies: tuple[str, ...]
    slots: tuple[SeriesSlot, ...]
    missing: tuple[str, ...] = ()
    next: SeriesSlot | None = None

    @property
    def events(self) -> tuple[str, ...]:
        """Ids of the events, oldest first."""
        return tuple(slot.event for slot in self.slots if slot.event)


@dataclass(frozen=True, slots=True)
class ProvinceUse:
    """A province and the entries that name it, by date. id: ISO 3166-2."""

    id: str
    name: str
    country: Country
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearUse:
    """A year ("2025") and its entries by date; year None holds entries without any date."""

    year: str | None
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """Everything the site shows. entries: by date, newest first, undated last; ties by id.

    events: every entry belongs to exactly one, newest first; wanted: ids of agreements that are cited but never seen
    signed, most cited first; doubts: identities for a person to judge, likeliest first.
    """

    entries: tuple[Entry, ...]
    people: tuple[Person, ...]
    agreements: tuple[Agreement, ...]
    provinces: tuple[ProvinceUse, ...]
    years: tuple[YearUse, ...]
    problems: tuple[Problem, ...] = ()
    by_id: dict[str, Entry] = field(default_factory=dict)
    events: tuple[Event, ...] = ()
    series: tuple[MeetingSeries, ...] = ()
    wanted: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


# --- site, export: what is to be written ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class File:
    """A file of the build. path: relative to the build folder, with `/`; origin: what it is made from."""

    path: str
    content: bytes
    origin: str
