"""Gives an office its body and a person a side, where the text leaves them to the context."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from borderwire.extract.completion import Completion
from borderwire.extract.doc import Doc
from borderwire.extract.focus import Focus
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.office_kinds import Office
from borderwire.extract.persons import PersonMention
from borderwire.extract.sides import Sides
from borderwire.model import Country

# Kinds of bodies that an office without a body can be of, by the sphere of the office.
_FORCES = ("police-province", "police-city", "security", "border-guard", "military-command", "police-district")
_BODIES_OF = {
    "police-province": ("police-province", "police-city", "security", "department", "police"),
    "police-division": _FORCES,
    "police-district": ("police-district", "police-city", "police-commune"),
    "army-province": ("border-guard", "military-command", "defence-zone", "command"),
    "border-post": ("border-post", "border-station", "border-company", "police-post", "military-command", "army-unit"),
    "government-province": ("peoples-committee", "administration", "peoples-council"),
    "government-district": ("peoples-committee", "administration"),
    "party-province": ("party-provincial", "party-district", "party-unit"),
    "army": ("command", "military-region", "border-guard-high", "peoples-army", "army-unit", "ministry"),
    "mission": ("embassy", "consulate"),
    "justice": ("court", "procuracy", "supreme"),
    "team": ("border-post", "police-district", *_FORCES),
}
# The noun of the body that an office heads: "Cục trưởng" is of the "Cục" that was named.
_NOUNS = {
    "cuc-truong": "cục", "cuc-pho": "cục", "truong-ban": "ban", "pho-ban": "ban", "doi-truong": "đội", "doi-pho": "đội",
    "dai-doi-truong": "đại đội", "dai-doi-pho": "đại đội", "don-truong": "đồn", "don-pho": "đồn", "tram-truong": "trạm",
    "hieu-truong": "trường", "vien-truong": "viện", "vu-truong": "vụ", "vu-pho": "vụ", "tong-cuc-truong": "tổng cục",
    "chi-cuc-truong": "chi cục", "giam-thi": "trại", "truong-ty": "ty", "tieu-doan-truong": "tiểu đoàn",
    "chinh-tri-vien": "đồn", "chinh-tri-vien-pho": "đồn", "trung-doan-truong": "trung đoàn", "chanh-an": "tand",
}  # fmt: skip
# Offices of the whole state that need no body.
_COMPLETE = (
    "uy-vien", "tong-bi-thu", "chu-tich-nuoc", "thu-tuong", "bi-thu-trung-uong", "dai-su", "dai-bieu", "tinh-uy-vien",
    "huyen-uy-vien", "dang-uy-vien", "thuong-truc-ban-bi-thu",
)  # fmt: skip
# How many tokens back a body may stand to be the one that an office of uncertain kind speaks of.
_REACH = 120
_COUNTRIES = re.compile(
    r"\s+(?:nước\s+)?(?:CHDCND Lào|Cộng hòa Dân chủ Nhân dân Lào|Lào|Việt Nam|CHXHCN Việt Nam)$", re.IGNORECASE
)
# Fields of the police's and the Border Guard's divisions.
_POLICE = re.compile(
    "cảnh sát|an ninh|csgt|csđt|cshs|tham mưu|hậu cần|chính trị|tổ chức cán bộ|nhập cảnh|ma túy|ma tuý|trinh sát|giám sát quản lý",
    re.IGNORECASE,
)
_NAMED_BY_FIELD = frozenset(["division", "team", "department", "post", "office", "commission", "institute", "centre"])
_UNITS = frozenset(["division", "team"])
_HIGH_LEVELS = frozenset(["province", "city", "service", "district"])


class Placing:
    """The context of one article."""

    def __init__(self, doc: Doc, places: Sequence[PlaceMention], bodies: Sequence[BodyMention], sides: Sides) -> None:
        self._doc, self._sides = doc, sides
        mixed = [body for body in bodies if len(body.name) < 18 or not body.name.isupper()]
        bodies = mixed or bodies  # those of headlines in capitals only where there are no others
        self._focus = Focus(doc, places)
        self._bodies = sorted([*bodies, *self._inner(bodies)], key=lambda body: body.start)
        self._starts = [body.start for body in self._bodies]
        self._completion = Completion(doc, self._focus, self._bodies)

    def _inner(self, bodies: Sequence[BodyMention]) -> list[BodyMention]:
        """The bodies above, inside the names of units: "Phòng Hình sự [Công an tỉnh X]"."""
        found: list[BodyMention] = []
        for body in bodies:
            top = self._top(body)
            entry = self._doc.hit_at[top[0]].of("body") if top is not None else None
            if top is None or entry is None:
                continue
            kind = self._doc.gazetteer.bodies[entry.id]
            name = self._doc.slice(*top).rstrip(")")
            if body.completed and body.province is not None:
                name = f"{name} {self._focus.written(body.province, body.start)}"
            found.append(replace(body, start=top[0], id=kind.id, level=kind.level, name=name))
        return found

    def resolve(self, mention: PersonMention, country: str | None) -> list[Office]:
        """The offices of a mention, each with its body as far as the context tells it."""
        done: list[Office] = []
        for index, office in enumerate(mention.offices):
            if office.body is not None and (office.body.completed or self._wrong_side(office, country)):
                office = self._again(mention, index, office, country)
            elif office.bare and office.kind in ("tinh-truong", "do-truong", "huyen-truong"):
                office = self._of_place(office)
            elif (
                office.bare
                and office.noun != ""
                and not office.id.startswith(_COMPLETE)
                and (mention.rank is not None or (office.state is not False and office.kind != "can-bo"))
            ):
                office = self._lent(mention, index, office, country)
            done.append(self._with_parent(office, mention, country))
        return done

    # --- bodies whose place was guessed

    def _wrong_side(self, office: Office, country: str | None) -> bool:
        return country == "LA" and office.country == "VN" and office.province is None and not explicit(office)

    def _again(self, mention: PersonMention, index: int, office: Office, country: str | None) -> Office:
        """Another office of the list may tell the place, else the person's side does."""
        body = office.body
        assert body is not None
        for other in mention.offices[index + 1 :] + mention.offices[:index]:
            told = other.body
            if told is not None and told.province and not told.completed and _one_kind(told.id, body.id):
                return office.of_body(told)
        for other in mention.offices:
            known = (
                other.province
                if other is not office and not (other.body is not None and other.body.completed)
                else None
            )
            if known is not None and body.completed and body.level in ("province", "city", "party", "service"):
                return office.of_body(self._completion.of(self._plain(body), known))
        if not body.completed:
            return office._replace(country="LA")
        if country in ("VN", "LA") and body.country != country:
            return self._moved(mention, office, body, "VN" if country == "VN" else "LA")
        return office

    def _moved(self, mention: PersonMention, office: Office, body: BodyMention, side: Country) -> Office:
        """The same body on the other side."""
        province = self._focus.near(office.start, side)
        if province is None:
            _, told = self._sides.at(mention.name.start)
            province = told if told and told.startswith(side) else None
        province = province or self._focus.province(office.start, side, self._bodies, body.id)
        if body.level in ("district", "commune", "village", "post", "unit", "team"):
            return self._same_level(office, body, side)
        if province is None:
            return office._replace(country=side, province=None, organization=self._doc.slice(body.start, body.end))
        return office.of_body(self._completion.of(self._plain(body), province))

    def _same_level(self, office: Office, body: BodyMention, side: Country) -> Office:
        """The body of that level on the other side: "Công an huyện" -> "An ninh huyện Sê Pôn"."""
        for other in reversed(self._bodies[: bisect_left(self._starts, office.start)]):
            if (
                other.level == body.level
                and other.country == side
                and not other.completed
                and _one_kind(other.id, body.id)
            ):
                return office.of_body(other)
        return office._replace(country=side, province=None, organization=self._doc.slice(body.start, body.end))

    def _plain(self, body: BodyMention) -> BodyMention:
        return replace(body, name=self._doc.slice(body.start, body.end))

    # --- offices without a body

    def _of_place(self, office: Office) -> Office:
        """A Lao governor's province or a district chief's district: the one named last before."""
        if office.kind == "huyen-truong":
            district = self._focus.district(office.start)
            if district is None:
                return office
            name = f"huyện {self._doc.slice(district.start, district.end)}"
            return office._replace(
                organization=name, province=district.province, country=district.country or "LA", state=True
            )
        province = self._focus.before(office.start, "LA") or self._focus.main("LA")
        if province is None:
            return office
        name = f"tỉnh {self._focus.written(province, office.start)}"
        return office._replace(organization=name, province=province, country="LA", state=True)

    def _lent(self, mention: PersonMention, index: int, office: Office, country: str | None) -> Office:
        """The body of the next office in the list, of the brackets, of its noun, of the one before, of the context."""
        for other in mention.offices[index + 1 :]:
            if other.organization is not None and not other.id.startswith(_COMPLETE):
                return self._share(office, other)
        if mention.body is not None:
            return office.of_body(mention.body)
        noun = office.noun.lower() if office.noun else _NOUNS.get(office.kind)
        body = self._named(office, noun, country) if noun else None
        if body is not None:
            return office.of_body(body)
        for other in reversed(mention.offices[:index]):
            if other.body is not None and _fits(office, other.body):
                return self._share(office, other)
        body = self._near(office, country, mention.rank is not None)
        return office if body is None else office.of_body(body)

    def _share(self, office: Office, other: Office) -> Office:
        body = other.body
        if body is None:
            return office._replace(organization=other.organization, named=other.named, province=other.province,
                country=other.country, state=other.state,
            )  # fmt: skip
        top = self._top(body)
        if top is None or office.sphere not in ("ministry", "police-province", "army-province"):
            return office.of_body(body)
        name = self._doc.slice(*top)
        if body.completed and body.province is not None:
            name = f"{name} {self._focus.written(body.province, body.start)}"
        return office.of_body(body)._replace(organization=name, named=top)

    def _top(self, body: BodyMention) -> tuple[int, int] | None:
        """Tokens of the body above, inside the name of a unit: "Cơ quan CSĐT [Bộ Công an Việt Nam]"."""
        for at in range(body.end - 1, body.start, -1):
            hit = self._doc.hit_at.get(at)
            if hit is not None and hit.of("body") is not None:
                return at, body.end
        return None

    def _named(self, office: Office, noun: str, country: str | None) -> BodyMention | None:
        """The body named last before whose name begins with that noun."""
        index = bisect_left(self._starts, office.start) - 1
        while index >= 0:
            body = self._bodies[index]
            index -= 1
            if body.name.lower().startswith(noun + " ") and (country is None or body.country in (country, None)):
                return body
        if noun != "trường":
            return None
        return next((body for body in self._bodies if body.level == "school"), None)

    def _near(self, office: Office, country: str | None, ranked: bool) -> BodyMention | None:
        """The last body before an office that it can be an office of, on the person's side."""
        if office.kind in ("bo-truong", "thu-truong"):
            return self._ministry(office, country)
        kinds = _BODIES_OF.get(office.sphere)
        if ranked and (kinds is None or office.sphere == "ministry"):
            kinds = _FORCES
        index = bisect_left(self._starts, office.start) - 1
        sure = office.state is True or ranked
        told = self._focus.near(office.start, country) if country is not None and kinds else None
        for body in self._bodies[: index + 1] if told is not None and sure else ():
            if body.province == told and not self._is_unit(body) and (body.id or "").startswith(kinds or ()):
                return body
        while index >= 0 and kinds:
            body = self._bodies[index]
            index -= 1
            if office.start - body.start > _REACH and not sure:
                break
            far = self._doc.sentence[body.start] < self._doc.sentence[office.start] - 1
            if far and (not sure or (office.sphere in ("justice", "army") and not ranked)):
                break
            if self._is_unit(body) and office.sphere not in ("team", "border-post"):
                continue
            if body.id is not None and body.id.startswith(kinds) and (country is None or body.country == country):
                return body
        return None

    def _is_unit(self, body: BodyMention) -> bool:
        """A unit named with the body above it, whose id it then has."""
        return body.id is None or self._doc.gazetteer.bodies[body.id].level != body.level

    def _ministry(self, office: Office, country: str | None) -> BodyMention | None:
        """The ministry last named; that of the other side stands for its counterpart: "Bộ Công an Lào" -> "Bộ Công an"."""
        index = bisect_left(self._starts, office.start) - 1
        last: BodyMention | None = None
        while index >= 0:
            body = self._bodies[index]
            index -= 1
            if self._doc.sentence[body.start] < self._doc.sentence[office.start] - 2:
                break
            if body.id == "ministry" and body.country is not None:
                if country is None or body.country == country:
                    return body
                last = last or body
        if last is None:
            return None
        side: Country = "VN" if country == "VN" else "LA"
        return replace(last, name=_COUNTRIES.sub("", last.name).strip(), country=side, completed=True)

    # --- units

    def _with_parent(self, office: Office, mention: PersonMention, country: str | None) -> Office:
        """ "Phó Trưởng phòng Hình sự": the division of the force that the text speaks of on that side."""
        name, body, ranked = office.organization, office.body, mention.rank is not None
        if name is None or office.province is not None:
            return office
        if name[-1].isdigit():
            body = self._by_number(name)
            return office if body is None else office.of_body(body)
        full = self._full(name, country) if body is None or body.level in _NAMED_BY_FIELD else None
        if full is not None:
            return office._replace(organization=full.name, province=full.province, country=full.country)
        if body is None:
            if not name.lower().startswith(("phòng ", "đội ")) or office.named is None:
                return office
        elif body.level not in _UNITS or self._top(body) is not None or body.completed:
            return office
        told = next(
            (item.body for item in mention.offices if item is not office and item.body and item.body.province), None
        )
        if told is not None and told.level in _HIGH_LEVELS:
            return office._replace(organization=f"{name} {told.name}", province=told.province, country=told.country)
        above = self._force_near(office, country, ranked)
        if above is None:
            police = self._in_context(name, country, ranked)
            return office if police is None else office._replace(organization=f"{name} {police}")
        return office._replace(organization=f"{name} {above.name}", province=above.province, country=above.country)

    def _in_context(self, name: str, country: str | None, ranked: bool) -> str | None:
        """The police of the only province that the text speaks of, for a division of the police."""
        province = self._focus.main(country) if country is not None else None
        if province is None or not ranked or not _POLICE.search(name):
            return None
        return f"Công an tỉnh {self._focus.written(province, 0)}"

    def _full(self, name: str, country: str | None) -> BodyMention | None:
        """A body of that side whose name goes on where this one ends: "Cục Cảnh vệ" -> "Cục Cảnh vệ Bộ Công an Lào"."""
        start = name.lower()
        for body in self._bodies:
            longer = body.name.lower()
            if (
                longer.startswith(start)
                and longer[len(start) : len(start) + 1] in (" ", ",")
                and body.country == country
            ):
                return body
        return None

    def _by_number(self, name: str) -> BodyMention | None:
        """ "Đồn 517" after "Đồn Biên phòng 517"."""
        words = name.lower().split()
        for body in self._bodies if len(words) == 2 else ():
            longer = body.name.lower().split()
            if len(longer) > 2 and [longer[0], longer[-1]] == words:
                return body
        return None

    def _force_near(self, office: Office, country: str | None, ranked: bool) -> BodyMention | None:
        """The force named last before an office on that side, else first after it; for persons without a rank only one
        of the sentences before."""
        kinds = _BODIES_OF["team"] if office.sphere == "team" else (*_FORCES, "customs")
        if not ranked and not _POLICE.search(office.organization or ""):
            return None
        middle = bisect_left(self._starts, office.start)
        order = [*reversed(self._bodies[:middle]), *(self._bodies[middle:] if ranked else ())]
        for body in order:
            if not ranked and self._doc.sentence[body.start] < self._doc.sentence[office.start] - 3:
                return None
            if body.level in _HIGH_LEVELS | {"post"} and (body.id or "").startswith(kinds) and body.country == country:
                return body
        return None

    # --- persons without an office

    def organization(
        self, mentions: Sequence[PersonMention], main: Office | None
    ) -> tuple[str | None, str | None, tuple[int, int] | None]:
        """Name, province and tokens of a person's body."""
        if main is not None and main.organization is not None:
            return " ".join(main.organization.split()), main.province, main.named
        for mention in mentions:
            body, place = mention.body, mention.place
            if body is not None:
                return body.name, body.province, (body.start, body.end)
            if place is not None and place.province is not None:
                name = self._force(mention.name.start, place)
                return name, place.province if name else None, (place.start, place.end) if name else None
        return None, None, None

    def _force(self, token: int, place: PlaceMention) -> str | None:
        """ "Đại tá A (Phông Sa Lỳ)" after "Công an 5 tỉnh": "Công an tỉnh Phông Sa Lỳ"."""
        for body in reversed(self._bodies[: bisect_left(self._starts, token)]):
            if body.level == "province" and (body.id or "").startswith(_FORCES):
                head = body.name.partition(" tỉnh")[0]
                return f"{head} tỉnh {self._doc.slice(place.start, place.end)}"
        return None


def explicit(office: Office) -> bool:
    """The text tells the country of the office: by a province, by "Lào", by a body that only one side has."""
    body = office.body
    if body is None:
        return True
    if body.completed or ("việt nam" in body.name.lower() and "lào" in body.name.lower()):
        return False
    return (
        body.province is not None
        or body.country == "LA"
        or "việt nam" in body.name.lower()
        or office.country != body.country
    )


def _one_kind(one: str | None, other: str | None) -> bool:
    """Police with police, the Border Guard with its command; not the party with the government."""
    if one is None or other is None:
        return False
    police = ("police", "security")
    return one.split("-")[0] == other.split("-")[0] or (one.startswith(police) and other.startswith(police))


def _fits(office: Office, body: BodyMention) -> bool:
    kinds = _BODIES_OF.get(office.sphere)
    return bool(kinds and body.id and body.id.startswith(kinds))


