"""Joins the mentions of one document: lead, body and caption word it differently.

Two mentions are one document when their types are of one family and nothing that both say differs: year, ordinal,
subject, kind of telling. This year's minutes signed and last year's carried out stay two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from borderwire.extract.agreement_aliases import renames
from borderwire.extract.agreement_content import Content, agree, content_of
from borderwire.extract.agreement_mark import FORCE, TREATIES, Mark
from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.model import AgreementStatus

# Words for one paper, between which a text changes.
_LOOSE = frozenset(["agreement", "memorandum", "minutes-cooperation", "minutes-agreement", "letter-of-intent"])
_REACH = 60  # documents back; no article names more, and hostile text stays linear
_WORDINGS = 8  # wordings of one document that a further one is compared with
_EVENT = frozenset(["signed", "exchanged"])


class Mention(NamedTuple):
    """A title with its mark. named: it stands for itself; else it only points back."""

    title: Title
    mark: Mark
    named: bool


class _Group:
    """Mentions of one document, with what they say of it."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.contents: list[Content] = []
        self.rows: set[int] = set()
        self.told: set[AgreementStatus | None] = set()
        self.named_only = True
        self.reworded = False  # called by a word of another family
        self.others: set[frozenset[str]] = set()  # the words of its other names: "có tên gọi Hiệp định B"
        self.letters: set[str] = set()  # "VPA" of "Hiệp định đối tác A (VPA)"
        self.own: set[str] = set()  # of a treaty: no other document has these
        self.days: set[str] = set()  # on which it was signed before the event
        self.forced = False  # a mention says that it shall come into force
        self.drafted = False  # a mention presses for it

    def _keep(self, mention: Mention) -> None:
        mark = mention.mark
        self.mentions.append(mention)
        if mark.status == "referenced" and mark.date:
            self.days.add(mark.date)
        self.forced = self.forced or mark.rule == FORCE
        self.drafted = self.drafted or mark.act == "draft"

    def add(self, mention: Mention, content: Content) -> None:
        self._keep(mention)
        if mention.named:
            self.rows.add(mention.mark.row)
            self.told.add(mention.mark.status)
            self.named_only = self.named_only and mention.mark.act == "named"
            self.letters |= content.letters
            self.own |= content.own
            if content not in self.contents and len(self.contents) < _WORDINGS:
                self.contents.append(content)

    def rename(self, mention: Mention, content: Content) -> None:
        """The document is called by another name."""
        self._keep(mention)
        self.others.add(content.words)
        self.letters |= content.letters
        self.own |= content.own

    def absorb(self, other: _Group) -> None:
        """The other group is of the same document."""
        self.mentions += other.mentions
        self.contents += other.contents[: _WORDINGS - len(self.contents)]
        self.rows |= other.rows
        self.told |= other.told
        self.named_only = self.named_only and other.named_only
        self.reworded = self.reworded or other.reworded
        self.others |= other.others
        self.letters |= other.letters
        self.own |= other.own
        self.days |= other.days
        self.forced = self.forced or other.forced
        self.drafted = self.drafted or other.drafted

    def says(self, content: Content) -> bool:
        """A mention of the document has just those words."""
        return bool(content.words) and any(other.words == content.words for other in self.contents)

    def takes(self, mention: Mention, content: Content) -> bool:
        """The mention is one more of this document."""
        if not mention.named:
            return bool(self.contents[0].families & content.families)
        if content.own and self.own:
            return bool(content.own & self.own)
        if mention.mark.row in self.rows or self._other_day(mention):
            return False  # joined to each other, or signed on two days: two documents
        if content.parties & self.letters and any(content.words & one.words for one in self.contents):
            return True
        if content.words and (content.words <= self.letters or content.words in self.others):
            return True
        event = mention.mark.status in _EVENT and bool(self.told & _EVENT)
        same = (agree(other, content, event) or self._reworded_as(other, content) for other in self.contents)
        return all(same) and self._same_telling(mention, content)

    def _other_day(self, mention: Mention) -> bool:
        """The document was signed on one day, and what is now told of on another."""
        day = mention.mark.date
        if mention.mark.status != "referenced" or not day:
            return False
        return bool(self.days) and not any(one.startswith(day) or day.startswith(one) for one in self.days)

    def _reworded_as(self, other: Content, content: Content) -> bool:
        """Of the family of another wording of the document, with parties that both name."""
        return self.reworded and not other.families & content.families and bool(other.parties & content.parties)

    def _same_telling(self, mention: Mention, content: Content) -> bool:
        """What was done at the event is one thing; what is only referred to is the same only when it says so."""
        now = mention.mark.status
        if now in self.told or (now in _EVENT and self.told & _EVENT):
            return True
        shared = any(other.words & content.words for other in self.contents)
        if shared and self._in_force(mention):
            return True  # "thúc đẩy Hiệp định A" in the headline, "Hiệp định A sớm có hiệu lực" in the body
        if any(other.numbers & content.numbers for other in self.contents):
            return True
        if now != "referenced" and "referenced" not in self.told:
            return shared  # planned in the lead, signed in the body
        if self.told & _EVENT and now == "referenced" and mention.mark.date:
            return False  # "đã ký Hiệp định A để thay cho Hiệp định A ký năm 2001"
        some_bare = any(not other.words for other in self.contents)
        treaty = mention.title.type in TREATIES and len(content.words) > 1
        if treaty and any(len(other.words & content.words) > 1 for other in self.contents):
            return True  # signed yesterday, to be ratified soon
        planned = now == "planned" or "planned" in self.told
        if not planned and any(other.years and other.years == content.years for other in self.contents):
            return shared or not content.words or some_bare
        named = mention.mark.act == "named" or self.named_only
        return named and (shared or content.bare or any(other.bare for other in self.contents))

    def _in_force(self, mention: Mention) -> bool:
        """Of what is to be pressed on with, one mention says that it shall come into force: it is signed."""
        forced, drafted = mention.mark.rule == FORCE, mention.mark.act == "draft"
        return (forced or self.forced) and (drafted or self.drafted)


def join_mentions(doc: Doc, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Groups of mentions, in order of first mention; those that only point back join the last group of their family."""
    groups: list[_Group] = []
    before: tuple[Mention, _Group] | None = None
    for mention in mentions:
        content = content_of(doc, mention.title)
        if before is not None and renames(doc, before[0].title, mention.title):
            small = doc.shapes[before[0].title.start] == "l" and doc.shapes[mention.title.start] != "l"
            formal = small and not mention.title.bare  # "thỏa thuận A có tên gọi Hiệp định B"
            before[1].rename(mention._replace(mark=before[0].mark, named=formal), content)
            before = before[0], _join_known(groups, before[1])
            continue
        fitting = [old for old in groups[: -_REACH - 1 : -1] if old.takes(mention, content)]
        if not mention.named and mention.mark.status in _EVENT:
            fitting.sort(key=lambda old: not old.told & _EVENT)  # "ký hiệp định này": what was signed
        group = next((old for old in fitting if old.says(content)), fitting[0] if fitting else None)
        if group is None:
            group = _meant(doc, groups, mention, content)
        if group is None:
            if not mention.named:
                continue
            group = _Group()
            groups.append(group)
        group.add(mention, content)
        before = mention, group
    return [sorted(group.mentions, key=lambda mention: mention.title.start) for group in groups]


def _join_known(groups: list[_Group], renamed: _Group) -> _Group:
    """The letters of a document's other name may tell that it was named before: the group that it belongs to."""
    last = range(len(groups) - 1, max(-1, len(groups) - 1 - _REACH), -1)
    here = next((at for at in last if groups[at] is renamed), -1)
    for at in last:
        if here >= 0 and at != here and groups[at].own & renamed.own:
            first, second = sorted((at, here))
            groups[first].absorb(groups.pop(second))
            return groups[first]
    return renamed


def _meant(doc: Doc, groups: Sequence[_Group], mention: Mention, content: Content) -> _Group | None:
    """ "ký Thỏa thuận A với B ... Việc ký Bản ghi nhớ ...": the one document done there, by another word for it."""
    known = content.bare and doc.shapes[mention.title.start] != "l" and mention.mark.status in _EVENT
    if not known or content.type not in _LOOSE:
        return None
    done = [group for group in groups[: -_REACH - 1 : -1] if group.told & _EVENT]
    one = len(done) == 1 and done[0].contents and done[0].contents[0].type in _LOOSE
    if not one or mention.mark.row in done[0].rows:
        return None
    done[0].reworded = True
    return done[0]
