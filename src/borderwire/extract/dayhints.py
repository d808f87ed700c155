"""What else tells whether a day is the event's: how the text opens, what the day's sentence shares with the lead, and
the words right before the day.

The weights were fitted (a logit over all days of a text and over none of them) to the days that readers chose in some
1,300 news texts of 2015-2019, added to the weights of `datechoice`; three of its points are one of the logit.
"""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.extract.asides import stands_aside
from borderwire.extract.calendar import PARTS_OF_DAY, TODAY
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.position import Layout
from borderwire.extract.today import find_today
from borderwire.extract.words import keys
from borderwire.text import key

Dated = tuple[RawDate, Role]

_ANY = 2.6  # most texts tell their day
_FIRST = 2.8  # the first day of the text
_UNOPENED = -3.0  # where the opening tells no day
_THIS_MEETING = 1.5  # "Tại buổi hội đàm ngày 27/4, hai bên ..."
_LATE, _LATE_COST = 6, -3.2  # sentences of running text before it
_REPORT = 2.0  # what somebody says is news as often as what was done
_TODAY, _BESIDE = -4.6, 14  # "hôm nay" tells the news, the day stands elsewhere; characters between the two
_PRINTED_TWICE = -4.7  # a photo's day
_CAPTIONS = 2  # sentences before the first caption: a headline or a lead may well come twice
_SHARED = 2.9  # where all words of the lead stand around the day
_PART_OF_DAY = 2.0
_HOUR, _HOUR_BACK = 4.0, 4  # "khoảng 7h30 ngày 7/5"
_UNTIL = -3.0  # "đến ngày 7/5"
_AFTER, _AFTER_BACK = -2.8, 12  # "sau trận lũ ngày 7/5"
_THE_OTHER_DAY = -2.1  # "hôm 7/5", as most tell what is over
_IS_TODAY, _IS_TODAY_BACK = 8.0, 4  # "sáng nay (7/5)": the day that readers chose, 77 times of 78

_OPENING = 3  # sentences in which the news is told
_AROUND, _LEAD = 45, 60  # tokens of a sentence around a day; tokens of the lead
_SHORTEST, _LONGEST = 25, 300  # characters of a caption

# What may speak for a day at most: what is told beside the news stays beside it.
_MOST = {"event": 99.0, "planned": 99.0, "report": 99.0, "earlier": 2.0}
_AT, _MEETING_BACK, _GATHERINGS = key("tại"), 7, keys("buổi cuộc lễ hội phiên")
_HOURS = keys("h g giờ lúc")
_LIMITS = keys("đến tới")
_SINCE, _HOM = key("sau"), key("hôm")
_BEFORE_TODAY = PARTS_OF_DAY | keys("hôm")  # "ngày nay" is nowadays


@dataclass(frozen=True, slots=True)
class Opening:
    """What the first sentences of a text tell of its day.

    first: the token of the first day, or -1 where it is not one of an event; told: whether the opening tells a day;
    of_today: where "hôm nay" or "hôm qua" stands in it, as offsets; lead: the words of the lead."""

    first: int
    told: bool
    of_today: tuple[int, int] | None
    lead: frozenset[str]


def read_opening(doc: Doc, dated: list[Dated], layout: Layout) -> Opening:
    """The opening of the text, for `hint_weight`."""
    days = [raw.start for raw, _ in dated if raw.form == "day" and raw.at.month]
    first = [raw.start for raw, role in dated if raw.form == "day" and role.dates == "event"]
    today = find_today(doc)
    return Opening(
        first[0] if first and first[0] == days[0] else -1,
        any(layout.rank(day) <= _OPENING for day in days),
        today.span if today is not None else None,
        _lead_words(doc),
    )


def _lead_words(doc: Doc) -> frozenset[str]:
    if not doc.words:
        return frozenset()
    first = doc.sentence_of(0)[1] if doc.article.blocks[0].kind == "title" else 0
    if first >= len(doc):
        return frozenset()
    last = min(doc.sentence_of(first)[1], first + _LEAD)
    return frozenset(word for word in doc.keys[first:last] if len(word) > 1 and word.isalpha())


def hint_weight(doc: Doc, raw: RawDate, role: Role, layout: Layout, opening: Opening) -> float:
    """What speaks for a day, or against it, beside its role and its place."""
    if raw.form != "day":
        return 0.0
    weight = _ANY + _by_opening(doc, raw, layout, opening) + _by_words(doc, raw)
    if role.dates == "report":
        weight += _REPORT
    if printed_twice(doc, raw.start):
        weight += _PRINTED_TWICE
    weight = min(weight, _MOST.get(role.dates, 0.0))
    return weight + _IS_TODAY if is_today(doc, raw) else weight


def is_today(doc: Doc, raw: RawDate) -> bool:
    """ "Sáng nay (7/5)", "hôm nay, ngày 7/5": the day is that of the news."""
    begin = max(doc.sentence_of(raw.start)[0], raw.start - _IS_TODAY_BACK) + 1
    row = doc.keys
    return any(row[at] == TODAY and row[at - 1] in _BEFORE_TODAY for at in range(begin, raw.end))


def _by_opening(doc: Doc, raw: RawDate, layout: Layout, opening: Opening) -> float:
    weight = _FIRST if raw.start == opening.first and raw.at.year is None else 0.0
    if _names_this_meeting(doc, raw):
        weight += _THIS_MEETING
    elif not opening.told:
        weight += _UNOPENED
    if layout.rank(raw.start) >= _LATE and raw.at.year is None:
        weight += _LATE_COST
    if opening.of_today is not None and not (is_today(doc, raw) or _stands_beside(doc, raw, opening.of_today)):
        weight += _TODAY
    if opening.lead:
        begin, end = doc.sentence_of(raw.start)
        row = doc.keys[max(begin, raw.start - _AROUND) : min(end, raw.end + _AROUND)]
        weight += _SHARED * len(opening.lead.intersection(row)) / len(opening.lead)
    return weight


def _names_this_meeting(doc: Doc, raw: RawDate) -> bool:
    """ "Vừa qua, hai huyện hội đàm ... Tại buổi hội đàm ngày 27/4, ...": the meeting of the lead, and its day."""
    if raw.at.year is not None:
        return False
    before = doc.before(raw.start, _MEETING_BACK)
    at = before.index(_AT) if _AT in before else len(before)
    return not _GATHERINGS.isdisjoint(before[at + 1 : at + 2])


def _stands_beside(doc: Doc, raw: RawDate, today: tuple[int, int]) -> bool:
    """ "Sáng nay (7/5)", "hôm nay, ngày 7/5"."""
    begin, end = doc.span(raw.start, raw.end)
    return today[0] - _BESIDE <= end and begin <= today[1] + _BESIDE


def _by_words(doc: Doc, raw: RawDate) -> float:
    before = doc.before(raw.start, _AFTER_BACK)
    own = doc.keys[raw.start]
    weight = 0.0
    if own in PARTS_OF_DAY and raw.at.year is None:
        weight += _PART_OF_DAY
    if (own == _HOM or before[-1:] == [_HOM]) and not is_today(doc, raw):
        weight += _THE_OTHER_DAY
    if raw.at.year is None and not _HOURS.isdisjoint(before[-_HOUR_BACK:]):
        weight += _HOUR
    if before and before[-1] in _LIMITS:
        weight += _UNTIL
    if _SINCE in before:
        weight += _AFTER
    return weight


def printed_twice(doc: Doc, token: int) -> bool:
    """The sentence comes twice, and no paragraph of its own tells so: a caption that ran into the text."""
    if doc.sentence[token] < _CAPTIONS or stands_aside(doc, token):
        return False
    return doc.sentence[token] in _twice(doc)


def _written(doc: Doc, number: int) -> str:
    first, after = doc.sentence_starts[number], doc.sentence_starts[number + 1]
    return doc.text[doc.starts[first] : doc.ends[after - 1]] if after > first else ""


def _twice(doc: Doc) -> frozenset[int]:
    """The numbers of the sentences that come twice."""
    twice: frozenset[int] | None = doc.memo.get("sentences twice")
    if twice is None:
        first: dict[str, int] = {}
        again: set[int] = set()
        for number in range(len(doc.sentence_starts) - 1):
            written = _written(doc, number)
            if _SHORTEST < len(written) < _LONGEST and (before := first.setdefault(written, number)) != number:
                again |= {before, number}
        twice = doc.memo["sentences twice"] = frozenset(again)
    return twice
