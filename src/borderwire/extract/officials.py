"""The officials of an article: persons with a rank, an office or a function in a body of state or party."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from borderwire.errors import Span
from borderwire.extract.accused import find_accused
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.name_parts import folded, usual
from borderwire.extract.nationality import Nationality
from borderwire.extract.office_kinds import Office
from borderwire.extract.offices import find_offices
from borderwire.extract.people import Person, join_mentions
from borderwire.extract.person_marks import PersonMention
from borderwire.extract.persons import find_persons
from borderwire.extract.context import Context
from borderwire.extract.placing import Placing
from borderwire.extract.ranks import RankMention, find_ranks
from borderwire.extract.sides import Sides
from borderwire.extract.vocabulary import HISTORICAL
from borderwire.model import Country, OfficialFact
from borderwire.text import fold

_FIELD = "officials"
# The highest bodies go by their bare names: "Quốc hội nước CHXHCN Việt Nam" is "Quốc hội".
_OURS = re.compile(r"^(Quốc hội|Chính phủ) (?:nước )?(?:Cộng hòa xã hội chủ nghĩa |CHXHCN )?Việt Nam$", re.IGNORECASE)


def extract_officials(
    doc: Doc, places: Sequence[PlaceMention], bodies: Sequence[BodyMention]
) -> tuple[OfficialFact, ...]:
    """Officials in order of first mention."""
    ranks = find_ranks(doc)
    offices = find_offices(doc, places, bodies)
    mentions = find_persons(doc, places, bodies, offices, ranks)
    if not mentions:
        return ()
    sides = Sides(doc, places)
    placing, nationality = Placing(Context(doc, places, bodies, sides)), Nationality(doc, places, sides)
    accused = find_accused(doc)
    facts: list[OfficialFact] = []
    for person in join_mentions(mentions):
        held = _held(person, placing, nationality.of(person))
        why = _why_not(person, held) or accused.why(person.name)
        first = person.mentions[0]
        doc.note(_FIELD, doc.span(first.start, first.end), first.rule, why is None, why or "")
        if why is None:
            facts.append(_fact(doc, person, held, placing))
    return tuple(facts)


@dataclass(frozen=True, slots=True)
class Held:
    """What a person holds: offices with their bodies resolved, roles apart; country: the side."""

    offices: tuple[Office, ...]
    roles: tuple[Office, ...]
    country: Country | None
    foreign: bool = False


def _held(person: Person, placing: Placing, told: str | None) -> Held:
    country: Country | None = "VN" if told == "VN" else "LA" if told == "LA" else None
    offices: list[Office] = []
    roles: list[Office] = []
    for mention in person.mentions:
        for office in placing.resolve(mention, country):
            group = roles if office.role else offices
            _merge(group, office)
    return Held(tuple(offices), tuple(roles), country, told not in (None, "VN", "LA"))


def _merge(group: list[Office], office: Office) -> None:
    """Keeps every title once, with the best body that any mention gives it."""
    for index, other in enumerate(group):
        if other.id == office.id and _same_body(other, office):
            if _better(office, other):
                group[index] = office
            return
    group.append(office)


def _same_body(one: Office, other: Office) -> bool:
    if one.organization is None or other.organization is None or _told(one) == 1 or _told(other) == 1:
        return True
    return one.province == other.province and one.country == other.country and one.new == other.new


def _better(new: Office, old: Office) -> bool:
    """An organization that is told beats one that is guessed, which beats none."""
    if _told(new) == _told(old) == 2 and new.organization and old.organization:
        return len(new.organization) > len(old.organization) and new.organization.startswith(old.organization)
    return _told(new) > _told(old)


def _told(office: Office) -> int:
    if office.organization is None:
        return 0
    return 1 if office.named is None or (office.body is not None and office.body.completed) else 2


def _why_not(person: Person, held: Held) -> str | None:
    """The reason why a person is no official, or None."""
    if any(folded(parts) in HISTORICAL for parts in {mention.name.parts for mention in person.mentions}):
        return "a leader of history"
    barred = next((mention.barred for mention in person.mentions if mention.barred), None)
    if barred is not None:
        return barred
    if held.foreign:
        return "of a third country"
    if any(mention.rank is not None for mention in person.mentions):
        if len(person.mentions[0].name.parts) < 1:
            return "no name"
        return None
    if any(office.state for office in held.offices):
        if len(person.name.parts) < 2 and not person.name.initials:
            return "a given name alone"
        if any(mention.civil for mention in person.mentions) and not _strong(held):
            return "introduced by birth or home"
        return None
    if any(office.state is False for office in held.offices):
        return "an office outside state and party"
    if held.offices or held.roles:
        return "an office of no known body"
    return "neither rank nor office"


def _strong(held: Held) -> bool:
    return any(office.state and office.organization for office in held.offices)


# Memberships and party functions beside the office proper: the main office is another one, if there is one.
_MEMBER = (
    "uy-vien",
    "tinh-uy-vien",
    "huyen-uy-vien",
    "dang-uy-vien",
    "bi-thu-trung-uong",
    "dai-bieu",
    "thuong-truc-ban-bi-thu",
)


def _weight(office: Office) -> int:
    """How much an office is the person's main one: 5 head of a Lao province or district, or newly given,
    4 executive, 3 deputy party secretary, or an office of no known body, 1 party unit, 0 member."""
    if office.id.startswith(_MEMBER):
        return 0
    if office.state is False:
        return 0
    if office.kind.startswith("bi-thu"):
        body = fold(office.organization or office.title)
        if "dang uy" in body or "chi bo" in body:
            return 1
        return 3 if office.id.startswith("pho-") and "thuong-truc" not in office.id else 4
    if office.kind in ("tinh-truong", "do-truong", "huyen-truong") or office.new:
        return 5
    return 4 if office.organization is not None or office.sphere == "state" else 3


def _fact(doc: Doc, person: Person, held: Held, placing: Placing) -> OfficialFact:
    rank = _rank(person)
    ordered = sorted(held.offices, key=lambda office: -_weight(office))
    main = ordered[0] if ordered else None
    organization, province, named = placing.organization(person.mentions, main)
    also = tuple(_capital(doc.slice(office.start, office.end)) for office in held.offices if office is not main)
    country = held.country
    return OfficialFact(
        name=usual(person.name, doc),
        rank=rank.name if rank is not None else None,
        position=_capital(main.title) if main is not None else None,
        organization=_capital(_OURS.sub(r"\1", organization)) if organization is not None else None,
        province=province,
        country=country,
        also=tuple(dict.fromkeys(also)),
        variants=_variants(doc, person),
        head_of_delegation=any(mention.heads for mention in person.mentions),
        spans=tuple(doc.span(mention.name.start, mention.name.end) for mention in person.mentions),
        rank_spans=_rank_spans(doc, person),
        position_spans=(doc.span(main.start, main.head),) if main is not None else (),
        organization_spans=(doc.span(*named),) if named is not None else (),
        rule=person.mentions[0].rule,
    )


def _rank(person: Person) -> RankMention | None:
    """The rank given most often; the first where two are equal. A broken one counts least."""
    counts: dict[str, int] = {}
    first: dict[str, RankMention] = {}
    for mention in person.mentions:
        if mention.rank is not None:
            counts[mention.rank.id] = counts.get(mention.rank.id, 0) + (1 if mention.rank.repaired else 2)
            first.setdefault(mention.rank.id, mention.rank)
    if not counts:
        return None
    return first[max(counts, key=lambda ident: counts[ident])]


def _rank_spans(doc: Doc, person: Person) -> tuple[Span, ...]:
    return tuple(
        doc.span(mention.rank.start, mention.rank.end) for mention in person.mentions if mention.rank is not None
    )


def _capital(text: str) -> str:
    """With a capital, but for places: "tỉnh Salavan"."""
    text = " ".join(text.split())
    return text if text.startswith(("tỉnh ", "huyện ", "xã ", "quận ", "bản ", "thị ")) else text[:1].upper() + text[1:]


def _variants(doc: Doc, person: Person) -> tuple[str, ...]:
    """Other spellings of the full name in the text."""
    name = usual(person.name, doc)
    seen: dict[str, None] = {}
    for mention in person.mentions:
        for other in (mention.name, mention.alias):
            if other is not None and len(other.parts) >= len(person.name.parts) - 1 and len(other.parts) > 1:
                seen[usual(other, doc)] = None
    seen.pop(name, None)
    return tuple(seen)


__all__ = ["Held", "PersonMention", "extract_officials"]
