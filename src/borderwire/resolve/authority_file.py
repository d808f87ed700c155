"""Writes judgements into the authority file: at the end of its list, with comments, order and indents as they were."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import YAMLError

from borderwire.errors import ConfigError
from borderwire.model import Entry, Kind, Mention, Verdict
from borderwire.resolve.authority import FILE_NAME, WORDS
from borderwire.resolve.fact_values import NAMED_BY
from borderwire.resolve.pinning import words_for

_HEAD = "Judgements of the keeper of this archive; see “Judgements” in the manual.\n"
_LIST = re.compile(r"^(?:identities|facts|names):[^\n]*\n(?:[ ]*(?:#[^\n]*)?\n)*?([ ]*)- ", re.MULTILINE)
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
        entry = CommentedMap(what=what, verdict=verdict)
        entry["one"], entry["other"] = _ref(what, *one), _ref(what, *other)
        entry.update(why=why, by=by, date=date)
        self._append("identities", entry)

    def confirm(
        self, fact: str, of: tuple[Entry, Mention], value: str | None, verdict: str, *, by: str, date: str
    ) -> None:
        """Note that a fact was looked at. fact, value, verdict: as in `Confirmation`. Raises as `judge` does."""
        entry, mention = of
        row = CommentedMap(fact=fact, article=entry.article.source.path)
        what = NAMED_BY.get(fact.partition(".")[0])
        if what is not None:
            row["words"] = _ref(what, entry, mention)[WORDS[what]]
        row.update(value=value, verdict=verdict, by=by, date=date)
        self._append("facts", row)

    def _append(self, key: str, entry: CommentedMap) -> None:
        raw = self._raw()
        yaml = _yaml(raw.decode("utf-8-sig", "replace") if raw else "")
        data = self._load(yaml, raw)
        if not isinstance(data.get(key), list):
            data[key] = CommentedSeq()
        data[key].append(entry)
        stream = io.BytesIO()
        yaml.dump(data, stream)
        put(self.path, stream.getvalue())

    def _raw(self) -> bytes | None:
        try:
            return self.path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _error(f"cannot be read ({error.strerror or error}).", "Check its permissions.") from error

    def _load(self, yaml: YAML, raw: bytes | None) -> Any:
        if raw is None:
            data = CommentedMap()
            data.yaml_set_start_comment(_HEAD)
            return data
        try:
            data = yaml.load(raw.decode("utf-8-sig"))
        except (YAMLError, UnicodeDecodeError, ValueError) as error:
            raise _error("is no valid YAML; nothing was written.", "Run `borderwire check`, mend it.") from error
        if data is None:
            data = CommentedMap()
            comment = raw.decode("utf-8-sig").strip()
            if comment:
                data.yaml_set_start_comment("\n".join(line.lstrip("# ") for line in comment.splitlines()) + "\n")
        if not isinstance(data, Mapping):
            raise _error("holds no `identities:`; nothing was written.", "Run `borderwire check`, mend it.")
        return data


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


def _yaml(source: str) -> YAML:
    """A reader and writer that indents lists as the file does."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1 << 20  # long lines stay one line
    found = _LIST.search(source)
    offset = len(found.group(1)) if found else 2
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    return yaml


def _ref(what: Kind, entry: Entry, mention: Mention) -> CommentedMap:
    path = entry.article.source.path
    row = CommentedMap(article=path)
    key = WORDS.get(what)
    if key:
        words = words_for(entry, what, mention.index)
        if words is None:
            message = f"{path} has no words that name this {what} alone; nothing was written."
            raise ConfigError(message, path=FILE_NAME, hint="Write the judgement by hand, or skip it.")
        row[key] = words
    row.fa.set_flow_style()
    return row
