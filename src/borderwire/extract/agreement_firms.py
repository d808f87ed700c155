"""Whether companies, banks, clubs or private persons made a document: then it is none of states.

Who made it is told behind "giữa", behind "với", or before the verb of signing; a company that stands elsewhere in the
sentence is only spoken of.
"""

from __future__ import annotations

from borderwire.extract import agreement_words as words
from borderwire.extract.agreement_mark import TREATIES, Mark
from borderwire.extract.agreement_states import States
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.parties import Parties
from borderwire.extract.phrases import Phrases
from borderwire.text import key

_BACK = 20  # tokens of those who sign, before the verb
_FAR_BACK = 60
_BEHIND = 25  # tokens of a partner behind the title
_BANK = [key("ngân"), key("hàng")]
_ALMOST = -0.5  # a company takes part, and so do two bodies of state
_COMPANY = -2.0  # companies stand around it
_AROUND = 60  # tokens
_PRIVATE = -3.0
_BUY, _MORE = key("mua"), key("thêm")
_PASSIVE = frozenset([words.SIGN, words.CONCLUDE, words.BY, words.DONE])
_PARTNER_LINKS = frozenset([words.WITH, words.BETWEEN])


class Firms:
    """Answers for one text."""

    def __init__(self, doc: Doc, parties: Parties, states: States) -> None:
        self.doc = doc
        self.keys = doc.keys
        self.parties = parties
        self.states = states
        self._banks: bool | None = None  # whether the text names a central bank; looked up when first asked for

    def weight(self, title: Title, mark: Mark) -> float:
        """0 where no company made the document; else what it loses."""
        if title.type == "agreement" and title.between is None and self._is_purchase(title.head_end):
            return _PRIVATE
        told = self._between(title) if title.between is not None else self._told(title, mark)
        done = mark.act in ("sign", "exchange", "named") and mark.status != "planned"
        return told or (_COMPANY if done and self._among_firms(title) else 0.0)

    def _is_purchase(self, at: int) -> bool:
        """ "thỏa thuận | mua 20 máy bay", "| mua thêm máy bay"; no "mua bán điện"."""
        counted = self.keys[at + 1 : at + 2] == [_MORE] or self.doc.shapes[at + 1 : at + 2] == ["d"]
        return self.keys[at : at + 1] == [_BUY] and counted

    def _told(self, title: Title, mark: Mark) -> float:
        """By those who sign, and by the partner behind the title."""
        who = self._signers(title, mark)
        partner = self._partner(title)
        if not (self._any(who) or self._any(partner) or self._in_title(title)):
            return 0.0
        if words.STATE_SIDES.begins_among(self.keys, who.start, who.stop) and not self._any(who, words.BUSINESS):
            return 0.0  # "Hai Thủ tướng và đại diện Ngân hàng A đã ký"
        bodies = self.parties.count_near(who.start, who.stop) + self.parties.count_near(partner.start, partner.stop)
        return _PRIVATE if bodies < 2 else _ALMOST

    def _between(self, title: Title) -> float:
        """ "Thỏa thuận A giữa Bộ B và hãng C": by its own parties."""
        who = self._parties_of(title)
        if not self._any(who) and not self._partners(who):
            return 0.0
        if words.STATE_SIDES.begins_among(self.keys, who.start, who.stop) and not self._any(who, words.BUSINESS):
            return 0.0  # "giữa hai Chính phủ"
        bodies = self.parties.count_near(who.start, who.stop)
        if title.type in TREATIES and bodies:
            return _ALMOST  # "Hiệp định vay A giữa Chính phủ B và Ngân hàng C"
        return _PRIVATE if bodies < 2 else _ALMOST

    def _partners(self, who: range) -> bool:
        """ "giữa A và đối tác", but no "Trung tâm đối tác hạt nhân": the noun heads its phrase."""
        found = words.PARTNER.among(self.keys, who.start, who.stop)
        return any(at and self.keys[at - 1] in words.BEFORE_PARTNER for at in found)

    def _among_firms(self, title: Title) -> bool:
        """The sentence names no state and no body of one, and companies stand all around it."""
        first, last = self.doc.sentence_of(title.start)
        first, last = max(first, title.start - _AROUND), min(last, title.end + _AROUND)
        if self.parties.count_near(first, last) or words.STATE_SIDES.begins_among(self.keys, first, last):
            return False
        if any(
            place.start == 0 or self.keys[place.start - 1] not in words.AT
            for place in self.states.places_in(first, last)
        ):
            return False
        first, last = max(0, title.start - _AROUND), min(len(self.keys), title.end + _AROUND)
        firms = len(words.COMPANY.among(self.keys, first, last))
        return firms > 1 and firms > self.parties.count_near(first, last) + self.states.count(first, last)

    def _parties_of(self, title: Title) -> range:
        """The tokens behind "giữa", up to what the document is about; of parties that are cut at a comma, more."""
        start = title.between or title.end
        last = next((at for at in range(start, title.end) if self.keys[at] == words.ABOUT), title.end)
        return range(start, last)

    def _signers(self, title: Title, mark: Mark) -> range:
        """The tokens of those who sign, or of the clause before another verb, or before a title that none governs."""
        if mark.act in ("refer", "draft"):
            return range(title.start, title.start)
        verb = title.start if mark.at < 0 else min(mark.at, title.start)
        sentence = self.doc.sentence
        first = verb
        far = _FAR_BACK if mark.act == "exchange" else _BACK  # a company, what it is and what it does, "đã trao đổi"
        while first > 0 and verb - first < far and sentence[first - 1] == sentence[title.start]:
            if self.keys[first - 1] in (";", ":"):
                break
            first -= 1
        named = [at for at in words.COMPANY.among(self.keys, first, verb) if self._leads_to(at, verb)]
        return range(named[0] if named else verb, verb) if mark.act == "sign" else range(first, verb)

    def _leads_to(self, at: int, verb: int) -> bool:
        """From a company on to the verb stand only names and adverbs: no other verb, no comma before a small letter."""
        keys, shapes = self.doc.keys, self.doc.shapes
        if any(keys[here] == "," and shapes[here + 1] == "l" for here in range(at, verb - 1)):
            return False
        return not words.OTHER_VERBS.among(keys, at, verb)

    def _partner(self, title: Title) -> range:
        """The tokens behind "với" or "giữa" that follows the title."""
        end = at = title.end
        while at < min(end + 4, len(self.keys)) and self.keys[at] in _PASSIVE:
            at += 1
        if at >= len(self.keys) or self.keys[at] not in _PARTNER_LINKS:
            return range(end, end)
        last = min(self.doc.sentence_of(title.start)[1], end + _BEHIND)
        stop = next((at for at in range(end, last) if self.keys[at] in (";", ":")), last)
        return range(end, stop)

    def _in_title(self, title: Title) -> bool:
        """ "Thỏa thuận giữa công ty A và B", but no "Thỏa thuận gỡ khó cho doanh nghiệp": they only gain by it."""
        found = words.FIRM.among(self.keys, title.head_end, title.end)
        return any(self.keys[at - 1] not in words.FOR_WHOM for at in found)

    def _any(self, tokens: range, phrases: Phrases = words.COMPANY) -> bool:
        found = phrases.among(self.keys, tokens.start, tokens.stop)
        return any(words.PUBLIC.match(self.keys, at) == at and not self._central_bank(at) for at in found)

    def _central_bank(self, at: int) -> bool:
        """ "Ngân hàng Nhà nước", or "ngân hàng" in a text that is about those of two states."""
        if self.keys[at : at + 2] != _BANK:
            return False
        if self._banks is None:
            self._banks = bool(words.CENTRAL_BANK.among(self.keys, 0, len(self.keys)))
        return self._banks
