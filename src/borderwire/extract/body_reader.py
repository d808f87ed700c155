"""Reads the names of bodies from left to right: head, field, place, the body above, country."""

from __future__ import annotations

from collections.abc import Sequence

from borderwire.extract.body_fields import PREVENTION, more_fields, read_fields, read_loose
from borderwire.extract.body_parts import FRIENDS, Head, above, larger_unit, side_in, stands_as_unit, unit_head
from borderwire.extract.body_place import read_where
from borderwire.extract.body_tail import Draft, abroad, of_friends, past_abbreviation, rest_of_list, with_country
from borderwire.extract.cues import UNIT_WORDS, positions
from borderwire.extract.doc import Doc
from borderwire.extract.fields import TOWN_WORDS, UNIT_PAIRS
from borderwire.extract.hits import capitals
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.names import read_name
from borderwire.extract.phrases import DASHES, Phrases, keys, listed, terms
from borderwire.gazetteer.matcher import Hit
from borderwire.text import key

# What tells the party after "Trung ương Đảng".
# Committees that are told by a number as well: "Ban Chỉ đạo 515".
_STEERING, _STEERING_WORDS = "steering-committee", [key("ban"), key("chỉ"), key("đạo")]
_CUSTOMS, _TRAFFIC = "customs", "traffic-authority"
_ROMAN = frozenset("IVX")
_COMMUNES = ("xã", "phường")
_CENTRAL = ["T", ".", "Ư"]
_STEERING_LONGEST = 8  # tokens
_PARTY, _OF_CENTRE = key("đảng"), [key("trung"), key("ương")]
_OF_LAO_PARTY = ([key("mạng"), key("lào")], [key("ndcm"), key("lào")])
_PARTIES = Phrases(["nhân dân cách mạng", "cộng sản", "ndcm"])
# Heads that alone name a whole force ("lực lượng Công an"), unless an office stands before them.
FORCES = frozenset(["police", "border-guard", "customs"])
_PARENT_JOINS = frozenset([",", "thuộc", "của", "(", "/"]) | DASHES
_SECOND_WORDS = frozenset(second for _, second in UNIT_PAIRS)
# "trụ sở Công an", "cơ sở", "cán bộ", "nội bộ": the noun is the second half of another word.
_NOT_AFTER = keys("trụ cơ cán nội toàn một đảng căn văn xã quốc hiệp tướng")
_HEADS = keys("trưởng phó")
_COMMISSARS = keys("chính đảng thành huyện tỉnh")
_COMPOUNDS = frozenset([("trụ", "sở"), ("cơ", "sở"), ("cán", "bộ"), ("nội", "bộ"), ("căn", "phòng")])
_ANNOUNCED = keys("q quận huyện h p xã phường thị tx tp cửa vùng")
# Levels whose place may be a village, a ward or a post that no list has.
_LOCAL = terms("district commune village post team unit division city region party")
# Levels of bodies that stand at border gates.
_GATED = frozenset(["post", "service"])
_PROVINCIAL = frozenset(["province", "city", "service"])
# Levels that are named with the body above them even when they tell their place.
_WITH_PARENT = frozenset(["post", "team", "division", "unit"])
# Levels of units that may stand right before the body they are of: "Trưởng Ty | Công an tỉnh".
_BEFORE_BODY = frozenset(["province", "division", "team", "department"])
# Organisations inside a body: "Đoàn Thanh niên Công an tỉnh X", "Đảng ủy Công an Trung ương".
_INNER = ("youth-union", "womens-union", "veterans", "party-unit")
_OUTER_LEVELS = frozenset(["province", "city", "district", "service", "post", "unit"])
# What belongs to one ministry, whatever mark stands between: "Ủy ban Biên giới quốc gia, Bộ Ngoại giao", "BĐBP, Bộ
# Quốc phòng Việt Nam".
_OF_DEFENCE = [key("quốc"), key("phòng")]
_OF_MINISTRY = {
    "border-commission": [key("ngoại"), key("giao")],
    "border-guard": _OF_DEFENCE,
    "border-guard-high-command": _OF_DEFENCE,
}
_ASSEMBLY, _OF_THE_ASSEMBLY = "national-assembly", listed("của quốc hội, quốc hội, của qh, qh")
# These make a `Head` and a `Draft` in half the time.
_head = _draft = tuple.__new__
# Schools of one kind are numbered.
_SCHOOL_NUMBERS = frozenset(["1", "2", "3", "I", "II", "III"])
_DATE_JOINTS = frozenset("/.:%") | DASHES  # "Trung đoàn 19, 27-7 năm nào cũng ..."
_NUMBER_JOINS = frozenset([",", "và"])
# How many units may stand in one name.
_DEEPEST = 3


def _again(doc: Doc, hit: Hit) -> Hit:
    """The body that begins one token later, where the matcher took the half of a word: "trụ sở | công an bản"."""
    start = hit.start
    if start == 0 or (doc.keys[start - 1], doc.keys[start]) not in _COMPOUNDS:
        return hit
    found = doc.gazetteer.matcher.scan(doc.keys[start + 1 : hit.end], doc.breaks[start + 1 : hit.end])
    if found and found[0].start == 0 and found[0].of("body") is not None:
        return found[0]._replace(start=start + 1, end=start + 1 + found[0].end)
    return hit


def _is_code(doc: Doc, head: Head) -> bool:
    """ "PA72", "A18": capitals, or one and a number, which is a token of its own."""
    first, end = head.start, head.end
    return doc.shapes[first] == "A" or (
        len(doc.words[first]) == 1 and end == first + 2 and doc.shapes[first + 1] == "d"
    )


class BodyReader:
    """Reads one article. heads: by the token where they begin."""

    def __init__(self, doc: Doc, places: Sequence[PlaceMention]) -> None:
        self.doc = doc
        self.places = {place.start: place for place in places}
        # After an office, or as its second half: "Trưởng [phòng Tham mưu]".
        self.held = {at for hit in doc.hits_of("office") for at in (hit.end, hit.end - 1)}
        # Words within the titles of offices, but for the last two, which may begin the name of a unit.
        self.inside = {at for hit in doc.hits_of("office") for at in range(hit.start + 1, hit.end - 2)}
        self.heads: dict[int, Head] = {}
        self._fields: dict[int, int] = {}  # ends of the rows of fields that were read, by their first token
        self._known_heads()
        self._unit_heads()

    def _known_heads(self) -> None:
        doc, shapes, bodies, heads = self.doc, self.doc.shapes, self.doc.gazetteer.bodies, self.heads
        for known in doc.hits_of("body"):
            small = shapes[known.start] == "l"
            hit = _again(doc, known) if small else known
            entry = hit.of("body")
            if entry is None or (small and entry.capital and shapes[hit.start] == "l"):
                continue
            start, end, _ = hit
            body = bodies[entry.id]
            country = body.country or side_in(doc, start, end, friends=body.id.startswith(FRIENDS))
            heads[start] = _head(Head, (start, end, body.id, body.level, country, body.place, False))

    def _unit_heads(self) -> None:
        keys, shapes, last = self.doc.keys, self.doc.shapes, len(self.doc.keys) - 1
        for at in positions(self.doc, UNIT_WORDS):
            if at >= last:
                continue
            if shapes[at] == "l" == shapes[at + 1] and keys[at + 1] not in _SECOND_WORDS and at not in self.held:
                continue  # as mostly: two words in lower case begin no unit, unless an office stands before them
            if at in self.heads or (at and keys[at - 1] in _NOT_AFTER):
                continue
            if at in self.inside and keys[at - 1] in _HEADS:
                continue  # "Phó Trưởng [ban] Thường trực | Ban Chỉ đạo"
            if keys[at] == "ủy" and at and keys[at - 1] in _COMMISSARS:
                continue  # "Chính ủy | Ban Chỉ huy", "Đảng ủy | Ban ..."
            if keys[at + 1] == keys[at] and at in self.held and self._told_twice(at + 1):
                continue  # "Trưởng [ban] | Ban Đối ngoại"
            head = self._known_inside(at) if at in self.held else None
            if head is not None:
                self.heads[at] = head
                continue
            head = unit_head(self.doc, at)
            if head is None:
                continue
            code = self.heads.get(head.end)
            if code is not None and code.level == head.level and _is_code(self.doc, code):
                self.heads[at] = code._replace(start=at)  # "Phòng | PA72"
            elif self._stands(head):
                self.heads[at] = head

    def _known_inside(self, at: int) -> Head | None:
        """ "Phó trưởng [Ban | Chỉ đạo] 515": a body without a field of its own, whose noun the title took."""
        keys, breaks = self.doc.keys, self.doc.breaks
        if keys[at : at + 3] != _STEERING_WORDS:
            return None
        found = self.doc.gazetteer.matcher.scan(keys[at : at + _STEERING_LONGEST], breaks[at : at + _STEERING_LONGEST])
        if not found or found[0].start or (entry := found[0].of("body")) is None or entry.id != _STEERING:
            return None
        return _head(Head, (at, at + found[0].end, _STEERING, "committee", None, None, False))

    def _told_twice(self, at: int) -> bool:
        """The noun at token `at`, the same as the one before it, heads the name: no "Trưởng phòng | Phòng chống"."""
        return at + 1 < len(self.doc.keys) and self.doc.keys[at + 1] not in PREVENTION and not self.doc.breaks[at]

    def _stands(self, head: Head) -> bool:
        held = head.start in self.held
        self._fields[head.end] = field = read_fields(self.doc, head.end)
        if stands_as_unit(self.doc, head, field, held):
            return True
        # "Trưởng [Ty | Công an tỉnh]", "Đội trưởng [Đội | Công an huyện X]": another body follows at once.
        return held and head.end in self.heads and head.level in _BEFORE_BODY

    def read(self) -> list[tuple[Draft, ...]]:
        """Bodies in order; those of one list ("Công an các tỉnh A, B") together."""
        found: list[tuple[Draft, ...]] = []
        done = 0
        for start in sorted(self.heads):
            if start >= done:
                draft = self._body(self.heads[start])
                group = (draft, *rest_of_list(self.doc, draft, self.places))
                found.append(group)
                done = group[-1].end
        return found

    def _body(self, head: Head, depth: int = 0) -> Draft:
        level = head.level
        draft = self._place(head, self._field(head))
        if level == "mission" or head.id in ("high-court", "military-court"):
            draft = abroad(self.doc, draft, self.places)
        if draft.wants:
            draft = of_friends(self.doc, draft)
        if level == "party" and self.doc.keys[draft.end - 1 : draft.end + 1] in _OF_LAO_PARTY:  # "... Đảng NDCM | Lào"
            draft = draft._replace(named=draft.end + 1, end=draft.end + 1, country="LA", said=True)
        unit = level in _WITH_PARENT or (draft.place is None and (head.unit or self._goes_up(draft)))
        if unit or (head.id in _OF_MINISTRY and draft.place is None):
            draft = self._with_parent(draft, depth)
        if head.id == _ASSEMBLY:
            draft = self._of_assembly(draft)
        return with_country(self.doc, draft, self.places)

    def _of_assembly(self, draft: Draft) -> Draft:
        """ "Ủy ban Pháp luật | của Quốc hội": the Assembly, whose committee it is, is part of the name."""
        end = _OF_THE_ASSEMBLY.match(self.doc.keys, draft.end)
        return draft if end == draft.end or self.doc.breaks[draft.end] else draft._replace(named=end, end=end)

    def _field(self, head: Head) -> int:
        """End of the head with its field of work."""
        doc, end = self.doc, head.end
        if head.id == "military-region":
            return end  # "Tư lệnh Quân khu 2 | giới thiệu"
        if head.level == "party":
            ours = end + (doc.keys[end : end + 1] == [_PARTY] and doc.keys[end - 2 : end] == _OF_CENTRE)
            named = _PARTIES.match(doc.keys, ours)  # "Ban Dân vận Trung ương | Đảng NDCM Lào"
            return named if named > ours and not any(doc.breaks[end:named]) else end
        if head.level == "school" and doc.words[end : end + 1] and doc.words[end] in _SCHOOL_NUMBERS:
            return end + 1  # "Trường Trung cấp Biên phòng | 1"
        if head.id == _TRAFFIC:
            return self._numbered_area(end)
        if head.id == _STEERING:
            return self._numbered_committee(head, end)
        if not head.unit and (head.level != "ministry" or head.id == "ministry"):
            return end
        if end < len(doc.keys) and not doc.breaks[end]:
            end = self._fields.get(end) or read_fields(doc, end)
            if head.level == "division" and not head.bare:
                end = more_fields(doc, end)
        if head.bare and head.start in self.held and head.level != "association":
            loose = read_loose(doc, end, self.places)
            loose = self._before_person(head, end, loose)
            if loose > end and self._closes(end, loose, head.end):
                end = loose
        return end + 1 if head.unit and end > head.end and self._number(end) else end

    def _numbered_area(self, end: int) -> int:
        """ "Khu Quản lý đường bộ | IV", "... | số 7"."""
        doc = self.doc
        step = end + (doc.keys[end : end + 1] == ["số"])
        if step >= len(doc.keys) or any(doc.breaks[end : step + 1]):
            return end
        return step + 1 if doc.shapes[step] == "d" or _ROMAN.issuperset(doc.words[step]) else end

    def _numbered_committee(self, head: Head, end: int) -> int:
        """ "Ban Chỉ đạo | 515 tỉnh", "| 127 T.Ư"; a field besides only after an office."""
        doc = self.doc
        end += doc.shapes[end : end + 1] == ["d"] and len(doc.words[end]) > 1
        if doc.words[end : end + len(_CENTRAL)] == _CENTRAL:
            return end + len(_CENTRAL)
        return read_fields(doc, end) if head.start in self.held else end

    def _number(self, at: int) -> bool:
        """ "Tiểu đội Cảnh sát | 2": a number that counts nothing after it."""
        shapes = self.doc.shapes
        return at + 1 < len(shapes) and shapes[at] == "d" and shapes[at + 1] != "l"

    def _further_numbers(self, at: int) -> int:
        """ "Đại đội Biên phòng 252 |, 254": past the numbers of further units, as long as the first; else `at`."""
        words, shapes = self.doc.words, self.doc.shapes
        while (
            at + 2 < len(words)
            and shapes[at - 1] == shapes[at + 1] == "d"
            and (words[at] in _NUMBER_JOINS or words[at] in DASHES)
            and len(words[at + 1]) == len(words[at - 1])
            and shapes[at + 2] != "l"
            and not (words[at + 2] in _DATE_JOINTS and self.doc.glued(at + 2))
            and not any(self.doc.breaks[at : at + 2])
        ):
            at += 2
        return at

    def _closes(self, known: int, loose: int, start: int) -> bool:
        """The words beyond the known field are few, or capitals, or nothing at all is known."""
        doc = self.doc
        if known == start or doc.shapes[known] != "l" or doc.keys[known] == "và":
            return True
        closed = loose >= len(doc.keys) or doc.breaks[loose] or not doc.words[loose][0].isalnum()
        closed = closed or loose in self.places  # "Ban Quản lý | công trình Thủy điện | Sơn La"
        return loose - known <= 6 and closed

    def _before_person(self, head: Head, known: int, loose: int) -> int:
        """ "Trưởng ban Ban Tôn giáo | Lê A": the end of the unit's name before a person's at its end."""
        doc, at = self.doc, loose
        while at > known and doc.shapes[at - 1] == "U":
            at -= 1
        if loose - at < 2 or at == head.end or doc.breaks[at]:
            return loose
        name = read_name(doc, at)
        return at if name is not None and name.end >= loose and (name.great or name.lao) else loose

    def _place(self, head: Head, end: int) -> Draft:
        """The head with the place that stands at token `end`, or with none."""
        keys = self.doc.keys
        country, held = head.country, head.start in self.held
        said = country is not None
        after, word = end, keys[end] if end < len(keys) else ""
        if word == "(":
            after = past_abbreviation(self.doc, end)  # "Bộ Chỉ huy Quân sự (CHQS) tỉnh X"
            word = keys[after] if after < len(keys) else ""
        if head.place is None and not head.unit:
            local = word == "tỉnh" or (head.id == "party-unit" and word in _COMMUNES)
            if not local:
                return _draft(Draft, (head, end, end, None, country, said, False, held, None, 0))
        where = read_where(self.doc, after, self.places, unknown=self._may_be_unknown(head, after, word))
        if where is None or not self._fits(head, where.place, word == "cửa"):
            end, wants = self._placeless(head, end, after, word)
            return _draft(Draft, (head, end, end, None, country, said, wants, held, None, 0))
        end = where.end
        if where.place is None and head.level == "unit":
            end = self._further_numbers(end)
        place = where.place if head.level not in ("commune", "village") else None
        if place is not None and place.kind != "gate" and place.country is not None:
            country, said = place.country, True
        return _draft(Draft, (head, end, end, place, country, said, False, held, None, 0))

    def _placeless(self, head: Head, end: int, after: int, word: str) -> tuple[int, bool]:
        """End of the body, and whether it wants a place that is left out; after: past its abbreviation; word: there."""
        province = not head.unit and head.place == "province" and end == head.end
        # "Ban Công tác đặc biệt | tỉnh", "Cục Thi hành án dân sự | tỉnh"
        if ((head.unit and end > head.end) or province) and self._bare_town(after):
            return after + 1, True
        if head.id == "party-unit" and word in _COMMUNES:
            return end + 1, False  # "Đảng ủy | xã", whose name is left out
        if head.level in _GATED and word == "cửa":  # "Hải quan cửa khẩu"
            return TOWN_WORDS.match(self.doc.keys, end), True
        return end, head.place is not None and head.level != "service"

    def _may_be_unknown(self, head: Head, at: int, word: str) -> bool:
        """Its place may be one that no list has; after "Tỉnh ủy" three capitals or a letter are rather a person."""
        if word in _ANNOUNCED or (word == "khu" and self.doc.keys[at + 1 : at + 2] == ["vực"]):
            return True
        if head.id == _CUSTOMS and self.doc.keys[at - 1] == "khẩu":
            return True  # "Hải quan cửa khẩu | sân bay X"
        if head.level not in _LOCAL or at >= len(self.doc.keys):
            return False
        # "Tỉnh ủy | Lê Văn Ba", "Tỉnh ủy | A Bưng"
        return head.place != "province" or (capitals(self.doc, at, 3) < 3 and len(self.doc.words[at]) > 1)

    def _bare_town(self, at: int) -> bool:
        keys = self.doc.keys
        if at >= len(keys) or at in self.heads or at in self.places:
            return False
        if keys[at] == "tp":  # "Phó Giám đốc Sở Tài chính | TP | Lê Văn A"
            name = read_name(self.doc, at + 1) if at + 1 < len(keys) and not self.doc.breaks[at + 1] else None
            return name is not None and name.great and len(name.parts) > 2
        return keys[at] in ("tỉnh", "huyện")

    def _fits(self, head: Head, place: PlaceMention | None, at_gate: bool) -> bool:
        """A body of a province wants a province or a city, or the gate that "cửa khẩu" announces."""
        if place is None or head.id == "customs" or head.level not in _PROVINCIAL:
            return True
        return place.kind in ("province", "district", "gate" if at_gate else "")

    def _goes_up(self, draft: Draft) -> bool:
        """ "Ủy ban Biên giới quốc gia Bộ Ngoại giao", "Đoàn Thanh niên Công an tỉnh X": nothing stands between."""
        outer = self.heads.get(draft.end)
        if outer is None or draft.place is not None:
            return False
        head = draft.head
        if outer.id == "ministry":
            return head.id != "ministry"
        if head.bare and head.level == "province":
            return True
        if (head.id or "").startswith(_INNER):
            return outer.level in _OUTER_LEVELS and not (outer.id or "").startswith(_INNER)
        return outer.id == "peoples-army" and head.id in ("general-staff", "army-politics")

    def _past_code(self, at: int) -> int:
        """ "Phòng Cảnh sát hình sự (PC45 | Công an tỉnh X)", "Cục An ninh Kinh tế (A84 - | Bộ Công an)"."""
        code = self.heads.get(at)
        if code is None or code.level not in ("division", "department") or not _is_code(self.doc, code):
            return at
        step = code.end + (self.doc.words[code.end : code.end + 1] != [] and self.doc.words[code.end] in DASHES)
        return step if step in self.heads else at

    def _with_parent(self, draft: Draft, depth: int) -> Draft:
        doc, at = self.doc, past_abbreviation(self.doc, draft.end)
        if depth > _DEEPEST or at >= len(doc.keys):
            return draft
        opened = False
        if doc.words[at] in _PARENT_JOINS and not doc.breaks[at]:
            opened = doc.words[at] == "("
            at += 2 if opened and at + 1 < len(doc.keys) and doc.keys[at + 1] == "thuộc" else 1
        head = self.heads.get(self._past_code(at) if opened else at)
        if head is None or doc.breaks[at]:
            return draft
        own = draft.head
        if not (above(head, own) or larger_unit(doc, head, own) or (at == draft.end and self._goes_up(draft))):
            return draft
        wanted = _OF_MINISTRY.get(draft.head.id or "")
        if wanted is not None and doc.keys[head.start + 1 : head.end] != wanted:
            return draft
        parent = self._body(head, depth + 1)
        end = parent.end
        if draft.head.bare and head.id in FORCES and parent.place is None and not parent.said and not opened:
            return self._with_parent(draft._replace(named=end, end=end), depth + 1)  # "Cục | Bộ đội Biên phòng"
        if opened:
            if end >= len(doc.keys) or doc.words[end] != ")":
                return draft
            end += 1
        place = draft.place or parent.place
        above_it = draft._replace(country=parent.country, said=parent.said, parent=parent, place=place, own=draft.named)
        return above_it._replace(named=end, end=end, wants=draft.wants and head.id != "ministry")
