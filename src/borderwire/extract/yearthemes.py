"""Years that bear a name: "Năm Đoàn kết Lào - Việt Nam 2017"."""

from __future__ import annotations

from borderwire.extract.calendar import YEAR_WORD
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import pairs

REVIEW_PAIRS = pairs("đánh giá, kết quả, kiểm điểm, sơ kết, tổng kết, ôn lại, điểm lại, nhìn lại, rà soát")
_THEMES, _THEME_BACK = pairs("đoàn kết, hữu nghị, du lịch, giao lưu, chéo việt"), 12
_OVER = pairs("thành công, bế mạc")
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
