"""What cannot be true of one person: held against all that a cluster knows, not only against the pair joined."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from borderwire.model import Country
from borderwire.resolve.clusters import united
from borderwire.resolve.heads import Heads, Seat, below, headed
from borderwire.resolve.profiles import CENTRAL, Profile
from borderwire.resolve.reading import FORCES, Office, Reader
from borderwire.resolve.when import YEAR

# A rank reported too low soon after the right one is a slip of the pen; from here on it is another person.
_RANK_SLACK = YEAR
_SLIPS = 8  # ranks told for one slip of the pen
_FEW_DAYS = 14  # nobody hands over one province or district and is told of at the next in less
_PROVINCE = "province"
Interval = tuple[int, int]
Place = tuple[str, str]  # level of the body; ISO 3166-2 as named, or id of a district or gate
Post = tuple[Office | None, int]  # office and order of the rank, 0 unknown
Posts = Mapping[tuple[str, int], Post]


@dataclass(frozen=True, slots=True)
class Service:
    """What is known of a cluster. places: where -> first and last day there; ranks: (day, order) by day; posts: body
    and day -> what was held there; slip: one mention that its day contradicts, which only the keeper may join; headed,
    below: as in `heads`."""

    side: Country | None
    entries: set[str]
    places: Mapping[Place, Interval]
    forces: frozenset[str]
    ranks: tuple[tuple[int, int], ...]
    posts: Posts
    slip: bool = False
    headed: Mapping[Seat, int] = field(default_factory=dict)
    below: Mapping[Seat, int] = field(default_factory=dict)


def service_of(row: Profile, heads: Heads, reader: Reader, *, slip: bool = False) -> Service:
    """What a profile alone tells. slip: see `clashing`."""
    span = (row.first, row.last) if row.first is not None and row.last is not None else None
    ranks = tuple(sorted((seen.when[0], row.rank) for seen in row.seen if seen.when)) if row.rank else ()
    places = {(_PROVINCE, row.home): span or (0, 0)} if row.home else {}
    level, _, place = row.unit.rpartition(" ")
    if span and place and level != row.kind:
        places[level, place] = span
    posts: dict[tuple[str, int], Post] = {}
    if row.unit and (row.office or row.rank):
        days = (seen.when[0] for seen in row.seen if seen.when and seen.when[0] == seen.when[1])
        posts = {(row.unit, day): (row.office, row.rank) for day in days}
    return Service(
        row.side, set(row.entries), places, frozenset([row.kind]) & FORCES, ranks, posts, slip,
        headed(row, reader), below(row, heads, reader),
    )  # fmt: skip


def join(left: Service, right: Service, reader: Reader) -> Service | str:
    """Both as one, or what speaks against it."""
    if left.side and right.side and left.side != right.side:
        return "they stand on two sides"
    if not left.entries.isdisjoint(right.entries):
        return "one article names both"
    if left.forces and right.forces and left.forces.isdisjoint(right.forces):
        return "they belong to two forces"
    posts = _posts(left.posts, right.posts)
    if isinstance(posts, str):
        return posts
    if left.slip or right.slip:
        return "other articles of that day give another rank or office"
    if _unseated(left, right) or _unseated(right, left):
        return "after heading a body they would serve there under another"
    ranks = tuple(sorted(left.ranks + right.ranks))
    if _falls(ranks):
        return "the rank would fall back later"
    places = _united(left.places, right.places)
    if _two_at_once(places, reader):
        return "they serve in two places at one time"
    return Service(
        left.side or right.side, united(left.entries, right.entries), places, left.forces | right.forces, ranks, posts,
        headed=_days(left.headed, right.headed, min), below=_days(left.below, right.below, max),
    )  # fmt: skip


def force(left: Service, right: Service, reader: Reader) -> Service:
    """Both as one, since the keeper says so; what contradicts is no longer held against others."""
    both = join(left, right, reader)
    if not isinstance(both, str):
        return both
    ranks = tuple(sorted(left.ranks + right.ranks))
    places = _united(left.places, right.places)
    posts = _posts(left.posts, right.posts)
    unseated = _unseated(left, right) or _unseated(right, left)
    return Service(
        left.side or right.side,
        united(left.entries, right.entries),
        {} if _two_at_once(places, reader) else places,
        left.forces | right.forces,
        () if _falls(ranks) else ranks,
        {} if isinstance(posts, str) else posts,
        headed={} if unseated else _days(left.headed, right.headed, min),
        below={} if unseated else _days(left.below, right.below, max),
    )


def _unseated(one: Service, other: Service) -> bool:
    """The one held a seat before the other served under somebody who held it."""
    if not one.headed or not other.below:
        return False
    return any(day < other.below.get(seat, 0) for seat, day in one.headed.items())


def _days(left: Mapping[Seat, int], right: Mapping[Seat, int], of: Callable[[int, int], int]) -> Mapping[Seat, int]:
    """Seats of both, with the first or the last of two days."""
    if not left or not right:
        return left or right
    return {**left, **{seat: of(day, left.get(seat, day)) for seat, day in right.items()}}


def unlike_offices(one: Office | None, other: Office | None) -> bool:
    """Two rungs of one ladder: nobody stands on both. Offices of party and state are often one person's."""
    if one is None or other is None or one.id == other.id:
        return False
    return bool(one.order and other.order) and one.sphere == other.sphere


def _posts(left: Posts, right: Posts) -> dict[tuple[str, int], Post] | str:
    """What both held on each day, or the contradiction."""
    few, many = (left, right) if len(left) < len(right) else (right, left)
    found = dict(many)
    for place, (office, rank) in few.items():
        known = found.get(place)
        if known is None:
            found[place] = office, rank
            continue
        if unlike_offices(known[0], office):
            return "on one day they hold two offices in one body"
        if known[1] and rank and known[1] != rank:
            return "on one day they hold two ranks in one body"
        found[place] = known[0] or office, known[1] or rank
    return found


def _falls(ranks: Sequence[tuple[int, int]]) -> bool:
    """A lower rank stands a year or more after a higher one, and no slip of the pen. ranks: by day.

    A slip: a lone lower rank among many, with the higher one before and after it."""
    highest, due, slips = 0, 0, 0
    low: list[int] = []  # what `highest` was at lower ranks that no later mention has set right yet
    for day, rank in ranks:
        while ranks[due][0] + _RANK_SLACK <= day:
            highest = max(highest, ranks[due][1])
            due += 1
        if rank < highest:
            low.append(highest)
            slips += 1
        elif low and rank >= low[-1]:
            low.clear()
    return bool(low) or slips * _SLIPS > len(ranks)


def _united(left: Mapping[Place, Interval], right: Mapping[Place, Interval]) -> dict[Place, Interval]:
    places = dict(left)
    for place, (first, last) in right.items():
        old = places.get(place)
        places[place] = (min(old[0], first), max(old[1], last)) if old else (first, last)
    return places


def _two_at_once(places: Mapping[Place, Interval], reader: Reader) -> bool:
    """Two places of one level overlap in time, or one follows the other within a few days; no merger makes them one."""
    if len(places) < 2:
        return False
    spans = sorted((level, span, place) for (level, place), span in places.items() if place != CENTRAL)
    return any(
        level == other and after[0] <= before[1] + _FEW_DAYS and not _merged(here, there, before, after, reader)
        for (level, before, here), (other, after, there) in combinations(spans, 2)
    )


def _merged(here: str, there: str, before: Interval, after: Interval, reader: Reader) -> bool:
    """The two became one province by a merger, and nothing told of both is from before it but the move itself."""
    both = min(before[1], after[0])
    return reader.one_place(here, there, both, both) or (
        after[0] >= before[1] and reader.one_place(here, there, before[1], after[0])
    )
