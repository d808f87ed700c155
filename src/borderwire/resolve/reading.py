"""What the phrases of a record mean for identity: bodies, offices, ranks and provinces, each phrase read once."""

from __future__ import annotations

import re
from typing import NamedTuple

from borderwire.gazetteer import Gazetteer
from borderwire.gazetteer.matcher import Hit
from borderwire.model import Country
from borderwire.resolve.when import days
from borderwire.text import key, squash

_PROVINCE = key("tỉnh")
_TOKEN = re.compile(r"[^\W\d_]+|\d+|[^\w\s]|_")

# Bodies of one force or one branch, by the beginning of their ids in the gazetteer.
_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("border-guard", ("border-guard", "border-post", "border-station", "border-company", "border-department")),
    ("army", ("military", "army", "general-staff", "peoples-army", "command", "defence-zone")),
    ("police", (
        "police", "security", "drug-police", "criminal-police", "economic-police", "immigration", "foreign-relations",
        "traffic-police", "investigation", "ministry-office", "representative-office", "interpol",
    )),
    ("government", (
        "peoples-committee", "peoples-council", "administration", "party", "fatherland-front", "lao-front",
        "government", "national-assembly",
    )),
)  # fmt: skip
# The forces: an officer of one is no officer of another.
FORCES = frozenset(["police", "border-guard", "army"])
_MINISTRIES = {squash("Bộ Công an"): "police", squash("Bộ An ninh"): "police", squash("Bộ Quốc phòng"): "army"}
_CENTRAL_LEVELS = frozenset(["ministry", "department", "government", "assembly", "service", "court", "procuracy"])
_PARTS = ("division", "team", "post", "station", "company", "district", "commune", "village")
# Offices of the whole country, by sphere; from the second order on they are one person's at a time.
_NATIONAL = frozenset(["state", "party", "ministry", "foreign"])
_NATIONAL_FROM, _ALONE_FROM = 80, 96
# Offices from this order on are held by few in one body: directors, commanders and their deputies.
_LEADING = 55


class Body(NamedTuple):
    """kind: force or branch, else an id or the phrase squashed; unit: the same, or finer for a part of a body or one
    below the province; place: ISO 3166-2, id of a district or gate, or ""; central: it belongs to the whole country;
    known: the gazetteer has the body; part: the phrase names a part of it, or one below the province."""

    kind: str
    unit: str
    place: str
    province: str | None
    country: Country | None
    central: bool
    known: bool = True
    part: bool = False


class Office(NamedTuple):
    """id: of the gazetteer, else the phrase squashed; order: larger is higher inside one sphere, 0 unknown."""

    id: str
    sphere: str
    order: int

    @property
    def heads(self) -> bool:
        """One person at a time holds it: a director, not one of the deputies."""
        return self.leading and not self.id.startswith("pho-")

    @property
    def national(self) -> bool:
        return self.sphere in _NATIONAL and self.order >= _NATIONAL_FROM

    @property
    def alone(self) -> bool:
        """One person of a country at a time holds it: the head of state, of government, of parliament, of the party."""
        return self.sphere in _NATIONAL and self.order >= _ALONE_FROM and self.heads

    @property
    def leading(self) -> bool:
        return self.order >= _LEADING


class Reader:
    """Reads phrases with the gazetteer. One for an archive; equal phrases are read once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._bodies: dict[str, Body | None] = {}
        self._offices: dict[str, Office | None] = {}
        self._ranks: dict[str, int] = {}

    def body(self, phrase: str | None) -> Body | None:
        if not phrase:
            return None
        if phrase not in self._bodies:
            self._bodies[phrase] = self._read_body(phrase)
        return self._bodies[phrase]

    def office(self, phrase: str | None) -> Office | None:
        if not phrase:
            return None
        if phrase not in self._offices:
            self._offices[phrase] = self._read_office(phrase)
        return self._offices[phrase]

    def rank(self, phrase: str | None) -> int:
        """Order of the rank, 0 where there is none."""
        if not phrase:
            return 0
        if phrase not in self._ranks:
            found = [hit.of("rank") for hit in self._scan(phrase)[1]]
            self._ranks[phrase] = next((self._gazetteer.ranks[entry.id].order for entry in found if entry), 0)
        return self._ranks[phrase]

    def side(self, name: str, country: Country | None) -> Country | None:
        """The country, or the Lao one for a name of unknown country that begins with no Vietnamese family name."""
        if country is not None:
            return country
        first = _TOKEN.search(name)
        return None if first is None or key(first.group()) in self._gazetteer.surnames else "LA"

    def today(self, province: str) -> str:
        """The unit of today that the province is or went into."""
        row = self._gazetteer.provinces.get(province)
        return (row.merged_into or row.id) if row else province

    def name(self, province: str) -> str:
        row = self._gazetteer.provinces.get(province)
        return row.name if row else province

    def one_place(self, left: str, right: str, left_day: int | None, right_day: int | None) -> bool:
        """The same province, or two that are one after a merger that came before one of the two days at least."""
        if left == right:
            return True
        if self.today(left) != self.today(right):
            return False
        known = [day for day in (left_day, right_day) if day is not None]
        return bool(known) and max(known) >= max(self._merged_on(left), self._merged_on(right))

    def reformed(self, province: str) -> int:
        """The first day of the province of today after its merger; 0 where none made it."""
        row = self._gazetteer.provinces.get(province)
        return max((self._merged_on(ident) for ident in row.merged_from), default=-1) + 1 if row else 0

    def _merged_on(self, province: str) -> int:
        row = self._gazetteer.provinces.get(province)
        span = days(row.valid_until) if row and row.merged_into else None
        return span[1] if span else 0

    def _scan(self, phrase: str) -> tuple[list[str], list[Hit]]:
        keys = [key(word) for word in _TOKEN.findall(phrase)]
        return keys, self._gazetteer.matcher.scan(keys, [False] * len(keys))

    def _read_body(self, phrase: str) -> Body:
        keys, hits = self._scan(phrase)
        bodies = [(hit, entry) for hit in hits if (entry := hit.of("body"))]
        places = [(kind, self._meant(hit, kind, keys)) for hit in hits for kind in _places(hit)]
        province = next((ident for kind, ident in places if kind == "province"), None)
        district = next((ident for kind, ident in places if kind == "district"), None)
        gate = next((ident for kind, ident in places if kind == "gate"), None)
        if province is None and district is not None:
            row = self._gazetteer.districts.get(district)
            province = row.province if row else None
        country = next((ident for kind, ident in places if kind == "country"), None)
        if not bodies:
            kind = "government" if places else squash(phrase)  # "huyện X": those who govern it
            place = gate or district or province or ""
            return Body(kind, kind, place, province, _country(province, country), False, bool(places))
        hit, first = bodies[0]
        written = squash(" ".join(keys[hit.start : hit.end]))
        kind = _MINISTRIES.get(written) or _kind(first.id) or (written if first.id == "ministry" else first.id)
        level = self._gazetteer.bodies[first.id].level if first.id in self._gazetteer.bodies else ""
        ministry = len(bodies) > 1 and bodies[-1][1].id == "ministry"
        central = province is None and (level in _CENTRAL_LEVELS or ministry)
        if kind == first.id and len(bodies) > 1:
            kind = _kind(bodies[-1][1].id) or kind
        unit = first.id if any(part in first.id for part in _PARTS) else kind
        part = unit != kind or len(bodies) > 1 or (level == "department" and not first.id.startswith("customs"))
        side = _country(province, country)
        return Body(kind, unit, gate or district or province or "", province, side, central, part=part)

    def _meant(self, hit: Hit, kind: str, keys: list[str]) -> str:
        """The place's id; of two provinces of one name (Vientiane) the capital, but after "tỉnh" the province."""
        idents = [entry.id for entry in hit.entries if entry.kind == kind]
        if kind == "province" and hit.start and keys[hit.start - 1] == _PROVINCE:
            return next((ident for ident in idents if self._gazetteer.provinces[ident].kind == "province"), idents[0])
        return idents[0]

    def _read_office(self, phrase: str) -> Office:
        entries = [entry for hit in self._scan(phrase)[1] if (entry := hit.of("office"))]
        rows = [self._gazetteer.offices[entry.id] for entry in entries if entry.id in self._gazetteer.offices]
        if not rows:
            return Office(squash(phrase), "", 0)
        best = max(rows, key=lambda row: (not row.role, row.sphere != "party", row.order, row.id))
        return Office(best.id, best.sphere, best.order)


def _places(hit: Hit) -> tuple[str, ...]:
    kinds = [entry.kind for entry in hit.entries]
    return tuple(kind for kind in ("province", "district", "gate", "country") if kind in kinds)[:1]


def _kind(ident: str) -> str | None:
    for kind, heads in _KINDS:
        if ident.startswith(heads):
            return kind
    return None


def _country(province: str | None, country: str | None) -> Country | None:
    code = province[:2] if province else country
    return "VN" if code == "VN" else "LA" if code == "LA" else None
