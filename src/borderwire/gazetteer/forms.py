"""Turns the forms of a row into entries of the matcher; variants that follow a rule are made here, not listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from borderwire.gazetteer.matcher import Entry
from borderwire.gazetteer.rows import Row

FORM_KEYS = ("name", "forms", "capitalised", "cued", "name_matched")
# Abbreviations that may be written with a full stop: "UBND TP.Huế".
_DOTTED = frozenset(["TP", "TX", "H"])
# Names of the Central Highlands, written after several habits: Đắk Lắk, Đăk Lăk, Đắc Lắc, Dak Lak.
_DAK = ("Đắk", "Đăk", "Đắc", "Đăc", "Đak", "Dak")
_LAK = ("Lắk", "Lăk", "Lắc", "Lăc", "Lak")
_HIGHLAND = {**dict.fromkeys(_DAK, _DAK), "Lắk": _LAK}
_APOSTROPHES = "'’‘"


def row_forms(row: Row) -> tuple[str, ...]:
    """All forms of a row as listed: its name (unless `name_matched: false`), then the rest, each once."""
    name = (row.text("name"),) if "name" in row.values and row.flag("name_matched", True) else ()
    listed = (*name, *row.strings("forms"), *row.strings("capitalised"), *row.strings("cued"))
    return tuple(dict.fromkeys(listed))


def row_entries(
    row: Row, kind: str, ident: str, forms: Iterable[str] | None = None, *, place: bool = False
) -> Iterator[Entry]:
    """Entries of a row. `capitalised` and `cued` say which forms carry the flag; place: the forms name places."""
    capitalised = frozenset(row.strings("capitalised"))
    cued = frozenset(row.strings("cued"))
    for form in row_forms(row) if forms is None else forms:
        for variant in place_variants(form) if place else variants(form):
            yield Entry(kind, ident, variant, capital=form in capitalised, cue=form in cued)


def variants(form: str) -> Iterator[str]:
    """The form; without commas; with an en dash for a hyphen between names; with a full stop after a final TP."""
    yield form
    if "," in form:
        yield form.replace(",", "")
    if " - " in form:
        yield form.replace(" - ", " – ")
    if form.rpartition(" ")[2] in _DOTTED:
        yield form + "."


def place_variants(form: str) -> Iterator[str]:
    """`variants`, and the habits of the Highlands and of apostrophes: `Đăk Glei`, `Ia H’Drai`."""
    yield from variants(form)
    parts = form.split()
    if not _HIGHLAND.keys().isdisjoint(parts):
        yield from (" ".join(row) for row in product(*(_HIGHLAND.get(part, (part,)) for part in parts)))
    for mark in _APOSTROPHES:
        if mark in form:
            yield from (form.replace(mark, other) for other in _APOSTROPHES if other != mark)
