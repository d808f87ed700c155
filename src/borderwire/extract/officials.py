"""The officials of an article: persons with a rank, an office or a function in a body of state or party."""

from __future__ import annotations

import re
from collections.abc import Sequence

from borderwire.errors import Span
from borderwire.extract.accused import find_accused
from borderwire.extract.context import Context
from borderwire.extract.doc import Doc
from borderwire.extract.focus import place_text
from borderwire.extract.held import Held, held_by, main_office, rank_of_minister, why_not
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.name_parts import folded, usual
from borderwire.extract.nationality import Nationality
from borderwire.extract.office_kinds import Office
from borderwire.extract.offices import find_offices
from borderwire.extract.people import Person, join_mentions
from borderwire.extract.person_body import body_of
from borderwire.extract.persons import find_persons
from borderwire.extract.placing import Placing
from borderwire.extract.plain_mentions import Tokens, plain_mentions
from borderwire.extract.ranks import RankMention, find_ranks
from borderwire.extract.sides import sides_of
from borderwire.model import OfficialFact
from borderwire.text import fold

_FIELD = "officials"
_LETTERS_ONLY = re.compile(r"[\W_]+")
# The highest bodies go by their bare names: "Quốc hội nước CHXHCN Việt Nam" is "Quốc hội".
_OURS = re.compile(r"^(Quốc hội|Chính phủ) (?:nước )?(?:Cộng hòa xã hội chủ nghĩa |CHXHCN )?Việt Nam$", re.IGNORECASE)
_OURS_END = "nam"
# Of which body a chairman of a place is, on our side.
_CHAIRMAN, _COMMITTEE = "chu-tich", "UBND"
_TITLED = re.compile(r"(?:tỉnh|huyện|xã|phường|quận|thị xã|thị trấn|đặc khu|thành phố|TP|TX)\b", re.IGNORECASE)
_MISSION = "truong-phai-doan"  # "Đại sứ, Trưởng Phái đoàn Việt Nam tại X"
_ASSEMBLY, _COMMITTEE_OF_IT = "national-assembly", re.compile(r"\w+ ban (?!.*(?:quốc hội|\bQH\b))", re.IGNORECASE)
_GOVERNMENT = "Chính phủ"
_SECRETARY, _BOARD = "bi-thu", re.compile(r"^(?:Ban Thường vụ|BTV|Ban Chấp hành|BCH) (?=\w+ ủy\b)", re.IGNORECASE)
# A body told by its place alone is written small: "tỉnh Salavan".
_PLACES = ("tỉnh ", "huyện ", "xã ", "quận ", "bản ", "thị ")


def extract_officials(
    doc: Doc, places: Sequence[PlaceMention], bodies: Sequence[BodyMention]
) -> tuple[OfficialFact, ...]:
    """Officials in order of first mention."""
    mentions = find_persons(doc, places, bodies, find_offices(doc, places, bodies), find_ranks(doc))
    if not mentions:
        return ()
    sides = sides_of(doc, places)
    context = Context(doc, places, bodies, sides)
    placing, nationality = Placing(context), Nationality(doc, places, sides)
    accused, towns = find_accused(doc), _titled_places(doc, places)
    taken: list[tuple[Person, Held]] = []
    people = join_mentions(mentions)
    for person, country in zip(people, nationality.of_all(people), strict=True):
        held = held_by(person, placing, country)
        why = why_not(person, held) or accused.why(person.name) or _place_of_name(person, towns)
        if doc.notes is not None:
            first = person.mentions[0]
            doc.note(_FIELD, doc.span(first.start, first.end), first.rule, why is None, why or "")
        if why is None:
            taken.append((person, held))
    plain = plain_mentions(doc, [[mention.name for mention in person.mentions] for person, _ in taken])
    facts = [_fact(context, *one, more) for one, more in zip(taken, plain, strict=True)]
    return tuple(sorted(facts, key=_first_span))


def _titled_places(doc: Doc, places: Sequence[PlaceMention]) -> frozenset[str]:
    """The letters of the places that the text names with a title: "tỉnh Khăm-mồn"."""
    titled = {place_text(doc, place) for place in places if place.title < place.start}
    return frozenset([_LETTERS_ONLY.sub("", fold(text)) for text in titled])


def _place_of_name(person: Person, towns: frozenset[str]) -> str | None:
    """ "giấy khen của Tỉnh trưởng Khăm-mồn": told by an office alone, in a text about the "tỉnh Khăm-mồn"."""
    if any(mention.rank is not None or mention.honorific for mention in person.mentions):
        return None
    return "a place of that name" if _LETTERS_ONLY.sub("", folded(person.name.parts)) in towns else None


def _first_span(fact: OfficialFact) -> Span:
    return fact.spans[0]


def _fact(context: Context, person: Person, held: Held, more: Sequence[Tokens]) -> OfficialFact:
    doc = context.doc
    rank, name = _rank(person), usual(person.name, doc)
    main = main_office(held.offices, rank is not None)
    organization, province, named = body_of(context, person.mentions, main, held.country)
    if organization is None:
        organization = next((office.organization for office in held.offices if office.id == _MISSION), None)
    if organization == _GOVERNMENT and held.country is None:
        organization, named = None, None  # whose government, nothing tells
    if main is not None and organization is not None:
        organization = _whole_body(main, organization, held)
    first = rank_of_minister(doc, main, held.offices) if main is not None else None
    others = [office for office in held.offices if office is not main and office is not first]
    also = dict.fromkeys([_capital(doc.slice(office.start, office.end)) for office in others])
    return OfficialFact(
        name=name,
        rank=rank.name if rank is not None else None,
        position=_position(main, first) if main is not None else None,
        organization=_body_name(organization) if organization is not None else None,
        province=province,
        country=held.country,
        also=tuple(also),
        variants=_variants(doc, person, name),
        head_of_delegation=True in [mention.heads for mention in person.mentions],
        spans=_spans(doc, person, more),
        rank_spans=tuple(doc.span(item.rank.start, item.rank.end) for item in person.mentions if item.rank is not None),
        position_spans=(doc.span((first or main).start, main.head),) if main is not None else (),
        organization_spans=(doc.span(*named),) if named is not None else (),
        rule=person.mentions[0].rule,
    )


def _whole_body(main: Office, written: str, held: Held) -> str:
    """ "Chủ tịch tỉnh X", told by the place alone, is of the People's Committee there (Lao provinces have none); a
    secretary is of the party's committee, not of its board; "Ủy ban Đối ngoại" is of the National Assembly."""
    if main.kind.startswith(_SECRETARY):
        return _BOARD.sub("", written)
    if main.body is not None and main.body.id == _ASSEMBLY and held.country == "VN" and _COMMITTEE_OF_IT.match(written):
        return f"{written} của Quốc hội"
    if written == _GOVERNMENT and held.country == "LA":
        return f"{written} Lào"
    if main.kind != _CHAIRMAN or main.body is not None or held.country != "VN":
        return written
    return f"{_COMMITTEE} {written}" if main.province is not None or _TITLED.match(written) is not None else written


def _body_name(written: str) -> str:
    return _capital(_OURS.sub(r"\1", written) if written[-3:].lower() == _OURS_END else written)


def _position(main: Office, first: Office | None) -> str:
    return _capital(main.title) if first is None else f"{_capital(first.title)}, {main.title}"


def _spans(doc: Doc, person: Person, more: Sequence[Tokens]) -> tuple[Span, ...]:
    """Every mention once, in order."""
    tokens = {(mention.name.start, mention.name.end): None for mention in person.mentions} | dict.fromkeys(more)
    starts, ends = doc.starts, doc.ends
    return tuple([(starts[start], ends[end - 1]) for start, end in sorted(tokens)])


def _rank(person: Person) -> RankMention | None:
    """The rank given most often; the first where two are equal. A broken one counts least."""
    if len(person.mentions) == 1:
        return person.mentions[0].rank
    counts: dict[str, int] = {}
    first: dict[str, RankMention] = {}
    for mention in person.mentions:
        if mention.rank is not None:
            counts[mention.rank.id] = counts.get(mention.rank.id, 0) + (1 if mention.rank.repaired else 2)
            first.setdefault(mention.rank.id, mention.rank)
    return first[max(counts, key=lambda ident: counts[ident])] if counts else None


def _capital(text: str) -> str:
    """With a capital, but for places: "tỉnh Salavan"."""
    text = " ".join(text.split())
    return text if text.startswith(_PLACES) else text[:1].upper() + text[1:]


def _variants(doc: Doc, person: Person, name: str) -> tuple[str, ...]:
    """Other spellings of the full name in the text."""
    least = max(len(person.name.parts) - 1, 2)
    seen: dict[str, None] = {}
    for mention in person.mentions:
        if mention.name is not person.name and len(mention.name.parts) >= least:
            seen[usual(mention.name, doc)] = None
        if mention.alias is not None and len(mention.alias.parts) >= least:
            seen[usual(mention.alias, doc)] = None
    if seen:
        seen.pop(name, None)
    return tuple(seen)
