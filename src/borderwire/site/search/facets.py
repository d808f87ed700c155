"""What articles can be filtered by: every value of every facet with its articles, for the browser to combine.

    search/facets.js           facets with their values, each with its articles as postings without levels
    search/facets/LANGUAGE.js  what facets and values are called

Where an article has one value at most (year, kind of event, outlet), choosing several means any of them; where it can
have several (provinces, topics ...), all of them.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from borderwire.model import Entry, File
from borderwire.site.renderer import Renderer
from borderwire.site.search.documents import force_name
from borderwire.site.search.files import script
from borderwire.site.search.index import LEVELS, encode
from borderwire.site.shelves import Shelves
from borderwire.text import slug


@dataclass(frozen=True, slots=True)
class Facet:
    """key: its name in addresses; single: an article has one value at most; of: values of an article."""

    key: str
    single: bool
    of: Callable[[Entry], Iterable[str]]


def facets(shelves: Shelves) -> tuple[Facet, ...]:
    """All facets, in the order in which they stand on the page."""
    forces = shelves.forces
    return (
        Facet("province", False, _provinces),
        Facet("year", True, lambda entry: (entry.year,) if entry.year else ()),
        Facet("event", True, lambda entry: (entry.record.event_type.id,) if entry.record.event_type else ()),
        Facet("topic", False, lambda entry: (topic.id for topic in entry.record.topics)),
        Facet("agreement", False, lambda entry: (item.type for item in entry.record.agreements)),
        Facet("body", False, lambda entry: forces.get(entry.id, ())),
        Facet("outlet", True, lambda entry: (slug(entry.record.outlet),) if entry.record.outlet else ()),
    )


def _provinces(entry: Entry) -> list[str]:
    """Those that take part or are the venue; all that are named where none does, as on the cards."""
    rows = entry.record.provinces
    return [fact.id for fact in rows if fact.role != "mentioned"] or [fact.id for fact in rows]


def collected(shelves: Shelves) -> dict[str, dict[str, list[int]]]:
    """Facet -> value -> numbers of its articles as the search index has them, most frequent value first."""
    entries = shelves.archive.entries
    found: dict[str, dict[str, list[int]]] = {}
    for facet in facets(shelves):
        values: dict[str, list[int]] = {}
        for number, entry in enumerate(reversed(entries)):
            for value in dict.fromkeys(facet.of(entry)):
                if value:
                    values.setdefault(value, []).append(number)
        if facet.key == "year":
            order = sorted(values, reverse=True)
        else:
            order = sorted(values, key=lambda value: (-len(values[value]), value))
        found[facet.key] = {value: values[value] for value in order}
    return found


def facet_file(shelves: Shelves) -> File:
    singles = {facet.key: facet.single for facet in facets(shelves)}
    rows: list[dict[str, Any]] = [
        {
            "key": key,
            "single": singles[key],
            "values": list(values),
            "articles": [encode(array("I", (number * LEVELS for number in row))) for row in values.values()],
        }
        for key, values in collected(shelves).items()
    ]
    return script("facets", rows)


def facet_words(renderer: Renderer) -> Iterator[File]:
    """search/facets/LANGUAGE.js"""
    _ = renderer._
    titles = facet_titles(renderer)
    found = collected(renderer.shelves)
    names = {key: {value: value_name(renderer, key, value) for value in values} for key, values in found.items()}
    rows = (entry.record.outlet for entry in renderer.shelves.archive.entries)
    outlets = {slug(outlet): outlet for outlet in rows if outlet}
    names["outlet"] = {value: outlets[value] for value in found["outlet"]}
    texts = {
        "clear": _("Clear the filters"),
        "find": _("Find in this list"),
        "none": _("No article has all of these."),
        "any": _("any of those chosen"),
        "every": _("all of those chosen"),
    }
    sides = {value: value[:2].lower() for value in found["province"]}
    value = {"titles": titles, "names": names, "sides": sides, "texts": texts}
    yield script(f"facets/{renderer.language.code}", value)


def facet_titles(renderer: Renderer) -> dict[str, str]:
    _ = renderer._
    return {
        "province": _("Province"),
        "year": _("Year"),
        "event": _("Kind of event"),
        "topic": _("Topic"),
        "agreement": _("Kind of agreement"),
        "body": _("Body of the officials"),
        "outlet": _("Outlet"),
    }


def value_name(renderer: Renderer, key: str, value: str) -> str:
    names = renderer.names
    named: dict[str, Callable[[str], str]] = {
        "province": lambda ident: names.province(ident).text,
        "event": names.event,
        "topic": names.topic,
        "agreement": names.document,
        "body": lambda kind: body_kind(renderer, kind),
    }
    return named[key](value) if key in named else value


def body_kind(renderer: Renderer, kind: str) -> str:
    """What a force or branch is called, whatever its place."""
    return force_name(renderer.language, kind)
