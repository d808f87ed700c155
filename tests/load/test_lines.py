"""Lines that only a margin or a full stop of an abbreviation broke are joined; all others stay lines."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderwire.load.lines import cue, split_lines, unwrap


@given(st.text(alphabet="aB.,-Đờ1 \n", max_size=300))
def test_joining_moves_no_offset_and_loses_nothing(text: str) -> None:
    joined, lines = unwrap(text)
    assert len(joined) == len(text)
    assert all(new == old or (old, new) == ("\n", " ") for old, new in zip(text, joined, strict=True))
    assert [line.core for line in lines] == [line.core for line in split_lines(joined)]


@given(st.text(alphabet="aB \n", max_size=200))
def test_lines_hold_every_character_and_groups_are_divided_by_empty_lines(text: str) -> None:
    lines = split_lines(text)
    assert "".join(line.core for line in lines).replace(" ", "") == "".join(text.split())
    for here, after in pairwise(lines):
        assert (after.group > here.group) == ("\n\n" in "".join(text[here.end : after.start].split(" ")))


@pytest.mark.parametrize(
    "text",
    [
        "Hai bên trao biên bản\nẢnh: Q.H",
        "Hai bên trao biên bản\nảnh: Q.H",
        "Cuộc gặp kết thúc.\nHai bên chia tay.",
        "Nội dung gồm:\n- tuần tra chung\n- trao đổi thông tin",
        "a\nĐoàn công tác trao quà.",
        "Hai bên gặp nhau,\n\nngay sau đó chia tay.",
    ],
)
def test_lines_of_their_own_stay_so(text: str) -> None:
    assert unwrap(text)[0] == text


@pytest.mark.parametrize(
    "text",
    ["Đoàn đến TP.\nMường Lạn.", "Hai bên gặp nhau,\nngay sau đó chia tay.", "Hai bên gặp nhau\nvà chia tay."],
)
def test_a_broken_sentence_is_joined(text: str) -> None:
    assert unwrap(text)[0] == text.replace("\n", " ")


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        (
            "Bữa trưa ở huyện.\nSách của ông \nLục Văn Tạ\n bán rất chạy.\nHết giờ.",
            "Bữa trưa ở huyện.\nSách của ông  Lục Văn Tạ  bán rất chạy.\nHết giờ.",
        ),
        ("Chợ nổi ở \nTP Cần Thơ \nđông khách.\nMưa lớn.", "Chợ nổi ở  TP Cần Thơ  đông khách.\nMưa lớn."),
        ("Bé kể về\nđàn vịt\n. Mẹ cười.\nMưa lớn.", "Bé kể về đàn vịt . Mẹ cười.\nMưa lớn."),
    ],
)
def test_a_link_on_a_line_of_its_own_is_joined_to_its_sentence(text: str, joined: str) -> None:
    assert unwrap(text)[0] == joined


@pytest.mark.parametrize(
    "text",
    [
        "Lễ ký. Ảnh:\n Minh Hà.\nHai bên chia tay.",
        " Mục đầu\n Mục hai\n Mục ba\n Mục bốn",
        "Hai bản ký thỏa thuận giữ rừng chung\n Ngày 15/3/2018, hai bản họp ở bìa rừng.\nHai bên đã ký sổ.\nHết giờ.\n",
        "Hạng mục\n Một\n Hai\nx.\nHết giờ.\nMưa lớn.\nTrời tối.\nVề nhà.\nNgủ sớm.",
        "Tiêu đề có dấu cách \nCâu đầu tiên của bài.\nCâu sau.",
    ],
)
def test_spaces_at_the_edges_of_lines_that_are_whole_join_nothing(text: str) -> None:
    assert unwrap(text)[0] == text


MARGIN = """Những đơn vị sau đây được khen thưởng vì đã có thành tích xuất sắc:
1. Đội Cảnh sát giao thông, Đội Cảnh sát trật tự và Công an huyện
2. Công an phường, Công an xã cùng các lực lượng dân quân của các
xã trong huyện, đội dân phòng của tổ dân phố và các trường học
b) Công an thị xã, lực lượng bảo vệ dân phố, các đội xung kích và
Hai bên thống nhất tổ chức tổng kết công tác phối hợp trong tháng
3. Kết quả sẽ được báo cáo lên cấp trên, gửi cho các xã biên giới"""


def test_the_number_of_a_list_begins_a_line_even_where_a_margin_breaks_lines() -> None:
    lines = unwrap(MARGIN)[0].split("\n")
    assert [line[:2] for line in lines] == ["Nh", "1.", "2.", "b)"]
    assert "trong tháng 3. Kết quả" in lines[-1]


def test_cues_do_not_mind_case_punctuation_and_the_place_of_tones() -> None:
    assert cue("TỪ KHOÁ:") == cue("Từ khóa") != cue("Từ khoa")
