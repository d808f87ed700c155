"""Which phrases are marked, and the ids that links from outside may use."""

from __future__ import annotations

from dataclasses import replace

from borderwire.model import DateFact, Entry, Series, SeriesMeeting
from borderwire.site.facts import phrases_of
from borderwire.site.marks import Mark, marks_of
from tests.site import fixtures


def marks(entry: Entry) -> dict[str, Mark]:
    return {mark.id: mark for mark in marks_of(entry.record)}


def test_every_phrase_of_a_fact_is_numbered_in_the_order_of_the_text() -> None:
    entry = fixtures.talks()
    found = [mark for mark in marks_of(entry.record) if mark.fact == "o1" and not mark.part]
    assert [mark.id for mark in found] == ["o1-1", "o1-2", "o1-3"]
    assert [entry.article.text[mark.start : mark.end] for mark in found] == [
        "Lò Văn Tưởng",
        "Lò Văn Tưởng",
        "Đại tá Tưởng",
    ]


def test_rank_office_and_body_have_phrases_of_their_own() -> None:
    entry = fixtures.talks()
    found = marks(entry)
    shown = {name: entry.article.text[found[name].start : found[name].end] for name in ("o1-r1", "o1-f1", "o1-b1")}
    assert shown == {"o1-r1": "Đại tá", "o1-f1": "Phó Giám đốc", "o1-b1": "Công an tỉnh Điện Biên"}


def test_facts_are_known_by_what_they_are() -> None:
    facts = {mark.fact for mark in marks_of(fixtures.talks().record)}
    assert {
        "date",
        "published",
        "type",
        "venue",
        "series",
        "next",
        "a1",
        "d1",
        "g1",
        "n1",
        "n2",
        "p-vn-71",
        "t-drugs",
    } <= facts


def test_a_phrase_given_twice_is_marked_once() -> None:
    entry = fixtures.talks()
    assert len(marks(entry)) == len(marks_of(entry.record))


def test_the_box_finds_the_phrases_of_a_fact_and_of_its_parts() -> None:
    phrases = phrases_of(marks_of(fixtures.talks().record))
    assert phrases["o1"] == ["o1-1", "o1-2", "o1-3"]
    assert phrases["o1/r"] == ["o1-r1"]
    assert "previous" not in phrases


def test_what_has_no_row_in_the_fact_box_is_not_marked() -> None:
    entry = fixtures.talks()
    spans = entry.record.event_date.spans
    unknown = DateFact(None, "none", spans=spans)
    series = Series(None, "explicit", SeriesMeeting(spans=spans), SeriesMeeting(spans=spans), spans=spans)
    record = replace(entry.record, event_date=unknown, published=unknown, series=series)
    assert not {"date", "published", "series", "previous", "next"} & {mark.fact for mark in marks_of(record)}
