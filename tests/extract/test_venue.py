"""Where the main event took place."""

from __future__ import annotations

import pytest

from borderwire.extract.venue import extract_venue
from borderwire.model import Venue

from .reading import read_all


def venue_of(text: str) -> Venue | None:
    doc, dates, places, bodies = read_all(text)
    return extract_venue(doc, places, dates, bodies)


@pytest.mark.parametrize(
    ("text", "written", "province"),
    [
        (
            "Ngày 4/7, tại huyện Mường Lát, tỉnh Thanh Hóa, hai bên tổ chức hội đàm.",
            "huyện Mường Lát, tỉnh Thanh Hóa",
            "VN-21",
        ),
        ("Ngày 4/7, tại tỉnh Champasak (Nam Lào) đã diễn ra hội nghị.", "tỉnh Champasak (Nam Lào)", "LA-CH"),
        ("Ngày 4/7, tại thị xã Cửa Lò, Nghệ An đã diễn ra hội nghị.", "thị xã Cửa Lò, Nghệ An", "VN-22"),
        (
            "Ngày 4/7, tại phường Điện Biên Phủ, tỉnh Điện Biên diễn ra hội đàm.",
            "phường Điện Biên Phủ, tỉnh Điện Biên",
            "VN-71",
        ),
        ("Chiều 4/7, tại Hà Nội, Bộ trưởng tiếp đoàn đại biểu.", "Hà Nội", "VN-HN"),
    ],
)
def test_the_place_after_tai_is_taken_whole_with_its_province(text: str, written: str, province: str) -> None:
    venue = venue_of(text)
    assert venue is not None
    assert (venue.as_written, venue.province) == (written, province)
    ((start, end),) = venue.spans
    assert text[start:end] == written


def test_a_border_gate_gives_the_gate_and_its_province() -> None:
    venue = venue_of("Sáng 4/7, tại cửa khẩu quốc tế Lao Bảo, hai bên trao trả 5 công dân.")
    assert venue is not None
    assert venue.gate is not None
    assert venue.province == "VN-25"


def test_a_building_without_a_known_place_is_still_a_venue() -> None:
    venue = venue_of("Sáng 4/7, tại Trụ sở Bộ Công an, hai bên tổ chức hội đàm.")
    assert venue is not None
    assert venue.as_written.startswith("Trụ sở")


def test_the_place_of_a_coming_event_is_not_the_venue() -> None:
    venue = venue_of("Sáng 4/7, tại tỉnh Sơn La, hai bên hội đàm. Hội đàm lần tới sẽ được tổ chức tại tỉnh Hủa Phăn.")
    assert venue is not None
    assert venue.province == "VN-05"


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 4/7, đối tượng trú tại huyện Kỳ Sơn, tỉnh Nghệ An bị bắt.",
        "Theo phóng viên TTXVN tại Lào, hai bên đã hội đàm.",
        "Tại hội nghị, hai bên thống nhất phối hợp.",
        "Hai bên gặp nhau tại nước này.",
        "Ngày 4/7, tại Hội thảo Quốc tế lần thứ 5 về Sông Giăng, hai bên trao đổi kinh nghiệm.",
        "Ngày 4/7, tại Diễn đàn Thanh niên biên giới, hai bên ký bản ghi nhớ.",
        "Ngày 4/7, tại buổi Tọa đàm Nhịp cầu, hai bên ký bản ghi nhớ.",
    ],
)
def test_homes_countries_and_meetings_are_no_venue(text: str) -> None:
    assert venue_of(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Trưa 24/9, mưa lớn khiến nhiều nơi ở Nghệ An, Hà Tĩnh ngập sâu.",
        "Đầu tuần này, giá tiêu đen tại Gia Lai, Đắk Nông dao động quanh 112.000 đồng một cân.",
        "Sáng 2/3, vàng miếng được các công ty ở thành phố Huế niêm yết 55 triệu đồng.",
        "Ngày 5/6, hai bên trao đổi. Việc này đã nêu trong kế hoạch ký tại Savannakhet hồi tháng 12/2025.",
        "Ngày 5/6, công an tạm giữ một người. Đối tượng tại cơ quan điều tra Nghệ An khai quanh co.",
    ],
)
def test_a_place_where_something_merely_lies_is_no_venue(text: str) -> None:
    assert venue_of(text) is None


def test_a_sentence_that_opens_with_the_place_tells_of_the_event_there() -> None:
    venue = venue_of("Ngày 28/4, đoàn thăm nước bạn. Tại thành phố Huế, trưởng đoàn trao máy tính cho phía bạn.")
    assert venue is not None
    assert venue.as_written == "thành phố Huế"


def test_the_place_of_another_ceremony_told_as_before_is_no_venue() -> None:
    text = (
        "Công an tỉnh tổ chức bàn giao trụ sở cho Công an huyện bạn. Công trình gồm tám phòng. "
        "Trước đó, ngày 26/5, tại huyện Xiềng Khọ đã diễn ra Lễ bàn giao một trụ sở khác."
    )
    assert venue_of(text) is None


@pytest.mark.parametrize(
    ("text", "province"),
    [
        ("Ngày 4/7/2023, tại thành phố Đồng Hới, hai bên tổ chức hội đàm.", "VN-24"),
        ("Ngày 4/7/2026, tại thành phố Đồng Hới, hai bên tổ chức hội đàm.", "VN-25"),
        ("Ngày 4/7/2026, tại Đồng Hới, tỉnh Quảng Bình (cũ), hai bên tổ chức hội đàm.", "VN-24"),
        ("Tại thành phố Đồng Hới, hai bên tổ chức hội đàm.", "VN-24"),
    ],
)
def test_a_town_lies_in_the_province_of_the_day_unless_the_text_names_another(text: str, province: str) -> None:
    venue = venue_of(text)
    assert venue is not None
    assert venue.province == province


def test_an_abbreviation_in_brackets_does_not_cut_the_venue() -> None:
    venue = venue_of("Chiều 6/11/2025, tại Bộ Chỉ huy Quân sự (CHQS) tỉnh Attapeu (Lào), hai bên hội đàm.")
    assert venue is not None
    assert (venue.as_written, venue.province) == ("Bộ Chỉ huy Quân sự (CHQS) tỉnh Attapeu (Lào)", "LA-AT")


def test_a_longer_name_that_begins_like_a_district_is_not_that_district() -> None:
    venue = venue_of("Ngày 28/8/2025, tại phường Nam Đông Hà, hai bên hội đàm.")
    assert venue is not None
    assert (venue.as_written, venue.district, venue.province) == ("phường Nam Đông Hà", None, None)


def test_the_body_whose_seat_is_the_venue_tells_the_province() -> None:
    venue = venue_of("Công an tỉnh Sơn La đón đoàn bạn. Ngày 18/10/2022, tại trụ sở Công an tỉnh, hai bên hội đàm.")
    assert venue is not None
    assert venue.province == "VN-05"


def test_an_event_in_two_provinces_names_both_and_has_the_province_of_neither() -> None:
    venue = venue_of("Ngày 27/11/2023, tại tỉnh Hủa Phăn (Lào) và tỉnh Thanh Hóa (Việt Nam), hai bên tổ chức giao lưu.")
    assert venue is not None
    assert venue.as_written == "tỉnh Hủa Phăn (Lào) và tỉnh Thanh Hóa (Việt Nam)"
    assert (venue.province, venue.country) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 5/6/2016, hai bên hội đàm. Kể từ cuộc giao ban năm 2015 tại thị xã Lạc Xao đến nay, biên giới yên ổn.",
        "Ngày 5/6/2016, Đồn Biên phòng Pù Nhi (đóng tại xã Pù Nhi) bắt giữ hai đối tượng.",
    ],
)
def test_where_the_last_meeting_was_and_where_a_post_lies_is_no_venue(text: str) -> None:
    assert venue_of(text) is None


def test_a_headline_in_capitals_tells_the_venue_too() -> None:
    venue = venue_of("HỘI NGHỊ BA BÊN TẠI SẦM NƯA: KÝ BIÊN BẢN\n\nHai ngày 4 và 5/7, các bên họp bàn.")
    assert venue is not None
    assert venue.province == "LA-HO"


@pytest.mark.parametrize(
    "text",
    [
        "Chiều 4/7, Tổng Lãnh sự Lào ở Vinh trao quà cho học sinh.",
        "Ngày 4/7, giá ớt chỉ thiên tại huyện Krông Pắc (Đắk Lắk) tăng gấp đôi.",
    ],
)
def test_where_somebody_is_posted_or_something_is_sold_is_no_venue(text: str) -> None:
    assert venue_of(text) is None


def test_a_commune_lies_in_the_province_of_the_force_that_acts_there() -> None:
    venue = venue_of("Rạng sáng 4/7, tại xã Nậm Pì, tổ công tác của BĐBP tỉnh Sơn La bắt giữ một xe gỗ.")
    assert venue is not None
    assert venue.province == "VN-05"
    abroad = venue_of("Sáng 4/7, tại bản Nậm Pì, đoàn công tác của BĐBP tỉnh Sơn La tặng quà bà con.")
    assert abroad is not None
    assert abroad.province is None


def test_a_place_cut_off_at_the_end_of_the_text_is_read_up_to_the_cut() -> None:
    venue = venue_of("Ngày 5/3, đoàn làm việc tại huyện Hướng Hóa, huyện")
    assert venue is not None
    assert venue.as_written == "huyện Hướng Hóa"
