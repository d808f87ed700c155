"""Names of withheld people in running text, where no official was read: Lao ones by their sound, and short forms.

A short form is the family and the given name of a Vietnamese, the middle name left out: `Mai Hoè` for `Mai Văn Hoè`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from borderwire.correction import Withheld
from borderwire.gazetteer import load_gazetteer
from borderwire.model import OfficialFact
from borderwire.resolve.sounds import sound_key
from borderwire.text import key
from borderwire.withhold.forms import Forms

FEWEST_SOUNDS = 8  # letters of a sound key that one Lao name has and hardly another
_MOST_WORDS = 8  # of a Lao name; spelt by syllables the longest known ones have so many
_LONGEST = 100  # letters that `sound_key` looks at
_WORD = re.compile(r"[^\W\d_]+")
# What stands between two words of a name; line ends too, where a source breaks its lines.
_GAP = re.compile(r"[ \t\u00a0'’\-\u2010-\u2015]{1,3}|[ \t]*\n[ \t]*")


def is_vietnamese(name: str) -> bool:
    """The name begins with a family name of the Vietnamese."""
    word = _WORD.search(name)
    return word is not None and key(word[0]) in load_gazetteer().surnames


def lao_sounds(names: Iterable[str]) -> frozenset[str]:
    """Sound keys of the names that are no Vietnamese ones, and long enough to be told apart."""
    keys = (sound_key(name) for name in names if not is_vietnamese(name))
    return frozenset(found for found in keys if len(found) >= FEWEST_SOUNDS)


def spelt_alike(text: str, sounds: frozenset[str]) -> Iterator[str]:
    """Runs of capitalised words that sound as one of the names does."""
    if not sounds:
        return
    first = frozenset(sound[0] for sound in sounds)
    longest = 2 * max(map(len, sounds)) + _MOST_WORDS * 3
    for run in _runs(text):
        for index, (start, _) in enumerate(run):
            if sound_key(text[start : run[index][1]])[:1] not in first:
                continue
            for _, end in run[index : index + _MOST_WORDS]:
                if end - start > min(longest, _LONGEST):
                    break
                if sound_key(text[start:end]) in sounds:
                    yield text[start:end]


def _runs(text: str) -> Iterator[list[tuple[int, int]]]:
    """Places of the words of each run in which every word has a capital, or is joined by a hyphen to one that has."""
    run: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        gap = text[run[-1][1] : match.start()] if run else ""
        joined = bool(run) and _GAP.fullmatch(gap) is not None
        if match[0][0].isupper() or (joined and "-" in gap):
            if not joined and run:
                yield run
                run = []
            run.append(match.span())
        elif run:
            yield run
            run = []
    if run:
        yield run


def short_form(name: str) -> str | None:
    """Family and given name of a Vietnamese who has a middle name."""
    words = _WORD.findall(name)
    return f"{words[0]} {words[-1]}" if len(words) > 2 and is_vietnamese(name) else None


class ShortForm:
    """The short form of one withheld name, and what tells that another person is meant by it."""

    def __init__(self, entry: Withheld, short: str, known: Iterable[OfficialFact]) -> None:
        self.entry = Withheld(short, (), True, entry.why, entry.by, entry.line, exact=True)
        self._short = Forms([self.entry])
        self._full = Forms([entry])
        self._provinces = {official.province for official in known if official.province}
        family, given = map(re.escape, short.split())
        self._others = re.compile(rf"\b{family}(?: [^\W\d_]+){{1,3}} {given}\b")

    def stands_for_person(self, text: str, officials: Iterable[OfficialFact]) -> bool:
        """The text has the short form, and the full one too or nothing that contradicts."""
        if not self._short.find(text):
            return False
        if self._full.find(text):
            return True
        others = (match[0] for match in self._others.finditer(text))
        if any(all(word[0].isupper() for word in name.split()) for name in others):
            return False
        return not any(self._contradicts(official) for official in officials if self.names(official))

    def names(self, official: OfficialFact) -> bool:
        """The official is called by the short form."""
        return any(self._short.line_of(name) is not None for name in (official.name, *official.variants))

    def _contradicts(self, official: OfficialFact) -> bool:
        if official.country not in (None, "VN"):
            return True
        return bool(self._provinces and official.province and official.province not in self._provinces)
