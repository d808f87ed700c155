"""An event that several articles report, and sums of figures."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.site.contexts.judgements import Judged
from borderwire.site.contexts.shared import Link


@dataclass(slots=True)
class Claim:
    """What sources say on one subject. label: the subject; says: (what is said, the sources that say so)."""

    label: str
    says: tuple[tuple[Link, tuple[Link, ...]], ...]


@dataclass(slots=True)
class EventSource:
    """One article on the event. rows: (subject, what it says, linked to where it does); only: what it alone says."""

    link: Link
    outlet: str
    rows: tuple[tuple[str, tuple[Link, ...]], ...]
    only: tuple[Claim, ...]


@dataclass(slots=True)
class EventPage:
    """An event with its sources side by side. headline: of the first, for an event whose parties are not known;
    differ: on what they cannot all be right; all_say, some_say: what all and
    what several of them say; reasons: why they are taken for one event,
    certainty: how sure that is; judged: by the keeper."""

    kind: str
    iso: str
    date: str
    parties: str
    headline: Link
    count: str
    sources: tuple[EventSource, ...]
    differ: tuple[Claim, ...]
    all_say: tuple[Claim, ...]
    some_say: tuple[Claim, ...]
    reasons: tuple[str, ...]
    certainty: str
    judged: tuple[Judged, ...]


@dataclass(slots=True)
class TotalRow:
    """A sum. head: what is summed, or the year; value: the sum; parts: the figures behind it, linked to their words;
    retold: (a figure that several articles tell, by how many and why they are taken for one; the same in the others);
    omitted: (why, figures that are left out)."""

    head: Link
    value: str
    parts: tuple[Link, ...]
    omitted: tuple[tuple[str, tuple[Link, ...]], ...]
    retold: tuple[tuple[str, tuple[Link, ...]], ...] = ()
