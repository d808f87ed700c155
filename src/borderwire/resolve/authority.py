"""The authority file: what the keeper of an archive has decided about identity, and what things are to be called.

    identities:
      - what: person              # person, agreement, event, series
        verdict: same             # same, different, unsure
        one: {article: seeds/a.txt, name: Khăm Phon}
        other: {article: seeds/b.txt, name: Khamphone}
        why: one office, a year apart
        by: LTH
        date: 2026-05-31
    names:
      - what: person
        of: {article: seeds/a.txt, name: Khăm Phon}
        preferred: Khăm Phon Năn Thạ Vông
        also: [Khamphone]
        titles: {en: Khamphone Nanthavong}
    facts:
      - fact: officials.rank      # a field as in corrections; looked at, and right as it was read
        article: seeds/a.txt
        words: Khăm Phon          # which official or agreement; left out for facts of the whole article
        value: Đại tá
        verdict: right            # or unsure
        by: LTH
        date: 2026-05-31

Things are named by an article's path and the words in which it names them (`name` of a person, `phrase` of an
agreement; an event or a series by an article that reports it): neither numbers made by a build nor rules come in.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast, get_args

import yaml

from borderwire.errors import Problem
from borderwire.model import Kind, Titles, Verdict
from borderwire.resolve.fact_values import CONFIRMED
from borderwire.resolve.nodes import Fault, Sheet, day, one_of, plain, text, text_map, texts

FILE_NAME = "authority.yaml"
LANGUAGES = ("vi", "en", "lo")
KINDS: tuple[Kind, ...] = get_args(Kind)
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
NAMED: tuple[Kind, ...] = ("person", "agreement", "series")
_SAYING = ("preferred", "also", "titles")
# The key of the words that name a thing inside an article.
WORDS: dict[Kind, str] = {"person": "name", "agreement": "phrase"}


@dataclass(frozen=True, slots=True)
class Ref:
    """A thing as an article names it. article: path of the source, or the article's id; words: None for the article
    as a whole."""

    article: str
    words: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement as it stands in the file."""

    what: Kind
    verdict: Verdict
    one: Ref
    other: Ref
    why: str
    by: str
    date: str
    line: int


@dataclass(frozen=True, slots=True)
class NameRule:
    """A name as it stands in the file."""

    what: Kind
    of: Ref
    preferred: str | None
    also: tuple[str, ...]
    titles: Titles
    line: int


@dataclass(frozen=True, slots=True)
class FactRule:
    """A fact that was looked at, as it stands in the file. value: None where nothing is read."""

    fact: str
    of: Ref
    value: str | None
    verdict: Literal["right", "unsure"]
    by: str
    date: str
    line: int


@dataclass(frozen=True, slots=True)
class Authority:
    """What could be read of the file. path: as messages show it."""

    path: str = FILE_NAME
    identities: tuple[Ruling, ...] = ()
    names: tuple[NameRule, ...] = ()
    facts: tuple[FactRule, ...] = ()


def load_authority(root: Path, languages: Sequence[str] = LANGUAGES) -> tuple[Authority, tuple[Problem, ...]]:
    """The authority file in the archive's folder; an empty one when there is none. What is wrong is left out.

    languages: those that titles may be in.
    """
    path = root / FILE_NAME
    try:
        raw = path.read_bytes()
        return read_authority(raw.decode("utf-8-sig"), languages=languages)
    except FileNotFoundError:
        return Authority(), ()
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return _broken("is no UTF-8 text and is left out.", "Save it as UTF-8 text.", line)
    except OSError as error:
        said = "it is a folder" if path.is_dir() else (error.strerror or str(error)).lower()
        hint = "Give the folder another name." if path.is_dir() else "Check its permissions."
        return _broken(f"cannot be read and is left out ({said}).", hint, None)


def _broken(message: str, hint: str, line: int | None) -> tuple[Authority, tuple[Problem, ...]]:
    return Authority(), (Problem("authority-broken", message, "error", path=FILE_NAME, line=line, hint=hint),)


def read_authority(
    source: str, path: str = FILE_NAME, languages: Sequence[str] = LANGUAGES
) -> tuple[Authority, tuple[Problem, ...]]:
    """The judgements and names in this text, and all that is wrong with others."""
    sheet = Sheet(path, "authority")
    node = sheet.compose(source)
    if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
        return Authority(path), tuple(sheet.problems)
    lists: dict[str, Callable[[yaml.Node], list[yaml.Node]]] = {"identities": _rows, "names": _rows, "facts": _rows}
    top = sheet.fields(node, lists, (), "") or {}
    rulings = [_ruling(sheet, row, f"identities[{number}]") for number, row in enumerate(top.get("identities", []))]
    names = [_name_rule(sheet, row, f"names[{number}]", languages) for number, row in enumerate(top.get("names", []))]
    facts = [_fact_rule(sheet, row, f"facts[{number}]") for number, row in enumerate(top.get("facts", []))]
    found = Authority(path, tuple(filter(None, rulings)), tuple(filter(None, names)), tuple(filter(None, facts)))
    return found, tuple(sorted(sheet.problems, key=lambda problem: problem.line or 0))


def _rows(node: yaml.Node) -> list[yaml.Node]:
    if isinstance(node, yaml.ScalarNode) and not node.value:
        return []
    if not isinstance(node, yaml.SequenceNode):
        raise Fault("must be a list; left out.", "Begin every entry with `- what: ...`.")
    return list(node.value)


def _node(node: yaml.Node) -> yaml.Node:
    return node


def _ruling(sheet: Sheet, node: yaml.Node, where: str) -> Ruling | None:
    readers: dict[str, Callable[[yaml.Node], Any]] = {
        "what": one_of(KINDS), "verdict": one_of(VERDICTS), "one": _node, "other": _node, "why": text, "by": text,
        "date": day,
    }  # fmt: skip
    values = sheet.fields(node, readers, readers, where)
    if values is None:
        return None
    what = cast(Kind, values["what"])
    one = _ref(sheet, values["one"], what, f"{where}.one")
    other = _ref(sheet, values["other"], what, f"{where}.other")
    if one is None or other is None:
        return None
    verdict = cast(Verdict, values["verdict"])
    line = node.start_mark.line + 1
    return Ruling(what, verdict, one, other, values["why"], values["by"], values["date"], line)


def _name_rule(sheet: Sheet, node: yaml.Node, where: str, languages: Sequence[str]) -> NameRule | None:
    readers: dict[str, Callable[[yaml.Node], Any]] = {
        "what": one_of(NAMED), "of": _node, "preferred": text, "also": texts, "titles": text_map(languages),
        "why": text, "by": text, "date": day,
    }  # fmt: skip
    values = sheet.fields(node, readers, ("what", "of"), where)
    if values is None:
        return None
    what = cast(Kind, values["what"])
    of = _ref(sheet, values["of"], what, f"{where}.of")
    if of is None:
        return None
    if not any(values.get(key) for key in _SAYING):
        if not any(key.value in _SAYING for key, _ in node.value):  # what is there and wrong was told already
            sheet.complain("value", "says nothing; left out.", "Add `preferred`, `also` or `titles`.", node=node,
                           key=where)  # fmt: skip
        return None
    if what != "person" and values.pop("also", None):
        sheet.complain("value", "only a person has other spellings; `also` is left out.", "Use `titles`.", node=node,
                       key=f"{where}.also")  # fmt: skip
    line = node.start_mark.line + 1
    return NameRule(what, of, values.get("preferred"), values.get("also", ()), values.get("titles", ()), line)


def _fact_rule(sheet: Sheet, node: yaml.Node, where: str) -> FactRule | None:
    readers: dict[str, Callable[[yaml.Node], Any]] = {
        "fact": one_of(CONFIRMED), "article": text, "words": text, "value": plain,
        "verdict": one_of(("right", "unsure")), "by": text, "date": day,
    }  # fmt: skip
    values = sheet.fields(node, readers, ("fact", "article", "verdict", "by", "date"), where)
    if values is None:
        return None
    line = node.start_mark.line + 1
    of = Ref(values["article"], values.get("words"), line)
    verdict = cast(Literal["right", "unsure"], values["verdict"])
    return FactRule(values["fact"], of, values.get("value"), verdict, values["by"], values["date"], line)


def _ref(sheet: Sheet, node: yaml.Node, what: Kind, where: str) -> Ref | None:
    words = WORDS.get(what)
    readers: dict[str, Callable[[yaml.Node], Any]] = {"article": text, **({words: text} if words else {})}
    values = sheet.fields(node, readers, readers, where)
    if values is None:
        return None
    return Ref(values["article"], values[words] if words else None, node.start_mark.line + 1)
