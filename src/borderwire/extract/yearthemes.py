"""Years that bear a name ("Năm Đoàn kết Lào - Việt Nam 2017") or a chair ("Chủ tịch ASEAN 2018")."""

from __future__ import annotations

from borderwire.extract.calendar import YEAR_WORD
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.text import key

REVIEW_PAIRS = pairs("đánh giá, kết quả, kiểm điểm, sơ kết, tổng kết, ôn lại, điểm lại, nhìn lại, rà soát")
_THEMES, _THEME_BACK = pairs("đoàn kết, hữu nghị, du lịch, giao lưu, chéo việt"), 12
_OVER = pairs("thành công, bế mạc")
_CHAIR, _CHAIR_BACK = (key("chủ"), key("tịch")), 9  # "chức chủ tịch ASEAN năm 2017" is handed over the year before
_CHAIRED, _COMMITTEE = (
    keys("luân phiên của nhóm khối hội nghị diễn đàn năm trong ủy ban thượng đỉnh cấp cao"),
    key("ubnd"),
)
# "sẽ đảm nhận chức chủ tịch ASEAN năm 2018": told in the year before it
_TAKEN_OVER, _TAKEN_BACK = pairs("bàn giao, chuyển giao, đảm nhận, đảm nhiệm, tiếp nhận"), 18
_WILL_BE = pairs("sẽ là, sẽ làm, sẽ giữ, sẽ trở, sẽ nắm, sẽ nhận, sẽ tiếp")
_REVIEW_BACK = 24  # tokens before the year that may say that it is looked back on


def theme_of(doc: Doc, raw: RawDate) -> str | None:
    """The kind of a year that bears a name: "theme"; "review" where it is over ("Năm hữu nghị đã thành công");
    "reviewed-paper" where it may be ("đánh giá cao các trận đấu của Năm hữu nghị"); None for another year."""
    first = doc.sentence_of(raw.start)[0]
    row = doc.keys[max(first, raw.start - _THEME_BACK) : raw.start]
    if not any(row[at] == YEAR_WORD and (row[at + 1], row[at + 2]) in _THEMES for at in range(len(row) - 2)):
        return None
    before = doc.keys[max(first, raw.start - _REVIEW_BACK) : raw.start]
    if _OVER.among(before):
        return "review"
    return "reviewed-paper" if REVIEW_PAIRS.among(before) else "theme"


def chair_of(doc: Doc, raw: RawDate) -> str:
    """The kind of a year in which a body is chaired: "chairing" where the chair is still to be taken over."""
    if is_taken_over(doc, raw):
        return "chairing"
    return "chaired" if raw.form == "named-year" else "towards"


def is_taken_over(doc: Doc, raw: RawDate) -> bool:
    """ "được chuyển giao ghế chủ tịch năm 2018", "Xứ Núi sẽ là chủ tịch khối năm 2018"; not "sẽ gặp Chủ tịch ..."."""
    before = doc.before(raw.start, _TAKEN_BACK)
    return _TAKEN_OVER.among(before) or _WILL_BE.among(before)


def is_chaired(doc: Doc, raw: RawDate, sentence: int) -> bool:
    """ "Chủ tịch ASEAN 2018", "chức chủ tịch luân phiên nhóm G7 năm 2018"; not "Chủ tịch UBND tỉnh: năm 2018".
    sentence: its first token."""
    row = doc.keys
    for at in range(raw.start - 2, max(sentence, raw.start - _CHAIR_BACK) - 1, -1):
        if (row[at], row[at + 1]) == _CHAIR:
            return True
        if row[at + 1] not in _CHAIRED and (doc.shapes[at + 1] == "l" or row[at + 1] == _COMMITTEE):
            return False
    return False
