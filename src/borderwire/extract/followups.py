"""Headlines that take up a known case: the news is what is done or said about it, the case lies days before.

"Vụ cháy chợ: công an tỉnh lên tiếng", "Nước A yêu cầu giải thích vụ nổ súng ở biên giới". Not "Bắt vụ vận chuyển gỗ",
whose case is the news.
"""

from __future__ import annotations

from borderwire.extract.asides import stands_aside
from borderwire.extract.charges import before_charge
from borderwire.extract.dateage import days_before
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.daysapart import FRESH, days_back
from borderwire.extract.doc import Doc
from borderwire.extract.telling import tells_arrest
from borderwire.extract.words import keys, pairs
from borderwire.text import key

_CASE, _CATCH = key("vụ"), keys("bắt giữ")
_NEAR = 15  # tokens on either side of a day that tell what it is the day of
_COMPOUNDS = keys("nhiệm phục dịch công chức nghiệp nghĩa thương mùa tác sự giáo thời niên nội điệp đặc học")
_TAKEN_UP = pairs(
    "xác định, công bố, lên tiếng, yêu cầu, nói về, nói gì, thông tin, xác nhận, nhận trách, chịu trách, tình tiết",
    "mới nhất, diễn biến, manh mối, lời khai, kết luận, nguyên nhân, bác bỏ, phủ nhận, xử lý, xử nghiêm, chỉ đạo",
    "khởi tố, danh tính, liên quan, triệu tập, phản ứng, lên án, báo cáo, họp báo, đình chỉ, kỷ luật, xin lỗi",
    "khen thưởng, thưởng nóng, trong vụ, về vụ, sau vụ, từ vụ, quanh vụ, truy tố, xét xử, tuyên bố, đề nghị",
)
_COST = 14.0  # as for the deed beside its charge
_LONG_AGO = 60  # days before the news that the case may lie
_HEADLINE = 60  # tokens of the longest headline
_OF_NOW = 2  # days before its stamp that the news may lie


def behind_news(
    doc: Doc, raw: RawDate, role: Role, reports: list[RawDate], news: list[RawDate], stamp: Day | None
) -> float:
    """What it costs a day that it is the one of a deed or a case, and the news is of a later one.

    reports: the first days on which something was said; news: the days on which something is told to have happened or
    been said, in the first sentences."""
    cost = before_charge(doc, raw, role, stamp, reports) if stamp is not None else 0.0
    return cost + _before_follow_up(doc, raw, role, news, stamp)


def _before_follow_up(doc: Doc, raw: RawDate, role: Role, news: list[RawDate], stamp: Day | None) -> float:
    """What it costs a day that it is the known case's, where one of the days of the opening is later, or the page."""
    if role.dates not in ("event", "earlier") or raw.form != "day" or raw.at.year is not None:
        return 0.0
    if not _takes_up_case(doc):
        return 0.0
    old = stamp is not None and days_before(stamp, raw.at) > FRESH
    if not old and not any(_is_later(doc, day, raw, stamp) for day in news):
        return 0.0
    own = tells_arrest(doc, 0) and _tells_catch(doc, raw)  # "Bắt thêm một người trong vụ nổ"
    return 0.0 if own else _COST


def _tells_catch(doc: Doc, raw: RawDate) -> bool:
    """Somebody was caught on that day, which is not the day "trong vụ nổ hôm | 22/5"."""
    begin, last = doc.sentence_of(raw.start)
    if _CASE in doc.keys[max(begin, raw.start - _NEAR) : raw.start]:
        return False
    return not _CATCH.isdisjoint(doc.keys[raw.end : min(last, raw.end + _NEAR)])


def _is_later(doc: Doc, day: RawDate, raw: RawDate, stamp: Day | None) -> bool:
    if day.form != "day" or stands_aside(doc, day.start) or not 0 < days_back(day.at, raw.at) <= _LONG_AGO:
        return False
    return stamp is None or not days_before(stamp, day.at) > _OF_NOW


def _takes_up_case(doc: Doc) -> bool:
    told: bool | None = doc.memo.get("follow-up")
    if told is None:
        told = doc.memo["follow-up"] = bool(len(doc)) and _names_known_case(
            doc.keys[: min(doc.sentence_of(0)[1], _HEADLINE)]
        )
    return told


def _names_known_case(head: list[str]) -> bool:
    """It begins with the case, or says before it what is done about it."""
    for at, word in enumerate(head):
        if word != _CASE or (at and head[at - 1] in _COMPOUNDS):
            continue
        if at == 0 or _TAKEN_UP.among(head[: at + 1]):
            return True
    return False
