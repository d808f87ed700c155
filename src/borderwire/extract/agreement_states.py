"""Which states and provinces stand around a document: those of the place reader, and states of one syllable."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from borderwire.extract import agreement_words as words
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.phrases import DASHES

_TOLD, _OUTNUMBERED = 2, 4  # how often the own side is named at least, and how many times as often the other one


class States:
    """Answers for one text. abroad: it names another country than Vietnam; home: it is about Vietnam or Laos."""

    def __init__(self, doc: Doc, places: tuple[PlaceMention, ...]) -> None:
        self.doc = doc
        self.places = places
        self._starts = [place.start for place in places]
        self._shorts = [at for at, word in enumerate(doc.keys) if word in words.SHORT_STATES and _is_state(doc, at)]
        countries = [place.country for place in places]
        foreign = Counter(place.id for place in places if place.country is None and place.kind == "country")
        self.abroad = bool(foreign) or bool(self._shorts) or "LA" in countries
        self.home = _at_home(len(countries) - countries.count(None), foreign)

    def places_in(self, first: int, last: int) -> tuple[PlaceMention, ...]:
        """The places that begin in tokens `[first, last)`."""
        return self.places[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def shorts_in(self, first: int, last: int) -> list[str]:
        """The states of one syllable in tokens `[first, last)`."""
        found = self._shorts[bisect_left(self._shorts, first) : bisect_left(self._shorts, last)]
        return [self.doc.keys[at] for at in found]

    def count(self, first: int, last: int) -> int:
        """How many times tokens `[first, last)` name a state."""
        named = sum(place.kind == "country" for place in self.places_in(first, last))
        return named + len(self.shorts_in(first, last))


def _is_state(doc: Doc, at: int) -> bool:
    """ "Việt - | Nga", "Thủ tướng | Đức": one syllable in a capital, no part of a name nor behind "chị"."""
    if at == 0 or doc.shapes[at] != "U" or doc.keys[at - 1] in words.BEFORE_NAME:
        return False
    dashed = doc.words[at - 1] in DASHES
    return (dashed or doc.shapes[at - 1] == "l") and (at + 1 == len(doc) or doc.shapes[at + 1] != "U")


def _at_home(ours: int, foreign: Counter[str]) -> bool:
    """Vietnam and Laos are not outnumbered by others, or the text is about them and one other country."""
    if ours >= foreign.total():
        return True
    counts = [count for _, count in foreign.most_common(2)]
    return ours >= _TOLD and ours >= sum(counts[1:]) and _OUTNUMBERED * ours >= counts[0]
