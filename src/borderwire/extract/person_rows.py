"""Persons without a rank or a title of their own: in a list that has one for all, told by an office after a comma only,
or as somebody's counterpart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from borderwire.extract.cues import COUNTERPART_WORDS, positions
from borderwire.extract.fields import FIELDS
from borderwire.extract.hits import entry_at
from borderwire.extract.name_parts import Name
from borderwire.extract.names import APOSTROPHES, HYPHENS, read_name
from borderwire.extract.office_kinds import Office
from borderwire.extract.person_left import SEPARATORS
from borderwire.extract.person_marks import Marks, PersonMention, looks_foreign
from borderwire.extract.person_right import read_right
from borderwire.extract.phrases import DASHES, keys
from borderwire.extract.vocabulary import ACADEMIC
from borderwire.text import key

_PLURAL = keys("các hai ba những 2 3 bốn")
_SEVERAL = "các"
# Numbers of persons in a list, written out, and the words before a number in figures that counts them.
_NUMBERS = {
    key(word): number
    for number, word in enumerate(["hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"], 2)
}  # fmt: skip
_HAVING = keys("có gồm bầu với còn là nhiệm thêm cả tổng của và")
_LONGEST_NUMBER, _LONGEST_LIST = 3, 80
_CIVIL = keys("ông bà")
_LISTED = keys("chí gồm có dự")  # "các đồng chí: | Lê Văn A Bí thư Đảng ủy"; no "Ảnh: Lê Văn A"
_WHOLE = 3  # parts of a whole Vietnamese name
_MANY = keys("các hai ba bốn năm sáu")
# After these a person may be named whose name only an office tells.
_OPENERS = keys("có gồm do cùng với và là của theo giữa cho tới gặp mời tiếp")
_MARKS = frozenset([":", ";", "-", "+", "•", "–", ",", ")"])
# The longest name, in tokens, hyphens included.
_LONGEST_NAME = 16
_LONGEST_BRACKET = 20


def read_row(marks: Marks, first: PersonMention) -> None:
    """ "các Thiếu tướng A, B và C", "các đồng chí Phó Giám đốc: Đại tá A, Đại tá B", "hai Phó Bí thư là ông A, 51 tuổi
    và ông B": one rank or office for all."""
    most = _how_many(marks, first)
    if most == 0:
        return
    group = [first]
    mention = _next_in_row(marks, first, first)
    while mention is not None and len(group) < most:
        if mention.name.start not in marks.found:
            marks.found[mention.name.start] = mention
            read_right(marks, mention)
        mention.offices = _with_own(marks, first, mention)
        group.append(mention)
        mention = _next_in_row(marks, first, mention)
    if len(group) > 1 and _in_brackets(marks, first.offices[len(first.before) :]):
        first.offices = [office._replace(new=True) if office in first.before else office for office in first.offices]
    last = group[-1]
    told = [office for office in last.offices if office.start > last.name.start]
    alone = not any(mention.offices for mention in group[:-1])
    for mention in group:
        mention.body = mention.body or last.body
        if alone and told and mention.rank is not None:
            mention.offices = mention.offices or list(told)


def _of_several(marks: Marks, first: PersonMention) -> bool:
    """ "nguyên Tổng Bí thư A và B", "Phó Thủ tướng A và B": offices that several have, before two names and no more."""
    offices, at = first.before, first.end
    if first.rank is not None or len(offices) != 1 or len(first.offices) > 1 or not first.name.great:
        return False
    if not (offices[0].former or offices[0].id.startswith("pho-")) or marks.doc.keys[at : at + 1] != ["và"]:
        return False
    name = marks.name(at + 1)
    return name is not None and name.great and len(name.parts) > 2 and at + 1 not in marks.office_at


def _with_own(marks: Marks, first: PersonMention, mention: PersonMention) -> list[Office]:
    """ "hai phó bí thư được bầu là A (Trưởng ban X) và B (Phó chủ tịch Y)": what the list is of comes before what its
    persons hold besides, in brackets."""
    if not mention.offices:
        return first.before
    if not _in_brackets(marks, mention.offices):
        return mention.offices
    return [*(office._replace(new=True) for office in first.before), *mention.offices]


def _in_brackets(marks: Marks, offices: Sequence[Office]) -> bool:
    return bool(offices) and marks.doc.words[offices[0].start - 1] == "("


def _how_many(marks: Marks, first: PersonMention) -> int:
    """How many persons a list may name: 0 where the words before the first speak of one, many where none counts."""
    doc, start = marks.doc, first.start
    if start == 0:
        return 0
    before = doc.keys[start - 1]
    number = _NUMBERS.get(before)
    if number is None and doc.shapes[start - 1] == "d" and len(before) < _LONGEST_NUMBER:
        number = int(before) if before.isdecimal() else None
    if _of_several(marks, first):
        return 2
    if number is not None and (before in _PLURAL or (start > 1 and doc.keys[start - 2] in _HAVING)):
        return number
    return 0 if _PLURAL.isdisjoint(doc.keys[start - 1 : start + 1]) else _LONGEST_LIST


def _next_in_row(marks: Marks, first: PersonMention, last: PersonMention) -> PersonMention | None:
    """The person after a comma or "và"."""
    doc, at = marks.doc, _past_details(marks, last)
    if at + 1 >= len(doc.keys) or doc.breaks[at] or not (doc.words[at] in ",;" or doc.keys[at] == "và"):
        return None
    at = _before_next(marks, at, first)
    rank = marks.rank_at.get(at + 1)
    start = rank.end if rank is not None else at + 1
    known = marks.found.get(start)
    if known is not None and not known.before and any(office.new for office in first.before):
        return known  # "được bầu là A (Trưởng ban X) và | ông B", who was read before
    if known is not None or at + 1 in marks.office_at:
        return None
    name = marks.name(start)
    place = marks.places.get(start)
    if rank is None and place is not None and name is not None and place.end >= name.end:
        return None  # "A, B - Chỉ huy trưởng quân sự tỉnh X, | Y"
    if name is None or len(name.parts) < 2 or (rank is None and not name.vietnamese and first.name.vietnamese):
        return None
    shared = None if doc.keys[at] in _CIVIL else first.rank  # "các đồng chí Thiếu tướng A; | ông B"
    mention = PersonMention(name, at + 1, name.end, "one rank or office for several names", rank or shared)
    mention.honorific = first.honorific
    return mention


def _past_details(marks: Marks, last: PersonMention) -> int:
    """Past ", 51 tuổi", "(51 tuổi)" and the province in brackets after a name of a list."""
    doc, at = marks.doc, last.end
    if at + 3 >= len(doc.keys) or doc.breaks[at]:
        return at
    if doc.words[at] == "," and doc.shapes[at + 1] == "d" and doc.keys[at + 2] == "tuổi":
        return at + 3
    if doc.words[at] == "(":
        ahead = range(at + 1, min(at + _LONGEST_BRACKET, len(doc.keys)))
        close = next((end for end in ahead if doc.words[end] == ")"), at)
        return close + 1 if close > at and not any(doc.breaks[at : close + 1]) else at
    return at


def _before_next(marks: Marks, at: int, first: PersonMention) -> int:
    """The token before the next name of a list: past "và | các ông", ", bà", where the first had such a word too."""
    keys, step = marks.doc.keys, at
    if not first.honorific and not first.before:
        return at
    if keys[step] in ",;" and keys[step + 1 : step + 2] == ["và"]:
        step += 1
    hit = marks.doc.hit_at.get(step + 1)
    if hit is None and step + 1 < len(keys) and keys[step + 1] == _SEVERAL:
        hit = marks.doc.hit_at.get(step + 2)
    return hit.end - 1 if hit is not None and hit.kind == "honorific" and hit.end < len(keys) else at


def name_before(marks: Marks, office: Office) -> Name | None:
    """ "Lê Văn A, Phó Chủ tịch ...": a name that only the office after it tells."""
    doc, end = marks.doc, office.start - 1
    if end <= 0 or doc.breaks[office.start] or doc.words[end] == ":":
        return None
    if doc.words[end] not in SEPARATORS and doc.words[end] != "(":
        return _without_comma(marks, office)
    if doc.words[end - 1] == ")":
        end = next((at for at in range(end - 2, max(end - _LONGEST_BRACKET, 0), -1) if doc.words[at] == "("), end)
    name = _ending(marks, end)
    if name is None or name.start in marks.found or len(name.parts) < 2 or name.initials:
        return None
    return None if marks.leads_on(office) or not _opens(marks, name) else name


def _without_comma(marks: Marks, office: Office) -> Name | None:
    """ "...; Lê Văn A | Bí thư Đảng ủy": an item of a list in which the comma before the office was left out."""
    doc = marks.doc
    name = _ending(marks, office.start) if doc.shapes[office.start] == "U" and office.state is True else None
    if name is None or name.start in marks.found or not name.vietnamese or len(name.parts) < _WHOLE or name.initials:
        return None
    before = name.start - 1
    listed = before > 0 and (doc.words[before] == ";" or (doc.words[before] == ":" and doc.keys[before - 1] in _LISTED))
    return name if listed and _opens(marks, name) else None


def name_after(marks: Marks, office: Office) -> Name | None:
    """ "Bí thư Tỉnh ủy X, Lê Văn A, cho biết", "Bộ trưởng X - Lê Văn A cho biết": a name set off by a comma or dash."""
    doc, at = marks.doc, office.end + 1
    if at >= len(doc.keys) or office.state is not True or doc.breaks[at - 1]:
        return None
    dash = doc.words[at - 1] in DASHES and not doc.glued(at)
    if doc.words[at - 1] != "," and not dash:
        return None
    name = marks.name(at)
    if name is None or name.start in marks.found or len(name.parts) < 2 or name.initials or name.end >= len(doc.keys):
        return None
    short = len(name.parts) < 3 and (name.vietnamese or not name.lao)  # "- Bounthavy Sengsoulin" is a full name
    if dash and (doc.breaks[name.end] or short or at in marks.places):
        return None  # "... Phó Chủ tịch UBND tỉnh - Minh Hà": who wrote it
    if not (name.vietnamese or name.lao) or not marks.plausible(name, office.end) or doc.shapes[name.end] == "U":
        return None
    if not dash and len(name.parts) < _WHOLE and entry_at(doc, at, "district") is not None:
        return None  # "Bí thư Huyện ủy A, | B": two districts
    if not _MANY.isdisjoint(doc.keys[office.head : office.end]):
        return None  # "Chánh án TAND các huyện A, | B"
    listed = doc.words[name.end] == "," and marks.name(name.end + 1) is not None
    return None if listed or FIELDS.match(doc.keys, at) > at + 1 else name


def counterparts(marks: Marks) -> list[tuple[Name, Office]]:
    """ "người đồng cấp Lào NAME": names, each with the office of the person named before, of the other country."""
    doc = marks.doc
    row = [mention for _, mention in sorted(marks.found.items()) if mention.offices]
    found = []
    for at in positions(doc, COUNTERPART_WORDS):
        if at == 0 or doc.keys[at - 1] != "đồng":
            continue
        place = marks.places.get(at + 1)
        country = place if place is not None and place.kind == "country" else None
        start = country.end if country is not None else at + 1
        name, model = marks.name(start), _last(row, at)
        if name is None or model is None:
            continue
        head, field = model.title[:9].lower(), model.title[9:]
        office = model._replace(
            body=None, named=None, organization=f"Bộ {field}" if head == "bộ trưởng" and field else None, province=None,
            country=country.country if country is not None else None,
            foreign=country is not None and country.country is None,
        )  # fmt: skip
        found.append((name, office))
    return found


def _last(row: Sequence[PersonMention], token: int) -> Office | None:
    """The first office of the person named last before a token."""
    index = bisect_left(row, token, key=lambda mention: mention.name.start)
    return row[index - 1].offices[0] if index else None


def _ending(marks: Marks, end: int) -> Name | None:
    """The longest name that ends right before token `end`."""
    doc, start = marks.doc, end
    while start > 0 and end - start < _LONGEST_NAME and not doc.breaks[start] and _in_name(marks, start - 1):
        start -= 1
    for at in range(start, end):
        if doc.shapes[at] in "UA":  # `Marks.name` knows none at the head of a line
            name = read_name(doc, at) if doc.breaks[at] else marks.name(at)
            if name is not None and name.end == end:
                return name
    return None


def _in_name(marks: Marks, at: int) -> bool:
    """A capital, a hyphen, an apostrophe, or a syllable that a hyphen joins to the one before."""
    doc = marks.doc
    if doc.shapes[at] in "UA" or doc.words[at] in HYPHENS or (doc.words[at] in APOSTROPHES and doc.glued(at)):
        return True
    return doc.shapes[at] == "l" and at > 0 and doc.words[at - 1] in HYPHENS and doc.glued(at)


def _opens(marks: Marks, name: Name) -> bool:
    """What stands before the name lets a person begin there."""
    doc, before = marks.doc, name.start - 1
    place = marks.places.get(name.start)
    if (place is not None and place.end >= name.end) or marks.is_noun(name):
        return False
    if name.start == 0 or doc.breaks[name.start] or ACADEMIC.ends(doc.keys, name.start) < name.start:
        return True
    if name.vietnamese:
        return doc.shapes[before] not in "UAd"
    if not name.lao and not looks_foreign(name):
        return False
    return doc.words[before] in _MARKS or doc.keys[before] in _OPENERS
