"""What holds for any bytes at all, and that hostile texts cost time in proportion to their length."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from borderwire.errors import SourceError
from borderwire.load import parse_markdown, parse_text
from borderwire.model import Article

# Pieces by which pages are known, so that chance puts them together in ways nobody thought of.
PIECES = [
    "Thời sự", "Quốc phòng - An ninh", "Hai bên ký biên bản", "Ngày 5/10, ", "08:34, 26/07/2022",
    "date 2024-05", "(MLO) - ", "Hà Nội (TTXVN) - ", "Ảnh: Q.H", "(Ảnh: Hải An/TTXVN)", "ẢNH:", "Ảnh minh họa",
    "a", "./.", "../", "PV", "Quang Hải - Minh An", "Tin liên quan", "Bình luận (2)", "Trang chủ > Thời sự",
    "Từ khóa: a", "Theo TTXVN", "Toàn cảnh hội nghị", "Xem thêm", ". ", "\n", "\n\n", " ", "\u00a0", "\u200b",
    "\u0301", "…", '"', "(", ")", "- ", "TP.", "# ", "---\n", "title: x\n", "![a](b)", "**", "Đại tá",
    "ký kết hợp tác biên giới giữa hai tỉnh trong thời gian tới", "Hải ANHiện", "x" * 400,
    "tuần tra chung. " * 40,
]  # fmt: skip
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=40).map("".join)
BYTES = st.one_of(
    st.binary(max_size=400),
    TEXTS.map(lambda text: text.encode("utf-8", "replace")),
    TEXTS.map(lambda text: text.encode("utf-16")),
)
Parser = Callable[[bytes, str], Article]
PARSERS = pytest.mark.parametrize("parse", [parse_text, parse_markdown])


def _check(article: Article) -> None:
    text = article.text
    text.encode()  # no lone surrogate
    assert text == unicodedata.normalize("NFC", text)
    assert not set(text) & set("\r\t\x00\u200b\ufeff\u00a0")
    last = 0
    for block in article.blocks:
        assert last <= block.start < block.end <= len(text)
        assert not text[last : block.start].strip()
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        last = block.end
    assert not text[last:].strip()
    for photo in article.photos:
        assert photo.caption is None or (photo.caption_span and text[slice(*photo.caption_span)] == photo.caption)
        assert photo.credit is None or (photo.credit_span and photo.credit in text[slice(*photo.credit_span)])
        assert photo.caption_span or photo.credit_span
    for value in (article.title, article.lead, article.outlet, *article.byline):
        assert value is None or value.strip()
    for problem in article.problems:
        assert problem.path == "seeds/x"
        assert str(problem)


@PARSERS
@settings(deadline=None, max_examples=300)
@given(raw=BYTES)
@example(raw="Ảnh:\n".encode())
@example(raw=b"./.")
@example(raw=b"---\n---\n")
def test_any_bytes_give_an_article_whose_blocks_hold_its_text_or_an_error_that_names_the_file(
    parse: Parser, raw: bytes
) -> None:
    try:
        article = parse(raw, "seeds/x")
    except SourceError as error:
        assert error.path == "seeds/x"
        assert error.hint
    else:
        _check(article)


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_no_letter_of_a_text_is_lost(text: str) -> None:
    try:
        article = parse_text(text.encode("utf-8", "replace"), "seeds/x")
    except SourceError:
        return
    if any(problem.code == "legacy-encoding" for problem in article.problems):
        return  # told: its signs were read as letters of an old encoding
    # Taken apart: an accent that a zero-width sign kept from its letter may join it once the sign is gone.
    letters = [char for char in unicodedata.normalize("NFD", text) if char.isascii() and char.isalnum()]
    assert [char for char in unicodedata.normalize("NFD", article.text) if char.isascii() and char.isalnum()] == letters


@PARSERS
@settings(deadline=None, max_examples=60)
@given(raw=BYTES)
def test_the_same_bytes_give_the_same_article(parse: Parser, raw: bytes) -> None:
    def once() -> Article | str:
        try:
            return parse(raw, "seeds/x")
        except SourceError as error:
            return str(error)

    assert once() == once()


HOSTILE = {
    "no space": "a", "no break": "ab ", "breaks": "a\n", "signs": "Ảnh: ", "sign lines": "Ảnh: x\n",
    "brackets": "(", "capitals": "Ab ", "dashes": "A - ", "dates": "1/1/2020 ", "date lines": "1/1/2020\n",
    "related": "Tin liên quan\n", "comments": "Bình luận\n", "names": "Minh An\n", "marks": "./.",
    "quotes": '"', "arrows": "Thời sự > ", "stops": ". ", "days": "Ngày 1/1 ", "odd": "¸µ¶· ",
    "old": "C«ng an tØnh\n", "sections": "Thời sự ", "outlets": "(MLO) - ", "clocks": "08:34 ",
    "glued": "Hội nghị. Ảnh: A B Theo ",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=list(HOSTILE))
def test_a_megabyte_of_one_thing_is_read_whole(piece: str) -> None:
    """A scan that is not linear would not end here."""
    article = parse_text((piece * (1_000_000 // len(piece.encode()))).encode(), "seeds/x")
    assert article.blocks[-1].end == len(article.text.rstrip())
