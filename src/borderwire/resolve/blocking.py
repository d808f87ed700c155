"""Which profiles are worth comparing: those that share a key. No comparison of all with all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from borderwire.resolve.likeness import ALIKE
from borderwire.resolve.profiles import CENTRAL, Profile
from borderwire.resolve.sounds import key_likeness, near_skeletons, skeleton

Pair = tuple[int, int]
# Where more share a key than this, each is compared with the next ones of its home by date only.
_CROWD, _WINDOW = 40, 12
_MOST_ALIKE = 60  # names of one home and one key
_LONGEST_DIFFERENCE = 3  # letters between two keys that can still sound alike


def candidate_pairs(profiles: Sequence[Profile]) -> list[Pair]:
    """Pairs of indexes, smaller first, each once, in order."""
    by_name: dict[str, list[int]] = defaultdict(list)
    by_sound: dict[str, list[int]] = defaultdict(list)
    short: list[int] = []
    for index, profile in enumerate(profiles):
        if profile.name.lao:
            by_sound[profile.name.sound].append(index)
        else:
            by_name[profile.name.bare].append(index)
        if profile.name.short:
            short.append(index)
    pairs: set[Pair] = set()
    for group in (*by_name.values(), *by_sound.values()):
        pairs.update(_within(group, profiles))
    pairs.update(_sound_alike(by_sound, profiles))
    pairs.update(_short_forms(short, profiles))
    return sorted(pairs)


def _ordered(left: int, right: int) -> Pair:
    return (left, right) if left < right else (right, left)


def _within(group: Sequence[int], profiles: Sequence[Profile]) -> Iterator[Pair]:
    """All pairs of a small group; of a crowd, those of one home that are near in time, and of the homeless."""
    if len(group) <= _CROWD:
        for at, left in enumerate(group):
            for right in group[at + 1 :]:
                if profiles[left].split < 0 or profiles[left].split != profiles[right].split or right == left + 1:
                    yield _ordered(left, right)
        return
    homes: dict[str, list[int]] = defaultdict(list)
    for index in group:
        homes[profiles[index].today].append(index)
    for members in homes.values():
        members.sort(key=lambda index: (profiles[index].first or 0, index))
        for at, left in enumerate(members):
            for step, right in enumerate(members[at + 1 : at + 1 + _WINDOW]):
                if step == 0 or profiles[left].split < 0 or profiles[left].split != profiles[right].split:
                    yield _ordered(left, right)


def _sound_alike(by_sound: dict[str, list[int]], profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Lao names of one home whose sounds are near but not equal. Names of different homes could never be sure."""
    homes_of: dict[str, list[str]] = {
        sound: list(dict.fromkeys(profiles[index].today for index in group)) for sound, group in by_sound.items()
    }
    buckets: dict[tuple[str, str], list[str]] = defaultdict(list)
    for sound, homes in homes_of.items():
        bones = list(dict.fromkeys(near_skeletons(sound)))
        for home in homes:
            for bone in bones:
                buckets[home, bone].append(sound)
    compared: set[tuple[str, str]] = set()
    for (home, _), sounds in buckets.items():
        for left, right in _near(sounds[:_MOST_ALIKE], compared):
            yield from _across(by_sound[left], by_sound[right], profiles)
        if not home:
            continue
        homeless = buckets.get(("", _), [])
        for left in sounds[:_MOST_ALIKE]:
            for right in homeless[:_MOST_ALIKE]:
                pair = (left, right) if left < right else (right, left)
                if left != right and pair not in compared:
                    compared.add(pair)
                    if _alike(left, right):
                        yield from _across(by_sound[left], by_sound[right], profiles)


def _near(sounds: Sequence[str], compared: set[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    for at, left in enumerate(sounds):
        for right in sounds[at + 1 :]:
            pair = (left, right) if left < right else (right, left)
            if left != right and pair not in compared:
                compared.add(pair)
                if _alike(left, right):
                    yield pair


def _alike(left: str, right: str) -> bool:
    return abs(len(left) - len(right)) <= _LONGEST_DIFFERENCE and key_likeness(left, right) >= ALIKE


def _across(left: Iterable[int], right: Sequence[int], profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Pairs of one home, or with one of unknown home."""
    for one in left:
        home = profiles[one].today
        near = [other for other in right if not home or profiles[other].today in (home, "")]
        for other in near[:_CROWD]:
            yield _ordered(one, other)


def _short_forms(short: Sequence[int], profiles: Sequence[Profile]) -> Iterator[Pair]:
    """A given name alone, with full names of the same home, side and office or of the same event."""
    if not short:
        return
    wanted: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index in short:
        for key in _short_keys(profiles[index]):
            wanted[key].append(index)
    for index, profile in enumerate(profiles):
        if profile.name.short:
            continue
        for key in _short_keys(profile):
            for other in wanted.get(key, ())[:_WINDOW]:
                yield _ordered(index, other)


def _short_keys(profile: Profile) -> list[tuple[object, ...]]:
    head = skeleton(profile.name.sound)[:2] if profile.name.lao else profile.name.given
    keys: list[tuple[object, ...]] = [(head, seen.event) for seen in profile.seen]
    if profile.today and profile.today != CENTRAL and profile.office:
        keys.append((profile.side, head, profile.today, profile.office.id))
    return keys
