"""Which paths a build may write: inside the folder, on any file system, each once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from borderwire.errors import OutputError
from borderwire.model import File

# Windows and FAT, on which an archive is handed on by USB stick, forbid these characters and device names:
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]|[. ](/|$)|(^|/) ')
_DEVICES = re.compile(r"(^|/)(con|prn|aux|nul|conin\$|conout\$|com[\d¹²³]|lpt[\d¹²³])(\.[^/]*)?(/|$)", re.IGNORECASE)
_LONGEST_NAME = 200  # bytes of one part; ext4 and NTFS take 255, and a name grows when a disk is encrypted
_LONGEST_PATH = 220  # characters; Windows takes 260 together with the folder the archive is copied to
_OWN = ".borderwire-"  # beginnings and endings of our own bookkeeping


def why_unwritable(path: str) -> str | None:
    """What is wrong with a path relative to the build folder; None when it can be written anywhere."""
    parts = path.split("/")
    if any(part in ("", ".", "..") for part in parts):
        return "leads out of the build folder"
    if _FORBIDDEN.search(path) or _DEVICES.search(path):
        return "cannot be written to a USB stick or a Windows disk"
    if len(path) > _LONGEST_PATH or any(len(part.encode("utf-8", "replace")) > _LONGEST_NAME for part in parts):
        return "has too long a name"
    if _OWN in path:
        return "is kept for borderwire's own bookkeeping"
    return None


def checked(files: Iterable[File]) -> dict[str, File]:
    """The files by path. Raises OutputError for a path that cannot be written everywhere, or is written twice."""
    by_path: dict[str, File] = {}
    folded: dict[str, File] = {}
    for file in files:
        wrong = why_unwritable(file.path)
        if wrong:
            hint = "Rename its source or its slug."
            raise OutputError(f"{wrong} (made from {file.origin}).", path=file.path, hint=hint)
        key = _fold(file.path)
        other = folded.get(key)
        if other is not None:
            raise OutputError(
                f"is made twice: from {other.origin} and from {file.origin}.",
                path=file.path,
                hint=_advice(file.path, other.path),
            )
        by_path[file.path] = folded[key] = file
    for key in folded:
        _check_folders(key, folded)
    return by_path


def _advice(*paths: str) -> str:
    """What a keeper can do about two paths that clash: it depends on what the files are."""
    if any(path.startswith("articles/") for path in paths):
        return "Give one of them another address (`slug` in its front matter)."
    if any(path.startswith("static/") for path in paths):
        return "Rename one of them in static/; upper and lower case alone do not tell files apart everywhere."
    return "Rename one of them."


def _fold(path: str) -> str:
    """Paths that some file systems take for the same: Windows and macOS, whatever the case and the normal form."""
    return unicodedata.normalize("NFC", path).casefold()


def _check_folders(key: str, folded: dict[str, File]) -> None:
    """No file may stand where another one needs a folder."""
    at = key.find("/")
    while at > 0:
        if key[:at] in folded:
            hint = _advice(folded[key].path, folded[key[:at]].path)
            message = f"needs a folder where {folded[key[:at]].path} is a file."
            raise OutputError(message, path=folded[key].path, hint=hint)
        at = key.find("/", at + 1)


def check_output(output: Path, protected: Sequence[Path]) -> None:
    """Raises OutputError when the output is, holds or lies in a folder of sources, or is no real folder."""
    hint = "Choose another folder."
    try:
        target = output.resolve()
        sources = [folder.resolve() for folder in protected]
        link, no_folder = output.is_symlink(), output.exists() and not output.is_dir()
    except (OSError, RuntimeError) as error:  # a link that leads to itself
        raise OutputError(f"cannot be used ({error}).", path=str(output), hint=hint) from error
    for folder, source in zip(protected, sources, strict=True):
        if source.is_relative_to(target):
            raise OutputError(f"holds the sources in {folder}; nothing was written.", path=str(output), hint=hint)
    for folder, source in list(zip(protected, sources, strict=True))[1:]:
        if target.is_relative_to(source):
            message = f"lies inside the sources in {folder}; nothing was written."
            raise OutputError(message, path=str(output), hint=hint)
    if link:
        raise OutputError("is a link; nothing was written.", path=str(output), hint="Name the folder it leads to.")
    if no_folder:
        raise OutputError("is a file, not a folder.", path=str(output), hint=hint)
