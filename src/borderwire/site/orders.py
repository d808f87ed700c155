"""The orders in which a whole list can be read: each is a row of pages of its own, so that every order is complete,
has an address, and needs no script."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from borderwire.site import urls
from borderwire.site.contexts import Link

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Order(Generic[Item]):
    """id: in the address, "" for the order that a list has by itself; name: in the page's language; key: of an item,
    with a tie-breaker."""

    id: str
    name: str
    key: Callable[[Item], Any]

    def path(self, index: str) -> str:
        return urls.by(index, self.id) if self.id else index

    def sort(self, items: Iterable[Item]) -> list[Item]:
        return sorted(items, key=self.key)


def links(orders: Iterable[Order[Any]], here: Order[Any], index: str) -> tuple[tuple[str, Link], ...]:
    """(id, link) of every order; no address for that of the page."""
    return tuple((order.id, Link(order.name, "" if order is here else urls.to(order.path(index)))) for order in orders)
