"""Who headed a body, and who served there under another: nobody does the one and later, without a reform, the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from borderwire.resolve.profiles import Profile
from borderwire.resolve.reading import Office, Reader

# Home and unit as in `Profile`, id of the office that heads it, and whether the merger of the home lies behind.
Seat = tuple[str, str, str, bool]
Heads = Mapping[tuple[int, str, str], Sequence[tuple[Office, str]]]  # event, home, unit -> offices and their holders

_NONE: Mapping[Seat, int] = {}  # one for all who have none: they are most


def heads_of(rows: Sequence[Profile]) -> Heads:
    """Who heads which body at each event."""
    found: dict[tuple[int, str, str], list[tuple[Office, str]]] = defaultdict(list)
    for row in rows:
        if row.unit and row.office and row.office.heads:
            for event in sorted(row.events):
                found[event, row.home, row.unit].append((row.office, _called(row)))
    return found


def headed(row: Profile, reader: Reader) -> Mapping[Seat, int]:
    """The seats that the profile holds, each with the first day."""
    if not row.unit or row.office is None or not row.office.heads:
        return _NONE
    found: dict[Seat, int] = {}
    reform = reader.reformed(row.home)
    for seen in row.seen:
        if seen.when:
            seat = row.home, row.unit, row.office.id, seen.when[1] >= reform
            found[seat] = min(found.get(seat, seen.when[1]), seen.when[1])
    return found or _NONE


def below(row: Profile, heads: Heads, reader: Reader) -> Mapping[Seat, int]:
    """The seats that another held while the profile served under it, each with the last day."""
    own = row.office
    if not row.unit or own is None or not own.order or own.heads:
        return _NONE
    found: dict[Seat, int] = {}
    for seen in row.seen:
        for office, holder in heads.get((seen.event, row.home, row.unit), ()) if seen.when else ():
            if seen.when and office.sphere == own.sphere and office.order > own.order and holder != _called(row):
                seat = row.home, row.unit, office.id, seen.when[0] >= reader.reformed(row.home)
                found[seat] = max(found.get(seat, seen.when[0]), seen.when[0])
    return found or _NONE


def _called(row: Profile) -> str:
    return row.name.sound if row.name.lao else row.name.bare
