"""Months that a text tells twice, once with their year: "cuối tháng 2" in the story, "tháng 2-2019" below a photo."""

from __future__ import annotations

from dataclasses import dataclass

from borderwire.extract.calendar import MONTH_WORD, YEAR_WORD
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys

# The word behind "năm" -> the row of `yearodds.YEARS`.
_PLACES = {
    **dict.fromkeys(keys("ngoái trước"), "twin-last"),
    **dict.fromkeys(keys("nay"), "twin-now-short"),
    **dict.fromkeys(keys("sau tới"), "twin-next"),
}
_DAY = keys("ngày mùng mồng")
_GOES_ON = keys("đến tới và năm") | frozenset("/.-–")  # "từ tháng 5 đến tháng 12/2016"
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Twin:
    """raw: the month with its year; at, end: tokens of the other mention; kind: the row of `yearodds.YEARS`."""

    raw: RawDate
    at: int
    end: int
    kind: str


def find_twins(doc: Doc, raws: list[RawDate], day: Day) -> list[Twin]:
    """The months that are told with one year and without it as well, of an event on that day of its year."""
    told: dict[int, list[RawDate]] = {}
    for raw in raws:
        if raw.form == "month" and raw.at.year and raw.at.month and raw.until is None:
            told.setdefault(raw.at.month, []).append(raw)
    alone = {month: rows[0] for month, rows in told.items() if len({raw.at.year for raw in rows}) == 1}
    if not alone or day.month is None:
        return []
    twins = {}
    for at in doc.digits:
        month = _bare_month(doc, at)
        if month not in alone:
            continue
        raw = alone[month]
        placed = _by_place(doc, at)
        if placed:
            twins[month, placed] = Twin(raw, at - 1, at + 3, placed)
        elif month <= day.month and not _goes_on(doc, at):
            twins[month, "twin"] = Twin(raw, at - 1, at + 1, "twin")
    return list(twins.values())


def _by_place(doc: Doc, at: int) -> str:
    """ "tháng 9 năm ngoái", "tháng 9 năm nay", "tháng 3 năm sau"."""
    if at + 2 >= len(doc) or doc.keys[at + 1] != YEAR_WORD:
        return ""
    return _PLACES.get(doc.keys[at + 2], "")


def _goes_on(doc: Doc, at: int) -> bool:
    """The number is followed by a year, a later month or another number."""
    if not _GOES_ON.isdisjoint(doc.keys[at + 1 : at + 2]):
        return doc.words[at + 1] != "." or doc.shapes[at + 2 : at + 3] == ["d"]
    return doc.words[at + 1 : at + 2] == [","] and doc.shapes[at + 2 : at + 3] == ["d"]


def _bare_month(doc: Doc, at: int) -> int:
    """The month named by "tháng 2" alone, or 0."""
    word = doc.words[at]
    if not at or doc.keys[at - 1] != MONTH_WORD or len(word) > 2 or not 0 < int(word) <= _MONTHS:
        return 0
    of_day = at > 2 and doc.shapes[at - 2] == "d" and doc.keys[at - 3] in _DAY
    return 0 if of_day else int(word)
