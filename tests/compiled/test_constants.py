"""Constants are declared final in what is compiled; everything else stays as it was written, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.compiled.closure import modules_to_compile
from borderwire.compiled.constants import with_final_constants

SOURCE = Path(__file__).parents[2] / "src"
HEAD = "from __future__ import annotations\n"


@pytest.mark.parametrize(
    ("written", "compiled"),
    [
        ("LIMIT = 3", "LIMIT: Final = 3"),
        ("_CỜ = 1\n_MARK = 'đ' + 'Ở'", "_CỜ = 1\n_MARK: Final = 'đ' + 'Ở'"),
        ("NAMES: tuple[str, ...] = ()", "NAMES: Final[tuple[str, ...]] = ()"),
        ("ONE, TWO = 1, 2", "ONE: Final = 1; TWO: Final = 2"),
        ("TABLE = {\n    1: 2,\n}", "TABLE: Final = {\n    1: 2,\n}"),
        ("COUNT = 1\nCOUNT = 2", "COUNT = 1\nCOUNT = 2"),
        (
            "COUNT = 1\ndef f():\n    global COUNT\n    COUNT = 2",
            "COUNT = 1\ndef f():\n    global COUNT\n    COUNT = 2",
        ),
        ("Pair = tuple[int, int]", "Pair = tuple[int, int]"),
        ("LATER: int", "LATER: int"),
        ("class Kind:\n    NAME = 1", "class Kind:\n    NAME = 1"),
    ],
)
def test_only_what_is_written_in_capitals_and_given_once_is_final(written: str, compiled: str) -> None:
    head, _, rest = with_final_constants(f"{HEAD}{written}\n").partition("\n")
    assert (head, rest) == (f"{HEAD.strip()}; from typing import Final", f"{compiled}\n")


def test_values_unpacked_from_a_call_are_given_one_by_one() -> None:
    space: dict[str, object] = {}
    exec(with_final_constants(f"{HEAD}ONE, TWO = map(int, '12')\n"), space)
    assert (space["ONE"], space["TWO"]) == (1, 2)


def test_every_compiled_module_keeps_its_lines() -> None:
    for path in modules_to_compile(SOURCE):
        text = (SOURCE / path).read_text(encoding="utf-8")
        made = with_final_constants(text)
        compile(made, path, "exec")
        assert made.count("\n") == text.count("\n"), path
