"""What was handed over, and what a text carries beside its sentences: photo captions, credits, the wire it came by."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from borderwire.evaluate.likeness import overlap, pair_off
from borderwire.evaluate.scores import Sheet, answers
from borderwire.model import Record

_WANTED = "wanted-persons"
_PERSONS = ("returned-persons", _WANTED)
_SAME = 0.6  # the part of the shorter wording's words that the other shares


def compare_handed_over(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    """Things built or bought and persons that were handed over, by their wording. The record tells the persons as
    figures, and buildings that are gifts among the things handed over: what the gold has elsewhere is not made up here,
    nor are results of a period under review and wanted persons that nobody handed over."""
    persons = [figure for figure in record.figures if figure.what in _PERSONS]
    found = [item.what for item in record.handovers] + [figure.as_written for figure in persons]
    spared = {figure.as_written for figure in persons if figure.period is not None or figure.what == _WANTED}
    given = [entry["what"] for entry in gold.get("gifts") or ()]
    spared |= {item.what for item in record.handovers if any(overlap(item.what, one) >= _SAME for one in given)}
    _compare_wordings("handed over", gold, "handed_over", found, sheet, spared)


def compare_captions(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    """How many pictures have a caption."""
    found = sum(photo.caption is not None for photo in record.photos)
    right = [count or 0 for count in answers(gold, "photo_captions")]
    wanted = found if found in right else right[0]
    sheet.result.scores["photo captions"].add(min(found, wanted), max(0, wanted - found), max(0, found - wanted))
    if found != wanted:
        sheet.tell(f"photo captions: found {found}, gold {wanted}")


def compare_credits(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    """Who is credited with pictures, each name once."""
    found = list(dict.fromkeys(photo.credit for photo in record.photos if photo.credit))
    _compare_wordings("photo credits", gold, "photo_credits", found, sheet)


def compare_wire(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    """The agency or paper that the text names as its source."""
    sheet.value("wire", record.outlet, answers(gold, "wire"), lambda one, other: overlap(one, other) >= _SAME)


def _compare_wordings(
    name: str,
    gold: Mapping[str, Any],
    key: str,
    found: Sequence[str],
    sheet: Sheet,
    spared: Collection[str] = (),
) -> None:
    """A shorter or longer cut of a phrase is the same; those under `..._optional` count neither way. spared: what may
    be found without being wanted."""

    def likeness(entry: Mapping[str, Any], item: str) -> float:
        share = overlap(entry["as_written"], item)
        return share if share >= _SAME else 0.0

    wanted = [{"as_written": item} for item in gold[key] or ()]
    wanted += [{"as_written": item, "optional": True} for item in gold.get(f"{key}_optional") or ()]
    matched, left = pair_off(wanted, found, likeness)
    for entry, item in matched:
        if entry.get("optional"):
            continue
        if item is None:
            sheet.missed(name, entry["as_written"])
        else:
            sheet.right(name)
    for item in left:
        if item not in spared:
            sheet.made_up(name, item)
