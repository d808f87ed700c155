"""Lines, and beginnings of lines, that only tell when (and where) a page was made. Their meaning is not read here."""

from __future__ import annotations

import re

_CLOCK = r"\d{1,2}\s?(?::|h|giờ)\s?\d{2}(?::\d{2})?(?:\s?phút)?(?:\s?[AaPp][Mm]\b|\s?(?:SA|CH)\b)?"
_DATE = (
    r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}"
    r"|\d{1,2}\s+tháng\s+\d{1,2},?\s+(?:năm\s+)?\d{4}|[Tt]háng\s+\d{1,2}\s+\d{1,2},\s+\d{4})"
)
_WEEKDAY = r"(?:[Tt]hứ\s+(?:[Hh]ai|[Bb]a|[Tt]ư|[Nn]ăm|[Ss]áu|[Bb]ảy|[2-7])|[Cc]hủ\s+[Nn]hật|T[2-7]|CN)"
_ZONE = r"\(?\s?(?:GMT|UTC)\s?[+-]?\s?\d{0,2}(?::00)?\s?\)?"
_CRAWLED = r"date\s+\d{4}(?:-\d{1,2}(?:-\d{1,2})?)?"
_WORD = (
    r"\b(?:ngày đăng|đăng ngày|ngày xuất bản|xuất bản|cập nhật(?: lúc| lần cuối)?|đăng lúc|ngày tạo"
    r"|ngày|lúc|vào|date|posted(?: on)?|published|updated)\b"
)

_SEP = r"[\s,;|–—-]{0,5}"
_SHORT = r"\d{1,2}/\d{1,2}/\d{2}(?!\d)"  # "29/05/13": a date beside a clock only

_HAS_DATE = re.compile(rf"{_DATE}|{_SHORT}{_SEP}{_CLOCK}|{_CLOCK}{_SEP}{_SHORT}")
_HAS_CLOCK = re.compile(_CLOCK)
_HAS_CRAWLED = re.compile(_CRAWLED)
_STAMP_PART = re.compile(
    rf"{_CRAWLED}|{_DATE}|{_SHORT}|{_CLOCK}|{_WEEKDAY}\b|{_ZONE}|{_WORD}|\d+\s+(?:giờ|phút|ngày) trước", re.IGNORECASE
)
_RELATIVE = re.compile(r"\d{1,2}\s+(?:giờ|phút|ngày|tuần|tháng) trước")
_SIGNED = re.compile(r"[^\d|–—-]{2,40}\s[|–—-]\s")  # "Minh An - 26/07/2022": authors stand so, places before a comma
_DIGIT = re.compile("[0-9]")
_NAME = re.compile(r"[^\W\d_]+")
_SEPARATORS = " \t,;:|-–—•·/()[]."

_FULL = rf"(?:{_DATE}|{_SHORT})"
_MOMENT = rf"(?:{_CLOCK}{_SEP}(?:{_WEEKDAY}{_SEP})?(?:ngày\s+)?{_FULL}|{_FULL}{_SEP}{_CLOCK})(?:{_SEP}{_ZONE})?"
_HEAD = re.compile(
    rf"\s*(?:{_CRAWLED}(?=\s+\S)"
    rf"|(?:(?:Cập nhật|Ngày đăng|Đăng ngày)\s*:?\s*)?(?:{_WEEKDAY}{_SEP})?(?:ngày\s+)?"
    rf"{_MOMENT}|{_WEEKDAY}{_SEP}(?:ngày\s+)?{_DATE}(?=\s*[|–—-])|{_DATE}(?=\s*[|–—-]))"
    rf"[\s|,;–—-]*(?=[\"“‘'(\[]?[^\W\d_a-z])"
)
# A moment with clock and full date inside a line; sentences lead up to theirs with a small word.
_INNER = re.compile(
    rf"(?<!\blúc)(?<!\bvào)(?<!khoảng)(?<!\bđến)(?<!\btừ)[\s(|-]+(?:(?:Cập nhật|Ngày đăng)\s*:?\s*)?"
    rf"(?:{_WEEKDAY}{_SEP})?(?:ngày\s+)?{_MOMENT}[\s|,;)–—-]*(?=[\"“‘'(]?[^\W\d_a-z]|$)"
)


def inner_stamp(text: str, start: int, end: int) -> int | None:
    """Where in the stretch a stamp with clock and full date begins, between a title and its text; None without one."""
    if not _HAS_CLOCK.search(text, start, end):  # tells most texts at once
        return None
    for match in _INNER.finditer(text, start, end):
        if not text[match.end() : match.end() + 1].islower():
            return match.end() - len(match.group().lstrip(" (|-"))
    return None


def is_stamp(core: str) -> bool:
    """The line holds a full date ("08:34, 26/07/2022", "date 2023-09") and besides at most a short place name."""
    if len(core) > 90 or not _DIGIT.search(core):
        return False
    if not (_HAS_DATE.search(core) or _HAS_CRAWLED.match(core)):
        return _RELATIVE.fullmatch(core) is not None
    rest = _STAMP_PART.sub(" ", core).strip(_SEPARATORS)
    return not rest or (_is_place(rest) and not _SIGNED.match(core))


def stamp_head(text: str, start: int, end: int) -> int:
    """End of the stamp that the stretch begins with, white space behind it included, or `start`."""
    match = _HEAD.match(text, start, end)
    if not match or text[match.end() : match.end() + 1].islower():
        return start
    return match.end()


def _is_place(rest: str) -> bool:
    words = rest.split()
    return len(words) <= 4 and all(word[0].isupper() and _NAME.fullmatch(word.rstrip(",")) for word in words)
