"""Places that a text names: provinces of Vietnam and Laos, districts, countries, border gates.

Works on the gazetteer's hits. A hit is a place unless the words around it say that it is the name of something else: a
district, a street, a medal, a person, a club, a ship, or plain words that look like a name. Spellings that the
gazetteer does not list are found by `place_guess` where a cue stands by.
"""

from __future__ import annotations

from bisect import bisect_right

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.place_guess import guess_provinces
from borderwire.extract.place_sport import is_club, is_sport
from borderwire.extract.place_titles import Title, keys_of, title_before
from borderwire.gazetteer.matcher import HYPHENS, Entry, Hit
from borderwire.model import Country

DASHES = HYPHENS | frozenset("–—")
_JOINS = frozenset([",", "và", "với", "/", "&"]) | DASHES
_CLUB_AFTER = keys_of("fc clb")
_SIGNED = frozenset(["byline", "credit"])
_GATE_CUES = keys_of("khẩu mở đồn trạm")
_LIST_REACH = 40  # items of a list; longer ones are no prose
_MIDDLE_NAMES = keys_of("thị văn")
_SIDES: dict[str, Country] = {"VN": "VN", "LA": "LA"}


def find_places(doc: Doc) -> tuple[PlaceMention, ...]:
    """All places in order, not overlapping. Titles ("tỉnh", "TP.") belong to no mention but are pointed at."""
    finder = _Finder(doc)
    finder.read_hits()
    found = finder.found
    found.extend(guess_provinces(doc, found))
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[PlaceMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return tuple(kept)


class _Finder:
    """Reads the hits from left to right; what was found before helps to judge what comes after."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.found: list[PlaceMention] = []
        self._ends = {hit.end: hit for hit in doc.hits}
        self._doubtful: list[tuple[Hit, Entry]] = []
        self._sport = is_sport(doc)
        self._sure: set[str] = set()

    def read_hits(self) -> None:
        for hit in self.doc.hits:
            kind = hit.entries[0].kind
            if kind == "province":
                self._province(hit)
            elif kind == "country":
                self._country(hit)
            elif kind == "district":
                self._district(hit)
            elif kind == "gate":
                self._gate(hit)
            elif len(hit.entries) > 1:
                self._other_meaning(hit)
        for hit, entry in self._doubtful:
            if entry.id in self._sure:
                self._add(hit, None, "province", entry.id, "in capitals, named elsewhere")
            else:
                self._reject(hit, "ordinary words in capitals")

    def _other_meaning(self, hit: Hit) -> None:
        for kind, read in (("province", self._province), ("district", self._district), ("gate", self._gate)):
            if hit.of(kind) is not None:
                read(hit)
                return

    # --- provinces

    def _province(self, hit: Hit) -> None:
        doc = self.doc
        title = title_before(doc, hit.start)
        entry = self._choose(hit, title)
        why = self._not_a_province(hit, entry, title)
        if why:
            self._reject(hit, why)
            return
        level = title.level if title else ""
        if level == "city" and not self._is_municipality(entry.id):
            self._add(hit, title, "district", f"{entry.id}-city", "city of the province", province=entry.id)
            return
        titled = level in ("province", "city", "capital")
        if entry.cue and not titled and not self._announced(hit):
            self._reject(hit, "needs a title word")
            return
        if entry.capital and not titled and self._all_capitals(hit):
            self._doubtful.append((hit, entry))
            return
        self._sure.add(entry.id)
        self._add(hit, title if titled else None, "province", entry.id, "titled name" if titled else "name")

    def _choose(self, hit: Hit, title: Title | None) -> Entry:
        """The province meant where a name has several: the capital of Laos or the province around it."""
        rows = self.doc.gazetteer.provinces
        meanings = [entry for entry in hit.entries if entry.kind == "province"]
        if len(meanings) == 1:
            return meanings[0]
        wanted = title is not None and title.level == "province"
        if title is None and self._in_list_of_provinces(hit.start):
            wanted = True
        for entry in meanings:
            if (rows[entry.id].kind == "province") == wanted:
                return entry
        return meanings[0]

    def _in_list_of_provinces(self, at: int) -> bool:
        """Token `at` stands in a list headed by "các tỉnh", "hai tỉnh" ..."""
        for mention in self.found[: -_LIST_REACH - 1 : -1]:
            if mention.kind != "province" or not self._only_joins(mention.end, at):
                return False
            if mention.title < mention.start:
                title = title_before(self.doc, mention.start)
                return title is not None and title.level == "province" and title.plural
            at = mention.start
        return False

    def _only_joins(self, start: int, end: int) -> bool:
        return 0 < end - start <= 2 and all(self.doc.keys[i] in _JOINS for i in range(start, end))

    def _not_a_province(self, hit: Hit, entry: Entry, title: Title | None) -> str:
        doc = self.doc
        if title is not None and title.level not in ("province", "city", "capital"):
            pair = title.level in ("street", "ship", "feature", "club") and self._pair_follows(hit.end)
            if not pair:
                return f"{title.level} of that name"
        if not self._written_as_name(hit, entry, title):
            return "ordinary words"
        if hit.end < len(doc) and doc.keys[hit.end] in _CLUB_AFTER and not doc.breaks[hit.end]:
            return "club of that name"
        if title is not None:
            return ""
        if self._in_person_name(hit, entry):
            return "part of a person's name"
        if doc.block_of(hit.start).kind in _SIGNED and not self._announced(hit):
            return "a name under the text"
        if self._sport and is_club(doc, hit):
            return "club of that name"
        if self._beside_district(hit):
            return "district of that name"
        if entry.capital and self._in_longer_name(hit):
            return "part of a longer name"
        return ""

    def _written_as_name(self, hit: Hit, entry: Entry, title: Title | None) -> bool:
        """Capitals on every syllable; Lao names may go on in lower case; after "tỉnh" one capital is enough."""
        shapes = [shape for shape in self.doc.shapes[hit.start : hit.end] if shape != "p"]
        if "l" not in shapes:
            return True
        if entry.capital and title is None:
            return False
        lao = entry.id.startswith("LA")
        if shapes[0] == "l":
            return title is not None or (lao and "U" in shapes)
        return lao or title is not None or self._hyphenated(hit)

    def _hyphenated(self, hit: Hit) -> bool:
        return any(word in HYPHENS for word in self.doc.words[hit.start : hit.end])

    def _all_capitals(self, hit: Hit) -> bool:
        return all(shape != "U" for shape in self.doc.shapes[hit.start : hit.end])

    def _pair_follows(self, end: int) -> bool:
        doc = self.doc
        if end >= len(doc) or doc.keys[end] not in DASHES or doc.breaks[end]:
            return False
        return end + 1 < len(doc) and doc.shapes[end + 1] in ("U", "A")

    def _announced(self, hit: Hit) -> bool:
        """A body that wants a province ends here, or a province found before is joined to this name."""
        body = self._ends.get(hit.start)
        entry = body.of("body") if body else None
        if entry is not None and self.doc.gazetteer.bodies[entry.id].place is not None:
            return True
        last = self.found[-1] if self.found else None
        return last is not None and last.kind == "province" and self._only_joins(last.end, hit.start)

    def _in_person_name(self, hit: Hit, entry: Entry) -> bool:
        """Capitalised words that no hit explains stand right before: a family name, or for Lao names any."""
        doc, start = self.doc, hit.start
        at = start
        while (
            start > 0
            and at - start < 3
            and not doc.breaks[start]
            and doc.shapes[start - 1] == "U"
            and (start not in self._ends or self._ends[start].end - self._ends[start].start == 1)
        ):
            start -= 1
        run = at - start
        if run == 0:
            return self._ends_in_rank(at)
        keys = doc.keys[start:at]
        if keys[-1] in _MIDDLE_NAMES or (entry.id.startswith("LA") and not doc.breaks[start]):
            return True
        surnames = doc.gazetteer.surnames
        named = keys[-1] in surnames or (run > 1 and keys[-2] in surnames)
        if not named:
            return False
        first = at - 1 if keys[-1] in surnames else at - 2
        title = title_before(doc, first)
        return title is None or title.level == "person"

    def _beside_district(self, hit: Hit) -> bool:
        """"Lệ Thủy, Quảng Ninh": the name is a district's too, of the province of the district it is joined to."""
        entry, at = hit.of("district"), hit.start - 1
        if entry is None or at < 0 or self.doc.keys[at] not in _JOINS or self.doc.breaks[hit.start]:
            return False
        last = self._ends.get(at)
        other = last.of("district") if last is not None else None
        if other is None:
            return False
        districts = self.doc.gazetteer.districts
        return districts[other.id].province == districts[entry.id].province

    def _in_longer_name(self, hit: Hit) -> bool:
        """A capitalised word that nothing explains follows: "Ngân hàng TMCP Sài Gòn Thương tín"."""
        doc, after = self.doc, hit.end
        if after >= len(doc) or doc.breaks[after] or doc.shapes[after] != "U" or after in doc.hit_at:
            return False
        return doc.keys[after] not in doc.gazetteer.surnames and not self._announced(hit)

    def _ends_in_rank(self, at: int) -> bool:
        hit = self._ends.get(at)
        return hit is not None and not self.doc.breaks[at] and hit.of("rank") is not None

    def _is_municipality(self, province: str) -> bool:
        row = self.doc.gazetteer.provinces[province]
        return row.kind in ("municipality", "prefecture", "capital") or province == "VN-26"

    # --- the rest

    def _country(self, hit: Hit) -> None:
        entry = hit.entry
        if entry.cue or (entry.capital and all(s == "l" for s in self.doc.shapes[hit.start : hit.end])):
            return
        self._add(hit, None, "country", entry.id, "name")

    def _district(self, hit: Hit) -> None:
        doc = self.doc
        entry = hit.of("district")
        if entry is None:
            return
        title = title_before(doc, hit.start)
        titled = title is not None and title.level in ("lower", "city")
        if (entry.cue and not titled) or (title is not None and not titled):
            self._reject(hit, "no district without its title word" if title is None else f"{title.level} of that name")
            self._read_inside(hit)
            return
        if "l" in doc.shapes[hit.start : hit.end] and not titled and not self._hyphenated(hit):
            self._read_inside(hit)
            return
        province = doc.gazetteer.districts[entry.id].province
        self._add(hit, title, "district", entry.id, "name", province=province)

    def _read_inside(self, hit: Hit) -> None:
        """A name that begins inside a rejected one: "từ Sơn La", where "Từ Sơn" is a town."""
        doc, start = self.doc, hit.start + 1
        if doc.shapes[hit.start] != "l" or hit.end - hit.start < 2:
            return
        last = min(len(doc), hit.end + 4)
        for inner in doc.gazetteer.matcher.scan(doc.keys[start:last], doc.breaks[start:last]):
            if inner.start + start < hit.end < inner.end + start and inner.of("province") is not None:
                self._province(Hit(inner.start + start, inner.end + start, inner.entries))

    def _gate(self, hit: Hit) -> None:
        doc = self.doc
        entry = hit.of("gate")
        if entry is None:
            return
        first = max(0, hit.start - 7)
        cued = any(
            doc.keys[i] in _GATE_CUES and doc.sentence[i] == doc.sentence[hit.start] for i in range(first, hit.start)
        )
        if not cued and (entry.cue or not self._gate_before(hit.start)):
            return
        provinces = doc.gazetteer.gates[entry.id].provinces
        first_side = provinces[0] if provinces else None
        self._add(hit, None, "gate", entry.id, "name after a word for gates", province=first_side)

    def _gate_before(self, at: int) -> bool:
        last = self.found[-1] if self.found else None
        return last is not None and last.kind == "gate" and self._only_joins(last.end, at)

    def _add(
        self, hit: Hit, title: Title | None, kind: str, ident: str, rule: str, *, province: str | None = None
    ) -> None:
        if kind == "province":
            province = ident
        side = _SIDES.get((province or ident)[:2])
        start = title.start if title else hit.start
        self.found.append(PlaceMention(hit.start, hit.end, start, kind, ident, side, province, rule))  # type: ignore[arg-type]
        if kind != "country" and self.doc.notes is not None:
            self.doc.note("places", self.doc.span(hit.start, hit.end), rule, True, f"{kind} {ident}")

    def _reject(self, hit: Hit, why: str) -> None:
        if self.doc.notes is not None:
            self.doc.note("places", self.doc.span(hit.start, hit.end), "name", False, why)


def preceding(mentions: tuple[PlaceMention, ...], at: int) -> PlaceMention | None:
    """The last mention that begins at or before token `at`."""
    index = bisect_right(mentions, at, key=lambda mention: mention.start) - 1
    return mentions[index] if index >= 0 else None
