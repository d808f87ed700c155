"""Bodies are known by what they are, however they are written."""

from __future__ import annotations

import pytest

from borderwire.gazetteer import load_gazetteer
from borderwire.resolve.reading import Reader


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("Bộ Công an", "police"),
        ("BỘ CÔNG AN Việt Nam", "police"),
        ("Bộ An ninh Lào", "police"),
        ("Bộ Quốc phòng", "army"),
        ("Bộ Tư pháp Lào", "bộtưpháp"),
    ],
)
def test_a_ministry_that_commands_a_force_is_that_force(written: str, kind: str) -> None:
    body = Reader(load_gazetteer()).body(written)
    assert body is not None
    assert (body.kind, body.central) == (kind, True)
