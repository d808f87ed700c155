"""`withhold.yaml` beside `borderwire.yaml`: names and phrases that must not appear in anything that is published.

    - name: Mai Văn Hoè            # of a person; other spellings that the archive knows are withheld too
      also: [Mai Van Hoe, Hòe Mai]
      why: asked for by the family
      by: Lan
    - phrase: bản Nà Hin           # exactly this, in any case, with or without accents
      why: a witness lives there
      by: Lan
    - name: Văn Bản                # not the word `văn bản`
      exact: true                  # accents and capitals count
      why: a witness
      by: Lan

A mistake in this file stops the build: what was meant to be withheld would be published.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from borderwire.correction import Withheld
from borderwire.errors import Problem, WithholdError
from borderwire.load.front_matter import RejectError, read_text, type_of
from borderwire.load.sidecar import compose

FILE_NAME = "withhold.yaml"
_KEYS = ("name", "phrase", "also", "exact", "why", "by")
_FEWEST = 4  # letters; shorter ones would be found in half of all words
_MISNAMED = frozenset(["withhold.yml", "withhold.yaml", "withheld.yaml", "withheld.yml"])


def load_withheld(root: Path, seeds: Path) -> tuple[Withheld, ...]:
    """The entries of the archive's file; none when there is no file. Raises WithholdError, with all that is wrong."""
    for folder in (root, seeds):
        for path in sorted(folder.iterdir()) if folder.is_dir() else ():
            if path.name.casefold() in _MISNAMED and (path.name != FILE_NAME or folder != root):
                shown = path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)
                hint = f"Name it {FILE_NAME} and put it beside borderwire.yaml."
                raise WithholdError("is not read under this name or in this place.", path=shown, hint=hint, problems=())
    path = root / FILE_NAME
    if not path.exists() and not path.is_symlink():
        return ()
    try:
        raw = path.read_bytes()
    except OSError as error:
        message = f"cannot be read ({error.strerror or error}); nothing was built."
        raise WithholdError(message, path=FILE_NAME, hint="Check its permissions.", problems=()) from error
    return read_withheld(raw)


def read_withheld(raw: bytes) -> tuple[Withheld, ...]:
    """The entries of the file's bytes. Raises WithholdError."""
    problems: list[Problem] = []
    try:
        node = compose(raw)
    except RejectError as reject:
        raise _stop((Problem("withhold-broken", reject.message, "error", FILE_NAME, 1, hint=reject.hint),)) from None
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or str(error).split("\n", 1)[0]
        line = mark.line + 1 if mark is not None else 1
        broken = Problem("withhold-broken", f"is not valid YAML ({said}).", "error", FILE_NAME, line)
        raise _stop((broken,)) from None
    if node is None:
        return ()
    entries: list[Withheld] = []
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value, 1):
            entry = _entry(str(number), item, problems)
            if entry is not None:
                entries.append(entry)
    else:
        _tell(problems, 1, "", "must be a list.", "Begin each entry with `- name:` or `- phrase:`.")
    if problems:
        raise _stop(tuple(problems))
    return tuple(entries)


def _stop(problems: tuple[Problem, ...]) -> WithholdError:
    return WithholdError(
        "says what must not be published, and cannot be followed as it is; nothing was built.",
        path=FILE_NAME,
        hint="Mend the lines named above.",
        problems=problems,
    )


def _tell(problems: list[Problem], line: int, key: str, message: str, hint: str) -> None:
    problems.append(Problem("withhold-value", message, "error", FILE_NAME, line, key or None, hint))


def _entry(number: str, node: yaml.Node, problems: list[Problem]) -> Withheld | None:
    line = node.start_mark.line + 1
    if not isinstance(node, yaml.MappingNode):
        _tell(problems, line, number, "must be a map of keys.", "Write `name:` or `phrase:`, `why:` and `by:`.")
        return None
    before = len(problems)
    parts: dict[str, tuple[str, ...]] = {}
    for key_node, value in node.value:
        key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
        at = key_node.start_mark.line + 1
        if key not in _KEYS or key in parts:
            message = "stands twice." if key in parts else "unknown key."
            _tell(problems, at, f"{number}.{key}", message, f"Known keys: {', '.join(_KEYS)}.")
            continue
        try:
            parts[key] = _texts(key, value) if key != "exact" else _truth(value)
        except RejectError as reject:
            parts[key] = ("",)
            _tell(problems, at, f"{number}.{key}", reject.message, reject.hint)
    if ("name" in parts) == ("phrase" in parts):
        _tell(problems, line, number, "must have either `name` or `phrase`.", "Give it one of the two.")
    for key in ("why", "by"):
        if key not in parts:
            _tell(problems, line, number, f"has no `{key}`.", "Say why, and who decided it.")
    if len(problems) > before:
        return None
    is_name = "name" in parts
    phrase = parts["name" if is_name else "phrase"][0]
    exact = bool(parts.get("exact"))
    return Withheld(phrase, parts.get("also", ()), is_name, parts["why"][0], parts["by"][0], line, exact)


def _truth(node: yaml.Node) -> tuple[str, ...]:
    """Something for true, nothing for false."""
    if isinstance(node, yaml.ScalarNode) and type_of(node) == "bool":
        return ("true",) if node.value.lower() in ("true", "yes", "on") else ()
    raise RejectError("must be true or false.", "Write `exact: true`.")


def _texts(key: str, node: yaml.Node) -> tuple[str, ...]:
    """One text, or for `also` a list of them; phrases long enough not to be found in other words."""
    if key == "also" and isinstance(node, yaml.SequenceNode):
        return tuple(text for item in node.value for text in _texts(key, item))
    if not isinstance(node, yaml.ScalarNode):
        raise RejectError("must be a text.", "Write one text.")
    plain = yaml.ScalarNode("tag:yaml.org,2002:str", node.value) if type_of(node) != "null" else node
    value = read_text(plain)
    if not value:
        raise RejectError("is empty.", "Write it out.")
    if key in ("name", "phrase", "also") and sum(map(str.isalnum, value)) < _FEWEST:
        raise RejectError(f"is too short: less than {_FEWEST} letters.", "Write the whole name or more of the phrase.")
    return (value,)
