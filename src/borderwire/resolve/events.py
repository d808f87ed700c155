"""Which articles report one event: the same day or the next, the same parties, officials, place and number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from borderwire.model import Doubt, Entry, Event, Evidence, Mention, Merge
from borderwire.resolve.clusters import Clusters, Link, agglomerate
from borderwire.resolve.pinning import WHOLE, Pins
from borderwire.resolve.reading import Reader
from borderwire.resolve.reports import Report, read_reports
from borderwire.resolve.rulings import ruled
from borderwire.resolve.when import Days, precise

PRIOR, SURE, DOUBTFUL = -5.0, 3.0, 1.5

_SAME_DAY, _PERHAPS_DAY, _NEXT_DAY, _SAME_DATE, _UNDATED = 4.0, 2.5, -2.5, 1.5, -3.5
_SAME_PARTIES, _SOME_PARTIES, _OTHER_PARTIES = 4.0, 2.0, -4.0
_SAME_OFFICIAL, _MOST_OFFICIALS, _OTHER_HOLDER, _NO_OFFICIAL = 3.0, 2, -5.0, -1.0
_SAME_TYPE, _RELATED_TYPE, _OTHER_TYPE = 2.5, 1.0, -4.0
_OTHER_FORCES, _SAME_PLACE, _SAME_PROVINCE, _OTHER_PLACE, _OTHER_PROVINCE = -7.0, 2.0, 1.0, -1.0, -5.0
_SAME_ORDINAL, _SAME_TITLE, _SAME_DOCUMENT = 4.0, 6.0, 1.0

# Types that reports of one event use for each other.
_FAMILIES = (
    frozenset(["trilateral-conference", "bilateral-conference", "briefing-conference", "cooperation-conference",
               "review-conference", "talks", "signing", "conference", "meeting", "working-session", "reception",
               "visit", "seminar"]),
    frozenset(["inauguration", "groundbreaking", "gate-opening", "donation", "award"]),
    frozenset(["newyear-lao", "newyear-vietnam", "visit", "donation", "anniversary", "reception"]),
    frozenset(["border-exchange", "exchange", "twinning", "joint-patrol", "talks"]),
    frozenset(["handover-persons", "handover-wanted", "joint-case", "arrest"]),
    frozenset(["training", "seminar"]),
)  # fmt: skip
_LONGEST = 10  # days that an event may have been on and still be looked for by day
_CROWD = 40  # reports of one day and party that are all compared; of more, each with its next ones


@dataclass(frozen=True, slots=True)
class _State:
    """What is known of a cluster. when: days that texts tell; may: days left by those that only imply them; kinds:
    types of event told; parties: provinces of today that take part."""

    when: Days | None
    ordinal: int | None
    may: Days | None = None
    kinds: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()


def resolve_events(
    entries: Sequence[Entry],
    reader: Reader,
    pins: Pins = Pins(),  # noqa: B008 - frozen
) -> tuple[tuple[Event, ...], dict[str, int], tuple[Doubt, ...]]:
    """Events, newest first and undated last; entry id -> place of its event in them; the doubts.

    pins: judgements, which stand above all evidence."""
    reports = read_reports(sorted(entries, key=lambda entry: (entry.date or "9999", entry.id)), reader)
    links: list[Link] = []
    for left, right in _candidates(reports):
        score, reasons = _evidence(reports[left], reports[right], reader)
        if score >= DOUBTFUL:
            links.append(Link(left, right, score, reasons))
    states = [_state(report) for report in reports]
    numbers = {Mention(report.entry.id, WHOLE): number for number, report in enumerate(reports)}
    judged = ruled(pins, "event", numbers if pins.judgements else {})
    clusters = agglomerate(states, links, _join, sure=SURE, doubtful=DOUBTFUL, ruled=judged, force=_force)
    merges: dict[int, list[Merge]] = defaultdict(list)
    for link in clusters.joined:
        merges[clusters.root[link.left]].append(_merge(link, reports))
    groups = clusters.members()
    events = [_event([reports[item] for item in items], merges[root], reader) for root, items in groups.items()]
    by_id = sorted(events, key=lambda event: event.id)
    ordered = tuple(sorted(by_id, key=lambda event: event.date or "", reverse=True))
    place = {ident: number for number, event in enumerate(ordered) for ident in event.entries}
    return ordered, place, _doubts(clusters, reports, ordered, place)


def _candidates(reports: Sequence[Report]) -> list[tuple[int, int]]:
    """Pairs that share a party or an official on one day or two neighbouring days, or one of the rarer marks."""
    buckets: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, report in enumerate(reports):
        for mark in chain(_day_marks(report), _vague_marks(report), _rare_marks(report)):
            buckets[mark].append(index)
    pairs: set[tuple[int, int]] = set()
    for kind, group in buckets.items():
        for at, left in enumerate(group):
            vague = kind[0] != "vague" or not reports[left].told
            pairs.update((left, right) for right in group[at + 1 : at + 1 + _CROWD] if vague or not reports[right].told)
    return sorted(pairs)


def _day_marks(report: Report) -> Iterator[tuple[object, ...]]:
    if report.when and report.when[1] - report.when[0] <= _LONGEST:
        marks = [*sorted(report.today), *sorted(report.names), *sorted(report.central)]
        for day in range(report.when[0], report.when[1] + 2):
            for mark in marks:
                yield day, mark


def _vague_marks(report: Report) -> Iterator[tuple[object, ...]]:
    """For reports without a full date: the parties with the month, or with the day of an unknown year."""
    if len(report.today) > 1:
        for month in _months(report.when) if report.when else ():
            yield "vague", month, *sorted(report.today)
        if report.partial:
            yield "vague", report.partial, *sorted(report.today)


def _rare_marks(report: Report) -> Iterator[tuple[object, ...]]:
    for words in (report.title, report.lead):
        if words:
            yield "words", words
    if report.ordinal:
        for mark in sorted(report.today):
            yield "ordinal", report.ordinal, mark


def _months(when: Days) -> range:
    """The months that the days lie in, numbered; none for a span of years."""
    first, last = (date.fromordinal(day) for day in when)
    months = range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    return months if len(months) <= 2 else range(0)


def _evidence(left: Report, right: Report, reader: Reader) -> tuple[float, tuple[Evidence, ...]]:
    found = [*_days(left, right), *_parties(left, right, reader), *_officials(left, right), *_type(left, right)]
    found += _venue(left, right)
    if left.forces and right.forces and left.forces.isdisjoint(right.forces):
        found.append(Evidence("other-forces", "different forces meet", _OTHER_FORCES))
    if left.ordinal and left.ordinal == right.ordinal:
        found.append(Evidence("same-ordinal", f"both are number {left.ordinal} of their series", _SAME_ORDINAL))
    if left.title and left.title == right.title:
        found.append(Evidence("same-title", "the titles agree", _SAME_TITLE))
    if left.lead and left.lead == right.lead:
        found.append(Evidence("same-lead", "the opening sentences agree", _SAME_TITLE))
    if left.signed & right.signed:
        found.append(Evidence("same-document", "documents of one type are signed", _SAME_DOCUMENT))
    found.sort(key=lambda reason: -abs(reason.weight))
    return PRIOR + sum(reason.weight for reason in found), tuple(found)


def _days(left: Report, right: Report) -> list[Evidence]:
    if left.when is None or right.when is None:
        if left.partial and left.partial == right.partial:
            return [Evidence("same-date", "both tell of the same day of an unknown year", _SAME_DATE)]
        return [Evidence("undated", "one is not dated", _UNDATED)]
    overlap = left.when[0] <= right.when[1] and right.when[0] <= left.when[1]
    if overlap and left.told and right.told:
        return [Evidence("same-day", "both tell of the same day", _SAME_DAY)]
    if overlap:
        return [Evidence("perhaps-same-day", "the days may be the same", _PERHAPS_DAY)]
    return [Evidence("next-day", "one is dated a day after the other", _NEXT_DAY)]


def _parties(left: Report, right: Report, reader: Reader) -> list[Evidence]:
    one, other = left.today | left.central, right.today | right.central
    if not one or not other:
        return []
    day, next_day = (report.when[1] if report.when else None for report in (left, right))
    apart = left.parties != right.parties and any(
        a != b and reader.today(a) == reader.today(b) and not reader.one_place(a, b, day, next_day)
        for a in left.parties
        for b in right.parties
    )
    if apart or one.isdisjoint(other):
        return [Evidence("other-parties", "other parties take part", _OTHER_PARTIES)]
    if left.today and left.today == right.today and len({mark[:2] for mark in left.today}) > 1:
        return [Evidence("same-parties", "the same parties take part", _SAME_PARTIES)]
    if left.today and left.today == right.today:
        return [Evidence("same-party", "the same party takes part; the other side is not told", _SOME_PARTIES)]
    sides = {mark[:2] for mark in one & other}
    if len(sides) > 1:
        return [Evidence("some-parties", "some of the parties are the same on both sides", _SOME_PARTIES)]
    return []


def _officials(left: Report, right: Report) -> list[Evidence]:
    shared = left.names & right.names
    found = []
    if shared:
        weight = _SAME_OFFICIAL * min(len(shared), _MOST_OFFICIALS)
        found.append(Evidence("same-officials", f"both name {len(shared)} of the same officials", weight))
    elif len(left.names) > 1 and len(right.names) > 1:
        found.append(Evidence("no-official", "both name officials, none the same", _NO_OFFICIAL))
    posts = left.holders.keys() & right.holders.keys()
    if posts and not shared and any(_unlike(left.holders[post], right.holders[post]) for post in posts):
        found.append(Evidence("other-holder", "one office is held by different people", _OTHER_HOLDER))
    return found


def _unlike(left: str, right: str) -> bool:
    return left[:4] != right[:4]  # side and the first letters; spellings of one name begin alike


def _type(left: Report, right: Report) -> list[Evidence]:
    one, other = left.entry.record.event_type, right.entry.record.event_type
    if one is None or other is None:
        return []
    if one.id == other.id:
        return [Evidence("same-kind", "both tell of the same type of event", _SAME_TYPE)]
    if any(one.id in family and other.id in family for family in _FAMILIES):
        return [Evidence("related-type", "the types of event go together", _RELATED_TYPE)]
    return [Evidence("other-type", "the types of event differ", _OTHER_TYPE)]


def _venue(left: Report, right: Report) -> list[Evidence]:
    one, other = left.entry.record.venue, right.entry.record.venue
    if one is None or other is None:
        return []
    if one.district and other.district:
        same = one.district == other.district
        text = "the place is the same" if same else "the places differ"
        return [Evidence("same-place" if same else "other-place", text, _SAME_PLACE if same else _OTHER_PLACE)]
    if one.province and other.province:
        same = one.province == other.province
        text = "the province is the same" if same else "the events are in different provinces"
        return [Evidence("same-venue" if same else "other-venue", text, _SAME_PROVINCE if same else _OTHER_PROVINCE)]
    return []


def _state(report: Report) -> _State:
    kind = report.entry.record.event_type
    return _State(
        when=report.when if report.told else None,
        ordinal=report.ordinal,
        may=None if report.told else report.when,
        kinds=frozenset([kind.id] if kind else []),
        parties=report.today,
    )


def _join(left: _State, right: _State) -> _State | str:
    if left.ordinal and right.ordinal and left.ordinal != right.ordinal:
        return "they have different numbers in their series"
    days = [span for state in (left, right) for span in (state.when, state.may) if span]
    if days and max(span[0] for span in days) - min(span[1] for span in days) > 1:
        return "they are more than a day apart"
    if not _one_day(left, right) and not _go_together(left, right):
        return "the days differ, and so do the kinds of event"
    if _other_side(left.parties, right.parties):
        return "other parties take part"
    may = (max(left.may[0], right.may[0]), min(left.may[1], right.may[1])) if left.may and right.may else None
    when = (min(left.when[0], right.when[0]), max(left.when[1], right.when[1])) if left.when and right.when else None
    return _State(
        when or left.when or right.when,
        left.ordinal or right.ordinal,
        may or left.may or right.may,
        left.kinds | right.kinds,
        left.parties | right.parties,
    )


def _one_day(left: _State, right: _State) -> bool:
    """Both tell the day, and it is the same."""
    if left.when is None or right.when is None:
        return False
    return left.when[0] <= right.when[1] and right.when[0] <= left.when[1]


def _go_together(left: _State, right: _State) -> bool:
    """The kinds may be told of one event. Where two days are told, one name for it must be the same: reports that
    differ in the day and in the kind tell of two events."""
    if not left.kinds or not right.kinds or not left.kinds.isdisjoint(right.kinds):
        return True
    if left.when and right.when:
        return False
    return any(not family.isdisjoint(left.kinds) and not family.isdisjoint(right.kinds) for family in _FAMILIES)


def _other_side(left: frozenset[str], right: frozenset[str]) -> bool:
    """On one side both name provinces, and none is the same."""
    for side in ("VN", "LA"):
        one, other = ({ident for ident in idents if ident.startswith(side)} for idents in (left, right))
        if one and other and one.isdisjoint(other):
            return True
    return False


def _force(left: _State, right: _State) -> _State:
    """Both as one, since the keeper says so; what contradicts is no longer held against others."""
    both = _join(left, right)
    return both if not isinstance(both, str) else _State(None, None)


def _merge(link: Link, reports: Sequence[Report]) -> Merge:
    left, right = Mention(reports[link.left].entry.id, -1), Mention(reports[link.right].entry.id, -1)
    return Merge(left, right, round(link.score, 2), link.reasons)


def _doubts(
    clusters: Clusters[_State], reports: Sequence[Report], events: Sequence[Event], place: Mapping[str, int]
) -> tuple[Doubt, ...]:
    found: list[Doubt] = []
    for refused in clusters.refused:
        merge = _merge(refused.link, reports)
        left, right = events[place[merge.left.entry]].id, events[place[merge.right.entry]].id
        found.append(Doubt("event", left, right, merge.left, merge.right, merge.score, merge.reasons, refused.against))
    return tuple(found)


def _event(reports: Sequence[Report], merges: Sequence[Merge], reader: Reader) -> Event:
    best = min(reports, key=lambda report: (_vagueness(report), report.entry.id))
    types = [report.entry.record.event_type.id for report in reports if report.entry.record.event_type]
    venues = [report.entry.record.venue.province for report in reports if report.entry.record.venue]
    named = [
        fact.id for report in reports for fact in report.entry.record.provinces if fact.role == "party"
    ]  # fmt: skip
    parties = tuple(dict.fromkeys(named))
    count = Counter(force for report in reports for force in sorted(report.forces))
    return Event(
        id=reports[0].entry.id,
        entries=tuple(report.entry.id for report in reports),
        date=best.entry.date,
        end=next((report.entry.record.event_end for report in reports if report.entry.record.event_end), None),
        type=Counter(types).most_common(1)[0][0] if types else None,
        parties=parties,
        parties_today=tuple(dict.fromkeys(reader.today(ident) for ident in parties)),
        venue=next((venue for venue in venues if venue), None),
        bodies=tuple(force for force, number in count.most_common() if number * 2 >= len(reports)),
        central=tuple(sorted({mark for report in reports for mark in report.central if mark[0] != "?"})),
        ordinal=next((report.ordinal for report in reports if report.ordinal), None),
        merges=tuple(merges),
    )


def _vagueness(report: Report) -> int:
    """0 for a text that dates the event itself to the day."""
    if report.told:
        return 0
    return 1 if precise(report.entry.date) else 2 if report.entry.date else 3


def pairs_in(events: Iterator[Event] | Sequence[Event]) -> Iterator[tuple[Event, tuple[str, str]]]:
    """Each event with every pair of a Vietnamese and a Lao province of today that takes part."""
    for event in events:
        for left in event.parties_today:
            for right in event.parties_today:
                if left.startswith("VN") and right.startswith("LA"):
                    yield event, (left, right)
