"""Sums that count nothing twice."""

from __future__ import annotations

from typing import Any

from borderwire.model import Figure, Record
from borderwire.resolve.totals import Total, totals_by_pair, totals_by_year
from tests.resolve.making import archive_of, meeting

PAIR = ("VN-05", "LA-HO")


def _figure(what: str, value: int, unit: str | None = None, **fields: Any) -> Figure:
    return Figure(what, value, unit, fields.pop("qualifier", "exact"), f"{value}", **fields)


def _told(ident: str, date: str, *figures: Figure, parties: tuple[str, ...] = PAIR) -> Record:
    return meeting(ident, date, *parties, figures=figures)


def _values(totals: tuple[Total, ...]) -> dict[tuple[str, str | None], float]:
    return {(total.what, total.unit): total.value for total in totals}


def test_two_articles_on_one_event_give_one_figure() -> None:
    archive = archive_of([_told(ident, "2024-05-06", _figure("suspects", 5)) for ident in "ab"])
    assert _values(totals_by_year(archive)["2024"]) == {("suspects", None): 5}


def test_units_and_kinds_are_never_added_up() -> None:
    gifts = (
        _figure("money", 100, "VND", kind="cash"),
        _figure("money", 7, "USD", kind="cash"),
        _figure("money", 2, "VND", kind="loan"),
    )
    totals = totals_by_year(archive_of([_told("a", "2024-05-06", *gifts)]))["2024"]
    assert [(total.unit, total.kind, total.value) for total in totals] == [
        ("USD", "cash", 7),
        ("VND", "cash", 100),
        ("VND", "loan", 2),
    ]


def test_events_of_a_pair_are_summed_and_the_qualifier_kept() -> None:
    archive = archive_of(
        [
            _told("a", "2024-05-06", _figure("suspects", 5)),
            _told("b", "2024-09-06", _figure("suspects", 3, qualifier="over")),
        ]
    )
    (total,) = totals_by_pair(archive)["VN-05", "LA-HO"]
    assert (total.value, total.exact, total.low, len(total.parts)) == (8, False, True, 2)


def test_a_period_told_of_twice_counts_once_and_in_its_own_year() -> None:
    results = _figure("cases", 9, period="2023")
    archive = archive_of([_told("a", "2024-01-06", results), _told("b", "2024-05-06", results)])
    assert _values(totals_by_year(archive)["2023"]) == {("cases", None): 9}


def test_states_and_periods_of_many_years_are_no_sums() -> None:
    archive = archive_of(
        [_told("a", "2024-01-06", _figure("border-length", 142, "km"), _figure("cases", 9, period="2019/2023"))]
    )
    assert totals_by_year(archive) == {}


def test_an_event_of_several_pairs_is_no_pairs_own() -> None:
    archive = archive_of([_told("a", "2024-01-06", _figure("cases", 9), parties=("VN-05", "LA-HO", "LA-XI"))])
    assert totals_by_pair(archive) == {} and list(totals_by_year(archive)) == ["2024"]
