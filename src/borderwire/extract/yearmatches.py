"""Years of matches to come and of what is remembered: "vòng loại Asian Cup 2019", "sau cuộc khủng hoảng năm 2008"."""

from __future__ import annotations

from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import pairs

_QUALIFYING = pairs(
    "vòng loại, giành vé, tấm vé, vòng chung, vào chung, lọt vào, đăng cai, chủ nhà, chuẩn bị, hướng tới, ứng cử"
)
_REMEMBERED = pairs(
    "sau khi, kể từ, danh hiệu, chiến thắng, thất bại, vô địch, đoạt giải, từng được, nhớ lại, còn nhớ, á quân",
    "quán quân, cuộc khủng, vụ tấn, vụ khủng, thảm họa",
)
_BACK = 12  # tokens of the sentence before the year


def looked_ahead_or_back(doc: Doc, raw: RawDate, kind: str) -> str:
    """The kind of a year that may be one to come or one long past, where the words before it tell so."""
    before = doc.keys[max(doc.sentence_of(raw.start)[0], raw.start - _BACK) : raw.start]
    if _QUALIFYING.among(before):
        return "qualifying"
    return "remembered" if kind == "plain" and _REMEMBERED.among(before) else kind
