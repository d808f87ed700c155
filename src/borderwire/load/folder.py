"""The folder of source texts: finding, reading and reporting its files."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from borderwire.errors import Problem, SourceError
from borderwire.load.faults import HugeFileError, UnusableFileError, as_problem
from borderwire.load.markdown import parse_markdown
from borderwire.load.plain import parse_text
from borderwire.load.sidecar import SidecarFile, read_sidecar, with_sidecar
from borderwire.model import BUILD_MARK, Article, Metadata, Sidecar

# A long newspaper article has 50 KB, a whole issue 1 MB. A larger file is something else, and would slow everything.
LARGEST_FILE = 8 * 1024 * 1024
_TEXT = frozenset([".txt"])
_MARKDOWN = frozenset([".md", ".markdown"])
_SIDECAR = frozenset([".yaml", ".yml"])
# A line end in a name would make two lines of a message.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_KINDS_HINT = "Sources are .txt and .md files; name it so, or move it elsewhere."


def load_articles(seeds: Path, *, root: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Every source below the folder `seeds`, sub-folders included, in sorted order.

    The problems are those of files that gave no article; problems of an article stay with it. A bad file never stops
    the others. Paths are shown relative to `root`. Raises SourceError when the folder itself cannot be read.
    """
    _check_folder(seeds, root)
    articles: list[Article] = []
    problems: list[Problem] = []
    for path, problem in _walk(seeds, root, _holders(seeds)):
        if problem is not None:
            problems.append(problem)
            continue
        try:
            articles.append(load_article(path, root=root))
        except SourceError as error:
            problems.append(as_problem(error))
    return tuple(articles), tuple(problems)


def load_article(path: Path, *, root: Path) -> Article:
    """One source file as an article, with what its sidecar says. Raises SourceError when it cannot be read or holds
    no text."""
    shown = shown_path(path, root)
    raw = _read(path, shown)
    article = parse_markdown(raw, shown) if path.suffix.lower() in _MARKDOWN else parse_text(raw, shown)
    sidecar = find_sidecar(path, root)
    return article if sidecar is None else with_sidecar(article, sidecar)


def find_sidecar(path: Path, root: Path) -> SidecarFile | None:
    """What stands in the YAML file beside a source, None where there is no such file."""
    found = [file for file in (path.with_suffix(".yaml"), path.with_suffix(".yml")) if file.is_file()]
    if not found:
        return None
    shown = shown_path(found[0], root)
    kinds = sorted((_TEXT | _MARKDOWN) - {path.suffix.lower()})
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


def shown_path(path: Path, root: Path) -> str:
    """The path as messages and records show it: relative to `root` with `/`, or as given when it lies elsewhere."""
    # Not resolved: a link inside the root is shown as it is written.
    absolute, base = Path(os.path.normpath(path.absolute())), Path(os.path.normpath(root.absolute()))
    shown = absolute.relative_to(base) if absolute.is_relative_to(base) else path
    return _CONTROL.sub("\ufffd", os.fsencode(shown.as_posix()).decode("utf-8", "replace"))


def _check_folder(seeds: Path, root: Path) -> None:
    shown = seeds.as_posix()  # as given: a folder that is not there is looked for from where the user stands
    try:
        if seeds.is_dir():
            next(seeds.iterdir(), None)
            return
        there = seeds.exists()
    except OSError as error:
        raise SourceError(
            f"cannot read the folder of sources ({_reason(error)}).", path=shown, hint="Check its permissions."
        ) from None
    if there:
        raise SourceError(
            "the sources must be a folder, but this is a file.", path=shown, hint="Put the texts into a folder."
        )
    hint = "Make it and put the texts (.txt, .md) into it, or name another folder with `seeds:` in borderwire.yaml."
    if any(path.suffix.lower() in _TEXT for path in root.glob("*.*")):
        hint = f"{root} holds texts itself: put them into it, or name the folder above."
    raise SourceError("there is no such folder of sources.", path=shown, hint=hint)


def _holders(folder: Path) -> frozenset[tuple[int, int]]:
    """The folders that hold it, up to the root of the disk: a link to one of them leads back here."""
    found = set()
    with suppress(OSError):
        for parent in (*folder.resolve().parents, *folder.absolute().parents):
            status = parent.stat()
            found.add((status.st_dev, status.st_ino))
    return frozenset(found)


def _walk(folder: Path, root: Path, above: frozenset[tuple[int, int]]) -> Iterator[tuple[Path, Problem | None]]:
    """Files that may be sources, and what is wrong with others. above: the folders that hold it."""
    try:
        status = folder.stat()
        names = sorted(entry.name for entry in folder.iterdir())
    except OSError as error:
        message = f"cannot read the folder ({_reason(error)})."
        yield folder, _problem("unreadable-folder", message, folder, root, "Check its permissions.")
        return
    here = (status.st_dev, status.st_ino)
    if here in above:
        yield (
            folder,
            _problem("link-loop", "the link leads back to a folder that holds it.", folder, root, "Remove the link."),
        )
        return
    if BUILD_MARK in names or (folder.is_symlink() and _lies_in_a_build(folder)):
        message = "this is a site that borderwire made, not sources; left out."
        yield folder, _problem("build-folder", message, folder, root, "Move it elsewhere, or remove the link.")
        return
    stems = {Path(name).stem for name in names if Path(name).suffix.lower() in _TEXT | _MARKDOWN}
    for name in names:
        if not name.startswith("."):
            yield from _entry(folder / name, root, above | {here}, stems)


def _lies_in_a_build(link: Path) -> bool:
    return any((parent / BUILD_MARK).is_file() for parent in link.resolve().parents)


def _entry(
    path: Path, root: Path, above: frozenset[tuple[int, int]], stems: set[str]
) -> Iterator[tuple[Path, Problem | None]]:
    suffix = path.suffix.lower()
    source = suffix in _TEXT or suffix in _MARKDOWN
    try:
        mode = path.stat().st_mode
    except OSError as error:
        hint = "Remove the link, or mend what it points to." if path.is_symlink() else "Check its permissions."
        yield path, _problem("unreadable-file", f"cannot read the file ({_reason(error)}).", path, root, hint)
        return
    if stat.S_ISDIR(mode):
        if source:
            message = "a folder is named like a source; its files are read as those of any folder."
            yield path, _problem("folder-named-as-file", message, path, root, "Rename it if it should be a text.")
        yield from _walk(path, root, above)
    elif not stat.S_ISREG(mode):
        yield path, _problem("not-a-file", "this is a device, pipe or socket, not a file.", path, root, "Remove it.")
    elif source:
        yield path, None
    elif not (suffix in _SIDECAR and path.stem in stems):
        yield path, _problem("unknown-format", "not a source, left out.", path, root, _KINDS_HINT, note=True)


def _read(path: Path, shown: str) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise UnusableFileError("this is not a file.", path=shown, hint="Name a text file.")
        with path.open("rb") as file:
            raw = file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UnusableFileError("there is no such file.", path=shown, hint="Check the path.") from None
    except OSError as error:
        message = f"cannot read the file ({_reason(error)})."
        raise UnusableFileError(message, path=shown, hint="Check its permissions.") from None
    if len(raw) > LARGEST_FILE:
        message = f"the file is too large: more than {LARGEST_FILE // (1024 * 1024)} MB."
        raise HugeFileError(message, path=shown, hint="Cut it into single articles.")
    return raw


def _problem(code: str, message: str, path: Path, root: Path, hint: str, *, note: bool = False) -> Problem:
    return Problem(code, message, severity="note" if note else "error", path=shown_path(path, root), hint=hint)


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
