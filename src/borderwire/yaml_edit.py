"""Adds an entry to a list in a YAML file that people edit by hand; no other byte of the file changes.

The entry is put into the text, at the place that the parser tells: comments, order, quotes, indents, line ends and byte
order mark stay, and so does what stands between the list and the next key. What was made is read back and compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TEXTS: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # takes every value for a text
_BOM = "\ufeff"
_NULLS = ("", "~", "null", "Null", "NULL")


class EditError(ValueError):
    """The file cannot take an entry: it is no YAML, or holds something else."""


def with_entry(text: str, key: str, entry: Mapping[str, Any]) -> str:
    """The file's text with the entry as the last one of the list `key`, which is made if need be. Raises EditError.

    entry: texts, numbers, truth values, None, and lists or maps of these; the latter are written on one line.
    """
    bom, body = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    try:
        before = yaml.load(body, Loader=_TEXTS)
        made = _Editor(body, key, entry).run()
        after = yaml.load(made, Loader=_TEXTS)
    except EditError:
        raise
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise EditError("is no valid YAML") from error
    if not isinstance(before or {}, dict) or not _is_added(before or {}, after, key):
        raise EditError(f"cannot take an entry of `{key}`")
    return bom + made


def _is_added(before: dict[str, Any], after: Any, key: str) -> bool:
    """Nothing else has changed."""
    rows = before.get(key)
    rows = rows if isinstance(rows, list) else []
    return (
        isinstance(after, dict)
        and [*after.get(key, ())][:-1] == rows
        and len(after[key]) == len(rows) + 1
        and {**after, key: None} == {**before, key: None}
    )


class _Editor:
    """Puts one entry into one text."""

    def __init__(self, body: str, key: str, entry: Mapping[str, Any]) -> None:
        self.body = body
        self.key = key
        self.entry = entry
        first = body.find("\n")
        self.newline = "\r\n" if first > 0 and body[first - 1] == "\r" else "\n"

    def run(self) -> str:
        root = yaml.compose(self.body, Loader=_LOADER)
        if root is None or (isinstance(root, yaml.ScalarNode) and not root.value):
            return self._put(len(self.body), [f"{self.key}:", *self._block(2)])
        if not isinstance(root, yaml.MappingNode):
            raise EditError("holds no keys")
        names = [node.value for node, _ in root.value if isinstance(node, yaml.ScalarNode)]
        if len(names) != len(set(names)):
            raise EditError("has a key twice")
        found = next(((name, value) for name, value in root.value if name.value == self.key), None)
        if found is None:
            return self._new_key(root)
        name, value = found
        if isinstance(value, yaml.SequenceNode) and value.value and not value.flow_style:
            column = value.start_mark.column
            item = value.value[0].start_mark
            inner = item.column - column if item.line == value.start_mark.line else 2
            return self._put(self._behind(_end(self.body, value), name.start_mark.column), self._block(column, inner))
        if isinstance(value, yaml.SequenceNode) or (isinstance(value, yaml.ScalarNode) and value.value in _NULLS):
            return self._fill(root, name, value)
        raise EditError(f"holds something else than a list under `{self.key}`")

    def _new_key(self, root: yaml.MappingNode) -> str:
        if root.flow_style:
            at = _end(self.body, root.value[-1][1]) if root.value else root.start_mark.index + 1
            return self._in_line(at, at, f"{', ' if root.value else ''}{self.key}: [{_flow(dict(self.entry))}]")
        column, end = root.start_mark.column, self._line_end(_end(self.body, root))
        lists = (value for _, value in root.value if isinstance(value, yaml.SequenceNode) and not value.flow_style)
        offset = next((value.start_mark.column - column for value in lists), 2)
        rest = self.body[end:].split("\n")
        ends = any(line.strip() and not line.lstrip().startswith("#") for line in rest)  # of the document
        rows = [f"{' ' * column}{self.key}:", *self._block(column + offset)]
        return self._put(end if ends else len(self.body), rows)

    def _fill(self, root: yaml.MappingNode, name: yaml.Node, value: yaml.Node) -> str:
        """A list that is empty or stands on one line gets the entry."""
        start, end = value.start_mark.index, value.end_mark.index
        if value.value and isinstance(value, yaml.SequenceNode):
            at = _end(self.body, value.value[-1])
            return self._in_line(at, at, f", {_flow(dict(self.entry))}")
        if root.flow_style:
            return self._in_line(start, end, f" [{_flow(dict(self.entry))}]")
        if self.body[start:end].strip("[] \t\r\n") not in _NULLS:  # a comment inside
            return self._in_line(start + 1, start + 1, _flow(dict(self.entry)))
        emptied = self.body[:start].rstrip(" \t") if end > start else self.body[:start]
        column, at = name.start_mark.column, len(emptied)
        self.body = emptied + self.body[end:]
        return self._put(self._behind(at, column), self._block(column + 2))

    # --- the text -----------------------------------------------------------------------------------------

    def _block(self, column: int, inner: int = 2) -> list[str]:
        """The entry's lines. column: of the dash; inner: of the keys, counted from it."""
        rows = [f"{key}: {_flow(value)}" for key, value in self.entry.items()]
        first, *more = rows
        return [f"{' ' * column}-{' ' * (inner - 1)}{first}", *(" " * (column + inner) + row for row in more)]

    def _line_end(self, at: int) -> int:
        """Where the next line begins."""
        found = self.body.find("\n", at)
        return len(self.body) if found < 0 else found + 1

    def _behind(self, at: int, column: int) -> int:
        """Behind this line and the comments below it that stand deeper than the column: they are the list's own."""
        place = look = self._line_end(at)
        while look < len(self.body):
            end = self._line_end(look)
            line = self.body[look:end].rstrip("\r\n")
            indent = len(line) - len(line.lstrip(" "))
            if line.strip() and not (line.lstrip().startswith("#") and indent > column):
                break
            place, look = (end if line.strip() else place), end
        return place

    def _put(self, at: int, rows: list[str]) -> str:
        """The text with these lines before what begins there."""
        head, tail = self.body[:at], self.body[at:]
        if head and not head.endswith("\n"):
            head += self.newline
        return head + "".join(row + self.newline for row in rows) + tail

    def _in_line(self, start: int, end: int, words: str) -> str:
        return self.body[:start] + words + self.body[end:]


def _end(body: str, node: yaml.Node) -> int:
    """Where the node's last letter stands: the parser counts what follows to it, up to the next key."""
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style not in ("|", ">") or "+" in body[start:end].split("\n", 1)[0]:
            return int(end) - (node.style in ("|", ">"))
        return int(start) + len(body[start:end].rstrip())
    assert isinstance(node, yaml.CollectionNode)
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    last = node.value[-1]
    return _end(body, last[1] if isinstance(last, tuple) else last)


def _flow(value: Any) -> str:
    """The value on one line, quoted where YAML would read something else."""
    quoted = '"' if isinstance(value, str) and "\n" in value else None
    made = yaml.dump(
        value, Dumper=yaml.SafeDumper, default_flow_style=True, default_style=quoted, allow_unicode=True,
        sort_keys=False, width=float("inf"),
    )  # fmt: skip
    return str(made).removesuffix("...\n").strip()
