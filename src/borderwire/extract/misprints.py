"""Days that the page misprints: "tối qua (23/4)" on a page of 24/5, "Chiều 19/9, ... đã thông qua" on one of 19/6.

Day and month the other way round than in the stamp are no misprint: the stamp may be the one that a machine wrote month
first (`stamps.checked`).
"""

from __future__ import annotations

from datetime import date, timedelta

from borderwire.extract.calendar import day_in
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.today import find_today

Dated = tuple[RawDate, Role]

_FAR = 20  # days; no news told as of today or yesterday lies so far from its stamp
_CLOSE = 6  # tokens between "sáng nay" and the day that it is
_YEAR = 365
_MISPRINTED = Role("unknown", "misprinted", "day and month cannot both be right beside the stamp")


def mend_misprints(doc: Doc, dated: list[Dated], stamp: Day | None) -> list[Dated]:
    """The dates, with those that the page misprints dating nothing: "sáng nay" or the stamp tells the day."""
    if stamp is None or not (stamp.year and stamp.month and stamp.day):
        return dated
    stamped = day_in(stamp.year, stamp.month, stamp.day)
    if stamped is None:
        return dated
    today = find_today(doc)
    spoken = doc.token_at(today.span[0]) if today is not None else None
    news = (stamped, stamped - timedelta(days=1))
    return [(raw, _MISPRINTED if _is_misprint(raw, role, news, spoken) else role) for raw, role in dated]


def _is_misprint(raw: RawDate, role: Role, news: tuple[date, date], spoken: int | None) -> bool:
    """news: the stamp's day and the one before; spoken: the token of "sáng nay".

    A day told beside that word, or told as past though it is months ahead, and right but for its month."""
    at = raw.at
    if raw.form != "day" or raw.until is not None or at.year is not None or not (at.month and at.day):
        return False
    written = day_in(news[0].year, at.month, at.day)
    if written is None or not _FAR < abs((written - news[0]).days) < _YEAR - _FAR:
        return False
    slipped = at.day in (news[0].day, news[1].day)
    ahead = written > news[0] and role.dates == "event"
    if spoken is not None and 0 <= raw.start - spoken <= _CLOSE:
        return slipped and (ahead or abs(news[0].month - at.month) == 1)
    return slipped and ahead and role.rule == "telling-verb"
