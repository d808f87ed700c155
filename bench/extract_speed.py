"""How many articles a second one core reads, from bytes to record, and whether memory stays flat.

    python bench/extract_speed.py [--articles 2000] [--kilobytes 4] [FOLDER]

The texts are those of FOLDER (default: the seeds), cut or repeated to the size wanted (bytes of UTF-8), each given a
mark of its own so that no cache of whole texts could help. Prints articles a second for loading, extraction and
both, the best and the median of five rounds, and the peak memory after the first and the last round.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import time
from pathlib import Path

from borderwire.build import spare_the_collector
from borderwire.extract.record import extract_records
from borderwire.gazetteer import load_gazetteer
from borderwire.load import parse_text

ROUNDS = 5
CHUNK = 64  # as `borderwire build` hands articles to its workers


def texts(folder: Path, articles: int, size: int) -> list[bytes]:
    """`articles` texts of about `size` bytes, cut at a line end where there is one."""
    sources = [file.read_bytes() for file in sorted(folder.glob("*.txt"))]
    made = []
    for number in range(articles):
        source = sources[number % len(sources)]
        body = (source + b"\n\n") * (size // len(source) + 1)
        cut = body.rfind(b"\n", size // 2, size)
        made.append(body[: cut if cut > 0 else size] + f"\n\nSố {number}".encode())
    return made


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[1] / "seeds")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--kilobytes", type=float, default=4)
    options = parser.parse_args()
    sources = texts(options.folder, options.articles, int(options.kilobytes * 1024))
    spare_the_collector()  # as `borderwire build` does
    gazetteer = load_gazetteer()
    total = sum(map(len, sources)) / len(sources)
    print(f"{len(sources)} texts, {total:.0f} bytes each on average")
    rows = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        loading = extracting = 0.0
        for first in range(0, len(sources), CHUNK):
            start = time.perf_counter()
            articles = [parse_text(source, f"seeds/{first}.txt") for source in sources[first : first + CHUNK]]
            middle = time.perf_counter()
            for _ in extract_records(articles, gazetteer):
                pass
            loading += middle - start
            extracting += time.perf_counter() - middle
        rows.append(
            (time.perf_counter() - began, loading, extracting, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
        )
    for name, column in (("load", 1), ("extract", 2), ("both", 0)):
        seconds = [row[column] for row in rows]
        best, middle = len(sources) / min(seconds), len(sources) / statistics.median(seconds)
        print(f"{name:<8} best {best:8.0f} articles/s   median {middle:8.0f} articles/s")
    print(f"peak memory {rows[0][3] / 1024:.0f} MB after the first round, {rows[-1][3] / 1024:.0f} MB after the last")


if __name__ == "__main__":
    main()
