"""One build at a time may write to a folder."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from borderwire.errors import OutputError

if sys.platform != "win32":
    import fcntl

PATIENCE = 120.0  # seconds; writing a large archive takes a few
_PAUSE = 0.05  # seconds


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the folder, which must exist; wait for another build that holds it. Raises OutputError when that takes long.

    The lock is one on the folder itself: it leaves no file behind, and ends with the process, however that ends.
    Systems without such locks (Windows, some network disks) go without.
    """
    handle: int | None = None
    if sys.platform != "win32":
        with suppress(OSError):  # whoever may not read the folder is told so when its manifest is read
            handle = os.open(folder, os.O_RDONLY)
    try:
        if handle is not None:
            _wait(handle, folder, patience)
        yield
    finally:
        if handle is not None:
            os.close(handle)


def _wait(handle: int, folder: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while not _take(handle):
        if time.monotonic() >= until:
            raise OutputError(
                "is being written by another build, which does not end; nothing was written.",
                path=str(folder),
                hint="Wait for that build or end it, then build again.",
            )
        time.sleep(_PAUSE)


def _take(handle: int) -> bool:
    """False: somebody else holds it."""
    if sys.platform != "win32":
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
    return True
