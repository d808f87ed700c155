"""One haul of which several articles tell counts once; two hauls of one amount count twice. All names are invented."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from borderwire.gazetteer import load_gazetteer
from borderwire.model import Archive, DateFact, Figure, Record
from borderwire.resolve import resolve_archive
from borderwire.resolve.accused import people_of
from borderwire.resolve.totals import counted_figures, honest_sums
from tests.records import article
from tests.resolve.making import meeting

PHONG = "Công an bắt Sùng A Phống (SN 1990) khi người này qua suối."
LENG = "Công an bắt Vừ Chứ Lềnh (31 tuổi) khi người này qua đèo."


def _haul(value: float, kind: str = "heroin", unit: str = "brick", **fields: Any) -> Figure:
    qualifier = fields.pop("qualifier", "exact")
    return Figure("seizure", value, unit, qualifier, f"{value} {kind}", kind, **fields)


def _archive(*told: tuple[Record, str]) -> Archive:
    pairs = [(article(f"seeds/{item.id}.txt", text), item) for item, text in told]
    return resolve_archive(pairs, load_gazetteer())


def _told(ident: str, date: str | None, *figures: Figure, place: str = "VN-22", **fields: Any) -> Record:
    return meeting(ident, date, place, kind=fields.pop("kind", "arrest"), figures=figures, **fields)


def _summed(archive: Archive) -> list[tuple[str, float]]:
    return [(row.mention.entry, row.figure.value) for row in counted_figures(archive) if row.why is None]


def _left(archive: Archive) -> set[tuple[str, str | None]]:
    return {(row.mention.entry, row.why) for row in counted_figures(archive) if row.why}


def test_a_first_report_and_a_later_one_of_the_same_people_tell_one_haul() -> None:
    first, later = _told("a", "2024-03-02", _haul(10)), _told("b", "2024-03-20", _haul(10))
    archive = _archive((first, PHONG), (later, f"Chiều qua, {PHONG}"))
    assert _summed(archive) == [("a", 10)] and _left(archive) == {("b", "same-haul")}
    (haul,) = honest_sums(archive).hauls
    assert (haul.figure.entry, [other.entry for other in haul.others]) == ("a", ["b"])
    assert "same-accused" in {reason.kind for reason in haul.reasons}


def test_two_hauls_of_one_amount_by_other_people_count_twice() -> None:
    first, second = _told("a", "2024-03-02", _haul(10)), _told("b", "2024-03-04", _haul(10))
    assert _summed(_archive((first, PHONG), (second, LENG))) == [("a", 10), ("b", 10)]


@pytest.mark.parametrize(
    ("age", "hauls"), [("SN 1971", 2), ("sinh năm 1990", 1), ("34 tuổi", 1), ("sinh ngày 5/6/1990", 1)]
)
def test_a_namesake_of_another_year_of_birth_is_somebody_else(age: str, hauls: int) -> None:
    first, second = _told("a", "2024-03-02", _haul(10)), _told("b", "2024-03-20", _haul(10))
    assert len(_summed(_archive((first, PHONG), (second, f"Khởi tố Sùng A Phống ({age}).")))) == hauls


def test_two_hauls_of_one_amount_in_other_provinces_count_twice() -> None:
    first, second = _told("a", "2024-03-02", _haul(10)), _told("b", "2024-03-04", _haul(10), place="VN-71")
    archive = _archive((first, "Công an bắt hai người."), (second, "Bộ đội bắt ba người."))
    assert _summed(archive) == [("a", 10), ("b", 10)] and not honest_sums(archive).hauls


def test_two_hauls_of_one_amount_months_apart_count_twice() -> None:
    first, second = _told("a", "2024-03-02", _haul(10)), _told("b", "2024-06-04", _haul(10))
    assert len(_summed(_archive((first, "Bắt hai người."), (second, "Bắt ba người.")))) == 2


def test_where_only_the_amount_the_province_and_the_days_agree_the_sum_is_a_bound() -> None:
    first, second = _told("a", "2024-03-02", _haul(10)), _told("b", "2024-03-09", _haul(10))
    archive = _archive((first, "Bắt hai người."), (second, "Khen thưởng."))
    assert _summed(archive) == [("a", 10)] and _left(archive) == {("b", "perhaps-same-haul")}
    (total,) = dict(honest_sums(archive).by_year)["2024"]
    assert (total.exact, total.low) == (False, True) and total.omitted[0].of == total.parts[0]


def test_one_piece_is_what_any_haul_may_be() -> None:
    first, second = _told("a", "2024-03-02", _haul(1)), _told("b", "2024-03-09", _haul(1))
    assert len(_summed(_archive((first, "Bắt hai người."), (second, "Bắt ba người.")))) == 2


def test_an_undated_report_joins_the_dated_one_and_counts_nowhere() -> None:
    first, later = _told("a", "2024-03-02", _haul(10)), _told("b", None, _haul(10))
    archive = _archive((first, PHONG), (later, PHONG))
    assert _summed(archive) == [("a", 10)] and _left(archive) == {("b", "undated")}
    assert len(honest_sums(archive).hauls) == 1


def test_a_rounded_amount_and_a_more_general_word_tell_the_same_haul() -> None:
    first = _told("a", "2024-03-02", _haul(30, "ma túy", "kg", qualifier="over"))
    later = _told("b", "2024-04-20", _haul(30.6, "ma túy đá", "kg"))
    archive = _archive((first, PHONG), (later, PHONG))
    assert _summed(archive) == [("b", 30.6)]


@pytest.mark.parametrize("other", [_haul(10, "thuốc phiện"), _haul(11), _haul(10, unit="kg")])
def test_other_goods_amounts_and_units_of_the_same_people_are_added(other: Figure) -> None:
    archive = _archive((_told("a", "2024-03-02", _haul(10)), PHONG), (_told("b", "2024-03-20", other), PHONG))
    assert len(_summed(archive)) == 2


def test_several_amounts_that_agree_in_one_province_tell_one_haul() -> None:
    amounts = (_haul(3), _haul(12_000, "ma túy tổng hợp", "pill"), _haul(2, "lựu đạn", "quả"))
    first, later = _told("a", "2024-03-02", *amounts), _told("b", "2024-03-08", *amounts)
    archive = _archive((first, "Bắt hai người."), (later, "Thưởng nóng ban chuyên án."))
    assert {entry for entry, _ in _summed(archive)} == {"a"}


def test_an_amount_told_to_the_last_digit_near_in_time_and_place_tells_one_haul() -> None:
    first = _told("a", "2024-03-02", _haul(308.6, "ma túy đá", "kg"))
    later = _told("b", "2024-03-10", _haul(308.6, "ma túy đá", "kg"))
    assert len(_summed(_archive((first, "Bắt một người."), (later, "Khởi tố một người.")))) == 1


def test_the_suspects_of_one_case_count_once_and_other_numbers_make_a_bound() -> None:
    def report(ident: str, date: str, number: int) -> Record:
        return _told(ident, date, _haul(10), Figure("suspects", number, None, "exact", f"{number} đối tượng"))

    archive = _archive((report("a", "2024-03-02", 2), PHONG), (report("b", "2024-03-20", 2), PHONG))
    assert ("suspects", 2) in {(t.what, t.value) for t in dict(honest_sums(archive).by_year)["2024"]}
    archive = _archive((report("a", "2024-03-02", 2), PHONG), (report("b", "2024-03-20", 5), PHONG))
    (suspects,) = [total for total in dict(honest_sums(archive).by_year)["2024"] if total.what == "suspects"]
    assert (suspects.value, suspects.exact, suspects.low) == (5, False, True)


def test_days_of_the_figures_themselves_that_differ_keep_hauls_apart() -> None:
    first = _told("a", "2024-05-02", _haul(10, period="2024-01-05"))
    later = _told("b", "2024-05-20", _haul(10, period="2024-03-25"))
    assert len(_summed(_archive((first, PHONG), (later, PHONG)))) == 2


def test_a_haul_bought_on_one_day_and_seized_on_another_is_one_in_an_article() -> None:
    amounts = (_haul(22, period="2024-03-12"), _haul(22, period="2024-03-14"))
    assert len(_summed(_archive((_told("a", "2024-03-14", *amounts), PHONG)))) == 1


@pytest.mark.parametrize("title", ["Án tử cho kẻ vận chuyển ma túy", "Lĩnh án chung thân vì 10 bánh heroin"])
def test_what_a_court_judges_was_not_seized_on_the_day_of_the_judgement(title: str) -> None:
    archive = _archive((_told("a", "2024-03-02", _haul(10), title=title), "Tòa tuyên án."))
    assert _left(archive) == {("a", "no-period")}


def test_a_total_that_a_later_haul_raises_is_of_a_time_that_is_not_told() -> None:
    text = "Công an thu 3 bánh heroin. Đợt sau thu 7 bánh, nâng tổng số thu giữ lên 10 bánh heroin."
    single, total = text.index("3 bánh"), text.index("10 bánh")
    figures = (_haul(3, spans=((single, single + 6),)), _haul(10, spans=((total, total + 7),)))
    archive = _archive((_told("a", "2024-03-02", *figures), text))
    assert _summed(archive) == [("a", 3)] and _left(archive) == {("a", "open-period")}


@pytest.mark.parametrize(("dated_by", "left"), [("Ngày 30/1, công an bắt", False), ("Ngày 5/11, tòa án xét xử", True)])
def test_a_report_of_a_judgement_that_is_dated_by_the_arrest_counts(dated_by: str, left: bool) -> None:
    date = DateFact("2024-01-30", "explicit", spans=((5, 9),))
    told = replace(_told("a", None, _haul(10), title="Lĩnh án chung thân"), event_date=date)
    assert bool(_left(_archive((told, f"{dated_by} một người chở 10 bánh heroin. Tòa tuyên án chung thân.")))) is left


def test_a_single_haul_of_a_month_keeps_no_other_out() -> None:
    first = _told("a", "2024-05-02", _haul(10, period="2024-03"))
    other = _told("b", "2024-03-20", _haul(4))
    assert len(_summed(_archive((first, PHONG), (other, LENG)))) == 2


def test_a_count_of_the_year_keeps_out_hauls_of_its_own_province_only() -> None:
    cases = Figure("cases", 30, None, "exact", "30 vụ", period="2024")
    year = _told("a", "2024-12-30", cases, _haul(50, period="2024"))
    own, other = _told("b", "2024-03-20", _haul(4)), _told("c", "2024-03-22", _haul(5), place="VN-71")
    archive = _archive((year, ""), (own, PHONG), (other, LENG))
    assert ("b", "within-period") in _left(archive) and ("c", 5) in _summed(archive)


def test_a_count_of_nobody_told_keeps_no_other_out_and_may_lie_within_them() -> None:
    year = meeting("a", "2024-12-30", figures=(_haul(50, period="2024"),))
    archive = _archive((year, ""), (_told("b", "2024-03-20", _haul(4)), PHONG))
    assert _summed(archive) == [("b", 4)] and _left(archive) == {("a", "perhaps-within")}


def test_people_of_a_case_are_those_with_an_age_but_no_officials_and_no_provinces() -> None:
    text = "Đại tá Trần Văn Mốc cho biết bắt Sùng A Phống (SN 1990), Vừ Chứ Lềnh, sinh năm 1993, ở Nghệ An (28 tuổi)."
    (entry,) = _archive((_told("a", "2024-03-02"), text)).entries
    people = people_of(entry)
    assert people.aged == {"sùng a phống": "1990", "vừ chứ lềnh": "1993"}
    assert "nghệ an" not in people.aged and "nghệ an" not in people.named


def test_a_long_text_of_names_is_read_in_passing() -> None:
    (entry,) = _archive((_told("a", "2024-03-02"), "Sùng A Phống (SN 1990), " * 40_000)).entries
    assert people_of(entry).aged == {"sùng a phống": "1990"}
