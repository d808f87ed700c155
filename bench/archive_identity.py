"""How well people, events and documents are told apart in a made-up archive, and whether time grows linearly.

    python bench/archive_identity.py [--articles 5000] [--seed 1] [--times 1000 10000 50000] [--errors 5]

Pairwise: of all pairs of mentions put together, how many belong together (precision); of all that belong together, how
many were put together (recall). Floors: people 0.995 / 0.95, events and documents 0.98 / 0.95. Exits with 1 below one.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Hashable, Mapping

from made_archive import make

from borderwire.gazetteer import load_gazetteer
from borderwire.model import Archive
from borderwire.resolve import resolve_archive

FLOORS = {"people": (0.995, 0.95), "events": (0.98, 0.95), "agreements": (0.98, 0.95)}


def pairwise(truth: Mapping[Hashable, int], found: Mapping[Hashable, str]) -> tuple[float, float, int]:
    """Precision, recall and the number of true pairs."""
    both = Counter((truth[item], found[item]) for item in truth)
    real, put = Counter(truth.values()), Counter(found[item] for item in truth)

    def pairs(count: Counter[object]) -> int:
        return sum(number * (number - 1) // 2 for number in count.values())

    right = pairs(both)
    return right / max(1, pairs(put)), right / max(1, pairs(real)), pairs(real)


def found_in(archive: Archive) -> dict[str, dict[Hashable, str]]:
    """What the archive says each fact is, keyed as in `Truth`."""
    return {
        "people": {(m.entry, m.index): person.id for person in archive.people for m in person.mentions},
        "events": {entry: event.id for event in archive.events for entry in event.entries},
        "agreements": {(m.entry, m.index): item.id for item in archive.agreements for m in item.mentions},
    }


def measure(articles: int, seed: int, errors: int) -> bool:
    readings, truth = make(articles, seed)
    archive = resolve_archive(readings, load_gazetteer())
    found = found_in(archive)
    true: dict[str, Mapping[Hashable, int]] = {
        "people": truth.people, "events": truth.events, "agreements": truth.documents,
    }  # fmt: skip
    passed = True
    print(
        f"{articles} articles, seed {seed}: {len(archive.people)} people ({len(set(truth.people.values()))} true), "
        f"{len(archive.events)} events ({len(set(truth.events.values()))}), {len(archive.agreements)} documents "
        f"({len(set(truth.documents.values()))}), {len(archive.series)} series, {len(archive.doubts)} doubts"
    )
    for what, floors in FLOORS.items():
        precision, recall, pairs = pairwise(true[what], found[what])
        good = precision >= floors[0] and recall >= floors[1]
        passed = passed and good
        print(
            f"  {what:<11} precision {precision:.4f} recall {recall:.4f} of {pairs} pairs",
            "ok" if good else "BELOW THE FLOOR",
        )
        if errors:
            show(true[what], found[what], archive, what, errors)
    return passed


def show(truth: Mapping[Hashable, int], found: Mapping[Hashable, str], archive: Archive, what: str, most: int) -> None:
    """Some of the clusters that hold several true ones, and some true ones that fell apart."""
    wrong: dict[str, dict[int, list[Hashable]]] = {}
    split: dict[int, dict[str, list[Hashable]]] = {}
    for item, number in truth.items():
        wrong.setdefault(found[item], {}).setdefault(number, []).append(item)
        split.setdefault(number, {}).setdefault(found[item], []).append(item)
    for title, groups in (("put together", wrong), ("fell apart", split)):
        mixed = [parts for parts in groups.values() if len(parts) > 1]
        mixed.sort(key=lambda parts: -sorted(len(items) for items in parts.values())[-2])
        print(f"    {title}: {len(mixed)}")
        for parts in mixed[:most]:
            print("     ", " || ".join(tell(items[0], archive, what) + f" x{len(items)}" for items in parts.values()))


def tell(item: Hashable, archive: Archive, what: str) -> str:
    entry = archive.by_id[item if isinstance(item, str) else item[0]]
    record = entry.record
    if what == "people":
        fact = record.officials[item[1]]
        return f"{fact.name}, {fact.rank}, {fact.position}, {fact.organization}, {fact.province}, {entry.date}"
    if what == "agreements":
        paper = record.agreements[item[1]]
        return f"{paper.as_written}, {paper.status}, {paper.date}, {paper.parties}, seen {entry.date} in {entry.id}"
    return f"{entry.id} {entry.date} {record.event_date.basis} {record.event_type and record.event_type.id}"


def timing(articles: int, seed: int) -> None:
    readings, truth = make(articles, seed)
    gazetteer = load_gazetteer()
    began = time.process_time()
    resolve_archive(readings, gazetteer)
    seconds = time.process_time() - began
    per_thousand = seconds / articles * 1000
    print(
        f"  {articles:>6} articles, {len(truth.people):>6} mentions: {seconds:6.2f} s, {per_thousand:.3f} s per 1,000"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--times", type=int, nargs="*", default=[1000, 10000, 50000])
    parser.add_argument("--errors", type=int, default=0, help="show that many mistakes of each kind")
    args = parser.parse_args()
    passed = measure(args.articles, args.seed, args.errors)
    for articles in args.times:
        timing(articles, args.seed)
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
