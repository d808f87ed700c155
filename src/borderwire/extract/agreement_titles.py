"""Where the name of a document begins and ends: its type, then subject, parties, ordinal, years.

What belongs to it the reader (`agreement_reader`) tells; here the words are found that can open one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from borderwire.extract.agreement_reader import TitleReader
from borderwire.extract.agreement_words import (
    ABOUT,
    ANAPHORA,
    AND,
    BY,
    CONCLUDE,
    DECLARE,
    REFER_TO,
    SIGN,
    THOROUGHLY,
    VAGUE,
)
from borderwire.extract.doc import Doc
from borderwire.gazetteer.matcher import Entry, Hit
from borderwire.text import key

# Papers of one side that two sides can also conclude: taken only when signed together or named with both parties.
WEAK_TYPES = frozenset(["plan", "programme-own", "regime", "procedure"])
_ORDINAL = [key("lần"), key("thứ")]
_TOWN = 6  # tokens of "Tuyên bố Bàn Môn Điếm"
_BESIDE = 20  # tokens of a document named before a declaration
_DECLARATION = Entry("document", "joint-statement", "tuyên bố")


class Title(NamedTuple):
    """Tokens `[start, end)` name a document of a type. head_end: end of the words that say the type; between: token of
    its "giữa" or None; anaphoric: "Hiệp định này"; nested: further heads inside; vague: "thỏa thuận tương tự"."""

    start: int
    head_end: int
    end: int
    type: str
    between: int | None
    anaphoric: bool
    nested: tuple[int, ...] = ()
    vague: bool = False

    @property
    def tail(self) -> tuple[int, int]:
        """The tokens behind the words that say the type."""
        return self.head_end, self.end

    @property
    def bare(self) -> bool:
        """Nothing that tells one document from another follows the type."""
        return self.end == self.head_end or self.vague


def read_titles(doc: Doc) -> list[Title]:
    """The titles of all documents of agreement, in order; heads inside a title give no title of their own."""
    documents = doc.gazetteer.documents
    heads = {hit.start: hit for hit in doc.hits_of("document")}
    declared = _declarations(doc)
    if declared:
        heads = dict(sorted({**declared, **heads}.items()))
    titles: list[Title] = []
    last = 0
    for start, hit in heads.items():
        entry = hit.of("document")
        if start < last or entry is None:
            continue
        if not documents[entry.id].agreement and entry.id not in WEAK_TYPES:
            continue
        if entry.capital and doc.shapes[start] == "l":
            continue
        titles.append(_read(doc, hit, entry.id, heads))
        last = titles[-1].end
    return titles


def _declarations(doc: Doc) -> dict[int, Hit]:
    """ "ký (kết) | Tuyên bố về quan hệ A", "theo | Tuyên bố về A": else the word is a verb, or one side's statement."""
    keys = doc.keys
    found: dict[int, Hit] = {}
    for at in doc.anchors().get(DECLARE[0], []):
        if doc.shapes[at] == "l":
            continue
        if _was_signed(doc, at):
            found[at] = Hit(at, at + 2, (_DECLARATION,))
        elif _tells_subject(doc, at):
            sign = at - 1 - (keys[at - 1] == CONCLUDE)
            if sign >= 0 and (keys[sign] == SIGN or _refers(doc, at)):
                found[at] = Hit(at, at + 2, (_DECLARATION,))
    return found


def _was_signed(doc: Doc, at: int) -> bool:
    """ "Tuyên bố Phnôm Pênh | (được) ký ngày 9/8/2004": named after the town where states signed it."""
    end = at + 2
    if doc.keys[at:end] != DECLARE:
        return False
    while end < min(len(doc), at + _TOWN) and doc.shapes[end] == "U":
        end += 1
    return end > at + 2 and SIGN in doc.keys[end : end + 1 + (doc.keys[end : end + 1] == [BY])]


def _refers(doc: Doc, at: int) -> bool:
    """ "trong khuôn khổ | Tuyên bố về A", "hai nước đã có B, như | Tuyên bố về A": named as what there is."""
    end = at
    if end > 0 and doc.keys[end - 1] in (",", AND) and _follows_document(doc, end):
        return ABOUT in doc.keys[at + 2 : at + 3]  # "trong đó có Công ước A, | Tuyên bố về B"
    while end > 0 and doc.keys[end - 1] in THOROUGHLY and not doc.breaks[end]:
        end -= 1  # "thực hiện đầy đủ và hiệu quả | Tuyên bố về A"
    return doc.keys[at + 2 : at + 3] == [ABOUT] and REFER_TO.ends(doc.keys, end) < end


def _follows_document(doc: Doc, at: int) -> bool:
    """The name of a document in capitals begins not far before a token, in its sentence."""
    first = max(doc.sentence_of(at - 1)[0], at - _BESIDE)
    for here in range(at - 1, first - 1, -1):
        hit = doc.hit_at.get(here)
        if hit is not None and doc.shapes[here] != "l" and hit.of("document") is not None:
            return True
    return False


def _tells_subject(doc: Doc, at: int) -> bool:
    """ "Tuyên bố | về ...", "Tuyên bố Phnôm Pênh | về ...": a place at most stands before what it is about."""
    if doc.keys[at : at + 2] != DECLARE or ABOUT not in doc.keys[at + 2 : at + 5]:
        return False
    about = doc.keys.index(ABOUT, at + 2)
    return all(doc.shapes[here] in ("U", "p") for here in range(at + 2, about))


def _read(doc: Doc, hit: Hit, kind: str, heads: Mapping[int, Hit]) -> Title:
    reader = TitleReader(doc, hit, heads)
    reader.run()
    rest = doc.keys[reader.head_end : reader.end]
    after = hit.end
    back = not rest and after < len(doc.keys) and not doc.breaks[after] and doc.keys[after] in ANAPHORA
    vague = bool(rest) and VAGUE.issuperset(rest)
    return Title(hit.start, reader.head_end, reader.end, kind, reader.between, back, tuple(reader.nested), vague)


def is_numbered(doc: Doc, title: Title) -> bool:
    """ "biên bản ghi nhớ lần thứ XXIV"."""
    return any(doc.keys[at : at + 2] == _ORDINAL for at in range(title.head_end, title.end - 2))


def has_year(doc: Doc, title: Title) -> bool:
    return any(len(doc.keys[at]) == 4 and doc.shapes[at] == "d" for at in range(title.head_end, title.end))
