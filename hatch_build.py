"""Compiles the modules that read texts, when a wheel is built with HATCH_BUILD_HOOKS_ENABLE=1 (`sh .ci/setup fast`).

Otherwise nothing here runs, and no compiler is needed. The compiled modules stand beside their sources in the wheel,
and Python prefers them; they are made from a copy, since in a checkout they would go on running, unseen, after a source
has changed. For the same reason editable installs are never compiled.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Where nearly all the time of reading goes. What passes from pass to pass (`model`) stays as it is.
COMPILED = ("borderwire/extract/*.py", "borderwire/gazetteer/matcher.py", "borderwire/load/*.py", "borderwire/text.py")
# What reads YAML and Markdown, a file here and there, gains nothing.
LEFT = {
    "__init__", "faults", "folder", "front_matter", "legacy", "markdown", "markdown_tokens", "sidecar", "sidecar_edit",
    "walk", "withheld",
}  # fmt: skip
_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")
_FUTURE = "from __future__ import annotations"


class CompileHook(BuildHookInterface[Any]):
    """Puts the compiled modules into a wheel that is no editable one."""

    _folder: str | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version == "editable":
            return
        self._folder = tempfile.mkdtemp(prefix="borderwire-")
        made = compiled(Path(self.root, "src"), Path(self._folder))
        build_data["force_include"].update({str(file): str(file.relative_to(made)) for file in made.rglob("*.*")})
        build_data.update(pure_python=False, infer_tag=True)

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def with_final_constants(source: str) -> str:
    """A module with its constants declared `Final`: mypyc then keeps them at hand, and asks no dictionary each time.

    Those are what is written in capitals and given one value, at the top level. No line is added.
    """
    rows = source.encode().split(b"\n")
    tree = ast.parse(source)
    given = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    for node in reversed(tree.body):  # from the end, so that what stands before stays where it is
        if isinstance(node, ast.Assign) and len(node.targets) == 1:
            target = node.targets[0]
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            target = node.target
        else:
            continue
        parts = target.elts if isinstance(target, ast.Tuple) else [target]
        names = [part.id for part in parts if isinstance(part, ast.Name)]
        if not names or not all(_CONSTANT.fullmatch(name) and given.count(name) == 1 for name in names):
            continue
        if isinstance(node, ast.AnnAssign):
            _replace(rows, node.annotation, f"Final[{_text(source, node.annotation)}]")
        elif not isinstance(target, ast.Tuple):
            _replace(rows, target, f"{names[0]}: Final")
        else:
            _replace(rows, node, _one_by_one(source, names, node.value))
    text = b"\n".join(rows).decode()
    return text.replace(_FUTURE, f"{_FUTURE}; from typing import Final", 1)


def _one_by_one(source: str, names: list[str], value: ast.expr) -> str:
    """`A, B = value` as statements that give one value each."""
    if isinstance(value, ast.Tuple) and len(value.elts) == len(names):
        values = [_text(source, element) for element in value.elts]
        return "; ".join(f"{name}: Final = {text}" for name, text in zip(names, values, strict=True))
    row = f"{names[0]}_AND_MORE"
    taken = "; ".join(f"{name}: Final = {row}[{at}]" for at, name in enumerate(names))
    return f"{row}: Final = tuple({_text(source, value)}); {taken}"


def _text(source: str, node: ast.expr) -> str:
    return ast.get_source_segment(source, node) or ""


def _replace(rows: list[bytes], node: ast.expr | ast.Assign, text: str) -> None:
    """Put something in the place of a node; one that spans lines stays."""
    if node.end_lineno == node.lineno:
        row = rows[node.lineno - 1]
        rows[node.lineno - 1] = row[: node.col_offset] + text.encode() + row[node.end_col_offset :]


def compiled(source: Path, folder: Path) -> Path:
    """Compile a copy of the package in a folder; the folder below it that holds nothing but compiled modules. Raises
    RuntimeError with what the compiler said."""
    shutil.copytree(source, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    command = [sys.executable, str(Path(__file__).resolve())]
    done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        said = done.stdout.decode(errors="replace")[-5000:]
        raise RuntimeError(f"{said}\nThe modules could not be compiled: this takes a C compiler and Python's headers.")
    return folder / "lib"


def main() -> None:
    """Compile the modules of the package in this folder into `lib`."""
    import setuptools  # noqa: PLC0415 - before mypyc, which asks whether it is there; both only when compiling
    from mypyc.build import mypycify  # noqa: PLC0415

    files = sorted(str(file) for pattern in COMPILED for file in Path().glob(pattern) if file.stem not in LEFT)
    for file in files:
        path = Path(file)
        path.write_text(with_final_constants(path.read_text(encoding="utf-8")), encoding="utf-8")
    # Types are checked elsewhere, with the libraries at hand. -O2 takes twice as long, and the result is no faster.
    extensions = mypycify(["--ignore-missing-imports", *files], opt_level="1", debug_level="0", group_name="borderwire")
    if os.name != "nt":  # looking for misleading indentation takes three times as long as compiling
        for extension in extensions:
            extension.extra_compile_args += ["-Wno-all", "-w"]
    parallel = f"--parallel={os.cpu_count() or 1}"
    setuptools.setup(
        name="borderwire",
        packages=[],
        ext_modules=extensions,
        script_args=["--quiet", "build_ext", "--build-lib=lib", parallel],
    )


if __name__ == "__main__":
    main()
