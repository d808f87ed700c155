"""The floors of identity on a made-up archive with known truth (see bench/archive_identity.py for the full one)."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest


def test_identity_holds_its_floors_on_a_small_made_up_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "bench"))
    bench = importlib.import_module("archive_identity")
    assert bench.measure(1200, 5, 0)
