"""Numbers with what they count, and what is left alone."""

from __future__ import annotations

import pytest

from borderwire.extract.figures import extract_figures
from borderwire.model import Figure

from .reading import read_all


def figures_of(text: str) -> tuple[Figure, ...]:
    doc, dates, places, bodies = read_all(text)
    return extract_figures(doc, dates, places, bodies)


@pytest.mark.parametrize(
    ("text", "what", "value", "unit", "qualifier"),
    [
        ("Hai bên đã trao trả 31 lượt với 84 công dân.", "returns", 31, None, "exact"),
        ("Có hơn 75.000 lượt người xuất, nhập cảnh qua cửa khẩu.", "crossings", 75000, None, "over"),
        ("Có gần 3.264.281 lượt phương tiện qua lại cửa khẩu.", "vehicle-crossings", 3264281, None, "nearly"),
        ("Trong năm có 102 đoàn công tác sang thăm.", "delegations", 102, None, "exact"),
        ("Công an tỉnh mở lớp tập huấn cho 40 cán bộ, chiến sĩ bạn.", "people-trained", 40, None, "exact"),
        ("Hai tỉnh có đường biên giới dài khoảng 142 km.", "border-length", 142, "km", "about"),
        ("Tang vật thu giữ gồm 12.000 viên ma túy tổng hợp.", "seizure", 12000, "pill", "exact"),
        ("Tổ công tác thu giữ hơn 2,7m3 gỗ không giấy tờ.", "seizure", 2.7, "m3", "over"),
        ("Lực lượng chức năng thu giữ 10 vạn viên ma túy.", "seizure", 100000, "pill", "exact"),
        ("Đơn vị bắt giữ hai mươi lăm đối tượng.", "suspects", 25, None, "exact"),
        ("Đồn đã tổ chức mười hai lần tuần tra song phương.", "patrols", 12, None, "exact"),
        ("Công an tỉnh mở 2 lớp tiếng Việt cho 30 cán bộ bạn.", "people-trained", 30, None, "exact"),
        ("Đồn hỗ trợ ít nhất 4 học sinh Lào đến trường.", "students-supported", 4, None, "at-least"),
    ],
)
def test_a_number_is_read_with_its_noun_unit_and_qualifier(
    text: str, what: str, value: float, unit: str | None, qualifier: str
) -> None:
    figure = figures_of(text)[0]
    assert (figure.what, figure.value, figure.unit, figure.qualifier) == (what, value, unit, qualifier)
    (start, end), *_ = figure.spans
    assert text[start:end] == figure.as_written


def test_two_numbers_of_one_sentence_are_two_figures() -> None:
    found = figures_of("Hai bên đã trao trả 25 lượt với 119 công dân vi phạm quy chế biên giới.")
    assert [(figure.what, figure.value) for figure in found] == [("returns", 25), ("returned-persons", 119)]


def test_cases_keep_their_kind() -> None:
    found = figures_of("Hai bên phối hợp bắt giữ 3 vụ ma túy, 1 vụ sử dụng giấy tờ giả và 3 vụ nhập cảnh trái phép.")
    assert [(figure.value, figure.kind) for figure in found] == [
        (3, "ma túy"),
        (1, "sử dụng giấy tờ giả"),
        (3, "nhập cảnh trái phép"),
    ]


def test_the_noun_means_what_its_own_part_of_the_sentence_says() -> None:
    found = figures_of("Hai bên trao trả 20 công dân; có 900 lượt người nhập cảnh qua cửa khẩu.")
    assert [(figure.what, figure.value) for figure in found] == [("returned-persons", 20), ("crossings", 900)]


def test_money_given_has_giver_and_receiver() -> None:
    (figure,) = figures_of("Công an tỉnh Nghệ An trao tặng 1,5 tỷ đồng hỗ trợ Công an tỉnh Xiêng Khoảng.")
    assert (figure.what, figure.kind, figure.value, figure.unit) == ("money", "cash", 1500000000, "VND")
    assert (figure.giver, figure.receiver) == ("Công an tỉnh Nghệ An", "Công an tỉnh Xiêng Khoảng")


def test_goods_are_known_by_their_worth() -> None:
    (figure,) = figures_of("Công an tỉnh Hà Tĩnh tặng Công an tỉnh Khăm Muộn trang thiết bị trị giá 200 triệu đồng.")
    assert (figure.what, figure.kind, figure.value) == ("goods", "in kind", 200000000)


def test_the_same_sum_in_another_currency_is_not_a_second_gift() -> None:
    found = figures_of("Bộ Ngoại giao trao 200.000 USD (hơn 4,6 tỷ đồng) hỗ trợ tỉnh Attapư.")
    assert [(figure.value, figure.unit) for figure in found] == [(200000, "USD")]


@pytest.mark.parametrize(
    "text",
    [
        "Đối tượng nhận 20 triệu đồng tiền công vận chuyển thuê.",
        "Tòa án phạt bị cáo 60 triệu đồng.",
        "Hai bên, 3 tỉnh, 2 nước và 5 địa phương cùng tham dự.",
        "Năm đoàn kết hữu nghị Việt Nam - Lào.",
        "Ngày 15/3/2021, lúc 14h30, hai bên gặp nhau tại phòng 204.",
        "Cuộc họp lần thứ 25 đoàn đại biểu biên giới.",
        "Chuyên án 545L và biển số 86C-091.02.",
        "Dài 15 km đường nhựa, có 3 người dân.",
    ],
)
def test_other_numbers_are_left_alone(text: str) -> None:
    assert figures_of(text) == ()


def test_a_result_belongs_to_the_period_told_before_it() -> None:
    found = figures_of(
        "Năm 2024, hai bên phối hợp chặt chẽ.\n\nHai bên đã trao đổi thông tin liên quan 3 vụ án, 5 nghi phạm."
    )
    assert [(figure.what, figure.period) for figure in found] == [("cases", "2024"), ("suspects", "2024")]


def test_months_of_a_year_are_a_period() -> None:
    (figure,) = figures_of("Trong 6 tháng đầu năm 2017, hai tỉnh đã trao đổi 20 đoàn công tác.")
    assert figure.period == "2017-01/2017-06"


TALKS = "Ngày 12/9/2023, Công an tỉnh Sơn La và Công an tỉnh Hủa Phăn (Lào) hội đàm. "


@pytest.mark.parametrize(
    ("sentence", "periods"),
    [
        ("Hai bên đã bắt giữ 37 vụ, 52 đối tượng trong năm 2022.", ["2022", "2022"]),
        ("Hai bên đã bắt giữ 37 vụ năm 2022.", ["2022"]),
        ("6 tháng đầu năm 2023, hai bên bắt 18 vụ; năm 2022 bắt 37 vụ.", ["2023-01/2023-06", "2022"]),
        ("Năm 2021 bắt 18 vụ, năm 2022 bắt 37 vụ.", ["2021", "2022"]),
        ("Bắt giữ 18 vụ trong năm 2021 và 37 vụ trong năm 2022.", ["2021", "2022"]),
        ("Năm 2022, hai bên bắt 37 vụ, giảm 4 vụ so với năm 2021.", ["2022"]),
        ("Từ năm 2020 đến nay, hai bên phá 37 chuyên án.", ["2020/2023-09-12"]),
        ("Kể từ cuộc họp ở Viêng Xay tháng 7/2022, hai bên phá 37 chuyên án.", ["2022-07/2023-09-12"]),
        ("Từ đầu năm đến nay, hai bên phá 37 chuyên án.", ["2023-01/2023-09-12"]),
        ("Trong 5 năm qua, hai bên phá 37 chuyên án.", ["../2023-09-12"]),
        ("Thời gian qua, hai bên phá 37 chuyên án.", ["../2023-09-12"]),
        ("Tính đến tháng 6/2023, hai bên phá 37 chuyên án.", ["../2023-06"]),
        ("Tính đến hết tháng 6/2023, hai bên phá 37 chuyên án.", ["../2023-06"]),
        ("Đến hết năm 2022, hai bên đã phá 37 chuyên án.", ["../2022"]),
        ("Hai bên đã phá 37 chuyên án tính đến hết năm 2022.", ["../2022"]),
        ("Từ năm 2020 đến hết năm 2022, hai bên đã phá 37 chuyên án.", ["../2022"]),
        ("Trong quý I/2023, hai bên phá 37 chuyên án.", ["2023-01/2023-03"]),
        ("Trong tháng 5, hai bên phá 37 chuyên án.", ["2023-05"]),
        ("Trong tháng 12, hai bên phá 37 chuyên án.", ["2022-12"]),
        ("9 tháng đầu năm, hai bên phá 37 chuyên án.", ["2023-01/2023-09"]),
        ("Giai đoạn 2016-2020, hai bên phá 37 chuyên án.", ["2016/2020"]),
        ("Mỗi năm, lực lượng hai bên bắt giữ 37 đối tượng.", ["P1Y"]),
        ("Năm ngoái, hai bên phá 37 chuyên án.", ["2022"]),
        ("Nhờ chuyên án lập từ 2 năm trước, hai bên bắt 37 đối tượng.", [None]),
        ("Tháng 3/2022, hai bên bắt 9 đối tượng.\n\nHai bên bắt 37 đối tượng.", ["2022-03", None]),
        ("Ngày 3/5/2021, hai bên bắt giữ 37 đối tượng.", ["2021-05-03"]),
        ("Thực hiện Biên bản ghi nhớ năm 2022, hai bên bắt giữ 37 đối tượng.", [None]),
        ("Theo Bản ghi nhớ ký tại Sầm Nưa tháng 11/2022, hai bên bắt giữ 37 đối tượng.", [None]),
        ("Đây là vụ lớn nhất từ trước tới nay, do 37 đối tượng gây ra.", [None]),
        ("Từ trước đến nay, hai bên phá 37 chuyên án.", ["../2023-09-12"]),
        ("Sau 2 tháng điều tra, theo dõi, hai bên bắt 37 đối tượng.", [None]),
        ("Sau hơn 16 năm trốn nã dưới tên khác, 37 đối tượng sa lưới.", [None]),
        ("Sau một năm thực hiện Biên bản ghi nhớ, hai bên bắt 37 đối tượng.", ["../2023-09-12"]),
        ("Sau hơn 2 năm, hai bên bắt 37 đối tượng.", ["../2023-09-12"]),
        ("Công an bắt 37 đối tượng giấu hàng trong năm thùng loa.", [None]),
        ("Trong năm, hai bên bắt 37 đối tượng.", ["2023"]),
        ("Đầu năm 2023, hai bên bắt 37 đối tượng.", ["2023-01/2023-09-12"]),
        ("Hai bên hợp tác từ năm 2020 đến năm 2030. Công an đã bắt 37 đối tượng.", [None]),
    ],
)
def test_each_result_has_the_time_of_its_own_clause(sentence: str, periods: list[str | None]) -> None:
    assert [figure.period for figure in figures_of(TALKS + sentence)] == periods


def test_what_is_planned_is_no_result() -> None:
    assert figures_of(TALKS + "Hai bên thống nhất trong năm 2024 tập huấn cho 20 cán bộ.") == ()
    assert figures_of(TALKS + "Đến hết năm 2023, Công an tỉnh Sơn La sẽ tập huấn cho 20 cán bộ.") == ()


def test_by_how_many_something_rose_is_not_how_many_there_were() -> None:
    found = figures_of(TALKS + "Năm 2022 bắt 37 vụ, 52 đối tượng, tăng 4 vụ, 9 đối tượng so với năm 2021.")
    assert [figure.value for figure in found] == [37, 52]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Cơ quan điều tra thu giữ 1 tạ 3kg ma túy đá.", [("seizure", 103, "kg", "ma túy đá")]),
        (
            "Bắt giữ 6 vụ, thu 12kg heroin; gần 20kg nhựa thuốc phiện.",
            [
                ("cases", 6, None, None),
                ("seizure", 12, "kg", "heroin"),
                ("seizure", 20, "kg", "nhựa thuốc phiện"),
            ],
        ),
        ("Công an thu giữ 412,385 gam heroin.", [("seizure", 412.385, "g", "heroin")]),
        ("Công an thu giữ 1,268 viên ma túy.", [("seizure", 1268, "pill", "ma túy")]),
        (
            "Bắt giữ 2 vụ ma túy trong một đêm.\n\nĐơn vị bắt giữ 2 vụ vận chuyển chất ma túy.",
            [("cases", 2, None, "vận chuyển chất ma túy")],
        ),
        ("Phát hiện 8 vụ/17 đối tượng.", [("cases", 8, None, None), ("suspects", 17, None, None)]),
        (
            "Đơn vị thu giữ 2 khẩu súng, 3 quả lựu đạn.",
            [("seizure", 2, "khẩu", "súng"), ("seizure", 3, "quả", "lựu đạn")],
        ),
        (
            "Hai bên tuần tra chung 17 lượt, giao ban 26 lần.",
            [("patrols", 17, None, None), ("meetings", 26, None, None)],
        ),
        ("Hai bên xác minh 90 trường hợp, trao trả 15 công dân.", [("returned-persons", 15, None, None)]),
        ("Tiếp nhận 7 đợt, 32 công dân.", [("returns", 7, None, None), ("returned-persons", 32, None, None)]),
        (
            "Hai bên bóc gỡ 2 vụ. Cả 2 vụ mua bán ma túy bị điều tra.",
            [("cases", 2, None, "mua bán ma túy")],
        ),
    ],
)
def test_numbers_are_read_as_a_reader_would(text: str, wanted: list[tuple[str, float, str | None, str | None]]) -> None:
    assert [(item.what, item.value, item.unit, item.kind) for item in figures_of(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Điểm hẹn cách biên giới khoảng 6km, gần đường biên giới.",
        "Diễn đàn có hơn 400 tên tuổi lớn trong giới kinh doanh.",
        "Bệnh viện đã tiếp nhận 6 nạn nhân.",
        "Bộ Tư lệnh trao thưởng 50 triệu đồng cho đơn vị.",
        "Đại diện ba đoàn ký vào sổ lưu niệm.",
        "Công an tỉnh đón 2.000 lượt người tới làm hộ chiếu để xuất cảnh.",
    ],
)
def test_distances_and_other_men_are_no_figures(text: str) -> None:
    assert figures_of(text) == ()


def test_a_day_of_an_unknown_year_ends_the_time_told_before_it() -> None:
    (figure,) = figures_of("Thời gian gần đây, nhóm này hay qua suối. Rạng sáng 3/5, Công an bắt giữ 37 đối tượng.")
    assert figure.period is None


@pytest.mark.parametrize(("words", "period"), [(20, "2022-05"), (90, None)])
def test_a_story_goes_on_from_the_month_with_which_it_began(words: int, period: str | None) -> None:
    story = "Nhóm này " + "đi mãi " * (words // 2)
    (figure,) = figures_of(f"{TALKS}\n\nTháng 5/2022, nhóm này lập kho. {story}. Công an bắt giữ 37 đối tượng.")
    assert figure.period == period


def test_a_figure_told_of_a_year_and_of_a_day_of_it_is_of_the_day() -> None:
    (figure,) = figures_of(
        f"{TALKS}\n\nNăm 2022, bắt vụ chở 329 bánh heroin.\n\nNgày 11/5/2022, Công an bắt xe chở 329 bánh heroin."
    )
    assert figure.period == "2022-05-11" and len(figure.spans) == 2


def test_a_plan_named_for_a_year_is_no_period() -> None:
    (figure,) = figures_of("Hai bên triển khai kế hoạch năm 2025. Đơn vị đã bắt giữ 3 đối tượng.")
    assert figure.period is None


def test_a_figure_told_again_in_a_caption_is_one_figure_with_both_phrases() -> None:
    text = (
        "Công an tỉnh Sơn La trao 100 triệu đồng hỗ trợ Công an tỉnh Hủa Phăn. Ảnh: L.K\n\n"
        "Dịp này, Giám đốc trao 100 triệu đồng hỗ trợ Công an tỉnh Hủa Phăn mua sắm thiết bị."
    )
    (figure,) = figures_of(text)
    assert [text[start:end] for start, end in figure.spans] == ["100 triệu đồng", "100 triệu đồng"]
    assert figure.giver == "Công an tỉnh Sơn La"


def test_two_courses_with_as_many_people_are_two_figures() -> None:
    found = figures_of(
        "Công an tỉnh mở lớp bồi dưỡng cho 50 cán bộ; tổ chức tập huấn kiểm soát ma túy cho 50 cán bộ Công an tỉnh bạn."
    )
    assert [figure.value for figure in found] == [50, 50]


@pytest.mark.parametrize(
    ("text", "written", "ident"),
    [
        ("Công an thu giữ 5kg ma túy đá.", "ma túy đá", "methamphetamine"),
        ("Công an thu giữ 5kg ma tuý dạng đá.", "ma tuý dạng đá", "methamphetamine"),
        ("Công an thu giữ 5kg Methamphetamine.", "Methamphetamine", "methamphetamine"),
        ("Công an thu giữ 4.000 viên hồng phiến.", "hồng phiến", "yaba"),
        ("Công an thu giữ 30 bánh hêrôin.", "hêrôin", "heroin"),
        ("Đồn thu giữ 12 lọ dung dịch ketamin.", "dung dịch ketamin", "ketamine"),
        ("Đồn thu giữ 20 kg pháo các loại.", "pháo các loại", "fireworks"),
        ("Đồn thu giữ 2 khẩu súng tự chế.", "súng tự chế", "firearms"),
        ("Đồn thu giữ 45 viên đạn.", "đạn", "ammunition"),
        ("Đồn phát hiện 11 cá thể tê tê.", "tê tê", "pangolins"),
        ("Đồn bắt giữ 2.000 bao thuốc lá điếu nhập lậu.", "thuốc lá điếu nhập lậu", "tobacco"),
        ("Đồn thu giữ 300 lít xăng, dầu.", "xăng", "fuel"),
    ],
)
def test_goods_keep_the_words_of_the_text_and_get_the_id_of_their_kind(text: str, written: str, ident: str) -> None:
    (figure,) = figures_of(text)
    assert (figure.what, figure.kind, figure.kind_id) == ("seizure", written, ident)
    assert figure.as_written.endswith(written)


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn xe vận chuyển 300 tấn đường qua cửa khẩu trong tháng.",  # lawful trade
        "Đồn thu giữ 2 gói màu vàng.",  # no gold
        "Đồn thu giữ 1 hộp tiếp đạn.",  # no ammunition
        "Đồn thu giữ 3 kg giấy tờ.",
    ],
)
def test_what_is_no_seized_goods_of_a_known_kind_is_no_seizure(text: str) -> None:
    assert figures_of(text) == ()


def test_one_seizure_told_by_a_wider_and_a_narrower_kind_is_one_figure_of_the_narrower() -> None:
    (figure,) = figures_of("Bắt vụ vận chuyển 30 kg ma túy.\n\nTổ công tác thu giữ 30 kg ma túy đá.")
    assert (figure.kind_id, len(figure.spans)) == ("methamphetamine", 2)


def test_the_same_number_of_two_kinds_of_goods_is_two_figures() -> None:
    found = figures_of("Tổ công tác thu giữ 30 kg heroin, 30 kg cần sa.")
    assert [figure.kind_id for figure in found] == ["heroin", "cannabis"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hai bên trao đổi 41 nguồn tin có giá trị.", [("messages", 41)]),
        ("Hai bên trao đổi thông tin 17 lần trong năm.", [("messages", 17)]),
        ("Công an hai tỉnh giải cứu 6 phụ nữ ở bên kia biên giới.", [("victims", 6)]),
        ("Vụ mua bán người có 9 nạn nhân.", [("victims", 9)]),
        ("Quân y đồn khám bệnh, phát thuốc cho 320 người dân bản bạn.", [("people-treated", 320)]),
        ("Đồn tuyên truyền 45 buổi cho bà con.", [("outreach-sessions", 45)]),
        ("Đội quy tập tìm thấy 14 hài cốt liệt sĩ.", [("remains", 14)]),
        ("Công an bóc gỡ 3 đường dây, lập 2 đường dây nóng.", [("cases", 3)]),
        ("Toàn tỉnh có 53 vụ, trong đó 4 vụ tai nạn.", [("cases", 53)]),
        ("Đồn đã bắt giữ 7 người, 2 kẻ cầm đầu bỏ trốn.", [("suspects", 7), ("suspects", 2)]),
        ("Trường bồi dưỡng cho 18 cảnh sát giao thông nước bạn.", [("people-trained", 18)]),
        ("Hai đội tuần tra 36 buổi/518 lượt người.", [("patrols", 36), ("participants", 518)]),
        ("Trạm làm thủ tục cho 9.500 lượt người.", [("crossings", 9500)]),
        ("Đồn từ chối nhập cảnh 31 trường hợp.", [("cases", 31)]),
        ("Đồn thu giữ tổng số 237 kg ma túy.", [("seizure", 237)]),
        ("Đồn biên phòng số 25 đoàn kết giúp dân.", []),
        ("Công an đưa 5 công dân về nước trong ngày.", [("returned-persons", 5)]),
        ("Hai đồn có 9 buổi gặp gỡ.", [("meetings", 9)]),
    ],
)
def test_what_forces_report_of_their_work_is_counted(text: str, wanted: list[tuple[str, float]]) -> None:
    assert [(figure.what, figure.value) for figure in figures_of(text)] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Công an thu giữ 4 ô tô, 3 điện thoại và một súng kíp.",
            [(4, None, "vehicles"), (3, None, "phones"), (1, None, "firearms")],
        ),
        ("Khám xét, cảnh sát thu giữ 48 triệu đồng.", [(48_000_000, "VND", "cash")]),
        ("Công an thu giữ 5 bộ kìm cộng lực.", [(5, None, None)]),
        ("Trong xe có 44 bánh heroin, khối lượng 15,3 kg.", [(44, "brick", "heroin"), (15.3, "kg", "heroin")]),
        ("Tuyên án nhóm đưa 91 kg ketamine về xuôi.", [(91, "kg", "ketamine")]),
        (
            "Tang vật gồm 30 bánh heroin; 2 súng săn, 9 viên đạn.",
            [(30, "brick", "heroin"), (2, None, "firearms"), (9, "viên đạn", "ammunition")],
        ),
    ],
)
def test_what_is_seized_is_read_in_lists(text: str, wanted: list[tuple[float, str | None, str | None]]) -> None:
    found = figures_of(text)
    assert {figure.what for figure in found} == {"seizure"}
    assert [(figure.value, figure.unit, figure.kind_id) for figure in found] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Nhóm này chiếm đoạt 48 triệu đồng; công an thu giữ nhiều tang vật.",
        "Vùng này sản xuất 700 tấn thuốc phiện mỗi năm.",
        "Mua bán từ 5 gam heroin trở lên là phạm tội.",
        "Nhà ông có 3 xe máy, 2 điện thoại.",
        "Một người dân báo tin cho đồn.",
        "Phó trưởng 2 vụ của bộ cùng dự.",
    ],
)
def test_what_is_owned_grown_or_forbidden_is_no_seizure(text: str) -> None:
    assert [figure for figure in figures_of(text) if figure.what in ("seizure", "suspects")] == []
