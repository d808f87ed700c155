"""Whether the gazetteer agrees with itself: references, dates, clashes. Hand-edited data is checked like code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from borderwire.errors import Problem
from borderwire.gazetteer.lao import lao_key
from borderwire.gazetteer.load import Gazetteer, load_gazetteer
from borderwire.gazetteer.matcher import syllables
from borderwire.gazetteer.types import Goods, Province

_PROVINCE_ID = re.compile(r"(?:VN|LA)-(?:[0-9A-Z]{2}|x-[a-z]+(?:-[a-z]+)*)")
_PLAIN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PLAIN = frozenset(["rank", "office", "body", "document", "event", "topic", "goods", "founding", "act", "gate"])
_PLACES = frozenset(["province", "city", "district", "commune", "village", "gate"])
_GATE_LEVELS = frozenset(["international", "main", "secondary"])
# Vietnam and Laos lie within these degrees.
_LATITUDES = (8.0, 23.5)
_LONGITUDES = (100.0, 110.0)
# Kinds whose forms may mean two things only where `shared` says so or a cue decides.
_STRICT = ("province", "country", "rank", "office", "body", "document", "act", "event", "gate", "district")


def check_gazetteer(gazetteer: Gazetteer | None = None) -> list[Problem]:
    """All that is wrong with the data, the package's own when none is given. Each problem names file, line and key."""
    known = load_gazetteer() if gazetteer is None else gazetteer
    checks: tuple[Callable[[Gazetteer], Iterator[Problem]], ...] = (
        _ids, _references, _merges, _borders, _validity, _places, _clashes, _keys, _goods, _foundings, _capitals,
    )  # fmt: skip
    return [problem for check in checks for problem in check(known)]


def _problem(gazetteer: Gazetteer, kind: str, ident: str, key: str, message: str, hint: str) -> Problem:
    origin = gazetteer.origins.get((kind, ident))
    path, line = (origin.path, origin.lines.get(key, origin.line)) if origin else (None, None)
    return Problem("gazetteer", f"{ident}: {message}", "error", path, line, key, hint)


def _ids(gazetteer: Gazetteer) -> Iterator[Problem]:
    for kind, ident in gazetteer.origins:
        if kind in _PLAIN and not _PLAIN_ID.fullmatch(ident):
            yield _problem(gazetteer, kind, ident, "id", "is no id.", "Write small ASCII letters, figures, hyphens.")
    for province in gazetteer.provinces.values():
        if not _PROVINCE_ID.fullmatch(province.id):
            yield _problem(gazetteer, "province", province.id, "id", "is no ISO code.", "Write VN-27 or VN-x-name.")


def _references(gazetteer: Gazetteer) -> Iterator[Problem]:
    provinces = gazetteer.provinces
    rows: list[tuple[str, str, str, Iterable[str]]] = []
    for province in provinces.values():
        into = (province.merged_into,) if province.merged_into else ()
        rows.append(("province", province.id, "merged_into", into))
        rows.append(("province", province.id, "merged_from", province.merged_from))
        rows.append(("province", province.id, "successors", province.successors))
        rows.append(("province", province.id, "borders", province.borders))
    rows.extend(("district", row.id, "province", (row.province,)) for row in gazetteer.districts.values())
    rows.extend(("gate", gate.id, "provinces", gate.provinces) for gate in gazetteer.gates.values())
    for kind, ident, key, targets in rows:
        for target in targets:
            if target not in provinces:
                yield _problem(gazetteer, kind, ident, key, f"there is no province {target}.", "Use a known id.")


def _merges(gazetteer: Gazetteer) -> Iterator[Problem]:
    """A unit that went into another is named there, and the reverse; both sides tell the same day."""
    provinces = gazetteer.provinces
    for province in provinces.values():
        into = provinces.get(province.merged_into or "")
        if into is not None and province.id not in into.merged_from:
            hint = f"Add {province.id} to merged_from of {into.id}."
            yield _problem(gazetteer, "province", province.id, "merged_into", f"{into.id} does not name it.", hint)
        if province.merged_into and not province.valid_until:
            hint = "Add valid_until."
            yield _problem(gazetteer, "province", province.id, "merged_into", "is merged but valid.", hint)
        for source in province.merged_from:
            if source in provinces and provinces[source].merged_into != province.id:
                hint, what = f"Write merged_into: {province.id} there.", f"{source} is not merged into it."
                yield _problem(gazetteer, "province", province.id, "merged_from", what, hint)


def _borders(gazetteer: Gazetteer) -> Iterator[Problem]:
    provinces = gazetteer.provinces
    for province in provinces.values():
        for other in province.borders:
            if other in provinces and province.id not in provinces[other].borders:
                hint = f"Add {province.id} to borders of {other}."
                yield _problem(gazetteer, "province", province.id, "borders", f"{other} does not border it.", hint)


def _validity(gazetteer: Gazetteer) -> Iterator[Problem]:
    for province in gazetteer.provinces.values():
        since, until = _day(province.valid_from), _day(province.valid_until)
        told = (("valid_from", province.valid_from, since), ("valid_until", province.valid_until, until))
        for key, value, day in told:
            if value is not None and day is None:
                yield _problem(gazetteer, "province", province.id, key, f"{value} is no date.", "Write YYYY-MM-DD.")
        if since is not None and until is not None and since >= until:
            hint = "valid_from must be the earlier day."
            yield _problem(gazetteer, "province", province.id, "valid_until", "ends before it begins.", hint)


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None


def _places(gazetteer: Gazetteer) -> Iterator[Problem]:
    for province in gazetteer.provinces.values():
        if province.lat_lng is not None and not _inside(province):
            yield _problem(gazetteer, "province", province.id, "lat_lng", "lies elsewhere.", "Latitude comes first.")
    for body in gazetteer.bodies.values():
        if body.place is not None and body.place not in _PLACES:
            hint = f"One of {', '.join(sorted(_PLACES))}."
            yield _problem(gazetteer, "body", body.id, "place", f"{body.place!r} is no kind of place.", hint)
    for gate in gazetteer.gates.values():
        if gate.level is not None and gate.level not in _GATE_LEVELS:
            hint = f"One of {', '.join(sorted(_GATE_LEVELS))}."
            yield _problem(gazetteer, "gate", gate.id, "level", f"{gate.level!r} is no level.", hint)


def _inside(province: Province) -> bool:
    latitude, longitude = province.lat_lng or (0.0, 0.0)
    return _LATITUDES[0] <= latitude <= _LATITUDES[1] and _LONGITUDES[0] <= longitude <= _LONGITUDES[1]


def _clashes(gazetteer: Gazetteer) -> Iterator[Problem]:
    """One form for two things of a kind, neither announced by a cue, is a mistake unless declared."""
    declared = {lao_key(form) for form in gazetteer.shared}
    told: set[tuple[str, ...]] = set()
    for row, entries in gazetteer.matcher.forms():
        for kind in _STRICT:
            strong = [entry for entry in entries if entry.kind == kind and not entry.cue]
            pair = (kind, *(entry.id for entry in strong))
            if len(strong) > 1 and lao_key("".join(row)) not in declared and pair not in told:
                told.add(pair)
                what = f"{' '.join(row)!r} is a form of {' and '.join(entry.id for entry in strong)}."
                hint = "Take it out of one, put it under cued, or list it under shared."
                yield _problem(gazetteer, kind, strong[-1].id, "forms", what, hint)


def _keys(gazetteer: Gazetteer) -> Iterator[Problem]:
    """No coarse key of one Lao province is that of another, but for the capital and the province around it."""
    owners: dict[str, str] = {}
    for province in gazetteer.provinces.values():
        if province.country != "LA":
            continue
        for form in (province.name, *province.forms):
            owner = owners.setdefault(lao_key(form), province.id)
            if owner != province.id and not {owner, province.id} <= {"LA-VI", "LA-VT"}:
                hint = "Take the form out of one of them."
                yield _problem(gazetteer, "province", province.id, "forms", f"{form!r} sounds like {owner}.", hint)


def _goods(gazetteer: Gazetteer) -> Iterator[Problem]:
    """Each form means one kind of goods; the broader kind of each is known, and no kind is broader than itself."""
    owners: dict[tuple[str, ...], str] = {}
    for row in gazetteer.goods.values():
        for form in row.forms:
            owner = owners.setdefault(tuple(syllables(form)), row.id)
            if owner != row.id:
                hint = "Take the form out of one of them."
                yield _problem(gazetteer, "goods", row.id, "forms", f"{form!r} is {owner} too.", hint)
        if row.broader is not None and row.broader not in gazetteer.goods:
            yield _problem(gazetteer, "goods", row.id, "broader", f"there is no {row.broader}.", "Use a known id.")
        elif row.id in _broader(gazetteer, row):
            yield _problem(gazetteer, "goods", row.id, "broader", "is broader than itself.", "Break the circle.")


def _broader(gazetteer: Gazetteer, row: Goods) -> Iterator[str]:
    """The kinds that a kind is one of, the nearest first."""
    told: set[str] = set()
    ident = row.broader
    while ident is not None and ident in gazetteer.goods and ident not in told:
        told.add(ident)
        yield ident
        ident = gazetteer.goods[ident].broader


def _foundings(gazetteer: Gazetteer) -> Iterator[Problem]:
    """Each has a day, a form and, where two states keep it, a known one; one day and one form make one founding."""
    told: dict[tuple[str, ...], str] = {}
    for row in gazetteer.foundings.values():
        if _day(row.date) is None:
            yield _problem(gazetteer, "founding", row.id, "date", f"{row.date} is no date.", "Write YYYY-MM-DD.")
        if not row.forms:
            yield _problem(gazetteer, "founding", row.id, "forms", "has no form.", "Add how texts name it.")
        if row.between is not None and row.between not in gazetteer.countries:
            yield _problem(gazetteer, "founding", row.id, "between", f"there is no {row.between}.", "Use a known id.")
        for form in row.forms:
            owner = told.setdefault((row.date[:4], row.between or "", *syllables(form)), row.id)
            if owner != row.id:
                hint = "Take the form out of one of them."
                yield _problem(gazetteer, "founding", row.id, "forms", f"{form!r} of that year is {owner} too.", hint)


def _capitals(gazetteer: Gazetteer) -> Iterator[Problem]:
    """A capital stands for one state."""
    told: dict[tuple[str, ...], str] = {}
    for state in gazetteer.countries.values():
        for name in state.capitals:
            owner = told.setdefault(tuple(syllables(name)), state.id)
            if owner != state.id:
                hint = "Take it out of one of them."
                yield _problem(gazetteer, "country", state.id, "capitals", f"{name!r} stands for {owner} too.", hint)
