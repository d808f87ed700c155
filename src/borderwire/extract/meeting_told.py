"""What a sentence tells of another meeting of the row: its time, its place, and who is to hold it."""

from __future__ import annotations

from bisect import bisect_left

from borderwire.errors import Span
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import DateMention, DateReading, PlaceMention
from borderwire.extract.words import keys, pairs
from borderwire.model import Country, SeriesMeeting
from borderwire.text import key

_AT = keys("tại ở sang đến về")
_BETWEEN = key("giữa")  # "hội nghị giữa tỉnh A và tỉnh B": those who meet, not where
_HOSTS = pairs("đăng cai, chủ trì")
_GUEST = key("đăng")  # who "đăng cai" holds the meeting at home
_HOST_BACK = 14  # tokens before "đăng cai" in which the host is named
_AT_REACH = 9  # tokens after "tại" in which the place is named
_HOLDS = keys("chủ", "đăng")
_SIDE = key("phía")
_LAO, _VIET = key("lào"), key("việt")
_PARTS_OF_YEAR = keys("đầu", "giữa", "cuối")
_QUARTER, _YEAR, _NEXT_YEAR = key("quý"), key("năm"), keys("sau tới")


def told_after(doc: Doc, start: int, dates: DateReading, places: tuple[PlaceMention, ...], forth: int) -> SeriesMeeting:
    """The date, province and host that the rest of the sentence gives."""
    end = min(doc.sentence_of(start - 1)[1], start + forth)
    return told_between(doc, start, end, dates, places)


def told_between(doc: Doc, start: int, end: int, dates: DateReading, places: tuple[PlaceMention, ...]) -> SeriesMeeting:
    """The same of tokens `[start, end)` of one sentence."""
    date, written, spans = _time(doc, start, end, dates)
    host, at_home = _host(doc, start, end, places)
    venue = _place(doc, start, end, places) or at_home
    return SeriesMeeting(None, date, written, venue, host, spans)


def first_date(dates: DateReading, start: int, end: int) -> DateMention | None:
    """The first date that begins at tokens `[start, end)`."""
    # A mention is a tuple that begins with its start: compared with a tuple of that alone, no key need be asked for.
    at = bisect_left(dates.mentions, (start,))
    mention = dates.mentions[at] if at < len(dates.mentions) else None
    return mention if mention is not None and mention.start < end else None


def _time(doc: Doc, start: int, end: int, dates: DateReading) -> tuple[str | None, str | None, tuple[Span, ...]]:
    mention = first_date(dates, start, end)
    if mention is not None:
        return _written_date(doc, mention, dates)
    row = doc.keys
    for at in range(start, min(end, len(row) - 1)):
        if row[at] == _YEAR and row[at + 1] in _NEXT_YEAR:
            span = doc.span(at, at + 2)
            return _year_after(dates), doc.text[span[0] : span[1]], (span,)
    return None, None, ()


def _written_date(doc: Doc, mention: DateMention, dates: DateReading) -> tuple[str | None, str, tuple[Span, ...]]:
    """The date with its part of the year: "cuối năm 2026"; of a quarter the year, which alone it settles."""
    row, first, last = doc.keys, mention.start, mention.end
    value: str | None = mention.value
    if first > 1 and row[first - 2] == _QUARTER:
        first -= 2
        value = mention.value[:4]
    elif row[first] == _QUARTER:
        value = mention.value[:4]
    if mention.value.startswith("--"):
        value = None
        year = _year_after(dates)
        if (
            year is not None
            and row[last : last + 1] == [_YEAR]
            and row[last + 1 : last + 2]
            and (row[last + 1] in _NEXT_YEAR)
        ):
            value, last = year + mention.value[1:], last + 2
    if first and row[first - 1] in _PARTS_OF_YEAR:
        first -= 1
    span = doc.span(first, last)
    return value, doc.text[span[0] : span[1]], (span,)


def _year_after(dates: DateReading) -> str | None:
    """The year after that of the event: "vào tháng 6 năm sau"."""
    day = dates.event.value
    return str(int(day[:4]) + 1) if day else None


def _place(doc: Doc, start: int, end: int, places: tuple[PlaceMention, ...]) -> str | None:
    """The province of the place after "tại", else the one that is named without saying whose it is."""
    row = doc.keys
    first = bisect_left(places, (start,))
    told = [place for place in places[first : first + _AT_REACH] if place.start < end]
    if not told:
        return None
    for at in range(start, end):
        if row[at] in _AT:
            for place in told:
                if at < place.start <= at + _AT_REACH and place.province is not None:
                    return place.province
    if _BETWEEN in row[start:end]:
        return None
    return next((place.id for place in told if place.kind == "province" and not _is_body(doc, place)), None)


def _is_body(doc: Doc, place: PlaceMention) -> bool:
    """ "Công an tỉnh A", "giao tỉnh A": whose police it is, not where."""
    before = place.title - 1
    return before >= 0 and doc.words[before] not in ("(", ",", ":", ";", "-", "–")


def _host(doc: Doc, start: int, end: int, places: tuple[PlaceMention, ...]) -> tuple[Country | None, str | None]:
    """ "do phía Lào chủ trì", "giao Công an tỉnh X đăng cai": the side, and the province of who holds it at home."""
    row = doc.keys
    for at in range(start, min(end, len(row) - 1)):
        if row[at] == _SIDE and any(word in _HOLDS for word in row[at + 2 : at + 5]):
            side = row[at + 1]
            return ("LA" if side == _LAO else "VN" if side == _VIET else None), None
        if (row[at], row[at + 1]) in _HOSTS:
            first = bisect_left(places, (max(start, at - _HOST_BACK),))
            named = [place for place in places[first : first + _HOST_BACK] if place.start < at and place.province]
            if named:
                return named[-1].country, named[-1].province if row[at] == _GUEST else None
    return None, None
