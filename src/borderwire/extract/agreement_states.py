"""Which states and provinces stand around a document: those of the place reader, and states told by other names."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from borderwire.extract.agreement_capitals import states_told
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import PlaceMention

_TOLD, _OUTNUMBERED = 2, 4  # how often the own side is named at least, and how many times as often the other one


class States:
    """Answers for one text. abroad: it names another country than Vietnam; home: it is about Vietnam or Laos;
    ours: it names one of them at least."""

    def __init__(self, doc: Doc, places: tuple[PlaceMention, ...]) -> None:
        self.doc = doc
        self.places = places
        self._starts = [place.start for place in places]
        told = states_told(doc)
        self._told, self._ids = [at for at, _ in told], [state for _, state in told]
        countries = [place.country for place in places]
        foreign = Counter(place.id for place in places if place.country is None and place.kind == "country")
        self.abroad = bool(foreign) or bool(told) or "LA" in countries
        self.ours = len(countries) > countries.count(None)
        self.home = _at_home(len(countries) - countries.count(None), foreign)

    def places_in(self, first: int, last: int) -> tuple[PlaceMention, ...]:
        """The places that begin in tokens `[first, last)`."""
        return self.places[bisect_left(self._starts, first) : bisect_left(self._starts, last)]

    def shorts_in(self, first: int, last: int) -> list[str]:
        """The states that tokens `[first, last)` tell by one syllable or by their capital: their ids."""
        return self._ids[bisect_left(self._told, first) : bisect_left(self._told, last)]

    def count(self, first: int, last: int) -> int:
        """How many times tokens `[first, last)` name a state."""
        named = sum(place.kind == "country" for place in self.places_in(first, last))
        return named + len(self.shorts_in(first, last))


def _at_home(ours: int, foreign: Counter[str]) -> bool:
    """Vietnam and Laos are not outnumbered by others, or the text is about them and one other country."""
    if ours >= foreign.total():
        return True
    counts = [count for _, count in foreign.most_common(2)]
    return ours >= _TOLD and ours >= sum(counts[1:]) and _OUTNUMBERED * ours >= counts[0]
