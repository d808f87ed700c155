"""Gives the offices of a person their bodies, where the text leaves them to the context."""

from __future__ import annotations

from collections.abc import Sequence

from borderwire.extract.context import BODIES_OF, COURTS, FORCES, PROCURACIES, Context
from borderwire.extract.focus import place_text
from borderwire.extract.heads_of_state import heads_state
from borderwire.extract.mentions import BodyMention
from borderwire.extract.name_parts import Name
from borderwire.extract.office_kinds import ACADEMIES, STAFF, Office
from borderwire.extract.office_missions import seats_of
from borderwire.extract.parents import as_neighbour, with_parent
from borderwire.extract.person_marks import PersonMention
from borderwire.model import Country
from borderwire.text import key

# The noun of the body that an office heads: "Cục trưởng" is of the "Cục" that was named.
_NOUNS = {
    "cuc-truong": "cục", "cuc-pho": "cục", "truong-ban": "ban", "pho-ban": "ban", "doi-truong": "đội", "doi-pho": "đội",
    "dai-doi-truong": "đại đội", "dai-doi-pho": "đại đội", "don-truong": "đồn", "don-pho": "đồn", "tram-truong": "trạm",
    "hieu-truong": "trường", "vien-truong": "viện", "vu-truong": "vụ", "vu-pho": "vụ", "tong-cuc-truong": "tổng cục",
    "chi-cuc-truong": "chi cục", "giam-thi": "trại", "truong-ty": "ty", "tieu-doan-truong": "tiểu đoàn",
    "truong-phong": "phòng", "pho-phong": "phòng", "bac-si": "bệnh xá", "hat-truong": "hạt",
    "chinh-tri-vien": "đồn", "chinh-tri-vien-pho": "đồn", "trung-doan-truong": "trung đoàn", "chanh-an": "tand",
    "tong-lanh-su": "tổng lãnh sự quán",
}  # fmt: skip
# Offices of the whole state that need no body.
_COMPLETE = (
    "uy-vien", "tong-bi-thu", "chu-tich-nuoc", "thu-tuong", "pho-thu-tuong", "bi-thu-trung-uong", "dai-su", "dai-bieu",
    "tinh-uy-vien", "huyen-uy-vien", "dang-uy-vien", "thuong-truc-ban-bi-thu",
)  # fmt: skip
_GOVERNORS = frozenset(["tinh-truong", "do-truong", "huyen-truong"])
# Levels of bodies that a province told elsewhere completes, and those that it cannot.
_PROVINCIAL = frozenset(["province", "city", "party", "service"])
_OF_TOWNS = ("party-district", "party-commission-district")
_LOCAL = frozenset(["district", "commune", "village", "post", "unit", "team"])
# Spheres whose offices are of the higher body, not of the unit that another office of the list names.
_HIGH_SPHERES = frozenset(["ministry", "police-province", "army-province"])
# Bodies that have police.
_POLICE = ("police", "security")
# An office that begins so many tokens after a person is told for others as well.
_OWN = 3
# Offices that are rather of a post or company than of the force above it.
_POSTED = frozenset(["team", "staff", "border-post"])
_ARMY = ("military-region", "army-unit")
_COMMANDERS = frozenset(["chi-huy-truong", "chi-huy-pho"])
_COUNCIL, _COUNCIL_ALONE, _DEPUTIES = "peoples-council", 4, "truong-doan-dai-bieu-quoc-hoi"
_WHOLE_FORCES = frozenset(["border-guard", "border-guard-command", "military-command"])
# How many offices back one may stand that tells a unit for a bare one.
_MOST_GIVEN = 80
# Of a court by their nature; how many sentences back it may stand.
_BENCH = frozenset(["tham-phan", "kiem-sat-vien", "chanh-an", "thu-ky-toa-an"])
_COURT_REACH = 8
_JUDGES, _PROCURATORS = frozenset(["tham-phan", "chanh-an", "thu-ky-toa-an"]), frozenset(["kiem-sat-vien"])
# Chiefs of divisions, of a court or a procuracy as well; how many offices back that one may be told.
_CHIEFS_OF_UNITS = frozenset(["truong-phong", "pho-phong"])
_BESIDE = 8
# Offices of the forces that academies have as well.
_OF_ACADEMIES = frozenset(["giam-doc", "chinh-uy", "hieu-truong"])
# How many tokens back a body may stand to be the one that an office of uncertain kind speaks of.
_REACH = 120


class Placing:
    """The context of one article."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._given: list[Office] = []
        self.doc, self.seats = context.doc, seats_of(context.bodies)

    def resolve(self, mention: PersonMention, country: str | None) -> list[Office]:
        """The offices of a mention, each with its body as far as the context tells it."""
        context, resolved, places = self._context, self._resolved, range(len(mention.offices))
        given = [with_parent(context, resolved(mention, index, country), mention, country) for index in places]
        given = [self._beside(as_neighbour(context.doc, office, self._given), country) for office in given]
        self._given += [office for office in given if office.organization is not None]
        return given

    def of_state(self, office: Office, name: Name, country: Country | None) -> Office:
        """The office as one of state where nothing but the news of a visit of leaders tells that it is one."""
        return office._replace(state=True) if heads_state(self._context.doc, office, name, country) else office

    def _resolved(self, mention: PersonMention, index: int, country: str | None) -> Office:
        office = mention.offices[index]
        if office.body is not None:
            whole = self._of_province(office, office.body, mention, country) or self._of_deputies(office, mention)
            if whole is not None:
                return office.of_body(whole)
            wrong = country == "LA" and office.country == "VN" and office.province is None and not explicit(office)
            return self._again(mention, index, office.body, country) if office.body.completed or wrong else office
        if not office.bare:
            return office
        if office.kind in _GOVERNORS:
            return self._of_place(office, mention.offices)
        if office.noun == "" or office.id.startswith(_COMPLETE):
            return office
        if mention.rank is None and (office.state is False or office.kind in STAFF):
            return office
        return self._lent(mention, index, country)

    def _beside(self, office: Office, country: str | None) -> Office:
        """ "Viện trưởng VKSND tỉnh X; ..., Chánh Văn phòng; ..., Trưởng phòng 7": units of the court or the procuracy
        that the person named before in the sentence is of."""
        unit = office.organization if office.kind in _CHIEFS_OF_UNITS and office.province is None else None
        if unit is None and (office.kind != "chanh-van-phong" or not office.bare):
            return office
        doc = self._context.doc
        for last in self._given[: -_BESIDE - 1 : -1]:
            above = last.body
            if last.country != country or doc.sentence[last.start] != doc.sentence[office.start]:
                break
            if above is not None and (above.id or "").startswith(BODIES_OF["justice"]):
                name = f"{unit}, {above.name}" if unit else above.name
                return office._replace(organization=name, province=above.province, country=above.country, state=True)
        return office

    def _of_province(
        self, office: Office, body: BodyMention, mention: PersonMention, country: str | None
    ) -> BodyMention | None:
        """ "Chỉ huy trưởng BĐBP" is of a province; a general may hold an office of the whole force."""
        rank = mention.rank
        if body.province is not None or body.id not in _WHOLE_FORCES or country is None:
            return None
        if office.kind not in _COMMANDERS or (rank is not None and rank.id.endswith("tuong")):
            return None
        context = self._context
        hit = context.doc.hit_at.get(body.start)
        if hit is not None and hit.end != body.end:
            return None  # "Ban Chỉ huy BĐBP cửa khẩu cảng X"
        province = context.focus.province(office.start, country, context.bodies, body.id)
        return None if province is None else context.completed(body, province)

    def _of_deputies(self, office: Office, mention: PersonMention) -> BodyMention | None:
        """ "Chủ tịch HĐND, Trưởng đoàn ĐBQH | tỉnh X": the council of the province that the deputies are of."""
        body = office.body
        if body is None or body.id != _COUNCIL or body.province is not None or body.end - body.start > _COUNCIL_ALONE:
            return None
        after = (other for other in mention.offices if other.id.endswith(_DEPUTIES) and other.start > office.start)
        province = next((other.province for other in after), None)
        if province is None:
            return None
        return self._context.council(body, province)

    # --- bodies whose place was guessed

    def _again(self, mention: PersonMention, index: int, body: BodyMention, country: str | None) -> Office:
        """Another office of the list may tell the place, else the person's side does."""
        office, context = mention.offices[index], self._context
        if office.start > mention.end + _OWN and body.completed and body.level in _PROVINCIAL and country is not None:
            near = context.focus.near(mention.name.start, country, context.doc.slice(body.start, body.end))
            if near is not None:  # an office that the text tells once for several
                return office.of_body(context.completed(body, near))
        others = mention.offices[index + 1 :] + mention.offices[:index]
        for other in others:
            told = other.body
            if told is not None and told.province and not told.completed and _one_kind(told.id, body.id):
                return office.of_body(told)
        if not body.completed:
            if body.level in _LOCAL:
                return self._same_level(office, body, "LA")
            full = context.named_on(body.name, "LA") if body.level == "party" else None
            return office._replace(country="LA") if full is None else office.of_body(full)
        if body.level in _PROVINCIAL:
            known = next((other.province for other in others if _told(other)), None)
            if known is not None:
                return office.of_body(context.completed(body, known))
        if country in ("VN", "LA") and body.country != country:
            return self._moved(mention, office, body, "VN" if country == "VN" else "LA")
        return office

    def _moved(self, mention: PersonMention, office: Office, body: BodyMention, side: Country) -> Office:
        """The same body on the other side."""
        context = self._context
        if body.level in _LOCAL or (body.id or "").startswith(_OF_TOWNS):
            return self._same_level(office, body, side)
        name = context.doc.slice(body.start, body.end)
        province = context.focus.near(office.start, side, name) or context.sides.province(mention.name.start, side)
        if not context.focus.suits(province, name):
            province = context.focus.province(office.start, side, context.bodies, body.id, name)
        if province is not None:
            return office.of_body(context.completed(body, province))
        return office._replace(country=side, province=None, organization=name)

    def _same_level(self, office: Office, body: BodyMention, side: Country) -> Office:
        """The body of that level on the other side: "Công an huyện" -> "An ninh huyện Sê Pôn"."""
        for other in self._context.before(office.start):
            same = other.level == body.level and _one_kind(other.id, body.id)
            if same and other.country == side and not other.completed:
                return office.of_body(other)
        name = self._context.doc.slice(body.start, body.end)
        district = self._context.focus.district(office.start, key(name.split()[-1]))
        if district is not None and district.country == side:
            name = f"{name} {place_text(self._context.doc, district)}"
            return office._replace(country=side, province=district.province, organization=name)
        return office._replace(country=side, province=None, organization=name)

    # --- offices without a body

    def _of_place(self, office: Office, offices: Sequence[Office]) -> Office:
        """A Lao governor's province or a district chief's district: that of another office of the list, else the one
        named last before."""
        focus = self._context.focus
        if office.kind == "huyen-truong":
            district = focus.district(office.start)
            if district is None:
                return office
            name, country = f"huyện {self._context.doc.slice(district.start, district.end)}", district.country or "LA"
            return office._replace(organization=name, province=district.province, country=country, state=True)
        told = (other.province for other in offices if other.country == "LA" and _told(other))
        led = (focus.titled(other.end) or "" for other in offices if other.role)  # "Trưởng đoàn đại biểu | tỉnh A"
        own = next(told, None) or next((one for one in led if one.startswith("LA")), None)
        province = own or focus.before(office.start, "LA") or focus.main("LA")
        if province is None:
            return office
        name = f"tỉnh {focus.written(province, office.start)}"
        return office._replace(organization=name, province=province, country="LA", state=True)

    def _lent(self, mention: PersonMention, index: int, country: str | None) -> Office:
        """The body of the next office in the list, of the brackets, of its noun, of the one before, of the context."""
        office = mention.offices[index]
        if self._is_of_cabinet(mention, index):
            return office
        for at, other in enumerate(mention.offices[index + 1 :], index + 1):
            if (office.new and not other.new) or self._of_another_noun(office, other, country):
                continue
            if other.organization is not None and not other.id.startswith(_COMPLETE):
                return self._share(office, self._resolved(mention, at, country) if other.body is not None else other)
        if mention.body is not None:
            return self._of_unit(office, self._inside(office, mention.body))
        if mention.lender is not None and mention.lender.country in (None, country):
            return self._share(office, mention.lender)
        noun = office.noun.lower() if office.noun else _NOUNS.get(office.kind, _NOUNS.get(office.id))
        ministry = noun == "bộ"
        body = self._context.ministry(office.start, country) if ministry else None
        body = self._named(office, noun, country) if noun and not ministry else body
        counted = ministry or noun in ACADEMIES  # the one that the text speaks of most, not the one named last
        held = self._held_before(office, noun, country) if noun and not counted else None
        bare = body is not None and body.name.lower() == noun
        if held is not None and (body is None or bare or body.start < held.start):
            return office._replace(
                body=held.body, organization=held.organization, named=held.named, province=held.province,
                country=held.country, state=held.state,
            )  # fmt: skip
        if body is not None:
            return self._of_unit(office, body)
        for other in reversed(mention.offices[:index]):
            if other.body is not None and (other.body.id or "").startswith(_kinds(office)):
                return self._share(office, other)
        body = self._near(office, country, mention.rank is not None)
        if body is None and mention.rank is not None and office.kind in _OF_ACADEMIES:
            body = self._context.academy(country)
        return office if body is None else self._of_unit(office, body)

    def _is_of_cabinet(self, mention: PersonMention, index: int) -> bool:
        """ "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ": a minister by rank, who heads no ministry."""
        after = mention.offices[index + 1 : index + 2]
        bare = mention.offices[index].id == "bo-truong"
        return bare and bool(after) and after[0].kind.startswith("chu-nhiem") and after[0].organization is not None

    def _of_another_noun(self, office: Office, other: Office, country: str | None) -> bool:
        """ "Phó Hạt trưởng, Trạm trưởng Trạm Kiểm lâm X": the first is of the "Hạt" that was named."""
        noun = _NOUNS.get(office.kind)
        if noun is None or other.body is None or other.body.name.lower().startswith(noun + " "):
            return False
        return other.kind in _NOUNS and self._named(office, noun, country) is not None

    def _of_unit(self, office: Office, body: BodyMention) -> Office:
        """The office with a body of the context: a post by its own name, without the force above it."""
        top = self._context.top(body) if body.level in ("post", "unit") else None
        if top is None:
            return office.of_body(body)
        doc, end = self._context.doc, top[0]
        while end > body.start and not doc.words[end - 1][0].isalnum():
            end -= 1
        return office.of_body(body)._replace(organization=doc.slice(body.start, end), named=(body.start, end))

    def _inside(self, office: Office, body: BodyMention) -> BodyMention:
        """ "Tổ tuần tra của [Đồn X] do Đại úy A, Phó Đồn trưởng": the body inside the name of which the office is."""
        noun = _NOUNS.get(office.kind)
        if noun is None or body.name.lower().startswith(noun):
            return body
        inner = (other for other in self._context.within(body) if other.name.lower().startswith(noun + " "))
        return next(inner, body)

    def _share(self, office: Office, other: Office) -> Office:
        """The office with the body of another office of the list."""
        body = other.body
        if body is None:
            return office._replace(
                organization=other.organization, named=other.named, province=other.province, country=other.country,
                state=other.state,
            )  # fmt: skip
        top = self._context.top(body) if office.sphere in _HIGH_SPHERES else None
        if top is None:
            return office.of_body(body)
        return office.of_body(body)._replace(organization=self._context.top_name(body, top), named=top)

    def _named(self, office: Office, noun: str, country: str | None) -> BodyMention | None:
        """The body named last before whose name begins with that noun; a school may be named later."""
        if noun in ACADEMIES:
            return self._context.academy(country) or (self._school() if office.state is False else None)
        for body in self._context.before(office.start):
            if body.name.lower().startswith(noun + " ") and (country is None or body.country in (country, None)):
                return body
        return None

    def _held_before(self, office: Office, noun: str, country: str | None) -> Office | None:
        """ "Phó phòng" after "Trưởng phòng Hình sự Công an tỉnh X": the unit that another person's office told."""
        for other in self._given[: -_MOST_GIVEN - 1 : -1]:
            name = (other.organization or "").lower()
            if other.start < office.start and name.startswith(noun + " ") and other.country in (country, None):
                return other
        return None

    def _school(self) -> BodyMention | None:
        return next((body for body in self._context.first() if body.level == "school"), None)

    def _near(self, office: Office, country: str | None, ranked: bool) -> BodyMention | None:
        """The last body before an office that it can be an office of, on the person's side."""
        context = self._context
        if office.kind in ("bo-truong", "thu-truong", "tro-ly-bo-truong"):
            return context.ministry(office.start, country)
        kinds = _kinds(office)
        if ranked and (not kinds or office.sphere == "ministry"):
            kinds = FORCES
        if not kinds:
            return None
        sure = office.state is True or ranked
        high = self._high(office, country) if office.sphere == "army-province" else None
        if high is not None:
            return high
        told = context.focus.near(office.start, country) if country is not None and sure else None
        if told is not None:
            of_province = [body for body in context.before(office.start) if body.province == told]
            for body in reversed(of_province):
                if not context.is_unit(body) and (body.id or "").startswith(kinds):
                    return context.post(body) if office.sphere in _POSTED else body
        for body in context.before(office.start):
            if self._too_far(office, body, sure, ranked):
                break
            if context.is_unit(body) and office.sphere not in ("team", "border-post"):
                continue
            if body.id is not None and body.id.startswith(kinds) and (country is None or body.country == country):
                return context.post(body) if office.sphere in _POSTED else body
        return None

    def _high(self, office: Office, country: str | None) -> BodyMention | None:
        """ "Tư lệnh Quân khu 4; ..., Chính ủy": the region or the army's unit that the sentence named last."""
        for body in self._context.before(office.start):
            if self._context.sentences(body, office.start) > 0:
                return None
            if body.country == country and (body.id or "").startswith((*BODIES_OF["army-province"], *_ARMY)):
                return body if (body.id or "").startswith(_ARMY) else None
        return None

    def _too_far(self, office: Office, body: BodyMention, sure: bool, ranked: bool) -> bool:
        """An office that may be a company's has its body near; so has one of justice or of the high command."""
        if office.kind in _BENCH:
            return self._context.sentences(body, office.start) > _COURT_REACH
        if sure and (ranked or office.sphere not in ("justice", "army")):
            return False
        if not sure and office.start - body.start > _REACH:
            return True
        back = self._context.sentences(body, office.start)
        return back > 1 and back > self._context.reach(office.start)


def explicit(office: Office) -> bool:
    """The text tells the country of the office: by a province, by "Lào", by a body that only one side has."""
    body = office.body
    if body is None:
        return True
    name = body.name.lower()
    if body.completed or ("việt nam" in name and "lào" in name):
        return False
    return body.province is not None or body.country == "LA" or "việt nam" in name or office.country != body.country


def _told(office: Office) -> bool:
    """The text itself gives the office a province."""
    return office.province is not None and (office.body is None or not office.body.completed)


def _one_kind(one: str | None, other: str | None) -> bool:
    """Police with police, the Border Guard with its command; not the party with the government."""
    if one is None or other is None:
        return False
    return one.split("-")[0] == other.split("-")[0] or (one.startswith(_POLICE) and other.startswith(_POLICE))


def _kinds(office: Office) -> tuple[str, ...]:
    """The kinds of bodies that an office of that sphere can be of: judges are of courts, procurators of procuracies."""
    if office.kind in _JUDGES:
        return COURTS
    return PROCURACIES if office.kind in _PROCURATORS else BODIES_OF.get(office.sphere, ())
