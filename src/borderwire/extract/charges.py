"""Reports that somebody is charged or wanted: the news is the decision, the deed lies days or months before."""

from __future__ import annotations

from borderwire.extract.dateage import days_before
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.daysapart import FRESH, days_back
from borderwire.extract.doc import Doc
from borderwire.extract.position import lay_out
from borderwire.extract.telling import deeds_told, tells_arrest
from borderwire.extract.words import keys, pairs
from borderwire.text import key

_CHARGED = pairs("khởi tố, truy tố, bắt tạm")  # "Trại tạm giam" is a body
# "Truy nã A", "phát lệnh truy nã", "ra quyết định truy nã"; "nghi phạm bị truy nã" tells who it is.
_WANTED, _ORDERED, _ISSUED, _DECIDED = pairs("truy nã"), pairs("phát lệnh"), pairs("ra quyết"), pairs("định truy")
_CASE, _OF_COURT, _OCCURRED = key("vụ"), keys("án việc"), pairs("xảy ra")
_CAUSED = pairs("gây tai, gây ra, gây án, gây thương")
_DEED_COST = 14.0  # what it costs a day to be the deed's where the news is the charge
_REACH = 60  # tokens on either side of a day that tell what was done on it
_TOP = 8  # sentences among which the lead is
_MEMO, _HEADLINE_MEMO = "charge", "charge-headline"


def before_charge(doc: Doc, raw: RawDate, role: Role, stamp: Day, reports: list[RawDate]) -> float:
    """What it costs a day that it tells of the deed and not of the charge: one more than a few before the page's stamp,
    or before the day on which the charge is reported.

    "Công an huyện vừa khởi tố bị can A. Khoảng 16h ngày 9/5, A lẻn vào nhà B", printed on 25/5. "Khởi tố A. Chiều 7/7,
    Công an tỉnh cho biết đã khởi tố bị can A. Tối 3/7, A ..."."""
    if role.dates not in ("event", "earlier") or raw.form != "day" or not _reports_charge(doc):
        return 0.0
    same_year = raw.at.year is None or raw.at.year == stamp.year
    told = same_year and _is_before_report(doc, raw, reports)
    if same_year and not told and not days_before(stamp, raw.at) > FRESH:
        return 0.0
    if role.rule == "before-that":
        return _DEED_COST  # "Trước đó, ngày 16/6, ... khởi tố vụ án": no news either
    first, last = doc.sentence_of(raw.start)
    begin = max(first, raw.start - _REACH)
    near = _charges(doc, begin, min(last, raw.end + _REACH)) and not _names_case(doc, begin, raw.start)
    own = near or not deeds_told(doc, raw.end) <= {"arrest"}  # a meeting is no deed of theirs
    return 0.0 if own else _DEED_COST


def _is_before_report(doc: Doc, raw: RawDate, reports: list[RawDate]) -> bool:
    """The headline tells of the charge, and a report of some days later does, too."""
    if not _headline_charges(doc):
        return False
    return any(
        days_back(report.at, raw.at) > 0
        and _charges(doc, report.end, min(doc.sentence_of(report.start)[1], report.end + 2 * _REACH))
        for report in reports
    )


def _names_case(doc: Doc, begin: int, day: int) -> bool:
    """ "khởi tố bị can A trong vụ tai nạn ở bản Pu vào | ngày 29/6", "khởi tố lái xe gây tai nạn hôm
    | 29/6": the day of what the charge is for."""
    row = doc.keys[begin:day]
    for at in range(len(row) - 2, 0, -1):
        if (row[at], row[at + 1]) in _CAUSED and _charges(doc, begin, begin + at):
            return True
        if row[at] == _CASE and (row[at + 1] not in _OF_COURT or _OCCURRED.among(row[at:])):
            return _charges(doc, begin, begin + at)
    return False


def _headline_charges(doc: Doc) -> bool:
    told: bool | None = doc.memo.get(_HEADLINE_MEMO)
    if told is None:
        told = doc.memo[_HEADLINE_MEMO] = _charges(doc, 0, doc.sentence_of(0)[1])
    return told


def _reports_charge(doc: Doc) -> bool:
    """The headline tells of a charge: "Khởi tố ...", "Truy nã ..."; or the lead, where no arrest is in the headline."""
    told: bool | None = doc.memo.get(_MEMO)
    if told is None:
        told = _headline_charges(doc)
        if not told and not tells_arrest(doc, 0):
            told = any(_charges(doc, *doc.sentence_of(start)) for start in _lead(doc))
        doc.memo[_MEMO] = told
    return told


def _lead(doc: Doc) -> list[int]:
    """Where the stamp and the first sentence of running text begin."""
    layout = lay_out(doc)
    return [start for start in doc.sentence_starts[1:_TOP] if start < len(doc) and layout.rank(start) == 1]


def _charges(doc: Doc, first: int, last: int) -> bool:
    row = doc.keys[first:last]
    return (
        _CHARGED.among(row)
        or _WANTED.among(row[:2])
        or _ORDERED.among(row)
        or (_ISSUED.among(row) and _DECIDED.among(row))
    )
