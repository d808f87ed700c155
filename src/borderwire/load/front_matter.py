"""YAML front matter of Markdown sources, checked key by key: what is wrong is reported and left out, the rest kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

import yaml

from borderwire.errors import Problem
from borderwire.model import Metadata
from borderwire.text import normalize, slug

_FENCE = re.compile(r"---[ \t]*(?:\n|$)")
_BLANK = re.compile(r"(?:[ \t]*\n)*")
# What editors and other programs make of a fence, and what slips in typing.
_NEARLY = re.compile(r"[ \t]*(?:[-–—]{1,8}|\+{3}|```[a-z]{0,4})[ \t]*\n")
_KEY_LINE = re.compile(r"([A-Za-z_]{3,20})[ \t]*[:=](?:[ \t]|$)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_ANY_KEY = re.compile(r"^[^\s:]{1,40}[ \t]*:(?:[ \t]|$)", re.MULTILINE)
_PROSE_WORDS = 8
_GLANCE = 4096  # characters in which the first key must stand
_LARGEST = 65536  # characters; front matter is a dozen lines
_NESTING = 400  # signs that open a level; more is no front matter, and deep nesting would exhaust the parser
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_TAG = "tag:yaml.org,2002:"
_TYPES = {
    "bool": "true or false",
    "int": "a number",
    "float": "a number",
    "null": "empty",
    "timestamp": "a date",
    "str": "a text",
}


class RejectError(Exception):
    """A value that cannot be used: what is wrong, and how to write it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Head:
    """A source without its front matter. front: None without one; line: 1-based, at which the body begins; problem:
    what is told of a front matter that cannot be told from the text."""

    front: str | None
    body: str
    line: int = 1
    problem: Problem | None = None


def split_front_matter(text: str, path: str, *, markdown: bool = True) -> Head:
    """Front matter and body. Blank lines may stand above; they are kept, so that lines count from the file's first.

    A fence that is never closed is a rule of Markdown: all is body, and so it is where no line between two fences
    looks like a key. In a raw text only a front matter that begins with a key that is known is taken for one.
    """
    start = _BLANK.match(text)
    first = start.end() if start else 0
    opening = _FENCE.match(text, first)
    fence = text.count("\n", 0, first) + 1
    if not opening:
        nearly = _NEARLY.match(text, first)
        known = nearly is not None and _begins_with_key(text, nearly.end())
        return Head(None, text, problem=_unfenced(path, fence) if known else None)
    meant = _begins_with_key(text, opening.end())
    close = _CLOSE.search(text, opening.end())
    if not close:
        return Head(None, text, problem=_unclosed(path, fence) if meant else None)
    front = text[opening.end() : close.start()]
    if meant and any(map(_is_prose, front.split("\n"))):
        return Head(None, text, problem=_unclosed(path, fence))
    if not meant and not markdown:
        return Head(None, text)
    if not meant and not _may_be_front_matter(front):
        return Head(None, text, problem=_keyless(path, fence))
    body = text[close.end() :].removeprefix("\n")
    return Head("\n" * (fence - 1) + front, body, text.count("\n", 0, close.end()) + 2)


def _begins_with_key(text: str, start: int) -> bool:
    """The next line that is neither empty nor a comment is "title: ..." or its like."""
    for line in text[start : start + _GLANCE].split("\n"):
        if line.strip() and not line.lstrip().startswith("#"):
            key = _KEY_LINE.match(line)
            return key is not None and key[1].lower() in METADATA_READERS
    return False


def _is_prose(line: str) -> bool:
    """A sentence at the margin, which no YAML of keys can hold: the fence below it closes something else."""
    return line[:1].isalnum() and _ANY_KEY.match(line) is None and len(line.split()) >= _PROSE_WORDS


def _may_be_front_matter(front: str) -> bool:
    """Empty, or something that was meant for YAML; running text between two rules is not."""
    return not front.strip() or front.strip()[0] in "[{-#\"'&!" or _ANY_KEY.search(front) is not None


def _unclosed(path: str, line: int) -> Problem:
    message = "the front matter is not closed; all of the file is shown as text."
    return Problem("front-matter-unfenced", message, path=path, line=line, hint="Write a line of --- below its keys.")


def _unfenced(path: str, line: int) -> Problem:
    message = "this is nearly a front matter, but for its first line; it is shown as text."
    hint = "Write a line of --- above and below its keys."
    return Problem("front-matter-unfenced", message, path=path, line=line, hint=hint)


def _keyless(path: str, line: int) -> Problem:
    message = "what stands between the two lines of --- holds no keys; it is shown as text."
    hint = "Write one `key: value` on each line between them, or take the first away."
    return Problem("front-matter-unfenced", message, path=path, line=line, hint=hint)


def read_head(head: Head, path: str) -> tuple[Metadata, tuple[Problem, ...]]:
    """Typed metadata of a source and what had to be left out."""
    if head.front is None:
        return Metadata(), () if head.problem is None else (head.problem,)
    return read_front_matter(head.front, path)


def read_front_matter(front: str, path: str) -> tuple[Metadata, tuple[Problem, ...]]:
    """Typed metadata and what had to be left out. Lines count from the file's first, the fence."""
    try:
        node = _compose(front)
    except RejectError as reject:
        return Metadata(), (Problem("front-matter-broken", reject.message, path=path, line=1, hint=reject.hint),)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        return Metadata(), (_broken(error, path),)
    if node is None:
        return Metadata(), ()
    if not isinstance(node, yaml.MappingNode):
        hint = "Write one `key: value` on each line between the fences."
        return Metadata(), (
            Problem("front-matter-broken", "the front matter holds no keys.", path=path, line=2, hint=hint),
        )
    return _metadata(node, path)


def _compose(front: str) -> yaml.Node | None:
    opened = sum(front.count(sign) for sign in ("[", "{", "- ", "? "))
    if len(front) > _LARGEST or opened > _NESTING:
        raise RejectError(
            "the front matter is too large or too deeply nested.", "Keep only the keys that describe the text."
        )
    node: yaml.Node | None = yaml.compose(front, Loader=_LOADER)
    return node


def _broken(error: Exception, path: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    said = getattr(error, "problem", None) or str(error).split("\n", 1)[0]
    hint = 'Quote values that hold ": ", "#" or quotes, as in title: "Talks: a report"; use spaces, not tabs.'
    return Problem(
        "front-matter-broken",
        f"the front matter is not valid YAML and is left out ({said}).",
        path=path,
        line=mark.line + 2 if mark is not None else 1,
        hint=hint,
    )


def _metadata(node: yaml.MappingNode, path: str) -> tuple[Metadata, tuple[Problem, ...]]:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    first: dict[str, int] = {}
    for key_node, value in node.value:
        line = key_node.start_mark.line + 2
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
        try:
            if first.setdefault(key, line) != line:
                message = f"the key stands twice, first in line {first[key]}; this one is left out."
                raise RejectError(message, "Remove one of the two.")
            if key not in METADATA_READERS:
                raise RejectError("unknown key, left out.", _nearest(key))
            values[key] = METADATA_READERS[key](value)
        except RejectError as reject:
            code = "front-matter-unknown-key" if key not in METADATA_READERS else "front-matter-value"
            problems.append(Problem(code, reject.message, path=path, line=line, key=key[:60], hint=reject.hint))
    known = {key: value for key, value in values.items() if value is not None}
    return Metadata(**known), tuple(problems)


def _nearest(key: str) -> str:
    close = get_close_matches(key.lower()[:60], METADATA_READERS, n=1)
    return f"Did you mean {close[0]}?" if close else f"Known keys: {', '.join(METADATA_READERS)}."


def type_of(node: yaml.Node) -> str:
    """What YAML takes a value for: str, int, timestamp ..., "a list" or "a map"."""
    return (
        node.tag.removeprefix(_TAG)
        if isinstance(node, yaml.ScalarNode)
        else "a list"
        if isinstance(node, yaml.SequenceNode)
        else "a map"
    )


def read_text(node: yaml.Node) -> str | None:
    """A scalar that YAML takes for text. `no`, 12:30 and 1.10 are not: what was typed would be silently changed."""
    kind = type_of(node)
    if kind == "null" and node.value in ("", "~", "null"):
        return None
    if kind != "str":
        shown = str(node.value)[:60] if isinstance(node, yaml.ScalarNode) else "[...]"
        raise RejectError(
            f"must be a text, but YAML reads it as {_TYPES.get(kind, kind)}; left out.", f'Quote it: "{shown}".'
        )
    value = " ".join(normalize(node.value).split())
    if any("\ud800" <= char <= "\udfff" or char < " " for char in value):
        raise RejectError("holds characters that cannot be shown; left out.", "Remove them.")
    return value or None


def _day(node: yaml.Node) -> str | None:
    """A date as precise as it is written: 2024, 2024-05 or 2024-05-31, a time of day aside."""
    if not isinstance(node, yaml.ScalarNode):
        raise RejectError("must be a date; left out.", "Write it as 2024-05-31.")
    written = node.value.strip()
    if not written:
        return None
    match = _ISO.match(written)
    if not match:
        raise RejectError(f"is no date: {written[:40]}; left out.", "Write it as 2024-05-31, 2024-05 or 2024.")
    year, month, day = match.groups()
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise RejectError(f"there is no such day: {written[:40]}; left out.", "Correct the date.") from None
    return "-".join(part for part in (year, month, day) if part)


def _url(node: yaml.Node) -> str | None:
    value = read_text(node)
    if value is None:
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc or " " in value:
        raise RejectError("must be a web address; left out.", "Write it whole, as in https://example.org/a.html.")
    return value


def _language(node: yaml.Node) -> str | None:
    value = read_text(node)
    if value is not None and not _LANGUAGE.match(value):
        raise RejectError("must be a language code; left out.", 'Write it as "vi", "lo" or "en".')
    return value


def _slug(node: yaml.Node) -> str | None:
    value = read_text(node)
    made = slug(value or "")
    if value is not None and value != made:
        plain = re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", value)
        wrong = "is too long" if len(value) > len(made) else "is a name that Windows keeps for devices"
        message = wrong if plain else "must be made of a-z, 0-9 and single hyphens"
        raise RejectError(f"{message}; left out.", f"Write it as {made or 'two-words'}.")
    return value


def _texts(node: yaml.Node) -> tuple[str, ...] | None:
    """A list of texts; a single text is a list of one."""
    if isinstance(node, yaml.SequenceNode):
        return tuple(value for value in map(read_text, node.value) if value)
    value = read_text(node)
    return (value,) if value else None


METADATA_READERS: dict[str, Callable[[yaml.Node], Any]] = {
    "title": read_text,
    "url": _url,
    "outlet": read_text,
    "published": _day,
    "retrieved": _day,
    "rights": read_text,
    "language": _language,
    "authors": _texts,
    "tags": _texts,
    "slug": _slug,
}
