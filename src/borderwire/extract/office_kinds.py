"""What an office is by its title: of state, of a company or not to be told; head of a unit; of one institution."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from borderwire.extract.body_parts import PRIVATE_LEVELS
from borderwire.extract.doc import Doc
from borderwire.extract.hits import entry_at
from borderwire.extract.mentions import BodyMention
from borderwire.extract.phrases import listed, terms
from borderwire.extract.vocabulary import FIRMS, PRIVATE
from borderwire.gazetteer.matcher import syllables
from borderwire.model import Country

# The noun of the unit that an office heads, where the title holds but its function: "Cục trưởng" heads a "Cục".
NOUNS = {
    "truong-phong": "Phòng", "pho-phong": "Phòng", "truong-ban": "Ban", "pho-ban": "Ban", "cuc-truong": "Cục",
    "cuc-pho": "Cục", "pho-cuc": "Cục", "vu-truong": "Vụ", "vu-pho": "Vụ", "doi-truong": "Đội", "doi-pho": "Đội",
    "don-truong": "Đồn", "don-pho": "Đồn", "tram-truong": "Trạm", "tram-pho": "Trạm", "vien-truong": "Viện",
    "bo-truong": "Bộ", "thu-truong": "Bộ", "thu-truong-thuong-truc": "Bộ", "chi-cuc-truong": "Chi cục",
    "tong-cuc-truong": "Tổng cục", "truong-khoa": "Khoa", "he-truong": "Hệ",
}  # fmt: skip
# Schools of the forces, the army and the party.
STATE_SCHOOLS = frozenset(["police-academy", "state-academy", "lao-academy"])
# What a school of the forces is called once it was named.
ACADEMIES = frozenset(["học viện", "nhà trường", "trường"])
# What an office is of by its nature.
INSTITUTIONS = {
    "thu-tuong": "Chính phủ", "thu-tuong-thuong-truc": "Chính phủ", "chu-tich-quoc-hoi": "Quốc hội",
    "chu-tich-thuong-truc-quoc-hoi": "Quốc hội", "tong-thu-ky-quoc-hoi": "Quốc hội",
    "tong-thanh-tra": "Thanh tra Chính phủ", "chu-nhiem-van-phong-chinh-phu": "Văn phòng Chính phủ",
    "dai-bieu-quoc-hoi": "Quốc hội",
    "chu-nhiem-van-phong-phu-thu-tuong": "Văn phòng Phủ Thủ tướng",
    "chu-nhiem-tong-cuc-chinh-tri": "Tổng cục Chính trị", "tong-kiem-toan-nha-nuoc": "Kiểm toán Nhà nước",
}  # fmt: skip
# Offices of state and party by their title alone; others may as well be of a company, a club or a school.
_SURE = terms("state justice ministry army army-province border-post party-province party-district mission")
_SURE_IDS = ("uy-vien-", "tong-bi-thu", "bi-thu-trung-uong", "tro-ly-tong-bi-thu")
_BY_NATURE = terms(
    "dieu-tra-vien kiem-sat-vien tham-phan giam-thi thuong-truc-ban-bi-thu dai-bieu-quoc-hoi dai-bieu-hdnd"
)
# Those who serve in a unit: they count in the police and the army only, or with a rank.
STAFF = terms("can-bo bac-si y-si nhan-vien phien-dich quan-y doi-vien")
_UNSURE = terms(
    """
    thong-doc
    co-van vien-truong chu-nhiem tong-thu-ky tro-ly doan-truong thu-ki thu-truong-co-quan bi-thu-thu-nhat bi-thu-thu-hai
    """
)
_PRIVATE_SPHERES = terms("enterprise press school")
# Spheres whose offices stand in companies as well, when the unit is of a vague field.
_VAGUE_SPHERES = terms("ministry border-post police-division party")
_FORCES = ("police", "border", "military", "army", "security", "customs", "forest", "command", "investigation")
# "Ban Quản lý dự án ...", "Ban Quản lý Khu ...": boards that a province or a ministry sets up.
_MANAGING = re.compile(
    r"ban quản lý (?:các )?(?:dự án|đầu tư|khu|công trình|rừng|di tích|cửa khẩu|vườn)\b", re.IGNORECASE
)
_UNIVERSITY, _ARMY_UNIT = "university", "army-unit"
# Units of these fields stand in companies, schools and hospitals as well.
_VAGUE = listed(
    """
    hành chính, tổ chức hành chính, tổng hợp, kế toán, tài chính kế toán, kinh doanh, kỹ thuật, khai thác, đào tạo
    quản lý, kế hoạch, marketing, nhân sự, tư vấn, phát triển, dự án, hợp tác quốc tế, tài vụ, công tác sinh viên
    chăm sóc, nghiên cứu, điều dưỡng, khảo thí
    """
)
_OF_STATE = re.compile(
    "công an|quản lý thị trường|quốc phòng|quân sự|chính trị|kiểm sát|nhà nước|quốc gia|an ninh|chính phủ|trung ương",
    re.IGNORECASE,
)


class Office(NamedTuple):
    """Tokens `[start, end)` name an office, its body included; `[start, head)` is the title.

    title, organization: as written, organization None when the text leaves it out; named: tokens that tell it; state:
    True, False (a company's) or None (not told); noun: "Trung tâm" where the body is told by its noun only; foreign: of
    a third country; new: given at the event told; former: held before; role: a function at a meeting.
    """

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
    former: bool = False

    @property
    def kind(self) -> str:
        """The id of the office without deputy."""
        return self.id.removeprefix("pho-")

    @property
    def bare(self) -> bool:
        """No body is told."""
        return self.organization is None and self.body is None

    def of_body(self, body: BodyMention) -> Office:
        """The office with that body, of state unless it surely is not."""
        # All that tells the body stands in the middle, and the rest as it is: `_replace` takes thrice as long.
        state, named = self.state is not False, (body.start, body.end)
        return make(Office, (*self[:7], state, body, body.name, named, body.province, body.country, *self[13:]))


make = tuple.__new__  # makes an `Office` of all its fields in half the time: every article has some twenty


@lru_cache(maxsize=4096)
def state_by_title(ident: str, sphere: str, role: bool) -> bool | None:
    """Whether an office is one of state by its title alone; None: its body must tell."""
    kind = ident.removeprefix("pho-")
    if kind in _BY_NATURE:
        return True
    if sphere in _PRIVATE_SPHERES:
        return False
    if kind in _UNSURE or role:
        return None
    return True if sphere in _SURE or (sphere == "party" and ident.startswith(_SURE_IDS)) else None


def state_by_body(office: Office, body: BodyMention) -> bool | None:
    """A unit of no known body may be a company's as well; those of its staff count in the police and the army only."""
    if office.kind in STAFF and not (body.id or "").startswith(_FORCES):
        return None
    if body.id is None and body.province is None and _vague(body):
        return office.state if office.sphere not in _VAGUE_SPHERES else None
    return office.state is not False or body.id is not None


def _vague(body: BodyMention) -> bool:
    """A unit that may be of a company, a school or an institute of science."""
    if body.level in ("institute", "centre"):
        return _OF_STATE.search(body.name) is None
    if body.level not in ("division", "team", "office", "commission"):
        return False
    if _OF_STATE.search(body.name) is not None or _MANAGING.match(body.name) is not None:
        return False
    words = syllables(body.name)
    return len(words) < 2 or _VAGUE.match(words, 1) > 1


def is_private(doc: Doc, at: int) -> bool:
    """What stands at token `at` is a company, a club, a school or a hospital."""
    if at >= len(doc.keys) or doc.breaks[at]:
        return False
    body = entry_at(doc, at, "body")
    if body is not None and doc.gazetteer.bodies[body.id].level in PRIVATE_LEVELS | {"school"}:
        return body.id not in STATE_SCHOOLS
    if body is not None and body.id == _ARMY_UNIT:
        return False  # "Bệnh viện Quân y 37"
    if doc.keys[at] in FIRMS:
        return True
    end = PRIVATE.match(doc.keys, at)
    return end > at + 1 or (end > at and (end >= len(doc.keys) or doc.shapes[end] != "l" or doc.shapes[at] == "A"))


def of_private(doc: Doc, start: int, end: int) -> bool:
    """The unit that tokens `[start, end)` name belongs to a university, a hospital or a company that stands in the
    name or behind it, after a comma."""
    if doc.words[end : end + 1] == [","] and is_private(doc, end + 1):
        return True
    if not FIRMS.isdisjoint(doc.keys[start:end]):
        return True  # "Phòng Kinh doanh Viettel A"
    for at in range(start + 1, end):
        body = entry_at(doc, at, "body")
        if (body is not None and body.id == _UNIVERSITY) or (doc.words[at - 1] == "," and is_private(doc, at)):
            return True
    return False
