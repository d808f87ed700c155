"""The index of provinces and a page for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from borderwire.gazetteer.types import Province
from borderwire.model import Entry, File, OfficialFact, ProvinceUse
from borderwire.site import urls
from borderwire.site.cards import province_link, then_and_now
from borderwire.site.charts import years_chart
from borderwire.site.contexts import Link, Partner, ProvincePage, ProvinceRow, ProvincesPage, Tenure
from borderwire.site.eras import Changes, Through, through
from borderwire.site.foreign import filled
from borderwire.site.pages.agreements import agreement_rows
from borderwire.site.pages.announced import announced
from borderwire.site.pages.bodies import bodies_of_province
from borderwire.site.pages.holdings import figures_of, sections_by_year, sums_of_province, told_of
from borderwire.site.pages.series import series_of_province
from borderwire.site.paging import paged
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair, spellings
from borderwire.text import fold

Met = dict[str, int]  # province of the other country -> events in which both take part
_MOST_TENURES = 12  # that stand open
_MOST_AGREEMENTS = 20


def province_pages(renderer: Renderer) -> Iterator[File]:
    """provinces/index.html, provinces/CODE/, provinces/CODE/as_of_today/."""
    _ = renderer._
    shelves = renderer.shelves
    uses = shelves.archive.provinces
    then = _partners_met({pair: shelves.met(entries) for pair, entries in shelves.by_pair.items()})
    today = _partners_met(
        {
            pair: shelves.met(shelves.together(shelves.by_pair[one] for one in pairs))
            for pair, pairs in shelves.pairs_today.items()
        }
    )
    sides = {
        country: tuple(_row(renderer, use, then.get(use.id, {})) for use in uses if use.country == country)
        for country in ("VN", "LA")
    }
    context = ProvincesPage(sides["VN"], sides["LA"])
    yield renderer.page("provinces.html", urls.PROVINCES, _("Provinces"), section="provinces", provinces=context)
    units: dict[str, list[str]] = {}
    for use in uses:
        units.setdefault(shelves.today(use.id), []).append(use.id)
    for ident, row in units.items():
        yield from _today_pages(renderer, ident, sorted(row, key=lambda unit: unit != ident), then, today)


def _partners_met(pairs: Mapping[Pair, int]) -> dict[str, Met]:
    """Province -> province of the other country -> events in which both take part."""
    found: dict[str, Met] = {}
    for (vietnam, laos), number in pairs.items():
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
    return filled(
        renderer._("until %(date)s; now part of %(province)s"),
        date=renderer.language.date(row.valid_until, short=True),
        province=renderer.names.province(row.merged_into).marked,
    )


def _through(renderer: Renderer, today: str, units: Sequence[str]) -> Through | None:
    """The province of today and the units that articles name, with how many."""
    by_province, rows = renderer.shelves.by_province, renderer.shelves.terms.provinces

    def link(ident: str, entries: Sequence[Entry]) -> Link:
        name = renderer.names.province(ident)
        return Link(name.text, urls.province(ident), name.lang, renderer.articles(len(entries)))

    together = renderer.shelves.together(by_province[unit] for unit in units)
    until = next((rows[unit].valid_until for unit in units if unit != today), None)
    return through([link(unit, by_province[unit]) for unit in units], link(today, together), until)


def _changes(renderer: Renderer, row: Province | None, time: Through | None, here: int | None) -> Changes:
    """What became of the unit and what it was made from, also where no article names that."""
    told = time.changes(renderer, here) if time else ()
    if row is None or not row.merged_from:
        return told
    by_province = renderer.shelves.by_province
    counts = {ident: renderer.articles(len(by_province[ident])) for ident in row.merged_from if ident in by_province}
    former = (
        province_link(renderer.shelves, renderer.names, ident, "", counts.get(ident, "")) for ident in row.merged_from
    )
    return (renderer._("Took in on 1 July 2025"), tuple(former)), *told[1:]


def _today_pages(
    renderer: Renderer, today: str, units: Sequence[str], met: Mapping[str, Met], met_today: Mapping[str, Met]
) -> Iterator[File]:
    """A page for each unit that the province of today is for the articles, and one for all where these are several."""
    time = _through(renderer, today, units)
    for place, unit in enumerate(units):
        later = met_today.get(today, {}) if time else {}
        partners = tuple(_partners(renderer, unit, (unit,), met.get(unit, {}), later))
        yield from _pages(renderer, unit, (unit,), partners, time, place)
    if time:
        partners = tuple(_partners(renderer, today, units, met_today.get(today, {})))
        yield from _pages(renderer, today, units, partners, time, None)


def _pages(
    renderer: Renderer,
    ident: str,
    units: Sequence[str],
    partners: tuple[Partner, ...],
    time: Through | None,
    here: int | None,
) -> Iterator[File]:
    """The pages of a province. units: what articles name that is it."""
    shelves = renderer.shelves
    row = shelves.terms.provinces.get(ident)
    use = next(use for use in shelves.archive.provinces if use.id in units)
    name = renderer.names.province(ident, use.name)
    title = f"{name.text}: {renderer._('as of today')}" if time and here is None else name.text
    entries = shelves.together(shelves.by_province[unit] for unit in units)
    path = urls.province(ident)
    address = path if here is not None else urls.as_of_today(path)
    chart = years_chart("years", entries, renderer.language, renderer._("Articles by year"))
    idents = dict.fromkeys(item for unit in units for item in shelves.agreements_of_province.get(unit, ()))
    documents = [shelves.agreements[item] for item in idents]
    told = told_of(renderer, entries, units, documents)
    tenures = tuple(_tenures(renderer, units))
    shown = len(tenures) if len(tenures) <= _MOST_TENURES * 1.25 else _MOST_TENURES
    crumbs = (Link(renderer._("Provinces"), urls.to(urls.PROVINCES)),)
    for path, part, paging in paged(entries, address, renderer.settings.page_size):
        is_first = paging.first <= 1
        context = ProvincePage(
            name=name.text,
            told=told,
            lang=name.lang,
            country=renderer.names.country(use.country),
            side=use.country.lower(),
            code=ident,
            capital=(row.capital or "") if row else "",
            names=_other_names(renderer, row),
            spellings=_spellings(renderer, entries, units),
            changes=_changes(renderer, row, time, here),
            partners=partners,
            bodies=tuple(link for unit in units for link in bodies_of_province(renderer, unit)) if is_first else (),
            tenures=tenures[:shown] if is_first else (),
            more_tenures=tenures[shown:] if is_first else (),
            agreements=tuple(agreement_rows(renderer, documents[:_MOST_AGREEMENTS])) if is_first else (),
            rows=series_of_province(renderer, ident) if is_first else (),
            announced=announced(renderer, _taking_part(entries, units)) if is_first else (),
            sums=sums_of_province(renderer, ident) if is_first else (),
            figures=figures_of(renderer, entries, units) if is_first else (),
            eras=time.eras(here) if time else None,
            chart=chart if is_first else None,
            sections=tuple(sections_by_year(renderer, part, units)),
            paging=paging,
        )
        yield renderer.page(
            "province.html",
            path,
            title,
            section="provinces",
            description=f"{title}: {told}.",
            crumbs=crumbs,
            province=context,
        )


def _taking_part(entries: Sequence[Entry], units: Sequence[str]) -> list[Entry]:
    return [
        entry
        for entry in entries
        if any(fact.id in units and fact.role != "mentioned" for fact in entry.record.provinces)
    ]


def _spellings(renderer: Renderer, entries: Sequence[Entry], units: Sequence[str]) -> tuple[Link, ...]:
    rows = [row for unit in units for row in spellings(entries, unit)]
    return tuple(Link(form, "", "vi", renderer.number(count)) for form, count in rows)


def _partners(
    renderer: Renderer, ident: str, units: Sequence[str], met: Met, later: Met | None = None
) -> Iterator[Partner]:
    """Neighbours across the border, met or not, then others that it met. units: what articles name that is it; later:
    what all met that are one today, where only those are told that met under this name."""
    shelves = renderer.shelves
    rows = (shelves.terms.provinces.get(unit) for unit in (ident, *units))
    neighbours = {other for row in rows if row for other in row.borders}
    order = sorted(neighbours | set(met), key=lambda other: (-met.get(other, 0), shelves.north_to_south(other)))
    for other in order:
        count, today = met.get(other, 0), (later or {}).get(shelves.today(other), 0)
        pair, whole = _pair(ident, other), _pair(shelves.today(ident), shelves.today(other))
        told = renderer.events(count) if count else ""
        if today and not count:
            told = renderer._("as of today: %(events)s") % {"events": renderer.events(today)}
        is_whole = later is None or not count
        path = shelves.pair_path(whole) if told and is_whole else urls.pair(*pair)
        yield Partner(
            link=then_and_now(shelves, renderer.names, other),
            met=told,
            borders=other in neighbours,
            pair=urls.to(path) if told else None,
        )


def _tenures(renderer: Renderer, units: Sequence[str]) -> Iterator[Tenure]:
    """People in office of the province: the office they were last seen in, newest first."""
    shelves = renderer.shelves
    rows = []
    for person_id in dict.fromkeys(ident for unit in units for ident in shelves.people_of_province.get(unit, ())):
        person = shelves.people[person_id]
        seen = [(shelves.entries[m.entry], m.index) for m in person.mentions]
        facts = [(entry, entry.record.officials[index]) for entry, index in seen]
        here = [(entry, fact) for entry, fact in facts if fact.province in units]
        dates = sorted(entry.date for entry, _fact in here if entry.date)
        rows.append((dates[-1] if dates else "", person, here, dates))
    rows.sort(key=lambda item: (item[0], item[1].id), reverse=True)
    for _last, person, here, dates in rows:
        fact = _fullest([fact for _entry, fact in here])
        rank, position, organization = renderer.names.post(fact.rank, fact.position, fact.organization)
        yield Tenure(
            person=Link(
                person.name, urls.to(urls.official(person.id)), None if renderer.language.code == "vi" else "vi"
            ),
            country=(person.country or "").lower(),
            rank=rank,
            position=position,
            organization=organization,
            period=_between(renderer, dates),
        )


def _fullest(facts: Sequence[OfficialFact]) -> OfficialFact:
    """The latest mention that gives an office."""
    return next((fact for fact in reversed(facts) if fact.position), facts[-1])


def _between(renderer: Renderer, dates: Sequence[str]) -> str:
    count = Counter(date[:4] for date in dates)
    years = sorted(count)
    return "" if not years else years[0] if len(years) == 1 else f"{years[0]} – {years[-1]}"
