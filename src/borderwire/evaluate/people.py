"""Officials with rank, office and body, and who headed the delegations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from borderwire.evaluate.likeness import body_words, syllables
from borderwire.evaluate.scores import Sheet
from borderwire.model import OfficialFact, Record
from borderwire.text import squash

# Two readings of an office agree when they share this part of all their words.
_SAME_OFFICE = 0.75
# Words that begin the name of a body inside an office.
_STARTS = "công bộ ubnd tỉnh ủy ban cục phòng đồn hđnd sở ty chi đội văn cơ quân tp việt lào nước chính"
_BODY_STARTS = frozenset(syllables(_STARTS))


def compare_officials(found: Sequence[OfficialFact], gold: Sequence[Mapping[str, Any]], sheet: Sheet) -> None:
    by_name = {squash(official.name): official for official in found}
    for wanted in gold:
        official = by_name.pop(squash(wanted["name"]), None)
        if wanted.get("optional"):
            continue
        if official is None:
            sheet.missed("officials", wanted["name"], "official")
        else:
            sheet.right("officials")
            _compare_office(official, wanted, sheet)
    for official in by_name.values():
        sheet.made_up("officials", official.name, "official")


def _compare_office(official: OfficialFact, wanted: Mapping[str, Any], sheet: Sheet) -> None:
    if squash(official.rank or "") == squash(wanted.get("rank") or ""):
        sheet.right("rank")
    else:
        sheet.wrong("rank", official.rank, wanted.get("rank"), f"rank of {official.name}")
    if _same_office(official, wanted):
        sheet.right("office and body")
    else:
        one = f"{official.position} / {official.organization}"
        other = f"{wanted.get('position')} / {wanted.get('organization')}"
        sheet.wrong("office and body", one, other, f"office of {official.name}")


def _same_office(official: OfficialFact, wanted: Mapping[str, Any]) -> bool:
    """The offices agree in their own words, and office and body together in nearly all words: a text may write the
    body into the office ("Giám đốc Công an tỉnh") or leave out "tỉnh" and the like."""
    country = wanted.get("country")
    if country and official.country and country != official.country:
        return False
    found, gold = (_office_core(text) for text in (official.position, wanted.get("position")))
    shorter = min(len(found), len(gold))
    if found[:shorter] != gold[:shorter] or (shorter == 0 and found != gold):
        return False
    if wanted.get("organization_open"):
        return True
    one = body_words(official.position) | body_words(official.organization)
    other = body_words(wanted.get("position")) | body_words(wanted.get("organization"))
    return len(one & other) >= _SAME_OFFICE * len(one | other)


def _office_core(position: str | None) -> tuple[str, ...]:
    """The office's own words: up to where the name of a body begins."""
    words = syllables(position)
    for index, word in enumerate(words):
        if index and word in _BODY_STARTS:
            return tuple(words[:index])
    return tuple(words)


def compare_heads(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    """Who headed a delegation, by name; those under `delegation_heads_optional` count neither way."""
    named = [delegation.head for delegation in record.delegations if delegation.head]
    named += [official.name for official in record.officials if official.head_of_delegation]
    found = {squash(name): name for name in reversed(named)}
    for name in gold["delegation_heads"] or ():
        if found.pop(squash(name), None) is None:
            sheet.missed("heads of delegation", name)
        else:
            sheet.right("heads of delegation")
    optional = {squash(name) for name in gold.get("delegation_heads_optional") or ()}
    for key, name in found.items():
        if key not in optional:
            sheet.made_up("heads of delegation", name)
