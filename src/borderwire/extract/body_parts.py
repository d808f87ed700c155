"""The nouns that head the names of bodies, and which body may stand above which."""

from __future__ import annotations

from typing import NamedTuple

from borderwire.extract.body_fields import unit_noun
from borderwire.extract.doc import Doc
from borderwire.extract.fields import TOWN_WORDS
from borderwire.extract.phrases import keys, terms
from borderwire.model import Country
from borderwire.text import key

# Units that are named by their kind and their field; which one it is, the body above them tells.
UNITS = terms("division department team post unit office commission institute region centre school")
# What is no body of state or party.
PRIVATE_LEVELS = frozenset(["company", "club", "hospital", "press", "organisation"])
# Bodies of the whole country: its name is part of theirs.
NATIONAL = terms(
    """
    ministry department service government assembly party court procuracy commission association institute office school
    """
)
# "phòng chống ma túy" is a field, not a division.
_PREVENTION = frozenset(["chống", "cháy", "ngừa", "thủ", "không", "bệnh", "dịch"])
# Schools of the police, the army and the party; others are no bodies of state here.
_SERVICES = keys("cảnh an công biên quân bồi chính sĩ")
# Nouns in lower case that begin other words as well: "bộ", "trung tâm".
_AMBIGUOUS = keys("bộ hội tổ khoa viện trung")
# How high bodies stand; those not listed stand above all units.
_ORDER = {
    "team": 0, "post": 1, "unit": 1, "division": 1, "office": 2, "commission": 2, "institute": 2, "centre": 2,
    "school": 2, "department": 3, "region": 3,
}  # fmt: skip
_TOP = 4
_HIGH_COMMANDS = frozenset(["general-staff", "army-politics", "border-guard-high-command", "peoples-army"])
_STAFFS = frozenset(["general-staff", "army-politics"])
# General departments, which have departments below them.
_GENERAL = frozenset(["police-general-department", "customs-general"])


class Head(NamedTuple):
    """Tokens `[start, end)` head the name of a body. bare: the gazetteer does not know it, only its noun."""

    start: int
    end: int
    id: str | None
    level: str
    country: Country | None
    place: str | None
    bare: bool = False

    @property
    def unit(self) -> bool:
        """Named by its kind and its field; which one it is, the body above it tells."""
        return self.bare or self.level in UNITS


_head = tuple.__new__  # makes a `Head` in half the time


def unit_head(doc: Doc, at: int) -> Head | None:
    """A noun such as "Phòng" at token `at` that heads the name of a unit: its field must follow."""
    level, end = unit_noun(doc.keys, at)
    if level is None or end >= len(doc.keys) or any(doc.breaks[at + 1 : end + 1]):
        return None
    if level == "school" and not _SERVICES & set(doc.keys[end : end + 4]):
        return None
    return _head(Head, (at, end, None, level, None, None, True))


def stands_as_unit(doc: Doc, head: Head, field: int, after_office: bool) -> bool:
    """A field, up to token `field`, or a number follows the noun, and it is written as a name or announced by an
    office."""
    noun, after = doc.keys[head.start], head.end
    small = doc.shapes[head.start] == "l"
    if field == after:
        return head.level != "association" and after_office and _numbered(doc, after)
    if noun == "phòng" and doc.keys[after] in _PREVENTION and small:
        return False
    if after_office:
        return True
    return (doc.shapes[after] in "UA" and noun not in _AMBIGUOUS) if small else doc.shapes[head.start] == "U"


def _numbered(doc: Doc, at: int) -> bool:
    """A number, a name or a place: "Đồn | 517", "Đội | Quản lý ...", "Trạm | cửa khẩu"."""
    return doc.shapes[at] in "dU" or TOWN_WORDS.match(doc.keys, at) > at or doc.keys[at] == "các"


# How the ids of societies and groups for friendship between the two countries begin.
FRIENDS = "friendship"
# Units of the army by size: companies, battalions, regiments and brigades, divisions, corps.
_ARMY_UNIT = "army-unit"
_SIZES = {
    tuple(key(word) for word in unit.split()): size
    for size, units in enumerate(
        ("đại đội", "tiểu đoàn", "trung đoàn, lữ đoàn", "sư đoàn", "quân đoàn, binh đoàn"), start=1
    )
    for unit in units.split(", ")
}


def above(parent: Head, child: Head) -> bool:
    """The first may be the body that a unit belongs to."""
    if parent.level in PRIVATE_LEVELS or (parent.level == "school" and parent.id == "university"):
        return False
    if parent.id == "ministry" and child.id != "ministry":
        return True
    if parent.id in _HIGH_COMMANDS and child.id not in _HIGH_COMMANDS | {"ministry"}:
        return True
    if parent.id == "peoples-army" and child.id in _STAFFS:
        return True
    if child.level == "division" and parent.level in ("district", "commune"):
        return False
    if child.id in _GENERAL:  # "Tổng cục Hải quan, Cục Hải quan tỉnh A": the second is no body above the first
        return False
    general = parent.id in _GENERAL and child.id not in _GENERAL
    if child.level == "department" and (general or parent.level == "region"):
        return True
    if parent.id == "investigation-agency" and child.level == "office":
        return True
    return _ORDER.get(parent.level, _TOP) > _ORDER.get(child.level, 2)


def larger_unit(doc: Doc, parent: Head, child: Head) -> bool:
    """ "Đại đội 5, | Tiểu đoàn 2, | Trung đoàn 80": the first is a unit of the army that holds the second."""
    if parent.id != _ARMY_UNIT or child.id != _ARMY_UNIT:
        return False
    small, large = (_SIZES.get(tuple(doc.keys[head.start : head.start + 2]), 0) for head in (child, parent))
    return 0 < small < large


def side_in(doc: Doc, start: int, end: int, *, friends: bool = False) -> Country | None:
    """The country that a form tells at its end: "Quân đội nhân dân Lào"; None for one that tells both or neither.
    friends: a society for friendship, which is of the country that it names first: "Hội Hữu nghị Lào - Việt Nam"."""
    words = doc.keys[start:end]
    lao, ours = "lào" in words, "việt" in words
    if lao and ours and friends:
        return "LA" if words.index("lào") < words.index("việt") else "VN"
    if lao == ours:
        return None
    return "LA" if lao else "VN"
