"""How something is told of a day: as what happened, as somebody's report of it, or as a plan."""

from __future__ import annotations

from itertools import pairwise

from borderwire.extract.calendar import DAY_CUES, MONTH_WORD
from borderwire.extract.doc import Doc
from borderwire.extract.phrases import DASHES
from borderwire.extract.words import Phrase, has_pair, keys, pairs, phrases
from borderwire.text import key

_CLOSING = frozenset('"”»')
_WILL = key("sẽ")
_SHARED = (key("chia"), _WILL)  # "chia sẽ", a misspelling of "chia sẻ"
_TENSES = keys("sẽ đã vừa đang")
_CEREMONY_REACH = 30  # tokens after a day that may tell of a ceremony
_HELD, _CEREMONIES = pairs("diễn ra, tổ chức"), keys("lễ hội buổi cuộc")
_LONG_BACK = 60  # tokens of a sentence before a date that may hold its tense
_PLAN_PAIRS = pairs("dự kiến, trước ngày, chậm nhất, đến hết")
_UP_TO = (key("đến"), key("hết"))
_COMING = key("tới")
_AFTER_COMING = keys("đây tại ở sẽ của nhằm để do")
# A verb that tells of the event itself, as against one that tells who reported it.
REPORT_PAIRS = pairs(
    "cho biết, cho hay, xác nhận, thông tin, nguồn tin, tin từ, trao đổi, trò chuyện, cung cấp",
    "thông báo, báo cáo, khẳng định, đưa tin, dẫn tin, dẫn nguồn",
)
EVENT_PAIRS = pairs(
    "tổ chức, diễn ra, hội đàm, ký kết, trao tặng, bắt giữ, bắt quả, phát hiện, phối hợp, chủ trì",
    "tiến hành, khai mạc, khánh thành, xảy ra, bàn giao, trao trả, tiếp nhận, thăm và, có buổi",
    "đưa ra, mở phiên, triển khai, gặp gỡ, hội kiến, làm việc, khởi công, khai giảng, bế mạc, ra mắt",
    "ra quân, kiểm tra, tuần tra, bị bắt, triệt phá, thu giữ",
)
# "Cục Thống kê và Công nghệ thông tin", "cổng thông tin": nobody tells anything
_INFORMS, _GATE, _OF_INFORMATION = (key("thông"), key("tin")), key("cổng"), keys("cổng trang mạng nhận")
_OF_INFORMATION_PAIRS = pairs("công nghệ, hệ thống, an toàn, nhận được")
_STATED = pairs("khẳng định, phỏng vấn, phát biểu, tuyên bố, nhấn mạnh")
_NOW_GOES_ON, _GOES_ON_REACH = key("đang"), 7  # "cơ quan chức năng đang (khẩn trương tiến hành) điều tra"
_INQUIRIES = pairs("điều tra, xác minh, làm rõ, truy bắt, truy tìm, khám nghiệm")
_EVENT_WORDS = keys("đã tiếp dự trao ký đến tặng bắt thăm đón tuyên xử")


_TELLING = frozenset(first for first, _ in REPORT_PAIRS.rows | EVENT_PAIRS.rows) | _EVENT_WORDS | {_WILL, _NOW_GOES_ON}


_DEEDS: dict[Phrase, str] = {
    **dict.fromkeys(phrases("bàn giao, trao trả, tiếp nhận, giao nhận"), "handover"),
    **dict.fromkeys(
        phrases(
            "bắt giữ, bắt quả, phát hiện, thu giữ, bị bắt, triệt phá, tạm giữ, phá thành, ngăn chặn, vây bắt, bao vây"
        ),
        "arrest",
    ),
    **dict.fromkeys(phrases("trao tặng, tặng quà, hỗ trợ, thăm hỏi, trao quà"), "gift"),
    **dict.fromkeys(phrases("hội đàm, giao ban, ký kết, hội nghị"), "meeting"),
}


def first_verb(doc: Doc, start: int, last: int) -> tuple[str, str]:
    """The first word after the date that tells of an event, a report or a plan."""
    row = doc.keys[start:last]
    if _TELLING.isdisjoint(row):
        return "", ""
    for index, word in [(at, word) for at, word in enumerate(row, start) if word in _TELLING]:
        if word == _WILL:
            return "will", doc.words[index]
        if word == _NOW_GOES_ON:
            if _INQUIRIES.among(doc.keys[index : min(last, index + _GOES_ON_REACH)]):
                return "report", doc.words[index]
            continue
        pair = (word, doc.keys[index + 1]) if index + 1 < last else (word, "")
        if pair == _INFORMS and _is_information(doc, index):
            continue
        if pair in REPORT_PAIRS:
            return "report", doc.slice(index, index + 2)
        if pair in EVENT_PAIRS:
            return "event", doc.slice(index, index + 2)
        if word in _EVENT_WORDS:
            return "event", doc.words[index]
    return "", ""


def _is_information(doc: Doc, at: int) -> bool:
    """ "Công nghệ | thông tin", "cổng | thông tin", "nhận được | thông tin"; not "Đại tá Lê An Toàn | thông tin"."""
    if at < 2 or doc.shapes[at - 1] == "U":
        return at > 0 and doc.keys[at - 1] == _GATE
    return doc.keys[at - 1] in _OF_INFORMATION or (doc.keys[at - 2], doc.keys[at - 1]) in _OF_INFORMATION_PAIRS


def tells_same_deed(doc: Doc, report: int, deed: int) -> bool:
    """Whether the sentences that hold the two tokens can tell of one deed: an arrest is no handover.

    Only where both name a deed whose class is known, and no class is named by both, they cannot."""
    told, done = deeds_told(doc, report), deeds_told(doc, deed)
    return not told or not done or not told.isdisjoint(done)


def tells_statement(doc: Doc, at: int) -> bool:
    """Whether somebody gives an interview or a speech in the sentence, and names no deed, after the token."""
    last = min(doc.sentence_of(at)[1], at + _LONG_BACK)
    return _STATED.among(doc.keys[at:last]) and not deeds_told(doc, at)


def names_deed(doc: Doc, start: int) -> bool:
    """Whether the sentence names a deed whose class is known, after the token."""
    return bool(deeds_told(doc, start))


def tells_arrest(doc: Doc, start: int) -> bool:
    """Whether the sentence tells, after the token, of an arrest or that something was found."""
    return "arrest" in deeds_told(doc, start)


def tells_ceremony(doc: Doc, start: int) -> bool:
    """ "Trước đó, ngày 26/5, tại huyện bạn đã diễn ra Lễ ...": another ceremony, not the one that the text reports."""
    if start >= len(doc):
        return False  # the text ends with the day
    row = doc.keys[start : min(doc.sentence_of(start)[1], start + _CEREMONY_REACH)]
    held = next((at for at, pair in enumerate(pairwise(row)) if pair in _HELD), None)
    return held is not None and not _CEREMONIES.isdisjoint(row[held + 2 : held + 6])


def deeds_told(doc: Doc, start: int) -> set[str]:
    """The classes of the deeds that the sentence names after the token: arrest, handover, gift, meeting."""
    if start >= len(doc):
        return set()  # the text ends with the day
    row = doc.keys[start : min(doc.sentence_of(start)[1], start + _LONG_BACK)]
    return {_DEEDS[pair] for pair in pairwise(row) if pair in _DEEDS}


def is_plan(phrase: list[str]) -> bool:
    """ "sẽ diễn ra vào ngày ...", "dự kiến ...", before the date."""
    if phrase and phrase[-1] == MONTH_WORD and has_pair(phrase, _UP_TO):
        return False  # "thống kê đến hết 8 tháng năm 2025"
    return (_WILL in phrase and not has_pair(phrase, _SHARED)) or _PLAN_PAIRS.among(phrase)


def begins_anew(doc: Doc, start: int) -> bool:
    """A headline ran into the text: "Sở sẽ cử thợ sang dạy nghề Chiều ngày 6/9/2016, ...", "... ngày 3/3 KTO - Ngày
    24/2, ..."."""
    if not start or not doc.words[start][0].isupper():
        return False
    outlet = start > 1 and doc.words[start - 1] in DASHES and doc.shapes[start - 2] == "A"
    outlet = outlet and (start - 2) not in doc.hit_at  # no "UBND - Chiều 24/2"
    if doc.shapes[start - 1] not in ("l", "U", "A") and not outlet:
        return False
    return doc.sentence[start - 1] == doc.sentence[start] and doc.keys[start] in DAY_CUES


def will_rules(doc: Doc, start: int) -> bool:
    """The last word of tense before the date in its sentence is "sẽ"."""
    first = max(doc.sentence_of(start)[0], start - _LONG_BACK + 1, 0)
    row = doc.keys[_past_quotation(doc, first, start) : start]
    if _WILL not in row or has_pair(row, _SHARED) or begins_anew(doc, start):
        return False
    return [word for word in row if word in _TENSES][-1] == _WILL


def _past_quotation(doc: Doc, first: int, last: int) -> int:
    """Past what somebody said, where a comma closes it: "“..., chúng tôi sẽ ký”, | ông A viết ngày 24/1"."""
    ends = (at for at in range(last - 2, first, -1) if doc.words[at] in _CLOSING and doc.words[at + 1] == ",")
    return next(ends, first)


def is_coming(doc: Doc, at: int) -> bool:
    """ "ngày 15/8 tới, ...", not "ngày 15/8 tới Hà Nội" or "15/8 tới 17/8"."""
    if at >= len(doc.keys) or doc.keys[at] != _COMING:
        return False
    return at + 1 >= len(doc) or doc.shapes[at + 1] == "p" or doc.keys[at + 1] in _AFTER_COMING
