"""What the extractors hand to each other: stretches of tokens whose meaning is known."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from borderwire.model import Country, DateFact

PlaceKind = Literal["province", "district", "country", "gate"]


class PlaceMention(NamedTuple):
    """Tokens `[start, end)` name a place. title: first token of its title word ("tỉnh", "TP."), else start;
    id: ISO 3166-2 for provinces, the gazetteer's id for the rest; province: ISO 3166-2 where known;
    cut: characters at the end of the last token that belong to the next word ("Hủa Phănlàm": 3)."""

    start: int
    end: int
    title: int
    kind: PlaceKind
    id: str
    country: Country | None
    province: str | None
    rule: str
    cut: int = 0


class BodyMention(NamedTuple):
    """Tokens `[start, end)` name a body of state or party, its place included. id: of the gazetteer or None;
    level: as in `gazetteer.types.Body`; name: as written, completed from the context where the place is left out."""

    start: int
    end: int
    id: str | None
    level: str
    name: str
    province: str | None
    country: Country | None
    completed: bool = False


def bodies_between(bodies: Sequence[BodyMention], start: int, end: int) -> Sequence[BodyMention]:
    """The bodies that begin at tokens `[start, end)`; bodies are in order of the text."""
    # A body is a tuple that begins with its start: compared with a tuple of that alone, no key need be asked for.
    first = bisect_left(bodies, (start,))
    return bodies[first : bisect_left(bodies, (end,), first)]


class DateMention(NamedTuple):
    """Tokens `[start, end)` are a date. value: ISO, or `--MM-DD` / `--MM` without a year; until: last day of a span.

    dates: what it dates: event, published, document, past, planned, period, anniversary, birth, unknown."""

    start: int
    end: int
    value: str
    until: str | None
    dates: str
    rule: str


@dataclass(frozen=True, slots=True)
class DateReading:
    """All the dates of a text, and the two that matter."""

    mentions: tuple[DateMention, ...]
    event: DateFact
    event_end: str | None
    published: DateFact | None
