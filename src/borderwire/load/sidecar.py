"""The file that a keeper puts beside a source, `x.yaml` for `x.txt`: metadata of the source, and corrections.

    outlet: Báo Ví Dụ                 # keys as in front matter, but for the title, which is corrected as a fact
    published: 2024-11-20
    corrections:
      - set: officials.rank           # or add: officials, drop: officials
        at: Trịnh Quốc Bảo            # the phrase it is pinned to, as the text has it
        occurrence: 1 of 2            # which, where the phrase stands more than once
        was: Đại tá                   # what the archive reads without it
        value: Thiếu tướng
        why: promoted on 1 March, the paper mended it later
        by: Lan

Here the parts are told apart and checked as such; what type a field wants, and whether a correction fits its text,
is for `resolve.corrections`. Everything wrong is told at once, with file, line and key; the rest is used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from typing import Any

import yaml

from borderwire.correction import Action, Correction, Listed, Mapped, Scalar, Sidecar, Written
from borderwire.errors import Problem
from borderwire.load.front_matter import METADATA_READERS, RejectError, read_text, type_of
from borderwire.model import Article, Metadata, Overruled

_LARGEST = 1024 * 1024  # bytes; a hundred long corrections have 50 KB
_DEEPEST = 12
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KINDS = frozenset(["str", "int", "float", "bool", "null", "timestamp"])
_ACTIONS: tuple[Action, ...] = ("set", "add", "drop")
_PARTS = (*_ACTIONS, "at", "occurrence", "was", "value", "why", "by")
_METADATA = {key: read for key, read in METADATA_READERS.items() if key != "title"}
_KEYS = (*_METADATA, "corrections")
_OF_THE_SOURCE = ("url", "retrieved", "rights", "tags")  # what no text says of itself
_OCCURRENCE = re.compile(r"\s*(\d{1,6})(?:\s+of\s+(\d{1,6}))?\s*$")
_BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class SidecarFile:
    """What the file says. lines: of the metadata's keys; listed: how many corrections stand in it, broken ones too."""

    sidecar: Sidecar
    metadata: Metadata
    lines: dict[str, int]
    listed: int = 0


def read_sidecar(raw: bytes, path: str) -> SidecarFile:
    """The file's corrections and metadata, and what is wrong with it; never raises for what a file can hold."""
    try:
        node = compose(raw)
    except RejectError as reject:
        return _broken(path, 1, reject.message, reject.hint)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or str(error).split("\n", 1)[0]
        hint = 'Quote values that hold ": ", "#" or quotes; use spaces, not tabs.'
        line = mark.line + 1 if mark is not None else 1
        return _broken(path, line, f"is not valid YAML and is left out ({said}).", hint)
    if node is None:
        return SidecarFile(Sidecar(path), Metadata(), {})
    if not isinstance(node, yaml.MappingNode):
        return _broken(path, node.start_mark.line + 1, "holds no keys.", "Write `corrections:` or `outlet: ...`.")
    return _Reader(path).read(node)


def compose(raw: bytes) -> yaml.Node | None:
    """The nodes of a hand-written YAML file. Raises RejectError or what the parser raises (also ValueError)."""
    if len(raw) > _LARGEST:
        raise RejectError("is larger than 1 MB.", "Keep only corrections in it.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise RejectError(f"is not UTF-8 (line {line}).", "Save it as UTF-8.") from None
    _check_depth(text)
    node: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    return node


def _check_depth(text: str) -> None:
    """Raises RejectError for aliases and deep nesting, or what the parser raises.

    Since 0.2.6 libyaml scans ahead and refuses a depth of its own before it gives the first event.
    """
    depth = 0
    deep = RejectError("is nested too deeply.", "See the README for the form of a correction.")
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.AliasEvent):
                raise RejectError(f"uses an alias (*{event.anchor}).", "Write the value out.")
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > _DEEPEST:
                    raise deep
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError as error:
        if "nesting depth" in str(getattr(error, "problem", None)):
            raise deep from None
        raise


def _broken(path: str, line: int, message: str, hint: str) -> SidecarFile:
    problem = Problem("sidecar-broken", message, path=path, line=line, hint=hint)
    return SidecarFile(Sidecar(path, (), (problem,)), Metadata(), {})


class _Reader:
    """Reads one file and gathers what is wrong with it."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def read(self, node: yaml.MappingNode) -> SidecarFile:
        values: dict[str, Any] = {}
        lines: dict[str, int] = {}
        corrections: list[Correction] = []
        listed = 0
        for key, line, value in self._pairs(node, ""):
            lines[key] = line
            if key == "corrections":
                corrections += self._corrections(value)
                listed = len(value.value) if isinstance(value, yaml.SequenceNode) else 0
            elif key in _METADATA:
                values[key] = self._metadata(key, line, value)
            else:
                self._tell("sidecar-unknown-key", line, key, "unknown key, left out.", _nearest_key(key))
        known = {key: value for key, value in values.items() if value is not None}
        sidecar = Sidecar(self.path, tuple(corrections), tuple(self.problems))
        return SidecarFile(sidecar, Metadata(**known), lines, listed)

    def _tell(self, code: str, line: int, key: str, message: str, hint: str) -> None:
        self.problems.append(Problem(code, message, path=self.path, line=line, key=key[:80], hint=hint))

    def _pairs(self, node: yaml.MappingNode, where: str) -> Iterator[tuple[str, int, yaml.Node]]:
        """Keys, each once, with their lines and values. where: the dotted path of the map."""
        seen: dict[str, int] = {}
        for key_node, value in node.value:
            line = key_node.start_mark.line + 1
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            if key in seen:
                message = f"the key stands twice; the value of line {seen[key]} is used."
                self._tell("sidecar-value", line, where + key, message, "Remove one of the two.")
                continue
            seen[key] = line
            yield key, line, value

    def _metadata(self, key: str, line: int, value: yaml.Node) -> Any:
        try:
            return _METADATA[key](value)
        except RejectError as reject:
            self._tell("sidecar-value", line, key, reject.message, reject.hint)
            return None

    def _corrections(self, node: yaml.Node) -> Iterator[Correction]:
        line = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode) and type_of(node) == "null":
            return
        if not isinstance(node, yaml.SequenceNode):
            hint = "Begin each correction with `- set:`, `- add:` or `- drop:`."
            self._tell("sidecar-value", line, "corrections", "must be a list; left out.", hint)
            return
        for number, item in enumerate(node.value, 1):
            correction = self._correction(f"corrections.{number}", item)
            if correction is not None:
                yield correction

    def _correction(self, where: str, node: yaml.Node) -> Correction | None:
        line = node.start_mark.line + 1
        before = len(self.problems)
        if not isinstance(node, yaml.MappingNode):
            hint = "Write `set`, `at`, `was`, `value`, `why` and `by` below one another."
            self._tell("correction-incomplete", line, where, "must be a map of keys; left out.", hint)
            return None
        parts: dict[str, Any] = {}
        for key, at, value in self._pairs(node, f"{where}."):
            if key not in _PARTS:
                near = get_close_matches(key.lower()[:40], _PARTS, n=1)
                hint = f"Did you mean {near[0]}?" if near else f"Known keys: {', '.join(_PARTS)}."
                message = "unknown key; the correction is not applied."
                self._tell("correction-unknown-key", at, f"{where}.{key}", message, hint)
                continue
            try:
                parts[key] = _PART_READERS[key](value)
            except RejectError as reject:
                self._tell("correction-value", at, f"{where}.{key}", reject.message, reject.hint)
                parts[key] = None
        for told in _incomplete(parts):
            self._tell("correction-incomplete", line, where, *told)
        if len(self.problems) > before:
            return None
        action = next(action for action in _ACTIONS if action in parts)
        which, of = parts.get("occurrence") or (None, None)
        return Correction(
            action, parts[action], parts.get("at"), which, of, parts.get("was"), parts.get("value"),
            parts["why"], parts["by"], line,
        )  # fmt: skip


def _incomplete(parts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a correction lacks or has too much: message and remedy."""
    actions = [action for action in _ACTIONS if action in parts]
    if len(actions) != 1:
        said = " and ".join(actions) if actions else "no action"
        yield f"has {said}; the correction is not applied.", "Give it one of set, add or drop."
        return
    wanted = {"set": ("value", "why", "by"), "add": ("at", "value", "why", "by"), "drop": ("at", "why", "by")}
    remedies = {
        "value": "Write the value that is right (null for none).",
        "at": "Quote the phrase of the text that it is about.",
        "why": "Say why: readers see it.",
        "by": "Say who corrects: readers see it.",
    }
    for part in wanted[actions[0]]:
        if part not in parts:
            yield f"has no `{part}`; the correction is not applied.", remedies[part]
    surplus = {"set": (), "add": ("was",), "drop": ("value",)}
    for part in surplus[actions[0]]:
        if part in parts:
            yield f"has `{part}`, which `{actions[0]}` does not take; the correction is not applied.", "Remove it."


def _said(node: yaml.Node) -> str:
    """A text that must not be empty; how it is typed does not matter, since it is only shown or looked for."""
    if not isinstance(node, yaml.ScalarNode):
        raise RejectError("must be a text; the correction is not applied.", "Write one line.")
    value = read_text(yaml.ScalarNode("tag:yaml.org,2002:str", node.value))
    if not value:
        raise RejectError("is empty; the correction is not applied.", "Write it out.")
    return value


def _occurrence(node: yaml.Node) -> tuple[int, int | None]:
    match = _OCCURRENCE.match(node.value) if isinstance(node, yaml.ScalarNode) else None
    which = int(match[1]) if match else 0
    of = int(match[2]) if match and match[2] else None
    if not which or (of is not None and which > of):
        raise RejectError("must count from 1; the correction is not applied.", "Write it as 2, or as 2 of 3.")
    return which, of


def _written(node: yaml.Node) -> Written:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        return Listed(tuple(_written(item) for item in node.value), line)
    if isinstance(node, yaml.MappingNode):
        return _mapped(node, line)
    kind = type_of(node)
    if kind not in _KINDS:
        raise RejectError(f"has a tag that is not known ({kind[:40]}).", "Remove the tag.")
    if _BAD.search(node.value):
        raise RejectError("holds characters that cannot be shown.", "Remove them.")
    return Scalar(node.value, kind, line)


def _mapped(node: yaml.MappingNode, line: int) -> Mapped:
    rows: dict[str, Written] = {}
    for key, value in node.value:
        name = str(key.value) if isinstance(key, yaml.ScalarNode) else "?"
        if name in rows:
            raise RejectError(f"has the key {name[:40]} twice; the correction is not applied.", "Remove one.")
        rows[name] = _written(value)
    return Mapped(tuple(rows.items()), line)


_PART_READERS: dict[str, Callable[[yaml.Node], Any]] = {
    **dict.fromkeys((*_ACTIONS, "at", "why", "by"), _said),
    "occurrence": _occurrence,
    "was": _written,
    "value": _written,
}


def _nearest_key(key: str) -> str:
    if get_close_matches(key.lower()[:60], ["title"], n=1, cutoff=0.75):
        return "The title is corrected as a fact: write `- set: title` below `corrections:`."
    near = get_close_matches(key.lower()[:60], _KEYS, n=1)
    return f"Did you mean {near[0]}?" if near else f"Known keys: {', '.join(_KEYS)}."


# --- with the article --------------------------------------------------------------------------------


def with_sidecar(article: Article, file: SidecarFile) -> Article:
    """The article with the file's corrections, and its metadata, which go before those of the front matter."""
    given, front = file.metadata, article.metadata
    changed: dict[str, Any] = {}
    clashes: list[Problem] = []
    for field in fields(Metadata):
        value, other = getattr(given, field.name), getattr(front, field.name)
        if not value:
            continue
        changed[field.name] = value
        if other and other != value:
            clashes.append(_clash(field.name, value, other, article.source.path, file))
    sidecar = replace(file.sidecar, problems=(*file.sidecar.problems, *clashes))
    told = {
        "outlet": _overruled("outlet", given.outlet, front.outlet, article.outlet),
        "byline": _overruled("byline", given.authors, front.authors, article.byline),
        "published": _overruled("published", given.published, front.published, None),
        **{key: _overruled(key, getattr(given, key), getattr(front, key), None) for key in _OF_THE_SOURCE},
    }
    values = {"outlet": given.outlet, "byline": given.authors}
    kept = tuple(  # what the front matter overrules, the file overrules too, unless both agree with each other
        replace(item, by="sidecar") if told.get(item.field) else item
        for item in article.overruled
        if item.value != values.get(item.field)
    )
    return replace(
        article,
        metadata=replace(front, **changed) if changed else front,
        outlet=given.outlet or article.outlet,
        byline=given.authors or article.byline,
        sidecar=sidecar,
        overruled=(*filter(None, told.values()), *kept),
    )


def _overruled(field: str, said: Any, front: Any, read: Any) -> Overruled | None:
    """What the file overrules: the front matter, else the text. Where it says the same as the text, nothing."""
    other = front or read
    if not said or not other or said == other:
        return None
    return Overruled(field, other, "sidecar", "front-matter" if front else "text")


def _clash(key: str, value: Any, other: Any, source: str, file: SidecarFile) -> Problem:
    said, here = (", ".join(item) if isinstance(item, tuple) else str(item) for item in (other, value))
    return Problem(
        "metadata-contradiction",
        f"the front matter of {source} says “{said}”, this file “{here}”; this file is followed.",
        path=file.sidecar.path,
        line=file.lines.get(key),
        key=key,
        hint="Leave it in one place.",
    )
