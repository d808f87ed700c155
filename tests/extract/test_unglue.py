"""Words that lost the space between them come apart; names written as one word stay whole."""

from __future__ import annotations

import pytest

from borderwire.extract.unglue import unglued

from .reading import doc_of


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("tướngĐỗ", "tướng Đỗ"),
        ("SởXây", "Sở Xây"),
        ("Hiềncho", "Hiền cho"),
        ("vớiông", "với ông"),
        ("LạngSơn", "Lạng Sơn"),
        ("củaBộvà", "của Bộ và"),
        ("UBNDtỉnh", "UBND tỉnh"),
    ],
)
def test_two_syllables_that_ran_together_come_apart(form: str, words: str) -> None:
    assert unglued(form) == words.split()


@pytest.mark.parametrize(
    "form",
    [
        "nghiêng",
        "Khămphon",
        "Hủaphăn",
        "Phommavông",
        "VietNamNet",
        "McDonald",
        "TTXVN",
        "UBNDông",
        "bêtông",
        "Đắkrông",
        "là",
        "TƯỚNGĐỖ",
    ],
)
def test_syllables_and_names_of_one_word_stay_whole(form: str) -> None:
    assert unglued(form) == [form]


def test_every_letter_stays_where_it_stands() -> None:
    text = "Hôm qua, đoàn BộXây dựngdo Thứ trưởngĐỗ Văn Khảilàm trưởng đoàn."
    doc = doc_of(text)
    assert [text[start:end] for start, end in zip(doc.starts, doc.ends, strict=True)] == doc.words


def test_a_stretch_of_text_is_shown_with_the_spaces_that_it_lost() -> None:
    doc = doc_of("đoàn BộXây dựngdo ông")
    assert doc.slice(1, 5) == "Bộ Xây dựng do"
