"""What is told of a document: signed, exchanged, referred to, or planned.

The nearest word that governs the title decides ("ký", "trao", "thực hiện", "đàm phán"); what follows the title can say
it too ("... đã được ký kết ngày 9/8/2021"). Documents in a row share the mark of the first. A signing is of the event
unless a date, a word for the past or an anniversary says otherwise.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateMention, DateReading
from borderwire.extract.place_titles import keys_of
from borderwire.extract.vocabulary import Phrases
from borderwire.model import AgreementStatus
from borderwire.text import key

Act = Literal["sign", "exchange", "adopt", "refer", "draft", "named", "none"]


class Mark(NamedTuple):
    """What is told of a document. at: token of the word that says so; date: of the document itself, ISO;
    row: one number for titles joined to each other."""

    act: Act
    status: AgreementStatus | None
    at: int
    rule: str
    date: str | None = None
    row: int = 0


NO_MARK = Mark("none", None, -1, "nothing is told of it")

_BACK = 40  # tokens; a verb further off governs something else
_FORTH = 16
_FAR_FORTH = 34  # "... được Thượng tá A và Đại tá B ký"
_SIGN, _WILL, _DONE, _DAY, _YEAR = key("ký"), key("sẽ"), key("đã"), key("ngày"), key("năm")
_BY, _FROM, _DO = key("được"), key("từ"), key("do")
_DATE_WORDS = keys_of("ngày tháng năm")
_JUST = keys_of("vừa mới")
_NOT_SIGN_AFTER = keys_of("thư chữ đăng nhật")
_NOT_SIGN_BEFORE = keys_of("túc hiệu ức lục gửi nhận tên giả")
_EXCHANGE = Phrases(["trao đổi", "trao cho nhau", "trao", "lễ trao", "nhận"])
_REFER = Phrases([
    "thực hiện", "triển khai", "trên cơ sở", "căn cứ", "theo", "thực thi", "tuân thủ", "chấp hành", "cụ thể hóa",
    "tinh thần", "tổng kết", "sơ kết", "khuôn khổ", "phê chuẩn", "thi hành", "theo đúng", "nội dung", "nền tảng", "hiệu lực",
    "thay thế", "sửa đổi", "bổ sung", "gia nhập", "tham gia", "quán triệt", "phổ biến", "hoàn thành", "phù hợp với",
    "kể từ khi", "theo diện", "dựa trên", "thắng lợi", "phát huy", "góp phần thực hiện",
])  # fmt: skip
_DRAFT = Phrases([
    "xây dựng", "soạn thảo", "dự thảo", "đàm phán", "hoàn thiện", "nghiên cứu", "đề xuất", "kiến nghị", "hướng tới",
    "tiến tới", "xem xét", "chuẩn bị", "hoàn tất", "thúc đẩy", "gia hạn", "thảo luận", "sớm có",
])  # fmt: skip
_ADOPT = Phrases(["thông qua", "ra", "đưa ra", "công bố", "ban hành", "lập", "thống nhất thông qua"])
# Verbs of other things: what stands before them does not govern the title.
_OTHER = Phrases([
    "tổ chức", "chụp ảnh", "tham dự", "phát biểu", "bàn giao", "tặng", "chứng kiến cuộc", "khẳng định", "cho biết", "cho rằng",
    "đánh giá cao", "giới thiệu", "thống nhất nội dung", "trao đổi thông tin", "trao đổi kinh nghiệm", "trao đổi về",
])  # fmt: skip
_PLANNING = Phrases([
    "sẽ", "dự kiến", "chuẩn bị", "đề nghị", "hướng tới", "tiến tới", "sớm", "mong muốn", "xem xét", "cần", "thúc đẩy",
    "đàm phán", "hoàn tất", "nghiên cứu", "lên kế hoạch", "tiếp tục", "muốn", "kiến nghị", "đề xuất", "phấn đấu",
])  # fmt: skip
_AGREED = Phrases(["thống nhất", "nhất trí", "đồng ý"])
_BACKGROUND = Phrases([
    "thời gian qua", "năm qua", "những năm", "trước đó", "trước đây", "từ năm", "kể từ", "cách đây", "thành tựu", "đến nay",
    "nhiều năm", "từ khi", "từ sau", "từ đó", "giai đoạn vừa qua", "lịch sử", "hằng năm", "hàng năm", "tháng qua", "đã từng",
    "lâu nay", "nhiệm kỳ qua", "vốn đã", "vốn", "tính đến", "sau khi thành lập",
])  # fmt: skip
# What places an act at the event.
_FRAME = Phrases([
    "tại", "dịp này", "nhân dịp", "kết thúc", "sau", "ngay sau", "trong khuôn khổ", "cùng ngày", "sáng", "chiều", "tối", "trước đó",
    "hôm nay", "ngày", "vừa", "chứng kiến", "lễ",
])  # fmt: skip
_LAST_YEAR = Phrases(["năm ngoái", "năm trước", "những năm trước", "tháng trước"])
_ANNIVERSARY = Phrases(["kỷ niệm", "dịp", "năm ngày", "tròn"])
_JOINTS = keys_of(", ; và cùng với các trong đó có gồm : - – bao 1 2 3 4 5 a b c d ) là cũng như hai nước bên giữa này nêu")
_LISTS = keys_of("gồm : có là")
_TAIL_STOPS = frozenset(";:.!?")


class Marks:
    """Reads the marks of a text's titles from left to right."""

    def __init__(self, doc: Doc, titles: Sequence[Title], dates: DateReading) -> None:
        self.doc = doc
        self.titles = titles
        self.dates = dates
        self.starts = [mention.start for mention in dates.mentions]
        self.heads = {hit.start for hit in doc.hits_of("document")}
        self.inside = {at for title in titles for at in range(title.start, title.end)}
        self._announced = -1  # sentence that said "sẽ ký các văn kiện"
        self._listed: tuple[int, Mark] = (-9, NO_MARK)  # sentence that told of documents without naming them

    def read(self) -> list[Mark]:
        marks: list[Mark] = []
        row = 0
        for index, title in enumerate(self.titles):
            last = self.titles[index - 1] if index else None
            joined = last is not None and self._in_row(last, title)
            row += not joined
            mark = self._mark(title, marks[-1] if joined else None)._replace(row=row)
            self._remember(title, mark)
            marks.append(mark)
        self._share_dates(marks)
        return marks

    def _mark(self, title: Title, before: Mark | None) -> Mark:
        """before: the mark of the title that this one is joined to."""
        right = self._right(title)
        if before is not None:
            left = before
        else:
            left = self._left(title)
            if left.act == "none":
                left = self._from_list(title)
        if title.nested and left.act == "sign" and left.status == "signed" and right.status == "referenced":
            right = NO_MARK  # "ký Nghị định thư sửa đổi Hiệp định A, ký ngày ...": the day is that of A
        mark = self._combine(left, right)
        return self._named(title) if mark.act == "none" else mark

    def _named(self, title: Title) -> Mark:
        """A title in capitals with parties, years or a subject names a document even where no word governs it."""
        doc = self.doc
        said = title.between is not None or title.end - title.head_end > 3 or any(
            len(doc.keys[at]) == 4 and doc.shapes[at] == "d" for at in range(title.head_end, title.end)
        )
        if said and doc.shapes[title.start] != "l":
            return Mark("named", "referenced", title.start, "named in full")
        return NO_MARK

    def _combine(self, left: Mark, right: Mark) -> Mark:
        """What stands behind the title adds to what governs it, or says it alone."""
        if right.act == "none" or left.act == "exchange":
            return left
        if right.status == "planned":
            return right._replace(row=left.row)
        if left.act == "draft":
            return left
        if left.act == "refer" or (left.act == "sign" and left.status == "referenced"):
            return left._replace(status="referenced", date=right.date or left.date)
        if left.act == "sign" and right.status != "referenced":
            return left
        return right

    def _in_row(self, last: Title, title: Title) -> bool:
        """Only joints stand between the two: "Thỏa thuận A; Biên bản B và Kế hoạch C"."""
        gap = range(last.end, title.start)
        doc = self.doc
        return (
            len(gap) <= 10
            and doc.sentence[last.start] == doc.sentence[title.start]
            and all(doc.keys[at] in _JOINTS or doc.shapes[at] == "d" for at in gap)
        )

    def _from_list(self, title: Title) -> Mark:
        """"... đã ký 4 văn kiện. Đó là Thỏa thuận A; Biên bản B": the list that the sentence before announced."""
        sentence, mark = self._listed
        doc = self.doc
        if title.type == "instruments":
            return mark
        if doc.sentence[title.start] - sentence not in (0, 1) or title.start == 0:
            return NO_MARK
        before = doc.keys[title.start - 1]
        return mark._replace(rule="named in the list that follows") if before in _LISTS else NO_MARK

    def _remember(self, title: Title, mark: Mark) -> None:
        sentence = self.doc.sentence[title.start]
        if title.type == "instruments" and mark.act in ("sign", "exchange"):
            self._listed = (sentence, mark)
            if mark.status == "planned":
                self._announced = sentence

    # --- to the left

    def _left(self, title: Title) -> Mark:
        doc, keys = self.doc, self.doc.keys
        sentence = doc.sentence[title.start]
        for at in range(title.start - 1, max(-1, title.start - _BACK), -1):
            if doc.sentence[at] != sentence or keys[at] == ";":
                break
            gap = title.start - at
            if keys[at] == _SIGN and self._is_signing(at) and not self._attributive(at):
                return self._signed(at)
            if _OTHER.match(keys, at) > at and gap > 2:
                return NO_MARK
            end = _EXCHANGE.match(keys, at)
            if end > at and title.start - end <= 3 and self._only_light(end, title.start):
                return self._dated(Mark("exchange", "exchanged", at, "handed to each other"), at)
            if _REFER.match(keys, at) > at and gap <= 14:
                return Mark("refer", "referenced", at, "carried out or referred to")
            if _DRAFT.match(keys, at) > at and gap <= 10:
                return Mark("draft", "planned", at, "being drafted or negotiated")
            end = _ADOPT.match(keys, at)
            if end > at and title.start - end <= 2:
                return self._adopted(at)
        return NO_MARK

    def _adopted(self, at: int) -> Mark:
        before = [i for i in range(max(0, at - 12), at) if self.doc.sentence[i] == self.doc.sentence[at]]
        if self._is_planned(before, at):
            return Mark("adopt", "planned", at, "to be adopted")
        return self._dated(Mark("adopt", "signed", at, "adopted"), at)

    def _only_light(self, start: int, end: int) -> bool:
        return all(self.doc.keys[at] in _LIGHT or self.doc.shapes[at] == "d" for at in range(start, end))

    def _is_signing(self, at: int) -> bool:
        keys = self.doc.keys
        if at > 0 and keys[at - 1] in _NOT_SIGN_AFTER and not self.doc.breaks[at]:
            return False
        after = keys[at + 1] if at + 1 < len(keys) else ""
        beyond = keys[at + 2] if at + 2 < len(keys) else ""
        return after not in _NOT_SIGN_BEFORE and not (after == key("kết") and beyond == key("nghĩa"))

    def _attributive(self, at: int) -> bool:
        """"ký ngày 9/8/2021", "ký 18/7/1977": says when the title before it was signed; governs nothing behind."""
        found = self._mentions(at + 1, at + 3)
        return bool(found) and not any(i in self.heads for i in range(found[0].end, found[0].end + 3))

    def _signed(self, at: int) -> Mark:
        """The signing told by the verb at a token: now, before, or to come."""
        doc, keys = self.doc, self.doc.keys
        if at > 0 and keys[at - 1] == key("không"):
            return NO_MARK
        window = range(max(0, at - 12), at)
        before = [i for i in window if doc.sentence[i] == doc.sentence[at]]
        if self._is_anniversary(before, at):
            return Mark("sign", "referenced", at, "an anniversary of the signing")
        if self._is_planned(before, at):
            return Mark("sign", "planned", at, "to be signed", self._day_behind(at))
        return self._dated(Mark("sign", "signed", at, "signed at the event"), at)

    def _is_anniversary(self, before: list[int], at: int) -> bool:
        keys = self.doc.keys
        told = any(keys[i] == _DAY for i in before[-5:]) and any(
            _ANNIVERSARY.match(keys, i) > i or (keys[i].isdigit() and keys[i + 1] == _YEAR) for i in before
        )
        return told or (at > 0 and keys[at - 1] == _DAY)

    def _is_planned(self, before: list[int], at: int) -> bool:
        doc, keys = self.doc, self.doc.keys
        for i in reversed(before):
            word = keys[i]
            if word in (_DONE, *_JUST):
                return False
            if word in (";", ":"):
                break
            end = _PLANNING.match(keys, i)
            if end > i and not (word != _WILL and any(keys[k] == "," for k in range(end, at))):
                return True
            end = _AGREED.match(keys, i)
            if end > i:
                return end == at
        return self._continues_plan(before, at)

    def _continues_plan(self, before: list[int], at: int) -> bool:
        """No subject of its own and the sentence before tells what will be done; or it announced the signing."""
        doc, keys = self.doc, self.doc.keys
        sentence = doc.sentence[at]
        if any(keys[i] in (_DONE, *_JUST) for i in before):
            return False
        if 0 <= sentence - self._announced <= 2 and self._announced >= 0:
            return True
        begins = at == 0 or doc.sentence[at - 1] != sentence or keys[at - 1] == ";"
        if not begins or doc.breaks[at]:
            return False
        for i in range(at - 1, max(-1, at - 250), -1):
            if doc.breaks[i] and i != at:
                return keys[i] == _WILL
            if keys[i] == _WILL:
                return True
            if keys[i] == _DONE and doc.sentence[i] < sentence - 1:
                return False
        return False

    def _dated(self, mark: Mark, at: int) -> Mark:
        """An act that a date or a word for the past puts before the event is only referred to."""
        doc, keys = self.doc, self.doc.keys
        first = at
        while first > 0 and at - first < 45 and doc.sentence[first - 1] == doc.sentence[at]:
            first -= 1
        for mention in self._mentions(first, at):
            if mention.dates in ("birth", "period", "published", "planned") or self._near_event(mention):
                continue
            if mention.start in self.inside:
                continue  # part of another document's name
            if mention.dates not in ("document", "past") and self._follows_event(mention.value):
                continue
            if len(mention.value) == 4 and not self._opens(mention, first):
                continue  # "Hội nghị năm 2022 đã ký": the year belongs to another noun
            if mention.dates in ("document", "past") or self._differs(mention.value):
                date = mention.value if not mention.value.startswith("-") and at - mention.end < 25 else None
                return Mark(mark.act, "referenced", mark.at, "signed on another day", date)
        if any(_BACKGROUND.match(keys, i) > i for i in range(first, at)):
            return Mark(mark.act, "referenced", mark.at, "told as past")
        if self._of_states(first, at):
            return Mark(mark.act, "referenced", mark.at, "what states have signed, not here")
        if self._told_before(first, at):
            return Mark(mark.act, "referenced", mark.at, "goes on with what was told as past")
        return mark

    def _told_before(self, first: int, at: int) -> bool:
        """The sentence before, in the same paragraph, spoke of last year and this one names no time or place."""
        doc, keys = self.doc, self.doc.keys
        if first == 0 or doc.block[first] != doc.block[first - 1] or doc.breaks[first]:
            return False
        if any(_FRAME.match(keys, i) > i for i in range(first, at)):
            return False
        here, sentence = first - 1, doc.sentence[first - 1]
        while here >= 0 and first - here < 40 and doc.sentence[here] == sentence:
            if _LAST_YEAR.match(keys, here) > here:
                return True
            here -= 1
        return False

    def _of_states(self, first: int, at: int) -> bool:
        """"Việt Nam và Lào cũng đã ký Hiệp định A" outside the opening, with nothing that places it at the event."""
        doc, keys = self.doc, self.doc.keys
        if keys[at - 1 : at] != [_DONE] or at - first > 9 or doc.sentence[at] < 4:
            return False
        countries = [hit for hit in doc.hits_of("country") if first <= hit.start < at]
        return len(countries) > 0 and not any(_FRAME.match(keys, i) > i for i in range(first, at))

    # --- to the right

    def _right(self, title: Title) -> Mark:
        """"đã được ký kết ngày ...", "ký tháng 3/2016", ", dự kiến ký ..." behind the title."""
        doc, keys = self.doc, self.doc.keys
        sentence = doc.sentence[title.start]
        for at in range(title.head_end, title.end):
            if keys[at] == _SIGN:
                return self._passive(title, at)
        if keys[title.end : title.end + 1] == [_FROM] and self._mentions(title.end, title.end + 3):
            return self._since(title)
        last = title.end + (_FAR_FORTH if _BY in keys[title.end : title.end + 5] else _FORTH)
        for at in range(title.end, min(len(doc), last)):
            if doc.sentence[at] != sentence or keys[at] in _TAIL_STOPS or at in self.heads:
                break
            if keys[at] == "," and keys[at + 1 : at + 2] not in ([_SIGN], [_DO], [_BY], [key("dự")], [key("lập")]):
                break
            if keys[at] in _OTHER_TAILS and at + 1 < len(doc) and keys[at + 1] != key("đó"):
                return self._to_be_signed(title, at)
            if (keys[at] == _SIGN and self._is_signing(at)) or keys[at : at + 2] == _APPROVED:
                return self._passive(title, at)
            if keys[at] == key("lập") and keys[at + 1 : at + 2] == [_DAY]:
                return self._passive(title, at)
        return NO_MARK

    def _since(self, title: Title) -> Mark:
        """"... Thỏa thuận kết nghĩa từ năm 2008"."""
        mention = self._mentions(title.end, title.end + 3)[0]
        if not self._differs(mention.value) or mention.value.startswith("-"):
            return NO_MARK
        return Mark("refer", "referenced", title.end, "in force since", mention.value)

    def _to_be_signed(self, title: Title, at: int) -> Mark:
        """"dự thảo Kế hoạch A để trình lãnh đạo hai Bộ ký"."""
        doc = self.doc
        for here in range(at, min(len(doc), at + 12)):
            if doc.sentence[here] != doc.sentence[at]:
                break
            if doc.keys[here] == _SIGN and self._is_signing(here):
                return Mark("draft", "planned", here, "to be put before those who sign")
        return NO_MARK

    def _passive(self, title: Title, at: int) -> Mark:
        doc, keys = self.doc, self.doc.keys
        between = keys[title.end : at]
        if _WILL in between or keys[at - 2 : at] in (_EXPECTED, _AGREE):
            return Mark("sign", "planned", at, "to be signed", self._day_behind(at))
        follows = self._mentions(at, min(len(doc), at + 8))
        if follows:
            value = follows[0].value
            date = None if value.startswith("-") else value
            if self._near_event(follows[0]) or not self._differs(value):
                return Mark("sign", "signed", at, "signed on the event's day", date)
            return Mark("sign", "referenced", at, "signed on another day", date)
        if any(i in self.heads for i in range(at, min(len(doc), at + 4))):
            return NO_MARK
        if (_BY in between or _DO in between) and keys[at] == _SIGN:
            return self._dated(Mark("sign", "signed", at, "signed, told of the document"), at)
        if any(word in _JUST for word in between):
            return Mark("sign", "signed", at, "just signed")
        return Mark("sign", "referenced", at, "told as signed already") if between else NO_MARK

    def _day_behind(self, at: int) -> str | None:
        found = [mention.value for mention in self._mentions(at, min(len(self.doc), at + 14))]
        return found[0] if found and not found[0].startswith("-") else None

    # --- dates

    def _mentions(self, start: int, end: int) -> list[DateMention]:
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return list(self.dates.mentions[first:last])

    def _opens(self, mention: DateMention, first: int) -> bool:
        """"Năm 2017, hai bên đã ký": the year frames the sentence."""
        return mention.start - first <= 2 and self.doc.keys[mention.end : mention.end + 1] == [","]

    def _near_event(self, mention: DateMention) -> bool:
        return mention.dates == "event"

    def _follows_event(self, value: str) -> bool:
        """A day of the same month, a week after the event's first day at most: a later day of the visit."""
        known = self.dates.event.value or (self.dates.event.partial or "").replace("--", "0000-")
        if len(known) < 10 or len(value) < 7:
            return False
        month, day = value[-5:-3], value[-2:]
        return known[5:7] == month and 0 <= int(day) - int(known[8:10]) <= 7

    def _differs(self, value: str) -> bool:
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
            if len(value) == 10 and event.partial:
                return value[5:] != event.partial[2:]
            return len(value) < 10
        if self.dates.event_end and known <= value <= self.dates.event_end:
            return False
        return not (value.startswith(known) or (len(value) == 7 and known.startswith(value)))

    def _share_dates(self, marks: list[Mark]) -> None:
        """"Nghị định thư A, Hiệp định B ký tháng 3/2016": the date behind a row is of the whole row."""
        for index in range(len(marks) - 2, -1, -1):
            mark, after = marks[index], marks[index + 1]
            if mark.date is None and after.date and mark.act == after.act == "refer" and mark.at == after.at:
                marks[index] = mark._replace(date=after.date)


_LIGHT = keys_of("các bản cho nhau hai ba bộ hồ sơ 2 những văn kiện bên kết đổi")
_OTHER_TAILS = keys_of("để nhằm trình")
_EXPECTED = [key("dự"), key("kiến")]
_AGREE = [key("thống"), key("nhất")]
_APPROVED = [key("phê"), key("duyệt")]
