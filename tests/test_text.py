"""Normal forms: one text at the door, one key for matching, Vietnamese order, clean slugs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderwire.text import fold, given_name_key, key, normalize, slug, sort_key, squash


def test_the_door_makes_one_text_of_every_way_to_write_it() -> None:
    plain = "Đồn Biên phòng\nHòa Bình"
    decomposed = unicodedata.normalize("NFD", plain)
    assert normalize(decomposed) == plain
    assert normalize("\ufeffĐồn\u00a0Biên\u200b phòng\r\nHòa Bình") == plain
    assert normalize("\u00d0ồn") == "Đồn"


@given(st.text())
def test_the_door_is_passed_once(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [("hoà", "hòa"), ("THOẢ", "thỏa"), ("khoẻ", "khỏe"), ("thuỷ", "thủy"), ("uỷ", "ủy"), ("Lỳ", "lì"), ("ký", "kí")],
)
def test_keys_agree_over_case_tone_placement_and_final_y(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("hòa", "hoa"), ("quý", "qúi"), ("đa", "da"), ("tay", "tai"), ("thúi", "thuý")]
)
def test_keys_keep_different_words_apart(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_folding_drops_accents_and_the_bar_of_d() -> None:
    assert fold("Đường Hồ Chí Minh") == "duong ho chi minh"


def test_squash_sees_through_case_hyphens_and_spaces() -> None:
    assert squash("Khăm-ban Phôm-mạ") == squash("KHĂM BAN PHÔM MẠ") != squash("Kham Ban Phom Ma")


def test_slugs_are_ascii_and_end_at_a_word() -> None:
    assert slug("Đà Nẵng – Sê Kông: hội nghị") == "da-nang-se-kong-hoi-nghi"
    assert slug("một hai ba bốn", max_length=9) == "mot-hai"
    assert slug("…") == ""


def test_lists_stand_in_vietnamese_order() -> None:
    words = ["Yên Bái", "Đắk Lắk", "Ơ", "Dương", "Ô", "Êa", "An", "Ân", "Ăn", "Đà Nẵng", "Ea", "Ư"]
    assert sorted(words, key=sort_key) == [
        "An", "Ăn", "Ân", "Dương", "Đà Nẵng", "Đắk Lắk", "Ea", "Êa", "Ô", "Ơ", "Ư", "Yên Bái",
    ]  # fmt: skip


def test_tones_decide_only_between_equal_letters() -> None:
    assert sorted(["ma", "mạ", "má", "mã", "mả", "mà"], key=sort_key) == ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(["Hòa Bình", "Hoa Lư", "Hòa An"], key=sort_key) == ["Hòa An", "Hòa Bình", "Hoa Lư"]


def test_people_can_stand_by_given_name() -> None:
    names = ["Trần Văn Yên", "Lê Thị An", "Đỗ Quang An"]
    assert sorted(names, key=given_name_key) == ["Đỗ Quang An", "Lê Thị An", "Trần Văn Yên"]


def test_the_tone_of_the_given_name_decides_before_the_family_name() -> None:
    names = ["Bùi Văn Cường", "Lê Như Cương", "Đỗ Hữu CƯỜNG", "Vũ Bá Cương", "Lý Khắc Cường"]
    assert sorted(names, key=given_name_key) == [
        "Lê Như Cương", "Vũ Bá Cương", "Bùi Văn Cường", "Đỗ Hữu CƯỜNG", "Lý Khắc Cường",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["CON", "Côn", "aux", "Nul", "COM1", "lpt9", "prn"])
def test_a_slug_is_no_name_that_windows_keeps(name: str) -> None:
    assert slug(name) == f"{slug('x ' + name)[2:]}-1"


@pytest.mark.parametrize("name", ["con-1", "icon", "conn", "com12", "nul-x", "aux-1"])
def test_a_slug_stays_what_it_is_when_made_twice(name: str) -> None:
    assert slug(name) == name
