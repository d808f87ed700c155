"""What the archive knows across articles, as one JSON document: people, documents, events, rows of meetings.

One thing stands on one line, so that two builds compare with ordinary tools too; `borderwire diff` reads it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from borderwire import __version__
from borderwire.model import (
    Account,
    Agreement,
    Archive,
    CareerStep,
    Event,
    Haul,
    Judgement,
    MeetingSeries,
    Mention,
    Merge,
    Naming,
    Omitted,
    Person,
    SeriesSlot,
    Titles,
    Total,
)

ARCHIVE_ID = "borderwire.archive/1"
Json = dict[str, Any]


def archive_text(archive: Archive) -> str:
    """The document; lists in the archive's order. Articles stand under their ids, facts under their place in the
    article's record, counted from 0."""
    sums = archive.sums
    lists: dict[str, list[Json]] = {
        "people": [_person(item) for item in archive.people],
        "agreements": [_agreement(item) for item in archive.agreements],
        "events": [_event(item) for item in archive.events],
        "series": [_series(item) for item in archive.series],
        "accounts": [_account(item) for item in archive.accounts],
        "totals_by_year": [{"year": year, **_total(item)} for year, items in sums.by_year for item in items],
        "totals_by_pair": [{"pair": list(pair), **_total(item)} for pair, items in sums.by_pair for item in items],
        "hauls": [_haul(item) for item in sums.hauls],
        "judgements": [_judgement(item) for item in archive.judgements],
        "names": [_naming(item) for item in archive.namings],
    }
    parts = [f'"schema":"{ARCHIVE_ID}"', f'"version":"{__version__}"']
    parts += [f'"{name}":[{_lines(rows)}]' for name, rows in lists.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(rows: Iterable[Json]) -> str:
    lines = [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]
    return "\n" + ",\n".join(lines) + "\n" if lines else ""


def _mention(mention: Mention) -> Json:
    return {"article": mention.entry, **({"index": mention.index} if mention.index >= 0 else {})}


def _mentions(mentions: Iterable[Mention]) -> list[Json]:
    return [_mention(mention) for mention in mentions]


def _merges(merges: Iterable[Merge]) -> list[Json]:
    """Why mentions are one thing. `score`: odds in bits, the sum of the weights and of the odds before any evidence."""
    return [
        {
            "one": _mention(merge.left),
            "other": _mention(merge.right),
            "score": round(merge.score, 2),
            "reasons": [
                {"kind": reason.kind, "text": reason.text, "weight": round(reason.weight, 2)}
                for reason in merge.reasons
            ],
        }
        for merge in merges
    ]


def _titles(titles: Titles) -> dict[str, str]:
    return dict(titles)


def _person(item: Person) -> Json:
    return {
        "id": item.id,
        "name": item.name,
        "country": item.country,
        "spellings": list(item.spellings),
        "titles": _titles(item.titles),
        "career": [_step(step) for step in item.career],
        "mentions": _mentions(item.mentions),
        "merges": _merges(item.merges),
    }


def _step(step: CareerStep) -> Json:
    return {
        "rank": step.rank,
        "position": step.position,
        "organization": step.organization,
        "province": step.province,
        "first": step.first,
        "last": step.last,
    }


def _agreement(item: Agreement) -> Json:
    return {
        "id": item.id,
        "label": item.label,
        "titles": _titles(item.titles),
        "type": item.type,
        "status": item.status,
        "date": item.date,
        "parties": list(item.parties),
        "follows": item.follows,
        "carries_out": list(item.carries_out),
        "event": item.event,
        "mentions": _mentions(item.mentions),
        "merges": _merges(item.merges),
    }


def _event(item: Event) -> Json:
    return {
        "id": item.id,
        "date": item.date,
        "end": item.end,
        "type": item.type,
        "parties": list(item.parties),
        "parties_today": list(item.parties_today),
        "venue": item.venue,
        "ordinal": item.ordinal,
        "articles": list(item.entries),
        "merges": _merges(item.merges),
    }


def _series(item: MeetingSeries) -> Json:
    return {
        "id": item.id,
        "titles": _titles(item.titles),
        "parties": list(item.parties),
        "names": list(item.names),
        "bodies": list(item.bodies),
        "meetings": [_slot(slot) for slot in item.slots],
        "missing": list(item.missing),
        "missing_of": [{"years": list(years), "meetings": number} for years, number in item.open],
        "next": _slot(item.next) if item.next else None,
    }


def _slot(slot: SeriesSlot) -> Json:
    return {
        "year": slot.year,
        "ordinal": slot.ordinal,
        "date": slot.date,
        "basis": slot.basis,
        "event": slot.event,
        "article": slot.mention,
        "venue": slot.venue,
    }


def _account(item: Account) -> Json:
    """`groups`: one where all sources that speak of it can be right, else one for each thing that is said."""
    return {
        "event": item.event,
        "articles": list(item.entries),
        "sayings": [{"field": row.field, "groups": [_mentions(group) for group in row.groups]} for row in item.sayings],
    }


def _total(item: Total) -> Json:
    return {
        "what": item.what,
        "unit": item.unit,
        "kind": item.kind,
        "kind_id": item.kind_id,
        "value": item.value,
        "exact": item.exact,
        "at_least": item.low,
        "figures": _mentions(item.parts),
        "left_out": [_omitted(row) for row in item.omitted],
    }


def _omitted(item: Omitted) -> Json:
    """`of`: the figure that it repeats, or may repeat."""
    return {**_mention(item.mention), "why": item.why, **({"of": _mention(item.of)} if item.of else {})}


def _haul(item: Haul) -> Json:
    return {
        "figure": _mention(item.figure),
        "others": _mentions(item.others),
        "reasons": [
            {"kind": row.kind, "text": row.text, "weight": round(row.weight, 2)} for row in item.reasons
        ],
    }  # fmt: skip


def _judgement(item: Judgement) -> Json:
    return {
        "what": item.what,
        "verdict": item.verdict,
        "one": _mention(item.left),
        "other": _mention(item.right),
        "why": item.why,
        "by": item.by,
        "date": item.date,
    }


def _naming(item: Naming) -> Json:
    return {
        "what": item.what,
        "of": _mention(item.of),
        "preferred": item.preferred,
        "also": list(item.also),
        "titles": _titles(item.titles),
    }
