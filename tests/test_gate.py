"""The extraction gate: on invented articles with gold written apart from the rules, no score falls below its floor."""

from __future__ import annotations

from dataclasses import replace

import pytest

from borderwire.evaluate import Evaluation
from tests.gold import gate


@pytest.fixture(scope="module")
def result() -> Evaluation:
    return gate.measure()


def test_the_gold_is_the_one_whose_floors_are_pinned() -> None:
    floors = gate.read_floors()
    assert floors.digest == gate.digest()
    assert floors.articles == gate.count() >= 100


def test_no_score_is_below_its_floor(result: Evaluation) -> None:
    assert gate.lowered(gate.read_floors(), result) == [], "\n".join(result.differences)


def test_a_lower_score_would_be_seen(result: Evaluation) -> None:
    floors = gate.read_floors()
    better = replace(floors, f1=dict.fromkeys(floors.f1, 1.01), broken_silence=-1)
    assert len(gate.lowered(better, result)) == len(floors.f1) + 1
