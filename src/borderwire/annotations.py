"""Gold files: what a person reads in an article, checked key by key, so that no slip of the pen passes for a score."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import yaml

from borderwire.errors import Problem, SourceError

SCORED = ("event_date", "provinces", "officials", "agreements")
# What a gold file may also hold: readings of the scored keys, and what its writer noted without being scored on it.
_NOTED = (
    "event_date_basis", "event_date_partial", "event_end", "published", "event_type", "venue", "series", "figures",
    "handed_over", "gates", "topics", "photos", "title", "lead", "outlet", "byline", "source", "roles",
    "not_officials", "notes", "annotated",
)  # fmt: skip
_OFFICIAL = ("name", "rank", "position", "organization", "country", "optional", "organization_open")
_OFFICIAL_NOTED = ("province", "also", "variants", "head_of_delegation", "notes")
_AGREEMENT = ("as_written", "status", "optional")
_AGREEMENT_NOTED = ("type", "date", "parties", "subject", "notes")
_STATUS = ("signed", "exchanged", "referenced", "planned")
_LIKE = 0.65  # of difflib, which takes 0.6 by itself: "reader" is not meant for "lead"
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?\Z")

Check = Callable[[yaml.Node, Any], None]


class _Wrong(Exception):  # noqa: N818 - never leaves this module
    """What is wrong, where and what to write instead."""

    def __init__(self, node: yaml.Node, key: str, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.line, self.key, self.message, self.hint = node.start_mark.line + 1, key, message, hint


def read_gold(
    file: Path, provinces: Collection[str] = (), tell: Callable[[Problem], object] = lambda _: None
) -> dict[str, Any]:
    """A gold file as plain values. provinces: the ids that there are; any will do when it is empty. tell: is given a
    note for each key of the writer's own, which is not scored.

    Raises SourceError, with line and key, for what is no YAML, a misspelt key, or a value of the wrong kind.
    """
    node, gold = _parse(file)
    if not isinstance(gold, dict) or not isinstance(node, yaml.MappingNode):
        raise SourceError("must hold lines of the form `key: value`.", path=str(file), line=1)
    try:
        checks = _checks(provinces)
        known = {*checks, *_NOTED}
        own = {key: at for key, at in _keys(node) if key not in known and not _near(key, checks)}
        _check_mapping(node, gold, "", checks, (*_NOTED, *own))
    except _Wrong as wrong:
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


def _near(key: str, known: Iterable[str]) -> str | None:
    """The known key that was probably meant."""
    return next(iter(get_close_matches(key, list(known), n=1, cutoff=_LIKE)), None)


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


def _checks(provinces: Collection[str]) -> dict[str, Check]:
    def province(node: yaml.Node, value: Any) -> None:
        _check_province(node, value, provinces)

    return {
        "event_date": _check_date,
        "event_date_accept": _each("event_date_accept", _check_date),
        "provinces": _each("provinces", province),
        "provinces_optional": _each("provinces_optional", province),
        "officials": _each("officials", _check_official),
        "agreements": _each("agreements", _check_agreement),
    }


def _check_mapping(
    node: yaml.MappingNode, values: Mapping[Any, Any], within: str, checks: Mapping[str, Check], noted: Collection[str]
) -> None:
    lines: dict[str, int] = {}
    known = (*checks, *noted)
    for key_node, value in node.value:
        key = str(key_node.value)
        place = f"{within}.{key}" if within else key
        line = key_node.start_mark.line + 1
        if lines.setdefault(key, line) != line:
            raise _Wrong(key_node, place, f"stands twice, first in line {lines[key]}.", "Remove one of the two.")
        if key not in known:
            near = _near(key, known)
            hint = f"Did you mean `{near}`?" if near else f"Known keys: {', '.join(checks)}."
            raise _Wrong(key_node, place, "is no key of a gold file.", hint)
        if key in checks:
            checks[key](value, values[key])


def _each(key: str, check: Check) -> Check:
    def check_list(node: yaml.Node, value: Any) -> None:
        if value is None:
            return
        if not isinstance(value, list) or not isinstance(node, yaml.SequenceNode):
            raise _Wrong(node, key, "must be a list, empty if there is none.", f"Write `{key}: []` or one `- ` a line.")
        for item_node, item in zip(node.value, value, strict=True):
            check(item_node, item)

    return check_list


def _check_date(node: yaml.Node, value: Any) -> None:
    if value is not None and not (isinstance(value, (str, int)) or type(value).__name__ == "date"):
        raise _Wrong(node, "event_date", "must be a date.", "Write it as 2024-05-31, 2024-05 or 2024; null if open.")
    if value is not None and not _ISO.match(str(value)):
        raise _Wrong(node, "event_date", f"is no date: {value}.", "Write it as 2024-05-31, 2024-05 or 2024.")


def _check_province(node: yaml.Node, value: Any, known: Collection[str]) -> None:
    ident = value.get("id") if isinstance(value, dict) else value
    if not isinstance(ident, str):
        raise _Wrong(node, "provinces", "must hold ISO 3166-2 codes.", "Write them as VN-22 or LA-XI.")
    if known and ident not in known:
        near = get_close_matches(ident.upper(), known, n=1)
        hint = f"Did you mean {near[0]}?" if near else "Write ISO 3166-2 codes such as VN-22 or LA-XI."
        raise _Wrong(node, "provinces", f"there is no province {ident}.", hint)


def _check_official(node: yaml.Node, value: Any) -> None:
    fields: dict[str, Check] = {key: _text(f"officials.{key}") for key in _OFFICIAL}
    flags = {key: _flag(f"officials.{key}") for key in ("optional", "organization_open")}
    _check_entry(node, value, "officials", "name", {**fields, **flags}, _OFFICIAL_NOTED)


def _check_agreement(node: yaml.Node, value: Any) -> None:
    fields: dict[str, Check] = {key: _text(f"agreements.{key}") for key in _AGREEMENT}
    checks = {**fields, "optional": _flag("agreements.optional")}
    _check_entry(node, value, "agreements", "as_written", checks, _AGREEMENT_NOTED)
    status = value.get("status")
    if status not in _STATUS and not (status is None and value.get("optional")):
        told = "is missing." if status is None else f"is none of {', '.join(_STATUS)}: {status}."
        raise _Wrong(node, "agreements.status", told, "Write `status: signed`." if status is None else None)


def _check_entry(
    node: yaml.Node, value: Any, within: str, needed: str, checks: Mapping[str, Check], noted: Collection[str]
) -> None:
    if not isinstance(value, dict) or not isinstance(node, yaml.MappingNode):
        raise _Wrong(node, within, "each entry must hold keys.", f"Write it as `- {{{needed}: ...}}`.")
    _check_mapping(node, value, within, checks, noted)
    if not value.get(needed):
        raise _Wrong(node, f"{within}.{needed}", "is missing.", "Every entry needs it.")


def _text(key: str) -> Check:
    def check(node: yaml.Node, value: Any) -> None:
        if value is not None and not isinstance(value, str):
            raise _Wrong(node, key, "must be text.", "Put it in quotes.")

    return check


def _flag(key: str) -> Check:
    def check(node: yaml.Node, value: Any) -> None:
        if not isinstance(value, bool):
            raise _Wrong(node, key, "must be true or false.")

    return check


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
