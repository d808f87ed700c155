"""Delegations and who heads them."""

from __future__ import annotations

from borderwire.extract.delegations import extract_delegations
from borderwire.extract.officials import extract_officials

from .reading import read_all


def heads_of(text: str) -> list[str | None]:
    doc, _, places, bodies = read_all(text)
    officials = extract_officials(doc, places, bodies)
    return [item.head for item in extract_delegations(doc, places, bodies, officials) if item.head]


def test_the_deputy_head_of_a_delegation_does_not_head_it() -> None:
    assert heads_of(
        "Đoàn Công an tỉnh Nghệ An do Đại tá Lê Văn Thái, Phó Giám đốc làm trưởng đoàn, "
        "Thượng tá Hồ Đức Minh, Trưởng phòng Tham mưu làm phó trưởng đoàn."
    ) == ["Lê Văn Thái"]


def test_two_who_lead_together_head_the_own_delegation_each() -> None:
    assert heads_of(
        "Đoàn các tỉnh bạn do Đại tá Bun Hương Xay Nha Sỉ, Giám đốc Công an tỉnh Bolikhamxay và "
        "Đại tá Khăm Sỏn Vi Lay, Phó Giám đốc Công an tỉnh Xiêng Khoảng dẫn đầu đến thăm Công an tỉnh Nghệ An."
    ) == ["Bun Hương Xay Nha Sỉ", "Khăm Sỏn Vi Lay"]
