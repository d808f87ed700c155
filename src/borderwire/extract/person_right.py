"""What follows a person's name: brackets, offices, a body, birth and home, the part played in a delegation."""

from __future__ import annotations

from borderwire.extract.body_parts import PRIVATE_LEVELS
from borderwire.extract.doc import Doc
from borderwire.extract.fields import VERBS
from borderwire.extract.hits import entry_at
from borderwire.extract.mentions import BodyMention
from borderwire.extract.office_kinds import Office
from borderwire.extract.person_brackets import UNIT_LINKS, brackets, civil, past_aside
from borderwire.extract.person_left import LEADERS, MOST_STEPS, SEPARATORS
from borderwire.extract.person_marks import Marks, PersonMention
from borderwire.extract.phrases import keys, listed, terms
from borderwire.extract.vocabulary import ACADEMIC, ACCUSED, COMMON
from borderwire.text import key

_FILLERS = keys(
    """
    lần lượt đều lâu nay kiêm đồng thời là hiện đang nguyên giữ chức vụ và cũng vừa làm tân khi đó lúc ấy từng thôi
    """
)
_LINKS = keys("lần đều lâu nay và kiêm là hiện đồng nguyên giữ làm tân khi lúc từng thôi")
_SEVERAL = "các"
_BORN, _GIVEN, _LONGEST_BIRTH = ("sinh", "quê"), ["giữ", "chức"], 34
_QUIT = "thôi"  # "thôi giữ chức | Bí thư Thành ủy"
_HOLDING = (["là"], ["giữ"])
_NOW = keys("nay hiện đang là")
_APPOINTED = keys(
    """
    được bầu bổ nhiệm sung giữ chức vụ làm tái cử điều động đến phân công nhận tác và chỉ định , tín tiếp tục luân
    chuyển mới cử đi sẽ trúng tuyển đắc vị trí đảm cương trách
    """
)
_APPOINTED_TO = keys("chức vụ làm trí vị")
# "bổ nhiệm | Thứ trưởng"; "làm nhiệm vụ | Phó Bí thư" tells of no appointment.
_ELECTED_AGAIN = [key("đắc"), key("cử")]  # "tái đắc cử | Bí thư Huyện ủy"
_NAMED, _TASK, _ASSIGNED = [key("bổ"), key("nhiệm")], [key("nhiệm"), key("vụ")], key("công")
# "trước đó | được bổ nhiệm ...".
_EARLIER = listed("trước đó, sau đó, mới đây, vừa")
# Who appoints, elects or names: "được | Thủ tướng | bổ nhiệm làm".
_BY = "được"
_APPOINTING = terms("party assembly ministry government province city district")
_APPOINTERS = frozenset(["thu-tuong", "chu-tich-nuoc", "bo-truong", "chu-tich", "chu-tich-quoc-hoi", "giam-doc"])
# What may lead on from a name to an office or a unit.
_OPENERS = _LINKS | _FILLERS | _APPOINTED | SEPARATORS | UNIT_LINKS.firsts | {"cùng"}
# Offices that "làm ..." makes a part played at the event.
_ROLES = frozenset(["doi-truong", "truong-doan", "truong-ban", "to-truong"])
_CHAIRS = frozenset(["chu-tich", "chu-nhiem"])
# A seat in a board or a committee, and the longest name of one, in tokens.
_SEVERAL_WORDS, _PLACE_TITLES = keys("hai ba bốn"), keys("tỉnh huyện thành")
_SEAT, _BOARD, _LONGEST_SEAT = "uy-vien", key("ban"), 14
_PREDICATES = (VERBS | keys("đã vừa dẫn phát trình báo họp gặp nói đến trao ký thay")) - {"và"}
# "lĩnh 14 năm | tù", and the longest such phrase, in tokens.
_YEARS_OR_MONTHS = keys("năm tháng")
_TERM = _YEARS_OR_MONTHS | keys("án mức một hai ba bốn tư sáu bảy tám chín mười lăm mươi mốt")
_GETTING, _PUNISHED, _JAIL, _LONGEST_TERM = keys("nhận lĩnh lãnh"), [key("bị"), key("phạt")], key("tù"), 9
_FOR = [["thay", "mặt"], ["đại", "diện"]]
_AND_ALL = listed("cùng, và, cùng toàn thể, và toàn thể, và tập thể")
_FORCES = ("police", "border", "military", "army", "security")
_DELEGATION = listed("đoàn, đoàn đại biểu, đoàn công tác, đoàn cán bộ")
_DONE_OR_MARK = keys("đã vừa cũng") | {","}
_LED = 6  # tokens of "làm trưởng đoàn"
# How many tokens a word of appointment and a body before "do" may be away.
_LONGEST_APPOINTMENT = 18
_BODY_BEFORE = 20


def read_right(marks: Marks, mention: PersonMention) -> None:
    """Takes what follows the name, from left to right."""
    doc = marks.doc
    at = _past_birth(marks, _past_age(marks, mention, brackets(marks, mention, mention.end)))
    at = past_aside(marks, at)
    size = len(doc.keys)
    for _ in range(MOST_STEPS):
        if at >= size or doc.breaks[at]:
            break
        opens = at in marks.office_at or doc.keys[at] in _OPENERS
        seat = at if opens else _past_seat(marks, mention, at)
        if not opens and seat == at:  # as mostly: the sentence goes on
            break
        at = seat
        appointed = _appointed(marks, at)
        step = _past_links(marks, at, appointed)
        if step >= size or doc.breaks[step]:
            break
        office = marks.free(step)
        if office is not None and (_of_other(marks, mention, office) or (step == at and _next(marks, mention, office))):
            office = None
        if office is None:
            title = ACADEMIC.match(doc.keys, step)
            if title > step > at:
                at = title
                continue
            party = _past_party(marks, at, step)
            if party == at:
                _unit(marks, mention, at, step)
                break
            at = party
            continue
        new = appointed > at or _becomes(marks, mention, office)
        plays = (office.kind in _ROLES and not _of_party(office)) or (office.bare and office.kind in _CHAIRS)
        as_role = doc.keys[office.start - 1] == "làm" and plays and not new
        former = office.former or _QUIT in doc.keys[at:step] or (_was(mention) and _NOW.isdisjoint(doc.keys[at:step]))
        if new or as_role or former:
            office = office._replace(new=new, role=office.role or as_role, former=former and not new)
        marks.take(mention, office)
        mention.end = office.end
        at = brackets(marks, mention, office.end)
    civil(marks, mention, mention.end)
    _lead(marks, mention, at)
    if mention.rank is not None and mention.body is None and not mention.offices:
        mention.body = _on_behalf(marks, at)
    at += at < size and doc.keys[at] in _DONE_OR_MARK  # "(56 tuổi, cựu Bí thư xã A) | đã | bị khởi tố"
    if at < size and (barred := _past_charge(doc, at)) > at:
        mention.barred = f"before “{doc.slice(at, barred)}”"


def _past_charge(doc: Doc, at: int) -> int:
    """Past "bị khởi tố", "bị phạt bốn năm tù", "lĩnh 14 tháng tù"; `at` when there is none."""
    word = doc.keys[at]
    end = ACCUSED.match(doc.keys, at) if word in ACCUSED.firsts else at
    if end > at or (word not in _GETTING and doc.keys[at : at + 2] != _PUNISHED):
        return end
    step = at + (1 if word in _GETTING else 2)
    last = min(step + _LONGEST_TERM, doc.sentence_of(at)[1])
    while step < last and (doc.keys[step] in _TERM or doc.shapes[step] == "d"):
        step += 1
    told = step < last and doc.keys[step] == _JAIL and doc.keys[step - 1] in _YEARS_OR_MONTHS
    return step + 1 if told else at


def _past_seat(marks: Marks, mention: PersonMention, at: int) -> int:
    """ "A, Ủy viên | ban thường trực Tỉnh ủy, Giám đốc", "Ủy viên Ban Chỉ đạo mở | chợ biên giới, Giám đốc": past
    what the seat is of, to the comma before the next office; `at` when there is none."""
    doc = marks.doc
    if not mention.offices or not mention.offices[-1].id.startswith(_SEAT) or mention.offices[-1].end != at:
        return at
    if mention.offices[-1].body is None and doc.keys[at : at + 1] != [_BOARD]:
        return at
    end, last = at, min(at + _LONGEST_SEAT, len(doc.keys) - 1)
    while end < last and not doc.breaks[end]:
        if doc.words[end] == ",":
            return end if end + 1 in marks.office_at and not doc.breaks[end + 1] else at
        body = marks.bodies.get(end)
        if body is None and (doc.shapes[end] != "l" or doc.keys[end] in _PREDICATES):
            return at
        end = body.end if body is not None else end + 1
    return at


def _next(marks: Marks, mention: PersonMention, office: Office) -> bool:
    """ "Đại biểu Quốc hội A | Bộ trưởng nêu rõ ...": a caption without a full stop, and the sentence after it."""
    doc, end = marks.doc, office.end
    if not mention.before or not office.bare or doc.shapes[office.start] == "l" or end >= len(doc.keys):
        return False
    return doc.shapes[end] == "l" and doc.keys[end] in COMMON


def _of_other(marks: Marks, mention: PersonMention, office: Office) -> bool:
    """The office belongs to somebody else."""
    return (
        _of_several(marks, mention, office)
        or marks.leads_on(office)
        or _of_next(marks, mention, office)
        or _of_other_side(marks, mention, office)
    )


def _of_several(marks: Marks, mention: PersonMention, office: Office) -> bool:
    """ "Phó Chủ tịch UBND tỉnh A, | Phó Tỉnh trưởng 3 tỉnh X, Y, Z": of several others."""
    doc, at = marks.doc, office.head
    if not mention.before or not office.bare or at + 1 >= len(doc.keys) or doc.breaks[at]:
        return False
    return (doc.shapes[at] == "d" or doc.keys[at] in _SEVERAL_WORDS) and doc.keys[at + 1] in _PLACE_TITLES


def _of_party(office: Office) -> bool:
    """ "làm | Phó Trưởng Ban Kinh tế Trung ương": no part played at an event."""
    name = office.body.name.lower() if office.body is not None else ""
    return ("trung ương" in name or " ủy" in name) and "chỉ đạo" not in name


def _becomes(marks: Marks, mention: PersonMention, office: Office) -> bool:
    """ "(quyết định cho) A, Chánh Văn phòng Thành ủy | làm | Bí thư Quận ủy"; not "do A, Phó Chủ tịch, làm ..."."""
    keys, start = marks.doc.keys, mention.start
    if keys[office.start - 1] != "làm" or not mention.offices or office.kind in _ROLES or office.bare:
        return False
    return start > 0 and keys[start - 1] != "do" and keys[office.start - 2] != ","


def _of_next(marks: Marks, mention: PersonMention, office: Office) -> bool:
    """ "Tư lệnh X, Thiếu tướng A, và Cục trưởng Cục Y, | Thiếu tướng B": where a comma parts the first office from its
    rank and name, it does so with the second."""
    words, before = marks.doc.words, mention.before
    if before and not before[-1].role and _opens_chain(marks, office):
        return True
    if not before or mention.rank is None or mention.rank.start != before[-1].end + 1 or words[before[-1].end] != ",":
        return False
    rank = marks.rank_at.get(office.end + 1)
    if rank is None or words[office.end] != "," or marks.doc.breaks[office.end + 1]:
        return False
    return marks.name(marks.past_titles(rank.end)) is not None


def _opens_chain(marks: Marks, office: Office) -> bool:
    """ "Bộ trưởng X A, | Thứ trưởng Y, Chủ nhiệm Z B": commas and offices, the last of which a name follows at once."""
    for _ in range(MOST_STEPS):
        if office.end + 1 >= len(marks.doc.keys) or marks.doc.words[office.end] != ",":
            return False
        after = marks.office_at.get(office.end + 1)
        if after is None or marks.leads_on(after):
            return after is not None
        office = after
    return False


def _of_other_side(marks: Marks, mention: PersonMention, office: Office) -> bool:
    """ "Thủ tướng Lào A, | Thủ tướng Campuchia B", "Bộ trưởng Bộ X A và | Bộ trưởng Bộ X Vương quốc Campuchia": of
    somebody else, whom the text may name in a way not known as a name."""
    before = mention.before
    if not before or any(other.foreign for other in before):
        return False
    if marks.doc.words[before[-1].end] == ":" and before[-1].id.startswith(_SEAT):
        return False  # "các Ủy viên Trung ương Đảng Lào: Thượng tướng A, | Thứ trưởng Bộ X": each the own office
    if office.country is not None and any(other.id == office.id and other.country is None for other in before):
        return True  # "Phó Tổng Thanh tra Chính phủ A và | Phó Tổng Thanh tra Chính phủ Lào"
    told = {other.country for other in before if other.country is not None}
    return office.foreign or (office.country is not None and bool(told) and office.country not in told)


def _past_age(marks: Marks, mention: PersonMention, at: int) -> int:
    """Past ", 36 tuổi" after the name of somebody with a rank."""
    doc = marks.doc
    if at >= len(doc.words) or doc.words[at] != ",":
        return at
    aged = doc.keys[at + 2 : at + 3] == ["tuổi"] and doc.shapes[at + 1] == "d"
    return at + 3 if aged and mention.rank is not None and not any(doc.breaks[at : at + 3]) else at


def _past_birth(marks: Marks, at: int) -> int:
    """Past ", sinh ngày 1/6/1960, quê quán ..." before "giữ chức" or an office after a comma."""
    doc = marks.doc
    if at + 1 >= len(doc.keys) or doc.words[at] != "," or doc.keys[at + 1] not in _BORN:
        return at
    for step in range(at + 2, min(at + _LONGEST_BIRTH, len(doc.keys))):
        if doc.breaks[step] or doc.sentence[step] != doc.sentence[at]:
            break
        if doc.keys[step : step + 2] == _GIVEN or (doc.words[step] == "," and marks.free(step + 1) is not None):
            return step
    return at


def _was(mention: PersonMention) -> bool:
    """The office read last after the name was held before: "nguyên Bí thư, Chủ tịch"."""
    return bool(mention.offices) and mention.offices[-1].former and mention.offices[-1].start >= mention.name.end


def _past_links(marks: Marks, at: int, appointed: int) -> int:
    """Past a comma or a dash, "kiêm", "hiện là", "được bổ nhiệm giữ chức": to where an office may stand.
    appointed: as `_appointed` gives it."""
    words, step = marks.doc.keys, appointed
    if words[step] in SEPARATORS or words[step] in _LINKS:
        step += 1
    last = min(len(words), at + 6)
    while step < last and words[step] in _FILLERS and step not in marks.office_at:
        step += 1
    if words[step : step + 1] == [_SEVERAL] and words[step - 1] in SEPARATORS and step + 1 in marks.office_at:
        step += 1  # "Đại tá A; Đại tá B - | các Phó Giám đốc"
    if step < len(words) and words[step] == "cùng" and words[step + 1 : step + 2] in _HOLDING:
        step = min(step + (3 if words[step + 2 : step + 3] == ["chức"] else 2), len(words) - 1)
    return step


def _appointed(marks: Marks, at: int) -> int:
    """Past "được bầu giữ chức", ", được bổ nhiệm làm": to the office newly given; `at` when there is none."""
    doc, size = marks.doc, len(marks.doc.keys)
    first = at + 1 if doc.words[at] == "," and at + 1 < size else at
    first = end = _EARLIER.match(doc.keys, first) if first > at else first
    if first >= size or doc.keys[first] not in _APPOINTED:
        return at
    last = min(size, first + _LONGEST_APPOINTMENT)
    while end < last and not doc.breaks[end]:
        step = _past_appointer(marks, end) if doc.keys[end - 1] == _BY else end
        if step > end:
            end = step
        elif doc.keys[end] in _APPOINTED and end not in marks.office_at:
            end += 1
        else:
            break
    if end - first < 2 or end not in marks.office_at:
        return at
    if doc.keys[end - 2 : end] == _TASK and doc.keys[end - 3] != _ASSIGNED:
        return at
    named = doc.keys[end - 2 : end] in (_NAMED, _ELECTED_AGAIN)
    return end if doc.keys[end - 1] in _APPOINTED_TO or named else at


def _past_appointer(marks: Marks, at: int) -> int:
    """ "được | Thủ tướng | bổ nhiệm làm", "được | Bộ Chính trị | điều động": past who appoints, at token `at` if so."""
    office, body = marks.free(at), marks.bodies.get(at)
    if office is not None and office.kind in _APPOINTERS:
        end = office.end
    elif body is not None and body.level in _APPOINTING:
        end = body.end
    else:
        return at
    return end if end < len(marks.doc.keys) and marks.doc.keys[end] in _APPOINTED else at


def _past_party(marks: Marks, at: int, step: int) -> int:
    """ "NAME, Thường vụ Tỉnh ủy, | Giám đốc": past a body of the party in the place of a membership; else `at`."""
    body = marks.bodies.get(step)
    if body is None or body.level != "party" or step == at:
        return at
    comma = body.end
    return comma if comma + 1 in marks.office_at and marks.doc.words[comma] == "," else at


def _unit(marks: Marks, mention: PersonMention, at: int, step: int) -> None:
    """ "Đại tá A, Công an tỉnh X": a body in the place of an office."""
    first = at + (marks.doc.words[at] == ",")
    of = UNIT_LINKS.match(marks.doc.keys, first)
    step = of if of > first else step
    body = marks.bodies.get(step)
    if body is None or step == at or mention.rank is None or mention.offices or mention.body is not None:
        return
    if of > first or "và" not in marks.doc.keys[at:step]:
        mention.body = body


def _lead(marks: Marks, mention: PersonMention, at: int) -> None:
    """ "do Đại tá A, Phó Giám đốc, làm trưởng đoàn" / "dẫn đầu"; "do" tells the body as well."""
    doc, start = marks.doc, mention.start
    after = doc.keys[at : at + 5]
    if "đầu" in after and "dẫn" in after:
        mention.heads = True
    if "đoàn" in after and "trưởng" in after and ("làm" in after or "," in after) and "phó" not in after:
        mention.heads = True
    for office in mention.offices:
        if office.role and office.kind == "truong-doan" and not office.id.startswith("pho-"):
            mention.heads = True
    if start == 0 or doc.keys[start - 1] != "do":
        return
    if _of_company(marks, start - 1):
        mention.offices = [office._replace(state=False) if office.bare else office for office in mention.offices]
    if mention.body is None:
        mention.body = _body_before(marks, start - 1) or (_body_led(marks, at) if mention.heads else None)


def _on_behalf(marks: Marks, at: int) -> BodyMention | None:
    """ "Đại tá A | thay mặt Ban Giám đốc Công an tỉnh X phát biểu": the body of the forces that one with a rank speaks
    for."""
    keys = marks.doc.keys
    step = at + (keys[at : at + 1] == [","] or keys[at : at + 1] == ["đã"])
    if keys[step : step + 2] not in _FOR:
        return None
    step += 2 + (keys[step + 2 : step + 3] == ["cho"])
    end = LEADERS.match(keys, step)
    joint = end + 1 if keys[end : end + 1] == [","] else _AND_ALL.match(keys, end)
    if joint > end and (more := LEADERS.match(keys, joint)) > joint:
        end = more  # "thay mặt Ban Giám đốc, cán bộ chiến sỹ | Công an tỉnh X"
    body = marks.bodies.get(end)
    if body is None or not (body.id or "").startswith(_FORCES) or any(marks.doc.breaks[at : body.start]):
        return None
    return body


def _body_led(marks: Marks, at: int) -> BodyMention | None:
    """ "Do Đại tá A, Đồn trưởng làm trưởng đoàn, | đoàn đại biểu Đồn Biên phòng X đã ...": the body after."""
    keys = marks.doc.keys
    for comma in range(at, min(at + _LED, len(keys))):
        if keys[comma] == ",":
            end = _DELEGATION.match(keys, comma + 1)
            return marks.bodies.get(end) if end > comma + 1 else None
    return None


def _body_before(marks: Marks, edge: int) -> BodyMention | None:
    """The body that ends at most three tokens before a token, brackets apart: "Đoàn Công an tỉnh X (Lào) | do"."""
    words = marks.doc.words
    if edge > 0 and words[edge - 1] == ")":
        edge = next((at for at in range(edge - 2, max(edge - 15, 0), -1) if words[at] == "("), edge)
    for back in range(edge - 1, max(edge - _BODY_BEFORE, -1), -1):
        body = marks.bodies.get(back)
        if body is not None and edge - 3 <= body.end <= edge:
            return body
    return None


def _of_company(marks: Marks, at: int) -> bool:
    """The last body named before a token in its sentence is none of state or party."""
    doc = marks.doc
    for back in range(at - 1, max(at - _BODY_BEFORE, -1), -1):
        if doc.sentence[back] != doc.sentence[at]:
            return False
        body = entry_at(doc, back, "body")
        if body is not None:
            return doc.gazetteer.bodies[body.id].level in PRIVATE_LEVELS
    return False
