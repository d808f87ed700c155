"""Years that are kept: "mừng 40 năm Ngày thiết lập quan hệ ngoại giao" is said about 2002.

The year from which they are counted is told beside them, or is one that a reader knows (`foundings.yaml`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from borderwire.errors import Span
from borderwire.extract.calendar import YEAR_WORD
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.hits import between, entry_at, kind_at
from borderwire.extract.words import keys, pairs
from borderwire.gazetteer.matcher import Hit
from borderwire.gazetteer.types import Founding
from borderwire.text import key

_FEWEST, _MOST = 5, 150  # years that one keeps
_FIRST, _LAST = 2000, 2035  # years of news
_BACK, _NAME_BACK = 8, 14  # tokens before the number that may say that it is kept, and what
_SENTENCE = 60  # tokens of the sentence before the number that may say when it was or will be kept
_SKIPPED = 7  # tokens between the number and the name: "55 năm Ngày hai nước chính thức ..."
_FORTH = 32  # tokens after the number in which the year of the beginning may stand
_NAME_FORTH, _YEAR_DIGITS = 8, 4  # tokens of the name of what is kept, its year included
_STATES_FORTH = 24  # the same for the names of states
_MEMO = "partner"
_START = attrgetter("start")
_KEPT = pairs("kỷ niệm, chào mừng, ăn mừng, lễ mừng, dịp mừng, hướng tới, hướng về, tiến tới, nhân dịp, truyền thống")
_ROUND = keys("tròn mừng")
_NTH = (key("lần"), key("thứ"))
_TIME = key("lần")
_DONE = pairs("thành công, tốt đẹp, bế mạc")
_EARLY = 4  # months of the year in which papers still tell of the last
_LAST_YEAR = pairs("năm ngoái, năm trước")
_TOWARDS = pairs("hướng tới, hướng về, tiến tới, chuẩn bị, sắp tới, năm tới, năm sau")
# "thành lập Đảng bộ tỉnh" is another thing than "thành lập Đảng", and so is the day of one province's force.
_LONGER = keys("bộ nhân tỉnh thành huyện đồn ban cục")
_BETWEEN, _WITH, _DASHES = key("giữa"), keys("và với"), frozenset("-–")
_OLD = 1995  # what is older is history, and may have begun what is kept
_STOPS = frozenset(";.!?")
# Days that the event lies before the day that is kept, at most, and how often; a whole year is kept by feasts.
_BEFORE = ((-150, 0.05), (-45, 0.2), (60, 1.0), (250, 0.55), (310, 0.1), (420, 0.03))
_BEFORE_TOWARDS = ((-45, 0.02), (0, 0.3), (250, 1.0), (400, 0.4), (600, 0.1))
_NEVER = 0.01
_YEARS = {0: 0.9, -1: 0.03, 1: 0.03}  # where the day that is kept, or the event's, has no month
_YEARS_TOWARDS = {0: 0.5, -1: 0.45}
_RELATIONS, _SET_UP, _RELATIONS_REACH = pairs("quan hệ"), pairs("thiết lập"), 16
_THIS_YEAR = pairs("năm nay")
_YEARS_NOW = {0: 0.95, 1: 0.02, -1: 0.02}
_YEARS_PAST = {1: 0.93, 2: 0.03, 0: 0.02}
_YEARS_DONE = {"early": {0: 0.1, 1: 0.85}, "any": {0: 0.6, 1: 0.35}}  # "đã tổ chức thành công", "đã bế mạc"


@dataclass(frozen=True, slots=True)
class Kept:
    """number: of years; since: the year or the day (ISO 8601) from which they are counted; span: of the words;
    relation: "" when kept about now, "now" (this year), "towards", "done" (over, in the same year or the last) or
    "past" (last year)."""

    number: int
    since: str
    span: Span
    relation: str

    @property
    def year(self) -> int:
        return int(self.since[:4]) + self.number

    def odds(self, event: int, day: Day) -> float:
        """How likely a paper on that day of that year is to speak of it so."""
        if self.relation == "past":
            return _YEARS_PAST.get(event - self.year, _NEVER)
        if self.relation == "done":
            early = day.month is not None and day.month <= _EARLY
            return _YEARS_DONE["early" if early else "any"].get(event - self.year, _NEVER)
        if self.relation == "now":
            return _YEARS_NOW.get(event - self.year, _NEVER)
        towards = self.relation == "towards"
        if day.month is None or len(self.since) == 4:
            return (_YEARS_TOWARDS if towards else _YEARS).get(event - self.year, _NEVER)
        kept = date(self.year, int(self.since[5:7]), min(int(self.since[8:]), 28))
        before = (kept - date(event, day.month, min(day.day or 15, 28))).days
        for limit, odds in _BEFORE_TOWARDS if towards else _BEFORE:
            if before <= limit:
                return odds if before > -366 else _NEVER
        return _NEVER


def find_kept(doc: Doc, raws: list[RawDate]) -> list[Kept]:
    """The numbers of years that are kept, in order. raws: the dates of the text."""
    found: list[Kept] = []
    for at in doc.digits:
        word = doc.words[at]
        if not (1 <= len(word) <= 3 and _FEWEST <= int(word) <= _MOST):
            continue
        counted = doc.keys[at + 1] == YEAR_WORD if at + 1 < len(doc) else False
        numbered = at > 1 and (doc.keys[at - 2], doc.keys[at - 1]) == _NTH
        if not counted and not numbered and not (at and doc.keys[at - 1] == _TIME):
            continue
        kept = _read(doc, at, int(word), raws, counted=counted)
        if kept is not None:
            found.append(kept)
    return found


def _read(doc: Doc, at: int, number: int, raws: list[RawDate], *, counted: bool) -> Kept | None:
    begin, end = doc.sentence_of(at)
    first, last = max(begin, at - _BACK), min(end, at + _FORTH)
    before = doc.keys[first:at]
    if not (_KEPT.among(before) or not _ROUND.isdisjoint(before)):
        return None
    beside = _begun(doc, at, last, number, raws) or (_bare_year(doc, at + 2, end, number) if counted else None)
    named = _known(doc, at, number, counted=counted)
    beside = beside or _told_elsewhere(doc, at, end, number, raws)
    if beside is not None and named is not None and named.date[:4] == beside:
        beside = None
    since = beside or (named.date if named is not None else None)
    if since is None:
        return None
    ends = min(end, at + (2 if counted else 1))
    relation = _relation(doc.keys[max(begin, at - _SENTENCE) : at], before)
    return Kept(number, since, doc.span(first if first == begin else at, ends), relation)


def _relation(sentence: list[str], before: list[str]) -> str:
    if _LAST_YEAR.among(sentence):
        return "past"
    if _THIS_YEAR.among(sentence):
        return "now"
    if _TOWARDS.among(before):
        return "towards"
    return "done" if _DONE.among(sentence) else ""


def _begun(doc: Doc, at: int, last: int, number: int, raws: list[RawDate]) -> str | None:
    """The year told beside the number: "20 năm thành lập (1997)", "55 năm Ngày ... (5/9/1962)"."""
    for index in range(bisect_right(raws, at, key=_START), len(raws)):
        raw = raws[index]
        if raw.start >= last:
            return None
        year = raw.at.year
        if year is None or raw.until is not None:
            continue
        if _FIRST <= year + number <= _LAST and (year < _OLD or doc.words[raw.start - 1] == "("):
            return f"{year}"
    return None


def _told_elsewhere(doc: Doc, at: int, end: int, number: int, raws: list[RawDate]) -> str | None:
    """ "kỷ niệm 50 năm thiết lập quan hệ ngoại giao", and further on "thiết lập quan hệ với nước ta (4/8/1966)": the
    only such year."""
    if not _RELATIONS.among(doc.keys[at : min(end, at + _RELATIONS_REACH)]):
        return None
    years = {
        raw.at.year
        for raw in raws
        if raw.at.year and raw.until is None and _FIRST <= raw.at.year + number <= _LAST and _tells_relations(doc, raw)
    }
    return f"{years.pop()}" if len(years) == 1 else None


def _tells_relations(doc: Doc, raw: RawDate) -> bool:
    before = doc.before(raw.start, _RELATIONS_REACH)
    return _RELATIONS.among(before) and _SET_UP.among(before)


def _bare_year(doc: Doc, start: int, end: int, number: int) -> str | None:
    """The old year that ends the name of what is kept: "40 năm chiến dịch mùa xuân 1975"."""
    for at in range(start, min(end, start + _NAME_FORTH)):
        word = doc.words[at]
        if not word[0].isalnum():
            return None
        if len(word) == _YEAR_DIGITS and doc.shapes[at] == "d":
            fits = int(word) < _OLD and _FIRST <= int(word) + number <= _LAST
            return word if fits and at > start else None
    return None


def _known(doc: Doc, at: int, number: int, *, counted: bool) -> Founding | None:
    """What a reader knows to be kept by that name, where the number makes it a year of news."""
    begin, end = doc.sentence_of(at)
    first = at + 2 if counted else at + 1
    places = [*range(first, min(end, first + _SKIPPED))]
    if not counted:
        places.extend(range(at - 1, max(begin, at - _NAME_BACK) - 1, -1))
    near = range(max(begin, at - _NAME_BACK), min(end, at + _STATES_FORTH))
    for place in places:
        rows = _longest(doc, place)
        if rows:
            fits = {row.date[:4]: row for row in rows if _fits(doc, row, number, near)}
            return next(iter(fits.values())) if len(fits) == 1 else None
        if doc.words[place] in _STOPS:
            return None
    return None


def _longest(doc: Doc, place: int) -> list[Founding]:
    """The foundings whose form begins at the token, the longest form only; none where the name goes on."""
    found: list[Founding] = []
    size = 0
    for row, founding in doc.gazetteer.founding_rows.get(doc.keys[place], ()):
        if len(row) >= size and tuple(doc.keys[place : place + len(row)]) == row:
            found = [*found, founding] if len(row) == size else [founding]
            size = len(row)
    end = place + size
    goes_on = end < len(doc) and (doc.keys[end] in _LONGER or kind_at(doc, end) == "province")
    return [] if goes_on or _of_others(doc, end) else found


def _of_others(doc: Doc, end: int) -> bool:
    """ "... quan hệ ngoại giao Việt Nam - Xu-đăng": the two states are named, and the other is no known one."""
    at = end + 1 if end < len(doc) and doc.keys[end] == _BETWEEN else end
    hit = doc.hit_at.get(at)
    if hit is None or hit.of("country") is None or hit.end + 1 >= len(doc):
        return False
    joined = doc.words[hit.end] in _DASHES or doc.keys[hit.end] in _WITH
    return joined and entry_at(doc, hit.end + 1, "country") is None


def _fits(doc: Doc, founding: Founding, number: int, near: range) -> bool:
    if not _FIRST <= int(founding.date[:4]) + number <= _LAST:
        return False
    states = _foreign(between(doc, "country", near.start, near.stop))
    if founding.between is None:
        return not states or "LA" in states
    return founding.between in states if states else founding.between == _partner(doc)


def _partner(doc: Doc) -> str | None:
    """The state but Vietnam that the text names most."""
    if _MEMO not in doc.memo:
        states = _foreign(doc.hits_of("country"))
        doc.memo[_MEMO] = states[0] if states else None
    partner: str | None = doc.memo[_MEMO]
    return partner


def _foreign(hits: list[Hit]) -> list[str]:
    """The states but Vietnam that are named, those named most first."""
    counts = Counter(entry.id for hit in hits if (entry := hit.of("country")) is not None and entry.id != "VN")
    return [state for state, _ in counts.most_common()]
