"""Which side and which province a stretch of text speaks of, where it does not say so itself.

"Về phía bạn Lào có ...; ..." makes all that follows in the sentence Lao; "Công an tỉnh" alone is of the province whose
police was named last.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from borderwire.extract.cues import SIDE_WORDS, positions
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import PlaceMention
from borderwire.text import key

_OURS = frozenset(key(word) for word in ("ta", "mình", "chủ"))
_FILLERS = frozenset(
    key(word) for word in ("nước", "đoàn", "đại", "biểu", "tỉnh", "lực", "lượng", "các", "lãnh", "đạo", "công", "an")
)
_NOT_SIDES = frozenset(key(word) for word in ("trái", "phải", "cạnh", "trong", "ngoài", "dưới", "trên", "đường", "kia"))
_DASHES = frozenset("-–+•*")


class Sides:
    """Cues of side in the order of the text; built once per article."""

    def __init__(self, doc: Doc, places: Sequence[PlaceMention]) -> None:
        self._doc = doc
        self._places = {place.start: place for place in places}
        self._at: list[int] = []
        self._who: list[str] = []
        self._provinces: list[str | None] = []
        for index in positions(doc, SIDE_WORDS):
            self._read(index)

    def _read(self, index: int) -> None:
        """The side that "phía", "bên" or "bạn" at a token announces."""
        doc = self._doc
        if doc.keys[index] == "bạn":
            if index and doc.keys[index - 1] in ("nước", "phía", "bên", "của", "lực lượng"):
                self._keep(index, "LA", None)
            return
        for ahead in range(index + 1, min(index + 7, len(doc.keys))):
            place = self._places.get(ahead)
            if place is not None and place.kind in ("country", "province"):
                self._keep(index, place.country or place.id, place.province if place.kind == "province" else None)
                return
            hit = doc.hit_at.get(ahead)
            country = hit.of("country") if hit is not None else None
            if country is not None:
                self._keep(index, country.id, None)
                return
            if doc.keys[ahead] == "bạn":
                self._keep(index, "LA", None)
                return
            if doc.keys[ahead] in _OURS and doc.keys[index] == "phía":
                self._keep(index, "VN", None)
                return
            if doc.keys[ahead] not in _FILLERS or doc.breaks[ahead]:
                return

    def _keep(self, at: int, who: str, province: str | None) -> None:
        if self._at and self._at[-1] == at:
            return
        self._at.append(at)
        self._who.append(who)
        self._provinces.append(province)

    def at(self, token: int) -> tuple[str | None, str | None]:
        """Country and province of the last cue before a token in the same sentence or list."""
        index = bisect_left(self._at, token) - 1
        if index < 0 or not self._reaches(self._at[index], token):
            return None, None
        return self._who[index], self._provinces[index]

    def _reaches(self, cue: int, token: int) -> bool:
        """Nothing ends between a cue and a token: same sentence, or lines of a list that go on with dashes."""
        doc = self._doc
        if doc.sentence[cue] == doc.sentence[token]:
            return True
        if token - cue > 400:
            return False
        index = token
        while index > cue and doc.sentence[index] != doc.sentence[cue]:
            if doc.breaks[index] and doc.words[index] not in _DASHES:
                return False
            if doc.sentence[index] != doc.sentence[index - 1] and not doc.breaks[index]:
                return False
            index -= 1
        return True
