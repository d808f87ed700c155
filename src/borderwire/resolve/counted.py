"""A figure on its way into the sums: whose it is, of when, and what keeps it out."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.model import Evidence, Figure, Mention, Omission
from borderwire.text import settle_tones

Kind = tuple[str, str | None, str | None, str | None]  # what, unit, id of the goods; else the words
Pair = tuple[str, str]  # ISO 3166-2 of today, Vietnamese province first
# Work of the police, of which the first report tells.
ARRESTS = frozenset(["arrest", "joint-case", None])


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure that may enter sums. year: of its period, else of the event; parties: provinces of today that the event
    is of; span: first and last day of its time, by ordinal; result: counted over its period, and not at one time in
    it; why: what keeps it out, None for those that are summed; of: the figure that it repeats, or may repeat, for these
    reasons."""

    figure: Figure
    event: str
    year: str | None
    pairs: tuple[Pair, ...]
    parties: tuple[str, ...]
    mention: Mention
    span: tuple[int, int] | None
    result: bool
    why: Omission | None = None
    of: Mention | None = None
    reasons: tuple[Evidence, ...] = ()

    @property
    def kind(self) -> Kind:
        """By the id of the goods, whose spellings are many; what the gazetteer has not goes by its words."""
        kind, ident = self.figure.kind, self.figure.kind_id
        return self.figure.what, self.figure.unit, ident, settle_tones(kind) if kind and not ident else None


def length(row: Counted) -> int:
    """Days between the first and the last of its time."""
    return row.span[1] - row.span[0] if row.span else 0
