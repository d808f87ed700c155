"""Writes judgements into the authority file: at the end of their list; everything else in it stays as it is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from borderwire.errors import ConfigError
from borderwire.model import Entry, Kind, Mention, Verdict
from borderwire.resolve.authority import FILE_NAME, WORDS
from borderwire.resolve.fact_values import NAMED_BY
from borderwire.resolve.pinning import words_for
from borderwire.yaml_edit import EditError, with_entry

_HEAD = "# Judgements of the keeper of this archive; see “Judgements” in the manual.\n"
_STAGED = ".borderwire-new"


class AuthorityFile:
    """The authority file of one archive. Every change is on the disk when the call returns."""

    def __init__(self, root: Path) -> None:
        self.path = root / FILE_NAME

    def judge(
        self,
        what: Kind,
        verdict: Verdict,
        one: tuple[Entry, Mention],
        other: tuple[Entry, Mention],
        *,
        why: str,
        by: str,
        date: str,
    ) -> None:
        """Add a judgement on two mentions. Raises ConfigError when the file is broken or cannot be written, and when
        the articles have no words that name one of the two alone."""
        things = {"one": _ref(what, *one), "other": _ref(what, *other)}
        self._append("identities", {"what": what, "verdict": verdict, **things, "why": why, "by": by, "date": date})

    def confirm(
        self, fact: str, of: tuple[Entry, Mention], value: str | None, verdict: str, *, by: str, date: str
    ) -> None:
        """Note that a fact was looked at. fact, value, verdict: as in `Confirmation`. Raises as `judge` does."""
        entry, mention = of
        row: dict[str, Any] = {"fact": fact, "article": entry.article.source.path}
        what = NAMED_BY.get(fact.partition(".")[0])
        if what is not None:
            row["words"] = _ref(what, entry, mention)[WORDS[what]]
        self._append("facts", {**row, "value": value, "verdict": verdict, "by": by, "date": date})

    def _append(self, key: str, entry: Mapping[str, Any]) -> None:
        try:
            raw = self.path.read_bytes()
        except FileNotFoundError:
            raw = _HEAD.encode()
        except OSError as error:
            raise _error(f"cannot be read ({error.strerror or error}).", "Check its permissions.") from error
        try:
            made = with_entry(raw.decode(), key, entry)
        except (EditError, UnicodeDecodeError) as error:
            said = str(error) if isinstance(error, EditError) else "is no UTF-8 text"
            raise _error(f"{said}; nothing was written.", "Run `borderwire check`, mend it.") from error
        put(self.path, made.encode())


def put(path: Path, content: bytes) -> None:
    """Bring the file to these bytes, whole or not at all. Raises ConfigError."""
    staged = path.with_name(path.name + _STAGED)
    try:
        staged.write_bytes(content)
        staged.replace(path)
    except OSError as error:
        staged.unlink(missing_ok=True)
        message = f"cannot be written ({error.strerror or error})."
        raise ConfigError(message, path=path.name, hint="Check its permissions.") from error


def _error(message: str, hint: str) -> ConfigError:
    return ConfigError(message, path=FILE_NAME, hint=hint)


def _ref(what: Kind, entry: Entry, mention: Mention) -> dict[str, str]:
    path = entry.article.source.path
    row = {"article": path}
    key = WORDS.get(what)
    if key:
        words = words_for(entry, what, mention.index)
        if words is None:
            message = f"{path} has no words that name this {what} alone; nothing was written."
            raise ConfigError(message, path=FILE_NAME, hint="Write the judgement by hand, or skip it.")
        row[key] = words
    return row
