"""How surely a title with its mark names one document of agreement.

Each consideration adds to a weight or takes from it; `LEAST` is enough. The weights were set by reading border news
and, as a control, news of other genres; they decide between documents of two states and what companies, suspects or
clubs agree, between one document and many meant together, between a paper and the verb "thỏa thuận".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from borderwire.extract import agreement_words as words
from borderwire.extract.agreement_aliases import own_letters
from borderwire.extract.agreement_firms import Firms
from borderwire.extract.agreement_mark import AS_FRAME, EXISTS, LISTED, OLD_SIGNINGS, PUT_BEFORE, TREATIES, Mark
from borderwire.extract.agreement_refer import told_by_signing
from borderwire.extract.agreement_scope import Scope
from borderwire.extract.agreement_states import States
from borderwire.extract.agreement_titles import WEAK_TYPES, Title, has_year, is_numbered
from borderwire.extract.doc import Doc
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.parties import Parties
from borderwire.extract.phrases import DASHES
from borderwire.text import key

LEAST = 2.0
_NEVER = -9.0
_IN_SIGHT = 0.5  # two sides
_ONE_NAMED = -0.5  # of two states that are not ours
# Types whose name alone says that two sides agreed.
_STRONG = frozenset([
    "memorandum", "minutes-cooperation", "minutes-talks", "minutes-agreement", "treaty-agreement", "treaty", "protocol",
    "twinning", "letter-of-intent",
])  # fmt: skip
# Umbrella words: never one document.
UMBRELLAS = frozenset(["instruments"])
_ANNIVERSARY = "an anniversary of the signing"
_RECORDS = frozenset(["minutes", "handover-minutes", "patrol-minutes"])
_MEETINGS = frozenset(["minutes-talks", *_RECORDS])
_ACTS = {"sign": 1.5, "exchange": 1.5, "adopt": 0.5, "refer": 1.0, "draft": 1.0, "named": 0.5, "none": 0.0}
_FRAME_BACK, _FRAME_FORTH = 40, 20  # tokens of the sentence in which the sides are looked for
_AGREEMENT = "agreement"
_SHORT_PAIR = frozenset([(key("việt"), key("lào")), (key("lào"), key("việt"))])
_LONG_NAME = 6  # tokens of a name that tells a subject without "về"
_PARTNER = 8  # tokens behind a title in which the other party may stand: "Quy chế của A với B"
_LAW, _OF, _AS, _THERE_IS = key("luật"), key("của"), key("theo"), words.THERE_IS
_STATES = (key("quốc"), key("nước"), key("tỉnh"), key("địa"), key("doanh"))
_JOINT, _LEVEL = "joint-statement", key("cấp")
_PROVINCE, _FEW = key("tỉnh"), 5  # so many provinces sign one document with another
_BY_FORCE = [key("căn"), key("cứ")]  # "căn cứ Thỏa thuận A", not "bất cứ thỏa thuận nào"
_GRANT = key("bổng")
_RELATED = [key("liên"), key("quan")]
_DRAFT = [key("dự"), key("thảo")]
_BOTH_SIDES, _PARTNERSHIP = [key("hai"), key("bên")], [key("đối"), key("tác")]
_COOPERATION = [key("hợp"), key("tác")]
_PLEDGE = [key("cam"), key("kết")]

Part = tuple[float, str]


class Weight(NamedTuple):
    """The sum and what it is made of."""

    total: float
    why: str


class Scales:
    """Weighs the titles of one text."""

    def __init__(self, doc: Doc, places: tuple[PlaceMention, ...], parties: Parties) -> None:
        self.doc = doc
        self.keys = doc.keys
        self.parties = parties
        self.states = States(doc, places)
        self._abroad = self.states.abroad or parties.names_lao()
        self._firms = Firms(doc, parties, self.states)
        self._scope = Scope(doc, parties, self.states)
        self._rows: set[int] = set()  # of what is between states by its name alone
        self._near_of: Title | None = None
        self._near_places: tuple[PlaceMention, ...] = ()

    def weigh(self, title: Title, mark: Mark, plural: bool) -> Weight:
        told_apart = mark.at >= title.end and words.ABOUT in self.keys[title.head_end : title.end]
        if plural or (title.type in UMBRELLAS and not told_apart):  # "Văn kiện về A vừa ký" is one
            return Weight(_NEVER, "several documents meant together")
        if mark.status is None:
            return Weight(_NEVER, "nothing is told of it")
        related = title.vague and self.keys[title.head_end : title.head_end + 2] == _RELATED
        yearly = title.end > title.head_end and self.keys[title.head_end] in words.YEARLY
        if related or (yearly and mark.act not in ("sign", "exchange")):
            return Weight(_NEVER, "several documents meant together")
        if title.anaphoric:
            return Weight(_NEVER, "points back to one named before")
        if title.start and self.keys[title.start - 1] == _LAW:
            return Weight(_NEVER, "the name of a law")
        if title.start and self.keys[title.start - 1] == _GRANT:  # "học bổng Hiệp định 2021"
            return Weight(_NEVER, "several documents meant together")
        if title.start and self.keys[title.start - 1] in words.ORGANISATION:
            return Weight(_NEVER, "the name of an organisation")
        strong, capital = title.type in _STRONG, self.doc.shapes[title.start] != "l"
        parts: list[Part] = [
            (1.0 if strong else 0.0, "type"),
            (0.5 if capital else 0.0, "capital"),
            (0.0 if title.bare else 1.0, "title"),
            (_ACTS[mark.act], mark.act),
            (1.0 if mark.act == "adopt" and title.type == "joint-statement" else 0.0, "issued"),
            (0.5 if mark.date else 0.0, "dated"),
            (self._sides(title, mark, strong or capital), "sides"),
            (self._foreign(title, mark), "of other countries"),
            (self._firms.weight(title, mark), "company or persons"),
            (self._scope.weight(title, mark), "treaty of many states"),
            (self._one(title, mark), "one of its kind"),
            (self._weak(title, mark), "a paper of one side"),
            (self._pledge(title), "a pledge"),
            (0.0 if strong or mark.rule == LISTED else self._domestic(title), "between bodies of one country"),
            (0.0 if capital else self._small(title, mark, strong), "in small letters"),
            (self._vague(title, mark, strong, capital), "too vague for a document of its own"),
            (self._record(title, mark), "a record"),
        ]
        total = sum([value for value, _ in parts])
        if total >= LEAST and title.type not in WEAK_TYPES:
            self._rows.add(mark.row)
        if self.doc.notes is None:  # nobody asks why
            return Weight(total, "")
        return Weight(total, ", ".join(f"{why} {value:+g}" for value, why in parts if value))

    def _frame(self, title: Title) -> tuple[int, int]:
        """The tokens around a title that are of its sentence."""
        sentence, start, end = self.doc.sentence, title.start, title.end
        number = sentence[start]
        first = bisect_left(sentence, number, max(start - _FRAME_BACK, 0), start)
        return first, bisect_right(sentence, number, end, max(min(len(sentence), end + _FRAME_FORTH), end))

    def _near(self, title: Title) -> tuple[PlaceMention, ...]:
        """The places of the frame; asked several times for one title."""
        if self._near_of is not title:
            first, last = self._frame(title)
            self._near_of = title
            self._near_places = self.states.places_in(first, last)
        return self._near_places

    def _sides(self, title: Title, mark: Mark, sure: bool) -> float:
        """Two sides must be in sight: in the title, in the sentence, or another country in the text."""
        first, last = self._frame(title)
        bodies = self.parties.count_near(first, last)
        if bodies > 1 or self._two_named(title):
            return _IN_SIGHT
        told = words.SIDES.begins_among(self.keys, first, last)
        if told and self._abroad:
            return _IN_SIGHT
        visited = mark.act == "refer" and bool(mark.date) and words.VISIT.begins_among(self.keys, title.end, last)
        if told or (self._abroad and (bodies or sure or visited)):  # "được ký tháng 9/2020 trong chuyến thăm của A"
            return 0.0
        if self._abroad:
            return -1.0
        return -1.5 if mark.act == "sign" and title.type in _STRONG else -2.5

    def _foreign(self, title: Title, mark: Mark) -> float:
        """What two other states sign is a document all the same where both are named, but no plan or programme."""
        if self._is_ours(title, mark):
            return 0.0
        if self.states.ours and self._scope.is_formal(title) and self._scope.is_of_many(title):
            return _ONE_NAMED  # "Hiệp định Đối tác xuyên A": in a text that names Vietnam or Laos
        first, last = self._frame(title)
        if title.type in WEAK_TYPES or not (self.states.count(first, last) or self._both_told(title)):
            return -3.0
        two = title.type == _JOINT or self._two_named(title) or self.parties.count_near(first, last) > 1
        return 0.0 if two else _ONE_NAMED

    def _two_named(self, title: Title) -> bool:
        """The sentence names two countries, or provinces of two."""
        states = {place.country or place.id for place in self._near(title)}
        states.update(self.states.shorts_in(*self._frame(title)))
        return len(states) > 1

    def _is_ours(self, title: Title, mark: Mark) -> bool:
        """Vietnam or Laos with another side: in the sentence, else in the text."""
        near = self._near(title)
        if any(place.kind == "country" and place.country is None for place in near):
            ours = any(place.country is not None for place in near)
            told = mark.rule == LISTED or words.SIDES.begins_among(self.keys, *self._frame(title))
            return ours or (self.states.home and told)
        return self._abroad and self.states.home

    def _one(self, title: Title, mark: Mark) -> float:
        """ "một thỏa thuận mới" is any one unless it has a subject and a signing; "với 26 quốc gia" is many."""
        keys = self.keys
        before = keys[max(title.start - 2, 0) : title.start]
        known = bool(own_letters(self.doc, title))  # "hướng tới một Hiệp định A (CPTPP)"
        if before and before[-1] in words.ONE and before != _BY_FORCE and not known:
            small = self.doc.shapes[title.start] == "l" and title.type not in _STRONG and mark.status == "referenced"
            whose = keys[title.end : title.end + 1] == [words.WITH] and self.states.count(
                title.end, title.end + _PARTNER
            )
            whose = whose or (bool(mark.date) and self._two_named(title))  # "A và B đã ký một hiệp định năm 2008"
            vague = title.bare and not (whose and mark.act == "sign")
            told = mark.act in ("sign", "exchange") or (mark.act == "draft" and title.between is not None)
            return -3.0 if vague or (small and not whose) or not told else 0.0
        behind = keys[title.end : title.end + 3]
        if behind[:1] == [words.ANY]:
            return _NEVER  # "không ra được tuyên bố chung nào"
        many = len(behind) == 3 and behind[0] == words.WITH and behind[1].isdecimal() and behind[2] in _STATES
        if many and behind[2] == _PROVINCE:
            many = int(behind[1][:3]) > _FEW
        return -4.0 if many else 0.0

    def _weak(self, title: Title, mark: Mark) -> float:
        """A plan, programme or set of rules counts when signed together or named with both parties."""
        row = self.keys[title.start : title.end]
        if row[:2] == words.LETTER and (mark.act not in ("sign", "exchange") or words.ABOUT not in row):
            return _NEVER  # "theo Công thư của A": sent by one side
        if title.type not in WEAK_TYPES:
            return 0.0
        told = title.between is not None or has_year(self.doc, title) or title.end - title.head_end > 3
        together = mark.act in ("sign", "exchange") and told
        capital = self.doc.shapes[title.start] != "l"
        named = title.between is not None and capital and not self._of_the_sides(title)
        named = named or self._of_two_states(title)
        # "trên cơ sở Bản ghi nhớ A, Kế hoạch hành động giai đoạn 2018-2020"
        whose = _OF in self.keys[title.head_end : title.end]  # "Kế hoạch năm 2018 của Bộ A"
        in_row = mark.row in self._rows and mark.act == "refer" and not whose
        named = named or (in_row and capital and has_year(self.doc, title))
        partners = self.keys[title.head_end : title.head_end + 2] == words.ACTION and self._of_partners(title)
        return -0.5 if together or named or (partners and mark.act in ("draft", "refer")) else _NEVER

    def _of_two_states(self, title: Title) -> bool:
        """ "Chương trình Hành động Việt Nam - Nam Phi giai đoạn 2016-2019"."""
        acts = self.keys[title.head_end : title.head_end + 2] in (words.ACTION, _COOPERATION)
        if not acts or self.doc.shapes[title.start] == "l":
            return False
        states = self.states.count(*title.tail)
        paired = any(self.doc.words[at] in DASHES for at in range(*title.tail))
        return states > 1 and (paired or has_year(self.doc, title))

    def _of_the_sides(self, title: Title) -> bool:
        """ "Chương trình A cho các hoạt động | giữa hai bên": whose it is stays open."""
        return title.between is not None and self.keys[title.between + 1 : title.end] == _BOTH_SIDES

    def _of_partners(self, title: Title) -> bool:
        """ "Chương trình Hành động triển khai ý tưởng Đối tác A": what two states do for their partnership."""
        row = self.keys[title.head_end : title.end]
        return any(row[at : at + 2] == _PARTNERSHIP for at in range(len(row) - 1))

    def _record(self, title: Title, mark: Mark) -> float:
        """Minutes of something done count where they are signed, or where they extend or amend a document."""
        counts = title.type not in _RECORDS or title.nested or mark.act in ("sign", "exchange")
        counts = counts or told_by_signing(self.doc, title)
        counts = counts and (title.type not in _MEETINGS or mark.act != "adopt")  # "công bố biên bản cuộc họp"
        if not counts and mark.date and not title.bare:  # "biên bản thường niên đã ký năm 2019 giữa A và B"
            return 0.0 if self.parties.count_near(*self._frame(title)) > 1 else -3.0
        if not counts and title.between is not None:  # "biên bản giữa Cục A Việt Nam và Cục B (Lào)"
            counts = self.parties.count_near(title.between, title.end) > 1
        return 0.0 if counts else -3.0

    def _domestic(self, title: Title) -> float:
        """ "Chương trình phối hợp giữa Ban Dân vận Tỉnh ủy và BĐBP tỉnh": both parties are of Vietnam."""
        if title.between is None or any(
            place.country != "VN" for place in self.states.places_in(title.between, title.end)
        ):
            return 0.0
        if self.states.shorts_in(title.between, title.end):
            return 0.0
        sides = self.parties.countries(title.between, title.end)
        return -3.0 if len(sides) > 1 and set(sides) == {"VN"} else 0.0

    def _pledge(self, title: Title) -> float:
        """ "ký bản cam kết": villagers and drivers sign these; two bodies may, and provinces of both countries."""
        if title.between is not None or self.keys[title.head_end - 2 : title.head_end] != _PLEDGE:
            return 0.0
        provinces = {place.country for place in self._near(title) if place.kind == "province"}
        return 0.0 if len(provinces) > 1 or self.parties.count_near(*self._frame(title)) > 1 else -3.0

    def _small(self, title: Title, mark: Mark, strong: bool) -> float:
        """ "thỏa thuận" in small letters is a document where the sentence speaks of Laos or of two bodies; "hiệp định"
        that is only referred to, where parties or years tell which one; neither where it is a verb."""
        before = self.keys[title.start - 1] if title.start else ""
        # "theo thỏa thuận giữa hai nước", "theo thỏa thuận năm 2008"
        as_noun = before == _AS and (title.between is not None or has_year(self.doc, title))
        as_noun = as_noun or (
            before == _THERE_IS and title.head_end - title.start > 2
        )  # "trong đó có thỏa thuận hợp tác"
        if title.type == "agreement" and before in words.BEFORE_VERB and not as_noun:
            return -4.0
        if title.type == "minutes" and before in words.BEFORE_RECORD:
            return -4.0
        if strong:
            one = title.between is not None or has_year(self.doc, title) or is_numbered(self.doc, title)
            one = one or self._with_state(title) or bool(own_letters(self.doc, title))
            one = one or told_by_signing(self.doc, title)
            about = mark.rule == EXISTS and words.ABOUT in self.keys[title.head_end : title.end]
            once = mark.act == "sign" and mark.status == "referenced" and bool(mark.date) and self._two_named(title)
            known = self._abroad and words.KNOWN.begins_among(self.keys, *title.tail)
            if one or about or once or known or mark.rule == _ANNIVERSARY or _dated(mark):
                return 0.0
            signed = mark.act == "sign" and mark.status == "signed" and not title.bare
            if title.type in TREATIES:
                if signed and any(place.country == "LA" for place in self._near(title)):
                    return 0.0
                return -1.0 if mark.act == "sign" and mark.status == "planned" and not title.bare else -2.0
            return -1.5 if mark.act in ("refer", "named", "draft") else 0.0
        if title.type == _JOINT and mark.act == "adopt" and (mark.status == "signed" or mark.date):
            return 0.0  # "tuyên bố chung sau chuyến thăm": there is but one
        near = self._near(title)
        if title.type == "minutes" or any(place.country == "LA" for place in near):
            return 0.0
        about = self._tells_subject(title) and (self._two_named(title) or self._both_told(title))
        if title.bare or (mark.status == "planned" and mark.rule != PUT_BEFORE and not about):
            frame = self._frame(title)
            both = mark.act == "sign" and title.type in _RECORDS and words.SIDES.begins_among(self.keys, *frame)
            return 0.0 if both or self._two_sign(title, mark) or self.parties.count_near(*frame) > 1 else -1.0
        return -0.5 if mark.act == "sign" and not any(place.country == "VN" for place in near) else 0.0

    def _with_state(self, title: Title) -> bool:
        """ "hiệp định vận tải | với Lào"."""
        end = title.end
        with_one = self.keys[end : end + 1] == [words.WITH] and not title.bare
        one = self.states.count(end, end + 4) > 0 or words.UNION.begins_among(self.keys, end, end + _PARTNER)
        return with_one and one

    def _two_sign(self, title: Title, mark: Mark) -> bool:
        """ "Cục A Việt Nam và Viện B Israel cũng ký thỏa thuận": those who sign are of two countries."""
        done = mark.status == "signed" or (mark.status == "referenced" and bool(mark.date))
        if mark.act != "sign" or not done or mark.at > title.start:
            return False
        first = self.doc.sentence_of(title.start)[0]
        who = {place.country or place.id for place in self.states.places_in(first, mark.at)}
        if mark.date or not title.bare:
            who.update(self.states.shorts_in(first, mark.at))
        return len(who) > 1

    def _vague(self, title: Title, mark: Mark, strong: bool, capital: bool) -> float:
        """What is only referred to, drafted or planned must say which document it is."""
        bare = title.bare and not told_by_signing(self.doc, title)
        weight = 0.0
        owned = self.keys[title.head_end : title.head_end + 1] == [_OF]
        both = owned and words.SIDES.begins_among(self.keys, title.head_end, title.end)  # "của hai Chính phủ"
        both = both or self.states.count(title.head_end, title.end + _PARTNER) > 1
        both = both or (title.type == _JOINT and mark.status == "signed")  # "của Chủ tịch nước A và Tổng thống B"
        if owned and not (strong or both) and self.parties.count_near(title.head_end, title.end + _PARTNER) < 2:
            weight -= 1.5
        told = capital or self._told_apart(title) or (mark.date is not None and not bare)
        if (
            mark.act in ("refer", "named")
            and not ((strong or title.type == _JOINT) and _dated(mark))
            and (bare or not (strong or told))
        ):
            near = {place.country or place.id for place in self._near(title)}
            about = words.ABOUT in self.keys[title.head_end : title.end] and len(near) > 1
            weight -= 0.5 if about else 3.0  # "Việt Nam và Lào thực hiện thỏa thuận về cắm mốc"
        if mark.rule == AS_FRAME and title.type == "programme" and not self._told_apart(title):
            weight -= 3.0  # "tập huấn trong khuôn khổ Chương trình hợp tác A"
        if mark.act == "sign" and mark.status == "referenced" and bare and not mark.date and not strong:
            weight -= 1.5
        about = self._tells_subject(title)
        drafted = strong and capital and self.keys[max(0, title.start - 2) : title.start] == _DRAFT
        if mark.act == "draft" and not drafted and (bare or not (capital or about or mark.rule == PUT_BEFORE)):
            weight -= 2.0
        if mark.status == "planned" and bare and not strong:
            weight -= 2.0
        return weight

    def _told_apart(self, title: Title) -> bool:
        """A year, or a subject with the parties: "thỏa thuận hợp tác biên phòng giữa hai bên"."""
        subject = title.between is not None and (
            title.between - title.head_end > 1 or words.ABOUT in self.keys[title.between : title.end]
        )
        if subject or has_year(self.doc, title) or self._with_state(title) or told_by_signing(self.doc, title):
            return True
        if title.between is None:
            return self._tells_whose(title)
        states = self.states.count(title.between, title.end)
        return states > 1 or len(set(self.parties.countries(title.between, title.end))) > 1

    def _tells_whose(self, title: Title) -> bool:
        """ "tuyên bố chung của hai nhà lãnh đạo", "thỏa thuận cấp chính phủ về A", "... về B Việt Nam - Lào"."""
        keys, head = self.keys, title.head_end
        if title.type == _JOINT:
            return words.OF_LEADERS.match(keys, head) > head
        if words.ABOUT not in keys[head : title.end]:
            paired = title.type == _AGREEMENT and (keys[title.end - 3], keys[title.end - 1]) in _SHORT_PAIR
            return title.end - head > _LONG_NAME and (paired or self.states.count(*title.tail) > 1)
        states = {place.id for place in self.states.places_in(*title.tail) if place.kind == "country"}
        return len(states) > 1 or keys[head] == _LEVEL

    def _tells_subject(self, title: Title) -> bool:
        """What it is about, its years, or its kind and its parties: "thỏa thuận quốc phòng giữa hai nước"."""
        about = words.ABOUT in self.keys[title.head_end : title.end]
        return about or has_year(self.doc, title) or (title.between is not None and title.between - title.head_end > 1)

    def _both_told(self, title: Title) -> bool:
        """ "hai nước", "hai bên"."""
        return words.BOTH.begins_among(self.keys, *self._frame(title))


def _dated(mark: Mark) -> bool:
    """Month and year of the signing are told, or another day: they tell the document from others."""
    told = mark.rule in OLD_SIGNINGS or (mark.date is not None and len(mark.date) > 4)
    return mark.act == "refer" and told
