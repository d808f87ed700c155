"""YAML that people edit by hand, read node by node: every value checked by type, every fault with its line and key.

YAML changes what it thinks it knows (`no` is false, 12:30 is 750, 010 is 8), so that texts are taken as texts only
where YAML takes them for texts too; what it would change is reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from typing import Any

import yaml

from borderwire.errors import Problem
from borderwire.text import normalize

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_KINDS = {
    "bool": "true or false", "int": "a number", "float": "a number", "null": "empty", "timestamp": "a date",
    "str": "a text",
}  # fmt: skip
_LARGEST = 16 * 1024 * 1024  # characters: some 50,000 judgements
_DEEPEST = 100  # brackets within brackets, or steps of indent; deeper is no file of ours and costs the parser
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


class Fault(Exception):  # noqa: N818 - it never leaves the module that reads the file
    """A value that cannot be used: what is wrong, and how to write it."""

    def __init__(self, message: str, hint: str, *, unknown: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.unknown = unknown


class PartFault(Fault):
    """A map of which only a part can be used. kept: that part; rows: the others' keys, each with its fault."""

    def __init__(self, kept: Any, rows: Sequence[tuple[yaml.Node, Fault]]) -> None:
        super().__init__(rows[0][1].message, rows[0][1].hint)
        self.kept = kept
        self.rows = rows


class Sheet:
    """One file and what is wrong in it. code: beginning of the problems' codes; path: as messages show it."""

    def __init__(self, path: str, code: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._code = code

    def complain(self, what: str, message: str, hint: str, *, node: yaml.Node | None = None, key: str = "") -> None:
        line = node.start_mark.line + 1 if node is not None else 1
        self.problems.append(
            Problem(f"{self._code}-{what}", message, "error", path=self.path, line=line, key=key or None, hint=hint)
        )

    def compose(self, source: str) -> yaml.Node | None:
        """The file's tree; None when it is empty or no YAML."""
        if len(source) > _LARGEST or _depth(source) > _DEEPEST:
            self.complain("broken", "is too large or too deeply nested, and is left out.", "Keep what it is meant for.")
            return None
        try:
            node: yaml.Node | None = yaml.compose(source, Loader=_LOADER)
        except (yaml.YAMLError, RecursionError, ValueError) as error:
            mark = getattr(error, "problem_mark", None)
            said = getattr(error, "problem", None) or str(error).split("\n", 1)[0]
            message = f"is not valid YAML and is left out as a whole ({said})."
            hint = 'Quote values that hold ": ", "#" or quotes; use spaces, not tabs.'
            self.problems.append(
                Problem(f"{self._code}-broken", message, "error", path=self.path,
                        line=mark.line + 1 if mark is not None else 1, hint=hint)
            )  # fmt: skip
            return None
        return node

    def fields(
        self, node: yaml.Node, readers: Mapping[str, Callable[[yaml.Node], Any]], required: Iterable[str], where: str
    ) -> dict[str, Any] | None:
        """The map's values by key; None when one of the required ones is missing or wrong. where: key of the map."""
        if not isinstance(node, yaml.MappingNode):
            self.complain("value", "must hold `key: value` pairs; left out.", _known(readers), node=node, key=where)
            return None
        values: dict[str, Any] = {}
        failed: set[str] = set()
        seen: set[str] = set()
        for key_node, value in node.value:
            key = _name(key_node)
            try:
                if key not in readers:
                    raise Fault("unknown key, left out.", nearest(key, list(readers)), unknown=True)
                if key in seen:
                    raise Fault("the key stands twice; the first value is used.", "Remove one of the two.")
                seen.add(key)
                values[key] = readers[key](value)
            except PartFault as part:
                values[key] = part.kept
                for at, fault in part.rows:
                    self._refuse(fault, at, f"{where}.{key}.{_name(at)[:60]}")
            except Fault as fault:
                failed.add(key)
                self._refuse(fault, key_node, f"{where}.{key[:60]}")
        wanted = list(required)
        for key in wanted:
            if values.get(key) in (None, "") and key not in failed:
                self.complain("value", f"`{key}` is missing; left out.", _example(key), node=node, key=where)
        return values if all(values.get(key) not in (None, "") for key in wanted) else None

    def _refuse(self, fault: Fault, node: yaml.Node, key: str) -> None:
        what = "unknown-key" if fault.unknown else "value"
        self.complain(what, fault.message, fault.hint, node=node, key=key.lstrip("."))


def _name(node: yaml.Node) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else "?"


def _depth(source: str) -> int:
    """How deep the flow brackets go, at most; text in quotes counted too, which is on the safe side."""
    depth = deepest = 0
    for sign in re.findall(r"[\[\]{}]", source):
        depth = max(0, depth + (1 if sign in "[{" else -1))
        deepest = max(deepest, depth)
    indent = max((len(found) for found in re.findall(r"^ +(?=\S)|^(?:[-?] )+", source, re.MULTILINE)), default=0)
    return max(deepest, indent // 2)


def nearest(key: str, known: Sequence[str]) -> str:
    close = get_close_matches(key.lower()[:60], known, n=1)
    return f"Did you mean `{close[0]}`?" if close else f"Known: {', '.join(known)}."


def _known(readers: Iterable[str]) -> str:
    return f"Known keys: {', '.join(readers)}."


def _example(key: str) -> str:
    return {
        "why": "Say in a few words how you know, as in `why: one office, one province, a year apart`.",
        "by": "Put the initials of who judged, as in `by: LTH`.",
        "date": "Put the day of the judgement, as in `date: 2026-05-31`.",
    }.get(key, f"Add a line `{key}: ...`.")


# --- values -------------------------------------------------------------------------------------------


def text(node: yaml.Node) -> str:
    """A text that says something, on one line."""
    kind = _kind(node)
    if kind != "str":
        shown = str(node.value)[:60] if isinstance(node, yaml.ScalarNode) else "..."
        raise Fault(
            f"must be a text, but YAML reads it as {_KINDS.get(kind, kind)}; left out.", f'Quote it: "{shown}".'
        )
    value = " ".join(normalize(node.value).split())
    if any("\ud800" <= char <= "\udfff" or char < " " for char in value):
        raise Fault("holds characters that cannot be shown; left out.", "Remove them.")
    if not value:
        raise Fault("is empty; left out.", "Write it, or remove the line.")
    return value


def plain(node: yaml.Node) -> str | None:
    """A single value as it is written; None for null."""
    if not isinstance(node, yaml.ScalarNode):
        raise Fault("must be a single value; left out.", "Write one value.")
    return None if _kind(node) == "null" else " ".join(normalize(node.value).split())


def texts(node: yaml.Node) -> tuple[str, ...]:
    """A list of texts; a single text is a list of one."""
    rows = node.value if isinstance(node, yaml.SequenceNode) else [node]
    return tuple(dict.fromkeys(map(text, rows)))


def day(node: yaml.Node) -> str:
    """An ISO date as precise as it is written."""
    written = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
    try:
        if not _ISO.fullmatch(written):
            raise ValueError
        year, month, first = (*map(int, written.split("-")), 1, 1)[:3]
        date(year, month, first)
    except ValueError:
        raise Fault(f"is no date: {written[:40]}; left out.", "Write it as 2026-05-31.") from None
    return written


def one_of(choices: Sequence[str]) -> Callable[[yaml.Node], str]:
    def read(node: yaml.Node) -> str:
        value = text(node)
        if value not in choices:
            raise Fault(f"is none of {', '.join(choices)}: {value[:40]}; left out.", nearest(value, choices))
        return value

    return read


def text_map(keys: Sequence[str]) -> Callable[[yaml.Node], tuple[tuple[str, str], ...]]:
    """A map of these keys to texts, in the order of the keys. Where some are wrong, the others are kept."""

    def read(node: yaml.Node) -> tuple[tuple[str, str], ...]:
        if not isinstance(node, yaml.MappingNode):
            raise Fault(f"must hold `{keys[0]}: ...` pairs; left out.", _known(keys))
        found: dict[str, str] = {}
        wrong: list[tuple[yaml.Node, Fault]] = []
        for key_node, value in node.value:
            key = _name(key_node)
            try:
                if key not in keys:
                    raise Fault("unknown key, left out.", nearest(key, keys), unknown=True)
                found[key] = text(value)
            except Fault as fault:
                wrong.append((key_node, fault))
        kept = tuple((key, found[key]) for key in keys if key in found)
        if wrong:
            raise PartFault(kept, wrong)
        return kept

    return read


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return node.tag.removeprefix(_TAG)
    return "a list" if isinstance(node, yaml.SequenceNode) else "a map"
