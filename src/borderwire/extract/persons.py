"""Mentions of persons: a small grammar over ranks, offices, honorifics and names.

PERSON := [OFFICE-LIST] [honorific] [rank] NAME ["(" ... ")"] [("," | "-") OFFICE-LIST]
OFFICE-LIST := OFFICE {("," | "và" | "kiêm" | "-") OFFICE}

An office that stands right before a name belongs to that name; any other belongs to the name before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from borderwire.extract.doc import Doc
from borderwire.extract.mentions import BodyMention, PlaceMention
from borderwire.extract.name_parts import Name
from borderwire.extract.office_kinds import Office
from borderwire.extract.person_left import introduced, read_left
from borderwire.extract.person_marks import BEFORE_TITLES, Marks, PersonMention
from borderwire.extract.person_right import read_right
from borderwire.extract.person_rows import counterparts, name_after, name_before, read_row
from borderwire.extract.person_share import share_offices
from borderwire.extract.rank_given import give_ranks
from borderwire.extract.ranks import RankMention


def find_persons(
    doc: Doc,
    places: Sequence[PlaceMention],
    bodies: Sequence[BodyMention],
    offices: Sequence[Office],
    ranks: Sequence[RankMention],
) -> list[PersonMention]:
    """All mentions of persons with a rank, an office or an honorific, in order."""
    marks = Marks(doc, places, bodies, offices, ranks)
    _read_anchored(marks)
    _read_unanchored(marks, offices)
    for name, office in counterparts(marks):
        mention = marks.found.get(name.start) or _person(marks, name, "counterpart")
        mention.offices = mention.offices or [office]
    share_offices(marks)
    mentions = [mention for _, mention in sorted(marks.found.items())]
    _lead_together(marks, mentions)
    give_ranks(marks, mentions)
    return mentions


def _lead_together(marks: Marks, mentions: Sequence[PersonMention]) -> None:
    """ "do Đại tá A, Phó Giám đốc Công an tỉnh X và Thượng tá B, ... dẫn đầu": both lead, each the own delegation."""
    keys, sentence = marks.doc.keys, marks.doc.sentence
    for one, other in pairwise(mentions):
        if other.heads and not one.heads and one.start and sentence[one.start] == sentence[other.start]:
            one.heads = keys[one.start - 1] == "do" and keys[other.start - 1] == "và"


def _read_anchored(marks: Marks) -> None:
    """The names right after a rank, an office or an honorific."""
    keys, shapes, ranks = marks.doc.keys, marks.doc.shapes, marks.rank_end
    for anchor in sorted({*ranks, *marks.office_end, *marks.honorific_end}):
        if anchor >= len(keys):
            break
        start = anchor
        if keys[anchor] in BEFORE_TITLES:
            start = marks.past_titles(anchor)
        elif shapes[anchor] == "l" and anchor not in ranks:  # as mostly after an office
            continue
        if anchor in ranks:
            start = marks.past_country(start)
        name = marks.name(start)
        if name is None or start in marks.found or marks.silent(start):
            continue
        if marks.plausible(name, anchor):
            read_row(marks, _person(marks, name))


def _read_unanchored(marks: Marks, offices: Sequence[Office]) -> None:
    """The names that a comma sets off from an office that nobody has yet."""
    for office in offices:
        if office.start not in marks.used:
            name = name_before(marks, office)
            if name is not None and not marks.silent(office.start):
                read_row(marks, _person(marks, name, "name, office"))
    for office in offices:
        if office.start not in marks.used:
            name = name_after(marks, office)
            if name is not None and not marks.silent(office.start):
                mention = _person(marks, name, "office, name")
                mention.offices.insert(0, office)
                marks.used.add(office.start)


def _person(marks: Marks, name: Name, rule: str = "") -> PersonMention:
    """Reads what stands around a name."""
    mention = PersonMention(name, name.start, name.end, rule)
    marks.found[name.start] = mention
    read_left(marks, mention)
    read_right(marks, mention)
    if not rule:
        offices, at = mention.offices, name.start  # those before the name stand first
        before, after = bool(offices) and offices[0].start < at, bool(offices) and offices[-1].start > at
        mention.rule = _rule(before, mention.honorific, mention.rank is not None, after)
    if mention.rank is not None and mention.body is None and not mention.offices:
        mention.body = introduced(marks, mention.start)
    return mention


@cache
def _rule(before: bool, honorific: bool, rank: bool, after: bool) -> str:
    """The production in words: "rank name, office"."""
    parts = [word for word, told in (("office", before), ("honorific", honorific), ("rank", rank)) if told]
    text = " ".join([*parts, "name"])
    return f"{text}, office" if after else text
