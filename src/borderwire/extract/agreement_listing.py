"""Documents that the text lists after it told of them without a name: each takes the mark of the announcement."""

from __future__ import annotations

from borderwire.extract import agreement_words as words
from borderwire.extract.agreement_lists import announces, counts_several, how_many, is_item, is_noun_phrase
from borderwire.extract.agreement_mark import LISTED, NO_MARK, Mark
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc

_UMBRELLA = "instruments"
_BESIDE = 3  # sentences
_COLON = 8  # tokens of "giữa hai nước, gồm:"


class Listing:
    """The list that was announced last, in one text. number: how many were announced."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.number = 0
        # The sentence that told of documents without naming them, and how many of them are still to be named.
        self._told: tuple[int, Mark, int] = (-9, NO_MARK, 0)
        self._open = False  # a colon opened the list: it goes on as long as sentences have no verb

    def announced_by(self, title: Title, mark: Mark) -> bool:
        """The title tells of several documents that were signed or exchanged; a list of them may follow."""
        several = title.type == _UMBRELLA or counts_several(self.doc, title.start) or announces(self.doc, title)
        if not several or mark.act not in ("sign", "exchange"):
            return False
        self.number += 1
        self._told = (self.doc.sentence[title.start], mark, how_many(self.doc, title.start))
        self._open = ":" in self.doc.keys[title.end : min(title.end + _COLON, self.doc.sentence_of(title.start)[1])]
        return True

    def mark(self, title: Title) -> Mark:
        """ "... đã ký 4 văn kiện. Đó là Thỏa thuận A; Biên bản B": the list that the sentence before announced."""
        sentence, mark, left = self._told
        doc = self.doc
        if title.type == _UMBRELLA:
            return mark
        if is_item(doc, title.start, sentence):
            self._told = (doc.sentence[title.start], mark, left - 1)
            return mark._replace(rule=LISTED)
        if self._open and self._is_next_sentence(title, sentence):
            self._told = (doc.sentence[title.start], mark, left - 1)
            return mark._replace(rule=LISTED)
        if doc.sentence[title.start] - sentence not in (0, 1) or title.start == 0:
            return self._beside(title, sentence, mark)
        before = doc.keys[title.start - 1]
        here = doc.sentence[title.start] == sentence
        next_one = doc.shapes[title.start] != "l" and (before == words.AND or (left > 0 and before == ","))
        next_one = next_one or (before in (",", words.AND) and title.between is not None)
        goes_on = here and (before == ";" or next_one)
        if not goes_on and before not in words.LISTS:
            return NO_MARK
        self._told = (doc.sentence[title.start], mark, left - 1)
        return mark._replace(rule=LISTED)

    def _is_next_sentence(self, title: Title, last: int) -> bool:
        """ "... ký kết một số văn bản: Hiệp định A. | Bản ghi nhớ B giữa C và D.": a sentence that is but the name of a
        document, soon behind the one that list left off in, with none between that has a verb."""
        doc, number = self.doc, self.doc.sentence[title.start]
        start = doc.sentence_starts[number]
        if not 0 < number - last <= _BESIDE or start != title.start or doc.shapes[start] == "l" or title.bare:
            return False
        between = doc.sentence_starts[last + 1 : number]
        return is_noun_phrase(doc, start, title.end) and all(is_noun_phrase(doc, at, at) for at in between)

    def _beside(self, title: Title, sentence: int, mark: Mark) -> Mark:
        """ "Cùng với đó là | thỏa thuận A giữa B và C": soon behind the sentence that told of others."""
        first = self.doc.sentence_of(title.start)[0]
        near = self.doc.sentence[title.start] - sentence <= _BESIDE
        along = near and first < title.start and words.ALONG.match(self.doc.keys, first) == title.start
        return mark._replace(rule=LISTED) if along else NO_MARK
