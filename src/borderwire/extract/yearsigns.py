"""Whether a thing that a paper dates belongs to the story it tells, or to what lies behind it.

What is told as closely as "cuối tháng 4-2018" had mostly come to pass within a year; what goes with "khi đó", with a
founding or a project may be of any time. Each sign multiplies the likelihood that the thing lies in the year before.
The factors were fitted together, by the conditional likelihood of the year, on 6,500 texts of 2017 whose year was
hidden and 1,050 annotated ones; then rounded.
"""

from __future__ import annotations

from borderwire.extract.calendar import MONTH_WORD
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.extract.yearsetting import INQUIRY, Setting
from borderwire.text import key

YEAR_BEFORE = 330  # days before the event that a sign speaks of: what is older may be of any year
FACTORS: dict[str, float] = {
    "part-of-month": 2.4,
    "bare-month": 0.55,
    "span": 0.3,
    "before-that": 2.7,
    "goes-on": 2.0,
    "sitting": 2.6,
    "inquiry": 1.8,
    "told": 1.6,
    "new": 2.5,
    "then": 0.4,
    "lasting": 0.65,
}
# Kinds of dates that say by themselves how near they are, or that lie ahead.
_OWN = frozenset(
    [
        *("same-day", "in-force", "from-first", "from-now", "planned", "planned-month", "completion"),
        *("next-meeting", "to-date", "birth"),
    ]
)
_REACH = 60  # tokens of the sentence on either side
_NEAR = 12  # tokens on either side that a lasting thing stands in
_NEWLY_BACK = 8  # tokens before the date
_PARTS, _IN, _NEWLY = keys("đầu giữa cuối"), key("vào"), keys("mới vừa")
_ANOTHER = pairs("đoàn khác, vụ khác, người khác, cùng loại, tương tự")  # like the event, but not of its story
_SITTING = pairs("phiên tòa, phiên xử, xét xử, sơ thẩm")
_TOLD = pairs("cho biết, công bố, báo cáo, thông báo, đề nghị, yêu cầu, kiến nghị")
_THEN = pairs("khi đó, lúc đó, bấy giờ")
_FOUNDED = pairs(
    "thành lập, khởi công, khánh thành, ra đời, chào đời, sinh ra, nhập ngũ, tốt nghiệp, bổ nhiệm, kết hôn, năm đó",
    "trước đây, đưa vào",
)
_LASTING = pairs("dự án, quốc hội, hợp đồng")


def nearness(doc: Doc, event: Setting, raw: RawDate, role: Role, kind: str) -> float:
    """The factor by which the signs beside a date make the year before the event more or less likely for it."""
    factor = 1.0
    for sign in signs(doc, event, raw, role, kind):
        factor *= FACTORS[sign]
    return factor


def signs(doc: Doc, event: Setting, raw: RawDate, role: Role, kind: str) -> list[str]:
    """The signs of `FACTORS` that the date has."""
    if kind in _OWN:
        return []
    found = _by_form(doc, event, raw, role)
    return found if kind == "period" else [*found, *_by_words(doc, event, raw)]


def _by_form(doc: Doc, event: Setting, raw: RawDate, role: Role) -> list[str]:
    """Told by how the date is written, and by the days that follow it."""
    found = []
    if raw.form == "month":
        if raw.until is not None:
            found.append("span")  # "từ tháng 3-2015 đến tháng 8-2016"
        elif (word := _word_before(doc, raw)) in _PARTS and not _ANOTHER.among(_sentence(doc, raw)):
            # "đầu tháng 4-2018": 225 of 280 lie within a year before the event, 740 of 1,560 other months
            found.append("part-of-month")
        elif word == _IN:
            found.append("bare-month")  # "vào tháng 4-2018"
    if raw.form == "day" and role.rule == "before-that":
        found.append("before-that")  # "Trước đó, ngày 5/10/2016, ..."
    if event.last_days.get(raw.at.month or 0, -1) > raw.start:
        found.append("goes-on")  # "Ngày 3/9/2016, ... Đến ngày 12/9, ..."
    return found


def _by_words(doc: Doc, event: Setting, raw: RawDate) -> list[str]:
    """Told by the words of its sentence, and by what the text is about."""
    row = _sentence(doc, raw)
    first, last = doc.sentence_of(raw.start)
    found = []
    if event.scene == "trial" and raw.form == "day" and _SITTING.among(row):
        found.append("sitting")
    if event.inquiry or INQUIRY.among(row):
        found.append("inquiry")
    if _TOLD.among(row):
        found.append("told")
    if not _NEWLY.isdisjoint(doc.before(raw.start, _NEWLY_BACK)):
        found.append("new")
    if _THEN.among(row):
        found.append("then")
    if _LASTING.among(row) or _FOUNDED.among(doc.keys[max(first, raw.start - _NEAR) : min(last, raw.end + _NEAR)]):
        found.append("lasting")
    return found


def _sentence(doc: Doc, raw: RawDate) -> list[str]:
    """Match keys of the date's sentence, at most `_REACH` on either side."""
    first, last = doc.sentence_of(raw.start)
    return doc.keys[max(first, raw.start - _REACH) : min(last, raw.end + _REACH)]


def _word_before(doc: Doc, raw: RawDate) -> str:
    """The word before "tháng 4-2018"."""
    before = doc.before(raw.start, 2)
    if before and before[-1] == MONTH_WORD:
        before.pop()
    return before[-1] if before else ""
