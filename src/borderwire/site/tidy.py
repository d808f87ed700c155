"""Keeps characters that no page may hold out of everything that a page shows."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from borderwire.model import Archive, Entry
from borderwire.site.markup import clean, is_clean

Value = TypeVar("Value")


def tidy_archive(archive: Archive) -> Archive:
    """The archive with U+FFFD for control characters; the same object where there are none, as almost always."""
    if all(map(_is_tidy, archive.entries)):
        return archive
    return replace(
        archive,
        entries=tidy(archive.entries),
        people=tidy(archive.people),
        agreements=tidy(archive.agreements),
        by_id={ident: tidy(entry) for ident, entry in archive.by_id.items()},
    )


def _is_tidy(entry: Entry) -> bool:
    """Facts are words of the text or of the metadata, so that these tell."""
    metadata = entry.article.metadata
    return is_clean(entry.article.text) and is_clean(entry.label) and is_clean(str(_strings(metadata)))


def _strings(metadata: Any) -> list[str]:
    return [f"{getattr(metadata, field.name)}" for field in fields(metadata)]


def tidy(value: Value) -> Value:
    """The same value with every string in it cleaned; offsets stay, one character stands for one."""
    result: Any = value
    if isinstance(value, str):
        result = clean(value)
    elif isinstance(value, tuple):
        result = tuple(tidy(item) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed: dict[str, Any] = {field.name: tidy(getattr(value, field.name)) for field in fields(value)}
        result = replace(value, **changed)
    return cast(Value, result)
