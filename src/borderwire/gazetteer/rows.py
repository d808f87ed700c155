"""Reads the gazetteer's YAML into rows that know their file and lines, and turns their strings into typed values.

Every scalar stays the string that the file holds, so that `no`, `010` and `2025-07-01` mean what they say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from borderwire.errors import GazetteerError

Value = str | list[str]

# libyaml's loader where PyYAML was built with it; the Base loaders resolve no types.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a section. line: 1-based, of its first key; lines: of each key."""

    path: str
    line: int
    section: str
    values: Mapping[str, Value]
    lines: Mapping[str, int]

    def error(self, message: str, key: str | None = None, hint: str | None = None) -> GazetteerError:
        """An error that names the file, the line and the key."""
        line = self.lines.get(key, self.line) if key else self.line
        return GazetteerError(message, path=self.path, line=line, key=key, hint=hint)

    def only(self, keys: Iterable[str]) -> None:
        """Refuse keys that the section does not know."""
        allowed = frozenset(keys)
        for name in self.values:
            if name not in allowed:
                known = ", ".join(sorted(allowed))
                raise self.error("unknown key.", name, f"Known keys of {self.section}: {known}.")

    def text(self, name: str) -> str:
        value = self.optional(name)
        if value is None:
            raise self.error(f"the key {name!r} is missing.", None, f"Add {name} to this entry of {self.section}.")
        return value

    def optional(self, name: str) -> str | None:
        value = self.values.get(name)
        if isinstance(value, list):
            raise self.error("must be a single value, not a list.", name, "Take the brackets away.")
        if value is None or value in ("", "null", "~"):
            return None
        return value

    def number(self, name: str) -> int:
        value = self.text(name)
        try:
            return int(value)
        except ValueError:
            raise self.error(f"must be a whole number, not {value!r}.", name) from None

    def flag(self, name: str, default: bool = False) -> bool:
        value = self.optional(name)
        if value is None:
            return default
        if value not in ("true", "false"):
            raise self.error(f"must be true or false, not {value!r}.", name)
        return value == "true"

    def strings(self, name: str) -> tuple[str, ...]:
        """A list; a missing key is an empty one."""
        value = self.values.get(name, [])
        if isinstance(value, str):
            if not value:
                return ()
            raise self.error("must be a list.", name, f"Write [{value}].")
        return tuple(value)


def read_rows(path: str, source: str) -> Iterator[Row]:
    """The rows of one file: top-level keys are sections, each a list of mappings or a list of strings.

    A list of strings gives one row for the section with the strings under the key "forms".
    """
    _refuse_decomposed(path, source)
    try:
        root = yaml.compose(source, Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise GazetteerError(f"not valid YAML: {error.problem}.", path=path, line=line) from error
    if root is None:
        return
    for name, node, line in _pairs(path, root):
        if not isinstance(node, yaml.SequenceNode):
            raise GazetteerError("must be a list of entries.", path=path, line=line, key=name)
        if all(isinstance(item, yaml.ScalarNode) for item in node.value):
            forms = [item.value for item in node.value]
            yield Row(path, line, name, {"forms": forms}, {"forms": line})
            continue
        for item in node.value:
            yield _row(path, name, item)


def _refuse_decomposed(path: str, source: str) -> None:
    """Match keys are made from NFC; letters with loose accents would never be found."""
    if not unicodedata.is_normalized("NFC", source):
        for number, line in enumerate(source.splitlines(), start=1):
            if not unicodedata.is_normalized("NFC", line):
                raise GazetteerError("not in NFC.", path=path, line=number, hint="Save the file in NFC.")


def _row(path: str, section: str, node: Any) -> Row:
    values: dict[str, Value] = {}
    lines: dict[str, int] = {}
    for name, value, line in _pairs(path, node):
        lines[name] = line
        if isinstance(value, yaml.ScalarNode):
            values[name] = value.value
        elif isinstance(value, yaml.SequenceNode) and all(isinstance(item, yaml.ScalarNode) for item in value.value):
            values[name] = [item.value for item in value.value]
        else:
            raise GazetteerError("must be a value or a list of values.", path=path, line=line, key=name)
    return Row(path, node.start_mark.line + 1, section, values, lines)


def _pairs(path: str, node: Any) -> Iterator[tuple[str, Any, int]]:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        raise GazetteerError("must be a mapping of keys to values.", path=path, line=line)
    seen: set[str] = set()
    for key_node, value in node.value:
        name, line = str(key_node.value), key_node.start_mark.line + 1
        if name in seen:
            raise GazetteerError("stands twice in one entry.", path=path, line=line, key=name, hint="Keep one.")
        seen.add(name)
        yield name, value, line
