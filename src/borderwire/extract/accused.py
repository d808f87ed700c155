"""Names that the text calls accused or suspected somewhere: their bearers are no officials, whatever they once were."""

from __future__ import annotations

from typing import NamedTuple

from borderwire.extract.cues import ACCUSED_WORDS, positions
from borderwire.extract.doc import Doc
from borderwire.extract.name_parts import Name
from borderwire.extract.names import read_name
from borderwire.extract.phrases import keys as keys_of
from borderwire.extract.phrases import listed
from borderwire.text import key

_CALLED = listed("bị cáo, bị can, nghi phạm, nghi can, đối tượng, phạm nhân, tử tù, bị khởi tố, bị truy tố")
# "ông A - nguyên Giám đốc B - vừa gửi đơn | kháng cáo": said of the person named before, so many tokens back at most.
_APPEAL, _APPEAL_BACK = [key("đơn"), key("kháng"), key("cáo")], 24
_MISTERS, _ONCE, _LODGED = keys_of("ông bà anh chị"), keys_of("nguyên cựu"), keys_of("gửi làm nộp có viết")
_BEFORE_SEVERAL = keys_of("hai ba bốn năm các những phạt")  # "tuyên phạt bị cáo A ...; B ..."
_CONSISTING = "gồm"
_REACH, _LONGEST_LIST = 80, 400  # tokens up to the list, and of it
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
        keys.update(_listed(doc, at, several=start > 0 and doc.keys[start - 1] in _BEFORE_SEVERAL))
        if name is not None and len(name.parts) > 1:
            keys.add(name.key)
        elif name is not None:
            given.add(key(name.parts[0]))
    keys.update(_appealing(doc))
    return Accused(frozenset(keys), frozenset(given))


def _appealing(doc: Doc) -> set[str]:
    """Former officials who are said to appeal against their sentence; others speak of appeals or lodge some."""
    found: set[str] = set()
    for at in positions(doc, ACCUSED_WORDS):
        if at < 2 or doc.keys[at - 1 : at + 2] != _APPEAL or doc.keys[at - 2] not in _LODGED:
            continue
        first = max(doc.sentence_of(at)[0], at - _APPEAL_BACK)
        for step in range(at - 1, first, -1):
            name = read_name(doc, step) if doc.shapes[step] == "U" and doc.keys[step - 1] in _MISTERS else None
            if name is not None and name.vietnamese and len(name.parts) > 1:
                if not _ONCE.isdisjoint(doc.keys[name.end : at]):
                    found.add(name.key)
                break
    return found


def _listed(doc: Doc, at: int, several: bool) -> list[str]:
    """ "nhóm bị cáo ... gồm: A (nguyên ...); B (...) và C", "ba bị cáo A (...), B (...)": the names of a list in the
    sentence that calls them so."""
    end = doc.sentence_of(at)[1] if at < len(doc.keys) else at
    colons = (step for step in range(at, min(end, at + _REACH)) if doc.words[step] == ":")
    start = next((step for step in colons if doc.keys[step - 1] == _CONSISTING), None)
    found: list[str] = []
    step = start + 1 if start is not None else at if several else end
    while step < min(end, at + _LONGEST_LIST):
        name = read_name(doc, step) if doc.shapes[step] == "U" and _begins(doc, step) else None
        if name is not None and name.vietnamese and len(name.parts) > 2:
            found.append(name.key)
        step = name.end if name is not None else step + 1
    return found


def _begins(doc: Doc, at: int) -> bool:
    """An item of the list begins: after ":", ";", a bracket and "," or "và"."""
    before = doc.words[at - 1]
    return before in ":;" or (before in (",", "và") and doc.words[at - 2] in ");")
