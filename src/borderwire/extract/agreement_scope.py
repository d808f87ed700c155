"""Whether a document is one of many states: a treaty of a community of states, or one that is named after a town."""

from __future__ import annotations

from borderwire.extract import agreement_words as words
from borderwire.extract.agreement_mark import TREATIES, Mark
from borderwire.extract.agreement_states import States
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.parties import Parties
from borderwire.extract.phrases import DASHES

_ANNEX = "annex"
_NAMED_BY_TOWN = frozenset([*TREATIES, "agreement"])
_TOWN = 3  # tokens of its name
_FORMAL, _LOOSE = -1.0, -3.0


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
        first = max(self.doc.sentence_of(title.start)[0], title.start - 5)
        closed = self.keys[title.end : title.end + 1] == ["("]  # "Hiệp định A (CPTPP)"
        reach = 5 if title.type == _ANNEX else 3 * closed  # "Phụ lục VII | Công ước A"
        if self._by_town(title):
            return -3.0
        found = words.MANY_STATES.among(self.keys, first, title.end + reach)
        if all(words.PEACE.ends(self.keys, at) < at for at in found):
            return 0.0
        if mark.act == "sign" and mark.status == "signed":
            return _FORMAL
        return _FORMAL if self._is_formal(title) else _LOOSE

    def _is_formal(self, title: Title) -> bool:
        """ "Hiệp định Đối tác xuyên A", "Tuyên bố về ứng xử B": named as one, not "hiệp định thương mại tự do"."""
        named = title.type in TREATIES or self.keys[title.start : title.head_end] == words.DECLARE
        return named and self.doc.shapes[title.start] != "l" and not title.bare

    def _by_town(self, title: Title) -> bool:
        """ "Nghị định thư Kyoto", "Hiệp ước Lisbon": many states name a treaty after the town, and no more."""
        first, last = title.tail
        named = 0 < last - first <= _TOWN and title.between is None and title.type in _NAMED_BY_TOWN
        foreign = not self.states.places_in(first, last) and not self.states.shorts_in(first, last)
        proper = all(self.doc.shapes[at] == "U" or self.doc.words[at] in DASHES for at in range(first, last))
        return named and foreign and proper
