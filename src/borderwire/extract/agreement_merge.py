"""Joins the mentions of one document: lead, body and caption word it differently.

Two mentions are one document when their types are of one family and nothing that both say differs: year, ordinal,
subject, kind of telling. This year's minutes signed and last year's carried out stay two.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from borderwire.extract.agreement_aliases import renames, short_names
from borderwire.extract.agreement_mark import FORCE, TREATIES, Mark
from borderwire.extract.agreement_titles import Title
from borderwire.extract.agreement_words import ABOUT, DATE_WORDS, OF_LEADERS, WITH
from borderwire.extract.doc import Doc
from borderwire.extract.place_titles import keys_of
from borderwire.model import AgreementStatus
from borderwire.text import key

# Types that texts use for one another.
_FAMILIES = {
    "memorandum": ("minutes",), "minutes-cooperation": ("minutes",), "minutes-talks": ("minutes",),
    "minutes-agreement": ("minutes", "agreement"), "minutes": ("minutes",), "agreement": ("agreement",),
    "treaty-agreement": ("treaty",), "treaty": ("treaty",),
}  # fmt: skip
_TH = key("thứ")
_AGES = keys_of("mới cũ")
_ROMAN = {
    key(tens + units): str(10 * ten + unit)
    for ten, tens in enumerate(("", "x", "xx", "xxx", "xl"))
    for unit, units in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if ten + unit
}
# Words for one paper, between which a text changes.
_LOOSE = frozenset(["agreement", "memorandum", "minutes-cooperation", "minutes-agreement", "letter-of-intent"])
_REACH = 60  # documents back; no article names more, and hostile text stays linear
_PARTNERS = 20  # tokens behind "với" that may name provinces
_WORDINGS = 8  # wordings of one document that a further one is compared with
# "ký biên bản về công tác biên giới" in the lead, "ký Biên bản cuộc họp" in the body.
_OF_MEETING = frozenset(["minutes", "minutes-talks"])
_EVENT = frozenset(["signed", "exchanged"])
_JOINT = "joint-statement"
# Words of a title that say nothing about which document it is.
_EMPTY = keys_of(
    "về và giữa của các trong với , - – ( ) năm lần thứ giai đoạn hợp tác hai bên nước việt nam lào chdcnd chxhcn "
    "ký hồi vào tháng ngày hội đàm ghi nhớ biên bản thường niên tỉnh công an bộ chính phủ song phương cấp việc mới phòng chống cuộc họp nghị"
)


class Mention(NamedTuple):
    """A title with its mark. named: it stands for itself; else it only points back."""

    title: Title
    mark: Mark
    named: bool


class _Content(NamedTuple):
    type: str
    families: frozenset[str]
    bare: bool
    years: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]
    parties: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    headline: bool = False
    letters: frozenset[str] = frozenset()
    age: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    amends: bool = False


class _Group:
    """Mentions of one document, with what they say of it."""

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.contents: list[_Content] = []
        self.rows: set[int] = set()
        self.told: set[AgreementStatus | None] = set()
        self.named_only = True
        self.reworded = False  # called by a word of another family
        self.others: list[_Content] = []  # what its other names say: "có tên gọi Hiệp định B"
        self.letters: set[str] = set()  # "VPA" of "Hiệp định đối tác A (VPA)"

    def add(self, mention: Mention, content: _Content) -> None:
        self.mentions.append(mention)
        if mention.named:
            self.rows.add(mention.mark.row)
            self.told.add(mention.mark.status)
            self.named_only = self.named_only and mention.mark.act == "named"
            self.letters |= content.letters
            if content not in self.contents and len(self.contents) < _WORDINGS:
                self.contents.append(content)

    def says(self, content: _Content) -> bool:
        """A mention of the document has just those words."""
        return bool(content.words) and any(other.words == content.words for other in self.contents)

    def takes(self, mention: Mention, content: _Content) -> bool:
        """The mention is one more of this document."""
        if not mention.named:
            return bool(self.contents[0].families & content.families)
        if mention.mark.row in self.rows or self._other_day(mention):
            return False  # joined to each other, or signed on two days: two documents
        if content.parties & self.letters and any(content.words & one.words for one in self.contents):
            return True
        if content.words and (content.words <= self.letters or any(content.words == one.words for one in self.others)):
            return True
        event = mention.mark.status in _EVENT and bool(self.told & _EVENT)
        same = (_agree(other, content, event) or self._reworded_as(other, content) for other in self.contents)
        return all(same) and self._same_telling(mention, content)

    def _other_day(self, mention: Mention) -> bool:
        """The document was signed on one day, and what is now told of on another."""
        day = mention.mark.date
        if mention.mark.status != "referenced" or not day:
            return False
        days = [old.mark.date for old in self.mentions if old.mark.status == "referenced" and old.mark.date]
        return bool(days) and not any(one.startswith(day) or day.startswith(one) for one in days)

    def _reworded_as(self, other: _Content, content: _Content) -> bool:
        """Of the family of another wording of the document, with parties that both name."""
        return self.reworded and not other.families & content.families and bool(other.parties & content.parties)

    def _same_telling(self, mention: Mention, content: _Content) -> bool:
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
        marks = [mention.mark, *(old.mark for old in self.mentions)]
        return any(mark.rule == FORCE for mark in marks) and any(mark.act == "draft" for mark in marks)


def join_mentions(doc: Doc, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Groups of mentions, in order of first mention; those that only point back join the last group of their family."""
    groups: list[_Group] = []
    before: tuple[Mention, _Group] | None = None
    for mention in mentions:
        content = _content(doc, mention.title)
        if before is not None and renames(doc, before[0].title, mention.title):
            before[1].add(mention._replace(mark=before[0].mark, named=False), content)
            before[1].others.append(content)
            continue
        fitting = [old for old in groups[: -_REACH - 1 : -1] if old.takes(mention, content)]
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
    return [group.mentions for group in groups]


def _meant(doc: Doc, groups: Sequence[_Group], mention: Mention, content: _Content) -> _Group | None:
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


def _agree(left: _Content, right: _Content, event: bool) -> bool:
    """Nothing that both say differs; what was done at the event may be named more shortly."""
    if not left.families & right.families:
        return False
    if left.partners and right.partners and not left.partners & right.partners:
        return False
    if left.age and right.age and left.age != right.age:
        return False  # "Hiệp định A mới thay cho Hiệp định A cũ"
    if left.parties and right.parties and not _alike(left.parties, right.parties):
        return False
    if left.amends != right.amends and left.type == right.type and left.type in TREATIES:
        return False  # "Nghị định thư sửa đổi Nghị định thư A" is not A
    if left.states and right.states and not left.states & right.states:
        return False
    if left.years and right.years and not left.years & right.years:
        return False
    if event and left.type == right.type == _JOINT and (left.headline or right.headline):
        return True  # an event issues one; the headline says of it what matters most
    if left.numbers and right.numbers:
        return bool(left.numbers & right.numbers)
    if not left.words or not right.words:
        same_years = bool(left.years) and left.years == right.years
        shortened = left.type == right.type or left.headline or right.headline  # "Ký thỏa thuận về ma túy"
        shortened = shortened or {left.type, right.type} == _OF_MEETING
        one = (event and shortened) or same_years
        one = one or bool(left.parties and right.parties)  # which agree, as seen above
        return one or left.bare or right.bare or (left.words == right.words and left.type == right.type)
    if not event and left.type in TREATIES and right.type in TREATIES and not left.headline and not right.headline:
        return 5 * len(left.words & right.words) > 2 * len(left.words | right.words)  # formal names: nearly all of it
    return _alike(left.words, right.words)


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Half of the words of the shorter are the other's too."""
    return len(left & right) * 2 >= min(len(left), len(right))


def _content(doc: Doc, title: Title) -> _Content:
    years: set[str] = set()
    numbers: set[str] = set()
    words: set[str] = set()
    parties: set[str] = set()
    taking = words
    whose = OF_LEADERS.match(doc.keys, title.head_end)  # "Tuyên bố chung | của hai Thủ tướng"
    for at in range(whose if whose <= title.end else title.head_end, title.end):
        word = doc.keys[at]
        if at == title.between:
            taking = parties
        elif word == ABOUT:
            taking = words
        if doc.shapes[at] == "d" and doc.keys[at - 1] in DATE_WORDS and len(word) < 4:
            continue
        if doc.shapes[at] == "d":
            (years if len(word) == 4 else numbers).add(word.lstrip("0"))
        elif doc.keys[at - 1] == _TH and word in _ROMAN:
            numbers.add(_ROMAN[word])
        elif word not in _EMPTY:
            taking.add(word)
    families = frozenset(_FAMILIES.get(title.type, (title.type,)))
    told = (frozenset(years), frozenset(numbers), frozenset(words), frozenset(parties))
    age = _AGES.intersection(doc.keys[title.head_end : title.end])
    headline = doc.block_of(title.start).kind == "title"
    bare = title.bare or not any(told)
    return _Content(title.type, families, bare, *told, _partners(doc, title), headline, short_names(doc, title), age, _states(doc, title), bool(title.nested))


def _states(doc: Doc, title: Title) -> frozenset[str]:
    """Other states than Vietnam in the clause before a joint statement: "Việt Nam và Nga đã ra | Tuyên bố chung"."""
    if title.type != _JOINT:
        return frozenset()
    first = max(doc.sentence_of(title.start)[0], title.start - _PARTNERS)
    found: set[str] = set()
    for at in range(title.start - 1, first - 1, -1):
        if doc.keys[at] in (";", ":"):
            break
        hit = doc.hit_at.get(at)
        entry = hit.of("country") if hit is not None and doc.shapes[at] != "l" else None
        if entry is not None and entry.id != "VN":
            found.add(entry.id)
    return frozenset(found)


def _partners(doc: Doc, title: Title) -> frozenset[str]:
    """Ids of the provinces right behind the title: "Biên bản A với Công an tỉnh Bò Kẹo"."""
    if doc.keys[title.end : title.end + 1] != [WITH]:
        return frozenset()
    found: list[str] = []
    for at in range(title.end + 1, min(len(doc), title.end + _PARTNERS)):
        if doc.sentence[at] != doc.sentence[title.start]:
            break
        hit = doc.hit_at.get(at)
        entry = hit.of("province") if hit is not None and doc.shapes[at] != "l" else None
        if entry is not None:
            found.append(entry.id)
    return frozenset(found)
