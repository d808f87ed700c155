"""The fields of cooperation that a text speaks of."""

from __future__ import annotations

from borderwire.extract.topics import extract_topics

from .reading import doc_of


def test_topics_come_in_order_of_first_mention_each_with_all_its_phrases() -> None:
    text = "Hai bên phòng, chống buôn lậu và ma túy; triệt phá các đường dây ma túy."
    topics = extract_topics(doc_of(text))
    assert [topic.id for topic in topics] == ["smuggling", "drugs"]
    assert [text[start:end] for start, end in topics[1].spans] == ["ma túy", "ma túy"]


def test_a_text_about_something_else_has_no_topic() -> None:
    assert extract_topics(doc_of("Đội bóng thắng trận chung kết.")) == ()
