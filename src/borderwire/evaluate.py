"""How well the extractor reads: its records against articles that a person has annotated.

A gold folder holds pairs `NAME.txt` and `NAME.gold.yaml`; the keys of a gold file are `event_date`, `provinces`,
`officials`, `agreements`, each with `optional` forms that count neither way (see the README). A key that is left out
is not scored. A made-up fact counts as much as a missed one. Debatable readings: `event_date_accept` lists further
dates that count as right, `organization_open: true` leaves the body of an official unscored.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from borderwire.annotations import pairs, read_gold
from borderwire.errors import Problem
from borderwire.extract.record import extract_record
from borderwire.gazetteer import load_gazetteer
from borderwire.load import load_article
from borderwire.model import AgreementFact, OfficialFact, Record
from borderwire.text import key, squash

__all__ = ["FIELDS", "SUFFIX", "Evaluation", "Score", "compare", "evaluate", "read_gold", "report"]

SUFFIX = ".gold.yaml"
# Two wordings name one document when the shorter shares this part of its words with the longer.
_SAME_DOCUMENT = 0.6
# Two readings of an office agree when they share this part of all their words.
_SAME_OFFICE = 0.75
_WORD = re.compile(r"\w+")
# Words that a body's name may carry or leave out, and words that begin the name of a body inside an office.
_LOOSE = "tỉnh thành phố tp nước việt nam lào chdcnd cộng hòa dân chủ nhân cấp của bộ đội"
_STARTS = "công bộ ubnd tỉnh ủy ban cục phòng đồn hđnd sở ty chi đội văn cơ quân tp việt lào nước chính"
_LOOSE_WORDS = frozenset(key(word) for word in _WORD.findall(_LOOSE))
_BODY_STARTS = frozenset(key(word) for word in _WORD.findall(_STARTS))


@dataclass(slots=True)
class Score:
    """Counts of one field. A wrong date, rank or office counts once as missed and once as made up."""

    right: int = 0
    missed: int = 0
    made_up: int = 0

    @property
    def precision(self) -> float:
        found = self.right + self.made_up
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        wanted = self.right + self.missed
        return self.right / wanted if wanted else 1.0

    @property
    def f1(self) -> float:
        """2·right / (2·right + missed + made up); 1 where there was nothing to find and nothing was made up."""
        weight = 2 * self.right + self.missed + self.made_up
        return 2 * self.right / weight if weight else 1.0

    def add(self, right: int, missed: int, made_up: int) -> None:
        self.right += right
        self.missed += missed
        self.made_up += made_up


FIELDS = ("event date", "provinces", "officials", "rank", "office and body", "agreements")


@dataclass(slots=True)
class Evaluation:
    """Scores by field, the differences in words, and texts without agreement or official in which one was made up.
    problems: what was found odd in the gold files."""

    articles: int = 0
    scores: dict[str, Score] = field(default_factory=lambda: {name: Score() for name in FIELDS})
    differences: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    silent_texts: int = 0
    broken_silence: int = 0


def evaluate(folder: Path) -> Evaluation:
    """Read every annotated article below the folder and compare. Raises SourceError when there is none, or for a gold
    file that does not hold what it should."""
    gazetteer = load_gazetteer()
    result = Evaluation()
    for file, text in pairs(folder, SUFFIX):
        gold = read_gold(file, gazetteer.provinces, result.problems.append)
        record = extract_record(load_article(text, root=folder), gazetteer)
        compare(record, gold, file.name[: -len(SUFFIX)], result)
    return result


def compare(record: Record, gold: dict[str, Any], name: str, result: Evaluation) -> None:
    """Add one article's comparison to the result."""
    result.articles += 1
    if "event_date" in gold:
        _compare_date(record, gold, name, result)
    if "provinces" in gold:
        _compare_provinces(record, gold, name, result)
    if "officials" in gold:
        _compare_officials(record.officials, gold["officials"] or [], name, result)
    if "agreements" in gold:
        _compare_agreements(record.agreements, gold["agreements"] or [], name, result)
    if gold.get("officials") == [] or gold.get("agreements") == []:
        result.silent_texts += 1
        made_up = (gold.get("officials") == [] and record.officials) or (
            gold.get("agreements") == [] and record.agreements
        )
        result.broken_silence += bool(made_up)


def _compare_date(record: Record, gold: dict[str, Any], name: str, result: Evaluation) -> None:
    wanted, found = gold["event_date"], record.event_date.value
    right = any(_same_date(found, value) for value in (wanted, *(gold.get("event_date_accept") or ())))
    result.scores["event date"].add(right, not right, not right)
    if not right:
        result.differences.append(f"{name}: event date: found {found}, gold {wanted}")


def _same_date(found: str | None, wanted: object) -> bool:
    """Agree to the precision of the gold; None: rightly left open."""
    return found is None if wanted is None else (found or "")[: len(str(wanted))] == str(wanted)


def _compare_provinces(record: Record, gold: dict[str, Any], name: str, result: Evaluation) -> None:
    optional = set(gold.get("provinces_optional") or ())
    wanted = {item["id"] if isinstance(item, dict) else item for item in gold["provinces"] or ()} - optional
    found = {item.id for item in record.provinces} - optional
    result.scores["provinces"].add(len(wanted & found), len(wanted - found), len(found - wanted))
    result.differences += [f"{name}: province missed: {item}" for item in sorted(wanted - found)]
    result.differences += [f"{name}: province made up: {item}" for item in sorted(found - wanted)]


def _compare_officials(
    found: Sequence[OfficialFact], gold: list[dict[str, Any]], name: str, result: Evaluation
) -> None:
    by_name = {squash(official.name): official for official in found}
    score = result.scores["officials"]
    for wanted in gold:
        official = by_name.pop(squash(wanted["name"]), None)
        if wanted.get("optional"):
            continue
        score.add(official is not None, official is None, 0)
        if official is None:
            result.differences.append(f"{name}: official missed: {wanted['name']}")
        else:
            _compare_office(official, wanted, name, result)
    score.add(0, 0, len(by_name))
    result.differences += [f"{name}: official made up: {official.name}" for official in by_name.values()]


def _compare_office(official: OfficialFact, wanted: dict[str, Any], name: str, result: Evaluation) -> None:
    same_rank = squash(official.rank or "") == squash(wanted.get("rank") or "")
    result.scores["rank"].add(same_rank, not same_rank, not same_rank)
    if not same_rank:
        result.differences.append(f"{name}: rank of {official.name}: found {official.rank}, gold {wanted.get('rank')}")
    same = _same_office(official, wanted)
    result.scores["office and body"].add(same, not same, not same)
    if not same:
        result.differences.append(
            f"{name}: office of {official.name}: found {official.position} / {official.organization}, "
            f"gold {wanted.get('position')} / {wanted.get('organization')}"
        )


def _same_office(official: OfficialFact, wanted: dict[str, Any]) -> bool:
    """The offices agree in their own words, and office and body together in nearly all words: a text may write the
    body into the office ("Giám đốc Công an tỉnh") or leave out "tỉnh" and the like."""
    country = wanted.get("country")
    if country and official.country and country != official.country:
        return False
    found, gold = (_office_core(text) for text in (official.position, wanted.get("position")))
    shorter = min(len(found), len(gold))
    if found[:shorter] != gold[:shorter] or (shorter == 0 and found != gold):
        return False
    if wanted.get("organization_open"):
        return True
    one = _words(official.position) | _words(official.organization)
    other = _words(wanted.get("position")) | _words(wanted.get("organization"))
    return len(one & other) >= _SAME_OFFICE * len(one | other)


def _office_core(position: str | None) -> tuple[str, ...]:
    """The office's own words: up to where the name of a body begins."""
    words = [key(word) for word in _WORD.findall(position or "")]
    for index, word in enumerate(words):
        if index and word in _BODY_STARTS:
            return tuple(words[:index])
    return tuple(words)


def _words(text: str | None) -> frozenset[str]:
    return frozenset(key(word) for word in _WORD.findall(text or "")) - _LOOSE_WORDS


def _compare_agreements(
    found: Sequence[AgreementFact], gold: list[dict[str, Any]], name: str, result: Evaluation
) -> None:
    left = list(found)
    score = result.scores["agreements"]
    for wanted in sorted(gold, key=lambda item: bool(item.get("optional"))):
        match = _best(left, wanted)
        if match is not None:
            left.remove(match)
        if wanted.get("optional"):
            continue
        score.add(match is not None, match is None, 0)
        if match is None:
            result.differences.append(f"{name}: agreement missed: {wanted['as_written']} ({wanted['status']})")
    score.add(0, 0, len(left))
    result.differences += [f"{name}: agreement made up: {item.as_written} ({item.status})" for item in left]


def _best(found: Sequence[AgreementFact], wanted: dict[str, Any]) -> AgreementFact | None:
    def fits(item: AgreementFact) -> bool:
        return wanted.get("optional") is True or item.status == wanted["status"]

    ranked = [(_overlap(item.as_written, wanted["as_written"]), item) for item in found if fits(item)]
    best = max(ranked, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= _SAME_DOCUMENT else None


def _overlap(one: str, other: str) -> float:
    a, b = (Counter(key(word.strip('.,;:()"“”')) for word in text.split()) for text in (one, other))
    return (a & b).total() / max(1, min(a.total(), b.total()))


def report(result: Evaluation, write: Callable[[str], object]) -> None:
    """A table of the scores."""
    write(f"{result.articles} annotated articles")
    write(f"{'field':<16} {'precision':>9} {'recall':>9} {'F1':>9} {'right':>7} {'missed':>7} {'made up':>8}")
    for name, score in result.scores.items():
        write(
            f"{name:<16} {score.precision:>9.3f} {score.recall:>9.3f} {score.f1:>9.3f} "
            f"{score.right:>7} {score.missed:>7} {score.made_up:>8}"
        )
    if result.silent_texts:
        write(
            f"texts without official or agreement in which one was made up: {result.broken_silence} of "
            f"{result.silent_texts}"
        )
