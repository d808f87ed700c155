"""Which fields of a record a keeper may correct, and of what type each is.

Names are those of the record format (`borderwire schema`): what readers see in the data is what a keeper writes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from typing import Any

from borderwire.correction import Listed, Plain, Scalar, Written
from borderwire.gazetteer import Gazetteer
from borderwire.model import (
    AgreementFact,
    Delegation,
    Figure,
    GateFact,
    Handover,
    OfficialFact,
    ProvinceFact,
    Series,
    Topic,
    Venue,
)
from borderwire.text import fold, normalize

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_KINDS = {
    "bool": "true or false", "int": "a number", "float": "a number", "null": "nothing", "timestamp": "a date",
    "str": "a text",
}  # fmt: skip


class MistypedError(Exception):
    """A value that a field cannot hold: the line, what is wrong, and how to write it."""

    def __init__(self, line: int, message: str, hint: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message
        self.hint = hint


Reader = Callable[[Written, Gazetteer], Plain]


def _scalar(written: Written) -> Scalar:
    if isinstance(written, Scalar):
        return written
    found = "a list" if isinstance(written, Listed) else "a map"
    raise MistypedError(written.line, f"must be a single value, not {found}.", "Write one value.")


def _text(written: Written, _gazetteer: Gazetteer) -> Plain:
    scalar = _scalar(written)
    if scalar.kind != "str":
        message = f"must be a text, but YAML reads it as {_KINDS[scalar.kind]}."
        raise MistypedError(scalar.line, message, f'Quote it: "{scalar.text[:60]}".')
    value = " ".join(normalize(scalar.text).split())
    if not value:
        raise MistypedError(scalar.line, "is empty.", "Write null for nothing.")
    return value


def _texts(written: Written, gazetteer: Gazetteer) -> Plain:
    if isinstance(written, Listed):
        return tuple(str(_text(item, gazetteer)) for item in written.items)
    raise MistypedError(written.line, "must be a list.", "Write it as [one, two], or [] for none.")


def _day(written: Written, _gazetteer: Gazetteer) -> Plain:
    scalar = _scalar(written)
    match = _ISO.match(scalar.text.strip())
    if not match:
        message = f"is no date: {scalar.text[:40]}."
        raise MistypedError(scalar.line, message, "Write it as 2024-05-31, 2024-05 or 2024.")
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise MistypedError(scalar.line, f"there is no such day: {scalar.text[:40]}.", "Correct the date.") from None
    return match[0]


def _number(written: Written, _gazetteer: Gazetteer) -> Plain:
    scalar = _scalar(written)
    plain = scalar.text.replace("_", "")
    if scalar.kind == "int" and re.fullmatch(r"[+-]?\d{1,18}", plain) and not re.match(r"[+-]?0\d", plain):
        return int(plain)
    if scalar.kind == "float" and re.fullmatch(r"[+-]?\d{1,15}\.\d{0,9}", plain):
        return float(plain)
    raise MistypedError(scalar.line, f"must be a number: {scalar.text[:40]}.", "Write it as 1250 or 12.5.")


def _ordinal(written: Written, gazetteer: Gazetteer) -> Plain:
    value = _number(written, gazetteer)
    if not isinstance(value, int) or not 1 <= value <= 999:
        raise MistypedError(written.line, "must be a whole number from 1.", "Write it as 13.")
    return value


def _flag(written: Written, _gazetteer: Gazetteer) -> Plain:
    scalar = _scalar(written)
    if scalar.kind != "bool" or scalar.text.lower() not in ("true", "false"):
        raise MistypedError(scalar.line, "must be true or false.", "Write true or false.")
    return scalar.text.lower() == "true"


def _one_of(*known: str) -> Reader:
    def read(written: Written, _gazetteer: Gazetteer) -> Plain:
        scalar = _scalar(written)
        if scalar.text not in known:
            raise MistypedError(scalar.line, f"is not known: {scalar.text[:40]}.", _near(scalar.text, known))
        return scalar.text

    return read


def _id_of(table: str, what: str) -> Reader:
    """An id of the gazetteer; its name in either language leads to it."""

    def read(written: Written, gazetteer: Gazetteer) -> Plain:
        scalar = _scalar(written)
        rows: Mapping[str, Any] = getattr(gazetteer, table)
        if scalar.text in rows:
            return scalar.text
        wanted = fold(scalar.text)
        named = [ident for ident, row in rows.items() if wanted in (fold(row.name), fold(_english(row)))]
        hint = f"Write {named[0]}." if named else _near(scalar.text, rows)
        raise MistypedError(scalar.line, f"is no {what}: {scalar.text[:40]}.", hint)

    return read


def _rank(written: Written, gazetteer: Gazetteer) -> Plain:
    """A rank as the archive writes it; one of its other forms leads to it."""
    text, scalar = str(_text(written, gazetteer)), _scalar(written)
    names = [rank.name for rank in gazetteer.ranks.values()]
    if text in names:
        return text
    wanted = fold(text)
    named = [rank.name for rank in gazetteer.ranks.values() if wanted in map(fold, (*rank.forms, rank.name_en))]
    hint = f"Write {named[0]}." if named else _near(text, names)
    raise MistypedError(scalar.line, f"is no rank: {text[:40]}.", hint)


def _english(row: Any) -> str:
    return str(getattr(row, "name_en", "") or "")


def _near(given: str, known: Any) -> str:
    close = get_close_matches(given, known, n=1) or get_close_matches(given.lower(), known, n=1)
    if close:
        return f"Did you mean {close[0]}?"
    rows = sorted(known)
    return f"Known: {', '.join(rows[:12])}{' ...' if len(rows) > 12 else ''}."


@dataclass(frozen=True, slots=True)
class Field:
    """A value that can be set. attribute: its name in the model; empty: it may be null; former: reads what stood there,
    where it may be what a keeper may not write."""

    attribute: str
    read: Reader
    empty: bool = False
    former: Reader | None = None

    def value(self, written: Written, gazetteer: Gazetteer) -> Plain:
        """The value by its type. Raises MistypedError."""
        if isinstance(written, Scalar) and written.kind == "null":
            if self.empty:
                return None
            raise MistypedError(written.line, "must not be empty.", "To take the fact away, write a `drop`.")
        return self.read(written, gazetteer)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fact of which a record holds a list, or at most one. attribute: its name in the model; main: the field
    that names a fact; needed: what a new fact must say; base: what it holds besides; unique: one fact for one main
    value in an article; quoted: the field that takes the quoted phrase where nothing is given."""

    attribute: str
    fact: type[Any]
    main: str
    fields: Mapping[str, Field]
    needed: tuple[str, ...] = ()
    base: Mapping[str, Any] | None = None
    single: bool = False
    unique: bool = False
    quoted: str | None = None


_COUNTRY = Field("country", _one_of("VN", "LA"), empty=True)
_PROVINCE = Field("province", _id_of("provinces", "province (ISO 3166-2)"), empty=True)
_STATUS = _one_of("signed", "exchanged", "referenced", "planned")
_QUALIFIER = _one_of("exact", "over", "nearly", "about", "at-least", "at-most")


def _may(attribute: str, read: Reader = _text) -> Field:
    return Field(attribute, read, empty=True)


def _must(attribute: str, read: Reader = _text) -> Field:
    return Field(attribute, read)


# Fields of the article as a whole.
SINGLE: dict[str, Field] = {
    "title": _must("title"),
    "event_date": _may("event_date", _day),
    "event_end": _may("event_end", _day),
    "published": _may("published", _day),
    "event_type": _may("event_type", _id_of("events", "kind of event")),
}
_OFFICIAL = {
    "name": _must("name"), "rank": Field("rank", _rank, empty=True, former=_text), "position": _may("position"),
    "organization": _may("organization"), "province": _PROVINCE, "country": _COUNTRY, "also": _must("also", _texts),
    "head_of_delegation": _must("head_of_delegation", _flag),
}  # fmt: skip
_AGREEMENT = {
    "as_written": _must("as_written"), "type": _must("type", _id_of("documents", "type of document")),
    "status": _must("status", _STATUS), "date": _may("date", _day), "parties": _must("parties", _texts),
    "subject": _may("subject"),
}  # fmt: skip
_FIGURE = {
    "what": _must("what"), "value": _must("value", _number), "unit": _may("unit"),
    "qualifier": _must("qualifier", _QUALIFIER), "as_written": _must("as_written"), "kind": _may("kind"),
    "period": _may("period"), "from": _may("giver"), "to": _may("receiver"),
}  # fmt: skip
_VENUE = {
    "as_written": _must("as_written"), "province": _PROVINCE, "district": _may("district"),
    "gate": _may("gate", _id_of("gates", "border gate")), "country": _COUNTRY,
}  # fmt: skip
_PROVINCES = {
    "id": _must("id", _id_of("provinces", "province (ISO 3166-2)")),
    "role": _must("role", _one_of("party", "venue", "mentioned")),
}  # fmt: skip
_DELEGATION = {"organization": _may("organization"), "country": _COUNTRY, "head": _may("head")}
_HANDOVER = {"what": _must("what"), "from": _may("giver"), "to": _may("receiver")}

KINDS: dict[str, Kind] = {
    "venue": Kind("venue", Venue, "as_written", _VENUE, single=True, quoted="as_written"),
    "provinces": Kind("provinces", ProvinceFact, "id", _PROVINCES, ("id",), {"role": "mentioned"}, unique=True),
    "officials": Kind("officials", OfficialFact, "name", _OFFICIAL, ("name",)),
    "agreements": Kind(
        "agreements", AgreementFact, "as_written", _AGREEMENT, ("type", "status"), {"parties": ()}, quoted="as_written"
    ),
    "series": Kind(
        "series", Series, "ordinal", {"ordinal": _must("ordinal", _ordinal)}, ("ordinal",), {"basis": "explicit"},
        single=True,
    ),
    "figures": Kind(
        "figures", Figure, "as_written", _FIGURE, ("what", "value"), {"qualifier": "exact"}, quoted="as_written"
    ),
    "delegations": Kind("delegations", Delegation, "organization", _DELEGATION, ("organization",)),
    "handed_over": Kind("handovers", Handover, "what", _HANDOVER, quoted="what"),
    "border_gates": Kind(
        "gates", GateFact, "id", {"id": _must("id", _id_of("gates", "border gate"))}, ("id",), unique=True
    ),
    "topics": Kind("topics", Topic, "id", {"id": _must("id", _id_of("topics", "topic"))}, ("id",), unique=True),
}  # fmt: skip

# Words that a keeper may well use, and what the record format calls it.
_ALSO_CALLED = {
    "office": "position", "function": "position", "body": "organization", "side": "country", "kind": "type",
    "date": "event_date", "place": "venue", "people": "officials", "documents": "agreements", "number": "ordinal",
    "type": "event_type", "gates": "border_gates", "handovers": "handed_over", "giver": "from", "receiver": "to",
}  # fmt: skip


@cache
def settable() -> tuple[str, ...]:
    """Every dotted name that `set` takes."""
    return (*SINGLE, *(f"{name}.{field}" for name, kind in KINDS.items() for field in kind.fields))


def nearest(given: str, known: tuple[str, ...]) -> str:
    """Advice on a field that is not known."""
    root, dot, leaf = given.partition(".")
    other = f"{root}.{_ALSO_CALLED[leaf]}" if leaf in _ALSO_CALLED else _ALSO_CALLED.get(root, "") + dot + leaf
    if other in known:
        return f"Did you mean {other}?"
    inside = [name for name in known if name.startswith(f"{root}.")]
    if inside and not leaf:
        return f"Say what of it: {', '.join(inside)}."
    return _near(given, known)
