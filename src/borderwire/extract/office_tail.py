"""What an office is of, where no known body follows its title: a field, a place, a country, an institution."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from borderwire.extract.body_fields import before_rank, read_fields
from borderwire.extract.body_place import Where, read_country, read_where
from borderwire.extract.doc import Doc
from borderwire.extract.fields import FIELDS, UNIT_HEADS, UNIT_PAIRS
from borderwire.extract.hits import capitals
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.name_parts import MIDDLE, Name
from borderwire.extract.names import read_name
from borderwire.extract.nations import nation_at
from borderwire.extract.office_kinds import ACADEMIES, INSTITUTIONS, NOUNS, Office, is_private
from borderwire.extract.office_missions import mission_of
from borderwire.extract.office_units import state_council, unknown_unit
from borderwire.extract.phrases import DASHES, Phrases, keys, listed, terms
from borderwire.extract.vocabulary import COMMON
from borderwire.model import Country
from borderwire.text import key

_LOCAL = (
    "tinh-truong", "huyen-truong", "do-truong", "thi-truong", "truong-ban-village", "chu-tich", "bi-thu", "don-truong",
    "don-pho", "chi-huy-truong-quan-su", "chi-huy-truong-chinh-tri", "cong-an-vien", "xa-doi-truong", "xa-doi-pho",
    "chanh-van-phong",
)  # fmt: skip
_GOVERNORS = terms("tinh-truong huyen-truong truong-ban-village cong-an-vien")
_VILLAGE = terms("truong-ban-village cong-an-vien")
# Offices whose body may be told by its noun alone: "Giám đốc Trung tâm".
_BY_NOUN = terms("chanh-van-phong chanh-thanh-tra giam-doc truong-ban chu-nhiem hieu-truong giam-thi vien-truong")
_POST_HEADS = terms("don-truong don-pho tram-truong tram-pho")
_BY_POST = terms("don-truong don-pho dai-doi-truong dai-doi-pho chinh-tri-vien")
# Spheres whose offices are of state when their field is told.
_FIELD_SPHERES = terms("ministry party police-division")
# What a commission of one event is for; its head plays a role there.
_EVENTS = listed("chuyên án, tổ chức, giám khảo, ban tổ, ban giám")
# Nouns with a capital after an office that begin the name of what is no known body.
_OTHERS = keys("hội câu liên tập quỹ hợp nhà khu chi cơ")
_TITLES = keys("tỉnh huyện xã phường bản thị cụm quận tp thành mường")
_CHAIRMAN, _INSPECTOR = "chu-tich", "chanh-thanh-tra"
_ASSISTANT = "tro-ly"
_ACADEMIES = Phrases(sorted(ACADEMIES))
_DEPUTY, _UNIT_OF_DEPUTIES = "dai-bieu-quoc-hoi", [key("đơn"), key("vị")]
_DEPUTIES = "truong-doan-dai-bieu-quoc-hoi"  # heads those whom a province sent to the National Assembly
# Nouns of units that only an office announces.
_REPEATED = frozenset(["Hệ", "Khoa"])
_COMMUNES = keys("xã phường bản")
# Titles of places that stand alone before a person's name; "thành phố" is two syllables.
_PROVINCES, _CITIES, _HALVES = keys("tỉnh huyện"), keys("thành tp thị"), keys("thành thị")
_GREAT_CITIES, _LEFT_OUT = keys("thành tp"), keys("tỉnh huyện thành tp xã phường quận thị")
_IN_TWO = ([key("thành"), key("phố")], [key("thị"), key("xã")], [key("thị"), key("trấn")])
# How far back the place may be named, in tokens, and how many names of persons after its title may come between.
_FURTHEST, _MOST_TRIES = 600, 8
_LINKS = keys("của thuộc tại ở")
# Syllables of the name of a district that no list has.
_LONGEST_DISTRICT = 3


class TailReader:
    """Reads the tails of the offices of one article."""

    def __init__(self, doc: Doc, places: Mapping[int, PlaceMention], bodies: Mapping[int, BodyMention]) -> None:
        self._doc, self._places, self._bodies = doc, places, bodies

    def body_after(self, at: int) -> BodyMention | None:
        """The body at token `at`, after "của" or "thuộc" as well."""
        doc = self._doc
        if at >= len(doc.keys) or doc.breaks[at]:
            return None
        body = self._bodies.get(at)
        return self._bodies.get(at + 1) if body is None and doc.keys[at] in _LINKS else body

    def read(self, office: Office) -> Office:
        """The office with its tail: the first of the productions that fits."""
        at = office.head
        if at < len(self._doc.keys) and not self._doc.breaks[at]:
            for production in _PRODUCTIONS:
                found = production(self, office, at)
                if found is not None:
                    return found
        return self._institution(office)

    def _nation(self, office: Office, at: int) -> Office | None:
        """ "Bộ trưởng Quốc phòng | Mỹ | James ...": a word that names a country only by its place."""
        third = nation_at(self._doc, at, self._places, office.kind)
        return office._replace(end=at + 1, foreign=True) if third else None

    def _field(self, office: Office, at: int) -> Office | None:
        """ "Trưởng phòng | Tham mưu | Công an tỉnh X", "Bộ trưởng | Ngoại giao | Lào"."""
        doc, noun = self._doc, NOUNS.get(office.kind) or NOUNS.get(office.id)
        if noun is not None and noun in _REPEATED and doc.keys[at] == key(noun) and at + 1 < len(doc.keys):
            at += 1  # "Hệ trưởng | Hệ | Quốc tế"
        end = read_fields(doc, at)
        force = self._bodies.get(at) if end == at and noun in _REPEATED else None
        if force is not None and force.level != "school":
            end = force.end  # "Trưởng khoa | Biên phòng": what the faculty teaches
        if doc.shapes[at] == "l" and doc.keys[at] not in COMMON:
            end = max(end, before_rank(doc, at))
        if end == at:
            return None
        if noun is None and office.kind == _ASSISTANT:  # "Trợ lý ngoại biên | Phòng Phòng chống ma túy"
            end = next((step for step in range(at + 1, end) if step in self._bodies), end)
        office = office._replace(title=doc.slice(office.start, end)) if at == office.head else office
        body = self.above(end)
        if body is None and office.kind in _BY_POST:
            return office._replace(end=end)  # "Phó Đồn trưởng | nghiệp vụ"
        if is_private(doc, end + (doc.words[end : end + 1] == [","])):
            return office._replace(end=end, state=False)  # "Trưởng phòng | Đào tạo, | Đại học X"
        if body is not None:
            return self._field_of_body(office, noun, end, body)
        town = end < len(doc.keys) and doc.keys[end] in _COMMUNES and not doc.breaks[end]
        where = read_where(doc, end, self._places, unknown=town)
        if where is not None and where.place is None:
            name = doc.slice(at, where.end)
            return office._replace(
                end=where.end, organization=f"{noun} {name}" if noun else name, named=(at, where.end),
                state=office.state is not False,
            )  # fmt: skip
        if where is not None and where.place is not None and where.place.country is not None:
            name = doc.slice(at, where.end)
            return office._replace(
                end=where.end, organization=f"{noun} {name}" if noun else name, named=(at, where.end),
                state=office.state is not False, country=where.place.country, province=where.place.province,
            )  # fmt: skip
        return self._field_of_country(office, noun, end)

    def _field_of_body(self, office: Office, noun: str | None, end: int, body: BodyMention) -> Office:
        """A unit and the body above it."""
        name = f"{self._unit(noun, office.head, end)}, {body.name}" if noun else body.name
        return office.of_body(body)._replace(end=body.end, organization=name, named=(office.head, body.end), state=True)

    def _unit(self, noun: str, at: int, end: int) -> str:
        """The name of the unit that an office heads; its noun may be told again: "Hệ trưởng | Hệ Quốc tế"."""
        field = self._doc.slice(at, end)
        return field if noun in _REPEATED and field.startswith(noun + " ") else f"{noun} {field}"

    def _field_of_country(self, office: Office, noun: str | None, field: int) -> Office:
        """A ministry or a department of a country, or of none that is told."""
        doc, at, end = self._doc, office.head, field
        country: Country | None = None
        told = read_country(doc, field, self._places)
        foreign = nation_at(self._doc, field, self._places, office.kind)
        if told is not None and told.inside:
            field, country = told.end, told.country
            foreign = country is None and not self._is_pair(end)
        end = field + 1 if foreign and field == end else field
        if office.kind == "can-bo":
            return office._replace(end=end)
        name = self._unit(noun, at, field) if noun else None
        if noun is None and office.sphere == "police-province":
            name = doc.slice(at, field)
        sure = noun == "Bộ" or (name is not None and office.sphere in _FIELD_SPHERES) or office.state
        return office._replace(
            end=end, organization=name, named=(at, end), state=True if sure else office.state, country=country,
            foreign=foreign,
        )  # fmt: skip

    def above(self, at: int) -> BodyMention | None:
        """The body above a unit, after a comma, a dash, a bracket or nothing."""
        doc = self._doc
        if at >= len(doc.keys) or doc.breaks[at]:
            return None
        body = self.body_after(at)
        return self.body_after(at + 1) if body is None and (doc.words[at] in ",(" or doc.words[at] in DASHES) else body

    def _noun(self, office: Office, at: int) -> Office | None:
        """ "Giám đốc | Trung tâm", "Giám thị | Trại": the noun of a body that was named before."""
        doc = self._doc
        school = _ACADEMIES.match(doc.keys, at)
        if school > at and (school == len(doc.keys) or doc.breaks[school] or doc.shapes[school] != "U"):
            return office._replace(end=school, noun=doc.slice(at, school))
        if doc.shapes[at] != "U" or (office.kind not in _BY_NOUN and office.sphere != "border-post"):
            return None
        end = at + 1
        if end < len(doc.keys) and (doc.keys[at], doc.keys[end]) in UNIT_PAIRS:
            end += 1
        elif doc.keys[at] not in UNIT_HEADS:
            return None
        open_ = end < len(doc.keys) and not doc.breaks[end] and doc.words[end][0].isalnum() and doc.shapes[end] != "l"
        return None if open_ else office._replace(end=end, noun=doc.slice(at, end))

    def _topic(self, office: Office, at: int) -> Office | None:
        """ "Cố vấn | về an ninh"; "Trưởng ban | tổ chức": of one event, a role there."""
        doc = self._doc
        if doc.keys[at] == "về":
            end = FIELDS.match(doc.keys, at + 1)
            if end == at + 1:
                return None
            office, body = office._replace(end=end, title=doc.slice(office.start, end)), self.body_after(end)
            return office if body is None else office.of_body(body)._replace(end=body.end)
        end = _EVENTS.match(doc.keys, at)
        return office._replace(end=end, title=doc.slice(office.start, end), role=True) if end > at else None

    def _unknown_unit(self, office: Office, at: int) -> Office | None:
        return unknown_unit(self._doc, office, at)

    def _council(self, office: Office, at: int) -> Office | None:
        return state_council(self._doc, office, at)

    def _other(self, office: Office, at: int) -> Office | None:
        """Capitals that begin the name of what is no known body: "Chủ tịch | Hội ..."."""
        doc = self._doc
        if doc.shapes[at] not in "UA" or at in self._places:
            return None
        if doc.keys[at] not in _OTHERS and tuple(doc.keys[at : at + 2]) not in UNIT_PAIRS:
            return None
        return office._replace(state=None, noun="") if read_name(doc, at) is not None else None

    def _country(self, office: Office, at: int) -> Office | None:
        """ "Thủ tướng | Lào"."""
        doc, told = self._doc, read_country(self._doc, at, self._places)
        if told is None or not told.inside:
            return None
        end, country = told.end, told.country
        if country is None:
            return office._replace(end=end, foreign=not self._is_pair(at))
        state = True if office.kind == _CHAIRMAN else office.state  # "Chủ tịch | Lào | NAME": the head of state
        office = office._replace(country=country, end=end, state=state)
        name = _institution_of(office)
        if name is None or country == "VN":  # "Chủ tịch Quốc hội nước CHXHCN Việt Nam": of "Quốc hội"
            return self._institution(office)
        return office._replace(organization=f"{name} {doc.slice(at, end)}", named=(office.start, end))

    def _is_pair(self, at: int) -> bool:
        """ "Lào - Việt Nam": the countries of a committee, not of the office."""
        return any(word in DASHES for word in self._doc.words[at : at + 4])

    def _mission(self, office: Office, at: int) -> Office | None:
        """ "Tùy viên Công an, | Đại sứ quán X tại Y", "Đại sứ | Việt Nam tại Lào"."""
        if office.sphere != "mission":
            return None
        body = self.above(at)
        if body is not None and body.level == "mission":
            return office.of_body(body)._replace(end=body.end)
        return mission_of(self._doc, self._places, office, at)

    def _institution(self, office: Office) -> Office:
        """The office with what it is of by its nature, if anything: a premier heads the Government."""
        name = _institution_of(office)
        if name is None:
            return office
        return office._replace(organization=name, named=(office.start, office.end))

    def _place(self, office: Office, at: int) -> Office | None:
        """ "Tỉnh trưởng | tỉnh X", "Chủ tịch | huyện Y": a local office by its place alone."""
        if office.kind == _DEPUTY:
            return self._of_constituency(office, at)
        if office.kind == _DEPUTIES:
            where = read_where(self._doc, at, self._places, unknown=False)
            if where is None or where.place is None or where.place.kind != "province":
                return None
            office = self._of_place(office, at, where.end, where.place)
            return office._replace(organization=f"Đoàn đại biểu Quốc hội {office.organization}")
        if office.kind == _INSPECTOR:
            where = read_where(self._doc, at, self._places, unknown=self._doc.keys[at] in _TITLES)
            if where is None:
                return None
            office = self._of_place(office, at, where.end, where.place)
            return office._replace(organization=f"Thanh tra {office.organization}")
        if not office.kind.startswith(_LOCAL):
            return None
        named = office.kind in _LOCAL and self._doc.keys[at] in _TITLES
        unknown = named or (office.kind in _GOVERNORS and self._closed(office, at))
        where = read_where(self._doc, at, self._places, unknown=unknown)
        if where is None or (where.place is not None and where.place.kind not in ("province", "district", "gate")):
            return None
        if where.place is not None and where.place.kind == "gate":
            return self._of_post(office, at, where)
        return self._of_place(office, at, where.end, where.place)

    def _of_post(self, office: Office, at: int, where: Where) -> Office | None:
        """ "Đồn trưởng | Lao Bảo": of the post at the gate of that name."""
        if office.kind not in _POST_HEADS:
            return None
        office = self._of_place(office, at, where.end, where.place)
        return office._replace(organization=f"{NOUNS[office.kind]} {office.organization}")

    def _of_constituency(self, office: Office, at: int) -> Office | None:
        """ "Đại biểu Quốc hội | khóa XIV | tỉnh X", "ĐBQH | đoàn X": the term and the province are no name's part."""
        doc, end = self._doc, at
        if doc.keys[end] == "khóa" and end + 1 < len(doc.keys) and doc.shapes[end + 1] in "dUA":
            end += 2
        step = end + (doc.keys[end : end + 1] == ["đoàn"])
        step += 2 * (doc.keys[step : step + 2] == _UNIT_OF_DEPUTIES)  # "ĐBQH | đơn vị | tỉnh"
        where = read_where(doc, step, self._places, unknown=False) if step < len(doc.keys) else None
        if where is not None and where.place is not None and where.place.kind == "province":
            end = where.end
        return self._institution(office)._replace(end=end) if end > at else None

    def _closed(self, office: Office, at: int) -> bool:
        """One to three capitals up to a comma: "huyện trưởng Sanamxay, Bounhome Phommasane"; "trưởng bản Na Son (" """
        end = at + capitals(self._doc, at, _LONGEST_DISTRICT)
        closing = ",();." if office.kind in _VILLAGE else ","
        return at < end < len(self._doc.keys) and self._doc.words[end] in closing

    def _of_place(self, office: Office, at: int, end: int, place: PlaceMention | None) -> Office:
        country: Country | None = place.country if place is not None else None
        if self._doc.keys[at - 1] in _TITLES:
            at -= 1  # "Trưởng | huyện Mường Ét"
        name, told = self._doc.slice(at, end), read_country(self._doc, end, self._places)
        named = (at, end)
        if told is not None:
            country = country or told.country
            end = told.end if told.inside else end
        province = place.province if place is not None else None
        return office._replace(end=end, organization=name, named=named, state=True, country=country, province=province)

    def _cut_short(self, office: Office, at: int) -> Office | None:
        """ "Chủ tịch UBND | tỉnh | Trần Vĩnh Thắng", "Chủ tịch | xã | Hồ Văn Nhất": the place is left out before a
        name."""
        doc = self._doc
        if doc.keys[at] not in _LEFT_OUT or at in self._places or at + 1 in self._places:
            return None
        end = at + 1 + (doc.keys[at] in _HALVES)
        if end == at + 2 and doc.keys[at : at + 2] not in _IN_TWO:
            return None
        name = read_name(doc, end) if end < len(doc.keys) and not doc.breaks[end] else None
        if name is None or not (name.vietnamese or name.lao) or len(name.parts) < 3:
            return None
        word = doc.keys[at]
        if word in _PROVINCES or office.kind == _DEPUTIES:
            return self._institution(office)._replace(end=end)
        if not office.kind.startswith(_LOCAL) or not _surely_person(name, word):
            return None
        place = None if word in _CITIES else self.spoken_of(word, at)
        office = office._replace(end=end, head=end, title=doc.slice(office.start, end), state=True)
        return office if place is None else office._replace(organization=doc.slice(*place), named=place)

    def spoken_of(self, title: str, at: int) -> tuple[int, int] | None:
        """Tokens of the commune or district with that title that was named last before token `at`."""
        doc, tries = self._doc, 0
        for start in range(at - 2, max(at - _FURTHEST, 0) - 1, -1):
            if doc.keys[start] != title or doc.shapes[start + 1] not in "Ud" or doc.breaks[start + 1]:
                continue
            where = read_where(doc, start, self._places, unknown=True)
            if where is not None and where.end > start + 1:
                return start, where.end
            tries += 1
            if tries == _MOST_TRIES:
                break
        return None


def _surely_person(name: Name, title: str) -> bool:
    """After "xã", "phường" a row of three capitals may as well be the place: "phường Lê Hồng Phong"."""
    if title in _GREAT_CITIES:
        return name.vietnamese
    return name.great and (title not in _COMMUNES or key(name.parts[1]) in MIDDLE)


# What may follow a title, in the order of trying.
_PRODUCTIONS: tuple[Callable[[TailReader, Office, int], Office | None], ...] = (
    TailReader._nation, TailReader._council, TailReader._field, TailReader._noun, TailReader._topic,
    TailReader._unknown_unit, TailReader._other, TailReader._mission, TailReader._country, TailReader._place,
    TailReader._cut_short,
)  # fmt: skip


def _institution_of(office: Office) -> str | None:
    """What the office is of by its nature; Laos has an inspectorate of the state, "Tổng Thanh tra Nhà nước"."""
    if office.kind == "tong-thanh-tra" and office.title.lower().endswith("nhà nước"):
        return "Thanh tra Nhà nước"
    return INSTITUTIONS.get(office.kind)
