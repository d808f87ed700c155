"""The extraction gate: scores on the invented articles may rise, never fall.

`floors.yaml` pins the F1 of each field and a digest of the gold, so that neither can slip unseen.
Run `python -m tests.gold.gate` after an improvement: it raises the floors, and refuses to lower one.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from math import floor
from pathlib import Path

import yaml

from borderwire.evaluate import SUFFIX, Evaluation, evaluate

HERE = Path(__file__).parent
ARTICLES = HERE / "articles"
FLOORS = HERE / "floors.yaml"

# Kept below the measured score, so that one debatable article more does not stop an unrelated change.
_SLACK = 0.002


@dataclass(frozen=True)
class Floors:
    """F1 by field, the greatest number of texts in which something may be made up, and the digest of the gold."""

    digest: str
    articles: int
    broken_silence: int
    f1: dict[str, float]


def digest() -> str:
    """SHA-256 over the names and bytes of all annotated articles, in order of name."""
    total = hashlib.sha256()
    for file in sorted(ARTICLES.iterdir()):
        total.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def count() -> int:
    return sum(file.name.endswith(SUFFIX) for file in ARTICLES.iterdir())


def read_floors() -> Floors:
    data = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    return Floors(data["digest"], data["articles"], data["broken_silence"], data["f1"])


def measure() -> Evaluation:
    return evaluate(ARTICLES)


def lowered(old: Floors, result: Evaluation) -> list[str]:
    """What would fall below its floor, in words."""
    told = [
        f"{name}: F1 {result.scores[name].f1:.4f} is below the floor {least:.4f}"
        for name, least in old.f1.items()
        if result.scores[name].f1 < least
    ]
    if result.broken_silence > old.broken_silence:
        told.append(f"made-up facts in {result.broken_silence} silent texts, floor {old.broken_silence}")
    return told


def main() -> int:
    """Raise the floors to what is measured now; 1 when one would have to be lowered."""
    result = measure()
    old = read_floors() if FLOORS.exists() else Floors("", 0, result.broken_silence, {})
    same_gold = old.digest == digest()
    if same_gold and (told := lowered(old, result)):
        print("\n".join(["refused:", *told]), file=sys.stderr)
        return 1
    used = {name: score.f1 for name, score in result.scores.items() if score.used}
    f1 = {name: max(0.0, floor((value - _SLACK) * 1000) / 1000) for name, value in used.items()}
    if same_gold:
        f1 = {name: max(value, old.f1.get(name, 0.0)) for name, value in f1.items()}
    data = {"digest": digest(), "articles": count(), "broken_silence": result.broken_silence, "f1": f1}
    head = "# Made by `python -m tests.gold.gate`. Floors only rise; a new digest means that the gold itself changed.\n"
    FLOORS.write_text(head + yaml.safe_dump(data, sort_keys=False), encoding="utf-8")
    print(FLOORS.read_text(encoding="utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
