"""The fields of cooperation that a text speaks of."""

from __future__ import annotations

import pytest

from borderwire.extract.topics import extract_topics

from .reading import doc_of, read_all


def test_topics_come_in_order_of_first_mention_each_with_all_its_phrases() -> None:
    text = "Hai bên phòng, chống buôn lậu và ma túy; triệt phá các đường dây ma túy."
    topics = extract_topics(doc_of(text))
    assert [topic.id for topic in topics] == ["smuggling", "drugs"]
    assert [text[start:end] for start, end in topics[1].spans] == ["ma túy", "ma túy"]


def test_a_text_about_something_else_has_no_topic() -> None:
    assert extract_topics(doc_of("Đội bóng thắng trận chung kết.")) == ()


def test_the_name_of_a_body_tells_no_topic() -> None:
    doc, _, _, bodies = read_all("Ngày 5/6/2020, Đội Chống buôn lậu Cục Hải quan tỉnh Điện Biên đón đoàn bạn.")
    assert extract_topics(doc) != ()  # the words alone would
    assert extract_topics(doc, bodies) == ()


def test_what_a_body_of_that_name_does_can_be_a_topic() -> None:
    doc, _, _, bodies = read_all(
        "Ngày 5/6/2020, Phòng Cảnh sát điều tra tội phạm về ma túy Công an tỉnh Sơn La bàn việc phòng, chống ma túy."
    )
    assert [topic.id for topic in extract_topics(doc, bodies)] == ["drugs"]


def test_a_class_and_a_patrol_are_topics_as_well_as_events() -> None:
    doc = doc_of("Hai bên mở lớp tập huấn cho 20 cán bộ và duy trì tuần tra song phương.")
    assert [topic.id for topic in extract_topics(doc)] == ["training", "border-management"]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Hai bên bàn việc nâng cấp cặp cửa khẩu Tả Vông.", ["border-gates"]),
        ("Hai bên nhất trí mở thêm lối mở ở xã Pa Lông.", ["border-gates"]),
        ("Chiều qua, đoàn về nước qua cửa khẩu Tả Vông.", []),
        ("Thực hiện hiệp định về quản lý các cửa khẩu biên giới đất liền.", []),
        ("Hai đội phát quang cột mốc 512 và cột mốc 513.", ["border-markers"]),
        ("Hai đội đón nhau tại cột mốc 512 rồi cùng ăn trưa.", []),
        ("Một người bị bắt ở khu vực mốc biên giới.", []),
        ("Hai bên cùng lo phòng, chống dịch bệnh cho dân bản.", ["disease"]),
        ("Do dịch bệnh, cuộc gặp phải lùi lại hai năm.", []),
        ("Hai kẻ bị khởi tố về tội mua bán người.", []),
        ("Ba cô gái bị lừa bán đã được đón về.", ["human-trafficking"]),
    ],
)
def test_a_word_that_tells_where_why_or_of_what_somebody_is_charged_is_no_topic(text: str, topics: list[str]) -> None:
    assert [topic.id for topic in extract_topics(doc_of(text))] == topics
