"""`python -m borderwire.compiled.build_extensions`: compile the package in this folder into `lib`. Run on a copy.

A process of its own: mypyc and setuptools take the working folder, the arguments and the output for theirs.
"""

from __future__ import annotations

import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import setuptools
from mypyc.build import mypycify
from setuptools.command.build_ext import build_ext

from borderwire.compiled.closure import modules_to_compile
from borderwire.compiled.constants import with_final_constants
from borderwire.compiled.manifest import LIBRARY

_CORES = os.cpu_count() or 1
# Looking for misleading indentation takes three times as long as compiling. The others let functions of the one library
# call each other straight away, which makes reading 5% faster (bench/extract_speed.py).
_FLAGS = ["-Wno-all", "-w", "-fvisibility=hidden", "-fno-semantic-interposition", "-fno-plt", "-finline-functions"]


class BuildInParallel(build_ext):  # type: ignore[misc]
    """Compiles several files of the one library at a time."""

    def build_extensions(self) -> None:
        compile_files = self.compiler.compile

        def compile_in_parallel(sources: list[str], *arguments: Any, **options: Any) -> list[str]:
            with ThreadPoolExecutor(_CORES) as pool:
                largest_first = sorted(sources, key=lambda file: -Path(file).stat().st_size)
                made = pool.map(lambda file: compile_files([file], *arguments, **options), largest_first)
                by_source = dict(zip(largest_first, made, strict=True))
            return [file for source in sources for file in by_source[source]]

        self.compiler.compile = compile_in_parallel
        super().build_extensions()


def main() -> None:
    """Compile the modules; what goes wrong is printed, by the compilers."""
    files = modules_to_compile(Path())
    for file in files:
        path = Path(file)
        path.write_text(with_final_constants(path.read_text(encoding="utf-8")), encoding="utf-8")
    # Types are checked elsewhere, with the libraries at hand. -O3 takes twice as long, and the result is no faster.
    extensions = mypycify(
        ["--ignore-missing-imports", *files],
        opt_level="1",
        debug_level="0",
        multi_file=True,
        group_name=LIBRARY.removesuffix("__mypyc"),
    )
    if sys.platform != "win32":
        for extension in extensions:
            extension.extra_compile_args += _FLAGS
    setuptools.setup(
        name="borderwire",
        packages=[],
        ext_modules=extensions,
        cmdclass={"build_ext": BuildInParallel},
        script_args=["--quiet", "build_ext", "--build-lib=lib", f"--parallel={_CORES}"],
    )


if __name__ == "__main__":
    main()
