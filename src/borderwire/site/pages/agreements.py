"""The index of agreements and a page for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from borderwire.model import Agreement, AgreementFact, AgreementStatus, Entry, File, Mention
from borderwire.site import urls
from borderwire.site.cards import people_links, phrase, then_and_now
from borderwire.site.contexts import AgreementMention, AgreementPage, AgreementRow, AgreementsPage, Link
from borderwire.site.judging import judged_rows, other_titles, titled
from borderwire.site.marks import ordered
from borderwire.site.orders import Order, links
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer
from borderwire.text import sort_key

_MOST_WANTED = 20
_STATUSES: tuple[AgreementStatus, ...] = ("signed", "exchanged", "planned", "referenced")


def agreement_rows(renderer: Renderer, items: Iterable[Agreement]) -> list[AgreementRow]:
    return [_row(renderer, item) for item in items]


def _row(renderer: Renderer, item: Agreement) -> AgreementRow:
    name = titled(renderer, item.titles, item.label)
    return AgreementRow(
        link=Link(name.text, urls.to(urls.agreement(item.id)), name.lang),
        iso=item.date or "",
        date=renderer.language.date(item.date, short=True),
        kind=renderer.names.document(item.type),
        status=item.status,
        status_name=renderer.box.statuses[item.status],
        parties=item.parties,
        articles=renderer.number(_articles(item)),
    )


def agreement_pages(renderer: Renderer) -> Iterator[File]:
    """agreements/index.html, agreements/by_ORDER/, their further pages, and agreements/ID/."""
    _ = renderer._
    items = renderer.shelves.archive.agreements
    count = Counter(item.status for item in items)
    statuses = tuple(
        (status, renderer.box.statuses[status], renderer.number(count[status])) for status in _STATUSES if count[status]
    )
    rows = {item.id: row for item, row in zip(items, agreement_rows(renderer, items), strict=True)}
    orders = _orders(renderer, rows)
    for order in orders:
        ways = links(orders, order, urls.AGREEMENTS)
        for path, part, paging in paged(order.sort(items), order.path(urls.AGREEMENTS), renderer.settings.page_size):
            cited, announced = _wanted(renderer) if path == urls.AGREEMENTS else ((), ())
            shown = tuple(rows[item.id] for item in part)
            context = AgreementsPage(shown, statuses, cited, announced, ways, paging)
            yield renderer.page("agreements.html", path, _("Agreements"), section="agreements", agreements=context)
    for item in items:
        yield _page(renderer, item)


def _orders(renderer: Renderer, rows: Mapping[str, AgreementRow]) -> tuple[Order[Agreement], ...]:
    """By itself the list has the archive's order, newest first."""
    _ = renderer._
    place = {item.id: number for number, item in enumerate(renderer.shelves.archive.agreements)}
    return (
        Order("", _("Newest first"), lambda item: place[item.id]),
        Order("title", _("By title"), lambda item: (sort_key(rows[item.id].link.text), place[item.id])),
        Order("status", _("By status"), lambda item: (_STATUSES.index(item.status), place[item.id])),
        Order("articles", _("Most articles first"), lambda item: (-_articles(item), place[item.id])),
    )


def _articles(item: Agreement) -> int:
    return len({mention.entry for mention in item.mentions})


def _wanted(renderer: Renderer) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Documents that no article reports as signed: those referred to, and those that are only announced."""
    shelves = renderer.shelves
    status = {ident: shelves.agreements[ident].status for ident in shelves.archive.wanted}
    cited = [ident for ident in status if status[ident] == "referenced"][:_MOST_WANTED]
    announced = [ident for ident in status if status[ident] == "planned"][:_MOST_WANTED]
    return agreement_links(renderer, cited), agreement_links(renderer, announced)


def _page(renderer: Renderer, item: Agreement) -> File:
    shelves = renderer.shelves
    facts = [(mention, _fact(shelves.entries[mention.entry], mention)) for mention in item.mentions]
    row = _row(renderer, item)
    context = AgreementPage(
        row=row,
        titles=other_titles((("vi", item.label), *item.titles), row.link.text),
        subject=next((fact.subject for _mention, fact in facts if fact.subject), ""),
        signers=_signers(renderer, item),
        lineage=tuple(_lineage(renderer, item)),
        reasons=renderer.reasonings.of_merges(item.merges),
        certainty=renderer.reasonings.certainty(item.merges),
        judged=judged_rows(renderer, item.judgements),
        provinces=_provinces(renderer, item),
        mentions=tuple(_mention(renderer, mention, fact) for mention, fact in facts),
    )
    crumbs = (Link(renderer._("Agreements"), urls.to(urls.AGREEMENTS)),)
    path = urls.agreement(item.id)
    title = row.link.text
    return renderer.page("agreement.html", path, title, section="agreements", crumbs=crumbs, agreement=context)


def _fact(entry: Entry, mention: Mention) -> AgreementFact:
    return entry.record.agreements[mention.index]


def _mention(renderer: Renderer, mention: Mention, fact: AgreementFact) -> AgreementMention:
    entry = renderer.shelves.entries[mention.entry]
    spans = ordered(fact.spans)
    shown = phrase(entry, spans[0], f"a{mention.index + 1}-1") if spans else None
    return AgreementMention(renderer.card(entry), shown, fact.status, renderer.box.statuses[fact.status])


def _lineage(renderer: Renderer, item: Agreement) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """How other documents belong to this one."""
    _, shelves = renderer._, renderer.shelves
    rows = (
        (_("Carries on"), (item.follows,) if item.follows else ()),
        (_("Carried on by"), shelves.followers.get(item.id, ())),
        (_("Carries out"), item.carries_out),
        (_("Carried out by"), shelves.carriers.get(item.id, ())),
    )
    for name, idents in rows:
        if idents:
            yield name, agreement_links(renderer, idents)


def agreement_links(renderer: Renderer, idents: Iterable[str]) -> tuple[Link, ...]:
    """Documents by id; count: their date."""
    items = [renderer.shelves.agreements[ident] for ident in idents]
    names = [titled(renderer, item.titles, item.label) for item in items]
    return tuple(
        Link(name.text, urls.to(urls.agreement(item.id)), name.lang, renderer.language.date(item.date, short=True))
        for item, name in zip(items, names, strict=True)
    )


def signed_links(renderer: Renderer, items: Sequence[Agreement]) -> tuple[Link, ...]:
    """Documents of one event. count: what tells one from others of the same name: the parties that only it has, else
    its date, "" where the name does. Of those that nothing tells apart only the first."""
    found: dict[tuple[str, str], Link] = {}
    for item, link in zip(items, agreement_links(renderer, [item.id for item in items]), strict=True):
        others = [other for other in items if other.label == item.label and other is not item]
        shared = {party for other in others for party in other.parties}
        own = "; ".join(party for party in item.parties if party not in shared)
        link.count = renderer.names.written(own) or link.count
        found.setdefault((link.text, link.count), link)
    same = Counter(text for text, _count in found)
    for link in found.values():
        link.count = link.count if same[link.text] > 1 else ""
    return tuple(found.values())


def _signers(renderer: Renderer, item: Agreement) -> tuple[Link, ...]:
    """Officials named in the articles that report the signing itself."""
    shelves = renderer.shelves
    found: dict[str, None] = {}
    for mention in item.mentions:
        entry = shelves.entries[mention.entry]
        if _fact(entry, mention).status in ("signed", "exchanged"):
            for index in range(len(entry.record.officials)):
                person = shelves.official_of.get((entry.id, index))
                if person:
                    found.setdefault(person)
    return people_links(shelves, list(found), renderer.names)


def _provinces(renderer: Renderer, item: Agreement) -> tuple[Link, ...]:
    shelves = renderer.shelves
    rows = shelves.provinces_of_agreement.get(item.id, ())
    return tuple(
        then_and_now(renderer.shelves, renderer.names, ident) for ident in sorted(rows, key=shelves.north_to_south)
    )
