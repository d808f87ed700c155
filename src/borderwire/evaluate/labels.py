"""What the text is about, in the words of a list: the kind of event and the topics.

The lists are shorter than those of the gazetteer, whose finer kinds a reader need not know: each id of the gold stands
for one or several of the record's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from borderwire.evaluate.scores import Sheet, answers
from borderwire.model import Record

# Kinds of event that a reader may name more broadly, with those of the gazetteer that are such.
KINDS: dict[str, tuple[str, ...]] = {
    "talks": ("working-session", "meeting"),
    "visit": ("working-session",),
    "reception": ("working-session", "meeting"),
    "coop-conf": ("cooperation-conference", "conference", "seminar"),
    "briefing-conf": ("briefing-conference",),
    "bilateral-conf": ("bilateral-conference",),
    "trilateral-conf": ("trilateral-conference",),
    "review": ("review-conference",),
    "exchange": ("border-exchange",),
    "newyear-vn": ("newyear-vietnam",),
    "donation-money": ("donation",),
    "donation-goods": ("donation",),
    "gift": ("donation",),
    "construction-handover": ("inauguration",),
    "info-exchange": (),
    "letters": (),
    "wanted": ("handover-wanted",),
}
# Topics that are scored, with the ids of the gazetteer that say so; topics beyond these count neither way.
TOPICS: dict[str, tuple[str, ...]] = {
    "drugs": ("drugs",),
    "trafficking": ("human-trafficking",),
    "smuggling": ("smuggling",),
    "illegal-crossing": ("illegal-crossing",),
    "training": ("training",),
    "border-gates": ("border-gates",),
    "border-markers": ("border-markers",),
    "terrorism": ("terrorism",),
    "cybercrime": ("high-tech-crime",),
    "fugitives": ("wanted-persons",),
    "environment": ("environment",),
    "health": ("disease",),
}
_TOPIC_OF = {ident: topic for topic, idents in TOPICS.items() for ident in idents}


def compare_topics(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    """Topics of cooperation; those under `topics_optional` count neither way."""
    optional = set(gold.get("topics_optional") or ())
    wanted = set(gold["topics"] or ()) - optional
    found = {_TOPIC_OF[topic.id] for topic in record.topics if topic.id in _TOPIC_OF} - optional
    sheet.names("topics", found, wanted, "topic")


def compare_kind(record: Record, gold: Mapping[str, Any], sheet: Sheet) -> None:
    """The kind of event, by its id in the gazetteer or a broader one of `KINDS`."""
    found = record.event_type.id if record.event_type else None
    sheet.value("event kind", found, answers(gold, "event_kind"), is_kind)


def is_kind(found: str, wanted: str) -> bool:
    return found == wanted or found in KINDS.get(wanted, ())
