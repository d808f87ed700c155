"""What the mention of a document says of it, and whether two mentions can be of one document."""

from __future__ import annotations

from typing import NamedTuple

from borderwire.extract.agreement_aliases import own_letters, short_names
from borderwire.extract.agreement_mark import TREATIES
from borderwire.extract.agreement_titles import Title
from borderwire.extract.agreement_words import ABOUT, DATE_WORDS, OF_LEADERS, WITH
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
_AGES, _HALVES, _MONTH = keys_of("mới cũ"), keys_of("đầu cuối"), key("tháng")
_ROMAN = {
    key(tens + units): str(10 * ten + unit)
    for ten, tens in enumerate(("", "x", "xx", "xxx", "xl"))
    for unit, units in enumerate(("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"))
    if ten + unit
}
_REST = 12  # tokens behind a title that breaks off
_PARTNERS = 20  # tokens behind "với" that may name provinces
# "ký biên bản về công tác biên giới" in the lead, "ký Biên bản cuộc họp" in the body.
_OF_MEETING = frozenset(["minutes", "minutes-talks"])
_OF_ONE_MEETING = frozenset(["minutes-cooperation", "minutes-talks"])  # of which there is but one
_JOINT = "joint-statement"
# Words of a title that say nothing about which document it is.
_EMPTY = keys_of(
    "về và giữa của các trong với , - – ( ) năm lần thứ giai đoạn hợp tác hai bên nước việt nam lào chdcnd chxhcn "
    "ký hồi vào tháng ngày hội đàm ghi nhớ biên bản thường niên tỉnh công an bộ chính phủ song phương cấp việc mới "
    "phòng chống cuộc họp nghị cũ đơn vị ngành địa phương cơ quan"
)


class Content(NamedTuple):
    """What a title says, as match keys. type: id of the kind of document; families: kinds that texts use for it; bare:
    nothing but the kind; years, numbers: in its name; words: what it is about; parties: behind "giữa"; partners: ids of
    provinces behind "với"; headline: it stands in one; letters: its short names; age: "mới" or "cũ"; states: ids of
    those that issued it; amends: another document; behind: words that follow it; own: a treaty's letters."""

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
    behind: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()


def content_of(doc: Doc, title: Title) -> Content:
    """What the title at its tokens, and the words right around it, say of the document."""
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
    age = _AGES.intersection(doc.keys[title.head_end : title.end]) | _part_of_year(doc, title)
    headline = doc.block_of(title.start).kind == "title"
    bare = title.bare or not any(told)
    letters, states, amends = short_names(doc, title), _states(doc, title), bool(title.nested)
    return Content(
        title.type,
        families,
        bare,
        *told,
        _partners(doc, title),
        headline,
        letters,
        age,
        states,
        amends,
        _behind(doc, title),
        own_letters(doc, title),
    )


def _part_of_year(doc: Doc, title: Title) -> frozenset[str]:
    """ "Biên bản hội nghị 6 tháng | đầu năm 2023" is not the one of the six months at its end."""
    row = doc.keys
    return frozenset(
        [row[at] for at in range(title.head_end, title.end) if row[at] in _HALVES and row[at - 1] == _MONTH]
    )


def _behind(doc: Doc, title: Title) -> frozenset[str]:
    """The words that follow a title up to the next mark."""
    found: set[str] = set()
    for at in range(title.end, min(doc.sentence_of(title.start)[1], title.end + _REST)):
        if doc.shapes[at] == "p" or doc.keys[at] == WITH:
            break
        if doc.keys[at] not in _EMPTY:
            found.add(doc.keys[at])
    return frozenset(found)


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
    """Ids of the provinces right behind the title: "Biên bản A với Công an tỉnh Bò Kẹo"; else of the Lao ones among its
    parties: "Biên bản A giữa Sở B và Sở Y tế tỉnh Bò Kẹo" is none with Luông Nậm Thà."""
    if doc.keys[title.end : title.end + 1] != [WITH]:
        return _lao_parties(doc, title)
    found: list[str] = []
    for at in range(title.end + 1, min(len(doc), title.end + _PARTNERS)):
        if doc.sentence[at] != doc.sentence[title.start]:
            break
        hit = doc.hit_at.get(at)
        entry = hit.of("province") if hit is not None and doc.shapes[at] != "l" else None
        if entry is not None:
            found.append(entry.id)
    return frozenset(found)


def _lao_parties(doc: Doc, title: Title) -> frozenset[str]:
    if title.between is None:
        return frozenset()
    hits = (doc.hit_at.get(at) for at in range(title.between, title.end) if doc.shapes[at] != "l")
    entries = (hit.of("province") for hit in hits if hit is not None)
    return frozenset(entry.id for entry in entries if entry is not None and entry.id.startswith("LA-"))


def agree(left: Content, right: Content, event: bool) -> bool:
    """Nothing that both say differs; what was done at the event may be named more shortly."""
    if not left.families & right.families or _differ(left, right):
        return False
    if event and left.type == right.type == _JOINT and (left.headline or right.headline):
        return True  # an event issues one; the headline says of it what matters most
    if left.numbers and right.numbers:
        return bool(left.numbers & right.numbers)
    if not left.words or not right.words:
        return _says_no_more(left, right, event)
    if not event and left.type in TREATIES and right.type in TREATIES and not left.headline and not right.headline:
        one, other = left.words | left.parties, right.words | right.parties
        shared = max(_shared(one, other), _shared(left.words, right.words))
        return 5 * shared > 2  # formal names: nearly all of it
    if event and left.type == right.type in _OF_ONE_MEETING and (left.headline or right.headline):
        return True  # a headline says in other words what was signed
    return alike(left.words, right.words) or (event and left.type == right.type and _goes_on(left, right))


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)


def _goes_on(left: Content, right: Content) -> bool:
    """Where one title breaks off, the words behind it say what the other does."""
    return alike(left.words, right.words | right.behind) or alike(left.words | left.behind, right.words)


def _differ(left: Content, right: Content) -> bool:
    """Partners, states, years or parties that both name are others; one is new or amends what the other is."""
    if left.parties and right.parties and not alike(left.parties, right.parties):
        return True
    if left.amends != right.amends and left.type == right.type and left.type in TREATIES:
        return True  # "Nghị định thư sửa đổi Nghị định thư A" is not A
    if left.age and right.age and left.age != right.age:
        return True  # "Hiệp định A mới thay cho Hiệp định A cũ"
    pairs = ((left.partners, right.partners), (left.states, right.states), (left.years, right.years))
    return any(one and other and not one & other for one, other in pairs)


def _says_no_more(left: Content, right: Content, event: bool) -> bool:
    """One of the two has no words of its own; years, parties or the event itself make them one."""
    same_years = bool(left.years) and left.years == right.years
    shortened = left.type == right.type or left.headline or right.headline  # "Ký thỏa thuận về ma túy"
    shortened = shortened or {left.type, right.type} == _OF_MEETING
    one = (event and shortened) or same_years or bool(left.parties and right.parties)  # these agree
    return one or left.bare or right.bare or (left.words == right.words and left.type == right.type)


def alike(left: frozenset[str], right: frozenset[str]) -> bool:
    """Half of the words of the shorter are the other's too."""
    return len(left & right) * 2 >= min(len(left), len(right))
