"""Things built or bought that were handed over."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention
from borderwire.model import Handover


def extract_handovers(doc: Doc, bodies: tuple[BodyMention, ...]) -> tuple[Handover, ...]:
    """What was handed over, in order of first mention."""
    return ()
