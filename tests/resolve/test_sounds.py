"""Lao names by ear: spellings of one person agree, look-alikes of two people do not."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from borderwire.resolve.likeness import ALIKE
from borderwire.resolve.sounds import distance, likeness, near_skeletons, sound_key

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "lao_names.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
SAME = [(one, other) for kind, one, other, _ in ROWS if kind == "same"]
OTHER = [(one, other) for kind, one, other, _ in ROWS if kind == "other"]


def test_nine_in_ten_spellings_of_one_person_are_alike() -> None:
    assert len(SAME) > 120
    assert sum(likeness(one, other) >= ALIKE for one, other in SAME) >= 0.95 * len(SAME)


def test_no_two_people_chosen_to_look_alike_are_alike() -> None:
    assert len(OTHER) > 25
    assert [pair for pair in OTHER if likeness(*pair) >= ALIKE] == []


def test_no_name_of_one_person_is_like_a_name_of_another() -> None:
    forms: dict[str, set[str]] = defaultdict(set)
    for kind, one, other, person in ROWS:
        if kind == "same":
            forms[person] |= {one, other}
    alike = [
        (one, other)
        for left, right in combinations(sorted(forms), 2)
        for one in sorted(forms[left])
        for other in sorted(forms[right])
        if likeness(one, other) >= ALIKE
    ]
    assert alike == []


def test_spellings_of_one_person_are_found_without_comparing_all() -> None:
    apart = [
        pair for pair in SAME if not set(near_skeletons(sound_key(pair[0]))) & set(near_skeletons(sound_key(pair[1])))
    ]
    assert len(apart) <= 0.02 * len(SAME)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Khăm-phết Xay-nha-vông", "Khamphet Sayavong"),
        ("Bun Thoong Xổm Phăn", "BUN-THOONG XỔM-PHĂN"),
        ("Xỏn Đuông", "Sone Douang"),
        ("Sẻng-phết", "Sẹng Phệt"),
    ],
)
def test_script_case_tones_and_separators_do_not_count(one: str, other: str) -> None:
    assert sound_key(one) == sound_key(other)


def test_distance_is_the_same_both_ways_and_nought_only_for_equal_keys() -> None:
    keys = [sound_key(name) for name in ("Khăm-phết", "Kham Phed", "Bun-thoong", "Vi-lay")]
    for one, other in combinations(keys, 2):
        assert distance(one, other) == pytest.approx(distance(other, one))
        assert (distance(one, other) == 0) == (one == other)


def test_a_name_without_letters_is_like_nothing() -> None:
    assert sound_key("...") == ""
    assert likeness("...", "...") == 0.0
    assert likeness("", "Khăm") == 0.0
