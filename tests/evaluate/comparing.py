"""One record against one gold."""

from __future__ import annotations

from typing import Any

from borderwire.evaluate import Evaluation, compare
from borderwire.model import Figure, Record


def compared(found: Record, **gold: Any) -> Evaluation:
    result = Evaluation()
    compare(found, gold, "a", result)
    return result


def counts(result: Evaluation, name: str) -> tuple[int, int, int]:
    """Right, missed, made up."""
    score = result.scores[name]
    return score.right, score.missed, score.made_up


def figure(what: str, value: float, written: str, **fields: Any) -> Figure:
    unit: str | None = fields.pop("unit", None)
    return Figure(what, value, unit, "exact", written, **fields)
