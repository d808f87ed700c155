"""Money and goods given: what counts as given, who gave, who received."""

from __future__ import annotations

import pytest

from borderwire.extract.figures import extract_figures
from borderwire.extract.officials import extract_officials
from borderwire.model import Figure

from .reading import read_all

_A, _B = "Công an tỉnh Quảng Bình", "Công an tỉnh Khăm Muộn"


def gifts_of(text: str) -> list[Figure]:
    doc, dates, places, bodies = read_all(text)
    return [figure for figure in extract_figures(doc, dates, places, bodies) if figure.what in ("money", "goods")]


@pytest.mark.parametrize(
    "told",
    [
        f"{_A} trao tặng {_B} 80 triệu đồng.",
        f"{_A} đã hỗ trợ {_B} số tiền 80 triệu đồng để sửa trụ sở.",
        f"{_A} dành 80 triệu đồng hỗ trợ {_B}.",
        f"{_A} trích từ quỹ của đơn vị số tiền 80 triệu đồng giúp {_B} mua sắm trang thiết bị.",
        f"{_B} được {_A} hỗ trợ 80 triệu đồng.",
        f"{_B} đã nhận từ {_A} 80 triệu đồng.",
        f"Đại tá Lê Văn Bảo, Giám đốc {_A} tặng {_B} 80 triệu đồng.",
    ],
)
def test_giver_and_receiver_are_found_however_the_giving_is_told(told: str) -> None:
    (gift,) = gifts_of(told)
    assert (gift.value, gift.kind, gift.giver, gift.receiver) == (80_000_000, "cash", _A, _B)


def test_a_list_of_gifts_has_one_giver_and_one_receiver() -> None:
    found = gifts_of(f"Dịp này, {_A} tặng {_B} 10 bộ máy vi tính, 2 xe mô tô và 200 triệu đồng.")
    assert [gift.value for gift in found] == [10, 2, 200_000_000]
    assert {(gift.giver, gift.receiver) for gift in found} == {(_A, _B)}


def test_behind_a_semicolon_the_one_that_the_sentence_begins_with_gives() -> None:
    (gift,) = gifts_of(f"{_A} sửa trụ sở cho {_B}; tặng thêm 40 bộ quân phục.")
    assert gift.giver == _A


def test_a_province_can_give_and_receive() -> None:
    (gift,) = gifts_of("Ủy ban nhân dân tỉnh Quảng Bình hỗ trợ tỉnh Khăm Muộn 2 tỷ đồng khắc phục lũ lụt.")
    assert (gift.giver, gift.receiver) == ("Ủy ban nhân dân tỉnh Quảng Bình", "tỉnh Khăm Muộn")


def test_a_family_in_a_province_is_not_that_province() -> None:
    (gift,) = gifts_of(f"{_A} trao 30 suất quà cho những gia đình chính sách tỉnh Khăm Muộn.")
    assert (gift.giver, gift.receiver) == (_A, "những gia đình chính sách tỉnh Khăm Muộn")


@pytest.mark.parametrize(
    "told",
    [
        f"{_A} đề nghị Trung ương hỗ trợ 350 tỷ đồng.",
        f"{_A} sẽ hỗ trợ {_B} 2 tỷ đồng.",
        "Hai bên trao các văn kiện hợp tác lên tới 12 tỷ USD.",
        "Hai bên trao đổi hàng hóa đạt 15 triệu USD.",
        "Bị hại bị lừa, đã trao cho các đối tượng 200 triệu đồng.",
        f"{_A} hỗ trợ tìm người làm đường, trả công 20 triệu đồng.",
        "Trương khai nhận của một người lạ 60 triệu đồng để chở hàng.",
    ],
)
def test_what_is_asked_planned_traded_or_taken_is_no_gift(told: str) -> None:
    assert gifts_of(told) == []


def test_gifts_of_two_givers_keep_their_own_receivers() -> None:
    found = gifts_of(f"{_A} tặng {_B} 3 xe mô tô.\n\nỦy ban nhân dân huyện Bố Trạch trao 50 suất quà cho các hộ nghèo.")
    assert [gift.receiver for gift in found] == [_B, "các hộ nghèo"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Công an tỉnh Sơn La tặng Công an tỉnh Hủa Phăn 12 thùng hạt giống.", [(12, "12 thùng hạt giống")]),
        ("Đồn tặng bạn 50 tấm tôn lợp và một bộ đàm.", [(50, "50 tấm tôn lợp"), (1, "một bộ đàm")]),
        ("Công an tỉnh hỗ trợ bạn 20 tấn gạo.", [(20, "20 tấn gạo")]),
    ],
)
def test_goods_of_any_kind_are_gifts_where_they_are_given(text: str, wanted: list[tuple[float, str]]) -> None:
    assert [(gift.value, gift.as_written) for gift in gifts_of(text)] == wanted


def test_a_province_named_as_a_side_gives_without_its_title() -> None:
    (gift,) = gifts_of("Năm qua, phía Quảng Bình đã hỗ trợ bạn 3 tỷ đồng.")
    assert gift.giver == "Quảng Bình"


def test_what_is_collected_for_others_is_given() -> None:
    (gift,) = gifts_of("Nhân dân tỉnh Khăm Muộn đã quyên góp 200 triệu kíp gửi sang Quảng Bình.")
    assert (gift.value, gift.unit) == (200_000_000, "LAK")


def test_an_official_gives_for_the_body_told_before() -> None:
    doc, dates, places, bodies = read_all(
        f"Đại tá Nguyễn Hữu Bách, Giám đốc {_A} thăm bạn. Đại tá Bách tặng đơn vị bạn 3 máy in."
    )
    officials = extract_officials(doc, places, bodies)
    (gift,) = extract_figures(doc, dates, places, bodies, officials)
    assert (gift.value, gift.giver) == (3, _A)


def test_those_who_are_no_body_get_only_what_is_told_to_be_for_them() -> None:
    found = gifts_of(f"{_A} tặng đơn vị bạn 3 máy in.\n\nDịp này, {_A} trao 65 túi thóc giống cho hộ nghèo trong bản.")
    assert [gift.receiver for gift in found] == [None, "hộ nghèo"]
