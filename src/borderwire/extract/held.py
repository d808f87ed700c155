"""What a person holds, and whether that makes an official."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from borderwire.extract.doc import Doc
from borderwire.extract.name_parts import folded
from borderwire.extract.office_kinds import STAFF, Office
from borderwire.extract.office_missions import with_embassy
from borderwire.extract.people import Person
from borderwire.extract.phrases import DASHES
from borderwire.extract.placing import Placing
from borderwire.extract.vocabulary import FOREIGN, HISTORICAL
from borderwire.model import Country
from borderwire.text import fold

# Memberships and party functions beside the office proper: the main office is another one, if there is one.
_MEMBER = (
    "uy-vien", "tinh-uy-vien", "huyen-uy-vien", "dang-uy-vien", "bi-thu-trung-uong", "dai-bieu",
)  # fmt: skip
_AGENCY = "thu-truong-co-quan"  # of investigation, which a director or a vice minister heads besides
_HEAD_OF_MISSION = "truong-phai-doan"  # an ambassador, and called so
_DEPUTY = "dai-bieu"
_STANDING, _DEPUTIES = "thuong-truc-ban-bi-thu", "truong-doan-dai-bieu-quoc-hoi"
# Bodies that sit beside the offices of those who sit in them.
_COMMITTEES = frozenset(["steering-committee", "cooperation-committee"])
# Whole forces, told by their names alone.
_FORCES, _WORDS_OF_FORCE = frozenset(["police", "border-guard", "customs"]), 2
_GOVERNORS = frozenset(["tinh-truong", "do-truong", "huyen-truong"])
# Units of the party, whose secretary mostly is known by another office.
_PARTY_UNITS = ("dang uy", "chi bo", "ban can su", "dang doan", "dang bo")
# A rank of the bench, which those who head a court or a procuracy hold, too.
_BENCH = frozenset(["tham-phan", "kiem-sat-vien"])
_JUSTICE = ("court", "supreme-court", "high-court", "military-court", "procuracy", "supreme-procuracy")
# Deputies of the Front head what is a member of it.
_FRONTS, _MEMBERS = (
    ("fatherland-front", "lao-front"),
    ("farmers", "womens-union", "veterans", "youth-union", "trade-union"),
)
_MINISTER, _PREMIER, _HEAD_OF_OFFICE = "bo-truong", "thu-tuong", "chu-nhiem"
_JOINTS = DASHES | {","}
_COMMAND = "army-province"
_ARMED = re.compile("công an|an ninh|quốc phòng|nội vụ", re.IGNORECASE)
# Letters of a syllable of Lao names in Latin letters, at most.
_LONGEST_SYLLABLE = 6
_FAR = 15  # tokens that a body stands before an office which only the context gives it
# The most offices that one person holds in a text.
_MOST = 40


class Held(NamedTuple):
    """offices: with their bodies resolved, roles apart; country: the side; foreign: of a third country."""

    offices: tuple[Office, ...]
    country: Country | None
    foreign: bool = False
    roles: bool = False


def held_by(person: Person, placing: Placing, told: str | None) -> Held:
    """The offices of all mentions of a person, each once. told: the person's country."""
    country: Country | None = "VN" if told == "VN" else "LA" if told == "LA" else None
    offices: list[Office] = []
    roles = False
    ranked = any(_has_rank_of_minister(placing.doc, mention.offices) for mention in person.mentions)
    for mention in person.mentions:
        for office in placing.resolve(mention, country) if mention.offices else ():
            if office.role:
                roles = True
            elif not (ranked and office.id == _MINISTER and _by_context(office)):
                _merge(offices, office)
    named = (office for mention in person.mentions for office in mention.offices)
    offices = with_embassy(placing.doc, offices, named, country, placing.seats)
    if not any(office.state is not None for office in offices):
        offices = [placing.of_state(office, person.name, country) for office in offices]
    return Held(tuple(offices), country, told not in (None, "VN", "LA"), roles)


def _has_rank_of_minister(doc: Doc, offices: Sequence[Office]) -> bool:
    """ "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ A": who heads no ministry, also where the text says "Bộ trưởng A"."""
    return any(rank_of_minister(doc, office, offices) is not None for office in offices)


def _by_context(office: Office) -> bool:
    """The body is told elsewhere, not beside the office."""
    if office.organization is None:
        return False
    return office.named is None or not office.start <= office.named[0] <= office.end


def rank_of_minister(doc: Doc, main: Office, offices: Sequence[Office]) -> Office | None:
    """ "Bộ trưởng, | Chủ nhiệm Văn phòng Chính phủ": the rank of a minister who heads no ministry."""
    if not main.kind.startswith(_HEAD_OF_OFFICE) or main.start < 1 or doc.words[main.start - 1] not in _JOINTS:
        return None
    return next((office for office in offices if office.id == _MINISTER and office.end == main.start - 1), None)


def _merge(group: list[Office], office: Office) -> None:
    """Keeps every title once, with the best body that any mention gives it."""
    for index, other in enumerate(group):
        if other.id == office.id and _same_body(other, office):
            if _better(office, other):
                group[index] = office
            return
    if len(group) < _MOST:
        group.append(office)


def _same_body(one: Office, other: Office) -> bool:
    if one.organization is None or other.organization is None or _told(one) == 1 or _told(other) == 1:
        return True
    if _cut_short(one, other) or _cut_short(other, one):
        return True
    return one.province == other.province and one.country == other.country and one.new == other.new


def _cut_short(one: Office, other: Office) -> bool:
    """The first body is the beginning of the second: "Chi cục Hải quan cửa khẩu" in a lead that breaks off."""
    start, whole = one.organization or "", other.organization or ""
    apart = one.province is not None or one.new != other.new or one.country != other.country
    return not apart and whole.startswith(start + " ")


def _better(new: Office, old: Office) -> bool:
    """An organization that is told beats one that is guessed, which beats none."""
    mine, other = _told(new), _told(old)
    if mine == other == 2 and new.organization and old.organization:
        return len(new.organization) > len(old.organization) and new.organization.startswith(old.organization)
    return mine > other


def _told(office: Office) -> int:
    """How well the body is told: 2 by the text, 1 by the context, 0 not at all."""
    if office.organization is None:
        return 0
    body = office.body
    if body is not None and body.id in _FORCES and body.province is None and body.name.count(" ") < _WORDS_OF_FORCE:
        return 1  # "cán bộ Biên phòng": no more than of what force
    if office.named is None or office.named[1] < office.start - _FAR:
        return 1
    return 1 if body is not None and body.completed else 2


def main_office(offices: Sequence[Office], ranked: bool) -> Office | None:
    """The office that a person is introduced by: the weightiest, the first of equals.

    A deputy prime minister who is a general, or minister of police or defence, is named for the ministry. Of two
    commands in the army that one counts which is held in full: "Phó Chỉ huy trưởng Bộ CHQS tỉnh, | Chỉ huy trưởng Ban
    Chỉ huy BĐBP".
    """
    if len(offices) < 2:
        return offices[0] if offices else None
    main = max(offices, key=_weights)
    if main.bare and main.state is not True and not ranked:  # "nguyên Phó Chủ tịch nước, Chủ tịch danh dự Viện X"
        known = (office for office in offices if office.state and (office.former or office.kind.startswith(_DEPUTY)))
        return next(known, main)
    if (higher := _headed_besides(main, offices)) is not None:
        return higher
    if not main.id.startswith("pho-"):
        return main
    wanted = main.kind if main.sphere == _COMMAND else _MINISTER if main.kind == _PREMIER else None
    rivals = (office for office in offices if office.id == wanted and not office.bare)
    if wanted == _MINISTER and not ranked:
        rivals = (office for office in rivals if _ARMED.search(office.organization or ""))
    return next((office for office in rivals if _weight(office) == _weight(main)), main)


def _headed_besides(main: Office, offices: Sequence[Office]) -> Office | None:
    """ "Thẩm phán, | Chánh án TAND tỉnh X", "Phó Chủ tịch Ủy ban MTTQ, | Chủ tịch Hội Nông dân": what a judge or a
    deputy of the Front heads."""
    if main.kind in _BENCH:
        wanted: tuple[str, ...] = _JUSTICE
    elif main.id.startswith("pho-") and _body_id(main).startswith(_FRONTS):
        wanted = _MEMBERS
    else:
        return None
    heads = (office for office in offices if office.kind not in _BENCH and not office.former)
    mine = (office for office in heads if wanted == _JUSTICE or not office.id.startswith("pho-"))
    return next((office for office in mine if _body_id(office).startswith(wanted)), None)


def _body_id(office: Office) -> str:
    return (office.body.id if office.body is not None else None) or ""


def _weights(office: Office) -> tuple[int, bool, int]:
    """The weight of an office; of equals one that is held, of two held before that which weighed more."""
    return _weight(office), not office.former, _weight(office._replace(former=False)) if office.former else 0


def _weight(office: Office) -> int:
    """5 head of a Lao province or district, or newly given; 4 executive; 3 deputy party secretary, or an office of a
    committee or of no known body; 2 standing member of the Secretariat; 1 party unit, or held before; 0 member."""
    if office.former:
        return min(1, _weight(office._replace(former=False)))
    if office.id.startswith(_MEMBER) or office.state is False or office.kind in STAFF:
        return 0
    if office.new and (office.state or office.organization is not None):
        return 5
    if office.id == _STANDING or office.kind == _DEPUTIES:
        return 2
    if office.kind in (_AGENCY, _HEAD_OF_MISSION) or (office.body is not None and office.body.id in _COMMITTEES):
        return 3
    if office.kind.startswith("bi-thu"):
        body = fold(office.organization or office.title)
        if any(unit in body for unit in _PARTY_UNITS):
            return 1
        return 3 if office.id.startswith("pho-") and "thuong-truc" not in office.id else 4
    if office.kind in _GOVERNORS:
        return 5
    return 4 if office.organization is not None or office.sphere == "state" else 3


def why_not(person: Person, held: Held) -> str | None:
    """The reason why a person is no official, or None."""
    barred, ranked = None, False
    introduced = any(mention.rank is not None and mention.offices for mention in person.mentions)
    for mention in person.mentions:
        name = folded(mention.name.parts)
        if name in HISTORICAL or name in FOREIGN:
            return "a leader of history" if name in HISTORICAL else "of a third country"
        if mention.barred is not None and not (introduced and mention.rank and len(mention.name.parts) == 1):
            barred = barred or mention.barred  # no "... bắt quả tang | Thượng tá A", a caption and a sentence
        ranked = ranked or mention.rank is not None
    if barred is not None or held.foreign:
        return barred or "of a third country"
    return None if ranked else _why_not_by_office(person, held)


def _joined(person: Person) -> bool:
    """Two syllables or more in one word: "Bounmy", "Khamphone", "K'Brêm"."""
    return person.name.vietnamese or (person.name.lao and len(person.name.parts[0]) > _LONGEST_SYLLABLE)


def _why_not_by_office(person: Person, held: Held) -> str | None:
    """The same for one without a rank."""
    if any(office.state for office in held.offices):
        strong = any(office.state and office.organization for office in held.offices)
        if len(person.name.parts) < 2 and not person.name.initials and not (strong and _joined(person)):
            return "a given name alone"
        civil = any(mention.civil for mention in person.mentions)
        return "introduced by birth or home" if civil and not strong else None
    if any(office.state is False for office in held.offices):
        return "an office outside state and party"
    return "an office of no known body" if held.offices or held.roles else "neither rank nor office"
