"""Signs of the reform of 1 July 2025: provinces merged, districts gone, area defence commands in place of theirs.

A text that shows one was written after that day. Which year it is of, the signs alone do not tell.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from borderwire.errors import Span
from borderwire.extract.doc import Doc
from borderwire.gazetteer.matcher import Hit

REFORM = date(2025, 7, 1)
_SIGNS = (
    "Phòng thủ khu vực",
    "hỉ huy phòng thủ khu vực",
    "sau sáp nhập tỉnh",
)
_LAST_DAY = "2025-06-30"
_NOW, _FORMER = "nay là", "cũ"
_NEAR = 4  # tokens between a unit and "nay là", and between that and the unit that it went into
_MOST = 20  # places that are looked at


@dataclass(frozen=True, slots=True)
class Reform:
    """The first sign of it. span: of the phrase."""

    span: Span


def find_reform(doc: Doc) -> Reform | None:
    """The first phrase that only a text from after the reform can hold."""
    text = doc.text
    for sign in _SIGNS:
        at = text.find(sign)
        if at >= 0:
            return Reform((at, at + len(sign)))
    former = _former(doc)
    if former is not None:
        return former
    at = text.find(_NOW)
    for _ in range(_MOST):
        if at < 0:
            return None
        found = _renamed(doc, doc.token_at(at))
        if found is not None:
            return found
        at = text.find(_NOW, at + 1)
    return None


def _former(doc: Doc) -> Reform | None:
    """ "Công an tỉnh Quảng Bình (cũ)": a unit of the gazetteer that is no more since the reform."""
    for at in doc.find(_FORMER)[:_MOST]:
        left = at - 2 if at and doc.words[at - 1] == "(" else at - 1
        hit = next((hit for back in range(4) if (hit := doc.hit_at.get(left - back)) is not None), None)
        if hit is not None and hit.end == left + 1 and _is_merged(doc, hit):
            return Reform(doc.span(hit.start, at + 1))
    return None


def _is_merged(doc: Doc, hit: Hit) -> bool:
    entry = hit.of("province")
    unit = doc.gazetteer.provinces.get(entry.id) if entry is not None else None
    return unit is not None and unit.merged_into is not None and unit.valid_until == _LAST_DAY


def _renamed(doc: Doc, now: int) -> Reform | None:
    """ "tỉnh Hà Nam (nay là tỉnh Ninh Bình)": a unit of the gazetteer and the one that it was merged into."""
    old = next(
        (hit for back in range(1, _NEAR + 4) if (hit := doc.hit_at.get(now - back)) and hit.of("province")), None
    )
    if old is None or now - old.end > _NEAR:
        return None
    unit = old.of("province")
    assert unit is not None
    merged = doc.gazetteer.provinces.get(unit.id)
    if merged is None or merged.merged_into is None or merged.valid_until != _LAST_DAY:
        return None
    for index in range(now + 2, min(len(doc), now + 2 + _NEAR)):
        hit = doc.hit_at.get(index)
        new = hit.of("province") if hit is not None else None
        if hit is not None and new is not None and new.id == merged.merged_into:
            return Reform(doc.span(old.start, hit.end))
    return None
