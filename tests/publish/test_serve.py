"""The local server shows the site as a static host would."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from borderwire.errors import OutputError
from borderwire.publish import make_server, serve


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_text("<p>Biên giới", encoding="utf-8")
    (tmp_path / "404.html").write_text("<p>Không có trang này", encoding="utf-8")
    with make_server(tmp_path, 0) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_a_page_is_served_as_html(address: str) -> None:
    with urllib.request.urlopen(f"{address}/index.html") as answer:
        assert "Biên giới" in answer.read().decode()
        assert answer.headers["Content-Type"].startswith("text/html")


def test_a_missing_page_shows_the_site_s_own_404(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{address}/gone/x.html")
    with caught.value as answer:
        assert answer.code == 404
        assert "Không có trang này" in answer.read().decode()


def test_a_taken_port_says_what_to_do(tmp_path: Path) -> None:
    with make_server(tmp_path, 0) as server, pytest.raises(OutputError, match="--port"):
        make_server(tmp_path, int(server.server_address[1]))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.css", "text/css; charset=utf-8"),
        ("a.js", "text/javascript; charset=utf-8"),
        ("a.svg", "image/svg+xml"),
        ("a.jsonl", "application/jsonl"),
        ("a.ics", "text/calendar; charset=utf-8"),
        ("a.woff2", "font/woff2"),
    ],
)
def test_files_have_the_same_types_on_every_computer(address: str, tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(b"x")
    with urllib.request.urlopen(f"{address}/{name}") as answer:
        assert answer.headers["Content-Type"] == kind


def test_a_folder_shows_its_index_and_never_a_listing(address: str, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    (tmp_path / "bare" / "a.txt").write_text("x")
    with urllib.request.urlopen(f"{address}/") as answer:
        assert "Biên giới" in answer.read().decode()
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{address}/bare/")
    with caught.value as answer:
        assert answer.code == 404


@pytest.mark.parametrize("path", ["../outside.txt", "%2e%2e/outside.txt", "/../outside.txt"])
def test_nothing_outside_the_folder_is_served(address: str, tmp_path: Path, path: str) -> None:
    outside = tmp_path.parent / "outside.txt"
    outside.write_text("secret")
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{address}/{path}")
    caught.value.close()
    assert caught.value.code == 404


def test_it_listens_to_this_computer_only(tmp_path: Path) -> None:
    with make_server(tmp_path, 0) as server:
        assert server.server_address[0] == "127.0.0.1"


def test_serving_tells_the_address_and_stops_on_interrupt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_server: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("http.server.ThreadingHTTPServer.serve_forever", interrupted)
    told: list[str] = []
    serve(tmp_path, 0, announce=told.append)
    assert "http://127.0.0.1:" in told[0]
    assert told[-1] == "Stopped."
