"""The body above a unit: "Phó Trưởng phòng Hình sự" is of the force that the text speaks of on that side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from borderwire.extract.context import BODIES_OF, FORCES, Context
from borderwire.extract.doc import Doc
from borderwire.extract.hits import entry_at
from borderwire.extract.mentions import BodyMention
from borderwire.extract.office_kinds import Office
from borderwire.extract.person_marks import PersonMention
from borderwire.extract.phrases import terms

# Fields of the police's and the Border Guard's divisions.
_POLICE = re.compile(
    "cảnh sát|an ninh|csgt|csđt|cshs|tham mưu|hậu cần|chính trị|tổ chức cán bộ|nhập cảnh|ma túy|ma tuý|trinh sát|"
    "giám sát quản lý",
    re.IGNORECASE,
)
_NAMED_BY_FIELD = terms("division team department post office commission institute centre province")
# Commissions of the party at every level.
_COMMISSION = re.compile("ban (nội chính|dân vận|tuyên giáo|tuyên giáo và dân vận|tổ chức)", re.IGNORECASE)
# Boards of the army and the Border Guard in a province.
_BOARD = re.compile(
    "ban (vận động quần chúng|quân báo|trinh sát|tác chiến|quân lực|phòng|chính trị|tham mưu|hậu cần|cán bộ)",
    re.IGNORECASE,
)
# Bodies that each state has once: "Chính phủ" is not "Chính phủ Campuchia" that the text names as well.
_STATES = frozenset(["Chính phủ", "Quốc hội"])
_UNITS = frozenset(["division", "team"])
_HIGH_LEVELS = frozenset(["province", "city", "service", "district"])
_UNIT_NOUNS = ("phòng ", "đội ", "khoa ", "hệ ")
_SCHOOL_NOUNS = ("khoa ", "hệ ")
# Divisions that only schools have.
_OF_SCHOOL = re.compile("phòng (quản lý (học viên|đào tạo|giáo dục)|đào tạo|khảo thí|quản lý khoa học)", re.IGNORECASE)
# One of several teams of a province's police: no district has such.
_NUMBERED = re.compile(r"(?:số \d+|phía \w+|\d+-\d+)$", re.IGNORECASE)
_BESIDE = 4  # how many offices back one may stand that is beside another
# How many sentences back the force of a person without a rank may stand.
_REACH = 3


def with_parent(context: Context, office: Office, mention: PersonMention, country: str | None) -> Office:
    """The office of a unit with the body above it; the office as it is where that is told or nowhere to be found."""
    name, body = office.organization, office.body
    if name is None or office.province is not None or (name in _STATES and country != "LA"):
        return office
    if name.rstrip()[-1:].isdecimal() and name.split()[-1].isdecimal():
        numbered = _by_number(context, name)
        return office if numbered is None else office.of_body(numbered)
    full = _full(context, name, country) if body is None or body.level in _NAMED_BY_FIELD else None
    if full is not None:
        return office._replace(organization=full.name, province=full.province, country=full.country)
    if country == "VN" and _COMMISSION.fullmatch(name):
        return _of_party(context, office, name)
    if not _is_unit(context, office, name, mention.rank is not None):
        return office
    above = _of_another(mention, office) or _named(context, office, country)
    above = above or _school(context, office, name, country)
    if above is None and not name.lower().startswith(_SCHOOL_NOUNS):
        above = _force(context, office, country, mention.rank is not None)
    if above is not None and above.level == "school":
        return office._replace(organization=f"{name}, {above.name}", country=above.country, state=True)
    if above is not None:
        return office._replace(organization=f"{name} {above.name}", province=above.province, country=above.country)
    police = _police(context, name, country) if mention.rank is not None else None
    return office if police is None else office._replace(organization=f"{name} {police}")


def as_neighbour(doc: Doc, office: Office, given: Sequence[Office]) -> Office:
    """ "A (Chi cục trưởng Chi cục X), B (Phó phòng Kế hoạch - Tài chính)": a unit of a field that companies have as
    well is one of state beside one of state, in the same sentence."""
    name = office.organization
    if office.state is not None or name is None or not name.lower().startswith(_UNIT_NOUNS[0]):
        return office
    for last in given[: -_BESIDE - 1 : -1]:
        if last.state and doc.sentence[last.start] == doc.sentence[office.start]:
            return office._replace(state=True)
    return office


def _of_party(context: Context, office: Office, name: str) -> Office:
    """ "Ban Nội chính": of the party's committee in the province spoken of."""
    province = context.focus.province(office.start, "VN", context.bodies, "party-provincial")
    if province is None or context.doc.gazetteer.provinces[province].kind != "province":
        return office
    return office._replace(
        organization=f"{name} Tỉnh ủy {context.focus.written(province, office.start)}", province=province
    )


def _is_unit(context: Context, office: Office, name: str, ranked: bool) -> bool:
    """A division or a team whose name ends with its field."""
    body, board = office.body, ranked and _BOARD.match(name) is not None
    if body is None:
        return (name.lower().startswith(_UNIT_NOUNS) or board) and office.named is not None
    if body.completed or (body.level not in _UNITS and not board):
        return False
    top = context.top(body)
    entry = entry_at(context.doc, top[0], "body") if top is not None else None
    level = context.doc.gazetteer.bodies[entry.id].level if entry is not None else None
    return level is None or level in _UNITS or (level == "service" and body.province is None)


def _by_number(context: Context, name: str) -> BodyMention | None:
    """ "Đồn 517" after "Đồn Biên phòng 517"."""
    words = name.lower().split()
    for body in context.first() if len(words) == 2 else ():
        longer = body.name.lower().split()
        if len(longer) > 2 and [longer[0], longer[-1]] == words:
            return body
    return None


def _full(context: Context, name: str, country: str | None) -> BodyMention | None:
    """A body of that side whose name goes on where this one ends: "Cục Cảnh vệ" -> "Cục Cảnh vệ Bộ Công an Lào"."""
    start = name.lower()
    for longer, body in context.first_named():
        if longer.startswith(start) and body.country == country and longer[len(start) : len(start) + 1] in (" ", ","):
            return body
    return None


def _of_another(mention: PersonMention, office: Office) -> BodyMention | None:
    """The body of another office of the person."""
    for other in mention.offices:
        body = other.body
        if other is not office and body is not None and body.province:
            return body if body.level in _HIGH_LEVELS else None
    return None


def _named(context: Context, office: Office, country: str | None) -> BodyMention | None:
    """The unit that "của đồn" after the office speaks of."""
    if not office.noun:
        return None
    start = office.noun.lower() + " "
    bodies = (body for body in context.before(office.start) if body.country == country)
    return next((body for body in bodies if body.name.lower().startswith(start)), None)


def whole(context: Context, body: BodyMention, country: str | None) -> BodyMention:
    """A division or a team that a person is told to be of, with the force above it."""
    if body.level not in _UNITS or body.province is not None or context.top(body) is not None:
        return body
    above_district = _NUMBERED.search(body.name) is not None
    for other in context.before(body.start):
        if above_district and other.level == "district":
            continue
        if _is_force(other, FORCES, country):
            return body._replace(name=f"{body.name} {other.name}", province=other.province)
    return body


def _school(context: Context, office: Office, name: str, country: str | None) -> BodyMention | None:
    """The school of the forces that a division, a faculty or a student battalion is of: the one named last before,
    unless a force was named after it and the unit may be that one's."""
    own = name.lower().startswith(_SCHOOL_NOUNS) or _OF_SCHOOL.match(name) is not None
    for body in context.before(office.start):
        if body.level == "school" and body.id != "university" and body.country == country:
            return body
        if not own and _is_force(body, (*FORCES, "customs"), body.country):
            return None
    return context.academy(country) if own else None


def _force(context: Context, office: Office, country: str | None, ranked: bool) -> BodyMention | None:
    """The force named last before an office on that side, else first after it; for persons without a rank only one
    of the sentences before."""
    team = office.sphere == "team"
    kinds = BODIES_OF["team"] if team else (*FORCES, "customs")
    if not ranked and not _POLICE.search(office.organization or ""):
        return None
    for body in context.before(office.start):
        if not ranked and context.sentences(body, office.start) > _REACH:
            return None
        if _is_force(body, kinds, country):
            return context.post(body) if team else body
    ahead = context.after(office.start) if ranked else ()
    return next((body for body in ahead if _is_force(body, kinds, country)), None)


def _is_force(body: BodyMention, kinds: tuple[str, ...], country: str | None) -> bool:
    if body.level not in _HIGH_LEVELS and body.level != "post":
        return False
    return body.country == country and (body.id or "").startswith(kinds)


def _police(context: Context, name: str, country: str | None) -> str | None:
    """The police of the province that the text speaks of, for a division of the police."""
    province = context.focus.main(country) if country is not None else None
    if province is None or not _POLICE.search(name):
        return None
    title = "tỉnh" if context.doc.gazetteer.provinces[province].kind == "province" else "TP"
    return f"Công an {title} {context.focus.written(province, 0)}"
