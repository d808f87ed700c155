"""What a bare year or a span of years tells of the event's year: "nhiệm vụ năm 2025", "(3/2/1974 - 3/2/2014)"."""

from __future__ import annotations

from itertools import pairwise

from borderwire.errors import Span
from borderwire.extract.calendar import YEAR_WORD
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import has_pair, keys, pairs
from borderwire.extract.yearclues import Clue
from borderwire.extract.yearcues import TASK, kind_of_year
from borderwire.extract.yearedition import AGAIN, FIRST, ONCE, edition_kind
from borderwire.extract.yearname import bears_name_of_event
from borderwire.extract.yearodds import year_odds
from borderwire.extract.yearquote import quote
from borderwire.extract.yearseries import meetings_before, stands_in_row
from borderwire.extract.yearsetting import COURT, NEWS, Setting, is_numbered, is_yearly
from borderwire.extract.yearsofar import is_summed_up_early, part_of_year, tells_year_so_far
from borderwire.extract.yeartense import is_to_come
from borderwire.extract.yearthemes import REVIEW_PAIRS
from borderwire.text import key

_LONG_AGO = 10  # years that an anniversary lies back at least
_LONGEST_TERM = 6  # years of a programme or an agreement: "giai đoạn 2025-2030"
_NEAR = 45  # days from an anniversary to the event it is kept with
_TOWARDS, _TOWARDS_BACK = (key("hướng"), key("tới")), 14  # "hướng tới 40 năm (1974-2014)"
_SENTENCE = 40  # tokens before an anniversary that may say that it is to come
_PARTS = frozenset(["half-year", "first-quarter", "last-quarter", "begin"])
_NEXT_TIME = pairs("lần tới, lần sau, kỳ tới, tiếp theo")
_TO_COME = pairs("cùng tổ, sẽ tổ, chuẩn bị, dự kiến")
_KEPT = pairs("kỷ niệm, thành lập, truyền thống, năm ngày, thiết lập, quốc khánh")
_SUMMED_UP = pairs("tổng kết, sơ kết")  # "sơ kết 5 năm (2015-2020)"
# "đánh giá kết quả hợp tác giai đoạn 2019-2021": a term that is over, or nearly so
_LOOKED_BACK = pairs("đánh giá, kết quả, kiểm điểm, nhìn lại, điểm lại, rà lại, đạt được, đã làm, soát lại")
_FEASTS = keys("tròn niệm mừng")
_LOOK_BACK = 22  # tokens before the term that may say so
_AHEAD_WORDS = keys("ký bàn kế phương thỏa kỳ xây") | {","}
_NEAR_WORDS = 8  # tokens before a season that say that it is over
_TWO_YEARS = (key("hai"), YEAR_WORD)
_DRY_SEASON = key("khô")
_SIGN, _SIGNED_BACK, _STOPS = key("ký"), 30, frozenset(";:.")
_NO_SIGNING = ([key("đăng")], [key("chữ")], [key("được")])
_CARRIED = pairs("thực hiện, triển khai, thúc đẩy, tiếp tục, đánh giá, kể từ, sau khi")
_IN_OFFICE = keys("kỳ khóa")  # "nhiệm kỳ 2016-2021"
_CONGRESS, _RESOLUTION = pairs("đại hội"), pairs("nghị quyết, chào mừng, thực hiện, hội đồng")
_OF_PARTY = pairs("hội đảng, đảng bộ")  # held every five years, and cited all the time
_ELECTED, _ELECTED_BACK = pairs("được bầu, bầu làm, bầu ra, tái cử"), 45
_DECREED = pairs("nghị quyết")
_OF_SPORTS = pairs("thể thao, thể dục")
_DAY_WORDS, _SUMS_UP = keys("ngày sáng chiều tối trưa tháng năm"), pairs("đánh giá, tổng kết, kiểm điểm, nhìn lại")
_PERIOD = pairs("giai đoạn")
_TASK, _UNTIL = (key("nhiệm"), key("vụ")), keys("đến tới")  # "nhiệm vụ cho đến năm 2025-2026" is no crop
_WILL = key("sẽ")
_RAINY = range(5, 10)  # the months between two dry seasons
_SCHOOL_YEAR = [YEAR_WORD, key("học")]
_SCHOOL, _TERM_BEGINS = key("học"), 6  # the month from which papers speak of the school year to come
_CROP, _NO_CROP = key("vụ"), pairs("nhiệm vụ, vụ việc, vụ án, chức vụ, dịch vụ, nghiệp vụ, phục vụ")
_SEASON_WORDS = keys("khô học mùa vụ đông")
_OF_DEEDS = frozenset(
    ["plain", "figure", "figure-grown", "span-end", "listed", "begin", "close", "review"]
)  # beside a trial, these tell of the deed
_NOT_OF_A_PLAN = frozenset(
    [
        "plain",
        "figure",
        "figure-grown",
        "point",
        "ahead",
        "named",
        "own-name",
        "begin",
        "begin-since",
        "close",
        "half-year",
        "will-in",
    ]
)
_NEAR_LEAD = 4  # sentences
_HELD_WORDS, _OLD_WORDS = keys("lễ hội kỳ khóa lớp giải"), keys("nhắc khác so hồi từ sau nhớ")
_LEAD, _TODAY = 1, pairs("sáng nay, chiều nay, trưa nay, tối nay, hôm nay")
_TOTALS, _LATE = frozenset(["plain", "figure", "figure-grown", "review"]), 10  # the first of the last months of a year
_BESIDE = frozenset(["plain", "named", "theme", ONCE, AGAIN, FIRST])
_PLANNED_FOR = {key("cuối"): "planned-end", key("đầu"): "planned-begin", key("trong"): "will-in"}


def year_clue(doc: Doc, event: Setting, raw: RawDate, role: Role, year: int) -> Clue | None:
    """ "nhiệm vụ năm 2025", "từ đầu năm 2021 tới nay", "kết quả năm 2016".

    The sentence may tell the event's day, too: "Chiều 14/8, ... diễn tập chữa cháy rừng năm 2021"."""
    kind = kind_of_year(doc, raw)
    ahead = role.dates == "planned"
    edition = edition_kind(doc, raw, kind, ahead)
    if edition is not None:
        kind = edition
    elif ahead and kind in _NOT_OF_A_PLAN:
        kind = "next-meeting" if is_numbered(doc, raw) and stands_in_row(doc) else _planned_kind(doc, raw)
    before = doc.before(raw.start, _SENTENCE)
    if kind in _PARTS and _NEXT_TIME.among(before):
        kind = "next-meeting"  # "lần tới họp tại Lai Châu vào quý II năm 2024"
    if kind in ("past", "point") or (event.scene in COURT and kind in _OF_DEEDS):
        return None
    back = meetings_before(doc, raw)
    if back > 1:
        return None
    before_it = "last-meeting" if is_yearly(doc) else "meeting-before"
    kind = before_it if back else _by_month(doc, raw, kind, event.day.month)
    if kind in ("review", "plain", "figure", "figure-grown") and raw.form == "year" and tells_year_so_far(doc):
        kind = "last-year"
    elif kind in _BESIDE and _is_of_event(doc, event, raw):
        kind = "beside-day"
    shown, span = quote(doc, raw)
    return _clue(kind, year, event.day, shown, span)


def _is_of_event(doc: Doc, event: Setting, raw: RawDate) -> bool:
    """The year stands beside the event's day, or closes the name that the event bears there."""
    if doc.sentence[raw.start] in event.beside:
        return not _tells_school_year(doc, raw)
    return _beside_today(doc, event, raw) or bears_name_of_event(doc, event.at, raw.start)


def _tells_school_year(doc: Doc, raw: RawDate) -> bool:
    """ "tuyên dương học sinh giỏi năm học 2010-2011 và những em đỗ đại học năm 2010": the first of them tells more."""
    first = max(doc.sentence_of(raw.start)[0], raw.start - _SENTENCE)
    row = doc.keys[first : min(doc.sentence_of(raw.start)[1], raw.end + _SENTENCE)]
    return any(row[at : at + 2] == _SCHOOL_YEAR and doc.shapes[first + at + 2] == "d" for at in range(len(row) - 2))


def _beside_today(doc: Doc, event: Setting, raw: RawDate) -> bool:
    """ "Sáng nay, chiến sĩ mới dự lễ tuyên thệ năm 2019" in the lead of a text without a day: so 32 of 35 of 2017."""
    if event.at >= 0 or raw.form != "year" or doc.sentence[raw.start] > _LEAD:
        return False
    before = doc.before(raw.start, _SENTENCE)
    return _TODAY.among(before) and not _HELD_WORDS.isdisjoint(before) and _OLD_WORDS.isdisjoint(before)


def _by_month(doc: Doc, raw: RawDate, kind: str, month: int | None) -> str:
    """The kind where the month of the event tells it: how many months of the year are over, whether all nearly are."""
    if kind == "half-year":
        part = part_of_year(doc, raw.start, month)
        return "task" if part == "months-past" and _lies_ahead(doc, raw) else part
    if kind == "begin" and doc.sentence[raw.start] <= _NEAR_LEAD:
        return "begin-lead"
    late = month is not None and month >= _LATE and raw.form == "year"
    return "estimated" if late and kind in _TOTALS and is_summed_up_early(doc, raw.start) else kind


def _lies_ahead(doc: Doc, raw: RawDate) -> bool:
    """ "nhiệm vụ 6 tháng đầu năm 2018", "6 tháng đầu năm 2018, xã sẽ ..."; not "kết quả nhiệm vụ 11 tháng ..."."""
    before = doc.before(raw.start, _SENTENCE)
    return is_to_come(doc, raw) or (TASK.among(before) and not REVIEW_PAIRS.among(before))


def _clue(kind: str, year: int, day: Day, shown: str, span: Span, row: str = "") -> Clue:
    """row: of `YEARS`, where it does not bear the name of the kind."""
    return Clue(kind, year, lambda event: year_odds(row or kind, day.month, year - event), shown, (span,))


def _planned_kind(doc: Doc, raw: RawDate) -> str:
    """Which part of the year a plan is for: "sẽ bàn giao vào cuối năm 2021", "sẽ giúp thêm trong năm 2021"."""
    return _PLANNED_FOR.get(doc.keys[raw.start - 1] if raw.start else "", "planned")


def span_clue(doc: Doc, day: Day, raw: RawDate, role: Role) -> Clue | None:
    """ "(3/2/1974 - 3/2/2014)": a round anniversary; "mùa khô 2013-2014": one of two neighbouring years."""
    first, last = raw.at.year, raw.until.year if raw.until else None
    if first is None or last is None or last < NEWS:
        return None
    shown, span = quote(doc, raw)
    before = doc.keys[max(0, raw.start - 3) : raw.start + 2]
    season = any(word in _SEASON_WORDS for word in before) and not has_pair(before, _TASK)
    season = (season or _tells_crop(doc.before(raw.start, _NEAR_WORDS))) and _UNTIL.isdisjoint(before)
    if last - first == 1 and day.month is not None and season:
        dry = _DRY_SEASON in before
        if dry and day.month in _RAINY:
            over = _SUMMED_UP.among(doc.before(raw.start, _TOWARDS_BACK)) or _looks_back(
                doc.before(raw.start, _NEAR_WORDS)
            )
            planned = not over and (is_to_come(doc, raw) or _is_just_signed(doc, raw) or _will_be(doc, raw))
            return _clue(*(("season", first) if planned else ("season-off", last)), day, shown, span)
        year = first if day.month >= (10 if dry else _TERM_BEGINS if _SCHOOL in before else 8) else last
        return _clue("season", year, day, shown, span, row="dry-season" if dry else "season")
    clause = doc.before(raw.start, _TOWARDS_BACK)
    if _SUMMED_UP.among(clause):
        return _clue("own-name", last, day, shown, span)
    if _PERIOD.among(before) and last - first <= _LONGEST_TERM and _looks_back(doc.before(raw.start, _LOOK_BACK)):
        return _clue("review", last, day, shown, span)
    if last - first == 1 and has_pair(before, _TWO_YEARS):  # "kết quả trong hai năm 2024-2025"
        return _clue("review", last, day, shown, span)
    if role.dates != "anniversary" and first >= NEWS and last - first <= _LONGEST_TERM:
        return _term_clue(doc, day, raw, role, first, last)
    kept = raw.form == "day" or ((last - first) % 5 == 0 and (_KEPT.among(clause) or "(" in before))
    feast = _is_same_day(raw) and not _FEASTS.isdisjoint(clause)
    if not feast and (last - first < _LONG_AGO or not kept):  # "Quy hoạch tỉnh 2011-2020"
        return None
    return _anniversary_clue(doc, day, raw, last)


def _tells_crop(before: list[str]) -> bool:
    """ "mở máy vụ chế biến cà phê năm 2017-2018"; no "nhiệm vụ", no "vụ việc"."""
    return _CROP in before and not _NO_CROP.among(before)


def _is_same_day(raw: RawDate) -> bool:
    """ "tròn 3 năm hoạt động (30/5/2016 - 30/5/2019)"."""
    return raw.form == "day" and raw.until is not None and raw.at[1:] == raw.until[1:]


def _looks_back(clause: list[str]) -> bool:
    """ "kiểm điểm những việc đã làm trong giai đoạn 2019-2021"; not "đánh giá kết quả và ký kế hoạch giai đoạn ..."."""
    last = max((at for at, pair in enumerate(pairwise(clause)) if pair in _LOOKED_BACK), default=-1)
    return last >= 0 and _AHEAD_WORDS.isdisjoint(clause[last:])


def _will_be(doc: Doc, raw: RawDate) -> bool:
    """ "sẽ cử đội quy tập sang Lào trong mùa khô 2019-2020"."""
    return _WILL in doc.before(raw.start, _SENTENCE)


def _anniversary_clue(doc: Doc, day: Day, raw: RawDate, last: int) -> Clue:
    """ "(3/2/1974 - 3/2/2014)": kept in its last year, or still to come."""
    shown, span = quote(doc, raw)
    shown = f"the anniversary {shown}"
    whole = doc.before(raw.start, _SENTENCE)
    if has_pair(whole[-_TOWARDS_BACK:], _TOWARDS) or (raw.form == "years" and _TO_COME.among(whole)):
        return _clue("planned", last, day, shown, span, row="towards")
    ahead = _still_ahead(day, raw.until, whole)
    if ahead is not None:
        return _clue("planned", ahead, day, shown, span, row="kept-ahead")
    return _clue("anniversary-day" if _near(day, raw.until) else "anniversary", last, day, shown, span)


def _term_clue(doc: Doc, day: Day, raw: RawDate, role: Role, first: int, last: int) -> Clue | None:
    """ "giai đoạn 2018-2022", by its first year: the plan for it may be just being signed."""
    shown, span = quote(doc, raw)
    before = doc.keys[max(0, raw.start - 3) : raw.start]
    signed = (role.dates == "document" and _PERIOD.among(before)) or _is_just_signed(doc, raw)
    if _IN_OFFICE & set(before) and _is_congress(doc, raw):
        return _clue("congress", first, day, shown, span)
    if 1 <= last - first <= _LONGEST_TERM and signed and _IN_OFFICE.isdisjoint(before):
        return _clue("term-signed", first, day, shown, span)
    return _clue("term", first, day, shown, span) if 2 <= last - first <= _LONGEST_TERM else None


def _is_congress(doc: Doc, raw: RawDate) -> bool:
    """ "Đại hội Hội Làm vườn khóa VII, nhiệm kỳ 2018-2023 khai mạc"; no resolution of an older one."""
    before = doc.before(raw.start, _SIGNED_BACK)
    if _ELECTED.among(before):  # "Ban Chấp hành do Đại hội bầu ra có 17 người. Ông A được bầu làm ..."
        before = doc.keys[max(0, raw.start - _ELECTED_BACK) : raw.start]
        return _CONGRESS.among(before) and not _DECREED.among(before) and not _OF_SPORTS.among(before)
    if not _CONGRESS.among(before) or _RESOLUTION.among(before) or _OF_SPORTS.among(before):
        return False
    return not _OF_PARTY.among(before) or _sits(doc, raw)


def _sits(doc: Doc, raw: RawDate) -> bool:
    """ "Sáng 29/7, Đại hội Đảng bộ huyện lần thứ XXV, nhiệm kỳ 2015-2020 ...": its day opens the sentence."""
    at = doc.sentence_of(raw.start)[0]
    opens = doc.keys[at] in _DAY_WORDS
    while at < raw.start and (doc.keys[at] in _DAY_WORDS or doc.shapes[at] in "dp"):
        at += 1
    if not opens or raw.start - at > _SIGNED_BACK or (doc.keys[at], doc.keys[at + 1]) not in _CONGRESS:
        return False
    return not _SUMS_UP.among(doc.keys[at : raw.start])


def _is_just_signed(doc: Doc, raw: RawDate) -> bool:
    """ "hai Bộ trưởng ký Kế hoạch hợp tác giai đoạn 2018-2022"; not "thực hiện Kế hoạch đã ký giai đoạn 2018-2022"."""
    begin = doc.sentence_of(raw.start)[0]
    row = doc.keys
    for at in range(raw.start - 1, max(begin, raw.start - _SIGNED_BACK) - 1, -1):
        if row[at] in _STOPS:
            return False
        if row[at] == _SIGN:
            # a verb at the document's name, not "ký kết hôn", "chữ ký", "đăng ký"
            hits = (doc.hit_at.get(index) for index in range(at + 1, raw.start))
            named = any(hit is not None and hit.of("document") is not None for hit in hits)
            before = row[max(begin, at - _SENTENCE) : at]
            return named and before[-1:] not in _NO_SIGNING and not _CARRIED.among(before)
    return False


def _still_ahead(day: Day, until: Day | None, sentence: list[str]) -> int | None:
    """ "nhất trí cùng tổ chức lễ kỷ niệm (9/2/1981 - 9/2/2021)" in December: the year in which that day is
    still to come; None where nothing says that it is."""
    if until is None or not (until.year and until.month and until.day and day.month and day.day):
        return None
    past = (day.month - until.month) * 30 + day.day - until.day
    if not _TO_COME.among(sentence) or 0 < past <= _NEAR:
        return None  # a few days after the day, it has been kept
    return until.year - ((day.month, day.day) > (until.month, until.day))


def _near(day: Day, other: Day | None) -> bool:
    """The two days of the year lie close together."""
    if other is None or not (day.month and day.day and other.month and other.day):
        return False
    apart = abs((day.month - other.month) * 30 + day.day - other.day)
    return min(apart, 360 - apart) <= _NEAR
