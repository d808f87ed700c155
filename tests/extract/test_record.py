"""Many articles read together."""

from __future__ import annotations

import pytest

from borderwire.extract.record import extract_record, extract_records
from borderwire.gazetteer import load_gazetteer
from borderwire.load import parse_text

NAMES = ("Bảo Thắng", "Đức Lộc", "Minh Khang", "Gia Huy", "Quốc Tuấn", "Thanh Phong", "Hữu Lợi")


def _text(number: int) -> str:
    day, name = number % 28 + 1, NAMES[number % len(NAMES)]
    return (
        f"Ngày {day}/4/2019, Công an tỉnh Quảng Trị hội đàm với Ty An ninh tỉnh Sa-vẳn-na-khệt (Lào).\n"
        f"Đại tá Trần {name}, Giám đốc Công an tỉnh, trao {number + 2} suất quà cho bạn.\n"
    )


def test_what_an_article_says_does_not_depend_on_the_articles_read_beside_it() -> None:
    articles = [parse_text(_text(number).encode(), f"seeds/{number}.txt") for number in range(75)]
    gazetteer = load_gazetteer()
    records = list(extract_records(articles, gazetteer))
    assert records == [extract_record(article, gazetteer) for article in articles]
    assert {record.officials[0].name for record in records} == {f"Trần {name}" for name in NAMES}
    assert len({record.event_date.value for record in records}) == 28


def test_no_article_gives_no_record() -> None:
    assert list(extract_records([], load_gazetteer())) == []


@pytest.mark.parametrize(
    ("text", "value", "basis", "of_event"),
    [
        ("21/07/2022\n\nCông an huyện vừa bàn giao nhà làm việc cho bản bạn.", "2022-07-21", "published", "2022"),
        ("Sáng 6/5/2021, Công an tỉnh Kon Tum cho hay vừa trao tặng máy tính.", "2021-05-06", "explicit", "2021"),
        (
            "20/05/2021\n\nSáng 6/5, Công an tỉnh Kon Tum cho hay vừa trao tặng máy tính.",
            "2021-05-06", "inferred", "2021",
        ),
        ("Sáng 6/5/2021, Công an tỉnh Sơn La trao tặng máy tính.", "2021-05-06", "explicit", "2021-05-06"),
    ],
)  # fmt: skip
def test_the_day_of_a_publication_or_a_report_is_recorded_as_such(
    text: str, value: str, basis: str, of_event: str
) -> None:
    date = extract_record(parse_text(text.encode(), "a.txt"), load_gazetteer()).event_date
    assert (date.value, date.partial, date.basis, date.of_event) == (value, None, basis, of_event)


def test_a_document_signed_in_news_without_a_day_is_not_of_the_day_of_the_paper() -> None:
    text = "21/07/2022\n\nCông an hai tỉnh Sơn La và Hủa Phăn vừa ký biên bản ghi nhớ về giữ rừng."
    (paper,) = extract_record(parse_text(text.encode(), "a.txt"), load_gazetteer()).agreements
    assert (paper.status, paper.date) == ("signed", "2022")
