"""How well the extractor reads: its records against articles that a person has annotated.

A gold folder holds pairs `NAME.txt` and `NAME.gold.yaml`; docs/annotating.md tells the keys. A key that is left out is
not scored; null or an empty list says that nothing is to be found. A made-up fact counts as much as a missed one, and
an optional one neither way.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Any

from borderwire.annotations import SCORED, pairs, read_gold
from borderwire.evaluate.counts import COUNTED, compare_figures
from borderwire.evaluate.gifts import compare_gifts
from borderwire.evaluate.labels import KINDS, TOPICS, compare_kind, compare_topics
from borderwire.evaluate.meetings import compare_series
from borderwire.evaluate.papers import compare_agreements
from borderwire.evaluate.people import compare_heads, compare_officials
from borderwire.evaluate.scores import FIELDS, Evaluation, Score, Sheet, report
from borderwire.evaluate.things import compare_captions, compare_credits, compare_handed_over, compare_wire
from borderwire.evaluate.when_where import (
    compare_date,
    compare_district,
    compare_gate,
    compare_provinces,
    compare_venue_province,
)
from borderwire.extract.record import extract_record
from borderwire.gazetteer import Gazetteer, load_gazetteer
from borderwire.load import load_article
from borderwire.model import Record

__all__ = ["FIELDS", "SCORED", "SUFFIX", "Evaluation", "Score", "compare", "evaluate", "read_gold", "report"]

SUFFIX = ".gold.yaml"


def _officials(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    compare_officials(record.officials, gold["officials"] or (), sheet)


def _agreements(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    compare_agreements(record.agreements, gold["agreements"] or (), sheet)


# What compares each key of a gold file.
_COMPARED: dict[str, Callable[[Record, Mapping[str, Any], Sheet], None]] = {
    "event_date": compare_date,
    "provinces": compare_provinces,
    "officials": _officials,
    "agreements": _agreements,
    "event_kind": compare_kind,
    "venue_province": compare_venue_province,
    "venue_district": lambda record, gold, sheet: compare_district(record, gold, sheet, load_gazetteer()),
    "border_gate": lambda record, gold, sheet: compare_gate(record, gold, sheet, load_gazetteer()),
    "series": compare_series,
    "delegation_heads": compare_heads,
    "gifts": compare_gifts,
    "figures": compare_figures,
    "topics": compare_topics,
    "handed_over": compare_handed_over,
    "photo_captions": compare_captions,
    "photo_credits": compare_credits,
    "wire": compare_wire,
}


def evaluate(folder: Path) -> Evaluation:
    """Read every annotated article below the folder and compare. Raises SourceError when there is none, or for a gold
    file that does not hold what it should."""
    gazetteer = load_gazetteer()
    result = Evaluation()
    for file, text in pairs(folder, SUFFIX):
        gold = read_gold(file, gazetteer.provinces, result.problems.append, ids=_ids(gazetteer))
        record = extract_record(load_article(text, root=folder), gazetteer)
        compare(record, gold, file.name[: -len(SUFFIX)], result)
    return result


def _ids(gazetteer: Gazetteer) -> dict[str, Collection[str]]:
    """The words that some keys of a gold file choose from."""
    return {"event_kind": dict.fromkeys((*gazetteer.events, *KINDS)), "topics": TOPICS, "figures": COUNTED}


def compare(record: Record, gold: Mapping[str, Any], name: str, result: Evaluation) -> None:
    """Add one article's comparison to the result."""
    result.articles += 1
    sheet = Sheet(name, result)
    for key, compare_key in _COMPARED.items():
        if key in gold:
            compare_key(record, gold, sheet)
    _compare_silence(record, gold, result)


def _compare_silence(record: Record, gold: Mapping[str, Any], result: Evaluation) -> None:
    """Officials and agreements made up in a text that has none."""
    facts = {"officials": record.officials, "agreements": record.agreements}
    silent = [key for key in facts if gold.get(key, ()) == []]
    result.silent_texts += bool(silent)
    result.broken_silence += any(facts[key] for key in silent)
