"""The map of the border: provinces as shapes, shaded by articles, with lines between those that met."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from borderwire.model import File
from borderwire.site import urls
from borderwire.site.cards import province_link, then_and_now
from borderwire.site.contexts import BorderMap, Link, MapLine, MapPage, MapUnit, Merger, Rung
from borderwire.site.renderer import Renderer
from borderwire.site.shelves import Pair

_SHADES = (1, 4, 12, 40)  # articles from which a province is shaded one step darker
_WIDTHS = (1, 3, 8, 20, 50)  # events from which a line is drawn one step wider


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
        ("until-2025", _("Until 30 June 2025"), border_map(renderer, "until-2025", "old")),
        ("since-2025", _("Since 1 July 2025"), border_map(renderer, "since-2025", "new")),
    )
    for _ident, era, drawing in maps:
        drawing.title = f"{drawing.title}: {era}"
    context = MapPage(maps, ladder(renderer), tuple(mergers(renderer)))
    yield renderer.page("map.html", urls.MAP, _("Map"), section="map", map=context)


def border_map(renderer: Renderer, ident: str, era: str) -> BorderMap:
    """The map of one era: `old` (63 units of Vietnam) or `new` (34), where what the older units did counts for the
    unit that they went into."""
    _ = renderer._
    data = geometry()
    articles = _articles(renderer, era)
    places = {unit["id"]: _unit(renderer, unit, articles.get(unit["id"], 0)) for unit in data[era]}
    units = tuple(places[ident] for ident in sorted(places, key=lambda ident: _reading_order(renderer, ident)))
    lines = tuple(_lines(renderer, places, era))
    named = sum(unit.count != "" for unit in units)
    return BorderMap(
        id=ident,
        title=_("Map of the Vietnam–Laos border"),
        description=_("%(provinces)s provinces named by articles, %(pairs)s pairs that met. Schematic.")
        % {"provinces": renderer.number(named), "pairs": renderer.number(len(lines))},
        width=data["width"],
        height=data["height"],
        units=units,
        lines=lines,
        border=data["border"],
    )


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


def _articles(renderer: Renderer, era: str) -> dict[str, int]:
    found: dict[str, set[str]] = {}
    for use in renderer.shelves.archive.provinces:
        found.setdefault(_today(renderer, use.id, era), set()).update(use.entries)
    return {ident: len(entries) for ident, entries in found.items()}


def _unit(renderer: Renderer, unit: Mapping[str, Any], count: int) -> MapUnit:
    ident = unit["id"]
    name = renderer.names.province(ident, unit["name"])
    held = {use.id for use in renderer.shelves.archive.provinces}
    return MapUnit(
        name=name.text,
        lang=name.lang,
        path=unit["d"],
        x=unit["x"],
        y=unit["y"],
        shade=sum(count >= step for step in _SHADES),
        side=ident[:2].lower(),
        href=urls.to(urls.province(ident)) if ident in held else None,
        count=renderer.articles(count) if count else "",
        label=bool(unit.get("border")),
    )


def _lines(renderer: Renderer, places: Mapping[str, MapUnit], era: str) -> Iterator[MapLine]:
    count: dict[Pair, set[str]] = {}
    event_of = renderer.shelves.event_of
    for pair, entries in renderer.shelves.by_pair.items():
        today = _today(renderer, pair[0], era), _today(renderer, pair[1], era)
        count.setdefault(today, set()).update(event_of.get(entry.id, entry.id) for entry in entries)
    for pair in sorted(count):
        one, other = (places.get(ident) for ident in pair)
        if one and other:
            width = sum(len(count[pair]) >= step for step in _WIDTHS)
            yield MapLine(one.x, one.y, other.x, other.y, width)


def ladder(renderer: Renderer) -> tuple[Rung, ...]:
    """Vietnamese provinces on the border or over it at a meeting, north to south, each with those that it met."""
    shelves = renderer.shelves
    met: dict[str, dict[str, int]] = {}
    for (vietnam, laos), entries in shelves.by_pair.items():
        met.setdefault(vietnam, {})[laos] = shelves.met(entries)
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
