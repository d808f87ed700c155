"""Places as a careful reader would mark them: cases in `places.txt`, and what every mention must keep to."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from borderwire.extract.gates import extract_gates
from borderwire.extract.mentions import PlaceMention
from borderwire.extract.places import find_places
from borderwire.extract.provinces import extract_provinces
from borderwire.extract.venue import extract_venue
from borderwire.model import Venue

from .reading import doc_of, quotes, read_all

CASES = Path(__file__).with_name("places.txt")


def _cases() -> list[tuple[str, str, str]]:
    """Blocks of title, text and expectation, parted by the line that begins with "= "."""
    cases = []
    block: list[str] = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            cases.append((block[0], "\n".join(block[1:]).strip(), line[2:]))
            block = []
        elif (line or block) and not line.startswith("#"):
            block.append(line)
    return cases


def _places(text: str) -> tuple[PlaceMention, ...]:
    return find_places(doc_of(text))


@pytest.mark.parametrize(("title", "text", "expected"), _cases(), ids=[case[0] for case in _cases()])
def test_the_text_names_the_provinces_that_a_careful_reader_finds(title: str, text: str, expected: str) -> None:
    doc, _, places, bodies = read_all(text)
    found = [fact.id for fact in extract_provinces(doc, places, bodies, None)]
    assert " ".join(found or ["none"]) == expected


def test_a_mention_points_at_its_title_word_but_does_not_hold_it() -> None:
    doc = doc_of("Công an tỉnh Sơn La và Công an TP.Đà Nẵng dự họp.")
    first, second = find_places(doc)
    assert doc.slice(first.start, first.end) == "Sơn La"
    assert doc.slice(first.title, first.end) == "tỉnh Sơn La"
    assert doc.slice(second.title, second.end) == "TP.Đà Nẵng"


def test_a_name_run_together_with_the_next_word_is_quoted_without_it() -> None:
    doc, _, places, bodies = read_all("Năm tới tỉnh Hủa Phănlàm chủ nhà.")
    (fact,) = extract_provinces(doc, places, bodies, None)
    assert fact.as_written == ("Hủa Phăn",)
    assert quotes(doc, fact.spans) == ["Hủa Phăn"]


def test_every_spelling_of_a_province_is_kept_with_its_place_in_the_text() -> None:
    doc, _, places, bodies = read_all("Công an tỉnh Hủa Phăn (Lào) họp. Đoàn Houaphanh về nước, tỉnh Hủa Phăn cảm ơn.")
    (fact,) = extract_provinces(doc, places, bodies, None)
    assert fact.as_written == ("Hủa Phăn", "Houaphanh")
    assert quotes(doc, fact.spans) == ["Hủa Phăn", "Houaphanh", "Hủa Phăn"]


def test_a_city_of_a_province_is_a_district_that_knows_its_province() -> None:
    (city,) = _places("Hội nghị diễn ra tại thành phố Thái Nguyên.")
    assert (city.kind, city.province, city.country) == ("district", "VN-69", "VN")


def test_a_district_with_its_title_word_knows_its_province() -> None:
    places = _places("Đoàn thăm huyện Hướng Hóa.")
    assert [(place.kind, place.province) for place in places] == [("district", "VN-25")]


def test_a_district_name_alone_is_left_to_its_cue() -> None:
    assert _places("Ông Thanh Sơn và bà Kỳ Anh có mặt.") == ()


def test_countries_are_told_apart_by_side() -> None:
    places = _places("Việt Nam, Lào và Thái Lan dự họp.")
    assert [place.country for place in places] == ["VN", "LA", None]


def test_gates_are_found_after_a_word_for_gates_and_in_a_pair() -> None:
    doc = doc_of("Xe qua cửa khẩu quốc tế Lao Bảo và cặp cửa khẩu Lóng Sập - Pa Háng.")
    gates = extract_gates(doc, find_places(doc))
    assert [gate.as_written for gate in gates] == ["Lao Bảo", "Lóng Sập"]
    assert quotes(doc, gates[1].spans) == ["Lóng Sập", "Pa Háng"]


def test_a_gate_name_without_such_a_word_is_no_gate() -> None:
    doc = doc_of("Bà con bản Pa Háng vui Tết.")
    assert extract_gates(doc, find_places(doc)) == ()


def test_provinces_whose_bodies_take_part_are_parties_and_the_rest_is_mentioned() -> None:
    doc, _, places, bodies = read_all(
        "Công an hai tỉnh hội đàm\n\n"
        "Ngày 5/5/2023, tại thành phố Huế, Công an tỉnh Quảng Trị và Công an tỉnh Salavan (Lào) hội đàm.\n\n"
        "Hai bên trao đổi tình hình. Nhiều vụ việc được giải quyết. Quan hệ ngày càng tốt đẹp. Kết quả rất tích cực. "
        "Xe cộ qua lại nhiều.\n\n"
        "Một số người ở Nghệ An cũng liên quan."
    )
    venue = Venue(as_written="thành phố Huế", province="VN-26")
    roles = {fact.id: fact.role for fact in extract_provinces(doc, places, bodies, venue)}
    assert roles == {"VN-26": "venue", "VN-25": "party", "LA-SL": "party", "VN-22": "mentioned"}


def test_a_unit_that_the_text_calls_a_former_one_takes_no_part() -> None:
    doc, _, places, bodies = read_all("Công an tỉnh Kon Tum cũ từng họp với Công an tỉnh Attapeu (Lào).")
    roles = {fact.id: fact.role for fact in extract_provinces(doc, places, bodies, None)}
    assert roles["VN-28"] == "mentioned"


def test_explain_hears_why_a_name_was_left_out() -> None:
    doc = doc_of("Đoàn xe rẽ vào đường Hà Giang.")
    find_places(doc)
    assert doc.notes is not None
    assert [(note.accepted, note.why) for note in doc.notes if note.field == "places"] == [
        (False, "street of that name")
    ]


def test_mentions_are_in_order_and_never_overlap() -> None:
    text = CASES.read_text(encoding="utf-8")
    places = _places(text)
    assert len(places) > 50
    assert all(left.end <= right.start for left, right in pairwise(places))


def _roles(text: str) -> dict[str, str]:
    doc, dates, places, bodies = read_all(text)
    venue = extract_venue(doc, places, dates, bodies)
    return {fact.id: fact.role for fact in extract_provinces(doc, places, bodies, venue)}


def test_districts_that_meet_across_the_border_make_their_provinces_parties() -> None:
    assert _roles(
        "Ngày 4/3/2021, Đồn Biên phòng Nậm Cắn (BĐBP tỉnh Nghệ An) phối hợp với Công an huyện Noọng Hét "
        "(tỉnh Xiêng Khoảng, Lào) trao trả 4 công dân."
    ) == {"VN-22": "party", "LA-XI": "party"}


def test_the_home_of_a_suspect_is_no_party() -> None:
    assert _roles(
        "Ngày 4/3/2021, Công an tỉnh Nghệ An bắt giữ 2 đối tượng trú huyện Noọng Hét (tỉnh Xiêng Khoảng, Lào)."
    ) == {"VN-22": "party", "LA-XI": "mentioned"}


def test_an_event_in_two_provinces_has_both_as_venues() -> None:
    assert _roles(
        "Ngày 27/11/2023, tại tỉnh Hủa Phăn (Lào) và tỉnh Thanh Hóa (Việt Nam), hai Bộ Quốc phòng tổ chức giao lưu."
    ) == {"LA-HO": "venue", "VN-21": "venue"}


@pytest.mark.parametrize(
    ("text", "gates"),
    [
        ("Xe dừng ở cửa khẩu Thanh Thủy, huyện Thanh Chương.", ["thanh-thuy"]),
        ("Xe dừng ở cửa khẩu Thanh, huyện Hướng Hóa.", ["thanh"]),
        ("Xe dừng ở cửa khẩu Thanh Thủy (tỉnh Hà Giang).", []),
        ("Xe dừng ở cửa khẩu Bờ Y (tỉnh Quảng Ngãi).", ["bo-y"]),
    ],
)
def test_a_gate_is_told_from_its_namesakes(text: str, gates: list[str]) -> None:
    assert [place.id for place in find_places(doc_of(text)) if place.kind == "gate"] == gates
