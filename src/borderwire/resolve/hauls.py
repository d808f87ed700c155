"""Which articles tell of one haul: the first report, the follow-up, the trial and the award give one amount.

Their events stay apart, since they are of different days; for the sums the haul is one. What tells it is an amount
that agrees, the people of the case, how finely the amount is told, further amounts that agree, the province and the
days. An amount alone tells nothing: two hauls of ten bricks are two hauls.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from borderwire.model import Archive, Evidence, Figure
from borderwire.resolve.accused import People, people_of, shared
from borderwire.resolve.clusters import Link, agglomerate
from borderwire.resolve.when import Days
from borderwire.text import settle_tones

PRIOR, SURE, DOUBTFUL = -4.0, 3.0, -1.0

_ONE_PERSON, _MORE_PEOPLE, _OTHER_PEOPLE = 7.0, 9.0, -6.0
_FINE, _FINER = 3.0, 5.0  # an amount told in three digits that are not zeros at its end, in four or more
_COMMON, _ANY_HAUL = 2, -2.0  # up to so many pieces are what any haul may be
_NEAR_AMOUNT = -1.0  # "over 300 kg" and 308.6 kg
_FURTHER, _MOST_FURTHER = 2.5, 5.0  # a second amount that agrees
_PARTY, _NAMED, _NO_PROVINCE = 2.0, 1.0, -3.0
_NEXT_DAY, _SAME_WEEK, _FAR = 2.0, 1.0, -1.0
_NAMES, _MOST_NAMES = 0.5, 1.5  # rare names of places or people that stand in both
_WEEK, _MONTHS, _YEARS = 10, 60, 1100  # days; a trial follows within some three years
_ROUGH = 0.03  # how far a rounded amount may be from the exact one
_APART = 7  # days between two tellings of one haul within an article: bought on one day, seized on another
_RARE = 4  # articles in which a rare name stands at most
_CROWD = 40  # articles that share a mark and are all compared; of more, each with its next ones


@dataclass(frozen=True, slots=True)
class Seized:
    """An amount seized, as an article gives it. days: of the event; own: those of the figure, where its own time is
    told to the day."""

    entry: str
    event: str
    figure: Figure
    days: Days | None
    own: Days | None


@dataclass(frozen=True, slots=True)
class Hauls:
    """Places in what was given. groups: amounts that are one haul; doubts: pairs that may be; why: reasons of pairs."""

    groups: tuple[tuple[int, ...], ...]
    doubts: tuple[tuple[int, int], ...]
    why: Mapping[tuple[int, int], tuple[Evidence, ...]]


@dataclass(frozen=True, slots=True)
class _Article:
    """amounts: unit and value of all that was seized; parties: provinces that take part or where it was."""

    people: People
    parties: frozenset[str]
    named: frozenset[str]
    amounts: frozenset[tuple[str | None, float]]
    rare: frozenset[str]


def find_hauls(archive: Archive, rows: Sequence[Seized], broader: Mapping[str, str]) -> Hauls:
    """rows: all amounts seized, of all articles; broader: kind of goods -> the kind that it is one of."""
    articles = _articles(archive, rows)
    pairs = _candidates(rows, articles)
    links = [link for left, right in pairs if (link := _link(left, right, rows, articles, broader))]
    clusters = agglomerate([row.own for row in rows], links, _join, sure=SURE, doubtful=DOUBTFUL)
    groups = tuple(tuple(items) for items in clusters.members().values() if len(items) > 1)
    thin = [item.link for item in clusters.refused if not item.against]
    why = {(link.left, link.right): link.reasons for link in (*thin, *clusters.joined)}
    return Hauls(groups, tuple((link.left, link.right) for link in thin), why)


def _join(left: Days | None, right: Days | None) -> Days | str | None:
    if left is None or right is None:
        return left or right
    if left[0] - right[1] > _APART or right[0] - left[1] > _APART:
        return "the days differ"
    return min(left[0], right[0]), max(left[1], right[1])


# --- what articles tell


def _articles(archive: Archive, rows: Sequence[Seized]) -> dict[str, _Article]:
    amounts: dict[str, set[tuple[str | None, float]]] = defaultdict(set)
    for row in rows:
        amounts[row.entry].add((row.figure.unit, row.figure.value))
    people = {ident: people_of(archive.by_id[ident]) for ident in amounts}
    count: dict[str, int] = defaultdict(int)
    for found in people.values():
        for name in found.named:
            count[name] += 1
    articles: dict[str, _Article] = {}
    for ident, told in amounts.items():
        provinces = archive.by_id[ident].record.provinces
        articles[ident] = _Article(
            people[ident],
            frozenset(fact.id for fact in provinces if fact.role != "mentioned"),
            frozenset(fact.id for fact in provinces),
            frozenset(told),
            frozenset(name for name in people[ident].named if count[name] <= _RARE),
        )
    return articles


def _candidates(rows: Sequence[Seized], articles: Mapping[str, _Article]) -> list[tuple[int, int]]:
    """Pairs of one unit that share a person with an age, a finely told amount, or an amount, a province and a week."""
    aged = {name for article in articles.values() for name in article.people.aged}
    buckets: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        for mark in _marks(row, articles[row.entry], aged):
            buckets[mark].append(at)
    pairs: set[tuple[int, int]] = set()
    for group in buckets.values():
        for place, left in enumerate(group):
            pairs.update((left, right) for right in group[place + 1 : place + 1 + _CROWD])
    return sorted(pairs)


def _marks(row: Seized, article: _Article, aged: set[str]) -> Iterator[tuple[object, ...]]:
    figure = row.figure
    yield row.entry, figure.unit
    for name in sorted(article.people.named & aged):
        yield "person", figure.unit, name
    if _digits(figure.value) > 2 or len(article.amounts) > 2:
        yield "amount", figure.unit, figure.value
    if row.days:
        for province in sorted(article.named):
            for week in range(row.days[0] // _WEEK, row.days[1] // _WEEK + 2)[:3]:
                yield "place", figure.unit, figure.value, province, week


# --- what speaks for one haul


def _link(
    left: int, right: int, rows: Sequence[Seized], articles: Mapping[str, _Article], broader: Mapping[str, str]
) -> Link | None:
    one, other = rows[left], rows[right]
    equal = _agree(one.figure, other.figure)
    if equal is None or not _one_kind(one.figure, other.figure, broader):
        return None
    if one.entry == other.entry:
        reason = Evidence("same-article", "one article tells the amount twice", SURE)
        twice = not equal or (one.own and other.own)
        return Link(left, right, SURE, (reason,)) if twice else None
    if one.event == other.event:
        return None  # told side by side already
    gap = _gap(one.own or one.days, other.own or other.days)
    if gap is not None and gap > (_APART if one.own and other.own else _YEARS):
        return None
    found = [*_people(articles[one.entry], articles[other.entry]), *_amounts(one, other, articles, equal)]
    found += [*_places(articles[one.entry], articles[other.entry]), *_days(gap)]
    found.sort(key=lambda reason: -abs(reason.weight))
    return Link(left, right, PRIOR + sum(reason.weight for reason in found), tuple(found))


def _agree(one: Figure, other: Figure) -> bool | None:
    """True for equal amounts, False for one that rounds the other, None for different ones."""
    if one.unit != other.unit:
        return None
    if one.value == other.value:
        return True
    rounded = one.qualifier != "exact" or other.qualifier != "exact"
    return False if rounded and abs(one.value - other.value) <= _ROUGH * max(one.value, other.value) else None


def _one_kind(one: Figure, other: Figure, broader: Mapping[str, str]) -> bool:
    """The goods may be of one kind: the same, or one more general than the other."""
    if one.kind_id and other.kind_id:
        return other.kind_id in lineage(one.kind_id, broader) or one.kind_id in lineage(other.kind_id, broader)
    left, right = settle_tones(one.kind or ""), settle_tones(other.kind or "")
    return left.startswith(right) or right.startswith(left)


def lineage(kind: str, broader: Mapping[str, str]) -> tuple[str, ...]:
    """A kind of goods and those that it is one of."""
    found = [kind]
    while (kind := broader.get(kind, "")) and kind not in found:
        found.append(kind)
    return tuple(found)


def _people(one: _Article, other: _Article) -> Iterator[Evidence]:
    same = shared(one.people, other.people)
    if same:
        weight = _ONE_PERSON if len(same) == 1 else _MORE_PEOPLE
        yield Evidence("same-accused", f"both name {len(same)} of the same people of the case", weight)
    elif one.people.aged and other.people.aged:
        yield Evidence("other-accused", "both name people of a case, none the same", _OTHER_PEOPLE)
    rare = len((one.rare & other.rare) - same)
    if rare:
        yield Evidence("rare-names", f"{rare} rare names stand in both", min(rare * _NAMES, _MOST_NAMES))


def _amounts(one: Seized, other: Seized, articles: Mapping[str, _Article], equal: bool) -> Iterator[Evidence]:
    if not equal:
        yield Evidence("near-amount", "one amount rounds the other", _NEAR_AMOUNT)
    elif (digits := _digits(one.figure.value)) > 2:
        yield Evidence("fine-amount", f"the amount agrees in {digits} digits", _FINE if digits == 3 else _FINER)
    if one.figure.value <= _COMMON:
        yield Evidence("any-amount", "many hauls are of this amount", _ANY_HAUL)
    both = articles[one.entry].amounts & articles[other.entry].amounts
    further = sum(value != 1 and (unit, value) != (one.figure.unit, one.figure.value) for unit, value in both)
    if further:
        yield Evidence("more-amounts", f"{further} more amounts agree", min(further * _FURTHER, _MOST_FURTHER))


def _places(one: _Article, other: _Article) -> Iterator[Evidence]:
    if not one.parties.isdisjoint(other.parties):
        yield Evidence("same-province", "one province takes part in both", _PARTY)
    elif not one.named.isdisjoint(other.named):
        yield Evidence("same-province", "both name one province", _NAMED)
    elif one.named and other.named:
        yield Evidence("other-province", "they name no province together", _NO_PROVINCE)


def _days(gap: int | None) -> Iterator[Evidence]:
    if gap is None:
        yield Evidence("undated", "one is not dated", 0.0)
    elif gap <= 1:
        yield Evidence("near-days", "of one day or two days that follow each other", _NEXT_DAY)
    elif gap <= _WEEK:
        yield Evidence("near-days", "of days near each other", _SAME_WEEK)
    elif gap > _MONTHS:
        yield Evidence("far-in-time", "of days far apart", _FAR)


def _gap(one: Days | None, other: Days | None) -> int | None:
    """Days between them, 0 where they overlap; None where one is not told."""
    if one is None or other is None:
        return None
    return max(0, one[0] - other[1], other[0] - one[1])


def _digits(value: float) -> int:
    """How many digits tell the amount, but for zeros at its ends: 308.6 has 4, 110,000 has 2."""
    if not value or not math.isfinite(value):
        return 0
    digits = f"{value:.6f}".rstrip("0").replace(".", "").strip("0")
    return len(digits)
