"""Rows of places: provinces, districts and gates."""

from __future__ import annotations

import re
from collections.abc import Iterable

from borderwire.gazetteer.collected import Collected, country_of
from borderwire.gazetteer.forms import FORM_KEYS, place_variants, row_entries, row_forms
from borderwire.gazetteer.lao import lao_spellings
from borderwire.gazetteer.matcher import Entry, syllables
from borderwire.gazetteer.rows import Row
from borderwire.gazetteer.types import District, Gate, Province
from borderwire.model import Country
from borderwire.text import fold


def province(row: Row, to: Collected) -> None:
    row.only((
        *FORM_KEYS, "id", "name_en", "name_lao", "kind", "valid_from", "valid_until", "merged_into", "merged_from",
        "successors", "borders", "capital", "lat_lng",
    ))  # fmt: skip
    ident = row.text("id")
    value = Province(
        id=ident,
        name=row.text("name"),
        country=country_of(row, ident[:2]),
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
    _add(to, row_entries(row, "province", ident, place=True), value.country)


def _add(to: Collected, entries: Iterable[Entry], country: Country) -> None:
    """Names of provinces also with syllables run together ("SơnLa"); Lao names of more than one syllable also in the
    spellings that follow a rule."""
    if country == "VN":
        for entry in entries:
            to.add([entry], joined=entry.kind == "province")
        return
    for entry in entries:
        to.add([entry], joined=True)
        if len(syllables(entry.form)) > 1 or entry.kind == "province":
            others = (entry._replace(form=form) for form in dict.fromkeys(lao_spellings(entry.form)))
            to.add(others, joined=entry.kind == "province")


def district(row: Row, to: Collected) -> None:
    row.only((*FORM_KEYS, "id", "province"))
    value = District(
        row.text("id"), row.text("name"), country_of(row, row.text("id")[:2]), row.text("province"), row_forms(row)
    )
    to.put(row, "district", value)
    _add(to, row_entries(row, "district", value.id, place=True), value.country)


# Key of a list of Vietnamese units below the province -> kind.
_UNITS = {"cities": "city", "towns": "town", "urban": "urban", "districts": "district"}


def vietnamese_districts(row: Row, to: Collected) -> None:
    """All units below one province: names count after a cue, those of the section `known` also alone.

    until: "NAME YYYY-MM-DD", the last day of a unit that was merged early."""
    row.only(("province", "until", *_UNITS))
    ident = row.text("province")
    known = frozenset(to.words["known"])
    ends = {name: day for name, _, day in (item.rpartition(" ") for item in row.strings("until"))}
    for name in ends.keys() - {name for list_key in _UNITS for name in row.strings(list_key)}:
        raise row.error(f"there is no {name!r} in this row.", "until", "Write the name of a unit and its last day.")
    for list_key, kind in _UNITS.items():
        for name in row.strings(list_key):
            value = District(f"{ident}.{_latin(name)}", name, "VN", ident, (name,), kind, ends.get(name))
            to.put(row, "district", value)
            cue = name not in known
            to.add(Entry("district", value.id, form, cue=cue) for form in place_variants(name))


def district_spellings(row: Row, to: Collected) -> None:
    """More forms of a district that stands elsewhere; they count like its name."""
    row.only(("id", "forms"))
    known = to.things.get("district", {}).get(row.text("id"))
    if known is None:
        raise row.error(f"there is no district {row.text('id')}.", "id", "Use the id of a district.")
    cue = known.name not in to.words["known"]
    for form in row.strings("forms"):
        to.add(Entry("district", known.id, variant, cue=cue) for variant in place_variants(form))


def gate(row: Row, to: Collected) -> None:
    row.only((*FORM_KEYS, "id", "level", "provinces"))
    value = Gate(row.text("id"), row.text("name"), row.optional("level"), row.strings("provinces"), row_forms(row))
    to.put(row, "gate", value)
    to.add(row_entries(row, "gate", value.id, place=True), joined=True)


def _latin(name: str) -> str:
    """The ASCII part of a district's id. Faster than `text.slug`, and names hold nothing but letters and marks."""
    return re.sub(r"[^a-z]+", "-", fold(name)).strip("-")


def _lat_lng(row: Row) -> tuple[float, float] | None:
    pair = row.strings("lat_lng")
    if not pair:
        return None
    try:
        latitude, longitude = (float(part) for part in pair)
    except ValueError:
        raise row.error("must be two numbers, latitude and longitude.", "lat_lng") from None
    return latitude, longitude
