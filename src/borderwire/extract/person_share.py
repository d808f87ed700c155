"""Offices that several persons of a list have together, told once: "A và B, đồng Phó Giám đốc", "lần lượt là ..."."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise

from borderwire.extract.office_kinds import NOUNS, STAFF, Office
from borderwire.extract.person_marks import Marks, PersonMention
from borderwire.extract.phrases import DASHES, keys
from borderwire.text import key

_GAPS = ([","], ["và"], [",", "và"])
_LONGEST_GAP = 2
_TOGETHER = keys("đồng đều cùng")
_THAT_MAN = key("vị")
_NOT_ONE = keys("các những hai ba bốn một nhiều vài mấy đơn hàm")
_SEVERAL = "các"
_IN_TURN, _ACTING = "lượt", "phụ trách"
# Offices that several persons have at one time in one body, besides those of deputies.
_MANY = STAFF | {"thu-truong", "tro-ly", "uy-vien", "trinh-sat-vien", "dieu-tra-vien", "kiem-sat-vien", "tham-phan"}


def share_offices(marks: Marks) -> None:
    """Gives the persons of a list the offices that the text tells after the last of them."""
    row = [marks.found[at] for at in sorted(marks.found)]
    pairs = list(pairwise(row))
    known = {mention.name.parts[-1] for mention in row if mention.offices}
    for one, other in reversed(pairs):
        _share(marks, known, one, other)
    for one, other in pairs:
        _lend(marks, one, other)
        _pass_on(marks, one, other)
    _point_back(marks, row)


def _point_back(marks: Marks, row: Sequence[PersonMention]) -> None:
    """ "Theo vị Trưởng Công an huyện X": the office of the person with a rank named last, who has none else."""
    words, held = marks.doc.keys, marks.office_at.items()
    told = [(at, office) for at, office in held if at > 1 and words[at - 1] == _THAT_MAN and at not in marks.used]
    if not told:
        return
    starts = [mention.name.start for mention in row]
    ranked = {mention.name.parts[-1] for mention in row if mention.rank is not None}
    ranked -= {mention.name.parts[-1] for mention in row if mention.offices}
    for at, office in told:
        index = bisect_left(starts, at) - 1
        if index < 0 or words[at - 2] in _NOT_ONE or marks.leads_on(office):
            continue
        last = row[index]
        if last.name.parts[-1] in ranked:
            ranked.discard(last.name.parts[-1])
            marks.take(last, office)


def _share(marks: Marks, known: Collection[str], one: PersonMention, other: PersonMention) -> None:
    """ "Đại tá A, Đại tá B - Phó Giám đốc", "đoàn X do Đại tá A, đoàn Y do Đại tá B, đều là Phó Giám đốc Công an"."""
    doc, body = marks.doc, other.body
    if body is not None and one.body is None and _together(marks, other, body.start):
        one.body = body
    if one.offices or one.rank is None or doc.sentence[one.start] != doc.sentence[other.start]:
        return
    after = [office for office in other.offices if office.start > other.name.start]
    if not after:
        return
    told = doc.keys[other.name.end : after[0].start] if after[0].start > other.name.end else ["đều"]
    several = told[-1:] == [_SEVERAL]  # "Đại tá A; Đại tá B - các Phó Giám đốc"
    listed = doc.words[one.name.end : other.start] in (_GAPS if not several else (*_GAPS, [";"]))
    if _IN_TURN in told:
        if listed and len(after) > 1:
            _in_turn(one, other, after)
        return
    dash = doc.words[other.name.end] in DASHES
    if not _TOGETHER.isdisjoint(told) or (
        listed and (several or dash or (_of_many(after) and one.name.parts[-1] not in known))
    ):
        one.offices = list(after)


def _together(marks: Marks, other: PersonMention, start: int) -> bool:
    """ "Thượng úy A, Trung sĩ B, đều của Đồn X"."""
    return start > other.name.end and not _TOGETHER.isdisjoint(marks.doc.keys[other.name.end : start])


def _in_turn(one: PersonMention, other: PersonMention, after: Sequence[Office]) -> None:
    """ "A và B, lần lượt là Giám đốc, Phó Giám đốc Công an tỉnh X": the last office is the last person's."""
    one.offices, other.offices = list(after[:-1]), [after[-1]]
    if one.offices[-1].bare:
        one.lender = after[-1]


def _of_many(offices: Sequence[Office]) -> bool:
    """ "A và B, Phó Giám đốc": not "Phó Đại đội trưởng phụ trách", of whom there is one."""
    deputies = (office.id.startswith("pho-") and not office.title.endswith(_ACTING) for office in offices)
    return all(deputy or office.kind in _MANY for deputy, office in zip(deputies, offices, strict=True))


def _lend(marks: Marks, one: PersonMention, other: PersonMention) -> None:
    """ "Đại tá A, Giám đốc và Đại tá B, Phó Giám đốc Công an tỉnh X": the body of the second is that of the first."""
    if not one.offices or one.lender is not None or other.start - one.end > _LONGEST_GAP:
        return
    gap = marks.doc.words[one.end : other.start]
    if gap not in _GAPS and gap != [";"]:
        return
    last = one.offices[-1]
    model = next((office for office in other.offices if office.start > other.name.start), None)
    if model is not None and last.start > one.name.start and last.bare and not model.bare:
        noun = NOUNS.get(last.kind)
        same = model.sphere == last.sphere and NOUNS.get(model.kind) == noun
        one.lender = model if same and (gap != [";"] or noun is not None) else None


def _pass_on(marks: Marks, one: PersonMention, other: PersonMention) -> None:
    """ "3 cá nhân Công an tỉnh X: Đại tá A, Đại tá B": the body told before the list is that of all."""
    doc, body = marks.doc, one.body
    if body is None or body.start > one.name.start or one.offices or other.offices or other.body is not None:
        return
    gap = doc.words[one.end : other.start]
    if other.rank is not None and (gap in _GAPS or gap == [";"]):
        other.body = body
