"""Who is who: sure evidence merges, doubt is listed, a contradiction keeps apart."""

from __future__ import annotations

import random

import pytest

from borderwire.model import OfficialFact, Record
from tests.records import official, record
from tests.resolve.making import archive_of, groups, meeting, officer, only, told

LAO = "Bun-thăn Xay-nha-xỏn-phết"


def test_a_lao_officer_promoted_and_spelt_in_latin_stays_one_person() -> None:
    archive = archive_of(
        [
            told("a", "2023-03-01", officer(LAO, "LA-KH", "Đại tá")),
            told("b", "2024-09-01", officer("Bounthan Sayasonphet", "LA-KH", "Thiếu tướng")),
        ]
    )
    person = only(archive)
    assert person.spellings == (LAO, "Bounthan Sayasonphet")
    assert [(step.rank, step.first, step.last) for step in person.career] == [
        ("Đại tá", "2023-03-01", "2023-03-01"),
        ("Thiếu tướng", "2024-09-01", "2024-09-01"),
    ]
    assert [(step.kind, step.old, step.new, step.after, step.by) for step in person.promotions] == [
        ("rank", "Đại tá", "Thiếu tướng", "2023-03-01", "2024-09-01")
    ]
    assert archive.doubts == ()


def test_every_merge_tells_its_score_and_its_reasons() -> None:
    archive = archive_of(
        [
            told("a", "2023-03-01", officer(LAO, "LA-KH")),
            told("b", "2024-09-01", officer("Bounthan Sayasonphet", "LA-KH")),
        ]
    )
    (merge,) = only(archive).merges
    assert {merge.left.entry, merge.right.entry} == {"a", "b"}
    assert {reason.kind for reason in merge.reasons} >= {"same-sound", "same-province", "same-office", "same-rank"}
    assert merge.score > 7 and all(reason.text for reason in merge.reasons)


def test_tones_that_differ_do_not_part_a_rare_name_in_one_office() -> None:
    one, other = (
        officer("Giàng A Pủa", "VN-71", force="border-guard"),
        officer("Giàng A Púa", "VN-71", force="border-guard"),
    )
    assert len(archive_of([told("a", "2023-03-01", one), told("b", "2024-09-01", other)]).people) == 1


def test_a_deputy_who_becomes_the_head_is_one_person_with_a_promotion() -> None:
    archive = archive_of(
        [
            told("a", "2021-03-01", officer("Lê Trọng Khôi", "VN-22", "Thượng tá", "Phó Giám đốc")),
            told("b", "2023-09-01", officer("Lê Trọng Khôi", "VN-22", "Đại tá", "Giám đốc")),
        ]
    )
    assert [(step.kind, step.new) for step in only(archive).promotions] == [("rank", "Đại tá"), ("office", "Giám đốc")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (officer("Trần Văn Hùng", "VN-22"), officer("Trần Văn Hùng", "VN-05")),
        (officer("Trần Văn Hùng", "VN-22"), officer("Trần Văn Hùng", "VN-22", office="Chỉ huy trưởng", force="army")),
        (officer("Lò Văn Pheng", "VN-71"), officer("Lò Văn Pheng", "LA-PH")),
        (officer("Trần Văn Hùng", "VN-22"), official("Trần Văn Hùng", None, "VN", position=None)),
    ],
    ids=["province", "force", "side", "nothing but the name"],
)
def test_equal_names_alone_do_not_make_one_person(one: object, other: object) -> None:
    archive = archive_of([record("a", "2023-03-01", officials=(one,)), record("b", "2023-09-01", officials=(other,))])
    assert groups(archive) == [["a"], ["b"]]


def test_a_rank_that_falls_back_years_later_keeps_two_apart_and_is_told_as_a_doubt() -> None:
    archive = archive_of(
        [
            told("a", "2015-03-01", officer(LAO, "LA-KH", "Thiếu tướng")),
            told("b", "2019-09-01", officer(LAO, "LA-KH", "Trung tá")),
        ]
    )
    assert groups(archive) == [["a"], ["b"]]
    (doubt,) = archive.doubts
    assert doubt.what == "person" and {doubt.left, doubt.right} == {person.id for person in archive.people}
    assert doubt.against == ("the rank would fall back later",)


def test_one_wrong_rank_among_many_is_a_slip_of_the_pen() -> None:
    ranks = ["Thiếu tướng"] * 5 + ["Đại tá"] + ["Thiếu tướng"] * 5
    archive = archive_of(
        told(f"e{at}", f"{2012 + at}-05-01", officer(LAO, "LA-KH", rank)) for at, rank in enumerate(ranks)
    )
    assert len(archive.people) == 1


def test_two_mentions_of_one_article_are_two_people() -> None:
    here = told("a", "2023-03-01", officer("Trần Văn Hùng", "VN-22"), officer("Trần Văn Hùng", "VN-22", None, None))
    archive = archive_of([here, told("b", "2023-09-01", officer("Trần Văn Hùng", "VN-22"))])
    assert groups(archive) == [["a"], ["a", "b"]]


def test_two_provinces_at_one_time_keep_even_a_rare_name_apart() -> None:
    dates = ["2021-02-01", "2021-05-01", "2021-08-01", "2021-11-01"]
    archive = archive_of(
        told(f"e{at}", date, officer(LAO, ("LA-KH", "LA-SV")[at % 2])) for at, date in enumerate(dates)
    )
    assert groups(archive) == [["e0", "e2"], ["e1", "e3"]]


def test_a_province_merger_carries_people_over_but_not_back() -> None:
    before, after = officer("Đặng Quốc Lãm", "VN-27"), officer("Đặng Quốc Lãm", "VN-DN")
    assert len(archive_of([told("a", "2024-06-01", before), told("b", "2025-09-01", after)]).people) == 1
    assert len(archive_of([told("a", "2024-06-01", before), told("b", "2024-09-01", after)]).people) == 2


def test_a_short_form_joins_only_with_the_same_meeting() -> None:
    def records(other_day: str) -> list[Record]:
        full = officer("Vi Đức Thái", "VN-22", "Thượng tá", "Trưởng phòng")
        brief = officer("Thái", "VN-22", "Thượng tá", None)
        return [
            meeting("a", "2023-03-01", "VN-22", "LA-XI", officials=(full, officer("Lê Trọng Khôi", "VN-22"))),
            meeting("b", other_day, "VN-22", "LA-XI", officials=(brief, officer("Lê Trọng Khôi", "VN-22"))),
        ]

    assert len(archive_of(records("2023-03-01")).people) == 2
    assert len(archive_of(records("2024-08-01")).people) == 3


def test_one_holder_of_a_national_office_needs_no_body() -> None:
    head = official("Phạm Quốc Nghị", None, "VN", position="Chủ tịch nước")
    archive = archive_of([record("a", "2019-03-01", officials=(head,)), record("b", "2019-09-01", officials=(head,))])
    assert len(archive.people) == 1


def test_the_order_of_the_articles_changes_nothing() -> None:
    rows = [
        told(f"e{at}", f"20{10 + at % 9}-0{1 + at % 8}-11", officer(name, place, rank))
        for at, (name, place, rank) in enumerate(
            (name, place, rank)
            for name in (LAO, "Bounthan Sayasonphet", "Bun Thăn Xay Nha Xon Phệt", "Khamla Vongsay")
            for place in ("LA-KH", "LA-SV")
            for rank in ("Đại tá", "Thiếu tướng", None)
        )
    ]
    shuffled = rows[:]
    random.Random(7).shuffle(shuffled)
    one, other = archive_of(rows), archive_of(shuffled)
    assert one.people == other.people and one.doubts == other.doubts


def test_two_ranks_and_offices_in_one_body_on_one_day_are_two_people_and_a_doubt() -> None:
    head = officer("Lê Văn Hải", "VN-24", "Đại tá", "Giám đốc")
    deputy = officer("Lê Văn Hải", "VN-24", "Thượng tá", "Phó Giám đốc")
    archive = archive_of([meeting("a", "2024-03-01", "VN-24", "LA-KH", officials=(head,)),
                          meeting("b", "2024-03-01", "VN-24", "LA-KH", officials=(deputy,))])  # fmt: skip
    assert groups(archive) == [["a"], ["b"]]
    assert [doubt.against for doubt in archive.doubts] == [("on one day they hold two offices in one body",)]


def test_what_contradicts_is_not_joined_through_a_third_article_either() -> None:
    archive = archive_of(
        [
            told("b1", "2024-03-01", officer("Lê Văn Hải", "VN-25", "Thượng tá", "Phó Giám đốc")),
            told("b2", "2024-03-09", officer("Lê Văn Hải", "VN-24", "Đại tá", "Giám đốc")),
            told("c2", "2025-09-02", officer("Lê Văn Hải", "VN-25", "Đại tá", "Giám đốc")),
        ]
    )
    assert not any({"b1", "b2"} <= set(group) for group in groups(archive))
    assert any("they serve in two places at one time" in doubt.against for doubt in archive.doubts)


def test_a_rank_misprinted_on_a_day_that_others_tell_right_is_a_doubt_and_parts_no_career() -> None:
    right, wrong = officer(LAO, "LA-KH", "Thiếu tướng"), officer(LAO, "LA-KH", "Đại tá")
    career = [told(f"e{at}", f"{2015 + at}-05-01", right) for at in range(4)]
    before = [told(f"d{at}", f"{2011 + at}-05-01", wrong) for at in range(3)]
    archive = archive_of([*before, *career, told("slip", "2017-05-01", wrong)])
    assert groups(archive) == [["d0", "d1", "d2", "e0", "e1", "e2", "e3"], ["slip"]]
    assert ("other articles of that day give another rank or office",) in [doubt.against for doubt in archive.doubts]


def test_two_of_one_name_who_serve_side_by_side_are_not_taken_for_misprints() -> None:
    head = officer("Lê Văn Hải", "VN-22", "Đại tá", "Giám đốc")
    deputy = officer("Lê Văn Hải", "VN-22", "Thượng tá", "Phó Giám đốc")
    rows = [told(f"h{at}", f"202{at}-05-01", head) for at in range(4)]
    archive = archive_of([*rows, *(told(f"s{at}", f"202{at}-05-01", deputy) for at in range(4))])
    assert groups(archive) == [["h0", "h1", "h2", "h3"], ["s0", "s1", "s2", "s3"]]


def test_two_districts_in_one_week_are_two_people() -> None:
    def head(district: str) -> OfficialFact:
        return official("Vừ A Chống", "VN-71", "VN", rank="Trung tá", position="Đồn trưởng", organization=district)

    one, other = "Đồn Biên phòng cửa khẩu quốc tế Tây Trang", "Đồn Biên phòng cửa khẩu Huổi Puốc"
    archive = archive_of([told("a", "2024-03-01", head(one)), told("b", "2024-03-05", head(other))])
    assert groups(archive) == [["a"], ["b"]]
    later = archive_of([told("a", "2021-03-01", head(one)), told("b", "2024-03-05", head(other))])
    assert len(later.people) == 1


def _under(name: str, day: str, place: str = "VN-22", head: str = "Bùi Thế Rạng") -> Record:
    """An article in which the person is deputy to another."""
    above = officer(head, place, "Đại tá", "Giám đốc")
    return told(f"under-{day}", day, officer(name, place, "Đại tá", "Phó Giám đốc"), above)


def test_a_head_and_a_later_deputy_of_another_head_are_a_doubt_and_no_sure_merge() -> None:
    first = told("head", "2024-04-04", officer("Lê Trọng Khôi", "VN-22", "Đại tá", "Giám đốc"))
    archive = archive_of([first, _under("Lê Trọng Khôi", "2024-05-05")])
    assert ["head"] in groups(archive)
    (doubt,) = [doubt for doubt in archive.doubts if doubt.what == "person"]
    assert {doubt.left_mention.entry, doubt.right_mention.entry} == {"head", "under-2024-05-05"}
    assert doubt.against == ("after heading a body they would serve there under another",)


def test_a_deputy_of_another_who_heads_the_body_later_is_one_person() -> None:
    later = told("head", "2024-05-05", officer("Lê Trọng Khôi", "VN-22", "Đại tá", "Giám đốc"))
    assert ["under-2022-04-04", "head"] in groups(archive_of([later, _under("Lê Trọng Khôi", "2022-04-04")]))


@pytest.mark.parametrize("place", ["VN-24", "VN-25"])
def test_a_head_whom_the_merger_made_a_deputy_is_one_person(place: str) -> None:
    first = told("head", "2025-04-04", officer("Lê Trọng Khôi", place, "Đại tá", "Giám đốc"))
    later = _under("Lê Trọng Khôi", "2025-09-05", "VN-25")
    assert ["head", "under-2025-09-05"] in groups(archive_of([first, later]))
