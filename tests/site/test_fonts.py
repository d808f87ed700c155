"""The fonts of the theme: no letter is missing that a page may need, and they stay light."""

from __future__ import annotations

import base64
import re
import string
import unicodedata
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ImageFont

from borderwire.site.languages import open_languages
from borderwire.site.theme import Theme, default_theme

STATIC = default_theme() / "static"
FONTS = STATIC / "fonts"
TEXT_FONTS = ("borderwire-serif", "be-vietnam-pro-400", "be-vietnam-pro-600")
# Every letter of Vietnamese: the vowels with each of the five tones and without, the consonants, small and capital.
VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
VIETNAMESE = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES} | {"đ"}
PUNCTUATION = set("–—‘’“”…•·«»×°²³½§¶©®±÷¼¾€₫™−′″") | set(string.punctuation)
NOT_IN_SANS = set("′″")  # which Be Vietnam Pro never had
LAO_CONSONANTS = "ກຂຄງຈສຊຍດຕຖທນບປຜຝພຟມຢຣລວຫອຮໜໝ"
LAO_SIGNS = "ະາຳໍັິີຶືຸູົຽເແໂໃໄໆຯ່້໊໋໌໐໑໒໓໔໕໖໗໘໙"


@cache
def drawn(font: str | bytes, letter: str) -> bytes:
    """The picture of a letter; the same for all letters that a font does not have."""
    source = BytesIO(font) if isinstance(font, bytes) else FONTS / f"{font}.woff2"
    face = ImageFont.truetype(source, 40, layout_engine=ImageFont.Layout.BASIC)
    return bytes(face.getmask(letter)) + str(face.getbbox(letter)).encode()


def missing(font: str | bytes, letters: set[str]) -> list[str]:
    return [letter for letter in sorted(letters) if drawn(font, letter) == drawn(font, "\U0001f5ff")]


def test_a_letter_that_a_font_does_not_have_is_told_as_missing() -> None:
    assert missing("borderwire-serif", {"a", "ກ", "漢"}) == ["ກ", "漢"]
    assert missing("noto-sans-lao", {"a", "ກ"}) == ["a"]


@pytest.mark.parametrize("font", TEXT_FONTS)
def test_vietnamese_and_the_languages_of_latin_one_are_whole_in_every_font(font: str) -> None:
    western = {chr(code) for code in range(0xC0, 0x100)}
    capitals = {letter.upper() for letter in VIETNAMESE}
    needed = VIETNAMESE | capitals | western | PUNCTUATION | set(string.ascii_letters + string.digits)
    assert missing(font, needed - (set() if font == "borderwire-serif" else NOT_IN_SANS)) == []


def test_lao_is_whole() -> None:
    assert missing("noto-sans-lao", set(LAO_CONSONANTS + LAO_SIGNS)) == []


@pytest.mark.parametrize("code", ["vi", "en", "lo"])
def test_every_letter_of_the_interface_is_in_a_font(code: str) -> None:
    catalogue = Theme(None).find_catalogue(code)
    words = catalogue.read_text(encoding="utf-8") if catalogue else ""
    words += "".join(path.read_text(encoding="utf-8") for path in (default_theme() / "templates").rglob("*.html"))
    letters = {letter for letter in words if letter.isalpha()}
    lao = {letter for letter in letters if "\u0e80" <= letter <= "\u0eff"}
    assert missing("noto-sans-lao", lao) == []
    for font in TEXT_FONTS:
        assert missing(font, letters - lao) == []


def test_the_letters_within_the_style_sheet_are_the_name_of_lao() -> None:
    sheet = (STATIC / "css" / "site.css").read_text(encoding="utf-8")
    (data, told) = re.findall(r'data:font/woff2;base64,([^"]+)"\) format\("woff2"\); unicode-range: ([^;]+);', sheet)[0]
    (lao,) = open_languages(["lo"], Theme(None))
    name = set(lao.own_name)
    assert {chr(int(code.strip()[2:], 16)) for code in told.split(",")} == name
    assert missing(base64.b64decode(data), name) == []


def test_the_style_sheet_and_the_pages_ask_for_the_files_that_are_there() -> None:
    sheet = (STATIC / "css" / "site.css").read_text(encoding="utf-8")
    assert set(re.findall(r"fonts/([\w-]+\.woff2)", sheet)) == {path.name for path in FONTS.glob("*.woff2")}


def test_the_fonts_of_a_page_weigh_no_more_than_70_kb_and_those_of_lao_no_more_than_16() -> None:
    def weight(*names: str) -> int:
        return sum((FONTS / f"{name}.woff2").stat().st_size for name in names)

    assert weight(*TEXT_FONTS) <= 70_000
    assert weight("noto-sans-lao") <= 16_000


def test_the_shipped_serif_does_not_bear_the_reserved_name() -> None:
    face = ImageFont.truetype(Path(FONTS / "borderwire-serif.woff2"), 20)
    assert face.getname()[0] == "Borderwire Serif"
    licence = (FONTS / "borderwire-serif-LICENSE.txt").read_text(encoding="utf-8")
    assert "Reserved Font Name ‘Source’" in licence
