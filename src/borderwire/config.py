"""`borderwire.yaml`: about a dozen typed keys, all with defaults. An unknown key names the nearest known one."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml

from borderwire.errors import ConfigError

FILE_NAME = "borderwire.yaml"
LANGUAGES = ("vi", "en", "lo")  # that come with the program; others need a catalogue in the locales folder
# Language, script and region of https://www.rfc-editor.org/rfc/rfc5646#section-2.1, as far as sites use them.
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one archive. root: the folder that holds `borderwire.yaml` and `seeds/`.

    seeds, output: folders, relative to root unless absolute; page_size: entries on one page of a list;
    workers: processes that read and render, 0 for one per core; base_url: where the site will stand, without
    which feeds and social previews have no absolute addresses; rights: who owns the texts; review: publish the page of
    what is doubtful; changes_from: an older build, relative to root, from which the site tells what has changed;
    previews: a picture for links that are shared for each of the "sections", or of the "articles" too.
    """

    root: Path
    title: str = "Borderwire"
    description: str = ""
    language: str = "vi"
    languages: tuple[str, ...] = LANGUAGES
    base_url: str | None = None
    author: str = ""
    rights: str = ""
    footer: str = ""
    seeds: str = "seeds"
    output: str = "build"
    page_size: int = 50
    workers: int = 0
    strict: bool = False
    review: bool = False
    changes_from: str | None = None
    previews: str = "sections"

    @property
    def seeds_path(self) -> Path:
        return self.root / self.seeds

    @property
    def output_path(self) -> Path:
        return self.root / self.output

    @property
    def changes_path(self) -> Path | None:
        return self.root / self.changes_from if self.changes_from else None


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("must be text; put it in quotes")
    return value.strip()


def _folder(value: Any) -> str:
    text = _text(value)
    if not text or text in (".", ".."):
        raise ValueError("must name a folder of its own, such as seeds or build")
    if any(char < " " for char in text):
        raise ValueError("holds a character that no name can hold")
    return text


def _older_build(value: Any) -> str | None:
    return None if value is None else _folder(value)


def _language(value: Any) -> str:
    text = _text(value)
    if not _LANGUAGE.fullmatch(text):
        raise ValueError(
            f"must be {', '.join(LANGUAGES)}, or the code of a language that locales/ has a catalogue for, such as fr "
            "(in quotes)"
        )
    return text


def _languages(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise ValueError("must be a list such as [vi, en]")
    return tuple(dict.fromkeys(_language(item) for item in value))


def _address(value: Any) -> str | None:
    if value is None:
        return None
    text = _text(value)
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError("must be a full address such as https://example.org/archive/")
    return text if text.endswith("/") else text + "/"


def whole_number(low: int, high: int) -> Callable[[Any], int]:
    """A check that takes whole numbers from low to high, and raises ValueError for anything else."""

    def convert(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise ValueError(f"must be a whole number from {low} to {high}")
        return value

    return convert


def _previews(value: Any) -> str:
    if value not in ("sections", "articles"):
        raise ValueError("must be sections or articles")
    return str(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


CONVERTERS: dict[str, Callable[[Any], Any]] = {
    "title": _text,
    "description": _text,
    "language": _language,
    "languages": _languages,
    "base_url": _address,
    "author": _text,
    "rights": _text,
    "footer": _text,
    "seeds": _folder,
    "output": _folder,
    "page_size": whole_number(5, 1000),
    "workers": whole_number(0, 256),
    "strict": _flag,
    "review": _flag,
    "changes_from": _older_build,
    "previews": _previews,
}


def load_config(root: Path, file: Path | None = None) -> Config:
    """The settings in `root/borderwire.yaml` (or `file`); the defaults when there is none. Raises ConfigError, also
    for a root that is no folder."""
    _check_root(root)
    shown = str(file or root / FILE_NAME)
    try:
        source = (file or root / FILE_NAME).read_bytes()
    except FileNotFoundError:
        if file is None and not (root / FILE_NAME).is_symlink():
            return Config(root=root)
        hint = "Check the path after --config." if file else "It is a link that leads nowhere: remove or mend it."
        raise ConfigError("there is no such file.", path=shown, hint=hint) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "It must be a file that you may read."
        raise ConfigError(f"cannot be read ({reason}).", path=shown, hint=hint) from error
    return replace(Config(root=root), **_read(source, shown))


def _check_root(root: Path) -> None:
    """Said of the folder itself, since what it should hold would be named otherwise, and the mistake lies higher."""
    if not root.is_dir():
        there = "is a file, not a folder." if root.exists() else "there is no such folder."
        raise ConfigError(there, path=str(root), hint="Name the folder of the archive, which holds seeds/.")


def _read(raw: bytes, name: str) -> dict[str, Any]:
    try:
        source = raw.decode("utf-8-sig")
        node = yaml.compose(source, Loader=yaml.SafeLoader)
        data = yaml.safe_load(source)
    except UnicodeDecodeError as error:
        at = raw.count(b"\n", 0, error.start) + 1
        raise ConfigError("is no UTF-8 text.", path=name, line=at, hint="Save it as UTF-8 text.") from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else None
        deep = "nested too deeply" if isinstance(error, RecursionError) else None
        what = re.sub(r"\s+", " ", str(deep or getattr(error, "problem", None) or error))
        raise ConfigError(
            f"is not valid YAML: {what}.", path=name, line=line, hint="Check quotes and indents."
        ) from error
    if data is None:
        return {}
    if not isinstance(data, dict) or not isinstance(node, yaml.MappingNode):
        raise ConfigError("must hold lines of the form `key: value`.", path=name, line=1)
    lines = _lines(node, name)
    values: dict[str, Any] = {}
    wrong: list[ConfigError] = []
    for key, value in data.items():
        try:
            values[str(key)] = _convert(name, key, lines, value)
        except ConfigError as error:
            wrong.append(error)
    if wrong:
        wrong[0].others = tuple(wrong[1:])
        raise wrong[0]
    return _consistent(name, lines, values)


def _lines(node: yaml.MappingNode, path: str) -> dict[str, int]:
    """The line of each key. YAML takes the last of two that are the same: said here, not silently done."""
    lines: dict[str, int] = {}
    for key_node, _ in node.value:
        key, line = str(key_node.value), key_node.start_mark.line + 1
        if lines.setdefault(key, line) != line:
            message = f"stands twice, first in line {lines[key]}."
            raise ConfigError(message, path=path, line=line, key=key, hint="Remove one of the two.")
    return lines


def _convert(path: str, key: Any, lines: dict[str, int], value: Any) -> Any:
    name = key if isinstance(key, str) else _written(key, lines)
    line = lines.get(name)
    if key not in CONVERTERS:
        near = get_close_matches(name, CONVERTERS, n=1)
        hint = f"Did you mean `{near[0]}`?" if near else f"Known keys: {', '.join(CONVERTERS)}."
        raise ConfigError("is no setting of borderwire.", path=path, line=line, key=name, hint=hint)
    try:
        return CONVERTERS[name](value)
    except ValueError as error:
        raise ConfigError(f"{error}.", path=path, line=line, key=name) from error


def _written(key: Any, lines: dict[str, int]) -> str:
    """A key that YAML takes for something else than text, such as null and no, as it stands in the file."""
    return next((name for name in lines if yaml.safe_load(name) == key), str(key))


def _consistent(path: str, lines: dict[str, int], values: dict[str, Any]) -> dict[str, Any]:
    """The default language leads the list of languages."""
    known = {field.name: field.default for field in fields(Config)}
    languages = values.get("languages", known["languages"])
    language = values.get("language", languages[0] if "languages" in values else known["language"])
    if language not in languages:
        raise ConfigError(
            f"is `{language}`, which `languages` does not list.",
            path=path,
            line=lines.get("language"),
            key="language",
            hint="Add it to `languages`.",
        )
    ordered = (language, *(item for item in languages if item != language))
    return {**values, "language": language, "languages": ordered}
