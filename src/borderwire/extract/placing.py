"""Gives an office its body and a person a side, where the text leaves them to the context."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from borderwire.extract.bodies import completed
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.offices import Office
from borderwire.extract.people import Person
from borderwire.extract.persons import PersonMention
from borderwire.extract.sides import Focus, Sides, same_family
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
    "ministry": ("ministry", "government", "border-commission"),
    "army": ("command", "military-region", "border-guard-high", "peoples-army", "army-unit", "ministry"),
    "mission": ("embassy", "consulate"),
    "justice": ("court", "procuracy", "supreme"),
    "team": ("police-team", "police-division", "border-guard-division"),
}
# Offices of the whole state or of a post that need no body.
_COMPLETE = ("uy-vien", "tong-bi-thu", "chu-tich-nuoc", "thu-tuong", "bi-thu-trung-uong", "dai-su", "dai-bieu", "tinh-uy-vien",
             "huyen-uy-vien", "dang-uy-vien", "thuong-truc-ban-bi-thu", "lanh-su", "tham-tan", "tong-lanh-su")  # fmt: skip
# How many tokens back a body may stand to be the one that an office speaks of.
_REACH = 120


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
        for mention in person.mentions:
            for office in mention.offices:
                if office.foreign:
                    return "other"
                if office.country is not None and self._explicit(office):
                    return office.country
        for mention in person.mentions:
            body = mention.body
            if body is not None and body.province is not None and not body.completed:
                return body.country
        told = next((who for who in (self._sides.at(m.name.start)[0] for m in person.mentions) if who), None)
        if told is not None and not (told == "LA" and person.name.vietnamese and self._common(person)):
            return told
        if person.name.vietnamese:
            return "VN"
        return self._stranger(person)

    def _common(self, person: Person) -> bool:
        """The name begins with one of the great Vietnamese family names: no Lao has it."""
        return self._doc.keys[person.name.start] in _GREAT

    def _stranger(self, person: Person) -> str | None:
        """The side of a name that is not Vietnamese."""
        if person.name.initials:
            return "VN"
        before = self._country_before(person.name.start)
        if before is not None and before not in ("VN", "LA"):
            return before
        if self._lao:
            return "LA"
        return "other" if self._others else None

    def _country_before(self, token: int) -> str | None:
        """The country last named before a token in its sentence."""
        index = bisect_left(self._country_starts, token) - 1
        if index < 0:
            return None
        start, country = self._countries[index]
        return country if self._doc.sentence[start] == self._doc.sentence[token] else None

    @staticmethod
    def _explicit(office: Office) -> bool:
        """The text tells the country of the office: by a province, by "Lào", by a body that only one side has."""
        body = office.body
        if body is None:
            return True
        if body.completed:
            return False
        return body.province is not None or body.country == "LA" or "việt nam" in body.name.lower() or office.country != body.country

    # --- bodies

    def resolve(self, mention: PersonMention, country: str | None) -> list[Office]:
        """The offices of a mention, each with its body as far as the context tells it."""
        done: list[Office] = []
        for index, office in enumerate(mention.offices):
            if office.body is not None and (office.body.completed or self._wrong_side(office, country)):
                done.append(self._again(mention, index, office, country))
            elif office.bare and not office.id.startswith(_COMPLETE) and office.state is not False:
                done.append(self._lent(mention, index, office, country))
            else:
                done.append(office)
        return done

    def _wrong_side(self, office: Office, country: str | None) -> bool:
        return country == "LA" and office.country == "VN" and office.province is None and not self._explicit(office)

    def _again(self, mention: PersonMention, index: int, office: Office, country: str | None) -> Office:
        """A body whose place was guessed: another office of the list may tell it, else the person's side does."""
        body = office.body
        assert body is not None
        for other in mention.offices[index + 1 :] + mention.offices[:index]:
            told = other.body
            if told is not None and told.province and not told.completed and same_family(told.id, body.id):
                return _of(office, told)
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
                return replace(_of(office, body), organization=self._doc.slice(*top), named=top)
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
                return (at, body.end) if not body.completed else None
        return None

    def _near(self, office: Office, country: str | None) -> BodyMention | None:
        """The last body before an office that it can be an office of, on the person's side."""
        kinds = _BODIES_OF.get(office.sphere)
        index = bisect_left(self._starts, office.start) - 1
        sure = office.state is True
        while index >= 0 and kinds:
            body = self._bodies[index]
            index -= 1
            if office.start - body.start > _REACH and not sure:
                break
            if not sure and self._doc.sentence[body.start] < self._doc.sentence[office.start] - 1:
                break
            if body.id is not None and body.id.startswith(kinds) and (country is None or body.country == country):
                return body
        return None

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


def _fits(office: Office, body: BodyMention) -> bool:
    kinds = _BODIES_OF.get(office.sphere)
    return bool(kinds and body.id and body.id.startswith(kinds))


def _of(office: Office, body: BodyMention) -> Office:
    return replace(
        office, body=body, organization=body.name, named=(body.start, body.end), province=body.province,
        country=body.country, state=True if office.state is not False else False,
    )  # fmt: skip


# Family names that no Lao has.
_GREAT = frozenset(
    ["nguyễn", "trần", "lê", "phạm", "hoàng", "huỳnh", "phan", "vũ", "võ", "đặng", "bùi", "đỗ", "hồ", "ngô", "dương", "đinh", "trịnh"]
)
