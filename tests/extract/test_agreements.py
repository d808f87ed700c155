"""Documents of agreement as a reader would list them: cases in `agreements.txt`, and what every entry must keep to."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.extract.agreements import extract_agreements
from borderwire.model import AgreementFact

from .reading import quotes, read_all

CASES = Path(__file__).with_name("agreements.txt")


def _cases() -> list[tuple[str, str, list[str]]]:
    """Blocks of title, text and expectations; a block ends with its lines that begin with "= "."""
    cases: list[tuple[str, str, list[str]]] = []
    block: list[str] = []
    wanted: list[str] = []
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    for line in [*lines, "end"]:
        if line.startswith("= "):
            wanted.append(line[2:])
            continue
        if wanted:
            cases.append((block[0], "\n".join(block[1:]).strip(), wanted))
            block, wanted = [], []
        if line or block:
            block.append(line)
    return cases


def _agreements(text: str) -> tuple[AgreementFact, ...]:
    doc, dates, places, bodies = read_all(text)
    return extract_agreements(doc, places, bodies, dates)


@pytest.mark.parametrize(("title", "text", "wanted"), _cases(), ids=[case[0] for case in _cases()])
def test_the_text_yields_the_documents_that_a_careful_reader_lists(title: str, text: str, wanted: list[str]) -> None:
    found = [f"{item.status}: {item.as_written}" for item in _agreements(text)] or ["none"]
    assert found == wanted
