"""The event as one of a numbered row of meetings."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateReading, PlaceMention
from borderwire.model import Series


def extract_series(doc: Doc, dates: DateReading, places: tuple[PlaceMention, ...]) -> Series | None:
    """The event's ordinal, written or told by its neighbours, or None."""
    return None
