"""Bytes of any encoding in which Vietnamese texts are found give the same text, and a note says what was guessed."""

from __future__ import annotations

import unicodedata

import pytest

from borderwire.errors import SourceError
from borderwire.load import parse_text
from borderwire.load.legacy import LEGACY
from borderwire.model import Article

TEXT = (
    "Hai bản kết nghĩa cùng dựng cột mốc\n\n"
    "Ngày 5/10, tại bản Na Hỳ, bà con hai bên góp công dựng lại cột mốc bị lũ cuốn trôi từ mùa mưa trước.\n\n"
    "Cuộc gặp diễn ra trong không khí hữu nghị, thắm tình đoàn kết giữa những người bạn cũ.\n"
)
WORDS = "Một buổi sáng, những người lính trẻ vượt suối sang thăm bản bạn, mang theo thuốc và gạo."


def _read(raw: bytes) -> Article:
    return parse_text(raw, "seeds/a.txt")


def _codes(article: Article) -> list[str]:
    return [problem.code for problem in article.problems]


def _windows_1258(text: str) -> bytes:
    """Tones behind their vowel, as Windows typed them."""
    out = bytearray()
    for char in text:
        try:
            out += char.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", char)
            tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
            bare = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
            out += (bare + tones).encode("cp1258")
    return bytes(out)


# The same words as other programs left them.
TCVN3 = "Mét buæi s¸ng, nh÷ng ng\u00adêi lÝnh trÎ v\u00adît suèi sang th¨m b¶n b¹n, mang theo thuèc vµ g¹o."
VNI = "Moät buoåi saùng, nhöõng ngöôøi lính treû vöôït suoái sang thaêm baûn baïn, mang theo thuoác vaø gaïo."
VISCII = {char: bytes([code]) for code in range(128, 256) for char in [LEGACY["VISCII"](chr(code))]}


@pytest.mark.parametrize(
    "raw",
    [
        TEXT.encode(),
        b"\xef\xbb\xbf" + TEXT.encode(),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r").encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-32"),
        TEXT.replace(" ", "\u00a0").encode(),
        TEXT.replace("bản", "b\u200bản").encode(),
    ],
    ids=["utf-8", "bom", "nfd", "crlf", "cr", "utf-16", "16-be", "16-le", "utf-32", "nbsp", "zero-width"],
)
def test_every_unicode_form_gives_the_same_article(raw: bytes) -> None:
    article, plain = _read(raw), _read(TEXT.encode())
    assert (article.text, article.blocks, article.problems) == (plain.text, plain.blocks, ())


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (_windows_1258(WORDS), "windows-1258"),
        (TCVN3.encode("latin-1"), "TCVN3"),
        (VNI.encode("latin-1"), "VNI"),
        (b"".join(VISCII.get(char) or char.encode("latin-1") for char in WORDS), "VISCII"),
    ],
    ids=["windows-1258", "tcvn3", "vni", "viscii"],
)
@pytest.mark.parametrize("copied", [False, True], ids=["bytes", "letters"])
def test_an_old_encoding_is_read_and_told(raw: bytes, name: str, *, copied: bool) -> None:
    article = _read(raw.decode("latin-1").encode() if copied else raw)
    assert article.text == WORDS
    assert _codes(article) == ["legacy-encoding"]
    assert name in article.problems[0].message
    assert article.problems[0].severity == "note"


def test_capitals_of_a_font_of_capitals_are_capitals() -> None:
    article = _read("Héi nghÞ giao ban BéI §éI bi\u00aan phßng hai tØnh MU¤NG L¹N.".encode("latin-1"))
    assert "MUÔNG LẠN" in article.text


def test_utf_8_that_was_encoded_twice_is_read() -> None:
    article = _read(TEXT.encode().decode("latin-1").encode())
    assert article.text == _read(TEXT.encode()).text
    assert _codes(article) == ["legacy-encoding"]


def test_one_old_line_in_a_text_of_today_is_mended_and_its_line_told() -> None:
    article = _read((TEXT + TCVN3 + "\n" + WORDS).encode())
    assert article.text == TEXT + WORDS + "\n" + WORDS
    assert [(problem.code, problem.line) for problem in article.problems] == [("legacy-encoding", 6)]


@pytest.mark.parametrize(
    "words", ["Ông Müller và bà Françoise thăm bản Na Hỳ.", "Nhiệt độ 35° ± 2°, giá 5 £, tác giả © Hải An."]
)
def test_foreign_names_and_signs_in_a_vietnamese_text_are_left_alone(words: str) -> None:
    article = _read((TEXT + words).encode())
    assert article.text.endswith(words)
    assert article.problems == ()


def test_damaged_bytes_are_shown_told_with_their_line_and_cost_nothing_else() -> None:
    raw = TEXT.encode().replace(b"Na H", b"Na \xff\xfeH", 1)
    article = _read(raw)
    assert article.text == _read(TEXT.encode()).text.replace("Na H", "Na \ufffd\ufffdH", 1)
    assert [(problem.code, problem.line) for problem in article.problems] == [("invalid-bytes", 3)]
    assert "ff" in article.problems[0].message


def test_control_characters_are_made_visible() -> None:
    assert _read(TEXT.replace("mốc", "mốc\x07", 1).encode()).text.count("\ufffd") == 1


def test_french_in_an_old_encoding_is_kept_and_told_twice() -> None:
    french = "Le garçon a été élève à Paris, où il a passé des années très heureuses près de la forêt. "
    article = _read((french * 3).encode("latin-1"))
    assert article.text.startswith(french)
    assert sorted(_codes(article)) == ["not-vietnamese", "unknown-encoding"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The committee met on Tuesday and agreed on nothing of note at all. " * 3, True),
        ("Công an hai tỉnh", False),
        ("Xay Nha Vong, Bun Thoong, Kham Phon, Sai Sam On", False),
        (WORDS, False),
        ("Hai ben thong nhat tang cuong phoi hop tuan tra tren tuyen bien gioi. " * 3, True),
    ],
    ids=["english", "short", "few letters", "vietnamese", "without accents"],
)
def test_a_text_in_another_language_is_kept_and_told(words: str, told: bool) -> None:
    article = _read(words.encode())
    assert article.text.strip() == words.strip()
    assert ("not-vietnamese" in _codes(article)) is told


@pytest.mark.parametrize("raw", [b"", b" \n\t\r\n", "\u200b\ufeff".encode(), b"\xef\xbb\xbf"])
def test_a_text_of_nothing_is_an_error(raw: bytes) -> None:
    with pytest.raises(SourceError, match="empty"):
        _read(raw)


@pytest.mark.parametrize(
    "raw",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8,
        b"PK\x03\x04" + bytes(range(256)) * 4,
        b"\xff\xd8\xff\xe0" + bytes(range(1, 256)) * 8,
    ],
    ids=["png", "zip", "jpeg"],
)
def test_a_binary_file_is_an_error(raw: bytes) -> None:
    with pytest.raises(SourceError, match="binary"):
        _read(raw)


@pytest.mark.parametrize("sign", ["\0", "\x08", "\x7f", "\x81"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_control_character_is_told_with_its_line_and_leaves_a_sign(sign: str, encoding: str) -> None:
    article = _read(f"{TEXT}Hai bên{sign}chia tay.\n".encode(encoding))
    assert "Hai bên\ufffdchia tay" in article.text
    (problem,) = article.problems
    assert (problem.code, problem.severity, problem.line) == ("invalid-bytes", "warning", 6)
    assert problem.values == (("n", 1),)


@pytest.mark.parametrize("short", ["Ngày 5/6, họp.", "Lễ ở bản Nà Hỳ.", "Đoàn đến."])
def test_one_broken_sequence_does_not_spoil_the_rest_of_a_short_text(short: str) -> None:
    article = _read(short.encode() + b" \xe1\xba\n")
    assert article.text.startswith(short)
    assert "invalid-bytes" in _codes(article)
