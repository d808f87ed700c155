"""Texts read up to the point that a test is about."""

from __future__ import annotations

from dataclasses import replace

from borderwire.extract.bodies import find_bodies
from borderwire.extract.dates import read_dates
from borderwire.extract.doc import Doc, read
from borderwire.extract.mentions import BodyMention, DateReading, PlaceMention
from borderwire.extract.places import find_places
from borderwire.gazetteer import load_gazetteer
from borderwire.load import parse_text
from borderwire.model import Metadata

Read = tuple[Doc, DateReading, tuple[PlaceMention, ...], tuple[BodyMention, ...]]


def doc_of(text: str, *, published: str | None = None) -> Doc:
    """The text tokenised; published: as the keeper's metadata says."""
    article = parse_text(text.encode(), "seeds/test.txt")
    if published:
        article = replace(article, metadata=Metadata(published=published))
    return read(article, load_gazetteer(), explain=True)


def dates_of(text: str, *, published: str | None = None) -> DateReading:
    return read_dates(doc_of(text, published=published))


def read_all(text: str) -> Read:
    """The text with its dates, places and bodies."""
    doc = doc_of(text)
    places = find_places(doc)
    return doc, read_dates(doc), places, find_bodies(doc, places)


def quotes(doc: Doc, spans: tuple[tuple[int, int], ...]) -> list[str]:
    return [doc.text[start:end] for start, end in spans]
