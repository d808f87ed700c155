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

# Types that texts use for one another.
_FAMILIES = {
    "memorandum": "minutes", "minutes-cooperation": "minutes", "minutes-talks": "minutes", "minutes-agreement": "minutes",
    "minutes": "minutes", "agreement": "agreement", "treaty-agreement": "treaty", "treaty": "treaty",
}  # fmt: skip
_EVENT = frozenset(["signed", "exchanged"])
# Words of a title that say nothing about which document it is.
_EMPTY = keys_of(
    "về và giữa của các trong với , - – ( ) năm lần thứ giai đoạn hợp tác hai bên nước việt nam lào chdcnd chxhcn hội đàm ghi "
    "nhớ biên bản thường niên tỉnh công an bộ chính phủ song phương cấp việc mới"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A title with its mark. named: it stands for itself; else it only points back."""

    title: Title
    mark: Mark
    named: bool


@dataclass(frozen=True, slots=True)
class _Content:
    family: str
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
            if contents[at][0].family == content.family:
                return at
            continue
        if all(_one(other, content) for other in contents[at]) and _same_telling(groups[at], mention, contents[at], content):
            return at
    return None


def _one(left: _Content, right: _Content) -> bool:
    """Nothing that both say differs."""
    if left.family != right.family:
        return False
    if left.years and right.years and not left.years & right.years:
        return False
    if left.numbers and right.numbers and not left.numbers & right.numbers:
        return False
    if not left.words or not right.words:
        return True
    shared = len(left.words & right.words)
    return shared * 2 >= min(len(left.words), len(right.words))


def _same_telling(group: list[Mention], mention: Mention, contents: list[_Content], content: _Content) -> bool:
    """What was done at the event is one thing; what is only referred to is the same only when it says so."""
    before = {other.mark.status for other in group}
    now = mention.mark.status
    if now in before or (now in _EVENT and before & _EVENT):
        return True
    if "planned" in before or now == "planned":
        return bool(content.words) and any(other.words for other in contents)
    agree = any(other.years and other.years == content.years for other in contents)
    return agree and any(other.words & content.words for other in contents)


def _content(doc: Doc, title: Title) -> _Content:
    years: set[str] = set()
    numbers: set[str] = set()
    words: set[str] = set()
    for at in range(title.head_end, title.end):
        word = doc.keys[at]
        if doc.shapes[at] == "d":
            (years if len(word) == 4 else numbers).add(word)
        elif word not in _EMPTY:
            words.add(word)
    return _Content(_FAMILIES.get(title.type, title.type), frozenset(years), frozenset(numbers), frozenset(words))
