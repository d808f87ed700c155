"""Gold files: what a person reads in an article, checked key by key, so that no slip of the pen passes for a score."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from borderwire.annotations.checks import Wrong, check_mapping, near
from borderwire.annotations.facts import checks_of
from borderwire.errors import Problem, SourceError

__all__ = ["SCORED", "pairs", "read_gold"]

SCORED = (
    "event_date", "provinces", "officials", "agreements", "event_kind", "venue_province", "venue_district",
    "border_gate", "series", "delegation_heads", "gifts", "figures", "topics", "handed_over", "photo_captions",
    "photo_credits", "wire",
)  # fmt: skip
# What a gold file may also hold: what its writer noted without being scored on it.
_NOTED = (
    "event_date_basis", "event_date_partial", "event_end", "published", "event_type", "venue", "gates", "photos",
    "title", "lead", "outlet", "byline", "source", "roles", "not_officials", "notes", "annotated",
)  # fmt: skip


def read_gold(
    file: Path,
    provinces: Collection[str] = (),
    tell: Callable[[Problem], object] = lambda _: None,
    *,
    ids: Mapping[str, Collection[str]] | None = None,
) -> dict[str, Any]:
    """A gold file as plain values. provinces: the ids that there are; any will do when it is empty. tell: is given a
    note for each key of the writer's own, which is not scored. ids: by key, the words of the list it chooses from.

    Raises SourceError, with line and key, for what is no YAML, a misspelt key, or a value of the wrong kind.
    """
    node, gold = _parse(file)
    if not isinstance(gold, dict) or not isinstance(node, yaml.MappingNode):
        raise SourceError("must hold lines of the form `key: value`.", path=str(file), line=1)
    try:
        checks = checks_of(provinces, ids or {})
        known = {*checks, *_NOTED}
        own = {key: at for key, at in _keys(node) if key not in known and not near(key, checks)}
        check_mapping(node, gold, "", checks, (*_NOTED, *own))
    except Wrong as wrong:
        raise SourceError(wrong.message, path=str(file), line=wrong.line, key=wrong.key, hint=wrong.hint) from None
    if not any(key in gold for key in SCORED):
        message = "holds nothing that is scored."
        raise SourceError(message, path=str(file), hint=f"Give one of {', '.join(SCORED)}, empty if there is none.")
    for key, key_node in own.items():
        line = key_node.start_mark.line + 1
        tell(Problem("gold-key", "is not scored.", "note", path=str(file), line=line, key=key))
    return gold


def _keys(node: yaml.MappingNode) -> Iterator[tuple[str, yaml.Node]]:
    for key_node, _ in node.value:
        yield str(key_node.value), key_node


def _parse(file: Path) -> tuple[yaml.Node | None, Any]:
    try:
        source = file.read_text(encoding="utf-8-sig")
        return yaml.compose(source, Loader=yaml.SafeLoader), yaml.safe_load(source)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(f"cannot be read ({reason}).", path=str(file), hint="Check its permissions.") from error
    except UnicodeDecodeError as error:
        raise SourceError("is no UTF-8 text.", path=str(file), hint="Save it as UTF-8.") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        what = re.sub(r"\s+", " ", str(getattr(error, "problem", None) or error))
        line = mark.line + 1 if mark else None
        hint = "Check quotes and indents."
        raise SourceError(f"is not valid YAML: {what}.", path=str(file), line=line, hint=hint) from error


def pairs(folder: Path, suffix: str) -> Iterator[tuple[Path, Path]]:
    """Each gold file below the folder and the text beside it, in order. Raises SourceError when there is none."""
    if not folder.is_dir():
        there = "is a file, not a folder." if folder.exists() else "there is no such folder."
        raise SourceError(there, path=str(folder), hint=f"Name the folder that holds NAME.txt and NAME{suffix}.")
    files = sorted(folder.rglob(f"*{suffix}"))
    if not files:
        message, hint = f"holds no file that ends in {suffix}.", f"Put NAME{suffix} beside NAME.txt."
        raise SourceError(message, path=str(folder), hint=hint)
    for file in files:
        stem = file.name.removesuffix(suffix)
        text = next((path for end in (".txt", ".md") if (path := file.with_name(stem + end)).exists()), None)
        if text is None:
            raise SourceError("has no text beside it.", path=str(file), hint=f"Expected {stem}.txt or {stem}.md.")
        yield file, text
