"""Kind of event and topics: words of a list."""

from __future__ import annotations

from borderwire.evaluate.labels import KINDS, TOPICS
from borderwire.gazetteer import load_gazetteer
from borderwire.model import EventType, Topic
from tests.evaluate.comparing import compared, counts
from tests.records import record


def test_the_kind_of_event_is_right_missed_or_made_up() -> None:
    talks = record(event_type=EventType("talks", "hội đàm"))
    assert counts(compared(talks, event_kind="talks"), "event kind") == (1, 0, 0)
    assert counts(compared(talks, event_kind="training"), "event kind") == (0, 1, 1)
    assert counts(compared(talks, event_kind=None), "event kind") == (0, 0, 1)
    assert counts(compared(record(), event_kind="talks"), "event kind") == (0, 1, 0)


def test_a_kind_may_be_named_more_broadly_or_otherwise() -> None:
    session = record(event_type=EventType("working-session", "làm việc"))
    assert counts(compared(session, event_kind="visit"), "event kind") == (1, 0, 0)
    assert counts(compared(session, event_kind="training", event_kind_optional=["talks"]), "event kind") == (1, 0, 0)
    assert counts(compared(session, event_kind="signing"), "event kind") == (0, 1, 1)
    assert counts(compared(record(), event_kind="signing", event_kind_optional=[None]), "event kind") == (0, 0, 0)


def test_every_kind_and_topic_of_the_lists_stands_for_ones_of_the_gazetteer() -> None:
    gazetteer = load_gazetteer()
    assert {ident for idents in KINDS.values() for ident in idents} <= set(gazetteer.events)
    assert {ident for idents in TOPICS.values() for ident in idents} <= set(gazetteer.topics)


def test_topics_go_by_the_words_of_the_gold() -> None:
    spoken = record(topics=(Topic("human-trafficking"), Topic("drugs"), Topic("disease")))
    result = compared(spoken, topics=["trafficking", "smuggling"], topics_optional=["health"])
    assert counts(result, "topics") == (1, 1, 1)
    assert {"a: topic missed: smuggling", "a: topic made up: drugs"} <= set(result.differences)


def test_a_topic_that_the_gold_has_no_word_for_counts_neither_way() -> None:
    assert counts(compared(record(topics=(Topic("trade"),)), topics=[]), "topics") == (0, 0, 0)
