"""Which of several places of one name is meant: "huyện Kỳ Sơn" lies in Nghệ An, and lay in Hòa Bình.

All meanings are candidates. They are judged, until one is left, by the title word ("quận" is no district of the
country), by the province written beside the name, by the same name settled elsewhere in the text, by the nearest
province that the text speaks of, and last by what is likelier: the very title, a unit that lasted, the border with the
other country. What nothing decides has no province. Gates lie in two provinces; the one written beside it is meant.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.place_titles import keys_of
from borderwire.gazetteer import Gazetteer
from borderwire.gazetteer.matcher import Entry
from borderwire.gazetteer.types import District, Province
from borderwire.model import Country

# Title word -> kind of district. A unit rises from district to town to city, and older texts know it as it was.
_KINDS = {"huyện": "district", "quận": "urban", "xã": "town", "tx": "town", "phố": "city", "tp": "city"}
_ONCE = {
    "district": frozenset(["district", "town", "city"]),
    "town": frozenset(["town", "city"]),
    "city": frozenset(["city"]),
    "urban": frozenset(["urban"]),
}
_FIRST = keys_of("thị thành")  # of "thị xã", "thành phố": "xã" alone is a commune
_DASHES = frozenset("-‐‑–—")
_INTO = frozenset([",", "(", "/"]) | _DASHES | keys_of("thuộc của ở cũ nay là")  # "huyện A (nay thuộc tỉnh B)"
_FROM = frozenset([":", "(", "/"]) | _DASHES | keys_of("gồm có các hai ba")  # "tỉnh B gồm các huyện A"
_LIST = frozenset([",", "và", "với", ";", "/"]) | _DASHES
_GAP = 4  # tokens between a name and the province beside it
_ROW = 12  # names of a list that one province stands beside
_OTHER_SENTENCE, _OTHER_BLOCK = 60, 300  # tokens that a province outside the sentence is further away


def settle(doc: Doc, places: Sequence[PlaceMention], several: Mapping[int, Sequence[Entry]]) -> list[PlaceMention]:
    """The mentions in order, those of doubtful names settled. several: first token -> meanings of a district's name."""
    settled = list(places)
    if several:
        _Districts(doc, settled, several).run()
    for index, place in enumerate(settled):
        if place.kind == "gate":
            settled[index] = _gate_side(doc, settled, index)
    return settled


def provinces_of(gazetteer: Gazetteer, entries: Iterable[Entry]) -> frozenset[str]:
    """The provinces of all districts among some meanings."""
    return frozenset(gazetteer.districts[entry.id].province for entry in entries if entry.kind == "district")


class _Districts:
    """Settles the districts of one text."""

    def __init__(self, doc: Doc, places: list[PlaceMention], several: Mapping[int, Sequence[Entry]]) -> None:
        self.doc = doc
        self.places = places
        self.rows = doc.gazetteer.provinces
        self.doubtful = [
            (index, self._possible(place, several[place.start]))
            for index, place in enumerate(places)
            if place.kind == "district" and place.start in several
        ]
        self.known: dict[tuple[str, ...], list[tuple[int, str]]] = {}  # names settled by the province beside them
        self.spoken: dict[str, list[int]] = {}  # province -> where the text speaks of it
        self._border: frozenset[str] | None = None

    def run(self) -> None:
        if not self.doubtful:
            return
        self._note_provinces()
        open_ones = []
        for index, rows in self.doubtful:
            beside = _beside(self.doc, self.places, index, self._matching(rows))
            found = self._of_province(rows, beside) if beside is not None else None
            if found is None:
                open_ones.append((index, rows))
            else:
                self._put(index, rows, found, beside, "name, by the province beside it")
                at = self.places[index].start
                self.known.setdefault(_name_of(rows), []).append((at, found.id))
        for index, rows in open_ones:
            self._by_context(index, rows)

    def _possible(self, place: PlaceMention, entries: Sequence[Entry]) -> list[District]:
        """The meanings that the title word allows; all of them where it allows none."""
        rows = [self.doc.gazetteer.districts[entry.id] for entry in entries if entry.kind == "district"]
        kind = self._kind(place)
        if kind is None:
            return rows
        return [row for row in rows if self._may_be(row, kind)] or rows

    def _kind(self, place: PlaceMention) -> str | None:
        if place.title >= place.start:
            return None
        keys = self.doc.keys
        words = [word for word in keys[place.title : place.start] if word != "."]
        if not words or (words[-1] in ("xã", "phố") and words[0] not in _FIRST):
            return None
        return _KINDS.get(words[-1])

    def _may_be(self, row: District, kind: str) -> bool:
        if row.country == "LA":  # any district is a "huyện"; those of a capital are "quận" as well
            return kind == "district" or (kind == "urban" and self.rows[row.province].kind != "province")
        return row.kind in _ONCE[kind]

    def _note_provinces(self) -> None:
        doubtful = {index for index, _ in self.doubtful}
        for index, place in enumerate(self.places):
            if index in doubtful:
                continue
            if place.kind == "gate":
                for province in self.doc.gazetteer.gates[place.id].provinces:
                    self.spoken.setdefault(province, []).append(place.start)
            elif place.province is not None:
                self.spoken.setdefault(place.province, []).append(place.start)

    def _matching(self, rows: Sequence[District]) -> Callable[[PlaceMention], bool]:
        wanted = {row.province for row in rows} | {self.rows[row.province].merged_into for row in rows}
        sides = {row.country for row in rows}
        return lambda place: place.id in wanted if place.kind == "province" else len(sides) > 1 and place.id in sides

    def _of_province(self, rows: Sequence[District], place: PlaceMention) -> District | None:
        """The one meaning that lies in a province or country; in what a province was made of as well."""
        if place.kind == "country":
            found = [row for row in rows if row.country == place.id]
        else:
            found = [row for row in rows if row.province == place.id]
            found = found or [row for row in rows if self.rows[row.province].merged_into == place.id]
        return found[0] if len(found) == 1 else None

    def _by_context(self, index: int, rows: list[District]) -> None:
        place = self.places[index]
        known = self.known.get(_name_of(rows))
        if known:
            at = bisect_left(known, (place.start, ""))
            near = min(known[max(0, at - 1) : at + 1], key=lambda item: self._far(place.start, item[0]))
            found = next(row for row in rows if row.id == near[1])
            self._put(index, rows, found, None, "name, settled elsewhere in the text")
            return
        ways = sorted((self._nearest(place.start, row), number) for number, row in enumerate(rows))
        if len(ways) == 1 or ways[0][0] < ways[1][0]:
            self._put(index, rows, rows[ways[0][1]], None, "name, by the nearest province")
            return
        self._put(index, rows, self._likeliest(place, rows), None, "name, the likeliest of its meanings")

    def _nearest(self, at: int, row: District) -> float:
        """Tokens to the nearest mention of the district's province, or of the one that took it in."""
        best = float("inf")
        for province, more in ((row.province, 0.0), (self.rows[row.province].merged_into, 0.5)):
            where = self.spoken.get(province or "", ())
            after = bisect_left(where, at)
            for other in where[max(0, after - 1) : after + 1]:
                best = min(best, self._far(at, other) + more)
        return best

    def _far(self, one: int, other: int) -> float:
        doc = self.doc
        far = abs(one - other)
        if doc.sentence[one] != doc.sentence[other]:
            far += _OTHER_SENTENCE
        return far + (_OTHER_BLOCK if doc.block[one] != doc.block[other] else 0)

    def _likeliest(self, place: PlaceMention, rows: list[District]) -> District | None:
        kind = self._kind(place)
        if self._border is None:
            self._border = _border(self.rows)
        border = self._border
        tests: tuple[Callable[[District], bool], ...] = (
            lambda row: row.country == "VN" and row.kind == kind,
            lambda row: row.valid_until is None,
            lambda row: row.province in border,
        )
        for test in tests:
            rows = [row for row in rows if test(row)] or rows
        return rows[0] if len(rows) == 1 else None

    def _put(
        self, index: int, rows: Sequence[District], row: District | None, beside: PlaceMention | None, rule: str
    ) -> None:
        """A name that nothing settles keeps the end of its meanings' ids, without a province."""
        place = self.places[index]
        if row is None:
            side: Country | None = rows[0].country if len({other.country for other in rows}) == 1 else None
            bare = place.id.partition(".")[2]
            self.places[index] = place._replace(id=bare, country=side, province=None, rule="name of several places")
        else:
            province = beside.id if beside is not None and beside.kind == "province" else row.province
            self.places[index] = place._replace(id=row.id, country=row.country, province=province)
        if self.doc.notes is not None:
            why = f"district {row.id}" if row is not None else "several places of that name"
            self.doc.note("places", self.doc.span(place.start, place.end), rule, row is not None, why)


def _name_of(rows: Sequence[District]) -> tuple[str, ...]:
    return tuple(row.id for row in rows)


def _border(rows: Mapping[str, Province]) -> frozenset[str]:
    """The provinces at the border of the two countries, on both sides."""
    near = {ident for ident, row in rows.items() if row.borders}
    return frozenset(near.union(*(row.borders for row in rows.values())))


def _gate_side(doc: Doc, places: Sequence[PlaceMention], index: int) -> PlaceMention:
    """The gate with the province written beside it, or the first one of the country written there."""
    place = places[index]
    provinces = doc.gazetteer.gates[place.id].provinces
    beside = _beside(doc, places, index, lambda other: any(item.startswith(other.id) for item in provinces))
    if beside is None:
        return place
    province = next(item for item in provinces if item.startswith(beside.id))
    return place._replace(province=province, country=beside.country)


def _beside(
    doc: Doc, places: Sequence[PlaceMention], index: int, wanted: Callable[[PlaceMention], bool]
) -> PlaceMention | None:
    """The province, or the country in brackets, that stands right after a name or its list, or heads it."""
    last = places[index]
    for other in places[index + 1 : index + 1 + _ROW]:
        if other.kind in ("province", "country"):
            return other if _leads_to(doc, last, other) and wanted(other) else _heading(doc, places, index, wanted)
        if other.kind != last.kind or not _joined(doc, last.end, other.title, _LIST | _INTO):
            break
        last = other
    return _heading(doc, places, index, wanted)


def _leads_to(doc: Doc, place: PlaceMention, other: PlaceMention) -> bool:
    """ "huyện A, tỉnh B", "huyện A (Lào)", "huyện A, Công an tỉnh B"."""
    if other.kind == "country":
        closed = other.end < len(doc.keys) and doc.words[other.end] in (")", ",")
        return closed and doc.words[place.end] == "(" and other.title == place.end + 1
    if _joined(doc, place.end, other.title, _INTO):
        return True
    if place.kind == "gate":
        return False  # "Đồn Biên phòng cửa khẩu A, Ty An ninh tỉnh B": the other side's body
    at = place.end
    if at + 1 < len(doc.keys) and doc.keys[at] in _INTO:
        at += 1
    body = doc.hit_at.get(at)
    return body is not None and body.of("body") is not None and other.title <= body.end <= other.start


def _heading(
    doc: Doc, places: Sequence[PlaceMention], index: int, wanted: Callable[[PlaceMention], bool]
) -> PlaceMention | None:
    """ "tỉnh B: huyện A", "tỉnh B (các huyện C, A)"."""
    first = places[index]
    for at in range(index - 1, max(-1, index - _ROW), -1):
        other = places[at]
        if other.kind == "province":
            return other if _joined(doc, other.end, first.title, _FROM) and wanted(other) else None
        if other.kind != first.kind or not _joined(doc, other.end, first.title, _LIST):
            return None
        first = other
    return None


def _joined(doc: Doc, start: int, end: int, words: frozenset[str]) -> bool:
    """Tokens `[start, end)` are few, of these words, on one line."""
    if not 0 <= end - start <= _GAP or True in doc.breaks[start : end + 1]:
        return False
    return words.issuperset(doc.keys[start:end])
