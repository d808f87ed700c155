"""Years that belong to the name or the number of something held: "lần thứ VII - 2018", "đợt 2 năm 2017"."""

from __future__ import annotations

from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import has_pair, keys, pairs
from borderwire.text import key

_IN, _NTH, _MOST = key("trong"), key("thứ"), key("nhất")
_NO_SUPERLATIVE = keys("thống thứ duy")
_ROUNDS = keys("đợt khóa")
# What may follow a year behind a comma that is part of the name before it; else the year opens a clause.
_GOES_ON = keys("đã được tại do của với và vào diễn") | {",", ".", ")"}
_FIRST_OF, _FIRST_BACK = (key("đầu"), key("tiên")), 16

_YOUTHS, _LEAVING_BACK = pairs("thanh niên, tân binh, công dân, nam thanh"), 16


def is_one_of_year(doc: Doc, raw: RawDate, before: list[str]) -> bool:
    """ "lần tuần tra thứ 4 trong năm 2021", "đợt 2 năm 2017", "cuộc họp lớn nhất năm 2021", "lần thứ VII - 2018",
    "lần thứ V, năm 2014 đã khép lại". before: the words of its clause before the year."""
    if _is_joined(doc, raw) and doc.keys[raw.start - 3 : raw.start - 2] == [_NTH]:
        return True
    counted = before[-1:] == [_IN] and (_NTH in before[-4:] or _is_first(doc, raw.start))
    return counted or not _ROUNDS.isdisjoint(before[-3:]) or _is_superlative(before)


def _is_joined(doc: Doc, raw: RawDate) -> bool:
    """By a dash, or by a comma behind which no clause opens."""
    mark = doc.words[raw.start - 1]
    return mark in "-–" or (mark == "," and not _GOES_ON.isdisjoint(doc.keys[raw.end : raw.end + 1]))


def _is_superlative(before: list[str]) -> bool:
    """ "cuộc họp lớn nhất (của Việt Nam trong) năm": not "thống nhất", "lần thứ nhất"."""
    reach = (1, 2, 3, 4, 5) if before[-1:] == [_IN] else (1, 2)
    at = next((back for back in reach if before[-back:][:1] == [_MOST]), 0)
    return at > 0 and len(before) > at and before[-at - 1] not in _NO_SUPERLATIVE


def _is_first(doc: Doc, start: int) -> bool:
    """ "chuyến thăm đầu tiên của ông trong năm 2019"."""
    return has_pair(doc.keys[max(doc.sentence_of(start)[0], start - _FIRST_BACK) : start], _FIRST_OF)


def are_recruits(doc: Doc, start: int) -> bool:
    """ "120 thanh niên (ưu tú) lên đường nhập ngũ": a number of them; not "Năm 18 tuổi, anh lên đường nhập ngũ"."""
    before = doc.before(start, _LEAVING_BACK)
    return any(before[at].isdecimal() and tuple(before[at + 1 : at + 3]) in _YOUTHS for at in range(len(before) - 2))
