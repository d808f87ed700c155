"""Where the main event took place."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateReading, PlaceMention
from borderwire.model import Venue


def extract_venue(doc: Doc, places: tuple[PlaceMention, ...], dates: DateReading) -> Venue | None:
    """The place that "tại" names in the event's sentence, or None."""
    return None
