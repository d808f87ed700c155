"""Rows of meetings that the same parties hold again and again: the index and a page for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from borderwire.model import Entry, File, MeetingSeries, SeriesSlot
from borderwire.site import urls
from borderwire.site.cards import entry_link, province_link, then_and_now
from borderwire.site.contexts import Link, Meeting, MeetingsPage, SeriesPage, SeriesRow
from borderwire.site.foreign import foreign, joined, plain
from borderwire.site.judging import judged_rows
from borderwire.site.pages.events import event_link
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair
from borderwire.text import squash

_LONGEST_NAME = 8  # words of a ministry's name


def series_pages(renderer: Renderer) -> Iterator[File]:
    """meetings/index.html, meetings/ID/."""
    title = renderer._("Rows of meetings")
    rows = renderer.shelves.archive.series
    context = MeetingsPage(tuple(_row(renderer, series) for series in rows))
    yield renderer.page("meetings.html", urls.MEETINGS, title, section="provinces", meetings=context)
    crumbs = (Link(title, urls.to(urls.MEETINGS)),)
    for series in rows:
        row = _row(renderer, series)
        parties = (*(_party(renderer, mark) for mark in series.parties), *_former(renderer, series))
        page = SeriesPage(row, parties, tuple(_meetings(renderer, series)), judged_rows(renderer, series.judgements))
        path = urls.series(series.id)
        yield renderer.page("series.html", path, plain(row.link.text), section="provinces", crumbs=crumbs, series=page)


def series_of_pair(renderer: Renderer, pair: Pair) -> tuple[SeriesRow, ...]:
    """The rows in which both provinces take part, followed through the mergers of 2025."""
    shelves = renderer.shelves
    today = {shelves.today(ident) for ident in pair}
    return tuple(_row(renderer, series) for series in shelves.archive.series if today <= set(series.parties))


def series_of_province(renderer: Renderer, ident: str) -> tuple[SeriesRow, ...]:
    """The rows in which the province takes part, followed through the mergers of 2025."""
    shelves = renderer.shelves
    today = shelves.today(ident)
    return tuple(_row(renderer, series) for series in shelves.archive.series if today in series.parties)


def _row(renderer: Renderer, series: MeetingSeries) -> SeriesRow:
    years = sorted(slot.year for slot in series.slots if slot.year)
    held = sum(slot.event is not None for slot in series.slots)
    return SeriesRow(
        link=Link(_name(renderer, series), urls.to(urls.series(series.id))),
        forces=renderer.language.join([plain(_force(renderer, force)) for force in series.bodies]),
        held=renderer.count("%(n)s meeting reported", "%(n)s meetings reported", held),
        period="" if not years else years[0] if years[0] == years[-1] else f"{years[0]} – {years[-1]}",
        next=_when(renderer, series.next) if series.next else "",
        missing=tuple(_missing(renderer, series)),
    )


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
        link = _party(renderer, mark)
        names.setdefault(mark[:2], []).append(foreign(link.text, link.lang))
    return joined(" – ", (joined(", ", row) for row in names.values()))


def _former(renderer: Renderer, series: MeetingSeries) -> tuple[Link, ...]:
    """The provinces of the row that have been merged since, as articles named them at the time."""
    events = renderer.shelves.events
    named = {ident: None for event in series.events for ident in events[event].parties if ident not in series.parties}
    return tuple(then_and_now(renderer.shelves, renderer.names, ident) for ident in named)


def _party(renderer: Renderer, mark: str) -> Link:
    """A province, or a national body as the archive marks it ("VN police")."""
    if mark in renderer.shelves.terms.provinces:
        return province_link(renderer.shelves, renderer.names, mark)
    country = renderer.names.country("VN" if mark.startswith("VN") else "LA")
    body = _force(renderer, mark[3:])
    return Link(Markup("{} ({})").format(country, body) if body else country, "")


def _force(renderer: Renderer, mark: str) -> str:
    _ = renderer._
    names = {
        "police": _("police"),
        "border-guard": _("border guard"),
        "army": _("army"),
        "government": _("government"),
    }
    written = names.get(mark) or renderer.names.body(mark)
    if written:
        return written
    written = _as_written(renderer, mark)
    gloss = renderer.names.organization(written) if written else None
    return gloss or foreign(written, renderer.box.foreign) or mark.replace("-", " ")


def _as_written(renderer: Renderer, mark: str) -> str:
    """The first words of a body of some article that the archive marks so: "Bộ Tư pháp"."""
    for entry in renderer.shelves.archive.entries:
        record = entry.record
        for written in (
            *(fact.organization for fact in record.officials if fact.organization),
            *(party for fact in record.agreements for party in fact.parties),
        ):
            words = written.split()
            for end in range(1, min(len(words), _LONGEST_NAME) + 1) if mark[:1] == squash(words[0])[:1] else ():
                if squash(" ".join(words[:end])) == mark:
                    return " ".join(words[:end])
    return ""


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
