"""Counts by field, the differences in words, and the table of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import eq
from typing import Any

from borderwire.errors import Problem


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

    @property
    def used(self) -> bool:
        """Something was to be found, or was made up."""
        return bool(self.right or self.missed or self.made_up)

    def add(self, right: int, missed: int, made_up: int) -> None:
        self.right += right
        self.missed += missed
        self.made_up += made_up


FOUR = ("event date", "provinces", "officials", "rank", "office and body", "agreements")
BEYOND = (
    "event kind",
    "venue province",
    "venue district",
    "border gate",
    "meeting number",
    "previous meeting",
    "next meeting",
    "heads of delegation",
    "gifts",
    "gift giver",
    "gift receiver",
    "figures",
    "what is counted",
    "topics",
    "handed over",
    "photo captions",
    "photo credits",
    "wire",
)
FIELDS = (*FOUR, *BEYOND)


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


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page of one article in an evaluation."""

    name: str
    result: Evaluation

    def tell(self, what: str) -> None:
        self.result.differences.append(f"{self.name}: {what}")

    def right(self, name: str, count: int = 1) -> None:
        self.result.scores[name].right += count

    def missed(self, name: str, what: object, label: str | None = None) -> None:
        self.result.scores[name].missed += 1
        self.tell(f"{label or name} missed: {what}")

    def made_up(self, name: str, what: object, label: str | None = None) -> None:
        self.result.scores[name].made_up += 1
        self.tell(f"{label or name} made up: {what}")

    def wrong(self, name: str, found: object, wanted: object, label: str | None = None) -> None:
        """Another value than the gold's: missed once and made up once."""
        self.result.scores[name].add(0, 1, 1)
        self.tell(f"{label or name}: found {found}, gold {wanted}")

    def value(
        self,
        name: str,
        found: object,
        answers: Sequence[object],
        agree: Callable[[Any, Any], bool] = eq,
        label: str | None = None,
    ) -> None:
        """A field of one value. answers: the gold's, then those that are right as well.

        None on both sides counts neither way: silence is no achievement. Nor does a value where the gold has none, if
        it is right as well.
        """
        wanted = answers[0]
        if found is None:
            if None not in answers:
                self.missed(name, wanted, label)
        elif any(answer is not None and agree(found, answer) for answer in answers):
            self.right(name, int(wanted is not None))
        elif wanted is None:
            self.made_up(name, found, label)
        else:
            self.wrong(name, found, wanted, label)

    def names(self, name: str, found: Iterable[str], wanted: Iterable[str], label: str | None = None) -> None:
        """Names that are the same or not; each counts once."""
        there, gold = set(found), set(wanted)
        self.right(name, len(there & gold))
        for item in sorted(gold - there):
            self.missed(name, item, label)
        for item in sorted(there - gold):
            self.made_up(name, item, label)


def answers(gold: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    """What the gold has under a key, and what is right as well."""
    return gold.get(key), *(gold.get(f"{key}_optional") or ())


def report(result: Evaluation, write: Callable[[str], object]) -> None:
    """A table of the scores; fields beyond the four where the gold says something of them. A dash stands for a share
    of nothing: where there was nothing to find, none of it was found."""
    write(f"{result.articles} annotated articles")
    write(f"{'field':<20} {'precision':>9} {'recall':>9} {'F1':>9} {'right':>7} {'missed':>7} {'made up':>8}")
    for name, score in result.scores.items():
        if name in FOUR or score.used:
            write(
                f"{name:<20} {_share(score.precision, score.right + score.made_up)} "
                f"{_share(score.recall, score.right + score.missed)} {_share(score.f1, score.used)} "
                f"{score.right:>7} {score.missed:>7} {score.made_up:>8}"
            )
    if result.silent_texts:
        write(
            f"texts without official or agreement in which one was made up: {result.broken_silence} of "
            f"{result.silent_texts}"
        )


def _share(value: float, of: int) -> str:
    return f"{value:>9.3f}" if of else f"{'-':>9}"
