"""Finds the browser that the browser tests drive. None is an error, never a skip."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, BrowserType, sync_playwright
from playwright.sync_api import Error as BrowserError

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ADVICE = (
    "No browser was found. `sh .ci/setup test` installs one; or install Chromium (on Debian: apt-get install "
    "chromium), or set BORDERWIRE_CHROMIUM to the path of a Chromium."
)


def chromium_path() -> str | None:
    """BORDERWIRE_CHROMIUM, else the first Chromium on the PATH; None leaves it to Playwright's own."""
    given = os.environ.get("BORDERWIRE_CHROMIUM")
    if given:
        return given
    return next((path for name in NAMES if (path := shutil.which(name))), None)


@contextmanager
def open_chromium() -> Iterator[Browser]:
    """A running browser without a window."""
    with sync_playwright() as playwright:
        browser = _launch(playwright.chromium)
        yield browser
        browser.close()


def _launch(kind: BrowserType) -> Browser:
    try:
        return kind.launch(executable_path=chromium_path(), args=ARGUMENTS)
    except BrowserError as error:
        raise RuntimeError(f"{ADVICE} ({error.message.splitlines()[0]})") from error
