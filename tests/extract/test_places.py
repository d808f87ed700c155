"""Places as a careful reader would mark them: cases in `places.txt`, and what every mention must keep to."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.extract.gates import extract_gates
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.places import find_places
from borderwire.extract.provinces import extract_provinces
from borderwire.model import Venue

from .reading import doc_of, quotes, read_all

CASES = Path(__file__).with_name("places.txt")


def _cases() -> list[tuple[str, str, str]]:
    """Blocks of title, text and expectation, parted by the line that begins with "= "."""
    cases = []
    block: list[str] = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            cases.append((block[0], "\n".join(block[1:]).strip(), line[2:]))
            block = []
        elif (line or block) and not line.startswith("#"):
            block.append(line)
    return cases


def _places(text: str) -> tuple[PlaceMention, ...]:
    return find_places(doc_of(text))


@pytest.mark.parametrize(("title", "text", "expected"), _cases(), ids=[case[0] for case in _cases()])
def test_the_text_names_the_provinces_that_a_careful_reader_finds(title: str, text: str, expected: str) -> None:
    doc, _, places, bodies = read_all(text)
    found = [fact.id for fact in extract_provinces(doc, places, bodies, None)]
    assert " ".join(found or ["none"]) == expected
