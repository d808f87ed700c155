"""Accounts of events and sums in the data for other programs."""

from __future__ import annotations

import json

from borderwire.export import archive_text
from borderwire.model import Figure, Record
from tests.records import agreement
from tests.resolve.making import archive_of, meeting, officer


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


def test_the_data_file_tells_the_score_of_every_merge_and_its_reasons_in_words() -> None:
    paper = agreement("biên bản ghi nhớ năm 2024", "2024-05-06", "Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn")
    rows = [
        meeting(ident, "2024-05-06", "VN-05", "LA-HO", officials=(officer("Lò Văn Thử", "VN-05"),), agreements=(paper,))
        for ident in ("a", "b")
    ]
    archive = archive_of(rows)
    data = json.loads(archive_text(archive))
    for kind, things in (("people", archive.people), ("events", archive.events), ("agreements", archive.agreements)):
        (row,), (thing,) = data[kind], things
        (told,), (merge,) = row["merges"], thing.merges
        assert {told["one"]["article"], told["other"]["article"]} == {"a", "b"}
        assert told["score"] == round(merge.score, 2) > 0
        assert [reason["kind"] for reason in told["reasons"]] == [reason.kind for reason in merge.reasons]
        assert all(reason["text"] and isinstance(reason["weight"], float) for reason in told["reasons"])
