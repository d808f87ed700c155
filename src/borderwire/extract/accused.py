"""Names that the text calls accused or suspected somewhere: their bearers are no officials, whatever they once were."""

from __future__ import annotations

from typing import NamedTuple

from borderwire.extract.cues import ACCUSED_WORDS, positions
from borderwire.extract.doc import Doc
from borderwire.extract.name_parts import Name
from borderwire.extract.names import read_name
from borderwire.extract.phrases import Phrases
from borderwire.text import key

_CALLED = Phrases(["bị cáo", "bị can", "nghi phạm", "nghi can", "đối tượng", "phạm nhân", "tử tù"])
_MARKS = frozenset([":", "“", '"'])


class Accused(NamedTuple):
    """keys: full names; given: given names that stand alone ("bị cáo Hùng")."""

    keys: frozenset[str]
    given: frozenset[str]

    def why(self, name: Name) -> str | None:
        """The reason why the bearer of a name is no official, or None."""
        if name.key in self.keys:
            return "accused elsewhere in the text"
        if len(name.parts) > 1 and key(name.parts[-1]) in self.given:
            return "called accused by the given name"
        return None


def find_accused(doc: Doc) -> Accused:
    """All names right after a word such as "bị cáo"."""
    keys: set[str] = set()
    given: set[str] = set()
    for start in positions(doc, ACCUSED_WORDS):
        at = _CALLED.match(doc.keys, start)
        if at == start or at >= len(doc.keys):
            continue
        if doc.words[at] in _MARKS:
            at += 1
        name = read_name(doc, at) if at < len(doc.keys) and doc.shapes[at] in "UA" else None
        if name is not None and len(name.parts) > 1:
            keys.add(name.key)
        elif name is not None:
            given.add(key(name.parts[0]))
    return Accused(frozenset(keys), frozenset(given))
