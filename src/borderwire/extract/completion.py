"""Gives a body the place that it leaves to the context: "Công an tỉnh" is that of the province spoken of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from borderwire.extract.body_tail import LIST_MARKS
from borderwire.extract.doc import Doc
from borderwire.extract.focus import Focus, place_text
from borderwire.extract.mentions import BodyMention
from borderwire.extract.phrases import keys, listed
from borderwire.extract.sides import Sides
from borderwire.model import Country
from borderwire.text import key

# Levels below the province: the same body was named in full before, or its district was.
_LOCAL_LEVELS = frozenset(["district", "commune", "village", "post", "unit", "team", "division"])
_TOWNS = frozenset(["district", "commune", "city", "village"])
_TOWN_ENDS, _CITY_ENDS = keys("huyện quận xã phường phố bản"), keys("phố")
_PROVINCIAL = frozenset(["province", "city", "party"])
_TOWN_PARTY = ("party-district", "party-commission-district")
_LEADER = listed("trưởng đoàn, trưởng đoàn đại biểu, trưởng đoàn công tác, trưởng đoàn cán bộ")
# How many bodies back the full name may stand.
_REACH = 200
_ARMY_UNIT = "army-unit"
_COUNCILS = frozenset(["peoples-committee", "peoples-council"])
# How many bodies ahead the full name may stand in the same sentence.
_NEXT = 3
# How many spellings of the bodies of one level in one province are kept.
_SPELLINGS = 40


class Completion:
    """The bodies of one article as it writes them in full, by province and level."""

    def __init__(self, doc: Doc, focus: Focus, bodies: Sequence[BodyMention]) -> None:
        self._doc, self._focus, self._bodies = doc, focus, bodies
        self._known: dict[tuple[str, str], dict[str, str]] | None = None

    def _full(self) -> dict[tuple[str, str], dict[str, str]]:
        """Province and level -> names in full, as written, by their lower case; made when first asked for."""
        if self._known is None:
            self._known = self._names()
        return self._known

    def _names(self) -> dict[tuple[str, str], dict[str, str]]:
        full: dict[tuple[str, str], dict[str, str]] = {}
        for body in self._bodies:
            if body.province is None or body.completed or body.name.istitle() or body.name.isupper():
                continue
            names = full.setdefault((body.province, body.level), {})
            if len(names) < _SPELLINGS:
                names.setdefault(body.name.lower(), body.name)
        return full

    def of(self, body: BodyMention, province: str) -> BodyMention:
        """The body with a province, ISO 3166-2: "Công an tỉnh" -> "Công an tỉnh Nghệ An"; as the text writes that body
        elsewhere, if it does."""
        country = self._doc.gazetteer.provinces[province].country
        start = body.name.lower() + " "
        for lower, name in self._full().get((province, body.level), {}).items():
            if lower.startswith(start):
                return body._replace(name=name, province=province, country=country, completed=True)
        name = f"{body.name} {self._focus.written(province, body.start, body.name)}"
        return body._replace(name=name, province=province, country=country, completed=True)


def complete(
    doc: Doc, found: Sequence[BodyMention], wanting: Mapping[int, str], sides: Sides, focus: Focus
) -> list[BodyMention]:
    """Gives every body the province that it leaves out. wanting: the levels of those that want a place, by their
    number."""
    completion = Completion(doc, focus, found)
    done = list(found)
    for index, level in wanting.items():
        body = found[index]
        if body.province is None:
            whole = _local(doc, body, done[max(index - _REACH, 0) : index], focus)
            if level in _LOCAL_LEVELS and not whole.completed:
                whole = _ahead(doc, found, index)
            if level not in _LOCAL_LEVELS and not whole.completed and not _ends_in_town(body):
                province = _province(doc, found, index, done, sides, focus)
                province = province if _is_provincial(body) or _is_city(doc, province) else None
                whole = completion.of(body, province) if province is not None else body
            done[index] = whole
    for index, body in enumerate(found):
        if body.id in _COUNCILS and body.province is None and " " not in body.name:
            done[index] = _council(body, done[max(index - _REACH, 0) : index])
        elif body.id == _ARMY_UNIT and body.name.count(" ") < 2 and not body.name[-1].isdigit():
            done[index] = _unit(body, done[max(index - _REACH, 0) : index])
    return done


def _council(body: BodyMention, before: Sequence[BodyMention]) -> BodyMention:
    """ "UBND" alone after "UBND tỉnh Quảng Nam": that one."""
    for other in reversed(before):
        if other.province is not None and other.country == body.country and other.name.startswith(body.name + " "):
            return body._replace(name=other.name, province=other.province, completed=True)
    return body


def _unit(body: BodyMention, before: Sequence[BodyMention]) -> BodyMention:
    """ "Hải đoàn" after "Hải đoàn Biên phòng 48": that one."""
    start = body.name + " "
    known = [one for one in before if one.id == body.id and one.name.startswith(start) and one.name[-1].isdigit()]
    full = known[-1] if len({one.name for one in known}) == 1 else None
    return (
        body
        if full is None or full.country != body.country
        else body._replace(name=full.name, country=full.country, completed=True)
    )


def _ends_in_town(body: BodyMention) -> bool:
    """ "Trung tâm Văn hóa huyện": no province completes it."""
    return key(body.name.split()[-1]) in _TOWN_ENDS - _CITY_ENDS


def _is_provincial(body: BodyMention) -> bool:
    """Not a committee of the party in a district or a town: "Huyện ủy", "Thành ủy"."""
    return body.id not in _TOWN_PARTY and not body.name.lower().endswith(("thành ủy", "thành uỷ"))


def _is_city(doc: Doc, province: str | None) -> bool:
    return province is not None and doc.gazetteer.provinces[province].kind in ("municipality", "prefecture")


def _province(
    doc: Doc, found: Sequence[BodyMention], index: int, done: Sequence[BodyMention], sides: Sides, focus: Focus
) -> str | None:
    """Of the list that the body stands in, of its sentence, of the side spoken of, of the body named last."""
    body = found[index]
    country: Country = body.country or "VN"
    province = _shared(doc, found, index) or _led(doc, body, focus) or focus.near(body.start, country, body.name)
    province = province or sides.province(body.start, country)
    if focus.suits(province, body.name):
        return province
    return focus.province(body.start, country, done, body.id, body.name)


def _led(doc: Doc, body: BodyMention, focus: Focus) -> str | None:
    """ "Phó Giám đốc Sở Công thương, Trưởng đoàn đại biểu | tỉnh A": who leads its delegation is of that province."""
    end = _LEADER.match(doc.keys, body.end + 1) if doc.words[body.end : body.end + 1] == [","] else 0
    return focus.titled(end) if end > body.end + 1 else None


def _shared(doc: Doc, found: Sequence[BodyMention], index: int) -> str | None:
    """ "Tỉnh ủy, HĐND, UBND tỉnh A": the place at the end is that of all."""
    for here in range(index, min(index + 4, len(found) - 1)):
        gap = doc.words[found[here].end : found[here + 1].start]
        if len(gap) > 1 or (gap and gap[0] not in LIST_MARKS):
            return None
        if found[here + 1].province is not None:
            return found[here + 1].province if found[here + 1].level in _PROVINCIAL else None
    return None


def _local(doc: Doc, body: BodyMention, before: Sequence[BodyMention], focus: Focus) -> BodyMention:
    """ "UBND huyện" after "Công an huyện Kỳ Sơn", "Trạm Công an cửa khẩu" after one that was named in full."""
    near = [other for other in reversed(before) if other.country == body.country]
    if body.level in _LOCAL_LEVELS:
        for other in near:
            if other.level == body.level and other.name.startswith(body.name + " "):
                return body._replace(name=other.name, province=other.province, completed=True)
    if body.id in _TOWN_PARTY:
        return _of_town(doc, body, near, focus)
    town = body.name.split()[-1]
    if key(town) not in _TOWN_ENDS or (body.level not in _TOWNS and key(town) in _CITY_ENDS):
        return body
    for other in near:
        _, found, rest = other.name.partition(f" {town} ")
        if other.id == "party-district" and key(town) == "huyện":
            _, found, rest = other.name.partition("ủy ")  # "UBND huyện" after "Huyện ủy Mường Lát"
        if found and rest and "," not in rest:
            return body._replace(name=f"{body.name} {rest}", province=other.province, completed=True)
    district = focus.district(body.start, key(town))
    if district is None or district.country != body.country:
        return body
    name = f"{body.name} {place_text(doc, district)}"
    return body._replace(name=name, province=district.province, completed=True)


def _ahead(doc: Doc, found: Sequence[BodyMention], index: int) -> BodyMention:
    """ "A, Trưởng Công an huyện; B, Phó Trưởng Công an huyện Ngọc Hồi": as the same sentence writes it in full next."""
    body = found[index]
    for other in found[index + 1 : index + 1 + _NEXT]:
        if doc.sentence[other.start] != doc.sentence[body.start]:
            break
        if other.country == body.country and other.level == body.level and other.name.startswith(body.name + " "):
            return body._replace(name=other.name, province=other.province, completed=True)
    return body


def _of_town(doc: Doc, body: BodyMention, near: Sequence[BodyMention], focus: Focus) -> BodyMention:
    """ "Huyện ủy" after "Huyện ủy Mường Lát", or of the district named last."""
    for other in near:
        rest = other.name.partition("ủy ")[2] if other.id in _TOWN_PARTY else ""
        if rest and "," not in rest:
            return body._replace(name=f"{body.name} {rest}", province=other.province, completed=True)
    town = key(body.name.split()[0] if body.name.split()[0].lower() != "ban" else body.name.split()[-2])
    district = focus.district(body.start, {"thị": "xã"}.get(town, town), body.country)
    if district is None or district.country != body.country:
        return body
    return body._replace(name=f"{body.name} {place_text(doc, district)}", province=district.province, completed=True)
