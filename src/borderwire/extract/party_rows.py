"""Bodies that the words of a document bind to it: "Hiệp định ... giữa A và B", "của A và B", "Thỏa thuận A - B".

Such a row stands right behind the document, or inside its title, and belongs to no other one of the sentence: minutes
signed "nhằm thực hiện Hiệp định giữa hai Bộ" are not between the ministries.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from borderwire.extract.agreement_titles import Title
from borderwire.extract.doc import Doc
from borderwire.extract.hits import entry_at
from borderwire.extract.mentions import BodyMention, bodies_between
from borderwire.extract.words import keys
from borderwire.text import key

_BETWEEN, _OF, _TWO = key("giữa"), key("của"), key("hai")
# "đã được ký kết ngày 9/8/2021 | giữa A và B"
_SIGNED = keys("đã được vừa ký kết ngày tháng năm vào hồi mới") | frozenset("/-.()–")
_BEHIND = 14  # tokens of such words
_ANY = 2  # of other words, right behind the title
_LONGEST = 60  # tokens of a row
_FIRST = 8  # tokens before the first body of a row: "giữa lãnh đạo lực lượng"
_GAP = 9  # tokens between two bodies of a row: "(nước CHDCND Lào) và"
_ENDS = frozenset(";:.!?") | keys(
    "nhằm để thực triển theo trên căn đã sẽ ký tại được do có là trong ngày vào tổ thống tiến cùng"
)
_AND = keys("và với") | frozenset("-–—")
_BOTH = ([_TWO, key("nước")], [_TWO, key("bên")], ["2", key("nước")], ["2", key("bên")])
_TITLE = key("tỉnh")
_LONGEST_PAIR = 16  # tokens: "tỉnh Thừa Thiên Huế và hai tỉnh Salavan, Sekong"
_WORDS_OF_LEVEL = {
    key("bộ"): "ministry",
    key("nước"): "government",
    key("chính"): "government",  # phủ
    key("nhà"): "government",  # nước
    key("quốc"): "government",  # hội, gia
}


class PartyRow(NamedTuple):
    """bodies: those bound to a document, in order; level: of "giữa hai Bộ", "giữa hai nước", else None; both: one name
    stands for both sides ("giữa Bộ Tư pháp hai nước"); provinces: "tỉnh A", "tỉnh B", where they are the parties."""

    bodies: tuple[BodyMention, ...] = ()
    level: str | None = None
    both: bool = False
    provinces: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Both sides are named."""
        return self.both or bool(self.provinces) or len({body.name for body in self.bodies}) > 1

    @property
    def names(self) -> tuple[str, ...]:
        """As written, each once."""
        return self.provinces or tuple(dict.fromkeys(body.name for body in self.bodies))


_NONE = PartyRow()


def read_row(doc: Doc, title: Title, bodies: Sequence[BodyMention], stop: int) -> PartyRow:
    """What the words of a title, or those right behind it, say of its parties; stop: where the next title begins."""
    at = title.between if title.between is not None else _behind(doc, title, stop)
    if at is not None:
        row = _row(doc, at, bodies, stop)
        if len(row) > 1:
            return PartyRow(row)
        both = len(row) == 1 and doc.keys[row[0].end : row[0].end + 2] in _BOTH
        return PartyRow(row, None if both else _level(doc, at), both, () if row else _provinces(doc, at, stop))
    for of in range(title.head_end, min(stop, title.end + 1)):
        if doc.keys[of] == _OF and doc.sentence[of] == doc.sentence[title.start]:
            owners = PartyRow(_row(doc, of, bodies, stop))
            return owners if owners.whole else _NONE
    inside = bodies_between(bodies, title.head_end, title.end)
    if len({body.country for body in inside if body.country}) > 1:
        return PartyRow(tuple(inside))
    return _NONE


def _behind(doc: Doc, title: Title, stop: int) -> int | None:
    """The "giữa" behind a title: "Bản ghi nhớ đã được ký ngày 9/8/2021 giữa A và B"."""
    row, sentence = doc.keys, doc.sentence
    for at in range(title.end, min(stop, title.end + _BEHIND)):
        if sentence[at] != sentence[title.start]:
            return None
        if row[at] == _BETWEEN:
            return at
        if at - title.end >= _ANY and row[at] not in _SIGNED and doc.shapes[at] != "d":
            return None
    return None


def _provinces(doc: Doc, at: int, stop: int) -> tuple[str, ...]:
    """ "giữa | tỉnh A và tỉnh B": provinces of both countries, where no body is named."""
    found: dict[str, None] = {}
    countries = set()
    for here in range(at + 1, min(stop, at + _LONGEST_PAIR, len(doc))):
        if doc.sentence[here] != doc.sentence[at] or doc.keys[here] in _ENDS:
            break
        entry = entry_at(doc, here, "province")
        if entry is not None and doc.shapes[here] != "l":
            first = here - (doc.keys[here - 1] == _TITLE and here - 1 > at)
            found[doc.slice(first, doc.hit_at[here].end)] = None
            countries.add(doc.gazetteer.provinces[entry.id].country)
    return tuple(found) if len(countries) > 1 else ()


def _level(doc: Doc, at: int) -> str | None:
    """ "giữa hai Bộ Công an", "giữa hai nước", "giữa Chính phủ hai nước": whose it is, without names."""
    after = doc.keys[at + 1 : at + 5]
    if len(after) < 2:
        return None
    if after[0] == _TWO:
        return _WORDS_OF_LEVEL.get(after[1])
    return _WORDS_OF_LEVEL.get(after[0]) if _TWO in after else None


def _row(doc: Doc, at: int, bodies: Sequence[BodyMention], stop: int) -> tuple[BodyMention, ...]:
    """The bodies joined to each other from token `at` on; behind "A và B" a comma may add to the side of B."""
    found: list[BodyMention] = []
    end, joined = at + 1, False
    for body in bodies_between(bodies, at, min(stop, at + _LONGEST)):
        if doc.sentence[body.start] != doc.sentence[at] or body.start - end > (_GAP if found else _FIRST):
            break
        gap = doc.keys[end : body.start]
        if not _ENDS.isdisjoint(gap) or (joined and "," in gap and body.country != found[-1].country):
            break
        joined = joined or (bool(found) and not _AND.isdisjoint(gap))
        found.append(body)
        end = body.end
    return tuple(found)
