"""The matcher: longest match of whole words, accents respected."""

from __future__ import annotations

import re

import pytest

from borderwire.gazetteer.matcher import Entry, Hit, Matcher, partitions
from borderwire.text import key


def scan(matcher: Matcher, text: str) -> list[str]:
    """The hits as `kind:id:words`, the text's lines being lines."""
    words: list[str] = []
    breaks: list[bool] = []
    for line in text.split("\n"):
        found = re.findall(r"[^\W\d_]+|\d+|[^\w\s]|_", line)
        words.extend(found)
        breaks.extend(index == 0 for index in range(len(found)))
    hits = matcher.scan([key(word) for word in words], breaks)
    return [f"{hit.kind}:{hit.id}:{' '.join(words[hit.start : hit.end])}" for hit in hits]


def matcher_of(*forms: tuple[str, str, str], joined: bool = False) -> Matcher:
    matcher = Matcher()
    for kind, ident, form in forms:
        matcher.add(Entry(kind, ident, form), joined=joined)
    return matcher


def test_the_longest_form_wins() -> None:
    matcher = matcher_of(("office", "chair", "Chủ tịch"), ("office", "president", "Chủ tịch nước"))
    assert scan(matcher, "gặp Chủ tịch nước") == ["office:president:Chủ tịch nước"]
    assert scan(matcher, "gặp Chủ tịch xã") == ["office:chair:Chủ tịch"]


def test_a_longer_form_that_breaks_off_gives_way_to_the_shorter_one() -> None:
    matcher = matcher_of(("a", "short", "Bộ đội"), ("a", "long", "Bộ đội Biên phòng tỉnh"))
    assert scan(matcher, "Bộ đội Biên phòng xã") == ["a:short:Bộ đội"]


def test_hits_do_not_overlap_and_the_leftmost_is_kept() -> None:
    matcher = matcher_of(("a", "one", "Thanh Hà"), ("a", "two", "Hà Nam"))
    assert scan(matcher, "Thanh Hà Nam Hà Nam") == ["a:one:Thanh Hà", "a:two:Hà Nam"]


def test_accents_matter_and_case_and_tone_placement_do_not() -> None:
    matcher = matcher_of(("province", "VN-14", "Hòa Bình"))
    assert scan(matcher, "HOÀ BÌNH, hòa bình") == ["province:VN-14:HOÀ BÌNH", "province:VN-14:hòa bình"]
    assert scan(matcher, "hoa binh, Hóa Bình") == []


def test_a_hyphen_between_syllables_is_skipped() -> None:
    matcher = matcher_of(("province", "LA-XE", "Sê Kông"))
    assert scan(matcher, "Sê-kông, Sê - Kông, Sê Kông") == [
        "province:LA-XE:Sê - kông", "province:LA-XE:Sê - Kông", "province:LA-XE:Sê Kông",
    ]  # fmt: skip


def test_a_hyphen_after_a_complete_name_parts_it_from_the_next() -> None:
    matcher = matcher_of(("a", "one", "Hà Nam"), ("a", "two", "Hà Nam Ninh"), ("a", "three", "Bà Rịa - Vũng Tàu"))
    assert scan(matcher, "Hà Nam - Ninh Bình") == ["a:one:Hà Nam"]
    assert scan(matcher, "Bà Rịa - Vũng Tàu") == ["a:three:Bà Rịa - Vũng Tàu"]
    assert scan(matcher, "Bà Rịa Vũng Tàu") == ["a:three:Bà Rịa Vũng Tàu"]


def test_a_form_never_spans_two_lines() -> None:
    matcher = matcher_of(("rank", "colonel", "Đại tá"))
    assert scan(matcher, "Đại\ntá") == []
    assert scan(matcher, "cuộc Đại\nĐại tá") == ["rank:colonel:Đại tá"]


def test_joined_adds_every_spelling_with_syllables_run_together() -> None:
    matcher = matcher_of(("province", "LA-BL", "Bô Ly Khăm Xay"), joined=True)
    for text in ("Bôlykhămxay", "Bôlikhămxay", "Bô Ly Khămxay", "Bôly Khăm Xay", "Bô-ly-khăm-xay"):
        assert len(scan(matcher, f"tỉnh {text} có")) == 1, text


def test_two_meanings_of_one_form_are_both_kept_in_order() -> None:
    matcher = matcher_of(("province", "VN-71", "Điện Biên"), ("district", "VN-71.dien-bien", "Điện Biên"))
    (hit,) = matcher.scan([key("Điện"), key("Biên")], [True, False])
    assert [entry.id for entry in hit.entries] == ["VN-71", "VN-71.dien-bien"]
    assert hit.of("district") is not None
    assert hit.of("rank") is None


def test_the_same_meaning_added_twice_is_kept_once() -> None:
    matcher = matcher_of(("rank", "colonel", "Đại tá"), ("rank", "colonel", "ĐẠI TÁ"))
    assert matcher.scan([key("đại"), key("tá")], [True, False]) == [Hit(0, 2, (Entry("rank", "colonel", "Đại tá"),))]


def test_forms_gives_back_every_form() -> None:
    matcher = matcher_of(("a", "one", "Hà Nam"), ("a", "two", "Hà Nam Ninh"))
    assert [row for row, _ in matcher.forms()] == [("hà", "nam"), ("hà", "nam", "ninh")]


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_partitions_are_all_ways_to_join_neighbours(count: int) -> None:
    parts = [chr(ord("a") + index) for index in range(count)]
    rows = partitions(parts)
    assert len({tuple(row) for row in rows}) == 2 ** (count - 1)
    assert all("".join(row) == "".join(parts) for row in rows)
