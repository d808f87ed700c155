"""The inverted index: term -> the documents that hold it, each with how much it says about that document.

Ranking is BM25 over weighted fields (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009, BM25F): what a
word counts for by its place in the text is summed before it is damped. The damped weight is settled when the site is
built, in `LEVELS` steps; the browser multiplies it by the rarity of the term and adds up.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from math import log

from borderwire.site.search.documents import Document
from borderwire.site.search.terms import bare, has_lao, is_lao, pairs, sounds, words

LEVELS = 10
_DAMPING, _LENGTH = 2.0, 0.6  # k1 and b of BM25
# Of two things with the same words in their names the one asked for is likelier the province than a row of meetings.
_RANKS = {"official": 0.95, "agreement": 0.85, "body": 0.85, "meetings": 0.7}
_SOUND = 3  # what a Lao name counts for that is found by its sound

# Postings are written as text: for every level its digit, then the gaps between the numbers of its documents, in
# base 39; a digit from the first half of the letters is followed by another. No letter needs escaping in a script.
_BASE = 39
LETTERS = "".join(chr(code) for code in range(33, 127) if chr(code) not in '0123456789"\\<=;')[: 2 * _BASE]


class Space:
    """Terms of one sort with their documents."""

    def __init__(self) -> None:
        self.postings: dict[str, array[int]] = {}

    def add(self, term: str, value: int) -> None:
        row = self.postings.get(term)
        if row is None:
            row = self.postings[term] = array("I")
        row.append(value)

    def lines(self) -> Iterator[tuple[str, str]]:
        """(bare form, line of the file), in order."""
        postings = self.postings
        plain_of: dict[str, str] = {}
        rows = []
        for form in postings:  # most are two words; the bare form of a word is worked out once
            left, _space, right = form.partition(" ")
            plain = plain_of.get(left)
            if plain is None:
                plain = plain_of[left] = bare(left)
            if right:
                second = plain_of.get(right)
                if second is None:
                    second = plain_of[right] = bare(right)
                plain = f"{plain} {second}"
            rows.append((plain, form))
        rows.sort()
        for plain, form in rows:
            yield plain, f"{form}={encode(postings[form])}"


class Index:
    """words: single words; pairs: two in a row; sounds: keys of Lao names."""

    def __init__(self, mean_length: float, most_articles: int) -> None:
        self.words, self.pairs, self.sounds = Space(), Space(), Space()
        self.mean_length = max(mean_length, 1.0)
        self._most = log(1 + max(1, most_articles))

    def add(self, number: int, document: Document) -> None:
        singles: Counter[str] = Counter()
        doubles: Counter[str] = Counter()
        length = 0
        for weight, line in document.lines:
            row = words(line)
            length += len(line)
            double = pairs([word for word in row if not is_lao(word)] if has_lao(line) else row)
            if weight == 1:
                singles.update(row)
                doubles.update(double)
            else:
                for word in row:
                    singles[word] += weight
                for pair in double:
                    doubles[pair] += weight
        levels = self._levels(document, length)
        first = number * LEVELS
        for counts, space in ((singles, self.words), (doubles, self.pairs)):
            postings = space.postings
            for term, weight in counts.items():
                row_of = postings.get(term)
                if row_of is None:
                    row_of = postings[term] = array("I")
                row_of.append(first + levels[weight])
        heard = dict.fromkeys(sound for name in dict.fromkeys(document.lao) for sound in sounds(name))
        for sound in heard:
            self.sounds.add(sound, first + levels[_SOUND])

    def _levels(self, document: Document, length: int) -> _Levels:
        if document.kind == "article":
            return _Levels(1 - _LENGTH + _LENGTH * length / self.mean_length, 1.0)
        # Things named: a short name says more than one word of a long one; those with many articles come first.
        known = 0.75 + 0.25 * log(1 + document.count) / self._most
        return _Levels(1 - _LENGTH + _LENGTH * length / 120, min(1.0, known) * _RANKS.get(document.kind, 1.0))


class _Levels(dict[int, int]):
    """Weighted count -> level, worked out once for a document."""

    def __init__(self, relative_length: float, factor: float) -> None:
        self.damping = _DAMPING * relative_length
        self.factor = factor * LEVELS

    def __missing__(self, weight: int) -> int:
        level = self[weight] = min(LEVELS - 1, int(weight / (weight + self.damping) * self.factor))
        return level


def encode(values: array[int]) -> str:
    """Postings as text. values: number of the document times `LEVELS` plus level, by number."""
    if len(values) == 1:  # as most are
        gap, level = divmod(values[0], LEVELS)
        return f"{level}{_ONE[gap] if gap < _BASE else _digits(gap)}"
    rows: list[list[str]] = [[] for _ in range(LEVELS)]
    last = [-1] * LEVELS
    for value in values:
        number, level = divmod(value, LEVELS)
        gap = number - last[level] - 1
        last[level] = number
        rows[level].append(_ONE[gap] if gap < _BASE else _digits(gap))
    return "".join(f"{level}{''.join(row)}" for level, row in enumerate(rows) if row)


_ONE = LETTERS[_BASE:]


def _digits(gap: int) -> str:
    text = _ONE[gap % _BASE]
    gap //= _BASE
    while gap:
        text = LETTERS[gap % _BASE] + text
        gap //= _BASE
    return text
