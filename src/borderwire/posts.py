"""What a person was last called. Not every article tells a rank: the last that does counts, and so for the office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from borderwire.model import Entry, OfficialFact, Person


@dataclass(frozen=True, slots=True)
class LastPost:
    """Rank, office and body, each "" where no article tells it. organization: that of the office, or where no article
    tells an office, of the rank; rank_date: ISO 8601, of the article that tells the rank, "" where it bears none;
    is_earlier: a later article tells an office and no rank."""

    rank: str
    position: str
    organization: str
    rank_date: str
    is_earlier: bool


def last_post(person: Person, entries: Mapping[str, Entry]) -> LastPost:
    """Dated articles go before undated ones, whatever these tell."""
    rows = [(entries[m.entry].date or "", entries[m.entry].record.officials[m.index]) for m in person.mentions]
    rows.sort(key=lambda row: row[0])  # stable: undated ones first, so that they are asked last
    ranked = _last(rows, "rank")
    placed = _last(rows, "position")
    date, fact = ranked or ("", None)
    home = placed or ranked or rows[-1]
    return LastPost(
        rank=(fact.rank if fact else None) or "",
        position=(placed[1].position if placed else None) or "",
        organization=home[1].organization or "",
        rank_date=date,
        is_earlier=bool(ranked and placed and ranked[0] < placed[0]),
    )


def _last(rows: Sequence[tuple[str, OfficialFact]], field: str) -> tuple[str, OfficialFact] | None:
    return next((row for row in reversed(rows) if getattr(row[1], field)), None)
