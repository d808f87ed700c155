"""The index of provinces and a page for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from borderwire.gazetteer.types import Province
from borderwire.model import Entry, File, OfficialFact, ProvinceUse
from borderwire.site import urls
from borderwire.site.cards import province_link
from borderwire.site.charts import years_chart
from borderwire.site.contexts import Link, Partner, ProvincePage, ProvinceRow, ProvincesPage, Tenure
from borderwire.site.pages.agreements import agreement_rows
from borderwire.site.pages.bodies import bodies_of_province
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair, spellings
from borderwire.text import fold

_MOST_TENURES = 30
_MOST_AGREEMENTS = 20


def province_pages(renderer: Renderer) -> Iterator[File]:
    """provinces/index.html and provinces/CODE/."""
    _ = renderer._
    uses = renderer.shelves.archive.provinces
    met = _partners_met(renderer)
    sides = {
        country: tuple(_row(renderer, use, met.get(use.id, {})) for use in uses if use.country == country)
        for country in ("VN", "LA")
    }
    context = ProvincesPage(sides["VN"], sides["LA"])
    yield renderer.page("provinces.html", urls.PROVINCES, _("Provinces"), section="provinces", provinces=context)
    for use in uses:
        yield from _pages(renderer, use, met.get(use.id, {}))


def _partners_met(renderer: Renderer) -> dict[str, dict[str, int]]:
    """Province -> province of the other country -> events in which both take part."""
    found: dict[str, dict[str, int]] = {}
    for (vietnam, laos), entries in renderer.shelves.by_pair.items():
        number = renderer.shelves.met(entries)
        found.setdefault(vietnam, {})[laos] = number
        found.setdefault(laos, {})[vietnam] = number
    return found


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one.startswith("VN") else (other, one)


def _row(renderer: Renderer, use: ProvinceUse, met: dict[str, int]) -> ProvinceRow:
    row = renderer.shelves.terms.provinces.get(use.id)
    order = sorted(met, key=lambda ident: (-met[ident], ident))
    return ProvinceRow(
        link=province_link(renderer.shelves, renderer.names, use.id, use.name),
        other=_other_names(renderer, row),
        articles=renderer.number(len(use.entries)),
        partners=tuple(
            province_link(renderer.shelves, renderer.names, ident, "", renderer.number(met[ident]))
            for ident in order[:6]
        ),
        note=_merged(renderer, row),
    )


def _other_names(renderer: Renderer, row: Province | None) -> tuple[tuple[str, str], ...]:
    """The names of a province in the languages that the page does not speak; Vietnamese ones not without accents."""
    if row is None:
        return ()
    shown = renderer.names.province(row.id).text
    names = (("vi", row.name), ("en", row.name_en), ("lo", row.name_lao or ""))
    if row.country == "VN":
        return tuple((code, name) for code, name in names if name and fold(name) != fold(shown))
    return tuple((code, name) for code, name in names if name and name != shown)


def _merged(renderer: Renderer, row: Province | None) -> str:
    if row is None or row.merged_into is None:
        return ""
    return renderer._("until %(date)s; now part of %(province)s") % {
        "date": renderer.language.date(row.valid_until, short=True),
        "province": renderer.names.province(row.merged_into).text,
    }


def _changes(renderer: Renderer, row: Province | None) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """What became of the unit and what it was made from."""
    if row is None:
        return
    by_province = renderer.shelves.by_province

    def link(ident: str) -> Link:
        count = renderer.articles(len(by_province[ident])) if ident in by_province else ""
        return province_link(renderer.shelves, renderer.names, ident, "", count)

    if row.merged_into:
        date = renderer.language.date(row.valid_until)
        yield (
            renderer._("A unit of its own until %(date)s; since then part of") % {"date": date},
            (link(row.merged_into),),
        )
    if row.merged_from:
        yield renderer._("Took in on 1 July 2025"), tuple(link(ident) for ident in row.merged_from)
        together = {entry.id for ident in (row.id, *row.merged_from) for entry in by_province.get(ident, ())}
        yield renderer._("As of today, all of these: %(articles)s") % {"articles": renderer.articles(len(together))}, ()


def _pages(renderer: Renderer, use: ProvinceUse, met: dict[str, int]) -> Iterator[File]:
    shelves = renderer.shelves
    row = shelves.terms.provinces.get(use.id)
    name = renderer.names.province(use.id, use.name)
    entries = [shelves.entries[ident] for ident in use.entries]
    chart = years_chart("years", entries, renderer.language, renderer._("Articles by year"))
    documents = shelves.agreements_of_province.get(use.id, ())
    crumbs = (Link(renderer._("Provinces"), urls.to(urls.PROVINCES)),)
    for path, part, paging in paged(entries, urls.province(use.id), renderer.settings.page_size):
        is_first = paging.first <= 1
        context = ProvincePage(
            name=name.text,
            lang=name.lang,
            country=renderer.names.country(use.country),
            side=use.country.lower(),
            code=use.id,
            capital=(row.capital or "") if row else "",
            names=_other_names(renderer, row),
            spellings=_spellings(renderer, entries, use.id),
            changes=tuple(_changes(renderer, row)),
            partners=tuple(_partners(renderer, use.id, row, met)),
            bodies=bodies_of_province(renderer, use.id) if is_first else (),
            tenures=tuple(_tenures(renderer, use.id)) if is_first else (),
            agreements=tuple(
                agreement_rows(renderer, [shelves.agreements[ident] for ident in documents[:_MOST_AGREEMENTS]])
            )
            if is_first
            else (),
            chart=chart if is_first else None,
            cards=tuple(renderer.card_html(entry) for entry in part),
            paging=paging,
        )
        description = renderer.articles(len(entries))
        yield renderer.page(
            "province.html",
            path,
            name.text,
            section="provinces",
            description=description,
            crumbs=crumbs,
            province=context,
        )


def _spellings(renderer: Renderer, entries: Sequence[Entry], ident: str) -> tuple[Link, ...]:
    return tuple(Link(form, "", "vi", renderer.number(count)) for form, count in spellings(entries, ident))


def _partners(renderer: Renderer, ident: str, row: Province | None, met: dict[str, int]) -> Iterator[Partner]:
    """Neighbours across the border, met or not, then others that it met."""
    shelves = renderer.shelves
    neighbours = set(row.borders) if row else set()
    order = sorted(neighbours | set(met), key=lambda other: (-met.get(other, 0), shelves.north_to_south(other)))
    for other in order:
        link = province_link(shelves, renderer.names, other)
        count = met.get(other, 0)
        pair = urls.to(urls.pair(*_pair(ident, other))) if count else None
        yield Partner(link, renderer.events(count) if count else "", other in neighbours, pair)


def _tenures(renderer: Renderer, ident: str) -> Iterator[Tenure]:
    """People in office of the province: the office they were last seen in, newest first."""
    shelves = renderer.shelves
    rows = []
    for person_id in shelves.people_of_province.get(ident, ()):
        person = shelves.people[person_id]
        seen = [(shelves.entries[m.entry], m.index) for m in person.mentions]
        facts = [(entry, entry.record.officials[index]) for entry, index in seen]
        here = [(entry, fact) for entry, fact in facts if fact.province == ident]
        dates = sorted(entry.date for entry, _fact in here if entry.date)
        rows.append((dates[-1] if dates else "", person, here, dates))
    rows.sort(key=lambda item: (item[0], item[1].id), reverse=True)
    for _last, person, here, dates in rows[:_MOST_TENURES]:
        fact = _fullest([fact for _entry, fact in here])
        yield Tenure(
            person=Link(
                person.name, urls.to(urls.official(person.id)), None if renderer.language.code == "vi" else "vi"
            ),
            country=(person.country or "").lower(),
            rank=fact.rank or "",
            position=fact.position or "",
            organization=fact.organization or "",
            period=_between(renderer, dates),
        )


def _fullest(facts: Sequence[OfficialFact]) -> OfficialFact:
    """The latest mention that gives an office."""
    return next((fact for fact in reversed(facts) if fact.position), facts[-1])


def _between(renderer: Renderer, dates: Sequence[str]) -> str:
    count = Counter(date[:4] for date in dates)
    years = sorted(count)
    return "" if not years else years[0] if len(years) == 1 else f"{years[0]} – {years[-1]}"
