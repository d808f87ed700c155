"""What the archive knows beyond single articles: who is who, which document is which, and why.

Part of `borderwire.model`, which gives out all these names; dates and ids as there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Country = Literal["VN", "LA"]
AgreementStatus = Literal["signed", "exchanged", "referenced", "planned"]
Verdict = Literal["same", "different", "unsure"]
Kind = Literal["person", "agreement", "event", "series"]
MergedKind = Literal["person", "agreement", "event"]  # of these, mentions are put together one by one
Titles = tuple[tuple[str, str], ...]  # (language code, name in that language)


@dataclass(frozen=True, slots=True)
class Mention:
    """The n-th official or agreement of an entry's record."""

    entry: str
    index: int


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the keeper of the archive decided about two mentions. date: ISO; line: in the authority file."""

    what: Kind
    verdict: Verdict
    left: Mention
    right: Mention
    why: str
    by: str
    date: str
    line: int


@dataclass(frozen=True, slots=True)
class Naming:
    """How the keeper wants something called. preferred: None keeps the machine's choice; also: further spellings."""

    what: Kind
    of: Mention
    preferred: str | None
    also: tuple[str, ...]
    titles: Titles
    line: int


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
    that kept them apart, in words; verdict: "unsure" where the keeper has looked and could not tell; weight: 0 to 1,
    how much the answer matters, in a list for review only."""

    what: MergedKind
    left: str
    right: str
    left_mention: Mention
    right_mention: Mention
    score: float
    reasons: tuple[Evidence, ...] = ()
    against: tuple[str, ...] = ()
    verdict: Verdict | None = None
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A fact that the keeper has looked at. fact: dotted field, as in corrections, `officials` for the whole fact; of:
    its mention, index -1 for a fact of the whole article; value: what was read then; verdict: "unsure" where the keeper
    could not tell."""

    fact: str
    of: Mention
    value: str | None
    verdict: Literal["right", "unsure"]
    by: str
    date: str
    line: int


@dataclass(frozen=True, slots=True)
class FactDoubt:
    """A fact that may be read wrongly. fact, of: as in `Confirmation`; doubt: stable kebab-case id, e.g. "year-open";
    value: what is read; because: how it is known, in words; span: of the words it is read from; weight: 0 to 1."""

    fact: str
    of: Mention
    doubt: str
    value: str | None
    because: str
    span: tuple[int, int] | None
    weight: float


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

    career: what the person was, oldest first; merges: why the mentions are one person; titles: the name in other
    languages; judgements: of the keeper on this person.
    """

    id: str
    name: str
    country: Country | None
    spellings: tuple[str, ...]
    mentions: tuple[Mention, ...]
    career: tuple[CareerStep, ...] = ()
    promotions: tuple[Promotion, ...] = ()
    merges: tuple[Merge, ...] = ()
    titles: Titles = ()
    judgements: tuple[Judgement, ...] = ()


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
    titles: Titles = ()
    judgements: tuple[Judgement, ...] = ()


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
    judgements: tuple[Judgement, ...] = ()


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
    ones first, or national bodies as in `Event.central`; bodies: kinds
    that meet ("police", "border-guard" ...); slots: oldest first, held or known ones;
    missing: years of a yearly series for which the archive has nothing; open: where the numbers leave room for fewer
    meetings than years, the years and how many of them had one; next: the meeting announced last, if it lies
    ahead of all held ones; names: the parties as they were named in the course of time; titles: what the keeper calls
    it, by language."""

    id: str
    parties: tuple[str, ...]
    names: tuple[str, ...]
    bodies: tuple[str, ...]
    slots: tuple[SeriesSlot, ...]
    missing: tuple[str, ...] = ()
    next: SeriesSlot | None = None
    titles: Titles = ()
    judgements: tuple[Judgement, ...] = ()
    open: tuple[tuple[tuple[str, ...], int], ...] = ()

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
class BodyUse:
    """A force or branch of a province or of a country, and where it occurs. id: `police-vn-71`, `army-la`; kind:
    police, border-guard, army, government, customs, court or procuracy; province: ISO 3166-2, None for one of the whole
    country; written: as articles write it, most frequent first; people: ids, newest first; entries: those that name
    one of its people, its delegation or a document that it is a party to, newest first; staffed: those of them that
    name its people; present: those at whose events it takes part, by its people, its delegation or what it signs."""

    id: str
    kind: str
    country: Country
    province: str | None
    written: tuple[str, ...]
    people: tuple[str, ...]
    entries: tuple[str, ...]
    agreements: tuple[str, ...] = ()
    staffed: tuple[str, ...] = ()
    present: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """What the sources of an event say on one subject. field: date, until, type, venue, ordinal, party, official,
    agreement or figure; groups: where each source says it, as fact of its list (index -1 for a fact of the whole
    article); one group where all can be right, else one for each thing that is said."""

    field: str
    groups: tuple[tuple[Mention, ...], ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Ids of the entries that speak of it, each once."""
        return tuple(dict.fromkeys(mention.entry for group in self.groups for mention in group))


@dataclass(frozen=True, slots=True)
class Account:
    """An event as its several sources tell it. event: id; entries: the sources, as in the event."""

    event: str
    entries: tuple[str, ...]
    sayings: tuple[Saying, ...]

    @property
    def differ(self) -> tuple[Saying, ...]:
        """On what the sources cannot all be right."""
        return tuple(row for row in self.sayings if len(row.groups) > 1)

    @property
    def all_say(self) -> tuple[Saying, ...]:
        return tuple(row for row in self._agreed if len(row.sources) == len(self.entries))

    @property
    def some_say(self) -> tuple[Saying, ...]:
        """What several sources say and others do not."""
        return tuple(row for row in self._agreed if 1 < len(row.sources) < len(self.entries))

    def only(self, entry: str) -> tuple[Saying, ...]:
        """What this source alone says."""
        return tuple(row for row in self._agreed if row.sources == (entry,))

    @property
    def _agreed(self) -> tuple[Saying, ...]:
        return tuple(row for row in self.sayings if len(row.groups) == 1)


# Why a figure stays out of a sum.
Omission = Literal[
    "same-event", "told-again", "within-period", "perhaps-part", "several-years", "open-period", "no-period",
    "several-pairs", "undated", "same-haul", "same-case", "perhaps-same-haul", "perhaps-within",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Omitted:
    """A figure that is left out of a sum. mention: its entry and its place in the record's figures; of: the figure of
    another article that it repeats, or may repeat, for these reasons."""

    mention: Mention
    why: Omission
    of: Mention | None = None
    reasons: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Haul:
    """One haul of which several articles tell. figure: the one that counts; others: the same, as other articles, or
    another place of the article, tell it; reasons: the best of them."""

    figure: Mention
    others: tuple[Mention, ...]
    reasons: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """Figures of one what, unit and kind. kind: as most of them write it; kind_id: in the gazetteer; exact: all of them
    are exact; low: none says that it is less at most; parts: the figures that are summed; omitted: those of the same
    kind, year and pair that are left out."""

    what: str
    unit: str | None
    kind: str | None
    value: float | int
    exact: bool
    low: bool
    parts: tuple[Mention, ...]
    omitted: tuple[Omitted, ...] = ()
    kind_id: str | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """Totals by year, newest first, and by pair of provinces of today; omitted: all figures that are left out of the
    sums of years; hauls: those of which several articles tell."""

    by_year: tuple[tuple[str, tuple[Total, ...]], ...] = ()
    by_pair: tuple[tuple[tuple[str, str], tuple[Total, ...]], ...] = ()
    omitted: tuple[Omitted, ...] = ()
    hauls: tuple[Haul, ...] = ()
