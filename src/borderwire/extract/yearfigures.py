"""Figures of a whole year: "kim ngạch năm 2016 đạt 3 tỷ USD" is mostly told in the year after it."""

from __future__ import annotations

from borderwire.extract.daterow import RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.words import keys, pairs
from borderwire.text import key

_COUNTED = pairs(
    "kim ngạch, doanh thu, doanh số, tăng trưởng, trưởng kinh, xuất khẩu, nhập khẩu, thương mại, sản lượng, vốn đầu",
    "giá trị, thu nhập, lợi nhuận, lượt khách, khách du, du khách, buôn bán, con số, tổng giá, tổng vốn",
)
_SHORT = keys("gdp fdi")
_REACHED = keys("đạt là gần hơn trên khoảng ở tăng giảm chiếm có lên")
_ESTIMATED = keys("ước dự sẽ phấn")
_HAD, _STILL_TO_DO, _COUNT_FORTH = keys("có đã đạt còn"), keys("sẽ phải cần"), 14
_AMOUNTS_TO, _TOLD_BACK, _MONEY = key("đạt"), 9, keys("usd đô")
_REPORTS, _REPORT_BACK = pairs("báo cáo"), 8
_PUBLISHED, _RANKED = pairs("công bố"), pairs("chỉ số, xếp hạng, bảng xếp, danh sách, kết quả")
_OPENS = 3  # tokens of a sentence before the year that opens it: "Trong năm 2016, ..."
_SET_AGAINST, _GROWN_FORTH = (key("so"), key("với")), 40
_NUMBER_REACH, _BACK, _FORTH = 4, 20, 24  # tokens between the year and the number; of the clause on either side
_AIM, _AIM_BACK = pairs("mục tiêu, phấn đấu, nâng kim, đưa kim, chỉ tiêu, kế hoạch, dự kiến"), 14
_IS, _TIMES = key("là"), keys("năm tháng tuần ngày")
_PLANNED = pairs("nhu cầu, quy hoạch, kế hoạch, thời gian, thời hạn, hoàn thành, dự kiến, chỉ tiêu, dự báo")


def counts_up_to(doc: Doc, raw: RawDate) -> bool:
    """ "đến hết năm 2016, hội đã có 700 hội viên": how far things had come; not "đến hết năm 2016 phải có ..."."""
    after = doc.keys[raw.end : min(doc.sentence_of(raw.start)[1], raw.end + _COUNT_FORTH)]
    ahead = not _STILL_TO_DO.isdisjoint(after) or _AIM.among(doc.before(raw.start, _AIM_BACK))
    return not ahead and (_amounts_to(doc, raw) or not _HAD.isdisjoint(after))


def _amounts_to(doc: Doc, raw: RawDate) -> bool:
    """ "diện tích quế đến hết năm 2018 là 4.100 ha"; no time that is given, no need and no plan."""
    first, last = doc.sentence_of(raw.start)
    after = doc.keys[raw.end : min(last, raw.end + _GROWN_FORTH)]
    if after[:1] != [_IS] or not after[1:2] or not after[1].isdecimal() or not _TIMES.isdisjoint(after[2:3]):
        return False
    told = doc.keys[max(first, raw.start - _GROWN_FORTH) : raw.start] + after
    return not _PLANNED.among(told) and _STILL_TO_DO.isdisjoint(told)


def is_goal(doc: Doc, raw: RawDate) -> bool:
    """ "mục tiêu 10 tỷ USD năm 2020", "phấn đấu đưa kim ngạch lên 10 tỷ USD vào năm 2020"."""
    first = max(doc.sentence_of(raw.start)[0], raw.start - _AIM_BACK)
    before = doc.keys[first : raw.start]
    return _AIM.among(before) and any(shape == "d" for shape in doc.shapes[first : raw.start])


def _ends_with_number(doc: Doc, raw: RawDate, before: list[str]) -> bool:
    """ "thương mại hai chiều đạt hơn 64 tỷ USD (trong) năm 2017"; not deeds counted in the year."""
    near = before[-_TOLD_BACK:]
    told = any(near[at] == _AMOUNTS_TO and any(word.isdecimal() for word in near[at + 1 :]) for at in range(len(near)))
    return told and (_COUNTED.among(before) or not _SHORT.isdisjoint(before) or not _MONEY.isdisjoint(near))


def is_reported(doc: Doc, raw: RawDate, kind: str) -> bool:
    """ "công bố chỉ số cải cách hành chính năm 2018", "báo cáo tài chính năm 2018": mostly told in the year after."""
    if kind == "document" and _REPORTS.among(doc.before(raw.start, _REPORT_BACK)):
        return True
    told = doc.before(raw.start, _BACK)
    return _PUBLISHED.among(told) and _RANKED.among(told)


def is_grown(doc: Doc, raw: RawDate) -> bool:
    """ "Năm 2016, kim ngạch đạt 3 tỷ USD, tăng 9% so với năm 2015": set against the year before it."""
    row = doc.keys
    before = str((raw.at.year or 0) - 1)
    last = min(doc.sentence_of(raw.start)[1], raw.end + _GROWN_FORTH)
    return any(
        (row[at], row[at + 1]) == _SET_AGAINST and before in doc.words[at + 2 : min(last, at + _NUMBER_REACH + 2)]
        for at in range(raw.end, last - 1)
    )


def is_figure(doc: Doc, raw: RawDate) -> bool:
    """ "kim ngạch năm 2016 đạt 3 tỷ USD", "Năm 2016, doanh thu của cảng là 40 tỷ đồng"."""
    begin, end = doc.sentence_of(raw.start)
    before = doc.before(raw.start, _BACK)
    after = doc.keys[raw.end : min(end, raw.end + _FORTH)]
    if not _ESTIMATED.isdisjoint(before[-_NUMBER_REACH:]):
        return False
    if _ends_with_number(doc, raw, before):
        return True
    if not _ESTIMATED.isdisjoint(after[:_NUMBER_REACH]):
        return False
    if _COUNTED.among(before) or not _SHORT.isdisjoint(before):
        near = range(raw.end, min(end, raw.end + _NUMBER_REACH))
        if not _REACHED.isdisjoint(after[:2]) and any(doc.shapes[at] == "d" for at in near):
            return True
    opens = raw.start - begin <= _OPENS or (
        doc.words[raw.start - 1] in ",;" and doc.words[raw.end : raw.end + 1] == [","]
    )
    if not opens or not (_COUNTED.among(after) or not _SHORT.isdisjoint(after)):
        return False
    return any(
        doc.keys[at] in _REACHED and any(shape == "d" for shape in doc.shapes[at + 1 : at + 3])
        for at in range(raw.end, min(end, raw.end + _FORTH))
    )
