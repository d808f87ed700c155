"""The review as a command: a list for a log, questions for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from borderwire.errors import Problem
from borderwire.model import Archive, FactDoubt
from borderwire.resolve import to_review
from borderwire.review.console import Console, terminal
from borderwire.review.lines import list_lines
from borderwire.review.session import Session
from borderwire.review.writing import Writer


def review(
    archive: Archive, root: Path, *, only: str | None, by: str | None, as_list: bool, tell: Callable[[str], None]
) -> int:
    """Ask, or list; the exit code. only: "facts" or "identities"; by: who judges; tell: prints to the log."""
    rows = to_review(archive)
    if only:
        rows = tuple(row for row in rows if isinstance(row, FactDoubt) == (only == "facts"))
    archive = replace(archive, review=rows)
    if as_list:
        for line in list_lines(archive):
            print(line)
        return 0
    console = terminal()
    if console is None:
        tell("borderwire: review asks questions, and this is no terminal; --list prints them instead.")
        return 1
    return walk(archive, root, by, console, tell)


def of_the_keeper(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What is wrong with the files that a review reads and writes: judgements and corrections."""
    heads = ("authority", "correction", "sidecar", "metadata")
    return tuple(row for row in problems if row.severity != "note" and row.code.startswith(heads))


def unwritable(problems: Iterable[Problem]) -> Problem | None:
    """Why nothing can be added to the authority file: it cannot be read as a whole."""
    return next((row for row in problems if row.code == "authority-broken"), None)


def walk(archive: Archive, root: Path, by: str | None, console: Console, tell: Callable[[str], None]) -> int:
    """Ask all that `archive.review` holds; the exit code."""
    if not archive.review:
        console.show("Nothing to look at.")
        return 0
    name = by or console.line(f"{len(archive.review)} questions. Who judges (initials or name): ")
    if not name:
        tell("borderwire: a judgement needs a name; nothing was written.")
        return 1
    today = datetime.now().astimezone().date().isoformat()
    session = Session(archive, Writer(root, archive, name, today), console)
    try:
        session.run()
    finally:
        console.show(f"{session.answered} answers written; the next build knows them.")
    return 0
