"""A built site on a disk and behind a web server under a sub-path, and a browser that watches what pages do."""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response

from borderwire.site import Download, SiteSettings, Theme, render_site
from tests.browser.chromium import open_chromium
from tests.site import fixtures
from tests.site.changed import CHANGES

SUB_PATH = "kho/luu-tru/"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small archive as files; its folder lies two levels below what the server serves."""
    top = tmp_path_factory.mktemp("www")
    root = top / SUB_PATH
    settings = SiteSettings(
        title="Hai bờ",
        languages=("vi", "en", "lo"),
        page_size=10,
        review=True,
        downloads=(Download("data/records.jsonl", "The records", 12),),
        changes=CHANGES,
    )
    for file in render_site(fixtures.small_archive(), settings, Theme(None), fixtures.TERMS):
        path = root / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    (root / "data/records.jsonl").write_text("{}\n", encoding="utf-8")
    return root


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """Address of the site behind a web server."""
    top = site.parents[SUB_PATH.count("/") - 1]
    handler = functools.partial(_Quiet, directory=str(top))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}/{SUB_PATH}"
        running.shutdown()
        thread.join()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with open_chromium() as running:
        yield running


@pytest.fixture(params=["file", "http"])
def root(request: pytest.FixtureRequest, site: Path, server: str) -> str:
    """The site's address: on the disk, and on a server under a sub-path."""
    return f"{site.as_uri()}/" if request.param == "file" else server


class Watch:
    """What pages of a context asked for and complained of."""

    def __init__(self, context: BrowserContext) -> None:
        self.requests: list[str] = []
        self.complaints: list[str] = []
        context.on("request", lambda request: self.requests.append(request.url))
        context.on("requestfailed", self.failed)
        context.on("response", self.answered)
        context.on("console", lambda message: self.note(message.type, message.text))
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def failed(self, request: Request) -> None:
        """What was still on its way when the reader went on to the next page did not fail."""
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"failed: {request.url} ({request.failure})")

    def answered(self, response: Response) -> None:
        if response.status >= 400:
            self.complaints.append(f"{response.status}: {response.url}")

    def note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(f"{kind}: {text}")


Opener = Callable[..., tuple[Page, Watch]]


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Opener]:
    """Opens a page in a fresh context: `open_page(width=390, dark=True, scripts=False)`."""
    contexts: list[BrowserContext] = []

    def opener(*, width: int = 1280, dark: bool = False, scripts: bool = True) -> tuple[Page, Watch]:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        contexts.append(context)
        return context.new_page(), Watch(context)

    yield opener
    for context in contexts:
        context.close()
