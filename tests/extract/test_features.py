"""A text that reports no event of one day has none, though its page has a stamp; undated news have the page's."""

from __future__ import annotations

import pytest

from borderwire.extract.dates import as_recorded, date_problems

from .reading import dates_of

_STAMP = "18/06/2019 08:10"

FEATURES = {
    "how things stand": (
        "Buôn lậu gỗ qua biên giới ngày càng tinh vi",
        (
            "Những năm gần đây, gỗ lậu qua các lối mòn ở huyện Mường Thông vẫn là nỗi lo của người dân. Các đối tượng "
            "chia nhỏ hàng, đi đêm và cho người cảnh giới. Muốn ngăn chặn thì phải dựa vào dân."
        ),
    ),
    "a portrait by a reporter": (
        "Chân dung người giữ rừng ở bản Na Lót",
        "Chúng tôi tìm về bản Na Lót khi mặt trời đã khuất núi. Ông Sùng ngồi bên bếp lửa, kể chuyện tuần rừng.",
    ),
    "advice in points": (
        "7 dấu hiệu nhận biết giấy thông hành giả",
        "Giấy thật có vân nổi, sờ vào thấy gợn tay. Con dấu của giấy giả hiện nay thường nhòe ở viền ngoài.",
    ),
    "years after": (
        "20 năm sau ngày lập bản Na Lót",
        (
            "Bản nhỏ nằm bên suối. Nhiều năm nay, người dân hai bên biên giới qua lại "
            "thăm nhau, cùng dựng nhà, cùng gặt lúa."
        ),
    ),
    "a part of a series": (
        "Đường dây gỗ lậu Mường Thông - Bài 2: Những kẻ giấu mặt",
        "Phóng viên theo chân một nhóm cửu vạn lên dốc Pha Mây. Hàng được bọc kín, mỗi người cõng chừng bốn chục cân.",
    ),
    "questions and answers": (
        "'Giữ biên giới là giữ lòng dân'",
        (
            "- Thưa ông, đường mòn dài như thế thì canh giữ ra sao? - Dân là tai mắt. - Còn mùa mưa, thưa ông, thì "
            "thế nào? - Mùa mưa thì cả bản cùng tuần."
        ),
    ),
}
NEWS = {
    "a journey that was made": (
        "Hành trình hữu nghị của tuổi trẻ hai đồn biên phòng",
        "Đồn Biên phòng Na Lót tổ chức hành trình hữu nghị cùng đại đội bạn. Đoàn trao 50 suất quà cho học sinh.",
    ),
    "a danger that is met about": (
        "Nguy cơ cháy rừng vùng biên: hai tỉnh họp bàn",
        "Thời gian qua, nguy cơ cháy rừng tăng cao. Công an hai tỉnh họp bàn và thống nhất lập đội tuần tra.",
    ),
    "a question that news answer": (
        "Vì sao cầu Nậm Sắt sập?",
        "Công an huyện Mường Thông vừa khởi tố vụ án liên quan đến việc cầu Nậm Sắt bị sập làm hai người bị thương.",
    ),
    "how things stood before": (
        "Bắt nhóm buôn gỗ lậu ở Mường Thông",
        (
            "Công an huyện Mường Thông vừa bắt quả tang ba người vận chuyển gỗ lậu. Thời gian qua, nhóm này "
            "thường xuyên đi đêm."
        ),
    ),
    "those who are quoted say we": (
        "Mường Thông giao nhà cho người nghèo",
        "Đồn biên phòng Na Lót giao ba căn nhà cho người nghèo. “Chúng tôi rất vui vì có nhà mới”, bà Mùa nói.",
    ),
    "a child of some age": (
        "Tìm thấy em bé đi lạc ở Mường Thông",
        "Em bé vừa tròn 6 tuổi được bộ đội biên phòng đưa về nhà sau hai ngày lạc trong rừng.",
    ),
}


@pytest.mark.parametrize(("headline", "body"), FEATURES.values(), ids=FEATURES)
def test_a_feature_reports_no_event_of_the_day_of_its_page(headline: str, body: str) -> None:
    reading = dates_of(f"{headline}\n{_STAMP}\n\n{body}")
    fact = as_recorded(reading)
    assert (fact.value, fact.basis, fact.partial) == (None, "none", None)
    assert reading.published is not None
    assert reading.published.value == "2019-06-18"
    (problem,) = date_problems(reading)
    assert problem.code == "date-unknown"
    assert "feature" in problem.message


@pytest.mark.parametrize(("headline", "body"), NEWS.values(), ids=NEWS)
def test_news_that_name_no_day_are_of_about_the_day_of_their_page(headline: str, body: str) -> None:
    fact = as_recorded(dates_of(f"{headline}\n{_STAMP}\n\n{body}"))
    assert (fact.value, fact.basis) == ("2019-06-18", "published")


def test_a_feature_that_names_the_day_of_what_it_tells_has_it() -> None:
    headline, body = FEATURES["a portrait by a reporter"]
    text = f"{headline}\n{_STAMP}\n\n{body} Ngày 12/6/2019, Công an huyện Mường Thông đã trao giấy khen cho ông."
    assert as_recorded(dates_of(text)).value == "2019-06-12"


def test_a_day_told_by_the_way_in_a_feature_is_not_its_event() -> None:
    told = " ".join(
        f"Ông Sùng thuộc từng gốc {tree} trong rừng." for tree in ("lim", "nghiến", "sến", "dổi", "trám", "lát")
    )
    text = f"Chân dung người giữ rừng ở bản Na Lót\n{_STAMP}\n\n{told} Lần trước là vào ngày 3/6 âm u mưa gió."
    assert as_recorded(dates_of(text)).value is None
