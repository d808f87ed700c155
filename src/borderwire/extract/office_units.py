"""Units and councils that no vocabulary has, right after the office of who heads them."""

from __future__ import annotations

from collections.abc import Mapping

from borderwire.extract.body_parts import side_in
from borderwire.extract.body_place import read_country
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.names import read_name
from borderwire.extract.office_kinds import NOUNS, Office
from borderwire.extract.phrases import DASHES, listed
from borderwire.text import key

# Councils of the whole state, and what is none though its name ends like one.
_COUNCIL = [key("hội"), key("đồng")]
_OF_WHOLE_STATE = listed("trung ương, nhà nước, quốc gia, của quốc hội")
_OF_SCHOOLS = listed("trường, đại học, học viện, viện, công ty, tập đoàn, ngân hàng, bệnh viện, quản trị, thành viên")
_HEAD, _BEFORE_CODE, _PARTED = key("cục"), frozenset("(-–"), frozenset(";:.")
_NO_NAME = frozenset(map(key, ("với", "đơn", "gồm", "phối", "khác")))
_CODE_MEMO = "departments by their codes"
_CENTRAL, _RULING = ("Trung ương", "trung ương", "T.Ư"), ("party", "party-lao")
# The letters of departments of the Ministry of Public Security (Decree 01/2018/ND-CP and those after it).
_COMMANDER = "tu-lenh"
_CODES, _DEPARTMENT, _MINISTRY = frozenset("abchkvx"), "Cục", list(map(key, ("bộ", "công", "an")))
_NEWS_AGENCY, _GENERAL_DIRECTOR = "news-agency", "tong-giam-doc"
# The longest name of a unit of no known field, its noun included, in tokens.
_LONGEST = 12


def unknown_unit(doc: Doc, office: Office, at: int) -> Office | None:
    """ "Phó Vụ trưởng | Vụ Thể thao quần chúng | Lê Văn A": a unit of no known field, up to a name that is one."""
    noun = NOUNS.get(office.kind)
    if noun is None or at + 1 >= len(doc.keys) or doc.breaks[at + 1]:
        return None
    if doc.keys[at] != key(noun) or doc.shapes[at + 1] != "U":
        return None
    end = at + 2
    while end < min(len(doc.keys), at + _LONGEST) and doc.shapes[end] == "l" and not doc.breaks[end]:
        end += 1
    name = None if end >= len(doc.keys) or doc.breaks[end] else read_name(doc, end)
    if name is None or not name.great or len(name.parts) < 3:
        return None
    return office._replace(end=end, organization=doc.slice(at, end), named=(at, end), state=True)


def national_agency(doc: Doc, office: Office, at: int, places: Mapping[int, PlaceMention]) -> Office | None:
    """ "Tổng Giám đốc | Thông tấn xã Việt Nam": the head of the state's news agency, radio or television."""
    hit = doc.hit_at.get(at)
    entry = hit.of("body") if hit is not None and not doc.breaks[at] else None
    if hit is None or entry is None or entry.id != _NEWS_AGENCY or office.kind != _GENERAL_DIRECTOR:
        return None
    told = read_country(doc, hit.end, places)
    end = told.end if told is not None and told.inside else hit.end
    country = told.country if told is not None else side_in(doc, at, end)
    if country is None:
        return None  # "Thông tấn xã Trung Quốc"
    return office._replace(end=end, organization=doc.slice(at, end), named=(at, end), state=True, country=country)


def with_party(doc: Doc, office: Office) -> Office:
    """ "Chủ nhiệm Ủy ban Kiểm tra Trung ương | Đảng Nhân dân Cách mạng Lào": the party is part of the name."""
    hit = doc.hit_at.get(office.end) if (office.organization or "").endswith(_CENTRAL) else None
    entry = hit.of("body") if hit is not None and not doc.breaks[hit.start] else None
    if hit is None or entry is None or entry.id not in _RULING or office.named is None:
        return office
    name = f"{office.organization} {doc.slice(hit.start, hit.end)}"
    country = doc.gazetteer.bodies[entry.id].country
    return office._replace(end=hit.end, organization=name, named=(office.named[0], hit.end), country=country)


def coded_unit(doc: Doc, office: Office, at: int) -> Office | None:
    """ "Cục phó | V05", "Phó Cục trưởng | A05, Bộ Công an": a department of the police by its code."""
    coded = NOUNS.get(office.kind) == _DEPARTMENT or office.kind == _COMMANDER  # "Phó Tư lệnh | K01"
    if not coded or at + 1 >= len(doc.keys) or doc.keys[at] not in _CODES:
        return None
    coded = doc.shapes[at] in "UA" and doc.shapes[at + 1] == "d" and len(doc.words[at + 1]) == 2 and doc.glued(at + 1)
    if not coded or doc.breaks[at]:
        return None
    end = at + 2
    full = _told_in_full(doc, at)
    if full is not None:
        above = doc.keys[full[1] + 3 : full[1] + 7] == [",", *_MINISTRY]  # "... - C20, Bộ Công an"
        name = doc.slice(*full) + (f", {doc.slice(full[1] + 4, full[1] + 7)}" if above else "")
        return office._replace(end=end, organization=name, named=full, state=True, country="VN")
    hit = doc.hit_at.get(end + 1) if doc.words[end : end + 1] == [","] else None
    if hit is not None and hit.of("body") is not None and doc.keys[end + 1 : hit.end] == _MINISTRY:
        end = hit.end
    return office._replace(end=end, organization=doc.slice(at, end), named=(at, end), state=True, country="VN")


def _told_in_full(doc: Doc, code: int) -> tuple[int, int] | None:
    """Tokens of "Cục Trang bị và kho vận" of "Cục Trang bị và kho vận (H03)", of "Cục Cảnh sát đường thủy - C20": the
    department that the text names beside the code at a token."""
    known: dict[tuple[str, str], tuple[int, int]] | None = doc.memo.get(_CODE_MEMO)
    if known is None:
        known = doc.memo[_CODE_MEMO] = {}
        for at in doc.digits:
            if at > 2 and doc.keys[at - 1] in _CODES and doc.words[at - 2] in _BEFORE_CODE and doc.glued(at):
                first = _department_before(doc, at - 2)
                if first is not None:
                    known.setdefault((doc.keys[at - 1], doc.keys[at]), (first, at - 2))
    return known.get((doc.keys[code], doc.keys[code + 1]))


def _department_before(doc: Doc, sign: int) -> int | None:
    """Where "Cục ..." begins that ends before a bracket or a dash."""
    for first in range(sign - 2, max(sign - _LONGEST, doc.sentence_of(sign)[0]) - 1, -1):
        if doc.words[first] in _PARTED:
            return None
        hit = doc.hit_at.get(first)
        if doc.keys[first] in _NO_NAME or (hit is not None and hit.of("rank") is not None):
            return None
        if doc.keys[first] == _HEAD and doc.shapes[first] == "U":
            return first if hit is None or hit.of("office") is None else None  # "Cục trưởng A (X03)"
    return None


def state_council(doc: Doc, office: Office, at: int) -> Office | None:
    """ "Chủ tịch | Hội đồng Lý luận Trung ương": a council of the whole state by the last word of its name."""
    if doc.keys[at : at + 2] != _COUNCIL or doc.shapes[at] != "U":
        return None
    for end in range(at + 3, min(at + _LONGEST, len(doc.keys) - 1)):
        word = doc.words[end]
        if doc.breaks[end] or not (word[0].isalpha() or word in DASHES) or _OF_SCHOOLS.match(doc.keys, end) > end:
            return None
        after = _OF_WHOLE_STATE.match(doc.keys, end)
        if after > end:
            closed = after >= len(doc.keys) or doc.breaks[after] or doc.shapes[after] != "U"
            name = None if closed else read_name(doc, after)
            if not closed and (name is None or not name.great):
                return None
            return office._replace(end=after, organization=doc.slice(at, after), named=(at, after), state=True)
    return None
