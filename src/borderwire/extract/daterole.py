"""What a date of a text dates."""

from __future__ import annotations

from typing import NamedTuple


class Role(NamedTuple):
    """What a date dates, the rule that says so, and why in English.

    dates: event, report, earlier, published, document, anniversary, past, planned, period, birth, unknown;
    "report": the day on which a body told of the event; "earlier": a day told as before another one."""

    dates: str
    rule: str
    why: str
