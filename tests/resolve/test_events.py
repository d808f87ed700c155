"""Which articles report one event, and that an article is not an event."""

from __future__ import annotations

from borderwire.model import Archive, DateFact, Record, Series
from tests.resolve.making import archive_of, meeting, officer


def _events(*records: Record) -> list[list[str]]:
    return sorted(sorted(event.entries) for event in archive_of(records).events)


def test_two_papers_on_one_meeting_give_one_event_with_two_sources() -> None:
    archive: Archive = archive_of(
        [meeting("a", "2024-05-06", "VN-05", "LA-HO"), meeting("b", "2024-05-06", "VN-05", "LA-HO", kind="meeting")]
    )
    (event,) = archive.events
    assert event.entries == ("a", "b") and event.parties_today == ("VN-05", "LA-HO")
    assert {reason.kind for reason in event.merges[0].reasons} >= {"same-day", "same-parties"}


def test_every_entry_belongs_to_exactly_one_event() -> None:
    archive = archive_of(
        [meeting("a", None, "VN-05"), meeting("b", "2024", "VN-05", "LA-HO"), meeting("c", "2024-05-06")]
    )
    assert sorted(entry for event in archive.events for entry in event.entries) == ["a", "b", "c"]


def test_a_report_dated_by_its_publication_joins_the_day_before() -> None:
    later = meeting("b", "2024-05-07", "VN-05", "LA-HO")
    published = DateFact("2024-05-07", "published")
    later = meeting("b", "2024-05-07", "VN-05", "LA-HO", event_date=published, published=published)
    assert _events(meeting("a", "2024-05-06", "VN-05", "LA-HO"), later) == [["a", "b"]]


def test_meetings_on_two_days_are_two() -> None:
    assert _events(meeting("a", "2024-05-06", "VN-05", "LA-HO"), meeting("b", "2024-05-07", "VN-05", "LA-HO")) == [
        ["a"],
        ["b"],
    ]


def test_other_parties_and_other_forces_are_other_events() -> None:
    police, guards = officer("Lê Trọng Khôi", "VN-05"), officer("Vi Đức Thái", "VN-05", force="border-guard")
    here = meeting("a", "2024-05-06", "VN-05", "LA-HO", officials=(police,))
    assert _events(here, meeting("b", "2024-05-06", "VN-05", "LA-XI")) == [["a"], ["b"]]
    assert _events(here, meeting("c", "2024-05-06", "VN-05", "LA-HO", officials=(guards,))) == [["a"], ["c"]]


def test_different_numbers_of_a_series_are_never_one_event() -> None:
    one = meeting("a", "2024-05-06", "VN-05", "LA-HO", series=Series(11, "explicit"))
    other = meeting("b", "2024-05-06", "VN-05", "LA-HO", series=Series(12, "explicit"))
    archive = archive_of([one, other])
    assert len(archive.events) == 2
    assert archive.doubts[0].against == ("they have different numbers in their series",)


def test_undated_articles_need_more_than_their_parties() -> None:
    assert _events(meeting("a", None, "VN-05", "LA-HO"), meeting("b", None, "VN-05", "LA-HO")) == [["a"], ["b"]]


def test_an_event_takes_the_date_of_the_text_that_tells_it_best() -> None:
    published = DateFact("2024-05-08", "published")
    vague = meeting("a", "2024-05-08", "VN-05", "LA-HO", event_date=published, published=published)
    (event,) = archive_of([vague, meeting("b", "2024-05-06", "VN-05", "LA-HO")]).events
    assert event.date == "2024-05-06"


def test_kinds_that_do_not_go_together_on_days_that_differ_are_two_events() -> None:
    heads = (officer("Lê Trọng Khôi", "VN-05"), officer("Khăm-phu Sỉ-vông", "LA-HO"))
    talks = meeting("a", "2024-07-27", "VN-05", "LA-HO", officials=heads)
    training = meeting("b", "2024-07-28", "VN-05", "LA-HO", kind="training", officials=heads)
    vague = DateFact("2024-07", "inferred")
    month = meeting("c", "2024-07", "VN-05", "LA-HO", event_date=vague, officials=heads)
    assert _events(talks, training) == [["a"], ["b"]]
    assert _events(talks, training, month) == [["a", "c"], ["b"]]
    patrol = meeting("d", "2024-07-28", "VN-05", "LA-HO", kind="joint-patrol", officials=heads)
    assert _events(talks, patrol) == [["a"], ["d"]]


def test_an_article_that_names_both_days_holds_one_event_together() -> None:
    heads = (officer("Lê Trọng Khôi", "VN-05"), officer("Khăm-phu Sỉ-vông", "LA-HO"))
    visit = meeting("a", "2024-07-27", "VN-05", "LA-HO", kind="visit", officials=heads, event_end="2024-07-28")
    assert _events(visit, meeting("b", "2024-07-28", "VN-05", "LA-HO", officials=heads)) == [["a", "b"]]


def test_an_article_that_names_one_side_only_does_not_bring_two_meetings_together() -> None:
    lao = officer("Khăm-phu Sỉ-vông", "LA-HO")
    one = meeting("a", "2024-07-27", "VN-05", "LA-HO", officials=(lao,))
    other = meeting("b", "2024-07-27", "VN-04", "LA-HO", officials=(lao,))
    half = meeting("c", "2024-07-27", "LA-HO", officials=(lao,))
    assert not any({"a", "b"} <= set(group) for group in _events(one, other, half))
