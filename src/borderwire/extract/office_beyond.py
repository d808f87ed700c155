"""The body of an office that stands apart from it: after a comma, after a dash, after what the office looks after."""

from __future__ import annotations

from collections.abc import Mapping

from borderwire.extract.body_place import read_where
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.office_kinds import Office
from borderwire.extract.phrases import DASHES, keys

_OF_MINISTRIES = ("vu-truong", "cuc-truong", "vu-pho", "cuc-pho")
_OF_TEAMS = ("doi-truong", "doi-pho", "to-truong")
_DIVISION = "phòng"
_COMMAND, _COMMANDS = "army-province", ("border-guard-command", "military-command")
_IN_CHARGE, _LONGEST_CHARGE = ["phụ", "trách"], 12
_TITLES, _COMMUNES = keys("huyện thị thành tỉnh tp"), keys("xã phường bản thôn")
_BEFORE = DASHES | {","}


def body_beyond(doc: Doc, bodies: Mapping[int, BodyMention], office: Office, end: int) -> BodyMention | None:
    """The body that an office has although it does not follow the title; end: of the title without its manner."""
    at = office.head
    if at < len(doc.keys) and not doc.breaks[at]:
        if office.kind in _OF_MINISTRIES and (body := _ministry(doc, bodies, at)) is not None:
            return body
        if office.kind in _OF_TEAMS and (body := _division(doc, bodies, office)) is not None:
            return body
        if office.sphere == _COMMAND and (body := _command(doc, bodies, at)) is not None:
            return body
        if doc.words[at] in DASHES and not doc.glued(at):
            return _after_dash(doc, bodies, at)
    return _in_charge(doc, bodies, end)


def past_place(doc: Doc, places: Mapping[int, PlaceMention], office: Office) -> Office:
    """ "Bí thư Đảng ủy xã A, | huyện B | Lê Văn C": past the district or the province of the commune, before a name."""
    at = office.end
    if office.body is None or at + 2 >= len(doc.keys) or doc.words[at] != "," or doc.keys[at + 1] not in _TITLES:
        return office
    if _COMMUNES.isdisjoint(doc.keys[office.start : at]):
        return office
    where = read_where(doc, at + 1, places, unknown=False)
    if where is None or where.end >= len(doc.keys) or doc.breaks[where.end] or doc.shapes[where.end] != "U":
        return office
    return office._replace(end=where.end)


def _ministry(doc: Doc, bodies: Mapping[int, BodyMention], at: int) -> BodyMention | None:
    """ "Vụ trưởng, | Ủy ban A, Bộ B": the ministry, whose department is left out; "Cục trưởng, | Cục A"."""
    body = bodies.get(at + 1)
    if body is None or doc.words[at] not in ",(":
        return None
    if body.level == "department" and doc.keys[body.start] in (doc.keys[at - 1], doc.keys[at - 2]):
        return body
    if body.level != "ministry":
        return None
    return body if body.end >= len(doc.keys) or doc.breaks[body.end] or doc.shapes[body.end] not in "UA" else None


def _division(doc: Doc, bodies: Mapping[int, BodyMention], office: Office) -> BodyMention | None:
    """ "Đại úy A - Phó Đội trưởng, | Phòng Kỹ thuật hình sự Công an tỉnh X": the division, whose team is left out."""
    if doc.words[office.head] != "," or office.start == 0 or doc.words[office.start - 1] not in _BEFORE:
        return None
    body = bodies.get(office.head + 1)
    named = body is not None and body.level == "division" and doc.keys[body.start] == _DIVISION
    return body if named else None


def _command(doc: Doc, bodies: Mapping[int, BodyMention], at: int) -> BodyMention | None:
    """ "A - Phó Chỉ huy trưởng, Tham mưu trưởng, | Ban Chỉ huy BĐBP tỉnh; ...": a command that ends the clause."""
    body = bodies.get(at + 1) if doc.words[at] == "," else None
    if body is None or not (body.id or "").startswith(_COMMANDS):
        return None
    return body if body.end >= len(doc.keys) or doc.breaks[body.end] or doc.words[body.end] in ";.)" else None


def _after_dash(doc: Doc, bodies: Mapping[int, BodyMention], at: int) -> BodyMention | None:
    """ "Phó Chánh Văn phòng - | Tổng cục X": up to the end of the clause."""
    body = bodies.get(at + 1)
    if body is None or body.level in ("press", "school"):
        return None
    closed = body.end >= len(doc.keys) or doc.breaks[body.end] or not doc.words[body.end][0].isalnum()
    return body if closed or doc.shapes[body.end] == "l" else None


def _in_charge(doc: Doc, bodies: Mapping[int, BodyMention], at: int) -> BodyMention | None:
    """ "Bí thư thứ nhất phụ trách việc học của kiều bào | Đại sứ quán X": past what the office looks after."""
    if doc.keys[at : at + 2] != _IN_CHARGE or doc.breaks[at]:
        return None
    for step in range(at + 2, min(at + _LONGEST_CHARGE, len(doc.keys))):
        if step in bodies:
            return bodies[step]
        if doc.breaks[step] or doc.shapes[step] != "l":
            return None
    return None
