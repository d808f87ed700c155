"""The facts of a record while corrections are applied: found by their place in the text, changed, put back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from typing import Any

from borderwire.correction import AppliedCorrection, Plain
from borderwire.errors import Span
from borderwire.gazetteer import Gazetteer
from borderwire.model import Figure, GateFact, ProvinceFact, Record
from borderwire.resolve.correction_fields import KINDS, Kind

_PARTS = ("rank_spans", "position_spans", "organization_spans")


@dataclass(eq=False)
class Slot:
    """A fact and the corrections applied to it."""

    fact: Any
    applied: list[AppliedCorrection] = field(default_factory=list)

    def overlap(self, span: Span, attributes: tuple[str, ...] = ("spans",)) -> int:
        """How many characters of the span the fact is read from."""
        rows = (place for name in attributes for place in getattr(self.fact, name, ()))
        return max((min(end, span[1]) - max(start, span[0]) for start, end in rows), default=0)

    @property
    def start(self) -> int:
        return min((start for start, _ in self.fact.spans), default=0)


class Slots:
    """All facts of a record by kind."""

    def __init__(self, record: Record) -> None:
        self._rows: dict[str, list[Slot]] = {}
        for name, kind in KINDS.items():
            value = getattr(record, kind.attribute)
            facts = value if isinstance(value, tuple) else () if value is None else (value,)
            self._rows[name] = [Slot(fact) for fact in facts]

    def of(self, name: str) -> list[Slot]:
        return self._rows[name]

    def at(self, name: str, span: Span) -> list[Slot]:
        """The facts read from the phrase; where none is named in it, those whose rank, office or body is."""
        rows = [slot for slot in self._rows[name] if slot.overlap(span) > 0]
        return rows or [slot for slot in self._rows[name] if slot.overlap(span, _PARTS) > 0]

    def add(self, name: str, fact: Any, correction: AppliedCorrection) -> None:
        """Put a new fact where the text has it among its kind."""
        rows, slot = self._rows[name], Slot(fact, [correction])
        place = next((index for index, other in enumerate(rows) if other.start > slot.start), len(rows))
        rows.insert(place, slot)

    def drop(self, name: str, slot: Slot) -> None:
        self._rows[name].remove(slot)

    def fields(self) -> dict[str, Any]:
        """The record's fields with the facts as they are now."""
        return {
            kind.attribute: (
                (self._rows[name][0].fact if self._rows[name] else None)
                if kind.single
                else tuple(slot.fact for slot in self._rows[name])
            )
            for name, kind in KINDS.items()
        }

    def applied(self) -> Iterator[AppliedCorrection]:
        """The corrections of the facts that stand, with the places where they stand now."""
        for name, kind in KINDS.items():
            for index, slot in enumerate(self._rows[name]):
                for correction in slot.applied:
                    yield replace(correction, index=None if kind.single else index)


def fact_of(
    kind: Kind, values: Mapping[str, Plain], span: Span, text: str, gazetteer: Gazetteer, rule: str
) -> Any:  # fmt: skip
    """A new fact with the pinned phrase as its evidence. values: by the names of the record format."""
    quote = " ".join(text[slice(*span)].split())
    required = (item.name for item in fields(kind.fact) if item.default is MISSING)
    given: dict[str, Any] = dict.fromkeys(required)
    given |= kind.base or {}
    if kind.quoted:
        given[kind.fields[kind.quoted].attribute] = quote
    given |= {kind.fields[name].attribute: value for name, value in values.items()}
    if "as_written" in given and given["as_written"] is None:
        given["as_written"] = quote
    if kind.fact is ProvinceFact:
        given["as_written"] = (quote,)
    given["spans"] = (span,)
    if any(item.name == "rule" for item in fields(kind.fact)):
        given["rule"] = rule
    if kind.fact is Figure:
        given["kind_id"] = gazetteer.goods_of(given.get("kind"))
    return kind.fact(**{**given, **_derived(kind, given.get("id"), gazetteer)})


def set_field(kind: Kind, fact: Any, attribute: str, value: Plain, gazetteer: Gazetteer) -> Any:
    """The fact with another value, and with what follows from it."""
    derived = _derived(kind, value, gazetteer) if attribute == "id" else {}
    if kind.fact is Figure and attribute == "kind":
        derived = {"kind_id": gazetteer.goods_of(value if isinstance(value, str) else None)}
    return replace(fact, **{attribute: value, **derived})


def _derived(kind: Kind, ident: Any, gazetteer: Gazetteer) -> dict[str, Any]:
    """What the gazetteer knows of a thing by its id."""
    if kind.fact is ProvinceFact:
        row = gazetteer.provinces[ident]
        return {"name": row.name, "country": row.country}
    if kind.fact is GateFact:
        return {"name": gazetteer.gates[ident].name}
    return {}
