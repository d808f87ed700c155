"""Gifts: the same amount of the same thing; who gave it to whom is scored apart."""

from __future__ import annotations

import pytest

from borderwire.evaluate.gifts import same_body
from borderwire.model import Handover
from tests.evaluate.comparing import compared, counts, figure
from tests.records import official, record

_CASH = figure(
    "money", 50_000_000, "50 triệu đồng", unit="VND", giver="Công an tỉnh Sơn La", receiver="Công an Hủa Phăn"
)
_DESKS = figure("goods", 12, "12 bộ bàn ghế", giver="Đồn Lóng Sập")
_GIVEN = record(figures=(_CASH, _DESKS))
_MONEY = {
    "what": "tiền mặt", "value": 50_000_000, "unit": "VND", "giver": "Công an tỉnh Sơn La",
    "receiver": "Công an tỉnh Hủa Phăn",
}  # fmt: skip
_FURNITURE = {"what": "bàn ghế", "value": 12, "unit": "bộ", "giver": "Đồn Lóng Sập", "receiver": None}


def test_money_and_goods_are_right_with_both_sides() -> None:
    result = compared(_GIVEN, gifts=[_MONEY, _FURNITURE])
    assert counts(result, "gifts") == (2, 0, 0)
    assert counts(result, "gift giver") == (2, 0, 0)
    assert counts(result, "gift receiver") == (1, 0, 0)


def test_a_gift_is_missed_or_made_up() -> None:
    blankets = {"what": "chăn", "value": 12, "unit": "chiếc"}
    result = compared(_GIVEN, gifts=[_MONEY, blankets])
    assert counts(result, "gifts") == (1, 1, 1)
    assert counts(compared(_GIVEN, gifts=[]), "gifts") == (0, 0, 2)
    assert "a: gift missed: 12 chiếc chăn" in result.differences


def test_another_amount_or_currency_is_another_gift() -> None:
    assert counts(compared(record(figures=(_CASH,)), gifts=[{**_MONEY, "value": 5}]), "gifts") == (0, 1, 1)
    assert counts(compared(record(figures=(_CASH,)), gifts=[{**_MONEY, "unit": "kíp"}]), "gifts") == (0, 1, 1)


@pytest.mark.parametrize("unit", ["JPY", "yên"])
def test_the_money_of_a_gift_goes_by_its_code_or_its_name(unit: str) -> None:
    yen = record(figures=(figure("money", 900_000, "900.000 yên", unit="JPY"),))
    told = {"what": "quà của hội", "value": 900_000, "unit": unit}
    assert counts(compared(yen, gifts=[told]), "gifts") == (1, 0, 0)


def test_the_wrong_giver_is_seen_and_a_side_that_is_left_out_is_not_scored() -> None:
    other = {"what": "tiền", "value": 50_000_000, "unit": "đồng", "giver": "Công an tỉnh Điện Biên"}
    result = compared(record(figures=(_CASH,)), gifts=[other])
    assert counts(result, "gifts") == (1, 0, 0)
    assert counts(result, "gift giver") == (0, 1, 1)
    assert counts(result, "gift receiver") == (0, 0, 0)


def test_a_gift_told_by_its_count_and_its_worth_is_found_by_either_or_both() -> None:
    worth = figure("goods", 90_000_000, "90 triệu đồng", unit="VND", kind="in kind")
    desks = {"what": "bàn ghế", "value": 90_000_000, "unit": "VND", "also": [{"value": 12, "unit": "bộ"}]}
    for found in ((worth,), (_DESKS,), (worth, _DESKS)):
        assert counts(compared(record(figures=found), gifts=[desks]), "gifts") == (1, 0, 0)


def test_an_optional_gift_counts_neither_way() -> None:
    assert counts(compared(_GIVEN, gifts=[_MONEY, {**_FURNITURE, "optional": True}]), "gifts") == (1, 0, 0)
    assert counts(compared(record(), gifts=[{**_FURNITURE, "optional": True}]), "gifts") == (0, 0, 0)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Công an tỉnh Sơn La", "Công an Sơn La", True),
        ("Đồn Biên phòng Cửa khẩu quốc tế Lóng Sập", "Đồn Biên phòng Lóng Sập", True),
        ("Công an tỉnh Sơn La", "tỉnh Sơn La", False),
        ("Công an tỉnh Sơn La", "Công an tỉnh Lai Châu", False),
        ("tỉnh", "Công an tỉnh Lai Châu", False),
    ],
)
def test_a_body_is_known_by_its_own_words(one: str, other: str, same: bool) -> None:
    assert same_body(one, other) is same


def test_a_building_given_is_found_among_the_things_handed_over() -> None:
    school = Handover("điểm trường bản Nậm Pì", "Công an tỉnh Sơn La")
    built = record(handovers=(school,))
    gold = [{"what": "điểm trường bản Nậm Pì", "value": 900_000_000, "unit": "VND", "giver": "Công an Sơn La"}]
    result = compared(built, gifts=gold, handed_over=[])
    assert counts(result, "gifts") == (1, 0, 0)
    assert counts(result, "gift giver") == (1, 0, 0)
    assert counts(result, "handed over") == (0, 0, 0)
    assert counts(compared(built, gifts=[], handed_over=[]), "handed over") == (0, 0, 1)


def test_an_official_gives_for_the_body_he_belongs_to() -> None:
    giver = official("Nguyễn Hữu Bách", "VN-05", rank="Đại tá", organization="Công an tỉnh Sơn La")
    found = record(figures=(_CASH,), officials=(giver,))
    for side in ("Đại tá Nguyễn Hữu Bách", "Đại tá Bách", "Công an tỉnh Sơn La"):
        assert counts(compared(found, gifts=[{**_MONEY, "giver": side}]), "gift giver") == (1, 0, 0)
    assert counts(compared(found, gifts=[{**_MONEY, "giver": "Đại tá Cúc"}]), "gift giver") == (0, 1, 1)
