"""The day on which a document was signed, where the words of its signing tell one that is not the event's.

It stands behind the title ("ký Hiệp định A vào ngày 2/9/2004", "... khi B thăm Lào tháng 5") or inside it.
"""

from __future__ import annotations

from borderwire.extract import agreement_words as words
from borderwire.extract.agreement_tense import Tense, is_month
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateMention
from borderwire.extract.place_titles import keys_of
from borderwire.text import key

_DAY_AFTER = frozenset([*words.DATE_WORDS, key("vào"), key("hồi"), "("])
# What a clause that dates the signing begins with, behind the title, and what begins something else.
_OCCASION = keys_of("khi trong nhân tại ở")
_OTHER_CLAUSE = keys_of(", ; : và đến tới từ nhằm để sẽ giai cho sau trước kể")
_WHEN, _ONE = key("khi"), key("một")
_CLAUSE = 16
_NOT_OWN = frozenset(["event", "period"])
_BRACKET = 10  # tokens of "(ký ngày 3/5/2002)"
_IN_BRACKET = words.DATE_WORDS | {words.SIGN, key("vào")}
_CLOSED = frozenset('”"»')


class Days:
    """Answers for one text. heads: the tokens at which names of documents begin."""

    def __init__(self, doc: Doc, tense: Tense, heads: set[int]) -> None:
        self.doc = doc
        self.tense = tense
        self.heads = heads

    def before(self, at: int, title: Title) -> str | None:
        """The day or year before the event on which the title was signed, that the verb at a token tells of."""
        return self._behind(title) or self._of_past_year(at, title) or self._inside(title)

    def bracket(self, title: Title) -> int:
        """The end of a bracket right behind the title that tells only a day or letters; without one the title's."""
        keys, shapes = self.doc.keys, self.doc.shapes
        if keys[title.end : title.end + 1] != ["("]:
            return title.end
        for at in range(title.end + 1, min(len(keys), title.end + _BRACKET)):
            if keys[at] == ")":
                return at + 1
            if shapes[at] not in ("d", "p", "A") and keys[at] not in _IN_BRACKET:
                break
        return title.end

    def own(self, title: Title) -> str | None:
        """The day in brackets right behind the title, or at its end: "Hiệp định A (8/2004)", "Tuyên bố B năm 2015"."""
        found = self.tense.mentions(title.end, self.bracket(title))
        if not found:
            found = [item for item in self.tense.mentions(title.head_end, title.end) if item.end >= title.end - 1]
        return found[0].value if found and found[0].dates not in _NOT_OWN else self._year_at_end(title)

    def _behind(self, title: Title) -> str | None:
        """ "đã ký Hiệp định A vào ngày 2/9/2004", "... Thỏa thuận B (tháng 11/2016)", "... Bản ghi nhớ C khi D thăm Lào
        tháng 5": a day that is not the event's. The month in brackets alone is no day of news."""
        found = self._mention_behind(title)
        if found is None:
            return None
        if self.doc.keys[found.start - 1] == "(" and is_month(found.value):
            return found.value
        if found.dates == "event" or self.tense.soon_after(found.value):
            return None
        return found.value if self.tense.differs(found.value) else None

    def _inside(self, title: Title) -> str | None:
        """ "sau khi ký Bản ghi nhớ ngày 17/9/2010": a full date in the title that is not the event's."""
        for mention in self.tense.mentions(title.head_end, title.end):
            value = mention.value
            full = len(value) == 10 or (len(value) == 7 and mention.end == title.end and not value.startswith("-"))
            if full and mention.dates not in _NOT_OWN and not self.tense.soon_after(value):
                return value if self.tense.differs(value) else None
        return self._year_at_end(title)

    def _year_at_end(self, title: Title) -> str | None:
        """ "đã ký Bản ghi nhớ về A năm 2010" in news of 2018: nobody signs what is named after a year long past."""
        keys, last = self.doc.keys, title.end - 1
        if self.doc.shapes[last] != "d" or len(keys[last]) != 4 or keys[last - 1] != words.YEAR:
            return None
        if words.ABOUT not in keys[title.head_end : last] and keys[title.start - 1 : title.start] != [_ONE]:
            return None  # but "đã ký một hiệp định năm 2008"
        now = self.tense.dates.event.value or self.tense.last_year
        return keys[last] if now is not None and keys[last].isdecimal() and int(keys[last]) < int(now[:4]) - 1 else None

    def _of_past_year(self, at: int, title: Title) -> str | None:
        """ "Sau khi | ký Bản ghi nhớ năm 2018, hai bên đã ..." in news of 2019: the year in the title, when all that is
        told came after the signing."""
        keys, now = self.doc.keys, self.tense.dates.event.value or self.tense.last_year
        if now is None or not self.tense.follows_signing(at):
            return None
        years = [keys[i] for i in range(title.head_end, title.end) if len(keys[i]) == 4 and self.doc.shapes[i] == "d"]
        return years[0] if years and max(years) < now[:4] else None

    def _mention_behind(self, title: Title) -> DateMention | None:
        """The date that follows a title in its clause, a place or an occasion apart."""
        keys, end = self.doc.keys, title.end
        end += end < len(keys) and self.doc.words[end] in _CLOSED
        if set(keys[end : end + 1]) <= _DAY_AFTER:
            found = self.tense.mentions(end, end + 4)
            return found[0] if found else None
        if end == len(keys) or keys[end] not in _OCCASION:
            return None
        found = self.tense.mentions(end, min(len(keys), end + _CLAUSE))
        if not found or self.doc.sentence[found[0].start] != self.doc.sentence[title.start]:
            return None
        between = keys[end : found[0].start]
        if not _OTHER_CLAUSE.isdisjoint(between) or any(i in self.heads for i in range(end, found[0].start)):
            return None
        return found[0] if len(found[0].value) > 4 or keys[end] == _WHEN else None
