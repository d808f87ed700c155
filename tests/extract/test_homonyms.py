"""Places that share their name: the one that the text means."""

from __future__ import annotations

import pytest

from borderwire.extract.places import find_places

from .reading import doc_of, read_all


def _units(text: str) -> list[tuple[str, str | None]]:
    """Districts and gates with their provinces."""
    return [(place.id, place.province) for place in find_places(doc_of(text)) if place.kind in ("district", "gate")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lễ khai mạc ở huyện Kỳ Sơn (tỉnh Nghệ An).", "VN-22.ky-son"),
        ("Lễ khai mạc ở huyện Kỳ Sơn, Hòa Bình.", "VN-14.ky-son"),
        ("Lễ khai mạc ở huyện Kỳ Sơn thuộc tỉnh Hòa Bình.", "VN-14.ky-son"),
        ("Tỉnh Hòa Bình: huyện Kỳ Sơn nhận quà.", "VN-14.ky-son"),
        ("Đoàn Công an huyện Kỳ Sơn, Công an tỉnh Hòa Bình tới dự.", "VN-14.ky-son"),
        ("Đoàn đến huyện Viengkham, tỉnh Viêng Chăn.", "LA-VI.viengkham"),
        ("Đoàn đến huyện Viengkham, tỉnh Luông Pha Băng.", "LA-LP.viengkham"),
        ("Đoàn đến huyện Xaysettha (tỉnh Attapeu).", "LA-AT.xaysettha"),
    ],
)
def test_the_province_written_beside_a_name_says_which_place_is_meant(text: str, expected: str) -> None:
    assert _units(text) == [(expected, expected.partition(".")[0])]


def test_one_province_stands_for_all_districts_of_a_list() -> None:
    found = _units("Quà về huyện Châu Thành, huyện Mỏ Cày Nam và huyện Ba Tri (tỉnh Bến Tre); xa tỉnh Trà Vinh.")
    assert [province for _, province in found] == ["VN-50"] * 3


def test_a_name_keeps_the_meaning_that_the_text_gave_it() -> None:
    text = "Đoàn thăm huyện Kỳ Sơn (tỉnh Nghệ An). Sau đó đoàn về tỉnh Hòa Bình. Công an huyện Kỳ Sơn tiễn đoàn."
    assert _units(text) == [("VN-22.ky-son", "VN-22")] * 2


def test_without_a_province_beside_it_the_nearest_one_that_the_text_speaks_of_is_meant() -> None:
    text = "Công an TP Cần Thơ họp sáng nay.\n\nÔng Lê Văn Tám, Trưởng Công an huyện Phong Điền, phát biểu."
    assert _units(text) == [("VN-CT.phong-dien", "VN-CT")]


def test_a_district_without_a_namesake_speaks_for_its_province() -> None:
    assert ("VN-46.chau-thanh", "VN-46") in _units("Quà của huyện Cái Bè được trao tại huyện Châu Thành.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đoàn đến quận Hoàng Mai.", "VN-HN.hoang-mai"),
        ("Đoàn đến thị xã Hoàng Mai.", "VN-22.hoang-mai"),
        ("Đoàn đến quận Tân Phú.", "VN-SG.tan-phu"),
        ("Đoàn đến huyện Tân Phú.", "VN-39.tan-phu"),
        ("Đoàn đến quận Xaysettha.", "LA-VT.xaysettha"),
    ],
)
def test_the_title_word_tells_an_urban_district_from_one_of_the_country(text: str, expected: str) -> None:
    assert [ident for ident, _ in _units(text)] == [expected]


def test_a_town_that_was_a_district_once_may_still_be_called_one() -> None:
    assert _units("Tỉnh Thừa Thiên Huế mở lớp học ở huyện Phong Điền.") == [("VN-26.phong-dien", "VN-26")]


def test_the_province_that_took_another_one_in_stands_for_its_districts() -> None:
    assert _units("Đoàn đến huyện Chợ Mới (tỉnh Thái Nguyên).") == [("VN-53.cho-moi", "VN-69")]


def test_where_the_text_says_nothing_the_border_and_the_lasting_unit_are_likelier() -> None:
    assert _units("Đoàn đến huyện Kỳ Sơn.") == [("VN-22.ky-son", "VN-22")]


def test_a_name_that_nothing_settles_has_a_country_but_no_province() -> None:
    (place,) = find_places(doc_of("Đoàn đến huyện Châu Thành."))
    assert (place.kind, place.province, place.country) == ("district", None, "VN")


def test_the_body_of_a_district_has_the_province_that_the_text_means() -> None:
    _, _, _, bodies = read_all("Hội nghị ở huyện Kỳ Sơn (tỉnh Nghệ An). Công an huyện Kỳ Sơn và Công an Hòa Bình dự.")
    assert [body.province for body in bodies] == ["VN-22", "VN-14"]


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Hai bên gặp tại cửa khẩu Nậm Xôi, tỉnh Hủa Phăn.", "LA-HO"),
        ("Hai bên gặp tại cửa khẩu Nậm Xôi (Lào).", "LA-HO"),
        ("Hai bên gặp tại cửa khẩu Na Mèo (Thanh Hóa).", "VN-21"),
        ("Hai bên gặp tại cửa khẩu Na Mèo.", "VN-21"),
        ("Đồn Biên phòng cửa khẩu Na Mèo, Ty An ninh tỉnh Hủa Phăn cùng dự.", "VN-21"),
    ],
)
def test_a_gate_lies_in_the_province_written_beside_it(text: str, province: str) -> None:
    assert _units(text) == [("na-meo", province)]


def test_a_district_that_has_the_name_of_a_gate_or_a_province_is_found_after_its_title_word() -> None:
    assert _units("Đoàn đến huyện Nam Giang.") == [("VN-27.nam-giang", "VN-27")]
    assert _units("Đoàn đến huyện Điện Biên.") == [("VN-71.dien-bien", "VN-71")]
    assert _units("Đoàn đến huyện Hòa Bình, tỉnh Bạc Liêu.") == [("VN-55.hoa-binh", "VN-55")]


def test_a_commune_that_has_the_name_of_a_gate_is_no_district() -> None:
    assert [ident for ident, _ in _units("Đoàn đến xã Thanh Thủy, huyện Thanh Chương.")] == ["VN-22.thanh-chuong"]
