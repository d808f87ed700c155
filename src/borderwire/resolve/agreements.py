"""Which document is which across articles: type, day or year, parties over the years, subject, number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from borderwire.model import Agreement, AgreementStatus, Doubt, Entry, Event, Evidence, Mention, Merge, Sighting
from borderwire.resolve.clusters import Clusters, Link, agglomerate, united
from borderwire.resolve.documents import Paper, read_papers
from borderwire.resolve.lineage import carries_out, follows
from borderwire.resolve.pinning import Pins, pinned_names
from borderwire.resolve.reading import FORCES, Reader
from borderwire.resolve.rulings import ruled
from borderwire.resolve.shortforms import short_form, unsettled
from borderwire.resolve.when import YEAR
from borderwire.text import slug, squash

PRIOR, SURE, DOUBTFUL = -6.0, 3.0, 1.5
_SAME_DAY, _SAME_EVENT, _SAME_YEAR, _LATER_SIGNED = 5.0, 5.0, 2.0, 1.0
_SAME_PARTIES, _SOME_PARTIES = 5.0, 2.0
_SAME_TYPE, _SAME_FAMILY, _SAME_SUBJECT, _OTHER_SUBJECT, _SAME_ORDINAL = 2.5, 2.0, 2.0, -4.0, 2.0
_SAME_TITLE, _SAME_WORDS = 6.5, 6.5
_PLAN_HOLDS = 3 * YEAR // 2  # days within which a planned document is signed
_CROWD = 30

# A document is at least as far as any article saw it.
_PROGRESS: dict[AgreementStatus, int] = {"planned": 0, "referenced": 1, "exchanged": 2, "signed": 3}


@dataclass(frozen=True, slots=True)
class _State:
    entries: set[str]
    day: int | None
    year: int | None
    forces: frozenset[str]


def resolve_agreements(
    entries: Sequence[Entry],
    events: Sequence[Event],
    place: Mapping[str, int],
    reader: Reader,
    pins: Pins = Pins(),  # noqa: B008 - frozen
) -> tuple[tuple[Agreement, ...], tuple[str, ...], tuple[Doubt, ...]]:
    """One Agreement per document, newest first, undated last; the wanted ones' ids; the doubts.

    place: entry id -> index of the event that it reports; pins: judgements, which stand above all evidence.
    """
    papers = read_papers(sorted(entries, key=lambda item: (item.date or "9999", item.id)), events, place, reader)
    links = unsettled(papers, list(_links(papers, reader)), DOUBTFUL)
    states = [_state(paper) for paper in papers]
    numbers = {paper.mention: number for number, paper in enumerate(papers)} if pins.judgements else {}
    judged = ruled(pins, "agreement", numbers)
    clusters = agglomerate(states, links, _join, sure=SURE, doubtful=DOUBTFUL, ruled=judged, force=_force)
    dates = {entry.id: entry.date for entry in entries}
    agreements, owner = _agreements(papers, clusters, events, dates, pinned_names(pins, "agreement"))
    doubts = _doubts(papers, clusters, agreements, owner)
    linked = _with_lineage(agreements, papers, owner)
    return linked, _wanted(linked), doubts


def _links(papers: Sequence[Paper], reader: Reader) -> Iterator[Link]:
    for left, right in _candidates(papers):
        found = _evidence(papers[left], papers[right], reader)
        if found is not None and found[0] >= DOUBTFUL:
            yield Link(left, right, *found)


def _candidates(papers: Sequence[Paper]) -> list[tuple[int, int]]:
    """Pairs of one family that share their event, their day, or a party and the year; plans with what comes next."""
    buckets: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, paper in enumerate(papers):
        buckets[paper.family, "event", paper.event].append(index)
        if paper.title:
            buckets[paper.family, "title", paper.title].append(index)
        for today in paper.today or sorted(paper.around if paper.short else ()):
            if paper.day is not None:
                buckets[paper.family, "day", paper.day, today].append(index)
            if paper.year is not None:
                buckets[paper.family, "year", paper.year, today].append(index)
        if not paper.done or paper.day is not None:
            buckets[paper.family, "parties", paper.today].append(index)
    pairs: set[tuple[int, int]] = set()
    for kind, group in buckets.items():
        reach = 6 if kind[1] == "parties" else _CROWD
        group.sort(key=lambda index: (papers[index].seen or 0, index))
        for at, left in enumerate(group):
            pairs.update((min(left, right), max(left, right)) for right in group[at + 1 : at + 1 + reach])
    return sorted(pairs)


def _evidence(left: Paper, right: Paper, reader: Reader) -> tuple[float, tuple[Evidence, ...]] | None:
    """Score and reasons; None when the two cannot be one document."""
    if left.mention.entry == right.mention.entry:
        return None
    if left.ordinal and right.ordinal and left.ordinal != right.ordinal:
        return None
    time = _time(left, right)
    parties = _parties(left, right, reader)
    if parties is None and _one_matter(left, right) and not _elsewhere(left, right, reader):
        parties = []  # the long title says more than whom each article takes to have signed
    if time is None or parties is None:
        return None
    found = [*time, *parties, *_title(left, right), *short_form(left, right)]
    found.sort(key=lambda reason: -abs(reason.weight))
    return PRIOR + sum(reason.weight for reason in found), tuple(found)


def _time(left: Paper, right: Paper) -> list[Evidence] | None:
    if left.done and right.done and left.event == right.event:
        return [Evidence("same-event", "both articles report the signing", _SAME_EVENT)]
    if left.day is not None and right.day is not None:
        return [Evidence("same-day", "both were signed on the same day", _SAME_DAY)] if left.day == right.day else None
    if left.done and right.done:
        return None
    if left.year is not None and right.year is not None:
        return [Evidence("same-year", "both are of the same year", _SAME_YEAR)] if left.year == right.year else None
    older, newer = (left, right) if (left.seen or 0) <= (right.seen or 0) else (right, left)
    if older.fact.status == "planned" and older.seen and newer.seen and newer.seen - older.seen <= _PLAN_HOLDS:
        return [Evidence("later-signed", "one is planned shortly before the other", _LATER_SIGNED)]
    return []


def _one_matter(left: Paper, right: Paper) -> bool:
    """Signed at one event under titles that say the same at length, however states and spaces are written."""
    return left.done and right.done and left.event == right.event and bool(left.matter) and left.matter == right.matter


def _elsewhere(left: Paper, right: Paper, reader: Reader) -> bool:
    """Both are of provinces, and one's are not the other's: two pairs may sign the same on one day."""
    mine, yours = (
        {reader.today(party.place) for party in paper.parties if "-" in party.place} for paper in (left, right)
    )
    return bool(mine) and bool(yours) and mine != yours


def _parties(left: Paper, right: Paper, reader: Reader) -> list[Evidence] | None:
    if not left.parties or not right.parties:
        return []

    if left.parties == right.parties:
        return [Evidence("same-parties", "the parties are the same", _SAME_PARTIES)]

    def known(one: Paper, other: Paper) -> list[bool]:
        return [
            any(
                reader.one_place(mine.place, yours.place, one.seen, other.seen)
                and (not mine.kind or not yours.kind or mine.kind == yours.kind)
                for yours in other.parties
            )
            for mine in one.parties
        ]

    mine, yours = known(left, right), known(right, left)
    if all(mine) and all(yours):
        return [Evidence("same-parties", "the parties are the same", _SAME_PARTIES)]
    if (sum(mine) > 1 and sum(yours) > 1) or (any(mine) and (all(mine) or all(yours))):
        return [Evidence("some-parties", "some of the parties are the same", _SOME_PARTIES)]
    return None


def _title(left: Paper, right: Paper) -> list[Evidence]:
    found: list[Evidence] = []
    if left.fact.type == right.fact.type:
        found.append(Evidence("same-type", "the types are the same", _SAME_TYPE))
    else:
        found.append(Evidence("same-family", "the types are used for one another", _SAME_FAMILY))
    if left.title and left.title == right.title:
        found.append(Evidence("same-title", "the titles agree, and such documents are few", _SAME_TITLE))
    elif (left.event == right.event and left.words == right.words) or _one_matter(left, right):
        found.append(Evidence("same-words", "articles on one event name it in the same words", _SAME_WORDS))
    elif left.subject and right.subject:
        shared = len(left.subject & right.subject) / min(len(left.subject), len(right.subject))
        if shared >= 0.6:
            found.append(Evidence("same-subject", "the titles speak of the same matter", _SAME_SUBJECT))
        elif shared < 0.3:
            found.append(Evidence("other-subject", "the titles speak of different matters", _OTHER_SUBJECT))
    if left.ordinal and left.ordinal == right.ordinal:
        found.append(Evidence("same-ordinal", "both bear the same number", _SAME_ORDINAL))
    return found


def _state(paper: Paper) -> _State:
    forces = frozenset(party.kind for party in paper.parties) & FORCES
    return _State({paper.mention.entry}, paper.day, paper.year, forces)


def _join(left: _State, right: _State) -> _State | str:
    if not left.entries.isdisjoint(right.entries):
        return "one article names both"
    if left.day is not None and right.day is not None and abs(left.day - right.day) > 1:
        return "they were signed on different days"
    if left.year is not None and right.year is not None and left.year != right.year:
        return "they are of different years"
    if left.forces and right.forces and left.forces.isdisjoint(right.forces):
        return "they are of different forces"
    day = left.day if left.day is not None else right.day
    year = left.year if left.year is not None else right.year
    return _State(united(left.entries, right.entries), day, year, left.forces | right.forces)


def _force(left: _State, right: _State) -> _State:
    """Both as one, since the keeper says so; what contradicts is no longer held against others."""
    day = left.day if left.day is not None else right.day
    year = left.year if left.year is not None else right.year
    clash = left.year is not None and right.year is not None and left.year != right.year
    return _State(united(left.entries, right.entries), day, None if clash else year, left.forces | right.forces)


def _agreements(
    papers: Sequence[Paper],
    clusters: Clusters[_State],
    events: Sequence[Event],
    dates: Mapping[str, str | None],
    preferred: Mapping[Mention, str],
) -> tuple[list[Agreement], dict[int, int]]:
    """Agreements, newest first; index of a paper -> index of its agreement."""
    merges: dict[int, list[Merge]] = defaultdict(list)
    for link in clusters.joined:
        merges[clusters.root[link.left]].append(
            Merge(papers[link.left].mention, papers[link.right].mention, round(link.score, 2), link.reasons)
        )
    made = [
        (_called(_agreement([papers[item] for item in items], merges[root], events, dates), preferred), items)
        for root, items in clusters.members().items()
    ]
    made.sort(key=lambda pair: (pair[0].date or "", pair[0].label, pair[0].mentions[0].entry), reverse=True)
    owner = {item: number for number, (_, items) in enumerate(made) for item in items}
    return _with_unique_ids([agreement for agreement, _ in made]), owner


def _agreement(
    group: Sequence[Paper], merges: Sequence[Merge], events: Sequence[Event], dates: Mapping[str, str | None]
) -> Agreement:
    best = max(group, key=lambda paper: (_PROGRESS[paper.fact.status], len(paper.fact.as_written)))
    signing = next((paper for paper in group if paper.done), None)
    told = [paper.fact.date for paper in group if paper.fact.date]
    date = max(told, key=len) if told else None
    if signing is not None and date is None:
        date = events[signing.event].date
    written = " ".join(best.fact.as_written.split())
    parties = best.fact.parties if _titled(best) else _most_told(group, best)
    return Agreement(
        id=slug(f"{best.fact.date or ''} {written}") or "agreement",
        label=written[:1].upper() + written[1:],
        type=Counter(paper.fact.type for paper in group if paper.fact.status == best.fact.status).most_common(1)[0][0],
        status=best.fact.status,
        date=date,
        parties=parties,
        mentions=tuple(paper.mention for paper in group),
        history=tuple(Sighting(dates[paper.mention.entry], paper.fact.status, paper.mention) for paper in group),
        event=events[signing.event].id if signing else None,
        merges=tuple(merges),
    )


def _titled(paper: Paper) -> bool:
    """The title itself names the parties."""
    words = paper.words
    return bool(paper.fact.parties) and all(squash(party) in words for party in paper.fact.parties)


def _most_told(group: Sequence[Paper], best: Paper) -> tuple[str, ...]:
    """The parties that most mentions give, those of the best one where as many do."""
    told = Counter(paper.fact.parties for paper in group if paper.fact.parties)
    return max(told, key=lambda parties: (told[parties], parties == best.fact.parties), default=())


def _called(item: Agreement, preferred: Mapping[Mention, str]) -> Agreement:
    """The document under the name that the keeper prefers."""
    label = next((preferred[mention] for mention in item.mentions if mention in preferred), None)
    return replace(item, label=label, id=slug(f"{item.date or ''} {label}") or "agreement") if label else item


def _with_unique_ids(agreements: Sequence[Agreement]) -> list[Agreement]:
    seen: dict[str, int] = {}
    named: list[Agreement] = []
    for item in agreements:
        seen[item.id] = number = seen.get(item.id, 0) + 1
        named.append(item if number == 1 else replace(item, id=f"{item.id}-{number}"))
    return named


def _with_lineage(
    agreements: Sequence[Agreement], papers: Sequence[Paper], owner: Mapping[int, int]
) -> tuple[Agreement, ...]:
    before, above = follows(papers, owner), carries_out(papers, owner)
    return tuple(
        replace(
            item,
            follows=agreements[before[number]].id if number in before else None,
            carries_out=tuple(agreements[other].id for other in above.get(number, ())),
        )
        for number, item in enumerate(agreements)
    )


def _doubts(
    papers: Sequence[Paper], clusters: Clusters[_State], agreements: Sequence[Agreement], owner: Mapping[int, int]
) -> tuple[Doubt, ...]:
    found: list[Doubt] = []
    for refused in clusters.refused:
        link = refused.link
        found.append(
            Doubt(
                "agreement",
                agreements[owner[link.left]].id,
                agreements[owner[link.right]].id,
                papers[link.left].mention,
                papers[link.right].mention,
                round(link.score, 2),
                link.reasons,
                refused.against,
            )
        )
    return tuple(found)


def _wanted(agreements: Sequence[Agreement]) -> tuple[str, ...]:
    """Cited as being there, never seen signed; most cited first. A document that is only planned lacks to no one."""
    rows = [item for item in agreements if item.status == "referenced"]
    rows.sort(key=lambda item: (-len({mention.entry for mention in item.mentions}), item.date or "9999", item.id))
    return tuple(item.id for item in rows)
