"""The next meeting as something that the two sides agree on: "thống nhất tổ chức hội đàm lần thứ VIII vào năm 2026"."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateReading
from borderwire.extract.ordinals import Ordinal
from borderwire.extract.words import by_first, keys, phrases, stands_at

_AGREE = by_first(phrases("thống nhất, nhất trí, đồng ý, thỏa thuận, thoả thuận"))
_HOLD = by_first(phrases("tổ chức, diễn ra, tiến hành, đăng cai"))
# What may stand between agreeing and the meeting's name.
_BETWEEN = keys(
    "tổ chức tiến hành đăng cai diễn ra về việc sẽ cùng tiếp tục các cuộc phiên kế hoạch thời gian và địa điểm"
)
_REACH = 10  # tokens from the agreeing back from the meeting's name
_FORTH = 25  # tokens after the ordinal in which its time stands


def is_agreed(doc: Doc, ordinal: Ordinal, dates: DateReading) -> bool:
    """The sentence agrees to hold the meeting at a time after the event that the text reports.

    Without such a time it may as well say what was agreed at the meeting of that number.
    """
    first, last = doc.sentence_of(ordinal.start)
    row = doc.keys
    agree = _agreeing(row, max(first, ordinal.noun - _REACH), ordinal.noun)
    if agree is None:
        return False
    end = min(last, ordinal.end + _FORTH)
    if not any(stands_at(row, at, _HOLD) for at in (*range(agree, ordinal.noun), *range(ordinal.end, end))):
        return False
    told = [mention.value for mention in dates.mentions if ordinal.end <= mention.start < end]
    event = dates.event.value or (dates.published.value if dates.published else None)
    return any(not value.startswith("--") and _later(value, event) for value in told)


def _agreeing(row: list[str], first: int, noun: int) -> int | None:
    """Where the words of agreeing begin that lead straight to the meeting's name."""
    for at in range(noun - 2, first - 1, -1):
        if stands_at(row, at, _AGREE):
            return at if all(word in _BETWEEN for word in row[at + 2 : noun]) else None
    return None


def _later(value: str, event: str | None) -> bool:
    """As far as both are known; False for a date that holds the event itself."""
    if event is None:
        return False
    shared = min(len(value), len(event))
    return value[:shared] > event[:shared]
