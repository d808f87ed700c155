"""Compiles the modules that read texts, when a wheel is built with HATCH_BUILD_HOOKS_ENABLE=1 (`sh .ci/setup fast`).

Otherwise nothing here runs, and no compiler is needed. The compiled modules stand beside their sources in the wheel,
and Python prefers them; they are made from a copy, since in a checkout they would go on running, unseen, after a source
has changed. For the same reason editable installs are never compiled.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Where nearly all the time of reading goes. What passes from pass to pass (`model`) stays as it is.
COMPILED = ("borderwire/extract/*.py", "borderwire/gazetteer/matcher.py")


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

    files = sorted(str(file) for pattern in COMPILED for file in Path().glob(pattern) if file.stem != "__init__")
    # Types are checked elsewhere, with the libraries at hand. -O2 takes twice as long, and the result is no faster.
    extensions = mypycify(["--ignore-missing-imports", *files], opt_level="1", debug_level="0", group_name="borderwire")
    parallel = f"--parallel={os.cpu_count() or 1}"
    setuptools.setup(
        name="borderwire",
        packages=[],
        ext_modules=extensions,
        script_args=["--quiet", "build_ext", "--build-lib=lib", parallel],
    )


if __name__ == "__main__":
    main()
