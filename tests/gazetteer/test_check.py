"""The checker: the shipped data has no problem, and every kind of mistake is found with its file, line and key."""

from __future__ import annotations

from pathlib import Path

import pytest

from borderwire.errors import GazetteerError
from borderwire.gazetteer.check import check_gazetteer
from borderwire.gazetteer.load import read_gazetteer

SOUND = """provinces:
- {id: VN-22, name: Nghệ An, name_en: Nghe An, kind: province, borders: [LA-XI], lat_lng: [19.2, 104.9]}
- {id: VN-27, name: Quảng Nam, name_en: Quang Nam, kind: province, valid_until: 2025-06-30, merged_into: VN-DN}
- {id: VN-DN, name: Đà Nẵng, name_en: Da Nang, kind: municipality, merged_from: [VN-27]}
- {id: LA-XI, name: Xiêng Khoảng, name_en: Xiengkhouang, kind: province, borders: [VN-22]}
ranks:
- {id: dai-ta, name: Đại tá, name_en: Senior Colonel, order: 14}
"""


def write(folder: Path, text: str) -> Path:
    (folder / "sample.yaml").write_text(text, encoding="utf-8")
    return folder


def test_the_data_of_the_package_has_no_problem() -> None:
    assert [str(problem) for problem in check_gazetteer()] == []


def test_sound_data_has_no_problem(tmp_path: Path) -> None:
    assert check_gazetteer(read_gazetteer(write(tmp_path, SOUND))) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "part"),
    [
        ("borders: [LA-XI]", "borders: [LA-ZZ]", 2, "borders", "there is no province LA-ZZ"),
        ("borders: [VN-22]", "borders: []", 2, "borders", "LA-XI does not border it"),
        ("merged_from: [VN-27]", "merged_from: []", 3, "merged_into", "VN-DN does not name it"),
        ("valid_until: 2025-06-30, ", "", 3, "merged_into", "is merged but valid"),
        ("2025-06-30, merged_into: VN-DN", "2025-06-30", 4, "merged_from", "VN-27 is not merged into it"),
        ("2025-06-30", "2025-06-31", 3, "valid_until", "is no date"),
        ("valid_until:", "valid_from: 2025-07-01, valid_until:", 3, "valid_until", "before it begins"),
        ("[19.2, 104.9]", "[104.9, 19.2]", 2, "lat_lng", "lies elsewhere"),
        ("id: VN-22", "id: VN-nghean", 2, "id", "is no ISO code"),
        ("id: dai-ta", "id: Đại tá", 7, "id", "is no id"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_line_and_key(
    tmp_path: Path, old: str, new: str, line: int, key: str, part: str
) -> None:
    problems = check_gazetteer(read_gazetteer(write(tmp_path, SOUND.replace(old, new, 1))))
    found = [(problem.path, problem.line, problem.key) for problem in problems if part in problem.message]
    assert found == [("sample.yaml", line, key)]
    assert all(problem.severity == "error" and problem.hint for problem in problems)


CLASH = """gates:
- {id: one, name: Lóng Sập}
- {id: two, name: Na Mèo, forms: [Lóng Sập]}
"""


def test_a_form_of_two_things_is_a_clash(tmp_path: Path) -> None:
    (problem,) = check_gazetteer(read_gazetteer(write(tmp_path, CLASH)))
    assert (problem.line, problem.key) == (3, "forms")
    assert "one and two" in problem.message


@pytest.mark.parametrize("remedy", ["shared: [Lóng Sập]\n" + CLASH, CLASH.replace("forms:", "cued:")])
def test_a_declared_clash_and_one_that_a_cue_decides_are_none(tmp_path: Path, remedy: str) -> None:
    assert check_gazetteer(read_gazetteer(write(tmp_path, remedy))) == []


def test_lao_provinces_that_sound_alike_are_told(tmp_path: Path) -> None:
    sekong = "- {id: LA-XE, name: Sê Kông, name_en: Sekong, kind: province, forms: [Xieng Khuang]}\n"
    text = SOUND.replace("ranks:", sekong + "ranks:")
    (problem,) = check_gazetteer(read_gazetteer(write(tmp_path, text)))
    assert (problem.line, problem.key) == (6, "forms")
    assert "sounds like LA-XI" in problem.message


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (SOUND + "- {id: dai-ta, name: Đại tá, name_en: Colonel, order: 14}\n", "stands already in sample.yaml:7"),
        (SOUND.replace("ranks:", "grades:"), "unknown section"),
        (SOUND.replace("name_en: Nghe An", "english: Nghe An"), "unknown key"),
        (SOUND.replace("LA-XI, name", "TH-10, name", 1), "must be VN or LA"),
        (SOUND.replace("[19.2, 104.9]", "[19.2]"), "two numbers"),
        (SOUND.replace("order: 14", "order: high"), "whole number"),
        ("families:\n- {id: a, name: A, name_en: a, heads: [A], levels: [moon]}\n", "not among the levels"),
    ],
)
def test_data_that_cannot_be_read_is_refused(tmp_path: Path, text: str, part: str) -> None:
    with pytest.raises(GazetteerError, match=part) as caught:
        read_gazetteer(write(tmp_path, text))
    assert caught.value.path == "sample.yaml"
    assert caught.value.line is not None


def test_a_folder_without_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="no gazetteer data"):
        read_gazetteer(tmp_path)


def test_the_last_day_of_a_district_that_the_row_does_not_hold_is_refused(tmp_path: Path) -> None:
    source = "known: []\n" + SOUND + "vietnamese_districts:\n- province: VN-22\n  districts: [Kỳ Sơn]\n  until: [{}]\n"
    gazetteer = read_gazetteer(write(tmp_path, source.replace("{}", "Kỳ Sơn 2019-12-31")))
    assert gazetteer.districts["VN-22.ky-son"].valid_until == "2019-12-31"
    with pytest.raises(GazetteerError, match="there is no 'Kỳ Anh'") as caught:
        read_gazetteer(write(tmp_path, source.replace("{}", "Kỳ Anh 2019-12-31")))
    assert caught.value.key == "until"


@pytest.mark.parametrize(
    ("goods", "line", "key", "part"),
    [
        ("[{id: a, name: vải, name_en: A}, {id: b, name: lụa, name_en: B, forms: [Vải]}]", 1, "forms", "is a too"),
        ("[{id: a, name: vải, name_en: cloth, broader: b}]", 1, "broader", "there is no b"),
        ("[{id: a, name: vải, name_en: cloth, broader: a}]", 1, "broader", "broader than itself"),
    ],
)  # fmt: skip
def test_kinds_of_goods_share_no_form_and_lead_to_wider_ones(
    tmp_path: Path, goods: str, line: int, key: str, part: str
) -> None:
    (problem,) = check_gazetteer(read_gazetteer(write(tmp_path, f"goods: {goods}\n")))
    assert (problem.line, problem.key) == (line, key) and part in problem.message


@pytest.mark.parametrize(
    ("foundings", "key", "part"),
    [
        ("[{id: a, name: Hội, name_en: A, date: 1975-02-30, forms: [lập Hội]}]", "date", "is no date"),
        ("[{id: a, name: Hội, name_en: A, date: 1975-02-03}]", "forms", "has no form"),
        ("[{id: a, name: Hội, name_en: A, date: 1975-02-03, between: ZZ, forms: [lập Hội]}]", "between", "no ZZ"),
        (("[{id: a, name: Hội, name_en: A, date: 1975-02-03, forms: [lập Hội]},"
         " {id: b, name: Hội, name_en: B, date: 1975-06-07, forms: [lập hội]}]"), "forms", "is a too"),
    ],
)  # fmt: skip
def test_foundings_have_a_day_a_form_and_a_known_state_and_no_two_of_a_year_share_a_form(
    tmp_path: Path, foundings: str, key: str, part: str
) -> None:
    (problem,) = check_gazetteer(read_gazetteer(write(tmp_path, f"foundings: {foundings}\n")))
    assert (problem.line, problem.key) == (1, key) and part in problem.message


def test_a_capital_stands_for_one_state(tmp_path: Path) -> None:
    rows = (
        "[{id: XA, name: Xứ A, name_en: A, capitals: [Bản Đôn]}, {id: XB, name: Xứ B, name_en: B, capitals: [bản Đôn]}]"
    )
    (problem,) = check_gazetteer(read_gazetteer(write(tmp_path, f"countries: {rows}\n")))
    assert (problem.line, problem.key) == (1, "capitals") and "XA too" in problem.message
