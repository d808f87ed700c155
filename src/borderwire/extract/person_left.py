"""What stands before a person's name: offices, honorific, rank, academic titles, in any order that the press uses."""

from __future__ import annotations

from borderwire.extract.doc import Doc
from borderwire.extract.hits import entry_at
from borderwire.extract.mentions import BodyMention
from borderwire.extract.office_kinds import Office
from borderwire.extract.person_marks import Marks, PersonMention
from borderwire.extract.phrases import DASHES, keys, listed
from borderwire.extract.vocabulary import ACADEMIC, SUSPECTS
from borderwire.extract.words import pairs
from borderwire.text import key

SEPARATORS = frozenset([",", ":"]) | DASHES
_JOINTS, _ELECTED = keys("là kiêm"), key("bầu")
# The most offices, ranks and titles on one side of a name.
MOST_STEPS = 24
# Offices that do not share a name with the one after the comma: "thừa ủy quyền của Thủ tướng, Bộ trưởng NAME".
_ALONE = frozenset(["thu-tuong", "chu-tich-quoc-hoi"])
_ON_BEHALF = listed("theo quyết định, thực hiện quyết định, ủy quyền, thay mặt, thừa lệnh, ủy nhiệm, thay lời")
_POSITIONS, _GIVING, _TIMES, _WHILE = keys("vị vụ chức"), key("giữ"), keys("gian giai khi"), 9
_KIN = keys("em cháu")
_AND_ALSO = [key("đồng"), key("thời"), key("là")]
_SPOUSE, _WOMAN = [key("phu"), key("nhân")], key("thị")
_OF_OFFICE = keys("chức vụ danh")
_OF_TERM, _LONGEST_TERM = keys("nhiệm kỳ khóa") | DASHES | {",", "/"}, 9
_TAKEN_OR_GIVEN = keys("bổ bãi miễn")  # "bổ | nhiệm", "bãi nhiệm", "miễn nhiệm"
# "bổ nhiệm | Cục trưởng cho ông NAME", "trao quyết định giữ chức | ...".
_GIVEN = keys("nhiệm vụ chức danh")
_INTRODUCING = keys("là gồm")
_BELONGING = keys("thuộc của")
# "Đại diện | Công an tỉnh X, Đại tá A", "Thay mặt | Ban Giám đốc Công an tỉnh X, Đại tá A".
_STANDS_FOR = (keys("đại diện"), keys("thay mặt"))
_STANDING = keys("diện mặt cho và ,")
LEADERS = listed(
    """
    ban giám đốc, ban lãnh đạo, lãnh đạo, đảng ủy, đảng ủy và ban giám đốc, ban chỉ huy, tập thể lãnh đạo
    cán bộ chiến sĩ, cán bộ chiến sỹ, ban giám đốc và cán bộ chiến sĩ, lãnh đạo và cán bộ chiến sĩ
    chỉ huy, anh em, chiến sĩ, chiến sỹ
    """
)
_ENDS_OF_TITLES = ACADEMIC.lasts | frozenset(",.")
_LONGEST_BRACKET = 8
_IS = keys("là làm")
# "khởi tố bị can về tội A đối với | ông NAME"
_AGAINST, _CHARGED = [key("đối"), key("với")], pairs("khởi tố, bị can, truy tố, tạm giam, khám xét")
_FEELINGS = keys("buồn ơn trách")
_LATE, _BORN_OR_DIED = key("cố"), pairs("ngày sinh, ngày mất, năm sinh")
_STAFF, _SOLDIERS = [key("cán"), key("bộ")], key("chiến")
_LONGEST_STATE = 9  # tokens of "nước Cộng hòa Dân chủ Nhân dân Lào"
_LONGEST_LIST = 60
# Syllables of a name in full, without a middle name; the signs that an item of a list begins behind.
_WHOLE, _OPENS_ITEM = 3, frozenset(";:,")
# How far before "đối với ông NAME" the office may stand, in tokens.
_CONCERNED = 25


def read_left(marks: Marks, mention: PersonMention) -> None:
    """Takes what stands before the name, from right to left."""
    doc, edge = marks.doc, mention.start
    offices: list[Office] = []
    for _ in range(MOST_STEPS):
        if edge == 0 or (doc.breaks[edge] and edge not in marks.honorific_end):
            break
        edge = _past_country(marks, edge) if mention.rank is None and edge - 1 in marks.rank_end else edge
        if doc.keys[edge - 1] in _ENDS_OF_TITLES and (after_title := _past_title(marks, edge)) < edge:
            edge = after_title
            continue
        step = edge
        if doc.words[step - 1] in SEPARATORS or doc.keys[step - 1] in _JOINTS:
            step = _past_joint(marks, step - 1)
            if step == mention.name.start - 1 and not offices and not _opens_list(marks, step):
                break
        if step == edge and step in marks.honorific_end:
            mention.honorific, edge = True, _past_state(marks, marks.honorific_end[step])
            continue
        if step in marks.rank_end and mention.rank is None and (step == edge or doc.words[step] in ",:"):
            mention.rank = marks.rank_end[step]
            edge = mention.rank.start
            continue
        office = marks.office_end.get(step)
        if office is None or office.start in marks.used or (step < edge and not _reaches(mention, offices, office)):
            break
        set_off = step < edge
        others = set_off and (_for_others(marks, office) or _of_name_before(marks, mention, office))
        if others or _of_spouse(marks, mention, office.start, set_off):
            break
        elected = edge > 1 and step < edge and doc.keys[edge - 2] == _ELECTED
        offices.append(office._replace(new=True) if elected else office)
        marks.used.add(office.start)
        edge = office.start
    mention.offices = offices[::-1]
    mention.start = edge
    _judge(marks, mention)
    if edge > 1 and not offices:
        _by_verb(marks, mention)
    if edge > 2 and mention.rank is not None and not offices:
        mention.body = _stood_for(marks, edge)


def _for_others(marks: Marks, office: Office) -> bool:
    """The office is of somebody else, or "cán bộ, chiến sĩ Trạm A, | ông NAME" of all who serve there."""
    doc, start = marks.doc, office.start
    soldiers = start > 2 and doc.words[start - 1] == "," and doc.keys[start] == _SOLDIERS
    crowd = soldiers and doc.keys[start - 3 : start - 1] == _STAFF
    return crowd or _for_another(marks, start)


def _of_name_before(marks: Marks, mention: PersonMention, office: Office) -> bool:
    """Both names of a row have an office behind them: this one is of the first."""
    return (
        _held_before(marks, mention, office)
        or _behind_dash(marks, mention, office)
        or _behind_comma(marks, mention, office)
    )


def _held_before(marks: Marks, mention: PersonMention, office: Office) -> bool:
    """ "Phó Thủ tướng A là | Chủ tịch, Bộ trưởng B | là Phó Chủ tịch": who stands before "là" holds it."""
    verb = office.start - 1
    if verb < 1 or marks.doc.keys[verb] not in _IS:
        return False
    before = (one for one in reversed(marks.found.values()) if one is not mention)
    last = next(before, None)
    return last is not None and last.name.end == verb


def _behind_comma(marks: Marks, mention: PersonMention, office: Office) -> bool:
    """ "...; Thạch A B, | Phó Giám đốc sở X, anh Trần C D, | Phó Bí thư ...": after a name that opens an item."""
    doc, comma, after = marks.doc, office.start - 1, mention.name.end
    if comma < _WHOLE or not mention.honorific or doc.words[comma] != "," or after + 1 not in marks.office_at:
        return False
    if doc.words[after] != ",":
        return False
    for start in (comma - _WHOLE, comma - _WHOLE - 1):
        opens = start > 0 and (doc.words[start - 1] in _OPENS_ITEM or doc.breaks[start])
        name = marks.name(start) if opens else None
        if name is not None and name.end == comma and name.vietnamese:
            return True
    return False


def _behind_dash(marks: Marks, mention: PersonMention, office: Office) -> bool:
    """ "TS. A | - Phó Viện trưởng, ông B | - Giám đốc": in a row of dashes the office is of the name before it."""
    doc, dash, after = marks.doc, office.start - 1, mention.name.end
    if dash < 1 or after >= len(doc.keys) or doc.words[dash] not in DASHES or doc.words[after] not in DASHES:
        return False
    return doc.shapes[dash - 1] in "UA" and not doc.glued(dash) and after + 1 in marks.office_at


def _while_held(doc: Doc, edge: int) -> bool:
    """ "trong thời gian giữ các cương vị | Giám đốc Sở X, bà A": offices of the time that is told."""
    if edge == 0 or doc.keys[edge - 1] not in _POSITIONS:
        return False
    told = doc.keys[max(edge - _WHILE, 0) : edge]
    return _GIVING in told[-4:] and not _TIMES.isdisjoint(told)


def _past_joint(marks: Marks, mark: int) -> int:
    """ "Các Phó Giám đốc Công an tỉnh X | gồm: Đại tá A, Thượng tá B", "hai phó bí thư | được bầu là A": before "gồm"
    and "bầu" where an office ends there."""
    doc = marks.doc
    if doc.keys[mark - 2 : mark + 1] == _AND_ALSO:
        return mark - 3 if mark > 2 and doc.words[mark - 3] == "," else mark - 2
    if doc.keys[mark] == "kiêm" and doc.words[mark - 1] == ",":
        return mark - 1  # "Giám đốc Bệnh viện X, | kiêm trưởng Đoàn công tác A"
    if doc.keys[mark] == "là" and doc.keys[mark - 1] == _ELECTED:
        step = mark - 2 if doc.keys[mark - 2] == "được" else mark - 1
        return step if step in marks.office_end else mark
    return mark - 1 if doc.words[mark] == ":" and doc.keys[mark - 1] == "gồm" and mark - 1 in marks.office_end else mark


def _stood_for(marks: Marks, edge: int) -> BodyMention | None:
    """ "Đại diện BLO Nậm Cắn, | Thiếu tá A", "Thay mặt Ban Giám đốc Công an X, | ...": the body that somebody with a
    rank stands for, before a comma."""
    doc, at = marks.doc, edge - 1
    if doc.words[at] == ":" and at in marks.body_end and not doc.breaks[edge]:
        return marks.body_end[at]  # "cho 3 cá nhân Công an tỉnh X: Đại tá A"
    if doc.words[at] != "," or doc.breaks[edge]:
        return None
    if doc.words[at - 1] == ")":
        at = next((step for step in range(at - 2, max(at - _LONGEST_BRACKET, 1), -1) if doc.words[step] == "("), at)
    body = marks.body_end.get(at) or marks.body_end.get(edge - 1)
    if body is not None and body.start and doc.words[body.start - 1] == ";" and not doc.breaks[body.start]:
        return body  # "Chủ tịch xã A; | công an xã, | đại úy B"
    if body is None or doc.keys[LEADERS.ends(doc.keys, body.start) - 1] not in _STANDING:
        return None
    begin = max(doc.sentence_of(body.start)[0], body.start - _LONGEST_LIST)
    told = doc.keys[begin : body.start]
    return body if any(words.issubset(told) for words in _STANDS_FOR) else None


def introduced(marks: Marks, edge: int) -> BodyMention | None:
    """ "3 quân nhân thuộc Đồn X là | trung úy A", "tổ công tác của Đồn X gồm | thiếu tá A": the body that persons with
    a rank are said to be of, before their names."""
    doc, at = marks.doc, edge - 1
    if at > 0 and doc.words[at] == ":":
        at -= 1
    body = marks.body_end.get(at)
    if body is None or body.start == 0 or doc.breaks[edge] or doc.keys[at] not in _INTRODUCING:
        return None
    return body if doc.keys[body.start - 1] in _BELONGING else None


def _opens_list(marks: Marks, mark: int) -> bool:
    """ "các đại tá: NAME", "Phó Giám đốc, NAME"."""
    return mark in marks.office_end or (marks.doc.words[mark] == ":" and mark in marks.rank_end)


def _past_country(marks: Marks, edge: int) -> int:
    """ "Thiếu úy Lào Bun Hương": the side between a rank that ends a token earlier and the name."""
    return edge - 1 if entry_at(marks.doc, edge - 1, "country") is not None else edge


def _past_state(marks: Marks, edge: int) -> int:
    """ "Tỉnh trưởng Luông Nậm Thà, nước CHDCND Lào | ông NAME", "... (Lào) | ông NAME": before the state of the
    office, set off by a comma or in brackets; the token itself where none is."""
    doc = marks.doc
    bracket = edge > 0 and doc.words[edge - 1] == ")"
    end = edge - 1 if bracket else edge
    for start in range(end - 1, max(end - _LONGEST_STATE, 1) - 1, -1):
        hit = doc.hit_at.get(start)
        if hit is not None and hit.end == end and hit.of("country") is not None:
            return start - 1 if doc.words[start - 1] == ("(" if bracket else ",") else edge
    return edge


def _past_title(marks: Marks, edge: int) -> int:
    """Before "GS.", "TS," that ends at a token; the token itself where no academic title does."""
    words = marks.doc.keys
    start = ACADEMIC.ends(words, edge)
    if start < edge or words[edge - 1] not in ",.":
        return start
    return edge - 1 if ACADEMIC.ends(words, edge - 1) < edge - 1 else edge


def _reaches(mention: PersonMention, offices: list[Office], office: Office) -> bool:
    """An office before a comma or a dash still belongs to the name: another office, a rank or a title follows, or the
    name begins with a family name."""
    if offices:
        return office.id not in _ALONE
    return mention.rank is not None or mention.honorific or mention.name.vietnamese


def _for_another(marks: Marks, at: int) -> bool:
    """ "thừa ủy quyền của | Bộ trưởng, Đại tá A": the office of somebody else."""
    words = marks.doc.keys
    end = at - 1 if at and words[at - 1] == "của" else at
    return _ON_BEHALF.ends(words, end) < end


def _of_spouse(marks: Marks, mention: PersonMention, at: int, apart: bool) -> bool:
    """ "phu nhân | Chủ tịch nước, bà A", "phu nhân Thủ tướng Lê Thị B": the office is her husband's."""
    if marks.doc.keys[max(at - 2, 0) : at] != _SPOUSE:
        return False
    return apart or mention.honorific or any(key(part) == _WOMAN for part in mention.name.parts[1:-1])


def _judge(marks: Marks, mention: PersonMention) -> None:
    """Bars those who are called suspects, victims, or by another trade; what was held at another time is so marked."""
    doc, start = marks.doc, mention.start
    if mention.offices and _while_held(doc, start):
        mention.offices = [office._replace(former=True) for office in mention.offices]
    bad = SUSPECTS.ends(doc.keys, start)
    kin = mention.honorific and start - bad == 1 and doc.keys[bad] in _KIN  # "cháu | ông Lê Văn A"
    if bad < start and not doc.breaks[start] and not kin:
        mention.barred = f"after “{doc.slice(bad, start)}”"
    elif mention.name.initials and mention.rank is None and not mention.honorific:
        mention.barred = "initials of a photographer"
    elif mention.offices and doc.keys[start] == _LATE and _BORN_OR_DIED.among(doc.keys[max(start - 3, 0) : start]):
        mention.barred = "of the past"  # "100 năm Ngày sinh | cố Thủ tướng A"
    elif doc.keys[start - 2 : start] == _AGAINST and _is_charged(doc, start):
        mention.barred = "charged"


def _is_charged(doc: Doc, at: int) -> bool:
    """ "khởi tố bị can về tội A đối với | ông NAME", in one sentence; no thanks and no condolences to him."""
    before = doc.keys[max(doc.sentence_of(at)[0], at - _CONCERNED) : at]
    return _CHARGED.among(before) and _FEELINGS.isdisjoint(before)


def _by_verb(marks: Marks, mention: PersonMention) -> None:
    """ "miễn nhiệm chức vụ OFFICE ... đối với ông NAME"; "bổ nhiệm OFFICE cho ông NAME"; "A giữ chức OFFICE thay B": B
    held it before."""
    doc, start = marks.doc, mention.start
    if doc.keys[start - 1] == "thay":
        office = marks.office_end.get(_before_term(doc, start - 1))
        if office is not None and office.start in marks.used:
            mention.offices.append(office)
        return
    if doc.keys[start - 1] == "cho":
        office = marks.office_end.get(start - 1)
        if office is not None and office.start not in marks.used and doc.keys[office.start - 1] in _GIVEN:
            marks.take(mention, office._replace(new=True))
        return
    if doc.keys[start - 1] != "với" or doc.keys[start - 2] != "đối":
        return
    for at in range(start - 3, max(start - _CONCERNED, 0), -1):
        office = marks.free(at)
        if office is not None:
            if doc.sentence[at] == doc.sentence[start] and _given(doc, at):
                marks.take(mention, office)
            return


def _before_term(doc: Doc, at: int) -> int:
    """ "Bí thư Tỉnh ủy X | nhiệm kỳ 2020 - 2025, | thay": the token where the office before "thay" ends."""
    last = max(at - _LONGEST_TERM, 1)
    while at > last and not doc.breaks[at] and (doc.keys[at - 1] in _OF_TERM or doc.shapes[at - 1] == "d"):
        at -= 1
    return at


def _given(doc: Doc, at: int) -> bool:
    """ "chức vụ | OFFICE", "bổ nhiệm | OFFICE"."""
    return doc.keys[at - 1] in _OF_OFFICE or (
        at > 1 and doc.keys[at - 1] == "nhiệm" and doc.keys[at - 2] in _TAKEN_OR_GIVEN
    )
