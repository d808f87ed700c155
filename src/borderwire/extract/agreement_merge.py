"""Joins the mentions of one document: lead, body and caption word it differently.

Two mentions are one document when their types are of one family and nothing that both say differs: year, ordinal,
subject, kind of telling. This year's minutes signed and last year's carried out stay two.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from borderwire.extract.agreement_marks import Mark
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.place_titles import keys_of
from borderwire.text import key

# Types that texts use for one another.
_FAMILIES = {
    "memorandum": ("minutes",), "minutes-cooperation": ("minutes",), "minutes-talks": ("minutes",),
    "minutes-agreement": ("minutes", "agreement"), "minutes": ("minutes",), "agreement": ("agreement",),
    "treaty-agreement": ("treaty",), "treaty": ("treaty",),
}  # fmt: skip
_TH = key("thứ")
_ROMAN = {
    key(tens + units): str(10 * ten + unit)
    for ten, tens in enumerate(("", "x", "xx", "xxx", "xl"))
    for unit, units in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if ten + unit
}
_EVENT = frozenset(["signed", "exchanged"])
# Words of a title that say nothing about which document it is.
_EMPTY = keys_of(
    "về và giữa của các trong với , - – ( ) năm lần thứ giai đoạn hợp tác hai bên nước việt nam lào chdcnd chxhcn "
    "hội đàm ghi nhớ biên bản thường niên tỉnh công an bộ chính phủ song phương cấp việc mới"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A title with its mark. named: it stands for itself; else it only points back."""

    title: Title
    mark: Mark
    named: bool


@dataclass(frozen=True, slots=True)
class _Content:
    families: frozenset[str]
    bare: bool
    years: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]


def join_mentions(doc: Doc, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Groups of mentions, in order of first mention; those that only point back join the last group of their family."""
    groups: list[list[Mention]] = []
    contents: list[list[_Content]] = []
    for mention in mentions:
        content = _content(doc, mention.title)
        at = _find(groups, contents, mention, content)
        if at is not None:
            groups[at].append(mention)
            if mention.named:
                contents[at].append(content)
        elif mention.named:
            groups.append([mention])
            contents.append([content])
    return groups


def _find(
    groups: list[list[Mention]], contents: list[list[_Content]], mention: Mention, content: _Content
) -> int | None:
    for at in range(len(groups) - 1, -1, -1):
        if not mention.named:
            if contents[at][0].families & content.families:
                return at
            continue
        if any(other.mark.row == mention.mark.row for other in groups[at]):
            continue  # joined to each other, so two documents
        event = mention.mark.status in _EVENT and any(other.mark.status in _EVENT for other in groups[at])
        one = all(_one(other, content, event) for other in contents[at])
        if one and _same_telling(groups[at], mention, contents[at], content):
            return at
    return None


def _one(left: _Content, right: _Content, event: bool) -> bool:
    """Nothing that both say differs; what was done at the event may be named more shortly."""
    if not left.families & right.families:
        return False
    if left.years and right.years and not left.years & right.years:
        return False
    if left.numbers and right.numbers:
        return bool(left.numbers & right.numbers)
    if not left.words or not right.words:
        same_years = bool(left.years) and left.years == right.years
        return event or same_years or left.bare or right.bare or left.words == right.words
    shared = len(left.words & right.words)
    return shared * 2 >= min(len(left.words), len(right.words))


def _same_telling(group: list[Mention], mention: Mention, contents: list[_Content], content: _Content) -> bool:
    """What was done at the event is one thing; what is only referred to is the same only when it says so."""
    before = {other.mark.status for other in group}
    now = mention.mark.status
    if now in before or (now in _EVENT and before & _EVENT):
        return True
    shared = any(other.words & content.words for other in contents)
    if any(other.numbers and other.numbers & content.numbers for other in contents):
        return True
    if "referenced" not in (now, *before):
        return shared  # planned in the lead, signed in the body
    if "planned" not in (now, *before) and any(other.years and other.years == content.years for other in contents):
        return shared or not content.words or any(not other.words for other in contents)
    named = mention.mark.act == "named" or all(other.mark.act == "named" for other in group)
    return named and shared


def _content(doc: Doc, title: Title) -> _Content:
    years: set[str] = set()
    numbers: set[str] = set()
    words: set[str] = set()
    for at in range(title.head_end, title.end):
        word = doc.keys[at]
        if doc.shapes[at] == "d":
            (years if len(word) == 4 else numbers).add(word.lstrip("0"))
        elif doc.keys[at - 1] == _TH and word in _ROMAN:
            numbers.add(_ROMAN[word])
        elif word not in _EMPTY:
            words.add(word)
    families = frozenset(_FAMILIES.get(title.type, (title.type,)))
    return _Content(families, title.bare, frozenset(years), frozenset(numbers), frozenset(words))
