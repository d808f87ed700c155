"""Whether a document is one of many states: a treaty of a community of states, or one that is named after a town."""

from __future__ import annotations

from borderwire.extract import agreement_words as words
from borderwire.extract.agreement_aliases import own_letters
from borderwire.extract.agreement_mark import TREATIES, Mark
from borderwire.extract.agreement_states import States
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.parties import Parties
from borderwire.extract.phrases import DASHES

_ANNEX = "annex"
_NAMED_BY_TOWN = frozenset([*TREATIES, "agreement"])
_TOWN = 3  # tokens of its name
_PARTNER = 6  # tokens of "với bảy nước của Liên minh"
_FORMAL, _LOOSE = -0.5, -3.0


class Scope:
    """Answers for one text."""

    def __init__(self, doc: Doc, parties: Parties, states: States) -> None:
        self.doc = doc
        self.keys = doc.keys
        self.parties = parties
        self.states = states

    def weight(self, title: Title, mark: Mark) -> float:
        """A treaty of many states counts where its name is written in full; else only when signed at the event."""
        if title.between is not None and self.parties.count_near(title.between, title.end) > 1:
            return 0.0
        if any(place.country is not None and place.kind == "country" for place in self.states.places_in(*title.tail)):
            return 0.0  # "Hiệp định Thương mại tự do Việt Nam - Liên minh A": two parties
        if self._with_partner(title):
            return 0.0  # "hiệp định thương mại tự do | với Liên minh A"
        if self._by_town(title):
            return _LOOSE
        if not self.is_of_many(title):
            return 0.0
        if mark.act == "sign" and (mark.status == "signed" or mark.date):
            return _FORMAL
        return _FORMAL if self.is_formal(title) else _LOOSE

    def is_of_many(self, title: Title) -> bool:
        """The name of a community of states, or of what only such conclude, stands in the title or beside it."""
        first = max(self.doc.sentence_of(title.start)[0], title.start - 5)
        closed = self.keys[title.end : title.end + 1] == ["("]  # "Hiệp định A (CPTPP)"
        reach = 5 if title.type == _ANNEX else 3 * closed  # "Phụ lục VII | Công ước A"
        found = words.MANY_STATES.among(self.keys, first, title.end + reach)
        return any(words.PEACE.ends(self.keys, at) == at for at in found)

    def _with_partner(self, title: Title) -> bool:
        """ "hiệp định thương mại tự do | với bảy nước của Liên minh A": a treaty of one state with them."""
        end = title.end
        if self.keys[end : end + 1] != [words.WITH] or title.type not in TREATIES:
            return False
        return self.states.count(end, end + 4) > 0 or words.UNION.begins_among(self.keys, end, end + _PARTNER)

    def is_formal(self, title: Title) -> bool:
        """ "Hiệp định Đối tác xuyên A", "Tuyên bố về ứng xử B": named as one, not "hiệp định thương mại tự do"."""
        named = title.type in TREATIES or self.keys[title.start : title.head_end] == words.DECLARE
        capital = self.doc.shapes[title.start] != "l" or bool(own_letters(self.doc, title))
        return named and capital and not title.bare

    def _by_town(self, title: Title) -> bool:
        """ "Nghị định thư Kyoto", "Hiệp ước Lisbon": many states name a treaty after the town, and no more."""
        first, last = title.tail
        named = 0 < last - first <= _TOWN and title.between is None and title.type in _NAMED_BY_TOWN
        foreign = not self.states.places_in(first, last) and not self.states.shorts_in(first, last)
        proper = all(self.doc.shapes[at] == "U" or self.doc.words[at] in DASHES for at in range(first, last))
        return named and foreign and proper
