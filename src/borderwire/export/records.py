"""Records as JSON Lines: the format that measurements and third parties rely on (`borderwire schema`)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from borderwire.errors import Problem, Span
from borderwire.model import (
    AgreementFact,
    AppliedCorrection,
    DateFact,
    Delegation,
    EventType,
    Figure,
    GateFact,
    Handover,
    OfficialFact,
    Photo,
    ProvinceFact,
    Record,
    Series,
    SeriesMeeting,
    Source,
    Topic,
    Venue,
)

SCHEMA_ID = "borderwire.record/1"
Json = dict[str, Any]


def to_line(record: Record) -> str:
    """One record as one line of JSON, keys in the order of the schema, no line end."""
    return json.dumps(to_dict(record), ensure_ascii=False, separators=(",", ":"))


def to_lines(records: Iterable[Record]) -> str:
    """Records as JSON Lines."""
    return "".join(to_line(record) + "\n" for record in records)


def to_dict(record: Record) -> Json:
    """A record as plain values; tuples as lists."""
    return {
        "schema": SCHEMA_ID,
        "id": record.id,
        "source": _source(record.source),
        "title": record.title,
        "lead": record.lead,
        "outlet": record.outlet,
        "byline": list(record.byline),
        "event_date": _date(record.event_date, partial=True),
        "event_end": record.event_end,
        "published": _date(record.published) if record.published else None,
        "event_type": _event(record.event_type) if record.event_type else None,
        "venue": _venue(record.venue) if record.venue else None,
        "provinces": [_province(item) for item in record.provinces],
        "officials": [_official(item) for item in record.officials],
        "agreements": [_agreement(item) for item in record.agreements],
        "series": _series(record.series) if record.series else None,
        "figures": [_figure(item) for item in record.figures],
        "delegations": [_delegation(item) for item in record.delegations],
        "handed_over": [_handover(item) for item in record.handovers],
        "border_gates": [_gate(item) for item in record.gates],
        "topics": [_topic(item) for item in record.topics],
        "photos": [_photo(item) for item in record.photos],
        "tags": list(record.tags),
        "problems": [_problem(item) for item in record.problems],
        "corrections": [_correction(item) for item in record.corrections],
    }


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _source(source: Source) -> Json:
    return {"path": source.path, "sha256": source.sha256, "format": source.format}


def _date(date: DateFact, *, partial: bool = False) -> Json:
    row: Json = {"value": date.value, "basis": date.basis, "because": date.because}
    if partial:
        row["partial"] = date.partial
    return {**row, "spans": _spans(date.spans), "rule": date.rule or None}


def _event(event: EventType) -> Json:
    return {"id": event.id, "as_written": event.as_written, "spans": _spans(event.spans), "rule": event.rule or None}


def _venue(venue: Venue) -> Json:
    return {
        "as_written": venue.as_written,
        "province": venue.province,
        "district": venue.district,
        "gate": venue.gate,
        "country": venue.country,
        "spans": _spans(venue.spans),
        "rule": venue.rule or None,
    }


def _province(item: ProvinceFact) -> Json:
    return {
        "id": item.id,
        "name": item.name,
        "country": item.country,
        "role": item.role,
        "as_written": list(item.as_written),
        "spans": _spans(item.spans),
        "rule": item.rule or None,
    }


def _official(item: OfficialFact) -> Json:
    return {
        "name": item.name,
        "rank": item.rank,
        "position": item.position,
        "organization": item.organization,
        "province": item.province,
        "country": item.country,
        "also": list(item.also),
        "variants": list(item.variants),
        "head_of_delegation": item.head_of_delegation,
        "spans": _spans(item.spans),
        "rank_spans": _spans(item.rank_spans),
        "position_spans": _spans(item.position_spans),
        "organization_spans": _spans(item.organization_spans),
        "rule": item.rule or None,
    }


def _agreement(item: AgreementFact) -> Json:
    return {
        "type": item.type,
        "as_written": item.as_written,
        "status": item.status,
        "date": item.date,
        "parties": list(item.parties),
        "subject": item.subject,
        "spans": _spans(item.spans),
        "rule": item.rule or None,
    }


def _series(item: Series) -> Json:
    return {
        "ordinal": item.ordinal,
        "basis": item.basis,
        "as_written": item.as_written,
        "previous": _meeting(item.previous) if item.previous else None,
        "next": _meeting(item.next) if item.next else None,
        "spans": _spans(item.spans),
        "rule": item.rule or None,
    }


def _meeting(item: SeriesMeeting) -> Json:
    return {
        "ordinal": item.ordinal,
        "date": item.date,
        "as_written": item.as_written,
        "venue": item.venue,
        "host": item.host,
        "spans": _spans(item.spans),
    }


def _figure(item: Figure) -> Json:
    return {
        "what": item.what,
        "value": item.value,
        "unit": item.unit,
        "qualifier": item.qualifier,
        "as_written": item.as_written,
        "kind": item.kind,
        "kind_id": item.kind_id,
        "period": item.period,
        "from": item.giver,
        "to": item.receiver,
        "spans": _spans(item.spans),
        "rule": item.rule or None,
    }


def _delegation(item: Delegation) -> Json:
    return {
        "country": item.country,
        "organization": item.organization,
        "head": item.head,
        "spans": _spans(item.spans),
        "rule": item.rule or None,
    }


def _handover(item: Handover) -> Json:
    return {
        "what": item.what,
        "from": item.giver,
        "to": item.receiver,
        "spans": _spans(item.spans),
        "rule": item.rule or None,
    }


def _gate(item: GateFact) -> Json:
    return {
        "id": item.id,
        "name": item.name,
        "as_written": item.as_written,
        "spans": _spans(item.spans),
        "rule": item.rule or None,
    }


def _topic(item: Topic) -> Json:
    return {"id": item.id, "spans": _spans(item.spans)}


def _photo(item: Photo) -> Json:
    spans = [span for span in (item.caption_span, item.credit_span) if span]
    return {"caption": item.caption, "credit": item.credit, "spans": _spans(spans)}


def _problem(item: Problem) -> Json:
    return {"code": item.code, "message": item.message, "spans": _spans(item.spans)}


def _correction(item: AppliedCorrection) -> Json:
    return {
        "action": item.action,
        "field": item.field,
        "index": item.index,
        "was": list(item.was) if isinstance(item.was, tuple) else item.was,
        "value": list(item.value) if isinstance(item.value, tuple) else item.value,
        "why": item.why,
        "by": item.by,
        "at": item.at,
        "spans": _spans(item.spans),
        "basis": item.basis,
    }
