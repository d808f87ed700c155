"""What stands right before a document or right behind it and says that there is one, or that it is the news itself."""

from __future__ import annotations

from bisect import bisect_left
from operator import itemgetter

from borderwire.extract import agreement_words as words
from borderwire.extract.agreement_lists import was_just
from borderwire.extract.agreement_mark import NO_MARK, OTHER_DAY, TREATIES, Mark
from borderwire.extract.agreement_tense import LEAD, WHOLE_YEAR, Tense
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.ordinals import find_ordinals
from borderwire.extract.phrases import listed
from borderwire.extract.place_titles import keys_of
from borderwire.extract.words import pairs
from borderwire.extract.yearseries import event_ordinal, of_one_row
from borderwire.text import key

_CARRIED = 4  # tokens of "thực hiện có hiệu quả"
_CLAUSE = 16
_OCCASION = 24  # tokens of a visit and its date
_PASSIVE = 6  # tokens of "tiếp tục được"; of those who do it
_BEING, _HOW = key("đang"), keys_of("từng tốt nghiêm hiệu")
_VISIT, _CLOSES = key("thăm"), frozenset(",.;")
SUCH_AS, MANY_SIGNED = key("như"), "one of many signed"
_SIGNERS, _AT = keys_of("đã được do mà hai ba các bên cùng tỉnh nước"), key("tại")
# What came of a signing, and a part in one; "đã diễn ra", "đã mở ra" are said of the news, too.
_EFFECTS, _PART_IN, _PART_BACK = listed("thúc đẩy, kích thích, thu hút"), pairs("đóng góp, vai trò, nỗ lực"), 12
_MEETINGS = listed("hội đàm, cuộc hội đàm, cuộc họp, hội nghị, kỳ họp, phiên họp, cuộc gặp, buổi hội đàm")
_AFTER = keys_of("qua sau")
_TOWNS = listed("tỉnh, thành phố, thị xã, huyện, thủ đô, tp")
_OPENING_SENTENCES, _start = 2, itemgetter(0)
_OPENING = frozenset('“"«')


def refers_near(doc: Doc, title: Title, at: int) -> bool:
    """ "đã có | hiệp định về A", "nêu tại | “Tuyên bố chung B”": the words at a token, right before the title."""
    keys = doc.keys
    end = title.start - (doc.words[title.start - 1] in _OPENING)
    if words.REFER_NEAR.match(keys, at) == end:
        several = keys[at : at + 2] == words.EXISTS and at > 1 and keys[at - 2] in words.PLURAL
        return not several  # "công dân các nước | đã có hiệp định A": of any such
    return title.type in TREATIES and words.REFER_TREATY.match(keys, at) == end


def is_carried_out(doc: Doc, title: Title) -> bool:
    """ "mong thỏa thuận A | tiếp tục được hai bên thực hiện": behind the title; what will be carried out may be new."""
    keys, end = doc.keys, title.end
    last = min(doc.sentence_of(title.start)[1], end + _PASSIVE)
    by = next((at for at in range(end, last) if keys[at] == words.BY), None)
    if by is None or {words.WILL, ",", ";", words.AND} & set(keys[end:by]):
        return False
    found = words.CARRIED.among(keys, by, min(last + _PASSIVE, doc.sentence_of(title.start)[1]))
    return bool(found) and found[0] - by < _PASSIVE and not {",", ";"} & set(keys[by : found[0]])


def told_by_signing(doc: Doc, title: Title) -> bool:
    """ "Bản ghi nhớ | được ký kết giữa A và B", "... | được hai bên ký tại cuộc họp thường niên", "biên bản | đã ký kết
    ngày 4/8/2017", "biên bản | đã ký tại thị xã A về B": who signed it, where or when says which one it is."""
    keys, at = doc.keys, title.end
    row = keys[at : min(at + _PASSIVE - 1, doc.sentence_of(title.start)[1])]
    if words.SIGN not in row:
        return False
    sign = at + row.index(words.SIGN)
    if words.BETWEEN in row:
        return True
    end = sign + 1 + (keys[sign + 1 : sign + 2] == [words.CONCLUDE])
    if not _SIGNERS.issuperset(keys[at:sign]) or end + 1 >= len(keys) or doc.breaks[end]:
        return False
    if keys[end] == words.DAY:
        return doc.shapes[end + 1] == "d"
    where = _MEETINGS.match(keys, end + 1) > end + 1 or _TOWNS.match(keys, end + 1) > end + 1
    return keys[end] == _AT and where


def of_old(doc: Doc, tense: Tense, title: Title, at: int) -> str | None:
    """Why the signing that the verb at a token tells is not the news: it is spoken of, kept, or looked back on."""
    if was_just(doc, at):
        return "just signed, and spoken of"
    if tense.is_anniversary(at):
        return "an anniversary of the signing"
    if doc.keys[at - 1 : at] == [words.YEAR] and at > 2 and doc.keys[at - 3] in _AFTER:
        return "told as past"  # "Qua 3 năm | ký kết chương trình A"
    if _is_of_meeting_before(doc, title):
        return "minutes of a meeting before"
    return "told as past" if _is_looked_back_on(doc, title, at) else None


def _is_of_meeting_before(doc: Doc, title: Title) -> bool:
    """ "Ký Biên bản Hội nghị A lần thứ IV" below a photo, in news of the fifth."""
    ordinals = find_ordinals(doc)
    told = ordinals[(at := bisect_left(ordinals, title.start, key=_start)) : at + 1]
    if not told or told[0].start >= title.end:
        return False
    opening = [item for item in ordinals[:1] if doc.sentence[item.start] < _OPENING_SENTENCES]
    own = [event_ordinal(doc), *opening]
    return any(
        one is not None and told[0].number < one.number and of_one_row(doc, told[0], one, named=True) for one in own
    )


def _is_looked_back_on(doc: Doc, title: Title, at: int) -> bool:
    """ "việc | ký kết Hiệp định A đã thúc đẩy thương mại", "đóng góp trong việc | ký kết A": what came of it."""
    keys = doc.keys
    if keys[at - 1 : at] != [words.THE_ACT]:
        return False
    if keys[at - 2 : at - 1] == [words.IN]:
        return _PART_IN.among(keys[max(doc.sentence_of(at)[0], at - _PART_BACK) : at])
    return keys[title.end : title.end + 1] == [words.DONE] and _EFFECTS.match(keys, title.end + 1) > title.end + 1


def is_at_work(doc: Doc, title: Title) -> bool:
    """ "đã ký biên bản A | và đang thực hiện từng phần"."""
    verb = title.end + 2
    behind = words.CARRIED.match(doc.keys, verb)
    if doc.keys[title.end : verb] != [words.AND, _BEING] or behind == verb:
        return False
    return behind == len(doc.keys) or doc.shapes[behind] == "p" or doc.keys[behind] in _HOW


def on_this_visit(keys: list[str], at: int, *, dated: bool) -> bool:
    """ "được ký | trong chuyến thăm này", "... | nhân chuyến thăm của A": behind the verb, and no more told of it.
    dated: a date follows, which may be that of an older visit."""
    end = words.ON_THIS_VISIT.match(keys, at)
    open_ended = keys[end - 1] == _VISIT  # "trong chuyến thăm của ..."
    return end > at and (not open_ended or not dated or end == len(keys) or keys[end] in _CLOSES)


def is_news(doc: Doc, tense: Tense, title: Title, left: Mark) -> bool:
    """ "nêu trong Tuyên bố chung A | sau chuyến thăm của B", "Tuyên bố chung về C | nêu rõ": the statement told of,
    unless it is carried out or has a day of its own. left: what stands before the title tells."""
    keys, end = doc.keys, title.end
    far = title.start - left.at > _CARRIED or words.REFER_NEAR.match(keys, left.at) > left.at
    content = keys[left.at : left.at + 2] == words.CONTENT and left.act == "refer"  # "nội dung của Tuyên bố chung A"
    if left.act != "none" and not (left.act == "refer" and (far or content)):
        return False
    last = min(doc.sentence_of(title.start)[1], end + _CLAUSE)
    if any(tense.differs(found.value) for found in tense.mentions(title.head_end, last)):
        return False
    if words.VISIT.match(keys, end) > end:
        return True
    heads = title.start == 0 or (doc.block_of(title.start).kind == "title" and doc.breaks[title.start])
    told = heads or content or words.SPEAKS.match(keys, end) > end or words.CONTENTS.match(keys, end) > end
    return told and not title.bare


def issued_now(tense: Tense, title: Title) -> Mark:
    """A joint statement that is the news itself, unless its sentence tells of a year long past."""
    year = tense.history.year(title.start)
    if year is not None:
        return Mark("adopt", "referenced", title.start, WHOLE_YEAR, year)
    return Mark("adopt", "signed", title.start, "issued on the visit")


def at_event(doc: Doc, tense: Tense, first: int, at: int) -> bool:
    """That many documents were signed is told of the event: in the opening of news with a day, or with a time, a place
    or a visit before the verb. first: token of the sentence; at: of the verb."""
    keys, event = doc.keys, tense.dates.event
    if (event.value or event.partial) and doc.sentence[at] < LEAD:
        return True
    visit = words.VISITS in keys[first:at] or words.HERE.begins_among(keys, first, at)
    return visit or words.FRAME.begins_among(keys, first, at)


def many_so_far(doc: Doc, tense: Tense, title: Title, behind: int) -> bool:
    """ "Nhiều | hiệp định quan trọng đã được ký kết | như: A; B": what there is between them."""
    keys, start = doc.keys, title.start
    if not start or keys[start - 1] != words.MANY or SUCH_AS not in keys[behind : behind + 2]:
        return False
    return not at_event(doc, tense, max(doc.sentence_of(start)[0], start - _OCCASION), start)


def issued(doc: Doc, tense: Tense, title: Title) -> Mark:
    """ "tuyên bố chung A | vừa được công bố", "... | đưa ra hồi tháng 7 năm ngoái": given out, then or now."""
    at = title.end + (title.end < len(doc) and doc.keys[title.end] in words.JUST)
    visit = words.VISIT.match(doc.keys, title.end)
    end = max(words.ISSUED.match(doc.keys, at), visit)
    if end <= at:
        return NO_MARK
    last = min(doc.sentence_of(title.start)[1], end + (_OCCASION if visit > title.end else _PASSIVE))
    days = tense.mentions(end, last)
    if words.LAST_YEAR.begins_among(doc.keys, end, last) or any(tense.differs(day.value) for day in days):
        day = days[0].value if days and not days[0].value.startswith("-") else None
        return Mark("refer", "referenced", at, OTHER_DAY, day)
    return NO_MARK if visit > title.end else Mark("adopt", "signed", at, "issued on the visit")
