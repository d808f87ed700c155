"""Places that a text names: provinces of Vietnam and Laos, districts, countries, border gates.

Works on the gazetteer's hits. A hit is a place unless the words around it say that it is the name of something else: a
district, a street, a medal, a person, a club, a ship, or plain words that look like a name. Spellings that the
gazetteer does not list are found by `place_guess` where a cue stands by.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from borderwire.extract.doc import Doc
from borderwire.extract.homonyms import settle
from borderwire.extract.mentions import PlaceKind, PlaceMention
from borderwire.extract.place_guess import guess_provinces
from borderwire.extract.place_judge import JOINS, PROVINCIAL, Judge, hit_before, hyphenated, only_joins
from borderwire.extract.place_titles import Title, keys_of, title_before
from borderwire.gazetteer.matcher import Entry, Hit
from borderwire.model import Country
from borderwire.text import key

_GATE_CUES = keys_of("khẩu mở đồn trạm ckqt ckc")
_POST_HEADS, _GUARD = [["đồn", key("trưởng")], ["đồn", key("phó")]], ["biên", "phòng"]
_POST_REACH = 4
_PROVINCE_BEHIND = 3  # tokens behind a gate in which its province is told in brackets
_GATE_WORDS = keys_of("quốc tế chính phụ tiểu ngạch biên phòng ckqt ( ) - đường bộ song phương gia tại khu vực")
_DISTRICT_TITLES = keys_of("huyện quận tx")
_LAOS = key("lào")
_TOWN = [key("thị"), key("xã")]
_GATE_REACH = 7  # tokens between such a word and the name
_PROVINCE, _SEVERAL = key("tỉnh"), keys_of("các hai ba bốn năm sáu")
_HEAD_OF_LIST = 18  # tokens before the colon of a list that may say that it is one of provinces
_JOINT = 2  # tokens that may join two items of a list
_OPENING, _AND = keys_of("là gồm tỉnh"), key("và")
_LIST_REACH = 40  # items of a list; longer ones are no prose
_BYGONE = "VN-x-"  # units split up long ago; companies and battlefields keep their names
_SIDES: dict[str, Country] = {"VN": "VN", "LA": "LA"}
_LOWER = frozenset("l")
_START = itemgetter(0)
_place = tuple.__new__  # makes a `PlaceMention` in half the time


def find_places(doc: Doc) -> tuple[PlaceMention, ...]:
    """All places in order, not overlapping. Titles ("tỉnh", "TP.") belong to no mention but are pointed at."""
    finder = _Finder(doc)
    finder.read_hits()
    found = finder.found
    found.extend([place for place in guess_provinces(doc, found) if place.start not in finder.abroad])
    found.sort(key=_START)  # no two begin at one token
    kept: list[PlaceMention] = []
    done = 0
    for mention in found:
        if mention.start >= done:
            kept.append(mention)
            done = mention.end
    return tuple(settle(doc, kept, finder.several))


class _Finder:
    """Reads the hits from left to right; what was found before helps to judge what comes after."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.found: list[PlaceMention] = []
        self.several: dict[int, tuple[Entry, ...]] = {}  # districts of one name: first token -> meanings
        self._judge = Judge(doc, self.found)
        self.abroad = self._judge.abroad
        self._doubtful: list[tuple[Hit, Entry]] = []
        self._sure: set[str] = set()
        self._listed: set[str] = set()  # districts told in a list, whose names are those of provinces

    def read_hits(self) -> None:
        read = {"province": self._province, "country": self._country, "district": self._district, "gate": self._gate}
        for hit in self.doc.hits:
            entries = hit.entries
            kind = entries[0].kind
            if kind in read:
                read[kind](hit)
            elif len(entries) > 1:
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
        why = self._judge.why_not(hit, entry, title)
        if why:
            if title is not None and self._of_district(title):
                self._district(hit)
            else:
                self._reject(hit, why)
            return
        level = title.level if title else ""
        if level == "city" and not self._is_municipality(entry.id):
            self._add(hit, title, "district", f"{entry.id}-city", "city of the province", province=entry.id)
            return
        district = hit.of("district")
        if title is None and district is not None and self._is_listed_district(hit, district.id):
            self._listed.add(district.id)
            owner = doc.gazetteer.districts[district.id].province
            self._add(hit, None, "district", district.id, "name in a list of districts", province=owner)
            return
        titled = level in PROVINCIAL
        bygone = entry.id.startswith(_BYGONE)
        if (entry.cue or bygone) and not titled and (bygone or not self._judge.announced(hit)):
            self._reject(hit, "needs a title word")
            return
        if entry.capital and not titled and self._judge.all_capitals(hit) and not self._judge.announced(hit):
            self._doubtful.append((hit, entry))
            return
        self._sure.add(entry.id)
        self._add(hit, title if titled else None, "province", entry.id, "titled name" if titled else "name")

    def _choose(self, hit: Hit, title: Title | None) -> Entry:
        """The province meant where a name has several: the capital of Laos or the province around it."""
        if len(hit.entries) == 1:
            return hit.entries[0]
        rows = self.doc.gazetteer.provinces
        meanings = [entry for entry in hit.entries if entry.kind == "province"]
        if len(meanings) == 1:
            return meanings[0]
        wanted = title is not None and title.level == "province"
        if title is None and self._in_list(hit.start, "province", "province"):
            wanted = True
        for entry in meanings:
            if (rows[entry.id].kind == "province") == wanted:
                return entry
        return meanings[0]

    def _in_list(self, at: int, kind: PlaceKind, level: str) -> bool:
        """Token `at` stands in a list headed by "các tỉnh", "hai tỉnh", or "các huyện", "3 huyện"."""
        for mention in self.found[: -_LIST_REACH - 1 : -1]:
            joined = at - mention.end <= _JOINT and (
                self.doc.words[mention.end : at] == [";"] or only_joins(self.doc, mention.end, at)
            )
            if mention.kind != kind or not joined:
                return kind == "province" and self._opens_list(at)
            if mention.title < mention.start:
                title = title_before(self.doc, mention.start)
                return title is not None and title.level == level and title.plural
            at = mention.start
        return kind == "province" and self._opens_list(at)

    def _is_listed_district(self, hit: Hit, district: str) -> bool:
        """ "các huyện Nậm Pồ, Mường Nhé và | Điện Biên": the district of that name, not the province; the same later
        in the text beside other districts: "Nậm Pồ, Mường Nhé và | Điện Biên giáp Lào"."""
        doc, at = self.doc, hit.start
        if at == 0 or doc.keys[at - 1] not in JOINS:
            return False
        if district in self._listed:
            before = hit_before(doc, at - 1)
            if before is None or before.of("district") is None:
                return False
            above = (
                hit_before(doc, before.start - 1) if before.start > 1 else None
            )  # "Mường Nhé, Điện Biên": maybe both
            return doc.keys[at - 1] == _AND or (above is not None and above.of("district") is not None)
        return doc.keys[at - 1] == _AND and self._in_list(at, "district", "lower")

    def _opens_list(self, at: int) -> bool:
        """ "công an 5 tỉnh của Lào là: | Hủa Phăn; Viêng Chăn": the list that the token opens is one of provinces."""
        doc = self.doc
        if at < 2 or doc.words[at - 1] != ":" or doc.breaks[at] or doc.keys[at - 2] not in _OPENING:
            return False
        first = max(doc.sentence_of(at - 1)[0], at - _HEAD_OF_LIST)
        return any(
            doc.keys[here] == _PROVINCE and (doc.shapes[here - 1] == "d" or doc.keys[here - 1] in _SEVERAL)
            for here in range(first + 1, at - 1)
        )

    def _is_municipality(self, province: str) -> bool:
        row = self.doc.gazetteer.provinces[province]
        return row.kind in ("municipality", "prefecture", "capital") or province == "VN-26"

    # --- the rest

    def _country(self, hit: Hit) -> None:
        entry = hit.entry
        if entry.cue or (entry.capital and _LOWER.issuperset(self.doc.shapes[hit.start : hit.end])):
            return
        self._add(hit, None, "country", entry.id, "name")

    def _of_district(self, title: Title) -> bool:
        """ "huyện", "thị xã": districts that have the name of a province."""
        doc = self.doc
        return title.level == "lower" and (
            doc.keys[title.start] in _DISTRICT_TITLES or doc.keys[title.start : title.start + 2] == _TOWN
        )

    def _district(self, hit: Hit) -> None:
        doc = self.doc
        entries = hit.entries
        if len(entries) > 1 or entries[0].kind != "district":
            entries = tuple([entry for entry in entries if entry.kind == "district"])
            if not entries:
                return
        entry = entries[0] if all(each.cue for each in entries) else next(each for each in entries if not each.cue)
        title = title_before(doc, hit.start)
        titled = title is not None and title.level in ("lower", "city")
        titled = titled or (title is None and self._in_list(hit.start, "district", "lower"))
        if title is None and doc.keys[hit.start] == _LAOS and self._runs_on(hit.end):
            country = Hit(hit.start, hit.start + 1, hit.entries)
            self._add(country, None, "country", "LA", "country before a person's name")
            return
        if (entry.cue and not titled) or (title is not None and not titled):
            self._reject(hit, "no district without its title word" if title is None else f"{title.level} of that name")
            self._read_inside(hit)
            return
        if "l" in doc.shapes[hit.start : hit.end] and not titled and not hyphenated(doc, hit):
            self._read_inside(hit)
            return
        if len(entries) > 1:
            self.several[hit.start] = hit.entries
        province = doc.gazetteer.districts[entry.id].province
        self._add(hit, title, "district", entry.id, "name", province=province)

    def _runs_on(self, at: int) -> bool:
        """ "Bộ trưởng X Lào Ngam | Pa Xông ...": capitals go on after what looks like a district's name."""
        doc = self.doc
        return at < len(doc.keys) and not doc.breaks[at] and doc.shapes[at] == "U" and doc.hit_at.get(at) is None

    def _read_inside(self, hit: Hit) -> None:
        """A name that begins inside a rejected one: "từ Sơn La", where "Từ Sơn" is a town."""
        doc, start = self.doc, hit.start + 1
        if doc.shapes[hit.start] != "l" or hit.end - hit.start < 2:
            return
        last = min(len(doc.keys), hit.end + 4)
        for inner in doc.gazetteer.matcher.scan(doc.keys[start:last], doc.breaks[start:last]):
            if inner.start + start < hit.end < inner.end + start and inner.of("province") is not None:
                self._province(Hit(inner.start + start, inner.end + start, inner.entries))

    def _gate(self, hit: Hit) -> None:
        doc = self.doc
        entry = hit.of("gate")
        if entry is None:
            return
        told = not _GATE_CUES.isdisjoint(doc.keys[hit.start : hit.end - 1])  # "cửa khẩu Thanh", the word included
        announced = told or self._after_gate_word(hit.start) or self._gate_before(hit.start)
        if not announced and not _of_post(doc, hit.start):
            title = title_before(doc, hit.start)
            if title is None or self._of_district(title):
                self._district(hit)
            return
        provinces = doc.gazetteer.gates[entry.id].provinces
        if self._lies_elsewhere(hit.end, provinces):
            self._reject(hit, "a gate of that name in another province")
            return
        first_side = provinces[0] if provinces else None
        self._add(hit, None, "gate", entry.id, "name after a word for gates", province=first_side)

    def _lies_elsewhere(self, end: int, provinces: Sequence[str]) -> bool:
        """ "cửa khẩu Thanh Thủy | (tỉnh Hà Giang)": none of the provinces of the gate that is listed."""
        for at in range(end + 1, end + _PROVINCE_BEHIND):
            beside = self.doc.hit_at.get(at)
            province = beside.of("province") if beside is not None and beside.start == at else None
            if province is not None:
                bracketed = self.doc.words[end] == "("
                return bracketed and province.id.startswith("VN") and province.id not in provinces
        return False

    def _after_gate_word(self, at: int) -> bool:
        """ "cửa khẩu quốc tế", "đồn Biên phòng cửa khẩu" stands right before."""
        keys, breaks = self.doc.keys, self.doc.breaks
        for i in range(at - 1, max(-1, at - _GATE_REACH), -1):
            if breaks[i + 1] or keys[i] not in _GATE_CUES | _GATE_WORDS:
                return False
            if keys[i] in _GATE_CUES:
                return True
        return False

    def _gate_before(self, at: int) -> bool:
        last = self.found[-1] if self.found else None
        return last is not None and last.kind == "gate" and only_joins(self.doc, last.end, at)

    def _add(
        self, hit: Hit, title: Title | None, kind: PlaceKind, ident: str, rule: str, *, province: str | None = None
    ) -> None:
        if kind == "province":
            province = ident
        side = _SIDES.get((province or ident)[:2])
        start = title.start if title else hit.start
        self.found.append(_place(PlaceMention, (hit.start, hit.end, start, kind, ident, side, province, rule, 0)))
        if kind != "country" and self.doc.notes is not None:
            self.doc.note("places", self.doc.span(hit.start, hit.end), rule, True, f"{kind} {ident}")

    def _reject(self, hit: Hit, why: str) -> None:
        if self.doc.notes is not None:
            self.doc.note("places", self.doc.span(hit.start, hit.end), "name", False, why)


def _of_post(doc: Doc, at: int) -> bool:
    """ "Đồn trưởng | Ma Lù Thàng", "Đồn phó Biên phòng | Lao Bảo": who heads a post named for its gate."""
    before = doc.before(at, _POST_REACH)
    before = before[:-2] if before[-2:] == _GUARD else before
    return before[-2:] in _POST_HEADS
