"""Years that name an old thing and tell nothing of the event's: a law, a numbered paper, a model, a prize once won.

"Bộ luật Hình sự" of 2015 is cited for decades, "từng đoạt giải năm 2007" is a curriculum vitae, and the accounts that
a parliament settles ("quyết toán ngân sách năm 2015") are those of some year before.
"""

from __future__ import annotations

from borderwire.extract.calendar import YEAR_WORD
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import has_pair, keys, pairs
from borderwire.text import key

_CODES = keys("blhs bltths blds bltds bllđ")
_MODEL = keys("đời")  # "xe ô tô đời 2010"
_ONCE = keys("từng cựu")
_SETTLED = pairs("quyết toán")
_WON = pairs("hoa hậu, á hậu, á quân, quán quân, nam vương, giải thưởng")
_GIVEN = key("trao")  # "lễ trao giải thưởng năm 2018" is no prize once won
_NUMBER, _NUMBER_BACK = keys("số"), 7
_PAPERS = pairs("quyết định, nghị định, nghị quyết, thông tư, chỉ thị, công văn, công điện, văn bản")
# Years that name a law or a goal: "Bộ luật Hình sự 2015", "Chương trình nghị sự 2030".
_TARGETS = pairs("nghị sự, bền vững, tầm nhìn, chiến lược, nhiệm kỳ, khung đầu")
_LAW, _CONSTITUTION = keys("luật", "ước"), (key("hiến"), key("pháp"))
# "Diễn đàn Pháp luật Núi Xanh 2021", "Hội nghị Luật gia 2021": no laws
_BEFORE_NO_LAW, _BEHIND_NO_LAW = keys("pháp kỷ kỉ mong"), ([key("sư")], [key("gia")])
_LAW_WORDS, _LAW_BACK = frozenset(["Luật", "Pháp lệnh", "LUẬT"]), 20
_NO_NAME = keys("đã được sẽ từ khi là thông trong đến") | frozenset('.;:()"')
_AMENDED = pairs("sửa đổi, bổ sung")  # "Bộ luật Hình sự, sửa đổi năm 2017"
_FISCAL = pairs("tài chính, tài khóa")  # "năm tài chính 2018" begins and ends in the middle of a year
_CLAUSE = 14  # tokens before the year that may say that it is told as past
_HINTS = _ONCE | _NUMBER | keys("quyết hoa á quán nam giải")  # one of them stands in all that is told by the clause
_COUNTED_UP, _YEAR_DIGITS, _AND = 3, 4, key("và")
_LIVES = keys("ngụ trú quê ở thường sn")  # "Y Hen (2011, ngụ buôn Ky, ...)": a year of birth


def names_old_thing(doc: Doc, raw: RawDate, before: list[str]) -> bool:
    """before: the words of the phrase that ends with the year, as match keys."""
    if _names_law(before[-5:]) or _is_law(doc, raw) or tuple(before[-2:]) in _AMENDED or _TARGETS.among(before):
        return True
    near = before[-2:]
    if before[-3:-2] == [YEAR_WORD] and tuple(near) in _FISCAL:
        return True
    if not _CODES.isdisjoint(near) or not _MODEL.isdisjoint(near[-1:]) or _is_birth(doc, raw):
        return True
    clause = doc.before(raw.start, _CLAUSE)
    if _HINTS.isdisjoint(clause):
        return False  # as mostly
    if not _ONCE.isdisjoint(clause) or _SETTLED.among(clause) or (_WON.among(before) and _GIVEN not in clause):
        return True
    return not _NUMBER.isdisjoint(clause[-_NUMBER_BACK:]) and _PAPERS.among(clause)


def is_counted_up(doc: Doc, raw: RawDate) -> bool:
    """ "các năm 2003, 2007, 2011 và 2015": one of three years in a row; of two, the last may well be this one."""
    first, last = raw.start, raw.end
    years = 1
    while years < _COUNTED_UP and first > 1 and _joins(doc, first - 1) and is_bare_year(doc, first - 2):
        first, years = first - 2, years + 1
    while years < _COUNTED_UP and last + 1 < len(doc) and _joins(doc, last) and is_bare_year(doc, last + 1):
        last, years = last + 2, years + 1
    return years >= _COUNTED_UP


def _joins(doc: Doc, at: int) -> bool:
    return doc.words[at] == "," or doc.keys[at] == _AND


def is_bare_year(doc: Doc, at: int) -> bool:
    """A number of four digits."""
    return doc.shapes[at] == "d" and len(doc.words[at]) == _YEAR_DIGITS


def _names_law(near: list[str]) -> bool:
    """ "Luật Biên giới năm 2003", "Hiến pháp năm 2013"; not "biện pháp tuần tra năm 2021"."""
    if _LAW.isdisjoint(near):
        return has_pair(near, _CONSTITUTION)
    return any(
        word in _LAW and near[max(0, at - 1)] not in _BEFORE_NO_LAW and near[at + 1 : at + 2] not in _BEHIND_NO_LAW
        for at, word in enumerate(near)
    )


def _is_law(doc: Doc, raw: RawDate) -> bool:
    """ "Luật Nhập cảnh, xuất cảnh, cư trú của người nước ngoài tại Việt Nam năm 2014": a long name."""
    floor = max(doc.sentence_of(raw.start)[0], raw.start - _LAW_BACK)
    for at in range(raw.start - 1, floor - 1, -1):
        if doc.shapes[at] == "d" or doc.keys[at] in _NO_NAME:
            return False
        if doc.words[at] in _LAW_WORDS:
            return True
    return False


def _is_birth(doc: Doc, raw: RawDate) -> bool:
    """A bare year that opens a bracket after a name, where the person's home follows."""
    start, after = raw.start, raw.end + 1
    if not start or doc.words[start - 1] != "(" or after >= len(doc):
        return False
    return doc.words[raw.end] == "," and doc.keys[after] in _LIVES
