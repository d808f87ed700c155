"""The sources of one event side by side."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from borderwire.model import Account, Archive, DateFact, Figure, Record, Saying, Venue
from tests.records import agreement
from tests.resolve.making import archive_of, meeting, officer

CHIEF = officer("Lò Văn Xuyến", "VN-05")


def _report(ident: str, **fields: Any) -> Record:
    base: dict[str, Any] = {"officials": (CHIEF,)}
    return meeting(ident, fields.pop("date", "2024-05-06"), "VN-05", "LA-HO", **{**base, **fields})


def _suspects(number: int, **fields: Any) -> tuple[Figure, ...]:
    return (Figure("suspects", number, None, fields.pop("qualifier", "exact"), f"{number} đối tượng", **fields),)


def _account(*records: Record) -> Account:
    archive: Archive = archive_of(records)
    (account,) = archive.accounts
    return account


def _of(sayings: tuple[Saying, ...], field: str) -> list[Saying]:
    return [row for row in sayings if row.field == field]


def test_numbers_that_cannot_both_be_right_are_told_to_differ() -> None:
    account = _account(_report("a", figures=_suspects(12)), _report("b", figures=_suspects(15)))
    (row,) = account.differ
    assert row.field == "figure"
    assert [[mention.entry for mention in group] for group in row.groups] == [["a"], ["b"]]


def test_more_than_twelve_and_fifteen_do_not_differ() -> None:
    account = _account(_report("a", figures=_suspects(12, qualifier="over")), _report("b", figures=_suspects(15)))
    assert account.differ == () and len(_of(account.all_say, "figure")) == 1


def test_numbers_of_two_periods_are_two_matters() -> None:
    account = _account(
        _report("a", figures=_suspects(12, period="2023")), _report("b", figures=_suspects(15, period="2024"))
    )
    assert account.differ == ()
    assert len(_of(account.only("a"), "figure")) == len(_of(account.only("b"), "figure")) == 1


def test_what_all_sources_say_and_what_only_one_says_are_told_apart() -> None:
    other = officer("Kẹo Vi Lay", "LA-HO", office="Phó Giám đốc")
    paper = agreement("biên bản ghi nhớ", "2024-05-06", "Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn")
    account = _account(_report("a", officials=(CHIEF, other)), _report("b", agreements=(paper,)), _report("c"))
    assert {row.field for row in account.all_say} == {"date", "type", "party", "official"}
    assert [row.field for row in account.only("a")] == ["official"]
    assert [row.field for row in account.only("b")] == ["agreement"]
    assert account.only("c") == () and account.differ == ()


def test_what_two_of_three_say_is_told_as_that() -> None:
    account = _account(_report("a", figures=_suspects(5)), _report("b"), _report("c", figures=_suspects(5)))
    (row,) = account.some_say
    assert (row.field, row.sources) == ("figure", ("a", "c"))


def test_a_month_does_not_contradict_its_day_and_a_date_of_publication_says_nothing() -> None:
    place, town = Venue("tỉnh Sơn La", "VN-05"), Venue("thị xã Mộc Châu", "VN-05", "Mộc Châu")
    monthly = replace(_report("b", venue=town), event_date=DateFact("2024-05", "explicit"))
    account = _account(_report("a", venue=place), monthly)
    assert account.differ == ()
    assert {"date", "venue"} <= {row.field for row in account.all_say}
    printed = replace(_report("b"), event_date=DateFact("2024-05-07", "published"))
    assert [row.field for row in _account(_report("a"), printed).only("a")] == ["date"]


def test_an_event_of_one_source_has_nothing_to_compare() -> None:
    assert archive_of([_report("a")]).accounts == ()
