"""What a folder of compiled modules holds, and what they were made of: a JSON file in it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.machinery import EXTENSION_SUFFIXES

FOLDER = "borderwire_compiled"  # on Python's path, as a package would be
LIBRARY = "borderwire__mypyc"  # holds the code of all modules; what each of them has of its own only points to it
_NAME = "manifest.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    """sources: SHA-256 by path, counted from the folder that holds the package, with slashes.

    modules: by full name, where the file is, counted from the folder of the manifest, and its SHA-256.
    """

    sources: Mapping[str, str]
    modules: Mapping[str, tuple[str, str]]


def read_manifest(folder: str) -> Manifest | None:
    """The manifest of a folder; None where there is none to be read. Raises ValueError if it is broken."""
    try:
        with open(os.path.join(folder, _NAME), encoding="utf-8") as file:  # noqa: PTH118, PTH123 - see `finder`
            data = json.load(file)
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return None
    try:
        sources = {str(path): str(digest) for path, digest in data["sources"].items()}
        modules = {str(name): (str(file), str(digest)) for name, (file, digest) in data["modules"].items()}
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"{_NAME}: {error!r}") from error
    if not sources or LIBRARY not in modules:
        raise ValueError(f"{_NAME} is not whole")
    return Manifest(sources, modules)


def write_manifest(folder: str, manifest: Manifest) -> None:
    """Put the manifest into a folder that holds the modules it names."""
    data = {"sources": manifest.sources, "modules": manifest.modules}
    with open(os.path.join(folder, _NAME), "w", encoding="utf-8") as file:  # noqa: PTH118, PTH123
        json.dump(data, file, indent=1, sort_keys=True)


def digest(path: str) -> str:
    """SHA-256 of a file, in hexadecimal digits. Raises OSError."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123
        return hashlib.sha256(file.read()).hexdigest()


def changed_source(manifest: Manifest, root: str) -> str | None:
    """A source that is not what was compiled, or not there, or a package that is new and that Python takes in the stead
    of a source of the same name; None where all are the same. root: holds the package."""
    for path, wanted in manifest.sources.items():
        if not _is(f"{root}/{path}", wanted):
            return path
        package = f"{path.removesuffix('.py')}/__init__.py"
        if os.path.exists(f"{root}/{package}"):  # noqa: PTH110
            return package
    return None


def damaged_module(manifest: Manifest, folder: str) -> str | None:
    """A file that is not there as it was made, or not made for this Python; None where all can be used.

    Machine code with a byte amiss may end the process, so all of it is read: 10 MB, in about 7 ms.
    """
    for path, wanted in manifest.modules.values():
        if not (path.endswith(EXTENSION_SUFFIXES[0]) and _is(f"{folder}/{path}", wanted)):
            return path
    return None


def _is(file: str, wanted: str) -> bool:
    """Whether a file is there with this SHA-256."""
    try:
        return digest(file) == wanted
    except OSError:
        return False


def module_files(names: Iterable[str]) -> dict[str, str]:
    """Where the file of each module is in a folder, as compilers name it for this Python."""
    return {name: name.replace(".", "/") + EXTENSION_SUFFIXES[0] for name in names}
