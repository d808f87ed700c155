"""Rows of ranks, offices and bodies, with the forms that rules make of them."""

from __future__ import annotations

import re
from itertools import product

from borderwire.gazetteer.collected import Collected, country_of
from borderwire.gazetteer.forms import FORM_KEYS, row_entries, row_forms, variants
from borderwire.gazetteer.matcher import Entry
from borderwire.gazetteer.rows import Row
from borderwire.gazetteer.types import Body, Office, Rank

# Abbreviations of the fields of a ministry, joined: "VH-TT&DL", "NN-PTNT". Their joints change from paper to paper.
_JOINED = re.compile(r"[A-ZĐ]{2,}(?:[&-][A-ZĐ]{2,})+")
_JOINTS = ("-", "&", "")


def rank(row: Row, to: Collected) -> None:
    row.only((*FORM_KEYS, "id", "name_en", "order"))
    value = Rank(row.text("id"), row.text("name"), row.text("name_en"), row.number("order"), row_forms(row))
    to.put(row, "rank", value)
    to.add(row_entries(row, "rank", value.id))


def office(row: Row, to: Collected) -> None:
    """An office; with `deputy` also the office of its deputy; both with the words for acting and former ones."""
    row.only((*FORM_KEYS, "id", "name_en", "sphere", "order", "role", "deputy", "standing"))
    forms, role = row_forms(row), row.flag("role")
    ident, name, order = row.text("id"), row.text("name"), row.number("order")
    _put_office(row, to, Office(ident, name, row.text("name_en"), row.text("sphere"), order, forms, role))
    deputy = row.optional("deputy")
    if deputy is not None:
        below = tuple(short for form in forms for short in _deputies(form))
        if row.flag("standing"):
            below += tuple(form + " Thường trực" for form in below)
        _put_office(
            row, to, Office("pho-" + ident, "Phó " + name, deputy, row.text("sphere"), order - 3, below, role), True
        )


def _deputies(form: str) -> tuple[str, ...]:
    """The deputy of an office; that of an abbreviation is one as well: "CHT", "Phó CHT", "PCHT", "P.CHT"; of any other
    also in short: "P.Chủ tịch"."""
    if form.isascii():
        return (f"P{form}", f"P.{form}", f"Phó {form}") if form.isupper() else (f"Deputy {form}",)
    return (f"Phó {form}", f"P{form}", f"P.{form}") if form.isupper() else (f"Phó {form}", f"P.{form}")


def _put_office(row: Row, to: Collected, value: Office, deputy: bool = False) -> None:
    to.put(row, "office", value)
    cued = frozenset(name for form in row.strings("cued") for name in (_deputies(form) if deputy else (form,)))
    prefixes = ("",) if value.role else ("", *to.words["former"], *to.words["acting"])
    for form in value.forms:
        for prefix in prefixes:
            for variant in variants(f"{prefix} {form}".strip()):
                to.add([Entry("office", value.id, variant, cue=form in cued)])


def family(row: Row, to: Collected) -> None:
    """A body that exists at several levels: "Công an" + "tỉnh" is the body police-province."""
    row.only(("id", "name", "name_en", "country", "heads", "levels", "plain"))
    ident, name, english = row.text("id"), row.text("name"), row.text("name_en")
    country = country_of(row, row.optional("country")) if "country" in row.values else None
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
        country=country_of(row, row.optional("country")) if "country" in row.values else None,
        place=row.optional("place"),
        forms=row_forms(row),
    )
    to.put(row, "body", value)
    to.add(row_entries(row, "body", value.id))


def _put_body(row: Row, to: Collected, value: Body) -> None:
    to.put(row, "body", value)
    for form in value.forms:
        short = form.isupper()  # "CA" is a body, "ca" is not
        to.add(Entry("body", value.id, variant, capital=short) for variant in variants(form))


def ministries(row: Row, to: Collected) -> None:
    """Names after "Bộ": one body "ministry" for all, the police's and the army's among them."""
    forms = tuple("Bộ " + written for name in row.strings("forms") for written in _field(name))
    _put_body(row, to, Body("ministry", "Bộ", "ministry", "ministry", None, None, forms))


def departments(row: Row, to: Collected) -> None:
    """Names after "Sở" (in Laos also "Ty"): one body for all; "tỉnh" and the name of the province follow."""
    fields = [written for name in row.strings("forms") for written in _field(name)]
    forms = tuple(f"{head} {field}" for head in ("Sở", "Ty") for field in fields)
    _put_body(row, to, Body("department-province", "Sở", "provincial department", "province", None, "province", forms))


def _field(name: str) -> tuple[str, ...]:
    """A field of state in its written forms: "Giáo dục và Đào tạo" with "&", "VH-TT&DL" with any of the joints."""
    forms = [name]
    if " và " in name:
        forms.append(name.replace(" và ", " & "))
    if _JOINED.fullmatch(name):
        parts = re.split("[&-]", name)
        rows = product(_JOINTS, repeat=len(parts) - 1)
        forms += ["".join(part + joint for part, joint in zip(parts, (*row, ""), strict=True)) for row in rows]
    return tuple(dict.fromkeys(forms))
