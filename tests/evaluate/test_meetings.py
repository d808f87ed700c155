"""A row of meetings: each number, date and place counts for itself."""

from __future__ import annotations

from borderwire.model import Series, SeriesMeeting
from tests.evaluate.comparing import compared, counts
from tests.records import record

_FIFTH = record(
    series=Series(5, "explicit", SeriesMeeting(4, "2023-03"), SeriesMeeting(None, "2025-09", venue="LA-XI"))
)


def test_what_is_told_of_the_row_is_right_value_by_value() -> None:
    gold = {"ordinal": 5, "previous": {"ordinal": 4, "date": "2023"}, "next": {"date": "2025", "place": "LA-XI"}}
    result = compared(_FIFTH, series=gold)
    assert counts(result, "meeting number") == (1, 0, 0)
    assert counts(result, "previous meeting") == (2, 0, 0)
    assert counts(result, "next meeting") == (2, 0, 0)


def test_another_value_is_missed_and_made_up_and_an_untold_one_made_up() -> None:
    gold = {"ordinal": 6, "previous": {"date": "2023-02"}, "next": {"ordinal": 7, "date": "2025-09", "place": "LA-XI"}}
    result = compared(_FIFTH, series=gold)
    assert counts(result, "meeting number") == (0, 1, 1)
    assert counts(result, "previous meeting") == (0, 1, 2)
    assert counts(result, "next meeting") == (2, 1, 0)
    assert "a: date of the previous meeting: found 2023-03, gold 2023-02" in result.differences


def test_where_no_row_is_told_none_must_be_found() -> None:
    assert counts(compared(record(), series=None), "meeting number") == (0, 0, 0)
    assert counts(compared(_FIFTH, series=None), "meeting number") == (0, 0, 1)
    assert counts(compared(record(), series={"ordinal": 5}), "meeting number") == (0, 1, 0)


def test_what_may_be_said_as_well_of_the_row_is_no_fault() -> None:
    gold = {
        "ordinal": None,
        "ordinal_optional": [5],
        "previous": None,
        "previous_optional": [{"ordinal": 4, "date": "2023"}],
        "next": {"date": "2025"},
        "next_optional": [{"date": "2025", "place": "LA-XI"}],
    }
    result = compared(_FIFTH, series=gold)
    assert counts(result, "meeting number") == (0, 0, 0)
    assert counts(result, "previous meeting") == (0, 0, 0)
    assert counts(result, "next meeting") == (1, 0, 0)
