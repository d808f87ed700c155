"""The local server shows the site as a static host would."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from borderwire.errors import OutputError
from borderwire.publish import make_server


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
