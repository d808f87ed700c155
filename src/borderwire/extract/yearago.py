"""What comes back every few years, told with its year and again with the time since: "kém mức của cuộc bầu cử năm 2015
... so với cuộc bầu cử cách đây 4 năm"."""

from __future__ import annotations

from borderwire.extract.calendar import YEAR_WORD
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.text import key

_HELD_AGAIN = pairs("bầu cử, tuyển cử, thế vận, vận hội, trưng cầu")
_COMPARED, _COMPARED_BACK = pairs("so với, kém mức, hơn mức, kém so, hơn so, thấp hơn, cao hơn"), 10
_TERMS = range(3, 7)  # years between two votes
_BACK = 5  # tokens of its name before the year, or before the time
_AWAY = key("cách")
_HERE, _AGO, _NO_AGO = key("đây"), key("trước"), keys("khi đó")
_LONGEST = 2  # digits
_AGO_TOLD = "held again, years ago"


def find_ago(doc: Doc, raws: list[RawDate]) -> tuple[RawDate, int] | None:
    """The one year that such a thing is told with, and the years that have passed since it."""
    held = [raw for raw in raws if is_compared(doc, raw)]
    if len({raw.at.year for raw in held}) != 1:
        return None
    counts = years_ago(doc)
    return (held[0], next(iter(counts))) if len(counts) == 1 else None


def is_compared(doc: Doc, raw: RawDate) -> bool:
    """ "kém mức của cuộc bầu cử năm 2015": the vote of that year is the older one, and another is told of."""
    if raw.form != "year" or not raw.at.year or not _HELD_AGAIN.among(doc.before(raw.start, _BACK)):
        return False
    return bool(years_ago(doc)) and _COMPARED.among(doc.before(raw.start, _COMPARED_BACK))


def years_ago(doc: Doc) -> set[int]:
    """The numbers of years that are told to have passed since such a thing."""
    counts: set[int] | None = doc.memo.get(_AGO_TOLD)
    if counts is None:
        counts = doc.memo[_AGO_TOLD] = {int(doc.words[at]) for at in doc.digits if _counts_from_it(doc, at)}
    return counts


def _counts_from_it(doc: Doc, at: int) -> bool:
    """ "cuộc bầu cử (quốc hội) cách đây | 4 năm", "cuộc bầu cử | 4 năm trước"."""
    row = doc.keys
    if row[at + 1 : at + 2] != [YEAR_WORD] or len(doc.words[at]) > _LONGEST or int(doc.words[at]) not in _TERMS:
        return False
    if row[max(0, at - 2) : at] == [_AWAY, _HERE]:
        return _HELD_AGAIN.among(doc.before(at - 2, _BACK))
    ago = row[at + 2 : at + 3] == [_AGO] and _NO_AGO.isdisjoint(row[at + 3 : at + 4])
    return ago and _HELD_AGAIN.among(doc.before(at, _BACK))
