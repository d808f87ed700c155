"""What an article is called where its text has no title, and the name that its address is made of."""

from __future__ import annotations

import re

from borderwire.model import Article, EventType, Metadata, OfficialFact, ProvinceFact
from borderwire.text import slug

_LONGEST_LABEL = 110  # characters; about two lines of a list
_SPARED = 12  # a sentence is not cut for a word or two
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s")


def made_label(
    article: Article,
    event: EventType | None,
    provinces: tuple[ProvinceFact, ...],
    officials: tuple[OfficialFact, ...],
) -> str:
    """A label from the facts, "Hội nghị giao ban: Đà Nẵng – Sê Kông", else the first sentence, cut at a word."""
    parties = _parties(provinces, officials)
    if event and parties:
        written = " ".join(event.as_written.split())
        return f"{written[0].upper()}{written[1:]}: {' – '.join(parties[:4])}"
    return _first_sentence(article)


def _parties(provinces: tuple[ProvinceFact, ...], officials: tuple[OfficialFact, ...]) -> list[str]:
    """The provinces that take part, or one body of each side."""
    parties = [item.as_written[0] for item in provinces if item.role == "party" and item.as_written]
    if len(parties) > 1:
        return parties
    sides: dict[str, str] = {}
    for person in officials:
        if person.country and person.organization:
            sides.setdefault(person.country, person.organization)
    return list(sides.values()) if len(sides) > 1 else parties


def _first_sentence(article: Article) -> str:
    for kinds in (("lead", "paragraph"), ("caption", "heading")):
        for block in (block for block in article.blocks if block.kind in kinds):
            text = " ".join(article.text[block.start : block.end].split())
            sentence = _SENTENCE_END.split(text, maxsplit=1)[0]
            return sentence if len(sentence) <= _LONGEST_LABEL + _SPARED else _cut(sentence)
    return article.source.path.rsplit("/", 1)[-1]


def _cut(text: str) -> str:
    return text[: text.rfind(" ", 0, _LONGEST_LABEL) if " " in text[:_LONGEST_LABEL] else _LONGEST_LABEL] + " …"


def record_id(metadata: Metadata, date: str | None, name: str, sha256: str) -> str:
    """The last part of the article's address: its date and name as ASCII; the keeper's `slug` wins."""
    if metadata.slug:
        return slug(metadata.slug) or sha256[:12]
    parts = [part for part in (date or "", slug(name, max_length=70)) if part]
    return "-".join(parts) or sha256[:12]
