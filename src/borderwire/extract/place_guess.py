"""Provinces in spellings that the gazetteer does not list, read only where a cue stands by.

Cues: "tỉnh", a body that wants a province ("Công an", "Ty An ninh"), a list or pair with a known province, "(Lào)"
after the name. Lao names are compared by `lao_key` with few edits allowed; Vietnamese ones may differ in tones or one
letter; a name run together with the next word ("Hủa Phănlàm") is cut where a listed form ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.place_judge import CAMBODIAN, CHINESE
from borderwire.extract.place_titles import title_before
from borderwire.gazetteer import Gazetteer
from borderwire.gazetteer.lao import lao_key
from borderwire.gazetteer.matcher import HYPHENS, syllables
from borderwire.text import fold, key

_MAX_SYLLABLES = 5
_JOINS = frozenset([",", ";", "và", "với", "–", "—"]) | HYPHENS
_TITLE = key("tỉnh")
_CAPITAL_WORDS, _CAPITALS = 2, frozenset(["VN-HN", "LA-VT", "LA-VI"])  # "thủ đô", and what it can stand before
_QUARTERS = frozenset(["dong", "tay", "nam", "bac"])


class _Guess(NamedTuple):
    """Tokens up to `end` name the province; cut: characters of the last token that belong to the next word."""

    province: str
    end: int
    rule: str
    cut: int = 0


class _Index(NamedTuple):
    """What the guesses look names up in; made once per gazetteer."""

    lao: dict[str, str]
    folded: dict[str, str]
    joined: dict[str, str]


_INDEXES: dict[int, tuple[Gazetteer, _Index]] = {}


def _index(gazetteer: Gazetteer) -> _Index:
    known = _INDEXES.get(id(gazetteer))
    if known is None or known[0] is not gazetteer:
        known = (gazetteer, _make_index(gazetteer))
        _INDEXES[id(gazetteer)] = known
    return known[1]


def _make_index(gazetteer: Gazetteer) -> _Index:
    folded: dict[str, str] = {}
    joined: dict[str, str] = {}
    for province in gazetteer.provinces.values():
        for form in (province.name, *province.forms):
            row = syllables(form)
            joined.setdefault("".join(row), province.id)
            if province.country == "VN" and len(row) > 1:
                folded.setdefault(fold(" ".join(row)), province.id)
    return _Index(dict(gazetteer.lao_keys), folded, joined)


def guess_provinces(doc: Doc, found: list[PlaceMention]) -> list[PlaceMention]:
    """Further mentions, beside those `found` by listed forms."""
    return _Guesser(doc, found).run()


class _Guesser:
    def __init__(self, doc: Doc, found: list[PlaceMention]) -> None:
        self.doc = doc
        self.index = _index(doc.gazetteer)
        self.taken = {mention.start: mention for mention in found}
        self.busy: set[int] = set()
        for mention in found:
            for at in range(mention.start, mention.end):
                self.busy.add(at)
        self.queue = [mention for mention in found if mention.kind == "province"]
        self.new: list[PlaceMention] = []

    def run(self) -> list[PlaceMention]:
        for title, at in self._announced():
            strict = title == at  # a body is a weaker cue than "tỉnh"
            guess = self._read(at, strict=strict)
            if at - title < _CAPITAL_WORDS or guess is None or guess.province in _CAPITALS:
                self._keep(title, at, guess)  # "thủ đô Bắc Kinh" is no Bắc Ninh
        keys, last = self.doc.keys, len(self.doc.keys) - 1
        for mention in self.queue:  # grows: what is found in a list announces the next item
            if mention.end < last and keys[mention.end] in _JOINS:
                self._follow(mention)
        for at in self._before_laos():
            guess = self._exact_lao(at) if title_before(self.doc, at) is None else None
            if guess is not None and guess.end in self._laos_marks:
                self._keep(at, at, guess._replace(rule="unlisted spelling before Laos"))
        return self.new

    def _announced(self) -> Iterator[tuple[int, int]]:
        """Pairs of title token (or the name's own) and the token where an unread name should begin."""
        keys = self.doc.keys
        for at in self.doc.anchors().get(_TITLE, []):
            if self._open(at + 1):
                yield at, at + 1
        for at in self.doc.find("thủ đô", "Thủ đô"):
            if self._open(at + 2):
                yield at, at + 2
        bodies = self.doc.gazetteer.bodies
        for hit in self.doc.hits_of("body"):
            end = hit.end
            if self._open(end) and keys[end - 1] != _TITLE and (entry := hit.of("body")) is not None:
                place = bodies[entry.id].place
                if place is not None and place != "district":
                    yield end, end

    def _open(self, at: int) -> bool:
        doc = self.doc
        return at < len(doc.keys) and at not in self.busy and not doc.breaks[at] and doc.shapes[at] in ("U", "A")

    def _follow(self, mention: PlaceMention) -> None:
        """A name joined to a known province: the next item of a list, the other half of a pair."""
        at = mention.end
        if not self.doc.breaks[at] and self._open(at + 1):
            guess = self._exact_lao(at + 1) if mention.country == "LA" else self._toneless(at + 1)
            if guess is not None:
                guess = guess._replace(rule="unlisted spelling in a list")
            elif mention.country == "VN" and self._ends_row(mention):
                guess = self._near_vietnamese(at + 1)  # "Quảng Trị, Quảng Nam, | Kom Tum và ..."
            self._keep(at + 1, at + 1, guess)

    def _ends_row(self, mention: PlaceMention) -> bool:
        """Another place stands before it in the same list."""
        before = mention.start - 2
        return mention.kind == "province" and before in self.busy and self.doc.keys[before + 1] == ","

    def _before_laos(self) -> Iterator[int]:
        """Tokens where a capitalised name before "(Lào", ", Lào" may begin."""
        doc = self.doc
        self._laos_marks = {
            hit.start - 1
            for hit in doc.hits_of("country")
            if hit.id == "LA" and hit.start > 1 and doc.keys[hit.start - 1] in ("(", ",") and not doc.breaks[hit.start]
        }
        for mark in sorted(self._laos_marks):
            start = mark
            while start > 0 and mark - start < 2 * _MAX_SYLLABLES and not doc.breaks[start]:
                if doc.shapes[start - 1] not in ("U", "A") and doc.keys[start - 1] not in HYPHENS:
                    break
                start -= 1
                if self._open(start):
                    yield start

    def _keep(self, title: int, at: int, guess: _Guess | None) -> None:
        if guess is None or any(token in self.busy for token in range(at, guess.end)):
            return
        side = self.doc.gazetteer.provinces[guess.province].country
        self.busy.update(range(at, guess.end))
        mention = PlaceMention(
            at, guess.end, title, "province", guess.province, side, guess.province, guess.rule, guess.cut
        )
        self.new.append(mention)
        self.queue.append(mention)
        self.doc.note("places", self.doc.span(at, guess.end), guess.rule, True, f"province {guess.province}")

    def _read(self, at: int, *, strict: bool) -> _Guess | None:
        guess = self._glued(at) or self._exact_lao(at)
        if guess is not None or strict:
            return guess
        return self._toneless(at) or self._near_lao(at) or self._near_vietnamese(at)

    def _rows(self, at: int) -> list[tuple[int, list[str]]]:
        """Readings of the name that begins at a token: (end, syllables), longest first."""
        doc, size = self.doc, len(self.doc.keys)
        rows: list[tuple[int, list[str]]] = []
        parts: list[str] = []
        here = at
        while here < size and len(parts) < _MAX_SYLLABLES and (here == at or not doc.breaks[here]):
            if doc.shapes[here] == "p":
                if doc.keys[here] not in HYPHENS or not parts or not doc.glued(here):
                    break
            elif doc.shapes[here] == "d":
                break
            else:
                parts.append(doc.words[here])
                rows.append((here + 1, parts[:]))
            here += 1
        return rows[::-1]

    def _exact_lao(self, at: int) -> _Guess | None:
        for end, parts in self._rows(at):
            name = lao_key("".join(parts))
            if len(name) >= 4 and name in self.index.lao:
                return _Guess(self._settle(self.index.lao[name], at), end, "unlisted spelling")
        return None

    def _near_lao(self, at: int) -> _Guess | None:
        best: tuple[int, _Guess] | None = None
        if self.doc.keys[at] in CAMBODIAN:
            return None
        for end, parts in self._rows(at):
            if any(map(str.islower, parts)) and not self._hyphenated(at, end):
                continue
            name = lao_key("".join(parts))
            found = _nearest(name, tuple(self.index.lao))
            if found is not None and (best is None or found[0] < best[0]):
                ident = self._settle(self.index.lao[found[1]], at)
                best = found[0], _Guess(ident, end, "misspelt Lao name")
        return best[1] if best else None

    def _settle(self, province: str, at: int) -> str:
        """ "tỉnh Viêng Chăn" is the province, any other the capital."""
        if province not in ("LA-VI", "LA-VT"):
            return province
        return "LA-VI" if at > 0 and self.doc.keys[at - 1] == _TITLE else "LA-VT"

    def _hyphenated(self, at: int, end: int) -> bool:
        return any(word in HYPHENS for word in self.doc.words[at:end])

    def _toneless(self, at: int) -> _Guess | None:
        for end, parts in self._rows(at):
            if len(parts) <= 3 and not any(map(str.islower, parts)):
                province = self.index.folded.get(fold(" ".join(parts)))
                if province is not None:
                    return _Guess(province, end, "tones misspelt")
        return None

    def _near_vietnamese(self, at: int) -> _Guess | None:
        """Two syllables, one right and the other one letter off, of one province only."""
        rows = [row for row in self._rows(at) if len(row[1]) == 2]
        if not rows or any(part.islower() for part in rows[0][1]):
            return None
        end, parts = rows[0]
        if self._abroad(end) or self._is_person(at, end):
            return None
        first, second = (fold(part) for part in parts)
        if (first in _QUARTERS and second in _QUARTERS) or (first, second) in CHINESE:
            return None  # "các tỉnh Đông Nam Bộ": a part of the country; "tỉnh Hồ Bắc": of China
        near: set[str] = set()
        for form, province in self.index.folded.items():
            head, _, tail = form.partition(" ")
            if (head == first and _within_one(tail, second)) or (tail == second and _within_one(head, first)):
                near.add(province)
        return _Guess(near.pop(), end, "one letter misspelt") if len(near) == 1 else None

    def _is_person(self, at: int, end: int) -> bool:
        """ "Chủ tịch UBND tỉnh Trần Vĩnh Thắng": a family name begins it and it goes on in capitals."""
        doc = self.doc
        more = end < len(doc.keys) and not doc.breaks[end] and doc.shapes[end] in ("U", "A")
        return more and doc.keys[at] in doc.gazetteer.surnames

    def _abroad(self, end: int) -> bool:
        """A country that is neither Vietnam nor Laos follows: "tỉnh Hải Nam (Trung Quốc)"."""
        hit = self.doc.hit_at.get(end + 1)
        return hit is not None and hit.kind == "country" and hit.id not in ("VN", "LA")

    def _glued(self, at: int) -> _Guess | None:
        for end, parts in self._rows(at):
            last = parts[-1]
            whole = "".join(key(part) for part in parts[:-1])
            for size in range(len(last) - 1, 1, -1):
                province = self.index.joined.get(whole + key(last[:size]))
                if province is not None and last[size:].islower() and len(whole) + size >= 5:
                    return _Guess(self._settle(province, at), end, "run together with the next word", len(last) - size)
        return None


@lru_cache(maxsize=4096)
def _nearest(name: str, keys: tuple[str, ...]) -> tuple[int, str] | None:
    """The key with the fewest edits, at most one for five letters and two for nine; None when two tie for two names."""
    allowed = 2 if len(name) >= 9 else 1 if len(name) >= 5 else 0
    best: tuple[int, str] | None = None
    for candidate in keys:
        if abs(len(candidate) - len(name)) > allowed or candidate[:1] != name[:1]:
            continue
        edits = _edits(name, candidate, allowed)
        if edits <= allowed and (best is None or edits < best[0]):
            best = edits, candidate
    return best


def _edits(left: str, right: str, limit: int) -> int:
    """Levenshtein distance in which two letters exchanged are one edit ("Chapmasak"), or limit + 1 when larger. Both
    strings are short."""
    before, last, row = [0], [0], list(range(len(right) + 1))
    for index, char in enumerate(left, 1):
        before, last, row = last, row, [index]
        for column, other in enumerate(right, 1):
            edits = min(last[column] + 1, row[-1] + 1, last[column - 1] + (char != other))
            exchanged = index > 1 and column > 1 and char == right[column - 2] and other == left[index - 2]
            row.append(min(edits, before[column - 2] + 1) if exchanged else edits)
        if min(row) > limit and min(last) >= limit:
            return limit + 1
    return row[-1]


def _within_one(left: str, right: str) -> bool:
    return abs(len(left) - len(right)) <= 1 and min(len(left), len(right)) > 2 and _edits(left, right, 1) == 1
