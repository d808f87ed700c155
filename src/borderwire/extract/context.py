"""The bodies that a text names, for offices and units that leave theirs to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from borderwire.extract.completion import Completion
from borderwire.extract.doc import Doc
from borderwire.extract.focus import focus_of
from borderwire.extract.hits import entry_at
from borderwire.extract.mentions import BodyMention, PlaceMention, bodies_between
from borderwire.extract.phrases import listed
from borderwire.extract.sides import Sides
from borderwire.model import Country

# The forces: those with ranks.
FORCES = ("police-province", "police-city", "security", "border-guard", "military-command", "police-district")
# Where judges sit, and where procurators serve.
COURTS = ("court", "supreme-court", "high-court", "military-court")
PROCURACIES = ("procuracy", "supreme-procuracy", "high-court", "military-court")
# Kinds of bodies that an office without a body can be of, by the sphere of the office.
BODIES_OF = {
    "police-province": ("police-province", "police-city", "security", "department", "police"),
    "police-division": FORCES,
    "police-district": ("police-district", "police-city", "police-commune"),
    "army-province": ("border-guard", "military-command", "defence-zone", "command"),
    "border-post": ("border-post", "border-station", "border-company", "police-post", "military-command", "army-unit"),
    "government-province": ("peoples-committee", "administration", "peoples-council"),
    "government-district": ("peoples-committee", "administration"),
    "party-province": ("party-provincial", "party-district", "party-unit"),
    "army": ("command", "military-region", "border-guard-high", "peoples-army", "army-unit", "ministry"),
    "mission": ("embassy", "consulate"),
    "justice": ("court", "procuracy", "supreme", "high-court", "military-court"),
    "forest": ("forest-rangers",),
    "staff": ("border-post", "police-district", *FORCES),
    "team": ("border-post", "police-district", *FORCES, "customs"),
}
# What is done to officers who did wrong.
_DISCIPLINED = listed("kỷ luật, khiển trách, cảnh cáo, cách chức, giáng chức")
_REACH_OF_LIST, _LONGEST_LIST = 3, 80  # sentences, tokens
# How many bodies back, and ahead, one may stand.
_REACH = 300
_COUNTRIES = re.compile(
    r"\s+(?:nước\s+)?(?:CHDCND Lào|Cộng hòa Dân chủ Nhân dân Lào|Lào|Việt Nam|CHXHCN Việt Nam)$", re.IGNORECASE
)


def _start(body: BodyMention) -> int:
    return body.start


class Context:
    """The bodies of one article in order, those inside the names of units included; its provinces and sides."""

    def __init__(self, doc: Doc, places: Sequence[PlaceMention], bodies: Sequence[BodyMention], sides: Sides) -> None:
        self.doc, self.sides, self.focus = doc, sides, focus_of(doc, places)
        self._heads = [hit.start for hit in doc.hits_of("body")]
        mixed = [body for body in bodies if len(body.name) < 18 or not body.name.isupper()]
        bodies = mixed or bodies  # those of headlines in capitals only where there are no others
        self._units: dict[int, BodyMention] = {}
        self.bodies = sorted([*bodies, *self._inner(bodies)], key=_start)
        self._starts = [body.start for body in self.bodies]
        self._named: list[tuple[str, BodyMention]] | None = None
        self._completion = Completion(doc, self.focus, self.bodies)

    def _inner(self, bodies: Sequence[BodyMention]) -> list[BodyMention]:
        """The bodies above, inside the names of units: "Phòng Hình sự [Công an tỉnh X]"."""
        found: list[BodyMention] = []
        for body in bodies:
            top = self.top(body) if body.end - body.start > 1 else None
            entry = entry_at(self.doc, top[0], "body") if top is not None else None
            if top is None or entry is None:
                continue
            kind = self.doc.gazetteer.bodies[entry.id]
            self._units[top[0]] = body
            found.append(body._replace(start=top[0], id=kind.id, level=kind.level, name=self.top_name(body, top)))
        return found

    def post(self, body: BodyMention) -> BodyMention:
        """The post or company that stands right before the body: "[Đồn Biên phòng X] (BĐBP tỉnh Y)"; else the body."""
        unit = self._units.get(body.start)
        if unit is None:
            index = bisect_left(self._starts, body.start) - 1
            last = self.bodies[index] if index >= 0 else body
            near = body.start - last.end == 1 and not self.doc.words[last.end][0].isalnum()
            return last if near and last.level in ("post", "unit") else body
        return unit if unit is not None and unit.level in ("post", "unit") and unit.end == body.end else body

    def top(self, body: BodyMention) -> tuple[int, int] | None:
        """Tokens of the body above, inside the name of a unit: "Cơ quan CSĐT [Bộ Công an Việt Nam]"."""
        last = bisect_left(self._heads, body.end) - 1
        while last >= 0 and self._heads[last] > body.start:
            if body.level != "division" or self._level(self._heads[last]) != "division":
                return self._heads[last], body.end
            last -= 1  # "Phòng PC04" is one body
        return None

    def _level(self, at: int) -> str | None:
        entry = entry_at(self.doc, at, "body")
        return self.doc.gazetteer.bodies[entry.id].level if entry is not None else None

    def top_name(self, body: BodyMention, top: tuple[int, int]) -> str:
        """The name of that body, with the province that the context gave it."""
        name = self.doc.slice(*top).rstrip(")")
        if body.completed and body.province is not None:
            return f"{name} {self.focus.written(body.province, body.start, name)}"
        return name

    def before(self, token: int) -> Iterator[BodyMention]:
        """The bodies before a token, the last first."""
        index = bisect_left(self._starts, token)
        return (self.bodies[at] for at in range(index - 1, max(index - _REACH, 0) - 1, -1))

    def after(self, token: int) -> Sequence[BodyMention]:
        """The bodies from a token on."""
        index = bisect_left(self._starts, token)
        return self.bodies[index : index + _REACH]

    def within(self, body: BodyMention) -> Sequence[BodyMention]:
        """The bodies inside the name of one."""
        return bodies_between(self.bodies, body.start + 1, body.end)

    def first(self) -> Sequence[BodyMention]:
        """The first bodies of the text."""
        return self.bodies[:_REACH]

    def named_on(self, name: str, side: Country) -> BodyMention | None:
        """The first body of that side whose name goes on where this one ends: "Ban Dân vận Trung ương | Đảng NDCM Lào";
        looked for among the first of the text."""
        return next((body for body in self.first() if body.country == side and body.name.startswith(name + " ")), None)

    def first_named(self) -> Sequence[tuple[str, BodyMention]]:
        """The first bodies of the text with their names in lower case."""
        if self._named is None:
            self._named = [(body.name.lower(), body) for body in self.first()]
        return self._named

    def academy(self, country: str | None) -> BodyMention | None:
        """The school of the forces of that side that the text names most often, the first where two are equal."""
        counts: dict[str, int] = {}
        named: dict[str, BodyMention] = {}
        for body in self.first():
            if body.level == "school" and body.id != "university" and country in (None, body.country):
                counts[body.name] = counts.get(body.name, 0) + 1
                named.setdefault(body.name, body)
        return named[max(counts, key=lambda name: counts[name])] if counts else None

    def sentences(self, body: BodyMention, token: int) -> int:
        """How many sentences a body stands before a token."""
        return self.doc.sentence[token] - self.doc.sentence[body.start]

    def reach(self, token: int) -> int:
        """How many sentences back the body of an office of uncertain kind may stand; further where the sentence tells
        of officers who are disciplined: "cảnh cáo 3 trường hợp: A (Phó đội trưởng)"."""
        start = max(self.doc.sentence_of(token)[0], token - _LONGEST_LIST)
        return _REACH_OF_LIST if _DISCIPLINED.begins_among(self.doc.keys, start, token) else 1

    def is_unit(self, body: BodyMention) -> bool:
        """A unit named with the body above it, whose id it then has."""
        return body.id is None or self.doc.gazetteer.bodies[body.id].level != body.level

    def completed(self, body: BodyMention, province: str) -> BodyMention:
        """The body as the text names it at that place, with a province, ISO 3166-2."""
        return self._completion.of(body._replace(name=self.doc.slice(body.start, body.end)), province)

    def council(self, body: BodyMention, province: str) -> BodyMention:
        """ "HĐND" with a province, ISO 3166-2: "HĐND tỉnh Quảng Ngãi", "HĐND thành phố Huế"."""
        title = "tỉnh" if self.doc.gazetteer.provinces[province].kind == "province" else "thành phố"
        return self._completion.of(body._replace(name=f"{body.name} {title}"), province)

    def ministry(self, token: int, country: str | None) -> BodyMention | None:
        """The ministry last named, two sentences back at most; that of the other side stands for its counterpart:
        "Bộ Công an Lào" -> "Bộ Công an"."""
        last: BodyMention | None = None
        for body in self.before(token):
            if self.sentences(body, token) > 2:
                break
            if body.id == "ministry" and body.country is not None:
                if country is None or body.country == country:
                    return body
                last = last or body
        if last is None:
            return self._counterpart(token, country) or self._only_ministry(country)
        side: Country = "VN" if country == "VN" else "LA"
        return last._replace(name=_COUNTRIES.sub("", last.name).strip(), country=side, completed=True)

    def _counterpart(self, token: int, country: str | None) -> BodyMention | None:
        """ "Bộ trưởng A tiếp Bộ trưởng Bộ X Thái Lan": our ministry of the name that one of a third country has in the
        sentence."""
        first, end = self.doc.sentence_of(token)
        near = self.bodies[bisect_left(self._starts, first) : bisect_left(self._starts, end)]
        names = [body.name.lower() for body in near[:_REACH] if body.id == "ministry" and body.country is None]
        for body in self.first() if names else ():
            if body.id == "ministry" and body.country is not None and country in (None, body.country):
                own = _COUNTRIES.sub("", body.name).strip().lower()
                if any(name.startswith(own + " ") for name in names):
                    return body
        return None

    def _only_ministry(self, country: str | None) -> BodyMention | None:
        """The ministry of that side where the text names but one, wherever it does."""
        named: dict[str, BodyMention] = {}
        for body in self.first():
            if body.id == "ministry" and body.country is not None and country in (None, body.country):
                named.setdefault(_COUNTRIES.sub("", body.name).strip().lower(), body)
        return next(iter(named.values())) if len(named) == 1 else None
