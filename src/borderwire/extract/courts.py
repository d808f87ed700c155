"""Reports of trials: the news is the sitting of the court; what is told besides is the deed, months or years before."""

from __future__ import annotations

from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc

# Without their first letter where they may open a sentence.
_TRIAL = (
    *("TAND", "HĐXX", "ét xử", "hiên tòa", "hiên toà", "hầu tòa", "hầu toà", "òa án", "oà án", "uyên phạt"),
    *("sơ thẩm", "phúc thẩm", "ĩnh án", "ãnh án", "hận án", "hận mức án", "Án tử"),
)
_COURT = (*_TRIAL, "truy tố", "iện kiểm sát", "VKS")
_APPEAL, _INQUIRY = "phúc thẩm", "khởi tố"
_CHARGE, _ACCUSED = "áo trạng", "ị cáo"
_HEAD, _OPENING = 400, 3  # characters, and sentences with the heading, in which a report of a trial says so
_REACH = 60  # tokens on either side of a date that tell what happens on it
# Courts meet their neighbours, too: "TAND tỉnh dự Hội nghị Tòa án các tỉnh biên giới"; beside none of the accused.
_MEETING = ("ội nghị", "ội đàm", "ội thảo", "ọa đàm", "oạ đàm", "oàn đại biểu", "oàn công tác", "ghi nhớ", "xã giao")
_SITTING = (
    *("ị cáo", "ị can", "HĐXX", "hiên tòa", "hiên toà", "hiên xử", "hầu tòa", "hầu toà", "uyên phạt", "uyên án"),
    *("ĩnh án", "ãnh án", "tử hình", "năm tù", "tháng tù", "chung thân", "ơ thẩm", "húc thẩm"),
    *("về tội", "ồng xét xử", "ét xử vụ", "ét xử bị"),
)
_ONCE, _JUST_BEFORE = "từng ", 12  # "từng bị TAND tỉnh xử phạt": told of somebody's past; characters
_DISTRICT_COURTS = tuple(
    f"{court} {unit} "
    for court in ("TAND", "án nhân dân", "án Nhân dân")
    for unit in ("huyện", "quận", "thị xã", "Huyện", "Quận", "Thị xã")
)
_MEMO = "court"


def reports_trial(doc: Doc) -> bool:
    """The opening of the text tells of a court."""
    told: bool | None = doc.memo.get(_MEMO)
    if told is None:
        starts = doc.sentence_starts
        head = doc.text[: min(_HEAD, doc.ends[starts[_OPENING] - 1]) if len(starts) > _OPENING else _HEAD]
        told = doc.memo[_MEMO] = _tells(head) or (_CHARGE in head and _ACCUSED in head)
    return told


def _tells(text: str) -> bool:
    if any(word in text for word in _MEETING) and not any(word in text for word in _SITTING):
        return False
    for word in _TRIAL:
        at = text.find(word)
        if at >= 0 and _ONCE not in text[max(0, at - _JUST_BEFORE) : at]:
            return True
    return False


def sits(doc: Doc, raw: RawDate) -> bool:
    """The sentence of the date tells of a court; "theo cáo trạng, ngày ..." tells of the deed."""
    before, after = _around(doc, raw)
    return _CHARGE not in before and any(word in before or word in after for word in _COURT)


def tries(doc: Doc, raw: RawDate) -> str | None:
    """ "trial" or "appeal" where a court sits on that day; no inquiry."""
    sentence = "".join(_around(doc, raw))
    if not _tells(sentence) or _INQUIRY in sentence:
        return None
    return "appeal" if _APPEAL in sentence else "trial"


def is_district_court(doc: Doc, raw: RawDate) -> bool:
    """ "TAND huyện X mở phiên tòa": it tries what is soon inquired into."""
    sentence = "".join(_around(doc, raw))
    return any(court in sentence for court in _DISTRICT_COURTS)


def _around(doc: Doc, raw: RawDate) -> tuple[str, str]:
    """The text of the sentence before the date, and from it on."""
    first, last = doc.sentence_of(raw.start)
    first, last = max(first, raw.start - _REACH), min(last, raw.end + _REACH)
    middle = doc.starts[raw.start]
    return doc.text[doc.starts[first] : middle], doc.text[middle : doc.ends[last - 1]]
