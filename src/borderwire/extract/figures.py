"""Numbers with what they count: seizures, cases, returned persons, crossings, money and goods given, people trained.

Every number outside a date is looked at once: the noun after it says what it counts (`counted`), the sentence whether
that is told here. Money and goods get their giver and receiver (`gifts`), results their period under review.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from borderwire.extract.counted import (
    LAWFUL,
    NOUN_FIRST,
    SINGLE,
    UNITS,
    Count,
    governs,
    holds,
    is_other_noun,
    is_seized,
    is_taken,
    noun_after,
)
from borderwire.extract.doc import Doc
from borderwire.extract.figure_merge import each_once, is_kind_of
from borderwire.extract.gifts import Givers, find_gift
from borderwire.extract.mentions import BodyMention, DateMention, DateReading, PlaceMention
from borderwire.extract.numbers import ONE, SCALES, WORDS, Number, read_number, read_number_word
from borderwire.extract.periods import Periods
from borderwire.extract.spots import digits, spots
from borderwire.extract.words import keys
from borderwire.model import Figure, OfficialFact
from borderwire.text import key

_NOT_COUNTED, _IN_ALL = frozenset([key("thứ"), key("số")]), key("tổng")

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
        "messages",
        "victims",
        "people-treated",
        "outreach-sessions",
    ]
)
_CHANGED, _MORE, _ALSO = keys("tăng giảm"), key("thêm"), keys("và") | {","}
_LONGEST_SUBSTANCE = 5  # tokens
_ENDS_KIND = frozenset(',;.:()–-“”"')
_SAME_SUM = frozenset(["(", key("đương")])  # "200.000 USD (hơn 4,6 tỷ đồng)", "tương đương 5 tỷ đồng"
_WEIGHTS = {key("tấn"): 1000, key("tạ"): 100, key("yến"): 10, key("kg"): 1}
_SINGLY = frozenset(["goods", "seizure"])  # "một" counts only these: else it is an article
_CASH = "cash"
_WEIGHT_UNITS = frozenset(["kg", "g", "t", "q"])
_WEIGHS, _WEIGHED_REACH = keys("lượng nặng cân"), 16  # tokens between the goods and their weight
_SIDES = 3  # "hai đoàn", "đại diện ba đoàn": those who meet
_WIDEST = 100  # tokens of a clause that are looked at on either side
_LIST_STARTS = keys("hơn gần trên khoảng cùng")
_MOST = 400  # figures of one text: a table of numbers is not worth more


class Clause(NamedTuple):
    """The part of a sentence between semicolons that a number stands in: tokens `[start, end)`; row: their match keys,
    with a space before and after each."""

    start: int
    end: int
    row: str


def extract_figures(
    doc: Doc,
    dates: DateReading,
    places: tuple[PlaceMention, ...],
    bodies: tuple[BodyMention, ...],
    officials: Sequence[OfficialFact] = (),
) -> tuple[Figure, ...]:
    """The figures of the text in order of first mention, each told once."""
    periods, givers = Periods(doc, dates), Givers(doc, bodies, places, officials)
    clause: Clause | None = None
    found: list[Figure] = []
    less = 0  # where a number ended that tells by how many something rose or fell
    for number in _numbers(doc, dates.mentions):
        noun = noun_after(doc, number.end)
        if noun is None or len(found) > _MOST or _is_name(doc, number.first):
            continue
        if _is_difference(doc, number.first, less):
            less = noun[0]
            continue
        if clause is None or number.start >= clause.end:
            clause = _clause(doc, number.first)
        figure = _figure(doc, number, *noun, clause, periods)
        if figure is None and found:
            figure = _weight(doc, number, noun[0], found[-1])
        if figure is None:
            continue
        if figure.what in ("money", "goods"):
            if number.first and doc.keys[number.first - 1] in _SAME_SUM:
                continue
            gift = find_gift(doc, number, figure, givers)
            if gift is None and figure.what == "money" and is_taken(doc, clause.start, number.first):
                gift = replace(figure, what="seizure", kind_id=_CASH, rule="counted-seizure")
            if gift is None:
                continue
            figure = gift
        if doc.keys[number.start] in ONE and figure.what not in _SINGLY:
            continue
        found.append(figure)
    return each_once(doc, found)


def _is_name(doc: Doc, first: int) -> bool:
    """ "lần thứ | 25 đoàn", "đồn số | 3"; not "tổng số | 30 kg"."""
    before = doc.keys[max(0, first - 2) : first]
    return bool(before) and before[-1] in _NOT_COUNTED and before[0] != _IN_ALL


def _is_difference(doc: Doc, first: int, less: int) -> bool:
    """ "tăng 4 đối tượng, 2 vụ so với năm trước": by how many; less: where such a number ended."""
    if not first:
        return False
    row, before = doc.keys, first - 1
    if row[before] == _MORE and before:
        before -= 1
    return row[before] in _CHANGED or (less == first - 1 and row[first - 1] in _ALSO)


def _numbers(doc: Doc, dated: tuple[DateMention, ...]) -> list[Number]:
    """Digits and number words outside dates, in order."""
    numbers: list[Number] = []
    at, done = 0, 0
    row, shapes = doc.keys, doc.shapes
    last = len(row) - 1
    ones = [index for index in spots(doc, ONE) if index < last and row[index + 1] in SINGLE]
    for index in sorted([*digits(doc), *spots(doc, WORDS), *ones]):
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
            left = at + 1 - row[here::-1].index(";")
            # "thu 14kg heroin; gần 22kg thuốc phiện": the list goes on under the verb before it.
            start = left if at > left and not _goes_on(doc, left) else start
    return Clause(start, end, f" {' '.join(doc.keys[start:end])} ")


def _goes_on(doc: Doc, at: int) -> bool:
    """ "tang vật gồm 30 bánh heroin; | 2 súng săn, 9 viên đạn": a list goes on."""
    return doc.shapes[at] == "d" or (doc.shapes[at + 1 : at + 2] == ["d"] and doc.keys[at] in _LIST_STARTS)


def _figure(
    doc: Doc, number: Number, end: int, counts: tuple[Count, ...], clause: Clause, periods: Periods
) -> Figure | None:
    for count in counts:
        if count.needs and not _is_meant(doc, number, end, count, clause) and not _is_drug(doc, end, count, clause):
            continue
        if count.bars and holds(clause.row, count.bars):
            continue
        if is_other_noun(doc, end, count) or (count.what == "delegations" and number.value <= _SIDES):
            return None
        if count.what == "seizure":
            number = _with_larger(doc, number, end)
        kind, ident, stop = _kind(doc, end, count)
        if count.what == "seizure" and not _is_seizure(doc, count, kind, ident, clause):
            continue
        span = doc.span(number.first, stop)
        unit = _unit(doc, number.end, end) if count.unit == "=" else count.unit
        written = doc.text[span[0] : span[1]]
        period = periods.of(number.first, stop) if count.what in _RESULTS else None
        if period is not None and period.plan:
            return None  # "trong năm tới sẽ tập huấn cho 20 cán bộ"
        told = period.value if period is not None else None
        rule = f"counted-{count.what}"
        return Figure(
            count.what, number.value, unit, number.qualifier, written, kind, told,
            spans=(span,), rule=rule, kind_id=ident,
        )  # fmt: skip
    return None


def _is_meant(doc: Doc, number: Number, end: int, count: Count, clause: Clause) -> bool:
    """The words by which the noun counts this stand in the clause, and govern the number where they must."""
    if not holds(clause.row, count.needs):
        return False
    return not count.near or governs(doc, clause.start, clause.end, number.first, end, count.needs)


def _is_seizure(doc: Doc, count: Count, kind: str | None, ident: str | None, clause: Clause) -> bool:
    if ident is None:
        return count.open and kind is not None
    return not doc.gazetteer.goods[ident].traded or is_seized(clause.row)


def _is_drug(doc: Doc, end: int, count: Count, clause: Clause) -> bool:
    """ "Án tử cho kẻ đưa 91 kg ketamine về": nobody has that lawfully, whatever the verb."""
    if count.what != "seizure" or count.near or holds(clause.row, LAWFUL):
        return False
    _, ident, _ = _kind(doc, end, count)
    return ident is not None and is_kind_of(doc, ident, "drugs")


def _weight(doc: Doc, number: Number, end: int, last: Figure) -> Figure | None:
    """ "44 bánh heroin, khối lượng | 15 kg": what was told last, weighed."""
    unit = _unit(doc, number.end, end)
    if last.what != "seizure" or last.kind_id is None or unit not in _WEIGHT_UNITS or last.unit in _WEIGHT_UNITS:
        return None
    row, first = doc.keys, number.first
    before = doc.token_at(last.spans[-1][1] - 1)
    near = first - before <= _WEIGHED_REACH and doc.sentence[before] == doc.sentence[first]
    if not near or not (doc.words[first - 1] == "(" or any(row[at] in _WEIGHS for at in range(before + 1, first))):
        return None
    span = doc.span(first, end)
    return replace(
        last, value=number.value, unit=unit, qualifier=number.qualifier, as_written=doc.text[span[0] : span[1]],
        spans=(span,),
    )  # fmt: skip


def _with_larger(doc: Doc, number: Number, end: int) -> Number:
    """ "1 tạ 2kg", "2 tấn 300 kg": one weight in two units."""
    at, row = number.start, doc.keys
    scale = _WEIGHTS.get(row[at - 1], 0) if at > 1 and doc.shapes[at - 2] == "d" else 0
    own = _WEIGHTS.get(row[number.end], 0)
    if not own or scale <= own or number.first != at or end != number.end + 1:
        return number
    larger = read_number(doc, at - 2)
    if larger is None or larger.end != at - 1:
        return number
    return Number(at - 2, number.end, number.value + larger.value * (scale // own), larger.qualifier, larger.first)


def _unit(doc: Doc, start: int, end: int) -> str:
    word = doc.slice(start, end).lower()
    return UNITS.get(word, word)


def _kind(doc: Doc, end: int, count: Count) -> tuple[str | None, str | None, int]:
    """What the noun is of, as written and by its id where it is goods, and the token after it:
    "3 vụ | xuất nhập cảnh trái phép", "12.000 viên | ma túy tổng hợp"."""
    if count.own:
        end -= count.own
    stop = end
    limit = min(len(doc), end + count.tail)
    while stop < limit and doc.shapes[stop] not in "pd" and not doc.breaks[stop] and doc.words[stop] not in _ENDS_KIND:
        if doc.keys[stop] in _KIND_ENDS:
            break
        stop += 1
    if stop == end:
        return None, None, end
    if count.what == "seizure" and not count.open:
        return _substance(doc, end, stop)
    if count.what == "goods":
        return None, None, stop
    if count.what != "cases" and not count.open:
        return None, None, end
    return doc.slice(end, stop), None, stop


_KIND_ENDS = keys(
    "và với từ tại trên có do của đã được bị để trong ở cùng liên gồm đang xảy này lớn cũng diễn đều về qua tương theo",
    "khi giữa trị nêu chung do vừa sau qua so năm tháng quý mỗi xác màu tiếp",
)


def _substance(doc: Doc, start: int, stop: int) -> tuple[str | None, str | None, int]:
    """The longest form of goods within a few words: "viên ma túy tổng hợp", "khối gỗ"."""
    row, known = doc.keys, doc.gazetteer.goods_keys
    for first in range(start, min(stop, start + 2)):
        for last in range(min(stop, first + _LONGEST_SUBSTANCE), first, -1):
            ident = known.get(tuple(row[first:last]))
            if ident is not None:
                return doc.slice(first, last), ident, last
    return None, None, start
