"""The provinces of a text with their part in the event: party, venue, or only mentioned."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Set

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention, bodies_between
from borderwire.extract.place_titles import keys_of
from borderwire.model import Country, ProvinceFact, ProvinceRole, Venue

# Blocks and sentences that tell who takes part; what comes later is often background.
_OPENING_BLOCKS = frozenset(["title", "lead", "caption"])
_OPENING_SENTENCES = 4
_LONGEST_LIST = 40
# A unit that the text itself calls a former one takes no part: "Công an tỉnh Quảng Nam cũ".
_FORMER = keys_of("cũ")
_PAIR_TITLES = keys_of("hai 2 các ba 3 bốn 4")
_LOCAL = frozenset(["district", "commune", "village"])
_JOINS = frozenset(["-", "–", "—", ",", "và", "với"])


def extract_provinces(
    doc: Doc, places: tuple[PlaceMention, ...], bodies: tuple[BodyMention, ...], venue: Venue | None
) -> tuple[ProvinceFact, ...]:
    """Every province-level unit named, once, in order of first mention, with all its spans."""
    mentions: dict[str, list[PlaceMention]] = {}
    for place in places:
        if place.kind == "province":
            mentions.setdefault(place.id, []).append(place)
    parties = _parties(doc, places, bodies)
    hosts = _hosts(doc, mentions, venue)
    return tuple(_fact(doc, ident, found, _role(ident, parties, hosts)) for ident, found in mentions.items())


def _fact(doc: Doc, ident: str, mentions: list[PlaceMention], role: ProvinceRole) -> ProvinceFact:
    row = doc.gazetteer.provinces[ident]
    text, starts, ends = doc.text, doc.starts, doc.ends
    spans = [(starts[mention.start], ends[mention.end - 1] - mention.cut) for mention in mentions]
    written = dict.fromkeys([text[start:end] for start, end in spans])
    return ProvinceFact(
        id=ident,
        name=row.name,
        country=row.country,
        role=role,
        as_written=tuple(written),
        spans=tuple(spans),
        rule=mentions[0].rule,
    )


def _role(ident: str, parties: frozenset[str], hosts: frozenset[str]) -> ProvinceRole:
    if ident in parties:
        return "party"
    return "venue" if ident in hosts else "mentioned"


def _hosts(doc: Doc, mentions: dict[str, list[PlaceMention]], venue: Venue | None) -> frozenset[str]:
    """The province of the venue; both, where an event took place in two: "tại tỉnh A (Lào) và tỉnh B"."""
    if venue is None:
        return frozenset()
    if venue.province is not None:
        return frozenset([venue.province])
    first, last = venue.spans[0]
    return frozenset(
        ident
        for ident, found in mentions.items()
        if any(first <= doc.starts[mention.start] < last for mention in found)
    )


def _parties(doc: Doc, places: tuple[PlaceMention, ...], bodies: tuple[BodyMention, ...]) -> frozenset[str]:
    """Provinces whose bodies are named where the text says who takes part, and provinces told as a pair there."""
    last = _opening_end(doc)
    found: set[str] = set()
    local: list[BodyMention] = []
    sides: set[Country | None] = set()  # those for which a body of the province or above takes part
    for body in bodies:
        if body.province is None or body.completed:
            continue
        if not _in_opening(doc, body.start, last) or _former(doc, body.end):
            continue
        if body.level in _LOCAL:
            local.append(body)
        else:
            found.add(body.province)
            sides.add(body.country)
    found.update(_paired(doc, places, last))
    found.update(_of_districts(doc, local, bodies, sides))
    return frozenset(found)


def _of_districts(
    doc: Doc, local: list[BodyMention], bodies: tuple[BodyMention, ...], sides: Set[Country | None]
) -> Iterable[str]:
    """Provinces whose districts meet the other country: "Đồn Biên phòng A phối hợp với Công an huyện B (Lào)". Where a
    side is there with its province, its districts add none."""
    known: dict[int, bool] = {}  # by sentence: bodies of both countries stand in it
    for body in local:
        if body.province is None or body.country in sides:
            continue
        number = doc.sentence[body.start]
        if number not in known:
            inside = bodies_between(bodies, *doc.sentence_of(body.start))
            known[number] = len({other.country for other in inside} - {None}) > 1
        if known[number]:
            yield body.province


def _opening_end(doc: Doc) -> int:
    """Number of the sentence where the opening ends: the first few sentences of running text."""
    seen: list[int] = []
    for number, block in enumerate(doc.article.blocks):
        if block.kind != "paragraph":
            continue
        first = bisect_left(doc.block, number)
        last = bisect_right(doc.block, number, first)
        if last > first:
            sentences = range(doc.sentence[first], doc.sentence[last - 1] + 1)
            seen += [sentence for sentence in sentences if not seen or sentence > seen[-1]]
            if len(seen) >= _OPENING_SENTENCES:
                return seen[_OPENING_SENTENCES - 1]
    return seen[-1] if seen else 0


def _in_opening(doc: Doc, at: int, last: int) -> bool:
    return doc.sentence[at] <= last or doc.block_of(at).kind in _OPENING_BLOCKS


def _former(doc: Doc, end: int) -> bool:
    return end < len(doc.keys) and doc.keys[end] in _FORMER


def _paired(doc: Doc, places: tuple[PlaceMention, ...], last: int) -> Iterable[str]:
    """Provinces in "hai tỉnh A - B", "Công an các tỉnh A, B và C" of the opening."""
    heads = [index for index, place in enumerate(places) if place.kind == "province" and place.title < place.start]
    for index in heads:
        head = places[index]
        if head.title == 0 or doc.keys[head.title - 1] not in _PAIR_TITLES or not _in_opening(doc, head.start, last):
            continue
        row = [head]
        for place in places[index + 1 : index + 1 + _LONGEST_LIST]:
            gap = range(row[-1].end, place.start)
            if place.kind != "province" or len(gap) > 2 or any(doc.keys[i] not in _JOINS for i in gap):
                break
            row.append(place)
        if len({place.country for place in row}) > 1:
            yield from (place.id for place in row)
