"""The facts that a keeper may look at and confirm, and what a record says of them now."""

from __future__ import annotations

from typing import Any

from borderwire.correction import Plain
from borderwire.model import Kind, Record
from borderwire.resolve.correction_fields import KINDS

# A field of the whole article, or of an official or agreement; the bare name stands for the fact as a whole.
CONFIRMED = (
    "event_date", "series", "series.ordinal", "officials", "officials.rank", "officials.position",
    "officials.organization", "officials.country", "agreements", "agreements.status", "agreements.date",
    "agreements.parties",
)  # fmt: skip
# The kind of thing whose words name a fact in a list.
NAMED_BY: dict[str, Kind] = {"officials": "person", "agreements": "agreement"}


def value_now(record: Record, fact: str, index: int) -> Plain:
    """What the record says; None for nothing. index: of the fact in its list, -1 for those that stand in none."""
    root, _, leaf = fact.partition(".")
    if root == "event_date":
        return record.event_date.value
    kind = KINDS[root]
    held: Any = getattr(record, kind.attribute)
    row = held[index] if root in NAMED_BY else held
    found: Plain = getattr(row, kind.fields[leaf or kind.main].attribute) if row is not None else None
    return found


def as_text(value: Plain) -> str | None:
    """The value as the authority file writes it."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return ("; ".join(value) or None) if isinstance(value, tuple) else str(value)
