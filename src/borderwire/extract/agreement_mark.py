"""The mark of a document: what is told of it, and how what stands before the title and behind it add up."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from borderwire.model import AgreementStatus

# Between governments: written with a capital where one document is meant.
TREATIES = frozenset(["treaty-agreement", "treaty", "protocol"])
Act = Literal["sign", "exchange", "adopt", "refer", "draft", "named", "none"]


class Mark(NamedTuple):
    """What is told of a document. at: token of the word that says so; date: of the document itself, ISO;
    row: one number for titles joined to each other."""

    act: Act
    status: AgreementStatus | None
    at: int
    rule: str
    date: str | None = None
    row: int = 0


NO_MARK = Mark("none", None, -1, "nothing is told of it")
UNSIGNED = Mark("none", None, -1, "not signed")

FORCE, SINCE = "in force", "in force since"
EXISTS, AS_FRAME = "there is one", "the frame of what is done"
JUST = "just signed"
AS_SUCH = "the signing as such"
LAST_YEAR, OTHER_DAY = "signed last year", "on another day"
# Rules by which a document was signed at a time of its own, which tells it from others.
OLD_SIGNINGS = frozenset([LAST_YEAR, OTHER_DAY])
LISTED = "named in the list"
PUT_BEFORE = "to be put before those who sign"


def combine(left: Mark, right: Mark) -> Mark:
    """What stands behind the title adds to what governs it, or says it alone."""
    if right.act == "none" or left.act == "exchange":
        return left
    if right.status == "planned":
        return right
    if left.act == "sign" and right.rule == FORCE:
        return left  # "ký Hiệp định A có hiệu lực 5 năm"
    if left.act == "sign" and right.rule == SINCE:
        return left._replace(status="referenced", rule=OTHER_DAY, date=right.date)  # "đã ký Bản ghi nhớ từ năm 2011"
    if left.act == "draft":
        return right  # "kiến nghị về Hiệp định A ký năm 2016": it is there already
    if left.act == "refer" and right.rule == JUST:
        return right  # "theo Biên bản A vừa ký"
    if left.act == "refer" or (left.act == "sign" and left.status == "referenced"):
        rule = right.rule if right.rule in OLD_SIGNINGS else left.rule
        return left._replace(status="referenced", date=right.date or left.date, rule=rule)
    return left if left.act == "sign" and right.status != "referenced" else right


def share_acts(marks: list[Mark], ends: list[int], bare: list[bool]) -> list[Mark]:
    """ "việc Hiệp định A và Hiệp định B được ký kết": what is told behind a row was done to each. ends: of the titles;
    bare: of which nothing but the type is told."""
    for index in range(len(marks) - 2, -1, -1):
        mark, after = marks[index], marks[index + 1]
        behind = after.at >= ends[index + 1] and after.act in ("sign", "exchange", "adopt")
        if behind and not bare[index] and mark.act in ("none", "named") and mark.row == after.row:
            marks[index] = after
    return marks


def share_dates(marks: list[Mark], own: Callable[[int], str | None]) -> list[Mark]:
    """ "Nghị định thư A, Hiệp định B ký tháng 3/2016": the date behind a row is of the whole row, but for those that
    have one of their own. own: that of the title of a number."""
    for index in range(len(marks) - 2, -1, -1):
        mark, after = marks[index], marks[index + 1]
        if mark.date is None and after.date and mark.act == after.act == "refer" and mark.row == after.row:
            told = own(index) or after.date
            marks[index] = mark._replace(date=None if told.startswith("-") else told)
    return marks
