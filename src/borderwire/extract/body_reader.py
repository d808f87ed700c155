"""Reads the names of bodies from left to right: head, field, place, the body above, country."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

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
from borderwire.extract.cues import UNIT_WORDS, positions
from borderwire.extract.doc import Doc
from borderwire.extract.fields import TOWN_WORDS, UNIT_PAIRS
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.phrases import Phrases
from borderwire.model import Country
from borderwire.text import key

# What tells the party after "Trung ương Đảng".
PARTIES = Phrases(["nhân dân cách mạng", "cộng sản", "ndcm"])
PLURAL = frozenset(key(word) for word in ("các", "hai", "ba", "bốn", "năm", "sáu", "nhiều"))
LIST_MARKS = frozenset([",", "và", "với", "&"]) | DASHES
# Heads that alone name a whole force ("lực lượng Công an"), unless an office stands before them.
FORCES = frozenset(["police", "border-guard", "customs"])
_PARENT_JOINS = frozenset([",", "thuộc", "của", "(", "/"]) | DASHES
_SECOND_WORDS = frozenset(second for _, second in UNIT_PAIRS)
# "trụ sở Công an", "cơ sở", "cán bộ", "nội bộ": the noun is the second half of another word.
_NOT_AFTER = frozenset(
    key(word)
    for word in ("trụ", "cơ", "cán", "nội", "toàn", "một", "đảng", "căn", "văn", "xã", "quốc", "hiệp", "tướng")
)
_ANNOUNCED = frozenset(
    key(word) for word in ("q", "quận", "huyện", "h", "xã", "phường", "thị", "tx", "tp", "cửa", "vùng")
)
# Levels whose place may be a village, a ward or a post that no list has.
_LOCAL = frozenset(["district", "commune", "village", "post", "team", "unit", "division", "city", "region", "party"])
# Levels of bodies that stand at border gates.
_GATED = frozenset(["post", "service"])
_PROVINCIAL = frozenset(["province", "city"])


class Draft(NamedTuple):
    """A body being read. named: end of the part that is its name; wants: a place is missing; said: its country is
    told; held: an office stands right before it; parent: the body above, in the same name; own: end
    of the name without it."""

    head: Head
    named: int
    end: int
    place: PlaceMention | None
    country: Country | None
    said: bool
    wants: bool
    held: bool = False
    parent: Draft | None = None
    own: int = 0

    @property
    def top(self) -> Draft:
        return self if self.parent is None else self.parent.top


class BodyReader:
    """Reads one article. heads: by the token where they begin."""

    def __init__(self, doc: Doc, places: Sequence[PlaceMention]) -> None:
        self.doc = doc
        self.places = {place.start: place for place in places}
        self.heads: dict[int, Head] = {}
        offices = doc.hits_of("office")
        # After an office, or as its second half: "Trưởng [phòng Tham mưu]".
        self.held = {at for hit in offices for at in (hit.end, hit.end - 1)}
        self.inside = {at for hit in offices for at in range(hit.start, hit.end)}
        for hit in doc.hits_of("body"):
            entry = hit.of("body")
            if entry is None or (entry.capital and doc.shapes[hit.start] == "l"):
                continue
            body = doc.gazetteer.bodies[entry.id]
            country = body.country or side_in(doc, hit.start, hit.end)
            self.heads[hit.start] = Head(hit.start, hit.end, body.id, body.level, country, body.place)
        shapes, last = doc.shapes, len(doc.keys) - 1
        for index in positions(doc, UNIT_WORDS):
            if index >= last or index in self.heads or (index and doc.keys[index - 1] in _NOT_AFTER):
                continue
            if (
                index not in self.held
                and shapes[index] == "l" == shapes[index + 1]
                and doc.keys[index + 1] not in _SECOND_WORDS
            ):
                continue  # two words in lower case begin no unit, unless an office stands before them
            head = unit_head(doc, index)
            if head is not None and self._stands(head):
                self.heads[index] = head

    def _stands(self, head: Head) -> bool:
        held = head.start in self.held
        if stands_as_unit(self.doc, head, held):
            return True
        # "Trưởng [Ty | Công an tỉnh]", "Đội trưởng [Đội | Công an huyện X]": another body follows at once.
        return held and head.end in self.heads and head.level in ("province", "division", "team", "department")

    def read(self) -> list[tuple[Draft, ...]]:
        """Bodies in order; those of one list ("Công an các tỉnh A, B") together."""
        found: list[tuple[Draft, ...]] = []
        done = 0
        for start in sorted(self.heads):
            if start >= done:
                draft = self._body(self.heads[start])
                group = (draft, *self._rest(draft))
                found.append(group)
                done = group[-1].end
        return found

    def _body(self, head: Head, depth: int = 0) -> Draft:
        end = self._field(head)
        place, wants = None, False
        unit = head.level in UNITS or head.bare
        if head.place is not None or unit or (end < len(self.doc.keys) and self.doc.keys[end] == "tỉnh"):
            announced = end < len(self.doc.keys) and self.doc.keys[end] in _ANNOUNCED
            where = read_where(self.doc, end, self.places, unknown=announced or head.level in _LOCAL)
            if where is not None and self._fits(head, where.place):
                end, place = where.end, where.place if head.level not in ("commune", "village") else None
            else:
                wants = head.place is not None and head.level != "service"
                if unit and end > head.end and self._bare_town(end):
                    end, wants = end + 1, True  # "Ban Công tác đặc biệt tỉnh"
                elif head.level in _GATED and end < len(self.doc.keys) and self.doc.keys[end] == "cửa":
                    end, wants = TOWN_WORDS.match(self.doc.keys, end), True  # "Hải quan cửa khẩu"
        country, said = head.country, head.country is not None
        if place is not None and place.kind != "gate" and place.country is not None:
            country, said = place.country, True
        draft = Draft(head, end, end, place, country, said, wants, held=head.start in self.held)
        draft = self._friend(self._mission(draft))
        if (unit and place is None) or head.level in ("post", "team", "division", "unit") or self._goes_up(draft):
            draft = self._with_parent(draft, depth)
        return self._with_country(draft)

    def _bare_town(self, at: int) -> bool:
        doc = self.doc
        return (
            at < len(doc.keys) and doc.keys[at] in ("tỉnh", "huyện") and at not in self.heads and at not in self.places
        )

    def _field(self, head: Head) -> int:
        """End of the head with its field of work."""
        doc, end = self.doc, head.end
        unit = head.level in UNITS or head.bare
        if head.level == "party":
            return PARTIES.match(doc.keys, end)
        if not (unit or head.level == "ministry"):
            return end
        if end < len(doc.keys) and not doc.breaks[end]:
            end = read_fields(doc, end)
        if head.bare and head.start in self.held and head.level != "association":
            loose = read_loose(doc, end, self.places)
            if loose > end and self._closes(end, loose, head.end):
                end = loose
        if (
            unit
            and end > head.end
            and end + 1 < len(doc.keys)
            and doc.shapes[end] == "d"
            and doc.shapes[end + 1] != "l"
        ):
            end += 1
        return end

    def _closes(self, known: int, loose: int, start: int) -> bool:
        """The words beyond the known field are few, or capitals, or nothing at all is known."""
        doc = self.doc
        if known == start or doc.shapes[known] != "l" or doc.keys[known] == "và":
            return True
        return loose - known <= 6 and (loose >= len(doc.keys) or doc.breaks[loose] or not doc.words[loose][0].isalnum())

    def _fits(self, head: Head, place: PlaceMention | None) -> bool:
        """A body of a province wants a province or a city."""
        if place is None or head.id == "customs":
            return True
        return head.level not in _PROVINCIAL | {"service"} or place.kind in ("province", "district")

    def _friend(self, draft: Draft) -> Draft:
        """ "Công an tỉnh bạn": of the other side."""
        at = draft.end
        if draft.wants and at < len(self.doc.keys) and self.doc.keys[at] == "bạn" and not self.doc.breaks[at]:
            return draft._replace(end=at + 1, country="LA", said=True)
        return draft

    def _mission(self, draft: Draft) -> Draft:
        """ "Tổng Lãnh sự quán Việt Nam tại Pakse"."""
        doc, at = self.doc, draft.end
        if draft.head.level != "mission" or at + 1 >= len(doc.keys) or doc.keys[at] != "tại" or doc.breaks[at]:
            return draft
        where = read_where(doc, at + 1, self.places, unknown=True)
        return (
            draft if where is None else draft._replace(named=where.end, end=where.end, place=where.place or draft.place)
        )

    def _goes_up(self, draft: Draft) -> bool:
        """ "Ủy ban Biên giới quốc gia Bộ Ngoại giao", "Đoàn Thanh niên Công an tỉnh X": nothing stands between."""
        above = self.heads.get(draft.end)
        if above is None or draft.place is not None:
            return False
        head = draft.head
        if above.id == "ministry":
            return head.id != "ministry"
        if head.bare and head.level == "province":
            return True
        if (head.id or "").startswith(_INNER):
            return above.level in ("province", "city", "district", "service") and not (above.id or "").startswith(
                _INNER
            )
        return above.id == "peoples-army" and head.id in ("general-staff", "army-politics")

    def _with_parent(self, draft: Draft, depth: int) -> Draft:
        doc, at = self.doc, self._past_abbreviation(draft.end)
        if depth > 3 or at >= len(doc.keys):
            return draft
        opened = False
        if doc.words[at] in _PARENT_JOINS and not doc.breaks[at]:
            opened = doc.words[at] == "("
            at += 1
            if opened and at < len(doc.keys) and doc.keys[at] == "thuộc":
                at += 1
        head = self.heads.get(at)
        if head is None or doc.breaks[at] or not (above(head, draft.head) or (at == draft.end and self._goes_up(draft))):
            return draft
        parent = self._body(head, depth + 1)
        end = parent.end
        if draft.head.bare and head.id in FORCES and parent.place is None and not parent.said and not opened:
            return self._with_parent(draft._replace(named=end, end=end), depth + 1)  # "Cục | Bộ đội Biên phòng"
        if opened:
            if end >= len(doc.keys) or doc.words[end] != ")":
                return draft
            end += 1
        return draft._replace(named=end, end=end, country=parent.country, said=parent.said, parent=parent,
            place=draft.place or parent.place, own=draft.named,
        )  # fmt: skip

    def _past_abbreviation(self, at: int) -> int:
        """Past "(PCMT&TP)": the name again, in short."""
        doc = self.doc
        if at + 2 >= len(doc.keys) or doc.words[at] != "(" or doc.shapes[at + 1] != "A":
            return at
        for close in range(at + 2, min(at + 6, len(doc.keys))):
            if doc.words[close] == ")":
                return close + 1
            if doc.shapes[close] == "l":
                break
        return at

    def _with_country(self, draft: Draft) -> Draft:
        doc, at = self.doc, draft.end
        if at + 2 < len(doc.keys) and doc.words[at] == "(" and (draft.place is None or draft.place.kind == "gate"):
            place = self.places.get(at + 1)
            if place is not None and place.kind == "province" and doc.words[place.end : place.end + 1] == [")"]:
                return draft._replace(end=place.end + 1, place=place, country=place.country, said=True, wants=False)
        told = read_country(doc, at, self.places)
        if told is None:
            return draft
        end, country, inside = told
        national = draft.head.level in NATIONAL or draft.head.id in ("military-region",)
        if inside and draft.place is None and (national or draft.wants):
            return draft._replace(named=end, end=end, country=country, said=True, wants=False)
        if not inside and country is not None and (draft.place is None or draft.place.kind == "gate"):
            return draft._replace(country=country, said=True)
        return draft

    def _rest(self, first: Draft) -> list[Draft]:
        """The other bodies of "Công an các tỉnh A, B và C" or "Công an tỉnh A - B"."""
        doc, head = self.doc, first.head
        if first.place is None or first.parent is not None or first.place.kind != "province":
            return []
        plural = any(word in PLURAL or word.isdigit() for word in doc.keys[head.start : first.place.start])
        rest: list[Draft] = []
        end = first.end
        while end + 1 < len(doc.keys) and doc.words[end] in LIST_MARKS and not doc.breaks[end]:
            step = end + 1
            while step < len(doc.keys) and doc.keys[step] in ("tỉnh", "tp", "thành", "phố", ".") and step < end + 5:
                step += 1
            place = self.places.get(step)
            if place is None or place.kind != "province" or doc.breaks[step]:
                break
            if not plural and not (doc.words[end] in DASHES and place.country != first.country):
                break
            rest.append(Draft(head, place.end, place.end, place, place.country, True, False))
            end = place.end
        return rest


# Organisations inside a body: "Đoàn Thanh niên Công an tỉnh X", "Đảng ủy Công an Trung ương".
_INNER = ("youth-union", "womens-union", "veterans", "party-unit")
_ORDER = {
    "team": 0, "post": 1, "unit": 1, "division": 1, "office": 2, "commission": 2, "institute": 2, "centre": 2,
    "school": 2, "department": 3, "region": 3,
}  # fmt: skip
_HIGH = frozenset(["general-staff", "army-politics", "border-guard-high-command", "peoples-army"])


def above(parent: Head, child: Head) -> bool:
    """The first may be the body that a unit belongs to."""
    if parent.level in PRIVATE_LEVELS or (parent.level == "school" and parent.id == "university"):
        return False
    if parent.id == "ministry" and child.id != "ministry":
        return True
    if parent.id in _HIGH and child.id not in _HIGH | {"ministry"}:
        return True
    if parent.id == "peoples-army" and child.id in ("general-staff", "army-politics"):
        return True
    if child.level == "division" and parent.level in ("district", "commune"):
        return False
    if child.level == "department" and parent.level == "region":
        return True
    return _ORDER.get(parent.level, 4) > _ORDER.get(child.level, 2) or (
        parent.id == "investigation-agency" and child.level == "office"
    )


def side_in(doc: Doc, start: int, end: int) -> Country | None:
    """The country that a form tells at its end: "Quân đội nhân dân Lào"; None for one that tells both or neither."""
    keys = doc.keys[start:end]
    lao, ours = "lào" in keys, "việt" in keys
    if lao == ours:
        return None
    return "LA" if lao else "VN"
