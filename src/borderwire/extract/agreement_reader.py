"""Reads the name of a document word by word from its head to the right: where it goes on, and where it ends.

Words of a clause ("được", "nhằm") end it; a further document's head after a joint begins another title, while one after
"về", "sửa đổi" or "gia hạn" belongs to this one ("Nghị định thư sửa đổi Hiệp định ...").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping

from borderwire.extract import agreement_rows as rows
from borderwire.extract.agreement_mark import TREATIES
from borderwire.extract.agreement_words import (
    ABOUT,
    ACTION,
    AND,
    BACK_THEN,
    BETWEEN,
    BY,
    CARRIES_OUT,
    CARRY_OUT,
    CLAUSE,
    CONCLUDE,
    CONTENT,
    CONTENT_OF,
    DANGLING,
    DASHED,
    DATE_WORDS,
    DAY,
    FIELDS,
    FOR,
    HALVES,
    IN,
    ISSUE,
    MEETING,
    MONTH,
    NAMED,
    NESTING,
    NO_CLAUSE,
    NOT_FOR,
    NUMBERED_SIDES,
    OF_LEADERS,
    OLD_MONTHS,
    OR,
    OUTSIDE,
    OWN_VERBS,
    PRINCIPLES,
    ROW_VERBS,
    RULES,
    SIDE,
    SIGN,
    SUBJECT,
    SUBJECT_ENDS,
    SUBJECT_OPENERS,
    TOLD_VERBS,
    TOWARDS,
    WITH,
    YEAR,
)
from borderwire.extract.doc import Doc
from borderwire.gazetteer.matcher import HYPHENS, Entry, Hit
from borderwire.text import key

_LONGEST = 60  # tokens of a title; the longest met in print has about forty
_MEETING_NAME = 16  # tokens of a meeting's name before its number
_AGAINST = key("chống")
_ROW, _NAME = 20, 40  # tokens of a row of fields, and of a name in quotes right behind the type
_BRACKET = 10  # tokens of a bracket or a quoted name inside a title
_DASHES = HYPHENS | frozenset("–—")
_HARD = frozenset(';:.!?…|\n"“”«»[])')
_CLOSING = {"“": "”", '"': '"', "«": "»"}
_TOWN = key("TP")
_WORK, _TIME, _TH, _NEW, _TWO, _AT = (key(word) for word in ("việc", "lần", "thứ", "mới", "hai", "tại"))
_NOT_NEW = (key("đây"), BY)
_OWNED = (key("của"), BETWEEN, key("dân"))  # "cho công dân | hai nước"
_BORDER, _HELD_BY = key("biên"), (key("cấp"), key("nghị"))
_SIDES = (key("bên"), key("nước"))
_PROGRESSIVE = [key("tiến"), key("bộ")]  # "Đối tác toàn diện và | tiến bộ"
_JOINT, _TREATY, _RULES = "joint-statement", "treaty-agreement", ("regime", "regulation")


class TitleReader:
    """Moves `at` to the right; `end` follows when a word surely belongs to the title."""

    def __init__(self, doc: Doc, hit: Hit, heads: Mapping[int, Hit]) -> None:
        self.doc = doc
        self.keys = doc.keys
        self.heads = heads
        self.start = hit.start
        self.at = self.end = self.head_end = hit.end
        limit = min(len(doc.keys), hit.end + _LONGEST)
        self.stop = bisect_right(doc.sentence, doc.sentence[hit.start], hit.start, limit)
        self.between: int | None = None
        self.capital = doc.shapes[hit.start] != "l"
        self.subject = self.keys[hit.end - 1] in SUBJECT_ENDS
        self.nested: list[int] = []
        self.row = 0  # the "trong" or "đối với" behind which fields stand in a row
        self.ends = {hit.end}

    def run(self) -> None:
        keys, hit_at, stop = self.keys, self.doc.hit_at, self.stop
        while self.at < stop:
            if keys[self.at] in _LOOK or self.at in hit_at or self.at in self.ends:
                if not self._step():
                    break
            elif self._behind_letters():
                break
            else:  # a plain word
                self.at += 1
                self.end = self.at
        self._trim()
        half = HALVES.ends(self.keys, self.end)
        if self.head_end <= half < self.end:
            self.end = half
            self._trim()

    def _behind_letters(self) -> bool:
        """ "Hiệp định CPTPP | giữ nguyên B": letters are a whole name; no small letters go on with it."""
        return self.at - 1 in self.ends and rows.is_name_in_letters(self.doc, self.start, self._kind(), self.at - 1)

    def _trim(self) -> None:
        if self.end == self.head_end + 1 and self.keys[self.head_end].isdecimal() and len(self.keys[self.head_end]) < 4:
            self.end = self.head_end  # "thỏa thuận | 2,5 tỉ USD"
        while self.end > self.head_end and self.keys[self.end - 1] in DANGLING:
            self.end -= 1

    def _step(self) -> bool:
        """Take one word or phrase; False when the title has ended."""
        word = self.keys[self.at]
        if self.at in self.heads:
            number = self.keys[self.at - 1] == "/"  # "Biên bản ghi nhớ số 05/BBGN"
            return self._take(1) if number else self._head(self.heads[self.at])
        reader = _SPECIAL.get(word)
        if reader is not None:
            return reader(self)
        if word in _HARD:
            return False
        if self.at in self.ends and self.at + 2 in self.heads and self.keys[self.at : self.at + 2] == CARRY_OUT:
            self.at += 2  # "Nghị định thư thực hiện Hiệp định ..."
            return self._nest(self.heads[self.at])
        if word == _AT and self._meeting():
            return True
        leaders = OF_LEADERS.match(self.keys, self.at) if self.at in self.ends else self.at
        if leaders > self.at and self._kind() == _JOINT:
            return self._take(leaders - self.at)
        if self._clause(self.at) or self._ends_here(word):
            return False
        if word == BETWEEN:
            self.between = self.at
            self.subject = False
        elif word in SUBJECT_OPENERS or (word == WITH and self.between is None):
            self.subject = True
            if word in (IN, WITH):
                self.row = self.at
        elif word == YEAR and self._shape(1) == "d":
            self.subject = False
        return self._take(1)

    def _kind(self) -> str:
        head = self.heads[self.start].of("document")
        return "" if head is None else head.id

    def _take(self, count: int) -> bool:
        self.at += count
        self.end = self.at
        return True

    def _next(self, offset: int = 1) -> str:
        return self.keys[self.at + offset] if self.at + offset < self.stop else ""

    def _shape(self, offset: int) -> str:
        return self.doc.shapes[self.at + offset] if self.at + offset < self.stop else ""

    def _clause(self, at: int) -> bool:
        """A clause begins here. After "việc" its verb is the title's; "trên đất liền" and the like are no clauses."""
        keys = self.keys
        carried = keys[at - 2] == ABOUT and CARRIES_OUT.match(keys, at - 1) > at and at + 1 not in self.heads
        if carried or keys[at - 1] in (_WORK, ABOUT) or CLAUSE.match(keys, at) == at:
            return False
        if self.doc.shapes[at - 1] != "l" and OUTSIDE.match(keys, at) > at:
            return True  # "Nghị định thư ... Việt Nam - Lào | cho người dân", "... 2020-2024 | trên địa bàn"
        if keys[at] == FOR and (self.subject or self.capital) and self._next() not in NOT_FOR:
            return False
        if self.capital and self._opens_subject(at):
            self.subject = True
            return False
        return NO_CLAUSE.match(keys, at) == at and NO_CLAUSE.match(keys, at - 1) <= at

    def _opens_subject(self, at: int) -> bool:
        """Words of a clause that lead to the subject right behind the type: "Thỏa thuận | trao đổi dữ liệu"."""
        keys = self.keys
        if at in self.ends:
            inside = self.start > 0 and self.doc.sentence[self.start - 1] == self.doc.sentence[at]
            told = inside or rows.parties_follow(self.doc, at, self.stop)  # "Thỏa thuận" is no verb
            return told and (keys[at] in OWN_VERBS or self._tells_verb(at) or PRINCIPLES.match(keys, at) > at)
        return keys[at - 2 : at] == ACTION and at - 2 in self.ends and CARRIES_OUT.match(keys, at) > at

    def _tells_verb(self, at: int) -> bool:
        """ "Biên bản | ghi nhận A", but no "Kế hoạch | triển khai hiệp định A"."""
        return self.keys[at] in TOLD_VERBS and at + 2 not in self.heads

    def _ends_here(self, word: str) -> bool:
        before = self.keys[self.at - 1]
        if word == IN:
            inside = before == SIDE and self.keys[self.at - 2] not in NUMBERED_SIDES
            return not inside and self._next() not in FIELDS
        if word == WITH:
            return self.between is None and before != TOWARDS
        if word == OR:
            return self.at in self.ends  # "đã ký thỏa thuận | hoặc áp dụng ..."
        if word == _TIME:
            return self._next() != _TH and self.doc.shapes[self.at - 1] != "d" and self.keys[self.at - 1] != _TWO
        if word == _NEW:
            return self._next() in _NOT_NEW
        if word == _TWO and self.between is None and self.keys[self.at - 1] not in _OWNED:
            return self._next() in _SIDES and self._next(2) != _BORDER  # "cụm dân cư hai bên biên giới"
        hit = self.doc.hit_at.get(self.at)
        if hit is None or self.doc.shapes[self.at] == "l" or self.keys[self.at - 1] in _HELD_BY:
            return False  # "Biên bản Hội nghị (cấp) | Bộ trưởng"
        return hit.of("rank") is not None or (hit.of("office") is not None and hit.of("body") is None)

    def _head(self, hit: Hit) -> bool:
        entry = hit.of("document")
        if (
            self.keys[self.at : self.at + 2] == RULES
            and self.capital
            and self.keys[self.at - 1] not in (ABOUT, BETWEEN)
        ):
            return False  # "Hiệp định khung | quy định rõ ..."
        if entry is not None and not self.doc.gazetteer.documents[entry.id].agreement and self.at > self.head_end:
            return self._take(hit.end - self.at)  # a project, a plan of its own: part of the subject
        if self.at == self.head_end and not self._of_rules(entry):
            self.head_end = hit.end  # "Biên bản Thỏa thuận"
        elif self.at > self.head_end and not self._leads_to_head():
            return False
        return self._nest(hit)

    def _of_rules(self, entry: Entry | None) -> bool:
        """ "Hiệp định | quy chế biên giới": the rules are what states agree on, as in "Hiệp định về quy chế"."""
        return self._kind() == _TREATY and entry is not None and entry.id in _RULES

    def _leads_to_head(self) -> bool:
        """ "... sửa đổi | Hiệp định A", "Biên bản các nội dung của | Quy chế B"."""
        before = self.keys[self.at - 1]
        if before in NESTING or (before == _WORK and self.subject):
            return True
        return self.keys[self.at - 3 : self.at] == CONTENT_OF

    def _nest(self, hit: Hit) -> bool:
        self.nested.append(hit.start)
        self.ends.add(hit.end)
        return self._take(hit.end - self.at)

    def _bracket(self) -> bool:
        """Step over a short bracket; years in it belong to the title, else it counts only when the title goes on."""
        plain = True
        for at in range(self.at + 1, self.at + _BRACKET):
            if at >= self.stop or self.keys[at] == SIGN:
                return False  # "A (ký năm 2008) và gắn kết ..."
            if self.keys[at] == ")":
                if self._kind() in TREATIES and rows.closes_in_letters(self.doc, self.at, at, _LOOK):
                    return False
                self.at = at + 1
                if plain:
                    self.end = self.at
                return self.at < self.stop
            plain = plain and (self.doc.shapes[at] == "d" or self.keys[at] in _DASHES)
        return False

    def _quote(self) -> bool:
        """Step over a name in quotes: "khuôn khổ “Một dòng sông”", "Tuyên bố chung “A”", "tuyên bố chung về “A”"."""
        own = self.at in self.ends and (self.capital or self._shape(1) in ("U", "A"))
        named = own or self.keys[self.at - 1] == ABOUT
        if self.keys[self.at - 1] not in NAMED and not named:
            return False
        close = _CLOSING[self.doc.words[self.at]]
        for at in range(self.at + 1, min(self.stop, self.at + (_NAME if named else _BRACKET))):
            if self.doc.words[at] == close:
                return self._take(at + 1 - self.at)
        return False

    def _stop(self) -> bool:
        """ "Công an TP.HCM": the point of a shortened word inside a name."""
        inner = self.keys[self.at - 1] == _TOWN and self.doc.glued(self.at) and self._shape(1) in ("U", "A")
        return inner and self._take(1)

    def _comma(self) -> bool:
        after = self.at + 1
        if self._next() == SIGN and self._next(2) in DATE_WORDS:
            self.at = after
            return True
        if self._enumerates(after) or rows.goes_on(self.doc, self.at, self.stop):
            self.at = after
            return True
        if not self.subject or after in self.heads or self._next() not in SUBJECT or self._clause(after):
            return False
        self.at = after
        return True

    def _enumerates(self, at: int) -> bool:
        stop = min(self.stop, self.row + _ROW)
        return bool(self.row) and at < stop and rows.closes_with_and(self.doc, at, stop, self._breaks)

    def _breaks(self, at: int) -> bool:
        """No noun of a row begins at a token."""
        word = self.keys[at]
        return (
            at in self.heads
            or word in ROW_VERBS
            or word in (SIGN, BY, BETWEEN, IN, WITH, ABOUT, _TWO)
            or self._clause(at)
        )

    def _dash(self) -> bool:
        after = self._shape(1)
        if after in ("", "p"):
            return False
        if after == "l" and not self.doc.glued(self.at + 1) and self._next() not in DASHED:
            return False
        self.at += 1
        return True

    def _and(self) -> bool:
        after = self.at + 1
        if after in self.heads and self.keys[self.at - 3 : self.at] == [ABOUT, *CONTENT]:
            self.at = after  # "Biên bản ghi nhớ về nội dung và | kế hoạch hợp tác"
            return self._nest(self.heads[after])
        if after in self.heads or self._shape(1) in ("", "p", "d") or self._clause(after) or self._is_rank(after):
            return False
        if self._next() == ISSUE and after + 1 in self.heads:
            return False  # "... và | ra Tuyên bố chung"
        loose = self.between is None and not self.subject and self._shape(1) == "l"
        if loose and self.keys[after] not in SUBJECT | FIELDS and self.keys[after : after + 2] != _PROGRESSIVE:
            return False
        self.at = after
        return True

    def _meeting(self) -> bool:
        """ "Biên bản ghi nhớ tại hội nghị lần thứ 6": the meeting's number tells the document from others."""
        end = MEETING.match(self.keys, self.at + 1)
        if end <= self.at + 1:
            return False
        for at in range(end, min(end + _MEETING_NAME, self.stop - 2)):  # "tại Hội nghị | hợp tác An ninh lần thứ 6"
            if self.keys[at] in _HARD or (self.keys[at] == "," and self.keys[at + 1] != _AGAINST):  # "phòng, chống"
                return False
            if self.keys[at : at + 2] == [_TIME, _TH]:
                return self._take(at + 3 - self.at)
        return False

    def _is_rank(self, at: int) -> bool:
        hit = self.doc.hit_at.get(at)
        return hit is not None and hit.of("rank") is not None

    def _month(self) -> bool:
        """ "ký MOU về thương mại | tháng 11": a month without its year is the time of signing, no part of the title."""
        year = self._next(2) in ("/", "-", ".", YEAR) and self._shape(3) == "d"
        return (year or self._shape(1) != "d") and self._take(1)

    def _dated(self) -> bool:
        """ "Bản ghi nhớ ký ngày 9/8/2021", "Hiệp ước bổ sung ngày 24/1/1986": a full date is the document's."""
        at = self.at + 1
        if self.keys[self.at] == SIGN:
            if self.at in self.ends and self._signed_between():
                return True
            at += self._next() in BACK_THEN  # "ký hồi tháng Giêng"
            if self._next(at - self.at) not in DATE_WORDS and self._shape(at - self.at) != "d":
                return False
            if self.keys[at : at + 2] in OLD_MONTHS:
                self.end = self.at = at + 2
                return self._next(0) in (BETWEEN, IN, ABOUT)
            at += self._next(at - self.at) in DATE_WORDS
        first = at
        at = rows.numbers_end(self.doc, first, self.stop)
        if at > first and (len(self.keys[at - 1]) == 4 or self.keys[self.at] == SIGN):
            self.end = self.at = at
            return self._next(0) in (BETWEEN, IN, ABOUT)
        return False

    def _signed_between(self) -> bool:
        """ "hiệp định | ký (kết) giữa A và B về ...": whose it is stands where the subject would."""
        at = self.at + 1 + (self._next() == CONCLUDE)
        if self.keys[at : at + 1] != [BETWEEN] or at >= self.stop:
            return False
        self.at = self.between = at
        return self._take(1)


# Words at which a title may end, or change; any other is a part of it.
_LOOK = (
    _HARD | _DASHES | CLAUSE.firsts | SUBJECT_OPENERS | frozenset("(,")
    | {AND, SIGN, DAY, MONTH, YEAR, IN, WITH, BETWEEN}
    | {_AT, _TIME, _NEW, _TWO}
)  # fmt: skip
# Signs and words that need a look ahead.
_SPECIAL: dict[str, Callable[[TitleReader], bool]] = {
    "(": TitleReader._bracket, ",": TitleReader._comma, AND: TitleReader._and, SIGN: TitleReader._dated,
    DAY: TitleReader._dated, MONTH: TitleReader._month, ".": TitleReader._stop,
    **dict.fromkeys(_CLOSING, TitleReader._quote), **dict.fromkeys(_DASHES, TitleReader._dash),
}  # fmt: skip
