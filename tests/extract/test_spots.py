"""Phrases found by their first words are those that a search of the whole text finds."""

from __future__ import annotations

import pytest

from borderwire.extract.doc import Doc, read
from borderwire.extract.spots import Forms, digits
from borderwire.gazetteer import load_gazetteer
from borderwire.load.plain import parse_text

_TEXT = "Hội đàm lần tới sẽ tổ chức tại Lần 3, Tại lầntới và lần  tới; LẦN TỚI, lần tớim, 12 buổi lần sau 5."


@pytest.fixture(scope="module")
def doc() -> Doc:
    return read(parse_text(_TEXT.encode(), "a.txt"), load_gazetteer())


@pytest.mark.parametrize("forms", [("lần tới", "lần sau"), ("tại", "Tại"), ("lần", "Lần", "LẦN"), ("ở",)])
def test_phrases_stand_where_a_search_of_the_text_finds_them(doc: Doc, forms: tuple[str, ...]) -> None:
    assert Forms(*forms).find(doc) == doc.find(*forms)


def test_a_phrase_that_no_word_announces_is_refused() -> None:
    with pytest.raises(ValueError, match="hòn đá"):
        Forms("hòn đá")


def test_digits_are_found_in_order(doc: Doc) -> None:
    assert [doc.words[at] for at in digits(doc)] == ["3", "12", "5"]
