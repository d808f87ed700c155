"""Offices that a text names, each with the body that it is an office of.

OFFICE := head of the gazetteer [field] [body | place | country]: "Phó Trưởng phòng | Tham mưu | Công an tỉnh X",
"Bộ trưởng | Ngoại giao | Lào", "Tỉnh trưởng | tỉnh X", "Giám đốc" alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from borderwire.extract.body_fields import before_rank, read_fields
from borderwire.extract.body_parts import PRIVATE_LEVELS
from borderwire.extract.body_place import read_country, read_where
from borderwire.extract.phrases import DASHES
from borderwire.extract.doc import Doc
from borderwire.extract.fields import FIELDS, UNIT_HEADS, UNIT_PAIRS
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.names import read_name
from borderwire.extract.phrases import Phrases
from borderwire.extract.vocabulary import COMMON, PRIVATE
from borderwire.gazetteer.matcher import Hit, syllables
from borderwire.model import Country

# The noun of the unit that an office heads, where the title holds but its function: "Cục trưởng" heads a "Cục".
_NOUNS = {
    "truong-phong": "Phòng", "pho-phong": "Phòng", "truong-ban": "Ban", "pho-ban": "Ban", "cuc-truong": "Cục",
    "cuc-pho": "Cục", "vu-truong": "Vụ", "vu-pho": "Vụ", "doi-truong": "Đội", "doi-pho": "Đội", "don-truong": "Đồn",
    "don-pho": "Đồn", "tram-truong": "Trạm", "tram-pho": "Trạm", "vien-truong": "Viện", "bo-truong": "Bộ",
    "thu-truong": "Bộ", "thu-truong-thuong-truc": "Bộ", "chi-cuc-truong": "Chi cục", "pho-cuc": "Cục", "tong-cuc-truong": "Tổng cục",
}  # fmt: skip
# What an office is of by its nature.
_INSTITUTIONS = {
    "thu-tuong": "Chính phủ", "thu-tuong-thuong-truc": "Chính phủ", "chu-tich-quoc-hoi": "Quốc hội",
    "chu-tich-thuong-truc-quoc-hoi": "Quốc hội", "tong-thu-ky-quoc-hoi": "Quốc hội", "tong-thanh-tra": "Thanh tra Chính phủ",
    "chu-nhiem-van-phong-chinh-phu": "Văn phòng Chính phủ", "chu-nhiem-tong-cuc-chinh-tri": "Tổng cục Chính trị",
    "tong-kiem-toan-nha-nuoc": "Kiểm toán Nhà nước",
}  # fmt: skip
_LOCAL = (
    "tinh-truong",
    "huyen-truong",
    "do-truong",
    "thi-truong",
    "truong-ban-village",
    "chu-tich",
    "bi-thu",
    "don-truong",
    "don-pho",
)
_GOVERNORS = frozenset(["tinh-truong", "huyen-truong", "truong-ban-village"])
# Offices of state and party by their title alone; others may as well be of a company, a club or a school.
_SURE = frozenset(
    [
        "state",
        "justice",
        "ministry",
        "army",
        "army-province",
        "border-post",
        "party-province",
        "party-district",
        "mission",
    ]
)
_BY_NATURE = frozenset(
    ["dieu-tra-vien", "kiem-sat-vien", "tham-phan", "giam-thi", "thuong-truc-ban-bi-thu", "dai-bieu-quoc-hoi"]
)
_UNSURE = frozenset(
    ["co-van", "vien-truong", "chu-nhiem", "tong-thu-ky", "tro-ly", "doan-truong", "thu-ki", "thu-truong-co-quan"]
)
_PRIVATE_SPHERES = frozenset(["enterprise", "press", "school"])
# What a commission of one event is for; its head plays a role there.
_EVENTS = frozenset(["chuyên án", "tổ chức", "giám khảo", "ban tổ", "ban giám"])
# Nouns with a capital after an office that begin the name of what is no known body.
_OTHERS = frozenset(["hội", "câu", "liên", "tập", "quỹ", "hợp", "nhà", "khu", "chi", "cơ"])
_FORMER = frozenset(["nguyên", "cựu", "cố"])
_MANNERS = frozenset(["chuyên trách", "thường trực", "phụ trách", "kiêm nhiệm", "điều hành"])
# Units of these fields stand in companies, schools and hospitals as well.
_VAGUE = Phrases(
    ["hành chính", "tổ chức hành chính", "tổng hợp", "kế toán", "tài chính kế toán", "kinh doanh", "kỹ thuật", "khai thác", "đào tạo",
     "quản lý", "kế hoạch", "marketing", "nhân sự", "tư vấn", "phát triển", "dự án", "hợp tác quốc tế", "tài vụ", "công tác sinh viên",
     "chăm sóc", "nghiên cứu", "điều dưỡng", "khảo thí"]
)  # fmt: skip
_OF_STATE = re.compile(
    "công an|quốc phòng|quân sự|chính trị|kiểm sát|nhà nước|quốc gia|an ninh|chính phủ|trung ương", re.IGNORECASE
)


def _vague(body: BodyMention) -> bool:
    """A unit that may be of a company, a school or an institute of science."""
    if body.level in ("institute", "centre"):
        return _OF_STATE.search(body.name) is None
    if body.level not in ("division", "team", "office", "commission"):
        return False
    keys = syllables(body.name)
    return len(keys) < 2 or _VAGUE.match(keys, 1) > 1


_FORCES = ("police", "border", "military", "army", "security", "customs", "forest", "command", "investigation")
_LINKS = frozenset(["của", "thuộc", "tại", "ở"])


class Office(NamedTuple):
    """Tokens `[start, end)` name an office, its body included; `[start, head)` is the title. title: as written;
    organization: as written, None when the text leaves it out; state: True, False (a company's) or None (not told);
    noun: "Trung tâm" where the body is told by its noun only; foreign: of a third country; new: given at the event told; role: a function at a meeting."""

    start: int
    head: int
    end: int
    id: str
    title: str
    sphere: str
    role: bool
    state: bool | None
    body: BodyMention | None = None
    organization: str | None = None
    named: tuple[int, int] | None = None
    province: str | None = None
    country: Country | None = None
    foreign: bool = False
    new: bool = False
    noun: str | None = None

    @property
    def kind(self) -> str:
        """The id of the office without deputy."""
        return self.id.removeprefix("pho-")

    @property
    def bare(self) -> bool:
        """No body is told."""
        return self.organization is None and self.body is None


def find_offices(doc: Doc, places: Sequence[PlaceMention], bodies: Sequence[BodyMention]) -> list[Office]:
    """All offices in order."""
    reader = _Reader(doc, {place.start: place for place in places}, {body.start: body for body in bodies})
    found: list[Office] = []
    for hit in doc.hits_of("office"):
        if found and hit.start < found[-1].head:
            continue
        office = reader.read(_again(doc, hit))
        if office is not None:
            found.append(office)
    return found


def _joins_body(doc: Doc, office: Office) -> bool:
    """ "Trưởng", "Phó trưởng", "Chỉ huy": half a title, told in full with the body's head."""
    last = doc.keys[office.head - 1]
    return last in ("trưởng", "phó", "huy", "bộ", "sĩ") and office.id.removeprefix("pho-") in _HALVES


_HALVES = frozenset(["truong-cong-an", "chi-huy", "can-bo"])


def _again(doc: Doc, hit: Hit) -> Hit:
    """The office that begins later, where the matcher ran two things together: "chức vụ Phó chủ tịch" is no "vụ phó",
    "Lê Đức Tỉnh - phó giám đốc" no "tỉnh phó"."""
    start = next(
        (at + 1 for at in range(hit.start, hit.end) if doc.words[at] in DASHES and not doc.glued(at)), hit.start
    )
    if hit.id == "vu-pho" and hit.start and doc.keys[hit.start - 1] == "chức":
        start = hit.start + 1
    if start == hit.start:
        return hit
    found = doc.gazetteer.matcher.scan(doc.keys[start : start + 8], doc.breaks[start : start + 8])
    if found and found[0].start == 0 and found[0].of("office") is not None:
        return found[0]._replace(start=start, end=start + found[0].end)
    return hit


class _Reader:
    def __init__(self, doc: Doc, places: Mapping[int, PlaceMention], bodies: Mapping[int, BodyMention]) -> None:
        self.doc, self.places, self.bodies = doc, places, bodies

    def read(self, hit: Hit) -> Office | None:
        doc = self.doc
        entry = hit.of("office")
        if entry is None or (entry.capital and doc.shapes[hit.start] == "l"):
            return None
        row = doc.gazetteer.offices[entry.id]
        start = hit.start
        if " ".join(doc.keys[hit.end : hit.end + 2]) == "chuyên án":
            title = doc.slice(start, hit.end + 2)
            return Office(start, hit.end, hit.end + 2, entry.id, title, row.sphere, True, None)
        inner = self.bodies.get(hit.end - 1) if hit.end - hit.start > 1 else None
        body = inner or self._body(hit.end)
        if entry.cue and body is None and not (entry.id == "can-bo" and read_fields(doc, hit.end) > hit.end):
            return None
        office = Office(
            start, hit.end, hit.end, entry.id, self._title(start, hit.end), row.sphere, row.role,
            self._state(entry.id, row.sphere, row.role),
        )  # fmt: skip
        if entry.id == "truong-co-quan-dai-dien" and body is not None:
            return self._representative(office, body)
        if self._private(hit.end) and body is None:
            return office._replace(state=False)
        if body is not None:
            return self._of_body(office, body)
        return self._of_tail(office)

    def _representative(self, office: Office, body: BodyMention) -> Office:
        """ "Trưởng | Cơ quan đại diện Bộ Công an Việt Nam tại Lào"."""
        doc, end = self.doc, body.end
        if end < len(doc.keys) and doc.keys[end] == "tại":
            end = self._abroad(office, end).end if self._abroad(office, end).end > end else end
        return office._replace(end=end, organization=doc.slice(office.start + 1, end), named=(office.start + 1, end), state=True,
            country=body.country, body=None,
        )  # fmt: skip

    def _title(self, start: int, end: int) -> str:
        """The title as written, without the words for former and acting."""
        return self.doc.slice(start + 1 if self.doc.keys[start] in _FORMER and end - start > 1 else start, end)

    def _body(self, at: int) -> BodyMention | None:
        doc = self.doc
        if at < len(doc.keys) and not doc.breaks[at]:
            body = self.bodies.get(at)
            if body is None and doc.keys[at] in _LINKS:
                body = self.bodies.get(at + 1)
            return body
        return None

    def _state(self, ident: str, sphere: str, role: bool) -> bool | None:
        kind = ident.removeprefix("pho-")
        if kind in _BY_NATURE:
            return True
        if sphere in _PRIVATE_SPHERES:
            return False
        if kind in _UNSURE or role or sphere not in _SURE | {"party"}:
            return None
        return True if sphere in _SURE or ident.startswith(("uy-vien-", "tong-bi-thu", "bi-thu-trung-uong")) else None

    def _private(self, at: int) -> bool:
        doc = self.doc
        if at >= len(doc.keys) or doc.breaks[at]:
            return False
        hit = doc.hit_at.get(at)
        body = hit.of("body") if hit is not None else None
        if body is not None and doc.gazetteer.bodies[body.id].level in PRIVATE_LEVELS | {"school"}:
            return body.id != "police-academy"
        end = PRIVATE.match(doc.keys, at)
        return end > at + 1 or (end > at and (end >= len(doc.keys) or doc.shapes[end] != "l"))

    def _of_body(self, office: Office, body: BodyMention) -> Office:
        doc = self.doc
        if body.start > office.head and doc.keys[office.head] == "tại" and office.sphere != "mission":
            return office
        title = office.title
        if _joins_body(doc, office):
            title = doc.slice(office.start, self._head_end(body))
        if body.level == "party" and body.start == office.head and doc.keys[body.start].endswith("ủy") is False:
            title = (
                doc.slice(office.start, body.start + 2)
                if doc.keys[min(body.start + 1, body.end - 1)] == "ủy"
                else title
            )
        told = read_country(doc, body.end, self.places)
        country = body.country
        end = body.end
        if told is not None and told[1] is not None and not body.completed and body.province is None:
            country = told[1]
        if office.sphere == "army" and body.completed:
            plain = replace(body, name=doc.slice(body.start, body.end), province=None, completed=False)
            return self._of_body(office, plain)
        if body.level == "school" and body.id != "police-academy":
            return office._replace(state=False, end=end)
        return office._replace(end=end, title=title, body=body, organization=body.name, named=(body.start, body.end),
            province=body.province, country=country, state=self._state_of(office, body),
            foreign=self._foreign(body, told),
        )  # fmt: skip

    def _state_of(self, office: Office, body: BodyMention) -> bool | None:
        """A unit of no known body may be a company's as well; a mere "cán bộ" counts in the police and the army only."""
        if office.kind == "can-bo" and not (body.id or "").startswith(_FORCES):
            return None
        if body.id is None and body.province is None and _vague(body):
            return (
                office.state if office.sphere not in ("ministry", "border-post", "police-division", "party") else None
            )
        return True if office.state is not False or body.id is not None else False

    def _head_end(self, body: BodyMention) -> int:
        """End of the body's head: "Công an huyện" of "Công an huyện Kỳ Sơn"."""
        hit = self.doc.hit_at.get(body.start)
        return hit.end if hit is not None and hit.end <= body.end else min(body.start + 1, body.end)

    def _foreign(self, body: BodyMention, told: tuple[int, Country | None, bool] | None) -> bool:
        """The body is of a third country: "Bộ Ngoại giao Thái Lan"."""
        if told is not None and told[2] and told[1] is None and not self._pair(body.end):
            return True
        countries = [
            place.country for at in range(body.start, body.end)
            if (place := self.places.get(at)) is not None and place.kind == "country"
        ]  # fmt: skip
        return bool(countries) and not any(countries)

    def _of_tail(self, office: Office) -> Office:
        doc, at = self.doc, self._past_manner(office.head)
        if at >= len(doc.keys) or doc.breaks[at]:
            return self._institution(office, None, at)
        if at > office.head:
            office = office._replace(head=at, end=at, title=doc.slice(office.start, at))
            body = self._body(at)
            if body is not None:
                return self._of_body(office, body)
        if self._nation(at):
            return office._replace(end=at + 1, foreign=True)
        fields = max(
            read_fields(doc, at), before_rank(doc, at) if doc.shapes[at] == "l" and doc.keys[at] not in COMMON else at
        )
        if fields > at:
            return self._of_field(office, fields)
        noun = self._bare_noun(office, at)
        if noun > at:
            return office._replace(end=noun, noun=doc.slice(at, noun))
        if doc.keys[at] == "về" and FIELDS.match(doc.keys, at + 1) > at + 1:
            end = FIELDS.match(doc.keys, at + 1)
            return office._replace(end=end, title=doc.slice(office.start, end))
        if " ".join(doc.keys[at : at + 2]) in _EVENTS:
            return office._replace(end=at + 2, title=doc.slice(office.start, at + 2), role=True)
        if (
            doc.shapes[at] in "UA"
            and at not in self.places
            and read_name(doc, at) is not None
            and (doc.keys[at] in _OTHERS or tuple(doc.keys[at : at + 2]) in UNIT_PAIRS)
        ):
            return office._replace(state=None, noun="")
        told = read_country(doc, at, self.places)
        if told is not None and told[2]:
            return self._of_country(office, told[0], told[1])
        if office.sphere == "mission" and doc.keys[at] == "tại":
            return self._abroad(office, at)
        unknown = office.kind in _LOCAL and (self._announced(at) or (office.kind in _GOVERNORS and self._closed(at)))
        where = read_where(doc, at, self.places, unknown=unknown)
        if where is not None and office.kind.startswith(_LOCAL):
            place = where.place
            if place is None or place.kind in ("province", "district"):
                return self._of_place(office, at, where.end, place)
        if doc.keys[at] in ("tỉnh", "huyện") and at not in self.places and at + 1 not in self.places:
            name = read_name(doc, at + 1)
            if name is not None and ((name.vietnamese or name.lao) and len(name.parts) > 2):
                return self._institution(office, None, at)._replace(end=at + 1)
        return self._institution(office, None, at)

    def _bare_noun(self, office: Office, at: int) -> int:
        """ "Giám đốc | Trung tâm", "Giám thị | Trại": the noun of a body that was named before."""
        doc = self.doc
        if doc.shapes[at] != "U" or office.kind not in (
            "giam-doc",
            "truong-ban",
            "chu-nhiem",
            "hieu-truong",
            "giam-thi",
            "vien-truong",
        ):
            return at
        end = at + 1
        if end < len(doc.keys) and (doc.keys[at], doc.keys[end]) in UNIT_PAIRS:
            end += 1
        elif doc.keys[at] not in UNIT_HEADS and doc.keys[at] != "trường":
            return at
        closed = end >= len(doc.keys) or doc.breaks[end] or not doc.words[end][0].isalnum() or doc.shapes[end] == "l"
        return end if closed else at

    def _past_manner(self, at: int) -> int:
        """ "Phó chủ tịch | chuyên trách | Ủy ban ...": how the office is held."""
        return at + 2 if " ".join(self.doc.keys[at : at + 2]) in _MANNERS else at

    def _nation(self, at: int) -> bool:
        """A word that names a country only by its place: "Bộ trưởng Quốc phòng | Mỹ | James ..."."""
        doc = self.doc
        hit = doc.hit_at.get(at)
        entry = hit.of("country") if hit is not None else None
        if (
            entry is None
            or doc.shapes[at] != "U"
            or entry.id in ("VN", "LA")
            or at + 1 >= len(doc.keys)
            or at in self.places
        ):
            return False
        return doc.shapes[at + 1] != "U" or doc.keys[at + 1] not in doc.gazetteer.surnames

    def _closed(self, at: int) -> bool:
        """One to three capitals up to a comma: "huyện trưởng Sanamxay, Bounhome Phommasane"."""
        doc = self.doc
        end = at
        while end < len(doc.keys) and doc.shapes[end] == "U" and end - at < 3:
            end += 1
        return end > at and end < len(doc.keys) and doc.words[end] == ","

    def _announced(self, at: int) -> bool:
        return self.doc.keys[at] in (
            "tỉnh",
            "huyện",
            "xã",
            "phường",
            "bản",
            "thị",
            "cụm",
            "quận",
            "tp",
            "thành",
            "mường",
        )

    def _of_place(self, office: Office, at: int, end: int, place: PlaceMention | None) -> Office:
        name = self.doc.slice(at, end)
        country = place.country if place is not None else None
        told = read_country(self.doc, end, self.places)
        if told is not None:
            country = country or told[1]
            end = told[0] if told[2] else end
        return office._replace(end=end, organization=name, named=(at, end), state=True, country=country,
            province=place.province if place is not None else None,
        )  # fmt: skip

    def _of_field(self, office: Office, fields: int) -> Office:
        """ "Trưởng phòng | Tham mưu | Công an tỉnh X", "Bộ trưởng | Ngoại giao | Lào"."""
        doc, at = self.doc, office.head
        title = doc.slice(office.start, fields)
        noun = _NOUNS.get(office.kind) or _NOUNS.get(office.id)
        name = f"{noun} {doc.slice(at, fields)}" if noun else None
        end, country, foreign, province = fields, None, False, None
        body = self._above(fields)
        where = None if body is not None else read_where(doc, fields, self.places, unknown=False)
        if where is not None and where.place is not None and where.place.country is not None:
            place = where.place
            return office._replace(end=where.end, title=title, organization=f"{noun} {doc.slice(at, where.end)}" if noun else
                doc.slice(at, where.end), named=(at, where.end), state=True if office.state is not False else False,
                country=place.country, province=place.province,
            )  # fmt: skip
        if body is not None:
            name = f"{name}, {body.name}" if name else body.name
            end, country, province = body.end, body.country, body.province
        else:
            told = read_country(doc, fields, self.places)
            if self._nation(fields):
                end, foreign = fields + 1, True
            if told is not None and told[2]:
                end, country = told[0], told[1]
                foreign = country is None and not self._pair(fields)
                name = f"{name} {doc.slice(fields, end)}" if name else None
        if name is None and noun is None and office.sphere == "police-province":
            name = doc.slice(at, fields)
        state = True if body is not None or office.state else office.state
        if office.kind == "can-bo" and body is None:
            return office._replace(end=end, title=title)
        if noun == "Bộ" or (name is not None and office.sphere in ("ministry", "party", "police-division")):
            state = True
        return office._replace(end=end, title=title, body=body, organization=name, named=(at, end), state=state,
            country=country, foreign=foreign, province=province,
        )  # fmt: skip

    def _above(self, at: int) -> BodyMention | None:
        """The body above a unit, after a comma, a dash, a bracket or nothing."""
        doc = self.doc
        if at >= len(doc.keys) or doc.breaks[at]:
            return None
        body = self._body(at)
        if body is None and (doc.words[at] in ",(" or doc.words[at] in DASHES) and at + 1 < len(doc.keys):
            body = self._body(at + 1)
        return body

    def _pair(self, at: int) -> bool:
        """ "Lào - Việt Nam": the countries of a committee, not of the office."""
        return any(word in DASHES for word in self.doc.words[at : at + 4])

    def _of_country(self, office: Office, end: int, country: Country | None) -> Office:
        doc = self.doc
        if office.sphere == "mission" and end < len(doc.keys) and doc.keys[end] == "tại":
            return self._abroad(office._replace(country=country, foreign=country is None), end)
        if country is None:
            if self._pair(office.head):
                return office._replace(end=end)
            return office._replace(end=end, foreign=True)
        return self._institution(office._replace(country=country), (office.head, end), end)

    def _abroad(self, office: Office, at: int) -> Office:
        """ "Đại sứ Việt Nam | tại Lào", "Tổng Lãnh sự Việt Nam | tại Savannakhet"."""
        told = read_country(self.doc, at + 1, self.places)
        if told is not None:
            return office._replace(end=told[0])
        where = read_where(self.doc, at + 1, self.places, unknown=False)
        return office if where is None else office._replace(end=where.end)

    def _institution(self, office: Office, named: tuple[int, int] | None, end: int) -> Office:
        name = _INSTITUTIONS.get(office.kind)
        if office.country == "VN":
            named = None  # "Chủ tịch Quốc hội nước CHXHCN Việt Nam": of "Quốc hội"
            office = office._replace(end=end)
        if name is None:
            return office._replace(end=end) if named is not None else office
        if named is not None:
            name = f"{name} {self.doc.slice(*named)}"
        return office._replace(end=end, organization=name, named=(office.start, end))
