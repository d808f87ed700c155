"""The folder of source texts: finding, reading and reporting its files."""

from __future__ import annotations

import stat
from dataclasses import replace
from pathlib import Path

from borderwire.errors import Problem, SourceError
from borderwire.load.addresses import same_addresses
from borderwire.load.faults import HugeFileError, UnusableFileError, as_problem
from borderwire.load.markdown import parse_markdown
from borderwire.load.plain import parse_text
from borderwire.load.sidecar import SidecarFile, read_sidecar, with_sidecar
from borderwire.load.walk import MARKDOWN, TEXT, reason, shown_path, walk
from borderwire.model import Article, Metadata, Sidecar

# A long newspaper article has 50 KB, a whole issue 1 MB. A larger file is something else, and would slow everything.
LARGEST_FILE = 8 * 1024 * 1024


def load_articles(seeds: Path, *, root: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every source below the folder `seeds`, sub-folders included, in sorted order.

    The problems are those of the folder and of files that gave no article; problems of an article stay with it. A bad
    file never stops the others. Paths are shown relative to `root`. Raises SourceError when the folder itself cannot
    be read.
    """
    _check_folder(seeds, root)
    articles: list[Article] = []
    problems: list[Problem] = []
    for path, problem in walk(seeds, root):
        if problem is not None:
            problems.append(problem)
            continue
        try:
            articles.append(load_article(path, root=root))
        except SourceError as error:
            problems.append(as_problem(error))
    return tuple(articles), (*problems, *same_addresses(articles))


def load_article(path: Path, *, root: Path) -> Article:
    """One source file as an article, with what its sidecar says. Raises SourceError when it cannot be read or holds
    no text."""
    shown = shown_path(path, root)
    raw = _read(path, shown)
    article = parse_markdown(raw, shown) if path.suffix.lower() in MARKDOWN else parse_text(raw, shown)
    sidecar = find_sidecar(path, root)
    return article if sidecar is None else with_sidecar(article, sidecar)


def find_sidecar(path: Path, root: Path) -> SidecarFile | None:
    """What stands in the YAML file beside a source, None where there is no such file."""
    found = [file for file in (path.with_suffix(".yaml"), path.with_suffix(".yml")) if file.is_file()]
    if not found:
        return None
    shown = shown_path(found[0], root)
    kinds = sorted((TEXT | MARKDOWN) - {path.suffix.lower()})
    twins = [twin.name for kind in kinds if (twin := path.with_suffix(kind)).is_file()]
    if twins:
        message = f"stands beside {path.name} and {', '.join(twins)}: it is not clear which it is about; left out."
        return _no_sidecar(shown, "sidecar-shared", message, "Give the sources different names.")
    try:
        file = read_sidecar(_read(found[0], shown), shown)
    except SourceError as error:
        return _no_sidecar(shown, "sidecar-broken", error.message, error.hint or "")
    if len(found) == 1:
        return file
    message = f"there is a {found[1].name} too; only this file is read."
    twice = Problem("sidecar-shared", message, path=shown, hint="Put everything into one of the two.")
    return replace(file, sidecar=replace(file.sidecar, problems=(twice, *file.sidecar.problems)))


def _no_sidecar(shown: str, code: str, message: str, hint: str) -> SidecarFile:
    return SidecarFile(Sidecar(shown, (), (Problem(code, message, path=shown, hint=hint),)), Metadata(), {})


def _check_folder(seeds: Path, root: Path) -> None:
    shown = seeds.as_posix()  # as given: a folder that is not there is looked for from where the user stands
    try:
        if seeds.is_dir():
            next(seeds.iterdir(), None)
            return
        there = seeds.exists()
    except OSError as error:
        raise SourceError(
            f"cannot read the folder of sources ({reason(error)}).", path=shown, hint="Check its permissions."
        ) from None
    if there:
        raise SourceError(
            "the sources must be a folder, but this is a file.", path=shown, hint="Put the texts into a folder."
        )
    hint = "Make it and put the texts (.txt, .md) into it, or name another folder with `seeds:` in borderwire.yaml."
    if any(path.suffix.lower() in TEXT for path in root.glob("*.*")):
        hint = f"{root} holds texts itself: put them into it, or name the folder above."
    raise SourceError("there is no such folder of sources.", path=shown, hint=hint)


def _read(path: Path, shown: str) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnusableFileError("this is not a file.", path=shown, hint="Name a text file.")
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UnusableFileError("there is no such file.", path=shown, hint="Check the path.") from None
    except OSError as error:
        message = f"cannot read the file ({reason(error)})."
        raise UnusableFileError(message, path=shown, hint="Check its permissions.") from None
    if len(raw) > LARGEST_FILE:
        message = f"the file is too large: more than {LARGEST_FILE // (1024 * 1024)} MB."
        raise HugeFileError(message, path=shown, hint="Cut it into single articles.")
    return raw
