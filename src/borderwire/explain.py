"""A text with its facts marked, which rule made each, and what was considered and rejected, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from borderwire.errors import Span
from borderwire.extract.doc import Note
from borderwire.extract.record import Reading
from borderwire.model import Record

_WIDTH = 88  # characters of a quoted phrase


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact as a line of the report: what field, its value in words, its phrases, and the rule that found it."""

    field: str
    value: str
    spans: tuple[Span, ...]
    rule: str


def explain(reading: Reading) -> str:
    """The report: the marked text, the facts by number, and the rejected candidates. Plain text, ends in a line end."""
    facts = list(_facts(reading.record))
    text = reading.article.text
    parts = [
        f"{reading.record.source.path}",
        "",
        _marked(text, facts),
        "",
        "Facts",
        *(_fact_line(number, fact, text) for number, fact in enumerate(facts, 1)),
        "",
        "Considered and rejected",
        *(_note_line(note, text) for note in reading.notes if not note.accepted),
    ]
    problems = [f"  {problem.code}: {problem.message}" for problem in reading.record.problems]
    if problems:
        parts += ["", "Problems", *problems]
    return "\n".join(parts) + "\n"


def _facts(record: Record) -> Iterator[Fact]:
    date = record.event_date
    because = f", because {date.because}" if date.because else ""
    yield Fact(
        "event_date", f"{date.value or date.partial or 'left open'} ({date.basis}{because})", date.spans, date.rule
    )
    if record.published:
        yield Fact("published", str(record.published.value), record.published.spans, record.published.rule)
    if record.event_type:
        yield Fact("event_type", record.event_type.id, record.event_type.spans, record.event_type.rule)
    if record.venue:
        venue = record.venue
        where = ", ".join(part for part in (venue.district, venue.province, venue.gate) if part)
        yield Fact("venue", f"{venue.as_written}{f' ({where})' if where else ''}", venue.spans, venue.rule)
    yield from _lists(record)


def _lists(record: Record) -> Iterator[Fact]:
    for province in record.provinces:
        yield Fact("provinces", f"{province.id} {province.name} ({province.role})", province.spans, province.rule)
    for person in record.officials:
        office = ", ".join(part for part in (person.rank, person.position, person.organization, person.country) if part)
        yield Fact("officials", f"{person.name}: {office}", person.spans, person.rule)
    for agreement in record.agreements:
        told = f"{agreement.as_written} ({agreement.type}, {agreement.status}, {agreement.date or 'undated'})"
        yield Fact("agreements", told, agreement.spans, agreement.rule)
    if record.series:
        series = record.series
        told = f"number {series.ordinal} ({series.basis})"
        yield Fact("series", told, series.spans, series.rule)
    for figure in record.figures:
        told = f"{figure.what} = {figure.value} {figure.unit or ''}".rstrip() + f" ({figure.qualifier})"
        yield Fact("figures", told, figure.spans, figure.rule)
    for delegation in record.delegations:
        told = f"{delegation.organization or delegation.country}, head: {delegation.head or 'not named'}"
        yield Fact("delegations", told, delegation.spans, delegation.rule)
    for handover in record.handovers:
        yield Fact("handed_over", handover.what, handover.spans, handover.rule)
    for gate in record.gates:
        yield Fact("border_gates", gate.name, gate.spans, gate.rule)
    for topic in record.topics:
        yield Fact("topics", topic.id, topic.spans, "gazetteer")


def _marked(text: str, facts: list[Fact]) -> str:
    """The text with `[3: … ]` around the phrases of fact 3; nested where phrases nest."""
    opening: dict[int, list[tuple[int, int]]] = {}
    closing: dict[int, int] = {}
    for number, fact in enumerate(facts, 1):
        for start, end in fact.spans:
            opening.setdefault(start, []).append((-end, number))
            closing[end] = closing.get(end, 0) + 1
    cuts = sorted({*opening, *closing})
    out: list[str] = []
    at = 0
    for cut in cuts:
        out.append(text[at:cut])
        out.append("]" * closing.get(cut, 0))
        out.extend(f"[{number}: " for _, number in sorted(opening.get(cut, ())))
        at = cut
    return "".join(out) + text[at:]


def _fact_line(number: int, fact: Fact, text: str) -> str:
    quoted = "; ".join(f"“{_quote(text, span)}” {span[0]}-{span[1]}" for span in fact.spans[:3])
    more = f" and {len(fact.spans) - 3} more" if len(fact.spans) > 3 else ""
    return f"  {number:>3} {fact.field:<12} {fact.value}\n        by {fact.rule or 'rule unnamed'}: {quoted}{more}"


def _note_line(note: Note, text: str) -> str:
    return f"  {note.field:<12} “{_quote(text, note.span)}” {note.span[0]}-{note.span[1]}: {note.why} [{note.rule}]"


def _quote(text: str, span: Span) -> str:
    phrase = " ".join(text[span[0] : span[1]].split())
    return phrase if len(phrase) <= _WIDTH else phrase[: _WIDTH - 1] + "…"
