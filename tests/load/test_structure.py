"""Raw texts are cut into what a reader sees on a page: `structure.txt` holds the cases."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from borderwire.load import parse_text


class Case(NamedTuple):
    name: str
    text: str
    blocks: list[tuple[str, str]]


def _cases() -> list[Case]:
    parts = re.split(r"^=== (.+)\n", (Path(__file__).parent / "structure.txt").read_text(encoding="utf-8"), flags=re.M)
    cases = []
    for name, body in zip(parts[1::2], parts[2::2], strict=True):
        text, expected = body.split("\n---\n")
        rows = [row.split(" | ", 1) for row in expected.strip().split("\n")]
        cases.append(Case(name, text, [(kind, words) for kind, words in rows]))
    return cases


def _fits(pattern: str, words: str) -> bool:
    return re.fullmatch(".*".join(re.escape(part) for part in re.split(r"\s?…\s?", pattern)), words, re.S) is not None


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.name.replace(" ", "-"))
def test_a_text_is_cut_into(case: Case) -> None:
    article = parse_text(case.text.encode(), "seeds/case.txt")
    found = [(block.kind, article.text[block.start : block.end]) for block in article.blocks]
    assert [kind for kind, _ in found] == [kind for kind, _ in case.blocks], found
    for (_, words), (_, pattern) in zip(found, case.blocks, strict=True):
        assert _fits(pattern, words), (pattern, words)
