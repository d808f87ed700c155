"""People, documents, events and rows of meetings of two builds: which were put together, parted, or changed; rows of
meetings also: which came or went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from borderwire.changes.facts import versions_told
from borderwire.changes.snapshot import Snapshot
from borderwire.model import Cause, ThingChange
from borderwire.text import squash

Json = dict[str, Any]
Ruling = tuple[tuple[str, ...], "frozenset[Name]"]  # in words; of which mentions
Name = tuple[str, str, int]  # source path; the words, squashed, "" for the whole article; number among equals
_KINDS = (
    ("people", "person", "officials", "name"),
    ("agreements", "agreement", "agreements", "as_written"),
    ("events", "event", "", ""),
    ("series", "series", "", ""),
)
_LINKS = ("follows", "carries_out")  # ids of other documents
# What is compared of a thing that has the same mentions in both builds.
_FIELDS = {
    "people": ("name", "titles"),
    "agreements": ("label", "titles", "status", "date", "parties", *_LINKS),
    "events": ("date", "type", "ordinal", "venue"),
    "series": ("titles", "missing", "next"),
}


@dataclass(frozen=True, slots=True)
class _Side:
    """The things of one kind in one build. of: mention -> number of its thing; rows: the things; rulings: what
    judgements and names of the keeper say, with the mentions that they speak of; at: id -> number."""

    of: dict[Name, int]
    rows: list[Json]
    members: list[list[Name]]
    rulings: list[Ruling]
    at: dict[str, int]

    def under(self, idents: Any) -> list[int]:
        """Numbers of the things that stand under an id or a list of ids."""
        rows = idents if isinstance(idents, list) else [idents]
        return [self.at[ident] for ident in rows if isinstance(ident, str) and ident in self.at]


def thing_changes(old: Snapshot, new: Snapshot, touched: frozenset[str]) -> Iterator[ThingChange]:
    """What differs. touched: paths of articles that came, went, or are read differently."""
    if not old.things or not new.things:
        return
    versions = (old.version, new.version)
    for key, what, facts, words in _KINDS:
        before, after = _side(old, key, what, facts, words), _side(new, key, what, facts, words)
        yield from _changes(key, what, before, after, touched, versions)


class _Names:
    """Mentions of one build by names that the other build knows too."""

    def __init__(self, build: Snapshot, facts: str, words: str) -> None:
        self._paths = {str(row["id"]): path for path, row in build.records.items()}
        self._named: dict[tuple[str, int], Name] = {}
        for path, row in build.records.items() if facts else ():
            count: dict[str, int] = defaultdict(int)
            for index, fact in enumerate(_dicts(row.get(facts))):
                name = squash(str(fact.get(words) or ""))
                self._named[str(row["id"]), index] = (path, name, count[name])
                count[name] += 1

    def articles(self, idents: Any) -> list[Name]:
        rows = idents if isinstance(idents, list) else []
        return [(self._paths[ident], "", 0) for ident in rows if ident in self._paths]

    def mentions(self, rows: Iterable[Any]) -> list[Name]:
        """Those that are there."""
        found: list[Name | None] = []
        for row in rows:
            if isinstance(row, dict) and row.get("article") in self._paths:
                index = row.get("index")
                whole = (self._paths[row["article"]], "", 0)
                found.append(self._named.get((row["article"], index)) if isinstance(index, int) else whole)
        return [name for name in found if name is not None]


def _side(build: Snapshot, key: str, what: str, facts: str, words: str) -> _Side:
    names = _Names(build, facts, words)
    events = {str(event.get("id")): event for event in build.things.get("events", ())}

    def members(row: Json) -> list[Name]:
        if key == "events":
            return names.articles(row.get("articles"))
        if key == "series":
            held = [events[slot["event"]] for slot in _dicts(row.get("meetings")) if slot.get("event") in events]
            return [name for event in held for name in names.articles(event.get("articles"))]
        return names.mentions(_dicts(row.get("mentions")))

    rows = build.things.get(key, [])
    groups = [members(row) for row in rows]
    rulings = [*_judgements(build, what, names), *_namings(build, what, names)]
    of = {name: number for number, group in enumerate(groups) for name in group}
    return _Side(of, rows, groups, rulings, {_ident(row): number for number, row in enumerate(rows)})


def _judgements(build: Snapshot, what: str, names: _Names) -> Iterator[Ruling]:
    for row in build.things.get("judgements", ()):
        if row.get("what") == what:
            words = tuple(str(row.get(key) or "") for key in ("verdict", "why", "by"))
            yield words, frozenset(names.mentions([row.get("one"), row.get("other")]))


def _namings(build: Snapshot, what: str, names: _Names) -> Iterator[Ruling]:
    for row in build.things.get("names", ()):
        if row.get("what") == what:
            yield (
                ("name", str(row.get("preferred")), str(row.get("titles"))),
                frozenset(names.mentions([row.get("of")])),
            )


def _dicts(value: Any) -> list[Json]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _changes(
    key: str, what: str, old: _Side, new: _Side, touched: frozenset[str], versions: tuple[str, str]
) -> Iterator[ThingChange]:
    for number, (row, group) in enumerate(zip(new.rows, new.members, strict=True)):
        former = _distinct(old.of[name] for name in group if name in old.of)
        names = tuple(_name(key, old.rows[other]) for other in former)
        parts = [old.members[other] for other in former]
        if len(former) > 1:
            cause, because = _cause([*group, *(name for part in parts for name in part)], old, new, touched, versions)
            yield ThingChange("joined", what, _ident(row), "", names, (_name(key, row),), cause, because)
        elif not former and key == "series" and (group or _ident(row) not in old.at):
            cause, because = _cause(group, old, new, touched, versions)
            yield ThingChange("added", what, _ident(row), "", (), (_name(key, row),), cause, because)
        elif former and _whole(parts[0], new, number):
            place = [*group, *parts[0]], old, new, touched, versions
            yield from _fields(key, what, old.rows[former[0]], row, place)
    for row, group in zip(old.rows, old.members, strict=True):
        later = _distinct(new.of[name] for name in group if name in new.of)
        if not later and key == "series" and (group or _ident(row) not in new.at):
            cause, because = _cause(group, old, new, touched, versions)
            yield ThingChange("removed", what, "", "", (_name(key, row),), (), cause, because)
        elif len(later) > 1:
            names = tuple(_name(key, new.rows[other]) for other in later)
            spoken = [*group, *(name for other in later for name in new.members[other])]
            cause, because = _cause(spoken, old, new, touched, versions)
            yield ThingChange("parted", what, _ident(new.rows[later[0]]), "", (_name(key, row),), names, cause, because)


def _fields(
    key: str, what: str, row: Json, now: Json, place: tuple[list[Name], _Side, _Side, frozenset[str], tuple[str, str]]
) -> Iterator[ThingChange]:
    for field in _FIELDS[key]:
        values = _shown(row.get(field)), _shown(now.get(field))
        if field in _LINKS:
            values = _linked(place[1], row.get(field), place[2], now.get(field))
        if values[0] != values[1]:
            cause, because = _cause(*place)
            yield ThingChange(
                "changed", what, _ident(now), field, tuple(filter(None, (values[0],))),
                tuple(filter(None, (values[1],))), cause, because,
            )  # fmt: skip


def _linked(old: _Side, was: Any, new: _Side, now: Any) -> tuple[str, str]:
    """The documents that a document leads to, in words; twice the same where they are the same in both builds."""
    before, after = old.under(was), new.under(now)
    led = [{new.of[name] for name in old.members[number] if name in new.of} for number in before]
    if all(numbers.intersection(after) for numbers in led) and set(after) <= set().union(*led):
        return "", ""
    names = tuple(
        "; ".join(_name("agreements", side.rows[number]) for number in numbers)
        for side, numbers in ((old, before), (new, after))
    )
    if names[0] != names[1]:
        return names[0], names[1]
    return "; ".join(_ident(old.rows[number]) for number in before), "; ".join(_ident(new.rows[at]) for at in after)


def _whole(group: list[Name], new: _Side, number: int) -> bool:
    """No mention of the old thing went to another new one."""
    return all(new.of.get(name, number) == number for name in group)


def _cause(
    group: list[Name], old: _Side, new: _Side, touched: frozenset[str], versions: tuple[str, str]
) -> tuple[Cause, str]:
    """A judgement that only one build knew comes first, then what happened to the articles, then the rules."""
    members = frozenset(group)
    for one, other in ((new, old), (old, new)):
        for ruling in one.rulings:
            if ruling not in other.rulings and not members.isdisjoint(ruling[1]):
                words = ruling[0]
                return "judgement", f"“{words[1]}” {words[2]}" if words[0] != "name" else ""
    if any(name[0] in touched for name in group):
        return "articles", ""
    return "rule", versions_told(versions)


def _distinct(numbers: Iterator[int]) -> list[int]:
    return list(dict.fromkeys(numbers))


def _ident(row: Json) -> str:
    return str(row.get("id") or "")


def _name(key: str, row: Json) -> str:
    if key == "series":
        return str((row.get("titles") or {}).get("vi") or " - ".join(map(str, row.get("names") or ())) or row.get("id"))
    return str(row.get({"people": "name", "agreements": "label"}.get(key, "id")) or "")


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_shown(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key} {_shown(item)}" for key, item in value.items() if item is not None)
    return "" if value is None else str(value)
