"""Where the words stand that years, figures, venues, meetings and handovers begin with: one pass for all of them."""

from __future__ import annotations

from collections.abc import Iterable

from borderwire.extract.doc import Doc
from borderwire.extract.words import keys
from borderwire.text import key

_ALL = keys(
    "hai ba bốn năm sáu bảy tám chín mười",  # numbers
    "Tý Sửu Dần Mão Thìn Tỵ Ngọ Mùi Thân Dậu Tuất Hợi Tị Tí",  # lunar years
    "tại ở lần tiếp bàn khánh xây trao",  # venues, ordinals, handovers
)
_MEMO = "spots"


def spots(doc: Doc, words: Iterable[str]) -> list[int]:
    """Tokens whose key is one of the words, in order. The words must be among those gathered here."""
    index = _index(doc)
    found = [index[word] for word in words if word in index]
    return found[0] if len(found) == 1 else sorted([at for row in found for at in row])


def digits(doc: Doc) -> list[int]:
    """Tokens that are digits, in order."""
    found: list[int] | None = doc.memo.get("digits")
    if found is None:
        found = doc.memo["digits"] = []
        shapes, at = doc.shapes, -1
        for _ in range(shapes.count("d")):  # counting and searching a list cost a fraction of a loop over it
            at = shapes.index("d", at + 1)
            found.append(at)
    return found


def _index(doc: Doc) -> dict[str, list[int]]:
    index: dict[str, list[int]] | None = doc.memo.get(_MEMO)
    if index is None:
        index = doc.memo[_MEMO] = {}
        for at, word in [(at, word) for at, word in enumerate(doc.keys) if word in _ALL]:
            if word in index:
                index[word].append(at)
            else:
                index[word] = [at]
    return index


class Forms:
    """Phrases as they are written, for finding them in texts; their first words must be among those gathered here."""

    def __init__(self, *forms: str) -> None:
        self._rows: dict[str, tuple[str, ...]] = {}
        for form in forms:
            first = key(form.split()[0])
            if first not in _ALL:
                raise ValueError(f"“{form}” does not begin with a word that is looked for")
            self._rows[first] = (*self._rows.get(first, ()), form)

    def find(self, doc: Doc) -> list[int]:
        """Tokens at which one of the phrases begins, in order."""
        index, text, starts = _index(doc), doc.text, doc.starts
        found: list[int] = []
        for first, forms in self._rows.items():
            for at in index.get(first, ()):
                start = starts[at]
                for form in forms:
                    end = start + len(form)
                    if text.startswith(form, start) and not text[end : end + 1].isalpha():
                        found.append(at)
        return sorted(found) if len(self._rows) > 1 else found
