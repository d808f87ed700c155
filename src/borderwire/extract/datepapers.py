"""Dates of papers: "ký ngày 9/8/2021", "Quyết định số 12 ngày 4/3/2014", "bị ra quyết định truy nã vào ngày ..."."""

from __future__ import annotations

from borderwire.extract.daterole import Role
from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.text import key

_SIGN = key("ký")
_DONE_TO = key("được")
_ISSUED = (key("ban"), key("hành"))
_NEWLY, _ABOUT = keys("mới vừa"), key("về")
_FOUNDED = key("lập")
_SIGNED_BEFORE = keys("ký kết ngày vào ban hành lại tháng năm duyệt")
MEETINGS = pairs("hội nghị, hội đàm, cuộc họp, phiên họp, kỳ họp, giao ban")  # that take minutes
_WHICH = keys("thường niên hằng hàng năm lần thứ")
_WANTED, _ORDER, _WARRANT_BACK, _WARRANT_AHEAD = key("nã"), pairs("quyết định, lệnh truy"), 6, 60  # tokens
_ISSUING, _OF_WARRANT = keys("ra phát"), keys("đặc biệt toàn quốc vào nguy hiểm")
_NUMBER_WORD = key("số")
_DATED, _SLIPS, _SLIP_BACK = key("đề"), keys("giấy đơn phiếu"), 10
_ISSUERS = keys("cp ttg qh btc bca bqp ubnd")  # that end the number of a paper: "Nghị định 08/2015/NĐ-CP ngày ..."
_MINUTES = frozenset(["minutes-talks", "minutes"])  # of a meeting that is held year by year
_LONGEST_NAME = 8  # tokens of the name of a kind of document
_PAPER_PAIRS = pairs(
    "quyết định, nghị định, nghị quyết, thông tư, chỉ thị, công điện, công văn, hiệp định, hiệp ước",
    "thỏa thuận, bản ghi, biên bản, kế hoạch, văn bản, tuyên bố, bản án, cáo trạng, tờ trình, báo cáo, kết luận",
)


def _is_warrant(before: list[str]) -> bool:
    """ "bị ra quyết định truy nã đặc biệt vào | ngày 21/10/1998": the day of a warrant, not of the arrest."""
    if _WANTED not in before[-_WARRANT_BACK:] or _ISSUING.isdisjoint(before):
        return False
    behind = before[len(before) - before[::-1].index(_WANTED) :]
    return _ORDER.among(before) and _OF_WARRANT.issuperset(behind)


def issues_warrant(doc: Doc, raw: RawDate) -> bool:
    """ "Ngày 18/11/2000, công an ra quyết định truy nã ...": the arrest may come years later."""
    row = doc.keys[raw.end : min(doc.sentence_of(raw.start)[1], raw.end + _WARRANT_AHEAD)]
    return any(
        row[at] in _ISSUING and (tuple(row[at + 1 : at + 3]) in _ORDER) and _WANTED in row[at + 2 : at + 6]
        for at in range(len(row) - 3)
    )


def _is_issued(near: list[str]) -> bool:
    """ "ban hành | ngày ...", "thành lập | ngày ..."."""
    return (near[-2], near[-1]) == _ISSUED or _FOUNDED in near[-2:]


def _is_on_paper(before: list[str]) -> bool:
    """ "giấy sang nhượng đất đề | ngày 2/5/2007"; no "chơi số đề ngày ..."."""
    return before[-1] == _DATED and not _SLIPS.isdisjoint(before[-_SLIP_BACK:])


def document_role(doc: Doc, raw: RawDate, before: list[str]) -> Role | None:
    """ "ký ngày 9/8/2021", "Quyết định số 12 ngày 4/3/2014", "thỏa thuận ngày 5/6/2015"."""
    near = before[-4:]
    if _SIGN in before and _opens_bracket(before, before.index(_SIGN)):
        return Role("document", "signed-on", "the day a document was signed")
    if _SIGN in near:
        if _DONE_TO in before[-6:] and raw.at.year is not None:
            return Role("event", "was-signed", "“đã được ký”: what the text reports may be this signing")
        after_sign = near[len(near) - near[::-1].index(_SIGN) :]
        if all(word in _SIGNED_BEFORE or word == "(" for word in after_sign):
            return Role("document", "signed-on", "the day a document was signed")
    elif len(near) >= 2 and (_is_issued(near) or _is_warrant(before) or _is_on_paper(before)):
        return Role("document", "signed-on", "the day a document was issued")
    if raw.form == "day" and raw.at.year is not None and _just_issued(before):
        return Role("event", "just-issued", "“mới ban hành”: what is reported is that a paper was issued")
    # "Thông tư 12 ngày 4/3/2014"; not "trong 2 ngày 15 - 16/7/2017"
    bare = raw.form == "day" and raw.until is None and before[-1:] and before[-1].isdecimal()
    numbered = _NUMBER_WORD in before[-10:] or bare
    if numbered and _PAPER_PAIRS.among(before):
        return Role("document", "paper-number", "the date of a numbered document")
    if raw.form == "day" and before and before[-1] in _ISSUERS:
        return Role("document", "paper-number", "the date of a numbered document")
    if len(before) >= 2 and (before[-2], before[-1]) in _PAPER_PAIRS and raw.form != "year":
        return Role("document", "paper-date", "the date of a document")
    paper = _paper_before(doc, raw.start) if raw.form == "day" and raw.at.year is not None else None
    if paper is None:
        return None
    return Role("document", "minutes-date" if paper in _MINUTES else "paper-date", "the date of a document")


def dates_numbered(before: list[str]) -> bool:
    """ "sẽ kiểm tra việc thực hiện Quyết định số 24 | ngày 5/6/2012": the paper's day, whatever will be done."""
    at = len(before) - 1 - before[::-1].index(_NUMBER_WORD) if _NUMBER_WORD in before[-10:] else 0
    return at > 1 and (before[at - 2], before[at - 1]) in _PAPER_PAIRS


def _paper_before(doc: Doc, end: int) -> str | None:
    """ "Biên bản hội đàm | ngày 26/8/2023": the id of the kind of document whose name ends here."""
    for at in range(max(0, end - _LONGEST_NAME), end):
        hit = doc.hit_at.get(at)
        if hit is not None and hit.end == end:
            entry = hit.of("document")
            return entry.id if entry is not None else None
        paper = hit.of("document") if hit is not None else None
        if hit is None or paper is None or paper.id not in _MINUTES or _SIGN in doc.keys[max(0, at - 2) : at]:
            continue
        if _names_meeting(doc.keys[hit.end : end]):
            return paper.id
    return None


def _names_meeting(row: list[str]) -> bool:
    """ "Biên bản | cuộc họp thường niên | ngày 15/12/2022", "Biên bản cuộc họp | lần thứ 5 | ngày ..."."""
    rest = row[2:] if tuple(row[:2]) in MEETINGS else row
    return len(row) > 0 and all(word in _WHICH or word.isdecimal() for word in rest)


def _just_issued(before: list[str]) -> bool:
    """ "Bộ Tài chính mới ban hành Thông tư số 7/2014/TT-BTC | ngày 9/3/2014": the first paper behind the verb."""
    for at in range(len(before) - 3):
        if before[at] in _NEWLY and (before[at + 1], before[at + 2]) == _ISSUED:
            return not {",", _ABOUT, ";"} & set(before[at + 3 :])
    return False


def _opens_bracket(before: list[str], at: int) -> bool:
    """ "Biên bản ghi nhớ (ký tại Pakse ngày 20/7/2015)"."""
    return at > 0 and before[at - 1] == "(" and ")" not in before[at:]
