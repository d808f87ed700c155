"""Meetings that the same parties hold again and again: the row, its gaps, and the one to come.

A row is told by who meets (provinces of today, so that it goes on over a merger) and which forces meet. It is one when
it has two meetings of different years, or when an article numbers its meeting or tells of the one before or after.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from borderwire.model import Entry, Event, MeetingSeries, SeriesMeeting, SeriesSlot
from borderwire.resolve.gaps import missing_years
from borderwire.resolve.pinning import Pins
from borderwire.resolve.reading import FORCES, Reader
from borderwire.text import slug

# Types of meetings that are held regularly.
_REGULAR = frozenset(
    ["briefing-conference", "cooperation-conference", "bilateral-conference", "trilateral-conference",
     "review-conference", "talks"]
)  # fmt: skip
_EXCHANGES = frozenset(["border-exchange"])

Key = tuple[str, tuple[str, ...], tuple[str, ...]]


def resolve_series(
    entries: Mapping[str, Entry],
    events: Sequence[Event],
    reader: Reader,
    pins: Pins = Pins(),  # noqa: B008 - frozen
) -> tuple[MeetingSeries, ...]:
    """All series, by their parties; those of most meetings first among equals. pins: judgements, which stand above
    what parties and forces tell."""
    rows: dict[Key, list[Event]] = defaultdict(list)
    for event in sorted(events, key=lambda event: (event.date or "9999", event.id)):
        key = _key(event, entries)
        if key is not None:
            rows[key].append(event)
    told = _judged(list(_with_unknown_forces(rows).items()), events, pins)
    made = [series for key, row in told if (series := _series(key, row, entries, reader))]
    made.sort(key=lambda series: (series.parties, -len(series.slots), series.bodies))
    return _with_unique_ids(made)


def _key(event: Event, entries: Mapping[str, Entry]) -> Key | None:
    """What makes meetings one row; None for events that are no regular meeting."""
    numbered = any(entries[ident].record.series for ident in event.entries)
    kind = "exchange" if event.type in _EXCHANGES else "meeting" if event.type in _REGULAR or numbered else None
    if kind is None:
        return None
    parties = event.parties_today or _national(event.central)
    vietnamese_first = tuple(sorted(set(parties), key=lambda mark: (not mark.startswith("VN"), mark)))
    if len({mark[:2] for mark in vietnamese_first}) < 2:
        return None
    return kind, vietnamese_first, tuple(sorted(event.bodies))


def _national(central: Sequence[str]) -> tuple[str, ...]:
    """The two forces that meet on the level of ministries, else the two bodies if there are just two."""
    forces = tuple(mark for mark in central if mark[3:] in FORCES)
    if len({mark[:2] for mark in forces}) > 1:
        return forces
    return tuple(central) if len(central) == 2 else ()


def _with_unknown_forces(rows: dict[Key, list[Event]]) -> dict[Key, list[Event]]:
    """Meetings whose forces are not told go to the one row of their parties, where there is just one."""
    found = {key: list(row) for key, row in rows.items()}
    by_parties: dict[tuple[str, tuple[str, ...]], list[Key]] = defaultdict(list)
    for key in rows:
        by_parties[key[0], key[1]].append(key)
    for keys in by_parties.values():
        told = [key for key in keys if key[2]]
        blank = next((key for key in keys if not key[2]), None)
        if blank is not None and len(told) == 1:
            found[told[0]] += found.pop(blank)
        for key in told:
            _absorb(key, told, found)
    return found


def _absorb(key: Key, keys: Sequence[Key], found: dict[Key, list[Event]]) -> None:
    """Two forces at one table are of the row of the one that meets else, where only one does."""
    if len(key[2]) < 2 or key not in found:
        return
    parts = [other for other in keys if len(other[2]) == 1 and other[2][0] in key[2] and other in found]
    if len(parts) == 1:
        found[parts[0]] += found.pop(key)


def _judged(rows: list[tuple[Key, list[Event]]], events: Sequence[Event], pins: Pins) -> list[tuple[Key, list[Event]]]:
    """The rows after the keeper's judgements. Of two meetings judged `different` that stand in one row, the other one
    leaves it, with those that are judged to be of its row."""
    same, different = pins.of("series", "same"), pins.of("series", "different")
    if not same and not different:
        return rows
    event_of = {ident: event for event in events for ident in event.entries}
    near: dict[str, set[str]] = defaultdict(set)
    for row in same:
        left, right = event_of[row.left.entry], event_of[row.right.entry]
        near[left.id].add(right.id)
        near[right.id].add(left.id)
        rows = _united(rows, left, right)
    for row in different:
        left, right = event_of[row.left.entry], event_of[row.right.entry]
        leaving = _reached(right.id, near)
        parted: list[tuple[Key, list[Event]]] = []
        for key, held in rows:
            gone = [event for event in held if event.id in leaving]
            if gone and left in held and left.id not in leaving:
                parted.append((key, gone))
                parted.append((key, [event for event in held if event.id not in leaving]))
            else:
                parted.append((key, held))
        rows = parted
    return rows


def _united(rows: list[tuple[Key, list[Event]]], left: Event, right: Event) -> list[tuple[Key, list[Event]]]:
    """The rows with those of the two meetings made one; a meeting of no row joins the other's."""
    kept = [(key, held) for key, held in rows if left not in held and right not in held]
    both = [(key, held) for key, held in rows if left in held or right in held]
    if not both:
        return rows
    both.sort(key=lambda row: -len(row[1]))
    members = {event.id: event for _, held in both for event in held} | {left.id: left, right.id: right}
    return [*kept, (both[0][0], list(members.values()))]


def _reached(start: str, near: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    todo = [start]
    while todo:
        ident = todo.pop()
        if ident not in found:
            found.add(ident)
            todo += sorted(near.get(ident, ()))
    return found


def _series(key: Key, row: Sequence[Event], entries: Mapping[str, Entry], reader: Reader) -> MeetingSeries | None:
    events = sorted(row, key=lambda event: (event.date or "9999", event.id))
    held = [_slot(event) for event in events]
    slots = _ordered([*held, *_mentioned(events, entries, held)])
    upcoming = _next(events, entries, slots)
    years = {slot.year for slot in slots if slot.year}
    numbered = any(slot.ordinal for slot in slots) or upcoming is not None
    if len(years) < 2 and not (numbered and (len(slots) > 1 or upcoming is not None or _numbered(events))):
        return None
    kind, parties, forces = key
    named = Counter(ident for event in events for ident in event.parties)
    names = tuple(dict.fromkeys(reader.name(ident) for event in events for ident in event.parties if named[ident]))
    words = [*(reader.name(ident) for ident in parties), *forces, *([kind] if kind != "meeting" else [])]
    missing, unsure = missing_years(slots)
    return MeetingSeries(
        id=slug(" ".join(words)) or "series",
        parties=parties,
        names=names,
        bodies=forces,
        slots=tuple(slots),
        missing=missing,
        open=unsure,
        next=upcoming,
    )


def _numbered(events: Sequence[Event]) -> bool:
    return any(event.ordinal for event in events)


def _slot(event: Event) -> SeriesSlot:
    year = event.date[:4] if event.date else None
    return SeriesSlot(year, event.ordinal, event.date, event.id, "reported", venue=event.venue)


def _mentioned(events: Sequence[Event], entries: Mapping[str, Entry], held: Sequence[SeriesSlot]) -> list[SeriesSlot]:
    """Earlier meetings that articles tell of and that the archive does not hold itself."""
    found: dict[tuple[str | None, int | None], SeriesSlot] = {}
    for event in events:
        for ident in event.entries:
            told = entries[ident].record.series
            if told and told.previous and (told.previous.ordinal or told.previous.date):
                slot = _told(told.previous, ident, "mentioned")
                if not any(_one_meeting(slot, other) for other in held):
                    found.setdefault((slot.year if slot.ordinal is None else None, slot.ordinal), slot)
    return list(found.values())


def _told(meeting: SeriesMeeting, entry: str, basis: str) -> SeriesSlot:
    year = meeting.date[:4] if meeting.date else None
    slot = SeriesSlot(year, meeting.ordinal, meeting.date, None, "mentioned", mention=entry, venue=meeting.venue)
    return replace(slot, basis="planned") if basis == "planned" else slot


def _one_meeting(told: SeriesSlot, held: SeriesSlot) -> bool:
    if told.ordinal and held.ordinal:
        return told.ordinal == held.ordinal
    if told.date and held.date:
        shared = min(len(told.date), len(held.date))
        return told.date[:shared] == held.date[:shared]
    return False


def _next(events: Sequence[Event], entries: Mapping[str, Entry], slots: Sequence[SeriesSlot]) -> SeriesSlot | None:
    """The meeting announced last, unless the archive knows it to be held."""
    for event in reversed(events):
        for ident in event.entries:
            told = entries[ident].record.series
            if told is None or told.next is None:
                continue
            slot = _told(told.next, ident, "planned")
            latest = max((held.ordinal or 0 for held in slots), default=0)
            last = max((held.date for held in slots if held.date), default="")
            passed = (slot.ordinal or latest + 1) <= latest or (slot.year is not None and slot.year < last[:4])
            return None if passed or any(_one_meeting(slot, held) for held in slots) else slot
    return None


def _ordered(slots: Sequence[SeriesSlot]) -> list[SeriesSlot]:
    """By date; a meeting known by its number only stands before the first held one of a higher number."""
    dated = sorted((slot for slot in slots if slot.date), key=lambda slot: (slot.date or "", slot.ordinal or 0))
    for slot in sorted((slot for slot in slots if not slot.date), key=lambda slot: slot.ordinal or 0):
        place = next(
            (at for at, other in enumerate(dated) if slot.ordinal and other.ordinal and other.ordinal > slot.ordinal),
            len(dated),
        )
        dated.insert(place, slot)
    return dated


def _with_unique_ids(rows: Sequence[MeetingSeries]) -> tuple[MeetingSeries, ...]:
    seen: dict[str, int] = {}
    named: list[MeetingSeries] = []
    for row in rows:
        seen[row.id] = number = seen.get(row.id, 0) + 1
        named.append(row if number == 1 else replace(row, id=f"{row.id}-{number}"))
    return tuple(named)
