"""What is counted and named is told in the page's language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from borderwire.extract import counted as extracted
from borderwire.gazetteer import load_gazetteer
from borderwire.model import Archive
from borderwire.site.cards import person_label
from borderwire.site.foreign import plain
from borderwire.site.languages import Language
from borderwire.site.messages import term_messages
from borderwire.site.names import Names, Terms
from borderwire.site.shelves import arrange
from borderwire.site.theme import Theme
from borderwire.site.units import UNITS, counted, unit_name
from tests.site import fixtures

THEME = Theme(None)
VI, EN, LO = (Language(code, "", THEME) for code in ("vi", "en", "lo"))
TERMS = Terms.of(load_gazetteer())


@pytest.mark.parametrize(
    ("value", "unit", "vi", "en", "lo"),
    [
        (30, "brick", "30 bánh", "30 bricks", "30 ກ້ອນ"),
        (1, "brick", "1 bánh", "1 brick", "1 ກ້ອນ"),
        (410000, "pill", "410.000 viên", "410,000 pills", "410.000 ເມັດ"),
        (1.5, "t", "1,5 tấn", "1.5 tonnes", "1,5 ໂຕນ"),
        (2, "m3", "2 m³", "2 m³", "2 ແມັດກ້ອນ"),
        (12, None, "12", "12", "12"),
        (3, "chiếc thuyền", "3 chiếc thuyền", "3 chiếc thuyền", "3 chiếc thuyền"),
    ],
)
def test_a_figure_has_its_unit_in_the_language_and_number(value: float, unit: str, vi: str, en: str, lo: str) -> None:
    assert (counted(VI, value, unit), counted(EN, value, unit), counted(LO, value, unit)) == (vi, en, lo)


def test_a_unit_by_itself_has_no_number() -> None:
    assert (unit_name(VI, "khẩu"), unit_name(EN, "khẩu"), unit_name(LO, "khẩu")) == ("khẩu súng", "guns", "ປືນ ກະບອກ")


def test_every_unit_that_the_extractor_gives_has_a_message() -> None:
    given = {count.unit for rows in extracted._NOUNS.values() for count in rows if count.unit and count.unit != "="}
    for nouns, rows in extracted._NOUNS.items():
        if any(count.unit == "=" for count in rows):
            given |= {extracted.UNITS.get(noun.strip(), noun.strip()) for noun in nouns.split(",")}
    assert given - set(UNITS) == set()


@pytest.mark.parametrize("language", [VI, LO])
def test_every_kind_of_figure_that_the_extractor_gives_is_named(language: Language) -> None:
    kinds = {count.what for rows in extracted._NOUNS.values() for count in rows}
    assert sorted(what for what in kinds if not language.knows(what.replace("-", " "))) == []


def test_lao_has_a_word_for_every_kind_of_event_topic_rank_office_body_and_document() -> None:
    assert [name for name in term_messages(TERMS) if not LO.knows(name)] == []


def test_no_two_ranks_are_one_in_lao() -> None:
    names = [LO.gettext(row.name_en) for row in TERMS.ranks.values()]
    assert len(set(names)) == len({row.name_en for row in TERMS.ranks.values()})


def test_a_kind_of_body_is_named_in_the_page_s_language() -> None:
    told = [Names(TERMS, language).body("cooperation-committee") for language in (VI, EN, LO)]
    assert told == ["Ủy ban Hợp tác Lào - Việt Nam", "cooperation committee", "ຄະນະກຳມະການຮ່ວມມື"]


def test_provinces_of_one_name_are_told_apart() -> None:
    names = Names(TERMS, VI)
    assert (names.province("LA-VT").text, names.province("LA-VI").text) == ("Viêng Chăn (thủ đô)", "Viêng Chăn (tỉnh)")
    assert names.province("LA-HO").text == "Hủa Phăn"


def test_persons_of_one_name_are_told_apart_by_their_office(archive: Archive) -> None:
    one = archive.people[0]
    other = next(person for person in archive.people if person.name != one.name and person.mentions)
    twins = replace(archive, people=(one, replace(other, name=one.name.upper())))
    shelves = arrange(twins, fixtures.TERMS)
    labels = {plain(person_label(shelves, Names(fixtures.TERMS, EN), person.id)) for person in twins.people}
    assert len(labels) == 2
    assert all(", " in label for label in labels)
    alone = arrange(replace(archive, people=(one,)), fixtures.TERMS)
    assert plain(person_label(alone, Names(fixtures.TERMS, EN), one.id)) == one.name


def test_a_name_in_another_language_says_which_language_it_is(html: dict[str, str]) -> None:
    told = 'class="other-name"><span class="n">{}</span> <span lang="{}">{}</span>'
    assert told.format("Tiếng Anh", "en", "talks") in html["events/talks/index.html"]
    assert told.format("Vietnamese", "vi", "hội đàm") in html["en/events/talks/index.html"]
