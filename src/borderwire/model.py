"""The values that pass from one pass to the next. All are frozen; a pass never changes its input.

Offsets (`Span`) are `[start, end)` in Unicode code points of `Article.text`, the NFC text that the site shows.
Dates are ISO 8601 strings as precise as their source: `2025-08-15`, `2025-08`, `2025`; unknown is `None`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from borderwire.change import ArticleChange, ArticleRef, Cause, Changes, FactChange, ThingChange, Turn
from borderwire.correction import AppliedCorrection, Correction, Sidecar
from borderwire.errors import Problem, Span
from borderwire.identity import (
    Account,
    Agreement,
    AgreementStatus,
    BodyUse,
    CareerStep,
    Confirmation,
    Country,
    Doubt,
    Event,
    Evidence,
    FactDoubt,
    Haul,
    Judgement,
    Kind,
    MeetingSeries,
    Mention,
    Merge,
    MergedKind,
    Naming,
    Omission,
    Omitted,
    Person,
    Promotion,
    ProvinceUse,
    Saying,
    SeriesSlot,
    Sighting,
    Sums,
    Titles,
    Total,
    Verdict,
    YearUse,
)
from borderwire.source import Block, BlockKind, Metadata, Overruled, Photo, Source

__all__ = [
    "BUILD_MARK", "Account", "Agreement", "AgreementFact", "AgreementStatus", "AppliedCorrection", "Archive", "Article",
    "ArticleChange", "ArticleRef", "Block", "BlockKind", "BodyUse", "CareerStep", "Cause", "Changes", "Confirmation",
    "Correction", "Country", "DateBasis", "DateFact", "Delegation", "Doubt", "Entry", "Event", "EventType", "Evidence",
    "FactChange", "FactDoubt", "Figure", "File", "GateFact", "Handover", "Haul", "Judgement", "Kind", "MeetingSeries",
    "Mention", "Merge", "MergedKind", "Metadata", "Naming", "OfficialFact", "Omission", "Omitted", "Overruled",
    "Person", "Photo",
    "Problem", "Promotion", "ProvinceFact", "ProvinceRole", "ProvinceUse", "Qualifier", "Record", "Saying", "Series",
    "SeriesMeeting", "SeriesSlot", "Sidecar", "Sighting", "Source", "Span", "Sums", "ThingChange", "Titles", "Topic",
    "Total", "Turn", "Venue", "Verdict", "YearUse",
]  # fmt: skip

# The file by which a folder is known as the output of a build.
BUILD_MARK = ".borderwire-manifest.json"

DateBasis = Literal["explicit", "inferred", "published", "none"]
ProvinceRole = Literal["party", "venue", "mentioned"]
Qualifier = Literal["exact", "over", "nearly", "about", "at-least", "at-most"]


# --- load: what a source file holds ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Article:
    """One source text, normalised and cut into blocks. Nothing is interpreted yet.

    text: NFC, `\\n` line ends, no BOM and no zero-width characters; for Markdown its plain text.
    html: for Markdown, the rendered body (raw HTML escaped); None for raw text.
    sidecar: the keeper's corrections beside the source; withheld: phrases that were left out of the text; overruled:
    what the text or the front matter says otherwise than the metadata that is followed.
    """

    source: Source
    text: str
    blocks: tuple[Block, ...]
    title: str | None
    lead: str | None
    outlet: str | None
    byline: tuple[str, ...]
    photos: tuple[Photo, ...]
    metadata: Metadata = Metadata()  # noqa: RUF009 - frozen
    html: str | None = None
    problems: tuple[Problem, ...] = ()
    sidecar: Sidecar | None = None
    withheld: int = 0
    overruled: tuple[Overruled, ...] = ()


# --- extract: what the text says ------------------------------------------------------------------


REPORT_DAY = "report-day"  # the rule of a date on which a body tells what it has just done


@dataclass(frozen=True, slots=True)
class DateFact:
    """A day, month or year with how it is known. partial: `--08-15` when the year is not settled."""

    value: str | None
    basis: DateBasis
    because: str | None = None
    partial: str | None = None
    spans: tuple[Span, ...] = ()
    rule: str = ""

    @property
    def is_beside(self) -> bool:
        """It is that of the publication or of a report, which came after the event."""
        return self.basis == "published" or self.rule == REPORT_DAY

    @property
    def of_event(self) -> str | None:
        """The value as far as it dates the event itself: of a day beside it, the year."""
        return self.value[:4] if self.value and self.is_beside else self.value


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
    """One document of agreement. type: id of the gazetteer's document types, e.g. "memorandum"; dated_by_event: the
    text tells no day of it, and that of the event is taken."""

    type: str
    as_written: str
    status: AgreementStatus
    date: str | None
    parties: tuple[str, ...]
    subject: str | None = None
    spans: tuple[Span, ...] = ()
    rule: str = ""
    dated_by_event: bool = False


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
    period: ISO 8601, `2024`, `2024-01/2024-06`, `../2024-06` (begun at a time not told), `P1Y` (every year), or None;
    kind: what exactly, as written, kind_id: id of the goods in the gazetteer, None where it has none;
    giver, receiver: of money and goods given; bodies, or those whom the text names ("hộ nghèo")."""

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
    kind_id: str | None = None


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
    """All that one article says, lists in order of first mention. corrections: what a keeper has changed since; tags:
    the keeper's own; overruled: what is said otherwise than in the keeper's metadata."""

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
    corrections: tuple[AppliedCorrection, ...] = ()
    tags: tuple[str, ...] = ()
    overruled: tuple[Overruled, ...] = ()


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
class Archive:
    """Everything the site shows. entries: by date, newest first, undated last; ties by id.

    events: every entry belongs to exactly one, newest first; wanted: ids of agreements that are cited but never seen
    signed, most cited first; doubts: identities for a person to judge, likeliest first; judgements,
    namings, confirmations: those of the keeper that apply; review: what a person should look at, worst first, where
    that was asked for; bodies: those that officials belong to, with most articles first; accounts:
    the events of several entries, these set side by side; sums: of figures, where they are honest.
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
    judgements: tuple[Judgement, ...] = ()
    namings: tuple[Naming, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    review: tuple[Doubt | FactDoubt, ...] = ()
    bodies: tuple[BodyUse, ...] = ()
    accounts: tuple[Account, ...] = ()
    sums: Sums = Sums()  # noqa: RUF009 - frozen


# --- site, export: what is to be written ------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class File:
    """A file of the build. path: relative to the build folder, with `/`; origin: what it is made from."""

    path: str
    content: bytes
    origin: str
