"""What stands between the commands and the terminal: streams, progress, problems.

Nothing here stops a command: a log that is closed or full takes no more, and that is all.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, TextIO

from borderwire.errors import Problem

SHOWN = 20  # problems, files; a log that nobody reads helps nobody; --verbose shows all
_PASSES = {"read": "Reading", "extract": "Extracting", "render": "Rendering"}

Progress = Callable[[str, int, int | None], None]  # as in borderwire.build


def mend_streams() -> None:
    """Vietnamese must print under any locale, and in Windows consoles; a stream that is closed swallows all."""
    for name in ("stdin", "stdout", "stderr"):  # in the order of their numbers: a file opened takes the lowest free one
        stream: Any = getattr(sys, name)
        if stream is None:
            nowhere = Path(os.devnull).open("r" if name == "stdin" else "w", encoding="utf-8")  # noqa: SIM115
            setattr(sys, name, nowhere)
        elif name != "stdin" and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(line: str) -> None:
    """A line for the log. A log that takes no more stops nothing."""
    try:
        print(line, file=sys.stderr, flush=True)
    except OSError:
        _give_up(sys.stderr)


def give_up_printing() -> None:
    """Whatever is still to be printed goes nowhere."""
    _give_up(sys.stdout)


def _give_up(stream: TextIO) -> None:
    """What the stream still holds goes nowhere: Python would try once more at its end, and complain."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


@contextmanager
def display() -> Iterator[Progress]:
    """A bar on a terminal, a line per finished pass in a log."""
    with _bar() if sys.stderr.isatty() else nullcontext(_log) as progress:
        yield progress


def _log(name: str, done: int, total: int | None) -> None:
    if total is not None and done == total:
        tell(f"{_PASSES.get(name, name)}: {done}")


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.console import Console  # noqa: PLC0415 - only a terminal pays for it
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    columns = (TextColumn("{task.description:<11}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True)) as bar:
        tasks = {name: bar.add_task(title, total=None, start=False) for name, title in _PASSES.items()}

        def show(name: str, done: int, total: int | None) -> None:
            bar.start_task(tasks[name])
            bar.update(tasks[name], completed=done, total=total)

        yield show


def print_problems(problems: tuple[Problem, ...], *, verbose: bool) -> None:
    serious = [problem for problem in problems if verbose or problem.severity != "note"]
    for problem in serious if verbose else serious[:SHOWN]:
        tell(f"{problem.severity}: {problem} [{problem.code}]")
    hidden = 0 if verbose else len(serious) - SHOWN
    if hidden > 0:
        tell(f"... and {hidden} more problems; --verbose shows all.")
