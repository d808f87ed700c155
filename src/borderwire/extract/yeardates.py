"""What a date that has its year is said of: how far from the event it may lie is a row of `yearodds.DATES`."""

from __future__ import annotations

from borderwire.extract.datecues import Role
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import has_pair, keys, pairs
from borderwire.extract.yearcues import INQUIRY
from borderwire.text import key

ANNOUNCED = "announced"  # the event is a meeting with the press
COURT = frozenset(["trial", "appeal"])
_COMPLETED, _COMPLETED_BACK = pairs("hoàn thành, đưa vào, vận hành, thông xe"), 10
_FOUNDED, _FOUNDED_BACK = pairs("thành lập, khởi công, khánh thành, ra đời, hoàn thành, sử dụng"), 5
_CAREER, _CAREER_REACH = pairs("được bầu, bổ nhiệm, giữ chức, đắc cử, tốt nghiệp, kết hôn, phê chuẩn"), 12
_IN_FORCE = pairs("hiệu lực, áp dụng, thi hành")
_OF_MONTHS = {"day": "month", "planned": "planned-month"}
_COUNTED_TO = [key("tính"), key("đến")]  # "Tính đến tháng 12/2017": how things stood shortly before
_CARRIED, _CARRIED_BACK = (key("thực"), key("hiện")), 30
_BEFORE_CARRIED = keys("việc quả năm tháng tục sau")
_NUMBERED_BACK = 50  # tokens of a sentence before its date that may number the meeting
_ORDINAL = (key("lần"), key("thứ"))
_AGO = frozenset(["since", "document"])
# "Đầu tháng 12/2023, một đoàn cùng loại đã qua đây": another event of the kind, told beside this one.
_ANOTHER = pairs("cùng loại, tương tự, vụ khác, lần khác, đoàn khác, cuộc khác, chuyến khác, nhóm khác")
_DATE_KINDS = {
    "document": "document",
    "planned": "planned",
    "event": "day",
    "report": "day",
    "earlier": "day",
    "period": "period",
}


def _kind_by_words(doc: Doc, raw: RawDate, kind: str) -> str | None:
    """The same where words before the date or in its sentence tell it."""
    if doc.keys[max(0, raw.start - 2) : raw.start] == _COUNTED_TO:
        return "period"
    if kind == "day" and _FOUNDED.among(doc.keys[max(0, raw.start - _FOUNDED_BACK) : raw.start]):
        return "since"  # "Trạm được khởi công ngày 19/5/2013": the thing is there since
    sentence = doc.sentence_of(raw.start)
    if _IN_FORCE.among(doc.keys[max(sentence[0], raw.start - _FOUNDED_BACK) : raw.start]):
        return "in-force"
    if kind == "day" and _tells_other(doc, raw, sentence):
        return "since"
    if kind in _AGO and INQUIRY.among(doc.keys[slice(*sentence)]):
        return "inquiry"  # "Từ tháng 5-2017, qua công tác trinh sát, phòng lập chuyên án"
    return "carried-out" if kind == "document" and _is_carried_out(doc, raw) else None


def _tells_other(doc: Doc, raw: RawDate, sentence: tuple[int, int]) -> bool:
    """ "Tháng 5/2013, ông được bầu vào ..."; another event of the kind."""
    row = doc.keys[slice(*sentence)]
    if _ANOTHER.among(row):
        return True
    return _CAREER.among(row) and _CAREER.among(doc.keys[raw.start : min(sentence[1], raw.end + _CAREER_REACH)])


def kind_of_date(doc: Doc, day: Day, raw: RawDate, role: Role, setting: str | None) -> str:
    """The row of `yearodds.DATES` that tells how far from the event such a date lies."""
    kind = _DATE_KINDS.get(role.dates, "since")
    ahead = (raw.at.month or 0, raw.at.day or 32) > (day.month or 0, day.day or 0)
    if setting == ANNOUNCED and kind == "day" and ahead:
        return "planned"
    if role.rule == "up-to":
        return "period"
    numbered = kind in ("planned", "document", "day") and is_numbered(doc, raw)
    special = _kind_by_words(doc, raw, kind)
    if special is not None:
        return special
    if numbered and kind == "day" and day.day:
        kind = "day" if (raw.at.month, raw.at.day) == (day.month, day.day) else "numbered-day"
    elif role.rule in ("ordinal-meeting", "older-meeting") or (numbered and kind == "document"):
        kind = "meeting"
    elif numbered and kind == "planned":
        kind = "next-meeting"
    elif setting in COURT and kind in ("day", "planned", "period"):
        kind = setting
    elif role.rule == "before-that" and raw.form == "month":
        kind = "story"
    elif role.rule == "limit" or (kind == "planned" and _is_finished_then(doc, raw)):
        kind = "completion"
    elif raw.form in ("month", "quarter") and kind in _OF_MONTHS:
        kind = _OF_MONTHS[kind]
    return kind


def _is_finished_then(doc: Doc, raw: RawDate) -> bool:
    return _COMPLETED.among(doc.keys[max(0, raw.start - _COMPLETED_BACK) : raw.start])


def _is_carried_out(doc: Doc, raw: RawDate) -> bool:
    """ "Thực hiện Biên bản ký ngày 18/9/2013": it was signed some time ago."""
    begin = doc.sentence_of(raw.start)[0]
    row = doc.keys
    for at in range(max(begin, raw.start - _CARRIED_BACK), raw.start - 1):
        if (row[at], row[at + 1]) == _CARRIED:
            # not "Nghị định thư thực hiện Hiệp định"
            return at == begin or doc.shapes[at - 1] == "p" or row[at - 1] in _BEFORE_CARRIED
    return False


def is_numbered(doc: Doc, raw: RawDate) -> bool:
    """The sentence speaks of a numbered meeting before it comes to the date."""
    first = max(doc.sentence_of(raw.start)[0], raw.start - _NUMBERED_BACK)
    return has_pair(doc.keys[first : raw.start], _ORDINAL)
