"""Words, dates and numbers of each language."""

from __future__ import annotations

import re

import pytest

from borderwire.site import SiteSettings, render_site
from borderwire.site.languages import Language
from borderwire.site.messages import messages, missing
from borderwire.site.reasons import Reasons
from borderwire.site.theme import Theme
from tests.site import fixtures

THEME = Theme(None)
VI, EN, LO = (Language(code, "", THEME) for code in ("vi", "en", "lo"))
_PLACE = re.compile(r"%\(\w+\)s")


@pytest.mark.parametrize("language", [VI, LO])
def test_a_catalogue_translates_every_message_of_the_interface(language: Language) -> None:
    assert missing(language, messages(THEME)) == []


@pytest.mark.parametrize("language", [VI, LO])
def test_a_translation_has_the_places_of_its_message_and_no_others(language: Language) -> None:
    for singular, plural in messages(THEME):
        text = language.ngettext(singular, plural, 2) if plural else language.gettext(singular)
        assert sorted(set(_PLACE.findall(text))) == sorted(set(_PLACE.findall(singular))), singular


def test_a_translation_is_in_its_own_script() -> None:
    for singular, plural in messages(THEME):
        if plural is None:
            assert not re.search("[\u0e80-\u0eff]", VI.gettext(singular)), singular
            assert not re.search("[ạảấầẩẫậắằẳẵặẹẻẽếềểễệđơư]", LO.gettext(singular)), singular


@pytest.mark.parametrize(
    ("iso", "vi", "en", "lo"),
    [
        ("2025-08-15", "15 tháng 8 năm 2025", "15 August 2025", "15 ສິງຫາ 2025"),
        ("2025-08", "tháng 8 năm 2025", "August 2025", "ສິງຫາ 2025"),
        ("2025", "2025", "2025", "2025"),
        ("--08-15", "15 tháng 8", "15 August", "15 ສິງຫາ"),
        ("--08", "tháng 8", "August", "ສິງຫາ"),
        ("2025-13-01", "2025-13-01", "2025-13-01", "2025-13-01"),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(iso: str, vi: str, en: str, lo: str) -> None:
    assert (VI.date(iso).lower(), EN.date(iso), LO.date(iso)) == (vi.lower(), en, lo)


def test_short_dates_of_vietnamese_are_those_of_its_papers() -> None:
    assert [VI.date(iso, short=True) for iso in ("2025-08-15", "2025-08", "2025")] == [
        "15/8/2025",
        "tháng 8/2025",
        "2025",
    ]


def test_no_date_is_no_words() -> None:
    assert VI.date(None) == ""


def test_numbers_are_grouped_as_the_language_does() -> None:
    assert (VI.number(75000), EN.number(75000), VI.number(1.5), EN.number(1.5)) == ("75.000", "75,000", "1,5", "1.5")


def test_counted_nouns_follow_their_number() -> None:
    assert EN.count("%(n)s article", "%(n)s articles", 1) == "1 article"
    assert EN.count("%(n)s article", "%(n)s articles", 1200) == "1,200 articles"
    assert VI.count("%(n)s article", "%(n)s articles", 1200) == "1.200 bài"


def test_a_counted_noun_is_a_label_too() -> None:
    assert [language.gettext("province") for language in (VI, EN, LO)] == ["tỉnh, thành", "province", "ແຂວງ"]


def test_lists_are_joined_as_the_language_does() -> None:
    assert (VI.join(["A", "B", "C"]), EN.join(["A", "B"]), EN.join([])) == ("A, B và C", "A and B", "")


def test_languages_are_named_in_themselves() -> None:
    assert (VI.own_name, EN.own_name, LO.own_name) == ("Tiếng Việt", "English", "ລາວ")


def test_a_reason_is_translated_around_its_quotations() -> None:
    reason = "day and month from “ngày 3/5 and”; year 2019 from the stamp “4/5/2019” and “năm 2019”"
    assert Reasons(VI).translate(reason) == (
        "ngày và tháng lấy từ “ngày 3/5 and”; năm 2019 lấy từ dòng ngày giờ “4/5/2019” và “năm 2019”"
    )
    assert Reasons(EN).translate(reason) == reason


def test_a_reason_that_leaves_the_year_open_keeps_the_phrases_that_do_not_settle_it() -> None:
    told = Reasons(VI).translate("month from “tháng 3”; the text does not settle the year (“năm 2018” and “từ 2019”)")
    assert told == "tháng lấy từ “tháng 3”; bài không nói rõ năm (“năm 2018” và “từ 2019”)"


def test_an_archive_without_a_title_has_one_in_the_language_of_its_pages() -> None:
    archive = fixtures.small_archive(1)
    for title, shown in (
        ("Borderwire", ["Hồ sơ biên giới", "Borderwire", "ແຟ້ມຊາຍແດນ"]),
        ("Kho của tôi", ["Kho của tôi"] * 3),
    ):
        settings = SiteSettings(title=title, languages=("vi", "en", "lo"))
        files = {file.path: file.content for file in render_site(archive, settings, Theme(None), fixtures.TERMS)}
        heads = [files[f"{folder}index.html"].decode() for folder in ("", "en/", "lo/")]
        assert [re.findall("<h1[^>]*>([^<]*)</h1>", head) for head in heads] == [[name] for name in shown]
