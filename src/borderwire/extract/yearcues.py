"""What a year alone is said of: "nhiệm vụ năm 2025" (a task), "kết quả năm 2024" (under review), "từ đầu năm 2019 đến nay"."""

from __future__ import annotations

from borderwire.extract.calendar import MONTH_WORD, keys
from borderwire.extract.dateforms import RawDate
from borderwire.extract.doc import Doc
from borderwire.text import key

_NOW = key("nay")
_UNTIL = keys("đến", "tới")
_FIRST = key("đầu")
_IN = key("trong")
_FROM = key("từ")
_COUNTED = key("tính")
_SO_WITH = (key("so"), key("với"))
_SAME_PERIOD = (key("cùng"), key("kỳ"))
_TASK = keys("nhiệm", "vụ", "phương", "hướng", "hoạch", "chương", "trình", "trọng", "tâm", "tiêu", "đề", "án")
_REVIEW = keys("quả", "kết", "giá", "sơ", "tổng", "hiện")
_NAMED = keys("niên", "nghị", "đàm", "họp", "hội", "tác", "thuận", "nhớ", "nghĩa", "lào", "nam", "kết", "tập", "huấn", "bản", "kỳ")
_PAST_BEFORE = keys("từ", "sau", "trước", "hồi", "kể", "với", "là")
_POINT_BEFORE = keys("vào", "giữa", "cuối", "hè", "đầu", "quý")
_PLANNING = keys("sẽ", "thống", "phấn", "tiếp", "tập", "nhất", "dự")
_DONE = keys("đã", "đạt", "được", "qua")
_TARGETS = frozenset(
    (key(a), key(b)) for a, b in (("nghị", "sự"), ("bền", "vững"), ("tầm", "nhìn"), ("chiến", "lược"), ("nhiệm", "kỳ"))
)
_LAW = keys("luật", "ước", "pháp")
_BACK, _FORTH = 6, 25


def kind_of_year(doc: Doc, raw: RawDate) -> str:
    """task, named, review, to-date, half-year, same-period, compared, past, point, ahead or plain."""
    row, start = doc.keys, raw.start
    first = _reach_back(doc, start)
    before = row[first:start]
    after = row[raw.end : raw.end + 2]
    last = before[-1] if before else ""
    if any(word in _LAW for word in before[-5:]) or any(pair in _TARGETS for pair in zip(before, before[1:], strict=False)):
        return "past"
    if raw.form == "named-year":
        return _kind_of_name(before)
    if len(after) == 2 and after[0] in _UNTIL and after[1] == _NOW:
        return "to-date" if last == _FIRST else "past"
    if last == _FIRST:
        return _kind_of_beginning(before)
    if _SAME_PERIOD in zip(before, before[1:], strict=False):
        return "same-period"
    if (before[-2:] and tuple(before[-2:]) == _SO_WITH) or tuple(before[-3:-1]) == _SO_WITH:
        return "compared"
    if last in _UNTIL:
        return "ahead"
    if last in _PAST_BEFORE:
        return "past"
    if last in _POINT_BEFORE:
        return "point"
    if last == _IN or not before:
        return _kind_by_verb(doc, raw, before)
    if any(word in _TASK for word in before[-3:]):
        return "task"
    if any(word in _REVIEW for word in before[-2:]):
        return "review"
    return "named" if last in _NAMED else "plain"


def _reach_back(doc: Doc, start: int) -> int:
    first, number = start, doc.sentence[start]
    floor = max(0, start - _BACK)
    while first > floor and doc.sentence[first - 1] == number and doc.words[first - 1] not in ",;:":
        first -= 1
    return first


def _kind_of_name(before: list[str]) -> str:
    if before and before[-1] in _PAST_BEFORE:
        return "past"
    return "task" if any(word in _TASK for word in before[-3:]) else "named"


def _kind_of_beginning(before: list[str]) -> str:
    """"từ đầu năm 2019", "6 tháng đầu năm 2019", "đầu năm 2019"."""
    if MONTH_WORD in before[-4:]:
        return "half-year"
    return "to-date" if _FROM in before[-3:] and _COUNTED in before[-4:] else "point"


def _kind_by_verb(doc: Doc, raw: RawDate, before: list[str]) -> str:
    """"Trong năm 2017, hai bên đã ..." looks back; "Năm 2017, hai bên thống nhất sẽ ..." looks ahead."""
    if any(word in _REVIEW for word in before[-4:]):
        return "review"
    if any(word in _TASK for word in before[-4:]):
        return "task"
    number = doc.sentence[raw.start]
    for index in range(raw.end, min(len(doc), raw.end + _FORTH)):
        if doc.sentence[index] != number:
            break
        word = doc.keys[index]
        if word in _PLANNING:
            return "task"
        if word in _DONE:
            return "review"
    return "review" if _told_before(doc, raw.start) else "plain"


def _told_before(doc: Doc, start: int) -> bool:
    """"Hai bên đã ... trong năm 2017"."""
    index, number = start - 1, doc.sentence[start]
    while index >= 0 and start - index < _FORTH and doc.sentence[index] == number:
        if doc.keys[index] in _DONE:
            return True
        index -= 1
    return False
