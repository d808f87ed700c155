"""Signings told by the way: of long before, of many states, and those that are wished for or still talked about."""

from __future__ import annotations

from borderwire.extract import agreement_words as words
from borderwire.extract.agreement_mark import Mark
from borderwire.extract.agreement_tense import Tense
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateReading
from borderwire.extract.place_titles import keys_of
from borderwire.text import key

_CLAUSE = 12  # tokens before a verb in which the words stand that put it aside
_MANY = 10  # so many states sign on no visit
_SUPPOSED = 3  # tokens of "nếu như"
_BRACKET = 6  # tokens of the letters behind a title
_AGED = 2  # years that the year in a document's name lies at least before the news that is not its signing
_MARKS = frozenset([",", ";", ":", "("])
_STATES = (["quốc", "gia"], ["nước"], ["thành", "viên"])
_LIGHT = frozenset([words.DONE, words.BY, key("cùng"), key("đồng")])
_PERIOD = keys_of("đoạn từ đến tới nhìn - – —")
_AFTER = key("sau")
_ON, _BEFORE, _WHEN, _SOON, _THANKS = (key(word) for word in ("một", "trước", "khi", "sớm", "nhờ"))
_NOT_WHEN = keys_of("sau từ trước")
_TO_COME = frozenset([words.WILL, key("tới"), key("sắp")])


def told_aside(doc: Doc, tense: Tense, title: Title, at: int) -> Mark | None:
    """The mark of a title whose signing, at a token before or behind it, is not of the event; None when it may be."""
    if doc.keys[at] != words.SIGN:
        return None
    if _is_wished(doc, title, at):
        return Mark("sign", "planned", at, "to be signed", tense.day_behind(at))
    why = _put_aside(doc, at)
    return Mark("sign", "referenced", at, why) if why else None


def _put_aside(doc: Doc, at: int) -> str | None:
    keys, first = doc.keys, max(doc.sentence_of(at)[0], at - _CLAUSE)
    before = keys[first:at]
    if before[-2:] == [key("thời"), key("điểm")] or before[-2:] == [_ON, key("bên")]:
        return "told as past"  # "vào thời điểm | ký", "là một bên | ký kết"
    if _is_of_many(doc, first, at):
        return "what states have signed, not here"
    clause = _behind_marks(before)
    if _THANKS in clause and words.DONE in clause:
        return "told as past"  # "nhờ chúng ta đã | ký"
    if any(clause[i : i + 2] == [_BEFORE, _WHEN] for i in range(len(clause))):
        return "told as past"  # "vài tháng trước khi hai nước | ký"
    return None


def not_yet_or_long_ago(doc: Doc, dates: DateReading, title: Title) -> Mark | None:
    """The mark of a title that is told as signed, but is negotiated still, or bears a year before the news."""
    if _is_negotiated(doc, title):
        return Mark("draft", "planned", title.end, "being drafted or negotiated")
    return Mark("sign", "referenced", title.end, "told as past") if _has_old_year(doc, dates, title) else None


def _is_wished(doc: Doc, title: Title, at: int) -> bool:
    """ "điều kiện | ký", "sớm hoàn thành việc rà soát và | ký", "khi Hiệp định A được | ký", for what is to come."""
    keys = doc.keys
    first = doc.sentence_of(at)[0]
    before = keys[max(first, at - 2 * _CLAUSE) : at]
    if before[-2:] == [key("điều"), key("kiện")]:
        return True
    if before[-1:] == [words.AND]:
        clause = _behind_marks(before)
        after = any(clause[i : i + 2] == [_AFTER, _WHEN] for i in range(len(clause)))
        if _SOON in clause and words.DONE not in clause and not after:
            return True
    if at > title.start and words.IF in keys[max(first, title.start - _SUPPOSED) : title.start]:
        return True  # "Nếu | Hiệp định A được ký kết, ..."
    when = title.start - 1
    if at > title.start > first + 1 and keys[when] == _WHEN and keys[when - 1] not in _NOT_WHEN:
        return not _TO_COME.isdisjoint(keys[max(first, when - _CLAUSE) : when])
    return False


def _is_negotiated(doc: Doc, title: Title) -> bool:
    """ "Hiệp định A (B) | đang đàm phán", "... | được đàm phán từ năm 2013"."""
    keys, at = doc.keys, title.end
    last = doc.sentence_of(title.start)[1]
    if keys[at : at + 1] == ["("]:
        close = next((i for i in range(at, min(last, at + _BRACKET)) if keys[i] == ")"), None)
        at = close + 1 if close is not None else at
    row = keys[at : min(last, at + 5)]
    talks = next((i for i in range(len(row) - 1) if row[i : i + 2] == [key("đàm"), key("phán")]), None)
    return talks is not None and talks > 0 and set(row[:talks]) <= {key("đang"), key("được"), key("còn"), key("vẫn")}


def _has_old_year(doc: Doc, dates: DateReading, title: Title) -> bool:
    """ "thỏa thuận Paris 2015" in news of 2017; but no period, and no document that changes another."""
    event = (dates.event.value or "")[:4]
    if not event.isdecimal() or title.nested:
        return False
    for at in range(title.head_end, title.end):
        word = doc.keys[at]
        if len(word) != 4 or not word.isdecimal() or not 1900 < int(word) <= int(event) - _AGED:
            continue
        around = {doc.keys[at - 1], doc.keys[at + 1] if at + 1 < len(doc) else ""}
        named = {doc.keys[at - 2], doc.keys[at - 1]} & _PERIOD
        if not named and around.isdisjoint(_PERIOD):
            return True
    return False


def _is_of_many(doc: Doc, first: int, at: int) -> bool:
    """ "gần 200 quốc gia | ký kết", "đã được 195 quốc gia | ký"."""
    keys, here = doc.keys, at
    while here > first and keys[here - 1] in _LIGHT:
        here -= 1
    for states in _STATES:
        start = here - len(states)
        if start > first and keys[start:here] == [key(word) for word in states]:
            number = keys[start - 1]
            return number.isdecimal() and int(number) >= _MANY
    return False


def _behind_marks(row: list[str]) -> list[str]:
    """What stands behind the last mark."""
    last = max((at for at, word in enumerate(row) if word in _MARKS), default=-1)
    return row[last + 1 :]
