"""Years told once by their number and once by their place: "6 tháng đầu năm 2018 ..." and "6 tháng đầu năm nay" of
one text are of one year, and so are "vụ muối năm 2015" and "vụ muối năm ngoái"; but not where the two are compared.
"""

from __future__ import annotations

from borderwire.extract.calendar import YEAR_WORD
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.extract.yeartwins import Twin
from borderwire.text import key

_LONGEST = 3  # words before the year that are compared
_NOW, _LAST, _THE_LAST = key("nay"), key("ngoái"), key("trước")
_BEGIN = key("đầu")  # "đầu năm nay"
_CAPITALS = "UA"
# Words that stand before any year; two of them name nothing.
_LOOSE = keys("so với vào trong hồi từ kể các những của cuối hơn là thì đến tới về cho và đó này giữa qua")
_FORMS = frozenset(["year", "named-year"])
_COMPARED, _UNLIKE, _COMPARED_BACK = pairs("so với, cùng kỳ"), keys("hơn kém khác"), 6  # tokens before the year

# Words -> their number -> the row of `yearodds.YEARS`.
_PLACES = {
    _NOW: {1: "twin-now-short", 2: "twin-now-short", 3: "twin-now"},
    _LAST: {2: "twin-last", 3: "twin-last"},
    _THE_LAST: {3: "twin-last"},
}


def find_alike(doc: Doc, raws: list[RawDate]) -> list[Twin]:
    """The years before which the same words stand as before "năm nay" or "năm ngoái", and before no other year; by
    the most words."""
    row = doc.keys
    last = len(row) - 1
    placed = [at for at in doc.anchors().get(YEAR_WORD, []) if 0 < at < last and row[at + 1] in _PLACES]
    named = _named(doc, raws, {doc.sentence[at] for at in placed}) if placed else {}
    if not named:
        return []
    twins: dict[tuple[int, str], Twin] = {}
    for at in placed:
        size, raw = _longest(doc, at, named)
        kind = _PLACES[row[at + 1]].get(min(size, _LONGEST), "")
        if raw is None or not kind or raw.at.year is None:
            continue
        told = twins.get((raw.at.year, row[at + 1]))
        if told is None or size + 2 > told.end - told.at:
            twins[raw.at.year, row[at + 1]] = Twin(raw, at - size, at + 2, kind)
    return list(twins.values())


def _named(doc: Doc, raws: list[RawDate], placed: set[int]) -> dict[tuple[str, ...], RawDate | None]:
    """One to three words -> the year that they stand before; None where there are several years, or where it is one
    that others are compared with. placed: the numbers of the sentences that tell a year by its place."""
    named: dict[tuple[str, ...], RawDate | None] = {}
    for raw in raws:
        if raw.form not in _FORMS or raw.until is not None or raw.at.year is None:
            continue
        compared = doc.sentence[raw.start] in placed or _is_compared(doc, raw)
        for size in range(1, _LONGEST + 1):
            words = _words_before(doc, raw.start, size)
            if words is None:
                break
            first = named.setdefault(words, raw)
            if first is not None and (compared or first.at.year != raw.at.year):
                named[words] = None
    return named


def _is_compared(doc: Doc, raw: RawDate) -> bool:
    """ "đông hơn Hội Gò năm 2018", "so với sản lượng chè năm 2018"."""
    before = doc.before(raw.start, _COMPARED_BACK)
    return _COMPARED.among(before) or not _UNLIKE.isdisjoint(before)


def _words_before(doc: Doc, at: int, size: int) -> tuple[str, ...] | None:
    """The words before the token, where they stand in its sentence without a stop."""
    first = at - size
    if first < doc.sentence_of(at)[0] or not doc.words[first].isalnum():
        return None
    return tuple(doc.keys[first:at])


def _longest(doc: Doc, at: int, named: dict[tuple[str, ...], RawDate | None]) -> tuple[int, RawDate | None]:
    """How many words before the token also stand before a year, and that year."""
    size, best = 0, None
    for more in range(1, _LONGEST + 1):
        words = _words_before(doc, at, more)
        if words is None or words not in named:
            break
        size, best = more, named[words]
    return (size, best) if size and _tell_thing(doc, at, size) else (0, None)


def _tell_thing(doc: Doc, at: int, size: int) -> bool:
    """The words name something: "đầu năm" does, "so với năm" does not, nor one small word by itself."""
    if size == 1:
        named = doc.shapes[at - 1] in _CAPITALS and doc.keys[at - 1] not in _LOOSE
        return named or doc.keys[at - 1] == _BEGIN
    return not _LOOSE.issuperset(doc.keys[at - 2 : at])
