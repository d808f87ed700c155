"""The program as a process: closed and full streams, signals, several at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Tree = Callable[[Path], dict[str, bytes]]
pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs the streams and signals of POSIX")

PROGRAM = f"{sys.executable} -m borderwire"


def _sh(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("closed", ["2>&-", "1>&-", "1>&- 2>&-", "0<&- 1>&- 2>&-", "2>/dev/full"])
def test_a_closed_or_full_log_stops_no_build(archive: Path, closed: str) -> None:
    if "/dev/full" in closed and not Path("/dev/full").exists():
        closed = "2>&-"
    assert _sh(archive, f"{PROGRAM} build {closed}").returncode == 0
    assert (archive / "build" / "index.html").is_file()


@pytest.mark.parametrize("command", ["extract seeds", "schema", "explain seeds/talks.txt", "build"])
def test_output_that_cannot_be_written_is_told_in_a_sentence(archive: Path, command: str) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = _sh(archive, f"{PROGRAM} {command} >/dev/full")
    assert done.returncode == 1
    assert "borderwire: cannot print (No space left on device)." in done.stderr
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_a_reader_that_has_read_enough_is_no_fault(archive: Path) -> None:
    for number in range(60):
        text = f"Ngày {number % 28 + 1}/4/2024, Công an tỉnh Sơn La làm việc với Công an tỉnh Hủa Phăn. " * 20
        (archive / "seeds" / f"{number}.txt").write_text(text, encoding="utf-8")
    done = _sh(archive, f"{PROGRAM} extract seeds | head -c 10")
    assert done.stderr == ""


STOPPED = """
import os, signal, sys, time
import borderwire.build as passes
from borderwire.cli import main

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it

def stop(*arguments, **options):
    os.kill(os.getpid(), getattr(signal, sys.argv[1]))
    time.sleep(60)
    sys.exit("the signal did not arrive")

setattr(passes, sys.argv[2], stop)
sys.exit(main(["build"]))
"""


@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", -15)])
@pytest.mark.parametrize("step", ["load_articles", "render_site"])
def test_a_build_that_is_stopped_leaves_the_site_and_says_so(
    archive: Path, tree: Tree, name: str, code: int, step: str
) -> None:
    _sh(archive, f"{PROGRAM} build")
    before = tree(archive / "build")
    (archive / "seeds" / "gate.txt").unlink()
    command = [sys.executable, "-c", STOPPED, name, step]
    done = subprocess.run(command, cwd=archive, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert code != 130 or "borderwire: interrupted; build is as it was." in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(archive / "build") == before


def test_builds_at_the_same_time_leave_a_whole_site(archive: Path, tree: Tree) -> None:
    _sh(archive, f"{PROGRAM} build --output alone")
    builds = [subprocess.Popen([sys.executable, "-m", "borderwire", "build"], cwd=archive) for _ in range(3)]
    assert [build.wait() for build in builds] == [0, 0, 0]
    assert tree(archive / "build") == tree(archive / "alone")


WORKERS = """
import sys, time
import borderwire.build as passes
from pathlib import Path

def work(numbers):
    Path(sys.argv[1], str(__import__("os").getpid())).touch()
    time.sleep(600)

passes._chunk = work
list(passes._in_parallel(range(2 * passes._CHUNK), 2))
"""


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM"])
def test_workers_do_not_outlive_a_build_that_is_killed(tmp_path: Path, name: str) -> None:
    build = subprocess.Popen([sys.executable, "-c", WORKERS, str(tmp_path)], stderr=subprocess.DEVNULL)
    _until(lambda: len(list(tmp_path.iterdir())) >= 2 or build.poll() is not None)
    workers = [int(path.name) for path in tmp_path.iterdir()]
    build.send_signal(getattr(signal, name))
    build.wait()
    assert workers
    _until(lambda: not any(_runs(worker) for worker in workers))


def _until(holds: Callable[[], bool]) -> None:
    """Wait for it; two minutes are no measure of speed but the end of all hope."""
    for _ in range(6000):
        if holds():
            return
        time.sleep(0.02)
    pytest.fail("it never came about")


def _runs(process: int) -> bool:
    try:
        os.kill(process, 0)
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
