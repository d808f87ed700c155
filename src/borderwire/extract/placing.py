"""Gives an office its body and a person a side, where the text leaves them to the context."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from borderwire.extract.bodies import completed
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.offices import Office
from borderwire.extract.people import Person
from borderwire.extract.persons import PersonMention
from borderwire.extract.sides import Focus, Sides
from borderwire.model import Country

# Kinds of bodies that an office without a body can be of, by the sphere of the office.
_BODIES_OF = {
    "police-province": ("police-province", "police-city", "security", "department", "police"),
    "police-division": ("police-division", "border-guard-division", "police-province", "police-city", "border-guard"),
    "police-district": ("police-district", "police-city", "police-commune"),
    "army-province": ("border-guard", "military-command", "defence-zone", "command"),
    "border-post": ("border-post", "border-station", "border-company", "military-command", "army-unit"),
    "government-province": ("peoples-committee", "administration", "peoples-council"),
    "government-district": ("peoples-committee", "administration"),
    "party-province": ("party-provincial", "party-district", "party-unit"),
    "ministry": ("ministry",),
    "army": ("command", "military-region", "border-guard-high", "peoples-army", "army-unit", "ministry"),
    "mission": ("embassy", "consulate"),
    "justice": ("court", "procuracy", "supreme"),
    "team": ("police-team", "police-division", "border-guard-division"),
}
# Offices of the whole state or of a post that need no body.
_COMPLETE = ("uy-vien", "tong-bi-thu", "chu-tich-nuoc", "thu-tuong", "bi-thu-trung-uong", "dai-su", "dai-bieu", "tinh-uy-vien",
             "huyen-uy-vien", "dang-uy-vien", "thuong-truc-ban-bi-thu", "lanh-su", "tham-tan", "tong-lanh-su")  # fmt: skip
_COUNTRIES = re.compile(r"\s+(?:nước\s+)?(?:CHDCND Lào|Cộng hòa Dân chủ Nhân dân Lào|Lào|Việt Nam|CHXHCN Việt Nam)$", re.IGNORECASE)
# How many tokens back a body may stand to be the one that an office speaks of.
_REACH = 120
# Bodies that only Viet Nam has under that name.
_OURS = ("peoples-committee", "peoples-council", "fatherland-front")


class Placing:
    """The context of one article, asked person by person."""

    def __init__(self, doc: Doc, places: Sequence[PlaceMention], bodies: Sequence[BodyMention]) -> None:
        self._doc = doc
        self._bodies = bodies
        self._starts = [body.start for body in bodies]
        self._sides = Sides(doc, places)
        self._focus = Focus(places)
        self._countries = [(place.start, place.country or place.id) for place in places if place.country or place.kind == "country"]
        self._country_starts = [start for start, _ in self._countries]
        self._lao = any(country == "LA" for _, country in self._countries)
        self._others = any(country not in ("VN", "LA") for _, country in self._countries)

    # --- sides

    def country(self, person: Person) -> str | None:
        """ "VN", "LA", another country's code, or None when nothing tells."""
        if any(office.foreign for mention in person.mentions for office in mention.offices):
            return "other"
        if person.name.great:
            return "VN"
        for mention in person.mentions:
            for office in mention.offices:
                if office.country is not None and self._explicit(office):
                    return office.country
        for mention in person.mentions:
            body = mention.body
            if body is not None and body.province is not None and not body.completed:
                return body.country
        told = next((who for who in (self._sides.at(m.name.start)[0] for m in person.mentions) if who), None)
        if told is not None:
            return told
        if person.name.vietnamese and not (person.name.lao and self._lao):
            return "VN"
        return self._stranger(person)

    def _stranger(self, person: Person) -> str | None:
        """The side of a name that is not Vietnamese."""
        if person.name.initials:
            return "VN"
        near = self._country_near(person.name.start, person.name.end)
        if near is not None and near != "VN":
            return near
        hyphens = person.name.end - person.name.start > len(person.name.parts)
        if self._lao and (person.name.lao or hyphens or not self._others):
            return "LA"
        if person.name.vietnamese or not self._others:
            return "VN" if person.name.vietnamese else None
        return "other"

    def _country_near(self, start: int, end: int) -> str | None:
        """The country named nearest to a name in its sentence, at most twenty tokens away."""
        doc = self._doc
        index = bisect_left(self._country_starts, start)
        best: str | None = None
        least = 21
        for at, country in self._countries[max(index - 1, 0) : index + 1]:
            gap = start - at if at < start else at - end
            if gap < least and doc.sentence[at] == doc.sentence[start]:
                best, least = country, gap
        return best

    @staticmethod
    def _explicit(office: Office) -> bool:
        """The text tells the country of the office: by a province, by "Lào", by a body that only one side has."""
        body = office.body
        if body is None:
            return True
        if body.id is not None and body.id.startswith(_OURS) and (body.province is None or body.country == "VN"):
            return True
        if body.completed or ("việt nam" in body.name.lower() and "lào" in body.name.lower()):
            return False
        return body.province is not None or body.country == "LA" or "việt nam" in body.name.lower() or office.country != body.country

    # --- bodies

    def resolve(self, mention: PersonMention, country: str | None) -> list[Office]:
        """The offices of a mention, each with its body as far as the context tells it."""
        done: list[Office] = []
        for index, office in enumerate(mention.offices):
            if office.body is not None and (office.body.completed or self._wrong_side(office, country)):
                done.append(self._again(mention, index, office, country))
            elif office.bare and office.kind in ("tinh-truong", "do-truong"):
                done.append(self._of_province(office))
            elif office.bare and not office.id.startswith(_COMPLETE) and office.state is not False:
                done.append(self._lent(mention, index, office, country))
            else:
                done.append(office)
        return done

    def _of_province(self, office: Office) -> Office:
        """A Lao governor's province: the one named last before, else the one named most often."""
        province = self._focus.before(office.start, "LA") or self._focus.main("LA")
        if province is None:
            return office
        name = f"tỉnh {self._doc.gazetteer.provinces[province].name}"
        return replace(office, organization=name, province=province, country="LA", state=True)

    def _wrong_side(self, office: Office, country: str | None) -> bool:
        return country == "LA" and office.country == "VN" and office.province is None and not self._explicit(office)

    def _again(self, mention: PersonMention, index: int, office: Office, country: str | None) -> Office:
        """A body whose place was guessed: another office of the list may tell it, else the person's side does."""
        body = office.body
        assert body is not None
        for other in mention.offices[index + 1 :] + mention.offices[:index]:
            told = other.body
            if told is not None and told.province and not told.completed and _one_kind(told.id, body.id):
                return _of(office, told)
        for other in mention.offices:
            if other.province is not None and not (other.body is not None and other.body.completed) and other is not office:
                if body.completed and body.level in ("province", "city", "party", "service"):
                    return _of(office, completed(self._doc, self._plain(body), other.province))
        if not body.completed:
            return replace(office, country="LA")
        if country in ("VN", "LA") and body.country != country:
            side: Country = "VN" if country == "VN" else "LA"
            _, near = self._sides.at(mention.name.start)
            province = near if near and near.startswith(side) else self._focus.province(office.start, side, self._bodies, body.id)
            if province is not None:
                return _of(office, completed(self._doc, self._plain(body), province))
            return replace(office, country=side, province=None, organization=self._doc.slice(body.start, body.end))
        return office

    def _plain(self, body: BodyMention) -> BodyMention:
        return replace(body, name=self._doc.slice(body.start, body.end))

    def _lent(self, mention: PersonMention, index: int, office: Office, country: str | None) -> Office:
        """A bare office: the body of the next office in the list, of the one before, of the brackets, of the context."""
        for other in mention.offices[index + 1 :]:
            if other.organization is not None and not other.id.startswith(_COMPLETE):
                return self._share(office, other)
        if mention.body is not None:
            return _of(office, mention.body)
        for other in reversed(mention.offices[:index]):
            if other.body is not None and _fits(office, other.body):
                return self._share(office, other)
        body = self._near(office, country)
        return office if body is None else _of(office, body)

    def _share(self, office: Office, other: Office) -> Office:
        body = other.body
        if body is not None:
            top = self._top(body)
            if top is not None and office.sphere in ("ministry", "police-province", "army-province"):
                name = self._doc.slice(*top)
                if body.completed and body.province is not None:
                    name = f"{name} {self._doc.gazetteer.provinces[body.province].name}"
                return replace(_of(office, body), organization=name, named=top)
            return _of(office, body)
        return replace(
            office, organization=other.organization, named=other.named, province=other.province, country=other.country,
            state=other.state,
        )  # fmt: skip

    def _top(self, body: BodyMention) -> tuple[int, int] | None:
        """Tokens of the body above, inside the name of a unit: "Cơ quan CSĐT [Bộ Công an Việt Nam]"."""
        for at in range(body.end - 1, body.start, -1):
            hit = self._doc.hit_at.get(at)
            if hit is not None and hit.of("body") is not None:
                return at, body.end
        return None

    def _near(self, office: Office, country: str | None) -> BodyMention | None:
        """The last body before an office that it can be an office of, on the person's side."""
        if office.kind in ("bo-truong", "thu-truong"):
            return self._ministry(office, country)
        kinds = _BODIES_OF.get(office.sphere)
        index = bisect_left(self._starts, office.start) - 1
        sure = office.state is True
        while index >= 0 and kinds:
            body = self._bodies[index]
            index -= 1
            if office.start - body.start > _REACH and not sure:
                break
            far = self._doc.sentence[body.start] < self._doc.sentence[office.start] - 1
            if far and (not sure or office.sphere in ("ministry", "justice", "army")):
                break
            if body.id is not None and body.id.startswith(kinds) and (country is None or body.country == country):
                return body
        return None

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
        name = _COUNTRIES.sub("", last.name).strip()
        return replace(last, name=name, country=side, completed=True)

    def organization(
        self, person: Person, main: Office | None, country: str | None
    ) -> tuple[str | None, str | None, tuple[int, int] | None]:
        """Name, province and tokens of a person's body."""
        if main is not None and main.organization is not None:
            return " ".join(main.organization.split()), main.province, main.named
        for mention in person.mentions:
            if mention.body is not None:
                body = mention.body
                return body.name, body.province, (body.start, body.end)
        return None, None, None


def _one_kind(one: str | None, other: str | None) -> bool:
    """Police with police, the Border Guard with its command; not the party with the government."""
    if one is None or other is None:
        return False
    police = ("police", "security")
    return one.split("-")[0] == other.split("-")[0] or (one.startswith(police) and other.startswith(police))


def _fits(office: Office, body: BodyMention) -> bool:
    kinds = _BODIES_OF.get(office.sphere)
    return bool(kinds and body.id and body.id.startswith(kinds))


def _of(office: Office, body: BodyMention) -> Office:
    return replace(
        office, body=body, organization=body.name, named=(body.start, body.end), province=body.province,
        country=body.country, state=True if office.state is not False else False,
    )  # fmt: skip

