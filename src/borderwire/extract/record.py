"""The order in which one text is read: each step sees the facts found before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from borderwire.errors import Problem
from borderwire.extract.agreements import extract_agreements
from borderwire.extract.bodies import find_bodies
from borderwire.extract.dates import as_recorded, date_problems, read_dates
from borderwire.extract.delegations import extract_delegations
from borderwire.extract.doc import Doc, Note, read
from borderwire.extract.events import extract_event, or_signing
from borderwire.extract.figures import extract_figures
from borderwire.extract.gates import extract_gates
from borderwire.extract.handovers import extract_handovers
from borderwire.extract.label import made_label, record_id
from borderwire.extract.mentions import BodyMention, DateReading, PlaceMention
from borderwire.extract.officials import extract_officials
from borderwire.extract.places import find_places
from borderwire.extract.provinces import extract_provinces
from borderwire.extract.series import extract_series
from borderwire.extract.topics import extract_topics
from borderwire.extract.venue import extract_venue
from borderwire.gazetteer import Gazetteer
from borderwire.model import (
    AgreementFact,
    Article,
    EventType,
    Figure,
    OfficialFact,
    Overruled,
    ProvinceFact,
    Record,
    Series,
    Venue,
)

# Articles that take each step together, and the characters at which they are enough: what is known of a text takes
# some sixty times its own memory.
_TOGETHER = 32
_MOST_TEXT = 250_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A record with the thoughts behind it, for `borderwire explain`."""

    article: Article
    record: Record
    notes: tuple[Note, ...]


def extract_record(article: Article, gazetteer: Gazetteer) -> Record:
    """All that the text says, read alone: no other article, no clock, no network."""
    return next(extract_records((article,), gazetteer))


def extract_records(articles: Iterable[Article], gazetteer: Gazetteer) -> Iterator[Record]:
    """The record of each article, in their order; what one says has no bearing on another.

    A few articles take each step together: its code and tables stay in the processor's caches then, and reading takes
    a quarter less time than article by article (bench/extract_speed.py).
    """
    for some in _few(articles):
        docs = [read(article, gazetteer) for article in some]
        records = _records(docs)
        for doc in docs:
            doc.memo.clear()  # what stands there points back to the text: without it, no cycle is left to be collected
        yield from records


def _few(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """Few enough articles to keep all that is known of them in memory."""
    some: list[Article] = []
    size = 0
    for article in articles:
        some.append(article)
        size += len(article.text)
        if len(some) == _TOGETHER or size >= _MOST_TEXT:
            yield some
            some, size = [], 0
    if some:
        yield some


def read_article(article: Article, gazetteer: Gazetteer) -> Reading:
    """The same, with every candidate that was considered and why it was taken or left."""
    doc = read(article, gazetteer, explain=True)
    (record,) = _records([doc])
    return Reading(article, record, tuple(doc.notes or ()))


@dataclass(slots=True)
class _Text:
    """A text and what the steps have found in it so far."""

    doc: Doc
    places: tuple[PlaceMention, ...] = field(init=False)
    bodies: tuple[BodyMention, ...] = field(init=False)
    dates: DateReading = field(init=False)
    officials: tuple[OfficialFact, ...] = field(init=False)
    event: EventType | None = field(init=False)
    venue: Venue | None = field(init=False)
    provinces: tuple[ProvinceFact, ...] = field(init=False)
    agreements: tuple[AgreementFact, ...] = field(init=False)
    series: Series | None = field(init=False)
    figures: tuple[Figure, ...] = field(init=False)


def _records(docs: Sequence[Doc]) -> list[Record]:
    """Step by step, each for all of the texts."""
    texts = [_Text(doc) for doc in docs]
    for one in texts:
        one.places = find_places(one.doc)
    for one in texts:
        one.bodies = find_bodies(one.doc, one.places)
    for one in texts:
        one.dates = read_dates(one.doc)
    for one in texts:
        one.officials = extract_officials(one.doc, one.places, one.bodies)
    for one in texts:
        one.event = extract_event(one.doc, one.dates)
        one.venue = extract_venue(one.doc, one.places, one.dates, one.bodies)
        one.provinces = extract_provinces(one.doc, one.places, one.bodies, one.venue)
    for one in texts:
        one.agreements = extract_agreements(one.doc, one.places, one.bodies, one.dates)
        one.event = or_signing(one.doc, one.event, one.agreements)
    for one in texts:
        one.series = extract_series(one.doc, one.dates, one.places)
        one.figures = extract_figures(one.doc, one.dates, one.places, one.bodies, one.officials)
    return [_record(one) for one in texts]


def _record(one: _Text) -> Record:
    doc, dates = one.doc, one.dates
    article = doc.article
    label = article.title or made_label(article, one.event, one.provinces, one.officials)
    day = dates.event.value or (dates.published.value if dates.published else None)
    return Record(
        id=record_id(article.metadata, day, label, article.source.sha256),
        source=article.source,
        title=article.title,
        lead=article.lead,
        outlet=article.outlet,
        byline=article.byline,
        event_date=as_recorded(dates),
        event_end=dates.event_end,
        published=dates.published,
        event_type=one.event,
        venue=one.venue,
        provinces=one.provinces,
        officials=one.officials,
        agreements=one.agreements,
        series=one.series,
        figures=one.figures,
        delegations=extract_delegations(doc, one.places, one.bodies, one.officials),
        handovers=extract_handovers(doc, one.bodies),
        gates=extract_gates(doc, one.places),
        topics=extract_topics(doc, one.bodies),
        photos=article.photos,
        tags=article.metadata.tags,
        overruled=(*article.overruled, *_stamped(article, dates)),
        problems=(*article.problems, *date_problems(dates), *_gaps(article, one.provinces)),
    )


def _stamped(article: Article, dates: DateReading) -> Iterator[Overruled]:
    """The stamp of the text where the keeper's metadata give another day of publication."""
    published = dates.published
    if published is None or published.rule != "metadata":
        return
    stamp = next((item.value for item in dates.mentions if item.dates == "published"), None)
    if stamp and stamp != published.value and not any(item.value == stamp for item in article.overruled):
        yield Overruled("published", stamp, "sidecar" if article.sidecar else "front-matter", "text")


def _gaps(article: Article, provinces: tuple[object, ...]) -> tuple[Problem, ...]:
    """What a keeper would want to know about a reading that found little."""
    if provinces:
        return ()
    message = "No province of Viet Nam or Laos is named in this text."
    return (Problem("no-province", message, severity="note", path=article.source.path),)
