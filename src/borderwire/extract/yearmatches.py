"""Years of matches to come and of what is remembered: "vòng loại Asian Cup 2019", "sau cuộc khủng hoảng năm 2008"."""

from __future__ import annotations

from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import pairs
from borderwire.text import key

_QUALIFYING = pairs(
    "vòng loại, giành vé, tấm vé, vòng chung, vào chung, lọt vào, đăng cai, chủ nhà, chuẩn bị, hướng tới, ứng cử"
)
_REMEMBERED = pairs(
    "sau khi, kể từ, danh hiệu, chiến thắng, thất bại, đoạt giải, từng được, nhớ lại, còn nhớ, á quân",
    "quán quân, cuộc khủng, vụ tấn, vụ khủng, thảm họa",
)
_NAMED = frozenset(["named", "own-name"])
_WAY_THERE = (key("vòng"), key("loại"))  # "ở vòng loại Cúp Sông Mây 2019": played one or two years before
_YEAR_DIGITS = 4
_DONE = key("đã")  # "tinh thần đã thể hiện ở vòng chung kết năm 2018"
_TIME, _NTH, _DASHES = key("lần"), key("thứ"), frozenset("-–")
_BACK = 12  # tokens of the sentence before the year


def looked_ahead_or_back(doc: Doc, raw: RawDate, kind: str) -> str:
    """The kind of a year that may be one to come or one long past, where the words before it tell so."""
    before = doc.before(raw.start, _BACK)
    if kind in _NAMED and _is_way_there(before):
        return "qualifiers"
    if _QUALIFYING.among(before) and _DONE not in doc.before(raw.start, 2 * _BACK):
        return "qualifying"
    if kind == "plain" and _is_numbered(before):
        return "numbered"
    return "remembered" if kind != "named" and _REMEMBERED.among(before) else kind


def _is_way_there(before: list[str]) -> bool:
    """ "vòng loại Cúp Sông Mây 2019", and no other year between."""
    for at in range(len(before) - 2, -1, -1):
        if len(before[at + 1]) == _YEAR_DIGITS and before[at + 1].isdecimal():
            return False
        if (before[at], before[at + 1]) == _WAY_THERE:
            return True
    return False


def _is_numbered(before: list[str]) -> bool:
    """ "ngày hội lần thứ 6 năm 2018", "hội thao lần VI năm 2018"; before: the words before the year."""
    row = [word for word in before if word not in _DASHES]
    return len(row) > 1 and (_TIME in row[-2:-1] or row[-3:-1] == [_TIME, _NTH])
