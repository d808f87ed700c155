"""The days of a month as a calendar that leads to what the page of the month holds of each."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from markupsafe import Markup

from borderwire.model import Entry
from borderwire.site import urls
from borderwire.site.contexts import Calendar, Day
from borderwire.site.languages import capital
from borderwire.site.renderer import Renderer

Section = tuple[str, str, tuple[Markup, ...]]  # anchor, heading, cards


def calendar_of(renderer: Renderer, month: str, entries: Sequence[Entry], size: int) -> Calendar | None:
    """month: `2025-08`; entries: of the month, in the order of its pages, `size` on each. None where no day is
    known."""
    count = Counter(entry.date for entry in entries if _is_day(entry.date))
    if not count:
        return None
    page = {entry.date: place // size + 1 for place, entry in reversed([*enumerate(entries)])}  # the first of each day
    year, number = int(month[:4]), int(month[5:])
    first, last = calendar.monthrange(year, number)
    language = renderer.language
    days = []
    for day in range(1, last + 1):
        date = f"{month}-{day:02}"
        href = f"{urls.to(urls.numbered(urls.month(month), page[date]))}#{_anchor(date)}" if count[date] else None
        name = f"{language.date(date)}: {renderer.articles(count[date])}"
        days.append(Day(renderer.number(day), name, renderer.number(count[date]), href))
    return Calendar(language.weekdays(), (first - language.first_weekday) % 7 + 1, tuple(days))


def day_sections(renderer: Renderer, entries: Sequence[Entry], earlier: str | None) -> Iterator[Section]:
    """The articles of a month by day, those of an unknown day last. earlier: the last date of the page before, whose
    articles may go on."""
    known = (entry for entry in entries if _is_day(entry.date))
    for date, row in groupby(known, key=lambda entry: entry.date or ""):
        cards = tuple(renderer.card_html(entry) for entry in row)
        yield "" if date == earlier else _anchor(date), capital(renderer.language.date(date)), cards
    others = tuple(renderer.card_html(entry) for entry in entries if not _is_day(entry.date))
    if others:
        yield "", renderer._("Day not known"), others


def _is_day(date: str | None) -> bool:
    return date is not None and len(date) == 10


def _anchor(date: str) -> str:
    return f"day-{int(date[8:])}"
