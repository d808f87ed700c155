"""Missions abroad: ambassadors are of an embassy, consuls general of a consulate, also where only the post is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from borderwire.extract.body_place import read_country, read_where
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.names import read_name
from borderwire.extract.nations import is_short_nation, looks_foreign_word
from borderwire.extract.office_kinds import Office
from borderwire.extract.phrases import keys, listed
from borderwire.model import Country
from borderwire.text import key

# The house of who heads a mission, by the kind of the office: what the title alone says (28 of 31 readers of invented
# texts after real pages named the embassy of an ambassador, 17 of 17 the consulate of a consul general).
_HOUSES = {
    "dai-su": "Đại sứ quán",
    "dai-su-dac-menh-toan-quyen": "Đại sứ quán",
    "tong-lanh-su": "Tổng Lãnh sự quán",
}
_EMBASSY, _AMBASSADORS = "embassy", frozenset(["dai-su", "dai-su-dac-menh-toan-quyen"])
_OF_NATIONS = listed("liên hợp quốc, liên hiệp quốc, lhq, asean, liên minh châu âu, eu, wto, unesco")
_DELEGATION, _BESIDE, _AT = "truong-phai-doan", ["bên", "cạnh"], "tại"
_LINKS, _HOUSE, _CONSUL_GENERAL = keys("của"), key("quán"), "tong-lanh-su"
_BESIDES = listed("kiêm nhiệm, kiêm, và")
_MISTER = key("anh")
_UNTOLD, _SECOND = frozenset([_AT, *_BESIDE]), key("kiêm")


def mission_of(doc: Doc, places: Mapping[int, PlaceMention], office: Office, at: int) -> Office | None:
    """ "Đại sứ | Việt Nam tại Lào", "Đại sứ | tại Lào": the office with its post, where a post follows its title."""
    if office.sphere != "mission":
        return None
    if doc.keys[at] == _HOUSE and office.kind == _CONSUL_GENERAL:  # "Phó Tổng lãnh sự | quán Lào tại Huế"
        at += 1
    if at >= len(doc.keys) or doc.breaks[at]:
        return None
    if doc.keys[at] == _AT:
        return _posted(doc, places, office, at)[0]
    told = read_country(doc, at + (doc.keys[at] in _LINKS), places)
    if told is None or not told.inside:
        return None
    beside = doc.keys[told.end : told.end + 2] == _BESIDE
    if doc.keys[told.end : told.end + 1] != [_AT] and not beside:
        return None
    office = office._replace(country=told.country, foreign=told.country is None)
    office, of_state = _posted(doc, places, office, told.end + beside)
    if office.id == _DELEGATION:  # "Trưởng | Phái đoàn Việt Nam tại X": the body begins within the title
        named = (office.start + 1, office.end)
        return office._replace(organization=doc.slice(*named), named=named)
    house = _HOUSES.get(office.kind)
    if house is None or not of_state:
        return office
    name = f"{house} {doc.slice(at + (doc.keys[at] in _LINKS), office.end)}"
    office = office._replace(organization=name, named=(office.start, office.end), state=True)
    end = _past_second_state(doc, places, office.end)
    return office._replace(end=end - (doc.keys[end - 1] == _MISTER))  # "tại | Anh Nguyễn Văn A": read as "Mr." there


def _past_second_state(doc: Doc, places: Mapping[int, PlaceMention], at: int) -> int:
    """ "Đại sứ Việt Nam tại Áo | kiêm nhiệm Slovenia", "... | và Malta": past the other state of one ambassador."""
    end = _BESIDES.match(doc.keys, at)
    if end == at or end >= len(doc.keys) or any(doc.breaks[at : end + 1]):
        return at
    told = read_country(doc, end, places)
    if told is not None:
        return told.end
    foreign = doc.keys[at] == _SECOND and (is_short_nation(doc, end) or looks_foreign_word(doc, end))
    return end + 1 if foreign else at  # behind "và" a person may be named


def _posted(doc: Doc, places: Mapping[int, PlaceMention], office: Office, at: int) -> tuple[Office, bool]:
    """The office with what follows the "tại" at token `at`, and whether that is a state or a place in one."""
    told = read_country(doc, at + 1, places)
    if told is not None or is_short_nation(doc, at + 1):
        return office._replace(end=told.end if told is not None else at + 2), True
    shapes = doc.shapes[at + 1 : at + 3]
    letters = shapes[:1] == ["A"] and shapes[1:] != ["A"] and len(doc.words[at + 1]) > 2  # "MERCOSUR"
    world = at + 2 if letters else _OF_NATIONS.match(doc.keys, at + 1)
    if world > at + 1:
        return office._replace(end=world), False
    where = read_where(doc, at + 1, places, unknown=True)
    if where is None:
        return office, False
    return office._replace(end=where.end if where.place is not None else _before_name(doc, at + 2, where.end)), True


def _before_name(doc: Doc, first: int, last: int) -> int:
    """ "Tổng Lãnh sự Việt Nam tại Pakse | Nguyễn Văn A": where the name of a person begins in a row of capitals."""
    for at in range(first, last):
        name = read_name(doc, at) if doc.keys[at] in doc.gazetteer.surnames else None
        if name is not None and name.great and len(name.parts) > 1:
            return at
    return last


def seats_of(bodies: Sequence[BodyMention]) -> dict[Country, BodyMention]:
    """The embassy of each state that the text names with its seat; none of a state of which it names several."""
    found: dict[Country, dict[str, BodyMention]] = {}
    for body in bodies:
        if body.id == _EMBASSY and body.country is not None and f" {_AT} " in body.name:
            found.setdefault(body.country, {}).setdefault(body.name.lower(), body)
    return {country: next(iter(named.values())) for country, named in found.items() if len(named) == 1}


def with_embassy(
    doc: Doc, offices: list[Office], told: Iterable[Office], side: Country | None, seats: Mapping[Country, BodyMention]
) -> list[Office]:
    """ "Đại sứ | A", "Đại sứ Lào | A": a person's offices, an ambassador's without a post with the embassy of that
    country which the text names, else of the country told.

    told: the offices of all mentions. Whose post or whose delegation any of them tells, who holds another office of
    state, or held this one before, has none."""
    for office in told:
        posted = office.kind in _AMBASSADORS and not _UNTOLD.isdisjoint(doc.keys[office.head : office.end])
        if office.id == _DELEGATION or posted or not office.bare:
            return offices
    return [_of_embassy(doc, office, side, seats) for office in offices]


def _of_embassy(doc: Doc, office: Office, side: Country | None, seats: Mapping[Country, BodyMention]) -> Office:
    country = office.country or side
    if office.kind not in _AMBASSADORS or country is None or office.former:
        return office
    seat = seats.get(country)
    if seat is not None:
        return office.of_body(seat)
    if office.end == office.head:
        return office
    name = f"{_HOUSES[office.kind]} {doc.slice(office.head, office.end)}"
    return office._replace(organization=name, named=(office.start, office.end))
