"""Names in quotation marks that the event bears where its day is told: further down they may bear its year."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.words import keys
from borderwire.text import key

_AROUND = 40  # tokens on either side of the event's day that may tell its name
_BACK = 16  # tokens before a year in which the name may begin
_SHORTEST, _LONGEST = 3, 12  # tokens of a name
_WILL, _COMPARED = key("sẽ"), [key("với")]  # "so với Ngày hội A năm 2017"
_OTHERS = keys("lập viết phong từng bị được xử ra đã trước")  # what was done in that year to something of the name
_OPENING, _CLOSING = frozenset('“"«'), frozenset('”"»')


def bears_name_of_event(doc: Doc, event: int, year: int) -> bool:
    """ "“Những ngày hàng Lào” sẽ mở cửa từ ngày 16 đến 20-8 ... Những ngày hàng Lào tại Đà Nẵng năm | 2019".

    event: the token of the event's day, -1 for none; year: that of the year, in another sentence."""
    if event < 0 or doc.sentence[event] == doc.sentence[year] or not _is_ahead(doc, event):
        return False
    before = doc.keys[max(doc.sentence_of(year)[0], year - _BACK) : year]
    for name in _names(doc, event):
        for at in range(len(before) - len(name) + 1):
            if before[at : at + len(name)] == name:
                return _OTHERS.isdisjoint(before[at + len(name) :]) and before[at - 1 : at] != _COMPARED
    return False


def _is_ahead(doc: Doc, event: int) -> bool:
    """What bears the name is told as to come."""
    first, last = doc.sentence_of(event)
    return _WILL in doc.keys[max(first, event - _AROUND) : min(last, event + _AROUND)]


def _names(doc: Doc, event: int) -> list[list[str]]:
    """The names in quotation marks in the sentence of the event's day, as match keys."""
    first, last = doc.sentence_of(event)
    first, last = max(first, event - _AROUND), min(last, event + _AROUND)
    found: list[list[str]] = []
    opened = -1
    for at in range(first, last):
        if opened >= 0 and doc.words[at] in _CLOSING:
            if _SHORTEST <= at - opened - 1 <= _LONGEST:
                found.append(doc.keys[opened + 1 : at])
            opened = -1
        elif doc.words[at] in _OPENING:
            opened = at
    return found
