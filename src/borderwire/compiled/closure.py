"""Which modules are compiled, and which sources decide what comes of it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

# Where nearly all the time of reading goes. What passes from pass to pass (`model`) stays as it is.
_COMPILED = ("borderwire/extract/*.py", "borderwire/gazetteer/matcher.py", "borderwire/load/*.py", "borderwire/text.py")
# What reads YAML and Markdown, a file here and there, gains nothing.
_LEFT = {
    "__init__", "faults", "folder", "front_matter", "legacy", "markdown", "markdown_tokens", "sidecar", "sidecar_edit",
    "walk", "withheld",
}  # fmt: skip
# How they are compiled counts as much as what they say.
_MAKERS = "borderwire/compiled/*.py"


def modules_to_compile(root: Path) -> list[str]:
    """The files to be compiled, by their paths in the folder that holds the package, in order."""
    files = (file for pattern in _COMPILED for file in root.glob(pattern) if file.stem not in _LEFT)
    return sorted(file.relative_to(root).as_posix() for file in files)


def deciding_sources(root: Path) -> list[str]:
    """Those files, all of the package that they import, directly or not, and what compiles them, in order.

    The compiler writes constants of imported modules into the code, and relies on the types they declare; so a change
    of any of these may change what comes of it.
    """
    found: set[str] = set()
    waiting = [*modules_to_compile(root), *(file.relative_to(root).as_posix() for file in root.glob(_MAKERS))]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += _imported(root, path)
    return sorted(found)


def _imported(root: Path, path: str) -> Iterator[str]:
    for node in ast.walk(ast.parse((root / path).read_text(encoding="utf-8"), path)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):  # `from package import module` names a module too
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            yield from _files(root, name)


def _files(root: Path, name: str) -> Iterator[str]:
    """The modules that importing a name runs: it, where it is one, and the packages around it."""
    parts = name.split(".")
    for count in range(1, len(parts) + 1):
        base = "/".join(parts[:count])
        yield from (path for path in (f"{base}/__init__.py", f"{base}.py") if (root / path).is_file())
