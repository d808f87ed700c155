"""What brackets behind a name hold: rank, office, body, another name, year of birth: "A (Công an tỉnh X)"."""

from __future__ import annotations

from borderwire.extract.mentions import BodyMention
from borderwire.extract.person_marks import Marks, PersonMention
from borderwire.extract.phrases import listed
from borderwire.extract.vocabulary import CIVIL_DATA

# "Đại úy A | của | Đồn Biên phòng X", "hiện đang công tác tại": before a body, in brackets or not.
UNIT_LINKS = listed(
    """
    của, thuộc, ở, công tác tại, công tác ở, hiện công tác tại, đang công tác tại, hiện đang công tác tại, cán bộ thuộc
    đều của, đều thuộc, đều ở, đều công tác tại, cùng thuộc, cùng công tác tại
    và các đồng nghiệp ở, và các đồng nghiệp của, và đồng nghiệp ở, và đồng đội ở, và đồng đội của
    """
)
_LONGEST_BRACKET = 40  # tokens
_LONGEST_ALIAS = 10  # the same of another name of the person, and of an aside


def past_aside(marks: Marks, at: int) -> int:
    """ "Ông NAME, | (người đứng thứ hai) | Phó Chủ tịch ...": the token after it, or `at`."""
    words = marks.doc.words
    if words[at : at + 2] != [",", "("] or marks.doc.keys[at + 2 : at + 3] != ["người"]:
        return at
    close = _closing(marks, at + 1)
    return close + 1 if close is not None and close - at <= _LONGEST_ALIAS and close + 1 in marks.office_at else at


def brackets(marks: Marks, mention: PersonMention, at: int) -> int:
    """Reads "(...)" at token `at`; gives the token after it."""
    words = marks.doc.words
    if at >= len(words) or words[at] != "(":
        return at
    close = _closing(marks, at)
    if close is None:
        return at
    first = at + 1
    civil(marks, mention, at)
    rank, place = marks.rank_at.get(first), marks.places.get(first)
    if rank is not None and rank.end == close and mention.rank is None:
        mention.rank = rank
    if place is not None and place.end == close and place.kind == "province":
        mention.place = place
    step = first
    office = marks.office_at.get(step)
    while office is not None and office.end <= close:
        marks.take(mention, office)
        step = office.end + 1
        office = marks.office_at.get(step)
    body = _bracketed_body(marks, first, close)
    mention.body = body if body is not None else mention.body
    alias = marks.name(first)
    if alias is not None and alias.end == close and len(alias.parts) > 1 and close - at <= _LONGEST_ALIAS and not place:
        mention.alias = alias
    return close + 1


def _closing(marks: Marks, at: int) -> int | None:
    """The closing bracket of the opening one at token `at`, on the same line."""
    doc = marks.doc
    if doc.breaks[at]:
        return None
    for close in range(at + 1, min(at + _LONGEST_BRACKET, len(doc.keys))):
        if doc.breaks[close]:
            return None
        if doc.words[close] == ")":
            return close
    return None


def _bracketed_body(marks: Marks, first: int, close: int) -> BodyMention | None:
    """ "(Công an tỉnh X)"; "(PC01, Công an tỉnh)": a unit by its code and the body above it."""
    body = marks.bodies.get(UNIT_LINKS.match(marks.doc.keys, first))
    if body is not None:
        return body if body.end <= close else None
    if marks.doc.shapes[first] != "A":
        return None
    at = next((at for at in range(first + 1, close) if at in marks.bodies), None)
    if at is None:
        return None
    body = marks.bodies[at]
    return body._replace(name=f"{marks.doc.slice(first, at)} {body.name}")


def civil(marks: Marks, mention: PersonMention, at: int) -> None:
    """Year of birth, age or home after the name."""
    doc, step = marks.doc, at + 1
    if step >= len(doc.keys) or doc.breaks[at] or doc.words[at] not in ",(":
        return
    if doc.shapes[step] == "d":
        mention.civil = step + 1 < len(doc.keys) and doc.keys[step + 1] == "tuổi"
    elif CIVIL_DATA.match(doc.keys, step) > step:
        mention.civil = True
