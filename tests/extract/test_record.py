"""Many articles read together."""

from __future__ import annotations

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
