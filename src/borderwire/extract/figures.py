"""Numbers and what they count."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, DateReading, PlaceMention
from borderwire.model import Figure


def extract_figures(
    doc: Doc, dates: DateReading, places: tuple[PlaceMention, ...], bodies: tuple[BodyMention, ...]
) -> tuple[Figure, ...]:
    """The figures of the text in order of first mention."""
    return ()
