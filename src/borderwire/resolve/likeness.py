"""How likely two profiles are one person: evidence in bits, each with its reason in words.

The sum starts at the odds that two officials picked at random are one (about one in eight thousand in an archive of
this kind); every trait that agrees adds what its agreeing by chance would be worth, every trait that differs takes
away. The weights were set by hand on those odds and hold on `bench/archive_identity.py`.
"""

from __future__ import annotations

from borderwire.model import Evidence
from borderwire.resolve.names import Name
from borderwire.resolve.profiles import CENTRAL, OTHER, Profile
from borderwire.resolve.reading import FORCES, Reader
from borderwire.resolve.sounds import key_likeness
from borderwire.resolve.when import YEAR

PRIOR = -13.0
SURE, DOUBTFUL = 7.5, 3.0
ALIKE = 0.86  # below, two Lao names are two names (see the curve in `tests/resolve/test_sounds.py`)

_TONES_DIFFER, _SHORT_FORM, _UNLIKE_SOUND = -5.0, -2.0, 40.0
_SAME_HOME, _OTHER_HOME, _CENTRAL_HOME = 5.0, -9.0, -4.0
_UNLIKE_BODY, _SAME_UNIT, _SAME_KIND, _OTHER_KIND, _OTHER_FORCE = -1.0, 2.5, 0.5, -3.0, -6.0
_SAME_OFFICE, _ALONE, _SAME_LEADING, _BOTH_LEADING, _HIGHER_OFFICE, _FALLEN_OFFICE = 2.0, 6.0, 4.0, 3.0, 1.0, -2.0
_SAME_RANK, _HIGHER_RANK, _FALLEN_RANK = 2.0, 1.0, -5.0
_SOON, _PER_YEAR = 1.0, -0.5
_SAME_MEETING = 6.0


def evidence(left: Profile, right: Profile, reader: Reader) -> tuple[float, tuple[Evidence, ...]] | None:
    """Score in bits and the reasons, heaviest first; None when names or sides rule it out."""
    if left.side and right.side and left.side != right.side:
        return None
    spelling = _spelling(left.name, right.name)
    if spelling is None:
        return None
    older, newer = (left, right) if (left.last or 0) <= (right.last or 0) else (right, left)
    found = [spelling]
    found += _home(older, newer, reader)
    found += _body(left, right)
    found += _office(older, newer)
    found += _rank(older, newer)
    found += _time(older, newer)
    found += _meeting(left, right)
    found.sort(key=lambda reason: -abs(reason.weight))
    return PRIOR + sum(reason.weight for reason in found), tuple(found)


def _spelling(left: Name, right: Name) -> Evidence | None:
    if left.exact == right.exact:
        return Evidence("same-name", f"both are called {right.written}", min(left.bits, right.bits))
    if left.lao and right.lao:
        return _lao_spelling(left, right)
    if left.bare == right.bare:
        text = f"{left.written} and {right.written} differ only in accents"
        return Evidence("near-name", text, min(left.bits, right.bits) + _TONES_DIFFER)
    if (left.short or right.short) and left.given == right.given and left.given:
        brief, full = (left, right) if left.short else (right, left)
        text = f"{brief.written} may be short for {full.written}"
        return Evidence("short-name", text, min(left.bits, right.bits) + _SHORT_FORM)
    return None


def _lao_spelling(left: Name, right: Name) -> Evidence | None:
    bits = min(left.bits, right.bits)
    if left.sound == right.sound:
        return Evidence("same-sound", f"{left.written} and {right.written} sound the same", bits)
    alike = key_likeness(left.sound, right.sound)
    if alike >= ALIKE:
        text = f"{left.written} and {right.written} sound alike ({alike:.2f})"
        return Evidence("near-sound", text, bits - _UNLIKE_SOUND * (1 - alike))
    brief, full = sorted((left, right), key=lambda name: len(name.sound))
    if brief.short and brief.sound and full.sound.startswith(brief.sound):
        return Evidence("short-name", f"{brief.written} may be short for {full.written}", bits + _SHORT_FORM)
    return None


def _home(older: Profile, newer: Profile, reader: Reader) -> list[Evidence]:
    if not older.home or not newer.home:
        return []
    if older.home == newer.home:
        where = "for the whole country" if older.home == CENTRAL else f"in {reader.name(older.home)}"
        return [Evidence("same-province", f"both serve {where}", _SAME_HOME)]
    if CENTRAL in (older.home, newer.home):
        return [Evidence("other-province", "one serves a province, the other the whole country", _CENTRAL_HOME)]
    if reader.one_place(older.home, newer.home, older.last, newer.last):
        text = f"{reader.name(older.home)} and {reader.name(newer.home)} are one province since the merger"
        return [Evidence("merged-province", text, _SAME_HOME)]
    text = f"one serves in {reader.name(older.home)}, the other in {reader.name(newer.home)}"
    return [Evidence("other-province", text, _OTHER_HOME)]


def _body(left: Profile, right: Profile) -> list[Evidence]:
    if not left.kind or not right.kind:
        return []
    if left.unit == right.unit:
        return [Evidence("same-body", "both belong to the same body", _SAME_UNIT)]
    if left.kind == right.kind:
        return [Evidence("same-force", "both belong to bodies of one kind", _SAME_KIND)] if left.kind != OTHER else []
    if OTHER in (left.kind, right.kind):
        return [Evidence("unlike-body", "the names of the bodies differ", _UNLIKE_BODY)]
    weight = _OTHER_FORCE if left.kind in FORCES and right.kind in FORCES else _OTHER_KIND
    return [Evidence("other-body", f"one is of the {left.kind}, the other of the {right.kind}", weight)]


def _office(older: Profile, newer: Profile) -> list[Evidence]:
    before, after = older.office, newer.office
    if before is None or after is None:
        return []
    if before.id == after.id:
        weight = _ALONE if before.alone else _SAME_LEADING if before.leading else _SAME_OFFICE
        return [Evidence("same-office", "both hold the same office", weight)]
    if not before.order or not after.order:
        return []
    together = (
        [Evidence("both-leading", "both are among the few who lead the body", _BOTH_LEADING)]
        if (before.leading and after.leading and older.unit == newer.unit and older.unit)
        else []
    )
    if before.sphere == after.sphere and after.order < before.order:
        return [*together, Evidence("lower-office", "the later office is lower", _FALLEN_OFFICE)]
    if not together and older.unit == newer.unit and older.unit and after.order > before.order:
        return [Evidence("higher-office", "the later office is higher in the same body", _HIGHER_OFFICE)]
    return together


def _rank(older: Profile, newer: Profile) -> list[Evidence]:
    if not older.rank or not newer.rank:
        return []
    if older.rank == newer.rank:
        return [Evidence("same-rank", "both hold the same rank", _SAME_RANK)]
    if newer.rank < older.rank:
        return [Evidence("lower-rank", "the later rank is lower", _FALLEN_RANK)]
    years = ((newer.last or 0) - (older.first or 0)) / YEAR
    if newer.rank - older.rank > 1 + years / 2:
        return [Evidence("steep-rise", "the rank rises faster than ranks do", _FALLEN_RANK)]
    return [Evidence("promotion", "the later rank is higher, as after a promotion", _HIGHER_RANK)]


def _time(older: Profile, newer: Profile) -> list[Evidence]:
    if older.last is None or newer.first is None:
        return []
    gap = (newer.first - older.last) / YEAR
    if gap <= 3:
        return [Evidence("close-in-time", "seen within three years of each other", _SOON)]
    if gap <= 8:
        return []
    return [Evidence("far-in-time", f"{gap:.0f} years lie between", _PER_YEAR * (gap - 8))]


def _meeting(left: Profile, right: Profile) -> list[Evidence]:
    if left.events.isdisjoint(right.events):
        return []
    return [Evidence("same-meeting", "articles on the same event name both", _SAME_MEETING)]
