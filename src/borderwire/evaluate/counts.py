"""Figures, by their number and wording, and what they count."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from borderwire.evaluate.likeness import overlap, pair_off
from borderwire.evaluate.scores import Sheet, answers
from borderwire.model import Figure, Record

OTHER = "other"
# What a figure counts in the words of the gold, with those of the record that say so. Whatever stands in no line is
# "other"; money and goods given are scored as gifts, and lengths are no figures to a reader.
COUNTED: dict[str, tuple[str, ...]] = {
    "seizures": ("seizure",),
    "cases": ("cases",),
    "suspects": ("suspects", "wanted-persons"),
    "returned": ("returned-persons", "returns"),
    "crossings": ("crossings",),
    "vehicles": ("vehicle-crossings",),
    "trained": ("people-trained",),
    "patrols": ("patrols", "participants"),
    "victims": ("victims",),
    OTHER: (),
}
GIVEN = ("money", "goods")
_NO_RESULTS = (*GIVEN, "border-length")
_GOLD_OF = {what: name for name, all_ in COUNTED.items() for what in all_}
# A found wording is that of the gold when one shares this part of its words with the other: the number and its noun.
_SAME_FIGURE = 0.6


def compare_figures(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    """Numbers that the text tells, the same value in like words; of those found, what they count."""
    found = [figure for figure in record.figures if figure.what not in _NO_RESULTS]
    matched, left = pair_off(gold["figures"] or (), found, _likeness)
    for entry, figure in matched:
        if entry.get("optional"):
            continue
        if figure is None:
            sheet.missed("figures", f"{entry['as_written']} ({entry['what']})", "figure")
        else:
            sheet.right("figures")
            what = counted(figure)
            sheet.value("what is counted", what, answers(entry, "what"), label=f"what {figure.as_written} counts")
    for figure in left:
        sheet.made_up("figures", f"{figure.as_written} ({figure.what})", "figure")


def counted(figure: Figure) -> str:
    """What the figure counts in the words of the gold."""
    return _GOLD_OF.get(figure.what, OTHER)


def _likeness(entry: Mapping[str, Any], figure: Figure) -> float:
    if entry.get("value") is not None and not same_number(entry["value"], figure.value):
        return 0.0
    share = overlap(entry["as_written"], figure.as_written)
    if share < _SAME_FIGURE:
        return 0.0
    return share + float(counted(figure) in answers(entry, "what"))


def same_number(one: float, other: float) -> bool:
    """Equal but for the noise of decimal fractions."""
    return abs(one - other) <= 1e-6 * max(1.0, abs(one))
