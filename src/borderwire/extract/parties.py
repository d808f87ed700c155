"""Who concluded a document: the bodies named in its title, in its sentence, or the two sides of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention
from borderwire.text import key

_BELOW = frozenset(["district", "commune", "village", "unit"])
# Documents between states: what two police forces or provinces carry out of them was not concluded by these two.
_OF_STATES = frozenset(["treaty", "treaty-agreement", "protocol"])
_BEFORE = 40  # tokens before the title in which its sentence names the parties
_AFTER = 30
_BETWEEN = key("giữa")


class Parties:
    """Finds the parties of the documents of one text."""

    def __init__(self, doc: Doc, bodies: Sequence[BodyMention]) -> None:
        self.doc = doc
        self.bodies = bodies
        self.starts = [body.start for body in bodies]
        self._sides: list[BodyMention] | None = None

    def of(self, title: Title, status: str) -> tuple[str, ...]:
        """Names of the bodies, each once; () when the text does not say. status: what the text says was done."""
        doc = self.doc
        if title.between is not None:
            within = self._between(title.between, min(len(doc), max(title.end, title.between + 25)))
            named = _names(within)
            if len(named) > 1:
                return named
        else:
            behind = self._behind(title)
            if len(behind) > 1:
                return behind
        sentence = doc.sentence[title.start]
        near = [
            body
            for body in self._between(max(0, title.start - _BEFORE), min(len(doc), title.end + _AFTER))
            if doc.sentence[body.start] == sentence
        ]
        elsewhere = title.type in _OF_STATES and status == "referenced"
        if len({body.country for body in near if body.country}) > 1 and not elsewhere:
            return _names(_peers(near))
        sides = self._pair()
        return () if elsewhere and any(body.level != "government" for body in sides) else _names(sides)

    def count_near(self, start: int, end: int) -> int:
        """Bodies named between two tokens."""
        return max(bisect_left(self.starts, end) - bisect_left(self.starts, start), 0)

    def _behind(self, title: Title) -> tuple[str, ...]:
        """ "Bản ghi nhớ ký ngày 9/8/2021 giữa A và B"."""
        doc = self.doc
        for at in range(title.end, min(len(doc), title.end + 3)):
            if doc.keys[at] == _BETWEEN:
                return _names(self._between(at, min(len(doc), at + 25)))
        return ()

    def _between(self, start: int, end: int) -> list[BodyMention]:
        return list(self.bodies[bisect_left(self.starts, start) : bisect_left(self.starts, end)])

    def _pair(self) -> list[BodyMention]:
        """The bodies of the first sentence that names bodies of both countries."""
        if self._sides is None:
            self._sides = self._first_pair()
        return self._sides

    def _first_pair(self) -> list[BodyMention]:
        rows: dict[int, list[BodyMention]] = {}
        for body in self.bodies:
            rows.setdefault(self.doc.sentence[body.start], []).append(body)
        for row in rows.values():
            if len({body.country for body in row if body.country}) > 1:
                return _peers(row)
        return []


def _peers(bodies: Sequence[BodyMention]) -> list[BodyMention]:
    """Bodies of one level, the highest that both sides have."""
    upper = [body for body in bodies if body.level not in _BELOW] or list(bodies)
    by_level: dict[str, set[str | None]] = {}
    for body in upper:
        by_level.setdefault(body.level, set()).add(body.country)
    for body in upper:
        if len(by_level[body.level]) > 1:
            return [other for other in upper if other.level == body.level]
    return upper


def _names(bodies: Iterable[BodyMention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(body.name for body in bodies))
