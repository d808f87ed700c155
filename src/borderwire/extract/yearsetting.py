"""What is known of the event before its year is sought: its day, its scene, how long it lasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from borderwire.extract.courts import is_district_court, tries
from borderwire.extract.datecues import PRESS_PAIRS
from borderwire.extract.datepapers import MEETINGS
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import has_pair, pairs
from borderwire.text import key

NEWS = 2000  # the year of the first news text on the web that an archive may hold; older dates are history
ANNOUNCED = "announced"
COURT = frozenset(["trial", "trial-district", "appeal"])
AGO = frozenset(
    ["since", "since-year", "since-now", "document", "carried-out", "in-force"]
)  # kinds of dates that may lie years behind
INQUIRY = pairs("điều tra, công an, khởi tố, bắt giữ, tạm giam, cáo trạng")
_LEAD = 3  # sentences that tell what the text is about
_NUMBERED_BACK = 50  # tokens of a sentence before its date that may number the meeting
_ORDINAL = (key("lần"), key("thứ"))
_YEARLY_MEMO = "held every year"
_YEARLY = pairs("thường niên, hằng năm, hàng năm")
_MINUTES_BACK = 20  # tokens before the date that may name the meeting
_PAST_BACK, _AFTER, _RESULT = 8, key("sau"), (key("kết"), key("quả"))


@dataclass(frozen=True, slots=True)
class Setting:
    """day: as chosen, without its year, empty where none was; at: its first token, or -1; beside: the numbers of the
    sentences that tell it; lasts: days; scene: "trial", "appeal" (what the text tells besides is the deed), "announced"
    (a meeting with the press: what lies ahead in the year is what it announces) or None; last_days: where the last
    day of a month is told without its year, besides the event's own: month -> token; inquiry: whether the text opens
    with the police, an inquiry or a charge; district_court: whether the trial is before a court of first instance that
    sits in a district."""

    day: Day
    at: int
    beside: frozenset[int]
    lasts: int
    scene: str | None
    last_days: Mapping[int, int]
    inquiry: bool
    district_court: bool = False


def setting_of(doc: Doc, chosen: RawDate | None, raws: list[RawDate]) -> Setting:
    """The setting of the day or the month that was chosen for the event, or of a text without one."""
    days = {
        raw.at.month: raw.start
        for raw in raws
        if raw.form == "day" and raw.at.year is None and raw.at.month and raw is not chosen
    }
    inquiry = INQUIRY.among(doc.keys[: doc.sentence_starts[min(_LEAD, len(doc.sentence_starts) - 1)]])
    if chosen is None:
        return Setting(Day(), -1, frozenset(), 1, None, days, inquiry)
    told = [raw for raw in raws if chosen.at.day and (raw.at.day, raw.at.month) == (chosen.at.day, chosen.at.month)]
    beside = frozenset([doc.sentence[raw.start] for raw in told])
    scene = tries(doc, chosen) or _announces(doc, chosen)
    of_district = scene == "trial" and is_district_court(doc, chosen)
    return Setting(chosen.at, chosen.start, beside, _length(chosen), scene, days, inquiry, of_district)


def _length(chosen: RawDate) -> int:
    """Days that the event lasts."""
    if chosen.until is None or not (chosen.at.day and chosen.at.month):
        return 1
    last = chosen.until
    if not (last.day and last.month):
        return 1
    return max(1, (last.month - chosen.at.month) * 31 + last.day - chosen.at.day + 1)


def _announces(doc: Doc, chosen: RawDate) -> str | None:
    """The event is a meeting with the press."""
    first, last = doc.sentence_of(chosen.start)
    return ANNOUNCED if PRESS_PAIRS.among(doc.keys[first:last]) else None


def is_numbered(doc: Doc, raw: RawDate) -> bool:
    """Whether the sentence speaks of a numbered meeting before it comes to the date."""
    first = max(doc.sentence_of(raw.start)[0], raw.start - _NUMBERED_BACK)
    return has_pair(doc.keys[first : raw.start], _ORDINAL)


def is_yearly(doc: Doc) -> bool:
    """The text opens with something that is held every year; looked up once."""
    known: bool | None = doc.memo.get(_YEARLY_MEMO)
    if known is None:
        head = doc.keys[: doc.sentence_starts[min(_LEAD, len(doc.sentence_starts) - 1)]]
        known = doc.memo[_YEARLY_MEMO] = _YEARLY.among(head)
    return known


def names_meeting(doc: Doc, raw: RawDate) -> bool:
    """ "Biên bản hội nghị ... ký ngày 15/12/2014": the clause of the date names a meeting."""
    return MEETINGS.among(doc.before(raw.start, _MINUTES_BACK))


def comes_after_numbered(doc: Doc, raw: RawDate) -> bool:
    """ "nhờ kết quả của phiên họp lần thứ 6 ... tháng 4/2022": that meeting is over, whatever the sentence says is
    to come."""
    row = doc.keys
    floor = max(doc.sentence_of(raw.start)[0], raw.start - _NUMBERED_BACK)
    for at in range(raw.start - 2, floor - 1, -1):
        if (row[at], row[at + 1]) == _ORDINAL:
            before = row[max(floor, at - _PAST_BACK) : at]
            return _AFTER in before or has_pair(before, _RESULT)
    return False
