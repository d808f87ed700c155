"""What each value of a gold file must be, with the place and the remedy where it is not."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import yaml

_LIKE = 0.65  # of difflib, which takes 0.6 by itself: "reader" is not meant for "lead"
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")

Check = Callable[[yaml.Node, Any], None]


class Wrong(Exception):  # noqa: N818 - never leaves this room
    """What is wrong, where and what to write instead."""

    def __init__(self, node: yaml.Node, key: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.line, self.key, self.message, self.hint = node.start_mark.line + 1, key, message, hint


def near(key: str, known: Iterable[str]) -> str | None:
    """The known key that was probably meant."""
    return next(iter(get_close_matches(key, list(known), n=1, cutoff=_LIKE)), None)


def check_mapping(
    node: yaml.MappingNode, values: Mapping[Any, Any], within: str, checks: Mapping[str, Check], noted: Collection[str]
) -> None:
    """Every key is known and stands once, and its value is what it must be. noted: keys that hold anything."""
    lines: dict[str, int] = {}
    known = (*checks, *noted)
    for key_node, value in node.value:
        key = str(key_node.value)
        place = f"{within}.{key}" if within else key
        line = key_node.start_mark.line + 1
        if lines.setdefault(key, line) != line:
            raise Wrong(key_node, place, f"stands twice, first in line {lines[key]}.", "Remove one of the two.")
        if key not in known:
            meant = near(key, known)
            hint = f"Did you mean `{meant}`?" if meant else f"Known keys: {', '.join(checks)}."
            raise Wrong(key_node, place, "is no key of a gold file.", hint)
        if key in checks:
            checks[key](value, values[key])


def each(key: str, check: Check) -> Check:
    """A list, or nothing."""

    def check_list(node: yaml.Node, value: Any) -> None:
        if value is None:
            return
        if not isinstance(value, list) or not isinstance(node, yaml.SequenceNode):
            raise Wrong(node, key, "must be a list, empty if there is none.", f"Write `{key}: []` or one `- ` a line.")
        for item_node, item in zip(node.value, value, strict=True):
            check(item_node, item)

    return check_list


def entry(within: str, needed: Sequence[str], checks: Mapping[str, Check], noted: Collection[str] = ()) -> Check:
    """A mapping with some keys that it must have."""
    first = needed[0]

    def check_entry(node: yaml.Node, value: Any) -> None:
        if not isinstance(value, dict) or not isinstance(node, yaml.MappingNode):
            example = f"Write it as `- {{{first}: ...}}`."
            raise Wrong(node, within, "each entry must hold keys.", example)
        check_mapping(node, value, within, checks, noted)
        for key in needed:
            if value.get(key) in (None, ""):
                raise Wrong(node, f"{within}.{key}", "is missing.", "Every entry needs it.")

    return check_entry


def group(key: str, checks: Mapping[str, Check], noted: Collection[str] = ()) -> Check:
    """One mapping, or nothing."""

    def check_group(node: yaml.Node, value: Any) -> None:
        if value is None:
            return
        if not isinstance(value, dict) or not isinstance(node, yaml.MappingNode):
            example = f"Write `{key}: {{{next(iter(checks))}: ...}}`, or null if there is none."
            raise Wrong(node, key, "must hold keys.", example)
        check_mapping(node, value, key, checks, noted)

    return check_group


def text(key: str) -> Check:
    def check(node: yaml.Node, value: Any) -> None:
        if value is not None and not isinstance(value, str):
            raise Wrong(node, key, "must be text.", "Put it in quotes.")

    return check


def flag(key: str) -> Check:
    def check(node: yaml.Node, value: Any) -> None:
        if not isinstance(value, bool):
            raise Wrong(node, key, "must be true or false.")

    return check


def number(key: str, *, whole: bool = False, needed: bool = False) -> Check:
    """A number of zero or more, or nothing unless it is needed."""
    kinds = (int,) if whole else (int, float)

    def check(node: yaml.Node, value: Any) -> None:
        if value is None and not needed:
            return
        if not isinstance(value, kinds) or isinstance(value, bool) or value < 0:
            told = "a whole number" if whole else "a number"
            raise Wrong(node, key, f"must be {told}.", "Write 75000 for 75.000, and 1.5 for 1,5.")

    return check


def one_of(key: str, known: Collection[str], what: str) -> Check:
    """An id of a list, or nothing."""

    def check(node: yaml.Node, value: Any) -> None:
        if value is not None and value not in known:
            meant = get_close_matches(str(value).lower(), sorted(known), n=1)
            hint = f"Did you mean {meant[0]}?" if meant else f"Write one of {', '.join(known)}."
            raise Wrong(node, key, f"there is no {what} {value}.", hint)

    return check


def date(key: str) -> Check:
    def check(node: yaml.Node, value: Any) -> None:
        if value is not None and not (isinstance(value, (str, int)) or type(value).__name__ == "date"):
            raise Wrong(node, key, "must be a date.", "Write it as 2024-05-31, 2024-05 or 2024; null if open.")
        if value is not None and not _is_iso(str(value)):
            raise Wrong(node, key, f"is no date: {value}.", "Write it as 2024-05-31, 2024-05 or 2024.")

    return check


def _is_iso(told: str) -> bool:
    """A day, month or year, to its own precision, that the calendar has."""
    if not _ISO.match(told):
        return False
    try:
        datetime.date.fromisoformat(told + "-01-01"[len(told) - 4 :])
    except ValueError:
        return False
    return True


def province(key: str, known: Collection[str]) -> Check:
    """An ISO 3166-2 code; known: the codes that there are, any will do when it is empty."""

    def check(node: yaml.Node, value: Any) -> None:
        if not isinstance(value, str):
            raise Wrong(node, key, "must hold ISO 3166-2 codes.", "Write them as VN-22 or LA-XI.")
        if known and value not in known:
            meant = get_close_matches(value.upper(), known, n=1)
            hint = f"Did you mean {meant[0]}?" if meant else "Write ISO 3166-2 codes such as VN-22 or LA-XI."
            raise Wrong(node, key, f"there is no province {value}.", hint)

    return check


def or_none(check: Check) -> Check:
    def check_some(node: yaml.Node, value: Any) -> None:
        if value is not None:
            check(node, value)

    return check_some
