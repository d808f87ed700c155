"""Officials as a careful reader would list them: cases in `officials.txt`."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.extract.officials import extract_officials

from .reading import read_all

CASES = Path(__file__).with_name("officials.txt")


def _cases() -> list[tuple[str, str, tuple[str, ...]]]:
    """Blocks of a title, a text and one line that begins with "= " for each official."""
    cases = []
    for block in CASES.read_text(encoding="utf-8").split("\n\n")[1:]:
        title, *lines = block.strip().splitlines()
        text = "\n".join(line for line in lines if not line.startswith("= "))
        cases.append((title, text, tuple(line[2:] for line in lines if line.startswith("= ") and line != "= none")))
    return cases


@pytest.mark.parametrize(("title", "text", "expected"), _cases(), ids=[case[0] for case in _cases()])
def test_the_text_tells_the_officials_that_a_careful_reader_finds(
    title: str, text: str, expected: tuple[str, ...]
) -> None:
    doc, _, places, bodies = read_all(text)
    found = extract_officials(doc, places, bodies)
    told = [(one.name, one.rank, one.position, one.organization, one.country) for one in found]
    assert tuple(" | ".join(part or "-" for part in row) for row in told) == expected


def test_the_second_of_two_offices_is_told_besides() -> None:
    text = "Đại tá Lê Văn Cảnh, Phó Chỉ huy trưởng kiêm Tham mưu trưởng BĐBP tỉnh Sơn La dự."
    doc, _, places, bodies = read_all(text)
    (found,) = extract_officials(doc, places, bodies)
    assert found.position == "Phó Chỉ huy trưởng"
    assert found.also == ("Tham mưu trưởng BĐBP tỉnh Sơn La",)


def test_the_phrase_of_a_minister_who_heads_an_office_is_marked_whole() -> None:
    text = "Đoàn do đồng chí Lê Văn Cảnh, Bộ trưởng, Chủ nhiệm Ủy ban Dân tộc dẫn đầu."
    doc, _, places, bodies = read_all(text)
    (found,) = extract_officials(doc, places, bodies)
    assert found.position == "Bộ trưởng, Chủ nhiệm"
    assert [text[start:end] for start, end in found.position_spans] == ["Bộ trưởng, Chủ nhiệm"]
