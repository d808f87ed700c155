"""Names of bodies as a reader would write them down."""

from __future__ import annotations

import pytest

from .reading import read_all


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Bộ Chỉ huy Bộ đội Biên phòng (BĐBP) tỉnh Hà Tĩnh gặp Bộ Chỉ huy Quân sự (CHQS) tỉnh Khăm Muộn.",
            ["Bộ Chỉ huy Bộ đội Biên phòng tỉnh Hà Tĩnh", "Bộ Chỉ huy Quân sự tỉnh Khăm Muộn"],
        ),
        ("Công an tỉnh Sơn La (CAT) mời Công an tỉnh Hủa Phăn.", ["Công an tỉnh Sơn La", "Công an tỉnh Hủa Phăn"]),
    ],
)
def test_the_short_form_in_brackets_does_not_part_a_body_from_its_province(text: str, names: list[str]) -> None:
    _, _, _, bodies = read_all(text)
    assert [body.name for body in bodies] == names
    assert all(body.province for body in bodies)


def test_the_police_of_a_province_takes_the_full_name_of_the_province_not_that_of_its_city() -> None:
    text = (
        "Thừa Thiên Huế - Savannakhet: nối dài tình kết nghĩa\n\nSáng 16/8, tại TP. Huế, lãnh đạo Công an tỉnh "
        "và Tỉnh ủy tiếp đoàn Công an tỉnh Savannakhet (Lào). Đoàn đi thuyền trên sông Hương, xem chợ đêm Huế."
    )
    _, _, _, bodies = read_all(text)
    names = [body.name for body in bodies if body.province == "VN-26"]
    assert names == ["Công an tỉnh Thừa Thiên Huế", "Tỉnh ủy Thừa Thiên Huế"]
