"""Bodies: the index by kind, and a page for each force or branch of a province or of a country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from borderwire.model import BodyUse, Entry, File, OfficialFact, Person
from borderwire.site import urls
from borderwire.site.cards import province_link
from borderwire.site.charts import years_chart
from borderwire.site.contexts import BodiesPage, BodyPage, BodyRow, Link, Tenure
from borderwire.site.eras import Through, through
from borderwire.site.foreign import filled, plain
from borderwire.site.languages import SOURCE_LANGUAGE, capital
from borderwire.site.orders import Order, links
from borderwire.site.pages.agreements import agreement_rows
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer
from borderwire.site.search.documents import ALIAS, NAME, Document, also
from borderwire.site.search.facets import body_kind
from borderwire.site.shelves import Shelves
from borderwire.text import sort_key

_MOST_PEOPLE = 60
_MOST_AGREEMENTS = 20
_MOST_COUNTERPARTS = 12
_MOST_SPELLINGS = 12


def body_pages(renderer: Renderer) -> Iterator[File]:
    """bodies/index.html, bodies/by_ORDER/, bodies/ID/, bodies/ID/as_of_today/."""
    yield from _index(renderer)
    for group in _today(renderer).values():
        yield from _group(renderer, group)


def _index(renderer: Renderer) -> Iterator[File]:
    bodies = renderer.shelves.archive.bodies
    orders = _orders(renderer, bodies)
    for order in orders:
        size = renderer.settings.page_size * 2
        for path, part, paging in paged(order.sort(bodies), order.path(urls.BODIES), size):
            groups = [
                (f"k-{kind}" if kind else "all", capital(body_kind(renderer, kind)) if kind else "", tuple(rows))
                for kind, rows in groupby(part, key=lambda body: "" if order.id else body.kind)
            ]
            shown = tuple((anchor, name, tuple(_row(renderer, body) for body in rows)) for anchor, name, rows in groups)
            context = BodiesPage(shown, links(orders, order, urls.BODIES), paging)
            yield renderer.page("bodies.html", path, renderer._("Bodies"), section="officials", bodies=context)


def _orders(renderer: Renderer, bodies: Sequence[BodyUse]) -> tuple[Order[BodyUse], ...]:
    """By itself the list has kinds, that with most articles first; in them bodies of the whole country first, then
    Vietnam and Laos from north to south."""
    _ = renderer._
    of_kind: Counter[str] = Counter()
    for body in bodies:
        of_kind[body.kind] += len(body.entries)
    north_to_south = renderer.shelves.north_to_south
    names = {body.id: sort_key(body_name(renderer, body)) for body in bodies}
    return (
        Order(
            "",
            _("By kind"),
            lambda body: (
                *(-of_kind[body.kind], body.kind),
                *(body.province is not None, body.country == "LA", north_to_south(body.province or ""), body.id),
            ),
        ),
        Order("name", _("By name"), lambda body: (names[body.id], body.id)),
        Order("officials", _("Most officials first"), lambda body: (-len(body.people), names[body.id], body.id)),
        Order("articles", _("Most articles first"), lambda body: (-len(body.entries), names[body.id], body.id)),
    )


def body_name(renderer: Renderer, body: BodyUse) -> str:
    """`Police of Điện Biên`, `Ministry of Public Security, Laos`."""
    return plain(_label(renderer, body))


def _label(renderer: Renderer, body: BodyUse) -> str:
    """The name, with that of the province marked where it is not in the page's language."""
    _ = renderer._
    if body.province:
        forms = {
            "police": _("Police of %(place)s"),
            "border-guard": _("Border Guard of %(place)s"),
            "army": _("Military command of %(place)s"),
            "government": _("Authorities and Party of %(place)s"),
            "customs": _("Customs of %(place)s"),
            "court": _("Courts of %(place)s"),
            "procuracy": _("Procuracy of %(place)s"),
        }
        return filled(forms[body.kind], place=renderer.names.province(body.province).marked)
    forms = {
        "police": _("Ministry of Public Security, %(country)s"),
        "border-guard": _("Border Guard, %(country)s"),
        "army": _("Ministry of Defence and army, %(country)s"),
        "government": _("Government, parliament and Party, %(country)s"),
        "customs": _("Customs, %(country)s"),
        "court": _("Courts, %(country)s"),
        "procuracy": _("Procuracy, %(country)s"),
    }
    return forms[body.kind] % {"country": renderer.names.country(body.country)}


def body_link(renderer: Renderer, body: BodyUse) -> Link:
    """count: how many articles name the body."""
    return Link(_label(renderer, body), urls.to(urls.body(body.id)), None, renderer.number(len(body.entries)))


def _across(renderer: Renderer, body: BodyUse, events: int) -> Link:
    link = body_link(renderer, body)
    link.count = renderer.events(events)
    return link


def bodies_of_province(renderer: Renderer, ident: str) -> tuple[Link, ...]:
    return tuple(body_link(renderer, body) for body in renderer.shelves.archive.bodies if body.province == ident)


def body_documents(renderers: Sequence[Renderer]) -> list[Document]:
    """The bodies as the search index finds them, named in every language."""
    rows = []
    for body in renderers[0].shelves.archive.bodies:
        labels = tuple(body_name(renderer, body) for renderer in renderers)
        lines = [(NAME, label) for label in dict.fromkeys(labels)]
        lines += [(ALIAS, written) for written in body.written[:_MOST_SPELLINGS]]
        lines += [(ALIAS, name) for name in also(body.kind)]
        rows.append(Document("body", urls.body(body.id), labels, count=len(body.entries), lines=lines))
    return rows


def _row(renderer: Renderer, body: BodyUse) -> BodyRow:
    return BodyRow(
        link=body_link(renderer, body),
        side=body.country.lower(),
        written=body.written[0] if body.written else "",
        people=renderer.number(len(body.people)),
        agreements=renderer.number(len(body.agreements)),
        articles=renderer.number(len(body.entries)),
    )


def _counterparts(shelves: Shelves, body: BodyUse) -> list[tuple[str, int]]:
    """Bodies of the other country that take part in the same events, with how many; most events first."""
    count: Counter[str] = Counter()
    for event in shelves.events_of(body.present):
        others = (shelves.bodies[ident] for ident in shelves.bodies_at.get(event, ()))
        count.update(other.id for other in others if other.country != body.country)
    return sorted(count.items(), key=lambda item: (-item[1], item[0]))[:_MOST_COUNTERPARTS]


def _today(renderer: Renderer) -> dict[tuple[str, str], list[BodyUse]]:
    """Kind and province of today, or country -> its bodies as articles named them, that of today first."""
    shelves = renderer.shelves
    found: dict[tuple[str, str], list[BodyUse]] = {}
    for body in shelves.archive.bodies:
        place = shelves.today(body.province) if body.province else body.country
        found.setdefault((body.kind, place), []).append(body)
    return {key: sorted(row, key=lambda body: (body.province != key[1], body.id)) for key, row in found.items()}


def _group(renderer: Renderer, group: Sequence[BodyUse]) -> Iterator[File]:
    """A page for each body, and one for all of them where a merger makes several one."""
    whole = _whole(renderer, group)

    def link(body: BodyUse) -> Link:
        return Link(_label(renderer, body), urls.body(body.id), None, renderer.articles(len(body.entries)))

    former = (renderer.shelves.terms.provinces.get(body.province or "") for body in group)
    until = next((row.valid_until for row in former if row and row.merged_into), None)
    time = through([link(body) for body in group], link(whole), until)
    for place, body in enumerate(group):
        yield from _pages(renderer, body, urls.body(body.id), time, place)
    if time:
        yield from _pages(renderer, whole, urls.as_of_today(urls.body(whole.id)), time, None)


def _whole(renderer: Renderer, group: Sequence[BodyUse]) -> BodyUse:
    """The bodies as that of today."""
    shelves, first = renderer.shelves, group[0]
    if first.province is None or (len(group) == 1 and shelves.today(first.province) == first.province):
        return first
    province = shelves.today(first.province)
    lists = ([shelves.entries[ident] for ident in body.entries] for body in group)
    staffed = {ident for body in group for ident in body.staffed}
    present = {ident for body in group for ident in body.present}
    entries = tuple(entry.id for entry in shelves.together(lists))
    return BodyUse(
        id=f"{first.kind}-{province.lower()}",
        kind=first.kind,
        country=first.country,
        province=province,
        written=tuple(dict.fromkeys(text for body in group for text in body.written)),
        people=tuple(dict.fromkeys(ident for body in group for ident in body.people)),
        entries=entries,
        agreements=tuple(dict.fromkeys(ident for body in group for ident in body.agreements)),
        staffed=tuple(ident for ident in entries if ident in staffed),
        present=tuple(ident for ident in entries if ident in present),
    )


def _pages(renderer: Renderer, body: BodyUse, path: str, time: Through | None, here: int | None) -> Iterator[File]:
    _, shelves = renderer._, renderer.shelves
    entries = [shelves.entries[ident] for ident in body.entries]
    name = body_name(renderer, body)
    title = f"{name}: {_('as of today')}" if time and here is None else name
    crumbs = (Link(_("Bodies"), urls.to(urls.BODIES)),)
    across = _counterparts(shelves, body)
    for address, part, paging in paged(entries, path, renderer.settings.page_size):
        is_first = paging.first <= 1
        documents = [shelves.agreements[ident] for ident in body.agreements[:_MOST_AGREEMENTS]]
        context = BodyPage(
            name=_label(renderer, body),
            side=body.country.lower(),
            kind=body_kind(renderer, body.kind),
            country=renderer.names.country(body.country),
            province=province_link(shelves, renderer.names, body.province) if body.province else None,
            changes=time.changes(renderer, here) if time else (),
            eras=time.eras(here) if time else None,
            written=body.written[:_MOST_SPELLINGS] if is_first else (),
            counterparts=tuple(_across(renderer, shelves.bodies[ident], count) for ident, count in across),
            tenures=tuple(_tenures(renderer, body)) if is_first else (),
            agreements=tuple(agreement_rows(renderer, documents)) if is_first else (),
            chart=years_chart("years", entries, renderer.language, _("Articles by year")) if is_first else None,
            cards=tuple(renderer.card_html(entry) for entry in part),
            paging=paging,
        )
        description = renderer.articles(len(entries))
        yield renderer.page(
            "body.html", address, title, section="officials", description=description, crumbs=crumbs, body=context
        )


def _tenures(renderer: Renderer, body: BodyUse) -> Iterator[Tenure]:
    """The people of the body with the office they were last seen in, those seen last first."""
    shelves = renderer.shelves
    held = set(body.staffed)
    rows: list[tuple[str, Person, list[tuple[Entry, OfficialFact]]]] = []
    for ident in body.people:
        person = shelves.people[ident]
        facts = [(shelves.entries[m.entry], m.index) for m in person.mentions if m.entry in held]
        seen = [(entry, entry.record.officials[index]) for entry, index in facts]
        rows.append((max((entry.date or "" for entry, _fact in seen), default=""), person, seen))
    rows.sort(key=lambda row: sort_key(row[1].name))
    rows.sort(key=lambda row: row[0], reverse=True)
    for _last, person, seen in rows[:_MOST_PEOPLE]:
        fact = next((fact for _entry, fact in reversed(seen) if fact.position), seen[-1][1])
        lang = None if renderer.language.code == SOURCE_LANGUAGE else SOURCE_LANGUAGE
        rank, position, organization = renderer.names.post(fact.rank, fact.position, fact.organization)
        yield Tenure(
            person=Link(person.name, urls.to(urls.official(person.id)), lang),
            country=(person.country or "").lower(),
            rank=rank,
            position=position,
            organization=organization,
            period=_between([entry.date for entry, _fact in seen]),
        )


def _between(dates: Sequence[str | None]) -> str:
    years = sorted({date[:4] for date in dates if date})
    return "" if not years else years[0] if len(years) == 1 else f"{years[0]} – {years[-1]}"
