"""The order in which one text is read: each step sees the facts found before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from borderwire.errors import Problem
from borderwire.extract.agreements import extract_agreements
from borderwire.extract.bodies import find_bodies
from borderwire.extract.dates import date_problems, read_dates
from borderwire.extract.delegations import extract_delegations
from borderwire.extract.doc import Doc, Note, read
from borderwire.extract.events import extract_event
from borderwire.extract.figures import extract_figures
from borderwire.extract.gates import extract_gates
from borderwire.extract.handovers import extract_handovers
from borderwire.extract.label import made_label, record_id
from borderwire.extract.mentions import DateReading
from borderwire.extract.officials import extract_officials
from borderwire.extract.places import find_places
from borderwire.extract.provinces import extract_provinces
from borderwire.extract.series import extract_series
from borderwire.extract.topics import extract_topics
from borderwire.extract.venue import extract_venue
from borderwire.gazetteer import Gazetteer
from borderwire.model import Article, Overruled, Record


@dataclass(frozen=True, slots=True)
class Reading:
    """A record with the thoughts behind it, for `borderwire explain`."""

    article: Article
    record: Record
    notes: tuple[Note, ...]


def extract_record(article: Article, gazetteer: Gazetteer) -> Record:
    """All that the text says, read alone: no other article, no clock, no network."""
    doc = read(article, gazetteer)
    record = _record(doc)
    doc.memo.clear()  # what stands there points back to the text: without it, no cycle is left to be collected
    return record


def read_article(article: Article, gazetteer: Gazetteer) -> Reading:
    """The same, with every candidate that was considered and why it was taken or left."""
    doc = read(article, gazetteer, explain=True)
    record = _record(doc)
    return Reading(article, record, tuple(doc.notes or ()))


def _record(doc: Doc) -> Record:
    article = doc.article
    places = find_places(doc)
    bodies = find_bodies(doc, places)
    dates = read_dates(doc)
    officials = extract_officials(doc, places, bodies)
    event = extract_event(doc, dates)
    venue = extract_venue(doc, places, dates)
    provinces = extract_provinces(doc, places, bodies, venue)
    label = article.title or made_label(article, event, provinces, officials)
    day = dates.event.value or (dates.published.value if dates.published else None)
    return Record(
        id=record_id(article.metadata, day, label, article.source.sha256),
        source=article.source,
        title=article.title,
        lead=article.lead,
        outlet=article.outlet,
        byline=article.byline,
        event_date=dates.event,
        event_end=dates.event_end,
        published=dates.published,
        event_type=event,
        venue=venue,
        provinces=provinces,
        officials=officials,
        agreements=extract_agreements(doc, places, bodies, dates),
        series=extract_series(doc, dates, places),
        figures=extract_figures(doc, dates, places, bodies),
        delegations=extract_delegations(doc, places, bodies, officials),
        handovers=extract_handovers(doc, bodies),
        gates=extract_gates(doc, places),
        topics=extract_topics(doc),
        photos=article.photos,
        tags=article.metadata.tags,
        overruled=(*article.overruled, *_stamped(article, dates)),
        problems=(*article.problems, *date_problems(dates), *_gaps(article, provinces)),
    )


def _stamped(article: Article, dates: DateReading) -> Iterator[Overruled]:
    """The stamp of the text where the keeper's metadata give another day of publication."""
    published = dates.published
    if published is None or published.rule != "metadata":
        return
    stamp = next((item.value for item in dates.mentions if item.dates == "published"), None)
    if stamp and stamp != published.value and not any(item.field == "published" for item in article.overruled):
        yield Overruled("published", stamp, "sidecar" if article.sidecar else "front-matter", "text")


def _gaps(article: Article, provinces: tuple[object, ...]) -> tuple[Problem, ...]:
    """What a keeper would want to know about a reading that found little."""
    if provinces:
        return ()
    message = "No province of Viet Nam or Laos is named in this text."
    return (Problem("no-province", message, severity="note", path=article.source.path),)
