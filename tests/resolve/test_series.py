"""Rows of meetings: numbers, gaps, the next one, and on over a province merger."""

from __future__ import annotations

from borderwire.model import Series, SeriesMeeting
from tests.resolve.making import archive_of, meeting, officer


def test_yearly_meetings_of_the_same_parties_are_a_series_with_its_gaps() -> None:
    archive = archive_of(
        meeting(f"e{year}", f"{year}-06-0{at + 1}", "VN-05", "LA-HO") for at, year in enumerate((2018, 2019, 2022))
    )
    (series,) = archive.series
    assert [slot.year for slot in series.slots] == ["2018", "2019", "2022"]
    assert series.missing == ("2020", "2021")
    assert len(series.events) == 3


def test_a_series_goes_on_when_its_province_is_merged() -> None:
    archive = archive_of([meeting("a", "2024-06-01", "VN-27", "LA-XE"), meeting("b", "2025-08-01", "VN-DN", "LA-XE")])
    (series,) = archive.series
    assert series.parties == ("VN-DN", "LA-XE") and series.names[:1] == ("Quảng Nam",)
    assert [slot.year for slot in series.slots] == ["2024", "2025"] and series.missing == ()


def test_one_article_can_tell_of_the_meeting_before_and_the_next() -> None:
    row = Series(8, "explicit", previous=SeriesMeeting(7, "2022-11"), next=SeriesMeeting(9, "2024", venue="LA-HO"))
    (series,) = archive_of([meeting("a", "2023-10-02", "VN-05", "LA-HO", series=row)]).series
    assert [(slot.ordinal, slot.basis, slot.event) for slot in series.slots] == [
        (7, "mentioned", None),
        (8, "reported", "a"),
    ]
    assert series.next is not None and (series.next.ordinal, series.next.year, series.next.venue) == (
        9,
        "2024",
        "LA-HO",
    )


def test_a_meeting_told_of_and_then_held_stands_once() -> None:
    first = meeting("a", "2023-10-02", "VN-05", "LA-HO", series=Series(8, "explicit", next=SeriesMeeting(9, "2024")))
    second = meeting(
        "b", "2024-09-05", "VN-05", "LA-HO", series=Series(9, "explicit", previous=SeriesMeeting(8, "2023-10"))
    )
    (series,) = archive_of([first, second]).series
    assert [slot.event for slot in series.slots] == ["a", "b"] and series.next is None


def test_a_meeting_reported_twice_counts_once() -> None:
    archive = archive_of(
        [meeting(ident, "2023-10-02", "VN-05", "LA-HO") for ident in "ab"]
        + [meeting("c", "2024-10-02", "VN-05", "LA-HO")]
    )
    assert len(archive.series[0].slots) == 2


def test_two_forces_of_one_pair_have_a_series_each() -> None:
    police, guards = officer("Lê Trọng Khôi", "VN-05"), officer("Vi Đức Thái", "VN-05", force="border-guard")
    archive = archive_of(
        meeting(f"{name}{year}", f"{year}-0{month}-02", "VN-05", "LA-HO", officials=(who,))
        for name, month, who in (("p", 3, police), ("g", 7, guards))
        for year in (2022, 2023)
    )
    assert sorted(series.bodies for series in archive.series) == [("border-guard",), ("police",)]


def test_one_meeting_without_a_number_is_no_series() -> None:
    assert archive_of([meeting("a", "2023-10-02", "VN-05", "LA-HO")]).series == ()
    assert (
        archive_of(
            [meeting(ident, f"2023-{ident}-02", "VN-05", "LA-HO", kind="visit") for ident in ("01", "02")]
        ).series
        == ()
    )


def test_years_that_the_numbers_do_not_all_need_are_told_as_one_of_them() -> None:
    rows = [("a", "2021-06-01", 4), ("b", "2024-06-01", None), ("c", "2025-06-01", 7)]
    archive = archive_of(
        meeting(ident, day, "VN-05", "LA-HO", series=Series(number, "explicit") if number else None)
        for ident, day, number in rows
    )
    (series,) = archive.series
    assert (series.missing, series.open) == ((), ((("2022", "2023"), 1),))


def test_years_between_numbers_that_follow_each_other_are_not_missing() -> None:
    rows = [("a", "2021-06-01", 4), ("b", "2024-06-01", 5), ("c", "2026-06-01", 7)]
    archive = archive_of(
        meeting(ident, day, "VN-05", "LA-HO", series=Series(number, "explicit")) for ident, day, number in rows
    )
    (series,) = archive.series
    assert (series.missing, series.open) == (("2025",), ())
