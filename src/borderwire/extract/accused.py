"""Names that the text calls accused or suspected somewhere: their bearers are no officials, whatever they once were."""

from __future__ import annotations

import re
from dataclasses import dataclass

from borderwire.extract.doc import Doc
from borderwire.extract.names import Name, read_name
from borderwire.text import key

_CALLED = re.compile(r"(?:bị cáo|bị can|nghi phạm|nghi can|đối tượng|phạm nhân|tử tù)[\s:“\"]+(?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Accused:
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
    for match in _CALLED.finditer(doc.text):
        at = doc.token_at(match.end())
        name = read_name(doc, at) if at < len(doc) else None
        if name is None:
            continue
        if len(name.parts) > 1:
            keys.add(name.key)
        else:
            given.add(key(name.parts[0]))
    full = {entry for entry in keys}
    return Accused(frozenset(full), frozenset(given))
