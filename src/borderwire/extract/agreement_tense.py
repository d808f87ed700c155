"""When an act on a document took place: at the event told, before it, or still to come.

A signing is of the event unless a date that frames the sentence, a word for the past at its head, or an anniversary
says otherwise; "sẽ", "dự kiến" and the like put it ahead.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from borderwire.extract import agreement_words as words
from borderwire.extract.agreement_history import History
from borderwire.extract.agreement_lists import is_on_agenda
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateMention, DateReading
from borderwire.extract.place_titles import keys_of
from borderwire.text import key

_SINCE = 30  # tokens of those who signed, behind "từ khi"
_NEAR = 12  # tokens before a verb in which its modality stands
_FAR = 45  # tokens before a verb in which its time stands
_BEHIND = 45
_CLAUSE = 10  # tokens behind a title in which it is told when it shall be signed
_EARLIER = 250  # tokens of the paragraph before that may tell what will be done
_OCCASION = 12  # tokens of the occasion that a sentence begins with, behind its date
_HEAD = 4  # a word for the past stands among the first tokens of its sentence, or right before the verb
_ADVERBS = frozenset([words.DONE, words.BY, key("cũng"), key("cùng")])
WHOLE_YEAR = "told of a whole year"
LEAD = 4  # sentences of the opening, in which what states have signed is the news itself
_INTO, _NEXT_TIME, _BACK = key("vào"), key("tới"), key("hồi")
_NOT_NEXT_TIME = (key("hướng"), key("đi"))
_ADVISE, _LEADERS = key("tham"), keys_of("lãnh ubnd chính cấp bộ tỉnh")  # "tham mưu để lãnh đạo hai tỉnh ký"
_NO_DAY = frozenset(["birth", "period", "published", "planned"])
_OLD = frozenset(["document", "past"])


class Past:
    """Why an act lies before the event, and the date of it where it is told."""

    __slots__ = ("date", "why")

    def __init__(self, why: str, date: str | None = None) -> None:
        self.why = why
        self.date = date


class Tense:
    """Answers for one text when the act at a token took place."""

    def __init__(self, doc: Doc, titles: Sequence[Title], dates: DateReading) -> None:
        self.doc = doc
        self.dates = dates
        self._starts = [mention.start for mention in dates.mentions]
        self._inside = {at for title in titles for at in range(title.start, title.end)}
        self.history = History(doc, dates, self._inside)
        # The last year that the text names, where it leaves that of its event open.
        self.last_year = max((item.value[:4] for item in dates.mentions if item.value[:4].isdecimal()), default=None)
        self._outlooks: list[int] | None = None
        self.announced = -9  # sentence that said "sẽ ký các văn kiện"

    # --- to come

    def is_planned(self, at: int, *, signing: bool = True) -> bool:
        """The act told by the verb at a token is still to come. signing: "nhất trí thông qua" is done, no plan."""
        keys, sentence = self.doc.keys, self.doc.sentence
        first = bisect_left(sentence, sentence[at], max(0, at - _NEAR + 1), at)
        for i in range(at - 1, first - 1, -1):
            if keys[i] not in words.TENSES:
                continue
            if keys[i] in (";", ":"):
                break
            if keys[i] == words.DONE or keys[i] in words.JUST:
                return False
            to = keys[i] in words.PURPOSE and (keys[i + 1 : at] == [words.THE_ACT] or self._made_ready(i))
            if keys[i] == words.WILL or to:  # "hỗ trợ để việc | ký Bản ghi nhớ A sớm hoàn tất"
                return True
            if keys[i] == words.SUBMIT and self._hands_up(i, at):
                return True
            end = words.PLANNING.match(keys, i)
            if end > i and all(word in words.PLANNING_JOINTS or word.isdecimal() for word in keys[end:at]):
                return i == 0 or keys[i - 1] not in words.AFTER  # "sau khi | hoàn tất thủ tục, hai bên ký"
            end = words.URGING.match(keys, i)
            if end > i and all(word in words.URGED for word in keys[end:at]):
                return True
            if signing and words.AGREED.match(keys, i) == at:
                return self._comes_later(at)
            if words.STEPS.match(keys, i) == at - 1 and keys[at - 1] in (",", words.AND):
                # "nhất trí đàm phán và | ký"
                return words.DONE not in keys[first:i] and keys[i - 1] not in words.FINISHED
        later = self._is_held_later(at) or is_on_agenda(self.doc, at)
        return later or self._joined_to_plan(at) or self._continues_plan(at)

    def is_tomorrow(self, end: int) -> bool:
        """ "ký Ý định thư A | vào chiều mai": right behind the title that ends at a token."""
        keys = self.doc.keys
        if keys[end : end + 1] == [_INTO]:
            return words.TOMORROW.match(keys, end + 1) > end + 1
        last = min(end + _CLAUSE, self.doc.sentence_of(end - 1)[1])
        soon = words.SOONEST.among(keys, end, last)
        return bool(soon) and not {",", ";"} & set(keys[end : soon[0]])

    def _joined_to_plan(self, at: int) -> bool:
        """ "hai Bộ trưởng sẽ hội đàm vào ngày 18/4 tại A và | ký": the second of two acts to come."""
        keys, first = self.doc.keys, max(self.doc.sentence_of(at)[0], at - _FAR)
        if keys[at - 1 : at] != [words.AND]:
            return False
        for i in range(at - 2, first - 1, -1):
            if keys[i] in (",", ";", ":", words.DONE):
                return False
            if keys[i] == words.WILL:  # but "khẳng định sẽ phối hợp tốt và ký" tells of a signing
                return bool(self.mentions(i, at)) or words.EXPECTED.begins_among(keys, first, i)
        return False

    def _is_held_later(self, at: int) -> bool:
        """ "Lễ | ký Thỏa thuận A dự kiến diễn ra vào tháng 8"."""
        doc, keys = self.doc, self.doc.keys
        if at == 0 or keys[at - 1] != words.CEREMONY:
            return False
        for i in range(at + 1, min(doc.sentence_of(at)[1], at + _BEHIND) - 1):
            if words.HELD.match(keys, i) > i:
                return keys[i - 1] == words.WILL or words.EXPECTED.ends(keys, i) < i
        return False

    def _hands_up(self, submit: int, at: int) -> bool:
        """ "trình Chính phủ hai nước | ký Hiệp định A": those who shall sign stand right between, and no mark."""
        keys = self.doc.keys
        if (submit and keys[submit - 1] in words.NOT_SUBMIT_AFTER) or keys[submit + 1] in words.NOT_SUBMIT_BEFORE:
            return False
        return submit + 1 < at and not {",", "(", words.AND} & set(keys[submit:at])

    def _made_ready(self, purpose: int) -> bool:
        """ "chuẩn bị nội dung để ... ký", "trình lãnh đạo hai Bộ để ký": the words before "để" say what is readied."""
        doc, keys = self.doc, self.doc.keys
        for i in range(purpose - 1, max(-1, purpose - _NEAR), -1):
            if doc.sentence[i] != doc.sentence[purpose] or keys[i] in (",", ";", ":"):
                return False
            if words.READYING.match(keys, i) > i and (keys[i] != _ADVISE or keys[purpose + 1] in _LEADERS):
                return True
        return False

    def _comes_later(self, at: int) -> bool:
        """ "thống nhất ký kết Bản ghi nhớ A vào tháng 8 tới": agreed now, signed later."""
        doc, keys = self.doc, self.doc.keys
        for here in range(at + 1, min(len(doc), at + _BEHIND)):
            if doc.sentence[here] != doc.sentence[at]:
                return False
            if keys[here] == _INTO and self.mentions(here, here + 4):
                return True
            if keys[here] == _NEXT_TIME and keys[here - 1] not in _NOT_NEXT_TIME:
                return True
        return False

    def _continues_plan(self, at: int) -> bool:
        """No subject of its own and the sentence before tells what will be done; or it announced the signing."""
        doc, keys = self.doc, self.doc.keys
        sentence = doc.sentence[at]
        if 0 <= sentence - self.announced <= 2 or self._next_step(at):
            return True
        begins = at == 0 or doc.sentence[at - 1] != sentence or keys[at - 1] == ";"
        if not begins or doc.breaks[at]:
            return False
        if self._in_outlook(at):
            return True
        for i in range(at - 1, max(-1, at - _EARLIER), -1):
            if keys[i] == words.WILL:
                return True
            if doc.breaks[i] or (keys[i] == words.DONE and doc.sentence[i] < sentence - 1):
                return False
        return False

    def _next_step(self, at: int) -> bool:
        """ "Theo chương trình, hai tỉnh sẽ nghe báo cáo. | Sau đó, hai bên chốt nội dung, ký ...": one of several steps
        that are to come."""
        doc, keys = self.doc, self.doc.keys
        first = doc.sentence_starts[doc.sentence[at]]
        if first == 0 or words.THEN.match(keys, first) == first or words.DONE in keys[first:at]:
            return False
        start = doc.sentence_starts[doc.sentence[first - 1]]
        programme = words.PROGRAMME.match(keys, start) > start
        return programme and words.WILL in keys[start:first] and words.DONE not in keys[start:first]

    def _in_outlook(self, at: int) -> bool:
        """ "Về phương hướng hợp tác năm 2017: ...; | ký Nghị định thư A": the paragraph lists what is to be done."""
        if self._outlooks is None:
            self._outlooks = [i for i in words.OUTLOOK.among(self.doc.keys, 0, len(self.doc)) if self._heads_list(i)]
        index = bisect_left(self._outlooks, at)
        return index > 0 and self.doc.block[self._outlooks[index - 1]] == self.doc.block[at]

    def _heads_list(self, at: int) -> bool:
        """The words stand at the head of their sentence."""
        sentence, before = self.doc.sentence, at - _HEAD - 1
        return before < 0 or sentence[before] != sentence[at]

    # --- before

    def is_anniversary(self, at: int) -> bool:
        """ "40 năm Ngày hai nước ký Hiệp ước": the day of a signing is kept."""
        doc, keys = self.doc, self.doc.keys
        if at > 0 and keys[at - 1] == words.DAY:
            return True
        first = bisect_left(doc.sentence, doc.sentence[at], max(0, at - _NEAR), at)
        if self._years_of(first, at):
            return True
        return words.DAY in keys[max(first, at - 5) : at] and any(
            words.ANNIVERSARY.match(keys, i) > i or (keys[i].isdecimal() and keys[i + 1] == words.YEAR)
            for i in range(first, at)
        )

    def _years_of(self, first: int, at: int) -> bool:
        """ "kỷ niệm 25 năm | ký", "nhân dịp 10 năm hai nước | ký": so many years since."""
        keys, here = self.doc.keys, at - 1
        while here > first and keys[here] in words.OF_SIGNING:
            here -= 1
        if keys[here] != words.YEAR or here - 1 <= first or not keys[here - 1].isdecimal():
            return False
        listed = keys[here - 2] in (",", words.AND)  # "kỷ niệm 55 năm thiết lập quan hệ, 40 năm | ký"
        near = range(max(self.doc.sentence_of(at)[0], at - _FAR) if listed else max(first, here - 4), here - 1)
        return any((words.CHEERED if listed else words.ANNIVERSARY).match(keys, i) > i for i in near)

    def past(self, at: int) -> Past | None:
        """Why the act at a token lies before the event; None when it is of the event."""
        doc, keys = self.doc, self.doc.keys
        first = bisect_left(doc.sentence, doc.sentence[at], max(at - _FAR, 0), at)
        for mention in self.mentions(first, at):
            if mention.start in self._inside or not self._opens(mention, first):
                continue  # a date in another document's name, of a period, of what is spoken of
            found = self._of_date(mention)
            if found is not None:
                return found
        on_visit = words.THIS_VISIT.begins_among(keys, first, at)
        for i in words.BACKGROUND.among(keys, first, at):
            if words.NOW.begins_among(keys, i, at):
                break
            if on_visit and keys[i] == words.THE_ACT:
                continue  # "hài lòng về chuyến thăm lần này, nhất là | việc hai bên đã ký"
            if i - first < _HEAD or self._goes_on_from(words.BACKGROUND.match(keys, i), at):
                return Past("told as past")
        if self._since_then(first, at) or self.history.is_years_ago(at):
            return Past("since then")
        if self._history(first, at):
            return Past("from the history of relations")
        if self._of_states(first, at):
            return Past("what states have signed, not here")
        long_ago = self.history.year(at)
        if long_ago is not None:
            return Past(WHOLE_YEAR, long_ago)
        return Past("goes on with what was told as past") if self._told_before(first, at) else None

    def _goes_on_from(self, end: int, at: int) -> bool:
        """From words for the past on to the verb: "... | đã cùng ký", "... | đã có nhiều chuyến thăm, ký"."""
        keys = self.doc.keys
        if _ADVERBS.issuperset(keys[end:at]):
            return True
        if keys[end : end + 1] != [words.DONE] or keys[at - 1] not in (",", words.AND):
            return False
        return not words.FRAME.begins_among(keys, end, at) and not self.mentions(end, at) and ";" not in keys[end:at]

    def _of_date(self, mention: DateMention) -> Past | None:
        value = mention.value
        if len(value) == 4:
            same = (self.dates.event.value or "")[:4] == value
            return Past(WHOLE_YEAR, None if same else value) if self.differs(value) else None
        if mention.dates in _NO_DAY or mention.dates == "event":
            return None
        if mention.dates not in _OLD and (self.soon_after(value) or self._day_before_issue(value)):
            return None
        if mention.dates in _OLD or self.differs(value):
            return Past("on another day", None if value.startswith("-") else value)
        return None

    def _opens(self, mention: DateMention, first: int) -> bool:
        """ "Năm 2017, hai bên đã ký", "nêu rõ, ngày 18/7/1977, hai nước đã ký": the date frames what follows."""
        keys, start = self.doc.keys, mention.start
        while start > first and keys[start - 1] in words.TIME_OPENERS:
            start -= 1
        if _BACK in keys[start : mention.start] and mention.value[:1] != "-":
            return True  # "Tổng thống A hồi tháng 9/2014 đã ký"
        comma = keys[mention.end : mention.end + 1] == [","]
        if len(mention.value) == 4:
            opens = start == first or keys[start - 1] in (",", ":")
            return opens or self._year_done(mention) or self._inside_occasion(mention, first)
        if self._inside_occasion(mention, first):
            return True  # "Tại hội đàm tháng 6/2024, hai đoàn đã ký"
        return start - first <= 2 or (keys[start - 1] in (",", ":", "(") and comma)

    def _inside_occasion(self, mention: DateMention, first: int) -> bool:
        """ "Trong chuyến thăm Lào của ông A (tháng 10/2011), | hai nước đã ký", "Đặc biệt, nhân chuyến thăm tháng 5 của
        ông B, | hai bên đã ký": the clause that tells the occasion is that of the date."""
        keys = self.doc.keys
        opening = next((i + 1 for i in range(mention.start - 1, first - 1, -1) if keys[i] in (",", ";", ":")), first)
        visit = words.VISITS in keys[opening : mention.start]
        if keys[opening] not in words.OCCASION_OPENERS or (len(mention.value) == 4 and not visit):
            return False
        if words.KEPT.begins_among(keys, opening, mention.start):
            return False  # "nhân kỷ niệm 60 năm chuyến thăm năm 1961 của A, | hai nước ký"
        last = min(self.doc.sentence_of(mention.start)[1], mention.end + _OCCASION)
        return "," in keys[mention.end : last]

    def _year_done(self, mention: DateMention) -> bool:
        """ "hai nước cuối năm 2000 | đã ký": a year before the event's, and at once what was done in it."""
        keys, event = self.doc.keys, self.dates.event.value
        if keys[mention.end : mention.end + 1] != [words.DONE]:
            return False
        return event is None or mention.value < event[:4]

    def _history(self, first: int, at: int) -> bool:
        """ "Hai nước thiết lập quan hệ năm 1965 và | ký": a year of their history stands before the verb; but no
        "kỷ niệm 50 năm thiết lập quan hệ", which is why they meet."""
        keys, event = self.doc.keys, self.dates.event.value
        for i in words.ESTABLISHED.among(keys, first, at):
            if (i > first and keys[i - 1] in words.DATE_WORDS) or words.ANNIVERSARY.begins_among(keys, first, i):
                return False
            years = [found.value for found in self.mentions(i, at) if not found.value.startswith("-")]
            if any(event is None or value[:4] < event[:4] for value in years):
                return True
        return False

    def _since_then(self, first: int, at: int) -> bool:
        """ "... đã làm chung | kể từ khi hai đơn vị ký": no mark between."""
        keys = self.doc.keys
        for i in words.SINCE.among(keys, max(first, at - _SINCE), at):
            if not {",", "(", ";", ":"} & set(keys[i:at]):
                return True
        return False

    def follows_signing(self, at: int) -> bool:
        """ "Sau khi | ký", "từ khi hai bên | ký": all that is told came after it; no mark between."""
        keys = self.doc.keys
        first = bisect_left(self.doc.sentence, self.doc.sentence[at], max(0, at - _NEAR), at)
        return any(not {",", "(", ";", ":"} & set(keys[i:at]) for i in words.SINCE_WHEN.among(keys, first, at))

    def _of_states(self, first: int, at: int) -> bool:
        """ "Việt Nam và Lào cũng đã ký Hiệp định A" outside the opening, with nothing that places it at the event."""
        doc, keys = self.doc, self.doc.keys
        done = at - 2 * (keys[at - 2 : at] == words.OFFICIALLY)  # "đã chính thức | ký"
        if keys[done - 1 : done] != [words.DONE] or at - first > 9 or doc.sentence[at] < LEAD:
            return False
        if words.FRAME.begins_among(keys, first, at):
            return False
        return any(i in doc.hit_at and doc.hit_at[i].of("country") is not None for i in range(first, at))

    def _told_before(self, first: int, at: int) -> bool:
        """The sentence before spoke of last year and this one names no time or place of its own."""
        doc, keys = self.doc, self.doc.keys
        if first == 0 or doc.block_of(first).kind != "paragraph" or doc.block_of(first - 1).kind != "paragraph":
            return False
        if words.FRAME.begins_among(keys, first, at):
            return False
        before = bisect_left(doc.sentence, doc.sentence[first - 1], max(first - _FAR + 1, 0), first)
        return words.LAST_YEAR.begins_among(keys, before, first)

    # --- dates

    def mentions(self, start: int, end: int) -> list[DateMention]:
        """Dates that begin in tokens `[start, end)`."""
        return list(self.dates.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)])

    def day_behind(self, at: int) -> str | None:
        """The first date behind a token: "sẽ ký vào tháng 12/2019"."""
        found = self.mentions(at, min(len(self.doc), at + 14))
        return found[0].value if found and not found[0].value.startswith("-") else None

    def soon_after(self, value: str) -> bool:
        """A day of the same month, a week after the event's first day at most: a later day of the visit."""
        known = self.dates.event.value or (self.dates.event.partial or "").replace("--", "0000-")
        if len(known) < 10 or len(value) < 7:
            return False
        month, day = value[-5:-3], value[-2:]
        return known[5:7] == month and 0 <= int(day) - int(known[8:10]) <= 7

    def _day_before_issue(self, value: str) -> bool:
        """The day before the one that the headline tells, which is that of the paper: "Tin vắn ngày 26/3"."""
        spans, known = self.dates.event.spans, self.dates.event.value or self.dates.event.partial or ""
        if not spans or self.doc.block_of(self.doc.token_at(spans[0][0])).kind != "title":
            return False
        same = len(known) > 4 and value[-5:-3] == known[-5:-3]
        return same and int(known[-2:]) - int(value[-2:]) == 1

    def differs(self, value: str) -> bool:
        """The date cannot be that of the event. A bare year or month is a time reviewed, not the day of a signing."""
        event = self.dates.event
        known = event.value
        if value.startswith("--"):
            day = value[2:]
            have = known[5:] if known and len(known) > 5 else (event.partial or "")[2:]
            if not have:
                return len(day) == 2
            return not have.startswith(day) and not day.startswith(have)
        if not known:
            return len(value) < 10 or not event.partial or value[5:] != event.partial[2:]
        if self.dates.event_end and known <= value <= self.dates.event_end:
            return False
        return not (value.startswith(known) or (len(value) == 7 and known.startswith(value)))


def is_month(value: str) -> bool:
    """ "2016-11", "--11": a month without a day."""
    return len(value) == 7 - 3 * value.startswith("-") and value.count("-") > 0
