"""States told by one syllable or by their capital: "Việt - Nga", "Washington và Hà Nội đã ký thỏa thuận"."""

from __future__ import annotations

from functools import lru_cache

from borderwire.extract import agreement_words as words
from borderwire.extract.anchors import STATE_WORDS
from borderwire.extract.cues import positions
from borderwire.extract.doc import Doc
from borderwire.extract.phrases import DASHES
from borderwire.extract.place_titles import keys_of
from borderwire.text import key

# Where one syllable is written with a capital and is no name of a person.
_SHORT = {
    key(word): state
    for word, state in (
        ("Mỹ", "US"), ("Nga", "RU"), ("Pháp", "FR"), ("Đức", "DE"), ("Anh", "GB"), ("Úc", "AU"), ("Nhật", "JP"),
        ("Hàn", "KR"), ("Séc", "CZ"), ("Ấn", "IN"),
    )
}  # fmt: skip
# Behind these the city itself is meant.
_PLACE = keys_of(
    "tại ở đến từ đô phố tp sang tới thăm rời về quanh khỏi trong ngoài vùng bang gần giờ phía ước định thư ( ,"
)
_LETTERS = key("EU")


def states_told(doc: Doc) -> list[tuple[int, str]]:
    """Token and state, in order."""
    told: list[tuple[int, str]] = []
    for at in positions(doc, _words(doc.gazetteer.matcher.watched)):
        state = _state_at(doc, at)
        if state is not None:
            told.append((at, state))
    return told


@lru_cache(maxsize=8)
def _words(capitals: frozenset[str]) -> frozenset[str]:
    return STATE_WORDS | capitals


def _state_at(doc: Doc, at: int) -> str | None:
    word = doc.keys[at]
    short = _SHORT.get(word)
    if short is not None:
        return short if _is_state(doc, at) else None
    if word == _LETTERS:
        return "EU" if doc.shapes[at] == "A" else None
    for row, state in doc.gazetteer.capital_rows[word]:
        if tuple(doc.keys[at : at + len(row)]) == row:
            return state if _stands_for_state(doc, at, at + len(row)) else None
    return None


def _is_state(doc: Doc, at: int) -> bool:
    """ "Việt - | Nga", "Thủ tướng | Đức": one syllable in a capital, no part of a name nor behind "chị"."""
    if at == 0 or doc.shapes[at] != "U" or doc.keys[at - 1] in words.BEFORE_NAME:
        return False
    dashed = doc.words[at - 1] in DASHES
    return (dashed or doc.shapes[at - 1] == "l") and (at + 1 == len(doc) or doc.shapes[at + 1] != "U")


def _stands_for_state(doc: Doc, at: int, end: int) -> bool:
    """ "| Washington và Hà Nội", "thỏa thuận với | Seoul", but no "tại | Tokyo", "Hiệp định | Paris"."""
    if doc.shapes[at] == "l" or (end < len(doc) and doc.shapes[end] in "UA" and not doc.breaks[end]):
        return False
    if at == 0 or doc.breaks[at] or doc.sentence[at - 1] != doc.sentence[at]:
        return True
    return doc.shapes[at - 1] in "lp" and doc.keys[at - 1] not in _PLACE
