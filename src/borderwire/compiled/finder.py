"""Decides whether compiled modules may stand for the sources, and serves them to Python's import.

Runs in every process before anything else of the package: it imports next to nothing, works with plain paths, and
whatever it finds, it raises nothing. The decision costs about 12 ms, nearly all of it for the SHA-256 of 150 sources
and 10 MB of machine code; to import the compiled modules then takes half the time that their sources take.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.machinery import ExtensionFileLoader, ModuleSpec
from types import ModuleType
from typing import Literal

from borderwire.compiled.manifest import FOLDER, LIBRARY, Manifest, changed_source, damaged_module, read_manifest

SWITCH = "BORDERWIRE_COMPILED"
_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))  # noqa: PTH100, PTH120

State = Literal["compiled", "absent", "off", "stale", "unfit"]


@dataclass(frozen=True, slots=True)
class Reading:
    """How texts are read in this process, and why.

    state: "absent" no compiled modules, "off" switched off, "stale" a source has changed since, "unfit" not whole or
    not for this Python. detail: the file concerned, or what was said. modules: files by full name, when compiled.
    """

    state: State
    detail: str = ""
    modules: Mapping[str, str] | None = None

    def __str__(self) -> str:
        if self.state == "compiled":
            return "reading compiled"
        if self.state == "off":
            return f"reading in plain Python, as {SWITCH}=0 asks for"
        return f"reading in plain Python, about half as fast: {self.finding}"

    @property
    def finding(self) -> str:
        """What is the matter with the compiled modules, and what to do."""
        return _FINDINGS[self.state].format(self.detail, _remedy())


_FINDINGS: dict[State, str] = {
    "compiled": "the compiled modules are current",
    "absent": "the modules are not compiled; {1}",
    "off": "the compiled modules were not looked at",
    "stale": "{0} has changed since the modules were compiled; {1} again",
    "unfit": "the compiled modules cannot be used ({0}); {1} again",
}


def _remedy() -> str:
    """Who installed a wheel has no `.ci/setup`."""
    checkout = os.path.isfile(f"{os.path.dirname(_ROOT)}/.ci/setup")  # noqa: PTH113, PTH120
    return f"`{'sh .ci/setup' if checkout else 'python -m borderwire.compiled'}` compiles them"


class Loader(ExtensionFileLoader):
    """Loads a compiled module, and knows its source, of which tracebacks show lines."""

    def exec_module(self, module: ModuleType) -> None:
        """Run a module. Compiled ones name a loader of their own, which knows no source."""
        super().exec_module(module)
        module.__loader__ = self

    def get_source(self, fullname: str) -> str | None:  # type: ignore[override]
        """The source as it is now; None where it cannot be read."""
        try:
            with open(f"{_ROOT}/{fullname.replace('.', '/')}.py", encoding="utf-8") as file:  # noqa: PTH123
                return file.read()
        except (OSError, ValueError):
            return None


class Finder:
    """Serves compiled modules to Python's import. modules: their files by full name; all others are found elsewhere."""

    def __init__(self, modules: Mapping[str, str]) -> None:
        self._modules = modules

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Where a compiled module is; None for a module that is none."""
        file = self._modules.get(name)
        if file is None:
            return None
        spec = ModuleSpec(name, Loader(name, file), origin=file)
        spec.has_location = True
        return spec


def look_for(root: str, path: Sequence[str]) -> Reading:
    """What the first folder of compiled modules on a path such as `sys.path` says of the package in the folder `root`.

    Raises ValueError for a broken manifest, and OSError where it cannot be read.
    """
    for place in path:
        folder = os.path.join(place, FOLDER)  # noqa: PTH118 - "" is the working folder
        manifest = read_manifest(folder)
        if manifest is not None:
            return _judged(manifest, os.path.abspath(folder), root)  # noqa: PTH100
    return Reading("absent")


def _judged(manifest: Manifest, folder: str, root: str) -> Reading:
    changed = changed_source(manifest, root)
    if changed is not None:
        return Reading("stale", changed)
    damaged = damaged_module(manifest, folder)
    if damaged is not None:
        return Reading("unfit", f"{damaged} is not as it was made, or of another Python")
    return Reading("compiled", modules={name: f"{folder}/{file}" for name, (file, _) in manifest.modules.items()})


def examine(path: Sequence[str]) -> Reading:
    """What compiled modules on a path are worth, whatever the switch says; raises nothing."""
    try:
        return look_for(_ROOT, path)
    except Exception as error:  # what only makes reading faster must never stop it
        return Reading("unfit", str(error) or repr(error))


def _decide() -> Reading:
    if os.environ.get(SWITCH) == "0":
        return Reading("off")
    found = examine(sys.path)
    if found.modules is not None:
        try:
            _let_find(found.modules)
        except Exception as error:  # as above
            return Reading("unfit", str(error) or repr(error))
    return found


def _let_find(modules: Mapping[str, str]) -> None:
    """Have the modules found before all others. Raises ImportError if the library is one for another system."""
    finder = Finder(modules)
    sys.meta_path.insert(0, finder)
    try:
        importlib.import_module(LIBRARY)
    except BaseException:
        sys.meta_path.remove(finder)
        raise


_reading: Reading | None = None


def serve() -> None:
    """Decide how texts are read in this process, once, and have compiled modules found first if they may be."""
    global _reading  # noqa: PLW0603 - a process has one way to import
    if _reading is None:
        _reading = _decide()


def reading() -> Reading:
    """How texts are read in this process."""
    serve()
    assert _reading is not None
    return _reading
