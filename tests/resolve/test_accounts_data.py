"""Accounts of events and sums in the data for other programs."""

from __future__ import annotations

import json

from borderwire.export import archive_text
from borderwire.model import Figure, Record
from tests.resolve.making import archive_of, meeting


def _report(ident: str, number: int) -> Record:
    figure = Figure("cases", number, None, "exact", f"{number}")
    return meeting(ident, "2024-05-06", "VN-05", "LA-HO", kind="arrest", figures=(figure,))


def test_the_data_hold_what_differs_and_the_sums_with_what_is_left_out() -> None:
    data = json.loads(archive_text(archive_of([_report("a", 3), _report("b", 5)])))
    (account,) = data["accounts"]
    groups = next(row["groups"] for row in account["sayings"] if row["field"] == "figure")
    assert groups == [[{"article": "a", "index": 0}], [{"article": "b", "index": 0}]]
    (total,) = data["totals_by_year"]
    assert (total["year"], total["value"], total["figures"]) == ("2024", 5, [{"article": "b", "index": 0}])
    assert total["left_out"] == [{"article": "a", "index": 0, "why": "same-event"}]
    assert data["totals_by_pair"][0]["pair"] == ["VN-05", "LA-HO"]
