"""Which paths a build may write: inside the folder, on any file system, each once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from borderwire.errors import OutputError
from borderwire.model import File

# Windows and FAT, on which an archive is handed on by USB stick, forbid these characters and device names:
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f]|[. ](/|$)')
_DEVICES = re.compile(r"(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.[^/]*)?(/|$)", re.IGNORECASE)
_LONGEST_NAME = 200  # bytes of one part; ext4 and NTFS take 255, and a name grows when a disk is encrypted


def checked(files: Iterable[File]) -> dict[str, File]:
    """The files by path. Raises OutputError for a path that cannot be written everywhere, or is written twice."""
    by_path: dict[str, File] = {}
    folded: dict[str, File] = {}
    for file in files:
        _check(file)
        other = folded.get(file.path.casefold())
        if other is not None:
            raise OutputError(
                f"is made twice: from {other.origin} and from {file.origin}.",
                path=file.path,
                hint="Give one of them another address (`slug` in its front matter).",
            )
        by_path[file.path] = folded[file.path.casefold()] = file
    for path in folded:
        _check_folders(path, folded)
    return by_path


def _check(file: File) -> None:
    path = file.path
    parts = path.split("/")
    wrong = None
    if not path or path.startswith("/") or ".." in parts or "" in parts or "." in parts:
        wrong = "leads out of the build folder"
    elif _FORBIDDEN.search(path) or _DEVICES.search(path):
        wrong = "cannot be written to a USB stick or a Windows disk"
    elif any(len(part.encode()) > _LONGEST_NAME for part in parts):
        wrong = "has too long a name"
    if wrong:
        raise OutputError(f"{wrong} (made from {file.origin}).", path=path, hint="Rename its source or its slug.")


def _check_folders(path: str, folded: dict[str, File]) -> None:
    """No file may stand where another one needs a folder."""
    at = path.find("/")
    while at > 0:
        if path[:at] in folded:
            raise OutputError(f"needs a folder where {folded[path[:at]].path} is a file.", path=folded[path].path)
        at = path.find("/", at + 1)


def check_output(output: Path, protected: Iterable[Path]) -> None:
    """Raises OutputError when the output is, holds or lies in a folder of sources, or is no real folder."""
    target = output.resolve()
    for folder in protected:
        source = folder.resolve()
        if target == source or source.is_relative_to(target):
            raise OutputError(
                f"holds the sources in {folder}; nothing was written.", path=str(output), hint="Choose another folder."
            )
    for folder in list(protected)[1:]:
        if target.is_relative_to(folder.resolve()):
            raise OutputError(
                f"lies inside the sources in {folder}; nothing was written.",
                path=str(output),
                hint="Choose another folder.",
            )
    if output.is_symlink():
        raise OutputError("is a link; nothing was written.", path=str(output), hint="Name the folder it leads to.")
    if output.exists() and not output.is_dir():
        raise OutputError("is a file, not a folder.", path=str(output), hint="Choose another folder.")
