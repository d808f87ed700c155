"""How many articles a second one core reads, from bytes to record, and whether memory stays flat.

    python bench/extract_speed.py [--articles 2000] [--kilobytes 4] [FOLDER]
    python bench/extract_speed.py --both

The texts are those of FOLDER (default: the seeds), cut or repeated to the size wanted (bytes of UTF-8), each given a
mark of its own so that no cache of whole texts could help. Prints articles a second for loading, extraction and
both, the best and the median of five rounds, and the peak memory after the first and the last round; before that,
whether the modules are compiled (`sh .ci/setup` does it). Time is that of the processor, so that other programs count
little.

With --both, two processes read the same texts in turns, one with compiled modules and one without
(BORDERWIRE_COMPILED=0), and it prints how many times as fast the first is.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path

from borderwire.build import spare_the_collector
from borderwire.compiled import reading
from borderwire.extract.record import extract_records
from borderwire.gazetteer import load_gazetteer
from borderwire.load import parse_text

ROUNDS = 5
CHUNK = 64  # as `borderwire build` hands articles to its workers
STEPS = ("load", "extract", "both")


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


def rounds(sources: list[bytes]) -> Iterator[dict[str, float]]:
    """Seconds of each step, and the peak memory in MB, round by round for ever."""
    spare_the_collector()  # as `borderwire build` does
    gazetteer = load_gazetteer()
    while True:
        loading = extracting = 0.0
        for first in range(0, len(sources), CHUNK):
            start = time.process_time()
            articles = [parse_text(source, f"seeds/{first}.txt") for source in sources[first : first + CHUNK]]
            middle = time.process_time()
            for _ in extract_records(articles, gazetteer):
                pass
            loading += middle - start
            extracting += time.process_time() - middle
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield {"load": loading, "extract": extracting, "both": loading + extracting, "memory": memory}


def serve(sources: list[bytes]) -> None:
    """One round for each line of input, for `--both`: first how this process reads, then what a round took."""
    print(json.dumps(str(reading())), flush=True)
    for _, row in zip(sys.stdin, rounds(sources), strict=False):
        print(json.dumps(row), flush=True)


def both(arguments: list[str]) -> list[tuple[str, list[dict[str, float]]]]:
    """How a process with compiled modules and one without read, and their rounds; they take turns."""
    pipe, command = subprocess.PIPE, [sys.executable, __file__, "--serve", *arguments]
    environments = [{**os.environ, "BORDERWIRE_COMPILED": switch} for switch in ("1", "0")]
    with ExitStack() as stack:
        processes = [
            stack.enter_context(subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment))
            for environment in environments
        ]
        answers: list[list[str]] = [[] for _ in processes]
        for number in range(ROUNDS + 1):
            for process, rows in zip(processes, answers, strict=True):
                assert process.stdin is not None
                assert process.stdout is not None
                if number:
                    process.stdin.write("\n")
                    process.stdin.flush()
                rows.append(process.stdout.readline())
    return [(json.loads(rows[0]), [json.loads(row) for row in rows[1:]]) for rows in answers]


def report(how: str, rows: list[dict[str, float]], articles: int) -> None:
    """Print what the rounds of one process say."""
    print(how)
    for step in STEPS:
        seconds = [row[step] for row in rows]
        best, middle = articles / min(seconds), articles / statistics.median(seconds)
        print(f"{step:<8} best {best:8.0f} articles/s   median {middle:8.0f} articles/s")
    print(f"peak memory {rows[0]['memory']:.0f} MB after the first round, {rows[-1]['memory']:.0f} MB after the last")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parents[1] / "seeds")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--kilobytes", type=float, default=4)
    parser.add_argument("--both", action="store_true", help="measure compiled modules and plain Python in turns")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    sources = texts(options.folder, options.articles, int(options.kilobytes * 1024))
    if options.serve:
        serve(sources)
        return
    total = sum(map(len, sources)) / len(sources)
    print(f"{len(sources)} texts, {total:.0f} bytes each on average")
    if not options.both:
        report(str(reading()), list(islice(rounds(sources), ROUNDS)), len(sources))
        return
    results = both([str(options.folder), f"--articles={options.articles}", f"--kilobytes={options.kilobytes}"])
    for how, rows in results:
        report(how, rows, len(sources))
    for step in STEPS:
        compiled, plain = (min(row[step] for row in rows) for _, rows in results)
        print(f"{step:<8} compiled {plain / compiled:.2f} times as fast as plain")


if __name__ == "__main__":
    main()
