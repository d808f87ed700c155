"""What is told of a document: signed, exchanged, referred to, or planned.

The nearest word that governs the title decides ("ký", "trao", "thực hiện", "đàm phán"); what follows the title can say
it too ("... đã được ký kết ngày 9/8/2021"). Documents in a row share the mark of the first.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from borderwire.extract import agreement_refer as refer
from borderwire.extract import agreement_words as words
from borderwire.extract.agreement_byway import not_yet_or_long_ago, told_aside
from borderwire.extract.agreement_days import Days
from borderwire.extract.agreement_listing import Listing
from borderwire.extract.agreement_lists import goes_on_behind, is_spoken_of, row_start, signed_beside
from borderwire.extract.agreement_mark import (
    AS_FRAME,
    AS_SUCH,
    EXISTS,
    FORCE,
    JUST,
    LAST_YEAR,
    LISTED,
    NO_MARK,
    OTHER_DAY,
    PUT_BEFORE,
    SINCE,
    TREATIES,
    UNSIGNED,
    Mark,
    combine,
    share_acts,
    share_dates,
)
from borderwire.extract.agreement_tense import Tense
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateReading
from borderwire.text import key

_BACK = 40  # tokens; a verb further off governs something else
_REFER_BACK, _DRAFT_BACK = 14, 10
_FORTH = 16
_FAR_FORTH = 34  # "... được Thượng tá A và Đại tá B ký"
_ROW_GAP = 10
_ROW = 8  # documents that stand in a row
_STEPS = 12  # tokens of "phê chuẩn và đưa vào"
_TAIL_STOPS = frozenset(";:.!?")
_NOT, _LEFT_UNDONE = (key("không"), key("chưa"), key("khó")), [key("được"), ","]
_FROM, _DO, _MADE, _EXPECT, _THAT = (key(word) for word in ("từ", "do", "lập", "dự", "đó"))
_TAILS = (words.SIGN, _DO, words.BY, _EXPECT, _MADE, words.WILL)
_PURPOSE = (key("để"), key("nhằm"), key("trình"))
# The words behind a title that tell something of it, or end what is told.
_TELLING = _TAIL_STOPS | {",", words.SIGN, _MADE, key("phê"), *_PURPOSE}
_TWINNING = [key("kết"), key("nghĩa")]
_EXPECTED = [_EXPECT, key("kiến")]
_MAY = [key("có"), key("thể")]
_AGREE = [key("thống"), key("nhất")]
_TO_COME = (_EXPECTED, _AGREE, _MAY, [key("chuẩn"), key("bị")])
_APPROVED = [key("phê"), key("duyệt")]
_SOON = frozenset([key("sắp"), key("sớm")])
_HAND, _OF = key("trao"), key("của")
_CLOSINGS = frozenset([*"”»)", words.DONE, words.BY, key("vừa")])
_JOINT = "joint-statement"


class Marks:
    """Reads the marks of a text's titles from left to right."""

    def __init__(self, doc: Doc, titles: Sequence[Title], dates: DateReading) -> None:
        self.doc = doc
        self.titles = titles
        self.tense = Tense(doc, titles, dates)
        self.ends = {title.end for title in titles}
        self.starts = [title.start for title in titles]
        self.heads = {hit.start for hit in doc.hits_of("document")}
        self.days = Days(doc, self.tense, self.heads)
        self.listing = Listing(doc)
        self._planned_end = -9  # where the last title ended that is to be signed

    def read(self) -> list[Mark]:
        """One mark for each title."""
        marks: list[Mark] = []
        row = 0
        lists: dict[int, int] = {}
        for index, title in enumerate(self.titles):
            joined = index > 0 and self._in_row(self.titles[index - 1], title)
            beside = index > 0 and signed_beside(self.doc, self.titles[index - 1].end, title.start)
            mark = self._mark(title, self.titles[index - 1], marks[-1]) if joined else self._mark(title)
            listed = mark.rule == LISTED and bool(marks) and marks[-1].at == mark.at  # one verb governs both
            row += not (joined or beside or listed)
            number = lists.setdefault(self.listing.number, row) if mark.rule == LISTED else row
            mark = tuple.__new__(Mark, (*mark[:-1], number))  # of one list, so several documents
            if mark.status == "planned":
                self._planned_end = title.end
            if self.listing.announced_by(title, mark) and mark.status == "planned":
                self.tense.announced = self.doc.sentence[title.start]
            marks.append(mark)
        marks = share_acts(marks, [one.end for one in self.titles], [one.bare for one in self.titles])
        return share_dates(marks, lambda index: self.days.own(self.titles[index]))

    def _mark(self, title: Title, last: Title | None = None, before: Mark | None = None) -> Mark:
        """last, before: the title that this one is joined to, and its mark."""
        left = self._joined_to(title, last, before) if before and last else self._left(title)
        if before is not None and before.act == "sign" and before.status == "signed" and self._follows_such_as(title):
            left = self._example(before.at, title, before)
        if left is NO_MARK:
            left = self.listing.mark(title)
        if title.type == _JOINT and refer.is_news(self.doc, self.tense, title, left):
            return refer.issued_now(self.tense, title)
        given = refer.issued(self.doc, self.tense, title) if title.type == _JOINT else NO_MARK
        if given is not NO_MARK and left.act in ("none", "refer"):
            return given
        right = self._right(title)
        if title.nested and left.status == "signed" and right.status == "referenced":
            right = NO_MARK  # "ký Nghị định thư sửa đổi Hiệp định A, ký ngày ...": the day is that of A
        mark = combine(left, right)
        if mark.status == "signed" and (aside := not_yet_or_long_ago(self.doc, self.tense.dates, title)) is not None:
            return aside
        if mark.status == "signed" and refer.is_at_work(self.doc, title):
            return mark._replace(status="referenced")
        if mark.act != "none" or mark is UNSIGNED:
            return mark
        if refer.is_carried_out(self.doc, title):
            return Mark("refer", "referenced", title.end, "carried out or referred to")
        return self._named(title)

    def _joined_to(self, title: Title, last: Title, before: Mark) -> Mark:
        """The mark of the document before it in a row, but with its own day: "Hiệp định A (8/2004), B (9/2005)"."""
        day = self.days.own(title)
        if before.status != "referenced" or (day is None and self.days.own(last) is None):
            return before
        return before._replace(date=None if day is None or day.startswith("-") else day)

    def _named(self, title: Title) -> Mark:
        """A title in capitals with parties, years or a subject names a document even where no word governs it."""
        doc = self.doc
        known = title.type in TREATIES and words.KNOWN.begins_among(doc.keys, *title.tail)
        known = known and doc.keys[title.start - 1] != words.THERE_IS  # "chưa có hiệp định về dẫn độ"
        if doc.shapes[title.start] == "l" and not known:
            return NO_MARK
        years = any(len(doc.keys[at]) == 4 and doc.shapes[at] == "d" for at in range(title.head_end, title.end))
        if years or title.between is not None or title.end - title.head_end > 3:
            return Mark("named", "referenced", title.start, "named in full")
        return NO_MARK

    def _row_end(self, title: Title) -> int:
        """Where the row ends that a title begins, with the letters in brackets behind it: "A (B) và C (D)"."""
        index = bisect_left(self.starts, title.start)
        last = min(index + _ROW, len(self.titles) - 1)
        while index < last and self._in_row(self.titles[index], self.titles[index + 1]):
            index += 1
        return self.days.bracket(self.titles[index])

    def _in_row(self, last: Title, title: Title) -> bool:
        """Only joints stand between the two: "Thỏa thuận A; Biên bản B và Kế hoạch C"."""
        gap = range(self.days.bracket(last), title.start)
        doc = self.doc
        if doc.sentence[last.start] != doc.sentence[title.start]:
            return False
        near = len(gap) <= _ROW_GAP and all(doc.keys[at] in words.JOINTS or doc.shapes[at] == "d" for at in gap)
        return near or goes_on_behind(doc, last, title.start)

    # --- to the left

    def _left(self, title: Title) -> Mark:
        keys, sentence, start = self.doc.keys, self.doc.sentence, title.start
        first = bisect_left(sentence, sentence[start], max(0, start - _BACK + 1), start)
        if words.GOVERNING.isdisjoint(keys[first:start]):
            return NO_MARK
        for at in range(start - 1, first - 1, -1):
            if keys[at] not in words.GOVERNING:
                continue
            if keys[at] == ";":
                break
            if keys[at] == words.SIGN and keys[start - 1] == _OF:
                continue  # "ký phụ lục của | Hiệp định A"
            if keys[at] == words.SIGN and self._is_signing(at) and not self._attributive(at):
                return self._signed(at, title)
            mark = self._governed(title, at)
            if mark is not None:
                return mark
        return NO_MARK

    def _governed(self, title: Title, at: int) -> Mark | None:
        """What a word before the title other than "ký" tells of it; None when it tells nothing."""
        keys, gap = self.doc.keys, title.start - at
        if words.OTHER.match(keys, at) > at and gap > 1:
            return self._talked_about(title, at)
        end = words.EXCHANGE.match(keys, at)
        start = row_start(self.doc, title.start)
        if end > at and start - end <= 3 and self._only_light(end, start) and not self._after_sign(at):
            if at - self._planned_end in (0, 1):  # "sẽ ký Tuyên bố A và | trao Bản ghi nhớ B"
                return Mark("exchange", "planned", at, "to be handed to each other")
            return self._done(Mark("exchange", "exchanged", at, "handed to each other"))
        if gap <= _REFER_BACK and words.REFER.match(keys, at) > at:
            rule = AS_FRAME if keys[at : at + 2] == words.FRAMEWORK else "carried out or referred to"
            return self._to_be_carried_out(at) or Mark("refer", "referenced", at, rule)
        if refer.refers_near(self.doc, title, at):
            there = keys[at : at + 2] == words.EXISTS
            return Mark("refer", "referenced", at, EXISTS if there else "carried out or referred to")
        if gap <= _DRAFT_BACK and words.DRAFT.match(keys, at) > at:
            return Mark("draft", "planned", at, "being drafted or negotiated")
        end = words.ADOPT.match(keys, at)
        if end > at and title.start - end <= 2:
            if title.type in TREATIES:  # "công bố Hiệp định", "thông qua Nghị định thư": by one side, once it is signed
                return Mark("refer", "referenced", at, "approved by one side")
            if self.tense.is_planned(at, signing=False):
                return Mark("adopt", "planned", at, "to be adopted")
            return self._done(Mark("adopt", "signed", at, "adopted"))
        return None

    def _talked_about(self, title: Title, at: int) -> Mark:
        """ "trao đổi về | một thỏa thuận A": not there yet; behind other verbs of this kind nothing is told."""
        end = words.TALK.match(self.doc.keys, at)
        if end > at and set(self.doc.keys[end : title.start]) <= words.ONE:
            return Mark("draft", "planned", at, "being drafted or negotiated")
        return NO_MARK

    def _to_be_carried_out(self, at: int) -> Mark | None:
        """ "sớm ký kết, phê chuẩn và | thực hiện Hiệp định A": it is not signed yet."""
        keys = self.doc.keys
        sign = at - 1
        while sign > max(0, at - _STEPS) and keys[sign] in words.STEPS_ON and not self.doc.breaks[sign + 1]:
            sign -= 1
        if keys[sign + 1 : at] and not {",", words.AND} & set(keys[sign + 1 : at]):
            return None
        if keys[sign] != words.SIGN or not self.tense.is_planned(sign):
            return None
        if sign and keys[sign - 1] in words.NOT_SIGN_AFTER:
            return None
        return Mark("sign", "planned", sign, "to be signed and carried out")

    def _after_sign(self, at: int) -> bool:
        """ "ký, trao", "ký kết và trao": signed, then handed over; the signing says more."""
        joint = self.doc.keys[at - 1] in (",", words.AND)
        return joint and words.SIGN in self.doc.keys[max(0, at - 3) : at - 1]

    def _only_light(self, start: int, end: int) -> bool:
        return all(self.doc.keys[at] in words.LIGHT or self.doc.shapes[at] == "d" for at in range(start, end))

    def _is_signing(self, at: int, *, governs: bool = True) -> bool:
        """The token tells of a signing. governs: of what stands behind it."""
        keys = self.doc.keys
        if at > 0 and keys[at - 1] in words.NOT_SIGN_AFTER and not self.doc.breaks[at]:
            return False
        behind = at + 1 + (keys[at + 1 : at + 2] == [words.CONCLUDE])
        ends = keys[behind : behind + 1] == [","] and keys[behind + 1 : behind + 2] != [_HAND]
        if governs and ends and keys[at - 1] not in words.JUST:
            return False  # "Trước khi đặt bút ký, ...", "các cam kết đã ký kết, nhất là A" govern nothing
        return keys[at + 1 : at + 3] != _TWINNING and (at + 1 == len(keys) or keys[at + 1] not in words.NOT_SIGN_BEFORE)

    def _attributive(self, at: int) -> bool:
        """ "ký ngày 9/8/2021", "ký 18/7/1977": says when the title before it was signed; governs nothing behind."""
        found = self.tense.mentions(at + 1, at + 3)
        if not found:
            return self._tells_where(at)
        behind = range(found[0].end, found[0].end + 3)
        closed = self.doc.keys[found[0].end : found[0].end + 1] == [")"]
        return closed or not any(i in self.heads for i in behind)

    def _follows_such_as(self, title: Title) -> bool:
        return refer.SUCH_AS in self.doc.keys[max(0, title.start - 2) : title.start]

    def _example(self, at: int, title: Title, other: Mark) -> Mark:
        """ "Hai nước đã ký nhiều hiệp định như | Hiệp định A": of what there is between them. other: else."""
        keys, first = self.doc.keys, max(self.doc.sentence_of(at)[0], at - 2 * _BACK)
        many = words.MANY in keys[at : title.start]
        if not many or refer.at_event(self.doc, self.tense, first, at) or self.tense.is_planned(at):
            return other
        return Mark("sign", "referenced", at, refer.MANY_SIGNED)

    def _tells_where(self, at: int) -> bool:
        """ "“Thỏa thuận A” | ký tại phiên họp ...": right behind a title, where or when that one was signed."""
        behind = at + 1 + (self.doc.keys[at + 1 : at + 2] == [words.CONCLUDE])
        before = at
        while before > 0 and self.doc.keys[before - 1] in _CLOSINGS:
            before -= 1
        return before in self.ends and self.doc.keys[behind : behind + 1] != [] and self.doc.keys[behind] in words.AT

    def _signed(self, at: int, title: Title) -> Mark:
        """The signing of a title told by the verb at a token: now, before, or to come."""
        before = self.doc.keys[max(0, at - 3) : at]
        if any(word in _NOT for word in before) and before[1:] != _LEFT_UNDONE:  # "nêu việc chưa được, ký biên bản A"
            return UNSIGNED
        if self._follows_such_as(title):
            return self._example(at, title, NO_MARK)
        if is_spoken_of(self.doc, at, self._row_end(title)):
            return NO_MARK
        if (of_old := refer.of_old(self.doc, self.tense, title, at)) is not None:
            return Mark("sign", "referenced", at, of_old)
        if (aside := told_aside(self.doc, self.tense, title, at)) is not None:
            return aside
        goes_on = self.doc.keys[at - 1 : at] == [";"] and self._planned_end == at - 1  # "tiến tới ký A; | ký B"
        if goes_on or self.tense.is_planned(at) or self.tense.is_tomorrow(title.end):
            return Mark("sign", "planned", at, "to be signed", self.tense.day_behind(at))
        if words.LAST_YEAR.begins_among(self.doc.keys, title.end, min(title.end + 4, self.doc.sentence_of(at)[1])):
            return Mark("sign", "referenced", at, LAST_YEAR)
        old = self.days.before(at, title)
        if old is not None:
            return Mark("sign", "referenced", at, OTHER_DAY, None if old.startswith("-") else old)
        told = AS_SUCH if self.doc.keys[at - 1] == words.THE_ACT else "signed at the event"
        return self._done(Mark("sign", "signed", at, told))

    def _done(self, mark: Mark) -> Mark:
        """An act that lies before the event is only referred to."""
        past = self.tense.past(mark.at)
        return mark if past is None else Mark(mark.act, "referenced", mark.at, past.why, past.date)

    # --- to the right

    def _right(self, title: Title) -> Mark:
        """ "đã được ký kết ngày ...", "ký tháng 3/2016", ", dự kiến ký ..." behind the title."""
        doc, keys = self.doc, self.doc.keys
        sentence = doc.sentence[title.start]
        inside = keys[title.head_end : title.end]
        if words.SIGN in inside:
            return self._passive(title, title.head_end + inside.index(words.SIGN))
        if words.IN_FORCE.match(keys, title.end) > title.end:
            return Mark("refer", "referenced", title.end, FORCE)
        if keys[title.end : title.end + 1] == [_FROM] and self.tense.mentions(title.end, title.end + 3):
            return self._since(title)
        last = title.end + (_FAR_FORTH if words.BY in keys[title.end : title.end + 5] else _FORTH)
        for at in range(title.end, min(doc.sentence_starts[sentence + 1], last)):
            word = keys[at]
            if word not in _TELLING and at not in self.heads:
                continue
            after = keys[at + 1] if at + 1 < len(keys) else ""
            if word in _TAIL_STOPS or at in self.heads:
                break
            if word == "," and after not in _TAILS:
                break
            if word == words.SIGN and any(i in self.heads for i in range(at + 1, at + 4)):
                break  # "... và thống nhất đến tháng 12 sẽ ký Kế hoạch B": of what follows
            if word in _PURPOSE and after != _THAT:
                return self._to_be_signed(at)
            if (word == words.SIGN and self._is_signing(at, governs=False)) or keys[at : at + 2] == _APPROVED:
                return self._passive(title, at)
            if word == _MADE and after == words.DAY:
                return self._passive(title, at)
        return NO_MARK

    def _since(self, title: Title) -> Mark:
        """ "... Thỏa thuận kết nghĩa từ năm 2008"."""
        value = self.tense.mentions(title.end, title.end + 3)[0].value
        if not self.tense.differs(value) or value.startswith("-"):
            return NO_MARK
        return Mark("refer", "referenced", title.end, SINCE, value)

    def _to_be_signed(self, at: int) -> Mark:
        """ "dự thảo Kế hoạch A để trình lãnh đạo hai Bộ ký"."""
        doc = self.doc
        for here in range(at, min(len(doc.keys), at + 12)):
            if doc.sentence[here] != doc.sentence[at] or here in self.heads:
                break  # "Hiệp định A để thay cho | Hiệp định B đã ký"
            if doc.keys[here] == words.SIGN and self._is_signing(here):
                return Mark("draft", "planned", here, PUT_BEFORE)
        return NO_MARK

    def _passive(self, title: Title, at: int) -> Mark:
        return told_aside(self.doc, self.tense, title, at) or self._told_of(title, at)

    def _told_of(self, title: Title, at: int) -> Mark:
        keys = self.doc.keys
        between = keys[title.end : at]
        if keys[at] != words.SIGN and keys[at] != _MADE:
            return Mark("refer", "referenced", at, "approved by one side")
        told = at - 1 if keys[at - 1] == words.BY else at  # "dự kiến được | ký"
        if words.WILL in between or not _SOON.isdisjoint(between) or keys[told - 2 : told] in _TO_COME:
            return Mark("sign", "planned", at, "to be signed", self.tense.day_behind(at))
        sentence = self.doc.sentence
        follows = [item for item in self.tense.mentions(at, at + 18) if sentence[item.start] == sentence[at]]
        behind = at + 1 + (keys[at + 1 : at + 2] == [words.CONCLUDE])
        last_year = words.LAST_YEAR.begins_among(keys, at, at + 6)
        if last_year or refer.many_so_far(self.doc, self.tense, title, behind):
            return Mark("sign", "referenced", at, LAST_YEAR if last_year else refer.MANY_SIGNED)
        just = refer.on_this_visit(keys, behind, dated=bool(follows))
        if not just and follows and not any(i in self.heads for i in range(at, follows[0].start)):
            value = follows[0].value
            date = None if value.startswith("-") else value
            here = follows[0].dates == "event" or self.tense.soon_after(value) or not self.tense.differs(value)
            if here:
                rule = JUST if not words.JUST.isdisjoint(between) else "signed on the event's day"
                return Mark("sign", "signed", at, rule, date)
            return Mark("sign", "referenced", at, OTHER_DAY, date)
        if any(i in self.heads for i in range(at, at + 4)):
            return NO_MARK
        if between[:1] == [words.AND] and len(between) < 5 and keys[at] == words.SIGN:
            return self._done(Mark("sign", "signed", at, "settled and signed"))
        if not just and (words.BY in between or _DO in between) and keys[at] == words.SIGN:
            return self._done(Mark("sign", "signed", at, "signed, told of the document"))
        if just or any(word in words.JUST for word in between):
            return Mark("sign", "signed", at, JUST)
        return Mark("sign", "referenced", at, "told as signed already") if between else NO_MARK
