"""The day of the event, the provinces, the venue and its border gate."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from borderwire.evaluate.likeness import syllables
from borderwire.evaluate.scores import Sheet, answers
from borderwire.gazetteer import Gazetteer
from borderwire.model import Record
from borderwire.text import fold

# What stands before the name of a district or gate, longest first.
_TITLES = ("cua khau quoc te ", "cua khau chinh ", "cua khau ", "thanh pho ", "thi xa ", "huyen ", "tp ")


def compare_date(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    """The event's day; rightly left open is right."""
    wanted, found = gold["event_date"], record.event_date.value
    if any(same_date(found, value) for value in (wanted, *(gold.get("event_date_accept") or ()))):
        sheet.right("event date")
    else:
        sheet.wrong("event date", found, wanted)


def same_date(found: str | None, wanted: object) -> bool:
    """Agree to the precision of the gold; None: rightly left open."""
    return found is None if wanted is None else (found or "")[: len(str(wanted))] == str(wanted)


def compare_provinces(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    optional = set(gold.get("provinces_optional") or ())
    wanted = {item["id"] if isinstance(item, dict) else item for item in gold["provinces"] or ()} - optional
    found = {item.id for item in record.provinces} - optional
    sheet.names("provinces", found, wanted, "province")


def compare_venue_province(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    found = record.venue.province if record.venue else None
    sheet.value("venue province", found, answers(gold, "venue_province"))


def compare_district(record: Record, gold: Mapping[str, Any], sheet: Sheet, gazetteer: Gazetteer) -> None:
    """The district, or town below a province, in which the event took place, by its bare name without accents, as the
    gazetteer or the text spells it."""
    venue = record.venue
    names = _district_names(venue.district if venue else None, gazetteer)
    found = names[0] if names else None

    def agree(_: str, wanted: str) -> bool:
        return _is_named(wanted, names) or (venue is not None and bare(wanted) in bare(venue.as_written))

    sheet.value("venue district", found, answers(gold, "venue_district"), agree)


def _district_names(ident: str | None, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The city of a province's name goes by the province's code: `VN-21-city`."""
    if ident is None:
        return ()
    district = gazetteer.districts.get(ident)
    if district is not None:
        return district.name, *district.forms
    province = gazetteer.provinces.get(ident.removesuffix("-city"))
    return (province.name,) if province is not None else ()


def compare_gate(record: Record, gold: Mapping[str, Any], sheet: Sheet, gazetteer: Gazetteer) -> None:
    """The border gate at which the event took place, by its bare name on either side or its id."""
    gate = gazetteer.gates.get((record.venue.gate if record.venue else None) or "")
    names = (gate.id, gate.name, *gate.forms) if gate else ()
    found = gate.name if gate else None
    sheet.value("border gate", found, answers(gold, "border_gate"), lambda _, name: _is_named(name, names))


def _is_named(wanted: str, names: tuple[str, ...]) -> bool:
    return bare(wanted) in map(bare, names)


def bare(name: str) -> str:
    """A place's name without accents, signs and the words before it: "cửa khẩu quốc tế Cầu Treo" is "cautreo"."""
    words = fold(" ".join(syllables(name)))
    title = next((title for title in _TITLES if words.startswith(title)), "")
    return words.removeprefix(title).replace(" ", "")
