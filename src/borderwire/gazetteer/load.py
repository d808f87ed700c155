"""The gazetteer as one value: all rows by id, and the matcher filled with all their forms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from borderwire.errors import GazetteerError
from borderwire.gazetteer.collected import Collected, Origin
from borderwire.gazetteer.lao import lao_key
from borderwire.gazetteer.matcher import Matcher, syllables
from borderwire.gazetteer.rows import Row, read_rows
from borderwire.gazetteer.sections import collect
from borderwire.gazetteer.types import (
    Body,
    District,
    DocumentType,
    EventType,
    Founding,
    Gate,
    Goods,
    Office,
    Province,
    Rank,
    State,
    Term,
    TopicType,
)
from borderwire.text import key


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Everything the gazetteer knows. All mappings are by id, in the order of the files.

    lao_keys: key of `gazetteer.lao.lao_key` -> ISO 3166-2 of the Lao province; goods_keys: match keys of a form of
    goods -> id; founding_rows: first match key of a form of a founding -> (all its keys, the founding); capital_rows:
    first match key of a capital -> (all its keys, id of the state); surnames: match keys of Vietnamese family names;
    shared: forms that may name two things of a kind; origins: (kind, id) -> file and lines, for messages.
    """

    provinces: Mapping[str, Province]
    districts: Mapping[str, District]
    gates: Mapping[str, Gate]
    ranks: Mapping[str, Rank]
    offices: Mapping[str, Office]
    bodies: Mapping[str, Body]
    documents: Mapping[str, DocumentType]
    events: Mapping[str, EventType]
    topics: Mapping[str, TopicType]
    goods: Mapping[str, Goods]
    foundings: Mapping[str, Founding]
    countries: Mapping[str, State]
    acts: Mapping[str, Term]
    matcher: Matcher
    lao_keys: Mapping[str, str]
    goods_keys: Mapping[tuple[str, ...], str]
    founding_rows: Mapping[str, tuple[tuple[tuple[str, ...], Founding], ...]]
    capital_rows: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    surnames: frozenset[str]
    shared: tuple[str, ...]
    origins: Mapping[tuple[str, str], Origin]

    def goods_of(self, words: str | None) -> str | None:
        """The id of the kind of goods that the words name whole."""
        return self.goods_keys.get(tuple(syllables(words))) if words else None


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer that ships with the package; read once."""
    return read_gazetteer(files("borderwire.gazetteer") / "data")


def read_gazetteer(folder: Traversable) -> Gazetteer:
    """The gazetteer of a folder of YAML files.

    Raises GazetteerError with file, line, key and remedy when a file does not read as rows of its sections; what
    the rows say of each other is for `gazetteer.check`.
    """
    return build_gazetteer(collect(_rows(folder)))


def build_gazetteer(collected: Collected) -> Gazetteer:
    things = collected.things
    capitals = _capital_rows(things.get("country", {}))
    matcher = Matcher(capitals)
    for entry, joined in collected.entries:
        matcher.add(entry, joined=joined)
    provinces: dict[str, Province] = things.get("province", {})
    return Gazetteer(
        provinces=provinces,
        districts=things.get("district", {}),
        gates=things.get("gate", {}),
        ranks=things.get("rank", {}),
        offices=things.get("office", {}),
        bodies=things.get("body", {}),
        documents=things.get("document", {}),
        events=things.get("event", {}),
        topics=things.get("topic", {}),
        goods=things.get("goods", {}),
        foundings=things.get("founding", {}),
        countries=things.get("country", {}),
        acts=things.get("act", {}),
        matcher=matcher,
        lao_keys=_lao_keys(provinces),
        goods_keys=_goods_keys(things.get("goods", {})),
        founding_rows=_founding_rows(things.get("founding", {})),
        capital_rows=capitals,
        surnames=frozenset(key(name) for name in collected.words["surnames"]),
        shared=collected.words["shared"],
        origins=collected.origins,
    )


def _goods_keys(rows: Mapping[str, Goods]) -> dict[tuple[str, ...], str]:
    keys: dict[tuple[str, ...], str] = {}
    for row in rows.values():
        for form in row.forms:
            keys.setdefault(tuple(syllables(form)), row.id)
    return keys


def _founding_rows(rows: Mapping[str, Founding]) -> dict[str, tuple[tuple[tuple[str, ...], Founding], ...]]:
    table: dict[str, tuple[tuple[tuple[str, ...], Founding], ...]] = {}
    for founding in rows.values():
        for form in founding.forms:
            keys = tuple(syllables(form))
            table[keys[0]] = (*table.get(keys[0], ()), (keys, founding))
    return table


def _capital_rows(states: Mapping[str, State]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    table: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {}
    for state in states.values():
        for name in state.capitals:
            keys = tuple(syllables(name))
            table[keys[0]] = (*table.get(keys[0], ()), (keys, state.id))
    return table


def _lao_keys(provinces: Mapping[str, Province]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for province in provinces.values():
        if province.country == "LA":
            for form in (province.name, *province.forms):
                keys.setdefault(lao_key(form), province.id)
    return keys


def _rows(folder: Traversable) -> Iterator[Row]:
    sources = sorted((item for item in folder.iterdir() if item.name.endswith(".yaml")), key=lambda item: item.name)
    if not sources:
        raise GazetteerError("there is no gazetteer data.", path=str(folder), hint="Reinstall borderwire.")
    for item in sources:
        yield from read_rows(item.name, item.read_text(encoding="utf-8"))
