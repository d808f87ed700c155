"""Which stretches of a text are marked for which fact, and the ids by which both are linked.

A fact's id names its row in the fact box: `date`, `published`, `type`, `venue`, `series`, `previous`, `next`; with its
place in the record's list, counted from 1, `o1` (official), `a1` (agreement), `n1` (figure), `d1` (delegation),
`h1` (handover), `g1` (gate); provinces and topics by what they are: `p-vn-22`, `t-drugs`. Its phrases are numbered in
the order of the text: `o1-1`, `o1-2`, but the day of the event comes before what tells its year; those that give an
official's rank, office and body `o1-r1`, `o1-f1`, `o1-b1`. These ids are addresses: they outlive changes of the theme.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from borderwire.errors import Span
from borderwire.model import Record


class Mark(NamedTuple):
    """Characters `[start, end)` say fact `fact`. kind: class of the mark; part: it tells more of a fact that is
    marked elsewhere."""

    start: int
    end: int
    kind: str
    fact: str
    id: str
    part: bool = False


def province_fact(ident: str) -> str:
    return f"p-{ident.lower()}"


def topic_fact(ident: str) -> str:
    return f"t-{ident}"


def ordered(spans: Iterable[Span]) -> list[Span]:
    """The spans in the order of the text, each once, empty ones left out."""
    return sorted({(start, end) for start, end in spans if start < end})


def day_first(spans: Sequence[Span]) -> list[Span]:
    """The phrase that says the event's day, which leads its spans, and then the evidence for the rest of the date."""
    first = [span for span in spans[:1] if span[0] < span[1]]
    return [*first, *(span for span in ordered(spans) if span not in first)]


def marks_of(record: Record) -> list[Mark]:
    """All marks in the order in which they open: by start, then the longer first, then as facts are listed."""
    marks = [mark for kind, fact, part, spans in _facts(record) for mark in _marks(kind, fact, part, spans)]
    marks.sort(key=_opening)
    return marks


def _opening(mark: Mark) -> tuple[int, int, bool]:
    """The day of the event is innermost of equals: its phrase leads back to the date."""
    return mark.start, -mark.end, mark.id == "date-1"


def _marks(kind: str, fact: str, part: str, spans: Sequence[Span]) -> Iterator[Mark]:
    if not spans:
        return
    number = 0
    for start, end in spans if len(spans) == 1 or fact == "date" else ordered(spans):
        if start < end:
            number += 1
            yield Mark(start, end, kind, fact, f"{fact}-{part}{number}", bool(part))


def _facts(record: Record) -> Iterator[tuple[str, str, str, Sequence[Span]]]:
    """Kind of mark, fact, letter of the part, spans: of the facts that have a row in the fact box, and no others."""
    yield from _event(record)
    for number, agreement in enumerate(record.agreements, 1):
        yield "a", f"a{number}", "", agreement.spans
    for number, delegation in enumerate(record.delegations, 1):
        yield "o", f"d{number}", "", delegation.spans
    for number, official in enumerate(record.officials, 1):
        fact = f"o{number}"
        yield "o", fact, "", official.spans
        yield "r", fact, "r", official.rank_spans
        yield "r", fact, "f", official.position_spans
        yield "r", fact, "b", official.organization_spans
    for number, handover in enumerate(record.handovers, 1):
        yield "f", f"h{number}", "", handover.spans
    for number, figure in enumerate(record.figures, 1):
        yield "f", f"n{number}", "", figure.spans
    for number, gate in enumerate(record.gates, 1):
        yield "p", f"g{number}", "", gate.spans
    for province in record.provinces:
        yield "p", province_fact(province.id), "", province.spans
    for topic in record.topics:
        yield "t", topic_fact(topic.id), "", topic.spans


def _event(record: Record) -> Iterator[tuple[str, str, str, Sequence[Span]]]:
    if record.event_date.value or record.event_date.partial:
        yield "e", "date", "", day_first(record.event_date.spans)
    if record.published and record.published.value:
        yield "e", "published", "", record.published.spans
    if record.event_type:
        yield "e", "type", "", record.event_type.spans
    if record.venue:
        yield "p", "venue", "", record.venue.spans
    yield from _series(record)


def _series(record: Record) -> Iterator[tuple[str, str, str, Sequence[Span]]]:
    if record.series is None:
        return
    if record.series.ordinal is not None:
        yield "e", "series", "", record.series.spans
    for fact, meeting in (("previous", record.series.previous), ("next", record.series.next)):
        if meeting and (meeting.ordinal or meeting.date or meeting.as_written):
            yield "e", fact, "", meeting.spans
