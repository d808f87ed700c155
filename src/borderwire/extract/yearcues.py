"""What a year alone is said of: "nhiệm vụ năm 2025" is a task, "kết quả năm 2024" under review, and so on.

The kinds are those of `yearodds.YEARS`, and besides: "past" and "point" (the year of some older thing), which tell
nothing of the event's year.
"""

from __future__ import annotations

from borderwire.extract.calendar import MONTH_WORD, YEAR_WORD
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import has_pair, keys, pairs
from borderwire.extract.yearago import is_compared
from borderwire.extract.yearfigures import counts_up_to, is_figure, is_goal, is_grown, is_reported
from borderwire.extract.yearheld import is_held_on
from borderwire.extract.yearmatches import looked_ahead_or_back
from borderwire.extract.yearonce import are_recruits, is_one_of_year
from borderwire.extract.yearpast import is_bare_year, is_counted_up, names_old_thing
from borderwire.extract.yearsofar import is_estimated, is_under_way
from borderwire.extract.yeartense import AGREED, SENTENCE, is_to_come, kind_by_sentence
from borderwire.extract.yearthemes import REVIEW_PAIRS, chair_of, is_chaired, theme_of
from borderwire.text import key

Pair = tuple[str, str]

_NOW, _FIRST, _IN, _FROM = (key(word) for word in ("nay", "đầu", "trong", "từ"))
_UP_TO, _TILL_NOW = [key("đến"), key("hết")], [key("đến"), key("nay")]
_DONE = key("đã")
_COUNTED = keys("tính kể")
# What happens once and lies before what is told: "được thành lập năm 2008", "Năm 2010, ... kết nghĩa lần đầu tiên".
_BEGINNINGS = pairs(
    "thành lập, ra đời, xảy ra, khởi công, ghi danh, công nhận, hình thành, tốt nghiệp, nhập ngũ, ký kết",
    "kết hôn, ly hôn, bổ nhiệm, đắc cử, sản xuất, bỏ trốn, vượt biên",
)
# "bế giảng khóa huấn luyện chiến sĩ mới nhập ngũ năm 2019"
_RECRUITS = pairs("tân binh, huấn luyện, tuyên thệ, sĩ mới, nghĩa vụ")
# "138 thanh niên lên đường nhập ngũ năm 2017": of the year in all of 5 texts of 2017
_LEAVING, _LEFT = pairs("lên đường"), "left"
_ENLIST, _CALLED = [key("nhập"), key("ngũ")], keys("gọi tuyển khám giao")
_FINISHED = pairs("hoàn thành, khánh thành, khởi công, thành lập")
_COUNTED_TO = [key("tính"), key("đến")]  # "tính đến cuối năm 2014": a count that is told after it
_MARKS, _MARKS_REACH = pairs("đánh dấu, kỷ niệm"), 12  # "năm 2019 đánh dấu 25 năm hợp tác": told in that year
_END, _WHEN = key("cuối"), key("khi")
_BEFORE, _AFTER = (key(word) for word in ("trước", "sau"))
_UNTIL = keys("đến", "tới")
_MIDDLE, _SESSION = key("giữa"), frozenset([(key("kỳ"), key("họp")), (key("hội"), key("nghị"))])
_ENTERED = pairs("bước sang, bước vào")
_SO_WITH: Pair = (key("so"), key("với"))
_SAME_PERIOD: Pair = (key("cùng"), key("kỳ"))
TASK = pairs("nhiệm vụ, phương hướng, kế hoạch, chương trình, trọng tâm, mục tiêu, chỉ tiêu, đề án, chủ đề")
_REVIEW = keys("quả kết giá sơ tổng hiện")
_RESULT: Pair = (key("kết"), key("quả"))
_AHEAD_OF = pairs("kế hoạch, phương hướng, phương án, nhiệm vụ, mục tiêu")
_COUNTRIES = keys("lào nam")
_AGREED_BACK = 4  # tokens between the two sides' agreeing and the meeting that they agree on
_HELD = pairs("tổ chức, diễn ra, đăng cai")
_MEETING_WORDS = keys("niên nghị đàm họp hội tác thuận nhớ nghĩa lào nam kết bản kỳ")
_OF_COUNTRY, _JOINT = key("nam"), _MEETING_WORDS | frozenset("-–")
_GOING_TO = key("sang")  # "vượt biên sang Lào năm 2014"
_PAST_BEFORE = keys("từ sau trước hồi kể với là")
_POINT_BEFORE = keys("vào giữa cuối hè đầu quý")
_QUARTER, _HALF = key("quý"), key("nửa")
_VISITS = frozenset(["visit", "award", "working-session"])
_SIGN, _SUFFERED = key("ký"), key("bị")
_ELECTION = pairs("bầu cử")  # spoken of before and after
_DAY_OPENERS = keys("ngày sáng chiều tối trưa")
_BACK = 6  # tokens of the phrase that the year ends
_CARRIED_OUT = pairs("thực hiện, triển khai, căn cứ")
_NAME_BACK = 24  # tokens of a document's or a meeting's name before its year
# Agreements that hold for many years: "Hiệp định về quy chế biên giới năm 2016".
_LASTING = pairs("hiệp định, hiệp ước, nghị định, định thư, quy chế")
_SHORT_NAMES = pairs("hiệp định, thỏa thuận, hiệp ước")
_SUCCESS = (key("thành"), key("công"))
_WISHED = keys("ủng hỗ giúp chúc để mong sẽ đảm phối chuẩn")  # first syllables of "ủng hộ", "hỗ trợ", "chuẩn bị"
_TO_COME = frozenset(["task", "planned", "will-in"])
_KINDS = "kinds of years"
_UNTOLD = frozenset(["plain", "named", "review"])
_LOOSE = frozenset(["plain", "named", "own-name"])
_OF_REPORTS = frozenset(["document", "plain", "named", "own-name"])
_OF_FIGURES = frozenset(["plain", "review", "close"])
_QUARTERS = {**dict.fromkeys(("i", "1"), "first-quarter"), **dict.fromkeys(("iv", "4"), "last-quarter")}
_SUMMING = pairs("tổng kết, kiểm điểm, kết quả")
_SUMMED = pairs("tổng kết")
_PASSED = frozenset([(key("vừa"), key("qua")), (key("vừa"), key("rồi"))])
_GONE, _AFTER_GONE = key("qua"), frozenset(",.;:)") | keys("và các hai đơn công")
_DEEDS = frozenset(["arrest", "joint-case"])  # no meeting is named for its year by them
_FEASTS = "newyear"
_WHEN_BACK = 5  # tokens before a meeting's name that may say "when"
_YEAR_DIGITS = 4
_AND, _AND_REACH = key("và"), 2  # "năm 2009 và năm 2010" are of one thing


def kind_of_year(doc: Doc, raw: RawDate) -> str:
    """The kind of the phrase that names the year."""
    known: dict[int, str] = doc.memo.setdefault(_KINDS, {})
    if raw.start not in known:
        known[raw.start] = _kind_of_year(doc, raw)
    return known[raw.start]


def _kind_of_year(doc: Doc, raw: RawDate) -> str:
    start = raw.start
    before = doc.keys[_reach_back(doc, start) : start]
    after = doc.keys[raw.end : raw.end + 2]
    if after[:1] and after[0] in _UNTIL and after[1:] == [YEAR_WORD]:
        return "past"  # "Năm 2003 đến năm 2010, ông là ..."
    if _has_passed(after) and raw.form == "year":
        return "just-past"
    if is_estimated(doc, start, before):
        return "estimated"
    if names_old_thing(doc, raw, before) or is_counted_up(doc, raw):
        return "past"
    if before[-1:] == [_AND] and start > 1 and is_bare_year(doc, start - 2):
        return "listed"
    if len(after) == 2 and after[0] in _UNTIL and after[1] == _NOW:
        return "to-date" if before[-1:] == [_FIRST] else _since(doc, raw)
    kind = _by_last_word(before, raw.at.year or 0) or _by_opening(doc, raw) or _by_phrase(doc, raw, before)
    if kind == _LEFT:
        return "theme" if are_recruits(doc, raw.start) else "since-year"
    if kind == "point" and _is_agreed_on(doc, start):
        return "agreed-on"
    if before[-1:] == [_MIDDLE] and tuple(before[-3:-1]) in _SESSION:
        return "named"  # "Trong kỳ họp giữa năm 2013"
    return _refined(doc, raw, before, kind)


def _by_opening(doc: Doc, raw: RawDate) -> str | None:
    """The kind of a year that bears a name, or whose plan is being carried out."""
    if is_held_on(doc, raw):
        return "held-on"
    theme = theme_of(doc, raw) if raw.form == "named-year" else None
    return theme or ("under-way" if is_under_way(doc, raw.start) else None)


def _refined(doc: Doc, raw: RawDate, before: list[str], kind: str) -> str:
    """The kind of a year of which the words right before it say little: a figure's, a goal's, a year that is kept."""
    if before[-2:] == _UP_TO and kind in _UNTOLD and counts_up_to(doc, raw):
        return "as-of"
    if kind in _OF_FIGURES and raw.form == "year":
        if kind == "plain" and (raw.at.year or 0) % 5 == 0 and is_goal(doc, raw):
            return "goal"
        if is_figure(doc, raw):
            return "figure-grown" if is_grown(doc, raw) else "figure"
    if kind == "close" and is_to_come(doc, raw):
        return "planned-end"
    if kind in _OF_REPORTS and is_reported(doc, raw, kind):
        return "reported"
    if kind in _LOOSE:
        kind = looked_ahead_or_back(doc, raw, kind)
    return "marked" if kind in _UNTOLD and raw.form == "year" and _is_marked(doc, raw) else kind


def _is_marked(doc: Doc, raw: RawDate) -> bool:
    """ "năm 2019 đánh dấu kỷ niệm 25 năm ...", "Năm 2019 là năm hai nước kỷ niệm ...": what is kept in the year."""
    last = doc.sentence_of(raw.start)[1]
    if _DONE in doc.keys[raw.end : min(last, raw.end + SENTENCE)]:
        return False  # "Trong năm 2017, nhân kỷ niệm 50 năm ..., hai nước đã ..."
    return _MARKS.among(doc.keys[raw.end : min(last, raw.end + _MARKS_REACH)])


def _has_passed(after: list[str]) -> bool:
    """ "năm 2016 vừa qua", "năm 2016 vừa rồi", "năm 2016 qua, ..."."""
    return tuple(after) in _PASSED or (after[:1] == [_GONE] and (len(after) < 2 or after[1] in _AFTER_GONE))


def _since(doc: Doc, raw: RawDate) -> str:
    """ "từ năm 2019 đến nay"; "kể từ cuộc giao ban năm 2024 đến nay" tells the last meeting."""
    thing = _named_thing(doc, raw.start)
    if thing is not None and thing[0] != "document":
        return "last-meeting"
    if doc.keys[raw.start - 1] == _END:
        return "since-end"
    return "since-now" if doc.keys[raw.end : raw.end + 2] == _TILL_NOW else "since-year"


def _reach_back(doc: Doc, start: int) -> int:
    floor = max(doc.sentence_of(start)[0], start - _BACK)
    first = start
    while first > floor and doc.words[first - 1] not in ",;:":
        first -= 1
    return first


def _by_last_word(before: list[str], year: int) -> str | None:
    """What the words right before the year say: "so với năm", "đầu năm", "từ năm"."""
    last = before[-1] if before else ""
    if tuple(before[-2:]) in _ENTERED:
        return "entered"  # "Bước sang năm 2014, ..."
    if last == _FIRST or (last == MONTH_WORD and len(before) > 1 and before[-2].isdecimal()):
        return _of_beginning(before)
    if before[-2:-1] == [_QUARTER]:  # "quý I năm 2025"
        return _QUARTERS.get(last, "half-year")
    if last == _END and before[-2:-1] == [MONTH_WORD]:  # "nhiệm vụ 6 tháng cuối năm 2022"
        return "half-year"
    if has_pair(before, _SAME_PERIOD):
        return "same-period"
    if _SO_WITH in (tuple(before[-2:]), tuple(before[-3:-1])):
        return "compared"
    if last in _UNTIL:
        return _of_limit(before, year)
    if last in _PAST_BEFORE or tuple(before[-2:]) in _BEGINNINGS:
        return "past" if last in _PAST_BEFORE else _of_what_began(before)
    if last == _END:
        return _of_end(before)
    return "point" if last in _POINT_BEFORE else None


def _of_what_began(before: list[str]) -> str:
    """ "biên bản đã ký kết năm 2019"; "gọi công dân nhập ngũ năm 2022" is a task."""
    if before[-2:] != _ENLIST:
        return "since-year"
    if not _CALLED.isdisjoint(before):
        return "task"
    if _LEAVING.among(before):
        return _LEFT
    return "own-name" if _RECRUITS.among(before) else "since-year"


def _of_limit(before: list[str], year: int) -> str:
    """ "Từ năm 2001 đến năm 2006, ông là ...": a time that is over; "đến năm 2030": a goal."""
    rounded = year % 5 == 0
    since = any(len(word) == _YEAR_DIGITS and word.isdecimal() for word in before)
    if since and (_FROM in before or before[-2].isdecimal()):
        return "past" if rounded else "span-end"
    return "goal" if rounded else "ahead"


def _of_end(before: list[str]) -> str:
    """ "tính đến cuối năm 2014"; "từ cuối năm 2014"; "hoàn thành cuối năm 2014" is a point in time."""
    if _FROM in before[-3:]:
        return "since-end"
    if _FINISHED.among(before):
        return "point"
    return "as-of" if before[-3:-1] == _COUNTED_TO else "close"


def _of_beginning(before: list[str]) -> str:
    """ "6 tháng đầu năm 2019", "8 tháng năm 2025", "tính từ đầu năm 2019"; "đầu năm 2019" is a point in time."""
    if before[-2:-1] == [_HALF]:  # "xuất khẩu nửa đầu năm 2019"
        return "same-period" if _SO_WITH in (tuple(before[-4:-2]), tuple(before[-5:-3])) else "half-year"
    if before[-4:-2] == [YEAR_WORD, _NOW]:
        return "after-this"  # "cuối năm nay hoặc đầu năm 2019"
    if MONTH_WORD in before[-4:]:
        return "half-year"
    if _FROM in before[-3:]:
        return "begin-since" if _COUNTED.isdisjoint(before[-4:]) else "to-date"
    return "begin"


def _by_phrase(doc: Doc, raw: RawDate, before: list[str]) -> str:
    """What thing the year belongs to, else what the sentence says was done or will be done in it."""
    last = before[-1] if before else ""
    if is_one_of_year(doc, raw, before):
        return "will-in" if kind_by_sentence(doc, raw) in _TO_COME else "own-name"
    sentence = doc.sentence_of(raw.start)[0]
    if is_chaired(doc, raw, sentence):
        return chair_of(doc, raw)
    if raw.form != "named-year" and (last == _IN or not before) and not _ELECTION.among(before):
        return kind_by_sentence(doc, raw)
    if raw.form == "named-year" and tuple(before[-2:]) in _SHORT_NAMES:
        return "past"  # "(Hiệp định 2016)"
    if TASK.among(before[-4:]):
        return "task"
    if raw.form != "named-year" and (
        any(word in _REVIEW for word in before[-2:])
        or tuple(before[:2]) == _RESULT
        or tuple(before[1:3]) == _RESULT
        or _SUMMED.among(before)
    ):
        return "review"  # "kết quả năm 2016", "kết quả phối hợp công tác năm 2025", "Tổng kết công tác năm 2016"
    if _ELECTION.among(before):
        return "past" if is_compared(doc, raw) else "election"
    told = doc.before(raw.start, SENTENCE)
    if has_pair(told, _SUCCESS):  # "đã tổ chức thành công Năm hữu nghị trong 2017", "chúc ... thành công năm APEC 2017"
        return "review" if _WISHED.isdisjoint(told) else "will-in"
    thing = _named_thing(doc, raw.start)
    if thing is None:
        return _of_nothing(doc, raw, before)
    return _of_thing(doc, raw.start, *thing)


def _of_nothing(doc: Doc, raw: RawDate, before: list[str]) -> str:
    """The same where no document and no meeting is named for the year."""
    last = before[-1] if before else ""
    if raw.form == "named-year":
        return "named"
    if last in _COUNTRIES and _is_planned(doc, raw):
        return "task"
    if last not in _MEETING_WORDS or before[-2:-1] == [_GOING_TO]:
        return "plain"
    # "kinh tế Việt Nam năm 2016" is no meeting, "hợp tác Lào - Việt Nam năm 2016" is
    alone = last == _OF_COUNTRY and _JOINT.isdisjoint(before[:-2])
    return "plain" if alone else "named"


def _is_planned(doc: Doc, raw: RawDate) -> bool:
    """ "đề ra kế hoạch, biện pháp tôn tạo mốc giới trên biên giới Việt Nam - Lào năm 2012"."""
    first = max(doc.sentence_of(raw.start)[0], raw.start - SENTENCE)
    return _AHEAD_OF.among(doc.keys[first : raw.start])


def _of_thing(doc: Doc, start: int, kind: str, first: int) -> str:
    """The same for the year of a document or a meeting that begins at token `first`: this one, the last or the next."""
    ahead = doc.keys[max(0, first - 2) : first]
    if _BEFORE in ahead:
        return "planned" if kind == "document" else "next-meeting"
    if kind == "document":
        return _of_paper(doc, start, first, ahead)
    if doc.keys[first - 1] == _SUFFERED:
        return "past"  # "kho hàng bị triệt phá năm 2015"
    if _is_agreed(doc, first, start):
        return "next-meeting"
    if _is_feast(doc, first):
        return kind
    if _tells_when(doc, first):
        return "past"
    if _AFTER in ahead or _FROM in ahead:  # "kể từ cuộc giao ban năm 2024"
        return "last-meeting"
    if kind == "named" and _is_visit(doc, first):
        return "past"  # "chuyến thăm chính thức năm 2010": named by its year, it is an old one
    return "review" if _SUMMING.among(doc.keys[first:start]) else kind  # "hội nghị tổng kết công tác năm 2023"


def _is_visit(doc: Doc, first: int) -> bool:
    """A visit, or a prize that was given, begins at the token."""
    hit = doc.hit_at.get(first)
    entry = hit.of("event") if hit is not None else None
    return entry is not None and entry.id in _VISITS


def _of_paper(doc: Doc, start: int, first: int, ahead: list[str]) -> str:
    """The same for a document, two words before which are `ahead`."""
    if _tells_when(doc, first) or _AFTER in ahead or _WHEN in doc.keys[first:start]:
        return "past"  # "bác bỏ nghị quyết khi thử tên lửa năm 2006"
    if (doc.keys[first], doc.keys[first + 1]) in _LASTING and _SIGN not in ahead:
        return "past"
    if _SIGN in doc.keys[first:start]:  # "biên bản ký giữa hai tỉnh năm 2017": an older one
        return "past"
    if REVIEW_PAIRS.among(doc.keys[max(doc.sentence_of(first)[0], first - _BACK) : first]):
        return "reviewed-paper"  # "kiểm điểm việc thực hiện biên bản lần thứ 17 (năm 2009)"
    carried = doc.sentence_of(first)[0] == first - 2 and _CARRIED_OUT.among(ahead)
    return "carried-out" if carried else "document"  # "Triển khai Bản ghi nhớ năm 2019, đoàn đã ..."


def _tells_when(doc: Doc, first: int) -> bool:
    """ "khi nước này chủ trì hội nghị năm 2019"."""
    return _WHEN in doc.keys[max(doc.sentence_of(first)[0], first - _WHEN_BACK) : first]


def _is_agreed(doc: Doc, first: int, year: int) -> bool:
    """ "Hai bên thống nhất hội nghị năm 2020 tổ chức tại Hủa Phăn": the next one."""
    if not AGREED.among(doc.keys[max(doc.sentence_of(first)[0], first - _AGREED_BACK) : first]):
        return False
    return _HELD.among(doc.keys[year : min(doc.sentence_of(year)[1], year + _NAME_BACK // 2)])


def _is_agreed_on(doc: Doc, start: int) -> bool:
    """ "Các bên thống nhất tổ chức hội nghị lần thứ 7 tại Champasak vào năm 2027": the next one."""
    before = doc.keys[max(doc.sentence_of(start)[0], start - SENTENCE) : start]
    return AGREED.among(before) and _HELD.among(before)


def _named_thing(doc: Doc, start: int) -> tuple[str, int] | None:
    """The document or the meeting whose name ends with the year, and its first token."""
    floor = max(doc.sentence_of(start)[0], start - _NAME_BACK)
    apart = False  # "bản cam kết lập năm 2019 và bàn biện pháp tuần tra năm 2021"
    other = False  # "Kế hoạch giai đoạn 2018-2022, Khung đầu tư 2022": the first thing has a year of its own
    for index in range(start - 1, floor - 1, -1):
        word = doc.words[index]
        if word in ";:" or (word == "," and other):
            return None
        if doc.keys[index] == _AND and start - index > _AND_REACH:
            apart = True
        if doc.shapes[index] == "d" and len(word) == _YEAR_DIGITS:
            if apart:
                return None
            other = True
        hit = doc.hit_at.get(index)
        if hit is not None:
            if hit.of("document") is not None:
                return "document", index
            event = hit.of("event")
            if event is not None and event.id not in _DEEDS:
                return ("own-name" if _tells_day(doc, index) else "named"), index
    return None


def _is_feast(doc: Doc, event: int) -> bool:
    """ "sau Tết Nguyên đán Đinh Dậu 2017" names a time, not the last meeting."""
    hit = doc.hit_at.get(event)
    found = hit.of("event") if hit is not None else None
    return found is not None and found.id.startswith(_FEASTS)


def _tells_day(doc: Doc, event: int) -> bool:
    """The meeting's own day opens its sentence: "Sáng 14-12, tại ..., hai bên hội đàm thường niên năm 2023"."""
    first = doc.sentence_of(event)[0]
    row = doc.keys[first : first + 2]
    return any(word in _DAY_OPENERS for word in row) and "d" in doc.shapes[first : first + 4]
