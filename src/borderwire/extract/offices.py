"""Offices that a text names, each with the body that it is an office of.

OFFICE := head of the gazetteer [field] [body | place | country]: "Phó Trưởng phòng | Tham mưu | Công an tỉnh X",
"Bộ trưởng | Ngoại giao | Lào", "Tỉnh trưởng | tỉnh X", "Giám đốc" alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from borderwire.extract.body_fields import read_fields
from borderwire.extract.body_place import Told, read_country, read_where
from borderwire.extract.body_tail import past_abbreviation
from borderwire.extract.deputies import find_deputies
from borderwire.extract.doc import Doc
from borderwire.extract.hits import bodies_at, places_at
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.office_beyond import body_beyond, past_place
from borderwire.extract.office_kinds import (
    ACADEMIES,
    INSTITUTIONS,
    NOUNS,
    STATE_SCHOOLS,
    Office,
    is_private,
    make,
    of_private,
    state_by_body,
    state_by_title,
)
from borderwire.extract.office_tail import TailReader
from borderwire.extract.office_units import coded_unit, national_agency, with_party
from borderwire.extract.phrases import DASHES, listed, terms
from borderwire.gazetteer.matcher import Hit
from borderwire.text import key

_FORMER = frozenset(["nguyên", "cựu", "cố"])
_START = itemgetter(0)
_NEWLY = "tân"
# Words for former offices that are part of the title; "cố" is said of the dead.
_ONCE = frozenset(["nguyên", "cựu"])
_MANNERS = listed("chuyên trách, không chuyên trách, thường trực, phụ trách, kiêm nhiệm, điều hành")
# Half a title, told in full with the head of the body: "Phó trưởng | Công an huyện".
_HALVES = terms("truong-cong-an chi-huy can-bo")
# After an office: when it was held.
_THEN = listed(
    """
    lúc đó, khi đó, khi ấy, lúc ấy, hồi đó, hồi ấy, lúc bấy giờ, khi bấy giờ, bấy giờ, thời đó, thời điểm đó
    thời bấy giờ, trước đây, trước kia
    """
)
_NOW = listed("hiện nay, hiện tại, đương nhiệm, đương chức")
_TIMES = _THEN.firsts | _NOW.firsts
_POST_HEADS = ("don-truong", "don-pho", "tram-truong", "tram-pho")
_MEMBERS = ("uy-vien-", "bi-thu-trung-uong")
_UNIT_NOUNS = listed("đồn, trạm, phòng, đội, đại đội, tiểu đoàn, trung đoàn, cục, sở, hạt, chi cục, văn phòng")
_FRIENDS = listed("của bạn, của nước bạn, của phía bạn, phía bạn, nước bạn, bên bạn")
_OF_NOUN = _FRIENDS.firsts | {"của", "thuộc"}
# "Trưởng đồn", "Phó trạm": heads of posts.
_CHIEFS = ("truong-cong-an", "pho-truong-cong-an", "pho")
_POSTS = ("đồn", "trạm")
_COMMUNES, _MINISTERS = ("xã", "phường", "huyện"), ("bo-truong", "thu-truong", "thu-truong-thuong-truc")
_BEFORE_VU = ("chức", "nhiệm")  # "chức vụ", "nhiệm vụ"
# No company has these: "Phó cục trưởng | Viễn thông".
_HEADS_OF_STATE_UNITS = (*_MINISTERS, "vu-truong", "cuc-truong", "chi-cuc-truong", "tong-cuc-truong")
_OF_DISTRICTS = (["đoàn"], ["đội"], ["ủy"])
_OURS = listed("việt nam, lào")
_CHAIRMAN, _CO = "chu-tich", [key("đồng")]  # "hai đồng | Chủ tịch: Thứ trưởng A và ..."
_CONSUL, _OF_CONSULS = "lanh-su", frozenset([key("cục")])
_REGION, _AFTER_REGION = listed("vùng, khu vực"), terms("làm dẫn và đã cùng trưởng")
_OF_SCHOOL = ("truong-khoa", "he-truong")
_RANK_ENDS = frozenset(["tướng", "tá", "úy", "sĩ"])
_LONGEST_NAME = 9  # tokens
_OFFICERS_NOUN = 3  # tokens at most: "Đồn Biên phòng" of "Đồn Biên phòng cửa khẩu quốc tế Tây Trang"
_HALF_ENDS = frozenset(["trưởng", "phó", "huy", "bộ", "sĩ"])


def find_offices(doc: Doc, places: Sequence[PlaceMention], bodies: Sequence[BodyMention]) -> list[Office]:
    """All offices in order."""
    reader = _Reader(doc, places_at(doc, places), bodies_at(doc, bodies))
    found: list[Office] = []
    for hit in _hits(doc):
        if found and hit.start < found[-1].head:
            continue
        office = reader.read(_again(doc, hit))
        if office is not None:
            office = past_place(doc, reader.places, reader.past_brackets(with_party(doc, office)))
            found.append(_of_noun(doc, _in_time(doc, office)))
    deputies = find_deputies(doc, places_at(doc, places), bodies, found)
    return sorted([*found, *deputies]) if deputies else found


def _hits(doc: Doc) -> list[Hit]:
    hidden = _hidden(doc)
    return sorted([*doc.hits_of("office"), *hidden], key=_START) if hidden else doc.hits_of("office")


def _hidden(doc: Doc) -> list[Hit]:
    """Offices behind a dash that the matcher took for part of a phrase: "ông Kha Văn Đoàn - | Chủ tịch"."""
    found: list[Hit] = []
    for hit in doc.hits_of("decoy"):
        again = _again(doc, hit) if not DASHES.isdisjoint(doc.words[hit.start : hit.end]) else hit
        if again.start > hit.start:
            found.append(again)
    return found


def _in_time(doc: Doc, office: Office) -> Office:
    """ "Đồn trưởng Đồn Biên phòng X | lúc đó": when the office was held is no part of its name."""
    if office.end >= len(doc.keys) or doc.keys[office.end] not in _TIMES or doc.breaks[office.end]:
        return office
    end = _THEN.match(doc.keys, office.end)
    if end > office.end:
        return office._replace(end=end, former=True)
    return office._replace(end=_NOW.match(doc.keys, office.end))


def _of_noun(doc: Doc, office: Office) -> Office:
    """ "Đội trưởng Vận động quần chúng | của đồn", "trưởng trạm | của bạn": of the one that the text spoke of."""
    if office.end >= len(doc.keys) or doc.keys[office.end] not in _OF_NOUN:
        return office
    friends = _FRIENDS.match(doc.keys, office.end)
    if friends > office.end and not doc.breaks[office.end]:
        return office._replace(end=friends, country="LA")
    at = office.end + 1
    if at >= len(doc.keys) or doc.keys[at - 1] not in ("của", "thuộc") or doc.breaks[at - 1]:
        return office
    end = _UNIT_NOUNS.match(doc.keys, at)
    if end == at or doc.shapes[at] != "l" or (end < len(doc.keys) and doc.shapes[end] in "UAd" and not doc.breaks[end]):
        return office
    return office._replace(end=end, noun=doc.slice(at, end))


def _after_rank(doc: Doc, at: int) -> bool:
    """A name with a rank and a comma stand before token `at`: "Thiếu tá A, | CTV"."""
    if at < 2 or (doc.words[at - 1] not in ",(" and doc.words[at - 1] not in DASHES):
        return False
    for before in range(at - 2, max(at - 2 - _LONGEST_NAME, -1), -1):
        if doc.keys[before] in _RANK_ENDS:
            return before < at - 2
        if doc.breaks[before] or doc.shapes[before] not in "UA":
            return False
    return False


def _again(doc: Doc, hit: Hit) -> Hit:
    """The office that begins later or earlier, where the matcher ran two things together: "chức vụ Phó chủ tịch" is
    no "vụ phó", "Lê Đức Tỉnh - phó giám đốc" no "tỉnh phó"."""
    start, inside = hit.start, doc.words[hit.start : hit.end]
    if not DASHES.isdisjoint(inside):
        dashes = (at + 1 for at in range(hit.start, hit.end) if doc.words[at] in DASHES and not doc.glued(at))
        start = next(dashes, hit.start)
    if hit.entries[0].id == "vu-pho" and hit.start and doc.keys[hit.start - 1] in _BEFORE_VU:
        start = hit.start + 1
    if start > 1 and doc.words[start - 2] in DASHES and not doc.glued(start - 1) and start - 1 not in doc.hit_at:
        start -= 1  # "Lê Văn Thuận - | hải đội trưởng", where "Thuận - Hải" was taken for a place
    if start == hit.start:
        return hit
    found = doc.gazetteer.matcher.scan(doc.keys[start : start + 8], doc.breaks[start : start + 8])
    if found and found[0].start == 0 and found[0].of("office") is not None:
        return found[0]._replace(start=start, end=start + found[0].end)
    return hit


class _Reader:
    """Reads the offices of one article."""

    def __init__(self, doc: Doc, places: Mapping[int, PlaceMention], bodies: Mapping[int, BodyMention]) -> None:
        self._doc, self.places, self._bodies = doc, places, bodies
        self._tails = TailReader(doc, places, bodies)

    def read(self, hit: Hit) -> Office | None:
        """The office that a hit names; None when it is another word there."""
        doc, start, end = self._doc, hit.start, hit.end
        entry = hit.of("office")
        if entry is None or (entry.capital and doc.shapes[start] == "l"):
            return None
        if entry.id == "huyen-truong" and doc.keys[end - 1] == "huyện" and doc.keys[end : end + 1] in _OF_DISTRICTS:
            return None  # "Trưởng huyện | đoàn"
        if entry.id == _CONSUL and start and doc.keys[start - 1] in _OF_CONSULS:
            return None  # "trụ sở Cục | Lãnh sự"
        row = doc.gazetteer.offices[entry.id]
        if end + 1 < len(doc.keys) and doc.keys[end] == "chuyên" and doc.keys[end + 1] == "án":
            return Office(start, end, end + 2, entry.id, doc.slice(start, end + 2), row.sphere, True, None)
        body = self._body_at(entry.id, start, end)
        if entry.id in _CHIEFS and body is None and self._closed_post(end):
            noun, title = doc.words[end], doc.slice(start, end + 1)
            return Office(start, end + 1, end + 1, entry.id, title, "border-post", False, True, noun=noun)
        if entry.cue and body is None and not self._stands_alone(entry.id, start, end):
            return None
        co_chair = entry.id == _CHAIRMAN and doc.keys[start - 1 : start] == _CO and doc.words[end : end + 1] == [":"]
        role = row.role or co_chair
        state = state_by_title(entry.id, row.sphere, role)
        once = end - start > 1 and doc.keys[start] in _FORMER
        late = once and doc.keys[start] not in _ONCE
        former = (once and not late) or self._was_then(start)
        title = doc.slice(start + late, end)  # as written: "nguyên Giám đốc" is no director
        office = make(Office, (
            start, end, end, entry.id, title, row.sphere, role, state,
            None, None, None, None, None, False, self._is_new(start), None, former,
        ))  # fmt: skip
        return self._of_no_body(office) if body is None else self._of(office, body)

    def _was_then(self, start: int) -> bool:
        """ "(khi đó là | Bí thư Thành ủy X)"."""
        keys = self._doc.keys
        return start > 1 and keys[start - 1] == "là" and _THEN.ends(keys, start - 1) < start - 1

    def _is_new(self, start: int) -> bool:
        """ "tân | Bí thư Thành ủy X": newly given."""
        doc, before = self._doc, start - 1
        return before >= 0 and doc.keys[before] == _NEWLY and (doc.shapes[before] == "l" or doc.breaks[before])

    def _of(self, office: Office, body: BodyMention) -> Office:
        representative = office.id == "truong-co-quan-dai-dien"
        return self._representative(office, body) if representative else self._of_body(office, body)

    def _of_no_body(self, office: Office) -> Office:
        """An office that no body follows at once."""
        doc, end = self._doc, office.end
        if office.id.startswith(_MEMBERS):
            office = self._of_party(office)
        if (unit := national_agency(doc, office, end, self.places) or coded_unit(doc, office, end)) is not None:
            return unit
        of = end + (doc.keys[end : end + 1] == ["của"])  # "người phát ngôn | của công ty X"
        if office.kind not in _HEADS_OF_STATE_UNITS and is_private(doc, of):
            return office._replace(state=False)
        whole = self._of_institution(office) if office.kind in INSTITUTIONS else None
        if whole is not None:
            return whole
        office = self._with_manner(office)
        body = self._tails.body_after(office.head) if office.head > end else None
        if body is None and _THEN.match(doc.keys, office.head) > office.head:
            return office
        if body is None and office.title.isascii():
            body = self._tails.above(office.head)  # "Deputy Director, Công an tỉnh X"
        if body is None:
            body = body_beyond(doc, self._bodies, office, end)
        return self._tails.read(office) if body is None else self._of(office, body)

    def _body_at(self, ident: str, start: int, end: int) -> BodyMention | None:
        """The body that the title ends with, or that follows it: no force after "Trưởng khoa | Biên phòng"."""
        inner = self._bodies.get(end - (2 if ident == "truong-van-phong" else 1)) if end - start > 1 else None
        if inner is not None and inner.id is None and inner.end - inner.start == 1:
            inner = None  # "Trưởng [Ban] | Lê Văn A": no more than the noun
        body = inner or self._tails.body_after(end)
        taught = body is not None and body.level != "school" and ident.removeprefix("pho-") in _OF_SCHOOL
        return None if taught else body

    def past_brackets(self, office: Office) -> Office:
        """ "Cục trưởng Cục Hải quan Khăm Muồn | (Lào) | Sổm Chay", "Bộ trưởng Bộ Văn hóa & Thông tin | (VH&TT) |
        Lê Văn A": past the country or the short name in brackets before a person's name."""
        doc, at = self._doc, office.end
        if doc.words[at : at + 1] != ["("] or doc.breaks[at]:
            return office
        told = read_country(doc, at, self.places)
        end = told.end if told is not None else past_abbreviation(doc, at)
        if end == at or end >= len(doc.keys) or doc.shapes[end] != "U" or doc.breaks[end]:
            return office
        return office._replace(end=end, country=office.country or (told.country if told is not None else None))

    def _closed_post(self, at: int) -> bool:
        """ "Phó Trưởng | đồn": of the post that was named before."""
        doc, after = self._doc, at + 1
        if at >= len(doc.keys) or doc.keys[at] not in _POSTS or doc.breaks[at]:
            return False
        return after >= len(doc.keys) or doc.breaks[after] or not doc.words[after][0].isalnum()

    def _stands_alone(self, ident: str, start: int, end: int) -> bool:
        """A form that wants a body counts without one: "cán bộ | tham mưu", "Thiếu tá A, | CTV"."""
        if ident == "can-bo" and read_fields(self._doc, end) > end:
            return True
        return self._doc.shapes[start] == "A" and _after_rank(self._doc, start)

    def _of_party(self, office: Office) -> Office:
        """ "Ủy viên Bộ Chính trị | Đảng Nhân dân Cách mạng Lào": the party is part of the body that the title names."""
        for at in range(office.start + 1, office.head):
            body = self._bodies.get(at)
            if body is not None and body.end > office.head and (body.id or "").startswith("party"):
                return office._replace(head=body.end, end=body.end, country=body.country)
        return office

    def _of_institution(self, office: Office) -> Office | None:
        """ "Chủ nhiệm Tổng cục Chính trị | Quân đội Việt Nam": the name of the body, which the title has, goes on."""
        inner = (self._bodies.get(at) for at in range(office.start + 1, office.head))
        body = next((body for body in inner if body is not None and body.end > office.head), None)
        return None if body is None else office.of_body(body)._replace(end=body.end)

    def _with_manner(self, office: Office) -> Office:
        """ "Phó chủ tịch | chuyên trách | Ủy ban ...": how the office is held is part of its title."""
        end = _MANNERS.match(self._doc.keys, office.head)
        if end == office.head:
            return office
        return office._replace(head=end, end=end, title=self._doc.slice(office.start, end))

    def _representative(self, office: Office, body: BodyMention) -> Office:
        """ "Trưởng | Cơ quan đại diện Bộ Công an Việt Nam tại Lào"."""
        doc, end = self._doc, body.end
        told = read_country(doc, end + 1, self.places) if end < len(doc.keys) and doc.keys[end] == "tại" else None
        end = told.end if told is not None else end
        named = (office.start + 1, end)
        return office._replace(
            end=end, organization=doc.slice(*named), named=named, state=True, country=body.country, body=None
        )

    def _of_body(self, office: Office, body: BodyMention) -> Office:
        doc = self._doc
        if body.start > office.head and doc.keys[office.head] == "tại" and office.sphere != "mission":
            return office
        if office.sphere == "army" and body.completed:
            body = body._replace(name=doc.slice(body.start, body.end), province=None, completed=False)
        if body.level == "school" and body.id not in STATE_SCHOOLS:
            noun = doc.slice(body.start, body.end) if doc.shapes[body.end : body.end + 1] != ["U"] else None
            alone = noun is not None and noun.lower() in ACADEMIES
            return office._replace(state=None if alone else False, end=body.end, noun=noun if alone else office.noun)
        if body.id == "border-guard" and office.kind in _POST_HEADS and body.start == office.head:
            body = self._post_of(office, body)
        if office.kind == "chanh-van-phong" and body.id == "peoples-council":
            body = self._both_councils(body)
        if office.kind in _MINISTERS and body.id == "police":  # "Bộ trưởng | Công an Lào"
            head = min(body.end, body.start + 2)  # "CA" is one token
            office = office._replace(title=doc.slice(office.start, head), head=head)
            body = body._replace(name=f"Bộ {body.name}")
        if body.id == "customs" and body.end - body.start == 2 and (region := self._past_region(body.end)) > body.end:
            title, noun = doc.slice(office.start, region), doc.slice(body.start, region).lower()
            return office._replace(title=title, head=region, end=region, noun=noun)
        if of_private(doc, body.start, body.end):  # "Trưởng phòng | Đào tạo, Đại học X"
            return office._replace(state=False, end=body.end)
        body = self._of_commune(body)
        told = read_country(doc, body.end, self.places)
        country = body.country
        if told is not None and told.country is not None and not body.completed and body.province is None:
            country = told.country
        # Made in one go: `_replace` takes thrice as long.
        return make(Office, (
            office.start, office.head, body.end, office.id, self._title_with(office, body), office.sphere, office.role,
            state_by_body(office, body), body, body.name, (body.start, body.end), body.province, country,
            self._foreign(body, told), office.new, office.noun, office.former,
        ))  # fmt: skip

    def _past_region(self, at: int) -> int:
        """ "Trưởng Hải quan | vùng": of the region that the text named before; `at` where it follows."""
        doc, end = self._doc, _REGION.match(self._doc.keys, at)
        if end == at or doc.breaks[at]:
            return at
        closed = end >= len(doc.keys) or doc.breaks[end] or not doc.words[end][0].isalnum()
        return end if closed or doc.keys[end] in _AFTER_REGION else at

    def _of_commune(self, body: BodyMention) -> BodyMention:
        """ "Bí thư Đảng ủy | xã", "Trưởng Công an | xã": of the commune that was named last before."""
        doc, last = self._doc, body.end - 1
        if doc.keys[last] not in _COMMUNES or body.completed:
            return body
        place = self._tails.spoken_of(doc.keys[last], body.start)
        return body if place is None else body._replace(name=f"{body.name} {doc.slice(place[0] + 1, place[1])}")

    def _both_councils(self, body: BodyMention) -> BodyMention:
        """ "Chánh Văn phòng | HĐND và UBND huyện X": one office serves both."""
        doc, at = self._doc, body.end
        other = self._bodies.get(at + 1)
        joined = at < len(doc.keys) and (doc.keys[at] == "và" or doc.words[at] in DASHES)
        if not joined or other is None or not (other.id or "").startswith("peoples-committee"):
            return body
        head = body.name.split()[0] if doc.words[body.start].isupper() else doc.slice(body.start, body.end)
        return other._replace(start=body.start, name=f"{head} và {other.name}")

    def _post_of(self, office: Office, body: BodyMention) -> BodyMention:
        """ "Đồn trưởng | Biên phòng Bản Giàng": of the post of that name."""
        where = read_where(self._doc, body.end, self.places, unknown=True) if body.province is None else None
        end = body.end if where is None else where.end
        if self._doc.keys[body.start] != "biên" or end == body.start + 2:
            return body
        name = f"{NOUNS[office.kind]} {self._doc.slice(body.start, end)}"
        return body._replace(end=end, id="border-post", level="post", name=name)

    def _title_with(self, office: Office, body: BodyMention) -> str:
        """The title with the head of the body, where the two make one: "Phó trưởng Công an huyện", "Bí thư Tỉnh ủy"."""
        doc = self._doc
        if body.start == office.head and doc.keys[office.head - 1] in _HALF_ENDS and office.kind in _HALVES:
            hit = doc.hit_at.get(body.start)
            end = hit.end if hit is not None and hit.end <= body.end else min(body.start + 1, body.end)
            return doc.slice(office.start, min(end, body.start + _OFFICERS_NOUN) if office.kind == "can-bo" else end)
        if body.level == "party" and body.start == office.head and doc.keys[min(body.start + 1, body.end - 1)] == "ủy":
            return doc.slice(office.start, body.start + 2)
        return office.title

    def _foreign(self, body: BodyMention, told: Told | None) -> bool:
        """The body is of a third country: "Bộ Ngoại giao Thái Lan"."""
        third = told is not None and told.inside and told.country is None
        if third and DASHES.isdisjoint(self._doc.words[body.end : body.end + 4]):
            return True
        foreign, at_home = False, body.level == "mission" and _OURS.begins_among(self._doc.keys, body.start, body.end)
        for at in range(body.start, body.end if not at_home else body.start):
            place = self.places.get(at)
            if place is not None and place.kind == "country":
                if place.country:
                    return False
                foreign = True
        return foreign
