"""Who concluded a document: the bodies named in its title, in its sentence, or the two sides of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from borderwire.extract.agreement_mark import Mark
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention
from borderwire.extract.party_rows import PartyRow, read_row
from borderwire.model import Country
from borderwire.text import key

_BELOW = frozenset(["district", "commune", "village", "unit"])
# Documents between states: what two police forces or provinces carry out of them was not concluded by these two.
_OF_STATES = frozenset(["treaty", "treaty-agreement", "protocol"])
_BEFORE = 40  # tokens before the title in which its sentence names the parties
_AFTER = 30
_DONE = ("signed", "exchanged")
_MEMBER = [key("ủy"), key("viên")]  # "Ủy viên Bộ Chính trị" tells who somebody is


class Parties:
    """Finds the parties of the documents of one text."""

    def __init__(self, doc: Doc, bodies: Sequence[BodyMention]) -> None:
        self.doc = doc
        self.bodies = [body for body in bodies if doc.keys[max(body.start - 2, 0) : body.start] != _MEMBER]
        self.starts = [body.start for body in self.bodies]
        self._sides: list[BodyMention] | None = None
        self._rows: dict[int, PartyRow] = {}  # by the first token of a title
        self._owners: dict[
            int, tuple[int, bool]
        ] = {}  # of a body, by its first token: row of titles, done at the event

    def bind(self, titles: Sequence[Title], marks: Sequence[Mark]) -> None:
        """Give each document the bodies that its own words name: they are of no other one."""
        stops = [title.start for title in titles[1:]] + [len(self.doc)]
        for title, mark, stop in zip(titles, marks, stops, strict=True):
            row = read_row(self.doc, title, self.bodies, stop)
            self._rows[title.start] = row
            for body in row.bodies:
                self._owners[body.start] = mark.row, mark.status in _DONE

    def of(self, title: Title, status: str, joined: int) -> tuple[str, ...]:
        """Names of the bodies, each once; () when the text does not say. status: what the text says was done;
        joined: number of the row of titles that it stands in."""
        row = self._rows[title.start]
        if row.both:
            return self._of_both(row.bodies[0])
        if row.whole:
            return row.names
        doc, sentence = self.doc, self.doc.sentence[title.start]
        near = [
            body
            for body in self._between(max(0, title.start - _BEFORE), min(len(doc), title.end + _AFTER))
            if doc.sentence[body.start] == sentence and self._free(body, joined, status)
        ]
        elsewhere = title.type in _OF_STATES and status == "referenced"
        if row.level is not None:
            near = [body for body in near if body.level == row.level]
        if len({body.country for body in near if body.country}) > 1 and not elsewhere:
            return _names(_peers(near))
        sides = self._pair()
        if row.level is not None and any(body.level != row.level for body in sides):
            return ()
        return () if elsewhere and any(body.level != "government" for body in sides) else _names(sides)

    def _of_both(self, body: BodyMention) -> tuple[str, ...]:
        """ "giữa Bộ Công an hai nước": the two as the text names them elsewhere, else the one name."""
        named = [other for other in self._pair() if other.name.startswith(body.name)]
        return _names(named if len({other.country for other in named}) > 1 else [body])

    def _free(self, body: BodyMention, joined: int, status: str) -> bool:
        """The words of no other document bind the body; what was done at the event was done by the same."""
        row, done = self._owners.get(body.start, (joined, False))
        return row == joined or (done and status in _DONE)

    def count_near(self, start: int, end: int) -> int:
        """Bodies named between two tokens."""
        return max(bisect_left(self.starts, end) - bisect_left(self.starts, start), 0)

    def countries(self, start: int, end: int) -> list[Country | None]:
        """The countries of the bodies named between two tokens."""
        return [body.country for body in self._between(start, end)]

    def names_lao(self) -> bool:
        """A body says in its name that it is of Laos: "Tổng cục Chính trị QĐND Lào", "Mặt trận Lào ..."."""
        return any(body.country == "LA" and "Lào" in body.name.split() for body in self.bodies)

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
            if not self._owners.get(body.start, (0, True))[1]:
                continue  # of a document that is only spoken of
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
