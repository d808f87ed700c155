"""Numbers with what they count: seizures, cases, returned persons, crossings, money and goods given, people trained.

Every number outside a date is looked at once: the noun after it says what it counts (`counted`), the sentence whether
that is told here. Money and goods get their giver and receiver (`gifts`), results their period under review.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from borderwire.extract.counted import NOUN_FIRST, SUBSTANCES, UNITS, Count, holds, is_other_noun, noun_after
from borderwire.extract.doc import Doc
from borderwire.extract.gifts import find_gift
from borderwire.extract.mentions import BodyMention, DateMention, DateReading, PlaceMention
from borderwire.extract.numbers import SCALES, WORDS, Number, read_number, read_number_word
from borderwire.extract.periods import Periods
from borderwire.extract.spots import digits, spots
from borderwire.extract.words import keys
from borderwire.model import Figure
from borderwire.text import key

_NOT_COUNTED = frozenset([key("thứ"), key("số")])  # "lần thứ 25 đoàn ...", "đồn số 3"

# Results of a period under review; gifts and lengths have none.
_RESULTS = frozenset(
    [
        "cases",
        "suspects",
        "returns",
        "returned-persons",
        "crossings",
        "vehicle-crossings",
        "delegations",
        "patrols",
        "meetings",
        "seizure",
        "wanted-persons",
        "people-trained",
    ]
)
_ENDS_KIND = frozenset(',;.:()–-“”"')
_BY_KIND = frozenset(["cases", "goods"])  # the same number of another kind is another figure
_BY_PLACE = frozenset(["people-trained", "goods", "money"])  # the same number twice in one paragraph is two figures
_SAME_SUM = frozenset(["(", key("đương")])  # "200.000 USD (hơn 4,6 tỷ đồng)", "tương đương 5 tỷ đồng"
_WIDEST = 100  # tokens of a clause that are looked at on either side
_MOST = 400  # figures of one text: a table of numbers is not worth more


class Clause(NamedTuple):
    """The part of a sentence between semicolons that a number stands in: tokens `[start, end)`; row: their match keys,
    with a space before and after each."""

    start: int
    end: int
    row: str


def extract_figures(
    doc: Doc, dates: DateReading, places: tuple[PlaceMention, ...], bodies: tuple[BodyMention, ...]
) -> tuple[Figure, ...]:
    """The figures of the text in order of first mention, each told once."""
    periods = Periods(doc, dates)
    clause: Clause | None = None
    found: list[Figure] = []
    for number in _numbers(doc, dates.mentions):
        noun = noun_after(doc, number.end)
        if noun is None or len(found) > _MOST or (number.first and doc.keys[number.first - 1] in _NOT_COUNTED):
            continue
        if clause is None or number.start >= clause.end:
            clause = _clause(doc, number.start)
        figure = _figure(doc, number, *noun, clause, periods)
        if figure is None:
            continue
        if figure.what in ("money", "goods"):
            if number.first and doc.keys[number.first - 1] in _SAME_SUM:
                continue
            gift = find_gift(doc, number, figure, bodies)
            if gift is None:
                continue
            figure = gift
        found.append(figure)
    return _once(doc, found)


def _numbers(doc: Doc, dated: tuple[DateMention, ...]) -> list[Number]:
    """Digits and number words outside dates, in order."""
    numbers: list[Number] = []
    at, done = 0, 0
    row, shapes = doc.keys, doc.shapes
    last = len(row) - 1
    for index in sorted([*digits(doc), *spots(doc, WORDS)]):
        # Most numbers count nothing that we list: the next word shows it.
        if index >= last or row[index + 1] not in _GOES_ON or index < done:
            continue
        if row[index + 1] in ",." and (index + 1 >= last or shapes[index + 2] != "d"):
            continue
        while at < len(dated) and dated[at].end <= index:
            at += 1
        if at < len(dated) and dated[at].start <= index:
            continue
        number = read_number(doc, index) if shapes[index] == "d" else read_number_word(doc, index)
        if number is not None:
            done = number.end
            numbers.append(number)
    return numbers


_GOES_ON = NOUN_FIRST | SCALES | frozenset(".,") | WORDS | keys("mươi lăm mốt")


def _clause(doc: Doc, at: int) -> Clause:
    start, end = doc.sentence_of(at)
    start, end = max(start, at - _WIDEST), min(end, at + _WIDEST)
    words = doc.words
    row = words[start:end]
    if ";" in row:
        here = at - start
        if ";" in row[here:]:
            end = words.index(";", at, end)
        if ";" in row[: here + 1]:
            start = at + 1 - row[here::-1].index(";")
    return Clause(start, end, f" {' '.join(doc.keys[start:end])} ")


def _figure(
    doc: Doc, number: Number, end: int, counts: tuple[Count, ...], clause: Clause, periods: Periods
) -> Figure | None:
    for count in counts:
        if count.needs and not holds(clause.row, count.needs):
            continue
        if count.bars and holds(clause.row, count.bars):
            continue
        if is_other_noun(doc, end, count) or (count.what == "delegations" and number.value <= 2):
            return None
        kind, stop = _kind(doc, end, count)
        if count.what == "seizure" and kind is None:
            continue
        span = doc.span(number.first, stop)
        unit = _unit(doc, number.end, end) if count.unit == "=" else count.unit
        written = doc.text[span[0] : span[1]]
        period = periods.of(number.start) if count.what in _RESULTS else None
        rule = f"counted-{count.what}"
        return Figure(count.what, number.value, unit, number.qualifier, written, kind, period, spans=(span,), rule=rule)
    return None


def _unit(doc: Doc, start: int, end: int) -> str:
    word = doc.slice(start, end).lower()
    return UNITS.get(word, word)


def _kind(doc: Doc, end: int, count: Count) -> tuple[str | None, int]:
    """What the noun is of: "3 vụ | xuất nhập cảnh trái phép", "12.000 viên | ma túy tổng hợp"."""
    stop = end
    limit = min(len(doc), end + count.tail)
    while stop < limit and doc.shapes[stop] not in "pd" and not doc.breaks[stop] and doc.words[stop] not in _ENDS_KIND:
        if doc.keys[stop] in _KIND_ENDS:
            break
        stop += 1
    if stop == end:
        return None, end
    if count.what == "seizure":
        return _substance(doc, end, stop)
    if count.what != "cases":
        return None, end
    return doc.slice(end, stop), stop


_KIND_ENDS = keys(
    "và với từ tại trên có do của đã được bị để trong ở cùng liên gồm đang xảy này lớn cũng diễn đều về qua tương theo",
    "khi giữa trị",
)


def _substance(doc: Doc, start: int, stop: int) -> tuple[str | None, int]:
    """The longest substance within a few words: "viên ma túy tổng hợp", "khối gỗ"."""
    row = doc.keys
    for first in range(start, min(stop, start + 2)):
        for last in range(min(stop, first + 4), first, -1):
            if tuple(row[first:last]) in SUBSTANCES:
                return doc.slice(first, last), last
    return None, start


def _once(doc: Doc, figures: list[Figure]) -> tuple[Figure, ...]:
    """A figure told again elsewhere (in a caption, in the headline) is one figure with all its phrases."""
    told: dict[tuple[object, ...], tuple[int, int]] = {}
    kept: list[Figure] = []
    for figure in figures:
        told_as = (figure.what, figure.value, figure.unit, figure.kind if figure.what in _BY_KIND else None)
        if told_as in told and (figure.what not in _BY_PLACE or told[told_as][1] != _block(doc, figure)):
            at = told[told_as][0]
            old = kept[at]
            kept[at] = replace(
                old,
                spans=old.spans + figure.spans,
                giver=old.giver or figure.giver,
                receiver=old.receiver or figure.receiver,
                period=old.period or figure.period,
            )
            continue
        told[told_as] = len(kept), _block(doc, figure)
        kept.append(figure)
    return _shared_givers(tuple(kept))


def _block(doc: Doc, figure: Figure) -> int:
    return doc.block[doc.token_at(figure.spans[0][0])]


def _shared_givers(figures: tuple[Figure, ...]) -> tuple[Figure, ...]:
    """Gifts of one text without a named giver or receiver come from and go to the same as the others."""
    givers = {figure.giver for figure in figures if figure.giver}
    receivers = {figure.receiver for figure in figures if figure.receiver}
    if len(givers) != 1 and len(receivers) != 1:
        return figures
    giver = next(iter(givers)) if len(givers) == 1 else None
    receiver = next(iter(receivers)) if len(receivers) == 1 else None
    return tuple(
        replace(figure, giver=figure.giver or giver, receiver=figure.receiver or receiver)
        if figure.what in ("money", "goods")
        else figure
        for figure in figures
    )
