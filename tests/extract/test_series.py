"""A meeting in its numbered row."""

from __future__ import annotations

import pytest

from borderwire.extract.series import extract_series
from borderwire.model import Series

from .reading import read_all


def series_of(text: str) -> Series | None:
    doc, dates, places, _ = read_all(text)
    return extract_series(doc, dates, places)


@pytest.mark.parametrize(
    ("written", "number"),
    [("lần thứ XIII", 13), ("lần thứ 26", 26), ("lần thứ IV", 4), ("lần thứ nhất", 1), ("lần 09", 9)],
)
def test_ordinals_are_read_in_every_form(written: str, number: int) -> None:
    series = series_of(f"Ngày 5/6/2020, Hội đàm {written} giữa Công an hai tỉnh diễn ra tại Pakse.")
    assert series is not None
    assert (series.ordinal, series.basis) == (number, "explicit")


def test_the_number_follows_from_the_meeting_before_and_the_one_to_come() -> None:
    series = series_of(
        "Ngày 9/5, hai bên hội đàm. Từ sau Hội đàm lần thứ VII (tháng 5/2020) đến nay, hai bên phối hợp tốt. "
        "Hội đàm lần thứ IX sẽ được tổ chức vào cuối năm 2022 tại tỉnh U Đôm Xay, do phía Lào chủ trì."
    )
    assert series is not None
    assert (series.ordinal, series.basis) == (8, "inferred")
    assert series.previous is not None
    assert (series.previous.ordinal, series.previous.date) == (7, "2020-05")
    following = series.next
    assert following is not None
    assert (following.ordinal, following.date, following.as_written) == (9, "2022", "cuối năm 2022")
    assert (following.venue, following.host) == ("LA-OU", "LA")


@pytest.mark.parametrize(
    "agreed",
    [
        "Hai bên thống nhất tổ chức hội đàm lần thứ VIII vào năm 2026 tại tỉnh Khăm Muộn.",
        "Hai bên thống nhất hội đàm lần thứ VIII tổ chức năm 2026 tại tỉnh Khăm Muộn.",
        "Hai đoàn nhất trí sẽ tổ chức Hội đàm lần thứ VIII trong quý II/2026 tại tỉnh Khăm Muộn.",
    ],
)
def test_a_meeting_that_the_sides_agree_to_hold_is_the_next_one(agreed: str) -> None:
    series = series_of(f"Ngày 5/6/2025, Hội đàm lần thứ VII giữa Công an hai tỉnh diễn ra tại Đồng Hới. {agreed}")
    assert series is not None
    assert series.ordinal == 7
    assert series.next is not None
    assert (series.next.ordinal, (series.next.date or "")[:4], series.next.venue) == (8, "2026", "LA-KH")


@pytest.mark.parametrize(
    "told",
    [
        "hai bên thống nhất tổ chức Hội đàm lần thứ VII vào ngày 5/6/2025 tại Đồng Hới",
        "hai bên thống nhất tổ chức Hội đàm lần thứ VII trong năm 2025",
        "hai bên thống nhất các nội dung của Hội đàm lần thứ VII, thực hiện đến năm 2026",
    ],
)
def test_what_is_agreed_on_the_meeting_itself_announces_none(told: str) -> None:
    series = series_of(f"Ngày 5/6/2025, {told}.")
    assert series is not None
    assert (series.ordinal, series.next) == (7, None)


def test_neighbours_that_do_not_leave_one_place_give_no_number() -> None:
    series = series_of("Từ sau Hội đàm lần thứ V đến nay, quan hệ tốt. Hội đàm lần thứ IX sẽ diễn ra năm 2022.")
    assert series is not None
    assert series.ordinal is None


def test_a_meeting_of_another_row_is_not_the_next_one() -> None:
    series = series_of(
        "Hội nghị lần thứ 9 Ban chỉ đạo diễn ra ngày 17/7/2023 tại Viêng Chăn. Hai bên thống nhất cuộc họp thường niên "
        "lần thứ XXXII tổ chức tại Việt Nam năm 2024."
    )
    assert series is not None
    assert series.ordinal == 9
    assert series.next is None


def test_a_next_meeting_without_a_number_is_kept() -> None:
    series = series_of(
        "Ngày 5/6/2020, hai bên giao ban. Hội nghị lần tới sẽ được tổ chức tại tỉnh Sơn La vào năm 2021."
    )
    assert series is not None
    assert series.ordinal is None
    assert series.next is not None
    assert (series.next.date, series.next.venue) == ("2021", "VN-05")


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Nghị quyết Đại hội Đảng lần thứ XIII, hai bên phối hợp tốt.",
        "Đây là lần thứ hai đoàn đến thăm.",
        "Chủ tịch nước trao Huân chương lần thứ 2 cho tỉnh.",
        "Lễ hội cà phê lần thứ 6 sẽ diễn ra vào tháng ba.",
    ],
)
def test_other_ordinals_make_no_series(text: str) -> None:
    assert series_of(text) is None


@pytest.mark.parametrize(
    "told",
    [
        "Lần thứ VI mở ở Pakse tháng 3/2023, lần thứ VIII sẽ ở Đồng Hới năm 2027.",
        "Lần thứ VI diễn ra tháng 3/2023 ở Pakse. Tới năm 2027, tỉnh Quảng Bình sẽ đăng cai lần thứ VIII.",
    ],
)
def test_the_meetings_around_go_by_their_number_alone(told: str) -> None:
    series = series_of(f"Ngày 5/6/2025, Hội nghị lần thứ VII giữa Công an hai tỉnh diễn ra tại Vinh. {told}")
    assert series is not None and series.previous is not None and series.next is not None
    assert (series.previous.ordinal, series.previous.date) == (6, "2023-03")
    assert (series.next.ordinal, series.next.date) == (8, "2027")


def test_a_number_of_something_else_is_no_meeting_of_the_row() -> None:
    series = series_of(
        "Ngày 5/6/2025, Hội nghị lần thứ VII giữa Công an hai tỉnh diễn ra tại Vinh, chào mừng Đại hội lần thứ VIII."
    )
    assert series is not None
    assert (series.previous, series.next) == (None, None)


@pytest.mark.parametrize(
    "told",
    [
        "Sau lần gặp trực tiếp hồi 8/2019, hai bên vẫn giữ liên lạc.",
        "Cuộc gặp diễn ra sau khi Hội đàm tháng 8/2019 kết thúc.",
    ],
)
def test_the_meeting_before_is_told_in_several_ways(told: str) -> None:
    series = series_of(f"Ngày 5/6/2022, Công an hai tỉnh hội đàm tại Vinh. {told}")
    assert series is not None and series.previous is not None
    assert series.previous.date == "2019-08"
