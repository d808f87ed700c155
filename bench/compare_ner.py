"""Names of officials and provinces found by borderwire and by underthesea, a general Vietnamese NER, on the same texts.

    pip install underthesea    # 9.x, its CRF model ships inside the package
    python bench/compare_ner.py [GOLD]

GOLD is a folder of annotated articles (default: tests/gold/articles). underthesea tags every person and every place;
it knows neither who holds an office nor which unit a place name means. So the fair questions are only these:
which share of the officials' names is found letter by letter (but for case, hyphens and spaces), which share of the
tagged persons are officials, and which share of the named provinces stands inside a tagged place.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from pathlib import Path

from underthesea import ner

from borderwire.evaluate import SUFFIX, read_gold
from borderwire.extract.record import extract_record
from borderwire.gazetteer import load_gazetteer
from borderwire.load import load_article
from borderwire.text import squash


@dataclass
class Count:
    found: int = 0
    wanted: int = 0
    tagged: int = 0
    seconds: float = 0.0

    def line(self, name: str) -> str:
        recall = self.found / max(1, self.wanted)
        precision = self.found / max(1, self.tagged)
        return f"{name:<34} recall {recall:.3f}   precision {precision:.3f}   {self.seconds:.1f} s"


def tagged(text: str) -> tuple[set[str], set[str]]:
    """Squashed persons and places that underthesea tags, line by line (it reads a text as one sentence)."""
    found: dict[str, set[str]] = {"PER": set(), "LOC": set(), "ORG": set()}
    for line in text.split("\n"):
        words: list[str] = []
        kind = ""
        for row in [*ner(line), ("", "", "", "O")]:
            tag = row[3]
            if tag.startswith("I-") and tag[2:] == kind:
                words.append(row[0])
                continue
            if words:
                found.setdefault(kind, set()).add(squash(" ".join(words)))
            words, kind = ([row[0]], tag[2:]) if tag.startswith("B-") else ([], "")
    return found["PER"], found["LOC"] | found["ORG"]


def main() -> None:
    """Measure and print."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "tests" / "gold" / "articles"
    gazetteer = load_gazetteer()
    people, their_people = Count(), Count()
    provinces, their_provinces = Count(), Count()
    for file in sorted(folder.rglob(f"*{SUFFIX}")):
        gold = read_gold(file)
        article = load_article(file.with_name(file.name.replace(SUFFIX, ".txt")), root=folder)
        names = {squash(item["name"]) for item in gold["officials"] or () if not item.get("optional")}
        optional = {squash(item["name"]) for item in gold["officials"] or () if item.get("optional")}
        ids = set(gold["provinces"] or ())
        start = time.perf_counter()
        record = extract_record(article, gazetteer)
        people.seconds += time.perf_counter() - start
        found = {squash(item.name) for item in record.officials} - optional
        _add(people, found, names)
        spoken = {item.id: {squash(form) for form in item.as_written} for item in record.provinces}
        _add(provinces, set(spoken), ids)
        start = time.perf_counter()
        persons, places = tagged(article.text)
        their_people.seconds += time.perf_counter() - start
        _add(their_people, persons - optional, names)
        reached = {
            ident for ident in ids & set(spoken) if any(form in place for form in spoken[ident] for place in places)
        }
        _add(their_provinces, reached, ids)
    print(people.line("officials, borderwire"))
    print(their_people.line("officials, underthesea persons"))
    print(provinces.line("provinces, borderwire"))
    print(f"{'provinces, underthesea places':<34} recall {their_provinces.found / max(1, their_provinces.wanted):.3f}")


def _add(count: Count, found: set[str], wanted: set[str]) -> None:
    count.found += len(found & wanted)
    count.wanted += len(wanted)
    count.tagged += len(found)


if __name__ == "__main__":
    main()
