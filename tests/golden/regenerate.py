"""The golden site: one whole expected build, kept beside its sources.

`python -m tests.golden.regenerate` builds it anew; read the difference before you commit it.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

from borderwire.build import build
from borderwire.config import load_config

HERE = Path(__file__).parent
ARCHIVE = HERE / "archive"
EXPECTED = HERE / "expected"

# Styles, scripts and fonts are only copied, the search index is the same words again: they would double the repository
# and show nothing.
_COPIED = ("static/",)
_INDEX = re.compile(r"search/.*\.js")


def built() -> dict[str, bytes]:
    """Every file of the site as it is built now, by path; without what is only copied and without the manifest."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(ARCHIVE, root, dirs_exist_ok=True)
        build(load_config(root))
        return read(root / "build")


def read(folder: Path) -> dict[str, bytes]:
    """The files below a folder that the comparison looks at."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {
        name: path.read_bytes()
        for name, path in files.items()
        if not name.startswith(_COPIED) and not _INDEX.fullmatch(name) and not Path(name).name.startswith(".")
    }


def main() -> None:
    """Write the expected site anew."""
    files = built()
    shutil.rmtree(EXPECTED, ignore_errors=True)
    for name, content in files.items():
        path = EXPECTED / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    print(f"{len(files)} files in {EXPECTED}")


if __name__ == "__main__":
    main()
