"""The measurement of names that ships in bench/: it reads files of pairs and tells the curve."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "bench"))
    return importlib.import_module("name_pairs")


def test_the_pairs_that_ship_hold_the_floor_with_the_archive_s_threshold(
    bench: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.main([str(Path(__file__).parent / "data")]) == 0
    out = capsys.readouterr().out
    assert "the archive uses this one" in out and out.endswith("ok\n")


def test_a_pair_of_two_people_who_sound_the_same_fails(bench: Any, tmp_path: Path) -> None:
    (tmp_path / "pairs.tsv").write_text(
        "person\tXỏn Đuông\tSone Douang\ndistractor\tBun Thoong\tBunthong\nplace\tSê Kông\tAttapeu\n",
        encoding="utf-8",
    )
    assert list(bench.read_pairs([tmp_path])) == [(True, "Xỏn Đuông", "Sone Douang"), (False, "Bun Thoong", "Bunthong")]
    assert bench.main([str(tmp_path)]) == 1
