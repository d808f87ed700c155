"""The reason for an inferred year: which phrases it quotes, from where to where, and in which order."""

from __future__ import annotations

import pytest

from .reading import dates_of, doc_of, quotes

_OPENING = "Ngày 24/7, Công an hai tỉnh tổ chức hội đàm."


def _evidence(text: str) -> list[str]:
    """The phrases behind the event's date, the day's own first."""
    return quotes(doc_of(text), dates_of(text).event.spans)


@pytest.mark.parametrize(
    ("sentence", "quoted"),
    [
        ("Hai bên bàn công tác trọng tâm trong năm 2024.", "trong năm 2024"),
        ("Hai bên bàn việc hợp tác giữ gìn an toàn xã hội và phòng, chống ma túy năm 2024.", "năm 2024"),
        ("Hai bên ký biên bản hợp tác thường niên năm 2024.", "biên bản hợp tác thường niên năm 2024"),
        ("Đây là hội nghị giao ban thường niên năm 2024.", "hội nghị giao ban thường niên năm 2024"),
        ("Hai bên nêu phương hướng, nhiệm vụ trọng tâm năm 2024.", "nhiệm vụ trọng tâm năm 2024"),
        ("Các đơn vị đã bắt 12 đối tượng, 9 tháng đầu năm 2024.", "9 tháng đầu năm 2024"),
        ("Hội đàm lần thứ IX sẽ được tổ chức tại tỉnh bạn vào tháng 7/2025.",
         "Hội đàm lần thứ IX sẽ được tổ chức tại tỉnh bạn vào tháng 7/2025"),
        ("Các đội cùng chúc nhau may mắn ở Cúp Sông Mây 2018.", "Cúp Sông Mây 2018"),
        ("Các đội cùng chúc nhau may mắn ở Cúp Hoa-Ban 2018.", "Cúp Hoa-Ban 2018"),
    ],
)  # fmt: skip
def test_the_quoted_phrase_begins_with_its_head_its_clause_or_the_time_itself(sentence: str, quoted: str) -> None:
    assert f"“{quoted}”" in str(dates_of(f"{_OPENING} {sentence}").event.because)


def test_a_year_that_stays_open_is_told_with_the_phrases_that_leave_it_so() -> None:
    event = dates_of(f"{_OPENING} Từ đầu mùa mưa năm 2015 đến năm 2017, đơn vị bắt 5 vụ.").event
    assert event.value is None
    assert event.because is not None
    assert "năm 2017”" in event.because
    assert not {"2014", "2016", "2018"} & set(event.because.replace("”", " ").split())


def test_the_day_comes_first_then_what_the_prose_says_of_the_year_then_the_stamp() -> None:
    text = f"26/07/2022\n\n{_OPENING} Hai bên ký kế hoạch phối hợp năm 2022."
    assert _evidence(text) == ["Ngày 24/7", "kế hoạch phối hợp năm 2022", "26/07/2022"]
