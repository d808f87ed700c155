"""How well Lao names are told apart by their sound: the curve over the threshold, from files of pairs.

    python bench/name_pairs.py FILE.tsv|FOLDER [...] [--step 0.02] [--errors]

Files hold one pair a line, divided by tabs: kind, one spelling, another, ...; lines that begin with `#` are notes. Two
people: kind `other` or `distractor`. Of a place: `place` and `held_place`, which are left out. All else: one person.
`tests/resolve/data/lao_names.tsv` is such a file. At 0 false merges at least 90 % of true pairs must be found with the
threshold that the archive uses; exits with 1 below that.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from borderwire.resolve.likeness import ALIKE
from borderwire.resolve.sounds import likeness

TWO_PEOPLE, NO_PEOPLE = frozenset(["other", "distractor"]), frozenset(["place", "held_place"])
FLOOR = 0.9
Scored = tuple[float, str, str]


def read_pairs(paths: Iterable[Path]) -> Iterator[tuple[bool, str, str]]:
    """Whether the two are one person, and both spellings, of all files; of folders, their .tsv files."""
    for path in paths:
        files = sorted(path.glob("**/*.tsv")) if path.is_dir() else [path]
        for file in files:
            for line in file.read_text(encoding="utf-8-sig").splitlines():
                cells = line.split("\t")
                if line.startswith("#") or len(cells) < 3 or cells[0] in NO_PEOPLE:
                    continue
                yield cells[0] not in TWO_PEOPLE, cells[1], cells[2]


def curve(same: Sequence[Scored], other: Sequence[Scored], step: float) -> Iterator[tuple[float, float, int]]:
    """Threshold, share of true pairs at or above it, and false merges; and the archive's own threshold among them."""
    marks = {round(number * step, 4) for number in range(round(0.5 / step), round(1 / step) + 1)} | {ALIKE}
    for mark in sorted(marks):
        found = sum(score >= mark for score, _, _ in same)
        yield mark, found / max(1, len(same)), sum(score >= mark for score, _, _ in other)


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("paths", nargs="+", type=Path, help="files of pairs, or folders of them")
    parser.add_argument("--step", type=float, default=0.02, help="between two thresholds (default: 0.02)")
    parser.add_argument("--errors", action="store_true", help="show true pairs missed and false merges")
    args = parser.parse_args(argv)
    same: list[Scored] = []
    other: list[Scored] = []
    for one_person, left, right in read_pairs(args.paths):
        (same if one_person else other).append((likeness(left, right), left, right))
    if not same:
        print("There are no pairs of one person in these files.", file=sys.stderr)
        return 2
    print(f"{len(same)} pairs of one person, {len(other)} of two")
    print("threshold  found   false merges")
    passed = False
    for mark, share, false in curve(same, other, args.step):
        own = mark == ALIKE
        passed = passed or (own and share >= FLOOR and not false)
        print(f"     {mark:.2f}  {share:6.1%}  {false:>5}{'   the archive uses this one' if own else ''}")
    best = max((score for score, _, _ in other), default=0.0)
    share = sum(score > best for score, _, _ in same) / len(same)
    print(f"At 0 false merges {share:.1%} of true pairs could be found (two people are at most {best:.2f} alike).")
    if args.errors:
        missed = [row for row in same if row[0] < ALIKE]
        false_merges = [row for row in other if row[0] >= ALIKE]
        for title, rows in (("missed", missed), ("false merges", false_merges)):
            print(f"{title}: {len(rows)}")
            for score, left, right in sorted(rows):
                print(f"  {score:.2f}  {left} | {right}")
    print("ok" if passed else "BELOW THE FLOOR")
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
