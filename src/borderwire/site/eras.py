"""Names of the time and of today: what the merger of 2025 made of a province, a pair or a body, linked both ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from borderwire.site import urls
from borderwire.site.contexts import Eras, Link
from borderwire.site.renderer import Renderer

Changes = tuple[tuple[str, tuple[Link, ...]], ...]


@dataclass(frozen=True, slots=True)
class Through:
    """One thing through time. then: as articles named it, count: how many; today: all of these as one; still: place in
    `then` of what still is one, None where no article names it; until: ISO, last day of the others."""

    then: tuple[Link, ...]
    today: Link
    still: int | None
    until: str | None

    def eras(self, here: int | None) -> Eras:
        """The switch as it stands on one of the pages. here: place in `then`, None on the page of today."""
        then = tuple(replace(link, href="") if at == here else link for at, link in enumerate(self.then))
        return Eras(then, replace(self.today, href="") if here is None else self.today)

    def changes(self, renderer: Renderer, here: int | None) -> Changes:
        """What became of it and what it was made from, in sentences."""
        return tuple(self._changes(renderer, here))

    def _changes(self, renderer: Renderer, here: int | None) -> Iterator[tuple[str, tuple[Link, ...]]]:
        _ = renderer._
        if here is not None and here != self.still:
            now = self.today if self.still is None else self.then[self.still]
            words = _("A unit of its own until %(date)s; since then part of")
            yield words % {"date": renderer.language.date(self.until)}, (now,)
        else:
            yield _("Took in on 1 July 2025"), tuple(link for at, link in enumerate(self.then) if at != self.still)


def through(then: Sequence[Link], today: Link, until: str | None) -> Through | None:
    """None where no merger makes a difference. Addresses of the links: paths below the root of the language."""
    if all(link.href == today.href for link in then):
        return None
    still = next((at for at, link in enumerate(then) if link.href == today.href), None)
    return Through(
        tuple(replace(link, href=urls.to(link.href)) for link in then),
        replace(today, href=urls.to(urls.as_of_today(today.href))),
        still,
        until,
    )
