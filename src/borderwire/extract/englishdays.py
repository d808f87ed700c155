"""Days as machines that speak English stamp pages: "18 Apr 2018", "April 18, 2018"."""

from __future__ import annotations

from borderwire.extract.calendar import is_day, is_year
from borderwire.extract.daterow import Day, RawDate, Row
from borderwire.extract.doc import Doc
from borderwire.extract.stampcues import TOP

_NAMES = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORT = 3  # letters of "Apr"
# Words of months, in full and cut short -> their number.
ENGLISH_MONTHS = {
    **{name: number for number, name in enumerate(_NAMES, 1)},
    **{name[:_SHORT]: number for number, name in enumerate(_NAMES, 1)},
    "sept": 9,
}
_YEAR_DIGITS = 4


def read_english(doc: Doc, row: Row) -> RawDate | None:
    """The date whose day the row is, with its month and its year; None for another number."""
    if len(row.groups) != 1 or len(row.groups[0]) != 1:
        return None
    keys, here = doc.keys, row.end
    if here < len(keys) and keys[here] in ENGLISH_MONTHS:  # "18 Apr 2018"
        month, start, year = ENGLISH_MONTHS[keys[here]], row.start, here + 1 + (doc.words[here + 1 : here + 2] == [","])
    elif row.start and keys[row.start - 1] in ENGLISH_MONTHS:  # "April 18, 2018"
        month, start, year = (
            ENGLISH_MONTHS[keys[row.start - 1]],
            row.start - 1,
            here + (doc.words[here : here + 1] == [","]),
        )
    else:
        return None
    if year >= len(keys) or any(doc.breaks[start + 1 : year + 1]):
        return None
    if doc.shapes[year] != "d" or len(doc.words[year]) != _YEAR_DIGITS or not is_year(int(doc.words[year])):
        return None
    number = row.groups[0][0]
    if not is_day(month, number, int(doc.words[year])) or not _opens_line(doc, start):
        return None
    return RawDate(start, year + 1, Day(int(doc.words[year]), month, number), None, False, "day")


def _opens_line(doc: Doc, start: int) -> bool:
    """Above the text, at the beginning of a line: no date of a caption, no "Công ty May 10, 2018"."""
    return doc.block[start] < TOP and (start == 0 or doc.breaks[start])
