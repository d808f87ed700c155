"""Who chairs a meeting with the other side heads a delegation; who chairs anything else does not."""

from __future__ import annotations

import pytest

from borderwire.extract.chairs import find_chairs
from borderwire.extract.delegations import extract_delegations
from borderwire.extract.officials import extract_officials

from .reading import read_all

_A = "Đại tá Nguyễn Hữu Bách, Giám đốc Công an tỉnh Kon Tum"
_B = "Đại tá Khăm Xổm Đa La, Giám đốc Công an tỉnh Attapeu (Lào)"
_C = "Thượng tá Lê Thị Cúc, Trưởng phòng Hậu cần Công an tỉnh Kon Tum"


def _heads(text: str) -> list[str]:
    doc, _, places, bodies = read_all(text)
    officials = extract_officials(doc, places, bodies)
    return [officials[index].name for index in sorted(find_chairs(doc, officials))]


@pytest.mark.parametrize(
    "text",
    [
        f"{_A} và {_B} đồng chủ trì hội đàm.",
        f"{_A} và {_B} đã chủ trì buổi làm việc.",
        f"Chủ trì hội nghị có {_A} và {_B}. Cùng dự có {_C}.",
        f"Đồng chủ tọa: {_A}; {_B}.",
        f"Hội nghị diễn ra dưới sự chủ trì của {_A} và {_B}.",
        f"Chủ trì hội đàm, về phía Việt Nam có {_A}; về phía Lào có {_B}.",
    ],
)
def test_those_who_chair_for_each_side_head_the_delegations(text: str) -> None:
    assert _heads(text) == ["Nguyễn Hữu Bách", "Khăm Xổm Đa La"]


def test_of_one_side_the_first_named_chairs() -> None:
    assert _heads(f"Chủ trì hội nghị có {_A}, {_C}. Phía bạn có {_B}.") == ["Nguyễn Hữu Bách"]


def test_talks_are_held_with_the_other_side_whoever_of_it_is_named() -> None:
    assert _heads(f"{_A} chủ trì hội đàm với đoàn Công an tỉnh Attapeu (Lào).") == ["Nguyễn Hữu Bách"]


@pytest.mark.parametrize(
    "text",
    [
        f"{_A} tiếp {_B}, cùng dự có {_C}.",
        f"{_B} cảm ơn. {_A} giao phòng nghiệp vụ chủ trì hội nghị sau.",
        f"{_B} cảm ơn. {_C} chủ trì biên soạn cuốn sổ tay.",
        f"{_B} cảm ơn. Năm tới {_A} sẽ chủ trì hội đàm.",
        f"{_A} chủ trì hội nghị toàn tỉnh.",
    ],
)
def test_who_receives_is_told_to_or_chairs_at_home_heads_no_delegation(text: str) -> None:
    assert _heads(text) == []


def test_who_chairs_is_the_head_in_the_delegation_of_that_side_alone() -> None:
    doc, _, places, bodies = read_all(f"{_A} và {_B} đồng chủ trì hội đàm.")
    officials = extract_officials(doc, places, bodies)
    delegations = extract_delegations(doc, places, bodies, officials)
    assert [(one.country, one.head) for one in delegations] == [("VN", "Nguyễn Hữu Bách"), ("LA", "Khăm Xổm Đa La")]
    assert not any(official.head_of_delegation for official in officials)
