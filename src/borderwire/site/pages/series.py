"""Rows of meetings that the same parties hold again and again: the index and a page for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from markupsafe import Markup

from borderwire.model import Agreement, Entry, File, MeetingSeries, SeriesSlot
from borderwire.site import urls
from borderwire.site.cards import entry_link, people_links, then_and_now
from borderwire.site.contexts import Link, Meeting, MeetingsPage, SeriesPage, SeriesRow
from borderwire.site.foreign import filled, foreign, joined, plain
from borderwire.site.judging import judged_rows
from borderwire.site.pages.agreements import signed_links
from borderwire.site.pages.events import event_link
from borderwire.site.pages.parties import force_name, party_link
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair

_MOST_PEOPLE = 12


def series_pages(renderer: Renderer) -> Iterator[File]:
    """meetings/index.html, meetings/ID/."""
    title = renderer._("Rows of meetings")
    rows = renderer.shelves.archive.series
    context = MeetingsPage(tuple(_row(renderer, series) for series in rows))
    yield renderer.page("meetings.html", urls.MEETINGS, title, section="provinces", meetings=context)
    crumbs = (Link(title, urls.to(urls.MEETINGS)),)
    for series in rows:
        row = _row(renderer, series)
        parties = (*(party_link(renderer, mark) for mark in series.parties), *_former(renderer, series))
        page = SeriesPage(
            row,
            parties,
            tuple(_meetings(renderer, series)),
            tuple(_pairs(renderer, series)),
            tuple(_documents(renderer, series)),
            _people(renderer, series),
            judged_rows(renderer, series.judgements),
        )
        path = urls.series(series.id)
        yield renderer.page("series.html", path, plain(row.link.text), section="provinces", crumbs=crumbs, series=page)


def series_of_pair(renderer: Renderer, pair: Pair) -> tuple[SeriesRow, ...]:
    """The rows in which both provinces take part, followed through the mergers of 2025."""
    shelves = renderer.shelves
    today = {shelves.today(ident) for ident in pair}
    return tuple(_row(renderer, series) for series in shelves.archive.series if today <= set(series.parties))


def series_rows(renderer: Renderer) -> tuple[SeriesRow, ...]:
    return tuple(_row(renderer, series) for series in renderer.shelves.archive.series)


def series_of_province(renderer: Renderer, ident: str) -> tuple[SeriesRow, ...]:
    """The rows in which the province takes part, followed through the mergers of 2025."""
    shelves = renderer.shelves
    today = shelves.today(ident)
    return tuple(_row(renderer, series) for series in shelves.archive.series if today in series.parties)


def _row(renderer: Renderer, series: MeetingSeries) -> SeriesRow:
    reported = [slot for slot in series.slots if slot.event is not None]
    years = sorted(slot.year for slot in reported or series.slots if slot.year)
    return SeriesRow(
        link=Link(_name(renderer, series), urls.to(urls.series(series.id))),
        forces=renderer.language.join([plain(force_name(renderer, force)) for force in series.bodies]),
        former=_with_former(renderer, series),
        held=renderer.count("%(n)s meeting reported", "%(n)s meetings reported", len(reported)),
        number=renderer.number(len(reported)),
        period="" if not years else years[0] if years[0] == years[-1] else f"{years[0]} – {years[-1]}",
        next=_coming(renderer, series.next) if series.next else "",
        missing=tuple(_missing(renderer, series)),
    )


def _pairs(renderer: Renderer, series: MeetingSeries) -> Iterator[Link]:
    """The pairs of provinces that meet in the row and have a page; count: how many events of all they took part in."""
    shelves = renderer.shelves
    vietnam, laos = ([ident for ident in series.parties if ident.startswith(code)] for code in ("VN-", "LA-"))
    for pair in product(vietnam, laos):
        if pair in shelves.pairs_today:
            entries = shelves.together(shelves.by_pair[then] for then in shelves.pairs_today[pair])
            name = joined(" – ", (renderer.names.province(ident).marked for ident in pair))
            yield Link(name, urls.to(shelves.pair_path(pair)), None, renderer.events_in(entries))


def _documents(renderer: Renderer, series: MeetingSeries) -> Iterator[Link]:
    """What was signed at the meetings, newest first; count: the date of the meeting, and the parties where two
    documents of it bear one name."""
    signed: dict[str, list[Agreement]] = {}
    events = set(series.events)
    for item in sorted(renderer.shelves.archive.agreements, key=lambda item: (item.date or "", item.id), reverse=True):
        if item.event in events and item.event:
            signed.setdefault(item.event, []).append(item)
    for event, items in signed.items():
        date = renderer.language.date(renderer.shelves.events[event].date, short=True)
        for link in signed_links(renderer, items):
            link.count = joined(", ", dict.fromkeys((date, link.count)))
            yield link


def _people(renderer: Renderer, series: MeetingSeries) -> tuple[Link, ...]:
    """Those whom articles on most of the meetings name."""
    count = Counter(ident for event in series.events for ident in renderer.shelves.people_at.get(event, ()))
    order = sorted(count, key=lambda ident: (-count[ident], renderer.shelves.people[ident].name, ident))
    return people_links(renderer.shelves, order[:_MOST_PEOPLE], renderer.names)


def _missing(renderer: Renderer, series: MeetingSeries) -> Iterator[str]:
    """Years that lack their meeting; "one of 2022, 2023" where the numbers leave room for fewer than the years."""
    rows = [(year, year) for year in series.missing]
    for years, number in series.open:
        words = renderer._("one of %(years)s") if number == 1 else renderer._("%(n)s of %(years)s")
        rows.append((years[0], words % {"n": renderer.number(number), "years": ", ".join(years)}))
    yield from (words for _first, words in sorted(rows))


def _name(renderer: Renderer, series: MeetingSeries) -> str:
    """As the keeper calls it, else the parties, those of each country together: "Nghệ An – Hủa Phăn, Xiêng Khoảng"."""
    titles = dict(series.titles)
    given = titles.get(renderer.language.code)
    if given:
        return given
    if titles.get("vi"):
        return foreign(titles["vi"], renderer.box.foreign)
    names: dict[str, list[str]] = {"VN": [], "LA": []}
    for mark in series.parties:
        link = party_link(renderer, mark)
        names.setdefault(mark[:2], []).append(foreign(link.text, link.lang))
    return joined(" – ", (joined(", ", row) for row in names.values()))


def _former(renderer: Renderer, series: MeetingSeries) -> tuple[Link, ...]:
    """The provinces of the row that have been merged since, as articles named them at the time."""
    events = renderer.shelves.events
    named = {ident: None for event in series.events for ident in events[event].parties if ident not in series.parties}
    return tuple(then_and_now(renderer.shelves, renderer.names, ident) for ident in named)


def _with_former(renderer: Renderer, series: MeetingSeries) -> str:
    """`with meetings of Quảng Nam (now Đà Nẵng)`: why a row may hold more than a province of its name has met."""
    names = []
    for link in _former(renderer, series):
        name = foreign(link.text, link.lang)
        names.append(Markup("{} ({})").format(name, link.count) if link.count else name)
    return filled(renderer._("with meetings of %(provinces)s"), provinces=joined(", ", names)) if names else ""


def _meetings(renderer: Renderer, series: MeetingSeries) -> Iterator[Meeting]:
    slots: Sequence[SeriesSlot] = (*series.slots, *((series.next,) if series.next else ()))
    for slot in slots:
        yield _meeting(renderer, slot)


def _meeting(renderer: Renderer, slot: SeriesSlot) -> Meeting:
    _ = renderer._
    how = {
        "reported": "",
        "mentioned": _("told later, no report in the archive"),
        "planned": _("announced, no report in the archive"),
    }[slot.basis]
    return Meeting(
        ordinal=str(slot.ordinal) if slot.ordinal else "",
        iso=slot.date or "",
        date=renderer.language.date(slot.date),
        how=how,
        where=_where(renderer, slot.venue) if slot.venue else "",
        link=_source(renderer, slot),
        more=event_link(renderer, slot.event) if slot.event else None,
    )


def _where(renderer: Renderer, ident: str) -> str:
    link = then_and_now(renderer.shelves, renderer.names, ident)
    name = foreign(link.text, link.lang)
    return Markup("{} ({})").format(name, link.count) if link.count else name


def _coming(renderer: Renderer, slot: SeriesSlot) -> str:
    """When the meeting is to be; where the archive's newest event is later, that it should have been."""
    newest = next((entry.date for entry in renderer.shelves.archive.entries if entry.date), "")
    when = _when(renderer, slot)
    if slot.date and slot.date < newest[: len(slot.date)]:
        return renderer._("%(when)s (past, no report of it)") % {"when": when}
    return when


def _when(renderer: Renderer, slot: SeriesSlot) -> str:
    ordinal = renderer._("no. %(n)s") % {"n": slot.ordinal} if slot.ordinal else ""
    return ", ".join(part for part in (ordinal, renderer.language.date(slot.date)) if part)


def _source(renderer: Renderer, slot: SeriesSlot) -> Link:
    """The article that reports the meeting, or the place in an article that tells of it."""
    shelves = renderer.shelves
    ident = slot.mention or (shelves.events[slot.event].entries[0] if slot.event else "")
    entry = shelves.entries.get(ident)
    if entry is None:
        return Link("", "")
    link = entry_link(entry, renderer.language)
    link.href += _anchor(entry, slot)
    return link


def _anchor(entry: Entry, slot: SeriesSlot) -> str:
    """The row of the fact box that tells of the meeting."""
    series = entry.record.series
    if series is None:
        return ""
    if slot.basis == "reported":
        return "#series" if series.ordinal is not None else ""
    meeting, anchor = (series.next, "#next") if slot.basis == "planned" else (series.previous, "#previous")
    return anchor if meeting and (meeting.ordinal or meeting.date or meeting.as_written) else ""
