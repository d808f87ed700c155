"""A page for each event that several articles report, or on which the keeper has judged: its sources side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup, escape

from borderwire.model import Account, Entry, Event, File, Mention, Saying
from borderwire.site import urls
from borderwire.site.cards import entry_link
from borderwire.site.contexts import Claim, EventPage, EventSource, Link
from borderwire.site.foreign import foreign, joined, plain
from borderwire.site.judging import judged_rows
from borderwire.site.languages import SOURCE_LANGUAGE, capital
from borderwire.site.pages.parties import party_link
from borderwire.site.renderer import Renderer

# The rows of a source; each shows the fields of sayings that stand after its name.
_ROWS = (
    ("Date", ("date", "until")),
    ("Kind", ("type",)),
    ("Venue", ("venue",)),
    ("In the series", ("ordinal",)),
    ("Provinces", ("party",)),
    ("Officials", ("official",)),
    ("Signed or exchanged", ("agreement",)),
    ("Documents mentioned", ("cited",)),
    ("Figures", ("figure",)),
)
_SELDOM = "cited"  # shown only where a source has it
_SIGNED = frozenset(["signed", "exchanged"])
_ANCHORS = {"date": "date", "until": "date", "type": "type", "venue": "venue", "ordinal": "series"}


def event_pages(renderer: Renderer) -> Iterator[File]:
    """events/ID/ for events of several articles and for those that the keeper has judged."""
    accounts = {account.event: account for account in renderer.shelves.archive.accounts}
    crumbs = (Link(renderer._("Timeline"), urls.to(urls.TIMELINE)),)
    for event in renderer.shelves.archive.events:
        path = renderer.shelves.event_path(event.id)
        if path is not None:
            page = _page(renderer, event, accounts.get(event.id) or Account(event.id, event.entries, ()))
            parts = (capital(page.kind), page.parties or page.headline.text, page.date)
            title = ", ".join(plain(part) for part in parts if part)
            yield renderer.page(
                "event.html", path, title, section="years", description=page.count, crumbs=crumbs, event=page
            )


def event_link(renderer: Renderer, ident: str) -> Link | None:
    """To the event's page, where it has one: "and 2 other articles"."""
    path = renderer.shelves.event_path(ident)
    others = len(renderer.shelves.events[ident].entries) - 1 if path else 0
    if path is None or not others:
        return None
    return Link(renderer.count("and %(n)s other article", "and %(n)s other articles", others), urls.to(path))


def told_by_several(renderer: Renderer, entries: Sequence[Entry]) -> tuple[Link, ...]:
    """The events of these articles that several articles report; count: how many."""
    shelves = renderer.shelves
    idents = dict.fromkeys(shelves.event_of.get(entry.id, "") for entry in entries)
    events = [shelves.events[ident] for ident in idents if shelves.event_path(ident)]
    return tuple(
        Link(_name(renderer, event), urls.to(shelves.event_path(event.id) or ""), None, renderer.number(count))
        for event in events
        if (count := len(event.entries)) > 1
    )


def _name(renderer: Renderer, event: Event) -> str:
    kind = capital(renderer.names.event(event.type)) if event.type else ""
    date = renderer.language.date(event.date, short=True)
    return joined(", ", (date, kind, parties(renderer, event))) or event.id


def parties(renderer: Renderer, event: Event) -> str:
    """ "Sơn La – Hủa Phăn"."""
    names = renderer.names
    sides = [
        joined(", ", (names.province(ident).marked for ident in event.parties if ident.startswith(code)))
        for code in ("VN", "LA")
    ]
    if not event.parties:
        sides = [escape(party_link(renderer, mark).text) for mark in _central(event)]
    return joined(" – ", sides)


def _central(event: Event) -> list[str]:
    """The bodies of the whole countries that meet: the kind that both sides have, else one of each side."""
    kinds = {code: [mark[3:] for mark in event.central if mark.startswith(code)] for code in ("VN", "LA")}
    both = [kind for kind in kinds["VN"] if kind in kinds["LA"]]
    if both:
        return [f"{code} {both[0]}" for code in kinds] if len(both) == 1 else []
    return [f"{code} {row[0]}" for code, row in kinds.items()] if all(len(row) == 1 for row in kinds.values()) else []


def _page(renderer: Renderer, event: Event, account: Account) -> EventPage:
    entries = {ident: renderer.shelves.entries[ident] for ident in event.entries}
    tell = _Telling(renderer, entries)
    return EventPage(
        kind=renderer.names.event(event.type) if event.type else "",
        iso=event.date or "",
        date=renderer.language.date(event.date),
        parties=parties(renderer, event),
        headline=_headline(renderer, next(iter(entries.values()))),
        count=renderer.articles(len(entries)),
        sources=tuple(tell.source(entry, account) for entry in entries.values()),
        differ=tuple(map(tell.claim, account.differ)),
        all_say=tuple(map(tell.claim, account.all_say)) if len(entries) > 1 else (),
        some_say=tuple(map(tell.claim, account.some_say)),
        reasons=renderer.reasonings.of_merges(event.merges),
        certainty=renderer.reasonings.certainty(event.merges),
        judged=judged_rows(renderer, event.judgements),
    )


def _headline(renderer: Renderer, entry: Entry) -> Link:
    return replace(entry_link(entry, renderer.language), href="")


class _Telling:
    """Sayings in one language."""

    def __init__(self, renderer: Renderer, entries: Mapping[str, Entry]) -> None:
        _ = renderer._
        self.renderer = renderer
        self.entries = entries
        self.foreign = None if renderer.language.code == SOURCE_LANGUAGE else SOURCE_LANGUAGE
        self.labels = {
            "date": _("Date"),
            "until": _("until"),
            "type": _("Kind"),
            "venue": _("Venue"),
            "ordinal": _("In the series"),
            "party": _("takes part"),
            "official": _("Officials"),
            "agreement": _("Signed or exchanged"),
            "cited": _("Documents mentioned"),
            "figure": _("Figures"),
        }

    def source(self, entry: Entry, account: Account) -> EventSource:
        rows: dict[str, list[Link]] = {}
        for saying in account.sayings:
            for group in saying.groups:
                for mention in group:
                    if mention.entry == entry.id:
                        row = self._row(saying.field, [mention])
                        rows.setdefault(row, []).append(self._value(saying.field, mention))
        seldom = any(self._row(saying.field, group) == _SELDOM for saying in account.sayings for group in saying.groups)
        told = tuple(
            (self.renderer._(name), tuple(link for field in fields for link in rows.get(field, ())))
            for name, fields in _ROWS
            if seldom or _SELDOM not in fields
        )
        only = tuple(map(self.claim, account.only(entry.id)))
        outlet = self.renderer.names.written(self._outlet(entry))
        return EventSource(entry_link(entry, self.renderer.language), outlet, told, only)

    def _row(self, field: str, mentions: Sequence[Mention]) -> str:
        """The field; "cited" for a document that none of them has as signed there."""
        if field != "agreement":
            return field
        papers = [self.entries[mention.entry].record.agreements[mention.index] for mention in mentions]
        return field if any(paper.status in _SIGNED for paper in papers) else _SELDOM

    def claim(self, saying: Saying) -> Claim:
        """What is said, in the words of the first source that says so, and by whom."""
        says = []
        for group in saying.groups:
            first = [mention for mention in group if mention.entry == group[0].entry]
            shown = [self._value(saying.field, mention) for mention in first]
            if len(shown) > 1:
                shown[0] = replace(
                    shown[0], text=joined("; ", (foreign(link.text, link.lang) for link in shown)), lang=None
                )
            says.append((shown[0], tuple(self._source(ident) for ident in dict.fromkeys(m.entry for m in group))))
        label = self.labels[self._row(saying.field, [mention for group in saying.groups for mention in group])]
        if saying.field == "figure":
            mention = saying.groups[0][0]
            figure = self.entries[mention.entry].record.figures[mention.index]
            label = self.renderer.names.figure(figure.what)
        return Claim(label, tuple(says))

    def _outlet(self, entry: Entry) -> str:
        return entry.record.outlet or entry.article.metadata.outlet or ""

    def _source(self, ident: str) -> Link:
        """An article by its place among the sources, with its outlet where that is known."""
        entry = self.entries[ident]
        name = self.renderer._("source %(n)s") % {"n": list(self.entries).index(ident) + 1}
        own = self._outlet(entry)
        if own:
            name = Markup("{} ({})").format(name, foreign(own, self.foreign))
        return Link(name, urls.to(urls.article(ident)))

    def _value(self, field: str, mention: Mention) -> Link:
        """What an article says, linked to the row of its fact box."""
        renderer, record = self.renderer, self.entries[mention.entry].record
        anchor, text, lang = _ANCHORS.get(field, ""), "", None
        if field == "date":
            text = renderer.language.date(record.event_date.value)
        elif field == "until":
            text = f"{self.labels['until']} {renderer.language.date(record.event_end)}"
        elif field == "type" and record.event_type:
            text = renderer.names.event(record.event_type.id, record.event_type.as_written)
        elif field == "venue" and record.venue:
            text, lang = record.venue.as_written, self.foreign
        elif field == "ordinal" and record.series:
            text = renderer._("no. %(n)s") % {"n": record.series.ordinal}
        elif field == "party":
            fact = record.provinces[mention.index]
            name = renderer.names.province(fact.id, fact.name)
            anchor, text, lang = f"p-{fact.id.lower()}", name.text, name.lang
        elif field == "official":
            person = record.officials[mention.index]
            rank, position, _body = renderer.names.post(person.rank, person.position, person.organization)
            text = joined(", ", (renderer.names.written(person.name), rank, position))
            anchor = f"o{mention.index + 1}"
        elif field == "agreement":
            anchor, text = f"a{mention.index + 1}", record.agreements[mention.index].as_written
            lang = self.foreign
            status = record.agreements[mention.index].status
            if status not in _SIGNED:
                note = escape(renderer.box.statuses[status])
                text, lang = Markup("{} ({})").format(foreign(text, lang), note), None
        elif field == "figure":
            figure = record.figures[mention.index]
            amount = renderer.box.amount(figure.value, figure.unit, figure.qualifier)
            period = f" ({renderer.box.period(figure.period)})" if figure.period else ""
            anchor, text = f"n{mention.index + 1}", f"{renderer.names.figure(figure.what)}: {amount}{period}"
        return Link(text, f"{urls.to(urls.article(mention.entry))}#{anchor}", lang)
