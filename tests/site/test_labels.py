"""Names on a map find room beside their dots."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from borderwire.site.labels import Spot, place, text_width

NAMES = ("Rừng Thưa", "Bến Cạn", "ແຂວງທົດລອງ", "Mường Mới", "Đồi", "Suối Nhỏ Phía Tây", "Hạ", "Thượng")
CROWD = [Spot(f"s{at}", name, 40.0 + 37 * (at % 5), 30.0 + 13 * at, left=at % 2 == 1) for at, name in enumerate(NAMES)]


@pytest.mark.parametrize("size", [10.0, 14.5, 24.0])
def test_names_stay_inside_and_off_each_other_and_off_other_dots(size: float) -> None:
    placed = place(CROWD, size, 260, 160)
    assert placed
    for row in placed:
        assert row.box.x >= 0 and row.box.x + row.box.width <= 260
        assert row.box.y >= 0 and row.box.y + row.box.height <= 160
        for other in placed:
            dot = (other.spot.x, other.spot.y)
            inside = row.box.x < dot[0] < row.box.x + row.box.width and row.box.y < dot[1] < row.box.y + row.box.height
            assert not inside, (row.spot.text, other.spot.text)
    assert [(a, b) for a, b in combinations(placed, 2) if a.box.meets(b.box)] == []


def test_where_there_is_room_for_one_only_the_first_has_it() -> None:
    spots = [Spot("a", "Một", 20, 9, left=False), Spot("b", "Hai", 22, 9, left=False)]
    assert [row.spot.ident for row in place(spots, 12, 64, 18)] == ["a"]
    assert [row.spot.ident for row in place(spots[::-1], 12, 64, 18)] == ["b"]


def test_a_name_stands_on_its_own_side_unless_the_edge_is_near() -> None:
    assert place([Spot("a", "Xa", 100, 50, left=True)], 12, 200, 100)[0].anchor == "end"
    assert place([Spot("a", "Xa", 8, 50, left=True)], 12, 200, 100)[0].anchor == "start"


def test_marks_over_and_under_letters_take_no_room() -> None:
    assert text_width("Điện Biên", 10) == text_width("Đien Bien", 10)
    assert text_width("ກິ່", 10) == text_width("ກ", 10)


def test_every_line_of_a_map_ends_at_dots_with_names(html: dict[str, str]) -> None:
    for path in ("index.html", "map/index.html", "en/map/index.html", "lo/index.html"):
        for rest in html[path].split('<svg class="map"')[1:]:
            drawing = rest[: rest.index("</svg>")]
            wide, narrow = (
                set(re.findall(r'<circle cx="(\d+)" cy="(\d+)" r="3"/><text[^>]*>[^<]+', part))
                for part in re.split(r'<g class="map-names', drawing)[1:]
            )
            lines = re.findall(r'<line x1="(\d+)" y1="(\d+)" x2="(\d+)" y2="(\d+)" class="([^"]*)"', drawing)
            assert lines, path
            for x1, y1, x2, y2, kinds in lines:
                assert {(x1, y1), (x2, y2)} <= (wide if "roomy" in kinds else wide & narrow), path


def test_a_map_says_what_its_colours_and_lines_stand_for_and_can_be_passed(html: dict[str, str]) -> None:
    page = html["en/map/index.html"]
    key = page[page.index('class="map-key" id="until-2025-end"') :]
    assert re.search(r'<b>Articles</b> <span class="key"><i class="swatch s1"[^>]*></i>\d', key)
    assert re.search(r'<b>Events of both provinces</b> <span class="key"><i class="stroke w1"[^>]*></i>\d', key)
    assert page.index('href="#until-2025-end"') < page.index('<svg class="map"')
