"""What each section of the gazetteer's files may hold, and how its rows become typed values and entries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, cast

from borderwire.gazetteer.forms import FORM_KEYS, row_entries, row_forms, variants
from borderwire.gazetteer.matcher import Entry
from borderwire.gazetteer.rows import Row
from borderwire.gazetteer.types import (
    Body,
    District,
    DocumentType,
    EventType,
    Gate,
    Office,
    Province,
    Rank,
    Term,
    TopicType,
)
from borderwire.model import Country
from borderwire.text import fold, key


@dataclass(slots=True)
class Collected:
    """What the files have given so far. things: kind -> id -> value; words: lists of strings by section."""

    things: dict[str, dict[str, Any]] = field(default_factory=dict)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    levels: dict[str, Row] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    joined: list[Entry] = field(default_factory=list)
    origins: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)

    def put(self, row: Row, kind: str, value: Any) -> None:
        """Keep a value under its id; an id stands once."""
        where = (kind, value.id)
        if where in self.origins:
            path, line = self.origins[where]
            raise row.error(f"{value.id} stands already in {path}:{line}.", "id", "Give it an id of its own.")
        self.origins[where] = (row.path, row.line)
        self.things.setdefault(kind, {})[value.id] = value


def province(row: Row, to: Collected) -> None:
    row.only((
        *FORM_KEYS, "id", "name_en", "name_lao", "kind", "valid_from", "valid_until", "merged_into", "merged_from",
        "successors", "borders", "capital", "lat_lng",
    ))  # fmt: skip
    ident = row.text("id")
    value = Province(
        id=ident,
        name=row.text("name"),
        country=_country(row, ident[:2]),
        kind=row.text("kind"),
        name_en=row.text("name_en"),
        name_lao=row.optional("name_lao"),
        forms=row_forms(row),
        valid_from=row.optional("valid_from"),
        valid_until=row.optional("valid_until"),
        merged_into=row.optional("merged_into"),
        merged_from=row.strings("merged_from"),
        borders=row.strings("borders"),
        capital=row.optional("capital"),
        lat_lng=_lat_lng(row),
        successors=row.strings("successors"),
    )
    to.put(row, "province", value)
    (to.joined if value.country == "LA" else to.entries).extend(row_entries(row, "province", ident))


def district(row: Row, to: Collected) -> None:
    row.only((*FORM_KEYS, "id", "province"))
    value = District(
        row.text("id"), row.text("name"), _country(row, row.text("id")[:2]), row.text("province"), row_forms(row)
    )
    to.put(row, "district", value)
    (to.joined if value.country == "LA" else to.entries).extend(row_entries(row, "district", value.id))


# Key of a list of Vietnamese units below the province -> kind.
_UNITS = {"cities": "city", "towns": "town", "urban": "urban", "districts": "district"}


def vietnamese_districts(row: Row, to: Collected) -> None:
    """All units below one province: names count after a cue, those of the section `known` also alone."""
    row.only(("province", *_UNITS))
    ident = row.text("province")
    known = frozenset(to.words["known"])
    for list_key, kind in _UNITS.items():
        for name in row.strings(list_key):
            value = District(f"{ident}.{_latin(name)}", name, "VN", ident, (name,), kind)
            to.put(row, "district", value)
            to.entries.append(Entry("district", value.id, name, cue=name not in known))


def gate(row: Row, to: Collected) -> None:
    row.only((*FORM_KEYS, "id", "level", "provinces"))
    value = Gate(
        row.text("id"), row.text("name"), row.optional("level"), row.strings("provinces"), row_forms(row)
    )
    to.put(row, "gate", value)
    to.joined.extend(row_entries(row, "gate", value.id))


def rank(row: Row, to: Collected) -> None:
    row.only((*FORM_KEYS, "id", "name_en", "order"))
    value = Rank(row.text("id"), row.text("name"), row.text("name_en"), row.number("order"), row_forms(row))
    to.put(row, "rank", value)
    to.entries.extend(row_entries(row, "rank", value.id))


def office(row: Row, to: Collected) -> None:
    """An office; with `deputy` also the office of its deputy; both with the words for acting and former ones."""
    row.only((*FORM_KEYS, "id", "name_en", "sphere", "order", "role", "deputy"))
    forms, role = row_forms(row), row.flag("role")
    ident, name, order = row.text("id"), row.text("name"), row.number("order")
    _put_office(row, to, Office(ident, name, row.text("name_en"), row.text("sphere"), order, forms, role))
    deputy = row.optional("deputy")
    if deputy is not None:
        below = tuple("Phó " + form for form in forms)
        _put_office(
            row, to, Office("pho-" + ident, "Phó " + name, deputy, row.text("sphere"), order - 3, below, role), "Phó "
        )


def _put_office(row: Row, to: Collected, value: Office, before: str = "") -> None:
    to.put(row, "office", value)
    cued = frozenset(before + form for form in row.strings("cued"))
    prefixes = ("",) if value.role else ("", *to.words["former"], *to.words["acting"])
    for form in value.forms:
        for prefix in prefixes:
            for variant in variants(f"{prefix} {form}".strip()):
                to.entries.append(Entry("office", value.id, variant, cue=form in cued))


def family(row: Row, to: Collected) -> None:
    """A body that exists at several levels: "Công an" + "tỉnh" is the body police-province."""
    row.only(("id", "name", "name_en", "country", "heads", "levels", "plain"))
    ident, name, english = row.text("id"), row.text("name"), row.text("name_en")
    country = _country(row, row.optional("country")) if "country" in row.values else None
    heads = row.strings("heads")
    if row.flag("plain", True):
        _put_body(row, to, Body(ident, name, english, "service", country, "province", heads))
    for level in row.strings("levels"):
        if level not in to.levels:
            raise row.error(f"the level {level!r} is not among the levels.", "levels")
        words = to.levels[level]
        forms = tuple(f"{head} {word}" for head in heads for word in words.strings("forms"))
        label = f"{name} {words.strings('forms')[0]}"
        full = f"{words.text('name_en')} {english}"
        _put_body(row, to, Body(f"{ident}-{level}", label, full, level, country, level, forms))


def body(row: Row, to: Collected) -> None:
    row.only((*FORM_KEYS, "id", "name_en", "level", "country", "place"))
    value = Body(
        id=row.text("id"),
        name=row.text("name"),
        name_en=row.text("name_en"),
        level=row.text("level"),
        country=_country(row, row.optional("country")) if "country" in row.values else None,
        place=row.optional("place"),
        forms=row_forms(row),
    )
    to.put(row, "body", value)
    to.entries.extend(row_entries(row, "body", value.id))


def _put_body(row: Row, to: Collected, value: Body) -> None:
    to.put(row, "body", value)
    for form in value.forms:
        to.entries.extend(Entry("body", value.id, variant) for variant in variants(form))


def ministries(row: Row, to: Collected) -> None:
    """Names after "Bộ": one body "ministry" for all, the police's and the army's among them."""
    forms = tuple("Bộ " + name for name in row.strings("forms"))
    _put_body(row, to, Body("ministry", "Bộ", "ministry", "ministry", None, None, forms))


def departments(row: Row, to: Collected) -> None:
    """Names after "Sở", with or without "tỉnh"."""
    heads = [f"{head} {name}" for head in ("Sở", "Ty") for name in row.strings("forms")]
    forms = tuple(f"{head}{level}" for head in heads for level in ("", " tỉnh", " thành phố", " TP"))
    _put_body(row, to, Body("department-province", "Sở", "provincial department", "province", None, "province", forms))


def document(row: Row, to: Collected) -> None:
    row.only((*FORM_KEYS, "id", "name_en", "agreement"))
    value = DocumentType(
        row.text("id"), row.text("name"), row.text("name_en"), row.flag("agreement"), row_forms(row)
    )
    to.put(row, "document", value)
    to.entries.extend(row_entries(row, "document", value.id))


def event(row: Row, to: Collected) -> None:
    row.only((*FORM_KEYS, "id", "name_en", "order"))
    value = EventType(row.text("id"), row.text("name"), row.text("name_en"), row.number("order"), row_forms(row))
    to.put(row, "event", value)
    to.entries.extend(row_entries(row, "event", value.id))


def topic(row: Row, to: Collected) -> None:
    """The name of a topic is a label, no form."""
    row.only(("id", "name", "name_en", "forms"))
    value = TopicType(row.text("id"), row.text("name"), row.text("name_en"), row.strings("forms"))
    to.put(row, "topic", value)
    to.entries.extend(row_entries(row, "topic", value.id, value.forms))


def _term(kind: str) -> Callable[[Row, Collected], None]:
    def read(row: Row, to: Collected) -> None:
        row.only((*FORM_KEYS, "id", "name_en"))
        value = Term(row.text("id"), row.text("name"), row.text("name_en"), row_forms(row))
        to.put(row, kind, value)
        to.entries.extend(row_entries(row, kind, value.id))

    return read


def _plain(kind: str) -> Callable[[Row, Collected], None]:
    """A list of forms; the id of each is its own match key."""

    def read(row: Row, to: Collected) -> None:
        to.entries.extend(Entry(kind, _ident(form), form) for form in row.strings("forms"))

    return read


def level(row: Row, to: Collected) -> None:
    row.only(("id", "name_en", "forms"))
    to.levels[row.text("id")] = row


def words(row: Row, to: Collected) -> None:
    to.words[row.section] = row.strings("forms")


def _latin(name: str) -> str:
    """The ASCII part of a district's id. Faster than `text.slug`, and names hold nothing but letters and marks."""
    return re.sub(r"[^a-z]+", "-", fold(name)).strip("-")


def _ident(form: str) -> str:
    return " ".join(key(part) for part in form.split())


def _country(row: Row, value: str | None) -> Country:
    if value not in ("VN", "LA"):
        raise row.error(f"the country must be VN or LA, not {value!r}.", "id" if "country" not in row.values else "country")
    return cast(Country, value)


def _lat_lng(row: Row) -> tuple[float, float] | None:
    pair = row.strings("lat_lng")
    if not pair:
        return None
    try:
        latitude, longitude = (float(part) for part in pair)
    except ValueError:
        raise row.error("must be two numbers, latitude and longitude.", "lat_lng") from None
    return latitude, longitude


# In the order in which they are read: words that others need first; then the meaning that comes first wins where two
# kinds share a form.
SECTIONS: dict[str, Callable[[Row, Collected], None]] = {
    "former": words,
    "acting": words,
    "surnames": words,
    "known": words,
    "levels": level,
    "provinces": province,
    "countries": _term("country"),
    "ranks": rank,
    "ministries": ministries,
    "offices": office,
    "families": family,
    "bodies": body,
    "departments": departments,
    "documents": document,
    "acts": _term("act"),
    "events": event,
    "topics": topic,
    "gates": gate,
    "districts": district,
    "vietnamese_districts": vietnamese_districts,
    "honorifics": _plain("honorific"),
    "decoys": _plain("decoy"),
}


def collect(rows: Iterator[Row]) -> Collected:
    """All rows of all files, section by section."""
    by_section: dict[str, list[Row]] = {name: [] for name in SECTIONS}
    for row in rows:
        if row.section not in by_section:
            raise row.error("unknown section.", row.section, f"Known sections: {', '.join(SECTIONS)}.")
        by_section[row.section].append(row)
    to = Collected(words={"former": (), "acting": (), "surnames": (), "known": ()})
    for name, read in SECTIONS.items():
        for row in by_section[name]:
            read(row, to)
    return to
