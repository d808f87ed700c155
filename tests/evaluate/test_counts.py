"""Figures: the same number in like words; what it counts is scored apart."""

from __future__ import annotations

from tests.evaluate.comparing import compared, counts, figure
from tests.records import record

_FOUND = record(figures=(figure("suspects", 17, "17 đối tượng"), figure("cases", 4, "4 chuyên án")))
_SUSPECTS = {"what": "suspects", "value": 17, "as_written": "bắt 17 đối tượng"}
_CASES = {"what": "cases", "value": 4, "as_written": "lập 4 chuyên án"}


def test_figures_are_matched_by_number_and_wording() -> None:
    result = compared(_FOUND, figures=[_SUSPECTS, _CASES])
    assert counts(result, "figures") == (2, 0, 0)
    assert counts(result, "what is counted") == (2, 0, 0)


def test_another_number_is_missed_and_made_up() -> None:
    result = compared(_FOUND, figures=[{**_SUSPECTS, "value": 18, "as_written": "bắt 18 đối tượng"}, _CASES])
    assert counts(result, "figures") == (1, 1, 1)


def test_the_same_number_of_something_else_is_another_figure() -> None:
    trucks = {"what": "vehicles", "value": 17, "as_written": "17 xe tải"}
    assert counts(compared(_FOUND, figures=[trucks, _CASES]), "figures") == (1, 1, 1)


def test_what_is_counted_is_scored_on_the_figures_that_match() -> None:
    result = compared(_FOUND, figures=[{**_SUSPECTS, "what": "returned"}, _CASES])
    assert counts(result, "figures") == (2, 0, 0)
    assert counts(result, "what is counted") == (1, 1, 1)


def test_a_class_that_is_right_as_well_is_right() -> None:
    result = compared(_FOUND, figures=[{**_SUSPECTS, "what": "returned", "what_optional": ["suspects"]}, _CASES])
    assert counts(result, "what is counted") == (2, 0, 0)


def test_an_optional_figure_counts_neither_way_and_takes_nothing_from_another() -> None:
    loose = {"what": "suspects", "value": 17, "as_written": "17 đối tượng", "optional": True}
    assert counts(compared(_FOUND, figures=[loose, _CASES]), "figures") == (1, 0, 0)
    assert counts(compared(_FOUND, figures=[loose, _SUSPECTS, _CASES]), "figures") == (2, 0, 0)
    assert counts(compared(record(), figures=[loose]), "figures") == (0, 0, 0)


def test_gifts_and_lengths_are_no_figures() -> None:
    length = figure("border-length", 213, "213 km đường biên giới", unit="km")
    given = record(figures=(figure("money", 5e6, "5 triệu đồng", unit="VND"), figure("goods", 3, "3 máy tính"), length))
    assert counts(compared(given, figures=[]), "figures") == (0, 0, 0)
