"""What the files of the gazetteer have given so far, while they are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from borderwire.gazetteer.matcher import Entry
from borderwire.gazetteer.rows import Row
from borderwire.model import Country


class Origin(NamedTuple):
    """Where a value stands in the data. line: 1-based, of the entry; lines: of each of its keys."""

    path: str
    line: int
    lines: dict[str, int]


@dataclass(slots=True)
class Collected:
    """What the files have given so far. things: kind -> id -> value; words: lists of strings by section;
    entries: with whether their syllables may run together, in the order in which meanings of one form are kept."""

    things: dict[str, dict[str, Any]] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    levels: dict[str, Row] = field(default_factory=dict)
    entries: list[tuple[Entry, bool]] = field(default_factory=list)
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)

    def add(self, entries: Iterable[Entry], *, joined: bool = False) -> None:
        """Entries for the matcher."""
        self.entries.extend((entry, joined) for entry in entries)

    def put(self, row: Row, kind: str, value: Any) -> None:
        """Keep a value under its id; an id stands once."""
        where = (kind, value.id)
        if where in self.origins:
            first = self.origins[where]
            raise row.error(f"{value.id} stands already in {first.path}:{first.line}.", "id", "Give it another id.")
        self.origins[where] = Origin(row.path, row.line, dict(row.lines))
        self.things.setdefault(kind, {})[value.id] = value


def country_of(row: Row, value: str | None) -> Country:
    """ "VN" or "LA"; anything else is an error of the row."""
    if value not in ("VN", "LA"):
        where = "country" if "country" in row.values else "id"
        raise row.error(f"the country must be VN or LA, not {value!r}.", where)
    return cast(Country, value)
