"""The typed rows of the gazetteer, as the YAML files in `data/` hold them."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.model import Country


@dataclass(frozen=True, slots=True)
class Province:
    """A province-level unit. id: ISO 3166-2; valid_from, valid_until: ISO dates or None; merged_into, merged_from,
    borders, successors (of a unit split up): ids. forms: every listed form without its title word ("tỉnh", "TP.");
    names differ by language; lat_lng: degrees, a point inside; capital: seat, in Vietnamese."""

    id: str
    name: str
    country: Country
    kind: str
    name_en: str
    name_lao: str | None
    forms: tuple[str, ...]
    valid_from: str | None = None
    valid_until: str | None = None
    merged_into: str | None = None
    merged_from: tuple[str, ...] = ()
    borders: tuple[str, ...] = ()
    capital: str | None = None
    lat_lng: tuple[float, float] | None = None
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class District:
    """A district, or a city or town below a province. province: ISO 3166-2; kind: district, urban, town or city;
    valid_until: ISO date or None, of a unit that was merged before all were abolished (Vietnam, 30 June 2025)."""

    id: str
    name: str
    country: Country
    province: str
    forms: tuple[str, ...]
    kind: str = "district"
    valid_until: str | None = None


@dataclass(frozen=True, slots=True)
class Gate:
    """A border gate. provinces: ISO 3166-2 codes of both sides where known; level: international, main, secondary."""

    id: str
    name: str
    level: str | None
    provinces: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank of police or army. order: larger is higher, 1 to 18."""

    id: str
    name: str
    name_en: str
    order: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office or a party function. sphere: state, party, ministry, province, police, army ...; order inside it.

    role: True for functions at a meeting ("Trưởng đoàn"), which are no offices.
    """

    id: str
    name: str
    name_en: str
    sphere: str
    order: int
    forms: tuple[str, ...]
    role: bool = False


@dataclass(frozen=True, slots=True)
class Body:
    """A kind of body. level: ministry, department, division, province, city, district, commune, village, service, post,
    unit, region, government, party, assembly, court, procuracy, mission, committee, school; of no state body: company,
    club, hospital, press, organisation. country: "VN", "LA" or None where both have it. place: what kind of name is
    wanted after it (province, city, district, commune, village, gate), None for a body that is complete. forms:
    heads without the place, e.g. "Công an tỉnh"."""

    id: str
    name: str
    name_en: str
    level: str
    country: Country | None
    place: str | None
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document. agreement: False for types that are never agreements (decision, law, plan ...)."""

    id: str
    name: str
    name_en: str
    agreement: bool
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of event. order: larger wins where a text names several."""

    id: str
    name: str
    name_en: str
    order: int
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TopicType:
    """A field of cooperation."""

    id: str
    name: str
    name_en: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Goods:
    """A kind of seized goods. broader: id of the kind that it is one of; traded: also carried lawfully, so that only
    a word of seizing tells of a seizure."""

    id: str
    name: str
    name_en: str
    forms: tuple[str, ...]
    broader: str | None = None
    traded: bool = False


@dataclass(frozen=True, slots=True)
class Founding:
    """What is kept by its years ("kỷ niệm 55 năm ..."). date: ISO 8601; between: ISO 3166-1 code of the
    state that keeps it together with Vietnam, None for what one keeps alone; forms: how it is named after the number
    of years."""

    id: str
    name: str
    name_en: str
    date: str
    forms: tuple[str, ...]
    between: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A country or a union of them. id: ISO 3166-1, "EU"; capitals: as the press writes the city for its government."""

    id: str
    name: str
    name_en: str
    forms: tuple[str, ...]
    capitals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A word with a meaning of its own: an act on a document ("sign", "exchange" ...)."""

    id: str
    name: str
    name_en: str
    forms: tuple[str, ...]
