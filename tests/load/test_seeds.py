"""The five seeds are cut as they stand on their pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.load import load_articles
from borderwire.model import Article

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def seeds() -> dict[str, Article]:
    articles, problems = load_articles(ROOT / "seeds", root=ROOT)
    assert problems == ()
    return {article.source.path.removeprefix("seeds/")[:3]: article for article in articles}


def _kinds(article: Article, kind: str) -> list[str]:
    return [article.text[block.start : block.end] for block in article.blocks if block.kind == kind]


def test_titles_are_found_or_missing(seeds: dict[str, Article]) -> None:
    assert [seeds[number].title for number in ("000", "003")] == [None, None]
    assert seeds["001"].title == "Công an hai tỉnh Quảng Nam - Sê Kông tăng cường hợp tác toàn diện"
    assert seeds["002"].title == "Hợp tác toàn diện giữa Công an Nghệ An với Công an 3 tỉnh nước bạn Lào"
    assert (seeds["004"].title or "").startswith("Biên phòng Việt Nam hợp tác An ninh Lào giữ vững")


def test_sections_stamps_and_outlets(seeds: dict[str, Article]) -> None:
    sections = [_kinds(seeds[number], "section") for number in sorted(seeds)]
    assert sections == [[], ["Quốc phòng - An ninh"], ["Quốc phòng"], [], ["Hội nhập"]]
    stamps = [_kinds(seeds[number], "stamp") for number in sorted(seeds)]
    assert stamps == [[], [], ["08:34, 26/07/2022"], ["date 2025-12-07"], ["Điện Biên"]]
    assert [seeds[number].outlet for number in sorted(seeds)] == [None, "QNO", None, "TTXVN", "TTXVN"]


def test_bylines_end_marks_and_furniture(seeds: dict[str, Article]) -> None:
    assert [seeds[number].byline for number in ("002", "004")] == [("Trọng Tuấn", "Minh Khôi"), ("PV",)]
    assert [_kinds(seeds[number], "end-mark") for number in ("003", "004")] == [["../"], ["./."]]
    assert _kinds(seeds["002"], "furniture") == ["a", "Sự kiện liên quan", "Xem thêm sự kiện"]
    assert _kinds(seeds["004"], "furniture") == ["Tin liên quan", "Xem thêm"]


def test_photos_with_their_credits(seeds: dict[str, Article]) -> None:
    named = [[photo.credit for photo in seeds[number].photos] for number in sorted(seeds)]
    assert named == [["Đ.X"] * 3, ["MAI - DUY"] * 4, [None] * 7, ["TTXVN phát"], ["Trung Kiên - TTXVN"] * 4]


def test_every_long_paragraph_is_text(seeds: dict[str, Article]) -> None:
    for article in seeds.values():
        long = [block for block in article.blocks if block.end - block.start > 260]
        assert long
        assert {block.kind for block in long} <= {"paragraph", "lead"}
