"""The authority file's judgements pinned to the facts they speak of: gone, unclear and contradictory ones reported."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from borderwire.errors import Problem, Span
from borderwire.model import AgreementFact, Confirmation, Entry, Judgement, Kind, Mention, Naming, OfficialFact, Verdict
from borderwire.resolve.authority import WORDS, Authority, FactRule, Ref
from borderwire.resolve.contradictions import settle
from borderwire.resolve.fact_values import NAMED_BY, as_text, value_now
from borderwire.text import squash

WHOLE = -1  # index of a mention that is the article as a whole
_MOST_SEARCHED = 5000  # paths that are searched for one that looks alike


@dataclass(frozen=True, slots=True)
class Pins:
    """Judgements and names that apply, in the order of the file."""

    judgements: tuple[Judgement, ...] = ()
    namings: tuple[Naming, ...] = ()
    problems: tuple[Problem, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    _by_kind: dict[tuple[Kind, Verdict], list[Judgement]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for judgement in self.judgements:
            self._by_kind.setdefault((judgement.what, judgement.verdict), []).append(judgement)

    def of(self, what: Kind, verdict: Verdict) -> Sequence[Judgement]:
        return self._by_kind.get((what, verdict), ())

    def names(self, what: Kind) -> Iterator[Naming]:
        return (naming for naming in self.namings if naming.what == what)


def pin(authority: Authority, entries: Iterable[Entry]) -> Pins:
    """The judgements that have their facts and contradict no other."""
    if not authority.identities and not authority.names and not authority.facts:
        return Pins()
    finder = _Finder(authority.path, entries)
    pinned: list[Judgement] = []
    for number, rule in enumerate(authority.identities):
        key = f"identities[{number}]"
        left, right = finder.find(rule.what, rule.one, key), finder.find(rule.what, rule.other, key)
        if left is not None and right is not None:
            pinned.append(Judgement(rule.what, rule.verdict, left, right, rule.why, rule.by, rule.date, rule.line))
    namings: list[Naming] = []
    for number, name in enumerate(authority.names):
        of = finder.find(name.what, name.of, f"names[{number}]")
        if of is not None:
            namings.append(Naming(name.what, of, name.preferred, name.also, name.titles, name.line))
    keys = {rule.line: f"identities[{number}]" for number, rule in enumerate(authority.identities)}
    kept, contradictions = settle(pinned, authority.path, keys)
    confirmed = [finder.confirm(rule, f"facts[{number}]") for number, rule in enumerate(authority.facts)]
    return Pins(kept, tuple(namings), (*finder.problems, *contradictions), tuple(filter(None, confirmed)))


class _Finder:
    """Finds the facts that a file's words name, and keeps what it could not find."""

    def __init__(self, path: str, entries: Iterable[Entry]) -> None:
        self.problems: list[Problem] = []
        self._path = path
        self._by_name: dict[str, Entry] = {}
        self._by_file: dict[str, list[str]] = defaultdict(list)
        for entry in entries:
            source = entry.article.source.path
            self._by_name[source] = entry
            self._by_name.setdefault(entry.id, entry)
            self._by_file[source.rpartition("/")[2]].append(source)

    def find(self, what: Kind, ref: Ref, key: str) -> Mention | None:
        entry = self._by_name.get(ref.article)
        if entry is None:
            self._gone(
                f"there is no article {ref.article}; the entry does not apply.", self._near(ref.article), ref, key
            )
            return None
        if ref.words is None:
            return Mention(entry.id, WHOLE)
        found = lookup(entry, what, ref.words)
        if len(found) == 1:
            return Mention(entry.id, found[0])
        told = [words for _, words in _facts(entry, what)]
        if found:
            message = f"“{ref.words}” names {len(found)} things in {ref.article}; the entry does not apply."
            hint = f"Write more of the words around it in `{WORDS[what]}`, as they stand in the text."
            self._complain("authority-unclear", message, hint, ref, key)
            return None
        near = get_close_matches(ref.words, told, n=1, cutoff=0.4) or told[:3]
        hint = f"The article names {'; '.join(near)}." if near else "Remove the entry, or name another article."
        self._gone(f"{ref.article} names no {what} “{ref.words}”; the entry does not apply.", hint, ref, key)
        return None

    def confirm(self, rule: FactRule, key: str) -> Confirmation | None:
        """The confirmation, where what it confirms is still read so."""
        what = NAMED_BY.get(rule.fact.partition(".")[0])
        if what is not None and rule.of.words is None:
            message = f"does not say which {what}; the entry does not apply."
            self._complain("authority-unclear", message, "Add `words:` with its name.", rule.of, key)
            return None
        ref = rule.of if what is not None else Ref(rule.of.article, None, rule.of.line)
        of = self.find(what or "event", ref, key)
        if of is None:
            return None
        now = as_text(value_now(self._by_name[rule.of.article].record, rule.fact, of.index))
        if now != rule.value:
            message = f"{rule.fact} of {rule.of.article} was looked at as “{rule.value}” and is now read as “{now}”."
            hint = "Look at it again with `borderwire review`, and remove this entry."
            self._complain("authority-outdated", message, hint, rule.of, key)
            return None
        return Confirmation(rule.fact, of, rule.value, rule.verdict, rule.by, rule.date, rule.line)

    def _near(self, article: str) -> str:
        near = self._by_file.get(article.rpartition("/")[2], [])[:1]
        if not near and len(self._by_name) <= _MOST_SEARCHED:
            near = get_close_matches(article, list(self._by_name), n=1)
        return f"Did you mean {near[0]}?" if near else "Name a source by its path, as in seeds/a.txt."

    def _gone(self, message: str, hint: str, ref: Ref, key: str) -> None:
        self._complain("authority-gone", message, hint, ref, key)

    def _complain(self, code: str, message: str, hint: str, ref: Ref, key: str) -> None:
        self.problems.append(Problem(code, message, path=self._path, line=ref.line, key=key, hint=hint))


def lookup(entry: Entry, what: Kind, words: str) -> list[int]:
    """Which of the article's officials or agreements these words name: by their own words, else by where they stand
    in the text."""
    wanted = squash(words)
    exact = [index for index, names in enumerate(_names(entry, what)) if wanted in {squash(name) for name in names}]
    if len(exact) == 1 or not words.strip():
        return exact
    spans = list(_occurrences(entry.article.text, words))
    placed = [
        index
        for index, fact in enumerate(_rows(entry, what))
        if any(_holds(one, other) for one in fact.spans for other in spans)
    ]
    return placed if placed and (not exact or len(placed) == 1) else exact


def words_for(entry: Entry, what: Kind, index: int) -> str | None:
    """Words by which `lookup` finds this fact alone; None for the article as a whole and where there are none."""
    if what not in WORDS or index == WHOLE:
        return None
    own = " ".join(_names(entry, what)[index][0].split())
    if lookup(entry, what, own) == [index]:
        return own
    text = entry.article.text
    for start, end in _rows(entry, what)[index].spans:
        low, high = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        for reach in (12, 24, 48, 96, 192):
            wider = text[max(low, start - reach) : min(len(text) if high < 0 else high, end + reach)].strip()
            if lookup(entry, what, wider) == [index]:
                return wider
    return None


def _rows(entry: Entry, what: Kind) -> Sequence[OfficialFact | AgreementFact]:
    return entry.record.officials if what == "person" else entry.record.agreements


def _names(entry: Entry, what: Kind) -> list[tuple[str, ...]]:
    if what == "person":
        return [(fact.name, *fact.variants) for fact in entry.record.officials]
    return [(fact.as_written,) for fact in entry.record.agreements]


def _facts(entry: Entry, what: Kind) -> Iterator[tuple[int, str]]:
    for index, names in enumerate(_names(entry, what)):
        yield index, names[0]


def _occurrences(text: str, words: str) -> Iterator[Span]:
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + len(words))


def _holds(one: Span, other: Span) -> bool:
    return (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])


def pinned_names(pins: Pins, what: Kind) -> Mapping[Mention, str]:
    """Mention -> the name preferred for what it mentions; the first of several."""
    found: dict[Mention, str] = {}
    for naming in pins.names(what):
        if naming.preferred:
            found.setdefault(naming.of, naming.preferred)
    return found
