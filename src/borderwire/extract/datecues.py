"""What a date in a text dates, told by the words before and after it.

Every rule looks at the date's own sentence only, a dozen tokens back and forth. The first rule that fits wins, from the
surest cue (a stamp, a birth, a span of an anniversary) to the weakest; a day that no rule claims may date the event.
"""

from __future__ import annotations

from itertools import pairwise

from borderwire.extract.calendar import PARTS_OF_DAY
from borderwire.extract.courts import reports_trial
from borderwire.extract.datepapers import MEETINGS, dates_numbered, document_role
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.stampcues import stamp_cue
from borderwire.extract.telling import begins_anew, first_verb, is_coming, is_plan, will_rules
from borderwire.extract.words import Pairs, keys, pairs
from borderwire.extract.yearfigures import counts_up_to
from borderwire.text import key

_BACK, _FORTH = 14, 45  # tokens; a date's cue stands in its own clause
_OLD = 1995  # what is older than that is history, not news

_POINTS = keys("đầu cuối giữa vào trước")
_STOPS = frozenset(",;:.!?")
_BIRTH = keys("sinh sn")
_BIRTHDAY = pairs("ngày sinh")
_ON_DAY = keys("trong vào cùng")
_ANNIVERSARY_PAIRS = pairs(
    "kỷ niệm, thành lập, truyền thống, quốc khánh, thiết lập, ngày sinh, giải phóng, chiến thắng",
    "cách mạng, độc lập",
)
_FOUNDED_PAIRS = pairs("thành lập, thiết lập")
_KEPT = keys("niệm mừng dịp nhân truyền lễ tròn")
_HELD_PAIRS = pairs("diễn ra, tổ chức, khai mạc")
_FEAST_WORDS = keys("lễ dịp tết nhân")
# (month, day) of feasts of both countries and of their forces, which are told as names: "dịp lễ 30/4".
_FEASTS = frozenset(
    [(3, 3), (3, 8), (4, 30), (5, 1), (6, 26), (7, 27), (8, 19), (9, 2), (10, 20), (11, 20), (12, 2), (12, 22)]
)
_OPENING = 4  # sentences, the lines above the text among them
_HELD = pairs("tổ chức, diễn ra, xảy ra, khai mạc, khánh thành")
_BRIEFING = tuple(map(key, ("họp", "báo", "thường", "kỳ")))
PRESS_PAIRS = pairs("họp báo, báo chí")
_COUNT_REACH = 5  # tokens behind "từ đó đến nay" that may count the years
_FROM_THEN = ([key("từ"), key("đó"), key("đến")], [key("từ"), key("đó"), key("tới")], [key("kể"), key("từ"), key("đó")])
_DONE_BY = pairs("hoàn thành, hoàn tất, làm xong, kết thúc")
_IN, _UNTIL_THEN = key("trong"), key("trước")
_ALSO = key("cũng")
_BEFORE_TIME = pairs("trước đó")
_SINCE = keys("kể", "từ")
_BEGIN = keys("bắt diễn dài thăm chức cửa mạc")
_UNTIL = keys("đến", "tới")
_ON_TILL = key("cho")
_JUST_PAST = (key("vừa"), key("qua"))
_LIMIT = pairs("kéo dài, thời hạn, hiệu lực, hết hạn, gia hạn, có hạn, chậm nhất, phải hoàn")
_COUNTED, _FROM = key("tính"), key("từ")
_NOT_BEFORE = keys("phải", "mãi")
_NOW, _THAT_IS = key("nay"), key("tức")
_COMPARED = pairs("so với, cùng kỳ, trước đây")
_REPORTED = pairs("đưa tin, thông tin, phản ánh, đã đưa")
_AS, _AS_BEGINS = key("như"), "Như"  # "Như báo đã đưa tin, ngày 2/9/2021, ..."
_ONCE, _FORMER, _LATER = key("hồi"), key("từng"), key("sau")
_AFTER_MEETING = keys("sau", "từ", "kể")
_NEAREST = key("gần")
_LAST = pairs("đây nhất, gần nhất")  # "Lần Hội đàm gần đây nhất, ngày 18/9/2020, ..."
_ORDINAL = pairs("lần thứ")
_WHEN = key("khi")  # "khi lãnh đạo nước bạn sang thăm vào 11/2017"
_BEGUN = frozenset([(key("khởi"), key("công")), (key("động"), key("thổ"))])
_CEREMONY, _BEGUN_ON = key("lễ"), keys("từ vào xây dựng ngày")
_AGO, _YEAR = pairs("năm trước, cách đây"), key("năm")
_AGREED = pairs("thống nhất, nhất trí, đồng ý, thỏa thuận")
_HELD = pairs("tổ chức, diễn ra, đăng cai")

_UP_TO_END = [key("đến"), key("hết")]
_COUNTED_UP_TO = [[key(word) for word in words.split()] for words in ("tính đến hết", "tính tới hết")]
_INVITED, _INVITED_BACK = pairs("chuẩn bị, hoan nghênh, nhận lời, hướng tới, tiến tới, từ nay"), 12
_CHARGE = pairs("cáo trạng")
_WILL, _EXPECTED = key("sẽ"), pairs("dự kiến")
_FILE, _OF_CASE = [key("hồ"), key("sơ")], pairs("vụ án, truy tố, vụ việc")
_TELLS = pairs("thể hiện, cho thấy, ghi nhận, xác định")
_FILES, _BY = pairs("tài liệu, kết luận, hồ sơ"), key("theo")  # "Theo hồ sơ vụ án, đêm 3/4/2018, ..."
_OCCURRED, _JUST = pairs("xảy ra"), key("vừa")

_LIMITED = Role("planned", "limit", "“kéo dài đến”: a day up to which something holds")
_BEFORE_THAT = "before-that", "“trước đó” (before that)"
_COMING = Role("planned", "coming", "“tới” (to come)")
_PLAN = Role("planned", "will", "“sẽ” or “dự kiến”: it is to come")


def classify(doc: Doc, raw: RawDate) -> Role:
    """What the date dates."""
    if raw.form == "day-only":
        return Role("unknown", "day-only", "no month")
    stamp = stamp_cue(doc, raw)
    if stamp is not None:
        return Role("published", stamp, "it stamps the page")
    first, last = _clause(doc, raw)
    before = doc.keys[first : raw.start]
    phrase = _phrase(before)
    if raw.at.year is not None and (raw.form == "day" or reports_trial(doc)) and _tells_by_file(before):
        return Role("past", "charged", "“theo cáo trạng”: the deed, as a court's paper tells it")
    role = _birth(before) or _anniversary(doc, raw, phrase)
    if role is not None:
        return role
    if raw.form == "day" and phrase and phrase[-1] == _UNTIL_THEN and raw.until is None:
        return Role("planned", "deadline", "“trước”: something is to be done before that day")
    if raw.form == "month" and raw.at.year is not None and phrase[-1:] == [_UNTIL_THEN] and _DONE_BY.among(phrase[-4:]):
        return Role("planned", "deadline", "“hoàn thành trước”: something is to be done before that month")
    if raw.form == "month" and phrase[-3:] in _COUNTED_UP_TO:
        return Role("period", "up-to", "“tính đến hết”: up to when something is counted")
    if is_plan(phrase) and not dates_numbered(before) and not _is_count(doc, raw, phrase):
        return _COMING if is_coming(doc, raw.end) else _PLAN
    verb = first_verb(doc, raw.end, last) if raw.form == "day" else ("", "")
    if verb[0] == "report" and tuple(phrase[-2:]) in _HELD:
        verb = ("event", " ".join(phrase[-2:]))  # "được tổ chức hôm 1/8, tỉnh cho biết"
    press = raw.form == "day" and _has_pair(phrase, PRESS_PAIRS)
    if press and (verb[0] in ("", "will") or _is_briefing(doc, raw, phrase, verb)):
        return Role("event", "press-meeting", "the day of a meeting with the press")
    return (
        document_role(doc, raw, before)
        or _earlier(doc, raw, before, phrase)
        or _planned(doc, raw, verb[0])
        or _period(raw, before)
        or _day(raw, *verb)
    )


def _is_count(doc: Doc, raw: RawDate, phrase: list[str]) -> bool:
    """ "diện tích rừng đến hết năm 2018 là 4.100 ha": how far things had come."""
    return raw.form == "year" and phrase[-2:] == _UP_TO_END and counts_up_to(doc, raw)


def _is_briefing(doc: Doc, raw: RawDate, phrase: list[str], verb: tuple[str, str]) -> bool:
    """ "Tại họp báo thường kỳ chiều 8/8, người phát ngôn cho biết ...": near the top, what is said is the news."""
    if verb[0] != "report" or doc.sentence[raw.start] > _OPENING:
        return False
    if _has_pair(_told_before(doc, raw), _BEFORE_TIME):
        return False
    return any(tuple(phrase[at : at + 4]) == _BRIEFING for at in range(len(phrase) - 3))


def _clause(doc: Doc, raw: RawDate) -> tuple[int, int]:
    """Tokens of the sentence around the date, at most `_BACK` before and `_FORTH` after it."""
    first, last = doc.sentence_of(raw.start)
    if begins_anew(doc, raw.start):
        first = raw.start
    return max(first, raw.start - _BACK), max(raw.end, min(last, raw.end + _FORTH))


def _has_pair(row: list[str], wanted: Pairs) -> bool:
    return wanted.among(row)


def _tells_by_file(before: list[str]) -> bool:
    """ "Cáo trạng nêu, ...", "Theo hồ sơ vụ án, ...", "Hồ sơ truy tố thể hiện, ..."."""
    if _CHARGE.among(before) or (_BY in before and _FILES.among(before[before.index(_BY) :])):
        return True
    return before[:2] == _FILE and _OF_CASE.among(before[2:5]) and _TELLS.among(before)


def _phrase(before: list[str]) -> list[str]:
    """The words before the date up to the last comma or stop."""
    if _STOPS.isdisjoint(before):
        return before
    for index in range(len(before) - 1, -1, -1):
        if before[index] in _STOPS:
            return before[index + 1 :]
    return before


# --- one rule for each class ---------------------------------------------------------------------------


def _birth(before: list[str]) -> Role | None:
    if not _BIRTH.isdisjoint(before[-3:]):
        if _has_pair(before[-4:], _BIRTHDAY):
            return Role("anniversary", "birthday", "a birthday that is remembered")
        return Role("birth", "born", "a birth")
    return None


def _anniversary(doc: Doc, raw: RawDate, phrase: list[str]) -> Role | None:
    at, until = raw.at, raw.until
    if raw.form == "day" and until is not None and at.year and until.year and until.year - at.year >= 2:
        return Role("anniversary", "anniversary-span", "a span of years from one day to the same day")
    if at.year is not None and at.year < _OLD:
        return Role("past", "history", f"{at.year} is history")
    if doc.keys[raw.start] in PARTS_OF_DAY:
        return None  # "dự lễ kỷ niệm ngày truyền thống sáng 4/6": no feast is told by its hour
    if at.year is not None and raw.form == "day" and _has_pair(phrase, _FOUNDED_PAIRS) and not _kept(phrase):
        return Role("past", "founded", "the day on which something was founded")
    if at.year is not None and raw.form == "day" and _since_then(doc, raw):
        return Role("past", "since-then", "“Từ đó đến nay”: what came of it is told next")
    told = raw.form in ("day", "month") and _has_pair(phrase, _ANNIVERSARY_PAIRS) and not _past_a_day(phrase)
    if told and not _has_pair(phrase, _HELD_PAIRS):
        return Role("anniversary", "anniversary-word", "an anniversary")
    if raw.form == "day" and (at.month, at.day) in _FEASTS and phrase and phrase[-1] in _FEAST_WORDS:
        return Role("anniversary", "feast", "a feast day")
    return None


def _kept(phrase: list[str]) -> bool:
    """ "kỷ niệm ngày thành lập", "dịp lễ", "mừng": the day is kept."""
    return not _KEPT.isdisjoint(phrase)


def _past_a_day(phrase: list[str]) -> bool:
    """ "nhân Quốc khánh 2/9 | Trong ngày 1/9": the feast's own day stands before; this one is told anew."""
    return "/" in phrase and phrase[-1] in _ON_DAY


def _since_then(doc: Doc, raw: RawDate) -> bool:
    """ "Ngày 6/10/2007, ba cặp bản kết nghĩa. Từ đó đến nay đã 15 năm, ..."."""
    after = doc.sentence_of(raw.start)[1]
    behind = doc.keys[after + 3 : after + 3 + _COUNT_REACH]
    return doc.keys[after : after + 3] in _FROM_THEN and any(
        word.isdecimal() and unit == _YEAR for word, unit in pairwise(behind)
    )


def _as_told(doc: Doc, raw: RawDate, before: list[str]) -> bool:
    """ "Như báo đã đưa tin, ngày ...", also where the page has glued it to what stands before it."""
    words = doc.words[raw.start - len(before) : raw.start]
    begins = next((at for at, word in enumerate(words) if word == _AS_BEGINS or (not at and before[0] == _AS)), None)
    if begins is None or not _REPORTED.among(before[begins:]):
        return False
    return raw.form != "day" or first_verb(doc, raw.end, _clause(doc, raw)[1])[0] != "report"


def _earlier(doc: Doc, raw: RawDate, before: list[str], phrase: list[str]) -> Role | None:
    if before[:1] == [_ALSO]:
        return Role("past", "also", "“cũng”: another event told beside the first")
    told_before = _as_told(doc, raw, before)
    if told_before or _has_pair(before, _BEFORE_TIME):
        rule, why = ("told-before", "“như ... đã đưa tin”: told in an earlier article") if told_before else _BEFORE_THAT
        return Role("earlier", rule, why)
    if phrase and phrase[-1] in _UNTIL and raw.until is None:
        role = _reached(doc, raw, phrase)
        if role is not None:
            return role
    since = bool(phrase) and phrase[-1] in _SINCE and raw.until is None
    if since and not _until_follows(doc, raw) and not _begins(raw, phrase):
        ahead = _WILL in before or _has_pair(before, _EXPECTED) or _rules_ahead(doc, raw)
        ahead = ahead and raw.at.year is not None  # not "dự kiến đưa vào khai thác từ cuối năm 2021"
        return _PLAN if ahead else Role("past", "since", "“từ” (since) a day in the past")
    if phrase and phrase[-1] == "(" and _has_pair(phrase, _ORDINAL):
        return Role("past", "ordinal-meeting", "a numbered meeting of its own")
    once = bool(phrase) and phrase[-1] == _ONCE and raw.form != "day"  # "hồi tháng 5"
    once = once or (raw.at.year is not None and (_is_ago(before) or _is_begun(before)))
    once = once or (raw.form == "month" and raw.at.year is not None and _WHEN in phrase)
    # "vừa hoàn tất cáo trạng ... buôn lậu xảy ra vào tháng 8/2016"
    once = once or (raw.form == "month" and _OCCURRED.among(phrase[-4:]) and _JUST in _told_before(doc, raw))
    later = len(phrase) > 2 and phrase[0] == _LATER and raw.form == "day" and raw.at.year is not None
    once = once or (later and raw.until is None)  # but "Sau 2 ngày làm việc (14 - 15/8/2019), hội nghị đã bế mạc"
    if once or _has_pair(phrase, _COMPARED) or _FORMER in phrase[-3:]:
        return Role("past", "formerly", "told as past")
    if raw.form == "month" and raw.at.year is not None and _has_pair(phrase, _ORDINAL):
        if _has_pair(before, _AGREED) and _has_pair(phrase, _HELD):
            return Role("planned", "next-meeting", "a numbered meeting that was agreed on")
        return Role("past", "ordinal-meeting", "a numbered meeting of its own")
    last = _has_pair(before, _LAST) and _names_last_meeting(before)
    if raw.form in ("day", "month") and raw.at.year is not None and (last or _meeting_before(doc, raw, before)):
        return Role("past", "older-meeting", "the date of another meeting")
    return None


def _rules_ahead(doc: Doc, raw: RawDate) -> bool:
    """ "Từ tháng 10/2022, thủ tục | sẽ trở lại bình thường"; not "Từ năm 2019 đến nay, ... sẽ"."""
    if doc.keys[raw.end : raw.end + 1] != [","] or doc.sentence_of(raw.start)[0] != raw.start - 1:
        return False
    return first_verb(doc, raw.end, _clause(doc, raw)[1])[0] == "will"


def _told_before(doc: Doc, raw: RawDate) -> list[str]:
    return doc.before(raw.start, _FORTH)


def _is_ago(before: list[str]) -> bool:
    """ "Bảy năm trước, ngày 27/4/2005", "cách đây hai năm, ngày 8/1/2022"."""
    near = before[-6:]
    return _has_pair(near, _AGO) and _YEAR in near


def _is_begun(before: list[str]) -> bool:
    """ "Công trình được khởi công ngày 15/3/2021": what is told is that it stands; not "lễ khởi công ngày ..."."""
    for at in range(max(0, len(before) - 4), len(before) - 1):
        if (before[at], before[at + 1]) in _BEGUN:
            return _CEREMONY not in before[:at] and all(word in _BEGUN_ON for word in before[at + 2 :])
    return False


def _reached(doc: Doc, raw: RawDate, phrase: list[str]) -> Role | None:
    """ "đến ngày 29/5 vừa qua, 16 trụ sở đã hoàn thành", "phải đến ngày 18/10/2007 mới có"."""
    if tuple(doc.keys[raw.end : raw.end + 2]) == _JUST_PAST:
        return Role("past", "until-now", "“đến ... vừa qua”: how far things had come")
    if raw.at.year is not None and raw.form == "day" and (phrase[-2:-1] == [_COUNTED] or _FROM in phrase[:-1]):
        return Role("past", "up-to", "“tính đến”, “từ ... đến”: up to when something is counted")
    if phrase[0] == _THAT_IS:
        return Role("planned", "deadline", "“tức là đến”: up to which day something holds")
    if _holds_until(doc, raw, phrase):
        return Role("planned", "deadline", "“từ nay đến”, “cho đến”: up to which day something holds")
    if _LIMIT.among(phrase):
        return _LIMITED if raw.at.year is not None else _LIMITED._replace(dates="event")
    if raw.at.year is not None and not _NOT_BEFORE.isdisjoint(phrase[-2:-1]):
        return Role("past", "not-before", "“mãi đến”: told as past")
    return None


def _holds_until(doc: Doc, raw: RawDate, phrase: list[str]) -> bool:
    """ "Từ hôm nay đến ngày 27/7, trời nắng", "đóng cửa cho đến ngày 31/1."; not "cho đến ngày 5/3 thì bị bắt"."""
    if raw.form != "day":
        return False
    if phrase[-2:-1] == [_NOW]:
        return _FROM in phrase[-4:-2]
    return phrase[-2:-1] == [_ON_TILL] and (raw.end >= len(doc) or doc.breaks[raw.end] or doc.keys[raw.end] in _STOPS)


def _names_last_meeting(before: list[str]) -> bool:
    """ "Lần hội đàm gần đây nhất": the words stand at the meeting."""
    return any(pair in MEETINGS and _NEAREST in before[at + 2 : at + 4] for at, pair in enumerate(pairwise(before)))


def _meeting_before(doc: Doc, raw: RawDate, before: list[str]) -> bool:
    """ "sau khi Hội đàm tháng 8/2019 ...": an event word right before the month, and "sau" or "kể từ" before that."""
    for back in range(1, 5):
        hit = doc.hit_at.get(raw.start - back)
        if hit is not None and hit.end == raw.start and hit.of("event") is not None:
            return any(word in _AFTER_MEETING for word in before[-back - 4 :])
    return False


def _begins(raw: RawDate, phrase: list[str]) -> bool:
    """ "thăm và làm việc trong 3 ngày, bắt đầu từ 29/2": the first day of the event."""
    return raw.at.year is None and raw.form == "day" and any(word in _BEGIN for word in phrase[-7:-1])


def _until_follows(doc: Doc, raw: RawDate) -> bool:
    """ "từ 5/6 đến ...": a span of the event; "từ 5/6 đến nay": past."""
    at = raw.end
    return at + 1 < len(doc) and doc.keys[at] in _UNTIL and doc.keys[at + 1] != _NOW


def _planned(doc: Doc, raw: RawDate, verb: str) -> Role | None:
    if is_coming(doc, raw.end):
        return _COMING
    if will_rules(doc, raw.start):
        return _PLAN
    if verb == "will":
        return Role("planned", "will", "what is told of that day is to come")
    if raw.form == "month" and raw.at.year is not None and _INVITED.among(_told_before(doc, raw)[-_INVITED_BACK:]):
        return _PLAN  # "chuẩn bị cho hội nghị tháng 8/2017"
    return None


def _period(raw: RawDate, before: list[str]) -> Role | None:
    if raw.form == "quarter" and before and before[-1] in _POINTS:
        return Role("unknown", "quarter", "a quarter, past or to come")
    if raw.form in ("year", "named-year", "years", "quarter"):
        return Role("period", raw.form, "a year or a quarter")
    if raw.form == "month" and (raw.until is not None or (before and before[-1] == _IN)):
        return Role("period", "months", "a period of months")
    return None


def _day(raw: RawDate, verb: str, why: str) -> Role:
    if raw.form != "day":
        return Role("event", "month", "a month of which something is told")
    if verb == "report":
        return Role("report", "reporting", f"the day on which somebody told of it ({why})")
    if verb == "event":
        return Role("event", "telling-verb", f"what happened is told with it ({why})")
    return Role("event", "day", "a day of which something is told")
