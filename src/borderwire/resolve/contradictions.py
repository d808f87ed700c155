"""Judgements that cannot all be true: A is B, B is C, but A is not C. Found, told with all their lines, set aside."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import replace

from borderwire.errors import Problem
from borderwire.model import Judgement, Kind, Mention

Node = tuple[Kind, Mention]
Edges = dict[Node, list[tuple[Node, int]]]


def settle(
    judgements: Sequence[Judgement], path: str, keys: Mapping[int, str]
) -> tuple[tuple[Judgement, ...], tuple[Problem, ...]]:
    """The judgements that contradict no other, and a problem for each contradiction. None of those that a
    contradiction rests on applies: which of them is wrong, only the keeper knows. keys: line of an entry -> its key."""
    kept = dict(enumerate(judgements))
    problems: list[Problem] = []
    while True:
        found = list(_contradictions(kept))
        if not found:
            break
        problems += [_contradiction([judgements[number] for number in numbers], path) for numbers in found]
        for numbers in found:
            for number in numbers:
                kept.pop(number, None)
    firm = {_pair(row): row for row in kept.values() if row.verdict != "unsure"}
    for number, row in list(kept.items()):
        if row.verdict == "unsure" and _pair(row) in firm:
            problems.append(_twice(row, firm[_pair(row)], path))
            del kept[number]
    named = (replace(problem, key=keys.get(problem.line or 0, problem.key)) for problem in problems)
    return tuple(kept.values()), tuple(sorted(named, key=lambda problem: problem.line or 0))


def _pair(row: Judgement) -> tuple[Kind, frozenset[Mention]]:
    return row.what, frozenset([row.left, row.right])


def _contradictions(rows: dict[int, Judgement]) -> list[list[int]]:
    """Numbers of the judgements of each contradiction: the way from the one to the other, and what denies it."""
    edges: Edges = defaultdict(list)
    for number, row in rows.items():
        if row.verdict == "same":
            left, right = (row.what, row.left), (row.what, row.right)
            edges[left].append((right, number))
            edges[right].append((left, number))
    group = _groups(edges)
    found: list[list[int]] = []
    for number, row in rows.items():
        if row.verdict != "different":
            continue
        left, right = (row.what, row.left), (row.what, row.right)
        if left == right:
            found.append([number])
        elif left in group and group[left] == group.get(right):
            found.append(sorted([*_way(edges, left, right), number]))
    return found


def _groups(edges: Edges) -> dict[Node, int]:
    group: dict[Node, int] = {}
    for node in edges:
        if node in group:
            continue
        group[node] = number = len(group)
        queue = [node]
        while queue:
            for other, _ in edges[queue.pop()]:
                if other not in group:
                    group[other] = number
                    queue.append(other)
    return group


def _way(edges: Edges, start: Node, goal: Node) -> list[int]:
    """Numbers of the judgements on a shortest way."""
    came: dict[Node, tuple[Node, int]] = {start: (start, -1)}
    queue = deque([start])
    while queue and goal not in came:
        node = queue.popleft()
        for other, number in edges[node]:
            if other not in came:
                came[other] = (node, number)
                queue.append(other)
    way: list[int] = []
    node = goal
    while node != start:
        node, number = came[node]
        way.append(number)
    return way


def _contradiction(rows: Sequence[Judgement], path: str) -> Problem:
    if len(rows) == 1:
        message = "one thing is judged different from itself; the judgement does not apply."
        return Problem(
            "authority-contradiction", message, "error", path=path, line=rows[0].line, key="identities",
            hint="Name two things in `one` and `other`.",
        )  # fmt: skip
    denial = next(row for row in rows if row.verdict == "different")
    lines = [f"line {row.line}" for row in rows if row is not denial]
    message = (
        f"is contradicted: by {_listed(lines)} the two are one {denial.what}, here they are different; "
        "none of these judgements applies."
    )
    return Problem(
        "authority-contradiction", message, "error", path=path, line=denial.line, key="identities",
        hint="Read the articles again and remove the judgement that is wrong.",
    )  # fmt: skip


def _twice(row: Judgement, firm: Judgement, path: str) -> Problem:
    message = f"is judged unsure here and {firm.verdict} at line {firm.line}, which applies."
    return Problem(
        "authority-twice", message, path=path, line=row.line, key="identities", hint="Remove the one that is outdated."
    )


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
