"""Whether a sentence tells of a year as done or as to come: "năm 2017, hai bên đã ...", "năm 2018, hai bên sẽ ..."."""

from __future__ import annotations

from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.extract.yearthemes import REVIEW_PAIRS
from borderwire.text import key

AGREED = pairs("thống nhất, nhất trí")
SENTENCE = 50  # tokens of the sentence on either side that may tell what was done or will be
_IN, _WILL, _DONE, _SHARE = (key(word) for word in ("trong", "sẽ", "đã", "chia"))
_SOON = key("sắp")  # "hai nước sắp kỷ niệm 25 năm ký Hiệp ước trong năm 2019"
_ONLY_ONCE = pairs("thành lập, ra đời, khởi công, khánh thành, kết nghĩa, đầu tiên")
_TASK_PAIRS = pairs(
    "nhiệm vụ, phương hướng, kế hoạch, mục tiêu, chương trình, phối hợp, trọng tâm, biện pháp, giải pháp, triển vọng"
)
_PLAN_PAIRS = pairs("tiếp tục, tập trung, thống nhất, nhất trí, dự kiến, phấn đấu, tăng cường, chú trọng, cam kết")
_HELD_ON = keys("dẫn giữ đứng đạt tăng giảm là")  # "Năm 2017, tỉnh tiếp tục dẫn đầu" looks back
_JUDGED = pairs("nhận định, đánh giá")  # "hai bên thống nhất đánh giá": what has been
_RESULT_PAIRS = pairs("đạt được, được giữ, giữ vững, tình hình, lực lượng, phát hiện, bắt giữ, diễn biến")
_DEEDS, _ROUGHLY = keys("bắt giữ thu phá"), keys("hơn gần trên khoảng")
_BODIES = keys("hai ba các bên đơn vị lực lượng công bộ ban tỉnh nước hội phía")
_STILL, _STILL_REACH = key("đang"), 8  # "trong năm 2017, hai nước đang ..."
_ORDINAL = (key("lần"), key("thứ"))
_ONCE = key("từng")  # "từng gặp nhau trong năm 2016"
_JOINT_WORK = (key("phối"), key("hợp"))
_EXPECTED, _EXPECTED_BACK, _WILL_FORTH = pairs("dự kiến, dự định, phấn đấu"), 6, 8  # tokens before and behind the year


def kind_by_sentence(doc: Doc, raw: RawDate) -> str:
    """ "Trong năm 2017, hai bên đã ..." looks back; "hai bên thống nhất ... trong năm 2018" looks ahead."""
    first, last = doc.sentence_of(raw.start)
    row = doc.keys
    end = min(last, raw.end + SENTENCE) - 1
    if raw.start - 1 > first and row[raw.start - 1] == _IN and doc.words[raw.start - 2] == ",":
        told = _by_what_follows(doc, raw, end)  # "Theo thỏa thuận đã ký, trong năm 2015 hai bên sẽ ..."
        if told != "plain":
            return told
    ahead = _planned(doc, raw)
    together = False  # "phối hợp" is a task, or what is reviewed: "kiểm điểm công tác phối hợp trong năm 2016"
    for index in range(raw.start - 1, max(first, raw.start - SENTENCE) - 1, -1):
        pair = (row[index], row[index + 1])
        if pair == _JOINT_WORK:
            together = True
        elif pair in _TASK_PAIRS or pair in AGREED:
            judged = pair in AGREED and tuple(row[index + 2 : index + 4]) in _JUDGED
            return "review" if judged else "task"
        if row[index] == _WILL and row[index - 1] != _SHARE:
            return ahead
        if row[index] == _SOON:
            return "planned"
        if row[index] == _ONCE:
            return "past"
        if pair in REVIEW_PAIRS or row[index] == _DONE:
            return "review"
    if _STILL in row[raw.end : min(last, raw.end + _STILL_REACH)]:
        return "current"
    return "task" if together else _by_what_follows(doc, raw, end)


def _by_what_follows(doc: Doc, raw: RawDate, end: int) -> str:
    """ "Năm 2018, hai bên tiếp tục ..." looks ahead, "Năm 2018, lực lượng đã ..." back; up to token `end`."""
    row = doc.keys
    for index in range(raw.end, end):
        pair = (row[index], row[index + 1])
        if pair == _ORDINAL:
            return "plain"  # "lần thứ V - năm 2009 về Đảo Xa và lần thứ VI này sẽ ...": told of the next one
        if row[index] == _WILL:
            return _planned(doc, raw)
        if row[index] == _ONCE:
            return "since-year"  # "Năm 2009, bản từng hứng chịu một trận lũ"
        if pair in _PLAN_PAIRS and _told_of_bodies(row, raw.end) and _HELD_ON.isdisjoint(row[index + 2 : index + 3]):
            return "task"
        if row[index] == _DONE or pair in _RESULT_PAIRS or _counts_deeds(doc, index):
            return "since-year" if _ONLY_ONCE.among(row[raw.end : end + 1]) else "review"
    return "plain"


def _counts_deeds(doc: Doc, at: int) -> bool:
    """ "bắt | 16 vụ", "thu | hơn 51 bánh"."""
    behind = at + 1 + (doc.keys[at + 1] in _ROUGHLY)
    return doc.keys[at] in _DEEDS and behind < len(doc) and doc.shapes[behind] == "d"


def _planned(doc: Doc, raw: RawDate) -> str:
    """ "sẽ ... trong năm 2018" is hardly of the year after next, "sẽ ... năm 2018" may be."""
    return "will-in" if raw.start and doc.keys[raw.start - 1] == _IN else "planned"


def _told_of_bodies(row: list[str], at: int) -> bool:
    """ "Năm 2018, hai bên tiếp tục ..."; not "Năm 2018, A ra tù, tiếp tục ..."."""
    return not _BODIES.isdisjoint(row[at : at + 4])


def is_to_come(doc: Doc, raw: RawDate) -> bool:
    """ "cuối năm 2019, quỹ sẽ cạn", "dự kiến cuối năm 2019 khởi công"; not "cuối năm 2019. Khi xong, xã sẽ ..."."""
    behind = doc.keys[raw.end : min(doc.sentence_of(raw.start)[1], raw.end + _WILL_FORTH)]
    return _WILL in behind or _EXPECTED.among(behind) or _EXPECTED.among(doc.before(raw.start, _EXPECTED_BACK))
