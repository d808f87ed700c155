"""Joins what evidence calls one thing, best evidence first, and never across a contradiction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from borderwire.model import Evidence

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Link:
    """Items `left` < `right` may be one thing. score: bits, prior included."""

    left: int
    right: int
    score: float
    reasons: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """A link that was not followed. against: contradictions in words; () when the evidence was too thin."""

    link: Link
    against: tuple[str, ...] = ()


@dataclass(slots=True)
class Clusters(Generic[State]):
    """root[i]: smallest item of i's cluster; joined: the links followed; refused: those that lead to another cluster,
    the best of each two clusters, best first."""

    root: list[int]
    states: list[State]
    joined: list[Link]
    refused: list[Refused]

    def members(self) -> dict[int, list[int]]:
        """Items by root, in order."""
        groups: dict[int, list[int]] = {}
        for item, root in enumerate(self.root):
            groups.setdefault(root, []).append(item)
        return groups


def agglomerate(
    states: Sequence[State],
    links: Iterable[Link],
    join: Callable[[State, State], State | str],
    *,
    sure: float,
    doubtful: float,
) -> Clusters[State]:
    """Clusters over the items with these states.

    join gives the state of two clusters made one (it may use up the two), or the contradiction in words. Links from
    `sure` on are followed; those from `doubtful` on are kept for judgement. The order of the links does not matter.
    """
    here = list(states)
    root = list(range(len(here)))
    joined: list[Link] = []
    refused: list[Refused] = []
    for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
        left, right = _find(root, link.left), _find(root, link.right)
        if left == right:
            continue
        if link.score < sure:
            if link.score >= doubtful:
                refused.append(Refused(link))
            continue
        both = join(here[left], here[right])
        if isinstance(both, str):
            refused.append(Refused(link, (both,)))
            continue
        low, high = min(left, right), max(left, right)
        root[high] = low
        here[low] = both
        joined.append(link)
    root = [_find(root, item) for item in range(len(root))]
    return Clusters(root, here, joined, _best(refused, root))


def united(one: set[str], other: set[str]) -> set[str]:
    """The larger set with the smaller one put in: joins of many clusters stay cheap. Neither may be used after."""
    large, small = (one, other) if len(one) >= len(other) else (other, one)
    large |= small
    return large


def _best(refused: Iterable[Refused], root: Sequence[int]) -> list[Refused]:
    seen: dict[tuple[int, int], Refused] = {}
    for item in refused:
        left, right = root[item.link.left], root[item.link.right]
        if left != right:
            seen.setdefault((min(left, right), max(left, right)), item)
    return list(seen.values())


def _find(root: list[int], item: int) -> int:
    while root[item] != item:
        root[item] = root[root[item]]
        item = root[item]
    return item
