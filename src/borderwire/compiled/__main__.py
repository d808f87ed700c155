"""`python -m borderwire.compiled`: compile the modules that read texts into this environment, unless this was done."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from borderwire.compiled.finder import examine, reading
from borderwire.compiled.make import CompilingError, default_place, is_made, make


def main() -> int:
    """Run the command; its exit code: 0 when compiled modules are there and fit, 1 when not."""
    parser = argparse.ArgumentParser(prog="python -m borderwire.compiled", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only tell whether they are there; exit code 0 or 1")
    parser.add_argument("--into", type=Path, metavar="FOLDER", help="where to put them (default: this environment)")
    options = parser.parse_args()
    place = options.into or default_place()
    if options.check:
        return _check(options.into)
    if is_made(place) and reading().state != "unfit":
        return 0
    try:
        print(f"borderwire: compiled into {make(place)}")
    except CompilingError as error:
        print(f"borderwire: {error}", file=sys.stderr)
        return 1
    return 0


def _check(place: Path | None) -> int:
    """Tell of the compiled modules in a folder, or of those on Python's path, which the switch may have passed over."""
    found = reading()
    if place is not None or found.state == "off":
        found = examine(sys.path if place is None else [str(place)])
        print(f"borderwire: {found.finding} (here: {reading()})")
    else:
        print(f"borderwire: {found}")
    return 0 if found.state == "compiled" else 1


if __name__ == "__main__":
    raise SystemExit(main())
