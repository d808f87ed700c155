"""Editions of what is held again and again: "Cúp Sông Mây 2018", "Đối thoại Núi Xanh 2019", "lễ hội Hoa Ban 2019".

A paper that names one mostly writes of the one that is being held, has just been held or is about to be: in 1,240 news
texts of 2017 the last year named so was that of the text in four of five, and in nine of ten where the headline or the
lead names it. A text that names a later year keeps the older edition as background.
"""

from __future__ import annotations

from collections import Counter

from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.extract.yearsetting import is_numbered
from borderwire.text import key

# What is said of the year of an edition: in the headline, in the lead or as under way, several times, once, as to come.
FIRST, AGAIN, ONCE, AHEAD = "edition-first", "edition-again", "edition", "edition-ahead"
EDITIONS = frozenset([FIRST, AGAIN, ONCE, AHEAD])

_NAMES = frozenset(["named", "own-name", "qualifying"])
_OF_TOPICS = frozenset(["plain", "named", "election"])
_TOPICS = 4  # sentences from the top among which one may be a headline
_CONTEST_BACK = 24  # tokens before the year in which the name of a contest may begin
# In 185 texts of 2017 that name one with "năm", the last such year was theirs in 135; in 78 where the top does, in 68.
CONTESTS = keys("giải cúp festival")
CONTEST_PAIRS = pairs(
    "hội thi, hội thao, liên hoan, tuần lễ, ngày hội, cuộc thi, hội chợ, diễn đàn, hội báo, lễ hội, triển lãm"
)
_HELD = pairs(
    "lễ tế, lễ giỗ, lễ cầu, lễ phát, lễ ra, lễ giao, lễ tuyên, lễ trao, trao giải, giải báo, khai mạc, bế mạc",
    "khai giảng, lễ xuất, xuất quân, lễ đón, lễ truy, diễn tập, hội diễn, hội trại, giao quân, đêm hội",
)
_CASES, _IN = keys("vụ án bắt xử giết nghi lừa mất"), key("trong")
_MARKS, _WON = frozenset(",.;:!?()"), keys("từng cựu chương nobel oscar")
_NO_CONTEST = pairs("giải thưởng, giải pháp, giải quyết, giải phóng")
_ONCE_MORE = pairs("vô địch, đoạt giải, giành giải, á quân, từ sau, so với, nhận giải, trước đó")
_POLL = pairs("bầu cử")
_LEAD = 1  # the last sentence of the lead, the headline being sentence 0
_NAMED_AGAIN = "editions named again"
# Words before a year that make it no edition: a time ("sang 2018"), a model ("phiên bản 2017"), what lasts from one
# year into the next ("năm tài chính 2018", "mùa giải 2016").
_NO_EDITION = keys(
    "vào sang cho trong từ tư đến tới là nếu và hay hoặc của bản đời mẫu model nghiệp tháng mùa số kết đoạn nhìn sự"
)
_NO_EDITION_PAIRS = pairs("tài chính, mùa giải, phiên bản, tính thuế, tài khóa, kết quả, doanh thu, số liệu")
_VEHICLES, _VEHICLE_BACK = keys("xe ôtô suv sedan showroom"), 12  # "mẫu xe X 2018" is sold from the year before on
_ROUNDS, _FINALS = pairs("tứ kết, bán kết, chung kết"), pairs("vòng chung, vòng loại")
_UNDER_WAY, _UNDER_WAY_BACK = key("đang"), 8  # "đội đang dự Cúp Sông Mây 2018"
_HOST = pairs("chủ nhà")
_ROUNDS_BACK = 12  # tokens before the year that may name a round of the tournament
_OLD = pairs("nhà vô")  # "nhà vô địch thế giới 2016"
_SINCE = [key("kể"), key("từ")]  # "kể từ | Cúp Sông Mây | 2016, đội mới lại thắng"
_REIGNING, _PAST = pairs("đương kim, cựu vô"), "past"  # "đương kim vô địch Cúp Sông Mây 2016": an edition before


def edition_kind(doc: Doc, raw: RawDate, kind: str, ahead: bool) -> str | None:
    """The kind of a year that what is held in it bears in its name, "past" where it is over; None for another year.

    kind: as the words tell it; ahead: whether the sentence tells of what is to come."""
    if raw.form == "year" and kind in _OF_TOPICS and not ahead:
        return _of_contest(doc, raw)
    if raw.form != "named-year" or kind not in _NAMES:
        return None
    if _REIGNING.among(doc.before(raw.start, _VEHICLE_BACK)) or _is_since(doc, raw.start):
        return _PAST
    if not _is_edition(doc, raw):
        return None
    if kind == "qualifying" and not _is_round_of_it(doc, raw):
        return None
    if ahead:
        return AHEAD
    if doc.sentence[raw.start] <= _LEAD or _UNDER_WAY in doc.before(raw.start, _UNDER_WAY_BACK):
        return FIRST
    return AGAIN if _named_again(doc)[_name(doc, raw.start)] > 1 else ONCE


def _is_since(doc: Doc, at: int) -> bool:
    """Nothing but the name of the edition stands between "kể từ" and the year at token `at`."""
    while at > 0 and doc.shapes[at - 1] in "UA":
        at -= 1
    return doc.keys[max(0, at - 2) : at] == _SINCE


def _of_contest(doc: Doc, raw: RawDate) -> str | None:
    """ "Giải Bóng bàn trẻ Núi Xanh năm 2013" in the lead, "Lễ hội Dừa lần thứ III năm 2019" soon behind it; and "Bầu cử
    ở Đảo Xa năm 2014: đã mở phòng phiếu" in a headline further down."""
    number = doc.sentence[raw.start]
    if number > _TOPICS:
        return None
    if number == 0 and _ends_headline(doc, raw):
        return FIRST
    heads = raw.end < len(doc) and doc.words[raw.end] == ":" and _POLL.among(doc.before(raw.start, _CONTEST_BACK))
    if not heads and not ((number <= _LEAD or is_numbered(doc, raw)) and _names_contest(doc, raw)):
        return None
    return FIRST if number <= _LEAD else ONCE


def _ends_headline(doc: Doc, raw: RawDate) -> bool:
    """ "Trang nghiêm lễ tế Đền Mây năm 2016", "Trao giải báo chí viết về thanh niên năm 2017": what is held bears the
    year at the end of the headline."""
    if raw.end < len(doc) and not doc.breaks[raw.end]:
        return False
    before = doc.keys[max(0, raw.start - _CONTEST_BACK) : raw.start]
    if before[-1:] == [_IN] or _ONCE_MORE.among(before) or not _CASES.isdisjoint(before):
        return False
    return _HELD.among(before) or CONTEST_PAIRS.among(before)


def _names_contest(doc: Doc, raw: RawDate) -> bool:
    first = max(doc.sentence_of(raw.start)[0], raw.start - _CONTEST_BACK)
    for at in range(raw.start - 1, first - 1, -1):
        if doc.words[at] in _MARKS or doc.keys[at] in _WON or tuple(doc.keys[at : at + 2]) in _NO_CONTEST:
            return False
        if doc.shapes[at] == "U" and (doc.keys[at] in CONTESTS or tuple(doc.keys[at : at + 2]) in CONTEST_PAIRS):
            return not _ONCE_MORE.among(doc.keys[max(first, at - 4) : at])
    return False


def _is_edition(doc: Doc, raw: RawDate) -> bool:
    before = doc.before(raw.start, _VEHICLE_BACK)
    if before[-1:] and before[-1] in _NO_EDITION:
        return False
    if tuple(before[-2:]) in _NO_EDITION_PAIRS or _OLD.among(before):
        return False
    return _VEHICLES.isdisjoint(before)


def _is_round_of_it(doc: Doc, raw: RawDate) -> bool:
    """ "giành vé vào tứ kết Cúp Sông Mây 2019", "chủ nhà của Cúp Sông Mây 2019"; no way there: "vòng loại"."""
    before = doc.before(raw.start, _ROUNDS_BACK)
    return not _FINALS.among(before) and (_ROUNDS.among(before) or _HOST.among(before))


def _name(doc: Doc, at: int) -> tuple[str, str]:
    """The last word of the name and the year."""
    return (doc.keys[at - 1] if at else "", doc.words[at])


def _named_again(doc: Doc) -> Counter[tuple[str, str]]:
    """How often the text says each number after the same word."""
    counted: Counter[tuple[str, str]] | None = doc.memo.get(_NAMED_AGAIN)
    if counted is None:
        counted = Counter(_name(doc, at) for at in doc.digits)
        doc.memo[_NAMED_AGAIN] = counted
    return counted
