"""Times that have passed since a dated day: "sau 7 tháng", "3 năm thực hiện thỏa thuận ký ngày 12/3/2018"; and since a
year in which something was founded, wherever the text counts them: "thiết lập từ năm 1991 ... trong 21 năm qua"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from borderwire.errors import Span
from borderwire.extract.calendar import MONTH_WORD, YEAR_WORD
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.extract.yearago import find_ago
from borderwire.extract.yearquote import quote
from borderwire.text import key

_NUMBERS = {key(word): number for number, word in enumerate(
    ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1,
)}  # fmt: skip
_MOST = 80  # years and months that one counts
_REACH = 24  # tokens between the two, in one sentence
_AFTER, _AGO, _HERE = keys("sau tròn"), key("trước"), (key("cách"), key("đây"))
_THEN = keys("đó khi")
_BESIDE, _APART = 4, frozenset('.;:"”]')  # tokens between a count and its year, and what keeps them apart
_FROM, _NOW, _NOW_REACH = key("từ"), key("nay"), 12
_GOES_ON = frozenset(",.;") | keys("kể từ")
_CARRIED_OUT = frozenset([(key("thực"), key("hiện")), (key("triển"), key("khai")), (key("thi"), key("công"))])
_MONTH, _YEAR = 30, 365  # days
# Days by which the event may come before or after the time that is told: papers round it down.
_SLACK = {_MONTH: (-45, 75), _YEAR: (-60, 300)}
_FITS, _NEARLY, _FAILS = 0.9, 0.5, 0.02
_MANY = 10  # years from which on one counts by the calendar, not by days
_FOUNDED, _FOUNDED_BACK = pairs("thành lập, thiết lập, ra đời"), 6  # tokens before the year
_OLDEST, _YOUNGEST, _ROUND = 80, 6, 5  # years that such a thing has been there; those that a paper rounds to
_PAST = key("qua")
_AGED, _LIVED = key("tuổi"), {0: 0.82, 1: 0.1, -1: 0.03}
_AGREEING = 3  # persons whose ages say as much as those of any more
_FIRST_NEWS, _LAST_NEWS = 2000, 2035
_NAME_BACK, _CAPITAL, _BETWEEN, _BORN = 4, "UA", frozenset("(,."), keys("sn sinh năm ngày là")
_ROUGHLY = keys("khoảng hơn trên dưới đủ chưa từ đến tới gần kém bằng")  # no age of a person
_AGE = {0: 0.8, 1: 0.1, -1: 0.04}  # years over the count -> odds; papers round down, or count the year that has begun


@dataclass(frozen=True, slots=True)
class Elapsed:
    """odds: by the year of the event; year: in which the time is over; shown: in English; span: of the date."""

    year: int
    odds: Callable[[int], float]
    shown: str
    span: Span


def find_elapsed(doc: Doc, raw: RawDate, day: Day) -> Elapsed | None:
    """The time that the sentence of the date says has passed since, for an event on that day of its year."""
    year, month = raw.at.year, raw.at.month
    if year is None or raw.until is not None or not (raw.form == "year" or (month and day.month)):
        return None
    count = _counted(doc, raw)
    if count is None:
        return None
    number, unit = count
    shown, span = quote(doc, raw)
    what = ("year" if unit == _YEAR else "month") + "s" * (number != 1)
    if month is None or day.month is None:
        due = year + number
        return Elapsed(due, partial(_years_on, due), f"{number} {what} since {shown}", span) if unit == _YEAR else None
    first, last = _SLACK[unit]
    since = date(year, month, min(raw.at.day or 15, 28)).toordinal() + number * unit
    on_month, on_day = day.month, min(day.day or 15, 28)

    calendar = year + number if unit == _YEAR else None
    by_days, by_years = (_NEARLY, _FITS) if number >= _MANY else (_FITS, _NEARLY)

    def odds(event: int) -> float:
        fits = first <= date(event, on_month, on_day).toordinal() - since <= last
        return max(by_days if fits else _FAILS, by_years if event == calendar else _FAILS)

    return Elapsed(date.fromordinal(since).year, odds, f"{number} {what} since {shown}", span)


def find_held_again(doc: Doc, raws: list[RawDate]) -> Elapsed | None:
    """ "cuộc bầu cử năm 2015 ... cuộc bầu cử cách đây 4 năm"."""
    found = find_ago(doc, raws)
    if found is None:
        return None
    raw, number = found
    due = (raw.at.year or 0) + number
    shown, span = quote(doc, raw)
    return Elapsed(due, partial(_years_on, due), f"{number} year{'s' * (number != 1)} since {shown}", span)


def _years_on(due: int, event: int) -> float:
    """The odds of a year that a count from a year alone makes `due`."""
    return _AGE.get(event - due, _FAILS)


def _counted(doc: Doc, raw: RawDate) -> tuple[int, int] | None:
    """How many years or months, and the days of one."""
    begin, end = doc.sentence_of(raw.start)
    for at in range(max(begin, raw.start - _REACH), min(end, raw.end + _REACH) - 1):
        word = doc.keys[at + 1]
        if word not in (YEAR_WORD, MONTH_WORD) or raw.start <= at + 1 < raw.end:
            continue
        if at and doc.keys[at - 1] == MONTH_WORD:
            continue  # "so với tháng 3 năm trước"
        number = number_at(doc, at)
        if not 0 < number <= _MOST:
            continue
        if word == YEAR_WORD and _lasts_till_now(doc, raw, at):
            return number, _YEAR
        if raw.form == "year" and not _stands_beside(doc, at + 2, raw):
            continue
        if _tells_time_passed(doc, at, end):
            return number, _YEAR if word == YEAR_WORD else _MONTH
    return None


def _stands_beside(doc: Doc, at: int, raw: RawDate) -> bool:
    """ "cách đây 5 năm (2012)", "45 năm trước, vào năm 1973": in a sentence, a year is mostly of something else."""
    return 0 <= raw.start - at <= _BESIDE and _APART.isdisjoint(doc.words[at : raw.start])


def _lasts_till_now(doc: Doc, raw: RawDate, at: int) -> bool:
    """ "có từ năm 1968, đến nay được 49 năm", "từ năm 2001 đến nay (16 năm)": 7 of 11 in news of 2017, two more within
    a year."""
    if at < raw.end or at - raw.end > _NOW_REACH or _FROM not in doc.keys[max(0, raw.start - 1) : raw.start + 1]:
        return False
    return _NOW in doc.keys[raw.end : at] and doc.keys[at - 1] not in _ROUGHLY


def number_at(doc: Doc, at: int) -> int:
    """The number below a hundred that the token tells, in digits or in a word; else 0."""
    if doc.shapes[at] == "d":
        return int(doc.words[at]) if len(doc.words[at]) <= 2 else 0
    return _NUMBERS.get(doc.keys[at], 0)


def _tells_time_passed(doc: Doc, at: int, end: int) -> bool:
    """ "sau 7 tháng, ...", "3 năm thực hiện", "bảy năm trước", "cách đây hai năm"; not "sau 7 tháng đầu năm"."""
    row = doc.keys
    after = (row[at + 2], row[at + 3]) if at + 3 < end else ("", "")
    if after in _CARRIED_OUT or (after[0] == _AGO and after[1] not in _THEN):
        return True
    if at > 1 and (row[at - 2], row[at - 1]) == _HERE:
        return True
    return at > 0 and row[at - 1] in _AFTER and after[0] in _GOES_ON


def find_age(doc: Doc, raws: list[RawDate]) -> Elapsed | None:
    """The years that have passed since the one founding that the text tells, where it counts them just once."""
    founded = [raw for raw in raws if _tells_founding(doc, raw)]
    found = _years_since(doc, founded, _ages, _AGE)
    return found if found is not None and _FIRST_NEWS <= found.year <= _LAST_NEWS else None


def find_birth(doc: Doc, births: list[RawDate]) -> Elapsed | None:
    """The year in which the one person whose birth the text tells has the one age that it tells: "thiếu nữ 17 tuổi",
    "(SN 2004)". Papers count the years without the months."""
    found = _years_since(doc, births, _ages_of_persons, _LIVED)
    if found is None:
        return _find_births(doc, births)
    if not _FIRST_NEWS <= found.year <= _LAST_NEWS:
        return None
    return found if _is_one_person(doc, births) else None


def _find_births(doc: Doc, births: list[RawDate]) -> Elapsed | None:
    """The same of several persons, each with an age beside the name: "Kha (53 tuổi) ... Kha (SN 1966)"."""
    ages: dict[str, int] = {}
    for at in _ages_at(doc) if len(births) > 1 else ():
        ages.setdefault(_named_before(doc, at), int(doc.words[at]))
    born: dict[str, RawDate] = {}
    for raw in births:
        born.setdefault(_named_before(doc, raw.start), raw)
    due = {name: (raw.at.year or 0) + ages[name] for name, raw in born.items() if name and name in ages}
    if len(due) < 2 or len(set(due.values())) != 1:
        return None
    (name, year), number = next(iter(due.items())), len(due)
    shown, span = quote(doc, born[name])
    return Elapsed(year, partial(_lived_odds, year, number), f"{ages[name]} years since {shown}", span)


def _lived_odds(due: int, number: int, event: int) -> float:
    """The odds of a year for a number of persons whose ages agree."""
    return _LIVED.get(event - due, _FAILS) ** min(number, _AGREEING)


def _is_one_person(doc: Doc, births: list[RawDate]) -> bool:
    """Whether who was born and who has that age may be one: "Lềnh (17 tuổi)" is not the "Páo (SN 2004)"."""
    born = {_named_before(doc, raw.start) for raw in births}
    aged = {_named_before(doc, at) for at in _ages_at(doc)}
    return "" in aged or "" in born or born == aged


def _named_before(doc: Doc, at: int) -> str:
    """The last syllable of the name that the token is said of, or nothing."""
    for index in range(at - 1, max(doc.sentence_of(at)[0], at - _NAME_BACK) - 1, -1):
        if doc.shapes[index] in _CAPITAL and doc.keys[index] not in _BORN:
            return doc.keys[index]
        if doc.words[index] not in _BETWEEN and doc.keys[index] not in _BORN:
            return ""
    return ""


def _years_since(
    doc: Doc, raws: list[RawDate], ages: Callable[[Doc], set[int]], likely: dict[int, float]
) -> Elapsed | None:
    """The only year of the dates and the only number of years that the text counts, added up. likely: the odds of
    each difference between the year of the event and that sum."""
    begun = {raw.at.year: raw for raw in raws if raw.at.year and raw.until is None}
    counted = ages(doc) if len(begun) == 1 else set()
    if len(counted) != 1:
        return None
    (begin, raw), age = next(iter(begun.items())), counted.pop()

    def odds(event: int) -> float:
        return likely.get(event - begin - age, _FAILS)

    shown, span = quote(doc, raw)
    return Elapsed(begin + age, odds, f"{age} years since {shown}", span)


def _tells_founding(doc: Doc, raw: RawDate) -> bool:
    """ "được thành lập vào tháng 5/2009", "quan hệ thiết lập từ năm 1991"; no anniversary of it."""
    return _FOUNDED.among(doc.before(raw.start, _FOUNDED_BACK))


def _ages(doc: Doc) -> set[int]:
    """ "(trong) 21 năm qua", "sau 10 năm thành lập": the numbers of years counted so."""
    row, shapes, last = doc.keys, doc.shapes, len(doc.keys) - 2
    ages = set()
    for at in doc.anchors().get(YEAR_WORD, []):
        if not 0 < at < last or shapes[at - 1] != "d" or len(doc.words[at - 1]) > 2:
            continue
        age = int(doc.words[at - 1])
        counted = row[at + 1] == _PAST and age % _ROUND  # "trong 10 năm qua" counts from nothing in particular
        if _YOUNGEST <= age <= _OLDEST and (counted or (row[at + 1], row[at + 2]) in _FOUNDED):
            ages.add(age)
    return ages


def _ages_of_persons(doc: Doc) -> set[int]:
    """ "17 tuổi": all ages told."""
    return {int(doc.words[at]) for at in _ages_at(doc)}


def _ages_at(doc: Doc) -> list[int]:
    """The tokens of the numbers in "17 tuổi"."""
    row = doc.keys
    return [
        at
        for at in doc.digits
        if len(doc.words[at]) <= 2 and row[at + 1 : at + 2] == [_AGED] and _ROUGHLY.isdisjoint(row[at - 1 : at])
    ]
