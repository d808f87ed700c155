"""What judgements mean for the joining of items: which must be one, which must not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from borderwire.errors import Problem
from borderwire.model import Agreement, Doubt, Judgement, Kind, MeetingSeries, Mention, Naming, Person
from borderwire.resolve.pinning import Pins

Thing = TypeVar("Thing", Person, Agreement, MeetingSeries)


@dataclass(frozen=True, slots=True)
class Ruled:
    """Pairs of items that are one, and pairs that are two, by judgement."""

    same: tuple[tuple[int, int], ...] = ()
    different: tuple[tuple[int, int], ...] = ()


def ruled(pins: Pins, what: Kind, place: Mapping[Mention, int]) -> Ruled:
    """The judgements over items. place: mention -> item."""

    def pairs(rows: Iterable[Judgement]) -> tuple[tuple[int, int], ...]:
        found = ((place[row.left], place[row.right]) for row in rows if row.left in place and row.right in place)
        return tuple(pair for pair in found if pair[0] != pair[1])

    return Ruled(pairs(pins.of(what, "same")), pairs(pins.of(what, "different")))


def set_apart(pins: Pins, what: Kind) -> frozenset[Mention]:
    """Mentions that stand in one net of judgements with a `different`: each must be an item of its own, since others
    that look like it may belong elsewhere."""
    near: dict[Mention, list[Mention]] = {}
    todo: list[Mention] = []
    for row in pins.of(what, "different"):
        todo += [row.left, row.right]
    for row in pins.of(what, "same"):
        near.setdefault(row.left, []).append(row.right)
        near.setdefault(row.right, []).append(row.left)
    found: set[Mention] = set()
    while todo:
        mention = todo.pop()
        if mention not in found:
            found.add(mention)
            todo += near.get(mention, ())
    return frozenset(found)


def with_verdicts(doubts: Iterable[Doubt], pins: Pins, owner: Mapping[tuple[Kind, Mention], str]) -> list[Doubt]:
    """The doubts, those marked that the keeper was unsure about. owner: kind and mention -> id of the thing."""
    unsure: set[tuple[Kind, frozenset[str]]] = set()
    for row in pins.judgements:
        left, right = owner.get((row.what, row.left)), owner.get((row.what, row.right))
        if row.verdict == "unsure" and left and right:
            unsure.add((row.what, frozenset([left, right])))
    return [
        replace(doubt, verdict="unsure") if (doubt.what, frozenset([doubt.left, doubt.right])) in unsure else doubt
        for doubt in doubts
    ]


def named(
    things: Iterable[Thing], pins: Pins, what: Kind, owner: Mapping[Mention, str], path: str
) -> tuple[tuple[Thing, ...], tuple[Problem, ...]]:
    """The things with the keeper's names, titles and judgements. owner: mention -> id of the thing."""
    namings: dict[str, Naming] = {}
    problems: list[Problem] = []
    for naming in pins.names(what):
        ident = owner.get(naming.of)
        if ident is None:
            continue
        first = namings.setdefault(ident, naming)
        if first is not naming:
            problems.append(_twice(what, naming, first, path))
    judgements: dict[str, dict[Judgement, None]] = {}
    for row in pins.judgements:
        for mention in (row.left, row.right):
            ident = owner.get(mention) if row.what == what else None
            if ident is not None:
                judgements.setdefault(ident, {})[row] = None
    return tuple(_with(thing, namings.get(thing.id), judgements.get(thing.id)) for thing in things), tuple(problems)


def _with(thing: Thing, naming: Naming | None, judgements: dict[Judgement, None] | None) -> Thing:
    changes: dict[str, Any] = {"judgements": tuple(judgements or ())}
    if naming is not None:
        changes |= _called(thing, naming)
    return replace(thing, **changes)


def _called(thing: Person | Agreement | MeetingSeries, naming: Naming) -> dict[str, Any]:
    titles = naming.titles
    if isinstance(thing, MeetingSeries) and naming.preferred and "vi" not in dict(titles):
        titles = (("vi", naming.preferred), *titles)
    if isinstance(thing, Person):
        return {"titles": titles, "spellings": tuple(dict.fromkeys((*thing.spellings, *naming.also)))}
    return {"titles": titles}


def _twice(what: Kind, naming: Naming, first: Naming, path: str) -> Problem:
    message = f"names a {what} that line {first.line} names already; only that one applies."
    hint = "Put both into one entry, or judge the two mentions different."
    return Problem("authority-named-twice", message, path=path, line=naming.line, key="names", hint=hint)
