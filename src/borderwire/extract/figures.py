"""Numbers with what they count: seizures, cases, returned persons, crossings, money and goods given, people trained.

Every number outside a date is looked at once: the noun after it says what it counts (`counted`), the sentence whether
that is told here. Money and goods get their giver and receiver (`gifts`), results their period under review.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, NamedTuple

from borderwire.extract.counted import (
    NOUN_FIRST,
    UNITS,
    Count,
    governs,
    holds,
    is_other_noun,
    is_seized,
    noun_after,
)
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
_CHANGED, _MORE, _ALSO = keys("tăng giảm"), key("thêm"), keys("và") | {","}
_LONGEST_SUBSTANCE = 5  # tokens
_ENDS_KIND = frozenset(',;.:()–-“”"')
_MOST_ALIKE = 20  # figures of one value that a further one is compared with
_BY_PLACE = frozenset(["people-trained", "goods", "money"])  # the same number twice in one paragraph is two figures
_SAME_SUM = frozenset(["(", key("đương")])  # "200.000 USD (hơn 4,6 tỷ đồng)", "tương đương 5 tỷ đồng"
_WEIGHTS = {key("tấn"): 1000, key("tạ"): 100, key("yến"): 10, key("kg"): 1}
_SIDES = 3  # "hai đoàn", "đại diện ba đoàn": those who meet
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
    less = 0  # where a number ended that tells by how many something rose or fell
    for number in _numbers(doc, dates.mentions):
        noun = noun_after(doc, number.end)
        if noun is None or len(found) > _MOST or (number.first and doc.keys[number.first - 1] in _NOT_COUNTED):
            continue
        if _is_difference(doc, number.first, less):
            less = noun[0]
            continue
        if clause is None or number.start >= clause.end:
            clause = _clause(doc, number.first)
        figure = _figure(doc, number, *noun, clause, periods)
        if figure is None:
            continue
        if figure.what in ("money", "goods"):
            if number.first and doc.keys[number.first - 1] in _SAME_SUM:
                continue
            gift = find_gift(doc, number, figure, bodies, places)
            if gift is None:
                continue
            figure = gift
        found.append(figure)
    return _once(doc, found)


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
            left = at + 1 - row[here::-1].index(";")
            # "thu 14kg heroin; gần 22kg thuốc phiện": the list goes on under the verb before it.
            start = left if at > left else start
    return Clause(start, end, f" {' '.join(doc.keys[start:end])} ")


def _figure(
    doc: Doc, number: Number, end: int, counts: tuple[Count, ...], clause: Clause, periods: Periods
) -> Figure | None:
    for count in counts:
        if count.needs and not _is_meant(doc, number, end, count, clause):
            continue
        if count.bars and holds(clause.row, count.bars):
            continue
        if is_other_noun(doc, end, count) or (count.what == "delegations" and number.value <= _SIDES):
            return None
        if count.what == "seizure":
            number = _with_larger(doc, number, end)
        kind, ident, stop = _kind(doc, end, count)
        if count.what == "seizure" and (
            ident is None or (doc.gazetteer.goods[ident].traded and not is_seized(clause.row))
        ):
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
    if count.what == "seizure":
        return _substance(doc, end, stop)
    if count.what != "cases":
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


def _once(doc: Doc, figures: list[Figure]) -> tuple[Figure, ...]:
    """A figure told again elsewhere (in a caption, in the headline) is one figure with all its phrases."""
    told: dict[tuple[object, ...], list[int]] = {}
    kept: list[Figure] = []
    for figure in figures:
        places = told.setdefault((figure.what, figure.value, figure.unit), [])
        at = next((at for at in places[: -_MOST_ALIKE - 1 : -1] if _is_same(doc, kept[at], figure)), None)
        if at is None:
            places.append(len(kept))
            kept.append(figure)
            continue
        old = kept[at]
        fuller = figure if _is_fuller(doc, figure, old) else old
        kept[at] = replace(
            fuller,
            spans=old.spans + figure.spans,
            giver=old.giver or figure.giver,
            receiver=old.receiver or figure.receiver,
            period=max(old.period or "", figure.period or "", key=len) or None,
        )
    return _shared_sides(doc, kept)


def _is_fuller(doc: Doc, new: Figure, old: Figure) -> bool:
    """It says more of the kind: "5 kg heroin" after "5 kg ma túy"."""
    if new.what == "cases":
        return len(new.kind or "") > len(old.kind or "")
    return new.kind_id != old.kind_id and _is_kind_of(doc, new.kind_id, old.kind_id)


def _is_kind_of(doc: Doc, ident: str | None, broader: str | None) -> bool:
    """A kind of goods is another, or one of its kinds."""
    for _ in range(len(doc.gazetteer.goods)):
        if ident is None or ident == broader:
            break
        ident = doc.gazetteer.goods[ident].broader
    return ident == broader


def _is_within(one: str, other: str) -> bool:
    """Both are one time, or one is a day or month of the other: "năm 2018 ... ngày 11/5/2018"."""
    return one == other or ("/" not in one + other and (one.startswith(f"{other}-") or other.startswith(f"{one}-")))


def _is_same(doc: Doc, old: Figure, new: Figure) -> bool:
    """Both tell the same: kind and period do not differ where both are told."""
    if old.period and new.period and not _is_within(old.period, new.period):
        return False
    if new.what == "cases" and old.kind and new.kind and not _is_one_kind(doc, old, new):
        return False
    if new.what == "goods" and old.kind != new.kind:
        return False
    if new.what == "seizure" and not (
        _is_kind_of(doc, new.kind_id, old.kind_id) or _is_kind_of(doc, old.kind_id, new.kind_id)
    ):
        return False
    return new.what not in _BY_PLACE or _block(doc, old) != _block(doc, new)


def _is_one_kind(doc: Doc, old: Figure, new: Figure) -> bool:
    """One kind begins like the other, or another paragraph words it differently."""
    one, other = (old.kind or "").lower(), (new.kind or "").lower()
    if one.startswith(other) or other.startswith(one):
        return True
    return _block(doc, old) != _block(doc, new) and not set(one.split()).isdisjoint(other.split())


def _block(doc: Doc, figure: Figure) -> int:
    return doc.block[doc.token_at(figure.spans[0][0])]


def _shared_sides(doc: Doc, figures: list[Figure]) -> tuple[Figure, ...]:
    """Gifts without a named giver or receiver come from and go to the same as the others of their paragraph; as those
    of the text, where it tells of no second giver or receiver."""
    gifts = [at for at, figure in enumerate(figures) if figure.what in ("money", "goods")]
    if not gifts:
        return tuple(figures)
    blocks: dict[int, list[int]] = {}
    for at in gifts:
        blocks.setdefault(_block(doc, figures[at]), []).append(at)
    for row in blocks.values():
        _share(figures, row, _named(figures, row, "giver"), _named(figures, row, "receiver"))
    givers, receivers = _named(figures, gifts, "giver"), _named(figures, gifts, "receiver")
    if len(givers) < 2 and len(receivers) < 2:
        _share(figures, gifts, givers, receivers)
    return tuple(figures)


def _named(figures: list[Figure], row: list[int], side: Literal["giver", "receiver"]) -> list[str]:
    """The givers or receivers of some figures, each once."""
    names = (figures[at].giver if side == "giver" else figures[at].receiver for at in row)
    return list(dict.fromkeys(name for name in names if name))


def _share(figures: list[Figure], row: list[int], givers: list[str], receivers: list[str]) -> None:
    """Gives the one giver and the one receiver to those of a row that have none."""
    giver = givers[0] if len(givers) == 1 else None
    receiver = receivers[0] if len(receivers) == 1 else None
    for at in row:
        figure = figures[at]
        if (giver and not figure.giver) or (receiver and not figure.receiver):
            figures[at] = replace(figure, giver=figure.giver or giver, receiver=figure.receiver or receiver)
