"""Meetings of the row that are told without a number."""

from __future__ import annotations

import pytest

from borderwire.extract.series import extract_series
from borderwire.model import Series

from .reading import read_all

_EVENT = "Ngày 6/4/2023, tại thành phố Lai Châu, Công an tỉnh Lai Châu hội đàm với Công an tỉnh Phông Sa Lỳ (Lào).\n\n"


def series_of(text: str) -> Series | None:
    doc, dates, places, _ = read_all(text)
    return extract_series(doc, dates, places)


@pytest.mark.parametrize(
    ("told", "date", "venue"),
    [
        ("Hai bên thống nhất tổ chức hội đàm lần tới tại Phông Sa Lỳ vào tháng 4/2024.", "2024-04", "LA-PH"),
        ("Hội đàm lần sau dự kiến diễn ra tại tỉnh Phông Sa Lỳ trong quý II/2024.", "2024", "LA-PH"),
        ("Hai bên nhất trí giao Công an tỉnh Phông Sa Lỳ đăng cai hội đàm năm 2024.", "2024", "LA-PH"),
        ("Đoàn bạn trân trọng mời Công an tỉnh Lai Châu sang Phông Sa Lỳ dự hội đàm năm 2024.", "2024", "LA-PH"),
        ("Cuộc hội đàm kế tiếp được ấn định vào đầu tháng 5 năm sau tại Phông Sa Lỳ.", "2024-05", "LA-PH"),
        ("Hai bên thống nhất năm 2024 hội đàm sẽ được tổ chức tại Phông Sa Lỳ.", "2024", "LA-PH"),
        ("Cuộc hội đàm năm 2024 sẽ tổ chức tại tỉnh Phông Sa Lỳ.", "2024", "LA-PH"),
        ("Hai bên thống nhất hội đàm cấp tỉnh năm 2024 tại Phông Sa Lỳ.", "2024", "LA-PH"),
        ("Lần gặp sau dự kiến tổ chức tại thành phố Điện Biên Phủ.", None, "VN-71"),
        ("Hai bên nhất trí sang thăm và hội đàm tại Phông Sa Lỳ trong quý IV năm 2024.", "2024", "LA-PH"),
    ],
)
def test_a_meeting_agreed_on_or_announced_is_the_next_one(told: str, date: str | None, venue: str) -> None:
    series = series_of(_EVENT + told)
    assert series is not None
    assert series.next is not None
    assert (series.ordinal, series.next.date, series.next.venue) == (None, date, venue)


def test_the_side_that_is_to_hold_the_next_meeting_is_its_host() -> None:
    series = series_of(_EVENT + "Cuộc hội đàm tiếp theo do phía Lào chủ trì, thời gian vào cuối năm 2024.")
    assert series is not None
    assert series.next is not None
    assert (series.next.host, series.next.as_written) == ("LA", "cuối năm 2024")


@pytest.mark.parametrize("who", ["giữa Lai Châu, Phông Sa Lỳ", "của Công an tỉnh Lai Châu"])
def test_who_meets_is_not_where_the_next_meeting_is_held(who: str) -> None:
    series = series_of(f"{_EVENT}Hội đàm lần tới {who} sẽ diễn ra vào tháng 4/2024.")
    assert series is not None
    assert series.next is not None
    assert (series.next.date, series.next.venue) == ("2024-04", None)


@pytest.mark.parametrize(
    "told",
    [
        "Hai bên tiếp tục tổ chức giao ban, gặp gỡ định kỳ; sẽ mở lớp tập huấn tại Lai Châu vào tháng 8/2024.",
        "Trong năm 2024, hai bên sẽ duy trì các cuộc hội đàm và xây trụ sở tại Phông Sa Lỳ.",
        "Hai bên thống nhất thực hiện nghiêm biên bản hội đàm năm 2024.",
        "Tại hội đàm năm 2023, hai bên thống nhất tổ chức tuần tra chung.",
        "Sau hội đàm, đoàn sẽ tới thăm Đồn Biên phòng Ma Lù Thàng.",
    ],
)
def test_habits_papers_and_other_plans_announce_no_meeting(told: str) -> None:
    series = series_of(_EVENT + told)
    assert series is None or series.next is None


def test_the_meeting_since_which_results_are_counted_is_the_one_before() -> None:
    series = series_of(
        _EVENT + "Từ sau cuộc hội đàm tháng 3/2022 tại tỉnh Phông Sa Lỳ đến nay, hai bên trao đổi 40 tin."
    )
    assert series is not None
    assert series.previous is not None
    assert (series.previous.date, series.previous.venue) == ("2022-03", "LA-PH")
    assert series.next is None


def test_brackets_behind_the_number_of_a_past_meeting_tell_its_time_and_place() -> None:
    series = series_of(
        "Ngày 3/4/2019, Hội nghị lần thứ V giữa hai tỉnh diễn ra tại thành phố Vinh. "
        "Kể từ Hội nghị lần thứ IV (tháng 3/2018, tại tỉnh Xiêng Khoảng), hai bên phối hợp tốt."
    )
    assert series is not None
    assert series.previous is not None
    assert (series.previous.ordinal, series.previous.date, series.previous.venue) == (4, "2018-03", "LA-XI")


def test_minutes_that_are_carried_out_are_of_the_meeting_before() -> None:
    series = series_of(
        _EVENT + "Hai bên đánh giá kết quả thực hiện Biên bản ghi nhớ lần thứ 8. "
        "Kết thúc hội đàm, hai bên ký Biên bản ghi nhớ lần thứ 9."
    )
    assert series is not None
    assert series.previous is not None
    assert (series.previous.ordinal, series.ordinal) == (8, 9)


def test_minutes_of_two_rows_number_no_event() -> None:
    series = series_of(
        _EVENT + "Công an tỉnh Lai Châu ký biên bản ghi nhớ lần thứ 12 với tỉnh Phông Sa Lỳ "
        "và biên bản ghi nhớ lần thứ 4 với tỉnh Luông Nậm Thà."
    )
    assert series is None or series.ordinal is None
