"""Years in the name of something of which the text says on which days it is held."""

from __future__ import annotations

from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.text import key

_HELD = pairs("tổ chức, diễn ra, khai mạc, bế mạc, khởi tranh")
_AUXILIARIES = keys("được sẽ đã đang vừa chính thức dự kiến")
_BY, _LONGEST_HOST = key("do"), 12
_LONGEST_ASIDE = 12  # tokens in brackets behind the year
_DAY_REACH = 6  # tokens between "diễn ra" and the day
_DAY_WORDS, _TODAY, _WILL = keys("ngày sáng chiều tối trưa từ hôm"), keys("sáng chiều tối trưa"), key("sẽ")
_BACK = 16  # tokens of the name
_SUMMED = pairs("tổng kết, sơ kết, kết quả, kiểm điểm, đánh giá, nhiệm vụ, kế hoạch, phương hướng")


def is_held_on(doc: Doc, raw: RawDate) -> bool:
    """ "Diễn tập cứu nạn năm | 2013 (gọi tắt là A), được tổ chức sáng 23-10", "Cúp A | 2013 do Liên đoàn B tổ chức sẽ
    diễn ra từ ngày 2-10/11": the year of these days; not "hội nghị tổng kết năm 2023 diễn ra sáng 5/1"."""
    last = doc.sentence_of(raw.start)[1]
    if _SUMMED.among(doc.keys[max(doc.sentence_of(raw.start)[0], raw.start - _BACK) : raw.start]):
        return False
    first = at = _past_host(doc, _past_aside(doc, raw.end, last), last)
    while at < last and doc.keys[at] in _AUXILIARIES:
        at += 1
    if tuple(doc.keys[at : at + 2]) not in _HELD:
        return False
    at = min(at + 2, last)
    # of the news, not "diễn ra từ ngày 9 đến 20-7", which may have been last year
    fresh = _DAY_WORDS if _WILL in doc.keys[first:at] else _TODAY
    words = [step for step in range(at, min(at + _DAY_REACH, last)) if doc.keys[step] in fresh]
    return any(doc.shapes[step + 1 : step + 3] == ["d", "p"] for step in words)


def _past_aside(doc: Doc, at: int, last: int) -> int:
    """Past brackets and a comma."""
    if at < last and doc.words[at] == "(":
        close = (step + 1 for step in range(at, min(at + _LONGEST_ASIDE, last)) if doc.words[step] == ")")
        at = next(close, at)
    return at + (doc.words[at : at + 1] == [","])


def _past_host(doc: Doc, at: int, last: int) -> int:
    """Past "do Liên đoàn A tổ chức"."""
    if doc.keys[at : at + 1] != [_BY]:
        return at
    return next(
        (step + 2 for step in range(at, min(at + _LONGEST_HOST, last)) if tuple(doc.keys[step : step + 2]) in _HELD),
        at,
    )
