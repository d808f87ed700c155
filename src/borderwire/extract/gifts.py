"""Money and goods that one side gives another: who gave, who received; sums of other kinds are left out.

Giving is told before the sum ("tặng B 10 bộ máy tính"), around it ("dành 3 tỷ đồng hỗ trợ B"), behind it ("2 xe ô tô
do A trao tặng"), or from the other side ("được A hỗ trợ", "nhận từ A").
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention, bodies_between
from borderwire.extract.numbers import Number
from borderwire.extract.words import keys, pairs
from borderwire.model import Figure, OfficialFact
from borderwire.text import key

_GIVING = keys("trao tặng hỗ ủng trợ quyên")
_HELPING = key("giúp")  # gives where a sum follows without a comma
# What stands before a province that gives or receives: "tặng | tỉnh A", "chính quyền | tỉnh A"; not "các hộ | tỉnh A".
_OF_SIDES = keys("phía trợ tặng giúp cho dân quyền từ và ,")
_DEDICATING = keys("dành trích chi góp huy bố")  # "dành 3 tỷ đồng | hỗ trợ B"
_TAKING = keys("thu phạt lương thuê bán chuyển vận lừa chiếm thiệt thưởng vay mua")
_PAY = pairs("tiền công, trả công")
# "trao đổi", "trao trả", "trao các văn kiện", "trao giải": nothing of value is given.
_NO_GIFT = keys("đổi trả văn quyết bằng giấy huân huy kỷ danh giải biên hồ chứng")
_LIGHT = keys("các những cho nhau một")
_SIDE_WORD = key("phía")  # "phía | Quảng Bình": a province without its title
_WILL, _PRESENT = key("sẽ"), key("quà")
_ASKING = pairs("đề nghị, đề xuất, kiến nghị, dự kiến, mong muốn")
_ASK_BACK = 8  # tokens before the verb of giving in which it is put off: "đề nghị A | hỗ trợ 3 tỷ đồng"
_CRIME = keys("lừa chiếm hối chuộc cướp")
_WORTH = pairs("trị giá, giá trị")
_PASSIVE, _BY, _TAKES, _FROM = key("được"), key("do"), key("nhận"), keys("từ của")
_VERBS = _GIVING | {_HELPING, _TAKES}
_LIST = ([key("và")], [key("cùng")], [","])  # right before a sum that is one of a list
_LONGEST = 80  # tokens of a sentence that are looked at on either side
_BACK, _BACK_GOODS, _BACK_WORTH = 14, 30, 42  # tokens between the verb of giving and the sum
_HELP_BACK = 10
_BEHIND = 8  # tokens between the sum and the verb of giving behind it
_BY_BEHIND = 24
# Those that something is given to, behind "cho".
_FOR, _FOR_REACH, _LONGEST_NAME = key("cho"), 25, 8
_NO_RECEIVERS = keys("biết hay rằng phép vay thuê thấy đến nên việc mỗi công")
_NAME_ENDS = keys("tại ở trong để nhân với từ và nhằm có đang bị do là được mua xây sửa khắc trên")
_OPENS = 6  # tokens before the body that a sentence begins with
_PASSIVE_REACH = 16  # tokens between "được" and the verb, with the giver


class _Side(NamedTuple):
    """Somebody who can give and receive: a body, or a province with its title, at tokens `[start, end)`."""

    start: int
    end: int
    name: str


class Givers:
    """Who may give and receive in a text: bodies, provinces, and officials for the bodies that they belong to."""

    def __init__(
        self,
        doc: Doc,
        bodies: Sequence[BodyMention],
        places: Sequence[PlaceMention],
        officials: Sequence[OfficialFact] = (),
    ) -> None:
        self.doc, self.bodies, self.places, self._officials = doc, bodies, places, officials
        self._persons: list[_Side] | None = None

    @property
    def persons(self) -> list[_Side]:
        """The mentions of officials whose body is known, in order; found where a text has a gift at all."""
        if self._persons is None:  # compiled modules know no `cached_property`: theirs is worked out at each look
            token = self.doc.token_at
            self._persons = sorted(
                _Side(token(start), token(end - 1) + 1, official.organization)
                for official in self._officials
                if official.organization is not None
                for start, end in official.spans
            )
        return self._persons


def find_gift(doc: Doc, number: Number, figure: Figure, givers: Givers) -> Figure | None:
    """The figure with its kind ("cash", "in kind"), giver and receiver; None where nothing is given."""
    start, end = _clause(doc, number)
    before = doc.keys[max(start, number.first - 4) : number.first]
    worth = any(pair in _WORTH for pair in pairwise(before))
    listed = figure.what == "goods" or before[-1:] in _LIST
    back = _BACK_WORTH if worth else _BACK_GOODS if listed else _BACK
    bodies = givers.bodies
    verb = _verb(doc, number.first, start, back, bodies)
    if verb is None:
        verb = _verb_behind(doc, number, start, end)
    if verb is None or not _CRIME.isdisjoint(doc.keys[start:end]):
        return None
    what = "goods" if worth or figure.what == "goods" else "money"
    kind = figure.kind if figure.what == "goods" and not worth else "in kind" if worth else "cash"
    if figure.what == "goods" and kind is None:
        kind = "in kind"
    giver, receiver = _who(doc, verb, _sides(doc, givers, start, end), start)
    if receiver is None:
        receiver = _named_after_for(doc, number.end, end)
    if giver is None and start > doc.sentence_of(start)[0] and _PASSIVE not in doc.keys[start:verb]:
        giver = _subject(doc, bodies, start)
    return replace(figure, what=what, kind=kind, giver=giver, receiver=receiver)


def _clause(doc: Doc, number: Number) -> tuple[int, int]:
    """The part of the sentence between semicolons that the sum stands in; all of what is before it, where a list of
    gifts goes on: "tặng B 2 xe; | C 3 xe"."""
    first, last = doc.sentence_of(number.start)
    start, end = max(first, number.start - _LONGEST), min(last, number.start + _LONGEST)
    words = doc.words
    if ";" in words[number.end : end]:
        end = words.index(";", number.end, end)
    for at in range(number.first - 1, start - 1, -1):
        if words[at] == ";":
            return (at + 1 if not _GIVING.isdisjoint(doc.keys[at:end]) else start), end
    return start, end


def _verb(doc: Doc, at: int, start: int, back: int, bodies: Sequence[BodyMention]) -> int | None:
    """The first verb of giving in the clause before the sum, unless one of taking stands nearer; back: how far at
    most."""
    row = doc.keys
    if _VERBS.isdisjoint(row[max(start, at - back - 1) : at]):
        return None  # as most
    found: int | None = None
    comma = False
    for index in range(at - 1, start - 1, -1):
        word = row[index]
        if word in _VERBS:
            if word in _GIVING:
                found = index if _gives(doc, index) else found
            elif found is None and (
                _is_from(doc, index, bodies) if word == _TAKES else not comma and at - index <= _HELP_BACK
            ):
                found = index
        elif found is None and back < _BACK_WORTH and _takes(doc, index):
            return None
        elif word == ",":
            comma = True
        if found is None and at - index > back:
            return None
    return found


def _is_from(doc: Doc, at: int, bodies: Sequence[BodyMention]) -> bool:
    """ "nhận từ Công an tỉnh A", not "nhận của một người lạ"."""
    return doc.keys[at + 1] in _FROM and bool(bodies_between(bodies, at + 2, at + 3))


def _gives(doc: Doc, at: int) -> bool:
    """Not "trao đổi", "trao các văn kiện", "quà tặng"; nor what is asked for or still to come."""
    row, after = doc.keys, at + 1
    if at and row[at - 1] == _PRESENT:
        return False
    before = row[max(doc.sentence_of(at)[0], at - _ASK_BACK) : at]
    if _WILL in before or _ASKING.among(before):
        return False
    while after < len(row) - 1 and row[after] in _LIGHT:
        after += 1
    return after >= len(row) or row[after] not in _NO_GIFT


def _takes(doc: Doc, at: int) -> bool:
    row = doc.keys
    return row[at] in _TAKING or (at > 0 and (row[at - 1], row[at]) in _PAY)


def _verb_behind(doc: Doc, number: Number, start: int, end: int) -> int | None:
    """ "dành 3 tỷ đồng | hỗ trợ B", "2 xe ô tô do A | trao tặng"."""
    row = doc.keys
    near = min(end, number.end + _BEHIND)
    if not _DEDICATING.isdisjoint(row[max(start, number.first - _BACK) : number.first]):
        for at in range(number.end, near):
            if (row[at] in _GIVING and _gives(doc, at)) or row[at] == _HELPING:
                return at
    by = min(end, number.end + _BY_BEHIND)
    if _BY in row[number.end : near]:
        return next((at for at in range(number.end, by) if row[at] in _GIVING and _gives(doc, at)), None)
    return None


def _sides(doc: Doc, givers: Givers, start: int, end: int) -> list[_Side]:
    """Bodies, officials and titled provinces of tokens `[start, end)`, in order; a province in the name of a body is
    not one."""
    places, persons = givers.places, givers.persons
    found = [_Side(body.start, body.end, body.name) for body in bodies_between(givers.bodies, start, end)]
    found += persons[bisect_left(persons, (start,)) : bisect_left(persons, (end,))]
    for place in places[bisect_left(places, (start,)) : bisect_left(places, (end,))]:
        if place.kind != "province" or place.title < start:
            continue
        if place.title == place.start and doc.keys[place.start - 1] != _SIDE_WORD:
            continue
        if place.title > start and doc.keys[place.title - 1] not in _OF_SIDES:
            continue
        if not any(side.start <= place.start < side.end for side in found):
            found.append(_Side(place.title, place.end, " ".join(doc.slice(place.title, place.end).split())))
    return sorted(found)


def _who(doc: Doc, verb: int, sides: list[_Side], start: int) -> tuple[str | None, str | None]:
    """The last side before the verb gives, the first one after it receives; "được", "do" and "nhận từ" turn it."""
    row = doc.keys
    before = [side for side in sides if side.end <= verb]
    after = [side for side in sides if side.start > verb]
    if row[verb] == _TAKES:
        return _pair(after[0] if after else None, before[-1] if before else None)
    for at in range(verb - 1, max(start, verb - _PASSIVE_REACH) - 1, -1):
        if row[at] in (_PASSIVE, _BY):
            giver = next((side for side in before if side.start > at), None)
            taker = next((side for side in reversed(before) if side.end <= at and row[at] == _PASSIVE), None)
            return _pair(giver, taker or (after[0] if after else None))
    return _pair(before[-1] if before else None, after[0] if after else None)


def _named_after_for(doc: Doc, start: int, end: int) -> str | None:
    """ "65 túi thóc giống cho | hộ nghèo": those that are no body."""
    row, shapes = doc.keys, doc.shapes
    at = next((at for at in range(start, min(end, start + _FOR_REACH)) if row[at] == _FOR), None)
    if at is None or at + 1 >= end or row[at + 1] in _NO_RECEIVERS:
        return None
    first = last = at + 1
    while last < end and last - first < _LONGEST_NAME and shapes[last] != "p" and row[last] not in _NAME_ENDS:
        last += 1
    return " ".join(doc.slice(first, last).split()) if last - first > 1 else None


def _subject(doc: Doc, bodies: Sequence[BodyMention], start: int) -> str | None:
    """The body that the sentence begins with: "A sửa 3 trụ sở cho B; | tặng C 2 xe"."""
    first = doc.sentence_of(start)[0]
    body = next(iter(bodies_between(bodies, first, min(start, first + _OPENS))), None)
    return body.name if body is not None else None


def _pair(giver: _Side | None, receiver: _Side | None) -> tuple[str | None, str | None]:
    """Their names; nobody gives to oneself."""
    names = giver.name if giver else None, receiver.name if receiver else None
    return (names[0], None) if names[0] == names[1] else names
