"""Which side and which province a stretch of text speaks of, where it does not say so itself.

"Về phía bạn Lào có ...; ..." makes all that follows in the sentence Lao; "Công an tỉnh" alone is of the province whose
police was named last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from borderwire.extract.cues import SIDE_WORDS, positions
from borderwire.extract.doc import Doc
from borderwire.extract.hits import entry_at, places_at
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.phrases import keys
from borderwire.model import Country

_OURS = keys("ta mình chủ")
_FILLERS = keys("nước đoàn đại biểu tỉnh lực lượng các lãnh đạo công an")
# Before "bạn": "nước bạn", "phía bạn", "lực lượng bạn".
_OF_FRIENDS = keys("nước phía bên của lượng")
_DASHES = frozenset("-–+•*")
# How far a cue of side looks ahead for its country, and how far it reaches in a list, in tokens.
_AHEAD = 7
_REACH = 400
_MEMO = "sides"


def sides_of(doc: Doc, places: Sequence[PlaceMention]) -> Sides:
    """The cues of an article; built once, however many ask."""
    known: tuple[Sequence[PlaceMention], Sides] | None = doc.memo.get(_MEMO)
    if known is None or known[0] is not places:
        known = doc.memo[_MEMO] = (places, Sides(doc, places))
    return known[1]


class Sides:
    """Cues of side in the order of the text."""

    def __init__(self, doc: Doc, places: Sequence[PlaceMention]) -> None:
        self._doc = doc
        self._places = places_at(doc, places)
        self._at: list[int] = []
        self._who: list[str] = []
        self._provinces: list[str | None] = []
        for index in positions(doc, SIDE_WORDS):
            told = self._read(index)
            if told is not None:
                self._at.append(index)
                self._who.append(told[0])
                self._provinces.append(told[1])

    def _read(self, index: int) -> tuple[str, str | None] | None:
        """Country and province of the side that "phía", "bên" or "bạn" at a token announces."""
        doc = self._doc
        if doc.keys[index] == "bạn":
            return ("LA", None) if index and doc.keys[index - 1] in _OF_FRIENDS else None
        for ahead in range(index + 1, min(index + _AHEAD, len(doc.keys))):
            place, word = self._places.get(ahead), doc.keys[ahead]
            if place is not None and place.kind in ("country", "province"):
                return place.country or place.id, place.province if place.kind == "province" else None
            country = entry_at(doc, ahead, "country")
            if country is not None:
                return country.id, None
            if word == "bạn":
                return "LA", None
            if word in _OURS and doc.keys[index] == "phía":
                return "VN", None
            if word not in _FILLERS or doc.breaks[ahead]:
                return None
        return None

    def at(self, token: int) -> tuple[str | None, str | None]:
        """Country and province of the last cue before a token in the same sentence or list."""
        index = bisect_left(self._at, token) - 1
        if index < 0 or not self._reaches(self._at[index], token):
            return None, None
        return self._who[index], self._provinces[index]

    def province(self, token: int, country: Country) -> str | None:
        """ISO 3166-2 of the province that the last cue tells, if it is of that country."""
        _, province = self.at(token)
        return province if province is not None and province.startswith(country) else None

    def _reaches(self, cue: int, token: int) -> bool:
        """Nothing ends between a cue and a token: same sentence, or lines of a list that go on with dashes."""
        doc = self._doc
        if doc.sentence[cue] == doc.sentence[token]:
            return True
        if token - cue > _REACH:
            return False
        index = token
        while index > cue and doc.sentence[index] != doc.sentence[cue]:
            if doc.breaks[index] and doc.words[index] not in _DASHES:
                return False
            if doc.sentence[index] != doc.sentence[index - 1] and not doc.breaks[index]:
                return False
            index -= 1
        return True
