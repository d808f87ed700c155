"""Which words a reason quotes for a year: the phrase that the year belongs to, from its head or its clause on.

"năm 2025" alone says little; "nhiệm vụ trọng tâm năm 2025" says why it counts. The quotation begins with the document,
the meeting or the task that the year closes, with a short clause as a whole, or else with the expression of time.
"""

from __future__ import annotations

from borderwire.errors import Span
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.text import key

_BACK = 12  # tokens before the year that its phrase may have
_WHOLE = 6  # tokens that a clause may have to be quoted from its beginning
_STOPS = frozenset(".,;:!?…()[]\"“”'–—-|•")
_HEADS = pairs(
    "nhiệm vụ, phương hướng, kế hoạch, chương trình, mục tiêu, kết quả, tình hình, so với, cùng kỳ, hội nghị, hội đàm",
    "giao ban, kỳ họp, cuộc họp, đại hội, giai đoạn, mùa khô, năm học, lần thứ, kỷ niệm, tính từ, kể từ, dự kiến",
    "tổng kết, sơ kết, đánh giá, ký ngày, biên bản, thỏa thuận, hiệp định, trước đó",
)
# What an expression of time begins with, right before its day, month or year.
_TIME_WORDS = keys("trong từ đến tới đầu cuối giữa vào hồi khoảng tháng quý sau trước hết ngày sáng chiều tối đêm")
_CAPITALS, _HYPHENS = "UA", "-–"
_HALF = key("tháng")  # "6 tháng đầu năm 2025"
_AGAINST = key("chống")  # "phòng, chống": a comma inside of a compound


def quote(doc: Doc, raw: RawDate) -> tuple[str, Span]:
    """The phrase that names the year, in quotation marks, and where it stands."""
    span = doc.span(_begin(doc, raw), raw.end)
    return f"“{doc.text[span[0] : span[1]]}”", span


def _begin(doc: Doc, raw: RawDate) -> int:
    floor = max(doc.sentence_of(raw.start)[0], raw.start - _BACK)
    at = raw.start
    while at > floor and not _parts(doc, at - 1):
        at -= 1
        if at + 1 < raw.start and _is_head(doc, at):
            return _widened(doc, at, doc.sentence_of(at)[0])
    opens = at == doc.sentence_of(raw.start)[0] or (at > 0 and _parts(doc, at - 1))
    if opens and raw.start - at <= _WHOLE:
        return at
    begins = _name_begins if raw.form == "named-year" else _time_begins
    return begins(doc, raw.start, at)


def _parts(doc: Doc, index: int) -> bool:
    """A sign that parts phrases, or another year; not the comma of "phòng, chống", nor a sign inside of a number."""
    if doc.words[index] not in _STOPS:
        return len(doc.words[index]) == 4 and doc.shapes[index] == "d"
    after = index + 1
    if doc.keys[after] == _AGAINST and doc.words[index] == ",":
        return False
    return not (doc.glued(index) and doc.glued(after))


def _is_head(doc: Doc, at: int) -> bool:
    if (doc.keys[at], doc.keys[at + 1]) in _HEADS:
        return True
    hit = doc.hit_at.get(at)
    return hit is not None and (hit.of("document") is not None or hit.of("event") is not None)


def _widened(doc: Doc, at: int, floor: int) -> int:
    """With the head of the head: "Hội nghị | giao ban", "Hội đàm | lần thứ"."""
    while at - 2 >= floor and not _parts(doc, at - 1) and _is_head(doc, at - 2):
        at -= 2
    return at


def _time_begins(doc: Doc, start: int, floor: int) -> int:
    """ "trong năm 2024", "vào cuối năm 2026", "6 tháng đầu năm 2025": the expression of time itself."""
    at = start
    while at > floor and doc.keys[at - 1] in _TIME_WORDS:
        at -= 1
    return at - 1 if at > floor and doc.keys[at] == _HALF and doc.shapes[at - 1] == "d" else at


def _name_begins(doc: Doc, start: int, floor: int) -> int:
    """ "Cúp Sông Mây 2018", "Hoa-Ban 2019": the capitalised words that the year closes."""
    at = start
    while at > floor and (doc.shapes[at - 1] in _CAPITALS or (at < start and doc.words[at - 1] in _HYPHENS)):
        at -= 1
    return at
