"""Long lists cut into pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from borderwire.site import urls
from borderwire.site.contexts import Paging

Item = TypeVar("Item")


def paged(items: Sequence[Item], path: str, size: int) -> Iterator[tuple[str, Sequence[Item], Paging]]:
    """The pages of a list: (path, its items, where it stands). An empty list has one empty page."""
    count = max(1, -(-len(items) // size))
    for number in range(1, count + 1):
        first = (number - 1) * size
        row = items[first : first + size]
        paging = Paging(
            numbers=_numbers(path, number, count) if count > 1 else (),
            previous=urls.to(urls.numbered(path, number - 1)) if number > 1 else None,
            next=urls.to(urls.numbered(path, number + 1)) if number < count else None,
            first=first + 1 if row else 0,
            last=first + len(row),
            total=len(items),
        )
        yield urls.numbered(path, number), row, paging


def _numbers(path: str, here: int, count: int) -> tuple[tuple[int, str | None], ...]:
    """First, last and the neighbours; a gap of one page is filled, a longer one is a 0."""
    shown = sorted({1, count, *range(max(1, here - 2), min(count, here + 2) + 1)})
    row: list[tuple[int, str | None]] = []
    for number in shown:
        before = row[-1][0] if row else number - 1
        if number - before == 2:
            row.append((number - 1, urls.to(urls.numbered(path, number - 1))))
        elif number - before > 2:
            row.append((0, None))
        row.append((number, None if number == here else urls.to(urls.numbered(path, number))))
    return tuple(row)
