"""Sums that count nothing twice."""

from __future__ import annotations

from typing import Any

from borderwire.model import Archive, Figure, Record, Total
from borderwire.resolve.totals import honest_sums
from tests.resolve.making import archive_of, meeting

PAIR = ("VN-05", "LA-HO")
BROADER: dict[str, str] = {}  # no kind of goods here is one of another


def _figure(what: str, value: int, unit: str | None = None, **fields: Any) -> Figure:
    return Figure(what, value, unit, fields.pop("qualifier", "exact"), f"{value}", **fields)


def _told(ident: str, date: str, *figures: Figure, parties: tuple[str, ...] = PAIR, kind: str = "arrest") -> Record:
    return meeting(ident, date, *parties, kind=kind, figures=figures)


def totals_by_year(archive: Archive) -> dict[str, tuple[Total, ...]]:
    return dict(honest_sums(archive, BROADER).by_year)


def totals_by_pair(archive: Archive) -> dict[tuple[str, str], tuple[Total, ...]]:
    return dict(honest_sums(archive, BROADER).by_pair)


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


def test_a_kind_is_one_wherever_its_tone_stands() -> None:
    one, other = _figure("seizure", 5, "kg", kind="ma túy"), _figure("seizure", 2, "kg", kind="Ma tuý")
    (total,) = totals_by_year(archive_of([_told("a", "2024-05-06", one), _told("b", "2024-09-06", other)]))["2024"]
    assert (total.kind, total.value) == ("ma túy", 7)


def test_spellings_of_one_kind_of_goods_are_one_sum_and_unknown_goods_their_own() -> None:
    rows = [
        _told(ident, f"2024-0{number}-06", _figure("seizure", 5, "kg", kind=kind, kind_id=goods))
        for number, (ident, kind, goods) in enumerate(
            [("a", "ma túy đá", "methamphetamine"), ("b", "Ma tuý đá", "methamphetamine"),
             ("c", "methamphetamine", "methamphetamine"), ("d", "ma túy lạ", None)], 1
        )
    ]  # fmt: skip
    totals = totals_by_year(archive_of(rows))["2024"]
    assert [(total.kind_id, total.kind, total.value) for total in totals] == [
        (None, "ma túy lạ", 5),
        ("methamphetamine", "ma túy đá", 15),
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


def test_periods_that_overlap_and_events_within_them_are_left_out_and_told() -> None:
    archive = archive_of(
        [
            _told("a", "2025-01-06", _figure("cases", 9, period="2024")),
            _told("b", "2024-07-06", _figure("cases", 4, period="2024-01/2024-06")),
            _told("c", "2024-05-06", _figure("cases", 1)),
        ]
    )
    (total,) = totals_by_year(archive)["2024"]
    assert (total.value, [part.entry for part in total.parts]) == (9, ["a"])
    assert {(row.mention.entry, row.why) for row in total.omitted} == {("b", "within-period"), ("c", "within-period")}


def test_a_smaller_figure_of_a_longer_time_does_not_hold_a_larger_one() -> None:
    year, event = _figure("suspects", 5, period="2024"), _figure("suspects", 14)
    totals = totals_by_year(archive_of([_told("a", "2024-01-06", year), _told("b", "2024-05-06", event)]))
    assert _values(totals["2024"]) == {("suspects", None): 14}


def test_goods_of_which_nothing_is_told_are_not_added_up() -> None:
    goods = [_figure("goods", 2, giver="A", kind="in kind"), _figure("goods", 100, giver="A", kind="in kind")]
    totals = totals_by_year(archive_of([_told("a", "2024-05-06", *goods, _figure("money", 7, "USD", kind="cash"))]))
    assert _values(totals["2024"]) == {("money", "USD"): 7}


def test_periods_of_other_parties_do_not_overlap() -> None:
    other = ("VN-71", "LA-PH")
    archive = archive_of(
        [
            _told("a", "2025-01-06", _figure("cases", 9, period="2024")),
            _told("b", "2025-01-16", _figure("cases", 4, period="2024"), parties=other),
        ]
    )
    (total,) = totals_by_year(archive)["2024"]
    assert (total.value, total.omitted) == (13, ())


def test_what_is_left_out_is_told_with_its_reason() -> None:
    several = (*PAIR, "LA-XI")
    archive = archive_of(
        [
            _told("a", "2024-05-06", _figure("suspects", 12)),
            _told("b", "2024-05-06", _figure("suspects", 15)),
            _told("c", "2024-08-06", _figure("suspects", 7), parties=several),
            _told("d", "2024-09-06", _figure("suspects", 9, period="2020/2023")),
        ]
    )
    sums = honest_sums(archive)
    assert {(row.mention.entry, row.why) for row in sums.omitted} == {("a", "same-event"), ("d", "several-years")}
    assert dict(sums.by_year)["2024"][0].value == 22
    (total,) = dict(sums.by_pair)[PAIR]
    assert total.value == 15
    assert {(row.mention.entry, row.why) for row in total.omitted} >= {("a", "same-event"), ("c", "several-pairs")}


def test_a_smaller_figure_of_the_same_article_may_be_a_part_and_makes_the_sum_a_bound() -> None:
    archive = archive_of([_told("a", "2024-05-06", _figure("suspects", 12), _figure("suspects", 5))])
    (total,) = totals_by_year(archive)["2024"]
    assert (total.value, total.exact, total.low) == (12, False, True)
    assert [(row.mention.index, row.why) for row in total.omitted] == [(1, "perhaps-part")]


def test_gifts_to_several_receivers_add_up() -> None:
    gifts = [_figure("money", value, "VND", giver="Công an tỉnh Sơn La") for value in (100, 50)]
    (total,) = totals_by_year(archive_of([_told("a", "2024-05-06", *gifts)]))["2024"]
    assert (total.value, total.omitted) == (150, ())


def test_results_told_at_a_meeting_without_their_time_are_not_of_its_year() -> None:
    archive = archive_of(
        [
            _told("a", "2024-05-06", _figure("cases", 45), _figure("money", 100, "VND"), kind="talks"),
            _told("b", "2024-06-06", _figure("cases", 3)),
        ]
    )
    sums = honest_sums(archive)
    assert _values(dict(sums.by_year)["2024"]) == {("cases", None): 3, ("money", "VND"): 100}
    assert [(row.mention.entry, row.why) for row in sums.omitted] == [("a", "no-period")]


def test_times_without_a_told_end_and_rates_are_left_out() -> None:
    periods = ("../2024-05-06", "2020/..", "../..", "P1Y")
    figures = [_figure("cases", number, period=period) for number, period in enumerate(periods, 1)]
    sums = honest_sums(archive_of([_told("a", "2024-05-06", *figures)]))
    assert sums.by_year == ()
    assert {row.why for row in sums.omitted} == {"open-period"}
