"""Joins what evidence calls one thing, best evidence first, and never across a contradiction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from borderwire.model import Evidence
from borderwire.resolve.rulings import Ruled

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
    ruled: Ruled = Ruled(),  # noqa: B008 - frozen
    force: Callable[[State, State], State] | None = None,
) -> Clusters[State]:
    """Clusters over the items with these states.

    join gives the state of two clusters made one (it may use up the two), or the contradiction in words. Links from
    `sure` on are followed; those from `doubtful` on are kept for judgement. The order of the links does not matter.
    ruled: what a person has judged comes first and stands against every contradiction; force gives the state of two
    clusters that are joined so. Items judged different stay apart with all that is joined to them.
    """
    here = list(states)
    root = list(range(len(here)))
    joined: list[Link] = []
    refused: list[Refused] = []
    for one, other in ruled.same:
        left, right = _find(root, one), _find(root, other)
        if left != right and force is not None:
            low, high = min(left, right), max(left, right)
            root[high] = low
            here[low] = force(here[low], here[high])
    foes = _foes(ruled.different, root)
    for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
        left, right = _find(root, link.left), _find(root, link.right)
        if left == right or _are_foes(left, right, foes, root):
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
        if high in foes:
            foes[low] = foes[low] | foes[high] if low in foes else foes[high]
        joined.append(link)
    root = [_find(root, item) for item in range(len(root))]
    open_links = (item for item in refused if not _are_foes(root[item.link.left], root[item.link.right], foes, root))
    return Clusters(root, here, joined, _best(open_links, root))


def _foes(pairs: Iterable[tuple[int, int]], root: list[int]) -> dict[int, set[int]]:
    """Root -> items that its cluster must not be joined with."""
    found: dict[int, set[int]] = defaultdict(set)
    for one, other in pairs:
        found[_find(root, one)].add(other)
        found[_find(root, other)].add(one)
    return dict(found)


def _are_foes(left: int, right: int, foes: dict[int, set[int]], root: list[int]) -> bool:
    """left, right: roots."""
    return left in foes and right in foes and any(_find(root, item) == right for item in foes[left])


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
