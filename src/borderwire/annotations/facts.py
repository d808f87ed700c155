"""The keys of a gold file and what each may hold."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import yaml

from borderwire.annotations.checks import (
    Check,
    Wrong,
    date,
    each,
    entry,
    flag,
    group,
    number,
    one_of,
    or_none,
    province,
    text,
)

_OFFICIAL = ("name", "rank", "position", "organization", "country", "optional", "organization_open")
_OFFICIAL_NOTED = ("province", "also", "variants", "head_of_delegation", "notes")
_AGREEMENT = ("as_written", "status", "optional")
_AGREEMENT_NOTED = ("type", "date", "parties", "subject", "notes")
_STATUS = ("signed", "exchanged", "referenced", "planned")


def checks_of(provinces: Collection[str], ids: Mapping[str, Collection[str]]) -> dict[str, Check]:
    """The check of each key. provinces: their codes; ids: the words of the lists that some keys choose from; any will
    do where a list is not given."""
    return {**_of_the_four(provinces), **_beyond(provinces, ids)}


def _of_the_four(provinces: Collection[str]) -> dict[str, Check]:
    return {
        "event_date": date("event_date"),
        "event_date_accept": each("event_date_accept", date("event_date")),
        "provinces": each("provinces", _province_entry(provinces)),
        "provinces_optional": each("provinces_optional", _province_entry(provinces)),
        "officials": each("officials", _official()),
        "agreements": each("agreements", _check_agreement),
    }


def _beyond(provinces: Collection[str], ids: Mapping[str, Collection[str]]) -> dict[str, Check]:
    def listed(key: str, what: str, place: str) -> Check:
        return one_of(place, ids[key], what) if key in ids else text(place)

    singles = {
        "event_kind": listed("event_kind", "kind of event", "event_kind"),
        "venue_province": or_none(province("venue_province", provinces)),
        "venue_district": text("venue_district"),
        "border_gate": text("border_gate"),
        "photo_captions": number("photo_captions", whole=True),
        "wire": text("wire"),
    }
    lists = {
        "delegation_heads": _named("delegation_heads"),
        "topics": listed("topics", "topic", "topics"),
        "handed_over": _named("handed_over"),
        "photo_credits": _named("photo_credits"),
    }
    return {
        **singles,
        **{f"{key}_optional": each(f"{key}_optional", check) for key, check in singles.items()},
        **{name: each(name, check) for key, check in lists.items() for name in (key, f"{key}_optional")},
        "series": _series(provinces),
        "gifts": each("gifts", _gift()),
        "figures": each("figures", _figure(listed("figures", "kind of figure", "figures.what"))),
    }


def _province_entry(known: Collection[str]) -> Check:
    """A code, or a mapping that holds it as `id`."""
    check = province("provinces", known)

    def check_entry(node: yaml.Node, value: Any) -> None:
        check(node, value.get("id") if isinstance(value, dict) else value)

    return check_entry


def _official() -> Check:
    fields: dict[str, Check] = {key: text(f"officials.{key}") for key in _OFFICIAL}
    flags = {key: flag(f"officials.{key}") for key in ("optional", "organization_open")}
    return entry("officials", ("name",), {**fields, **flags}, _OFFICIAL_NOTED)


def _check_agreement(node: yaml.Node, value: Any) -> None:
    fields: dict[str, Check] = {key: text(f"agreements.{key}") for key in _AGREEMENT}
    checks = {**fields, "optional": flag("agreements.optional")}
    entry("agreements", ("as_written",), checks, _AGREEMENT_NOTED)(node, value)
    status = value.get("status")
    if status not in _STATUS and not (status is None and value.get("optional")):
        told = "is missing." if status is None else f"is none of {', '.join(_STATUS)}: {status}."
        raise Wrong(node, "agreements.status", told, "Write `status: signed`." if status is None else None)


def _series(provinces: Collection[str]) -> Check:
    def meeting(key: str) -> Check:
        place = or_none(province(f"{key}.place", provinces))
        ordinal = number(f"{key}.ordinal", whole=True)
        return group(key, {"ordinal": ordinal, "date": date(f"{key}.date"), "place": place})

    checks: dict[str, Check] = {"ordinal": number("series.ordinal", whole=True)}
    checks |= {key: meeting(f"series.{key}") for key in ("previous", "next")}
    return group(
        "series",
        {**checks, **{f"{key}_optional": each(f"series.{key}_optional", check) for key, check in checks.items()}},
    )


def _gift() -> Check:
    def amount(key: str) -> dict[str, Check]:
        return {"value": number(f"{key}.value"), "unit": text(f"{key}.unit")}

    checks: dict[str, Check] = {key: text(f"gifts.{key}") for key in ("what", "giver", "receiver")}
    also = each("gifts.also", group("gifts.also", amount("gifts.also")))
    return entry("gifts", ("what",), {**checks, **amount("gifts"), "also": also, "optional": flag("gifts.optional")})


def _figure(what: Check) -> Check:
    checks = {
        "what": what,
        "what_optional": each("figures.what_optional", what),
        "value": number("figures.value", needed=True),
        "as_written": text("figures.as_written"),
        "optional": flag("figures.optional"),
    }
    return entry("figures", ("what", "value", "as_written"), checks)


def _named(key: str) -> Check:
    def check(node: yaml.Node, value: Any) -> None:
        if not isinstance(value, str) or not value:
            raise Wrong(node, key, "must hold words of the text.", "Put each in quotes.")

    return check
