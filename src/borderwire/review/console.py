"""The terminal as a review needs it: one key at a time, a line now and then."""

from __future__ import annotations

import os
import select
import sys
from collections.abc import Callable
from typing import Protocol


class Console(Protocol):
    """Where the questions are shown and answered. A key or line of None: the person is gone (end of input)."""

    def show(self, text: str) -> None: ...
    def key(self) -> str | None: ...
    def line(self, prompt: str) -> str | None: ...


class Terminal:
    """The terminal that the command was started from."""

    def __init__(self, read_key: Callable[[], str]) -> None:
        self._read_key = read_key

    def show(self, text: str) -> None:
        print(text, flush=True)

    def key(self) -> str | None:
        """The next key, small; None for the end of input. Ctrl+C raises KeyboardInterrupt."""
        pressed = self._read_key()
        if pressed == "\x03":
            raise KeyboardInterrupt
        return None if pressed in ("", "\x04", "\x1a") else pressed.lower()

    def line(self, prompt: str) -> str | None:
        try:
            return input(prompt).strip()
        except EOFError:
            return None


def terminal() -> Terminal | None:
    """The terminal; None where input or output is none."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return None
    return Terminal(_windows_key if sys.platform == "win32" else _unix_key)


def _windows_key() -> str:
    import msvcrt  # noqa: PLC0415 - there on Windows only

    read: Callable[[], str] = msvcrt.getwch  # type: ignore[attr-defined]
    pressed = read()
    while pressed in ("\x00", "\xe0"):  # an arrow or function key: two codes
        read()
        pressed = read()
    return pressed


def _unix_key() -> str:
    import termios  # noqa: PLC0415 - not there on Windows
    import tty  # noqa: PLC0415

    number = sys.stdin.fileno()
    former = termios.tcgetattr(number)
    try:
        tty.setcbreak(number)
        pressed = os.read(number, 1)  # not through sys.stdin, which would take more than one key
        while pressed == b"\x1b":  # an arrow or function key: what came with it is passed over
            if select.select([number], [], [], 0)[0]:
                os.read(number, 32)
            pressed = os.read(number, 1)
        if pressed >= b"\xc0":  # the first byte of a letter beyond ASCII
            pressed += os.read(number, 1 + (pressed >= b"\xe0") + (pressed >= b"\xf0"))
        return pressed.decode("utf-8", "replace")
    finally:
        termios.tcsetattr(number, termios.TCSADRAIN, former)
