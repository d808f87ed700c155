"""Whom a text tells with an age or a year of birth: the people of a case, by whom its reports know each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from borderwire.extract.words import keys
from borderwire.model import Entry
from borderwire.text import key

# "(SN 1990", "(32 tuổi", ", sinh năm 1990" right behind a name.
_AGE = re.compile(
    r"\s?[(,]\s?(?:(?:SN|S\.N|sinh\s(?:năm|ngày))\.?:?\s?(?:\d\d?[/.-]\d\d?[/.-])?(?P<born>\d{4})?|\d\d\s?tuổi)"
)
_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST, _LONGEST = 2, 6  # syllables of a name
_REACH = 60  # letters before an age that may hold the name
# Words that open a sentence before a name: "Bắt Sùng A Phống", "Riêng Vừ Chứ Lềnh".
_OPENING = keys("bắt giữ riêng còn hiện theo khi sau do thấy gặp cùng kẻ ông bà anh chị em vợ chồng")
_SEPARATE = " \u00a0-"
_UPPER = "".join(letter for letter in map(chr, range(0x1F00)) if letter.isupper())
_RUN = re.compile(rf"\b[{_UPPER}][^\W\d_]*(?:[{_SEPARATE}][{_UPPER}][^\W\d_]*)+")


class People(NamedTuple):
    """Match keys of names. aged: those with an age or a year of birth, and that year, "" where it is not told; named:
    all runs of capitalised words."""

    aged: Mapping[str, str]
    named: frozenset[str]


def people_of(entry: Entry) -> People:
    """The names of an article but those of its officials and provinces."""
    record = entry.record
    others = {_key(fact.name) for fact in record.officials} | {
        _key(words) for fact in record.provinces for words in fact.as_written
    }
    text = entry.article.text
    aged: dict[str, str] = {}
    for found in _AGE.finditer(text):
        name = _before(text, found.start())
        if name and name not in others:
            aged[name] = aged.get(name) or found["born"] or ""
    named = {_key(run) for run in _runs(text)}
    return People(aged, frozenset(named - others))


def shared(one: People, other: People) -> frozenset[str]:
    """The people of a case whom both name; bearers of one name with other years of birth are two."""
    names = (one.aged.keys() & other.named) | (other.aged.keys() & one.named)
    return frozenset(name for name in names if len({one.aged.get(name, ""), other.aged.get(name, "")} - {""}) < 2)


def _before(text: str, end: int) -> str | None:
    """The name that ends there."""
    begin = max(0, end - _REACH)
    last = None
    for run in _runs(text[begin:end]):
        last = run
    return _key(last) if last is not None and text[begin:end].endswith(last) else None


def _runs(text: str) -> Iterator[str]:
    """Runs of two to six capitalised words with nothing but a space or a hyphen between them."""
    for found in _RUN.finditer(text):
        run = found.group()
        if sum(map(run.count, _SEPARATE)) < _LONGEST:
            yield run


def _key(name: str) -> str:
    parts = [key(part) for part in _WORD.findall(name)]
    return " ".join(parts[1:] if len(parts) > _SHORTEST and parts[0] in _OPENING else parts)
