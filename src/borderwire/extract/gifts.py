"""Money and goods that one body gives another: who gave, who received; sums of other kinds are left out."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, bodies_between
from borderwire.extract.numbers import Number
from borderwire.extract.words import keys
from borderwire.model import Figure
from borderwire.text import key

_GIVING = keys("trao tặng hỗ ủng trợ")
_TAKING = keys("thu phạt lương công thuê bán mua chuyển vận lừa chiếm thiệt thưởng")
_WORTH = (key("trị"), key("giá"))
_WORTH_TOO = (key("giá"), key("trị"))
_LONGEST = 80  # tokens of a sentence that are looked at on either side
_BACK = 14  # tokens between the verb of giving and the sum


def find_gift(doc: Doc, number: Number, figure: Figure, bodies: tuple[BodyMention, ...]) -> Figure | None:
    """The figure with its kind ("cash", "in kind"), giver and receiver; None where nothing is given."""
    start, end = doc.sentence_of(number.start)
    start, end = max(start, number.start - _LONGEST), min(end, number.start + _LONGEST)
    before = doc.keys[max(start, number.first - 4) : number.first]
    worth = any(pair in (_WORTH, _WORTH_TOO) for pair in pairwise(before))
    verb = _verb(doc, number.first, start, worth)
    if verb is None:
        return None
    what = "goods" if worth or figure.what == "goods" else "money"
    kind = figure.kind if figure.what == "goods" and not worth else "in kind" if worth else "cash"
    if figure.what == "goods" and kind is None:
        kind = "in kind"
    giver, receiver = _sides(bodies, verb, number.end, start, end)
    return replace(figure, what=what, kind=kind, giver=giver, receiver=receiver)


def _verb(doc: Doc, at: int, start: int, worth: bool) -> int | None:
    """The first verb of giving in the sentence before the sum, unless one of taking stands nearer."""
    row = doc.keys
    found: int | None = None
    for index in range(at - 1, start - 1, -1):
        if row[index] in _GIVING:
            found = index
        elif found is None and not worth and row[index] in _TAKING:
            return None
        if found is None and at - index > _BACK * (3 if worth else 1):
            return None
    return found


def _sides(
    bodies: tuple[BodyMention, ...], verb: int, after: int, start: int, end: int
) -> tuple[str | None, str | None]:
    """The last body before the verb gives, the first one after it receives."""
    giver = receiver = None
    for body in bodies_between(bodies, start, end):
        if body.end <= verb:
            giver = body.name
        elif receiver is None:
            receiver = body.name
    return giver, receiver if receiver != giver else None
