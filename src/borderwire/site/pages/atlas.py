"""The map of the border: provinces as shapes, shaded by articles, with lines between those that met."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from importlib.resources import files
from typing import Any

from borderwire.model import Entry, File
from borderwire.site import urls
from borderwire.site.cards import province_link, then_and_now
from borderwire.site.contexts import BorderMap, Link, MapLabel, MapLine, MapPage, MapPair, MapUnit, Merger, Rung
from borderwire.site.labels import Spot, place
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair

_SHADES = (1, 4, 12, 40)  # articles from which a province is shaded one step darker
_WIDTHS = (1, 3, 8, 20, 50)  # events from which a line is drawn one step wider
_SIZE, _PHONE_SIZE = 14.5, 24.0  # of names, in units of the drawing; site.css sets the same
_MOST = 12  # pairs told beside a map
_MERGER = "2025-07-01"  # Vietnam has 34 provinces, before 63 (National Assembly, Resolution 202/2025/QH15)


@cache
def geometry() -> Mapping[str, Any]:
    """`data/border.json`, made by `bench/make_map.py`. units: shapes by ISO 3166-2; eras: which of them exist."""
    text = files("borderwire.site").joinpath("data/border.json").read_text(encoding="utf-8")
    data: Mapping[str, Any] = json.loads(text)
    return data


def map_page(renderer: Renderer) -> Iterator[File]:
    """map/index.html"""
    _ = renderer._
    maps = (
        ("until-2025", _("Until 30 June 2025"), border_map(renderer, "until-2025", "old", before=_MERGER)),
        ("since-2025", _("All years, in the provinces of today"), border_map(renderer, "since-2025", "new")),
    )
    for _ident, era, drawing in maps:
        drawing.title = f"{drawing.title}: {era}"
    context = MapPage(maps, ladder(renderer), tuple(mergers(renderer)))
    yield renderer.page("map.html", urls.MAP, _("Map"), section="map", map=context)


def border_map(renderer: Renderer, ident: str, era: str, *, before: str | None = None) -> BorderMap:
    """The map of one era: `old` (63 units of Vietnam) or `new` (34), where what the older units did counts for the
    unit that they went into. before: an ISO date; only what surely was earlier counts."""
    _ = renderer._
    data = geometry()
    articles = _articles(renderer, era, before)
    places = {unit["id"]: _unit(renderer, unit, articles.get(unit["id"], 0)) for unit in data[era]}
    units = tuple(places[ident] for ident in sorted(places, key=lambda ident: _reading_order(renderer, ident)))
    rows = {unit["id"]: unit for unit in data[era]}
    met = {pair: number for pair, number in _met(renderer, era, before).items() if rows.keys() >= set(pair)}
    near = _bordering(renderer, era)
    close = {pair: number for pair, number in met.items() if pair in near}
    wide = _names(renderer, rows, articles, _order(rows, met, near), _SIZE)
    phone = _names(renderer, rows, articles, _order(rows, close, near), _PHONE_SIZE)
    lines = tuple(_lines(wide, met, near, phone.keys()))
    named = sum(unit.count != "" for unit in units)
    return BorderMap(
        id=ident,
        title=_("Map of the Vietnam–Laos border"),
        description=_("%(provinces)s provinces named by articles, %(pairs)s pairs that met. Schematic.")
        % {"provinces": renderer.number(named), "pairs": renderer.number(len(met))},
        width=data["width"],
        height=data["height"],
        units=units,
        lines=lines,
        border=data["border"],
        labels=tuple(wide.values()),
        phone_labels=tuple(phone.values()),
        shades=_steps(renderer, _SHADES, max(articles.values(), default=0)),
        weights=_steps(renderer, _WIDTHS, max(met.values(), default=0)),
        most=tuple(_most(renderer, met, era)),
    )


def _steps(renderer: Renderer, steps: Sequence[int], largest: int) -> tuple[tuple[int, str], ...]:
    """What each step stands for, as far as the largest number goes: "1", "2–3", "4+"."""
    reached = [step for step in steps if step <= largest]
    rows = []
    for at, first in enumerate(reached):
        last = reached[at + 1] - 1 if at + 1 < len(reached) else largest
        words = renderer.number(first) if first == last else f"{renderer.number(first)}–{renderer.number(last)}"
        rows.append((at + 1, words))
    return tuple(rows)


def _reading_order(renderer: Renderer, ident: str) -> tuple[bool, tuple[float, str]]:
    """Vietnam before Laos, each from north to south: the order in which the keyboard goes through the map."""
    return ident.startswith("LA"), renderer.shelves.north_to_south(ident)


def mergers(renderer: Renderer) -> Iterator[Merger]:
    """Provinces of today that were made of several, north to south."""
    rows = renderer.shelves.terms.provinces

    def link(ident: str) -> Link:
        return province_link(renderer.shelves, renderer.names, ident)

    for ident in sorted((row.id for row in rows.values() if row.merged_from), key=renderer.shelves.north_to_south):
        former = sorted({ident, *rows[ident].merged_from} & rows.keys(), key=renderer.shelves.north_to_south)
        yield Merger(link(ident), tuple(map(link, former)))


def _today(renderer: Renderer, ident: str, era: str) -> str:
    row = renderer.shelves.terms.provinces.get(ident)
    return row.merged_into if era == "new" and row and row.merged_into else ident


def _early(entry: Entry, before: str | None) -> bool:
    """The whole of the entry's date (a day, month or year) lies before the day."""
    date = entry.date
    return before is None or (date is not None and date + "-99-99"[len(date) - 4 :] < before)


def _articles(renderer: Renderer, era: str, before: str | None) -> dict[str, int]:
    found: dict[str, set[str]] = {}
    entry_of = renderer.shelves.entries
    for use in renderer.shelves.archive.provinces:
        early = {ident for ident in use.entries if _early(entry_of[ident], before)}
        found.setdefault(_today(renderer, use.id, era), set()).update(early)
    return {ident: len(entries) for ident, entries in found.items() if entries}


def _unit(renderer: Renderer, unit: Mapping[str, Any], count: int) -> MapUnit:
    ident = unit["id"]
    held = {use.id for use in renderer.shelves.archive.provinces}
    return MapUnit(
        name=renderer.names.province(ident, unit["name"]).text,
        path=unit["d"],
        shade=sum(count >= step for step in _SHADES),
        side=ident[:2].lower(),
        href=urls.to(urls.province(ident)) if ident in held else None,
        count=renderer.articles(count) if count else "",
    )


def _met(renderer: Renderer, era: str, before: str | None) -> dict[Pair, int]:
    """How many events the pairs of an era took part in, by id."""
    count: dict[Pair, set[str]] = {}
    event_of = renderer.shelves.event_of
    for pair, entries in renderer.shelves.by_pair.items():
        early = {event_of.get(entry.id, entry.id) for entry in entries if _early(entry, before)}
        if early:
            count.setdefault((_today(renderer, pair[0], era), _today(renderer, pair[1], era)), set()).update(early)
    return {pair: len(count[pair]) for pair in sorted(count)}


def _bordering(renderer: Renderer, era: str) -> frozenset[Pair]:
    """Pairs with a common border, and what they went into."""
    rows = renderer.shelves.terms.provinces.values()
    pairs = ((row.id, other) for row in rows if row.country == "VN" for other in row.borders)
    return frozenset((_today(renderer, one, era), _today(renderer, other, era)) for one, other in pairs)


def _order(rows: Mapping[str, Any], met: Mapping[Pair, int], near: AbstractSet[Pair]) -> list[str]:
    """Provinces to be named: ends of lines, those over the border before others, then what else lies on the border."""
    weight: dict[str, tuple[int, int]] = {}
    for pair, number in met.items():
        for ident in pair:
            before = weight.get(ident, (0, 0))
            weight[ident] = before[0] + number * (pair in near), before[1] + number
    along = [ident for ident, row in rows.items() if row.get("border")]
    return list(dict.fromkeys([*sorted(weight, key=lambda ident: (*(-n for n in weight[ident]), ident)), *along]))


def _names(
    renderer: Renderer, rows: Mapping[str, Any], articles: Mapping[str, int], order: Sequence[str], size: float
) -> dict[str, MapLabel]:
    """Those of the names, in the order in which they matter, that find room on the map."""
    data = geometry()
    names = {ident: renderer.names.province(ident, rows[ident]["name"]) for ident in order}
    spots = [
        Spot(ident, names[ident].text, rows[ident]["x"], rows[ident]["y"], ident.startswith("LA")) for ident in order
    ]
    found = {}
    for row in place(spots, size, data["width"], data["height"]):
        ident, name = row.spot.ident, names[row.spot.ident]
        x, y, named = rows[ident]["x"], rows[ident]["y"], bool(articles.get(ident))
        found[ident] = MapLabel(name.text, name.lang, ident[:2].lower(), x, y, row.x, row.y, row.anchor, named)
    return found


def _lines(
    named: Mapping[str, MapLabel], met: Mapping[Pair, int], near: AbstractSet[Pair], on_phone: AbstractSet[str]
) -> Iterator[MapLine]:
    """Lines between names, the faintest first; a line whose end has no name would lead to nowhere."""
    for pair in sorted(met, key=lambda pair: (pair in near, met[pair], pair)):
        if named.keys() >= set(pair):
            one, other = named[pair[0]], named[pair[1]]
            width = sum(met[pair] >= step for step in _WIDTHS)
            roomy = pair not in near or not on_phone >= set(pair)
            yield MapLine(one.x, one.y, other.x, other.y, width, pair not in near, roomy)


def _most(renderer: Renderer, met: Mapping[Pair, int], era: str) -> Iterator[MapPair]:
    """The pairs that met most often; count: how many events."""
    shelves = renderer.shelves
    for pair in sorted(met, key=lambda pair: (-met[pair], pair))[:_MOST]:
        path = shelves.pair_path(pair) if era == "new" else urls.pair(*pair)
        vietnam, laos = (renderer.names.province(ident) for ident in pair)
        sides = Link(vietnam.text, "", vietnam.lang), Link(laos.text, "", laos.lang)
        yield MapPair(urls.to(path), *sides, renderer.number(met[pair]))


def ladder(renderer: Renderer, *, main: bool = False) -> tuple[Rung, ...]:
    """Vietnamese provinces on the border or over it at a meeting, north to south, each with those that it met.
    main: only neighbours and those that met more than once."""
    shelves = renderer.shelves
    met: dict[str, dict[str, int]] = {}
    for pair, entries in shelves.by_pair.items():
        events = shelves.met(entries)
        if not main or events > 1 or shelves.borders(pair):
            met.setdefault(pair[0], {})[pair[1]] = events
    return tuple(
        Rung(
            then_and_now(renderer.shelves, renderer.names, vietnam),
            tuple(
                _pair_link(renderer, (vietnam, laos), met[vietnam][laos])
                for laos in sorted(met[vietnam], key=shelves.north_to_south)
            ),
        )
        for vietnam in sorted(met, key=shelves.north_to_south)
    )


def _pair_link(renderer: Renderer, pair: Pair, number: int) -> Link:
    link = province_link(renderer.shelves, renderer.names, pair[1], "", renderer.number(number))
    link.href = urls.to(urls.pair(*pair))
    return link
