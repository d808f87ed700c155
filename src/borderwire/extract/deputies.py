"""Deputies of the National Assembly and of people's councils whom a text calls "đại biểu" alone.

The word means everybody who sits in a hall, at a congress or a conference as well: it is an office only before a name,
in a text that tells of a session of the Assembly or of a council, or where the deputy's province stands in brackets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from borderwire.extract.anchors import DEPUTY_WORDS
from borderwire.extract.cues import positions
from borderwire.extract.doc import Doc
from borderwire.extract.hits import bodies_at
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.names import read_name
from borderwire.extract.office_kinds import INSTITUTIONS, Office, state_by_title
from borderwire.extract.phrases import DASHES, keys, listed
from borderwire.text import key

ASSEMBLY_DEPUTY = "dai-bieu-quoc-hoi"
_COUNCIL_DEPUTY = "dai-bieu-hdnd"
_SHORT, _IN_FULL = "ĐB", "Đại biểu"
_FIRSTS = frozenset([key("đại"), key(_SHORT)])
# "Đoàn đại biểu", "đại hội đại biểu".
_OTHERS = keys("đoàn hội trưởng")
_SESSION = listed(
    """
    kỳ họp, phiên họp, phiên thảo luận, thảo luận tại tổ, thảo luận ở tổ, phát biểu tại tổ, thảo luận tổ, họp tổ
    hành lang quốc hội, bên lề quốc hội
    hội trường, nghị trường, chất vấn, dự án luật, dự thảo luật, dự luật, luật sửa đổi, biểu quyết, cử tri
    """
)
_CONGRESS = listed("đại hội đảng, đại hội đại biểu, đại hội lần thứ, đại hội đảng bộ, đại hội thi đua")
_ASSEMBLY, _COUNCIL = ("national-assembly", "assembly-delegation"), "peoples-council"
_OF_ASSEMBLY = frozenset([ASSEMBLY_DEPUTY, "chu-tich-quoc-hoi", "pho-chu-tich-quoc-hoi", "tong-thu-ky-quoc-hoi"])
_BEFORE_BODY = frozenset("(,") | DASHES
_LEAST_PARTS = 3


def find_deputies(
    doc: Doc, places: Mapping[int, PlaceMention], bodies: Sequence[BodyMention], offices: Sequence[Office]
) -> list[Office]:
    """The offices of those called "đại biểu" before their names, in order."""
    starts = [at for word in positions(doc, DEPUTY_WORDS) if _may_be(doc, at := _first(doc, word), word + 1)]
    if not starts:
        return []
    council = _council(bodies, offices)
    if council is None and not _names_assembly(bodies, offices):
        return []
    session, body_at = _in_session(doc), bodies_at(doc, bodies)
    found: list[Office] = []
    for start in starts:
        end = _end(doc, start)
        body = body_at.get(end)
        if body is not None and (body.id or "").startswith(_COUNCIL):
            found.append(_deputy(doc, start, _COUNCIL_DEPUTY).of_body(body)._replace(end=body.end))
        elif body is None and _is_person(doc, places, end, session):
            found.append(_of_delegation(doc, start, body_at) or _of_chamber(doc, start, council))
    return found


def _of_delegation(doc: Doc, start: int, body_at: Mapping[int, BodyMention]) -> Office | None:
    """ "đại biểu A, | Đoàn đại biểu Quốc hội X": whom the text puts with the delegation of a province."""
    name = read_name(doc, _end(doc, start))
    if name is None or name.end >= len(doc.keys) or doc.breaks[name.end] or doc.words[name.end] not in _BEFORE_BODY:
        return None
    body = body_at.get(name.end + 1)
    if body is None or body.province is None or not (body.id or "").startswith(_ASSEMBLY[1]):
        return None
    return _deputy(doc, start, ASSEMBLY_DEPUTY).of_body(body)


def _is_person(doc: Doc, places: Mapping[int, PlaceMention], at: int, session: bool) -> bool:
    """A Vietnamese name in full, in a text about a session or with a province in brackets."""
    name = read_name(doc, at)
    if name is None or not name.vietnamese or (len(name.parts) < _LEAST_PARTS and not name.great):
        return False
    return session or _of_province(doc, places, name.end)


def _of_chamber(doc: Doc, start: int, council: BodyMention | None) -> Office:
    if council is None:
        return _deputy(doc, start, ASSEMBLY_DEPUTY)._replace(organization=INSTITUTIONS[ASSEMBLY_DEPUTY])
    return _deputy(doc, start, _COUNCIL_DEPUTY).of_body(council)


def _may_be(doc: Doc, start: int, end: int) -> bool:
    """ "đại biểu" and a capital, on one line and no part of a longer word."""
    if start < 0 or end >= len(doc.keys) or doc.keys[start] not in _FIRSTS or start in doc.hit_at:
        return False
    if (end - start > 1 and doc.breaks[end - 1]) or doc.breaks[end] or doc.shapes[end] not in "UA":
        return False
    return start == 0 or doc.breaks[start] or doc.keys[start - 1] not in _OTHERS


def _first(doc: Doc, word: int) -> int:
    """The first token: that of "đại | biểu", or of "ĐB" itself."""
    return word if doc.words[word] == _SHORT else word - 1


def _end(doc: Doc, start: int) -> int:
    return start + 1 if doc.words[start] == _SHORT else start + 2


def _deputy(doc: Doc, start: int, ident: str) -> Office:
    end = _end(doc, start)
    state = state_by_title(ident, "state", False)
    title = _IN_FULL if end - start == 1 else doc.slice(start, end)
    return Office(start, end, end, ident, title, "state", False, state)


def _names_assembly(bodies: Sequence[BodyMention], offices: Sequence[Office]) -> bool:
    named = any((body.id or "").startswith(_ASSEMBLY) for body in bodies)
    return named or any(one.id in _OF_ASSEMBLY for one in offices)


def _council(bodies: Sequence[BodyMention], offices: Sequence[Office]) -> BodyMention | None:
    """The people's council that the text tells of more often than of the Assembly: the first told with its place."""
    councils = [body for body in bodies if (body.id or "").startswith(_COUNCIL)]
    assembly = sum((body.id or "").startswith(_ASSEMBLY) for body in bodies)
    if not councils or assembly + sum(one.id in _OF_ASSEMBLY for one in offices) >= len(councils):
        return None
    return next((body for body in councils if body.province is not None), councils[0])


def _in_session(doc: Doc) -> bool:
    """The text tells of a session, and of no congress."""
    size = len(doc.keys)
    return _SESSION.begins_among(doc.keys, 0, size) and not _CONGRESS.begins_among(doc.keys, 0, size)


def _of_province(doc: Doc, places: Mapping[int, PlaceMention], at: int) -> bool:
    """ "(Sơn La)", "(đoàn Sơn La)" after a name."""
    if at + 2 >= len(doc.keys) or doc.words[at] != "(" or doc.breaks[at]:
        return False
    place = next((places[step] for step in range(at + 1, min(at + 6, len(doc.keys))) if step in places), None)
    return place is not None and place.kind == "province" and doc.words[place.end : place.end + 1] == [")"]
