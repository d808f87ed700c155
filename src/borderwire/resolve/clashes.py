"""Mentions that a misprint may have marred: on their day other articles give the same name another rank or office.

Such a mention would draw the whole career to which its wrong rank belongs into a contradiction. It is therefore set
apart, and stays apart as a doubt: whether it is a slip of the pen or another person, only the keeper can tell.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeVar

from borderwire.model import Mention
from borderwire.resolve.profiles import Profile
from borderwire.resolve.service import unlike_offices

Days = list[tuple[int, Mention]]
Key = TypeVar("Key", int, str)


def clashing(rows: Sequence[Profile]) -> frozenset[Mention]:
    """The odd ones out. A mention is odd when it alone says so after others have begun to say something else."""
    by_name: dict[tuple[object, ...], list[Profile]] = defaultdict(list)
    for row in rows:
        if row.unit and (row.rank or row.office):
            by_name[row.side, row.name.sound or row.name.exact, row.unit].append(row)
    return frozenset(mention for group in by_name.values() if len(group) > 1 for mention in _odd(group))


def _odd(group: Sequence[Profile]) -> Iterator[Mention]:
    ranks: dict[int, Days] = defaultdict(list)
    offices: dict[str, Days] = defaultdict(list)
    known = {row.office.id: row.office for row in group if row.office}
    for row in group:
        told = [(seen.when[0], seen.mention) for seen in row.seen if seen.when and seen.when[0] == seen.when[1]]
        if row.rank:
            ranks[row.rank] += told
        if row.office:
            offices[row.office.id] += told
    for one, other in _pairs(list(ranks)):
        yield from _outliers(ranks[one], ranks[other])
    for left, right in _pairs(list(offices)):
        if unlike_offices(known[left], known[right]):
            yield from _outliers(offices[left], offices[right])


def _pairs(keys: Sequence[Key]) -> Iterator[tuple[Key, Key]]:
    yield from ((one, other) for one in keys for other in keys if one != other)


def _outliers(told: Days, others: Days) -> Iterator[Mention]:
    """Those of `told` that stand on a day of `others`, while all else that was told came before these began."""
    if not told or not others:
        return
    clash = {day for day, _ in told} & {day for day, _ in others}
    began = min(day for day, _ in others)
    rest = [day for day, _ in told if day not in clash]
    if not clash or any(day > began for day in rest):
        return
    if not rest and len({day for day, _ in others}) == len(clash):
        return  # one word against another: the clusters are kept apart, none is the odd one
    yield from (mention for day, mention in told if day in clash)
