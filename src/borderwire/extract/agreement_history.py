"""Acts of long ago: a chronicle or a look back tells them with a year that no event of the news can have."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from borderwire.extract import agreement_words as words
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateMention, DateReading
from borderwire.extract.place_titles import keys_of

_LONG = 5  # years before the event, or before the last month with a year that the text names
_OF_OLD = 2000  # years before this one are long ago in any news
_REACH = 90  # tokens before a verb in which the year of its paragraph stands
_COUNTED = 6  # tokens of "cách đây hơn 35 năm"
_CLAUSE = 25  # tokens of a clause that names a visit
_NO_ACT = frozenset(["birth", "published", "planned"])
_NOT_YET = frozenset(["period", "planned"])
_MARKS = frozenset([",", ";", ":"])
_YEAR_MARKS = frozenset([":", "-", "–", "—"])
_OPENERS = words.TIME_OPENERS | _YEAR_MARKS | frozenset("•*+") | keys_of("đến tới")
_CLAUSE_OPENERS = keys_of("do vì bởi khi rằng nhưng mà và") | _MARKS
_ADVERBS = keys_of("đã cùng chính thức từng cũng lại")


class History:
    """Answers for one text. inside: the tokens of names of documents."""

    def __init__(self, doc: Doc, dates: DateReading, inside: set[int]) -> None:
        self.doc = doc
        self.inside = inside
        self.mentions = dates.mentions
        self._starts = [mention.start for mention in dates.mentions]
        told = [one.value for one in dates.mentions if len(one.value) > 4 and one.dates not in _NOT_YET]
        years = [int(value[:4]) for value in told if value[:4].isdecimal()]  # "đến năm 2030" is a plan
        event = (dates.event.value or "")[:4]
        self._until = int(event) - _LONG if event.isdecimal() else max([_OF_OLD - 1, *(year - _LONG for year in years)])

    def year(self, at: int) -> str | None:
        """The year long ago in which the act at a token took place; None where the text tells of none."""
        doc = self.doc
        first = max(doc.sentence_of(at)[0], at - _REACH)
        here = self._mentions(first, at)
        for found in reversed(here):
            if self._is_long_ago(found) and self._frames(found, first, at):
                return found.value[:4]
        headed = self._year_of_line(first, at)
        if headed is not None or here or words.HERE.begins_among(doc.keys, first, at):
            return headed
        return self._told_before(first)

    def is_years_ago(self, at: int) -> bool:
        """ "được | ký kết tại Viêng Chăn cách đây 40 năm", "Hơn 20 năm trước, hai bên | ký": counted from the news."""
        keys, (start, stop) = self.doc.keys, self.doc.sentence_of(at)
        behind = next((i for i in range(at + 1, min(stop, at + _CLAUSE)) if keys[i] in _MARKS), min(stop, at + _CLAUSE))
        for i in words.AGO.among(keys, at + 1, behind):
            if words.YEAR in keys[i + 2 : i + _COUNTED]:
                return True
        opening = keys[start : start + _COUNTED]
        framed = any(pair == (words.YEAR, words.BEFORE) for pair in pairwise(opening))
        if not framed or not start + 2 <= at <= start + _REACH:
            return False
        # "10 năm trước, hai tỉnh kết nghĩa; hôm nay, họ | ký"
        return ";" not in keys[start:at] and not words.NOW.begins_among(keys, start, at)

    def _told_before(self, first: int) -> str | None:
        """ "Năm 1958, ông A thăm Việt Nam. | Hai bên ra Tuyên bố chung": the paragraph's last date is of long ago."""
        doc = self.doc
        if not first or doc.breaks[first] or doc.block_of(first).kind != "paragraph":
            return None
        before = self._mentions(max(doc.block_starts[doc.block[first]], first - _REACH), first)
        if not before or not self._is_long_ago(before[-1]):
            return None
        last = before[-1]
        start = doc.sentence_of(last.start)[0]
        opens = self._heads(last.start, start) or self._of_visit(last, start)
        near = doc.sentence[first] - doc.sentence[start] == 1
        now = words.HERE.begins_among(doc.keys, start, first)
        return last.value[:4] if opens and near and not now else None

    def _mentions(self, start: int, end: int) -> list[DateMention]:
        row = self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return [found for found in row if found.start not in self.inside]

    def _is_long_ago(self, mention: DateMention) -> bool:
        year, last = mention.value[:4], (mention.until or mention.value)[:4]
        act = mention.dates not in _NO_ACT and (mention.dates != "period" or mention.value == year)
        return act and year.isdecimal() and last.isdecimal() and int(last) <= self._until

    def _frames(self, mention: DateMention, first: int, at: int) -> bool:
        """The date says when the act at a token was: "A và B năm 2002 | đã ký", "vì năm 1987, A và B | ký"."""
        keys = self.doc.keys
        if _ADVERBS.issuperset(keys[mention.end : at]):
            return True
        opening = mention.start
        while opening > first and keys[opening - 1] in _OPENERS:
            opening -= 1
        clause = opening > first and keys[opening - 1] in _CLAUSE_OPENERS
        return opening == first or (clause and keys[mention.end] == ",") or self._of_visit(mention, first)

    def _heads(self, at: int, first: int) -> bool:
        """Only words of time stand between the head of the sentence and the date."""
        return all(word in _OPENERS for word in self.doc.keys[first:at])

    def _of_visit(self, mention: DateMention, first: int) -> bool:
        """ "Với chuyến | thăm 6 ngày năm 1958 của A, hai nước ký": the year of a visit, whose years are not kept."""
        keys, start = self.doc.keys, mention.start
        opening = max(first, start - _CLAUSE)
        for at in range(start - 1, opening - 1, -1):
            if keys[at] in _MARKS:
                opening = at + 1
                break
        kept = words.KEPT.begins_among(keys, first, start) or words.SINCE.begins_among(keys, first, start)
        return words.VISITS in keys[opening:start] and not kept

    def _year_of_line(self, first: int, at: int) -> str | None:
        """ "- 1982: hai nước | ký": a year and a colon at the head of the line."""
        doc = self.doc
        while first < at and doc.keys[first] in _OPENERS:
            first += 1
        word = doc.keys[first]
        year = first + 1 < at and len(word) == 4 and word.isdecimal() and doc.keys[first + 1] in _YEAR_MARKS
        return word if year and 1900 < int(word) <= self._until else None
