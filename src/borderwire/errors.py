"""What can go wrong, said so that a person can act: exceptions that stop a build and problems that do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
Severity = Literal["error", "warning", "note"]


class BorderwireError(Exception):
    """Something that stops the whole command. Carries where it happened and what to do about it.

    path: the file concerned, as the user would write it; line: 1-based; key: dotted path inside a YAML file.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        key: str | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.key = key
        self.hint = hint

    def __str__(self) -> str:
        return format_message(self.message, path=self.path, line=self.line, key=self.key, hint=self.hint)


class ConfigError(BorderwireError):
    """`borderwire.yaml` is unreadable, has an unknown key or a value of the wrong type. others: more of the kind."""

    others: tuple[ConfigError, ...] = ()


class GazetteerError(BorderwireError):
    """The gazetteer data breaks one of its own rules (unique ids, references, validity, clashes)."""


class SourceError(BorderwireError):
    """The folder of source texts is missing or cannot be read."""


class ThemeError(BorderwireError):
    """A template or static file is missing or broken."""


class OutputError(BorderwireError):
    """The output folder is not ours, or cannot be written."""


class WithholdError(BorderwireError):
    """What is to be withheld cannot be read, or stands in the output all the same. problems: each with its place."""

    def __init__(self, message: str, *, path: str, hint: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(message, path=path, hint=hint)
        self.problems = problems


class NoSourcesError(SourceError):
    """The folder of source texts gives no article. problems: what was wrong with the files in it."""

    def __init__(self, message: str, *, path: str, hint: str, problems: tuple[Problem, ...]) -> None:
        super().__init__(message, path=path, hint=hint)
        self.problems = problems


class Interrupted(KeyboardInterrupt):
    """The user stopped a command; the message says in what state things are."""


class BuildDataError(BorderwireError):
    """The data files of a build are missing, or are not what a build writes."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that did not stop the build: one article left out, a year inferred, a key ignored.

    code: stable kebab-case kind, e.g. "year-inferred"; spans: `[start, end)` offsets in the article text;
    severity "note" tells about a reading, "warning" and "error" are counted by `--strict`. values: what the message
    names, by name, so that a page can tell the same in another language.
    """

    code: str
    message: str
    severity: Severity = "warning"
    path: str | None = None
    line: int | None = None
    key: str | None = None
    hint: str | None = None
    spans: tuple[Span, ...] = ()
    values: tuple[tuple[str, str | int], ...] = ()

    def __str__(self) -> str:
        return format_message(self.message, path=self.path, line=self.line, key=self.key, hint=self.hint)


def format_message(message: str, *, path: str | None, line: int | None, key: str | None, hint: str | None) -> str:
    """`seeds/a.md:3: date: must be a date. Write it as 2024-05-31.`: one line, place first, remedy last."""
    place = path or ""
    if line is not None:
        place += f":{line}"
    head = ": ".join(part for part in (place, key, message) if part)
    return f"{head} {hint}" if hint else head
