"""The JSON Schema of a record (draft 2020-12), as `borderwire schema` prints it."""

from __future__ import annotations

from typing import Any

from borderwire.export.records import SCHEMA_ID

Json = dict[str, Any]

ISO_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
PARTIAL_DATE = r"^--\d{2}(-\d{2})?$"
ISO_PROVINCE = r"^(VN|LA)-[A-Za-z0-9-]+$"

_TEXT: Json = {"type": "string", "minLength": 1}
_MAYBE_TEXT: Json = {"type": ["string", "null"], "minLength": 1}
_DATE: Json = {"type": ["string", "null"], "pattern": ISO_DATE}
_COUNTRY: Json = {"enum": ["VN", "LA", None]}
_PROVINCE: Json = {"type": ["string", "null"], "pattern": ISO_PROVINCE}
_ORDINAL: Json = {"type": ["integer", "null"], "minimum": 1}
_ANY: Json = {"type": ["string", "number", "boolean", "array", "null"], "items": {"type": "string"}}
_SPANS: Json = {
    "type": "array",
    "description": "[start, end) in code points of the article text",
    "items": {
        "type": "array",
        "items": {"type": "integer", "minimum": 0},
        "minItems": 2,
        "maxItems": 2,
    },
}


def _object(description: str, **properties: Json) -> Json:
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": True,
    }


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _or_null(schema: Json) -> Json:
    return {"anyOf": [schema, {"type": "null"}]}


def _dated(description: str, **more: Json) -> Json:
    return _object(
        description,
        value=_DATE,
        basis={"enum": ["explicit", "inferred", "published", "none"]},
        because=_MAYBE_TEXT,
        spans=_SPANS,
        rule=_MAYBE_TEXT,
        **more,
    )


_MEETING = _object(
    "another meeting of the series",
    ordinal=_ORDINAL,
    date=_DATE,
    as_written=_MAYBE_TEXT,
    venue=_PROVINCE,
    host=_COUNTRY,
    spans=_SPANS,
)


def record_schema() -> Json:
    """The schema as plain values."""
    record = _object(
        "What one article says, read alone.",
        schema={"const": SCHEMA_ID},
        id=_TEXT,
        source=_object("the file", path=_TEXT, sha256={"type": "string", "pattern": "^[0-9a-f]{64}$"}, format=_TEXT),
        title=_MAYBE_TEXT,
        lead=_MAYBE_TEXT,
        outlet=_MAYBE_TEXT,
        byline=_list(_TEXT),
        event_date=_dated("the event reported", partial={"type": ["string", "null"], "pattern": PARTIAL_DATE}),
        event_end=_DATE,
        published=_or_null(_dated("the publication")),
        event_type=_or_null(_object("kind of event", id=_TEXT, as_written=_TEXT, spans=_SPANS)),
        venue=_or_null(
            _object(
                "where it took place",
                as_written=_TEXT,
                province=_PROVINCE,
                district=_MAYBE_TEXT,
                gate=_MAYBE_TEXT,
                country=_COUNTRY,
                spans=_SPANS,
            )
        ),
        provinces=_list(
            _object(
                "a province-level unit that the text names",
                id={"type": "string", "pattern": ISO_PROVINCE},
                name=_TEXT,
                country={"enum": ["VN", "LA"]},
                role={"enum": ["party", "venue", "mentioned"]},
                as_written=_list(_TEXT),
                spans=_SPANS,
            )
        ),
        officials=_list(
            _object(
                "a person with a rank, an office or a function",
                name=_TEXT,
                rank=_MAYBE_TEXT,
                position=_MAYBE_TEXT,
                organization=_MAYBE_TEXT,
                province=_PROVINCE,
                country=_COUNTRY,
                also=_list(_TEXT),
                variants=_list(_TEXT),
                head_of_delegation={"type": "boolean"},
                spans=_SPANS,
                rank_spans=_SPANS,
                position_spans=_SPANS,
                organization_spans=_SPANS,
            )
        ),
        agreements=_list(
            _object(
                "a document of agreement",
                type=_TEXT,
                as_written=_TEXT,
                status={"enum": ["signed", "exchanged", "referenced", "planned"]},
                date=_DATE,
                parties=_list(_TEXT),
                subject=_MAYBE_TEXT,
                spans=_SPANS,
            )
        ),
        series=_or_null(
            _object(
                "the event as one of a numbered row",
                ordinal=_ORDINAL,
                basis={"enum": ["explicit", "inferred"]},
                as_written=_MAYBE_TEXT,
                previous=_or_null(_MEETING),
                next=_or_null(_MEETING),
                spans=_SPANS,
            )
        ),
        figures=_list(
            _object(
                "a number with what it counts",
                what=_TEXT,
                value={"type": "number"},
                unit=_MAYBE_TEXT,
                qualifier={"enum": ["exact", "over", "nearly", "about", "at-least", "at-most"]},
                as_written=_TEXT,
                kind=_MAYBE_TEXT,
                kind_id=_MAYBE_TEXT,
                period=_MAYBE_TEXT,
                **{"from": _MAYBE_TEXT, "to": _MAYBE_TEXT},
                spans=_SPANS,
            )
        ),
        delegations=_list(
            _object(
                "a side's delegation",
                country=_COUNTRY,
                organization=_MAYBE_TEXT,
                head=_MAYBE_TEXT,
                spans=_SPANS,
            )
        ),
        handed_over=_list(
            _object(
                "something handed over",
                what=_TEXT,
                **{"from": _MAYBE_TEXT, "to": _MAYBE_TEXT},
                spans=_SPANS,
            )
        ),
        border_gates=_list(_object("a border gate", id=_TEXT, name=_TEXT, as_written=_TEXT, spans=_SPANS)),
        topics=_list(_object("a field of cooperation", id=_TEXT, spans=_SPANS)),
        photos=_list(_object("a picture", caption=_MAYBE_TEXT, credit=_MAYBE_TEXT, spans=_SPANS)),
        tags={"description": "the keeper's own words for it", **_list(_TEXT)},
        problems=_list(_object("what could not be settled", code=_TEXT, message=_TEXT, spans=_SPANS)),
        corrections=_list(
            _object(
                "what the keeper of the archive has changed; none in the records of single texts",
                action={"enum": ["set", "add", "drop"]},
                field={**_TEXT, "description": "dotted name of the field, as officials.rank"},
                index={"type": ["integer", "null"], "minimum": 0, "description": "place of the fact in its list"},
                was={**_ANY, "description": "what was read from the text"},
                value={**_ANY, "description": "what the keeper put in its place"},
                why=_TEXT,
                by=_TEXT,
                at={**_MAYBE_TEXT, "description": "the phrase of the text that it is pinned to"},
                spans=_SPANS,
                basis={
                    "enum": ["correction", "derived", "sidecar-text", "sidecar-front-matter", "front-matter-text"],
                    "description": "a correction, what follows from one, or metadata and whom they overrule",
                },
            )
        ),
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA_ID, **record}
