"""Changes as lines for people and as JSON for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from borderwire.model import ArticleRef, Cause, Changes, FactChange, ThingChange

_CAUSES: dict[Cause, str] = {
    "text": "the text changed", "rule": "rules", "correction": "correction", "judgement": "judgement",
    "articles": "its articles", "text-unfits": "the text changed, and a correction no longer fits",
    "metadata": "the keeper's notes on the source", "withheld": "words are withheld",
}  # fmt: skip
_SIGNS = {"added": "+", "removed": "-", "changed": "~", "joined": ">", "parted": "<"}
_LONGEST = 160  # characters of a value that a line shows


def tell_text(changes: Changes) -> str:
    """One line per change below its article, with the cause in brackets; "" when nothing differs."""
    return "".join(line + "\n" for line in _lines(changes)) if changes.any else ""


def tell_json(changes: Changes) -> str:
    """The changes as one JSON document of the form `borderwire.changes/1`."""
    return json.dumps({"schema": "borderwire.changes/1", **asdict(changes)}, ensure_ascii=False, indent=2) + "\n"


def _lines(changes: Changes) -> Iterator[str]:
    facts = sum(len(item.facts) for item in changes.articles)
    yield (
        f"Articles  {len(changes.added)} added, {len(changes.removed)} removed, {len(changes.articles)} changed"
        f" ({facts} facts)"
    )
    yield f"Identity  {len(changes.things)} changes"
    if changes.versions[0] != changes.versions[1]:
        yield f"Version   {changes.versions[0] or 'unknown'} → {changes.versions[1] or 'unknown'}"
    for sign, refs in (("+", changes.added), ("-", changes.removed)):
        if refs:
            yield ""
            yield from (f"{sign} {_article(ref)}" for ref in refs)
    for item in changes.articles:
        yield ""
        yield _article(item.article)
        if item.old:
            yield f"    moved here from {item.old}"
        yield from (f"    {_fact(fact)}" for fact in item.facts)
    if changes.things:
        yield ""
        yield from map(_thing, changes.things)


def _article(ref: ArticleRef) -> str:
    return f"{ref.path}  {_short(ref.title)}" if ref.title else ref.path


def _fact(change: FactChange) -> str:
    place = change.fact.replace("_", " ")
    if change.name:
        place += f", {_short(change.name)}"
    if change.field:
        place += f", {change.field.replace('_', ' ')}"
    if change.turn == "changed":
        said = f": {_short(change.old)} → {_short(change.new)}"
    else:
        value = change.new if change.turn == "added" else change.old
        said = f": {_short(value)}" if value else ""
    return f"{_SIGNS[change.turn]} {place}{said}  {_cause(change.cause, change.because)}"


def _thing(change: ThingChange) -> str:
    old, new = (" | ".join(map(_short, names)) for names in (change.old, change.new))
    what = f"{change.what} {change.field}".strip() + (f" of {change.ident}" if change.field else "")
    return f"{_SIGNS[change.turn]} {what}: {old or '-'} → {new or '-'}  {_cause(change.cause, change.because)}"


def _cause(cause: Cause, because: str) -> str:
    return f"[{_CAUSES[cause]}: {because}]" if because else f"[{_CAUSES[cause]}]"


def _short(value: str | None) -> str:
    flat = " ".join((value or "").split())
    return flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + "…"
