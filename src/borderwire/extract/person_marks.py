"""What stands where in a text for the reading of persons: ranks, offices, honorifics, bodies, places and names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from borderwire.extract.doc import Doc
from borderwire.extract.fields import FIELDS, UNIT_PAIRS
from borderwire.extract.hits import bodies_at, entry_at, places_at
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.name_parts import Name
from borderwire.extract.names import read_name
from borderwire.extract.office_kinds import Office
from borderwire.extract.phrases import DASHES, keys
from borderwire.extract.ranks import RankMention
from borderwire.extract.vocabulary import ACADEMIC
from borderwire.text import fold, key

_SILENT = frozenset(["byline", "credit", "furniture", "stamp", "section", "outlet", "end-mark"])
# Nouns that begin a name of something else, with a capital as well.
_NOUNS = keys(
    """
    công bộ cục sở phòng ban đội đồn trạm viện hội ủy đoàn tổng trung vụ quốc nhà đảng hải tập ngân liên trường học đại
    chi khu cơ văn thanh
    """
)
_ITEMS = frozenset(";:")
_DELEGATION, _MIDDLE, _OF_TROUPES = key("đoàn"), keys("văn thị"), keys("công hóa nghệ")
_CONTINENT, _CONTINENTS = key("châu"), keys("phi âu á mỹ úc")  # "Liên minh châu | Phi"
_MISTERS = keys("ông bà")
_LAOS = key("lào")
_NOT_PERSONS = frozenset(["body", "document", "event", "decoy"])
# Letters in which no Vietnamese syllable ends.
_FOREIGN_ENDS = "bdfjklqrsvwz"
# Academic titles in a row before a name, at most.
_TITLES = 12
# Where no such word stands, no title does.
BEFORE_TITLES = ACADEMIC.firsts | frozenset(",.:")


@dataclass(slots=True)
class PersonMention:
    """One mention of a person.

    start: its first token, offices and ranks before the name included; barred: why the person is no official, if so;
    civil: introduced by birth, age or home; body: told in brackets or by "do"; place: a province told in brackets;
    alias: another spelling in brackets; heads: told to head a delegation; lender: an office of the next person, whose
    body is that of the bare office before it.
    """

    name: Name
    start: int
    end: int
    rule: str
    rank: RankMention | None = None
    offices: list[Office] = field(default_factory=list)
    honorific: bool = False
    barred: str | None = None
    civil: bool = False
    body: BodyMention | None = None
    place: PlaceMention | None = None
    alias: Name | None = None
    heads: bool = False
    lender: Office | None = None

    @property
    def before(self) -> list[Office]:
        """The offices that stand before the name."""
        return [office for office in self.offices if office.start < self.name.start]


class Marks:
    """The marks of one article by token, and what has been read: used, the starts of offices that have a person;
    found, mentions by the start of the name."""

    def __init__(
        self,
        doc: Doc,
        places: Sequence[PlaceMention],
        bodies: Sequence[BodyMention],
        offices: Sequence[Office],
        ranks: Sequence[RankMention],
    ) -> None:
        self.doc = doc
        self.places = places_at(doc, places)
        self.bodies = bodies_at(doc, bodies)
        self.body_end = {body.end: body for body in bodies}
        self.office_at = {office.start: office for office in offices}
        self.office_end = {office.end: office for office in offices}
        self.rank_at = {rank.start: rank for rank in ranks}
        self.rank_end = {rank.end: rank for rank in ranks}
        self.honorific_end = {hit.end: hit.start for hit in doc.hits_of("honorific")}
        self.used: set[int] = set()
        self.found: dict[int, PersonMention] = {}
        self._names: dict[int, Name | None] = {}

    def name(self, at: int) -> Name | None:
        """The name that begins at token `at`, on the line of the token before it, or after an "ông" that ends one."""
        if at in self._names:
            return self._names[at]
        doc = self.doc
        here = at < len(doc.keys) and doc.shapes[at] in "UA" and (not doc.breaks[at] or self._goes_on(at))
        here = here and not (at and doc.keys[at - 1] == _CONTINENT and doc.keys[at] in _CONTINENTS)
        name = self._names[at] = read_name(doc, at) if here else None
        return name

    def _goes_on(self, at: int) -> bool:
        """The line before breaks off after "ông" or "bà": the page has a link there."""
        return at in self.honorific_end and self.doc.keys[at - 1] in _MISTERS and self.doc.shapes[at - 1] == "l"

    def silent(self, at: int) -> bool:
        """Token `at` stands in a block that names no officials: a byline, a credit, furniture."""
        return at >= len(self.doc.keys) or self.doc.block_of(at).kind in _SILENT

    def free(self, at: int) -> Office | None:
        """The office at token `at` that has no person yet."""
        office = self.office_at.get(at)
        return office if office is not None and office.start not in self.used else None

    def take(self, mention: PersonMention, office: Office) -> None:
        """Gives an office to a person."""
        mention.offices.append(office)
        self.used.add(office.start)

    def past_titles(self, at: int) -> int:
        """Past "GS.TS", ", PGS, TS", ":" between a rank and the name."""
        doc, end = self.doc, at
        if at >= len(doc.keys) or doc.keys[at] not in BEFORE_TITLES:
            return at
        for _ in range(_TITLES):
            if end >= len(doc.keys) or doc.breaks[end]:
                break
            first = end + (doc.words[end] in ",.")
            after = ACADEMIC.match(doc.keys, first)
            if after == first:
                break
            end = after
            if end < len(doc.keys) and doc.words[end] == "." and not doc.breaks[end]:
                end += 1
        return end + 1 if end < len(doc.keys) and doc.words[end] == ":" and end in self.rank_end else end

    def past_country(self, at: int) -> int:
        """ "Thiếu úy Lào Bun Hương": past the side between a rank and the name."""
        doc = self.doc
        if entry_at(doc, at, "country") is None:
            return at
        end = doc.hit_at[at].end
        return end if end < len(doc.keys) and doc.shapes[end] == "U" and not doc.breaks[end] else at

    def plausible(self, name: Name, anchor: int) -> bool:
        """After a rank or an honorific any name will do; after an office it must not be the field of the office."""
        if anchor in self.rank_end:
            return not self._is_service(name)
        place = self.places.get(name.start)
        titled = anchor in self.honorific_end
        if not titled and place is not None and place.end >= name.end:
            return False
        if titled or name.vietnamese or (len(name.parts) > 2 and fold(name.parts[0]) == "nguyen"):
            return True
        if place is not None and place.kind in ("country", "province"):
            return False
        hit = self.doc.hit_at.get(name.start)
        if hit is not None and hit.kind in _NOT_PERSONS and hit.end - hit.start > 1:
            return False
        if self.is_noun(name) or self._named_behind(name):
            return False
        return len(name.parts) < 2 or name.lao or name.initials or place is not None or looks_foreign(name)

    def _named_behind(self, name: Name) -> bool:
        """ "Bộ trưởng Giáo dục | Xland, | bà Mia Tan": one word before a holder, no name of a person."""
        doc, end = self.doc, name.end
        if end - name.start > 1 or end + 2 not in self.honorific_end or doc.keys[name.start - 1] == _LAOS:
            return False
        return doc.keys[end] == "," and doc.keys[end + 1] in _MISTERS

    def _is_service(self, name: Name) -> bool:
        """ "Thượng tá | An ninh": the first half of the force that somebody with a rank serves in."""
        doc, at = self.doc, name.start
        if len(name.parts) > 1 or name.end >= len(doc.keys) or doc.shapes[name.end] != "l":
            return False
        return FIELDS.match(doc.keys, at) > at + 1

    def is_noun(self, name: Name) -> bool:
        """The row of capitals begins the name of something else: a unit, a field of work."""
        words, at = self.doc.keys, name.start
        if FIELDS.match(words, at) > at + 1 or tuple(words[at : at + 2]) in UNIT_PAIRS:
            return True
        if words[at] == _DELEGATION and len(name.parts) > 2 and words[at + 1] in _MIDDLE:
            return words[at + 2] in _OF_TROUPES  # "Đoàn Văn Khuyến", no "Đoàn Văn Công"
        if words[at] == _DELEGATION and len(name.parts) == 3 and self._is_item(name):
            return False
        return words[at] in _NOUNS and not name.lao

    def _is_item(self, name: Name) -> bool:
        """ "...; | Đoàn Thu Hảo, | Phó Chủ tịch ...": an item of a list with its office."""
        doc, end = self.doc, name.end
        listed = name.start > 0 and doc.words[name.start - 1] in _ITEMS and end + 1 in self.office_at
        return listed and (doc.words[end] == "," or doc.words[end] in DASHES)

    def leads_on(self, office: Office) -> bool:
        """A name, or a rank or a title with a name, follows the office at once: it belongs to that name."""
        doc, end = self.doc, office.end
        if end >= len(doc.keys) or doc.breaks[end]:
            return False
        if doc.words[end] in DASHES and doc.words[office.start - 1] not in DASHES:
            if end + 1 in self.rank_at:
                end += 1
            elif not doc.glued(end) and (name := self.name(end + 1)) is not None and name.vietnamese:
                return len(name.parts) > 2 and self.plausible(name, office.end)
        if end in self.rank_at:
            return self.name(self.past_titles(self.rank_at[end].end)) is not None
        name = self.name(self.past_titles(end))
        return name is not None and len(name.parts) > 1 and self.plausible(name, office.end)


def looks_foreign(name: Name) -> bool:
    """Syllables that Vietnamese has not ("James", "Ricardo"): the name of a person, not of a region or a unit."""
    if name.end - name.start > len(name.parts):
        return True
    return any(len(part) > 6 or part[-1].lower() in _FOREIGN_ENDS or "-" in part for part in name.parts)
