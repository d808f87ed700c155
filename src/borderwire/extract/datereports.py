"""Days on which somebody told of what had been done, beside the days on which it was done."""

from __future__ import annotations

from borderwire.extract.daterole import Role
from borderwire.extract.daterow import RawDate
from borderwire.extract.daysapart import FRESH, days_back
from borderwire.extract.doc import Doc
from borderwire.extract.position import Layout
from borderwire.extract.telling import deeds_told, first_verb, tells_same_deed, tells_statement
from borderwire.extract.words import has_pair, pairs
from borderwire.text import key

DEED = 4.0  # weight of a deed beside the day on which it was told
OTHER = 7.0  # what it costs to be told of another event than the news
OPENING = 3  # sentences in which the news is told
VERB_REACH = 45  # tokens after a day that may hold its verb
_LIST_REACH = 3 * VERB_REACH
_SOON, _CASE_BACK = 5, 16  # tokens from "vừa" to the arrest, and from the case to its day
_IN_DETAIL_WEIGHT = 6.0
_SAME, _ALSO = (key("cùng"), key("ngày")), key("cũng")
_DEALT_WITH = pairs(
    "bắt giữ, bắt giam, bắt tạm, bắt khẩn, bắt được, tạm giữ, tạm giam, khởi tố, truy nã, truy bắt, truy tìm, điều tra",
    "xác minh, làm rõ, di lý, đầu thú, bàn giao",
)
_NEWS_ITSELF = frozenset(["arrest", "handover", "gift", "meeting"])
_JUST, _CATCH = key("vừa"), key("bắt")
_BEING, _INVESTIGATE = key("đang"), pairs("điều tra, truy bắt, truy tìm, truy xét, xác minh, làm rõ")
_ARREST = pairs("bắt quả, bắt giữ, bắt được, phát hiện, thu giữ, bắt gọn, bắt một, bắt hai, bắt 1, bắt 2, bắt 3")
_CASE, _FOUND = pairs("sự việc, vụ việc, vụ bắt, vụ vận, vụ án"), pairs("phát hiện, bắt giữ, bắt quả")


def beside_report(doc: Doc, raw: RawDate, role: Role, report: RawDate, layout: Layout) -> float:
    """News is of the days before it is told: "Ngày 14/11, đơn vị cho biết ... Trước đó, ngày 12/11, ... đã trao"."""
    back = days_back(report.at, raw.at)
    if role.dates in ("event", "earlier") and back > FRESH and _is_case_of_old(doc, report, raw):
        return -2 * OTHER
    if role.rule == "before-that" and 0 < back <= 2 * FRESH and _tells_arrest_again(doc, report, raw):
        return DEED
    if role.rule == "before-that" and 0 < back <= FRESH:
        last = min(doc.sentence_of(raw.start)[1], raw.end + VERB_REACH)
        verb, _ = first_verb(doc, raw.end, last)
        if verb == "" and _CATCH in doc.keys[report.end : report.end + VERB_REACH]:
            # past the units that took part: "Trước đó, ngày 10-5, tại A, Phòng B, Đồn C, ... bắt 3 người"
            far = doc.keys[last : min(doc.sentence_of(raw.start)[1], raw.end + _LIST_REACH)]
            verb = "event" if _CATCH in far else ""
        if verb == "" and _is_investigated(doc, report):
            return DEED
        if verb != "event" or _ALSO in doc.keys[raw.end : last]:
            return 0.0
        return DEED if tells_same_deed(doc, report.end, raw.end) else -OTHER
    if role.dates == "event" and 0 < back <= FRESH and raw.at.year and _tells_arrest_again(doc, report, raw):
        return 2 * DEED  # which makes up for the year that the report goes without
    late = layout.rank(raw.start) > OPENING and tells_statement(doc, report.end)  # which is the news
    return -DEED if role.dates == "event" and (back > 3 * FRESH or late) else 0.0


def _is_case_of_old(doc: Doc, report: RawDate, raw: RawDate) -> bool:
    """ "Ngày 7/6, công an cho biết vừa bắt A. ... Chiều 25/5, A nổ súng": the news is what was done about it since."""
    if raw.form != "day" or raw.until is not None or raw.at.year is not None:
        return False
    told = doc.keys[report.end : min(doc.sentence_of(report.start)[1], report.end + VERB_REACH)]
    return _DEALT_WITH.among(told) and deeds_told(doc, raw.end).isdisjoint(_NEWS_ITSELF)


def _tells_arrest_again(doc: Doc, report: RawDate, raw: RawDate) -> bool:
    """ "Ngày 21/6, đồn cho biết vừa bắt giữ A. Trước đó, 16h30 | ngày 20/6, A đang đi xe máy. Khi đến B thì A bị phát
    hiện": the arrest that the report tells, be it in the sentence after the day's."""
    if deeds_told(doc, report.end) != {"arrest"}:
        return False
    behind = doc.sentence_of(raw.start)[1]
    done = deeds_told(doc, raw.end)
    if not done and behind < len(doc) and doc.block[behind] == doc.block[raw.start]:
        done = deeds_told(doc, behind)
    return done == {"arrest"} and _ALSO not in doc.keys[raw.end : min(behind, raw.end + VERB_REACH)]


def _is_investigated(doc: Doc, report: RawDate) -> bool:
    """ "Công an huyện cho biết | đang điều tra làm rõ hành vi của A": what is told is the act of before."""
    told = doc.keys[report.end : min(doc.sentence_of(report.start)[1], report.end + VERB_REACH)]
    return any(word == _BEING and _INVESTIGATE.among(told[at : at + _SOON]) for at, word in enumerate(told))


def told_in_detail(doc: Doc, raw: RawDate, role: Role, reports: list[RawDate]) -> float:
    """What speaks for a day on which was done what one of the reports says has just been done."""
    return _IN_DETAIL_WEIGHT if role.dates == "event" and any(_gives_day(doc, one, raw) for one in reports) else 0.0


def _gives_day(doc: Doc, report: RawDate, raw: RawDate) -> bool:
    """ "Chiều 14.1, đồn thông tin vừa bắt quả tang ... Sự việc được phát hiện lúc 16 giờ | ngày 13.1": the arrest that
    the report just told, with its day."""
    if not 0 < days_back(report.at, raw.at) <= FRESH or doc.sentence[raw.start] == doc.sentence[report.start]:
        return False
    told = doc.keys[report.end : min(doc.sentence_of(report.start)[1], report.end + VERB_REACH)]
    arrested = any(word == _JUST and _ARREST.among(told[at : at + _SOON]) for at, word in enumerate(told))
    before = doc.keys[max(doc.sentence_of(raw.start)[0], raw.start - _CASE_BACK) : raw.start]
    return arrested and _CASE.among(before) and _FOUND.among(before)


def on_that_day(doc: Doc, raw: RawDate) -> bool:
    """ "Chiều 2/6, đồn trưởng cho hay tai nạn xảy ra khoảng 5h sáng cùng ngày": the deed is of that day."""
    last = min(doc.sentence_of(raw.start)[1], raw.end + 2 * VERB_REACH)
    return has_pair(doc.keys[raw.end : last], _SAME)
