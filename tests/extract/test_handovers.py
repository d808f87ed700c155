"""Things built or bought that were handed over."""

from __future__ import annotations

import pytest

from borderwire.extract.handovers import extract_handovers
from borderwire.model import Handover

from .reading import read_all


def handovers_of(text: str) -> tuple[Handover, ...]:
    doc, _, _, bodies = read_all(text)
    return extract_handovers(doc, bodies)


def test_a_building_is_told_with_the_body_it_is_for() -> None:
    text = "Công an tỉnh Sơn La khánh thành và bàn giao nhà làm việc Công an huyện Sốp Bâu (tỉnh Hủa Phăn)."
    (handover,) = handovers_of(text)
    assert handover.what.startswith("nhà làm việc Công an huyện Sốp Bâu")
    assert handover.giver == "Công an tỉnh Sơn La"
    ((start, end),) = handover.spans
    assert text[start:end] == handover.what


def test_the_receiver_may_stand_after_cho() -> None:
    (handover,) = handovers_of("Công an tỉnh Hà Tĩnh bàn giao trụ sở làm việc cho Công an tỉnh Khăm Muộn.")
    assert handover.what == "trụ sở làm việc"
    assert handover.receiver == "Công an tỉnh Khăm Muộn"


def test_a_thing_told_twice_is_one_handover() -> None:
    text = "Bàn giao nhà văn hóa bản Na Ngoi.\n\nSáng nay, đồn bàn giao nhà văn hóa bản Na Ngoi."
    (handover,) = handovers_of(text)
    assert len(handover.spans) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Đồn bàn giao đối tượng cùng tang vật cho Công an huyện.",
        "Hai bên bàn giao hồ sơ vụ án.",
        "Đơn vị sẽ bàn giao 7 trụ sở làm việc cho Công an bản.",
        "Vụ việc được bàn giao nhà chức trách điều tra.",
    ],
)
def test_persons_papers_and_plans_are_no_handovers(text: str) -> None:
    assert handovers_of(text) == ()
