"""Where the phrases stand that years, venues, meetings and handovers are told with."""

from __future__ import annotations

from borderwire.extract.anchors import ANCHORS
from borderwire.extract.cues import positions as spots
from borderwire.extract.doc import Doc
from borderwire.text import key

__all__ = ["Forms", "digits", "spots"]


def digits(doc: Doc) -> list[int]:
    """Tokens that are digits, in order."""
    return doc.digits


class Forms:
    """Phrases as they are written, for finding them in texts; their first words must be among the anchors."""

    def __init__(self, *forms: str) -> None:
        self._rows: dict[str, tuple[str, ...]] = {}
        for form in forms:
            first = key(form.split()[0])
            if first not in ANCHORS:
                raise ValueError(f"“{form}” does not begin with a word that is looked for")
            self._rows[first] = (*self._rows.get(first, ()), form)

    def find(self, doc: Doc) -> list[int]:
        """Tokens at which one of the phrases begins, in order."""
        index, text, starts = doc.anchors(), doc.text, doc.starts
        found: list[int] = []
        for first, forms in self._rows.items():
            for at in index.get(first, ()):
                start = starts[at]
                for form in forms:
                    end = start + len(form)
                    if text.startswith(form, start) and not text[end : end + 1].isalpha():
                        found.append(at)
        return sorted(found) if len(self._rows) > 1 else found
