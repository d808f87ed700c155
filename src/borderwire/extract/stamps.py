"""When a text was published: its stamp, or what the keeper's metadata says; checked before it is trusted."""

from __future__ import annotations

import re
from dataclasses import dataclass

from borderwire.errors import Span
from borderwire.extract.calendar import is_day, iso
from borderwire.extract.daterole import Role
from borderwire.extract.daterow import Day, RawDate
from borderwire.extract.doc import Doc
from borderwire.extract.stampcues import TOP
from borderwire.model import DateFact

_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
# What an address tells of the publication: the moment, or the folders of the month and the day; no address of an image.
_SOURCE = r"^[ \t(]*Nguồn[^\n.]{0,30}?https?://"
_MOMENT = re.compile(_SOURCE + r"[^\s<>]{4,240}?-(20\d\d)([01]\d)([0-3]\d)\d{6,11}\.(?:html?|chn|aspx)\b", re.MULTILINE)
_FOLDERS = re.compile(
    _SOURCE + r"(?![^\s<>]{0,60}?(?:upload|/files|wiki))[^\s<>]{4,120}?/(20\d\d)/([01]\d)/(?:([0-3]\d)/)?"
    r"(?![^\s<>]{0,240}?\.(?:jpe?g|png|gif|webp|mp4|pdf|docx?|xlsx?)\b)[^\s<>]{8}",
    re.MULTILINE,
)
_LINE, _MEMO = "stamp-line", "heads of sites"
_SHORT = 160  # characters of a line that is no paragraph
_HOTLINE = re.compile(r"(?:hotline|đường dây nóng)\s*[:.]?\s*[(+]?\d", re.IGNORECASE)
_CLOCK = re.compile(r"\d\d?:\d\d")
_HEADER = re.compile(r"(?:thứ \w+|chủ nhật),?\s+(?:ngày\s+)?\d\d?(?:/\d\d?/| tháng \d\d? năm )\d{4}", re.IGNORECASE)
# Days from an event to its stamp: too many to trust it; few enough to exchange for; the same where the year leads.
_FAR, _NEAR, _LATE, _AT_ONCE = 45, 10, 31, 2


@dataclass(frozen=True, slots=True)
class Stamp:
    """day: as precise as stamped; shown: in English, for reasons; clock: it may be the time at which the page was
    fetched, in the head of the site; header: it stands alone on the first line, where sites show today's date."""

    day: Day
    shown: str
    spans: tuple[Span, ...]
    fact: DateFact
    clock: bool = False
    header: bool = False


def checked(doc: Doc, stamp: Stamp | None, event: Day | None) -> Stamp | None:
    """The stamp, its day and month exchanged where only that way it fits the event's day.

    A page of 4 August may be stamped 08/04 by a machine that writes the month first, and "2025-08-04" may be made of
    such a stamp: believed if it then is of the event's day or the next two."""
    if stamp is None or event is None or not stamp.spans or not (event.month and event.day):
        return stamp
    day = stamp.day
    if not (day.year and day.month and day.day) or day.day > 12 or day.day == day.month:
        return stamp
    written = doc.text[stamp.spans[0][0] : stamp.spans[0][1]]
    by_year = written.rsplit(None, 1)[-1].startswith(f"{day.year}")
    other = Day(day.year, day.day, day.month)
    if _lag(day, event) <= (_LATE if by_year else _FAR) or _lag(other, event) > (_AT_ONCE if by_year else _NEAR):
        return stamp
    shown = f"{stamp.shown}, read as month before day"
    value = iso(other.year, other.month, other.day)
    fact = DateFact(value, "explicit", shown, None, stamp.spans, "stamp-swapped")
    return Stamp(other, shown, stamp.spans, fact, clock=stamp.clock)


def _lag(stamp: Day, event: Day) -> int:
    """Days from the event to the stamp within a year; a stamp one or two days early counts as none."""
    assert stamp.month and stamp.day and event.month and event.day
    lag = ((stamp.month - event.month) * 30 + stamp.day - event.day) % 360
    return 0 if lag >= 358 else lag


def _day_of(published: str) -> Day | None:
    """`2022-07-26`, `2022-07` or `2022` as a date; None for anything that no calendar has."""
    if not _ISO.fullmatch(published):
        return None
    year, month, day = ([int(part) for part in published.split("-")] + [1, 1])[:3]
    if not is_day(month, day, year):
        return None
    return Day(*(int(part) for part in published.split("-")))


def find_stamp(doc: Doc, dated: list[tuple[RawDate, Role]], event: Day | None = None) -> Stamp | None:
    """The keeper's date of publication, else a stamp in the text; of several, the first that the event's day fits, else
    the earliest above the text: a page may bear the day on which it was fetched above its own."""
    published = doc.article.metadata.published
    day = _day_of(published[:10]) if published else None
    if published and day is not None:
        fact = DateFact(published[:10], "explicit", "the article's own metadata", rule="metadata")
        return Stamp(day, "the article's own metadata", (), fact)
    stamps = [(raw, role) for raw, role in dated if role.dates == "published" and raw.at.year is not None]
    if not stamps:
        return _of_address(doc)
    if (
        len(stamps) > 1
        and _is_header(doc, stamps[0][0])
        and stamps[1][1].rule == _LINE
        and _stands_above(doc, stamps[1][0])
    ):
        stamps = stamps[1:]
    clocks = [_clocks_page(doc, raw) for raw, _ in stamps]
    if any(not clock and _stands_above(doc, raw) for (raw, _), clock in zip(stamps, clocks, strict=True)):
        stamps = [item for item, clock in zip(stamps, clocks, strict=True) if not clock]
        clocks = [False]
    fitting = (item for item in stamps if event is not None and _fits(item[0].at, event))
    raw, role = next(fitting, _earliest(doc, stamps))
    span = doc.span(raw.start, raw.end)
    shown = f"the stamp “{doc.text[span[0] : span[1]]}”"
    value = iso(raw.at.year, raw.at.month, raw.at.day)
    fact = DateFact(value, "explicit", shown, None, (span,), role.rule)
    return Stamp(raw.at, shown, (span,), fact, clock=all(clocks), header=_is_header(doc, raw))


def _of_address(doc: Doc) -> Stamp | None:
    """ "Nguồn: http://.../ten-bai-20240917214530417.htm", "... /2011/06/ten-bai": when the address of the source says
    that it was published; None where addresses of two days stand in the text."""
    if "://" not in doc.text:  # as mostly
        return None
    for pattern in (_MOMENT, _FOLDERS):
        found = {match.groups(): match for match in pattern.finditer(doc.text)}
        if len(found) == 1:
            return _stamp_of(doc, next(iter(found.values())))
        if found:
            break
    return None


def _stamp_of(doc: Doc, address: re.Match[str]) -> Stamp | None:
    """The stamp of an address, its year and its month in the first groups, its day, if any, in the third."""
    year, month, last = (int(part) if part else 0 for part in address.groups())
    if not is_day(month, last or 1, year):
        return None
    span = (address.start(1), address.end(3) if last else address.end(2))
    shown = f"the stamp “{doc.text[span[0] : span[1]]}”"
    fact = DateFact(iso(year, month, last or None), "explicit", shown, None, (span,), "stamp-word")
    return Stamp(Day(year, month, last or None), shown, (span,), fact)


def _earliest(doc: Doc, stamps: list[tuple[RawDate, Role]]) -> tuple[RawDate, Role]:
    """The earliest day of several stamps on lines of their own above the text, for a page may bear the day on which it
    was fetched; else the first stamp."""
    top = [item for item in stamps if item[1].rule == _LINE and _stands_above(doc, item[0]) and None not in item[0].at]
    return min(top, key=lambda item: iso(*item[0].at)) if len(top) > 1 else stamps[0]


def _stands_above(doc: Doc, raw: RawDate) -> bool:
    return doc.block[raw.start] < TOP


def _clocks_page(doc: Doc, raw: RawDate) -> bool:
    """ "Thứ ba, 14/05/2024 15:21 GMT+7" beside "Hotline: 024.355.0917": the head of the site, not of the article."""
    number = doc.block[raw.start]
    known: dict[int, bool] = doc.memo.setdefault(_MEMO, {})
    if number not in known:
        near = doc.article.blocks[max(0, number - 1) : number + 2]
        lines = [doc.text[block.start : block.end] for block in near if block.end - block.start <= _SHORT]
        clock = _CLOCK.search(doc.text, doc.article.blocks[number].start, doc.article.blocks[number].end)
        known[number] = clock is not None and any(_HOTLINE.search(line) for line in lines)
    return known[number]


def _is_header(doc: Doc, raw: RawDate) -> bool:
    """ "Thứ tư,  21/09/2022" on the first line of the page."""
    block = doc.article.blocks[0]
    return doc.block[raw.start] == 0 and _HEADER.fullmatch(doc.text[block.start : block.end].strip()) is not None


def _fits(stamp: Day, event: Day) -> bool:
    """A full date that the event's day lies shortly before."""
    full = stamp.year and stamp.month and stamp.day and event.month and event.day
    return bool(full) and (event.year in (None, stamp.year)) and _lag(stamp, event) <= _NEAR
