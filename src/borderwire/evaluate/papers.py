"""Agreements, by their wording and status."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from borderwire.evaluate.scores import Sheet
from borderwire.model import AgreementFact
from borderwire.text import key

# Two wordings name one document when the shorter shares this part of its words with the longer.
_SAME_DOCUMENT = 0.6


def compare_agreements(found: Sequence[AgreementFact], gold: Sequence[Mapping[str, Any]], sheet: Sheet) -> None:
    left = list(found)
    for wanted in sorted(gold, key=lambda item: bool(item.get("optional"))):
        match = _best(left, wanted)
        if match is not None:
            left.remove(match)
        if wanted.get("optional"):
            continue
        if match is None:
            sheet.missed("agreements", f"{wanted['as_written']} ({wanted['status']})", "agreement")
        else:
            sheet.right("agreements")
    for item in left:
        sheet.made_up("agreements", f"{item.as_written} ({item.status})", "agreement")


def _best(found: Sequence[AgreementFact], wanted: Mapping[str, Any]) -> AgreementFact | None:
    def fits(item: AgreementFact) -> bool:
        return wanted.get("optional") is True or item.status == wanted["status"]

    ranked = [(_shared(item.as_written, wanted["as_written"]), item) for item in found if fits(item)]
    best = max(ranked, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= _SAME_DOCUMENT else None


def _shared(one: str, other: str) -> float:
    a, b = (Counter(key(word.strip('.,;:()"“”')) for word in text.split()) for text in (one, other))
    return (a & b).total() / max(1, min(a.total(), b.total()))
