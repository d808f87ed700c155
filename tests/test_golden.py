"""The whole site of a small invented archive is as expected, byte for byte."""

from __future__ import annotations

import difflib

from tests.golden.regenerate import EXPECTED, built, read


def test_the_site_is_the_expected_one() -> None:
    expected, found = read(EXPECTED), built()
    assert sorted(found) == sorted(expected)
    for name, content in expected.items():
        assert found[name] == content, "\n".join(_difference(name, content, found[name]))


def _difference(name: str, old: bytes, new: bytes) -> list[str]:
    rows = difflib.unified_diff(_lines(old), _lines(new), f"expected/{name}", f"built/{name}", lineterm="")
    return [*list(rows)[:60], "If the change is meant: python -m tests.golden.regenerate"]


def _lines(content: bytes) -> list[str]:
    return content.decode(errors="replace").splitlines()
