"""Venue and border gate: by province code and by bare name, right, missed or made up."""

from __future__ import annotations

from borderwire.model import Venue
from tests.evaluate.comparing import compared, counts
from tests.records import record

_THERE = record(venue=Venue("thị trấn A, huyện Kỳ Sơn", "VN-22", "VN-22.ky-son", "nam-can"))
_NOWHERE = record(venue=None)


def test_the_province_of_the_venue_is_right_missed_or_made_up() -> None:
    assert counts(compared(_THERE, venue_province="VN-22"), "venue province") == (1, 0, 0)
    assert counts(compared(_THERE, venue_province="LA-XI"), "venue province") == (0, 1, 1)
    assert counts(compared(_NOWHERE, venue_province="VN-22"), "venue province") == (0, 1, 0)
    assert counts(compared(_THERE, venue_province=None), "venue province") == (0, 0, 1)
    assert counts(compared(_NOWHERE, venue_province=None), "venue province") == (0, 0, 0)


def test_a_value_that_is_right_as_well_counts_like_the_first_and_neither_way_where_the_first_is_none() -> None:
    result = compared(_THERE, venue_province="LA-XI", venue_province_optional=["VN-22"])
    assert counts(result, "venue province") == (1, 0, 0)
    for found in (_THERE, _NOWHERE):
        result = compared(found, venue_province=None, venue_province_optional=["VN-22"])
        assert counts(result, "venue province") == (0, 0, 0)
    result = compared(_NOWHERE, venue_province="LA-XI", venue_province_optional=[None])
    assert counts(result, "venue province") == (0, 0, 0)


def test_a_district_is_known_by_its_bare_name() -> None:
    for name in ("huyện Kỳ Sơn", "Kì Sơn", "KỲ SƠN"):
        assert counts(compared(_THERE, venue_district=name), "venue district") == (1, 0, 0)
    assert counts(compared(_THERE, venue_district="huyện Tương Dương"), "venue district") == (0, 1, 1)
    assert counts(compared(_NOWHERE, venue_district="huyện Kỳ Sơn"), "venue district") == (0, 1, 0)


def test_a_gate_is_known_by_its_name_on_either_side_or_by_its_id() -> None:
    for name in ("cửa khẩu quốc tế Nậm Cắn", "Namkan", "nam-can"):
        assert counts(compared(_THERE, border_gate=name), "border gate") == (1, 0, 0)
    assert counts(compared(_THERE, border_gate="Cầu Treo"), "border gate") == (0, 1, 1)
    assert counts(compared(_THERE, border_gate=None), "border gate") == (0, 0, 1)
