"""What a keeper says against the machine: corrections as they stand in a file, and as they were applied.

Part of `borderwire.model`, which gives out these names. A correction is read in two steps: `load` tells its parts
apart and keeps the values as they were written, with their lines; `resolve` knows what type each field wants.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from borderwire.errors import Problem, Span

Action = Literal["set", "add", "drop"]
# Where a value comes from that stands in place of another one, and whose the other was; derived: it follows from a
# correction of something else.
Basis = Literal["correction", "derived", "sidecar-text", "sidecar-front-matter", "front-matter-text"]
Plain = str | int | float | bool | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as written. kind: what YAML takes it for: str, int, float, bool, null, timestamp."""

    text: str
    kind: str
    line: int


@dataclass(frozen=True, slots=True)
class Listed:
    """A list as written."""

    items: tuple[Written, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Mapped:
    """Keys and values as written; each key once."""

    items: tuple[tuple[str, Written], ...]
    line: int


Written = Scalar | Listed | Mapped


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of a correction file, whole in its parts and not yet held against the text.

    field: dotted, `event_date` or `officials.rank`; at: the phrase it is pinned to; occurrence, of: which of how many,
    where the phrase stands more than once; was, value: None where the file leaves them out (null is a Scalar);
    line: 1-based, of the entry's first key.
    """

    action: Action
    field: str
    at: str | None
    occurrence: int | None
    of: int | None
    was: Written | None
    value: Written | None
    why: str
    by: str
    line: int


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The file of corrections beside a source. path: as messages show it; problems: what was wrong with the file."""

    path: str
    corrections: tuple[Correction, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class AppliedCorrection:
    """A correction that fits: what the archive read (`was`) and what the keeper put in its place (`value`).

    field: as in `Correction`; index: place of the fact in the record's list, None for a fact that was dropped and for
    what is no list; at: the phrase it is pinned to, with its spans. Added facts have no `was`, dropped ones no `value`.
    basis: metadata that stand against the text or each other are told likewise; they have neither `why` nor `by`.
    """

    action: Action
    field: str
    index: int | None
    was: Plain
    value: Plain
    why: str
    by: str
    at: str | None = None
    spans: tuple[Span, ...] = ()
    basis: Basis = "correction"


@dataclass(frozen=True, slots=True)
class Withheld:
    """A name or phrase that must not appear in what is published. also: other spellings; is_name: of a person, whose
    other spellings in the archive are withheld too; line: of the entry in `withhold.yaml`; exact: accents and capitals
    count."""

    phrase: str
    also: tuple[str, ...]
    is_name: bool
    why: str
    by: str
    line: int
    exact: bool = False
