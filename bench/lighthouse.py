"""Lighthouse on a built site: home, an article, a province and a person, as a phone on a slow network sees them.

    npm install --prefix /tmp/lighthouse lighthouse
    python bench/lighthouse.py build --lighthouse /tmp/lighthouse/node_modules/.bin/lighthouse

Needs Node and a Chromium (CHROME_PATH, else the first on the PATH). The site is served on this computer the way static
hosts do: gzip, connections that stay open, files that may be kept. Performance depends on the machine: of several runs
the middle one counts. Exit code 1 when a score other than performance is below 100.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
METRICS = {
    "FCP": "first-contentful-paint",
    "LCP": "largest-contentful-paint",
    "speed index": "speed-index",
    "TBT": "total-blocking-time",
    "CLS": "cumulative-layout-shift",
}
TEXT = (".html", ".css", ".js", ".svg", ".json", ".xml", ".txt", ".webmanifest")


class Host(SimpleHTTPRequestHandler):
    """A static host as they are: HTTP/1.1, text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        content = path.read_bytes()
        self.send_response(200)
        if path.suffix in TEXT:
            content = gzip.compress(content, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", f"{self.guess_type(str(path))}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "max-age=31536000" if "/static/" in self.path else "no-cache")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        pass


def sample(build: Path) -> list[str]:
    """The home page, and the heaviest article, province and person."""
    pages = ["index.html"]
    for kind in ("articles", "provinces", "officials"):
        rows = sorted(build.glob(f"{kind}/*/index.html"))
        found = [path for path in rows if not path.parent.name.startswith(("page_", "by_"))]
        pages += [max(found, key=lambda path: path.stat().st_size).relative_to(build).as_posix()] if found else []
    return pages


def report(lighthouse: str, address: str) -> dict[str, Any]:
    """What Lighthouse says of one page, as its JSON."""
    browser = os.environ.get("CHROME_PATH") or next((path for name in BROWSERS if (path := shutil.which(name))), "")
    command = [lighthouse, address, "--output=json", "--quiet", f"--only-categories={','.join(CATEGORIES)}"]
    done = subprocess.run(
        [*command, "--chrome-flags=--headless --no-sandbox --disable-gpu"],
        env=os.environ | {"CHROME_PATH": browser},
        capture_output=True,
        check=True,
        timeout=300,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def weak(found: dict[str, Any]) -> list[str]:
    """Audits that count and are not at their best."""
    rows = []
    for category in found["categories"].values():
        for ref in category["auditRefs"]:
            audit = found["audits"][ref["id"]]
            if ref["weight"] and audit["score"] is not None and audit["score"] < 1:
                rows.append(f"{audit['title']} {audit.get('displayValue', '')} ({audit['score']})")
    return rows


def times(found: list[dict[str, Any]]) -> list[str]:
    """What is measured, in seconds (how much moves: without unit): the middle of the runs, the least and the most."""
    rows = []
    for name, audit in METRICS.items():
        unit = 1 if name == "CLS" else 1000
        values = [run["audits"][audit].get("numericValue", 0) / unit for run in found]
        rows.append(f"{name} {statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})")
    scores = [round(100 * (run["categories"]["performance"]["score"] or 0)) for run in found]
    return [", ".join(rows), f"performance {min(scores)} to {max(scores)}"]


def measure(lighthouse: str, address: str, runs: int) -> tuple[dict[str, int], list[str]]:
    """Scores in percent: the middle of the runs; and times, and what kept the last run from 100."""
    found = [report(lighthouse, address) for _run in range(runs)]
    scores = {
        name: round(100 * statistics.median(run["categories"][name]["score"] or 0 for run in found))
        for name in CATEGORIES
    }
    return scores, times(found) + weak(found[-1])


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("build", type=Path, help="the folder of a built site")
    parser.add_argument("--lighthouse", default="lighthouse", help="its command")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--page", action="append", help="a page below the folder, instead of the sample")
    given = parser.parse_args()
    host = functools.partial(Host, directory=str(given.build))
    flawless = True
    with ThreadingHTTPServer(("127.0.0.1", 0), host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(*(f"{name:>14}" for name in CATEGORIES), " page")
        for page in given.page or sample(given.build):
            scores, flaws = measure(given.lighthouse, f"http://127.0.0.1:{server.server_address[1]}/{page}", given.runs)
            print(*(f"{scores[name]:>14}" for name in CATEGORIES), f" {page}", flush=True)
            print(*(f"{'':>60}  {flaw}" for flaw in flaws), sep="\n")
            flawless = flawless and all(scores[name] == 100 for name in CATEGORIES[1:])
        server.shutdown()
    return 0 if flawless else 1


if __name__ == "__main__":
    sys.exit(main())
