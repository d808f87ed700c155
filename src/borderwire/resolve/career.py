"""What a person was and when: steps of rank and office, and the promotions between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from borderwire.model import CareerStep, Entry, Mention, OfficialFact, Promotion
from borderwire.resolve.reading import Reader

Dated = tuple[Mention, OfficialFact, str | None]


def career(
    mentions: Sequence[Mention], entries: Mapping[str, Entry], reader: Reader
) -> tuple[tuple[CareerStep, ...], tuple[Promotion, ...]]:
    """Steps and promotions of one person. mentions: oldest first, undated last."""
    runs: list[list[Dated]] = []
    for mention in mentions:
        entry = entries[mention.entry]
        row = (mention, entry.record.officials[mention.index], entry.date)
        home = next((run for run in reversed(runs[-2:]) if _fits(run, row, reader)), None)
        if home is None:
            runs.append([row])
        else:
            home.append(row)
    steps = tuple(_step(run) for run in runs)
    return steps, tuple(found for old, new in pairwise(steps) for found in _promotions(old, new, reader))


def _fits(run: Sequence[Dated], row: Dated, reader: Reader) -> bool:
    """Nothing that the mention tells differs from what the run tells; what it leaves out does not count."""
    return all(_same(fact, row[1], reader) for _, fact, _ in run[-3:])


def _same(one: OfficialFact, other: OfficialFact, reader: Reader) -> bool:
    ranks = reader.rank(one.rank), reader.rank(other.rank)
    if all(ranks) and ranks[0] != ranks[1]:
        return False
    offices = reader.office(one.position), reader.office(other.position)
    if offices[0] and offices[1] and offices[0].id != offices[1].id:
        return False
    bodies = reader.body(one.organization), reader.body(other.organization)
    if bodies[0] and bodies[1] and bodies[0].kind != bodies[1].kind:
        return False
    return not (one.province and other.province and one.province != other.province)


def _step(run: Sequence[Dated]) -> CareerStep:
    facts = [fact for _, fact, _ in run]
    dates = [date for _, _, date in run if date]
    return CareerStep(
        rank=next((fact.rank for fact in facts if fact.rank), None),
        position=next((fact.position for fact in facts if fact.position), None),
        organization=next((fact.organization for fact in facts if fact.organization), None),
        province=next((fact.province for fact in facts if fact.province), None),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        mentions=tuple(mention for mention, _, _ in run),
    )


def _promotions(old: CareerStep, new: CareerStep, reader: Reader) -> list[Promotion]:
    found: list[Promotion] = []
    if old.rank and new.rank and 0 < reader.rank(old.rank) < reader.rank(new.rank):
        found.append(Promotion("rank", old.rank, new.rank, old.last, new.first))
    before, after = reader.office(old.position), reader.office(new.position)
    if (
        before and after and old.position and new.position
        and before.sphere == after.sphere and 0 < before.order < after.order
    ):  # fmt: skip
        found.append(Promotion("office", old.position, new.position, old.last, new.first))
    return found
