"""Which files of the folder of sources are texts, and what the others are."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path

from borderwire.errors import Problem, Severity
from borderwire.model import BUILD_MARK

TEXT = frozenset([".txt"])
MARKDOWN = frozenset([".md", ".markdown"])
SIDECAR = (".yaml", ".yml")
_GOLD = ".gold"  # NAME.gold.yaml is what `borderwire evaluate` compares with
_HIGHER = frozenset(["authority", "borderwire"])  # settings and judgements of the whole archive
_TOOLS = frozenset([".git", ".hg", ".svn"])  # folders of version control
# A line end in a name would make two lines of a message.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_KINDS_HINT = "Sources are .txt and .md files; name it so, or move it elsewhere."

Found = Iterator[tuple[Path, Problem | None]]


def shown_path(path: Path, root: Path) -> str:
    """The path as messages and records show it: relative to `root` with `/`, or as given when it lies elsewhere."""
    # Not resolved: a link inside the root is shown as it is written.
    absolute, base = Path(os.path.normpath(path.absolute())), Path(os.path.normpath(root.absolute()))
    return printable(absolute.relative_to(base) if absolute.is_relative_to(base) else path)


def printable(path: Path) -> str:
    """The path as a message can show it: in one line, and in letters."""
    return _CONTROL.sub("\ufffd", os.fsencode(path.as_posix()).decode("utf-8", "replace"))


def reason(error: OSError) -> str:
    """What the system says is wrong, in lower case."""
    return (error.strerror or str(error)).lower()


def walk(seeds: Path, root: Path) -> Found:
    """The files below `seeds` in sorted order: sources with None, and what is to be told of others."""
    return _Walk(seeds, root).folder(seeds, _holders(seeds))


def _holders(folder: Path) -> frozenset[tuple[int, int]]:
    """The folders that hold it, up to the root of the disk: a link to one of them leads back here."""
    found = set()
    with suppress(OSError):
        for parent in (*folder.resolve().parents, *folder.absolute().parents):
            status = parent.stat()
            found.add((status.st_dev, status.st_ino))
    return frozenset(found)


class _Walk:
    def __init__(self, seeds: Path, root: Path) -> None:
        self.root = root
        self.inside = (root.resolve(), seeds.resolve())

    def folder(self, folder: Path, above: frozenset[tuple[int, int]]) -> Found:
        """above: the folders that hold it."""
        try:
            status = folder.stat()
            names = sorted(entry.name for entry in folder.iterdir())
        except OSError as error:
            message = f"cannot read the folder ({reason(error)})."
            yield folder, self.tell("unreadable-folder", message, folder, "Check its permissions.")
            return
        here = (status.st_dev, status.st_ino)
        if here in above:
            message = "the link leads back to a folder that holds it."
            yield folder, self.tell("link-loop", message, folder, "Remove the link.")
            return
        if BUILD_MARK in names or (folder.is_symlink() and _lies_in_a_build(folder)):
            message = "this is a site that borderwire made, not sources; left out."
            yield folder, self.tell("build-folder", message, folder, "Move it elsewhere, or remove the link.")
            return
        texts = {Path(name).stem: name for name in names if Path(name).suffix.lower() in TEXT | MARKDOWN}
        for name in names:
            if name.startswith("."):
                yield from self.hidden(folder / name)
            else:
                yield from self.entry(folder / name, above | {here}, texts)

    def hidden(self, path: Path) -> Found:
        """Files and folders that would be read if their name did not begin with a dot."""
        suffix = path.suffix.lower()
        if suffix in TEXT | MARKDOWN or (path.name not in _TOOLS and path.is_dir()):
            hint = "Take the dot off its name if it should be read."
            message = "its name begins with a dot, which hides it; left out."
            yield path, self.tell("hidden-file", message, path, hint, severity="note")

    def entry(self, path: Path, above: frozenset[tuple[int, int]], texts: dict[str, str]) -> Found:
        """texts: the sources of the folder by their names without ending."""
        suffix = path.suffix.lower()
        source = suffix in TEXT or suffix in MARKDOWN
        try:
            mode = path.stat().st_mode
        except OSError as error:
            hint = "Remove the link, or mend what it points to." if path.is_symlink() else "Check its permissions."
            yield path, self.tell("unreadable-file", f"cannot read the file ({reason(error)}).", path, hint)
            return
        if stat.S_ISDIR(mode):
            yield from self.linked(path)
            if source:
                message = "a folder is named like a source; its files are read as those of any folder."
                yield path, self.tell("folder-named-as-file", message, path, "Rename it if it should be a text.")
            yield from self.folder(path, above)
        elif not stat.S_ISREG(mode):
            yield path, self.tell("not-a-file", "this is a device, pipe or socket, not a file.", path, "Remove it.")
        elif source:
            yield from self.linked(path)
            yield path, None
        elif suffix in SIDECAR:
            yield from self.sidecar(path, texts)
        else:
            yield path, self.tell("unknown-format", "not a source, left out.", path, _KINDS_HINT, severity="note")

    def linked(self, path: Path) -> Found:
        """A link that leads out of the archive is followed; keepers should know what it publishes."""
        if not path.is_symlink():
            return
        target = path.resolve()
        if not any(target.is_relative_to(folder) for folder in self.inside):
            message = f"is a link to {printable(target)}, outside the archive; it is followed."
            hint = "Remove the link if that should not be published."
            yield path, self.tell("link-outside", message, path, hint, severity="note")

    def sidecar(self, path: Path, texts: dict[str, str]) -> Found:
        """A file of corrections whose text is not there, or that is not read as it is named."""
        if path.stem in texts and path.suffix in SIDECAR:
            return
        if path.stem in texts:
            message, hint = "is not read under this ending.", f"Name it {path.stem}{path.suffix.lower()}."
        elif path.stem.removesuffix(_GOLD) in texts:
            message = "not a source, left out."
            yield path, self.tell("unknown-format", message, path, _KINDS_HINT, severity="note")
            return
        elif path.stem in _HIGHER:
            message, hint = "is not read in this place.", "Put it beside the folder of sources."
        else:
            message = f"belongs to {path.stem}.txt or .md, which is not here; nothing of it is used."
            folded = {stem.casefold(): name for stem, name in texts.items()}
            folded.update({name.casefold(): name for name in texts.values()})
            near = get_close_matches(path.stem.casefold(), folded, n=1)
            hint = "Give it the name of its text and put it beside that, or remove it."
            if near:
                hint = f"If it is about {folded[near[0]]}, name it {Path(folded[near[0]]).stem}.yaml; or remove it."
        yield path, self.tell("sidecar-orphan", message, path, hint, severity="warning")

    def tell(self, code: str, message: str, path: Path, hint: str, *, severity: Severity = "error") -> Problem:
        return Problem(code, message, severity, shown_path(path, self.root), hint=hint)


def _lies_in_a_build(link: Path) -> bool:
    return any((parent / BUILD_MARK).is_file() for parent in link.resolve().parents)
