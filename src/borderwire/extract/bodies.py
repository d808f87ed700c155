"""Bodies of state and party that a text names, each with its place and its country.

A body is a head ("Công an tỉnh", "Phòng", "Bộ Chỉ huy BĐBP") with its field, its place and the body above it:
"Phòng Cảnh sát hình sự, Công an tỉnh X". "Công an các tỉnh A, B và C" are three bodies. A body without a place gets
the one that the context speaks of, and is marked `completed`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from borderwire.extract.body_parts import (
    DASHES,
    NATIONAL,
    PRIVATE_LEVELS,
    UNITS,
    Head,
    read_country,
    read_fields,
    read_loose,
    read_where,
    stands_as_unit,
    unit_head,
)
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.sides import Focus, Sides
from borderwire.extract.vocabulary import UNIT_HEADS, UNIT_PAIRS
from borderwire.model import Country
from borderwire.text import key

# Words before the head that are no part of the body: "Đoàn đại biểu Công an", "lực lượng Công an", "Lãnh đạo Công an".
_LEADS = ("đoàn đại biểu", "lực lượng", "ban giám đốc", "lãnh đạo")
_PLURAL = frozenset(key(word) for word in ("các", "hai", "ba", "bốn", "năm", "sáu", "nhiều"))
_LIST = frozenset([",", "và", "với", "&"]) | DASHES
_PARENT_JOINS = frozenset([",", "thuộc", "của", "("]) | DASHES
# "trụ sở Công an", "cơ sở", "cán bộ", "nội bộ": the noun is the second half of another word.
_NOT_AFTER = frozenset(key(word) for word in ("trụ", "cơ", "cán", "nội", "toàn", "một", "đảng", "căn", "văn", "xã", "quốc", "hiệp"))
_ANNOUNCED = frozenset(key(word) for word in ("q", "quận", "huyện", "h", "xã", "phường", "thị", "tx", "tp"))
# Levels whose place may be a village, a ward or a post that no list has.
_LOCAL_LEVELS = frozenset(["district", "commune", "village", "post", "team", "unit", "division", "city", "region", "party"])
_PROVINCIAL = frozenset(["province", "city"])
_HEAD_WORDS = frozenset(UNIT_HEADS) | frozenset(first for first, _ in UNIT_PAIRS)
# Heads that alone name a whole force ("lực lượng Công an"), unless an office stands before them.
_FORCES = frozenset(["police", "border-guard", "customs"])
_SIDES: dict[str, Country] = {"VN": "VN", "LA": "LA"}


@dataclass(frozen=True, slots=True)
class _Draft:
    """A body being read. named: end of the part that is its name; wants: a place is missing; said: its country is
    told; held: an office stands right before it."""

    head: Head
    named: int
    end: int
    place: PlaceMention | None
    country: Country | None
    said: bool
    wants: bool
    held: bool = False
    parent: _Draft | None = None


def find_bodies(doc: Doc, places: Sequence[PlaceMention]) -> tuple[BodyMention, ...]:
    """All bodies in order, not overlapping; a unit and the body above it are one mention."""
    reader = _Reader(doc, places)
    drafts = reader.read()
    sides, focus = Sides(doc, places), Focus(places)
    found: list[BodyMention] = []
    for group in drafts:
        if not _speaks_of_one(doc, group):
            continue
        found.extend(_mentions(doc, group))
    return tuple(_complete(doc, found, drafts_wanting(drafts), sides, focus))


def _speaks_of_one(doc: Doc, group: Sequence[_Draft]) -> bool:
    """Not a company, not the police in general, not "Công an hai tỉnh" without saying which."""
    first = group[0]
    if first.head.level in PRIVATE_LEVELS:
        return False
    if first.place is None and first.parent is None:
        if first.head.id in _FORCES and not first.said and not first.held and first.end == first.head.end:
            return False
        return not _is_plural(doc, first.head.start, first.head.end)
    return True


def _is_plural(doc: Doc, start: int, end: int) -> bool:
    return any(doc.keys[at] in _PLURAL or doc.words[at].isdigit() for at in range(start + 1, end - 1)) or (
        end - start > 1 and doc.keys[end - 2] in _PLURAL
    )


def drafts_wanting(drafts: Sequence[tuple[_Draft, ...]]) -> frozenset[int]:
    """Starts of the bodies whose place is missing."""
    return frozenset(_top(group[0]).head.start for group in drafts if _top(group[0]).wants)


def _top(draft: _Draft) -> _Draft:
    while draft.parent is not None:
        draft = draft.parent
    return draft


class _Reader:
    """Reads the heads from left to right."""

    def __init__(self, doc: Doc, places: Sequence[PlaceMention]) -> None:
        self.doc = doc
        self.places = {place.start: place for place in places}
        self.heads: dict[int, Head] = {}
        # After an office, or as its second half: "Trưởng [phòng Tham mưu]".
        office_ends = {at for hit in doc.hits_of("office") for at in (hit.end, hit.end - 1)}
        self.office_ends = office_ends
        self.inside = {at for hit in doc.hits_of("office") for at in range(hit.start, hit.end)}
        for hit in doc.hits_of("body"):
            entry = hit.of("body")
            if entry is None or (entry.capital and doc.shapes[hit.start] == "l"):
                continue
            body = doc.gazetteer.bodies[entry.id]
            self.heads[hit.start] = Head(hit.start, hit.end, body.id, body.level, body.country, body.place)
        for index, word in enumerate(doc.keys):
            if word in _HEAD_WORDS and index not in self.heads and not (index and doc.keys[index - 1] in _NOT_AFTER):
                head = unit_head(doc, index)
                if head is not None and stands_as_unit(doc, head, index in office_ends):
                    self.heads[index] = head

    def read(self) -> list[tuple[_Draft, ...]]:
        """Bodies in order; those of one list ("Công an các tỉnh A, B") together."""
        found: list[tuple[_Draft, ...]] = []
        done = 0
        for start in sorted(self.heads):
            if start >= done:
                draft = self._body(self.heads[start])
                group = (draft, *self._rest(draft))
                found.append(group)
                done = group[-1].end
        return found

    def _body(self, head: Head, depth: int = 0) -> _Draft:
        doc, end = self.doc, head.end
        unit = head.level in UNITS or head.bare
        if unit or head.level in ("ministry", "party"):
            end = read_fields(doc, end) if end < len(doc) and not doc.breaks[end] else end
            if head.bare and head.start in self.office_ends and head.start not in self.inside:
                loose = read_loose(doc, head.end, self.places)
                if loose > end and head.level != "association" and self._closes(end, loose, head.end):
                    end = loose
            if unit and end > head.end and end + 1 < len(doc) and doc.shapes[end] == "d" and doc.shapes[end + 1] != "l":
                end += 1
        place, wants = None, False
        if head.place is not None or unit:
            announced = end < len(doc) and doc.keys[end] in _ANNOUNCED
            where = read_where(doc, end, self.places, unknown=announced or head.level in _LOCAL_LEVELS)
            if where is not None and self._fits(head, where.place, end):
                end, place = where.end, where.place if head.level not in ("commune", "village") else None
            else:
                wants = head.place == "province" and head.level != "service"
        named, country, said = end, head.country, head.country is not None
        if place is not None and place.country is not None:
            country, said = place.country, True
        draft = _Draft(head, named, end, place, country, said, wants, held=head.start in self.office_ends)
        if (unit and place is None) or head.level in ("post", "team", "division", "unit") or self._goes_up(draft):
            draft = self._with_parent(draft, depth)
        return self._with_country(draft)

    def _closes(self, known: int, loose: int, start: int) -> bool:
        """The words beyond the known field are few, or capitals, or nothing at all is known."""
        doc = self.doc
        if known == start or doc.shapes[known] != "l" or doc.keys[known] == "và":
            return True
        return loose - known <= 4 and (loose >= len(doc) or doc.breaks[loose] or not doc.words[loose][0].isalnum())

    def _fits(self, head: Head, place: PlaceMention | None, at: int) -> bool:
        """A body of a province wants a province or a city; "Công an" alone only what follows at once."""
        if place is None:
            return True
        if head.level == "service":
            return place.kind in ("province", "district")
        return head.level not in _PROVINCIAL or place.kind in ("province", "district")

    def _goes_up(self, draft: _Draft) -> bool:
        """ "Ủy ban Biên giới quốc gia Bộ Ngoại giao", "Bộ Tổng Tham mưu Quân đội nhân dân Lào": nothing stands between."""
        above = self.heads.get(draft.end)
        return above is not None and (
            (above.id == "ministry" and draft.head.id != "ministry")
            or (above.id == "peoples-army" and draft.head.id in ("general-staff", "army-politics"))
        )

    def _with_parent(self, draft: _Draft, depth: int) -> _Draft:
        doc, at = self.doc, draft.end
        if depth > 3 or at >= len(doc):
            return draft
        opened = False
        at = self._past_abbreviation(at)
        if at >= len(doc):
            return draft
        if doc.words[at] in _PARENT_JOINS and not doc.breaks[at]:
            opened = doc.words[at] == "("
            at += 1
            if opened and at < len(doc) and doc.keys[at] == "thuộc":
                at += 1
        head = self.heads.get(at)
        if head is None or doc.breaks[at] or not _above(head, draft.head):
            return draft
        parent = self._body(head, depth + 1)
        end = parent.end
        if opened:
            if end >= len(doc) or doc.words[end] != ")":
                return draft
            end += 1
        return replace(
            draft, named=end, end=end, country=parent.country, said=parent.said, parent=parent,
            place=draft.place or parent.place,
        )  # fmt: skip

    def _past_abbreviation(self, at: int) -> int:
        """Past "(PCMT&TP)": the name again, in short."""
        doc = self.doc
        if doc.words[at] != "(" or at + 2 >= len(doc) or doc.shapes[at + 1] != "A":
            return at
        for close in range(at + 2, min(at + 6, len(doc))):
            if doc.words[close] == ")":
                return close + 1
            if doc.shapes[close] == "l":
                break
        return at

    def _with_country(self, draft: _Draft) -> _Draft:
        told = read_country(self.doc, draft.end, self.places)
        if told is None:
            return draft
        end, country, inside = told
        national = draft.head.level in NATIONAL or draft.head.id in ("military-region",)
        if inside and draft.place is None and (national or draft.wants):
            return replace(draft, named=end, end=end, country=country, said=True, wants=False)
        if draft.place is None and not inside and country is not None:
            return replace(draft, country=country, said=True)
        return draft

    def _rest(self, first: _Draft) -> list[_Draft]:
        """The other bodies of "Công an các tỉnh A, B và C" or "Công an tỉnh A - B"."""
        doc, head = self.doc, first.head
        if first.place is None or first.parent is not None or first.place.kind != "province":
            return []
        plural = any(word in _PLURAL or word.isdigit() for word in doc.keys[head.start : first.place.start])
        rest: list[_Draft] = []
        end = first.end
        while end + 1 < len(doc) and doc.words[end] in _LIST and not doc.breaks[end]:
            step = end + 1
            while step < len(doc) and doc.keys[step] in ("tỉnh", "tp", "thành", "phố", ".") and step < end + 5:
                step += 1
            place = self.places.get(step)
            if place is None or place.kind != "province" or doc.breaks[step]:
                break
            if not plural and not (doc.words[end] in DASHES and place.country != first.country):
                break
            rest.append(_Draft(head, place.end, place.end, place, place.country, True, False))
            end = place.end
        return rest


_ORDER = {
    "team": 0, "post": 1, "unit": 1, "division": 1, "office": 2, "commission": 2, "institute": 2, "centre": 2,
    "school": 2, "department": 3, "region": 3,
}  # fmt: skip


_HIGH = frozenset(["general-staff", "army-politics", "border-guard-high-command", "peoples-army"])


def _above(parent: Head, child: Head) -> bool:
    """The first may be the body that a unit belongs to."""
    if parent.level in PRIVATE_LEVELS:
        return False
    if parent.id == "ministry" and child.id != "ministry":
        return True
    if parent.id in _HIGH and child.id not in _HIGH | {"ministry"}:
        return True
    if parent.id == "peoples-army" and child.id in ("general-staff", "army-politics"):
        return True
    below, above = _ORDER.get(child.level, 2), _ORDER.get(parent.level, 4)
    if child.level == "division" and parent.level in ("district", "commune"):
        return False
    return above > below or (parent.id == "investigation-agency" and child.level == "office")


def _mentions(doc: Doc, group: Sequence[_Draft]) -> list[BodyMention]:
    found = []
    for number, draft in enumerate(group):
        top = _top(draft)
        head = draft.head
        start = _after_lead(doc, head.start, head.end) if number == 0 else draft.place.start if draft.place else draft.end
        name = doc.slice(start, draft.named)
        if draft.place is not None and draft.parent is None and _listed(doc, head, draft.place, len(group) > 1):
            name = f"{_singular(doc, head)} {doc.slice(draft.place.start, draft.place.end)}"
        place = top.place or draft.place
        found.append(
            BodyMention(
                start, draft.end, head.id or (top.head.id if top is not draft else None), head.level,
                " ".join(name.split()), place.province if place is not None else None, draft.country,
            )
        )  # fmt: skip
    return found


def _listed(doc: Doc, head: Head, place: PlaceMention, several: bool) -> bool:
    return several or any(word in _PLURAL for word in doc.keys[head.start : place.start])


def _after_lead(doc: Doc, start: int, end: int) -> int:
    for lead in _LEADS:
        size = len(lead.split())
        if end - start > size and " ".join(doc.keys[start : start + size]) == lead:
            return start + size
    return start


def _singular(doc: Doc, head: Head) -> str:
    """ "Công an các tỉnh" -> "Công an tỉnh"."""
    start = _after_lead(doc, head.start, head.end)
    words = [doc.words[at] for at in range(start, head.end) if doc.keys[at] not in _PLURAL and not doc.words[at].isdigit()]
    return " ".join(word for word in words if word not in (",", "thành", "phố")).strip()


def _complete(
    doc: Doc, found: list[BodyMention], wanting: frozenset[int], sides: Sides, focus: Focus
) -> list[BodyMention]:
    """Gives every body its country and, where it is missing, its province."""
    done: list[BodyMention] = []
    for index, body in enumerate(found):
        country = body.country
        if country is None:
            who, _ = sides.at(body.start)
            country = "LA" if who == "LA" or "bộ an ninh" in body.name.lower() else "VN"
        if body.province is not None or not _wants(doc, body, wanting):
            done.append(_local(replace(body, country=country), done))
            continue
        province = _shared(doc, found, index) or _told(sides, body.start, country)
        province = province or focus.province(body.start, country, done, body.id)
        if province is None:
            done.append(replace(body, country=country))
        else:
            done.append(completed(doc, body, province))
    return done


def _local(body: BodyMention, before: Sequence[BodyMention]) -> BodyMention:
    """ "UBND huyện" after "Công an huyện Kỳ Sơn": the district that was named last."""
    if body.level not in ("district", "commune", "city") or body.province is not None:
        return body
    town = body.name.split()[-1]
    if key(town) not in _TOWN_ENDS:
        return body
    for other in reversed(before):
        head, found, rest = other.name.partition(f" {town} ")
        if found and rest and "," not in rest and other.country == body.country:
            return replace(body, name=f"{body.name} {rest}", province=other.province, completed=True)
    return body


_TOWN_ENDS = frozenset(key(word) for word in ("huyện", "quận", "xã", "phường", "phố"))


def _wants(doc: Doc, body: BodyMention, wanting: frozenset[int]) -> bool:
    return any(body.start - 3 <= start < body.end for start in wanting)


def _shared(doc: Doc, found: Sequence[BodyMention], index: int) -> str | None:
    """ "Tỉnh ủy, HĐND, UBND tỉnh A": the place at the end is that of all."""
    for here in range(index, min(index + 4, len(found) - 1)):
        gap = doc.words[found[here].end : found[here + 1].start]
        if len(gap) > 1 or (gap and gap[0] not in _LIST):
            return None
        if found[here + 1].province is not None:
            return found[here + 1].province if found[here + 1].level in ("province", "city", "party") else None
    return None


def _told(sides: Sides, token: int, country: Country) -> str | None:
    _, province = sides.at(token)
    return province if province is not None and province.startswith(country) else None


def completed(doc: Doc, body: BodyMention, province: str) -> BodyMention:
    """The body with the province that the context gives it: "Công an tỉnh" -> "Công an tỉnh Nghệ An"."""
    known = doc.gazetteer.provinces[province]
    return replace(
        body, name=f"{body.name} {known.name}", province=province, country=known.country, completed=True
    )
